"""A report made of a template: its page, its files, frozen, and by its schedule."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pypdfium2
import pytest
from django.core import mail
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model

from courses.actions.report_deliveries import send_due_reports
from courses.admin.report_mail import files_of_delivery
from courses.models import (
    ReportDelivery,
    ReportSchedule,
    ReportSnapshot,
    ReportTemplate,
    StaffArea,
    Target,
    TargetSet,
)
from tests.conftest import user_in
from tests.courses.adapters.printing.samples import picture
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db

REACH = "/admin/training/reach/"
FREEZE = "/admin/training/reach/freeze/"
PERIOD = {"start": "2026-01-01", "end": "2026-12-31"}


@pytest.fixture
def template(db):
    """Of one course with two women and a man; another course has a fourth person."""
    courses = CourseFactory(code="OSHC"), CourseFactory(code="OTHER")
    for course, sexes in zip(courses, (("female", "female", "male"), ("male",)), strict=True):
        run = CourseRunFactory(course=course, starts_on=date(2026, 3, 3))
        session = SessionFactory(run=run, status="held")
        for sex in sexes:
            enrollment = EnrollmentFactory(run=run, person=PersonFactory(sex=sex))
            AttendanceFactory(session=session, enrollment=enrollment)
    targets = TargetSet.objects.create(name_en="Promised", name_km="បានសន្យា")
    days = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    targets.targets.create(indicator="R1", amount=4, **days)
    targets.targets.create(indicator="R2", part="sex:female", amount=4, **days)
    targets.save()
    row = ReportTemplate.objects.create(
        name="Donor",
        title_en="Training for the donor",
        title_km="ការបណ្ដុះបណ្ដាលសម្រាប់ម្ចាស់ជំនួយ",
        introduction_en="This report is about one course.",
        notes_en="Two sheets are late.",
        language="both",
        targets=targets,
        shows_map=False,
    )
    for place, code in enumerate(("R14", "R21")):
        row.figures.create(indicator=code, sort_order=place)
    for place, name in enumerate(("sex", "age_band")):
        row.tables.create(dimension=name, sort_order=place)
    row.filters.create(part=f"course:{courses[0].pk}")
    row.save()
    return row


def asked(template, **more):
    return {**PERIOD, "template": template.pk, **more}


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def content_of(answer):
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    return len(pages), " ".join(" ".join(pages).split())


def test_the_page_tells_what_the_template_asks_for(staff, template):
    page = text_of(staff.get(REACH, asked(template)))

    assert "Training for the donor" in page
    assert "This report is about one course." in page
    assert "Two sheets are late." in page
    assert "<b>3</b> people" in page
    assert "<b>67 %</b> Women’s share" in page
    assert "75 % of the target of 4 (Promised)" in page
    assert page.index('id="sala-reach-sex"') < page.index('id="sala-reach-age_band"')
    assert "sala-reach-map" not in page.replace("sala-reach-map-", "")
    assert 'id="sala-reach-topic"' not in page


def test_without_a_template_the_page_is_that_of_the_programme(staff, template):
    page = text_of(staff.get(REACH, PERIOD))

    assert "Who the training reached" in page
    assert "<b>4</b> people" in page
    assert 'id="sala-reach-topic"' in page


def test_the_record_leads_to_a_report(staff, template):
    page = text_of(staff.get(reverse("training_report_templates:inspect", args=[template.pk])))

    assert f"{REACH}?template={template.pk}" in page
    assert "R14 Women’s share" in page
    assert "Course: OSHC" in page or "Course:" in page


def test_a_copy_has_all_rows_and_leaves_those_of_the_first(staff, template):
    address = reverse("training_report_templates:copy_as", args=[template.pk])

    assert "Another one has this name already." in text_of(staff.post(address, {"name": "Donor"}))
    staff.post(address, {"name": "Another donor"})

    copy = ReportTemplate.objects.exclude(pk=template.pk).get()
    assert copy.name == "Another donor"
    for row in (copy, template):
        assert [each.indicator for each in row.figures.all()] == ["R14", "R21"]
        assert row.tables.count() == 2
        assert row.filters.count() == 1


def test_files_are_in_the_languages_of_the_template(staff, template):
    page = text_of(staff.get(REACH, asked(template)))
    assert "Download PDF (Khmer)" in page

    pages, words = words_of(
        content_of(staff.get(REACH, asked(template, export="pdf", language="en")))
    )
    assert 1 <= pages <= 4
    assert "Training for the donor" in words
    assert "This report is about one course." in words
    assert "3 of 4" in words
    assert "75 %" in words
    assert words_of(content_of(staff.get(REACH, asked(template, export="pdf", language="km"))))[0]


def test_the_workbook_has_native_charts_and_targets(staff, template):
    book = openpyxl.load_workbook(
        BytesIO(content_of(staff.get(REACH, asked(template, export="xlsx", language="en"))))
    )

    assert book.sheetnames == [
        *("Totals", "Targets", "Sex", "Age", "Month", "Definitions", "Notes")
    ]
    assert all(book[name]._charts for name in ("Targets", "Sex", "Age", "Month"))
    targets = [[cell.value for cell in row] for row in book["Targets"].iter_rows(min_row=2)]
    assert [row[2:4] for row in targets] == [[3, 4], [2, 4]]
    totals = {row[0].value: row for row in book["Totals"].iter_rows(min_row=2)}
    assert [cell.value for cell in totals["R1"][3:]] == [3, "people", 4, 0.75]


def test_csv_and_json_count_what_the_template_counts(staff, template):
    text = content_of(staff.get(REACH, asked(template, export="csv"))).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["Dimension"] for row in rows} == {"all", "sex", "age_band", "month"}

    khmer = content_of(staff.get(REACH, asked(template, export="csv", language="km")))
    assert "មនុស្ស" in khmer.decode("utf-8-sig")
    assert "People reached" not in khmer.decode("utf-8-sig")

    told = json.loads(content_of(staff.get(REACH, asked(template, export="json"))))
    assert told["plan"]["figures"] == ["R14", "R21"]
    assert [each["amount"] for each in told["plan"]["targets"]] == ["4", "4"]
    assert told["report"]["total"]["people"] == 3


def test_frozen_it_stays_as_it_was_told(staff, template):
    address = f"{FREEZE}?start=2026-01-01&end=2026-12-31&template={template.pk}"
    assert "Training for the donor · " in text_of(staff.get(address))
    staff.post(address, {"title": "Year", "comment": ""})
    row = ReportSnapshot.objects.get()
    ReportTemplate.objects.update(title_en="Another title", introduction_en="Otherwise.")
    Target.objects.all().delete()

    address = reverse("training_snapshots:inspect", args=[row.pk])
    page = text_of(staff.get(address))

    assert row.template == template
    assert "This report is about one course." in page
    assert "75 % of the target of 4 (Promised)" in page
    assert f"template={template.pk}" in page
    _pages, words = words_of(content_of(staff.get(address, {"export": "pdf", "language": "en"})))
    assert "This report is about one course." in words


def test_logos_stand_at_the_head_of_the_paper(staff, template):
    plain = content_of(staff.get(REACH, asked(template, export="pdf", language="en")))
    image = get_image_model().objects.create(
        title="Donor", file=ImageFile(BytesIO(picture()), name="donor.jpg")
    )
    template.logos.create(image=image, name="Donor")
    template.save()

    with_logo = content_of(staff.get(REACH, asked(template, export="pdf", language="en")))
    assert with_logo.count(b"/Image") > plain.count(b"/Image")


def test_staff_of_a_province_count_it_within_that(client, template):
    user = user_in("Provincial staff")
    StaffArea.objects.create(user=user).provinces.set(["12"])
    client.force_login(user)

    page = text_of(client.get(REACH, asked(template)))

    assert "Nobody attended or completed in this period" in page
    assert client.get(reverse("training_report_templates:index")).status_code == 200
    assert client.get(reverse("training_report_templates:add")).status_code == 302
    assert client.get(reverse("training_report_schedules:index")).status_code == 302


def last_year(template, **values):
    """A schedule of which the report of last year is due, and no other on any day of this year."""
    year = timezone.localdate().year - 1
    schedule = ReportSchedule.objects.create(
        template=template,
        every="year",
        begins_on=date(year, 1, 1),
        days_after=1,
        mailbox="a@example.org",
        **values,
    )
    return year, schedule


@pytest.mark.parametrize("language", ["en", "km"])
def test_a_schedule_sends_both_files_marked_as_internal(template, language):
    year, schedule = last_year(template, language=language)
    call_command("send_reports")

    (letter,) = mail.outbox
    (pdf, _content, _kind), (book, content, _mime) = letter.attachments
    assert pdf == f"report-{schedule.pk}-{year}-01-01-{year}-12-31-internal.pdf"
    assert book.endswith("-internal.xlsx")
    assert openpyxl.load_workbook(BytesIO(content)).sheetnames
    if language == "en":
        words = words_of(letter.attachments[0][1])[1]
        assert "Do not publish this report or hand it on." in words


def test_the_record_of_a_schedule_tells_what_became_of_each(staff, template):
    year, schedule = last_year(template)
    send_due_reports(files_of_delivery)
    ReportDelivery.objects.update(status="unsure", problem="no_answer")
    address = reverse("training_report_schedules:inspect", args=[schedule.pk])

    page = text_of(staff.get(address))
    assert f"1 January to 31 December {year}" in page
    assert "The mail server did not say whether it took the report." in page

    staff.post(reverse("training_report_schedules:again", args=[schedule.pk]))
    assert ReportDelivery.objects.get().status == "waiting"
