"""Keeping the facts behind the figures up with what the site has on record."""

from django.db import transaction

from courses.adapters.facts import Busy
from courses.models import CourseRun, Enrollment, FactsChange
from courses.queries.facts import everything, facts_store, of_runs
from courses.signals import facts_behind

#: As many changed runs, and enrolments in all, as may be made anew while somebody waits.
RUNS_AT_ONCE, ENROLLMENTS_AT_ONCE = 25, 20_000
#: With more runs than that, or than a quarter of all, making everything anew is quicker.
MOST_RUNS = 400


def refresh_facts(everything_anew: bool = False) -> bool:
    """Makes the facts of what changed since they were last made, or of everything. Returns False
    where somebody else is doing it; then what changed stays for the next time."""
    store = facts_store()
    if store is None:
        return True
    changes = _take()
    runs = {change.run for change in changes} - {None}
    try:
        if everything_anew or store.manifest is None or _are_many(runs):
            store.make(everything())
        elif changes:
            store.change(runs, of_runs(runs))
    except Busy:
        return False
    FactsChange.objects.filter(pk__in=[change.pk for change in changes]).delete()
    return True


def keep_facts_fresh() -> bool:
    """Brings the facts up to date if that takes no longer than somebody waits for a page, and asks
    for it to be done otherwise. Returns whether they know all that the site has on record."""
    store = facts_store()
    if store is None:
        return True
    runs = set(FactsChange.objects.values_list("run", flat=True).distinct()[: RUNS_AT_ONCE + 1])
    if not runs and store.manifest is not None:
        return True
    is_much = store.manifest is None or len(runs) > RUNS_AT_ONCE or _are_many(runs)
    if not is_much or Enrollment.objects.count() <= ENROLLMENTS_AT_ONCE:
        return refresh_facts()
    facts_behind.send_robust(FactsChange)
    return False


@transaction.atomic
def _take() -> list[FactsChange]:
    """All changes so far, also those that somebody took and did not finish. Whatever is written
    from now on is a new change."""
    FactsChange.objects.filter(is_taken=False).update(is_taken=True)
    return list(FactsChange.objects.filter(is_taken=True))


def _are_many(runs: set[int]) -> bool:
    if FactsChange.EVERYTHING in runs:
        return True
    return len(runs) > min(MOST_RUNS, max(CourseRun.objects.count() // 4, 1))
