"""The organizations, courses and people of sets M and L, by the shares of the specification."""

from bisect import bisect
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from courses import models
from lms.demo.people import NAMES
from tests.benchmarks.bulk import Bulk

FIRST, LAST = date(2023, 11, 1), date(2026, 10, 31)
DAYS = (LAST - FIRST).days + 1
WORKERS = 645_000
PROVINCES = dict(zip(
    ("12", "08", "05", "21", "20", "04", "18", "03", "17", "02", "14", "07"),
    (45, 14, 14, 8, 5, 4, 3, 3, 1, 1, 1, 1), strict=True,
))  # fmt: skip
SECTORS = {"garment": 75, "footwear": 13, "travel_goods": 12}
#: How many of the other organizations there are.
OTHERS = {
    "federation": 14, "enterprise_union": 210, "employers_association": 2, "ministry_office": 26,
    "institute": 4, "ngo": 6, "financial_service": 3, "donor": 3,
}  # fmt: skip
#: By role: weight among people, share of women, kinds of the employer.
ROLES = {
    "worker": (700, 0.82, "factory"),
    "supervisor": (120, 0.70, "factory"),
    "manager": (40, 0.50, "factory"),
    "worker_rep": (60, 0.60, "factory"),
    "union_leader": (30, 0.45, "enterprise_union"),
    "union_leader_federation": (8, 0.45, "federation"),
    "employers_staff": (2, 0.50, "employers_association"),
    "official": (20, 0.30, "ministry_office"),
    "trainer": (5, 0.50, "institute"),
    "other": (15, 0.50, "ngo"),
}
TRAINERS = 60
SHARE_TWICE, SHARE_MERGED, SHARE_OPEN = 0.05, 0.6, 0.3


