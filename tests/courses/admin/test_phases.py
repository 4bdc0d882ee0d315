"""Phases and targets are kept by staff, and stand beside the figures that they fit."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.models import (
    Phase,
    ReportSchedule,
    ReportTemplate,
    StaffArea,
    Target,
    TargetSet,
)
from tests.conftest import user_in
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db

REACH, EXPLORE = "/admin/training/reach/", "/admin/training/reach/explore/"
PERIOD = {"start": "2026-01-01", "end": "2026-12-31"}


@pytest.fixture
def story(db):
    """Three women and a man in March 2026, in the first phase."""
    Phase.objects.create(
        code="A", name_en="Start", name_km="ចាប់ផ្ដើម",
        starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30),
    )  # fmt: skip
    session = SessionFactory(run=CourseRunFactory(starts_on=date(2026, 3, 3)), status="held")
    for sex in ("female", "female", "female", "male"):
        enrollment = EnrollmentFactory(run=session.run, person=PersonFactory(sex=sex))
        AttendanceFactory(session=session, enrollment=enrollment)
    return session


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def promise(amount, code="R1", part="", **days):
    row, _is_new = TargetSet.objects.get_or_create(name_en="Own targets")
    days = days or {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    Target.objects.create(targets=row, indicator=code, part=part, amount=amount, **days)


def test_no_day_is_in_two_phases(staff, story):
    told = {"code": "B", "name_en": "Next", "starts_on": "2026-06-30", "ends_on": "2026-12-31"}

    answer = staff.post(reverse("training_phases:add"), told)
    assert "Some of these days are in the phase “Start” already." in text_of(answer)

    staff.post(reverse("training_phases:add"), {**told, "starts_on": "2026-07-01"})
    assert Phase.objects.count() == 2


def test_a_phase_is_a_period_of_the_page(staff, story):
    phase = Phase.objects.get()

    page = text_of(staff.get(REACH, PERIOD))
    assert f'href="?period=phase-{phase.pk}"' in page

    chosen = text_of(staff.get(REACH, {"period": f"phase-{phase.pk}"}))
    assert "1 January to 30 June 2026" in chosen
    assert "<b>4</b> people" in chosen


def test_figures_are_told_by_phase_and_do_not_add_up(staff, story):
    page = text_of(staff.get(EXPLORE, {**PERIOD, "figure": "R1", "rows": "phase"}))

    assert '<th scope="row">Start</th>' in page
    assert "A person who came in two phases counts among people in both." in page


def answers(**row):
    told = {"indicator": "R14", "amount": "60", "part": "sex:female", "phase": "",
            "starts_on": "2026-01-01", "ends_on": "2026-12-31", "ORDER": "1", "DELETE": "",
            "id": "", **row}  # fmt: skip
    return {
        "name_en": "Donor",
        "name_km": "",
        "donor": "",
        "targets-TOTAL_FORMS": "1",
        "targets-INITIAL_FORMS": "0",
        "targets-MIN_NUM_FORMS": "0",
        "targets-MAX_NUM_FORMS": "1000",
        **{f"targets-0-{name}": value for name, value in told.items()},
    }


def test_a_set_of_targets_is_written_and_read(staff):
    staff.post(reverse("training_targets:add"), answers())

    target = Target.objects.get()
    assert (target.indicator, target.part, target.amount) == ("R14", "sex:female", 60)
    page = text_of(staff.get(reverse("training_targets:inspect", args=[target.targets_id])))
    assert "R14 Women’s share" in page
    assert "Sex: Woman" in page


def test_what_a_target_was_before_is_told(staff):
    staff.post(reverse("training_targets:add"), answers())
    target = Target.objects.get()
    row = {"id": str(target.pk), "amount": "65"}
    told = answers(**row) | {"targets-INITIAL_FORMS": "1"}

    staff.post(reverse("training_targets:edit", args=[target.targets_id]), told)

    page = text_of(staff.get(reverse("training_targets:inspect", args=[target.targets_id])))
    changes = page[page.index("What changed") :]
    assert changes.index("60 %") < changes.index("65 %")
    assert changes.count("Before") == 1
    assert changes.count("Afterwards") == 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ends_on": ""}, "Choose a phase, or a first and a last day."),
        ({"part": "sex:moon"}, "Select a valid choice."),
        ({"indicator": "R99"}, "Select a valid choice."),
        ({"amount": "-1"}, "greater than or equal to 0"),
    ],
)
def test_what_is_no_target_is_told(staff, wrong, sentence):
    answer = staff.post(reverse("training_targets:add"), answers(**wrong))

    assert sentence in text_of(answer)
    assert not Target.objects.exists()


def test_more_than_the_target_is_told_as_it_is(staff, story):
    promise(2)
    promise(60, "R14")

    page = text_of(staff.get(REACH, PERIOD))

    assert "200 % of the target of 2 (Own targets)" in page
    assert "Target 60 %: +15.0 points (Own targets)" in page


def test_parts_have_targets_of_their_own(staff, story):
    promise(6, part="sex:female")

    page = text_of(staff.get(REACH, PERIOD))

    assert '<th scope="row">Woman</th><td>People reached</td><td>3</td><td>6</td><td>50 %' in page


def test_other_days_have_no_target(staff, story):
    promise(2)

    assert "of the target" not in text_of(staff.get(REACH, {**PERIOD, "end": "2026-06-30"}))


def test_explore_shows_targets_of_rows_and_of_the_whole(staff, story):
    promise(8)
    promise(4, phase=Phase.objects.get())

    page = text_of(staff.get(EXPLORE, {**PERIOD, "figure": "R1", "rows": "phase"}))

    assert "<td>4</td><td>100 %</td>" in page
    assert "<td>8</td><td>50 %</td>" in page


def test_staff_of_a_province_see_no_target_of_the_whole(client, story):
    promise(2)
    user = user_in("Provincial staff")
    StaffArea.objects.create(user=user).provinces.set([story.run.province_id])
    client.force_login(user)

    assert "of the target" not in text_of(client.get(REACH, PERIOD))


@pytest.mark.parametrize("noun", ["phases", "targets", "report_templates", "report_schedules"])
def test_lists_ask_as_much_for_thirty_rows_as_for_one(staff, noun):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert staff.get(reverse(f"training_{noun}:index")).status_code == 200
        return len(found)

    make(noun, 1)
    queries()
    one = queries()
    make(noun, 29)
    assert queries() == one


def make(noun, count):
    first = Phase.objects.count() + ReportTemplate.objects.count()
    for number in range(first, first + count):
        if noun == "phases":
            day = date(2001 + number, 1, 1)
            Phase.objects.create(code=f"{number}", name_en="P", starts_on=day, ends_on=day)
        elif noun == "targets":
            TargetSet.objects.create(name_en="T")
        else:
            template = ReportTemplate.objects.create(name=f"T{number}", title_en="T")
            if noun == "report_schedules":
                ReportSchedule.objects.create(
                    template=template, begins_on=date(2026, 1, 1), folder="donor"
                )
