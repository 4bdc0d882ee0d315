"""Keep pictures in a collection, each file once."""

import hashlib
from io import BytesIO

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import Collection


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
    digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    image = images.filter(collection=collection, file_hash=digest).first()
    if image is None:
        file = ImageFile(BytesIO(data), name=name)
        image = images.create(
            title=title, description=alt, file=file, collection=collection, uploaded_by_user=by
        )
        image.get_file_hash()
    return image
