"""The screen with the rule of a run: trainers read, staff see the effect and then change."""

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.completion import record_task, refresh_completions
from courses.actions.rule_change import change_rule
from courses.actions.tasks import mark_task
from courses.exceptions import Refused
from courses.models import Completion, TakenTest
from courses.rules.starting_rubrics import starting_rubric
from tests.courses.views.conftest import address
from tests.factories import AttendanceFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db
NOTHING = {
    **{"min_attendance_percent": "", "min_sessions": "", "min_quiz_percent": ""},
    "task_kind": "other",
}
STRICT = {**NOTHING, "min_test_percent": "60"}


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


@pytest.fixture
def places(run):
    """One who came without the test, one who came and scored, one who came late and scored."""
    run.min_attendance_percent = 80
    run.save()
    session = SessionFactory(run=run, status="held", planned_minutes=180)
    loses = AttendanceFactory(session=session, enrollment=EnrollmentFactory(run=run)).enrollment
    stays = AttendanceFactory(session=session, enrollment=EnrollmentFactory(run=run)).enrollment
    late = EnrollmentFactory(run=run)
    AttendanceFactory(
        session=session, enrollment=late, presence="late", minutes_missed=90, credited_minutes=90
    )
    for place in (stays, late):
        TakenTest.objects.create(
            enrollment=place, moment="post", form="A", way="paper", score=6, max_score=10,
            taken_at=session.ends_at,
        )  # fmt: skip
    refresh_completions(run, by=None)
    return loses, stays, late


def completed():
    return set(Completion.objects.met().values_list("enrollment", flat=True))


def test_a_trainer_reads_the_rule_and_cannot_change_it(trainer, run):
    page = trainer.get(address("change_rule", run)).text

    assert "Be there for 80\xa0% of the time." in page
    assert "Programme staff change it." in page and 'name="min_test_percent"' not in page
    assert trainer.post(address("change_rule", run), STRICT).status_code == 404


def test_the_effect_is_shown_with_names_before_anything_changes(staff, run, places):
    loses, _stays, late = places
    page = staff.post(address("change_rule", run), STRICT)

    assert [place for place, _verdict in page.context["loses"]] == [loses]
    assert [place for place, _verdict in page.context["gains"]] == [late]
    assert "1 person would lose the completion. 1 person would gain it." in page.text
    assert "Post-test not taken yet; needs 60\xa0%." in page.text
    assert "What was issued stays." in page.text
    assert completed() == {each.pk for each in places[:2]}


def test_what_was_seen_is_done_and_logged(staff, run, places):
    loses, stays, late = places
    mark = staff.post(address("change_rule", run), STRICT).context["mark"]
    staff.post(address("change_rule", run), {**STRICT, "seen": mark})

    run.refresh_from_db()
    assert (run.min_attendance_percent, run.min_test_percent) == (None, 60)
    assert completed() == {stays.pk, late.pk}
    line = ModelLogEntry.objects.get(action="courses.rule_changed")
    assert (line.data["lost"], line.data["gained"]) == ([loses.pk], [late.pk])
    assert line.data["before"] == {"min_attendance_percent": 80, "min_test_percent": None}


def test_a_double_click_changes_once(staff, run, places):
    mark = staff.post(address("change_rule", run), STRICT).context["mark"]
    for _twice in range(2):
        answer = staff.post(address("change_rule", run), {**STRICT, "seen": mark})
        assert answer.status_code == 302

    assert ModelLogEntry.objects.filter(action="courses.rule_changed").count() == 1


def test_something_else_than_what_was_seen_is_not_done(staff, run, places):
    mark = staff.post(address("change_rule", run), STRICT).context["mark"]
    TakenTest.objects.update(score=1)
    page = staff.post(address("change_rule", run), {**STRICT, "seen": mark})

    assert "something else than what you saw" in page.text
    assert len(page.context["loses"]) == 2
    run.refresh_from_db()
    assert run.min_test_percent is None


def test_a_closed_run_keeps_its_rule(staff, run):
    type(run).objects.update(status="closed")

    assert "Its rule stays as it is." in staff.get(address("change_rule", run)).text
    assert staff.post(address("change_rule", run), STRICT).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_the_effect_costs_the_same_for_one_and_thirty(
    staff, run, number, django_assert_num_queries
):
    session = SessionFactory(run=run, status="held")
    for place in EnrollmentFactory.create_batch(number, run=run):
        AttendanceFactory(session=session, enrollment=place)
    staff.get(address("change_rule", run))
    with django_assert_num_queries(10):
        page = staff.post(address("change_rule", run), STRICT)
    assert page.context["effect"].completed == 0


TASK = {"needs_task": "on", "task_en": "A plan", "task_pass_percent": "60", "task_kind": "project"}


def test_a_run_takes_the_rubric_of_its_course_until_somebody_is_marked(staff, run, places):
    type(run.course).objects.update(task_rubric=starting_rubric("project"))
    type(run).objects.update(needs_task=True, task_en="A plan")
    run.refresh_from_db()
    refresh_completions(run, by=None)
    ticked = places[1]
    record_task(ticked, timezone.localdate(), by=None)
    url, sent = address("change_rule", run), {**NOTHING, **TASK, "rubric": "course"}

    half = staff.post(url, {**sent, "task_pass_percent": ""})
    assert "Say which share of the points is enough." in half.text
    page = staff.post(url, sent)
    assert [place for place, _verdict in page.context["loses"]] == [ticked]
    assert "The task is not marked yet." in page.text
    staff.post(url, {**sent, "seen": page.context["mark"]})

    run.refresh_from_db()
    assert run.is_task_marked and "A trainer marks it; reach 60\xa0%." in staff.get(url).text
    levels = {each["key"]: 2 for each in run.task_rubric}
    mark_task(ticked, levels, done_on=timezone.localdate(), by=None)
    assert ticked.pk in completed()
    assert "Somebody is marked by this rubric already." in staff.get(url).text
    higher = {**NOTHING, **TASK, "task_pass_percent": "70"}
    page = staff.post(url, {**higher, "rubric": "none"})
    assert [place for place, _verdict in page.context["loses"]] == [ticked]
    assert page.context["form"].answers["task_rubric"] == run.task_rubric
    without = page.context["form"].answers | {"task_rubric": []}
    with pytest.raises(Refused) as no:
        change_rule(run, without, seen="", by=None)
    assert no.value.code == "task_marked"
