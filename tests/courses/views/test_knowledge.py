"""The tests of a run on the trainer's screens."""

import json

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from courses.models import TakenTest
from tests.factories import EnrollmentFactory, KnowledgeTestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer_client(client, trainer_user):
    client.force_login(trainer_user)
    return client


@pytest.fixture
def run(run):
    KnowledgeTestFactory(course=run.course)
    return run


@pytest.fixture
def places(run):
    return EnrollmentFactory.create_batch(3, run=run)


def address(run, name="type_scores", moment="pre"):
    kwargs = {"uuid": run.uuid} | ({"moment": moment} if name == "type_scores" else {})
    return reverse(f"courses:{name}", kwargs=kwargs)


def sheet(rows, seen=()):
    data = {"seen": json.dumps(dict(seen))}
    for pk, (points, form) in rows.items():
        data |= {f"p-{pk}": points, f"f-{pk}": form}
    return data


def results():
    return list(TakenTest.objects.values_list("enrollment", "moment", "form", "score"))


def test_scores_from_paper_are_saved_and_shown_again(trainer_client, run, places):
    one, two, three = (place.pk for place in places)
    rows = {one: ("17", "A"), two: ("១២", "B"), three: ("", "A")}

    page = trainer_client.post(address(run), sheet(rows), follow=True)

    assertContains(page, "2 results are saved.")
    assert results() == [(one, "pre", "A", 17), (two, "pre", "B", 12)]
    again = trainer_client.get(address(run))
    assert json.loads(again.context["form"].seen) == {str(one): [17, "A"], str(two): [12, "B"]}
    assertContains(again, f'name="p-{one}" value="17"')


def test_a_wrong_row_is_told_and_nothing_is_lost(trainer_client, run, places):
    one, two = places[0].pk, places[1].pk

    page = trainer_client.post(address(run), sheet({one: ("21", "A"), two: ("9", "B")}))

    assertContains(page, "Please look at one person")
    assertContains(page, f'id="e-{one}"')
    assertNotContains(page, f'id="e-{two}"')
    assertContains(page, f'name="p-{two}" value="9"')
    assert results() == []


def test_a_page_left_open_overwrites_nothing(trainer_client, run, places):
    one, two = places[0].pk, places[1].pk
    trainer_client.post(address(run), sheet({one: ("17", "A")}))

    page = trainer_client.post(address(run), sheet({one: ("3", "A"), two: ("9", "B")}))

    assertContains(page, "Somebody wrote 17 here in the meantime.")
    assert results() == [(one, "pre", "A", 17), (two, "pre", "B", 9)]
    seen = page.context["form"].seen
    trainer_client.post(address(run), sheet({one: ("3", "A"), two: ("9", "B")}, json.loads(seen)))
    assert results() == [(one, "pre", "A", 3), (two, "pre", "B", 9)]


def test_an_emptied_row_takes_the_result_back(trainer_client, run, places):
    one = places[0].pk
    trainer_client.post(address(run), sheet({one: ("17", "A")}))
    trainer_client.post(address(run), sheet({one: ("", "A")}, {one: [17, "A"]}))
    assert results() == []


def test_the_panel_says_what_people_learned(trainer_client, run, places):
    one, two = places[0].pk, places[1].pk
    trainer_client.post(address(run), sheet({one: ("8", "A"), two: ("10", "B")}))
    trainer_client.post(address(run, moment="post"), sheet({one: ("14", "B")}))

    page = trainer_client.get(address(run, "run_tests"))

    summary = page.context["summary"]
    assert (summary.gain, summary.matched, summary.took_post, summary.passed) == (30, 1, 1, 1)
    assertContains(page, "30.0 percentage points")
    assertContains(page, "1 of 3 people")


def test_a_course_without_a_test_has_nothing_to_type_in(trainer_client, run):
    run.course.knowledge_tests.all().delete()
    page = trainer_client.get(address(run), follow=True)
    assertContains(page, "This course has no test.")


@pytest.mark.parametrize("name", ["run_tests", "type_scores"])
def test_it_takes_the_same_queries_whatever_the_number_of_people(
    name, trainer_client, run, django_assert_num_queries
):
    number = {"run_tests": 11, "type_scores": 9}[name]
    for _ in range(2):
        EnrollmentFactory(run=run)
        trainer_client.get(address(run, name))
        with django_assert_num_queries(number):
            trainer_client.get(address(run, name))
        EnrollmentFactory.create_batch(29, run=run)
