"""What people are told of: every verb once, in their language, and nothing that is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.announcing import NewPaper, announce_certificates, announce_change, quietly
from courses.actions.enrollment import decide_request, enroll, enroll_people, withdraw
from courses.actions.runs import (
    RunDetails,
    add_session,
    cancel_run,
    cancel_session,
    change_run,
)
from courses.choices import EnrollmentSource
from courses.models import Completion, Message, MessageTemplate, PersonPhone
from courses.rules.schedule import Slot
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
SMS = {"BACKEND": "courses.adapters.gateways.memory.MemoryGateway"}


@pytest.fixture
def run():
    """Two half-days in three days, with one seat."""
    day = timezone.localdate() + timedelta(days=3)
    run = CourseRunFactory(starts_on=day, capacity=1)
    SessionFactory(run=run)
    SessionFactory(run=run, hour=13)
    return run


def sreymom(**kwargs):
    return PersonFactory(**{"email": "sreymom@example.org", **kwargs})


def told(run):
    rows = run.messages.order_by("pk")
    return [(row.kind, row.channel, row.status) for row in rows]


def change(run, user, **kwargs):
    details = RunDetails(
        **{
            "host": run.host,
            "province": run.province,
            "venue": run.venue,
            "capacity": run.capacity,
            **kwargs,
        }
    )
    change_run(run, details, [user.training_person], by=user)
    run.refresh_from_db()


def test_who_gets_a_seat_reads_days_hours_and_place_in_her_language(run):
    enroll(run, sreymom(reads_khmer="no"), by=None)

    message = run.messages.get()
    day = run.starts_on
    assert (message.address, message.language) == ("sreymom@example.org", "en")
    assert message.subject == "You have a seat: Safety committee"
    assert message.body == (
        "Dear Sreymom,\n"
        'You have a seat on the training "Safety committee".\n'
        f"{day:%A} {day.day} {day:%B}, 08:00–11:00, 13:00–16:00\n"
        f"Place: Meeting hall, {run.host.name_en}, {run.province.name_en}\n"
        "Please bring your card, or say your name at the door.\n"
        f"The code of your card: {message.person.card_code}"
    )


def test_khmer_messages_hold_khmer_names_days_and_digits(run):
    enroll(run, sreymom(), by=None)

    body = run.messages.get().body
    assert "ចាន់ ស្រីមុំ" in body and "«គណៈកម្មការសុវត្ថិភាព»" in body and "០៨:០០–១១:០០" in body
    assert run.host.name_km in body


def test_full_runs_requests_and_answers_are_told(run, staff_user):
    enroll(run, sreymom(), by=None)
    waiting = enroll(run, sreymom(), by=None)
    assert [kind for kind, _channel, _status in told(run)] == ["confirmation", "waitlisted"]

    other = CourseRunFactory(starts_on=run.starts_on, enrollment_policy="request")
    asked = enroll(other, sreymom(), by=None, source=EnrollmentSource.SELF)
    declined = enroll(other, sreymom(), by=None, source=EnrollmentSource.SELF)
    decide_request(asked, True, by=staff_user)
    decide_request(declined, False, by=staff_user)
    assert sorted(told(other)) == [
        ("confirmation", "email", "queued"),
        ("declined", "email", "queued"),
        ("requested", "email", "cancelled"),
        ("requested", "email", "cancelled"),
    ]
    assert waiting.status == "waitlisted"


def test_a_free_seat_is_told_to_both(run):
    first = enroll(run, sreymom(), by=None)
    enroll(run, sreymom(), by=None)

    withdraw(first, "ill", by=None)

    assert told(run) == [
        ("confirmation", "email", "cancelled"),
        ("waitlisted", "email", "cancelled"),
        ("withdrawal", "email", "queued"),
        ("seat", "email", "queued"),
    ]
    assert "ill" not in run.messages.get(kind="withdrawal").body


def test_who_comes_back_is_told_again(run):
    person = sreymom()
    withdraw(enroll(run, person, by=None), by=None)
    enroll(run, person, by=None)
    assert [kind for kind, *_rest in told(run)] == ["confirmation", "withdrawal", "confirmation"]


def test_walk_ins_past_runs_and_quiet_work_are_told_to_nobody(run):
    enroll(run, sreymom(), by=None, source=EnrollmentSource.WALK_IN)
    with quietly():
        enroll(run, sreymom(), by=None)
    over = CourseRunFactory(starts_on=timezone.localdate() - timedelta(days=9))
    EnrollmentFactory(run=over, person=sreymom())
    announce_change(over)
    assert not Message.objects.exists()


def test_a_site_may_tell_nobody(run, settings):
    settings.COURSES_MESSAGES = False
    enroll(run, sreymom(), by=None)
    assert not Message.objects.exists()


def test_other_seats_and_trainers_are_no_news(run, trainer_user):
    enroll(run, sreymom(), by=None)
    change(run, trainer_user, capacity=9)
    assert [kind for kind, *_rest in told(run)] == ["confirmation"]


def test_a_change_is_written_into_what_waits(run, trainer_user):
    enroll(run, sreymom(reads_khmer="no"), by=None)

    change(run, trainer_user, venue=VenueFactory(name_en="Union hall"))

    message = run.messages.get()
    assert message.kind == "confirmation" and "Union hall" in message.body
    assert run.calendar_sequence == 1


def test_changes_of_some_minutes_are_one_message_and_reminders_are_made_anew(run, trainer_user):
    enrollment = enroll(run, sreymom(reads_khmer="no"), by=None)
    run.messages.update(status="sent")
    reminder = {"key": "r", "kind": "reminder", "run": run, "person": enrollment.person}
    Message.objects.create(**reminder, enrollment=enrollment, channel="email", status="queued")

    change(run, trainer_user, venue=VenueFactory(name_en="Union hall"))
    cancel_session(run.sessions.last(), "no light", by=trainer_user)
    starts = timezone.localtime(run.sessions.first().starts_at).replace(tzinfo=None)
    slot = Slot(starts + timedelta(days=1), starts + timedelta(days=1, hours=3))
    add_session(run, slot, by=trainer_user)

    assert told(run) == [
        ("confirmation", "email", "sent"),
        ("reminder", "email", "cancelled"),
        ("change", "email", "queued"),
    ]
    message = run.messages.get(kind="change")
    tomorrow = run.starts_on + timedelta(days=1)
    assert f"{tomorrow:%A} {tomorrow.day} {tomorrow:%B}, 08:00–11:00" in message.body
    assert "13:00" not in message.body and "Union hall" in message.body
    assert message.not_before > timezone.now() + timedelta(minutes=4)


def test_a_change_that_was_told_is_followed_by_a_new_one(run, trainer_user):
    enroll(run, sreymom(), by=None)
    for number in range(2):
        run.messages.update(status="sent")
        change(run, trainer_user, venue=VenueFactory(name_en=f"Hall {number}"))
    assert [kind for kind, *_rest in told(run)] == ["confirmation", "change", "change"]


def test_a_cancelled_run_is_told_to_who_has_or_hopes_for_a_seat(run, trainer_user):
    enroll(run, sreymom(reads_khmer="no"), by=None)
    enroll(run, sreymom(), by=None)

    cancel_run(run, "Flood", by=trainer_user)

    assert told(run)[-2:] == [("cancellation", "email", "queued")] * 2
    assert {status for _kind, _channel, status in told(run)[:2]} == {"cancelled"}
    assert "Flood" in run.messages.filter(kind="cancellation", language="en").get().body


def test_a_run_without_any_session_left_will_not_take_place(run, trainer_user):
    enroll(run, sreymom(), by=None)
    for session in run.sessions.all():
        cancel_session(session, "strike", by=trainer_user)
    assert [kind for kind, _channel, status in told(run) if status == "queued"] == ["cancellation"]


def test_people_without_e_mail_get_a_text_to_paste_or_an_sms(run, settings):
    run.capacity = 9
    run.save()
    shared, own = PersonFactory(), PersonFactory()
    PersonPhone.objects.create(person=shared, raw="012", e164="+85512999999", is_shared=True)
    PersonPhone.objects.create(person=own, raw="013", e164="+85513999999")
    enroll(run, PersonFactory(), by=None)
    settings.COURSES_SMS_GATEWAY = SMS
    enroll_people(run, [(shared, None), (own, None)], by=None)

    rows = run.messages.order_by("pk").values_list("channel", "address", "status", "is_discreet")
    assert list(rows) == [
        ("paste", "", "to_paste", False),
        ("sms", "+85512999999", "queued", True),
        ("sms", "+85513999999", "queued", False),
    ]
    discreet = run.messages.get(is_discreet=True)
    assert run.course.title_km not in discreet.body and run.host.name_km not in discreet.body
    assert discreet.subject == ""


def test_nobody_is_reached_by_e_mail_where_none_can_leave(run, settings):
    settings.COURSES_MESSAGES_BY_EMAIL = False
    enroll(run, sreymom(), by=None)
    assert told(run) == [("confirmation", "paste", "to_paste")]


def test_the_words_of_the_site_are_used_and_names_are_no_templates(run):
    MessageTemplate.objects.filter(kind="confirmation").update(
        subject_en="{course}", body_en="{name} {run.__class__} {place}"
    )
    enroll(run, sreymom(known_as="{card}", reads_khmer="no"), by=None)
    body = run.messages.get().body
    assert body.startswith("{card} {run.__class__} Meeting hall")


def test_a_certificate_is_told_once_and_not_when_it_is_history(run):
    enrollment = EnrollmentFactory(run=run, person=sreymom(reads_khmer="no"))
    completion = Completion.objects.create(
        enrollment=enrollment, is_met=True, met_on=timezone.localdate(), credited_minutes=1
    )
    for _twice in range(2):
        announce_certificates([NewPaper(enrollment, "S-1", "https://example.org/check/X/")])
    message = run.messages.get()
    assert "S-1" in message.body and "https://example.org/check/X/" in message.body
    assert message.useless_after is None

    completion.met_on = timezone.localdate() - timedelta(days=15)
    completion.save()
    enrollment.refresh_from_db()
    assert announce_certificates([NewPaper(enrollment, "S-2", "x")]) == []
    of_a_year = NewPaper(enrollment, "S-3", "x", titles={"en": "Meetings", "km": "ប្រជុំ"})
    assert "Meetings" in announce_certificates([of_a_year])[0].body


def test_telling_costs_the_same_for_one_and_for_thirty(run, django_assert_num_queries):
    for size in (1, 30):
        people = EnrollmentFactory.create_batch(size, run=run)
        for each in people:
            PersonPhone.objects.create(person=each.person, raw="013", e164="+85513999999")
        run.told_plan = f"{size}"
        run.save()
        with django_assert_num_queries(14):
            announce_change(run)
        run.messages.all().delete()
        run.enrollments.all().delete()