@dataclass
class Register:
    """What was written, by position: the id of a row is its position and one."""

    rng: Random
    kinds: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    provinces: list[str] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    employers: list[int] = field(default_factory=list)
    #: The position of the record that counts.
    canonical: list[int] = field(default_factory=list)
    #: People by position of their employer.
    staff: dict[int, list[int]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[int]:
        return [place for place, each in enumerate(self.kinds) if each == kind]

    def pick(self, shares: dict):
        return self.rng.choices(list(shares), list(shares.values()))[0]

    def day(self) -> date:
        return FIRST + timedelta(days=self.rng.randrange(DAYS))


def write_organizations(bulk: Bulk, register: Register, factories: int) -> None:
    """Factories first. Four in a hundred closed, three became part of another (two licences on one
    site, or a sale), one in twenty has no headcount."""
    rng = register.rng
    rows = bulk.table(
        models.Organization, "id", "kind", "name_en", "name_km", "sector", "province_id",
        "is_national", "status", "closed_on", "merged_into_id", "merged_on",
    )  # fmt: skip
    sizes = [min(12_000, max(60, rng.lognormvariate(6.477, 0.90))) for _ in range(factories)]
    register.sizes = [size * WORKERS / 663 * factories / sum(sizes) for size in sizes]
    for place in range(factories):
        sector, province = register.pick(SECTORS), register.pick(PROVINCES)
        status, closed_on, into, merged_on = "active", None, None, None
        draw = rng.random()
        if draw < 0.04:
            status, closed_on = "closed", register.day()
        elif draw < 0.07 and place and register.kinds[place - 1] == "factory":
            status, into = "merged", place
            merged_on = rng.choice((None, register.day()))
        _keep(register, "factory", sector, province)
        name = f"Lotus Thread {place}"
        rows.put((place + 1, "factory", name, "រោងចក្រ", sector, province, True, status,
                  closed_on, into, merged_on))  # fmt: skip
    for kind, number in OTHERS.items():
        for place in range(number):
            sector, province = "not_a_factory", register.pick(PROVINCES)
            _keep(register, kind, sector, province)
            is_national = kind != "donor" and not (kind == "ngo" and place < 3)
            rows.put((len(register.kinds), kind, f"{kind} {place}", "", sector, province,
                      is_national, "active", None, None, None))  # fmt: skip
    rows.flush()
    _write_headcounts(bulk, register, factories)


def _keep(register: Register, kind: str, sector: str, province: str) -> None:
    register.kinds.append(kind)
    register.sectors.append(sector)
    register.provinces.append(province)


def _write_headcounts(bulk: Bulk, register: Register, factories: int) -> None:
    rows = bulk.table(
        models.OrganizationHeadcount, "id", "organization_id", "as_of", "total", source="Register"
    )
    number = 0
    for place in range(factories):
        if register.rng.random() < 0.05:
            continue
        for year in range(FIRST.year, LAST.year + 1):
            number += 1
            total = round(register.sizes[place] * register.rng.uniform(0.85, 1.15))
            rows.put((number, place + 1, date(year, 1, 1), total))


def write_people(bulk: Bulk, register: Register, people: int) -> None:
    """The first are trainers; the last twentieth are second records of others, of which most were
    merged, some wait for a decision, and some nobody noticed."""
    rng = register.rng
    rows = bulk.table(
        models.Person, "id", "card_code", "name_km", "family_name_latin", "given_name_latin",
        "sex", "birth_year", "key_km", "key_latin", "sort_key", "merged_into_id",
        compared_at="2026-10-31 12:00:00",
    )  # fmt: skip
    pairs = bulk.table(models.DuplicateCandidate, "id", "first_id", "second_id", bits=3.0)
    apart = bulk.table(models.DistinctPair, "id", "first_id", "second_id")
    homes = {kind: register.of_kind(kind) for kind in ("factory", *OTHERS)}
    until = {"factory": list(accumulate(register.sizes))}
    weights = list(accumulate(weight for weight, _share, _kind in ROLES.values()))
    names, open_pairs = _names(), 0
    firsts = people - round(people * SHARE_TWICE)
    for place in range(people):
        role = list(ROLES)[bisect(weights, rng.random() * weights[-1])]
        role = "trainer" if place < TRAINERS else role
        into = None
        if place >= firsts:
            other = rng.randrange(TRAINERS, firsts)
            draw = rng.random()
            role = register.roles[other]
            if draw < SHARE_MERGED:
                into = other
            elif draw < SHARE_MERGED + SHARE_OPEN:
                open_pairs += 1
                pairs.put((open_pairs, other + 1, place + 1))
                if draw > SHARE_MERGED + SHARE_OPEN - 0.02:
                    apart.put((open_pairs, other + 1, place + 1))
        _weight, women, kind = ROLES[role]
        among = homes[kind]
        if kind == "factory":
            employer = bisect(until[kind], rng.random() * until[kind][-1])
        else:
            employer = among[rng.randrange(len(among))]
        register.roles.append(role)
        register.employers.append(employer)
        register.canonical.append(place if into is None else into)
        if into is None:
            register.staff.setdefault(employer, []).append(place)
        name_km, family, given = names[rng.randrange(len(names))]
        sort_key = f"{name_km} {place}"
        rows.put((place + 1, f"B-{place:08}", name_km, family, given, _sex(rng, women),
                  _birth_year(rng, role), name_km, f"{family} {given}".lower(), sort_key,
                  None if into is None else into + 1))  # fmt: skip


def _names() -> list[tuple[str, str, str]]:
    return [
        (f"{family_km} {given_km}", family[0], given[0])
        for family_km, family in NAMES["family"].items()
        for given_km, given in NAMES["given"].items()
    ]


def _sex(rng: Random, women: float) -> str:
    draw = rng.random()
    if draw < 0.017:
        return "another" if draw < 0.002 else "not_stated"
    return "female" if rng.random() < women else "male"


def _birth_year(rng: Random, role: str) -> int | None:
    if rng.random() < 0.08:
        return None
    mean, spread = (40, 8) if role == "official" else (29, 7)
    return 2026 - round(min(58, max(16, rng.gauss(mean, spread))))


def write_courses(bulk: Bulk, courses: dict) -> None:
    """Topics, outcomes and projects, and the courses by their code: (topics, outcomes, pillars,
    audience), positions of topics and outcomes."""
    for model, number in ((models.Topic, 6), (models.Outcome, 4)):
        rows = bulk.table(model, "id", "slug", "name_en")
        for place in range(number):
            rows.put((place + 1, f"{model.__name__.lower()}-{place}", f"{model.__name__} {place}"))
    rows = bulk.table(
        models.Course, "id", "code", "title_en", "gender_pillars", "audience", planned_minutes=360
    )
    topics = bulk.table(models.Course.topics.through, "id", "course_id", "topic_id")
    outcomes = bulk.table(models.Course.outcomes.through, "id", "course_id", "outcome_id")
    numbers = {topics: 0, outcomes: 0}
    for pk, (code, about) in enumerate(courses.items(), 1):
        rows.put((pk, code, code, _json(about.pillars), _json(about.audience)))
        for table, values in ((topics, about.topics), (outcomes, about.outcomes)):
            for value in values:
                numbers[table] += 1
                table.put((numbers[table], pk, value + 1))


def _json(codes: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{code}"' for code in codes) + "]"
