"""Agreeing actions, closing them with evidence, dropping them, and what the history says."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.factory_actions import (
    Agreed,
    agree_action,
    change_action,
    close_action,
    delete_action_file,
    drop_action,
    keep_action_file,
    open_action_file,
    reopen_action,
)
from courses.actions.retention import enforce_retention
from courses.exceptions import Refused
from courses.models import ActionEvidence, FactoryAction, FactsChange
from courses.rules.factory_actions import Seen
from tests.courses.adapters.printing.samples import picture
from tests.factories import (
    CourseRunFactory,
    FactoryActionFactory,
    OrganizationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def action():
    return FactoryActionFactory()


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def agreed(organization, **more):
    facts = {"text": " Clear  the exits ", "responsible": "Safety officer"}
    days = {"agreed_on": today(), "due_on": today(30)}
    return Agreed(organization, **facts | days | more)


def seen(note="All exits are clear", on=0):
    return Seen(today(on), "Adviser", note)


def refused(verb, *args, **kwargs):
    with pytest.raises(Refused) as no:
        verb(*args, **kwargs)
    return no.value.code


def history(action):
    rows = ModelLogEntry.objects.for_instance(action).order_by("pk")
    return [row.action.removeprefix("courses.") for row in rows]


def test_an_action_keeps_where_its_organization_stood_and_a_form_writes_it_once(user):
    run, factory = CourseRunFactory(), OrganizationFactory(sector="garment", province_id="08")
    FactsChange.objects.all().delete()
    key = uuid4()

    first, second = (agree_action(run, agreed(factory), by=user, form=key) for _ in range(2))
    factory.sector = "footwear"
    factory.save()

    kept = FactoryAction.objects.get()
    assert first == second == kept
    assert (kept.text, kept.sector, kept.province_id) == ("Clear the exits", "garment", "08")
    assert (kept.state, kept.written_by, history(kept)) == ("open", user, ["action_agreed"])
    assert FactsChange.objects.filter(run=run.pk).exists()
    other = CourseRunFactory()
    assert refused(agree_action, other, agreed(factory), by=user, form=key) == "form_used"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"agreed_on": today(1)}, "agreed_ahead"),
        ({"due_on": today(-1)}, "due_before"),
        ({"responsible": "  "}, "no_words"),
    ],
)
def test_what_does_not_fit_is_refused(user, action, more, code):
    terms = agreed(action.organization, **more)

    assert refused(agree_action, action.run, terms, by=user, form=uuid4()) == code
    assert refused(change_action, action, terms, by=user, revision=1) == code


def test_a_form_that_was_left_open_overwrites_nothing(user, action):
    other = OrganizationFactory(sector="footwear", province_id="08")
    change_action(action, agreed(other, due_on=today(40)), by=user, revision=1)
    code = refused(change_action, action, agreed(action.organization), by=user, revision=1)

    kept = FactoryAction.objects.get()
    assert code == "stale"
    assert (kept.organization, kept.sector, kept.revision) == (other, "footwear", 2)
    entry = ModelLogEntry.objects.for_instance(kept).get()
    assert entry.data["due_on"] == [action.due_on.isoformat(), today(40).isoformat()]
    change_action(kept, agreed(other, due_on=today(40)), by=user, revision=2)
    assert FactoryAction.objects.get().revision == 2  # nothing changed


def test_nothing_is_closed_without_evidence_and_closing_twice_is_closing_once(user, action):
    assert refused(close_action, action, seen(""), by=user) == "no_evidence"
    assert refused(close_action, action, seen(on=1), by=user) == "seen_ahead"

    close_action(action, seen(), by=user)
    close_action(action, seen(), by=user)

    kept = FactoryAction.objects.get()
    assert (kept.state, kept.seen_on, kept.seen_by) == ("done", today(), "Adviser")
    assert (kept.closed_by, history(kept)) == (user, ["action_done"])
    assert refused(close_action, action, seen("Other words"), by=user) == "not_open"
    assert refused(drop_action, action, "No money", by=user) == "not_open"
    assert (
        refused(change_action, kept, agreed(kept.organization), by=user, revision=2) == "not_open"
    )


def test_a_picture_alone_is_evidence_and_stays_as_long_as_it_is_the_only_one(
    user, action, django_capture_on_commit_callbacks
):
    close_action(action, seen(""), BytesIO(picture()), by=user)
    file = ActionEvidence.objects.get()

    with open_action_file(file, by=user) as opened:
        assert opened.read(2) == b"\xff\xd8"
    assert refused(delete_action_file, file, "Wrong", by=user) == "last_evidence"
    reopen_action(action, "Wrong picture", by=user)
    with django_capture_on_commit_callbacks(execute=True):
        delete_action_file(file, "Wrong", by=user)

    assert not file.file.storage.exists(file.file.name)
    kept = FactoryAction.objects.get()
    assert (kept.state, kept.seen_on, kept.seen_by) == ("open", None, "")
    told = ["action_done", "action_file_seen", "action_reopened", "action_file_deleted"]
    assert history(kept) == told


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b"<svg/>", "not_taken"), (b"x" * 11_000_000, "too_large")],
)
def test_a_hostile_file_closes_nothing(user, action, content, code):
    assert refused(close_action, action, seen(), BytesIO(content), by=user) == code
    assert FactoryAction.objects.get().state == "open"


def test_a_dropped_action_says_why_and_can_be_opened_again(user, action):
    assert refused(drop_action, action, " ", by=user) == "no_reason"
    assert refused(reopen_action, action, "Why", by=user) == "is_open"

    drop_action(action, "The line closed", by=user)
    drop_action(action, "The line closed", by=user)
    kept = FactoryAction.objects.get()
    assert (kept.state, kept.dropped_on, kept.dropped_reason) == (
        *("dropped", today()),
        "The line closed",
    )
    reopen_action(action, "It opened again", by=user)
    assert history(kept) == ["action_dropped", "action_reopened"]


def test_files_go_after_their_term_and_what_they_showed_stays_done(
    user, action, settings, django_capture_on_commit_callbacks
):
    settings.COURSES_KEEP_EVIDENCE_DAYS = 30
    close_action(action, seen(""), BytesIO(picture()), by=user)
    young = keep_action_file(action, BytesIO(picture(size=(9, 9))), by=user)
    old = ActionEvidence.objects.exclude(pk=young.pk).get()
    ActionEvidence.objects.filter(pk=old.pk).update(uploaded_at=timezone.now() - timedelta(days=31))

    with django_capture_on_commit_callbacks(execute=True):
        done = enforce_retention()

    assert done["action_evidence"] == 1
    assert list(ActionEvidence.objects.all()) == [young]
    assert FactoryAction.objects.get().is_done
    assert not old.file.storage.exists(old.file.name)
