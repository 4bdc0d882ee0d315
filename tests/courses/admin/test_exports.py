"""Lists leave as files that office programs open right, for those who may take them."""

import csv
from io import BytesIO

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.viewsets import viewsets
from wagtail.models import ModelLogEntry

from courses.models import ExportLog
from tests.courses.admin.world import NOUNS, make_own, make_world
from tests.factories import OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


PURPOSE = {"purpose": "reporting", "detail": "Report of the quarter"}


@pytest.fixture(scope="module")
def kept(keep_rows):
    return keep_rows(make_own)


@pytest.fixture(scope="module")
def staff_user(kept):
    return kept.staff_user


@pytest.fixture(scope="module")
def trainer_user(kept):
    return kept.trainer_user


@pytest.fixture(scope="module")
def own(kept):
    return kept.own


def file_of(client, noun, file_format, **query):
    """The file, after its purpose where one is asked for."""
    url = reverse(f"training_{noun}:index", query={"export": file_format, **query})
    answer = client.get(url)
    return answer if answer.streaming else client.post(url, PURPOSE)


def csv_of(client, noun, **query):
    answer = file_of(client, noun, "csv", **query)
    return b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()


def sheet_of(client, noun):
    answer = file_of(client, noun, "xlsx")
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return book.active


@pytest.mark.parametrize("noun", NOUNS)
def test_both_kinds_of_file_hold_every_row_and_column(noun, staff, own):
    lines, sheet = csv_of(staff, noun), sheet_of(staff, noun)

    assert len(list(csv.reader(f"{line}\n" for line in lines))) == sheet.max_row > 1
    assert lines[0].split(",")[0] == sheet.cell(1, 1).value


def test_khmer_names_are_read_right_and_formulas_stay_words(staff):
    OrganizationFactory(name_en="=1+1", name_km="រោងចក្រឈូក")

    line = csv_of(staff, "organizations")[1]

    assert line.startswith("'=1+1,រោងចក្រឈូក")
    assert sheet_of(staff, "organizations").cell(2, 1).value == "=1+1"


def test_a_file_says_local_time(staff, own):
    assert "08:00" in csv_of(staff, "sessions")[1]


def test_the_words_of_a_file_follow_the_reader(staff):
    PersonFactory(sex="female")

    with override("km"):
        lines = csv_of(staff, "people")

    assert lines[1].split(",")[0].startswith("KH-")


def test_a_file_holds_what_the_list_shows(staff):
    PersonFactory(name_km="សុខ ដារា")
    PersonFactory(name_km="ចាន់ បុប្ផា")

    assert len(csv_of(staff, "people", q="ដារា")) == 2


def test_an_export_is_logged_without_the_words_that_were_typed(staff, staff_user):
    csv_of(staff, "people", q="ដារា", sex="female")

    entry = ModelLogEntry.objects.get(action="courses.exported")
    assert entry.user == staff_user
    assert entry.data == {"what": "people", "format": "csv", "filters": {"sex": ["female"]}}


def test_trainers_take_no_files(trainer, own):
    page = trainer.get(reverse("training_people:index"))
    answer = trainer.get(reverse("training_people:index"), {"export": "csv"})

    assert "export=csv" not in page.content.decode()
    assert answer.status_code == 302
    assert not ModelLogEntry.objects.filter(action="courses.exported").exists()


def test_an_export_fetches_rows_in_chunks(staff, own, django_assert_num_queries):
    def lines():
        answer = staff.post(url, PURPOSE)
        return b"".join(answer.streaming_content).splitlines()

    url = reverse("training_enrolments:index", query={"export": "csv"})
    lines()
    with django_assert_num_queries(15):
        lines()
    for _number in range(5):
        make_world()
    with django_assert_num_queries(15):
        assert len(lines()) == 7


def test_seeing_alone_is_not_enough(client, participant_user):
    names = ["see_all_training", "view_person", "access_admin"]
    participant_user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(participant_user)

    assert client.get(reverse("training_people:index")).status_code == 200
    answer = client.get(reverse("training_people:index"), {"export": "csv"})
    assert answer.status_code == 302


def test_a_file_with_personal_data_leaves_when_its_purpose_is_told(staff, staff_user, own):
    PersonFactory(sex="female", family_name_latin="Vong")
    PersonFactory(sex="male", family_name_latin="Vong")
    url = reverse("training_people:index", query={"export": "xlsx", "sex": "female", "q": "vong"})

    asked = staff.get(url)
    silent = staff.post(url, {})
    vague = staff.post(url, {"purpose": "other"})
    taken = staff.post(url, {"purpose": "other", "detail": "Audit of 2026"})

    assert "This file holds the personal data of 1 row." in asked.content.decode()
    assert not (asked.streaming or silent.streaming or vague.streaming)
    assert "Say in a few words what the file is for." in vague.content.decode()
    assert taken.streaming
    row = ExportLog.objects.exclude(pk=own.files.pk).get()
    assert (row.taken_by, row.what, row.file_format, row.rows) == (staff_user, "people", "xlsx", 1)
    assert (row.purpose, row.detail) == ("other", "Audit of 2026")
    assert row.filters == {"sex": ["female"]}
    page = staff.get(reverse("training_files:index")).content.decode()
    assert "Audit of 2026" in page


@pytest.mark.parametrize("noun", [*NOUNS, "certificates", "held"])
def test_whose_file_names_people_asks_and_no_other(noun, staff, own):
    viewset = next(each for each in viewsets.viewsets if each.name == f"training_{noun}")
    people = any("person" in str(path) or "card_code" in str(path) for _, path in viewset.exported)
    answer = staff.get(reverse(f"training_{noun}:index"), {"export": "csv"})

    assert viewset.exports_people == people
    assert answer.streaming != people


def test_a_purpose_is_asked_of_those_only_who_may_take_files(trainer, own):
    url = reverse("training_people:index", query={"export": "csv"})

    assert trainer.post(url, PURPOSE).status_code == 302
    assert ExportLog.objects.count() == 1
    assert trainer.post(reverse("training_people:index"), {}).status_code == 405
