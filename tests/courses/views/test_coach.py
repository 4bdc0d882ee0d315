"""Who on a run needs help, a call, and a word to one person."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.models import LessonProgress, Message, PersonPhone, QuizAttempt, TakenTest
from courses.rules.coach import Need
from tests import pages
from tests.courses.views.conftest import address
from tests.factories import AttendanceFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(run):
    """One half-day that was held, one to come; one who came and scored, one who did not come."""
    today = timezone.localdate()
    type(run).objects.update(starts_on=today, ends_on=today, min_test_percent=60)
    run.refresh_from_db()
    begun = timezone.now() - timedelta(hours=4)
    held = SessionFactory(
        run=run, status="held", starts_at=begun, ends_at=begun + timedelta(hours=3)
    )
    SessionFactory(run=run, day_offset=9)
    came, absent = EnrollmentFactory(run=run), EnrollmentFactory(run=run)
    AttendanceFactory(session=held, enrollment=came)
    AttendanceFactory(session=held, enrollment=absent, presence="absent", credited_minutes=0)
    TakenTest.objects.create(
        enrollment=came, moment="post", form="A", way="paper", score=5, max_score=10,
        taken_at=timezone.now(),
    )  # fmt: skip
    return came, absent


def lines(page):
    return [line for _kind, _words, group in page.context["groups"] for line in group]


def test_who_needs_most_comes_first_with_what_is_missing(trainer, run, two):
    came, absent = two
    page = trainer.get(address("coach", run))

    assert [(line.place, line.need) for line in lines(page)] == [
        (absent, Need.LOST),
        (came, Need.BEHIND),
    ]
    assert "50\xa0% in the post-test; needs 60\xa0%." in page.text
    assert "Came to 1 of 1 half-days." in page.text and "Post-test: 5 of 10." in page.text
    assert "Never seen." in page.text
    assert lines(page)[1].seen == came.attendances.get().session.ends_at


def test_reading_and_answering_on_the_phone_is_being_seen(trainer, run, two):
    absent, read, answered = two[1], timezone.now() - timedelta(days=2), timezone.now()
    facts = {"person": absent.person, "course": run.course}
    LessonProgress.objects.create(**facts, lesson_key=uuid4(), read_at=read, seen_at=read)
    assert lines(trainer.get(address("coach", run)))[0].seen == read

    QuizAttempt.objects.create(**facts, uuid=uuid4(), lesson_key=uuid4(), submitted_at=answered)
    page = trainer.get(address("coach", run))
    assert lines(page)[0].seen == answered and "Never seen." not in page.text


def test_a_phone_is_a_link_as_long_as_the_trainer_may_see_it(trainer, run, two):
    for place in two:
        PersonPhone.objects.create(
            person=place.person, raw=f"0{place.pk}", e164=f"+85512{place.pk:06}", is_shared=True
        )
    shown = trainer.get(address("coach", run)).text
    long_ago = timezone.localdate() - timedelta(days=400)
    type(run).objects.update(starts_on=long_ago, ends_on=long_ago)

    assert f'href="tel:+85512{two[0].pk:06}"' in shown and "others use this phone too" in shown
    assert "tel:" not in trainer.get(address("coach", run)).text


def test_a_word_to_one_person_is_there_and_goes_to_her_alone(trainer, run, two):
    absent = two[1]
    url = address("write_to_one", run, absent)
    form = trainer.get(url + "?need=lost").context["form"]
    words = {name: form.get_initial_for_field(form.fields[name], name) for name in form.fields}
    assert run.course.title_en in words["text_en"]
    assert words["text_km"] != words["text_en"]

    for _twice in range(2):
        trainer.post(url, words)

    assert [message.enrollment_id for message in Message.objects.all()] == [absent.pk]
    logged = ModelLogEntry.objects.get(action="courses.person_written_to")
    assert logged.data == {"enrollment": absent.pk}


def test_who_left_is_not_written_to(trainer, run, two):
    url = address("write_to_one", run, two[0])
    words = trainer.get(url).context["form"].initial
    type(two[0]).objects.filter(pk=two[0].pk).update(status="withdrawn")

    assert "not on the run any more" in trainer.post(url, words).text
    assert not Message.objects.exists()


@pytest.mark.parametrize("number", [1, 30])
def test_thirty_people_cost_as_much_as_one(trainer, run, number, django_assert_num_queries):
    course = pages.course_page(pages.home_page(), course=run.course)
    pages.lesson_page(course, title="First", quiz=pages.QUIZ)
    session = SessionFactory(run=run, status="held")
    for _each in range(number):
        place = EnrollmentFactory(run=run, person=PersonFactory())
        AttendanceFactory(session=session, enrollment=place)
    trainer.get(address("coach", run))
    with django_assert_num_queries(20):
        page = trainer.get(address("coach", run))
    assert len(lines(page)) == number and "Read 0 of 1 lessons." in page.text
