"""The rule of a course: its effect on runs is seen before it is changed, there and on them."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from courses.actions.completion import refresh_completions
from courses.actions.courses import open_branch
from courses.models import RULE_FIELDS, Completion, CourseRun
from courses.rules.starting_rubrics import starting_rubric
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
    UserFactory,
)
from tests.pages import course_page, home_page

pytestmark = pytest.mark.django_db
LAX = {"min_attendance_percent": "40", "task_kind": "other"}
STRICT = {"min_attendance_percent": "", "min_sessions": "2", "task_kind": "other"}


@pytest.fixture
def course():
    return CourseFactory(min_attendance_percent=80)


def a_run(course, minutes, **values):
    """A run with one held session; people were there for so many of its 180 minutes."""
    rule = {name: getattr(course, name) for name in RULE_FIELDS}
    run = CourseRunFactory(course=course, **rule | values)
    session = SessionFactory(run=run, status="held", planned_minutes=180)
    for there in minutes:
        AttendanceFactory(
            session=session,
            enrollment=EnrollmentFactory(run=run),
            presence="present" if there == 180 else "late",
            minutes_missed=180 - there,
            credited_minutes=there,
        )
    refresh_completions(run, by=None)
    return run


def address(course):
    return reverse("training_courses:rule", args=[course.pk])


def met(run):
    return Completion.objects.met().filter(enrollment__run=run).count()


def test_the_effect_is_shown_for_each_run_and_in_sum_and_given_to_chosen_ones(staff, course):
    first, second = a_run(course, [180, 90]), a_run(course, [90, 90, 180])
    own = a_run(course, [90], min_attendance_percent=100)
    closed = a_run(course, [90], status="closed")

    page = staff.post(address(course), LAX)

    assert page.context["effect"].runs.keys() == {first.pk, second.pk}
    told = " ".join(page.text.split())
    assert "On these runs 0 people would lose the completion. 3 people would gain it." in told
    assert "1 run has a rule of its own and keeps it." in told
    assert [[len(each) for each in row["people"]] for row in page.context["rows"]] == [
        [0, 1],
        [0, 2],
    ]
    course.refresh_from_db()
    assert (course.min_attendance_percent, met(second)) == (80, 1)

    answers = LAX | {"seen": page.context["mark"], "runs": [second.pk]}
    done = staff.post(address(course), answers, follow=True)

    assert "The rule of the course is changed." in done.text
    course.refresh_from_db()
    assert course.min_attendance_percent == 40
    assert [met(run) for run in (first, second, own, closed)] == [1, 3, 0, 0]
    rules = CourseRun.objects.order_by("pk").values_list("min_attendance_percent", flat=True)
    assert list(rules) == [80, 40, 100, 80]
    line, on_run = ModelLogEntry.objects.filter(action="courses.rule_changed").order_by("pk")
    assert line.data["runs"] == [second.pk]
    assert len(on_run.data["gained"]) == 2
    assert staff.post(address(course), answers).status_code == 302
    assert ModelLogEntry.objects.filter(action="courses.rule_changed").count() == 2


def test_what_was_issued_stays_and_who_loses_is_named(staff, course):
    run = a_run(course, [180])
    place = run.enrollments.get()

    page = staff.post(address(course), STRICT)

    assert page.context["rows"][0]["people"] == [[place], []]
    assert place.person.name in page.text
    assert "Certificates stay valid" in page.text
    staff.post(address(course), STRICT | {"seen": page.context["mark"], "runs": [run.pk]})
    assert met(run) == 0
    assert Completion.objects.filter(enrollment=place).exists()


def test_another_effect_than_was_seen_is_not_done(staff, course):
    run = a_run(course, [90])
    mark = staff.post(address(course), LAX).context["mark"]
    later = a_run(course, [90])

    page = staff.post(address(course), LAX | {"seen": mark, "runs": [run.pk]})

    assert "something else than what you saw" in page.text
    assert page.context["effect"].runs.keys() == {run.pk, later.pk}
    assert [row["is_chosen"] for row in page.context["rows"]] == [True, False]
    CourseRun.objects.filter(pk=run.pk).update(status="closed")
    answers = LAX | {"seen": page.context["mark"], "runs": [run.pk]}
    assert "was closed or changed" in staff.post(address(course), answers).text
    course.refresh_from_db()
    assert course.min_attendance_percent == 80
    assert "Say in a few words" in staff.post(address(course), {"needs_task": "on"}).text


def test_a_trainer_changes_the_rule_of_her_course_and_not_of_runs(trainer, trainer_user, course):
    branch = open_branch("Safety", home_page(), [trainer_user], by=UserFactory(is_superuser=True))
    foreign = a_run(course, [90])
    assert trainer.get(address(course)).status_code == 302
    course_page(branch.page, course=course)
    own = a_run(course, [90], owner=trainer_user)

    page = trainer.post(address(course), LAX)

    assert page.context["effect"].runs.keys() == {own.pk}
    assert "1 run of others keeps its rule. You do not see it." in page.text
    assert 'name="runs"' not in page.text
    seen = {"seen": page.context["mark"]}
    refused = trainer.post(address(course), LAX | seen | {"runs": [own.pk, foreign.pk]})
    assert refused.status_code == 200
    trainer.post(address(course), LAX | seen)
    course.refresh_from_db()
    assert course.min_attendance_percent == 40
    assert met(own) == 0


def test_the_editor_of_a_course_reads_its_rule_and_leads_to_it(staff, course):
    page = staff.get(reverse("training_courses:edit", args=[course.pk])).text

    assert "Be there for 80\xa0% of the time." in page
    assert address(course) in page and 'name="min_attendance_percent"' not in page
    assert address(course) in staff.get(
        reverse("training_courses:inspect", args=[course.pk])
    ).text  # fmt: skip


@pytest.mark.parametrize("number", [1, 30])
def test_the_effect_costs_the_same_for_one_run_and_thirty(
    staff, course, number, django_assert_num_queries
):
    place = a_run(course, [90]).enrollments.get()
    for run in CourseRunFactory.create_batch(number - 1, course=course, min_attendance_percent=80):
        EnrollmentFactory(run=run, person=place.person)
    staff.get(address(course))
    with django_assert_num_queries(18):
        page = staff.post(address(course), LAX)
    assert len(page.context["rows"]) == number


def test_a_run_on_which_somebody_is_marked_keeps_its_rubric(staff):
    course = CourseFactory(min_attendance_percent=80, task_rubric=starting_rubric("practice"))
    marked, free = a_run(course, [180]), a_run(course, [180])
    marked.enrollments.get().task_marks.create(
        levels={}, score=0, max_score=6, done_on=marked.starts_on
    )

    page = staff.post(address(course), LAX | {"task_rubric-count": "0"})

    keeps = {row["run"].pk: row["keeps_rubric"] for row in page.context["rows"]}
    assert keeps == {marked.pk: True, free.pk: False}
    answers = LAX | {"task_rubric-count": "0", "seen": page.context["mark"]}
    refused = staff.post(address(course), answers | {"runs": [marked.pk, free.pk]})
    assert "Somebody is marked by this rubric already." in refused.text
    free.refresh_from_db()
    assert free.task_rubric
    staff.post(address(course), answers | {"runs": [free.pk]})
    rubrics = CourseRun.objects.order_by("pk").values_list("task_rubric", flat=True)
    assert [bool(rubric) for rubric in rubrics] == [True, False]
