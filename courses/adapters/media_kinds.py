"""What kind of picture, sound, film or document a file is, by its contents."""

import io

from PIL import Image, UnidentifiedImageError

PICTURE_PIXELS = 40_000_000
#: Kinds of pictures that browsers show.
PICTURES = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")

#: How their files end. MPO is the JPEG of some phones, with more behind it.
_EXTENSIONS = {kind: kind.lower() for kind in PICTURES} | {"JPEG": "jpg", "MPO": "jpg"}
_ZIPPED = frozenset({"docx", "xlsx", "pptx"})
_BOXED = frozenset({"mp4", "m4a"})
_SOUND_FRAMES = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")


def picture_extension(data: bytes, kinds: tuple[str, ...] = PICTURES) -> str:
    """How a picture file ends; empty for what is no picture, or too large, or of another kind."""
    try:
        with Image.open(io.BytesIO(data), formats=list(kinds)) as image:
            is_small = image.width * image.height <= PICTURE_PIXELS
            image.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return ""
    return _EXTENSIONS.get(image.format, "") if is_small else ""


def is_document(data: bytes, extension: str) -> bool:
    """Whether a file that ends so begins as such a file does; only for sound, films, captions, PDF
    and documents of office programs."""
    start = data[:16]
    if extension in _ZIPPED:
        return start.startswith(b"PK\x03\x04")
    if extension in _BOXED:
        return start[4:8] == b"ftyp"
    starts = {
        "pdf": (b"%PDF-",),
        "mp3": (b"ID3", *_SOUND_FRAMES),
        "ogg": (b"OggS",),
        "webm": (b"\x1a\x45\xdf\xa3",),
        "vtt": (b"WEBVTT", b"\xef\xbb\xbfWEBVTT"),
    }
    return extension in starts and start.startswith(starts[extension])
