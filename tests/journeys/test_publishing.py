"""Draft, preview, publishing, schedule, workflow and history of a course in a trainer's branch."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    PageLogEntry,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from courses.actions.courses import CourseDetails, open_branch, start_course
from courses.models import CoursePage, PageSearchText
from tests.factories import TopicFactory, UserFactory
from tests.pages import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch(trainer_user):
    home = home_page()
    admin = UserFactory(is_superuser=True, is_staff=True)
    return open_branch("Safety", home, [trainer_user], by=admin)


@pytest.fixture
def page(branch, trainer_user):
    details = CourseDetails(
        code="FIRE", title_en="Fire drills", title_km="ការហាត់សម", planned_minutes=180,
        topics=[TopicFactory()],
    )  # fmt: skip
    return start_course(details, branch.page, by=trainer_user)


@pytest.fixture
def editor(trainer_user):
    return signed_in(trainer_user)


def signed_in(user):
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def form(page, **changes):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "course": page.course_id,
            "summary": "Out of the hall in two minutes.",
            "outcomes": streamfield([("outcome", "Lead a drill")]),
            "about": rich_text("<p>Everybody walks.</p>"),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
            **changes,
        }
    )


def save(client, page, **changes):
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form(page, **changes))
    assert answer.status_code == 302, answer.context["form"].errors
    return answer


def as_public(page):
    return Client(headers={"host": "localhost"}).get(CoursePage.objects.get(pk=page.pk).get_url())


def actions(page):
    return list(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True))


def in_form(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def test_a_draft_is_for_its_editors_until_it_is_published(editor, page):
    save(editor, page, title="Fire drills that work")

    assert as_public(page).status_code == 404
    draft = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "Fire drills that work" in draft.content.decode()

    save(editor, page, **{"action-publish": "1"})

    assert "Out of the hall in two minutes." in as_public(page).content.decode()
    assert PageSearchText.objects.filter(page=page.pk).exists()


def test_a_preview_shows_what_is_not_saved(editor, page):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    assert editor.post(address, form(page, title="Half a thought")).json()["is_valid"]

    assert "Half a thought" in editor.get(address).content.decode()
    page.refresh_from_db()
    assert (page.title, page.live) == ("Fire drills", False)


def test_a_course_goes_online_and_offline_by_its_schedule(editor, page, monkeypatch):
    now = timezone.now()

    def after(**time):
        monkeypatch.setattr(timezone, "now", lambda: now + timedelta(**time))
        call_command("publish_scheduled")

    save(
        editor,
        page,
        go_live_at=in_form(now + timedelta(days=1)),
        expire_at=in_form(now + timedelta(days=2)),
        **{"action-publish": "1"},
    )
    assert as_public(page).status_code == 404

    after(days=1, hours=1)
    assert as_public(page).status_code == 200

    after(days=2, hours=1)
    assert as_public(page).status_code == 404
    assert not PageSearchText.objects.filter(page=page.pk).exists()


def test_who_may_only_write_asks_somebody_who_may_publish(branch, page):
    writer, approver = member(branch, "add", "change"), member(branch, "change", "publish")
    start_workflow(branch, approver.groups.get())

    save(signed_in(writer), page, **{"action-submit": "1"})
    task = CoursePage.objects.get(pk=page.pk).current_workflow_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    assert signed_in(writer).post(approve).status_code in (302, 403)
    assert as_public(page).status_code == 404

    signed_in(approver).post(approve, {"comment": "Good."})
    assert as_public(page).status_code == 200
    assert {"wagtail.workflow.start", "wagtail.workflow.approve"} <= set(actions(page))


def member(branch, *verbs):
    """Somebody who may do in the branch what the verbs say."""
    group = Group.objects.create(name=" and ".join(verbs))
    group.permissions.add(*Group.objects.get(name="Trainers").permissions.all())
    for verb in verbs:
        GroupPagePermission.objects.create(group=group, page=branch.page, permission_type=verb)
    user = UserFactory()
    user.groups.add(group)
    return user


def start_workflow(branch, approvers):
    workflow = Workflow.objects.create(name="Two pairs of eyes")
    task = GroupApprovalTask.objects.create(name="Read it")
    task.groups.add(approvers)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=branch.page)


def test_history_says_who_did_what_and_an_earlier_version_can_be_seen(editor, page, trainer_user):
    first = page.get_latest_revision()
    save(editor, page, title="Second thoughts", **{"action-publish": "1"})

    history = editor.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    earlier = editor.get(
        reverse("wagtailadmin_pages:revisions_view", args=[page.pk, first.pk])
    ).content.decode()

    assert "Published" in history
    assert trainer_user.username in history
    assert "Second thoughts" not in earlier


def test_other_branches_stay_closed(editor, branch, page):
    foreign = branch.page.get_parent().add_child(
        instance=CoursePage(title="Heat", slug="heat", course=page.course)
    )

    answer = editor.post(reverse("wagtailadmin_pages:edit", args=[foreign.pk]), form(foreign))

    assert answer.status_code in (302, 403)
    assert not foreign.revisions.exists()
