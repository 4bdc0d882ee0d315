"""Pictures are kept once, and without the place where they were taken."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from courses.actions.media import keep_picture
from tests.photos import photo_from_the_gate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def bytes_of(image):
    with image.open_file() as file:
        return file.read()


def test_an_uploaded_photo_is_kept_upright_and_without_its_place(admin_user):
    root = Collection.get_first_root_node()
    sent = SimpleUploadedFile("gate.jpg", photo_from_the_gate(), "image/jpeg")
    form = get_image_form(get_image_model())(
        {"title": "The gate", "collection": root.pk}, {"file": sent}, user=admin_user
    )
    assert form.is_valid(), form.errors
    image = form.save()

    kept = bytes_of(image)
    assert b"Sala phone" not in kept and dict(Image.open(BytesIO(kept)).getexif()) == {}
    image.refresh_from_db()
    assert (image.width, image.height, image.file_size) == (20, 40, len(kept))
    told, image.file_hash = image.file_hash, ""
    assert image.get_file_hash() == told


def test_an_imported_photo_is_kept_once_and_without_its_place(admin_user):
    root = Collection.get_first_root_node()
    one, again = (
        keep_picture(
            photo_from_the_gate(), "gate.jpg", title="", alt="", collection=root, by=admin_user
        )
        for _ in range(2)
    )
    assert (one, b"Sala phone" in bytes_of(one)) == (again, False)


def test_a_picture_that_is_kept_already_is_not_read_again(admin_user):
    root = Collection.get_first_root_node()
    image = keep_picture(
        photo_from_the_gate(), "gate.jpg", title="", alt="", collection=root, by=admin_user
    )
    image.file.storage.delete(image.file.name)
    image.title = "Still here"
    image.save()
    assert get_image_model().objects.get(pk=image.pk).title == "Still here"
