"""Small pictures of the demo that are shipped ready-made: to make them was a sixth of the telling.

Each is named by its picture and by how it is made: for a picture or a way that is new there is none
here, and it is made as on any other site. `manage.py keep_small_pictures` writes them anew.
"""

from hashlib import sha256
from pathlib import Path

from django.core.files.images import ImageFile

from courses.adapters.pictures import HAS_AVIF, PHONE_BEST, SMALL_BEST

SMALL = Path(__file__).parent / "small"
SPECS = (PHONE_BEST, SMALL_BEST)


def small_name(content: bytes, spec: str) -> str:
    """The file of the small picture of one with this content, made in this way."""
    return f"{sha256(spec.encode() + content).hexdigest()[:20]}.avif"


def give_small(image, content: bytes) -> None:
    """A new image has the small pictures that are shipped for it, as if they had been made."""
    for spec in SPECS if HAS_AVIF else ():
        path = SMALL / small_name(content, spec)
        if path.exists():
            with path.open("rb") as file:
                name = f"{Path(image.file.name).stem}.{spec.replace('|', '.')}.avif"
                image.renditions.create(filter_spec=spec, file=ImageFile(file, name=name))


def keep_small(renditions, folder: Path) -> None:
    """Write those among the renditions that the demo can ship into the folder, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for made in renditions.filter(filter_spec__in=SPECS).select_related("image"):
        with made.image.file.open("rb") as picture, made.file.open("rb") as small:
            (folder / small_name(picture.read(), made.filter_spec)).write_bytes(small.read())
