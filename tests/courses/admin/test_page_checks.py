"""Nothing is published that must be mended first."""

import pytest
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from courses.actions.courses import open_branch
from courses.models import CheckedApproval, LessonPage
from tests.factories import UserFactory
from tests.pages import course_page, home_page, image, lesson_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(trainer_user):
    home = home_page()
    Locale.objects.get_or_create(language_code="km")
    branch = open_branch("Safety", home, [trainer_user], by=UserFactory(is_superuser=True)).page
    return lesson_page(course_page(branch), live=False, minutes=1)


def answers(text, **more):
    callout = {"kind": "try", "title": "Try it", "text": rich_text(text)}
    return nested_form_data(
        {
            "title": "The walk", "slug": "walk", "summary": "", "minutes": "1",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
            "body": streamfield([("callout", callout)]), **more,
        }
    )  # fmt: skip


def edit(lesson):
    return reverse("wagtailadmin_pages:edit", args=[lesson.pk])


def test_a_dead_link_refuses_publishing_and_keeps_the_draft(trainer, lesson):
    text = '<p><a linktype="page" id="999">Read on</a></p>'
    posted = answers(text, **{"action-publish": "1"})

    answer = trainer.post(edit(lesson), posted, follow=True)

    lesson.refresh_from_db()
    draft = lesson.get_latest_revision_as_object()
    assert lesson.live is False
    assert "999" in draft.body[0].value["text"].source
    page = answer.content.decode()
    assert "is saved as a draft but not published." in page
    assert "Part 1: Callout: A link leads to a page or file that is no longer there." in page
    assert f"{edit(lesson)}#block-{draft.body[0].id}-section" in page


def test_a_warning_is_shown_and_does_not_refuse(trainer, lesson):
    trainer.post(edit(lesson), answers("<p>Good</p>", **{"action-publish": "1"}))

    lesson.refresh_from_db()
    assert lesson.live is True
    page = trainer.get(edit(lesson)).content.decode()
    assert "There is no page in this language yet: Khmer." in page
    assert "Must be mended" not in page


def test_many_are_published_only_when_none_must_be_mended(trainer, lesson):
    course = lesson.get_parent()
    lesson_page(course, "Bare", live=False, slug="bare", body=[
        ("picture", {"image": image(), "alt": "", "caption": ""})])  # fmt: skip
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"?id={course.pk}&next=/admin/"

    answer = trainer.post(address + query, {"include_descendants": "on"}, follow=True)

    assert "“<a href=" in answer.content.decode()
    assert "Bare" in answer.content.decode()
    assert not LessonPage.objects.live().exists()

    trainer.post(address + f"?id={lesson.pk}&next=/admin/", {})
    assert LessonPage.objects.live().get() == lesson


BAD, GOOD = '<p><a linktype="page" id="999">Read on</a></p>', "<p>Good</p>"


@pytest.fixture
def submitted(lesson, trainer):
    """A lesson with a dead link that waits for the trainers of its branch in a plain workflow."""
    branch = Page.objects.get(title="Safety", locale=lesson.locale)
    group = GroupPagePermission.objects.filter(page=branch).first().group
    task = GroupApprovalTask.objects.create(name="Read it")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Two pairs of eyes")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=branch)
    trainer.post(edit(lesson), answers(BAD, **{"action-submit": "1"}))
    return lesson


def is_live(lesson):
    return LessonPage.objects.get(pk=lesson.pk).live


def test_whoever_approves_is_told_the_same_reasons(trainer, submitted):
    state = submitted.current_workflow_task_state
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk]
    )

    page = trainer.post(approve, {"comment": ""}, follow=True).content.decode()

    assert "is not approved." in page
    assert "Part 1: Callout: A link leads to a page or file that is no longer there." in page
    assert not is_live(submitted)
    assert submitted.current_workflow_task_state == state
    checked = CheckedApproval.objects.get()
    assert (checked.pk, checked.name, checked.groups.count()) == (state.task_id, "Read it", 1)
    assert not GroupApprovalTask.objects.filter(pk=checked.pk).exists()

    trainer.post(edit(submitted), answers(GOOD, **{"action-save": "1"}))
    trainer.post(approve, {"comment": "Good."})
    assert is_live(submitted)


def test_approving_while_editing_keeps_what_was_written(trainer, submitted):
    in_one_go = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    other = BAD.replace("Read on", "Go on")

    page = trainer.post(edit(submitted), answers(other, **in_one_go), follow=True).content.decode()

    draft = LessonPage.objects.get().get_latest_revision_as_object()
    assert "Go on" in draft.body[0].value["text"].source
    assert "is not approved." in page
    assert not is_live(submitted)

    trainer.post(edit(submitted), answers(GOOD, **in_one_go))
    assert is_live(submitted)
