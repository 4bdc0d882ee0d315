"""A whole list of codes, checked at once."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from certificates.actions import tallies
from certificates.actions.certificates import (
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from certificates.models import CheckCount
from certificates.rules.codes import spoken
from courses.actions.consents import record_consent
from courses.adapters.spreadsheets import read_workbook, write_xlsx
from courses.choices import ConsentKind
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db
UNKNOWN = "ABCDEFGHJKMNPQRSTU"
ADDRESS = reverse("certificates:list")


@pytest.fixture
def world(staff_user, monkeypatch):
    """One certificate of each state, and counts that begin anew."""
    cache.clear()
    monkeypatch.setattr(tallies, "TALLY", tallies.Tally())
    valid, revoked, replaced = (issue_certificate(met_completion(), by=None) for _ in range(3))
    record_consent(valid.person, ConsentKind.PUBLIC_NAME, True, by=None)
    revoke_certificate(revoked, "misuse", by=staff_user)
    newer = replace_certificate(replaced, by=staff_user)
    return valid, revoked, replaced, newer


def answers(content) -> list[tuple]:
    rows = read_workbook(content).sheets[0].rows
    return [row + (None,) * (10 - len(row)) for row in rows]


def test_pasted_codes_and_those_of_a_file_get_the_same_answers(client, world):
    valid, revoked, replaced, newer = world
    pasted = f"{spoken(valid.code).lower()}\n\n{UNKNOWN}\n=1+1\n"
    book = BytesIO()
    cells = [["No.", "Code"], [1, revoked.code], [2, replaced.code], [3, valid.code]]
    write_xlsx([("List", cells)], book)
    file = SimpleUploadedFile("list.xlsx", book.getvalue())

    answer = client.post(ADDRESS, {"codes": pasted, "file": file, "as": "csv"})

    head, *rows = answers(answer.content)
    assert head[:3] == ("Code", "Answer", "Number")
    assert [(row[1], row[2]) for row in rows] == [
        ("Valid", valid.serial),
        ("Unknown code", None),
        ("Unknown code", None),
        ("Not valid: withdrawn", revoked.serial),
        ("Replaced", replaced.serial),
        ("Valid", valid.serial),
    ]
    assert rows[0][4] == valid.facts["name_en"] and rows[3][4] == "C. S."
    assert rows[2][0] == "'=1+1"
    assert rows[4][9] == newer.serial
    counts = dict(CheckCount.objects.values_list("answer", "count"))
    assert counts == {"valid": 2, "unknown": 2, "revoked": 1, "replaced": 1}


def test_the_table_shows_sums_and_xlsx_holds_the_same(client, world):
    valid = world[0]
    shown = client.post(ADDRESS, {"codes": f"{valid.code}\n{UNKNOWN}"})
    saved = client.post(ADDRESS, {"codes": f"{valid.code}\n{UNKNOWN}", "as": "xlsx"})

    assert "<b>1</b> Valid · <b>1</b> Unknown code" in shown.text
    assert valid.course.title_en in shown.text
    assert shown["X-Robots-Tag"] == "noindex"
    rows = answers(b"".join(saved.streaming_content))
    assert [row[1] for row in rows] == ["Answer", "Valid", "Unknown code"]


def test_too_many_none_and_unreadable_are_told_and_many_lists_have_to_wait(
    client, world, monkeypatch
):
    many = "\n".join(f"CODE{number}" for number in range(501))
    broken = SimpleUploadedFile("list.xlsx", b"PK\x03\x04broken")

    assert "At most 500 codes" in client.post(ADDRESS, {"codes": many}).text
    assert "Paste the codes" in client.post(ADDRESS, {"codes": " "}).text
    assert "could not be read" in client.post(ADDRESS, {"file": broken}).text
    monkeypatch.setattr("certificates.views.lists.LISTS", 1)
    first, second = (client.post(ADDRESS, {"codes": UNKNOWN}) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 429)
    assert "Please wait ten minutes" in second.text


def test_five_hundred_codes_take_two_questions(client, world, django_assert_num_queries):
    tallies.TALLY.written_at = tallies.time.monotonic()
    codes = "\n".join([world[0].code, *(f"CODE{number}" for number in range(499))])
    client.post(ADDRESS, {"codes": codes, "as": "csv"})

    with django_assert_num_queries(2):
        client.post(ADDRESS, {"codes": codes, "as": "csv"})
