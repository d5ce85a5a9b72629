"""Mending photographs: upright, without what a camera tells of its owner, no larger than the book needs."""

from __future__ import annotations

import io
from pathlib import Path

from showcase.files import write_whole

LONGEST = 6000
"""Pixels of the longer side: enough for two pages of the book."""
TOLD = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Comment", "Description", "Author", "Copyright")
"""What a file may tell beside its pixels."""


def mend(path: Path) -> str:
    """The file as it should be is written to `path`; what was mended, in words, or nothing."""
    made = _mended(path)
    if made is None:
        return ""
    what, data = made
    write_whole(path, data)
    return what


def look(path: Path) -> str:
    """What would be mended, in words, or nothing."""
    made = _mended(path)
    return made[0] if made else ""


def _mended(path: Path) -> tuple[str, bytes] | None:
    """What is mended and the bytes of the file; None where there is nothing, or the file is no picture."""
    from PIL import ImageOps

    from showcase import pictures
    from showcase.pictures.reading import orientation, reduced

    if path.is_symlink():
        return None
    try:
        image, large = reduced(path, LONGEST)
    except pictures.PictureError:
        return None  # the check tells it
    form, turned = image.format, orientation(image) != 1
    telling = bool(image.getexif()) or any(key in image.info for key in TOLD)
    if not (turned or large or telling):
        return None
    icc = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    for key in TOLD:
        image.info.pop(key, None)
    image.getexif().clear()
    file = io.BytesIO()
    options = {"JPEG": {"quality": 95, "subsampling": 0, "optimize": True}, "WEBP": {"quality": 95}}.get(str(form), {})
    image.save(file, form, icc_profile=icc, **options)
    named = {"orientation": turned, "size": large, "metadata": telling}
    return ", ".join(what for what, is_so in named.items() if is_so), file.getvalue()
