"""Who may do what, and which rows a person sees: one policy per model, used by every screen."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.permission_policies.pages import PagePermissionPolicy

from courses import conf
from courses.choices import UNIONS, EnrollmentStatus, RunStatus
from courses.models import (
    Channel,
    Completion,
    ConsentNotice,
    Course,
    CoursePage,
    CourseRun,
    DeliveryPattern,
    Employment,
    Enrollment,
    ExportLog,
    Invitation,
    LookUp,
    Message,
    MessageTemplate,
    Organization,
    Outcome,
    Person,
    PersonPhone,
    Project,
    Province,
    PublicHoliday,
    RunTrainer,
    Session,
    SessionEvidence,
    SessionTrainer,
    StaffArea,
    Topic,
    Venue,
)


def sees_all(user: AbstractBaseUser) -> bool:
    """Programme staff see every record of the training."""
    return user.is_active and user.has_perm("courses.see_all_training")


def oversees_area(user: AbstractBaseUser) -> bool:
    """Staff of some provinces see the training of these, and what they lead or planned."""
    return user.is_active and user.has_perm("courses.see_area_training") and not sees_all(user)


def provinces_of(user: AbstractBaseUser) -> QuerySet:
    """The provinces that a user with an area oversees; none where nobody named any."""
    named = StaffArea.provinces.through.objects.filter(staffarea__user=user)
    return Province.objects.filter(pk__in=named.values("province")).order_by()


def area_of(user: AbstractBaseUser) -> frozenset[str] | None:
    """The codes of the provinces whose runs the user may see and count; None means all."""
    if sees_all(user):
        return None
    return frozenset(provinces_of(user).values_list("pk", flat=True))


def stood_in(user: AbstractBaseUser) -> QuerySet:
    """The runs in which the user trains in a session that is not hers as a trainer of the run."""
    named = SessionTrainer.objects.filter(person__user=user)
    return named.order_by().values("session__run")


def manages_all(user: AbstractBaseUser) -> bool:
    return user.is_active and user.has_perm("courses.manage_all_training")


def is_trainer(user: AbstractBaseUser) -> bool:
    """Trainers may plan runs and see the runs that they train on or planned."""
    return user.is_active and user.has_perm("courses.add_courserun")


def may_see_reach(user: AbstractBaseUser) -> bool:
    """Whether the user may see figures: of everything, or of her provinces."""
    return sees_all(user) or oversees_area(user)


def may_keep_money(user: AbstractBaseUser) -> bool:
    """Whether the user keeps partners, projects and money of runs; trainers of a run read them."""
    return sees_all(user) and manages_all(user)


def may_mend(user: AbstractBaseUser) -> bool:
    """Whether the user sees the board of what waits to be mended in everybody's records."""
    return sees_all(user) and manages_all(user)


def may_export(user: AbstractBaseUser) -> bool:
    """Whether the user may take the rows that she sees away as a file."""
    return may_see_reach(user) and user.has_perm("courses.export_training")


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
            led = rows.filter(self.led_by(user)).order_by().values("pk")
            return rows.filter(self.in_area(user) | Q(pk__in=led))
        if is_trainer(user):
            return rows.filter(self.led_by(user)).distinct()
        return rows.none()

    def in_area(self, user: AbstractBaseUser) -> Q:
        """Rows of runs in the provinces that the user oversees."""
        prefix = f"{self.run_path}__" if self.run_path else ""
        return Q(**{f"{prefix}province__in": provinces_of(user)})

    def led_by(self, user: AbstractBaseUser) -> Q:
        prefix = f"{self.run_path}__" if self.run_path else ""
        led = Q(**{f"{prefix}owner": user}) | Q(**{f"{prefix}run_trainers__person__user": user})
        return led | Q(**{f"{self.run_path or 'pk'}__in": stood_in(user)})

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
        runs = CourseRun.objects.led_by(user)
        return Q(enrollments__run__in=runs) | Q(user=user)

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


