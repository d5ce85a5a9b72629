"""Photographs on a profile's page: each in its shape, fetched in the size that is shown, and kept no longer than used.

Holds G22 and P5 to P7 of docs/standards.md.
"""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from browsing import served
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page
from sites import CONTENT, build, make_project
from world import make_world, profile

from showcase import catalogue
from showcase.model.profile import Profile
from showcase.site import keeping, photographs
from showcase.verify import verify

SLUG = "quiet-box"
ORIENTATION, CAMERA = 0x0112, 0x010F
ROWS = {
    "bench": (2400, 1800),
    "hand": (900, 1200),
    "yard": (1500, 1000),
    "coast": (4000, 1200),
    "lamp": (900, 1300),
}
"""Photographs by id: the first is the hero; one is held upright, one is a panorama."""


def scene(width: int, height: int) -> Image.Image:
    """Sky over sea, with a red sun where the subject is: at 70 % of the width, 40 % of the height."""
    image = Image.new("RGB", (width, height), (150, 190, 215))
    pen, r = ImageDraw.Draw(image), min(width, height) / 10
    pen.rectangle((0, height * 0.6, width, height), fill=(25, 70, 90))
    pen.ellipse((width * 0.7 - r, height * 0.4 - r, width * 0.7 + r, height * 0.4 + r), fill=(220, 20, 20))
    return image


def as_jpeg(image: Image.Image, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=90, **options)
    return buffer.getvalue()


