"""What a frozen report keeps of filters and labels, and how it is read again."""

from datetime import date

import pytest
from django.utils import timezone

from courses.models import Project, ReportSnapshot
from courses.queries.reach import Report, Row
from courses.queries.snapshot_labels import filters_as_kept, labels_kept
from courses.queries.snapshots import (
    content_of,
    definitions_kept,
    question_of,
)
from courses.rules.indicators import REGISTER
from courses.rules.reach import Filters
from courses.rules.reach.told import Figures
from tests.factories import CourseFactory, OrganizationFactory, TopicFactory

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 3)


def test_every_kind_of_filter_is_asked_again_as_it_was():
    only = {
        "course": frozenset([CourseFactory(code="OSHC", topics=[]).pk]),
        "organization": frozenset([OrganizationFactory(short_name="LTG").pk]),
        "donor": frozenset([OrganizationFactory().pk]),
        "project": frozenset([Project.objects.create(code="P1", name_en="P").pk]),
        "province": frozenset(["05", "12"]),
        "national": frozenset([True, False]),
        "month": frozenset([DAY.replace(day=1)]),
        "trainer": frozenset([7]),
    }
    asked = Filters(DAY, DAY, only, frozenset(["05"]), timezone.localtime())
    kept = filters_as_kept(asked)
    row = ReportSnapshot(starts_on=DAY, ends_on=DAY, filters=kept, area=["05"])

    assert question_of(row, asked.now) == asked
    assert [each["code"] for each in kept["course"]] == ["OSHC"]
    assert [each["code"] for each in kept["organization"]] == ["LTG"]
    assert kept["month"] == [{"id": "2026-03-01", "code": "2026-03-01"}]
    assert kept["trainer"] == [{"id": 7, "code": "7"}]


def test_labels_are_kept_in_both_languages():
    topic = TopicFactory(name_en="Safety", name_km="សុវត្ថិភាព")
    report = Report(
        Filters(DAY, DAY, {"sector": frozenset(["garment"])}),
        timezone.localtime(),
        breakdowns={
            "topic": (Row(topic.pk, Figures(people=1)), Row(None, Figures())),
            "month": (Row(DAY.replace(day=1), Figures(people=1)),),
        },
    )
    row = ReportSnapshot(content=content_of(report, [(REGISTER["R1"], "", 1)]))
    topic.name_en = topic.name_km = "Renamed"
    topic.save()

    assert labels_kept(row, "en")["topic"] == {topic.pk: "Safety"}
    assert labels_kept(row, "km")["topic"] == {topic.pk: "សុវត្ថិភាព"}
    assert labels_kept(row, "en")["sector"] == {"garment": "Garment"}
    assert labels_kept(row, "en")["province"]["05"] == "Kampong Speu"
    assert labels_kept(row, "en")["sex"] == {}


def test_definitions_read_as_they_did():
    report = Report(Filters(DAY, DAY), timezone.localtime())
    content = content_of(report, [(REGISTER["R26I"], "USD", 1), (REGISTER["R26I"], "KHR", 2)])
    content["definitions"][0]["en"]["definition"] = "As it read in 2026."
    row = ReportSnapshot(content=content)

    (defined,) = definitions_kept(row, "en").values()
    assert (defined.code, defined.definition) == ("R26I", "As it read in 2026.")
    assert definitions_kept(row, "km")["R26I"].definition != defined.definition
