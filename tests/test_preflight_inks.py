"""The gate's arithmetic: functions, colour spaces and pictures give the inks that Ghostscript gives."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pressfiles as made
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import Image
from pressfiles import SHEET, placed

from showcase.preflight.calculator import Uncountable, program
from showcase.preflight.colours import RGB, Colour
from showcase.preflight.demands import Demands
from showcase.preflight.fonts import Font
from showcase.preflight.functions import function
from showcase.preflight.spaces import space
from showcase.preflight.view import View


def calculator(pdf: Pdf, source: str, inputs: int, outputs: int) -> Stream:
    return pdf.make_stream(
        source.encode(), FunctionType=4, Domain=Array([0, 1] * inputs), Range=Array([0, 1] * outputs)
    )


def sampled(pdf: Pdf) -> Stream:
    table = bytes([0, 255, 0, 0, 255, 128, 0, 64, 0, 0, 255, 128])
    return pdf.make_stream(table, FunctionType=0, Domain=Array([0, 1]), Range=Array([0, 1] * 4), Size=Array([3]),
                           BitsPerSample=8)  # fmt: skip


def stitched() -> Dictionary:
    half = [Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(a), C1=Array(b), N=n)
            for a, b, n in (([0, 0, 0, 0], [1, 0.5, 0, 0], 1), ([1, 0.5, 0, 0], [0, 0.2, 0.9, 0.4], 2.2))]  # fmt: skip
    return Dictionary(FunctionType=3, Domain=Array([0, 1]), Functions=Array(half), Bounds=Array([0.3]),
                      Encode=Array([0, 1, 1, 0]))  # fmt: skip


def shading(kind: int, colours: Object, run: Object) -> Dictionary:
    coords = [0, 0, SHEET[0], 60] if kind == 2 else [180, 130, 10, 190, 140, 120]
    return Dictionary(ShadingType=kind, ColorSpace=colours, Function=run, Coords=Array(coords),
                      Extend=Array([True, True]))  # fmt: skip


def image(pdf: Pdf, data: bytes, size: tuple[int, int], colours: Object, bits: int = 8, **entries: Object) -> Stream:
    stream = pdf.make_stream(data)
    stream.Type, stream.Subtype, stream.BitsPerComponent = Name.XObject, Name.Image, bits
    stream.Width, stream.Height = size
    stream.ColorSpace = colours
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return stream


def ramp(width: int, height: int, channels: int) -> bytes:
    across = np.linspace(0, 255, width)[None, :, None]
    return np.repeat((across * np.linspace(1, 0.3, channels)).repeat(height, 0), 1, 2).astype(np.uint8).tobytes()


def jpeg(mode: str) -> bytes:
    size = (240, 180)
    out = io.BytesIO()
    Image.frombytes(mode, size, ramp(*size, {"L": 1, "CMYK": 4}[mode])).save(out, "JPEG", quality=95)
    return out.getvalue()


GOLD = [Name.Separation, Name("/Gold"), Name.DeviceCMYK]
PALETTE = String(bytes([0, 0, 0, 0, 255, 0, 0, 0, 0, 200, 255, 0, 60, 40, 20, 255]))

DRAWN: dict[str, Callable[[Pdf], tuple[str, str, Object]]] = {
    "a gradient of samples": lambda pdf: ("Shading", "/It sh", shading(2, Name.DeviceCMYK, sampled(pdf))),
    "a gradient of two parts": lambda pdf: ("Shading", "/It sh", shading(3, Name.DeviceCMYK, stitched())),
    "a calculated gradient": lambda pdf: ("Shading", "/It sh", shading(
        2, Name.DeviceCMYK, calculator(pdf, "{dup dup mul exch 1 exch sub dup 0.5 gt {0.2} {0.6} ifelse 0.1}", 1, 4))),
    "a gradient of four functions": lambda pdf: ("Shading", "/It sh", shading(2, Name.DeviceCMYK, Array(
        [Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([a]), C1=Array([1 - a]), N=1) for a in (0, 0.3, 0.7, 0.9)]))),
    "a tint": lambda pdf: ("ColorSpace", "/It cs 0.6 scn 0 0 200 200 re f", Array([*GOLD, calculator(
        pdf, "{dup 0.2 mul exch dup 0.5 mul exch dup 0.9 mul exch 0.1 mul}", 1, 4)])),
    "two inks by name": lambda pdf: ("ColorSpace", "/It cs 0.5 0.25 scn 0 0 200 200 re f", Array(
        [Name.DeviceN, Array([Name.Magenta, Name.Black]), Name.DeviceCMYK, calculator(
            pdf, "{0 3 1 roll 0 exch}", 2, 4)])),
    "a picture of four channels": lambda pdf: ("XObject", "", image(pdf, ramp(90, 60, 4), (90, 60), Name.DeviceCMYK)),
    "a JPEG of four channels": lambda pdf: ("XObject", "", image(
        pdf, jpeg("CMYK"), (240, 180), Name.DeviceCMYK, Filter=Name.DCTDecode, Decode=Array([1, 0] * 4))),
    "a grey JPEG": lambda pdf: ("XObject", "", image(pdf, jpeg("L"), (240, 180), Name.DeviceGray, Filter=Name.DCTDecode)),
    "a palette": lambda pdf: ("XObject", "", image(pdf, bytes([0, 1, 2, 3] * 16), (8, 8), Array(
        [Name.Indexed, Name.DeviceCMYK, 3, PALETTE]))),
    "a palette of two bits": lambda pdf: ("XObject", "", image(pdf, bytes([0b00011011, 0b11100100] * 8), (8, 8), Array(
        [Name.Indexed, Name.DeviceCMYK, 3, PALETTE]), 2)),
    "a picture of one bit": lambda pdf: ("XObject", "", image(pdf, bytes([0b11001010] * 8), (8, 8), Name.DeviceGray, 1)),
    "a picture of one bit turned over": lambda pdf: ("XObject", "", image(
        pdf, bytes([0b11101010] * 8), (8, 8), Name.DeviceGray, 1, Decode=Array([1, 0]))),
    "a picture of sixteen bits": lambda pdf: ("XObject", "", image(pdf, bytes([90, 7] * 64), (8, 8), Name.DeviceGray, 16)),
    "a tinted picture": lambda pdf: ("XObject", "", image(pdf, ramp(64, 8, 1), (64, 8), Array([*GOLD, calculator(
        pdf, "{dup 0.2 mul exch dup 0.5 mul exch 0 exch 0.1 mul}", 1, 4)]))),
    "a picture with a soft mask": lambda pdf: ("XObject", "", image(
        pdf, ramp(90, 60, 4), (90, 60), Name.DeviceCMYK, SMask=image(pdf, ramp(90, 60, 1), (90, 60), Name.DeviceGray))),
    "a stencil": lambda pdf: ("XObject", "0 0.8 0.2 0 k", stencil(pdf)),
    "a pattern": lambda pdf: ("Pattern", "/Pattern cs /It scn 0 0 300 200 re f", made.pdf_pattern(pdf, "1 0 0 0.2 k 0 0 20 40 re f", 40)),
    "a multiplied area": lambda pdf: ("ExtGState", "0.5 0.2 0 0 k 0 0 300 200 re f /It gs 0.2 0.6 0.4 0.1 k 0 0 200 200 re f",
                                      Dictionary(BM=Name.Multiply)),
}  # fmt: skip


def stencil(pdf: Pdf) -> Stream:
    stream = pdf.make_stream(bytes([0b11001010] * 8))
    stream.Type, stream.Subtype, stream.ImageMask = Name.XObject, Name.Image, True
    stream.Width, stream.Height, stream.BitsPerComponent = 8, 8, 1
    return stream


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page for each thing that lays down ink, separated by Ghostscript too."""
    folder, pdf = tmp_path_factory.mktemp("inks"), Pdf.new()
    for make in DRAWN.values():
        kind, content, thing = make(pdf)
        placing = placed("It", 5, 5, 100, 75) if kind == "XObject" else ""
        resources = Dictionary()
        resources[f"/{kind}"] = Dictionary(It=pdf.make_indirect(thing) if isinstance(thing, Stream) else thing)
        made.add_page(pdf, f"{content} {placing}", resources)
    pdf.save(folder / "inks.pdf")
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72", "-dGraphicsAlphaBits=4",
               "-dMaxSpots=0", f"-sOutputFile={folder}/%d.tif", str(folder / "inks.pdf")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", DRAWN)
