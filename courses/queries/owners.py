"""Whose business a row of a run is: the lead trainer's where there is one, else that of whoever
planned the run."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, Case, F, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from courses.models import RunTrainer


@dataclass(frozen=True)
class Owner:
    """A person on record, or a user who is nobody on record, by id; or nobody."""

    person: int | None = None
    user: int | None = None

    @property
    def key(self) -> str:
        """As it stands in addresses: `p12`, `u5`, or `0` for nobody."""
        if self.person:
            return f"p{self.person}"
        return f"u{self.user}" if self.user else "0"

    @classmethod
    def of_key(cls, key: str) -> "Owner | None":
        """The owner of a key, or None where it says nothing."""
        if key == "0":
            return cls()
        number = key[1:]
        if key[:1] not in ("p", "u") or not number.isdecimal() or len(number) > 9:
            return None
        return cls(person=int(number)) if key[0] == "p" else cls(user=int(number))


def with_owner(rows: QuerySet, run: str) -> QuerySet:
    """The rows with `owner_person` and `owner_user`, one of which is None; `run` is the path from a
    row to its run, empty where the rows are runs."""
    path = f"{run}__" if run else ""
    lead = RunTrainer.objects.filter(run=OuterRef(f"{path}pk"), is_lead=True).order_by()
    rows = rows.annotate(
        owner_person=Coalesce(
            Subquery(lead.values("person")[:1]),
            F(f"{path}owner__training_person__pk"),
            output_field=BigIntegerField(),
        )
    )
    return rows.annotate(owner_user=Case(When(owner_person=None, then=F(f"{path}owner"))))


def owned_by(rows: QuerySet, run: str, owner: Owner) -> QuerySet:
    """The rows whose business is the owner's."""
    return with_owner(rows, run).filter(owner_person=owner.person, owner_user=owner.user)
