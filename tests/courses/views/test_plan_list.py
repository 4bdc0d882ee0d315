"""Planning many runs on the screen."""

from datetime import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from courses.models import CourseRun, DeliveryPattern, PatternSlot
from tests.courses.views.conftest import address, errors, said
from tests.factories import CourseFactory, OrganizationFactory

pytestmark = pytest.mark.django_db
LIST = "រោងចក្រ,ថ្ងៃដំបូង\nLotus,04/01/2027\nMoon Garment,05/01/2027\n"


@pytest.fixture
def answers(trainer_user):
    pattern = DeliveryPattern.objects.create(course=CourseFactory(code="HEAT"), name_en="2 hours")
    PatternSlot.objects.create(pattern=pattern, starts=time(8), ends=time(10))
    OrganizationFactory(name_en="Lotus", name_km="")
    return {
        "pattern": pattern.pk,
        "trainers": [trainer_user.training_person.pk],
        "delivery_language": "km",
        "capacity": "60",
        "enrollment_policy": "invitation",
        "step": "show",
    }


def listed(content=LIST):
    return SimpleUploadedFile("plan.csv", content.encode())


def test_a_list_is_shown_before_anything_is_planned_and_then_planned_once(trainer, answers):
    shown = trainer.post(address("plan_list"), {**answers, "file": listed()})
    page = shown.content.decode()
    assert [row["why_not"] for row in shown.context["rows"]] == [
        "",
        "No organization, or more than one, is called “Moon Garment”. Write its name as on record.",
    ]
    assert "1 row stays out; it says why." in page
    assert not CourseRun.objects.exists()

    sealed = {**answers, "step": "plan", "rows": shown.context["sealed"]}
    planned = trainer.post(address("plan_list"), sealed, follow=True)
    assert said(planned) == ["1 run is planned."]
    assert planned.context["view"] == "list"

    again = trainer.post(address("plan_list"), sealed)
    assert "Nothing is left to plan." in errors(again)
    assert CourseRun.objects.count() == 1


def test_other_answers_keep_the_list(trainer, answers):
    shown = trainer.post(address("plan_list"), {**answers, "file": listed()})
    sealed = {**answers, "pattern": "", "rows": shown.context["sealed"]}

    asked = trainer.post(address("plan_list"), sealed)

    assert "pattern" in asked.context["form"].errors
    assert asked.context["sealed"]


def test_a_list_that_somebody_wrote_into_the_form_is_not_taken(trainer, answers):
    wrong = {**answers, "step": "plan", "rows": "W10:forged"}

    assert "Choose the file with the list." in errors(trainer.post(address("plan_list"), wrong))
    assert not CourseRun.objects.exists()


def test_what_is_wrong_with_the_file_is_said_and_the_answers_stay(trainer, answers):
    refused = trainer.post(address("plan_list"), {**answers, "file": listed("Name\nA\n")})

    assert "No heading was found." in errors(refused)
    assert refused.context["form"]["capacity"].value() == "60"
