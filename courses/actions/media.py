"""Keep pictures and documents in a collection, each file once, and no picture with the place where
it was taken."""

import hashlib
from io import BytesIO

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from django.db.models import Manager
from wagtail.documents import get_document_model
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
    image = _there(images, data, collection)
    if image is None:
        file = ImageFile(BytesIO(data), name=name)
        image = images.create(
            title=title, description=alt, file=file, collection=collection, uploaded_by_user=by
        )
        image.get_file_hash()
    return image


@transaction.atomic
def keep_document(
    data: bytes, name: str, *, title: str, collection: Collection, by: AbstractBaseUser
):
    """The document with these bytes in the collection: the one that is there, or a new one."""
    documents = get_document_model().objects
    document = _there(documents, data, collection)
    if document is None:
        file = ContentFile(data, name=name)
        document = documents.create(
            title=title, file=file, collection=collection, uploaded_by_user=by
        )
        document.get_file_hash()
        document.get_file_size()
    return document


def _there(rows: Manager, data: bytes, collection: Collection):
    digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    return rows.filter(collection=collection, file_hash=digest).order_by("pk").first()


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
