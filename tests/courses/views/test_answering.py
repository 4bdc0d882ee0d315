"""Answering a test: on one's own phone, and on one that is passed round."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from courses.actions.knowledge_opening import close_test, open_test
from courses.models import Person, Sitting, TakenTest
from tests.factories import EnrollmentFactory, UserFactory
from tests.knowledge import asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(run, participant_user):
    asking(run.course, minutes=15)
    place = EnrollmentFactory(run=run, person=Person.objects.get(user=participant_user))
    open_test(run, "pre", by=UserFactory())
    place.refresh_from_db()
    return place


@pytest.fixture
def learner(client, participant_user):
    client.force_login(participant_user)
    return client


def address(place, name="my_test"):
    return reverse(f"courses:{name}", args=[place.uuid, "pre"])


def passed(place, name="passed_test"):
    return reverse(f"courses:{name}", args=[place.run.uuid, "pre", place.uuid])


def answers(page, *chosen):
    form = page.context["form"]
    given = {"version": form.current_version, "attempt": str(form["attempt"].initial)}
    fields = [asked.first.html_name for asked in form.asked]
    return given | {name: str(one) for name, one in zip(fields, chosen, strict=False)}


def begun(client, url):
    return client.post(url, {"begin": "1"}, follow=True)


def test_a_person_begins_answers_and_sees_her_score(learner, place):
    assertContains(learner.get(reverse("courses:my_training")), address(place))
    page = begun(learner, address(place))
    assertContains(page, "Question A1 en")
    assertNotContains(page, "is_correct")

    done = learner.post(address(place), answers(page, 1, 0), follow=True)

    assertContains(done, "1 of 2 right")
    assertNotContains(done, "Question A1 en")
    taken = TakenTest.objects.get()
    assert (taken.enrollment, taken.score, taken.way, taken.form) == (place, 1, "phone", "A")
    assertNotContains(learner.get(reverse("courses:my_training")), address(place))


def test_handing_in_twice_is_handing_in_once(learner, place):
    page = begun(learner, address(place))
    for chosen in ((1, 1), (0, 0)):
        learner.post(address(place), answers(page, *chosen))
    assert list(TakenTest.objects.values_list("score", flat=True)) == [2]


def test_answers_are_kept_on_the_way(learner, place):
    page = begun(learner, address(place))
    kept = learner.post(
        address(place, "my_test_keep"), answers(page, 1), headers={"accept": "application/json"}
    )
    assert kept.json() == {"kept": True, "why": ""}
    assert Sitting.objects.get().answers == {"language": "en", "given": [[1], None]}
    again = learner.get(address(place))
    assert again.context["form"].initial == {"question_0": "1"}


def test_open_questions_are_told_before_handing_in(learner, place):
    page = begun(learner, address(place))
    told = learner.post(address(place), answers(page, 1))
    assert told.context["form"].errors
    learner.post(address(place), answers(page, 1) | {"anyway": "on"})
    assert TakenTest.objects.get().score == 1


def test_a_closed_test_says_so_and_keeps_what_was_there(learner, place):
    page = begun(learner, address(place))
    learner.post(address(place, "my_test_keep"), answers(page, 1))
    close_test(place.run, "pre", by=UserFactory())

    late = learner.post(address(place), answers(page, 1, 1), follow=True)

    assertContains(late, "1 of 2 right")


def test_the_khmer_questions_are_asked_in_khmer(learner, place):
    begun(learner, address(place))
    page = learner.get(address(place).replace("/en/", "/km/"))
    assertContains(page, "Question A1 km")


def test_what_is_somebody_elses_is_not_found(learner, place):
    other = EnrollmentFactory(run=place.run)
    assert learner.get(address(other)).status_code == 404
    assert learner.post(address(other), {"begin": "1"}).status_code == 404
    assert not Sitting.objects.exists()


def test_one_phone_goes_round_the_room(client, trainer_user, place):
    client.force_login(trainer_user)
    round_ = reverse("courses:pass_round", args=[place.run.uuid, "pre"])
    assertContains(client.get(round_), passed(place))
    page = begun(client, passed(place))

    done = client.post(passed(place), answers(page, 1, 1), follow=True)

    assertContains(done, "Now hand the phone back.")
    assertNotContains(done, "2 of 2 right")
    taken = TakenTest.objects.get()
    assert (taken.way, taken.entered_by, taken.score) == ("passed", trainer_user, 2)
    assertContains(client.get(round_), "Everybody has a result.")


def test_the_phone_answers_only_for_the_run(client, trainer_user, place):
    client.force_login(trainer_user)
    other = EnrollmentFactory()
    url = reverse("courses:passed_test", args=[place.run.uuid, "pre", other.uuid])
    assert client.get(url).status_code == 404
