"""The public figures of a year: what a frozen report tells of it, and the editions there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext, override

from courses import conf
from courses.choices import Sector, Sex
from courses.models import Province, PublishedYear, ReportSnapshot, Topic
from courses.queries.snapshot_labels import LANGUAGES, labels_kept
from courses.rules import calendar_words, indicators
from courses.rules.chain import canonical
from courses.rules.public_numbers import (
    ATTENDANCES,
    COMPLETIONS,
    FACTORIES,
    PARTICIPATIONS,
    PEOPLE,
    QUARTERS,
    UNKNOWN,
    YearCounts,
    from_plain,
    is_whole_year,
)
from courses.rules.suppression import Publication
from courses.rules.suppression_cube import ALL, Table

#: The definition of each measure; the women's share is told beside.
DEFINED = {
    PEOPLE: indicators.PEOPLE,
    PARTICIPATIONS: indicators.PARTICIPATIONS,
    ATTENDANCES: indicators.ATTENDANCES,
    COMPLETIONS: indicators.COMPLETIONS,
    FACTORIES: indicators.FACTORIES,
}
TOLD_BESIDE = (indicators.WOMENS_SHARE, indicators.SESSIONS, indicators.HOURS)
SEX_OF = {"female": "women", "male": "men", "another": "another", UNKNOWN: UNKNOWN}
LABELS_OF_SEX = (Sex.FEMALE, Sex.MALE, Sex.ANOTHER)

Plain = dict[str, Any]
Words = dict[str, str]


def may_be_prepared(snapshots: QuerySet) -> QuerySet:
    """Frozen reports of a whole year that were approved, count everybody, and have no successor."""
    found = snapshots.filter(
        approved_at__isnull=False,
        area__isnull=True,
        filters={},
        restatement=None,
        starts_on__month=1,
        starts_on__day=1,
    )
    years = [row.pk for row in found if is_whole_year(row.starts_on, row.ends_on)]
    return found.filter(pk__in=years).defer("content", "kept")


def editions(year: int | None = None) -> QuerySet[PublishedYear]:
    """What was published, of a year or of all, the latest first; without the proofs."""
    rows = PublishedYear.objects.published().defer("proof")
    return rows if year is None else rows.filter(year=year)


def earlier_publications(year: int) -> list[Publication]:
    """What everybody may have read of a year, the withdrawn included, the first one first."""
    rows = PublishedYear.objects.published().filter(year=year).order_by("edition")
    return [from_plain(proof) for proof in rows.values_list("proof", flat=True)]


def sensitive_topics() -> list[str]:
    return list(Topic.objects.filter(is_sensitive=True).values_list("slug", flat=True))


def year_counts(snapshot: ReportSnapshot) -> YearCounts:
    """What a frozen report of a year counted."""
    kept = snapshot.content["report"]
    topics = dict(Topic.objects.values_list("pk", "slug"))
    told = kept["breakdowns"]
    participations = {
        "quarter": _by(told["month"], _quarter_of),
        "province": _by(told["province"], str),
        "sector": _by(told["sector"], str),
        "topic": _by(told["topic"], lambda key: topics.get(key, f"topic-{key}")),
    }
    fixed = {
        "quarter": QUARTERS,
        "province": list(Province.objects.order_by("pk").values_list("pk", flat=True)),
        "sector": [str(sector) for sector in Sector],
        "topic": list(topics.values()),
    }
    return YearCounts(
        people=_sexes(kept["people"]),
        completions={row["key"] or UNKNOWN: row["completions"] for row in told["sex"]},
        participations=participations,
        attendances=kept["total"]["attendances"],
        factories=kept["factories"],
        values={name: _values(fixed[name], participations[name]) for name in fixed},
    )


def _by(rows: Iterable[Plain], code) -> dict[str, dict[str, int]]:
    """Counts by sex for each row of a breakdown; several rows may be of one value."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        value = UNKNOWN if row["key"] is None else code(row["key"])
        for sex, count in _sexes(row["sexes"]).items():
            found[value][sex] += count
    return {value: dict(by_sex) for value, by_sex in found.items()}