def held_upright(image: Image.Image) -> bytes:
    """The picture as a phone held upright stores it: lying, with a note of the camera."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[CAMERA] = "A phone"
    return as_jpeg(image.transpose(Image.Transpose.ROTATE_90), exif=exif)


def pictured() -> dict[str, str | bytes]:
    """A profile with five photographs, and their files."""
    rows = "".join(
        f"  - {{id: {name}, file: {name}.jpg, alt: The {name}, credit: Quiet Box, licence: by permission,\n"
        f"     caption: Of the {name}., focus: [0.7, 0.4]}}\n"
        for name in ROWS
    )
    text = profile(("sources:", f"photographs:\n{rows}sources:"), base=CONTENT[f"startups/{SLUG}.md"])
    files = {f"images/{SLUG}/{name}.jpg": as_jpeg(scene(*size)) for name, size in ROWS.items()}
    files[f"images/{SLUG}/hand.jpg"] = held_upright(scene(*ROWS["hand"]))
    return {f"startups/{SLUG}.md": text, **files}


CORNERS = {"near-corner": (0.06, 0.06), "far-corner": (0.94, 0.94)}
"""More profiles, each with a photograph whose subject stands at these shares of its width and height."""


def spot(focus: tuple[float, float], size: tuple[int, int] = (1800, 1200)) -> Image.Image:
    """A grey picture with a red spot at its focus."""
    image = Image.new("RGB", size, (120, 125, 130))
    x, y, r = size[0] * focus[0], size[1] * focus[1], min(size) / 24
    ImageDraw.Draw(image).ellipse((x - r, y - r, x + r, y + r), fill=(255, 0, 0))
    return image


def cornered() -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {}
    for slug, focus in CORNERS.items():
        name = slug.replace("-", " ").title()
        row = f"  - {{id: spot, file: spot.jpg, alt: A spot, caption: A spot., credit: {name}, licence: by permission, focus: {list(focus)}}}\n"
        changes = (("id: quiet-box", f"id: {slug}"), ("name: Quiet Box", f"name: {name}"), ("summary: Quiet Box", f"summary: {name}"))
        photographed = ("sources:", f"photographs:\n{row}sources:")
        files[f"startups/{slug}.md"] = profile(*changes, photographed, base=CONTENT[f"startups/{SLUG}.md"])
        files[f"images/{slug}/spot.jpg"] = as_jpeg(spot(focus))
    return files


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("pictured"), pictured() | cornered())
    done = build(folder)
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="module")
def host(project: Path) -> Iterator[str]:
    with served(project / "site") as address:
        yield address


def opened(browser: Browser, host: str, width: int, height: int, density: float = 1, path: str = "") -> Page:
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=density)
    page.goto(f"{host}{path}startups/{SLUG}/")
    for image in page.locator("main img").all():
        image.scroll_into_view_if_needed()
    page.wait_for_function("[...document.querySelectorAll('main img')].every(one => one.complete && one.naturalWidth)")
    return page


def test_what_was_built_is_what_the_catalogue_has(project: Path) -> None:
    assert verify(project / "site", catalogue.load(project)) == []


def test_no_file_is_enlarged_and_none_knows_its_owner(project: Path) -> None:
    for file in (project / "site" / "assets" / "photographs").iterdir():
        image = Image.open(file)
        width = int(re.search(r"-(\d+)\.(?:webp|jpg)$", file.name)[1])
        assert image.width == width
        assert not image.getexif() and "icc_profile" not in image.info and b"Exif" not in file.read_bytes()
        assert width in (400, 800, 1200, 1600) or file.suffix == ".jpg"
    names = {file.name for file in (project / "site" / "assets" / "photographs").iterdir()}
    assert {f"{SLUG}-wide-1600.webp", f"{SLUG}-tall-1200.webp", f"{SLUG}-more4-1600.webp"} <= names
    assert f"{SLUG}-more2-1200.webp" not in names


@pytest.mark.parametrize("name", ["wide-800.webp", "tall-400.webp", "wide-1200.jpg", "more2-800.webp", "more3-800.webp"])
def test_the_subject_is_in_every_cut_and_upright(project: Path, name: str) -> None:
    image = Image.open(project / "site" / "assets" / "photographs" / f"{SLUG}-{name}").convert("RGB")
    red, _, blue = image.split()
    sun = Image.eval(blue, lambda v: 255 * (v < 90)), Image.eval(red, lambda v: 255 * (v > 180))
    left, top, right, foot = Image.composite(sun[0], Image.new("L", image.size), sun[1]).getbbox()
    assert left > 0 and right < image.width and foot - top == pytest.approx(right - left, rel=0.1)
    assert foot < image.height * 0.75
    assert image.getpixel((5, image.height - 5))[0] < 60  # the sea lies below


@pytest.mark.parametrize(("width", "height"), [(360, 740), (768, 1024), (1280, 800), (2000, 760)])
@pytest.mark.parametrize("slug", CORNERS)
def test_what_stands_at_the_focus_stays_within_every_place(
    browser: Browser, host: str, slug: str, width: int, height: int
) -> None:
    """The whole spot is seen over its page, on its card and where it is compared."""
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    others = f"compare/?with={','.join(CORNERS)}"
    for path, place in (
        (f"startups/{slug}/", ".hero-picture"),
        ("startups/", f'.card-picture[src*="{slug}"]'),
        (others, f'thead img[src*="{slug}"]'),
    ):
        if path == others and width < 768:
            continue  # a phone compares without pictures
        page.goto(f"{host}{path}", wait_until="networkidle")
        page.add_style_tag(content=".hero::before, .hero::after, .hero > div, .masthead, .open-filters { display: none !important }")
        picture = page.locator(place).first
        picture.scroll_into_view_if_needed()
        page.wait_for_function("one => one.complete && one.naturalWidth", arg=picture.element_handle())
        shown = Image.open(io.BytesIO(picture.screenshot())).convert("RGB")
        red, green, _ = shown.split()
        seen = Image.composite(Image.eval(red, lambda v: 255 * (v > 190)), Image.new("L", shown.size), Image.eval(green, lambda v: 255 * (v < 70)))
        box = seen.getbbox()
        assert box, (path, "the spot is cut away")
        assert box[2] - box[0] == pytest.approx(box[3] - box[1], abs=2), (path, box, shown.size)
    page.close()


@pytest.mark.parametrize(
    ("width", "height", "density"),
    [(360, 740, 2), (390, 844, 3), (768, 1024, 1), (900, 1200, 1), (1280, 800, 1), (1440, 700, 1)],
)
def test_the_size_fetched_is_the_size_shown(
    browser: Browser, host: str, width: int, height: int, density: float
) -> None:
    """Each picture has the pixels its place asks for, or the most there are, and not the next size up."""
    page = opened(browser, host, width, height, density)
    told = page.evaluate(
        """() => [...document.querySelectorAll("main picture img")].map(one => {
            const box = one.getBoundingClientRect(), shape = one.currentSrc.match(/-(\\w+)-(\\d+)\\.webp(?:[?].*)?$/);
            const source = [...one.parentElement.querySelectorAll("source")].find(
                s => s.srcset.includes(one.currentSrc.split("/").pop()));
            const widths = source.srcset.split(", ").map(s => parseInt(s.split(" ")[1]));
            const file = new URL(one.currentSrc).pathname, fetched = parseInt(shape[2]);
            const ratio = one.width && source.height ? source.width / source.height : one.getAttribute("width") / one.getAttribute("height");
            return {fetched, widths, needed: Math.max(box.width, box.height * ratio)};
        })"""
    )
    page.close()
    assert len(told) == len(ROWS)
    for one in told:
        needed = one["needed"] * density
        enough = [size for size in one["widths"] if size >= needed * 0.97] or one["widths"][-1:]
        above = one["widths"].index(enough[0]) + 1
        assert one["fetched"] in one["widths"][above - 1 : above + 1], one
        assert one["fetched"] == enough[0] or one["fetched"] <= 2.1 * needed, one


def test_the_first_is_fetched_at_once_and_the_others_when_they_are_near(project: Path, host: str, browser: Browser) -> None:
    html = (project / "site" / "startups" / SLUG / "index.html").read_text(encoding="utf-8")
    pictures = re.findall(r"<picture>.*?<img ([^>]*)>", html, re.DOTALL)
    assert 'fetchpriority="high"' in pictures[0] and "loading" not in pictures[0]
    assert all('loading="lazy"' in one and "fetchpriority" not in one for one in pictures[1:])
    assert all(re.search(r'width="\d+" height="\d+"', one) for one in pictures) and len(pictures) == len(ROWS)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host}startups/{SLUG}/", wait_until="networkidle")
    page.close()
    shown = [url.rsplit("/", 1)[1] for url in asked if "/photographs/" in url]
    assert shown[0].startswith(f"{SLUG}-wide-") and len(shown) < len(ROWS)


def test_pictures_hold_their_places_before_they_are_there(browser: Browser, host: str) -> None:
    """A page whose photographs are still on their way is as high as one that has them."""
    heights = []
    for slow in (False, True):
        page = browser.new_page(viewport={"width": 800, "height": 900})
        if slow:
            page.route("**/photographs/**", lambda _route: None)  # asked for, and never answered
        page.goto(f"{host}startups/{SLUG}/", wait_until="domcontentloaded")
        page.evaluate("document.fonts.ready.then(() => true)")
        heights.append(page.evaluate("document.querySelector('main').offsetHeight"))
        page.close()
    # A file of another width may be half a pixel higher or lower than the widest, whose shape the page tells.
    assert heights[0] == pytest.approx(heights[1], abs=2) and heights[1] > 2000


def test_a_row_of_photographs_is_of_one_height_and_each_has_its_credit(browser: Browser, host: str) -> None:
    page = opened(browser, host, 1280, 900)
    boxes = [one.bounding_box() for one in page.locator(".gallery img").all()]
    rows: dict[int, list[float]] = {}
    for box in boxes:
        rows.setdefault(round(box["y"]), []).append(box["height"])
    assert any(len(row) > 1 for row in rows.values())
    assert all(max(row) - min(row) < 2 for row in rows.values())
    credits = page.locator(".gallery .credit").all_inner_texts()
    assert credits == ["Photograph: Quiet Box, by permission"] * (len(ROWS) - 1)
    page.close()


def test_a_browser_without_webp_is_given_a_jpeg(project: Path) -> None:
    html = (project / "site" / "startups" / SLUG / "index.html").read_text(encoding="utf-8")
    for picture in re.findall(r"<picture>.*?</picture>", html, re.DOTALL):
        assert 'type="image/webp"' in picture
        address = re.search(r'<img[^>]* src="[./]*(assets/photographs/[^"]*\.jpg)\?v=', picture)[1]
        assert Image.open(project / "site" / address).format == "JPEG"


def likeness(one: Image.Image, other: Image.Image) -> float:
    """The mean structural similarity of two pictures, by windows of eight pixels: 1 where they are the same."""
    parts = []
    for picture in (one, other):
        grey = np.asarray(picture.convert("L"), dtype=float)
        high, wide = (side // 8 * 8 for side in grey.shape)
        parts.append(grey[:high, :wide].reshape(high // 8, 8, wide // 8, 8).swapaxes(1, 2).reshape(-1, 64))
    first, second = parts
    mean, own = (first.mean(1), second.mean(1)), (first.var(1), second.var(1))
    shared = ((first - mean[0][:, None]) * (second - mean[1][:, None])).mean(1)
    low, high = 6.5025, 58.5225  # the constants of the measure for 255 steps
    ratio = (2 * mean[0] * mean[1] + low) * (2 * shared + high) / ((mean[0] ** 2 + mean[1] ** 2 + low) * (own[0] + own[1] + high))
    return float(ratio.mean())


def test_webp_is_lighter_than_the_jpeg_behind_it_and_looks_like_it(project: Path) -> None:
    """P6."""
    folder = project / "site" / "assets" / "photographs"
    pairs = [(file, file.with_suffix(".webp")) for file in folder.glob(f"{SLUG}-*-1200.jpg") if file.with_suffix(".webp").is_file()]
    assert len(pairs) >= 3
    for jpeg, webp in pairs:
        assert webp.stat().st_size < jpeg.stat().st_size, webp.name
        assert likeness(Image.open(jpeg), Image.open(webp)) >= 0.95, webp.name
    assert likeness(Image.open(jpeg), Image.open(jpeg).rotate(180)) < 0.9


def test_a_busy_picture_is_light_where_it_is_seen_first(tmp_path: Path) -> None:
    """P7: leaves and gravel weigh many times as much as sky and sea, and give up quality until they are light."""
    busy = Image.effect_noise((325, 225), 30).resize((1300, 900)).convert("RGB")
    row = "photographs:\n  - {id: bench, file: bench.jpg, alt: The bench, credit: Quiet Box, licence: by permission, caption: Of it.}\nsources:"
    files = {f"startups/{SLUG}.md": profile(("sources:", row), base=CONTENT[f"startups/{SLUG}.md"]), f"images/{SLUG}/bench.jpg": as_jpeg(busy)}
    (startup,) = catalogue.load(make_world(tmp_path, files)).published
    shown = photographs.shown(startup, tmp_path / "cache")
    assert shown.card.path.stat().st_size <= 40_000
    sizes = [size for cut in shown.hero.values() for size in cut.sizes]
    assert {size.width for size in sizes} >= {400, 800, 1200}
    assert {size.address: weight for size in sizes if (weight := size.path.stat().st_size) > 120_000} == {}


def test_no_profile_has_a_head_shot() -> None:
    """G22: a founder is a name; a photograph is of the work, and is never enlarged (see above)."""
    founder = Profile.model_json_schema()["$defs"]["Founder"]["properties"]
    assert set(founder) == {"name", "src"}


def test_the_cache_gives_up_what_no_build_has_used_in_a_month(project: Path) -> None:
    kept = project / ".cache" / "site"
    used = {path for path in (kept / "photographs").iterdir()}
    old = kept / "photographs" / "bench-400.0123456789abcdef.webp"
    young = kept / "social" / "quiet-box-en.0123456789abcdef.jpg"
    leaf = kept / "book" / "leaf-of-a-book-before.webp"
    others = kept.parent / "others" / "kept-by-others.bin"
    for path in (old, young, leaf, others):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"left over")
    long_ago = time.time() - (keeping.KEPT_DAYS + 1) * 86_400
    for path in (*used, old, leaf, others):
        os.utime(path, (long_ago, long_ago))
    assert build(project).returncode == 0
    assert not old.exists() and not leaf.exists() and young.exists() and others.exists()
    assert all(path.exists() for path in used)
    for path in (young, others):
        path.unlink()
