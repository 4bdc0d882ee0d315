"""Freezing a report: what is kept stays as it was told, and is signed once."""

from datetime import date
from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.snapshots import approve_snapshot, freeze_report
from courses.exceptions import Refused
from courses.models import Completion, ReportSnapshot
from courses.queries.figures import all_indicators, figures
from courses.queries.reach import reach
from courses.queries.snapshots import (
    definitions_kept,
    digest_of,
    figures_kept,
    kept_of,
    question_of,
    report_kept,
)
from courses.rules.kept_ids import unpack
from courses.rules.reach import Filters
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 3)


@pytest.fixture
def run(db):
    """Two women and a man came; one woman completed."""
    topic = TopicFactory(slug="safety", name_en="Safety", name_km="សុវត្ថិភាព")
    run = CourseRunFactory(course=CourseFactory(code="OSHC", topics=[topic]), starts_on=DAY)
    session = SessionFactory(run=run, status="held")
    for sex in ("female", "male", "female"):
        enrollment = EnrollmentFactory(run=run, person=PersonFactory(sex=sex))
        AttendanceFactory(session=session, enrollment=enrollment)
    Completion.objects.create(enrollment=enrollment, is_met=True, met_on=DAY)
    return run


def asked(**only):
    narrowed = {name: frozenset([value]) for name, value in only.items()}
    return Filters(date(2026, 1, 1), date(2026, 12, 31), narrowed, now=timezone.localtime())


def freeze(by, filters=None, **kwargs):
    snapshot = freeze_report(filters or asked(), "First half", "For the donor", by=by, **kwargs)
    return ReportSnapshot.objects.get(pk=snapshot.pk)


def test_the_report_is_read_again_as_it_was(run, staff_user):
    topic = run.course.topics.get()
    filters = asked(topic=topic.pk, sector="garment")
    expected = reach(filters)
    snapshot = freeze(staff_user, filters)

    kept = report_kept(snapshot)

    assert kept.total.people == 3
    assert kept.filters == filters
    assert {**vars(kept), "as_at": None} == {**vars(expected), "as_at": None}
    assert kept.as_at == snapshot.as_at <= timezone.now()
    assert snapshot.filters == {
        "sector": [{"id": "garment", "code": "garment"}],
        "topic": [{"id": topic.pk, "code": "safety"}],
    }
    assert question_of(snapshot, filters.now) == filters


def test_every_figure_is_kept_exactly_with_its_definition(run, staff_user):
    filters = asked()
    with figures(filters) as answers:
        every = [(each.code, each.version, currency, value)
                 for each, currency, value in answers.every()]  # fmt: skip
        ids = kept_of(answers)
    snapshot = freeze(staff_user, filters)

    kept = figures_kept(snapshot, "en")

    assert [(each.code, each.version, money, value) for each, money, value in kept] == every
    assert {each.code: value for each, _money, value in kept}["R14"] == Fraction(2, 3)
    assert unpack(bytes(snapshot.kept)) == ids
    for defined, _money, _value in kept:
        now = all_indicators()[defined.code]
        assert (defined.name, defined.definition) == (now.name, now.definition)
        assert (defined.is_share, defined.is_additive) == (now.is_share, now.is_additive)
    khmer = definitions_kept(snapshot, "km")["R1"]
    assert khmer.name != defined.name and not khmer.name.isascii()


def test_what_was_frozen_is_never_written_again(run, staff_user):
    snapshot = freeze(staff_user)
    snapshot.title = "Another"
    ways = (
        snapshot.save,
        lambda: snapshot.save(update_fields=["title"]),
        lambda: snapshot.save(update_fields=["title", "approved_at", "approved_by"]),
        snapshot.delete,
        lambda: ReportSnapshot.objects.update(title="Another"),
        lambda: ReportSnapshot.objects.all().delete(),
        lambda: ReportSnapshot.objects.bulk_update([snapshot], ["title"]),
    )
    for way in ways:
        with pytest.raises(ValidationError), transaction.atomic():
            way()

    assert ReportSnapshot.objects.get().title == "First half"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("title", "x"), ("comment", "x"), ("area", "[]"), ("content", "{}")),
        *(("kept", b"x"), ("starts_on", "2020-01-01"), ("as_at", "2020-01-01")),
    ],
    ids=str,
)
def test_the_fingerprint_tells_what_was_changed_behind_its_back(run, staff_user, column, value):
    snapshot = freeze(staff_user)
    assert snapshot.digest == digest_of(snapshot)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {ReportSnapshot._meta.db_table} SET {column} = %s", [value])
    changed = ReportSnapshot.objects.get()

    assert changed.digest != digest_of(changed)
    with pytest.raises(Refused) as no:
        approve_snapshot(changed, by=staff_user)
    assert no.value.code == "changed"


def test_the_fingerprint_outlives_the_login(run, staff_user, trainer_user):
    snapshot = freeze(trainer_user)
    trainer_user.training_person.run_trainings.all().delete()
    trainer_user.delete()
    snapshot = ReportSnapshot.objects.get()

    assert snapshot.made_by is None
    assert snapshot.digest == digest_of(snapshot)


def test_a_report_is_approved_once(run, staff_user, trainer_user):
    snapshot = freeze(trainer_user)
    approve_snapshot(snapshot, by=staff_user)
    approved = ReportSnapshot.objects.get()

    assert (approved.approved_by, approved.made_by) == (staff_user, trainer_user)
    assert approved.digest == digest_of(approved)
    with pytest.raises(Refused) as no:
        approve_snapshot(snapshot, by=trainer_user)
    assert no.value.code == "approved_already"
    verbs = ModelLogEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(verbs) == ["courses.report_frozen", "courses.report_approved"]


def test_one_report_takes_the_place_of_another_once(run, staff_user):
    first = freeze(staff_user)
    second = freeze(staff_user, restates=first)

    assert first.restatement == second
    assert second.digest == digest_of(second)
    with pytest.raises(Refused) as no:
        freeze(staff_user, restates=first)
    assert no.value.code == "restated_already"


def test_a_report_has_a_title(run, staff_user):
    with pytest.raises(Refused) as no:
        freeze_report(asked(), "  ", by=staff_user)
    assert no.value.code == "no_title"
    assert not ReportSnapshot.objects.exists()
