"""Everything that the gate can find, by its code: how grave it is, what it is called and how to mend it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Check(NamedTuple):
    """One check: `title` heads its findings in a report."""

    severity: Severity
    title: str
    fix: str


CHECKS: dict[str, Check] = {
    "G101": Check("error", "version of PDF", "write the file as PDF 1.6 for X-4, as PDF 1.4 for X-1a."),
    "G102": Check("error", "encrypted", "save it without a password; a press cannot open what is locked."),
    "G103": Check("error", "JavaScript", "take the script out; nothing runs on a press."),
    "G104": Check("error", "actions", "take the action out; a press file only shows pages."),
    "G105": Check("error", "files within the file", "take them out and send them apart."),
    "G106": Check("error", "form", "flatten the form's fields into the page."),
    "G107": Check("error", "name of the standard", "name the standard where it asks: X-4 in the XMP, X-1a in Info."),
    "G108": Check("error", "trapping not stated", "set Trapped to True or False in Info and, for X-4, in the XMP."),
    "G109": Check("error", "who the file is", "write title, dates and document ID into XMP and Info, alike in both."),
    "G110": Check("warning", "layers", "merge the layers; what is hidden on a screen may print."),
    "G111": Check("error", "PostScript, or matter from elsewhere", "place the finished matter itself."),
    "G112": Check("error", "not readable", "write the file anew from its source."),
    "G113": Check("error", "transparency in X-1a", "ask for X-4, or flatten the transparency."),
    "G114": Check("error", "transfer curve", "take TR, TR2 and HTP out of the graphics state."),
    "G121": Check("error", "output intent", "state exactly one output intent GTS_PDFX."),
    "G122": Check("error", "profile of the intent", "embed an ICC profile of class prtr with four inks."),
    "G123": Check("error", "intent of another press", "use the condition, registry and profile that the press names."),
    "G201": Check("error", "box is missing", "give every page a TrimBox and a BleedBox."),
    "G202": Check("error", "boxes do not nest", "let the media box hold the bleed box, and that the trim box."),
    "G203": Check("error", "origin", "move the page so that its media box begins at 0, 0."),
    "G204": Check("error", "size of the page", "make every page of the one size that the press was given."),
    "G205": Check("error", "bleed box too small", "let the bleed box stand out by the press's bleed on every side."),
    "G206": Check("error", "page turned or scaled", "draw the page upright, with a UserUnit of 1."),
    "G207": Check("error", "picture or area without bleed", "let it run past the trim to the edge of the bleed."),
    "G208": Check("error", "annotation on the page", "take it out: a link or note left in may print."),
    "G301": Check("error", "text not in press inks", "set it in K alone, or in DeviceCMYK."),
    "G302": Check("error", "area or line not in press inks", "paint it in DeviceCMYK or DeviceGray."),
    "G303": Check("error", "picture not in press inks", "convert it with the press's ICC profile."),
    "G304": Check("error", "gradient not in press inks", "write the gradient in DeviceCMYK."),
    "G305": Check("error", "group blends in other colours", "let the group blend in DeviceCMYK, masks in DeviceGray."),
    "G306": Check("warning", "inks with a profile", "use DeviceCMYK or DeviceGray: it will be converted again."),
    "G307": Check("error", "ink of its own", "turn it into CMYK, or agree on the ink with the press."),
    "G308": Check("error", "registration colour on the page", "use it outside the bleed alone, for marks."),
    "G401": Check("error", "small text of several inks", "set it in K alone or paper white below 24 pt."),
    "G402": Check("error", "reversed text too small or thin", "set it in 7 pt or more, Regular or heavier."),
    "G403": Check("error", "type too small", "set it in 5 pt or more."),
    "G404": Check("warning", "black text knocks out", "let it overprint: K of DeviceCMYK, op true, OPM 1."),
    "G405": Check("error", "missing glyph", "use a face that has the character."),
    "G406": Check("error", "font not embedded", "embed the font; the press has another."),
    "G407": Check("error", "text near the edge", "keep text clear of trim and gutter."),
    "G408": Check("error", "white that overprints", "let it knock out: white that overprints prints nothing."),
    "G409": Check("warning", "unseen text", "take it out; a program that makes the plates may show it."),
    "G501": Check("error", "line too thin", "draw it 0.25 pt or wider."),
    "G502": Check("error", "reversed line too thin", "draw a light line on dark 0.4 pt or wider."),
    "G503": Check("error", "line without width", "give it a width; 0 prints as thin as the plate can."),
    "G601": Check("error", "too much ink", "lighten picture and ground to the press's limit."),
    "G602": Check("warning", "too much ink in a small place", "lighten it if it is more than a speck."),
    "G603": Check("info", "ink not measured", "look at its separations by eye."),
    "G701": Check("error", "picture too coarse", "place a larger original, or the picture smaller."),
    "G702": Check("warning", "picture coarser than wanted", "look for a larger original."),
    "G703": Check("info", "picture finer than can print", "make it smaller: the file is larger than it needs to be."),
    "G801": Check("error", "extent", "add or take pages until the sheets are full."),
    "G802": Check("warning", "blank page", "plan it, or put something on it."),
    "G803": Check("info", "blank page, as planned", "nothing is to be done."),
    "G804": Check("error", "pages differ from the plan", "make the book anew; its plan and file belong together."),
    "G805": Check("error", "block is missing", "make the book anew; the page template lost it."),
    "G806": Check("error", "profile is missing", "make the book anew from all published profiles."),
}  # fmt: skip
"""G1 the file, G2 boxes, G3 colour, G4 text, G5 lines, G6 ink, G7 pictures, G8 extent and completeness."""
