"""Set M: 60,000 invented people, one in twenty of them on record twice, with gold labels.

Shares follow domain.md §3.2, §5.2 and §5.3; how a second record differs from the first is the part
that hurts matching: spellings, swapped names, lost or shared phones, other factories, lost years.
The same seed gives the same people.
"""

from dataclasses import dataclass, replace
from random import Random

from courses.rules.khmer import match_key
from courses.rules.traits import Traits
from lms.demo.people import NAMES

PEOPLE, SHARE_TWICE, FACTORIES = 60_000, 0.05, 663
#: A second person of the same name, factory and year of birth: hard cases by hand.
NAMESAKES = 40
YEAR = 2026

_SIGNS = "៉៊ុំះ់៍័"
_FAMILIES, _GIVEN = list(NAMES["family"].items()), list(NAMES["given"].items())


@dataclass(frozen=True)
class Entry:
    """One record. `human` is the gold label: entries of one human bear one number. `employer` is
    the position of a factory; `spellings` are the Latin spellings of both names."""

    human: int
    name_km: str
    family: str
    given: str
    spellings: tuple[tuple[str, ...], tuple[str, ...]]
    sex: str
    birth_year: int | None
    is_estimated: bool
    phone: str
    is_shared: bool
    employer: int
    number: str


def set_m(seed: int, people: int = PEOPLE) -> list[Entry]:
    """First the people, then the second records of one in twenty of them."""
    rng = Random(seed)
    sizes = [min(12_000, max(60, rng.lognormvariate(6.477, 0.90))) for _ in range(FACTORIES)]
    employers = sorted(rng.choices(range(FACTORIES), sizes, k=people))
    entries = [_human(number, employer, rng) for number, employer in enumerate(employers)]
    for place in rng.sample(range(1, people), NAMESAKES):
        entries[place] = _namesake(entries[place - 1], entries[place], rng)
    entries = _with_numbers_again(_sharing(entries, rng), rng)
    twice = rng.sample(entries, round(people * SHARE_TWICE))
    seconds = [_second(entry, entries, rng) for entry in twice]
    return [_as_written(entry, rng) for entry in entries] + seconds


def traits_of(entry: Entry, record: int, employer: int) -> Traits:
    """What an entry tells, as the record of person `record` at the organization `employer`."""
    phones = frozenset({entry.phone} if entry.phone else ())
    return Traits(
        key_km=match_key(entry.name_km),
        name_latin=f"{entry.family} {entry.given}".strip(),
        sex="" if entry.sex == "not_stated" else entry.sex,
        birth_year=entry.birth_year,
        birth_year_is_estimated=entry.is_estimated,
        phones=phones,
        shared_phones=phones if entry.is_shared else frozenset(),
        employer=employer,
        employee_number=entry.number,
        record=record,
    )


def gold_pairs(entries: list[Entry]) -> set[tuple[int, int]]:
    """Positions of the entries that are one human, the earlier first."""
    first: dict[int, int] = {}
    pairs = set()
    for place, entry in enumerate(entries):
        if entry.human in first:
            pairs.add((first[entry.human], place))
        first.setdefault(entry.human, place)
    return pairs


def _human(number: int, employer: int, rng: Random) -> Entry:
    (family_km, families), (given_km, givens) = rng.choice(_FAMILIES), rng.choice(_GIVEN)
    age = min(58, max(16, rng.gauss(29, 7)))
    return Entry(
        human=number,
        name_km=f"{family_km} {given_km}",
        family=_spelt(families, rng),
        given=_spelt(givens, rng),
        spellings=(tuple(families), tuple(givens)),
        sex=_sex(rng),
        birth_year=YEAR - round(age),
        is_estimated=False,
        phone=_new_phone(rng) if rng.random() < 0.88 else "",
        is_shared=False,
        employer=employer,
        number=_new_number(rng),
    )


def _spelt(spellings: list[str], rng: Random) -> str:
    return spellings[0] if rng.random() < 0.75 else rng.choice(spellings)


def _sex(rng: Random) -> str:
    return rng.choices(("female", "male", "another", "not_stated"), (77, 21.3, 0.2, 1.5))[0]


def _new_phone(rng: Random) -> str:
    prefix = rng.choice(("10", "11", "12", "15", "16", "17", "69", "70", "77", "85", "89", "92"))
    return f"+855{prefix}{rng.randrange(10**6):06d}"


