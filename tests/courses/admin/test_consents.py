"""Consents and their words in the admin."""

import pytest
from django.urls import reverse

from courses.models import ConsentNotice

pytestmark = pytest.mark.django_db


def test_staff_record_the_answers_of_a_person(staff, staff_user, foreign):
    url = reverse("training_people:consents", args=[foreign.people.pk])
    page = staff.get(url)
    version = page.context["form"]["research"].form["research_version"].initial
    answer = staff.post(
        url, {"manner": "form", "research": "yes", "research_version": version}, follow=True
    )

    assert "Researchers may ask" in page.content.decode()
    text = answer.content.decode()
    assert "are kept." in text
    assert "On a form that the person signed" in text
    consent = foreign.people.consents.get(kind="research")
    assert (consent.is_given, consent.recorded_by) == (True, staff_user)


def test_new_words_are_a_new_version(staff, staff_user):
    values = {"kind": "photo", "text_km": "ពាក្យថ្មី", "text_en": "New words"}
    answer = staff.post(reverse("training_notices:add"), values)

    notice = ConsentNotice.objects.current().get(kind="photo")
    assert (notice.version, notice.text_en, notice.published_by) == (2, "New words", staff_user)
    assert answer.url == reverse("training_notices:inspect", args=[notice.pk])


def test_words_that_were_published_are_not_changed(staff):
    notice = ConsentNotice.objects.current().get(kind="photo")
    url = reverse("training_notices:edit", args=[notice.pk])
    answer = staff.post(url, {"kind": "photo", "text_km": "ក", "text_en": "A"}, follow=True)
    assert "you do not have permission" in answer.content.decode()
    notice.refresh_from_db()
    assert notice.text_en != "A"
    found = staff.get(reverse("training_notices:index"), {"q": "photos"})
    assert [notice.kind for notice in found.context["object_list"]] == ["photo"]
