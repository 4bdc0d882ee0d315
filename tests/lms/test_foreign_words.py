"""Words of Django and allauth stand as their packages say them, and people read them in Khmer."""

from pathlib import Path

import allauth
import django
from babel.messages.pofile import read_po
from django.utils.translation import gettext, ngettext, override

from lms.foreign_words import accounts, forms
from tests import house

DJANGO, ALLAUTH = Path(django.__file__).parent, Path(allauth.__file__).parent
UPSTREAM = [DJANGO / "conf", DJANGO / "contrib/auth", ALLAUTH]


def said_upstream():
    said = set()
    for folder in UPSTREAM:
        with (folder / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
            said |= {message.id for message in read_po(file)}
    return said


def test_every_word_is_one_that_its_package_says():
    said = said_upstream()
    house.expect_none([word for word in forms.WORDS + accounts.WORDS if word not in said])


def test_an_empty_field_asks_in_khmer():
    with override("km"):
        assert gettext("This field is required.") == "សូមបំពេញប្រអប់នេះ។"


def test_a_short_password_is_refused_in_khmer():
    with override("km"):
        words = ngettext(
            "This password is too short. It must contain at least %d character.",
            "This password is too short. It must contain at least %d characters.",
            10,
        )
    assert words == "ពាក្យសម្ងាត់នេះខ្លីពេក។ ត្រូវមានយ៉ាងតិច %d តួអក្សរ។"


def test_a_wrong_login_is_refused_in_khmer():
    with override("km"):
        words = gettext("The username and/or password you specified are not correct.")
    assert words == "ឈ្មោះ ឬពាក្យសម្ងាត់មិនត្រឹមត្រូវទេ។ សូមវាយម្តងទៀត។"