def _new_number(rng: Random) -> str:
    return f"{rng.randrange(1, 10**5):05d}"


def _namesake(first: Entry, second: Entry, rng: Random) -> Entry:
    names = ("name_km", "family", "given", "spellings", "sex", "birth_year", "employer")
    return replace(second, **{name: getattr(first, name) for name in names})


def _sharing(entries: list[Entry], rng: Random) -> list[Entry]:
    """Eight in a hundred use a phone of somebody near, often a relative; half of them say so."""
    shared = list(entries)
    for place in range(1, len(entries)):
        owner, entry = shared[place - 1], entries[place]
        if rng.random() < 0.08 and owner.phone:
            entry = _relative(entry, owner) if rng.random() < 0.4 else entry
            shared[place] = replace(entry, phone=owner.phone, is_shared=rng.random() < 0.5)
    return shared


def _relative(entry: Entry, owner: Entry) -> Entry:
    return replace(
        entry,
        name_km=f"{owner.name_km.split()[0]} {entry.name_km.split()[1]}",
        family=owner.family,
        spellings=(owner.spellings[0], entry.spellings[1]),
    )


def _with_numbers_again(entries: list[Entry], rng: Random) -> list[Entry]:
    """Some factories give the number of somebody who left to the next one: one in 300 people."""
    for place in rng.sample(range(1, len(entries)), len(entries) // 300):
        if entries[place].employer == entries[place - 1].employer:
            entries[place] = replace(entries[place], number=entries[place - 1].number)
    return entries


def _second(entry: Entry, entries: list[Entry], rng: Random) -> Entry:
    """The same human as another list has her."""
    changes: dict = {}
    if rng.random() < 0.35:
        families, givens = entry.spellings
        changes |= {"family": rng.choice(families), "given": rng.choice(givens)}
    if rng.random() < 0.06:
        family = changes.get("family", entry.family)
        changes |= {"family": changes.get("given", entry.given), "given": family}
    changes["name_km"] = _mistyped(entry.name_km, rng)
    if rng.random() < 0.12:
        changes |= {"employer": rng.randrange(FACTORIES), "number": _new_number(rng)}
    changes |= _phone_later(entry, entries, rng) | _year_told(entry, rng)
    draw = rng.random()
    if draw < 0.05:
        changes["sex"] = "not_stated"
    elif draw < 0.06:
        changes["sex"] = "male" if entry.sex == "female" else "female"
    return _as_written(replace(entry, **changes), rng)


def _mistyped(name_km: str, rng: Random) -> str:
    """Signs in another order (what the eye does not see), and in four of a hundred one lost."""
    if rng.random() < 0.20:
        name_km = name_km.replace("ុំ", "ំុ").replace("៉ា", "ា៉").replace("៊ុ", "ុ៊")
    signs = [place for place, sign in enumerate(name_km) if sign in _SIGNS]
    if signs and rng.random() < 0.04:
        lost = rng.choice(signs)
        name_km = name_km[:lost] + name_km[lost + 1 :]
    return name_km


def _phone_later(entry: Entry, entries: list[Entry], rng: Random) -> dict:
    draw = rng.random()
    if draw < 0.12:
        return {"phone": ""}
    if draw < 0.24:
        return {"phone": _new_phone(rng), "is_shared": False}
    if draw < 0.28:
        return {"phone": rng.choice(entries).phone, "is_shared": rng.random() < 0.5}
    return {}


def _year_told(entry: Entry, rng: Random) -> dict:
    draw = rng.random()
    if draw < 0.08:
        about = (entry.birth_year or YEAR) + rng.randint(-3, 3)
        return {"birth_year": about, "is_estimated": rng.random() < 0.7}
    if draw < 0.12:
        return {"birth_year": (entry.birth_year or YEAR) + rng.choice((-1, 1))}
    return {}


def _as_written(entry: Entry, rng: Random) -> Entry:
    """What a record leaves out: Khmer 25 %, Latin 15 %, year 8 %, employee number 40 %."""
    changes: dict = {}
    draw = rng.random()
    if draw < 0.25:
        changes["name_km"] = ""
    elif draw < 0.40:
        changes |= {"family": "", "given": ""}
    if rng.random() < 0.08:
        changes |= {"birth_year": None, "is_estimated": False}
    if rng.random() < 0.40:
        changes["number"] = ""
    return replace(entry, **changes)
