"""Count the answers of the check page: how many of which kind on a day, never who or which."""

import threading
import time
from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from certificates.models import CheckCount

#: Seconds between two writes of one process. A busy page writes seldom; a quiet one at once.
PACE = 10


class Tally:
    """Answers of this process that are not written yet. What a process has not written when it
    ends is lost: at most the answers of its last ten seconds."""

    def __init__(self):
        self.waiting: Counter = Counter()
        self.written_at = -PACE
        self.lock = threading.Lock()

    def add(self, answers: Iterable[str]) -> None:
        with self.lock:
            day = timezone.localdate()
            self.waiting.update((day, answer) for answer in answers)
            if time.monotonic() - self.written_at < PACE:
                return
            taken, self.waiting = self.waiting, Counter()
            self.written_at = time.monotonic()
        write_counts(taken)


@transaction.atomic
def write_counts(counts: Counter) -> None:
    for (day, answer), number in counts.items():
        row, _is_new = CheckCount.objects.get_or_create(day=day, answer=answer)
        CheckCount.objects.filter(pk=row.pk).update(count=F("count") + number)


TALLY = Tally()


def count_checks(answers: Iterable[str]) -> None:
    """Add these answers to the counts of today."""
    TALLY.add(answers)
