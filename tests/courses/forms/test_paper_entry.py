"""What may be typed for a row of a sheet, and what it means."""

import json

import pytest
from django.utils import translation

from courses.choices import Presence
from courses.forms.paper_entry import KEYS, PaperForm, read_code
from tests.factories import AttendanceFactory, EnrollmentFactory, SessionFactory


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ("", "")),
        ("  ", ("", "")),
        ("1", ("present", "")),
        ("h", ("present", "")),
        ("H", ("present", "")),
        ("ម", ("present", "")),
        ("១", ("present", "")),
        ("2 40", ("late", "40")),
        ("240", ("late", "40")),
        ("២ ៤០", ("late", "40")),
        ("l40", ("late", "40")),
        ("3", ("left_early", "")),
        ("e 25", ("left_early", "25")),
        ("4", ("excused", "")),
        ("5", ("absent", "")),
        ("អ", ("absent", "")),
        ("6", None),
        ("1 40", None),
        ("15", None),
        ("2 forty", None),
        ("hello", None),
        ("<b>", None),
    ],
)
def test_a_digit_or_a_letter_stands_for_a_mark_and_minutes_follow(typed, meant):
    assert read_code(typed) == meant


def test_every_mark_has_a_key_and_no_two_share_one():
    assert [key.presence for key in KEYS] == list(Presence)
    signs = "".join(key.signs for key in KEYS)
    assert len(set(signs)) == len(signs)


def test_the_keys_are_shown_in_the_language_of_the_screen():
    assert KEYS[0].shown == ("1", "H")
    with translation.override("km"):
        assert KEYS[0].shown == ("១", "ម")


@pytest.fixture
def session(db):
    return SessionFactory()


def data(form, **codes):
    return {"form": str(form.form_id), "seen": form.seen} | codes


def test_only_changed_rows_become_marks_and_reasons_stay(session):
    here, away, new = EnrollmentFactory.create_batch(3, run=session.run)
    AttendanceFactory(session=session, enrollment=here)
    AttendanceFactory(session=session, enrollment=away, presence="absent", reason="ill")
    shown = PaperForm(session)
    assert {line.row: code for line, code in shown.coded_lines} == {here: "1", away: "5", new: ""}

    codes = {f"c-{here.pk}": "1", f"c-{away.pk}": "5", f"c-{new.pk}": "2 40"}
    form = PaperForm(session, data(shown, **codes))

    assert form.is_valid()
    assert [(m.enrollment_id, m.presence, m.minutes_missed) for m in form.marks()] == [
        (new.pk, "late", 40)
    ]
    assert json.loads(form.seen)[str(away.pk)] == ["absent", 0, "ill"]


def test_the_same_page_twice_is_the_same_events(session):
    row = EnrollmentFactory(run=session.run)
    typed = data(PaperForm(session), **{f"c-{row.pk}": "1"})

    first, second = (PaperForm(session, typed).marks() for _ in range(2))

    assert [mark.event for mark in first] == [mark.event for mark in second]


@pytest.mark.parametrize(
    ("code", "words"), [("9", "Type a number from 1 to 5"), ("2 999", "Write minutes between")]
)
def test_what_makes_no_sense_is_named_and_kept(session, code, words):
    row = EnrollmentFactory(run=session.run)

    form = PaperForm(session, data(PaperForm(session), **{f"c-{row.pk}": code}))

    assert not form.is_valid()
    ((line, kept),) = form.coded_lines
    assert (words in line.error, kept) == (True, code)
