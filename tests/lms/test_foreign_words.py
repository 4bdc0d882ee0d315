"""Words of Django, allauth and Wagtail stand as their packages say them, and people read them in
Khmer."""

from pathlib import Path

import allauth
import django
import pytest
import wagtail
from babel.messages.pofile import read_po
from django.utils.translation import gettext, ngettext, override

from lms.foreign_words import accounts, forms, office
from tests import house

DJANGO, ALLAUTH = Path(django.__file__).parent, Path(allauth.__file__).parent
UPSTREAM = [DJANGO / "conf", DJANGO / "contrib/auth", ALLAUTH]
WAGTAIL = Path(wagtail.__file__).parent
CATALOGUE = "locale/en/LC_MESSAGES/django.po"


def said_upstream(folders=UPSTREAM):
    said = set()
    for folder in folders:
        with (folder / CATALOGUE).open("rb") as file:
            said |= {message.id for message in read_po(file)}
    return said


def test_every_word_is_one_that_its_package_says():
    said = said_upstream()
    house.expect_none([word for word in forms.WORDS + accounts.WORDS if word not in said])


@pytest.mark.skipif(wagtail.VERSION < (8,), reason="Wagtail 7.4 says some of them otherwise.")
def test_every_word_of_the_office_is_one_that_wagtail_says():
    folders = [file.parents[3] for file in WAGTAIL.rglob(CATALOGUE)]
    said = said_upstream([*folders, DJANGO / "conf"])
    house.expect_none([word for word in office.WORDS if word not in said])


def test_the_office_has_no_words_twice():
    """The catalogue of `lms` wins over those of the apps, so none of their words may stand here."""
    ours = set()
    for app in ("courses", "certificates"):
        with Path(app, "locale/km/LC_MESSAGES/django.po").open("rb") as file:
            ours |= {message.id for message in read_po(file) if not message.context}
    house.expect_none([word for word in office.WORDS if word in ours])


@pytest.mark.django_db
def test_the_office_greets_in_khmer(client, admin_user):
    client.force_login(admin_user)
    text = client.get("/admin/pages/", headers={"accept-language": "km"}, follow=True)
    text = text.content.decode()
    assert "បន្ថែមទំព័រកូន" in text and "Add child page" not in text


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
