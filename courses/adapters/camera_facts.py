"""Pictures without what cameras and programs write into them: place, time, device, names."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

#: A JPEG with a second picture behind it, as phones make them, opens as MPO.
_WRITTEN_AS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "AVIF": "AVIF"}
_READ = ["JPEG", "PNG", "WEBP", "AVIF"]
_TOLD = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "mp", "mpoffset")
_AS_GOOD = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 80, "speed": 8},
}
UPRIGHT, ORIENTATION = 1, 0x0112


def without_camera_facts(data: bytes) -> bytes:
    """The same picture, upright, without Exif, XMP, IPTC and comments; its colours are kept. What
    tells nothing comes back as it is, byte for byte, and so does what is no JPEG, PNG, WebP or AVIF
    picture: whoever takes files in refuses these."""
    try:
        with Image.open(BytesIO(data), formats=_READ) as picture:
            picture.load()
            return _written(picture, _WRITTEN_AS[picture.format]) if _tells(picture) else data
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return data


def _tells(picture: Image.Image) -> bool:
    # Words of a PNG are known once it is loaded.
    has_words = bool(getattr(picture, "text", None))
    return has_words or any(picture.info.get(each) for each in _TOLD) or bool(picture.getexif())


def _written(picture: Image.Image, kind: str) -> bytes:
    how = dict(_AS_GOOD[kind])
    is_turned = picture.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT
    is_moving = kind != "JPEG" and getattr(picture, "n_frames", 1) > 1
    if is_moving:
        how["save_all"] = True
    elif is_turned:
        colours = picture.info.get("icc_profile")
        picture = ImageOps.exif_transpose(picture)
        picture.info["icc_profile"] = colours
    elif picture.format == "JPEG":
        # The tables of the picture itself: nothing is lost a second time.
        how = {"quality": "keep", "optimize": True}
    for each in _TOLD:
        picture.info.pop(each, None)
    out = BytesIO()
    picture.save(out, kind, icc_profile=picture.info.get("icc_profile"), **how)
    return out.getvalue()
