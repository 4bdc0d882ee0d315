"""Actions of factories in the office: filters, the file, the record with its evidence."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.actions.factory_actions import close_action, reopen_action
from courses.models import FactoryAction
from courses.rules.factory_actions import Seen
from tests.courses.adapters.printing.samples import picture
from tests.factories import FactoryActionFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def actions(staff_user):
    """One that is open, one that is late, one that is done."""
    today = timezone.localdate()
    lotus = OrganizationFactory(name_en="Lotus Thread Garment", short_name="LTG")
    done = FactoryActionFactory(organization=lotus, sector="garment")
    seen = Seen(today, "Adviser", "All exits are clear")
    close_action(done, seen, BytesIO(picture()), by=staff_user)
    late = FactoryActionFactory(agreed_on=today - timedelta(9), due_on=today - timedelta(1))
    return {"open": FactoryActionFactory(), "late": late, "done": done}


def test_filters_find_states_late_ones_and_organizations(staff, actions):
    url, names = reverse("training_actions:index"), {row: name for name, row in actions.items()}
    day = timezone.localdate().isoformat()
    found = {
        words: {names[row] for row in staff.get(f"{url}?{words}").context["object_list"]}
        for words in (
            *("state=done", "overdue=true", "overdue=false", "organization=ltg"),
            *("sector=garment", f"seen_on_from={day}", "q=exits"),
        )
    }

    assert list(found.values()) == [
        *({"done"}, {"late"}, {"open", "done"}, {"done"}, {"done"}, {"done"}),
        {"open", "late", "done"},
    ]


def test_the_file_says_by_whom_it_was_seen_and_what_is_overdue(staff, actions):
    answer = staff.get(reverse("training_actions:index"), {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()

    assert len(lines) == 4
    assert sum("Overdue" in line for line in lines) == 1
    assert sum("Adviser,All exits are clear,1" in line for line in lines) == 1


def test_the_record_shows_evidence_and_history(staff, staff_user, actions):
    done = actions["done"]
    reopen_action(done, "Blocked again", by=staff_user)
    page = staff.get(reverse("training_actions:inspect", args=[done.pk])).content.decode()
    factory = reverse("training_organizations:inspect", args=[done.organization.pk])
    assert (
        reverse("training_actions:inspect", args=[done.pk]) in staff.get(factory).content.decode()
    )
    history = staff.get(reverse("training_actions:history", args=[done.pk])).content.decode()

    assert reverse("courses:action", args=[done.run.uuid, done.uuid]) in page
    assert "Open the action" in page
    assert "No photo or PDF is kept." not in page
    assert "Action of a factory closed with evidence" in history
    assert "Action of a factory opened again" in history
    assert FactoryAction.objects.get(pk=done.pk).is_open