def test_the_inks_are_those_that_ghostscript_lays_down(name: str, drawn: Path) -> None:
    number = list(DRAWN).index(name) + 1
    with Pdf.open(drawn / "inks.pdf") as pdf:
        view = View(pdf, pdf.pages[number - 1], Demands(), is_recto=True)
        assert view.content.faults == []
        assert view.plates.unmeasured == ()
        ours = view.plates.inks.mean(axis=(0, 1)) / 2.55
    theirs = [
        100 - np.asarray(Image.open(drawn / f"{number}({ink}).tif").convert("L"), np.float32).mean() / 2.55
        for ink in ("Cyan", "Magenta", "Yellow", "Black")
    ]
    assert ours.max() > 1
    assert np.abs(ours - theirs).max() < 1.0, (ours, theirs)


def test_programs_are_run_as_postscript_runs_them() -> None:
    assert program(b"{1 exch sub}")([0.25]) == [0.75]
    assert program(b"{3 1 roll}")([1, 2, 3]) == [3, 1, 2]
    assert program(b"{1 index add}")([2, 5]) == [2, 7]
    assert program(b"{2 copy gt {exch} if pop}")([4, 3]) == [3]
    assert program(b"{dup 0.5 lt {pop 0} {sqrt} ifelse}")([0.64]) == [0.8]
    with pytest.raises(Uncountable, match="a function asks for shine"):
        program(b"{shine}")([1])


