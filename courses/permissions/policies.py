"""Rows and verbs of each model."""

from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from courses.choices import EnrollmentStatus, UploadKind
from courses.models import (
    Channel,
    CoursePage,
    CourseRun,
    Employment,
    Enrollment,
    PageUpload,
    RunTrainer,
    SessionTrainer,
)
from courses.permissions.roles import (
    area_of,
    is_trainer,
    led_runs,
    manages_all,
    may_see_reach,
    oversees_area,
    provinces_of,
    sees_all,
)


class Policy:
    """Rows and verbs of one model. `run_path` leads from the model to its run."""

    def __init__(self, model: type[Model], run_path: str = ""):
        self.model = model
        self.run_path = run_path

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        """The rows that the user may see; none for strangers."""
        rows = self.model._default_manager.all()
        if sees_all(user):
            return rows
        if oversees_area(user):
            return rows.filter(self.in_area(user) | self.led_by(user))
        if is_trainer(user):
            return rows.filter(self.led_by(user))
        return rows.none()

    def in_area(self, user: AbstractBaseUser) -> Q:
        """Rows of runs in the provinces that the user oversees."""
        prefix = f"{self.run_path}__" if self.run_path else ""
        return Q(**{f"{prefix}province__in": provinces_of(user)})

    def led_by(self, user: AbstractBaseUser) -> Q:
        """Rows of runs that the user planned or trains on, each once: sorting out rows that come
        twice takes PostgreSQL longer than finding them."""
        return Q(**{f"{self.run_path or 'pk'}__in": led_runs(user).values("pk")})

    def may(self, user: AbstractBaseUser, action: str, obj: Model | None = None) -> bool:
        """Whether the user may `view`, `add`, `change` or `delete`; with `obj`, that very row."""
        name = f"{self.model._meta.app_label}.{action}_{self.model._meta.model_name}"
        if not (user.is_active and user.has_perm(name)):
            return False
        if obj is None or sees_all(user):
            return True
        return self.rows_for(user).filter(pk=obj.pk).exists()


class EverybodysPolicy(Policy):
    """Reference rows that hold no personal data: trainers and staff see them all."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = self.model._default_manager.all()
        return rows if may_see_reach(user) or is_trainer(user) else rows.none()


class StaffPolicy(Policy):
    """Rows about the work of staff, for those who see every record."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = self.model._default_manager.all()
        return rows if sees_all(user) else rows.none()


class DevicePolicy(StaffPolicy):
    """Phones: staff see all; a trainer her own ones and those of who trains on her runs."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = self.model._default_manager.all()
        if sees_all(user):
            return rows
        if not is_trainer(user):
            return rows.none()
        theirs = RunTrainer.objects.filter(run__in=led_runs(user).values("pk"))
        theirs = theirs.order_by().values("person__user")
        return rows.filter(Q(user=user) | Q(user__in=theirs))


class PersonPolicy(Policy):
    """Staff see everybody, or whom their provinces have to do with; a trainer sees the people on
    the runs that she leads. A record that was merged into another one, or erased, is in no list;
    staff may still look at it."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        return super().rows_for(user).filter(merged_into=None, erased_at=None)

    def may(self, user: AbstractBaseUser, action: str, obj: Model | None = None) -> bool:
        is_gone = obj is not None and (obj.merged_into_id or obj.erased_at)
        if is_gone and action != "view":
            return False
        return super().may(user, action, obj)

    def may_merge(self, user: AbstractBaseUser) -> bool:
        """Whether the user may decide which records are of one person, and which are not."""
        return manages_all(user) and self.may(user, "change")

    def may_erase(self, user: AbstractBaseUser, person: Model | None = None) -> bool:
        """Whether the user may take away for ever what says who somebody is."""
        return manages_all(user) and self.may(user, "delete", person)

    def led_by(self, user: AbstractBaseUser) -> Q:
        places = Enrollment.objects.filter(run__in=led_runs(user).values("pk"))
        return Q(pk__in=places.order_by().values("person")) | Q(user=user)

    def in_area(self, user: AbstractBaseUser) -> Q:
        """People on runs or trainers of runs in the area, who work there, and those of whom neither
        a run nor a workplace is known yet."""
        area = provinces_of(user)
        ties = (
            (Enrollment.objects, "run__province__in"),
            (RunTrainer.objects, "run__province__in"),
            (Employment.objects, "organization__province__in"),
        )
        found, unknown = Q(), Q()
        for rows, province in ties:
            found |= Q(pk__in=rows.filter(**{province: area}).order_by().values("person"))
            unknown &= ~Exists(rows.filter(person=OuterRef("pk")))
        return found | unknown

    def may_find(self, user: AbstractBaseUser) -> bool:
        """Whether the user may recognize anybody by name or code in order to enrol them: those whom
        she does not see otherwise only as `courses.queries.recognition` tells."""
        return may_see_reach(user) or is_trainer(user)

    def trainers_for(self, user: AbstractBaseUser) -> QuerySet:
        """Whom the user may name as a trainer of a run: staff anybody, others whom they see, who
        trained before, or whose login may plan runs."""
        people = self.model.objects.all()
        if sees_all(user):
            return people
        may_plan = Q(codename="add_courserun", content_type__app_label="courses")
        plans = Permission.objects.filter(may_plan)
        groups = Group.objects.filter(permissions__in=plans)
        return people.filter(
            Q(pk__in=RunTrainer.objects.order_by().values("person"))
            | Q(pk__in=SessionTrainer.objects.order_by().values("person"))
            | Q(user__groups__in=groups)
            | Q(user__user_permissions__in=plans)
            | Q(pk__in=self.rows_for(user).order_by().values("pk"))
        ).distinct()


