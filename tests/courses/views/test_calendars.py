"""Calendar files: of a run for who takes part, and of a trainer by a secret address."""

import pytest
from django.urls import reverse
from icalendar import Calendar

from courses.actions.calendar_feeds import renew_calendar_address
from courses.models import CalendarFeed
from courses.views import calendars
from courses.views.enrol import Ticket
from tests.factories import CourseRunFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db


def events(response):
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in response["Cache-Control"]
    calendar = Calendar.from_ical(response.content)
    assert str(calendar["method"]) == "PUBLISH"
    return [(str(each["uid"]), str(each["status"])) for each in calendar.walk("VEVENT")]


def feed(token):
    return reverse("courses:trainer_feed", args=[token])


def test_a_trainer_takes_the_sessions_of_a_run_along(trainer, run, session):
    off = SessionFactory(run=run, hour=13, status="cancelled")
    assert events(trainer.get(reverse("courses:run_calendar", args=[run.uuid]))) == [
        (f"{session.uuid}@sala", "CONFIRMED"),
        (f"{off.uuid}@sala", "CANCELLED"),
    ]


def test_a_participant_takes_her_own_along(client, participant_user, session):
    person = participant_user.training_person
    place = EnrollmentFactory(run=session.run, person=person)
    client.force_login(participant_user)
    url = reverse("courses:my_calendar", args=[place.uuid])
    assert url in client.get(reverse("courses:my_training")).content.decode()
    assert events(client.get(url)) == [(f"{session.uuid}@sala", "CONFIRMED")]
    place.status = "withdrawn"
    place.save()
    assert client.get(url).status_code == 404


def test_who_has_just_taken_part_gets_the_file_with_her_ticket(client, session):
    place = EnrollmentFactory(run=session.run)
    keys = [session.run.uuid, Ticket(str(place.uuid)).sealed()]
    url = reverse("courses:taken_part_calendar", args=keys)
    assert url in client.get(reverse("courses:taken_part", args=keys)).content.decode()
    assert events(client.get(url)) == [(f"{session.uuid}@sala", "CONFIRMED")]
    wrong = reverse("courses:taken_part_calendar", args=[session.run.uuid, "no-ticket"])
    assert client.get(wrong).status_code == 404


def test_a_trainer_makes_an_address_sees_it_once_and_takes_it_away(client, trainer, session):
    page = reverse("courses:calendar_address")
    made = trainer.post(page).content.decode()
    token = made.partition("webcal://")[2].partition("/calendar/")[2].partition(".ics")[0]
    assert f'href="webcal://testserver{feed(token)}"' in made
    assert token not in trainer.get(page).content.decode()
    foreign = SessionFactory(run=CourseRunFactory())
    EnrollmentFactory(run=session.run)

    client.logout()
    answer = client.get(feed(token))
    assert events(answer) == [(f"{session.uuid}@sala", "CONFIRMED")]
    text = answer.content.decode()
    assert "Sreymom" not in text and "ស្រីមុំ" not in text and str(foreign.uuid) not in text

    client.force_login(CalendarFeed.objects.get().user)
    client.post(page, {"revoke": "yes"})
    client.logout()
    assert client.get(feed(token)).status_code == 404


def test_who_tries_out_addresses_is_slowed_down(client, trainer_user, monkeypatch):
    monkeypatch.setattr(calendars, "READS_AT_MOST", 3)
    token = renew_calendar_address(trainer_user)
    codes = [client.get(feed(f"guess-{number}")).status_code for number in range(3)]
    assert codes == [404] * 3
    answer = client.get(feed(token))
    assert (answer.status_code, answer["Retry-After"]) == (429, "600")


@pytest.mark.parametrize("number", [1, 30])
def test_a_long_feed_costs_no_more_queries(
    client, trainer_user, run, number, django_assert_num_queries
):
    for offset in range(number):
        SessionFactory(run=run, day_offset=offset)
    token = renew_calendar_address(trainer_user)
    with django_assert_num_queries(7):
        assert len(events(client.get(feed(token)))) == number
