"""Who may see and handle certificates."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, Q, QuerySet

from certificates.models import Certificate, Design, HeldCertificate
from courses.choices import EnrollmentStatus
from courses.permissions import Policy, StaffPolicy, is_trainer, may_see_reach, sees_all


class CertificatePolicy(Policy):
    """Staff see all, trainers those of their runs, everybody with a login her own."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        if may_see_reach(user) or is_trainer(user):
            return super().rows_for(user)
        if user.is_authenticated and user.is_active:
            return self.model._default_manager.filter(person__user=user)
        return self.model._default_manager.none()

    def led_by(self, user: AbstractBaseUser) -> Q:
        return super().led_by(user) | Q(person__user=user)


class DuePolicy(CertificatePolicy):
    """The list of refreshers that are due is the work of the office: it shows other runs too."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = super().rows_for(user)
        return rows if may_see_reach(user) else rows.none()

    def may(self, user: AbstractBaseUser, action: str, obj: Model | None = None) -> bool:
        return may_see_reach(user) and super().may(user, action, obj)


class HeldPolicy(Policy):
    """What stands in the way of a certificate, but for enrolments merged into another one."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        merged = EnrollmentStatus.MERGED
        return super().rows_for(user).exclude(completion__enrollment__status=merged)


def may_issue_for_years(user: AbstractBaseUser) -> bool:
    """A yearly statement tells of runs in every province, so whoever issues it sees them all."""
    return sees_all(user) and certificates.may(user, "add")


certificates = CertificatePolicy(Certificate, run_path="enrollment__run")
due = DuePolicy(Certificate, run_path="enrollment__run")
held = HeldPolicy(HeldCertificate, run_path="completion__enrollment__run")
designs = StaffPolicy(Design)
