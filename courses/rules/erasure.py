"""When a person may be erased, and how the rows of a list forget her."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from courses.rules.khmer import match_key
from courses.rules.names import latin_key

FORGOTTEN = "forgotten"
#: What a row of a list says when nothing of it is left.
BLANK = {
    "name_km": "",
    "family_name_latin": "",
    "given_name_latin": "",
    "title": "",
    "sex": "not_stated",
    "role": "",
    "employee_number": "",
    "section": "",
    "organization": "",
    "phones": [],
    "birth_year": None,
}

#: A nomination always has a name; this one says nothing.
NO_NOMINEE = {
    "name_km": "",
    "family_name_latin": "",
    "given_name_latin": "–",
    "birth_year": None,
    "phone": "",
    "employee_number": "",
    "employer_text": "",
    "reason": "",
}


@dataclass(frozen=True)
class Standing:
    """What may stand in the way of an erasure."""

    is_erased: bool = False
    is_merged: bool = False
    has_rights: bool = False
    leads_runs: bool = False


def why_not_erase(standing: Standing) -> str | None:
    """A code that says why this person cannot be erased now, or None."""
    for code in ("is_erased", "is_merged", "has_rights", "leads_runs"):
        if getattr(standing, code):
            return code
    return None


@dataclass(frozen=True)
class Traces:
    """By what the rows of lists are recognized as hers."""

    names_km: frozenset[str] = field(default_factory=frozenset)
    names_latin: frozenset[str] = field(default_factory=frozenset)
    phones: frozenset[str] = field(default_factory=frozenset)
    numbers: frozenset[str] = field(default_factory=frozenset)

    def are_in(self, row: Mapping[str, Any]) -> bool:
        """Whether a row of a list, in plain values, has her name, her phone or her number."""
        latin = f"{row['family_name_latin']} {row['given_name_latin']}"
        phones = {phone.get("e164") for phone in row["phones"]} - {None, ""}
        return (
            match_key(row["name_km"]) in self.names_km
            or latin_key(latin) in self.names_latin
            or bool(phones & self.phones)
            or row["employee_number"] in self.numbers
        )


Place = tuple[str, int]


def place_of(row: Mapping[str, Any]) -> Place:
    """Sheet and number of a row of a list."""
    return row["sheet"], row["row_number"]


def without_rows(content: Mapping[str, Any], places: Iterable[Place]) -> dict[str, Any]:
    """The content of a list in which these rows are blank and stay out; their places remain."""
    forgotten = set(places)
    rows = [_blank(row) if place_of(row) in forgotten else row for row in content["rows"]]
    return {**content, "rows": rows}


def without_people(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a list in which every row is blank; their places remain."""
    return without_samples(without_rows(content, map(place_of, content["rows"])))


def without_samples(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a list without the first values of its columns."""
    offered = [{**column, "values": []} for column in content.get("offered", ())]
    return {**content, "offered": offered}


def _blank(row: Mapping[str, Any]) -> dict[str, Any]:
    sheet, number = place_of(row)
    problem = {
        "code": FORGOTTEN,
        "sheet": sheet,
        "row": number,
        "column": "",
        "value": "",
        "is_blocking": True,
    }
    return {**row, **BLANK, "problems": [problem]}


def without_contacts(changes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The ledger of a merge without phones and e-mails; everything else can still be put back."""
    kept = []
    for entry in changes:
        if entry["model"] == "courses.personphone":
            continue
        if entry["model"] == "courses.person":
            sides = {side: _without_email(entry[side]) for side in ("before", "after")}
            entry = {**entry, **sides}
        if entry["before"] or entry["after"]:
            kept.append(entry)
    return kept


def _without_email(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return values and {name: value for name, value in values.items() if name != "email"}