class ContactPolicy:
    """Who sees phones and e-mails. Staff do; staff of some provinces of the people there. A trainer
    sees those of people who have a place on a run of hers, until some days after its last day, and
    her own."""

    def may_see(self, user: AbstractBaseUser, obj: Person | CourseRun) -> bool:
        """Those of a person, or those that a list for the run holds."""
        rows = self.runs_for(user) if isinstance(obj, CourseRun) else self.people_for(user)
        return rows.filter(pk=obj.pk).exists()

    def runs_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = runs.rows_for(user)
        if sees_all(user):
            return rows
        last = timezone.localdate() - timedelta(days=conf.get("COURSES_CONTACTS_SHOWN_DAYS"))
        shown = Q(ends_on__gte=last) | Q(ends_on=None, status=RunStatus.PLANNED)
        return (
            rows.filter(shown | runs.in_area(user)) if oversees_area(user) else rows.filter(shown)
        )

    def people_for(self, user: AbstractBaseUser) -> QuerySet:
        if sees_all(user):
            return Person.everybody.all()
        gone = (EnrollmentStatus.WITHDRAWN, EnrollmentStatus.DECLINED)
        places = Enrollment.objects.standing().exclude(status__in=gone)
        places = places.filter(run__in=self.runs_for(user).order_by().values("pk"))
        shown = Q(pk__in=places.order_by().values("person")) | Q(user=user)
        if oversees_area(user):
            shown |= people.in_area(user)
        return people.rows_for(user).filter(shown)

    def phones_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = PersonPhone.objects.all()
        if sees_all(user):
            return rows
        return rows.filter(person__in=self.people_for(user).order_by().values("pk"))


def jobs_for(user: AbstractBaseUser) -> QuerySet:
    """Employments that the user may see of people whom she sees. Who works for a union is told to
    staff, and to the trainer of a run on which the person was for that union."""
    rows = Employment.objects.all()
    if may_see_reach(user):
        return rows
    told = Enrollment.objects.filter(run__in=CourseRun.objects.led_by(user).values("pk"))
    told = told.filter(person=OuterRef("person"), employer=OuterRef("organization"))
    return rows.filter(~Q(organization__kind__in=UNIONS) | Exists(told))


class EnrollmentPolicy(Policy):
    """Enrolments that were merged into another one are in no list."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        return super().rows_for(user).exclude(status=EnrollmentStatus.MERGED)


class InvitationPolicy(Policy):
    """What a union is asked and whom it names is seen by those who see everything and by the
    trainers of the run; whoever oversees a province sees there what employers are asked."""

    def rows_for(self, user: AbstractBaseUser) -> QuerySet:
        rows = super().rows_for(user)
        if sees_all(user):
            return rows
        led = self.model._default_manager.filter(self.led_by(user)).order_by().values("pk")
        return rows.filter(Q(channel=Channel.EMPLOYER) | Q(pk__in=led))


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


runs = Policy(CourseRun)
sessions = Policy(Session, run_path="run")
enrollments = EnrollmentPolicy(Enrollment, run_path="run")
evidence = Policy(SessionEvidence, run_path="session__run")
completions = Policy(Completion, run_path="enrollment__run")
invitations = InvitationPolicy(Invitation, run_path="run")
people = PersonPolicy(Person)
contacts = ContactPolicy()
organizations = EverybodysPolicy(Organization)
venues = EverybodysPolicy(Venue)
courses = CoursePolicy(Course)
topics = EverybodysPolicy(Topic)
notices = EverybodysPolicy(ConsentNotice)
messages = Policy(Message, run_path="run")
message_words = EverybodysPolicy(MessageTemplate)
exports = StaffPolicy(ExportLog)
look_ups = StaffPolicy(LookUp)
areas = StaffPolicy(StaffArea)
outcomes = EverybodysPolicy(Outcome)
patterns = EverybodysPolicy(DeliveryPattern)
holidays = EverybodysPolicy(PublicHoliday)
projects = EverybodysPolicy(Project)
