"""Colour spaces of PDF, read from a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pikepdf import Array, Name, String

from showcase.preflight.calculator import Uncountable
from showcase.preflight.colours import (
    CMYK,
    GRAY,
    NO_INK,
    PATTERN,
    RGB,
    Ink,
    Sort,
    Space,
    gray_ink,
    lab_ink,
    rgb_ink,
    share,
)
from showcase.preflight.functions import Function, function

DEEPEST = 6
_DEVICE = {"/DeviceGray": GRAY, "/DeviceRGB": RGB, "/DeviceCMYK": CMYK, "/Pattern": PATTERN}
_INKS = {"/Cyan": 0, "/Magenta": 1, "/Yellow": 2, "/Black": 3}


def space(source: Any, named: Any = None, depth: int = 0) -> Space:
    """The colour space that an object describes; `named` are those that the page's resources name.

    Raises Uncountable for what is none.
    """
    if depth > DEEPEST:
        raise Uncountable("colour spaces are nested without end")
    if isinstance(source, Name):
        return _named(source, named, depth)
    if not isinstance(source, Array) or not len(source):
        raise Uncountable("a colour space is neither a name nor an array")
    family = str(source[0])
    if family not in _FAMILIES:
        return space(source[0], named, depth + 1)
    return _FAMILIES[family](source, named, depth + 1)


def _named(source: Name, named: Any, depth: int) -> Space:
    name = str(source)
    if name in _DEVICE:
        return _DEVICE[name]
    if named is not None and source in named:
        return space(named[source], named, depth + 1)
    raise Uncountable(f"there is no colour space {name}")


def _profiled(source: Array, named: Any, depth: int) -> Space:
    parts = int(source[1].get("/N", 0))
    base = {1: GRAY, 3: RGB, 4: CMYK}.get(parts)
    if base is None:
        raise Uncountable(f"a profile has {parts} components")
    says = {1: "ICC grey", 3: "ICC RGB", 4: "ICC CMYK"}[parts]
    if "/Range" in source[1] and parts == 3 and float(source[1].Range[1]) > 1:
        return Space("ICC Lab", "foreign", 3, lab_ink, (0.0, 0.0, 0.0), most=100)
    sort: Sort = "foreign" if parts == 3 else "profiled"
    return Space(says, sort, parts, base.ink, base.initial)


def _calibrated_gray(source: Array, named: Any, depth: int) -> Space:
    return Space("CalGray", "foreign", 1, gray_ink, (0.0,))


def _calibrated_rgb(source: Array, named: Any, depth: int) -> Space:
    return Space("CalRGB", "foreign", 3, rgb_ink, (0.0, 0.0, 0.0))


def _lab(source: Array, named: Any, depth: int) -> Space:
    return Space("Lab", "foreign", 3, lab_ink, (0.0, 0.0, 0.0), most=100)


def _indexed(source: Array, named: Any, depth: int) -> Space:
    base = space(source[1], named, depth)
    table = source[3]
    palette = bytes(table) if isinstance(table, String) else table.read_bytes()

    def ink(values: Sequence[float]) -> Ink:
        place = int(values[0]) * base.parts
        entry = palette[place : place + base.parts]
        return base.ink([one / 255 * base.most for one in entry]) if len(entry) == base.parts else NO_INK

    return Space(base.name, base.sort, 1, ink, (0.0,), base.spots, float(source[2]), is_palette=True)


def _pattern(source: Array, named: Any, depth: int) -> Space:
    if len(source) < 2:
        return PATTERN
    base = space(source[1], named, depth)
    return Space(f"Pattern in {base.name}", base.sort, base.parts, base.ink, base.initial, base.spots)


def _tinted(source: Array, named: Any, depth: int) -> Space:
    """Separation and DeviceN: inks by name, and what stands in for them."""
    names = [str(one) for one in (source[1] if isinstance(source[1], Array) else [source[1]])]
    base, tint = space(source[2], named, depth), function(source[3])
    full = tuple(1.0 for _ in names)
    if names == ["/All"]:
        return Space("registration colour", "registration", 1, lambda v: (share(v[0]),) * 4, full)
    spots = tuple(name[1:] for name in names if name not in _INKS and name != "/None")
    says = "/".join(name[1:] for name in names)
    return Space(says, "spot" if spots else "press", len(names), _ink_of(names, base, tint), full, spots)


def _ink_of(names: Sequence[str], base: Space, tint: Function) -> Callable[[Sequence[float]], Ink]:
    """The ink of named inks: themselves where all are press inks, otherwise what stands in for them."""
    if not all(name in _INKS or name == "/None" for name in names):
        return lambda values: base.ink(tint([share(value) for value in values]))

    def ink(values: Sequence[float]) -> Ink:
        shares = [0.0, 0.0, 0.0, 0.0]
        for name, value in zip(names, values, strict=False):
            if name in _INKS:
                shares[_INKS[name]] = share(value)
        return shares[0], shares[1], shares[2], shares[3]

    return ink


_FAMILIES: dict[str, Callable[[Array, Any, int], Space]] = {
    "/ICCBased": _profiled, "/CalGray": _calibrated_gray, "/CalRGB": _calibrated_rgb, "/Lab": _lab,
    "/Indexed": _indexed, "/I": _indexed, "/Pattern": _pattern, "/Separation": _tinted, "/DeviceN": _tinted,
}  # fmt: skip
