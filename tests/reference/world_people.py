"""The organizations and people of a random world: merged, closed, alike, and hardly known."""

from datetime import date, timedelta
from random import Random

from courses import models

PROVINCES = ("05", "12", "08", None)
SECTORS = ("garment", "footwear", "not_a_factory", "")
ROLES = (
    *("worker", "worker", "supervisor", "manager", "worker_rep", "union_leader", "official"),
    *("union_leader_federation", "employers_staff", "trainer", "other", ""),
)
SEXES = ("female", "female", "male", "another", "not_stated")
KINDS = ("factory", "factory", "factory", "factory", "federation", "ngo", "ministry_office")
#: Days on which the periods of the questions begin and end.
EDGES = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 31))
BIRTH_YEARS = (None, 1960, 1971, 1980, 1981, 1990, 1991, 2000, 2001, 2007, 2008, 2009)


def about(rng: Random) -> date:
    """An edge of a period, or a day beside it."""
    return rng.choice(EDGES) + timedelta(days=rng.choice((-1, 0, 0, 1)))


def organizations(rng: Random) -> list[models.Organization]:
    """Seven workplaces and bodies, and two donors at the end."""
    rows = [_organization(rng, kind) for kind in (*KINDS, "donor", "donor")]
    models.Organization.objects.bulk_create(rows)
    factories = rows[:4]
    for row in factories[1:]:
        _become(rng, row, factories)
    models.Organization.objects.bulk_update(
        [row for row in factories if row.status != "active"],
        ["status", "merged_into", "merged_on", "closed_on"],
    )
    models.OrganizationHeadcount.objects.bulk_create(
        _headcount(rng, row, place) for row in factories for place in range(rng.randint(0, 3))
    )
    return rows


def _organization(rng: Random, kind: str) -> models.Organization:
    return models.Organization(
        kind=kind,
        name_en=kind,
        sector=rng.choice(SECTORS),
        province_id=rng.choice(PROVINCES),
        is_national=rng.random() < 0.6,
    )


def _become(rng: Random, row: models.Organization, factories: list[models.Organization]) -> None:
    """Stay, close, or become part of an earlier one, which may be part of another itself."""
    what = rng.choice(("active", "active", "closed", "merged"))
    row.status = what
    if what == "closed":
        row.closed_on = rng.choice((None, about(rng), about(rng)))
    if what == "merged":
        row.merged_into = rng.choice(factories[: factories.index(row)])
        row.merged_on = rng.choice((None, about(rng), about(rng)))


def _headcount(rng: Random, row: models.Organization, place: int) -> models.OrganizationHeadcount:
    """Sometimes two sources speak of one day, and sometimes nobody works there."""
    as_of = rng.choice((date(2025, 1, 1), about(rng), date(2026, 3, 31)))
    total = rng.choice((0, 60, 649, 12_000))
    return models.OrganizationHeadcount(
        organization=row, as_of=as_of, total=total, source=f"Register {place}"
    )


def people(rng: Random, code: str) -> list[models.Person]:
    """Eight records, of which some are of one person."""
    rows = [
        models.Person(
            card_code=f"{code}{place}",
            name_km="ចាន់ ស្រីមុំ",
            sex=rng.choice(SEXES),
            birth_year=rng.choice(BIRTH_YEARS),
        )
        for place in range(8)
    ]
    models.Person.objects.bulk_create(rows)
    for place in range(1, 8):
        if rng.random() < 0.2:
            rows[place].merged_into = rng.choice(rows[:place])
    models.Person.everybody.bulk_update([row for row in rows if row.merged_into], ["merged_into"])
    return rows


def record_that_counts(person: models.Person) -> models.Person:
    while person.merged_into:
        person = person.merged_into
    return person


def pairs(rng: Random, rows: list[models.Person]) -> None:
    """Some pairs that look alike, of which some were told apart, and some are merged already."""
    for _ in range(rng.randint(0, 4)):
        first, second = sorted(rng.sample(rows, 2), key=lambda person: person.pk)
        models.DuplicateCandidate.objects.get_or_create(
            first=first, second=second, defaults={"bits": 3}
        )
        if rng.random() < 0.3:
            models.DistinctPair.objects.get_or_create(first=first, second=second)
