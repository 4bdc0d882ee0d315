"""Pictures of pages in two widths, small enough for a phone on a slow line."""

from dataclasses import dataclass

from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.images.utils import to_svg_safe_spec

from courses.adapters.memory import remembered

PHONE = "width-640|format-webp|webpquality-45"
WIDE = "width-1040|format-webp|webpquality-60"


@dataclass(frozen=True)
class Picture:
    """`url` for phones, with its width and height; `wide_url` for larger screens."""

    url: str
    width: int
    height: int
    wide_url: str


def picture(image) -> Picture:
    """The picture of a Wagtail image. Makes the files once; afterwards costs no query while the
    cache remembers them. A missing file gives a broken picture, not an error."""
    return remembered(f"picture:{image.file.name}", lambda: _picture(image))


def _picture(image) -> Picture:
    phone, wide = _renditions(image, PHONE, WIDE)
    return Picture(phone.url, phone.width, phone.height, wide.url)


def phone_bytes(image) -> int:
    """How much a phone loads for the picture; 0 when its file is missing."""
    (phone,) = _renditions(image, PHONE)
    try:
        return phone.file.size
    except (OSError, ValueError, AttributeError):
        return 0


def _renditions(image, *specs):
    if image.is_svg():
        specs = [to_svg_safe_spec(spec) or "original" for spec in specs]
    made = get_renditions_or_not_found(image, specs)
    return [made[spec] for spec in specs]