def _quarter_of(month: str) -> str:
    return QUARTERS[(date.fromisoformat(month).month - 1) // 3]


def _sexes(kept: Mapping[str, int]) -> dict[str, int]:
    return {sex: kept[name] for sex, name in SEX_OF.items()}


def _values(fixed: Iterable[str], found: Iterable[str]) -> tuple[str, ...]:
    """The fixed ones, then what was counted besides, the unknown last. A quarter is never
    unknown."""
    more = sorted({*found} - {*fixed, UNKNOWN})
    last = () if tuple(fixed) == QUARTERS else (UNKNOWN,)
    return (*fixed, *more, *last)


def public_content(snapshot: ReportSnapshot, publication: Publication) -> Plain:
    """What everybody may read, as JSON: hidden counts are null, and say below what they count as
    small."""
    kept = snapshot.content
    delivered = kept["report"]["delivered"]
    defined = {each.code for each in (*DEFINED.values(), *TOLD_BESIDE)}
    return {
        "year": snapshot.starts_on.year,
        "as_at": snapshot.as_at.isoformat(),
        "frozen_report": str(snapshot.uuid),
        "licence": conf.get("COURSES_NUMBERS_LICENCE"),
        "definitions": [each for each in kept["definitions"] if each["code"] in defined],
        "labels": _labels(snapshot, publication),
        "tables": [
            {
                "measure": table.measure,
                "definition": DEFINED[table.measure].code,
                "by": [axis.name for axis in table.axes],
                "adds_up": all(axis.adds_up for axis in table.axes),
                "counts": list(_counts(table, publication)),
            }
            for table in publication.cube.tables
        ],
        "delivered": {
            "sessions_held": delivered["held"],
            "training_hours": round(delivered["minutes"] / 60, 1),
        },
    }


def _counts(table: Table, publication: Publication) -> Iterator[Plain]:
    """A total has no value for what it is a total over."""
    thresholds = publication.cube.thresholds()
    for place in table.places():
        cell = table.cell(place)
        where = {
            axis.name: value for axis, value in zip(table.axes, place, strict=True) if value != ALL
        }
        told = {"where": where, "count": publication.shown(cell)}
        yield told if told["count"] is not None else {**told, "hidden_below": thresholds[cell]}


def _labels(snapshot: ReportSnapshot, publication: Publication) -> dict[str, dict[str, Words]]:
    """What the values of each way are called, in both languages."""
    topics = {row.pk: row for row in Topic.objects.all()}
    kept = {language: labels_kept(snapshot, language) for language in LANGUAGES}
    found = {
        "province": {code: _kept(kept, "province", code) for code in kept["en"]["province"]},
        "sector": {str(each): _in_both(lambda each=each: each.label) for each in Sector},
        "sex": {str(each): _in_both(lambda each=each: each.label) for each in LABELS_OF_SEX},
        "topic": {row.slug: _in_both(lambda row=row: row) for row in topics.values()},
        "quarter": {code: _quarter(code, snapshot.starts_on.year) for code in QUARTERS},
    }
    for key in kept["en"]["topic"]:
        slug = topics[key].slug if key in topics else f"topic-{key}"
        found["topic"][slug] = _kept(kept, "topic", key)
    for name in ("province", "sector", "sex", "topic"):
        found[name][UNKNOWN] = _in_both(lambda name=name: gettext(UNKNOWN_WORDS[name]))
    used = {
        (axis.name, value)
        for table in publication.cube.tables
        for axis in table.axes
        for value in axis.values
    }
    return {
        name: {value: words for value, words in labels.items() if (name, value) in used}
        for name, labels in found.items()
    }


#: Words that the reach page has, too.
UNKNOWN_WORDS = {
    "province": "Province unknown",
    "sector": "Sector unknown",
    "sex": "Sex unknown",
    "topic": "No topic",
}


def _kept(kept: Mapping[str, Mapping], name: str, key: Any) -> Words:
    return {language: kept[language][name][key] for language in LANGUAGES}


def _quarter(code: str, year: int) -> Words:
    first = date(year, QUARTERS.index(code) * 3 + 1, 1)
    last = first.replace(month=first.month + 2)
    return {
        language: f"{calendar_words.month(first, language, short=True)}–"
        f"{calendar_words.month(last, language, short=True)}"
        for language in LANGUAGES
    }


def _in_both(label) -> Words:
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = str(label())
    return found


def digest_of(row: PublishedYear) -> str:
    """SHA-256 in hexadecimal of the canonical JSON of all that is kept."""
    says = {
        "uuid": str(row.uuid),
        "year": row.year,
        "edition": row.edition,
        "snapshot": str(row.snapshot.uuid),
        "content": row.content,
        "proof": row.proof,
    }
    return sha256(canonical(says).encode()).hexdigest()
