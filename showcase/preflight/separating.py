"""A page rewritten so that any PDF renderer draws its inks, not its colours.

Everything that has a colour is written anew: once as RGB that holds what cyan, magenta and yellow
leave of the white, once as grey that holds what black leaves. Normal, multiplied and screened
transparency reckon each channel by itself, so the two pictures are the four separations. An area or
line that overprints is drawn in the half in which it has ink; text and single inks knock out, as if
they did not. Soft masks stay as they are: they are no ink.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pikepdf import (
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    unparse_content_stream,
)
from pikepdf.models import PdfInlineImage

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import Space
from showcase.preflight.pixels import picture_inks
from showcase.preflight.reading import MALFORMED, Reading, reason
from showcase.preflight.rewriting import Half, Rewriting
from showcase.preflight.shades import separated_shading
from showcase.preflight.spaces import space
from showcase.preflight.walk import DEEPEST

_SPACES: dict[Half, Name] = {"cmy": Name.DeviceRGB, "k": Name.DeviceGray}


@dataclass
class Separator:
    """Rewrites pages of one file in one half of the inks. `sizes` are the pixels that pictures need."""

    pdf: Pdf
    half: Half
    sizes: dict[tuple[int, int], tuple[int, int]]
    reading: Reading
    unmeasured: list[str] = field(default_factory=list)
    _made: dict[tuple[int, int], Object] = field(default_factory=dict)

    def page(self, page: Page) -> Dictionary:
        """The page with its content in this half alone, and nothing that hangs on it."""
        resources = self._resources(page.obj.get("/Resources", Dictionary()), 0)
        content = self._content(page, page.obj.get("/Resources"), resources)
        rewritten = Dictionary(
            Type=Name.Page, MediaBox=page.mediabox, Resources=resources, Contents=self.pdf.make_stream(content)
        )
        if "/Group" in page.obj:
            rewritten.Group = self._group(page.obj.Group)
        return rewritten

    def _content(self, source: Any, resources: Any, made: Dictionary) -> bytes:
        rewriting = Rewriting(self.half, resources, partial(self._place, made))
        try:
            parts = [unparse_content_stream(rewriting.all(some)) for some in self.reading.of(source)]
        except MALFORMED:
            self.unmeasured.append("content that cannot be read")
            return b""
        self.unmeasured += rewriting.unmeasured
        return b"\n".join(parts)

    def _place(self, made: Dictionary, picture: PdfInlineImage, colours: Space) -> Name:
        """A picture in the midst of the content becomes one of the resources, under the name that is given back."""
        drawings = made.get("/XObject", Dictionary())
        name = Name(f"/InLine{len(drawings)}")
        drawings[name] = self.picture(picture, colours, (picture.width, picture.height))
        made["/XObject"] = drawings
        return name

    def _resources(self, resources: Any, depth: int) -> Dictionary:
        """The resources with pictures, drawings, patterns and gradients rewritten."""
        made = Dictionary({key: value for key, value in resources.items() if key not in _REWRITTEN})
        for kind in _REWRITTEN:
            rewritten = {}
            for name, value in resources.get(kind, {}).items():
                rewritten[name] = self._object(kind, value, resources, depth)
            if rewritten:
                made[kind] = Dictionary(rewritten)
        return made

    def _object(self, kind: str, value: Object, resources: Any, depth: int) -> Object:
        """One of the resources rewritten, once; itself where it cannot be."""
        key = value.objgen
        if key in self._made and value.is_indirect:
            return self._made[key]
        try:
            if depth > DEEPEST:
                raise Uncountable("drawings nested without end")
            rewritten = self._rewritten(kind, value, resources, depth + 1)
        except MALFORMED as error:
            self.unmeasured.append(reason(error))
            return value
        if value.is_indirect:
            rewritten = self._made[key] = self.pdf.make_indirect(rewritten)
        return rewritten

    def _rewritten(self, kind: str, value: Any, resources: Any, depth: int) -> Object:
        named = resources.get("/ColorSpace")
        if kind == "/Shading":
            return separated_shading(self.pdf, value, self.half, named)
        if kind == "/Pattern" and int(value.get("/PatternType", 1)) == 2:
            made = Dictionary(dict(value.items()))
            made.Shading = separated_shading(self.pdf, value.Shading, self.half, named)
            return made
        if kind == "/Pattern" or value.get("/Subtype") == Name.Form:
            return self._drawing(value, resources, depth)
        if value.get("/Subtype") == Name.Image and not bool(value.get("/ImageMask", False)):
            size = self.sizes.get(value.objgen, (1, 1))
            return self.picture(value, space(value.ColorSpace, named), size)
        return value

    def _drawing(self, drawing: Stream, outer: Any, depth: int) -> Stream:
        """A form or a pattern's cell; one without resources of its own goes on using those around it."""
        own = drawing.get("/Resources")
        made = self._resources(own, depth) if own is not None else Dictionary()
        stream = self.pdf.make_stream(self._content(drawing, own if own is not None else outer, made))
        for key, value in drawing.items():
            if key not in ("/Filter", "/DecodeParms", "/Length", "/Resources", "/Group"):
                stream[key] = value
        if own is not None:
            stream.Resources = made
        if "/Group" in drawing:
            stream.Group = self._group(drawing.Group)
        return stream

    def _group(self, group: Any) -> Dictionary:
        made = Dictionary(dict(group.items()))
        if "/CS" in made:
            made.CS = _SPACES[self.half]
        return made

    def picture(self, picture: Any, colours: Space, size: tuple[int, int]) -> Stream:
        """A picture in this half of its inks, with its own mask. Raises Uncountable."""
        inks = 255 - picture_inks(picture, colours, size)
        shown = inks[:, :, :3] if self.half == "cmy" else inks[:, :, 3]
        stream = self.pdf.make_stream(shown.tobytes())
        stream.Type, stream.Subtype, stream.BitsPerComponent = Name.XObject, Name.Image, 8
        stream.Width, stream.Height = inks.shape[1], inks.shape[0]
        stream.ColorSpace = _SPACES[self.half]
        stream.Interpolate = True
        head = picture if isinstance(picture, Stream) else {}
        for key in ("/SMask", "/Mask"):
            if isinstance(head.get(key), Stream):
                stream[key] = head[key]
        return stream


_REWRITTEN = ("/XObject", "/Pattern", "/Shading")
