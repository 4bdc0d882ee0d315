"""Pictures to print."""

from io import BytesIO

from PIL import Image


def picture(size=(60, 40), mode="RGBA", file_format="PNG", **options):
    out = BytesIO()
    Image.new(mode, size, "teal").save(out, file_format, **options)
    return out.getvalue()
