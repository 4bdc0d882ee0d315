"""People who take part or train, their phones and jobs; a login is optional."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from courses.choices import ReadsKhmer, Role, Sex


class PersonQuerySet(models.QuerySet):
    def in_reading_order(self):
        """Sorted as Khmer readers expect, on every database."""
        return self.order_by("sort_key", "pk")


class CanonicalManager(models.Manager.from_queryset(PersonQuerySet)):
    """Leaves out people whose record was merged into another one, or erased."""

    def get_queryset(self):
        return super().get_queryset().filter(merged_into=None, erased_at=None)


class Person(ClusterableModel):
    """One human being, counted once.

    Personal data: names, sex, year of birth, e-mail, reading ability; kept for the training
    record. Names stay as given; the keys beside them serve search and sorting only.

    `objects` are the people who can be found. A record that was merged into another one, or erased,
    stays as a row, which only `everybody` (and Django's own machinery) finds. `compared_at` says
    when the record was compared with all others for duplicates; nothing yet for a new one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="training_person",
        verbose_name=_("login"),
    )
    card_code = models.CharField(_("card code"), max_length=16, unique=True)
    name_km = models.CharField(_("Khmer name"), max_length=150, blank=True)
    family_name_latin = models.CharField(_("family name, Latin"), max_length=100, blank=True)
    given_name_latin = models.CharField(_("given name, Latin"), max_length=100, blank=True)
    known_as = models.CharField(_("known as"), max_length=100, blank=True)
    title = models.CharField(pgettext_lazy("before a name", "title"), max_length=40, blank=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex.choices, default=Sex.NOT_STATED)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    birth_year_is_estimated = models.BooleanField(_("year of birth is estimated"), default=False)
    email = models.EmailField(_("e-mail"), blank=True)
    reads_khmer = models.CharField(
        _("reads Khmer"), max_length=16, choices=ReadsKhmer.choices, blank=True
    )
    key_km = models.CharField(max_length=200, editable=False, blank=True, db_index=True)
    key_latin = models.CharField(max_length=220, editable=False, blank=True)
    key_sound = models.CharField(max_length=100, editable=False, blank=True, db_index=True)
    sort_key = models.CharField(max_length=600, editable=False, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        related_name="merged_people",
        verbose_name=_("merged into"),
    )
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    compared_at = models.DateTimeField(null=True, editable=False)

    everybody = PersonQuerySet.as_manager()
    objects = CanonicalManager()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name_km="", family_name_latin="", given_name_latin="")
                | models.Q(erased_at__isnull=False),
                name="person_has_a_name",
                violation_error_message=_("Give a Khmer name or a Latin name."),
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")),
                name="person_is_not_merged_into_itself",
            ),
        ]
        indexes = [
            models.Index(
                fields=["merged_into"],
                condition=models.Q(merged_into__isnull=False),
                name="person_merged",
            ),
            models.Index(
                fields=[
                    "sort_key",
                    "id",
                    "merged_into",
                    "erased_at",
                    "key_km",
                    "key_latin",
                    "family_name_latin",
                    "given_name_latin",
                ],
                condition=models.Q(merged_into=None),
                name="person_search",
            ),
            models.Index(
                fields=["id"],
                condition=models.Q(compared_at=None, merged_into=None),
                name="person_not_compared",
            ),
        ]

    def clean(self):
        """Forms do not show `erased_at`, so they leave the constraint out."""
        names = (self.name_km, self.family_name_latin, self.given_name_latin)
        if not any(names) and not self.erased_at:
            raise ValidationError(_("Give a Khmer name or a Latin name."))

    @property
    def name_latin(self):
        return f"{self.family_name_latin} {self.given_name_latin}".strip()

    @property
    def name(self):
        """The name as shown in lists: Khmer where there is one, else Latin."""
        if self.erased_at:
            return gettext("Erased person")
        return self.name_km or self.name_latin

    def called_in(self, language: str) -> str:
        """How a page greets her: never by a guessed part of the Khmer name."""
        if self.known_as or not language.startswith("km"):
            return self.known_as or self.given_name_latin or self.name
        return self.name

    @property
    def canonical(self):
        """The record that counts: this one, or the one it was merged into."""
        return self.merged_into or self

    def __str__(self):
        return f"{self.name} ({self.card_code})"


class PersonPhone(models.Model):
    """A phone number of a person. Personal data: the number; a number may be shared.

    Rows of a person are edited with her; `person.phones.create` would only prepare one.
    """

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="phones")
    raw = models.CharField(_("as written"), max_length=60)
    e164 = models.CharField(_("international form"), max_length=20, blank=True, db_index=True)
    is_shared = models.BooleanField(_("others use this phone too"), default=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("phone")
        verbose_name_plural = _("phones")
        constraints = [
            models.UniqueConstraint(fields=["person", "raw"], name="phone_once_per_person")
        ]

    def __str__(self):
        return self.e164 or self.raw


class Employment(models.Model):
    """Where a person works or worked, and as what. Personal data: employee number."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="employments")
    organization = models.ForeignKey(
        "courses.Organization",
        models.PROTECT,
        related_name="employments",
        verbose_name=_("organization"),
    )
    role = models.CharField(_("role"), max_length=30, choices=Role.choices, blank=True)
    employee_number = models.CharField(_("employee number"), max_length=40, blank=True)
    section = models.CharField(_("section or line"), max_length=60, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        indexes = [
            models.Index(fields=["organization", "employee_number"], name="employment_number"),
            models.Index(fields=["employee_number"], name="employment_of_number"),
        ]

    def __str__(self):
        return f"{self.person} – {self.organization}"
