"""The ways to break figures down and to narrow them, by name, with their SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: The tables of facts that measures count, each under the alias `f`.
ASKED = ("rating", "feedback", "follow_up")
#: What organizations do, not people.
AGREED = ("factory_action",)
EVENTS = (
    *("attendance", "completion", "enrollment", "session", "heads", "led", "run"),
    *(*ASKED, *AGREED),
)
PEOPLE = ("attendance", "completion", "enrollment", "follow_up")


@dataclass(frozen=True)
class Dimension:
    """`value` is SQL over the joins that it `needs`, in order. Of a `bridge` (a table, its column
    for the key and its column for the value, and the key in SQL) one row may have several values,
    so that the parts add up to more than the whole. `is_one_place` where a person has one value at
    a time. `tables` are the facts for which it holds; `elsewhere` gives value and joins where a
    table, or what counts on such a day, has it otherwise."""

    name: str
    value: str
    needs: tuple[str, ...] = ()
    bridge: tuple[str, str, str] | None = None
    is_one_place: bool = False
    tables: tuple[str, ...] = EVENTS
    elsewhere: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def is_several(self) -> bool:
        return self.bridge is not None

    def on(self, table: str, day: str) -> tuple[str, tuple[str, ...]]:
        """Value and joins in facts of that table which count on that day."""
        own = (self.value, self.needs)
        return self.elsewhere.get(day) or self.elsewhere.get(table, own)


#: A donor once for a run, whatever the number of its projects.
RUN_DONOR = (
    "(SELECT DISTINCT p.run, d.donor FROM run_project p JOIN project d ON d.project = p.project"
    " WHERE d.donor IS NOT NULL)"
)

#: Joins by name. `{end}` is the last day of the period.
JOINS = {
    "run": "JOIN run r ON r.run = f.run",
    "calendar": "JOIN calendar c ON c.day = {day}",
    "phase": "LEFT JOIN phase ph ON {day} BETWEEN ph.starts_on AND ph.ends_on",
    "host": "LEFT JOIN organization host ON host.organization = r.host",
    "lead": "LEFT JOIN organization lead ON lead.organization = r.lead",
    "whole": (
        "LEFT JOIN organization_part w ON w.organization = f.employer"
        " AND {end} BETWEEN w.starts_on AND w.ends_on"
    ),
    "organization": "LEFT JOIN organization o ON o.organization = w.whole",
    "course_topic": "LEFT JOIN course_topic ct ON ct.course = r.course",
    "course_outcome": "LEFT JOIN course_outcome co ON co.course = r.course",
    "course_pillar": "LEFT JOIN course_pillar cp ON cp.course = r.course",
    "run_project": "LEFT JOIN run_project rp ON rp.run = f.run",
    "run_donor": f"LEFT JOIN {RUN_DONOR} rd ON rd.run = f.run",
    "run_trainer": "LEFT JOIN run_trainer rt ON rt.run = f.run",
    "starters": (
        "LEFT JOIN (SELECT run, count(*) AS starters FROM enrollment WHERE counts AND came"
        " GROUP BY run) st ON st.run = f.run"
    ),
    "certified": (
        "JOIN (SELECT c.person, min(c.day) AS day FROM completion c JOIN run cr ON cr.run = c.run"
        " JOIN course k ON k.course = cr.course WHERE k.for_trainers GROUP BY c.person) certified"
        " ON certified.person = f.trainer"
    ),
    "functioning": (
        "JOIN functioning fn ON fn.person = f.person AND {end} BETWEEN fn.day AND fn.until"
    ),
    "debut": (
        "JOIN (SELECT person, min(day) AS day FROM attendance GROUP BY person) debut"
        " ON debut.person = f.person"
    ),
}

PLACED = {"is_one_place": True, "tables": PEOPLE}
OF_WORKPLACE = {"is_one_place": True, "tables": (*PEOPLE, *AGREED)}
#: What is told of people who were counted without names.
COUNTED = {"is_one_place": True, "tables": (*PEOPLE, "heads")}
#: Sessions stand in the sector of their host and in the province in which they are held.
OF_SESSION = {"is_one_place": True, "tables": (*PEOPLE, *AGREED, "session", "heads")}
SECTOR_OF_HOST = ("host.sector", ("run", "host"))
PROVINCE_OF_SESSION = ("f.venue_province", ())
AT_END = ("f.age_band_at_end", ())
#: Which side of the three a role is on (indicator R27).
CONSTITUENT = (
    "CASE WHEN f.role = 'official' THEN 'government'"
    " WHEN f.role IN ('supervisor', 'manager', 'employers_staff') THEN 'employers'"
    " WHEN f.role IN ('worker', 'worker_rep', 'union_leader', 'union_leader_federation')"
    " THEN 'workers' WHEN f.role IS NOT NULL THEN 'other' END"
)

_ALL = (
    Dimension("month", "c.month", ("calendar",)),
    Dimension("quarter", "c.quarter", ("calendar",)),
    Dimension("year", "c.year", ("calendar",)),
    Dimension("phase", "ph.phase", ("phase",)),
    Dimension("topic", "ct.topic", ("run", "course_topic"), ("course_topic", "course", "topic")),
    Dimension(
        "outcome", "co.outcome", ("run", "course_outcome"), ("course_outcome", "course", "outcome")
    ),
    Dimension(
        "pillar", "cp.pillar", ("run", "course_pillar"), ("course_pillar", "course", "pillar")
    ),
    Dimension("course", "r.course", ("run",)),
    Dimension("run", "f.run"),
    Dimension("sex", "f.sex", **COUNTED),
    Dimension("age_band", "f.age_band", elsewhere={"r.ends_on": AT_END}, **PLACED),
    Dimension("role", "f.role", **COUNTED),
    Dimension("constituent", CONSTITUENT, **PLACED),
    Dimension(
        "sector",
        "f.sector",
        elsewhere={"session": SECTOR_OF_HOST, "heads": SECTOR_OF_HOST},
        **OF_SESSION,
    ),
    Dimension(
        "province",
        "f.province",
        elsewhere={"session": PROVINCE_OF_SESSION, "heads": PROVINCE_OF_SESSION},
        **OF_SESSION,
    ),
    Dimension("organization", "w.whole", ("whole",), **OF_WORKPLACE),
    Dimension("organization_kind", "o.kind", ("whole", "organization"), **OF_WORKPLACE),
    Dimension("venue_province", "f.venue_province"),
    Dimension("project", "rp.project", ("run_project",), ("run_project", "run", "project")),
    Dimension("donor", "rd.donor", ("run_donor",), (f"{RUN_DONOR} rd", "run", "donor")),
    Dimension("payer", "r.payer", ("run",)),
    Dimension("language", "r.language", ("run",)),
    Dimension("trainer", "rt.trainer", ("run_trainer",), ("run_trainer", "run", "trainer")),
    Dimension("way", "f.way", tables=("rating", "follow_up")),
    Dimension("national", "lead.is_national", ("run", "lead")),
)
DIMENSIONS = {dimension.name: dimension for dimension in _ALL}
ONE_PLACE = tuple(dimension.name for dimension in _ALL if dimension.is_one_place)
