"""With whom, for whom and for what money a run is delivered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import PriceBasis
from courses.exceptions import Refused
from courses.models import CourseRun, Organization, Project, RunFinance, RunPartner


@dataclass(frozen=True)
class Money:
    """Amounts in one currency, never less than nothing."""

    currency: str = "USD"
    payer: Organization | None = None
    price: Decimal = Decimal(0)
    basis: str = PriceBasis.FLAT
    waived: Decimal = Decimal(0)
    waiver_reason: str = ""
    invoice_reference: str = ""
    direct_cost: Decimal = Decimal(0)
    in_kind: Decimal = Decimal(0)


@dataclass(frozen=True)
class Background:
    """Partners in the order in which their logos are printed, projects, the money, and for whom
    trainers train, by the id of their person; who is not named there stays as she is."""

    partners: tuple[Organization, ...] = ()
    projects: tuple[Project, ...] = ()
    external_reference: str = ""
    money: Money = field(default_factory=Money)
    trains_for: Mapping[int, Organization | None] = field(default_factory=dict)


@transaction.atomic
def change_run_details(
    run: CourseRun, background: Background, *, by: AbstractBaseUser
) -> CourseRun:
    """Keep with whom, for whom and for what money a run is delivered; the history says what was
    changed from what to what. Raises Refused: `no_waiver_reason`, `host_is_no_partner`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    money, partners = background.money, dict.fromkeys(background.partners)
    if money.waived and not money.waiver_reason.strip():
        raise Refused(_("Say in a few words why it is waived."), code="no_waiver_reason")
    if run.host in partners:
        raise Refused(
            _("The host is named with the run already. Choose other partners."),
            code="host_is_no_partner",
        )
    before = _told(run)
    run.external_reference = background.external_reference.strip()
    run.save(update_fields=["external_reference"])
    run.projects.set(background.projects)
    _keep_partners(run, partners)
    RunFinance.objects.update_or_create(run=run, defaults=vars(money))
    for person, organization in background.trains_for.items():
        run.run_trainers.filter(person=person).update(organization=organization)
    after = _told(run)
    changes = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    if changes:
        record(run, "run_details_changed", by=by, changes=changes)
    return run


def _keep_partners(run: CourseRun, partners: Iterable[Organization]) -> None:
    run.partners.all().delete()
    RunPartner.objects.bulk_create(
        RunPartner(run=run, organization=organization, position=position)
        for position, organization in enumerate(partners)
    )


def _told(run: CourseRun) -> dict:
    """What stands now, as plain data."""
    finance = RunFinance.objects.filter(run=run).first() or RunFinance(run=run)
    amounts = {name: f"{getattr(finance, name):.2f}" for name in AMOUNTS}
    words = {name: getattr(finance, name) for name in WORDS}
    return {
        "partners": list(run.partners.values_list("organization", flat=True)),
        "trains_for": dict(
            run.run_trainers.order_by("pk").values_list("person__card_code", "organization")
        ),
        "projects": sorted(run.projects.values_list("code", flat=True)),
        "external_reference": run.external_reference,
        **amounts,
        **words,
    }


AMOUNTS = ("price", "waived", "direct_cost", "in_kind")
WORDS = ("currency", "payer_id", "basis", "waiver_reason", "invoice_reference")
