"""Keep pictures in a collection, each file once, and none with the place where it was taken."""

import hashlib
from io import BytesIO

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import Collection

from courses.adapters.camera_facts import without_camera_facts


@transaction.atomic
def keep_picture(
    data: bytes,
    name: str,
    *,
    title: str,
    alt: str,
    collection: Collection,
    by: AbstractBaseUser,
):
    """The image with these bytes in the collection: the one that is there, or a new one."""
    images = get_image_model().objects
    data = without_camera_facts(data)
    digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    image = images.filter(collection=collection, file_hash=digest).first()
    if image is None:
        file = ImageFile(BytesIO(data), name=name)
        image = images.create(
            title=title, description=alt, file=file, collection=collection, uploaded_by_user=by
        )
        image.get_file_hash()
    return image


def forget_camera(image) -> None:
    """Take place, time and device out of the file that an image is about to keep, before it is
    written; a file that is kept already stays as it is. Size and digest follow the new file."""
    file = image.file
    if not file or getattr(file, "_committed", True):
        return
    file.seek(0)
    told = file.read()
    file.seek(0)
    clean = without_camera_facts(told)
    if clean == told:
        return
    image.file = ContentFile(clean, name=file.name)
    image.file_size = len(clean)
    image.file_hash = hashlib.sha1(clean, usedforsecurity=False).hexdigest()
