"""Pictures for phones and for larger screens."""

import pytest

from courses.adapters import pictures
from tests import pages


@pytest.fixture
def image(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return pages.image()


def test_a_picture_has_two_widths_and_keeps_its_shape(image):
    picture = pictures.picture(image)
    assert (picture.width, picture.height) == (640, 480)
    assert picture.best_url.endswith(".width-640.format-avif.avifquality-40.avif")
    assert picture.url.endswith(".width-640.format-webp.webpquality-45.webp")
    assert picture.wide_url.endswith(".width-1040.format-webp.webpquality-60.webp")


def test_a_picture_costs_no_query_the_second_time(image, django_assert_num_queries):
    pictures.picture(image)
    with django_assert_num_queries(0):
        pictures.picture(image)


def test_what_a_phone_loads_is_measured(image):
    assert 0 < pictures.phone_bytes(image) < 15_000


def test_a_lost_file_is_no_error(image):
    image.file.storage.delete(image.file.name)
    assert pictures.phone_bytes(image) == 0
    assert pictures.picture(image).url


def test_people_who_save_data_load_less_in_one_width(image):
    small = pictures.small_picture(image)
    assert (small.width, small.wide_url) == (400, "")
    assert pictures.small_bytes(image) < pictures.phone_bytes(image)
    assert pictures.only(small, "avif").url == small.best_url
    assert pictures.only(small, "webp").url == small.url
