"""Organizations: which stands below which, what may be done with one, and what it counts as."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

#: For each kind the kinds that it may stand below, by their codes.
ABOVE: dict[str, tuple[str, ...]] = {
    "factory": ("group",),
    "group": ("group",),
    "enterprise_union": ("federation",),
    "federation": ("confederation",),
    "confederation": (),
    "employers_association": ("employers_association",),
    "ministry_office": ("ministry_office",),
    "institute": ("ministry_office", "institute", "ngo"),
    "ngo": ("ngo",),
    "financial_service": ("group", "financial_service"),
    "donor": ("donor",),
    "other": ("group", "ministry_office", "other"),
}
ACTIVE, CLOSED, MERGED = "active", "closed", "merged"


@dataclass(frozen=True)
class Standing:
    """What the rules know of an organization. `above` are the ids of all that it stands below."""

    pk: int | None
    kind: str
    status: str = ACTIVE
    merged_into: int | None = None
    above: tuple[int, ...] = ()


@dataclass(frozen=True)
class Names:
    """What an organization is called at one time."""

    en: str
    km: str = ""
    short: str = ""


def why_not_below(
    organization: Standing, parent: Standing, kinds_below: Iterable[str] = ()
) -> str | None:
    """A code that says why an organization cannot stand below that parent, or None. `kinds_below`
    are the kinds of its own members."""
    if organization.pk is not None and organization.pk in (parent.pk, *parent.above):
        return "loop"
    if parent.kind not in ABOVE[organization.kind]:
        return "wrong_parent" if ABOVE[organization.kind] else "no_parent"
    return why_not_above(organization.kind, kinds_below)


def why_not_above(kind: str, kinds_below: Iterable[str]) -> str | None:
    """A code that says why an organization of this kind cannot stand above such members."""
    return "wrong_members" if any(kind not in ABOVE[below] for below in kinds_below) else None


def why_not_merge(kept: Standing, other: Standing) -> str | None:
    """A code that says why `other` cannot become part of `kept`, or None when it can."""
    if kept.pk == other.pk:
        return "same_organization"
    if other.merged_into == kept.pk:
        return "already_merged"
    if MERGED in (kept.status, other.status):
        return "merged_meanwhile"
    if CLOSED in (kept.status, other.status):
        return "closed"
    if kept.kind != other.kind:
        return "other_kind"
    return "stands_below" if other.pk in kept.above else None


def why_not_close(status: str, on: date, *, today: date) -> str | None:
    if status == MERGED:
        return "merged"
    return "not_yet" if on > today else None


def why_not_rename(
    now: Names, new: Names, on: date, *, renamed_on: date | None, status: str, today: date
) -> str | None:
    """A code that says why the new names cannot hold from a day on; `renamed_on` is the first day
    of the current ones, where it is known."""
    if status == MERGED:
        return "merged"
    if not new.en:
        return "no_name"
    if new == now:
        return "same_name"
    if on > today:
        return "not_yet"
    return "before_last" if renamed_on and on <= renamed_on else None


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def merged_by(links: Mapping[int, tuple[int, date | None]], day: date) -> dict[int, int]:
    """For each organization that was merged on that day the one that it was part of then.

    `links` say into which and since when; without a day the two were always the same.
    """
    valid = {pk: into for pk, (into, since) in links.items() if since is None or since <= day}
    found = {}
    for pk in valid:
        into = pk
        while into in valid:
            into = valid[into]
        found[pk] = into
    return found
