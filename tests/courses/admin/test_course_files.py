"""The screens that take a course along and bring it to another site."""

import json
import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.actions.course_copying import NewCourse, take_course
from courses.models import Course, CoursePage, LessonPage, PageUpload
from tests.courses.actions import course_files
from tests.courses.actions.course_files import changed, keep, look, topic
from tests.pages import course_page

pytestmark = pytest.mark.django_db
CHOOSE, CARRY = "/admin/training/course-file/", "/admin/training/course-as-file/"


def send(client, branch, data):
    file = SimpleUploadedFile("OSHC.zip", data)
    return client.post(f"{CHOOSE}?page={branch.pk}", {"file": file}, follow=True)


@pytest.fixture(scope="module")
def there(keep_rows):
    return keep_rows(course_files.elsewhere)


@pytest.fixture
def author(client, there):
    client.force_login(there.trainer)
    return client


def made_of(there):
    """The course page of the file, made in the branch."""
    upload = keep(there.data, there.branch, there.trainer)
    _query, arrival = look(upload, there.trainer)
    new = NewCourse("OSHC", (topic(),))
    return take_course(upload, new, seen=arrival.mark, by=there.trainer)[0]


def test_a_course_comes_and_goes(author, there):
    Course.objects.create(code="OSHC", title_en="Another")

    seen = send(author, there.branch, there.data)

    told = seen.text
    assert "6 pages become drafts." in told
    assert "6 pictures and documents are added to your collection." in told
    assert "Its code is taken by another course." in told
    assert not CoursePage.objects.exists()
    answers = {
        "seen": seen.context["arrival"].mark,
        "topics": seen.context["form"]["topics"].value(),
    }
    address = seen.redirect_chain[-1][0]
    assert "already. Choose another" in author.post(address, answers | {"code": "OSHC"}).text
    done = author.post(address, answers | {"code": "OSH2"})
    made = CoursePage.objects.get(locale__language_code="en")
    assert done.url == reverse("wagtailadmin_pages:edit", args=[made.pk])

    twice = author.post(address, answers | {"code": "OSH2"}, follow=True)
    assert "6 pages are drafts now." in twice.text
    assert "This file was used already" in twice.text
    again = send(author, there.branch, there.data)
    assert "Nothing would change." in again.text and "Put the file away" in again.text
    address = again.redirect_chain[-1][0]
    done = author.post(address, {"seen": again.context["arrival"].mark})
    assert not PageUpload.objects.exists()

    address = f"{CARRY}?page={made.pk}"
    assert "6 · English, Khmer" in author.get(address).text
    answer = author.post(address)
    assert answer["Content-Disposition"].startswith('attachment; filename="OSH2-')
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        told = archive.read("course.json").decode()
    assert json.loads(told)["course"]["code"] == "OSH2"
    assert there.trainer.username not in told and "owner" not in told


def test_what_stays_out_and_what_is_other_here_is_told(author, there):
    made_of(there)
    LessonPage.objects.filter(title="Second km").update(locked=True, locked_by=course_files.admin())
    Course.objects.update(planned_minutes=90, min_test_percent=70)
    lesson = LessonPage.objects.get(title="First en")
    lesson.body.append(("callout", {"kind": "try", "title": "Ours", "text": "<p>a</p>"}))
    lesson.save()
    lesson.save_revision()

    def change(told):
        told["pages"][1]["values"]["body"].append({"type": "map", "value": {}, "id": "m"})

    seen = send(author, there.branch, changed(there.data, change))

    told = seen.text
    assert "1 page gets a new draft." in told
    assert "Other than here: Callout." in told
    assert "1 part is left out: this site does not know its kind." in told
    assert "Stays out: you may not change this page now." in told
    assert "Planned minutes: 90 here, 720 in the file." in told
    assert "What must be done to complete it: the file says something else." in told
    assert "code" not in seen.context["form"].fields
    lesson.minutes = 77
    lesson.save_revision()
    refused = author.post(seen.redirect_chain[-1][0], {"seen": seen.context["arrival"].mark})
    assert "something else than what you saw" in refused.text
    assert f'name="seen" value="{refused.context["arrival"].mark}"' in refused.text


def test_files_that_no_editor_could_have_saved_are_refused(author, there):
    def said(change):
        return send(author, there.branch, changed(there.data, change)).text

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
    assert "This is no course file." in send(author, there.branch, b"PK").text
    assert not PageUpload.objects.exists()

    def hostile(told):
        first(told)["body"][0]["value"]["text"] = "<p>a<script>alert(1)</script></p>"

    page = send(author, there.branch, changed(there.data, hostile))
    body = page.context["arrival"].pages[1].page.values["body"]
    assert body[0]["value"]["text"] == "<p>aalert(1)</p>"


def test_foreign_pages_are_closed_and_own_ones_lead_there(author, there):
    home = course_files.home()
    foreign, own = course_page(home, "Elsewhere"), course_page(there.branch)
    assert author.get(f"{CARRY}?page={foreign.pk}").status_code == 302
    assert author.get(f"{CHOOSE}?page={home.pk}").status_code == 302
    for wrong in (f"{CARRY}?page={there.branch.pk}", CARRY, f"{CHOOSE}?page={'9' * 30}"):
        assert author.get(wrong).status_code != 200

    editor = author.get(reverse("wagtailadmin_pages:edit", args=[own.pk])).text
    listing = author.get(reverse("wagtailadmin_explore", args=[there.branch.pk])).text

    assert f"{CARRY}?page={own.pk}" in editor
    assert f"{CHOOSE}?page={there.branch.pk}" in listing
