"""Whether a description speaks of a person on record: a score, its reasons and a verdict."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf, log2

from courses.rules.evidence import WEIGHTS
from courses.rules.name_likeness import ALIKE, Likeness, name_likeness
from courses.rules.traits import Known, Traits

#: Odds from which a description is taken for the person (19 to 1), and from which it is worth a
#: look by somebody who reviews records (1 to 9), or who has the person in front of her (1 to 99).
SAME_BITS, REVIEW_BITS, LOOK_BITS = log2(19), log2(1 / 9), log2(1 / 99)
#: How often a row or a form speaks of somebody on record: 90,000 enrolments of 60,000 people leave
#: one in three (domain.md §5.5); and a record of somebody who has another (domain.md §5.3).
SHARE_OF_DESCRIPTIONS, SHARE_OF_RECORDS = 1 / 3, 1 / 20
#: Years between two statements about one person, where one of them is an estimate.
ESTIMATE_WITHIN = 3

_AGREEMENT = {
    Likeness.SAME_KHMER: "same",
    Likeness.SAME_LATIN: "same",
    Likeness.SAME_SOUND: "similar",
    Likeness.NEAR: "similar",
    Likeness.OTHER_KHMER: "similar",
    "same": "same",
    "shared": "same",
    "about": "similar",
    "near": "similar",
    "other": "other",
}


class Verdict(StrEnum):
    SAME = "same"
    PERHAPS = "perhaps"
    OTHER = "other"


@dataclass(frozen=True)
class Match:
    """How a person on record answers to a description. `score` is log2 of the odds that they are
    one; `reasons` are codes such as `same_phone`, `similar_name`, `other_sex`, the name first."""

    person: int
    score: float
    reasons: tuple[str, ...]
    verdict: Verdict


def judge(told: Traits, known: Known, *, among: int, least: float = -inf) -> Match | None:
    """Compare a description with one person of a register (or a run, where she is on it) of `among`
    people; None where the score is below `least`.

    SAME never rests on a name or on a phone alone, and never stands against a contradiction.
    """
    seen = observations(told, known)
    score = prior_bits(told, among) + sum(WEIGHTS[field][level] for field, level in seen.items())
    if score < least:
        return None
    if score >= SAME_BITS and _is_certain(seen, told, known):
        verdict = Verdict.SAME
    else:
        verdict = Verdict.PERHAPS if score >= REVIEW_BITS else Verdict.OTHER
    return Match(known.person, score, _reasons(seen), verdict)


def prior_bits(told: Traits, among: int) -> float:
    """Log2 of the odds, before anything is compared, that one of `among` people is the one told."""
    share = SHARE_OF_DESCRIPTIONS if told.record is None else SHARE_OF_RECORDS
    return log2(share / max(1, among))


def likelihood(score: float) -> float:
    """The share of pairs with such a score that are one person, from 0 to 1."""
    return 1 / (1 + 2**-score)


def name_suffices(told: Traits, among: int, least: float) -> bool:
    """Whether a name in common, with nothing against it, could reach the score `least`."""
    best = sum(max(WEIGHTS[field].values()) for field in ("name", "sex", "birth_year"))
    return prior_bits(told, among) + best >= least


def observations(told: Traits, known: Known) -> dict[str, str]:
    """The level of agreement by field, for the fields that both tell."""
    levels = {
        "name": name_likeness(told, known.traits),
        "sex": _same_or_other(told.sex, known.traits.sex),
        "birth_year": _birth_years(told, known.traits),
        "phone": _phones(told, known.traits),
        "employer": _employers(told, known),
        "number": _numbers(told, known),
    }
    return {field: level for field, level in levels.items() if level}


def _same_or_other(mine: object, theirs: object) -> str:
    if not (mine and theirs):
        return ""
    return "same" if mine == theirs else "other"


def _birth_years(told: Traits, known: Traits) -> str:
    if not (told.birth_year and known.birth_year):
        return ""
    apart = abs(told.birth_year - known.birth_year)
    if not apart:
        return "same"
    is_estimated = told.birth_year_is_estimated or known.birth_year_is_estimated
    if is_estimated and apart <= ESTIMATE_WITHIN:
        return "about"
    return "near" if apart == 1 else "other"


def _phones(told: Traits, known: Traits) -> str:
    if not (told.phones and known.phones):
        return ""
    common = told.phones & known.phones
    if not common:
        return "other"
    return "same" if common - told.shared_phones - known.shared_phones else "shared"


def _employers(told: Traits, known: Known) -> str:
    if not (told.employer and known.employers):
        return ""
    return "same" if told.employer in known.employers else "other"


def _numbers(told: Traits, known: Known) -> str:
    here = {number for employer, number in known.numbers if employer == told.employer}
    if not (told.employee_number and here):
        return ""
    return "same" if told.employee_number in here else "other"


def _is_certain(seen: dict[str, str], told: Traits, known: Known) -> bool:
    """A name that is alike, nothing against it, and something else that tells who it is. Only an
    employee number may stand for a name in another script."""
    name = seen.get("name", Likeness.UNKNOWN)
    if name not in ALIKE | {Likeness.UNKNOWN} or _is_contradicted(seen):
        return False
    if seen.get("number") == "same":
        return True
    if name == Likeness.UNKNOWN:
        return False
    has_year = seen.get("birth_year") == "same" and seen.get("employer") == "same"
    is_here = _is_on_the_run_there(told, known) and seen.get("phone") != "other"
    return seen.get("phone") in ("same", "shared") or has_year or is_here


def _is_contradicted(seen: dict[str, str]) -> bool:
    has_other = "other" in (seen.get(field) for field in ("sex", "birth_year", "number"))
    return has_other or seen.get("birth_year") == "near"


def _is_on_the_run_there(told: Traits, known: Known) -> bool:
    return known.is_on_run and told.employer == known.traits.employer


def _reasons(seen: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{_AGREEMENT[level]}_{field}" for field, level in seen.items())
