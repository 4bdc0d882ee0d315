"""Lists leave as files that office programs open right, for those who may take them."""

from io import BytesIO

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from tests.courses.admin.world import NOUNS, make_world
from tests.factories import OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def csv_of(client, noun, **query):
    answer = client.get(reverse(f"training_{noun}:index"), {"export": "csv", **query})
    return b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()


def sheet_of(client, noun):
    answer = client.get(reverse(f"training_{noun}:index"), {"export": "xlsx"})
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return book.active


@pytest.mark.parametrize("noun", NOUNS)
def test_both_kinds_of_file_hold_every_row_and_column(noun, staff, own):
    lines, sheet = csv_of(staff, noun), sheet_of(staff, noun)

    assert len(lines) == sheet.max_row > 1
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


def test_an_export_fetches_rows_in_chunks(staff, django_assert_num_queries):
    make_world()
    csv_of(staff, "enrolments")
    with django_assert_num_queries(11):
        csv_of(staff, "enrolments")
    for _number in range(5):
        make_world()
    with django_assert_num_queries(11):
        assert len(csv_of(staff, "enrolments")) == 7


def test_seeing_alone_is_not_enough(client, participant_user):
    names = ["see_all_training", "view_person", "access_admin"]
    participant_user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(participant_user)

    assert client.get(reverse("training_people:index")).status_code == 200
    answer = client.get(reverse("training_people:index"), {"export": "csv"})
    assert answer.status_code == 302
