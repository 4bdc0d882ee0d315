"""The pictures of a Word document: those that browsers show are kept, and each one once."""

import io

from mammoth.images import img_element
from PIL import Image, UnidentifiedImageError

from courses.adapters.word import contents
from courses.adapters.word.contents import Picture

#: Kinds of pictures that are kept, and how their files end.
_KINDS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}


class Pictures:
    """Filled while mammoth reads the document; `src` of its images becomes a number, or the code
    of a note where the picture is left out."""

    def __init__(self):
        self.kept: list[Picture] = []
        self.convert = img_element(self._attributes)

    def _attributes(self, image) -> dict[str, str]:
        return {"src": str(self._number(image)), "alt": image.alt_text or ""}

    def _number(self, image) -> int | str:
        with image.open() as file:
            data = file.read()
        extension = extension_of(data)
        if not extension:
            return contents.PICTURE_KIND
        picture = Picture(data, extension)
        if picture in self.kept:
            return self.kept.index(picture)
        if len(self.kept) == contents.PICTURES:
            return contents.MANY_PICTURES
        self.kept.append(picture)
        return len(self.kept) - 1


def extension_of(data: bytes) -> str:
    """How a picture file ends; empty for what is no picture, or too large, or of another kind."""
    try:
        with Image.open(io.BytesIO(data), formats=list(_KINDS)) as image:
            is_small = image.width * image.height <= contents.PICTURE_PIXELS
            image.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return ""
    return _KINDS[image.format] if is_small else ""
