"""A photo as a phone takes it, with the place where it was taken."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageCms

GPS, MAKER, ORIENTATION = 0x8825, 271, 0x0112


@cache
def photo_from_the_gate(kind="JPEG", orientation=6) -> bytes:
    """40 by 20 pixels, blue with red on the left, lying on its side with orientation 6: upright it
    is 20 wide, 40 high and red above. The same bytes each time: a profile of colours holds the
    time of its making."""
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = "Sala phone", orientation
    exif.get_ifd(GPS).update({1: "N", 2: (11.0, 33.0, 0.0), 3: "E", 4: (104.0, 55.0, 0.0)})
    picture = Image.new("RGB", (40, 20), (20, 20, 250))
    picture.paste((250, 20, 20), (0, 0, 16, 20))
    colours = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = BytesIO()
    words = {"comment": b"at the gate"} if kind == "JPEG" else {}
    picture.save(out, kind, exif=exif.tobytes(), icc_profile=colours, **words)
    return out.getvalue()
