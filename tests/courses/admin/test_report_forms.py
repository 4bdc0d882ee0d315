"""What staff choose from in report templates, and the tables of one figure that come of it."""

import csv
import json
import re
from datetime import date
from fractions import Fraction
from io import BytesIO, StringIO

import openpyxl
import pypdfium2
import pytest
from django.forms import modelform_factory
from django.urls import reverse

from courses.actions.snapshots import freeze_report
from courses.admin.report_forms import CrossForm
from courses.models import ReportCross, ReportSnapshot, ReportTemplate, Session
from courses.queries.report_plans import narrowed
from courses.queries.snapshots import report_kept
from courses.rules.reach import Filters
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

REACH = "/admin/training/reach/"
MARCH = date(2026, 3, 1)


def write_template():
    """Two women and a man in March 2026, and a template with two tables of one figure."""
    run = CourseRunFactory(starts_on=date(2026, 3, 3))
    session = SessionFactory(run=run, status="held")
    for sex in ("female", "female", "male"):
        enrollment = EnrollmentFactory(run=run, person=PersonFactory(sex=sex))
        AttendanceFactory(session=session, enrollment=enrollment)
    row = ReportTemplate.objects.create(name="Donor", title_en="Training for the donor")
    for place, (code, rows, columns) in enumerate((("R2", "sex", "month"), ("R14", "sector", ""))):
        row.crosses.create(indicator=code, rows=rows, columns=columns, sort_order=place)
    row.save()
    return row


@pytest.fixture(scope="module")
def kept(keep_rows):
    return keep_rows(write_template)


@pytest.fixture
def crossed(kept, db):
    return ReportTemplate.objects.get(pk=kept.pk)


def asked(template, **more):
    return {"start": "2026-01-01", "end": "2026-12-31", "template": template.pk, **more}


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def file_of(client, template, export):
    answer = client.get(REACH, asked(template, export=export, language="en"))
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def words_of(pdf):
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return " ".join(" ".join(pages).split())


def test_tables_of_one_figure_stand_on_the_page_and_in_every_file(staff, crossed):
    page = text_of(staff.get(REACH, asked(crossed)))
    rows = list(csv.DictReader(StringIO(file_of(staff, crossed, "csv").decode("utf-8-sig"))))
    book = openpyxl.load_workbook(BytesIO(file_of(staff, crossed, "xlsx")))
    told = json.loads(file_of(staff, crossed, "json"))["report"]["crosses"]
    words = words_of(file_of(staff, crossed, "pdf"))

    assert "<h3>Participations: Sex and Month</h3>" in page
    assert '>Woman</th><td class="sala-reach-q4">2</td><td>2</td>' in page
    assert "<h3>Women’s share: Sector</h3>" in page
    assert not re.search('<td[^>]*><a href="[^"]*list/', page)
    women = [row for row in rows if row["Second dimension"] == "month" and row["Code"] == "female"]
    assert [(row["Indicator"], row["Second code"], row["Figure"]) for row in women] == [
        ("R2", "2026-03-01", "2")
    ]
    name = next(each for each in book.sheetnames if each.startswith("Participations"))
    cells = list(book[name].iter_rows(values_only=True))
    assert cells == [
        ("Sex", "March 2026", "All"),
        ("Woman", 2, 2),
        ("Man", 1, 1),
        ("All", 3, 3),
    ]
    assert book[name]._charts
    assert told[0]["cells"] == [
        {"row": "female", "column": "2026-03-01", "value": 2, "exact": 2},
        {"row": "male", "column": "2026-03-01", "value": 1, "exact": 1},
    ]
    assert (told[1]["whole"], told[1]["exact"]) == (66.6667, "2/3")
    assert "Participations: Sex and Month" in words


def test_tables_of_one_figure_are_frozen_with_their_labels(staff, staff_user, crossed):
    filters = narrowed(Filters(date(2026, 1, 1), date(2026, 12, 31)), crossed)
    counted = freeze_report(filters, "Year", by=staff_user, template=crossed)
    row = ReportSnapshot.objects.get(pk=counted.pk)
    crossed.crosses.all().delete()
    Session.objects.update(status="cancelled")

    first, second = report_kept(row).crosses

    assert first.cells == {("female", MARCH): 2, ("male", MARCH): 1}
    assert (first.rows, first.columns, first.whole) == ({"female": 2, "male": 1}, {MARCH: 3}, 3)
    assert (second.by, second.whole) == (("sector",), Fraction(2, 3))
    address = reverse("training_snapshots:inspect", args=[row.pk])
    assert ">Woman</th><td class=" in text_of(staff.get(address))


def test_a_table_is_of_what_the_figure_is_counted_by_and_never_of_trainers(staff, crossed):
    address = reverse("training_report_templates:edit", args=[crossed.pk])
    page = text_of(staff.get(address))
    assert "Tables of one figure" in page
    form = modelform_factory(ReportCross, form=CrossForm, fields=("indicator", "rows", "columns"))

    def errors(indicator, rows, columns=""):
        return form(data={"indicator": indicator, "rows": rows, "columns": columns}).errors

    assert not errors("R2", "role", "sex")
    assert errors("R5", "role")["rows"] == [
        "This figure is not counted by “Role”. Choose another figure or way."
    ]
    assert "rows" in errors("R2", "trainer")
    assert "columns" in errors("R2", "sex", "trainer")
    assert "Rows and columns are the same." in str(errors("R2", "sex", "sex"))
