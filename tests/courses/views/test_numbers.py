"""Training in numbers: what everybody reads, on the page and in the files, gives nobody away."""

import random
import re
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import translation

from courses.actions.publishing import prepare_numbers, publish_numbers, withdraw_numbers
from courses.exceptions import Refused
from courses.models import PublishedYear, Topic
from courses.rules.calendar_words import percent
from courses.rules.public_numbers import SEXES
from tests.courses.published import (
    as_read,
    corrected,
    draw_rows,
    file_of,
    frozen,
    read_from_csv,
    read_from_json,
    read_from_page,
    report_of,
)
from tests.courses.rules.suppression_attack import Attack
from tests.factories import TopicFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def topics(db):
    for slug, name in (("safety", "Safety"), ("rights", "Rights"), ("harassment", "Harassment")):
        TopicFactory(slug=slug, name_en=name, name_km=name)
    Topic.objects.filter(slug="harassment").update(is_sensitive=True)


def published(rows):
    by = UserFactory(), UserFactory()
    return publish_numbers(prepare_numbers(frozen(report_of(rows)), by=by[0]), by=by[1])


def page_of(client, row=None):
    name, args = ("numbers_edition", [row.year, row.edition]) if row else ("numbers", [])
    answer = client.get(reverse(f"courses:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def attacked(*publications):
    attack = Attack(*publications)
    return attack.recovered() | attack.narrow().keys()


def read_everywhere(client, row):
    """What the page and both files say together; they do not contradict each other."""
    told = read_from_json(client, row)
    table = read_from_csv(client, row)
    page, shares = read_from_page(page_of(client, row), row)
    assert page.items() <= told.items() <= table.items()
    return told, shares


def check_shares(told, shares):
    """A share stands only where each count in it stands, so it says nothing more."""
    for place, share in shares.items():
        counts = [
            told["participations", tuple(sorted([*place, ("sex", sex)]))] for sex in SEXES[:3]
        ]
        if None in counts:
            assert share == "hidden"
        elif not sum(counts):
            assert share == "–"
        else:
            assert share == percent(Fraction(counts[0], sum(counts)), "en")


def story_of(client, seed, editions):
    """Attacks what is read of one edition after the other, withdrawn ones included. Gives how many
    counts are hidden; of few people perhaps nothing is published."""
    draw = random.Random(seed)
    rows, seen, hidden = draw_rows(draw, draw.choice((150, 400, 900))), [], 0
    for _number in range(editions):
        try:
            row = published(rows)
        except Refused as no:
            assert no.code == "withheld"
            break
        told, shares = read_everywhere(client, row)
        check_shares(told, shares)
        seen.append(as_read(row, told))
        hidden += len(seen[-1].hidden)
        rows = corrected(draw, rows)
        withdraw_numbers(row, "A sheet was missing.", by=row.published_by)
    assert attacked(*seen) == set()
    return hidden


def test_nothing_is_recovered_from_page_and_files_of_two_editions(client, topics):
    assert story_of(client, 5, editions=2) > 100


@pytest.mark.deep
@pytest.mark.slow
def test_nothing_is_recovered_from_page_and_files_of_many_years(client, topics, capsys):
    """Prints what docs/evidence.md tells."""
    hidden = 0
    for seed in range(40):
        hidden += story_of(client, seed, editions=1 + seed % 3)
        _forget()
    with capsys.disabled():
        print({"stories": 40, "hidden": hidden})
    assert hidden > 2000


def _forget():
    """The next story begins without editions."""
    PublishedYear.objects.all()._raw_delete("default")


def test_hiding_small_counts_alone_would_give_some_away(client, topics):
    """Without this the attack on the page would prove nothing."""
    row = published(draw_rows(random.Random(3)))
    told = read_from_json(client, row)
    publication = as_read(row, told)
    thresholds = publication.cube.thresholds()
    small = {
        cell: count if not 0 < count < thresholds[cell] else None
        for cell, count in publication.cube.counts.items()
    }

    assert Attack(as_read(row, small)).recovered()


def test_the_page_reads_the_same_content_in_both_languages(client, topics):
    row = published(draw_rows(random.Random(5)))
    english = page_of(client, row)
    with translation.override("km"):
        khmer = page_of(client, row)

    assert "Training in numbers 2025" in english and "People reached" in english
    assert "២០២៥" in khmer and "‹៥" in khmer
    assert "<script" not in re.sub(r"<script[^>]+src=[^>]+>", "", english)
    assert len(english.encode()) < 60_000
    assert "CC BY 4.0" in english


def test_before_anything_is_published_the_page_says_what_will_be_here(client):
    assert "once the programme has published them" in page_of(client)
    for name, args in (("numbers_year", [2025]), ("numbers_edition", [2025, 1])):
        assert client.get(reverse(f"courses:{name}", args=args)).status_code == 404


def test_what_waits_for_a_second_person_is_read_by_nobody(client, topics):
    row = prepare_numbers(frozen(report_of(draw_rows(random.Random(5)))), by=UserFactory())

    assert "once the programme has published them" in page_of(client)
    assert file_of(client, row, "json").status_code == 404


def test_an_edition_that_was_withdrawn_says_since_when_and_why_and_tells_no_figure(client, topics):
    row = published(draw_rows(random.Random(5)))
    withdraw_numbers(row, "Two factories were missing.", by=row.published_by)
    page = page_of(client, row)

    assert "These figures were withdrawn on" in page
    assert "Two factories were missing." in page
    assert "People reached" not in page and "‹5" not in page
    for file_format in ("csv", "json"):
        gone = file_of(client, row, file_format)
        assert (gone.status_code, gone.content.decode()) == (410, "Two factories were missing.")


def test_an_earlier_edition_names_its_successor_and_the_short_address_leads_to_it(client, topics):
    rows = draw_rows(random.Random(5))
    first, second = published(rows), published(corrected(random.Random(6), rows))
    page = page_of(client, first)

    assert "A later edition corrected these figures on" in page
    assert reverse("courses:numbers_edition", args=[2025, 2]) in page
    assert "Edition 2, published on" in page_of(client)
    assert "A later edition corrected" not in page_of(client, second)


def test_the_page_asks_few_questions_however_many_editions_there_are(
    client, topics, django_assert_max_num_queries
):
    rows = draw_rows(random.Random(5))
    published(rows)
    page_of(client)
    with django_assert_max_num_queries(6):
        page_of(client)
    for number in range(3):
        published(corrected(random.Random(number), rows))
    with django_assert_max_num_queries(6):
        page_of(client)
