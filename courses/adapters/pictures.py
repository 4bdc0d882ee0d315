"""Pictures of pages, small enough for a phone on a slow line: AVIF, and WebP for older browsers."""

from dataclasses import dataclass, replace

from PIL import features
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.images.utils import to_svg_safe_spec

from courses.adapters.memory import remembered

PHONE = "width-640|format-webp|webpquality-45"
PHONE_BEST = "width-640|format-avif|avifquality-40"
WIDE = "width-1040|format-webp|webpquality-60"
SMALL = "width-400|format-webp|webpquality-30"
SMALL_BEST = "width-400|format-avif|avifquality-30"
HAS_AVIF = features.check("avif")


@dataclass(frozen=True)
class Picture:
    """`url` that every browser reads, with its width and height; `best_url` where AVIF can be made,
    and `wide_url` for larger screens, each "" where there is none."""

    url: str
    width: int
    height: int
    best_url: str = ""
    wide_url: str = ""


def picture(image) -> Picture:
    """The picture of a Wagtail image for phones and for larger screens. Makes the files once;
    afterwards costs no query while the cache remembers them. A missing file gives a broken
    picture, not an error."""
    return remembered(
        f"picture:{image.file.name}", lambda: _picture(image, PHONE_BEST, PHONE, WIDE)
    )


def small_picture(image) -> Picture:
    """The same for people who save data: one width, for phones."""
    return remembered(f"small:{image.file.name}", lambda: _picture(image, SMALL_BEST, SMALL))


def _picture(image, best_spec: str, spec: str, *wider: str) -> Picture:
    plain, *wide = _renditions(image, spec, *wider)
    return Picture(
        url=plain.url,
        width=plain.width,
        height=plain.height,
        best_url=_renditions(image, best_spec)[0].url if _has_best(image) else "",
        wide_url=wide[0].url if wide else "",
    )


def only(made: Picture, kind: str) -> Picture:
    """The picture in one format alone, "avif" or "webp"; as it is where none is named."""
    if not kind:
        return made
    best = made.best_url if kind == "avif" else ""
    return replace(made, url=best or made.url, best_url="")


def phone_bytes(image) -> int:
    """How much a phone loads for the picture; 0 when its file is missing."""
    return _bytes(image, PHONE_BEST if _has_best(image) else PHONE)


def small_bytes(image) -> int:
    """How much a phone loads for the picture when it saves data; 0 when its file is missing."""
    return _bytes(image, SMALL_BEST if _has_best(image) else SMALL)


def _has_best(image) -> bool:
    return HAS_AVIF and not image.is_svg()


def _bytes(image, spec: str) -> int:
    (made,) = _renditions(image, spec)
    try:
        return made.file.size
    except (OSError, ValueError, AttributeError):
        return 0


def _renditions(image, *specs):
    if image.is_svg():
        specs = [to_svg_safe_spec(spec) or "original" for spec in specs]
    made = get_renditions_or_not_found(image, specs)
    return [made[spec] for spec in specs]
