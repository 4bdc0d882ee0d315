"""Who may do what, and which rows a person sees: one policy per model, used by every screen."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from courses import conf
from courses.choices import UNIONS, EnrollmentStatus, RunStatus
from courses.models import (
    ActionEvidence,
    Completion,
    ConsentNotice,
    Course,
    CourseMaterial,
    CourseRun,
    DeliveryPattern,
    Device,
    Employment,
    Enrollment,
    ExportLog,
    FactoryAction,
    Invitation,
    KnowledgeTest,
    LookUp,
    Message,
    MessageTemplate,
    Organization,
    Outcome,
    Person,
    PersonPhone,
    Phase,
    Project,
    PublicHoliday,
    PublishedYear,
    QuarantinedEvent,
    ReportSchedule,
    ReportSnapshot,
    ReportTemplate,
    Roster,
    RosterMember,
    Session,
    SessionEvidence,
    StaffArea,
    TargetSet,
    Topic,
    Venue,
)
from courses.permissions.policies import (
    CoursePolicy,
    DevicePolicy,
    EnrollmentPolicy,
    EverybodysPolicy,
    InvitationPolicy,
    PersonPolicy,
    Policy,
    PublishedYearPolicy,
    RosterPolicy,
    SnapshotPolicy,
    StaffPolicy,
    UploadPolicy,
)
from courses.permissions.roles import (
    area_of,
    is_trainer,
    led_runs,
    manages_all,
    may_change_rules,
    may_export,
    may_keep_money,
    may_mend,
    may_see_reach,
    oversees_area,
    provinces_of,
    sees_all,
)

__all__ = [
    "EverybodysPolicy",
    "Policy",
    "StaffPolicy",
    "area_of",
    "is_trainer",
    "manages_all",
    "may_change_rules",
    "may_export",
    "may_keep_money",
    "may_mend",
    "may_see_reach",
    "oversees_area",
    "provinces_of",
    "sees_all",
]


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
    told = Enrollment.objects.filter(run__in=led_runs(user).values("pk"))
    told = told.filter(person=OuterRef("person"), employer=OuterRef("organization"))
    return rows.filter(~Q(organization__kind__in=UNIONS) | Exists(told))


runs = Policy(CourseRun)
sessions = Policy(Session, run_path="run")
enrollments = EnrollmentPolicy(Enrollment, run_path="run")
evidence = Policy(SessionEvidence, run_path="session__run")
factory_actions = Policy(FactoryAction, run_path="run")
action_files = Policy(ActionEvidence, run_path="action__run")
devices = DevicePolicy(Device)
aside = Policy(QuarantinedEvent, run_path="session__run")
completions = Policy(Completion, run_path="enrollment__run")
invitations = InvitationPolicy(Invitation, run_path="run")
people = PersonPolicy(Person)
contacts = ContactPolicy()
organizations = EverybodysPolicy(Organization)
rosters = RosterPolicy(Roster, run_path="runs")
roster_members = StaffPolicy(RosterMember)
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
materials = EverybodysPolicy(CourseMaterial)
tests = EverybodysPolicy(KnowledgeTest)
patterns = EverybodysPolicy(DeliveryPattern)
holidays = EverybodysPolicy(PublicHoliday)
projects = EverybodysPolicy(Project)
snapshots = SnapshotPolicy(ReportSnapshot)
uploads = UploadPolicy()
numbers = PublishedYearPolicy(PublishedYear)
phases = EverybodysPolicy(Phase)
targets = EverybodysPolicy(TargetSet)
report_templates = EverybodysPolicy(ReportTemplate)
report_schedules = StaffPolicy(ReportSchedule)
