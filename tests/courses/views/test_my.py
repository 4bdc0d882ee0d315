"""My training."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from tests import pages
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("courses:my_training")


@pytest.fixture
def person(participant_user):
    return participant_user.training_person


@pytest.fixture
def me(client, participant_user):
    client.force_login(participant_user)
    return client


def enrolled(person, days=3, length=0, **values):
    day = timezone.localdate() + timedelta(days=days)
    run = CourseRunFactory(starts_on=day, ends_on=day + timedelta(days=length))
    return EnrollmentFactory(person=person, run=run, **values)


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_visitors_say_first_who_they_are(client):
    assert "/training/card/" in client.get(URL)["Location"]


def test_a_login_without_person_is_told_what_to_do(client, staff_user):
    client.force_login(staff_user)
    assert "Your login is not joined to your card yet" in text(client.get(URL))


def test_an_empty_page_says_what_will_be_here(me, person):
    pages.home_page()
    page = text(me.get(URL))
    assert "Your dates, hours and certificates will be here." in page and person.card_code in page


def test_the_page_is_never_kept(me):
    assert "no-store" in me.get(URL)["Cache-Control"]


def test_progress_is_a_sentence_and_half_days(me, person):
    row = enrolled(person, days=-1, length=2)
    held = SessionFactory(run=row.run, status="held")
    AttendanceFactory(session=held, enrollment=row)
    SessionFactory(run=row.run, day_offset=2, hour=13)
    page = text(me.get(URL))
    for words in ("3 of 6 hours.", "You still need", "afternoon", "morning, here",
                  "afternoon, to come", "Then your certificate", "Your next date"):  # fmt: skip
        assert words in page
    assert "I cannot come" not in page


def test_waiting_and_called_off_runs_are_told_apart(me, person):
    enrolled(person, status="waitlisted")
    enrolled(person, status="requested")
    gone = enrolled(person)
    type(gone.run).objects.filter(pk=gone.run_id).update(status="cancelled")
    page = text(me.get(URL))
    for words in ("You are number 1 on the waiting list.", "You have asked for a seat.",
                  "This run was cancelled. Choose another date."):  # fmt: skip
        assert words in page


def test_lessons_to_read_and_earlier_courses_are_listed(me, person):
    row = enrolled(person)
    pages.lesson_page(pages.course_page(pages.home_page(), course=row.run.course))
    past = enrolled(person, days=-9)
    AttendanceFactory(
        session=SessionFactory(run=past.run, status="held"), enrollment=past, presence="absent",
        credited_minutes=0,
    )  # fmt: skip
    page = text(me.get(URL))
    for words in ("The walk", "0 of 1 lessons read", "Earlier courses", "You missed"):
        assert words in page


def test_other_apps_add_sections(me, person):
    def panel(request, who):
        return f"<p>A panel for {who.card_code}</p>" if who == person else ""

    with hooks.register_temporarily("courses_my_panels", panel):
        assert f"A panel for {person.card_code}" in text(me.get(URL)).replace("&lt;p&gt;", "")


@pytest.mark.parametrize("number", [1, 30])
def test_a_long_history_asks_as_little_as_a_short_one(
    me, person, number, django_assert_max_num_queries
):
    for n in range(number):
        SessionFactory(run=enrolled(person, days=n - 15).run)
    me.get(URL)
    with django_assert_max_num_queries(12):
        me.get(URL)


def test_she_may_give_up_her_seat_after_being_asked(me, person):
    row = enrolled(person)
    following = EnrollmentFactory(run=row.run, status="waitlisted")
    type(row.run).objects.update(capacity=1)
    url = reverse("courses:my_withdraw", args=[row.uuid])
    assert "Your seat goes to the next person on the waiting list." in text(me.get(url))
    assert "You are off the run." in text(me.post(url, follow=True))
    row.refresh_from_db()
    following.refresh_from_db()
    assert (row.status, following.status) == ("withdrawn", "enrolled")
    assert me.post(url).status_code == 404


def test_who_came_already_stays_in_the_record(me, person):
    row = enrolled(person)
    AttendanceFactory(session=SessionFactory(run=row.run, status="held"), enrollment=row)
    response = me.post(reverse("courses:my_withdraw", args=[row.uuid]), follow=True)
    assert "This person came to a session already" in text(response)


def test_nobody_takes_another_person_off(me, client, staff_user):
    url = reverse("courses:my_withdraw", args=[EnrollmentFactory().uuid])
    assert me.get(url).status_code == me.post(url).status_code == 404
    client.force_login(staff_user)
    assert client.post(url).status_code == 404


def test_people_are_called_by_what_they_are_known_by():
    person = PersonFactory()
    assert [person.called_in("en"), person.called_in("km")] == ["Sreymom", "ចាន់ ស្រីមុំ"]
    person.known_as = "Mom"
    assert person.called_in("km") == "Mom"
