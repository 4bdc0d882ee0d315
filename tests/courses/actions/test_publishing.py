"""The figures of a year are prepared, published and withdrawn: by whom, when, and what stays."""

import random
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from courses.actions.publishing import (
    discard_numbers,
    prepare_numbers,
    publish_numbers,
    withdraw_numbers,
)
from courses.exceptions import Refused
from courses.models import PublishedYear, ReportSnapshot
from courses.queries.public_numbers import earlier_publications
from courses.rules.public_numbers import from_plain
from tests.courses.published import corrected, draw_rows, frozen, of_another_period, report_of
from tests.factories import TopicFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept(keep_rows):
    return keep_rows(make_prepared)


def make_prepared():
    """The figures of a year that the first of two people prepared."""
    TopicFactory(slug="safety"), TopicFactory(slug="rights")
    people = UserFactory(username="first"), UserFactory(username="second")
    rows = draw_rows(random.Random(1))
    snapshot = frozen(report_of(rows))
    number = prepare_numbers(snapshot, by=people[0]).pk
    return SimpleNamespace(rows=rows, people=people, snapshot=snapshot.pk, number=number)


@pytest.fixture
def people(kept):
    return kept.people


@pytest.fixture
def prepared(kept):
    return PublishedYear.objects.get(pk=kept.number)


@pytest.fixture
def snapshot(kept):
    """What was prepared from."""
    return ReportSnapshot.objects.get(pk=kept.snapshot)


@pytest.fixture
def rows(kept, prepared):
    """What a report counts, where nothing is prepared any more."""
    discard_numbers(prepared, by=kept.people[0])
    return kept.rows


def refused(verb, *args, **kwargs):
    with pytest.raises(Refused) as no:
        verb(*args, **kwargs)
    return no.value.code


def verbs():
    entries = ModelLogEntry.objects.filter(action__startswith="courses.numbers")
    return list(entries.order_by("pk").values_list("action", flat=True))


def test_one_prepares_and_another_publishes_once(prepared, people):
    (first, second), row = people, prepared
    assert (row.year, row.edition, row.published_at) == (2025, 1, None)
    assert refused(publish_numbers, row, by=first) == "own"

    published = publish_numbers(row, by=second)
    assert (published.prepared_by, published.published_by) == (first, second)
    assert refused(publish_numbers, row, by=second) == "published_already"
    assert verbs() == ["courses.numbers_prepared", "courses.numbers_published"]


def test_a_site_with_one_member_of_staff_may_say_that_one_is_enough(prepared, people, settings):
    settings.COURSES_PUBLISH_ALONE = True

    assert publish_numbers(prepared, by=people[0]).published_at
    assert ModelLogEntry.objects.get(action="courses.numbers_published").data["alone"] is True


def test_small_counts_are_not_in_what_everybody_reads(prepared):
    publication = from_plain(prepared.proof)
    told = {
        (table["measure"], tuple(sorted(each["where"].items()))): each
        for table in prepared.content["tables"]
        for each in table["counts"]
    }

    assert publication.hidden and told.keys() == publication.cube.counts.keys()
    for cell, count in publication.cube.counts.items():
        assert told[cell]["count"] == (None if cell in publication.hidden else count)
        assert ("hidden_below" in told[cell]) == (cell in publication.hidden)


def test_only_an_approved_whole_report_of_a_year_that_is_over_is_prepared(rows, people):
    report = report_of(rows)
    earlier = frozen(report)
    frozen(report, restates=earlier)
    this_year = of_another_period(report, date(2999, 1, 1), date(2999, 12, 31))
    half = of_another_period(report, date(2025, 1, 1), date(2025, 6, 30))
    unfit = {
        "not_approved": frozen(report, is_approved=False),
        "replaced": earlier,
        "too_early": frozen(this_year),
        "narrowed": frozen(half),
    }
    for code, snapshot in unfit.items():
        assert refused(prepare_numbers, snapshot, by=people[0]) == code
    for more in ({"area": ["12"]}, {"filters": {"province": [{"id": "12", "code": "12"}]}}):
        assert refused(prepare_numbers, frozen(report, **more), by=people[0]) == "narrowed"


def test_a_report_that_was_changed_behind_our_back_is_not_prepared(rows, people):
    snapshot = frozen(report_of(rows))
    snapshot.content["report"]["factories"] = 99

    assert refused(prepare_numbers, snapshot, by=people[0]) == "changed"


def test_of_hardly_anybody_nothing_is_published(rows, people):
    snapshot = frozen(report_of(rows[:3]))

    code = None
    try:
        row = prepare_numbers(snapshot, by=people[0])
    except Refused as no:
        code = no.code
    else:
        shown = [
            each["count"]
            for table in row.content["tables"]
            for each in table["counts"]
            if table["measure"] in ("people", "participations")
        ]
        assert not any(shown)
    assert code in (None, "withheld")


def test_a_correction_is_a_new_edition_that_is_safe_beside_the_first(kept, prepared, snapshot):
    first, second = kept.people
    publish_numbers(prepared, by=second)
    assert refused(prepare_numbers, snapshot, by=first) == "same"

    again = frozen(report_of(corrected(random.Random(2), kept.rows)))
    row = prepare_numbers(again, by=first)
    assert row.edition == 2
    assert refused(prepare_numbers, again, by=first) == "waiting"
    (before,) = earlier_publications(2025)
    unchanged = {
        cell
        for cell in before.hidden
        if before.cube.counts[cell] == from_plain(row.proof).cube.counts[cell]
    }
    assert unchanged <= from_plain(row.proof).hidden.keys()


def test_what_was_prepared_may_be_discarded_and_what_was_published_may_not(
    prepared, snapshot, people
):
    discard_numbers(prepared, by=people[0])
    assert not PublishedYear.objects.exists()
    assert verbs()[-1] == "courses.numbers_discarded"

    row = publish_numbers(prepare_numbers(snapshot, by=people[0]), by=people[1])
    assert refused(discard_numbers, row, by=people[0]) == "published_already"
    with pytest.raises(ValidationError):
        row.delete()


def test_published_figures_are_withdrawn_once_with_a_reason_and_still_guarded(prepared, people):
    assert refused(withdraw_numbers, prepared, "Wrong", by=people[0]) == "not_published"
    publish_numbers(prepared, by=people[1])
    assert refused(withdraw_numbers, prepared, " ", by=people[0]) == "no_reason"

    row = withdraw_numbers(prepared, " Two factories were missing. ", by=people[0])
    assert row.withdrawn_why == "Two factories were missing."
    assert refused(withdraw_numbers, row, "Again", by=people[0]) == "withdrawn_already"
    assert len(earlier_publications(2025)) == 1


def test_what_is_written_stays(prepared, people):
    row = publish_numbers(prepared, by=people[1])
    row.content["licence"] = "none"
    for fields in (None, ["content"], ["published_at", "published_by"]):
        with pytest.raises(ValidationError):
            row.save(update_fields=fields)
    with pytest.raises(ValidationError):
        PublishedYear.objects.update(year=2020)
    assert ReportSnapshot.objects.count() == 1
