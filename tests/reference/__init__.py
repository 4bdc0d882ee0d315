"""The reach figures counted a second time, by plain loops over plain rows, as an auditor would.

    world = dump()
    figure(world, "R1", date(2026, 1, 1), date(2026, 3, 31), by=("province", "sex"))
    # {("05", "female"): 12, ("05", None): 1, …}

No code is shared with the product but the models, of which `dump` reads the columns as they are.

What may be asked for (the dimensions are sets of `places`):

| figures | breakdowns and filters |
|---|---|
| R1–R4, R6–R9, R14, R16, R17, ORG, R25, R15, R23, R24, R27 | `PERSON`: everything |
| R10, R11, R12, R13, L2, L3 with their parts | `PERSON`, on the day by which the run counts |
| R5, R21 with its parts, OPEN | `SESSION`: time, what the run says, province of the venue |
| R22, R26 with its parts | `SESSION`, of the run on its last day |
| R29, R30 and what of them is proven | `SESSION`, role and sex of the count |
| L1 with its parts | `SESSION`, of the run on its last day; L1 by way of answering |
| L4, L5 with their parts | `PERSON`, way; on the day from which somebody is asked |
| L6 with its parts | `ACTION`: what the run says, and the organization that does it |
| R31 | what the run says but for the trainer, province of the venue |
| R18, R19, R20 with their parts | `FACTORY`: of the factory itself; filters: `PERSON` |

R15, R23, R24 and R27 are R2 by role, province, sector and constituent, R26 is by currency: these
are the last part of the key.

What the register leaves open, and what was decided:

1. A participation is one canonical person on one run, R2, R3 and R9 alike.
2. A filter by a time keeps what lies in it; R2 keeps a participation whose first attendance of all
   fits, not the first one that fits.
3. R6 in the cells of a table counts those who are new in the whole period, and R6 + R7 = R1 in
   every cell.
4. R8 puts a person where her latest completion in the period was, of two on a day that of the
   higher enrolment, as R1 does with attendances.
5. A completion stands at the place of its run and is dated by `met_on`; it needs no attendance.
6. R10 is the share of starters who completed: a completion without an attendance is in R9 only.
7. "Ended in the period" is `ends_on` in the period and not after today; month and age are of that
   day, and a venue's province is the run's.
8. R11 divides by all named held sessions of the run, whenever the person joined.
9. R12 and R13 follow the seats of all enrolments but merged ones; month and age are of the day on
   which the first session that was not called off began; R13 divides by all who came.
10. R16 takes the role of the latest attendance in the period: supervisor, manager, union leader of
    an enterprise or above; worker representatives are not in it. Cells are those of R1.
11. R17 and ORG count an organization in every cell in which one of its people has an attendance.
12. R18 looks at factories that stand by themselves on the last day and are not closed on it; closed
    without a day counts as closed. What is reached but not on that register is not in it. `area`
    limits the attendances by the run's province and the register by the factory's own.
13. R18–R20 take filters by sector, province and organization for the factory itself; all others
    narrow the attendances only.
14. R19 takes the headcount with the latest `as_of` until the last day among the factory and all
    that was part of it by then; of two on one day the one with the higher id. Factories without a
    headcount add nothing and are counted as R19U.
15. R20 puts every person, whatever her role (a headcount counts all roles too), where her latest
    attendance in the twelve months to the last day was, and leaves out factories without a
    headcount or with one of 0; several factories are people over headcounts.
16. R22 looks at runs to which somebody came; the median of an even number is the mean of the middle
    two, the 90th percentile is the smallest size that nine in ten runs do not exceed.
17. R25 and R27 keep the unknown in the whole. R27 parts all participations: supervisors, managers
    and staff of employers' associations are the employers' side, workers, their representatives
    and union leaders the workers'; trainers and others are "other", no role is None.
18. R26 takes all runs with money on record that ended in the period, whoever came; income is price
    (per person: times all starters) less waiver, at least 0; no cost is no rate.
19. R29 counts what was recorded as passed on, also where the completion was taken back since.
20. R31 asks for a completion until the last day of a course whose audience has trainers, and for a
    held session of any kind in twelve months; it takes those whom the session names, else the
    trainers of the run.
21. A donor is None where no project of the run has one. The dimension trainer has the trainers of
    the run, not those of a single session. Who trains one session of a run is no participant of it.
22. Bounds of R1: the lower one counts the groups that open pairs join, also over people who were
    not reached; the pairs told are those of groups with two or more people reached.
23. L2 and L3 look at the starters of runs that ended in the period (as R10) and have a test. A
    result counts in hundredths of a per cent, halves rounded up. The mean gain and the share of the
    possible gain are over all pairs of a cell, not means of means; the latter leaves out who had
    everything right before. The pass mark is that of the run, compared with the points themselves.
24. L1 takes the rounds of runs that ended, from the day on which nobody answers more: closed, or
    two weeks after the run. A run counts with five sheets and five faces; where one of its ways
    has fewer, the way of all is None. L1R divides by who came to these runs, whatever came in.
25. L4 and L5 put a completion on the day 80 days after it was met, if that is not still to come, at
    the place of its run. L4 is None where fewer than five answered; who did not agree is due too.
26. L6 counts an action on the day on which it was seen done. L6S takes what was due until the last
    day, however long ago, on the due date as it stands, if that is not still to come, and leaves
    out what was dropped until the last day; L6N is what of it was seen until then. Sector and
    province are those of when it was agreed.
27. A guest makes up for a half-day of another run: her attendances count (R1, R3, R4, R6, R7 and
    what follows from them), on the run where she was, and she is on no other figure of that run.
28. Cells in which nothing was counted are left out; the total is always there, as 0 or None.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tests.reference import actions, answers, factories, learning, people, runs, sessions
from tests.reference.dump import World, dump
from tests.reference.places import ACTION, FACTORY, ONE_PLACE, PERSON, SESSION, TIME, Scope

__all__ = ["FIGURES", "ONE_PLACE", "RATES", "World", "bounds", "dump", "figure", "unknown"]


class Kind(NamedTuple):
    """How a figure is counted, by what it can be broken down, what is always added to the key, and
    by what it can be narrowed where that is more."""

    count: Callable[[Scope], dict]
    dimensions: set[str] = PERSON
    last: tuple[str, ...] = ()
    filters: set[str] | None = None


HEADS = SESSION | {"role", "sex"}
FOLLOWED = PERSON | {"way"}

FIGURES = {
    "R1": Kind(people.reached),
    "R2": Kind(people.participations),
    "R3": Kind(people.marks),
    "R4": Kind(people.person_days),
    "R5": Kind(sessions.hours, SESSION),
    "R6": Kind(people.new),
    "R7": Kind(people.returning),
    "R8": Kind(people.people_completed),
    "R9": Kind(people.completed_runs),
    "R10": Kind(runs.completion_rate),
    "R10N": Kind(runs.number_finished),
    "R10S": Kind(runs.number_started),
    "R11": Kind(runs.attendance_rate),
    "R12": Kind(runs.no_show_rate),
    "R12N": Kind(runs.number_missing),
    "R12S": Kind(runs.number_confirmed),
    "R13": Kind(runs.walk_in_share),
    "R13N": Kind(runs.number_walked_in),
    "R13S": Kind(runs.number_came),
    "R14": Kind(people.womens_share),
    "R14U": Kind(people.sex_unknown),
    "R15": Kind(people.participations, last=("role",)),
    "R16": Kind(people.women_who_decide),
    "R17": Kind(factories.organizations("factory")),
    "ORG": Kind(factories.organizations()),
    "R18": Kind(factories.coverage, FACTORY, filters=PERSON),
    "R18N": Kind(factories.active_reached, FACTORY, filters=PERSON),
    "R18S": Kind(factories.active, FACTORY, filters=PERSON),
    "R19": Kind(factories.employed, FACTORY, filters=PERSON),
    "R19U": Kind(factories.without_headcount, FACTORY, filters=PERSON),
    "R20": Kind(factories.penetration, FACTORY, filters=PERSON),
    "R20N": Kind(factories.trained, FACTORY, filters=PERSON),
    "R20S": Kind(factories.workforce, FACTORY, filters=PERSON),
    "R21": Kind(sessions.runs, SESSION),
    "R21H": Kind(sessions.number_of("held"), SESSION),
    "R21C": Kind(sessions.number_of("cancelled"), SESSION),
    "R21P": Kind(sessions.number_of("postponed"), SESSION),
    "OPEN": Kind(sessions.open_sheets, SESSION),
    "R22": Kind(runs.median_size, SESSION),
    "R22P": Kind(runs.large_size, SESSION),
    "R23": Kind(people.participations, last=("province",)),
    "R24": Kind(people.participations, last=("sector",)),
    "R25": Kind(people.national_share),
    "R25N": Kind(people.led_by(True)),
    "R25I": Kind(people.led_by(False)),
    "R25U": Kind(people.led_by(None)),
    "R26": Kind(runs.cost_recovery, SESSION, last=("currency",)),
    "R26I": Kind(runs.incomes, SESSION, last=("currency",)),
    "R26C": Kind(runs.costs, SESSION, last=("currency",)),
    "R27": Kind(people.participations, last=("constituent",)),
    "R29": Kind(sessions.heads(is_cascade=True), HEADS),
    "R29E": Kind(sessions.heads(is_cascade=True, is_proven=True), HEADS),
    "R30": Kind(sessions.heads(is_cascade=False), HEADS),
    "R30E": Kind(sessions.heads(is_cascade=False, is_proven=True), HEADS),
    "L2": Kind(learning.mean_gain),
    "L2N": Kind(learning.number_matched),
    "L2S": Kind(learning.number_tested),
    "L2M": Kind(learning.matched_share),
    "L2I": Kind(learning.improved_share),
    "L2G": Kind(learning.share_of_possible_gain),
    "L3": Kind(learning.pass_rate),
    "L3N": Kind(learning.number_passed),
    "L3S": Kind(learning.number_who_took_post),
    "R31": Kind(sessions.active_trainers, SESSION - TIME - {"trainer"}),
    "L1": Kind(answers.satisfaction, SESSION | {"way"}),
    "L1R": Kind(answers.response, SESSION),
    "L1N": Kind(answers.number_of_sheets, SESSION),
    "L4": Kind(answers.applied(), FOLLOWED),
    "L4V": Kind(answers.applied(is_seen=True), FOLLOWED),
    "L5": Kind(answers.follow_up_response, FOLLOWED),
    "L5N": Kind(answers.number_answered, FOLLOWED),
    "L5S": Kind(answers.number_due, FOLLOWED),
    "L6": Kind(actions.number_done, ACTION),
    "L6P": Kind(actions.share_done, ACTION),
    "L6N": Kind(actions.number_due_done, ACTION),
    "L6S": Kind(actions.number_due, ACTION),
}
#: Figures that are None, not 0, where there is nothing to divide by or to look at.
RATES = {"R10", "R11", "R12", "R13", "R14", "R18", "R20", "R22", "R22P", "R25"}
RATES |= {"L1", "L1R", "L2", "L2M", "L2I", "L2G", "L3", "L4", "L4V", "L5", "L6P"}


def figure(
    world: World, code: str, start: date, end: date, filters=None, area=None, by=()
) -> dict[tuple, object]:
    """A figure of the local days from `start` to `end`, both included, by cell: the key has a value
    for each dimension of `by`, None where it is unknown, and is () for the total.

    `filters` are sets of values by dimension (one of the values, in every dimension); `area` holds
    the provinces whose runs count, None all. Values: int; Fraction for shares, person-days and
    hours; Decimal for money. Raises ValueError for a dimension that the figure does not have.
    """
    kind = FIGURES[code]
    Scope(world, start, end, filters, area, by).expect(kind.dimensions, kind.filters)
    found = kind.count(Scope(world, start, end, filters, area, (*by, *kind.last)))
    if not (by or kind.last or found):
        return {(): None if code in RATES else 0}
    return found


def unknown(world: World, code: str, start: date, end: date, dimension: str, **narrow):
    """How much of a figure stands where the dimension is not known."""
    return figure(world, code, start, end, by=(dimension,), **narrow).get((None,), 0)


def bounds(world: World, start: date, end: date, filters=None, area=None) -> tuple[int, int, int]:
    """The fewest and the most people reached while pairs of records are undecided, and how many of
    these pairs make the difference."""
    return people.bounds(Scope(world, start, end, filters, area))
