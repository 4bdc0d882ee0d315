"""The screens of a task with a rubric: for who marks, and for whom it is about."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.tasks import mark_task
from courses.models import TaskMark
from courses.rules.starting_rubrics import starting_rubric
from tests.courses.views.conftest import address, said
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db
KEYS = ("c1", "c2", "c3", "c4", "c5")
WELL = dict.fromkeys(KEYS, 2)


@pytest.fixture
def run(run):
    run.needs_task, run.task_kind, run.task_pass_percent = True, "practice", 60
    run.task_en, run.task_rubric = "One session given", starting_rubric("practice")
    run.save()
    return run


@pytest.fixture
def places(run):
    """Two who came, in reading order."""
    session = SessionFactory(run=run, status="held")
    people = [PersonFactory(name_km="", family_name_latin=name) for name in ("Aok", "Bun")]
    places = [EnrollmentFactory(run=run, person=person) for person in people]
    for place in places:
        AttendanceFactory(session=session, enrollment=place)
    return places


def answers(level=2, **more):
    day = {"done_on": timezone.localdate().isoformat()}
    return {f"level-{key}": str(level) for key in KEYS} | day | more


def test_one_tap_for_each_criterion_and_on_to_the_next(trainer, run, places):
    page = trainer.get(address("run_task", run))
    assert [line.place for line in page.context["lines"].waiting] == places
    assert "0 of 2 people are marked." in page.text and "One session given" in page.text

    done = trainer.post(address("mark_task", run, places[0]), answers(next="yes", note="Calm."))
    assert done["Location"] == address("mark_task", run, places[1])
    last = trainer.post(address("mark_task", run, places[1]), answers(1, next="yes"), follow=True)

    assert said(last)[-1].endswith("is marked, below the pass line.")
    lines = last.context["lines"]
    assert (lines.waiting, lines.people, lines.passed) == ([], 2, 1)
    assert "10 of 15 points" in last.text and "1 has 60\xa0% or more." in last.text
    assert places[0].completion.is_met


def test_a_line_without_a_level_and_a_day_to_come_lose_nothing(trainer, run, places):
    url = address("mark_task", run, places[0])
    gap = answers(note="Kept words")
    del gap["level-c3"]
    page = trainer.post(url, gap)
    assert page.context["form"].errors == {"level-c3": ["Choose one of these."]}
    assert "Kept words" in page.text and page.text.count("checked") == 4

    tomorrow = timezone.localdate() + timedelta(days=1)
    page = trainer.post(url, answers(done_on=tomorrow.isoformat()))
    assert "This day is still to come." in page.text and page.text.count("checked") == 5
    hostile = trainer.post(url, answers(9, done_on="x", seen="y", note="n" * 501))
    assert len(hostile.context["form"].errors) == 8
    assert not TaskMark.objects.exists()


def test_who_marks_at_the_same_time_sees_the_other_mark_first(trainer, run, places, staff_user):
    url = address("mark_task", run, places[0])
    today = timezone.localdate()
    first = mark_task(places[0], WELL, done_on=today, note="Theirs", by=staff_user)

    page = trainer.post(url, answers(1, note="Mine", seen=""))
    assert "Somebody else marked this task in the meantime." in page.text
    assert "Theirs" in page.text and "Mine" in page.text
    trainer.post(url, answers(1, note="Mine", seen=page.context["form"].data["seen"]))
    assert list(TaskMark.objects.values_list("pk", "is_current", "note"))[0] == (
        first.pk, False, "Theirs",
    )  # fmt: skip
    for _double_click in range(2):
        trainer.post(url, answers(1, note="Mine", seen=first.pk))
    assert TaskMark.objects.count() == 2

    page = trainer.get(url)
    assert "Earlier marks" in page.text and "10 of 15 points" in page.text
    trainer.post(url, {"take_back": "yes", "seen": page.context["mark"].pk})
    assert not TaskMark.objects.current().exists()


def test_without_a_rubric_there_is_nothing_to_mark(trainer, run, places):
    assert "Mark the task of 2 people" in trainer.get(address("run", run)).text
    type(run).objects.update(task_rubric=[])

    assert trainer.get(address("run_task", run)).status_code == 404
    assert trainer.post(address("mark_task", run, places[0]), answers()).status_code == 404
    assert "Tick it when it is done." in trainer.get(address("run", run)).text


def test_the_coach_view_tells_the_result_and_leads_to_the_marks(trainer, run, places):
    mark_task(places[0], dict.fromkeys(KEYS, 1), done_on=timezone.localdate(), by=None)
    done = EnrollmentFactory(run=run)
    mark_task(done, WELL, done_on=timezone.localdate(), by=None)
    page = trainer.get(address("coach", run)).text

    assert "33\xa0% in the task; needs 60\xa0%." in page and "The task is not marked yet." in page
    assert "Observed practice: 5 of 15 points." in page
    assert all(address("mark_task", run, place) in page for place in places)
    assert address("mark_task", run, done) not in page
    assert page.index("Aok") < page.index("Bun")


@pytest.mark.parametrize("number", [1, 30])
def test_thirty_people_cost_as_much_as_one(trainer, run, number, django_assert_num_queries):
    for place in EnrollmentFactory.create_batch(number, run=run):
        place.task_marks.create(levels=WELL, score=10, max_score=15, done_on=timezone.localdate())
    trainer.get(address("run_task", run))
    with django_assert_num_queries(7):
        page = trainer.get(address("run_task", run))
    assert len(page.context["lines"].marked) == number


@pytest.fixture
def mine(client, run, participant_user):
    place = EnrollmentFactory(run=run, person=participant_user.training_person)
    AttendanceFactory(session=SessionFactory(run=run, status="held"), enrollment=place)
    client.force_login(participant_user)
    return place


def test_a_participant_sees_what_is_asked_her_marks_and_the_words(client, run, mine):
    page = client.get(address("my_training")).text
    assert "Observed practice is still to be marked: One session given." in page
    assert "Observed practice: what is looked at" in page
    asked = client.get(address("my_task", mine)).text
    assert "Lets everybody take part and listens" in asked and "How you did" not in asked

    levels = dict.fromkeys(KEYS, 1) | {"c1": 3}
    mark_task(mine, levels, done_on=timezone.localdate(), note="Speak slower.", by=None)

    page = client.get(address("my_training")).text
    assert "Observed practice: you have 46\xa0% and need 60\xa0%." in page
    assert "Observed practice: 7 of 15 points" in page
    told = client.get(address("my_task", mine)).text
    assert (
        "Speak slower." in told
        and "You: <b>Very well</b>" in told
        and "below the pass line" in told
    )
    type(run).objects.update(task_rubric=[])
    assert client.get(address("my_task", mine)).status_code == 404
