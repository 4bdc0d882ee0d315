"""Reports that are made by themselves: each once, caught up, and never sent twice by a crash."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import IntegrityError, transaction

from courses.actions.report_deliveries import send_again, send_due_reports, settle_stuck_deliveries
from courses.adapters.letters import Attachment
from courses.adapters.printing.errors import TypesettingError
from courses.exceptions import Refused
from courses.models import ReportDelivery, ReportSchedule, ReportSnapshot, ReportTemplate
from tests.factories import AttendanceFactory, CourseRunFactory, SessionFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 4, 20, 5, tzinfo=ZoneInfo("Asia/Phnom_Penh"))


def one_file(delivery):
    return [Attachment(f"{delivery.starts_on}.txt", b"42", "text/plain")]


@pytest.fixture
def schedule(db):
    session = SessionFactory(run=CourseRunFactory(starts_on=date(2026, 3, 3)), status="held")
    AttendanceFactory(session=session)
    template = ReportTemplate.objects.create(name="Donor", title_en="For the donor")
    return ReportSchedule.objects.create(
        template=template, begins_on=date(2026, 2, 1), mailbox="reports@donor.example.org"
    )


def test_a_due_report_is_frozen_and_sent_once(schedule):
    assert send_due_reports(one_file, NOW) == {"sent": 1}
    assert send_due_reports(one_file, NOW + timedelta(days=1)) == {}

    (letter,) = mail.outbox
    delivery = ReportDelivery.objects.get()
    snapshot = ReportSnapshot.objects.get()
    assert letter.to == ["reports@donor.example.org"]
    assert letter.subject == "[Internal] For the donor · 1 January to 31 March 2026"
    assert letter.attachments[0][0] == "2026-01-01.txt"
    assert "do not publish" in letter.body
    assert (delivery.snapshot, delivery.status, delivery.sent_to) == (
        snapshot,
        "sent",
        "reports@donor.example.org",
    )
    assert snapshot.content["report"]["total"]["people"] == 1


def test_it_waits_for_its_day(schedule):
    assert send_due_reports(one_file, NOW.replace(day=13)) == {}
    assert not ReportDelivery.objects.exists()


def test_a_schedule_that_rests_sends_nothing(schedule):
    ReportSchedule.objects.update(is_active=False)
    assert send_due_reports(one_file, NOW) == {}


def test_missed_months_are_caught_up_in_their_order(schedule):
    ReportSchedule.objects.update(every="month")

    assert send_due_reports(one_file, NOW) == {"sent": 2}
    assert [each.attachments[0][0] for each in mail.outbox] == ["2026-02-01.txt", "2026-03-01.txt"]


def test_a_folder_is_written_again_without_harm(schedule):
    ReportSchedule.objects.update(mailbox="", folder="donor")

    send_due_reports(one_file, NOW)
    ReportDelivery.objects.update(status="sending", claimed_at=NOW - timedelta(hours=1))
    assert send_due_reports(one_file, NOW) == {"sent": 1}

    with storages["private"].open("reports/donor/2026-01-01.txt") as file:
        assert file.read() == b"42"
    assert ReportSnapshot.objects.count() == 1
    assert mail.outbox == []


def test_a_worker_that_died_before_sending_loses_nothing(schedule):
    def dies(delivery):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send_due_reports(dies, NOW)

    assert ReportDelivery.objects.get().status == "waiting"
    assert send_due_reports(one_file, NOW) == {"sent": 1}
    assert ReportSnapshot.objects.count() == 1


def test_nobody_sends_twice_what_a_mailbox_may_have(schedule, staff_user):
    send_due_reports(one_file, NOW)
    ReportDelivery.objects.update(status="sending", claimed_at=NOW - timedelta(hours=1))

    settle_stuck_deliveries(NOW)
    assert send_due_reports(one_file, NOW) == {}
    delivery = ReportDelivery.objects.get()
    assert (delivery.status, delivery.problem) == ("unsure", "interrupted")

    assert send_again(schedule, by=staff_user) == 1
    assert send_due_reports(one_file, NOW) == {"sent": 1}
    first, second = (each.extra_headers["Message-ID"] for each in mail.outbox)
    assert first == second


def test_there_is_nothing_to_send_again(schedule, staff_user):
    with pytest.raises(Refused) as no:
        send_again(schedule, by=staff_user)
    assert no.value.code == "nothing_to_send"


def test_a_mailbox_outside_the_house_is_refused(schedule, settings):
    settings.COURSES_REPORTS_MAIL_DOMAINS = ("programme.example.org",)

    assert send_due_reports(one_file, NOW) == {"failed": 1}
    assert ReportDelivery.objects.get().problem == "not_allowed"
    assert mail.outbox == []


def test_what_cannot_be_printed_is_told(schedule):
    def unprintable(delivery):
        raise TypesettingError("does_not_fit", "For the donor")

    assert send_due_reports(unprintable, NOW) == {"failed": 1}
    assert ReportDelivery.objects.get().problem == "not_printed"


def test_without_a_storage_it_is_tried_again(schedule, settings):
    settings.COURSES_REPORTS_STORAGE = "nowhere"
    ReportSchedule.objects.update(mailbox="", folder="donor")

    assert send_due_reports(one_file, NOW) == {"waiting": 1}
    delivery = ReportDelivery.objects.get()
    assert (delivery.problem, delivery.attempts) == ("no_folder", 1)


def test_after_many_attempts_it_is_given_up(schedule, settings):
    settings.COURSES_REPORTS_STORAGE = "nowhere"
    ReportSchedule.objects.update(mailbox="", folder="donor")
    send_due_reports(one_file, NOW)
    ReportDelivery.objects.update(attempts=13)

    assert send_due_reports(one_file, NOW) == {"failed": 1}


def test_a_schedule_goes_to_a_mailbox_or_to_a_folder(schedule):
    schedule.folder = "donor"
    with pytest.raises(ValidationError, match="either a mailbox or a folder"):
        schedule.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportSchedule.objects.update(folder="donor")
