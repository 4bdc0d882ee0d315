"""Invented people of the demo story, from seeds of family and given names."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lms.demo.organizations import OrganizationSeed
from lms.demo.plan import PEOPLE

NAMES = json.loads((Path(__file__).parent / "data" / "names.json").read_text(encoding="utf-8"))

#: Share of women by role (domain assumptions); everybody else 0.5.
WOMEN = {
    "worker": 0.85, "supervisor": 0.72, "worker_rep": 0.62, "manager": 0.60,
    "union_leader": 0.45, "union_leader_federation": 0.45, "official": 0.30, "trainer": 0.50,
}  # fmt: skip
FACTORY_ROLES = (["worker", "supervisor", "worker_rep", "manager"], [58, 22, 12, 8])
ROLE_OF_KIND = {
    "federation": "union_leader_federation",
    "confederation": "union_leader_federation",
    "enterprise_union": "union_leader",
    "ministry_office": "official",
    "institute": "trainer",
    "employers_association": "employers_staff",
}
#: Names that lists and certificates must bear: one word, Cham order, twins, long, rare spelling.
SPECIAL = (
    ("ម៉ារីយ៉ាំ", "", "Maryam", "female"),
    ("ស្លេះ អាមីណះ", "Sles", "Aminah", "female"),
    ("ចាន់ ស្រីមុំ", "Chan", "Sreymom", "female"),
    ("ចាន់ ស្រីមុំ", "Chan", "Sreymom", "female"),
    ("បែន ស្រីរ័ត្ន", "Ben", "Sreyroth", "female"),
    ("ប៉ែន ស្រីរ័ត្ន", "Pen", "Sreyroth", "female"),
    ("", "Nguon", "Visal", "not_stated"),
    ("អ៊ុំ រតនៈមុនី វិសាលសុភមង្គល", "Oum", "Ratanakmony Visalsophearmongkul", "male"),
    ("ឡុង សុគន្ធា\u200b", "Long", "Sokunthea", "female"),
)


@dataclass(frozen=True)
class PersonSeed:
    """A person to be; `organization` is a position in the list of organization seeds."""

    name_km: str
    family_name_latin: str
    given_name_latin: str
    sex: str
    birth_year: int | None
    phone: str
    phone_is_shared: bool
    organization: int
    role: str
    consents: tuple[tuple[str, bool], ...]


def people_seeds(
    organizations: list[OrganizationSeed], rng: Random, number: int = PEOPLE
) -> list[PersonSeed]:
    """`number` people spread over the organizations: most of them in factories."""
    weights = [_weight(seed, rng) for seed in organizations]
    positions = rng.choices(range(len(organizations)), weights, k=number)
    people = [_person(organizations[position], position, rng) for position in sorted(positions)]
    for place, special in enumerate(SPECIAL):
        people[place * 7] = _renamed(people[place * 7], *special)
    return people


def _weight(seed: OrganizationSeed, rng: Random) -> float:
    if seed.kind == "factory":
        return rng.lognormvariate(1.0, 0.45)
    return {"ministry_office": 2.0, "federation": 2.2, "enterprise_union": 1.1}.get(seed.kind, 0.9)


def _person(organization: OrganizationSeed, position: int, rng: Random) -> PersonSeed:
    if organization.kind == "factory":
        (role,) = rng.choices(*FACTORY_ROLES)
    else:
        role = ROLE_OF_KIND.get(organization.kind, "other")
    family_km, family_latin = rng.choice(list(NAMES["family"].items()))
    given_km, given_latin = rng.choice(list(NAMES["given"].items()))
    age = rng.gauss(40, 8) if role == "official" else rng.gauss(29, 7)
    has_phone = rng.random() < 0.88
    return PersonSeed(
        name_km="" if rng.random() < 0.08 else f"{family_km} {given_km}",
        family_name_latin=_spelling(family_latin, rng),
        given_name_latin=_spelling(given_latin, rng),
        sex=_sex(role, rng),
        birth_year=2026 - round(min(58, max(18, age))) if rng.random() < 0.94 else None,
        phone=f"0{rng.choice(['12', '15', '16', '77', '89', '92'])}{rng.randrange(10**6):06d}"
        if has_phone
        else "",
        phone_is_shared=has_phone and rng.random() < 0.09,
        organization=position,
        role=role,
        consents=(
            ("public_name", rng.random() < 0.60),
            ("photo", rng.random() < 0.70),
            ("follow_up", rng.random() < 0.85),
        ),
    )


def _spelling(spellings: list[str], rng: Random) -> str:
    return spellings[0] if rng.random() < 0.75 else rng.choice(spellings)


def _sex(role: str, rng: Random) -> str:
    draw = rng.random()
    if draw < 0.015:
        return "not_stated"
    if draw < 0.017:
        return "another"
    return "female" if rng.random() < WOMEN.get(role, 0.5) else "male"


def _renamed(seed: PersonSeed, name_km: str, family: str, given: str, sex: str) -> PersonSeed:
    values = vars(seed) | {
        "name_km": name_km,
        "family_name_latin": family,
        "given_name_latin": given,
        "sex": sex,
    }
    return PersonSeed(**values)
