"""What figures add up, in SQL over one table of facts under the alias `f`."""

from dataclasses import dataclass, replace

from courses.rules.reach.dimensions import JOINS


@dataclass(frozen=True)
class Measure:
    """A number over the rows of a table of facts.

    `value` is an aggregate; without one the number is how many different `ids` there are. With both
    the aggregate comes to the same number. `where` narrows the rows, before anybody is placed;
    `placed_where` narrows people where the period left them; `needs` and `placed_needs` are the
    joins that these use. Conditions may name the days `{start}` and `{end}`. `day` is what must lie
    in the period, or in the twelve months to its end if the measure is of the `last_year`,
    or anywhere before its end with `until_end`.
    `is_placed` puts each person at her latest attendance of the period, where all dimensions are
    such that a person has one place at a time; with `is_of_latest` the `placed_where` asks of that
    attendance by all other dimensions too. `listing` are the columns of a list of what was
    counted, one row for each of the ids; without any, the ids.
    """

    table: str
    value: str = ""
    ids: str = ""
    where: str = ""
    needs: tuple[str, ...] = ()
    placed_where: str = ""
    placed_needs: tuple[str, ...] = ()
    day: str = "f.day"
    is_placed: bool = False
    is_of_latest: bool = False
    last_year: bool = False
    until_end: bool = False
    listing: tuple[str, ...] = ()

    def __post_init__(self):
        if not (self.value or self.ids):
            raise ValueError("A measure adds up a value or counts ids.")
        if not {*self.needs, *self.placed_needs} <= set(JOINS):
            raise ValueError(f"Not a join: {self.needs} {self.placed_needs}")

    @property
    def aggregate(self) -> str:
        return self.value or f"count(DISTINCT {self.ids})"

    @property
    def columns(self) -> tuple[str, ...]:
        return self.listing or (self.ids,)

    def only(self, where: str, *needs: str) -> "Measure":
        """The same over fewer rows."""
        both = f"({self.where}) AND ({where})" if self.where else where
        return replace(self, where=both, needs=(*self.needs, *needs))


PEOPLE = Measure("attendance", ids="f.person", is_placed=True)
NEW_PEOPLE = replace(
    PEOPLE,
    placed_where="debut.day BETWEEN {start} AND {end}",
    placed_needs=("debut",),
)
RETURNING_PEOPLE = replace(NEW_PEOPLE, placed_where="debut.day < {start}")
WOMEN_WHO_DECIDE = replace(
    PEOPLE,
    is_of_latest=True,
    placed_where=(
        "f.sex = 'female' AND f.role IN"
        " ('supervisor', 'manager', 'union_leader', 'union_leader_federation')"
    ),
)
WITH_DIFFICULTY = PEOPLE.only("fn.has_difficulty", "functioning")
WITHOUT_DIFFICULTY = PEOPLE.only("NOT fn.has_difficulty", "functioning")
PARTICIPATIONS = Measure("attendance", value="count(*)", ids="f.enrollment", where="f.is_first")
ATTENDANCES = Measure(
    "attendance", value="count(*)", ids="f.moment", listing=("f.enrollment", "f.session")
)
CREDITED_MINUTES = Measure("attendance", value="sum(f.minutes)")
ORGANIZATIONS = Measure("attendance", ids="w.whole", where="w.whole IS NOT NULL", needs=("whole",))
FACTORIES = ORGANIZATIONS.only("o.kind = 'factory'", "organization")

COMPLETIONS = Measure("completion", value="count(*)", ids="f.enrollment")
PEOPLE_COMPLETED = Measure("completion", ids="f.person", is_placed=True)

