"""What belongs to a run beside its sessions: trainers, partners, money, seats that are kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.choices import PriceBasis


class RunTrainer(models.Model):
    """A trainer of a run, and for whom the person trains at that time.

    Personal data: who trained.
    """

    run = models.ForeignKey("courses.CourseRun", models.CASCADE, related_name="run_trainers")
    person = models.ForeignKey("courses.Person", models.PROTECT, related_name="run_trainings")
    is_lead = models.BooleanField(_("leads the run"), default=False)
    organization = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("trains for"),
    )

    class Meta:
        ordering = ["-is_lead", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], name="trainer_once_per_run"),
            models.UniqueConstraint(
                fields=["run"],
                condition=models.Q(is_lead=True),
                name="one_lead_trainer_per_run",
            ),
        ]


class RunPartner(models.Model):
    """An organization that delivers a run together with the host; its logo is printed.

    Personal data: none.
    """

    run = models.ForeignKey("courses.CourseRun", models.CASCADE, related_name="partners")
    organization = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        related_name="partnerships",
        verbose_name=_("organization"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("partner of a run")
        verbose_name_plural = _("partners of runs")
        constraints = [
            models.UniqueConstraint(fields=["run", "organization"], name="partner_once_per_run")
        ]

    def __str__(self):
        return str(self.organization)


class RunFinance(models.Model):
    """What a run costs and who pays. Amounts are in the currency of the row; what was waived is
    part of the price, what was given in kind is not. Personal data: none."""

    run = models.OneToOneField("courses.CourseRun", models.CASCADE, related_name="finance")
    currency = models.CharField(_("currency"), max_length=3, default="USD")
    payer = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who pays"),
    )
    price = models.DecimalField(_("price"), max_digits=12, decimal_places=2, default=0)
    basis = models.CharField(
        _("the price is"), max_length=10, choices=PriceBasis.choices, default=PriceBasis.FLAT
    )
    waived = models.DecimalField(_("waived"), max_digits=12, decimal_places=2, default=0)
    waiver_reason = models.CharField(_("why it was waived"), max_length=200, blank=True)
    invoice_reference = models.CharField(_("invoice"), max_length=60, blank=True)
    direct_cost = models.DecimalField(_("direct cost"), max_digits=12, decimal_places=2, default=0)
    in_kind = models.DecimalField(
        _("given in kind"),
        max_digits=12,
        decimal_places=2,
        default=0,
        help_text=_("Rooms, meals or working time that others gave. Never part of the income."),
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("money of a run")
        verbose_name_plural = _("money of runs")
        constraints = [
            models.CheckConstraint(
                condition=Q(price__gte=0, waived__gte=0, direct_cost__gte=0, in_kind__gte=0),
                name="amounts_are_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(waived=0) | ~Q(waiver_reason=""), name="waiver_says_why"
            ),
        ]

    def __str__(self):
        return f"{self.run}: {self.price} {self.currency}"


class SeatReservation(models.Model):
    """Seats of a run kept for people of an organization, who are named later. After `until` nobody
    waits for them any more. Personal data: none."""

    run = models.ForeignKey("courses.CourseRun", models.CASCADE, related_name="reservations")
    organization = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        related_name="reservations",
        verbose_name=_("organization"),
    )
    seats = models.PositiveSmallIntegerField(_("seats"))
    until = models.DateField(_("kept until"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("kept seats")
        verbose_name_plural = _("kept seats")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "organization"], name="seats_kept_once_per_organization"
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="some_seats_are_kept"),
        ]

    def __str__(self):
        return f"{self.organization} – {self.run}"