class EnrollmentPolicy(Policy):
    """Enrolments that were merged into another one are in no list."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        return super().rows_for(user).exclude(status=EnrollmentStatus.MERGED)


class RosterPolicy(Policy):
    """Rosters of runs that the user sees; staff see them all. Each comes once, however many runs
    it has."""

    def in_area(self, user: AbstractBaseUser) -> Q:
        runs = CourseRun.objects.filter(province__in=provinces_of(user), roster__isnull=False)
        return Q(pk__in=runs.order_by().values("roster"))

    def led_by(self, user: AbstractBaseUser) -> Q:
        return Q(pk__in=led_runs(user).filter(roster__isnull=False).values("roster"))


class InvitationPolicy(Policy):
    """What a union is asked and whom it names is seen by those who see everything and by the
    trainers of the run; whoever oversees a province sees there what employers are asked."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = super().rows_for(user)
        if sees_all(user):
            return rows
        return rows.filter(Q(channel=Channel.EMPLOYER) | self.led_by(user))


class SnapshotPolicy(Policy):
    """Frozen reports: whoever sees everything sees them all; staff of some provinces those that
    count nothing but runs of these."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = self.model._default_manager.all()
        if sees_all(user):
            return rows
        area = area_of(user) if oversees_area(user) else frozenset()
        told = rows.filter(area__isnull=False).order_by().values_list("pk", "area")
        return rows.filter(pk__in=[pk for pk, within in told if within and area.issuperset(within)])

    def may_approve(self, user: AbstractBaseUser) -> bool:
        """Whether the user may sign figures for the programme."""
        return sees_all(user) and manages_all(user)


class PublishedYearPolicy(StaffPolicy):
    """Public figures with what they hide: for those who see every record."""

    def may_publish(self, user: AbstractBaseUser) -> bool:
        """Whether the user may prepare, publish and withdraw figures for the programme."""
        return sees_all(user) and manages_all(user)


class CoursePolicy(EverybodysPolicy):
    """Staff change every course; a trainer those with a page that she may edit. She starts a new
    one from the outline in her own branch, so only staff add a course by itself."""

    def may(self, user: AbstractBaseUser, action: str, obj: Model | None = None) -> bool:
        if not super().may(user, action, obj):
            return False
        if action == "view" or manages_all(user):
            return True
        if action == "add":
            return False
        return obj is None or self.changeable_by(user).filter(pk=obj.pk).exists()

    def changeable_by(self, user: AbstractBaseUser) -> QuerySet:
        if manages_all(user):
            return self.model._default_manager.all()
        editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        pages = CoursePage.objects.filter(pk__in=editable.values("pk"))
        return self.model._default_manager.filter(pk__in=pages.values("course"))


class UploadPolicy:
    """Files for pages: whoever may change the lesson, add lessons to the course page, or start
    courses in the branch."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        if not user.is_active:
            return PageUpload.objects.none()
        policy = PagePermissionPolicy()
        may_change, may_add = (
            policy.instances_user_has_permission_for(user, verb) for verb in ("change", "add")
        )
        kinds = [UploadKind.LESSON]
        if user.has_perm("courses.add_course"):
            kinds.append(UploadKind.COURSE)
        return PageUpload.objects.filter(
            Q(kind=UploadKind.QUESTIONS, page__in=may_change.values("pk"))
            | Q(kind__in=kinds, page__in=may_add.values("pk"))
        )

    def may_use(self, user: AbstractBaseUser, page: Page, kind: str) -> bool:
        """Whether the user may make something of a file for this very page."""
        may = page.permissions_for_user(user)
        if kind == UploadKind.COURSE:
            return user.has_perm("courses.add_course") and may.can_add_subpage()
        if kind == UploadKind.LESSON:
            return may.can_add_subpage()
        return may.can_edit() and not may.page_locked()