_PLACES = Measure("enrollment", value="count(*)", ids="f.enrollment", needs=("run",))
ENDED_STARTERS = replace(
    _PLACES, day="r.ends_on", where="f.counts AND f.came AND r.ends_on <= {today}"
)
ENDED_COMPLETIONS = ENDED_STARTERS.only("f.is_completed")
ENDED_CREDITED = replace(ENDED_STARTERS, value="sum(f.minutes)")
ENDED_PLANNED = replace(ENDED_STARTERS, value="sum(f.planned_minutes)")
TESTED = ENDED_STARTERS.only("r.has_test")
MATCHED = TESTED.only("f.pre IS NOT NULL AND f.post IS NOT NULL")
IMPROVED = MATCHED.only("f.post > f.pre")
GAINED = replace(MATCHED, value="sum(f.post - f.pre)")
_BELOW_ALL = MATCHED.only("f.pre < 10000")
GAINED_BELOW_ALL = replace(_BELOW_ALL, value="sum(f.post - f.pre)")
LEFT_TO_GAIN = replace(_BELOW_ALL, value="sum(10000 - f.pre)")
TOOK_POST = TESTED.only("f.post IS NOT NULL")
PASSED = TOOK_POST.only("f.is_passed")
_OF_BEGUN = replace(_PLACES, day="r.begins_on", where="r.begins_on <= {today}")
CONFIRMED = _OF_BEGUN.only("f.on_list")
NO_SHOWS = CONFIRMED.only("NOT f.came")
STARTERS = _OF_BEGUN.only("f.came")
WALK_INS = _OF_BEGUN.only("f.is_walk_in")
LATE_WITHDRAWALS = _OF_BEGUN.only("f.gave_up_late")

_SESSIONS = Measure("session", value="count(*)", ids="f.session")
HELD = _SESSIONS.only("f.status = 'held'")
CANCELLED = _SESSIONS.only("f.status = 'cancelled'")
POSTPONED = _SESSIONS.only("f.status = 'postponed'")
OPEN_REGISTERS = _SESSIONS.only(
    "f.status IN ('planned', 'held') AND NOT f.is_closed AND f.ends_at < {minute}"
)
PLANNED_MINUTES = replace(HELD, value="sum(f.minutes)", ids="")
RUNS = replace(HELD, value="", ids="f.run")
_HEADS = Measure("heads", value="sum(f.people)")
WITHOUT_NAMES = _HEADS.only("NOT f.is_cascade")
PASSED_ON = _HEADS.only("f.is_cascade")
RUNS_WITH_MONEY = Measure(
    "run",
    ids="f.run",
    where="f.currency IS NOT NULL AND f.ends_on <= {today}",
    needs=("run", "starters"),
    day="f.ends_on",
)
TRAINERS = Measure(
    "led",
    ids="f.trainer",
    where="certified.day <= {end}",
    needs=("certified",),
    last_year=True,
)

_TOLD = "f.told_on <= {today} AND r.ends_on <= {today}"
_OF_ENDED = {"needs": ("run",), "day": "r.ends_on", "where": _TOLD}
RATINGS = Measure("rating", value="sum(f.ratings)", **_OF_ENDED)
GOOD_RATINGS = replace(RATINGS, value="sum(f.good)")
SHEETS = Measure("feedback", value="sum(f.sheets)", **_OF_ENDED)
ASKED_STARTERS = replace(SHEETS, value="sum(st.starters)", needs=("run", "starters"))
_DUE = Measure("follow_up", value="count(*)", ids="f.enrollment")
FOLLOW_UPS_DUE = _DUE.only("f.day <= {today}")
FOLLOW_UPS_ANSWERED = FOLLOW_UPS_DUE.only("f.is_answered")
APPLIED = FOLLOW_UPS_ANSWERED.only("f.has_applied")
APPLIED_VERIFIED = APPLIED.only("f.is_verified")

FACTORY_ACTIONS_DONE = Measure("factory_action", value="count(*)", ids="f.action")
ACTIONS_DUE = replace(
    FACTORY_ACTIONS_DONE,
    day="f.due_on",
    until_end=True,
    where="f.due_on <= {today} AND (f.dropped_on IS NULL OR f.dropped_on > {end})",
)
DUE_ACTIONS_DONE = ACTIONS_DUE.only("f.day <= {end}")
