"""By which way and in which language somebody is told."""

import pytest

from courses.rules.recipients import Contact, contact_for, language_for

OWN, SHARED = ("+85512345678", False), ("+85512999999", True)


@pytest.mark.parametrize(
    ("email", "phones", "by_sms", "contact"),
    [
        ("a@example.org", [OWN], True, Contact("email", "a@example.org")),
        ("", [SHARED, OWN], True, Contact("sms", OWN[0])),
        ("", [SHARED], True, Contact("sms", SHARED[0], is_discreet=True)),
        ("", [("", False)], True, Contact("paste")),
        ("", [OWN], False, Contact("paste")),
        ("", [SHARED], False, Contact("paste", is_discreet=True)),
        ("", [], True, Contact("paste")),
    ],
)
def test_the_first_way_that_there_is(email, phones, by_sms, contact):
    assert contact_for(email, phones, by_email=True, by_sms=by_sms) == contact


def test_nobody_gets_an_e_mail_where_none_can_leave():
    assert contact_for("a@example.org", [], by_email=False, by_sms=True) == Contact("paste")


@pytest.mark.parametrize(
    ("reads", "has_khmer_name", "spoken", "language"),
    [
        ("no", True, "km", "en"),
        ("easily", False, "en", "km"),
        ("", False, "km", "km"),
        ("", True, "zh", "km"),
        ("", False, "zh", "en"),
        ("with_difficulty", False, "zh", "km"),
    ],
)
def test_khmer_but_for_who_does_not_read_it(reads, has_khmer_name, spoken, language):
    assert language_for(reads, has_khmer_name=has_khmer_name, spoken=spoken) == language
