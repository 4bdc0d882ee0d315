"""The public figures of a year as files for programs: one object, or one row for each count."""

from collections.abc import Iterator, Mapping
from typing import Any

from courses.models import PublishedYear

HEADS = (
    *("year", "edition", "measure", "definition", "version", "what_counts"),
    *("by", "value", "value_en", "value_km", "sex", "count", "hidden_below"),
    *("as_at", "published_at", "licence"),
)
ALL = "all"


def numbers_json(row: PublishedYear, address: str) -> dict[str, Any]:
    """The edition with its address; `count` is null where it is hidden, and says below what counts
    are small. A hidden count may be larger where it protects a small one."""
    return {
        "format": "training-in-numbers/1",
        "address": address,
        "edition": row.edition,
        "published_at": row.published_at.isoformat(),
        **row.content,
    }


def numbers_rows(row: PublishedYear) -> Iterator[list[Any]]:
    """The heads, then a row for each count."""
    yield list(HEADS)
    content = row.content
    defined = {each["code"]: each for each in content["definitions"]}
    last = [content["as_at"], row.published_at.isoformat(), content["licence"]]
    for table in content["tables"]:
        definition = defined[table["definition"]]
        first = [row.year, row.edition, table["measure"], definition["code"], definition["version"]]
        first.append(definition["en"]["definition"])
        for told in table["counts"]:
            yield [*first, *_where(table, told["where"], content["labels"]), *_count(told), *last]
    for name, code in (("sessions_held", "R21H"), ("training_hours", "R5")):
        definition = defined[code]
        first = [row.year, row.edition, name, code, definition["version"]]
        first.append(definition["en"]["definition"])
        yield [*first, "", ALL, "", "", ALL, content["delivered"][name], "", *last]


def _where(table: Mapping, where: Mapping[str, str], labels: Mapping) -> list[str]:
    way = next((name for name in table["by"] if name != "sex"), "")
    value = where.get(way, ALL)
    words = labels.get(way, {}).get(value, {})
    sex = where.get("sex", ALL)
    return [way, value, words.get("en", ""), words.get("km", ""), sex]


def _count(told: Mapping[str, Any]) -> list[Any]:
    if told["count"] is None:
        return ["", told["hidden_below"]]
    return [told["count"], ""]