def test_a_function_keeps_within_its_bounds() -> None:
    pdf = Pdf.new()
    run = function(calculator(pdf, "{3 mul}", 1, 1))
    assert run([0.2]) == pytest.approx([0.6])
    assert run([0.9]) == [1]
    with pytest.raises(Uncountable, match="no function of type 7"):
        function(Dictionary(FunctionType=7, Domain=Array([0, 1])))


def test_a_space_says_of_what_sort_it_is() -> None:
    pdf = Pdf.new()
    profile = {n: Array([Name.ICCBased, pdf.make_stream(b"", N=n)]) for n in (1, 3, 4)}
    sorts = {
        "DeviceRGB": space(Name.DeviceRGB), "ICC RGB": space(profile[3]), "ICC grey": space(profile[1]),
        "ICC CMYK": space(profile[4]), "CalRGB": space(Array([Name.CalRGB, Dictionary()])),
        "Pattern in DeviceRGB": space(Array([Name.Pattern, Name.DeviceRGB])),
    }  # fmt: skip
    assert {said: one.sort for said, one in sorts.items()} == {
        "DeviceRGB": "foreign", "ICC RGB": "foreign", "ICC grey": "profiled", "ICC CMYK": "profiled",
        "CalRGB": "foreign", "Pattern in DeviceRGB": "foreign",
    }  # fmt: skip
    assert [one.name for one in sorts.values()] == list(sorts)
    assert space(Array([Name.Indexed, Name.DeviceRGB, 1, String(bytes(6))])).sort == "foreign"
    assert Colour(RGB, (0, 0, 0)).ink == (0, 0, 0, 1)
    endless = pdf.make_indirect(Array([Name.Pattern]))
    endless.append(endless)
    with pytest.raises(Uncountable, match="without end"):
        space(endless)


@pytest.mark.parametrize(
    ("name", "is_light"),
    [("ABCDEF+Horizon-serif-light", True), ("NotoSans-ExtraLight", True), ("Inter-Thin", True), ("Foo-Hairline", True),
     ("Source-Regular", False), ("Foo-Bold", False), ("Lighthouse-Regular", False), ("Lightning", False)],
)  # fmt: skip
def test_a_face_is_light_by_its_name(name: str, is_light: bool) -> None:
    font = Font(Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(f"/{name}")))
    assert font.is_light == is_light


def test_a_face_is_light_by_its_stated_weight() -> None:
    descriptor = Dictionary(FontWeight=300)
    assert Font(Dictionary(Subtype=Name.TrueType, BaseFont=Name.Foo, FontDescriptor=descriptor)).is_light
