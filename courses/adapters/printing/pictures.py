"""Pictures for print: read, laid on white paper, made small and written anew as JPEG."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from courses.adapters.printing.errors import TypesettingError

#: 40 mm at 300 dots per inch, and a whole A4 page at 200.
MOST_PIXELS = 480
PAGE_PIXELS = 2340
MOST_SOURCE_PIXELS = 50_000_000


@lru_cache(maxsize=32)
def for_print(content: bytes, most: int = MOST_PIXELS) -> bytes:
    """JPEG bytes without metadata, `most` pixels long at most. Raises TypesettingError
    `not_printed` for what is no picture."""
    try:
        with Image.open(BytesIO(content), formats=["PNG", "JPEG", "WEBP", "GIF"]) as picture:
            if picture.width * picture.height > MOST_SOURCE_PIXELS:
                raise TypesettingError("not_printed", "picture too large")
            coloured = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise TypesettingError("not_printed", f"picture: {error}") from error
    coloured.thumbnail((most, most), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    out = BytesIO()
    paper.save(out, "JPEG", quality=88, subsampling=0, optimize=True)
    return out.getvalue()
