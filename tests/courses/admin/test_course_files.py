"""The screens that take a course along and bring it to another site."""

import json
import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.models import Course, CoursePage, LessonPage, PageUpload
from tests.courses.actions import course_files
from tests.courses.actions.authoring import world_of
from tests.courses.actions.course_files import a_course, branch_for, carried, changed, wipe

pytestmark = pytest.mark.django_db
CHOOSE, CARRY = "/admin/training/course-file/", "/admin/training/course-as-file/"


def send(client, branch, data):
    file = SimpleUploadedFile("OSHC.zip", data)
    return client.post(f"{CHOOSE}?page={branch.pk}", {"file": file}, follow=True)


def test_a_course_goes_and_comes(client, trainer, trainer_user):
    page = a_course()
    client.force_login(course_files.admin())
    address = f"{CARRY}?page={page.pk}"
    told = client.get(address).text
    assert "6 · English, Khmer" in told
    answer = client.post(address)
    assert answer["Content-Disposition"].startswith('attachment; filename="OSHC-')
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        told = archive.read("course.json").decode()
    assert json.loads(told)["course"]["code"] == "OSHC"
    assert "superuser" not in told and "owner" not in told
    wipe(page)
    branch = branch_for(trainer_user).page
    Course.objects.create(code="OSHC", title_en="Another")
    client.force_login(trainer_user)

    seen = send(client, branch, answer.content)

    told = seen.text
    assert "6 pages become drafts." in told
    assert "6 pictures and documents are added to your collection." in told
    assert "Its code is taken by another course." in told
    assert not CoursePage.objects.exists()
    form = seen.context["form"]
    answers = {"seen": seen.context["arrival"].mark, "topics": form["topics"].value()}
    address = seen.redirect_chain[-1][0]
    assert "already. Choose another" in client.post(address, answers | {"code": "OSHC"}).text
    done = client.post(address, answers | {"code": "OSH2"}, follow=True)
    assert "6 pages are drafts now." in done.text
    made = CoursePage.objects.get(locale__language_code="en")
    assert done.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[made.pk])

    twice = client.post(address, answers | {"code": "OSH2"}, follow=True)
    assert "This file was used already" in twice.text
    again = send(client, branch, answer.content)
    assert "Nothing would change." in again.text and "Put the file away" in again.text
    address = again.redirect_chain[-1][0]
    done = client.post(address, {"seen": again.context["arrival"].mark}, follow=True)
    assert "Nothing was changed." in done.text
    assert not PageUpload.objects.exists()


def test_what_stays_out_and_what_is_other_here_is_told(client, trainer_user):
    page = a_course()
    data = carried(page)
    LessonPage.objects.filter(title="Second km").update(locked=True)
    Course.objects.update(planned_minutes=90, min_test_percent=70)
    lesson = LessonPage.objects.get(title="First en")
    lesson.body.append(("callout", {"kind": "try", "title": "Ours", "text": "<p>a</p>"}))
    lesson.save()

    def change(told):
        told["pages"][1]["values"]["body"].append({"type": "map", "value": {}, "id": "m"})

    client.force_login(course_files.admin())

    seen = send(client, course_files.home(), changed(data, change))

    told = seen.text
    assert "1 page gets a new draft." in told
    assert "Other than here: Callout." in told
    assert "1 part is left out: this site does not know its kind." in told
    assert "Stays out: you may not change this page now." in told
    assert "Planned minutes: 90 here, 720 in the file." in told
    assert "What must be done to complete it: the file says something else." in told
    assert "code" not in seen.context["form"].fields
    LessonPage.objects.filter(title="Second en").update(draft_title="Other")
    lesson.minutes = 77
    lesson.save()
    refused = client.post(seen.redirect_chain[-1][0], {"seen": seen.context["arrival"].mark})
    assert "something else than what you saw" in refused.text
    assert f'name="seen" value="{refused.context["arrival"].mark}"' in refused.text


def test_files_that_no_editor_could_have_saved_are_refused(trainer, trainer_user):
    data = carried(a_course())
    branch = branch_for(trainer_user).page

    def said(change):
        return send(trainer, branch, changed(data, change)).text

    def first(told):
        return told["pages"][1]["values"]

    damaged = "The file is damaged and cannot be read."
    for change in (
        lambda told: first(told).update(minutes="many"),
        lambda told: first(told).update(title=""),
        lambda told: first(told).pop("summary"),
        lambda told: first(told).update(body="[]"),
        lambda told: first(told)["body"][0]["value"].update(recording="document:none"),
        lambda told: first(told)["body"][0]["value"].update(text=7),
        lambda told: first(told)["body"][-1]["value"].update(attempts="many"),
        lambda told: first(told)["body"][6]["value"].update(kind="explode"),
    ):
        assert damaged in said(change)
    assert "This is no course file." in send(trainer, branch, b"PK").text
    assert not PageUpload.objects.exists()

    def hostile(told):
        first(told)["body"][0]["value"]["text"] = "<p>a<script>alert(1)</script></p>"

    page = send(trainer, branch, changed(data, hostile))
    body = page.context["arrival"].pages[1].page.values["body"]
    assert body[0]["value"]["text"] == "<p>aalert(1)</p>"


def test_foreign_pages_are_closed_and_own_ones_lead_there(trainer, trainer_user):
    world = world_of(trainer_user)
    foreign = world.foreign.get_parent()
    assert trainer.get(f"{CARRY}?page={foreign.pk}").status_code == 302
    assert trainer.get(f"{CHOOSE}?page={foreign.get_parent().pk}").status_code == 302
    for wrong in (f"{CARRY}?page={world.lesson.pk}", CARRY, f"{CHOOSE}?page={'9' * 30}"):
        assert trainer.get(wrong).status_code != 200

    editor = trainer.get(reverse("wagtailadmin_pages:edit", args=[world.course.pk])).text
    listing = trainer.get(reverse("wagtailadmin_explore", args=[world.branch.page.pk])).text

    assert f"{CARRY}?page={world.course.pk}" in editor
    assert f"{CHOOSE}?page={world.branch.page.pk}" in listing
