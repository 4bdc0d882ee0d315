"""Merges of two records of one person, pairs known to be two people, and pairs to look at."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PersonMergeQuerySet(models.QuerySet):
    def standing(self):
        """Merges that nobody has undone."""
        return self.filter(undone_at=None)

    def touching(self, *people):
        """Merges in which one of these people took part, on either side."""
        return self.filter(Q(kept__in=people) | Q(absorbed__in=people))


class PersonMerge(models.Model):
    """One merge: `absorbed` became part of `kept`.

    `changes` lists every row that was written, in order, as `{"model", "pk", "before", "after"}`:
    see `courses.actions.ledger`. Personal data: what stood in those rows; kept as long as the two
    people, so that the merge can be undone.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kept = models.ForeignKey("courses.Person", models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey("courses.Person", models.PROTECT, related_name="absorptions")
    merged_at = models.DateTimeField(_("merged"), default=timezone.now)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changes = models.JSONField(default=list)

    objects = PersonMergeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("merge of two people")
        verbose_name_plural = _("merges of people")
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("absorbed")), name="merge_joins_two_people"),
            models.UniqueConstraint(
                fields=["absorbed"],
                condition=Q(undone_at=None),
                name="person_is_absorbed_once_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.absorbed} → {self.kept}"


class DistinctPair(models.Model):
    """Two people who look alike and are not the same; `first` has the smaller id.

    Personal data: that two people were compared, by whom and when; kept as long as both.
    """

    first = models.ForeignKey("courses.Person", models.CASCADE, related_name="distinct_after")
    second = models.ForeignKey("courses.Person", models.CASCADE, related_name="distinct_before")
    decided_at = models.DateTimeField(_("decided"), default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("pair that is not the same person")
        verbose_name_plural = _("pairs that are not the same person")
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="distinct_pair_is_ordered"
            ),
            models.UniqueConstraint(fields=["first", "second"], name="distinct_pair_once"),
        ]

    def __str__(self):
        return f"{self.first} ≠ {self.second}"


class DuplicateCandidateQuerySet(models.QuerySet):
    def undecided(self):
        """Pairs of records that both count and of which nobody said that they are two people."""
        here = Q(first__merged_into=None, second__merged_into=None)
        answers = DistinctPair.objects.filter(first=OuterRef("first"), second=OuterRef("second"))
        return self.filter(here).exclude(Exists(answers))

    def in_order_of_review(self):
        """The likeliest first; what was put off comes last, the longest ago before the rest."""
        return self.order_by(F("put_off_at").asc(nulls_first=True), "-bits", "pk")


class DuplicateCandidate(models.Model):
    """Two records that may be of one person and wait for somebody to look; `first` has the smaller
    id. What was decided stands with the two people, as a merge or a pair that is distinct.

    `bits` is log2 of the odds that they are one, `reasons` are codes of `MatchReason`.
    Personal data: that two people look alike; kept as long as both, and while they do.
    """

    first = models.ForeignKey("courses.Person", models.CASCADE, related_name="alike_after")
    second = models.ForeignKey("courses.Person", models.CASCADE, related_name="alike_before")
    bits = models.FloatField(_("how likely"))
    reasons = models.JSONField(_("reasons"), default=list)
    found_at = models.DateTimeField(_("found"), default=timezone.now)
    put_off_at = models.DateTimeField(_("put off"), null=True, blank=True)

    objects = DuplicateCandidateQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("pair that may be the same person")
        verbose_name_plural = _("pairs that may be the same person")
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="candidate_pair_is_ordered"
            ),
            models.UniqueConstraint(fields=["first", "second"], name="candidate_pair_once"),
        ]
        indexes = [models.Index(fields=["put_off_at", "-bits"], name="candidate_in_order")]

    def __str__(self):
        return f"{self.first} ? {self.second}"
