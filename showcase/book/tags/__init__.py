"""Tags: what a page is made of, told to programs that read it aloud, search it or set it anew.

The tree of a page is that of its HTML. It is noted as plain data while a
module is written (`marks`, `record`), kept with the module, and written into
the finished file once, from all modules (`structure`). Words are given their
own text where their glyphs do not say it (`words`, `glyphs`).

What a page template owes to tags:

- **Headings.** The title of a part is its first heading: `h1`, for a startup's
  pages `h2`, for its bookmark stands under that of its field. No level is skipped.
- **Lists and tables.** `ul`, `ol`; `dl` with a `div` around each `dt` and its
  `dd`; `table` with `th scope="col"` or `scope="row"`, and what it
  holds in `aria-label`.
- **Pictures.** `alt` says what a photograph or a chart shows, a chart's from
  its data. `alt=""` is decoration. A picture with a caption is a `figure` with
  a `figcaption`; a plate shows nothing but itself, so it is decoration, and so is
  its caption: the ledger and the imprint tell of the plates. Of a picture in two
  halves one half tells it.
- **Decoration.** Backgrounds, borders and what style sheets add are never
  tagged. An element that holds words or pictures only to be seen has
  `aria-hidden="true"`.
- **Folios and running heads** stand in an element with `role="doc-pagefooter"`
  (or `doc-pageheader`).
- **Language.** Hindi stands in an element with `lang="hi"`; the Hindi edition
  marks its English by itself.
- **Order.** Elements stand in the HTML as they are to be read, and are painted
  so: what has a place of its own (`position`) is painted after what has none,
  so what follows it needs `position: relative`. `data-read="1"` puts an element
  after all else of its part, `data-read="2"` another after that: for a caption,
  or for facts that stand before the story.
- **What goes on elsewhere.** A list whose pieces stand in several columns or on
  several pages gives each piece the same name, `data-joins="name"`: they are
  read as one, where the first of them stands.
- **Links** are `a` elements; their descriptions are written at the end, when
  every page is known.

`showcase.book.ua` checks all of it in the finished file.
"""
