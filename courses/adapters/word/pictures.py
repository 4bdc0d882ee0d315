"""The pictures of a Word document: those that browsers show are kept, and each one once."""

from mammoth.images import img_element

from courses.adapters.media_kinds import picture_extension
from courses.adapters.word import contents
from courses.adapters.word.contents import Picture

#: Kinds of pictures that are kept.
_KINDS = ("PNG", "JPEG", "GIF", "WEBP")


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
        extension = picture_extension(data, _KINDS)
        if not extension:
            return contents.PICTURE_KIND
        picture = Picture(data, extension)
        if picture in self.kept:
            return self.kept.index(picture)
        if len(self.kept) == contents.PICTURES:
            return contents.MANY_PICTURES
        self.kept.append(picture)
        return len(self.kept) - 1
