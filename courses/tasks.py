"""Slow work by id."""

import logging

from django.contrib.auth import get_user_model
from django_tasks import task

from courses.actions.facts import refresh_facts as bring_facts_up_to_date
from courses.actions.list_adding import commit_participant_list
from courses.actions.sending import send_waiting
from courses.exceptions import Refused
from courses.models import ImportBatch

logger = logging.getLogger(__name__)


@task()
def add_list(batch_id: int, user_id: int | None) -> str:
    """Add the people of a participant list; returns its status, or the code of the refusal.

    What breaks is logged and told by the list itself, which can be started again.
    """
    batch = ImportBatch.objects.defer("file").get(pk=batch_id)
    user = get_user_model().objects.filter(pk=user_id).first()
    try:
        return commit_participant_list(batch, by=user).status
    except Refused as no:
        return no.code
    except Exception:
        logger.exception("Participant list %s could not be added", batch_id)
        raise


@task()
def send_messages(ids: list[int]) -> dict[str, int]:
    """Send those of the messages that are due; returns how many ended in which status."""
    return dict(send_waiting(ids))


@task()
def refresh_facts() -> bool:
    """Bring the facts behind the figures up to date; returns whether they are."""
    return bring_facts_up_to_date()
