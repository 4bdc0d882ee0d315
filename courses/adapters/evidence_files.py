"""Sheets and photos as they come from a camera or a scanner, made fit to be kept."""

from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

#: 300 dots per inch over the long side of A4 is 3508.
MOST_PIXELS = 2800
MOST_SOURCE_PIXELS = 80_000_000
FORMATS = ["JPEG", "PNG", "WEBP"]
PDF_HEAD = 1024


class EvidenceError(Exception):
    """A file that is not kept; `code` is one of `EvidenceProblem`."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class CleanFile:
    """What is kept, and `jpg` or `pdf`."""

    content: bytes
    ending: str


def clean_file(content: bytes, *, most_bytes: int) -> CleanFile:
    """A picture written anew as JPEG, upright and without place and time of the camera, or the PDF
    as it is. The content decides, never the name. Raises EvidenceError."""
    if not content:
        raise EvidenceError("empty")
    if len(content) > most_bytes:
        raise EvidenceError("too_large")
    if b"%PDF-" in content[:PDF_HEAD]:
        return CleanFile(content, "pdf")
    return CleanFile(_picture(content), "jpg")


def _picture(content: bytes) -> bytes:
    try:
        with _opened(content) as picture:
            if picture.width * picture.height > MOST_SOURCE_PIXELS:
                raise EvidenceError("too_large")
            picture.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, RuntimeError) as error:
        raise EvidenceError("not_taken") from error
    upright.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    out = BytesIO()
    clean.save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue()


def _opened(content: bytes) -> Image.Image:
    """iPhones take HEIF, which Pillow does not read by itself."""
    if pillow_heif.is_supported(content):
        return pillow_heif.open_heif(content).to_pillow()
    return Image.open(BytesIO(content), formats=FORMATS)
