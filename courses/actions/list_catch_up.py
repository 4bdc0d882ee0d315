"""Start participant lists again whose background work was lost."""

import logging

from django.utils import timezone

from courses.actions.list_adding import SILENCE, commit_participant_list
from courses.exceptions import Refused
from courses.queries.imports import silent_lists

logger = logging.getLogger(__name__)


def catch_up_lists() -> tuple[int, int]:
    """Add the people of lists that were handed over and of which nothing was heard for two minutes,
    for instance because their worker was killed; returns (added, not added).

    Idempotent, also at the same moment: whoever is still at work is waited for and adds nobody
    twice. A list that breaks off or is refused says why by itself and is not started again.
    """
    added = 0
    lists = list(silent_lists(timezone.now() - SILENCE))
    for batch in lists:
        try:
            commit_participant_list(batch, by=batch.started_by)
            added += 1
        except Refused as no:
            logger.warning("Participant list %s was refused: %s", batch.pk, no.code)
        except Exception:
            logger.exception("Participant list %s could not be added", batch.pk)
    return added, len(lists) - added
