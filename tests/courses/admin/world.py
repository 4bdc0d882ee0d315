"""One run with everything that belongs to it, by the names of the viewsets."""

from datetime import date, time
from types import SimpleNamespace

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from courses.models import (
    Completion,
    ConsentNotice,
    DeliveryPattern,
    Device,
    Employment,
    ExportLog,
    LookUp,
    MessageTemplate,
    Outcome,
    PatternSlot,
    PersonPhone,
    Phase,
    Project,
    PublicHoliday,
    PublishedYear,
    ReportSchedule,
    ReportSnapshot,
    ReportTemplate,
    Roster,
    StaffArea,
    TargetSet,
)
from courses.queries.public_numbers import public_content, year_counts
from courses.queries.reach import Report
from courses.queries.snapshots import content_of
from courses.rules.indicators import REGISTER
from courses.rules.kept_ids import Kept, pack
from courses.rules.public_numbers import as_plain, cube_of
from courses.rules.reach import Filters
from courses.rules.suppression import publish
from tests.conftest import a_trainer, user_in
from tests.courses.published import frozen, report_of
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    FactoryActionFactory,
    KnowledgeTestFactory,
    MessageFactory,
    NominationFactory,
    PersonFactory,
    SessionFactory,
    TopicFactory,
    UserFactory,
    VenueFactory,
)

#: Names of the viewsets, as in addresses.
NOUNS = (
    "runs",
    "sessions",
    "enrolments",
    "actions",
    "people",
    "organizations",
    "venues",
    "courses",
    "topics",
    "outcomes",
    "patterns",
    "materials",
    "tests",
    "projects",
    "holidays",
    "phases",
    "targets",
    "report_templates",
    "report_schedules",
    "notices",
    "messages",
    "words",
    "files",
    "snapshots",
    "numbers",
    "lookups",
    "phones",
    "invitations",
    "rosters",
    "roster_members",
)
#: Rows that belong to a run, so that a trainer may see some and not others.
SCOPED = NOUNS[:5]
#: How many a list takes, however long it is. Words of messages are not among them: they have one
#: row for each kind.
QUERIES = {
    "runs": 17,
    "sessions": 12,
    "enrolments": 12,
    "actions": 13,
    "people": 12,
    "organizations": 13,
    "venues": 11,
    "courses": 12,
    "topics": 10,
    "outcomes": 10,
    "patterns": 12,
    "materials": 11,
    "projects": 10,
    "holidays": 10,
    "notices": 10,
    "files": 10,
    "snapshots": 10,
    "numbers": 10,
    "lookups": 10,
    "phones": 10,
    "invitations": 10,
    "messages": 12,
    "rosters": 10,
    "roster_members": 11,
}


def list_of(noun):
    return reverse(f"training_{noun}:index")


def make_world(trainer=None):
    roster = Roster.objects.create(name_en="Contact group")
    run = CourseRunFactory(roster=roster)
    run.run_trainers.create(person=trainer or PersonFactory(), is_lead=True)
    session = SessionFactory(run=run, status="held")
    enrollment = EnrollmentFactory(run=run)
    AttendanceFactory(session=session, enrollment=enrollment)
    Completion.objects.create(
        enrollment=enrollment, is_met=True, met_on=session.day, credited_minutes=180
    )
    person = enrollment.person
    Employment.objects.create(person=person, organization=enrollment.employer, role="worker")
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
    person.consents.create(kind="public_name", is_given=True)
    return SimpleNamespace(
        runs=run,
        sessions=session,
        enrolments=enrollment,
        actions=FactoryActionFactory(run=run),
        people=person,
        organizations=run.host,
        invitations=NominationFactory(
            invitation__run=run, invitation__contact_name="Ms Tep"
        ).invitation,
        venues=run.venue or VenueFactory(),
        courses=run.course,
        topics=TopicFactory(),
        outcomes=Outcome.objects.create(slug=f"outcome-{run.pk}", name_en="Fair work"),
        patterns=make_pattern(run.course),
        materials=run.course.materials.create(
            title_en=f"Guide of {run.code}", page=Page.objects.get(depth=1)
        ),
        tests=KnowledgeTestFactory(course=run.course),
        projects=Project.objects.create(code=f"P{run.pk}", name_en="Fair work", donor=run.host),
        holidays=PublicHoliday.objects.create(
            name_en=f"Holiday {run.pk}", starts_on=session.day, ends_on=session.day
        ),
        phases=Phase.objects.create(
            code=f"PH{run.pk}",
            name_en="First phase",
            starts_on=date(2001 + run.pk % 90, 1, 1),
            ends_on=date(2001 + run.pk % 90, 6, 30),
        ),
        targets=TargetSet.objects.create(name_en=f"Targets {run.pk}"),
        report_templates=(template := make_template(run)),
        report_schedules=ReportSchedule.objects.create(
            template=template, begins_on=session.day, folder="donor"
        ),
        areas=StaffArea.objects.create(user=UserFactory()),
        rosters=roster,
        roster_members=roster.members.create(person=PersonFactory()),
        phones=Device.objects.create(
            user=UserFactory(), label="Android · Chrome", last_seen=session.starts_at
        ),
        lookups=LookUp.objects.create(user=UserFactory(), day=session.day, times=3, people=4),
        snapshots=make_snapshot(run),
        numbers=make_numbers(),
        files=ExportLog.objects.create(what="people", file_format="csv", purpose="quality"),
        messages=MessageFactory(enrollment=enrollment, status="failed"),
        words=MessageTemplate.objects.first(),
        notices=ConsentNotice.objects.create(
            kind="photo", version=100 + run.pk, text_en=f"Words of {run.code}."
        ),
    )


def make_own():
    """Logins of staff and of a trainer, and records of a run that she leads."""
    trainer = a_trainer()
    return SimpleNamespace(
        staff_user=user_in("Programme staff", username="staff"),
        trainer_user=trainer,
        own=make_world(trainer.training_person),
    )


def make_template(run):
    template = ReportTemplate.objects.create(name=f"Template {run.pk}", title_en="For the donor")
    template.figures.create(indicator="R9")
    template.tables.create(dimension="sex")
    template.filters.create(part=f"course:{run.course_id}")
    template.save()
    return template


def make_snapshot(run):
    """An empty report of the province of the run, as its staff freeze it."""
    moment = timezone.localtime()
    filters = Filters(run.starts_on, run.starts_on, area=frozenset([run.province_id]))
    every = [(REGISTER[code], "", 0) for code in ("R1", "R2", "R3", "R8", "R9")]
    return ReportSnapshot.objects.create(
        title=f"Report with {run.code}",
        starts_on=run.starts_on,
        ends_on=run.starts_on,
        area=[run.province_id],
        as_at=moment,
        content=content_of(Report(filters, moment), every),
        kept=pack(Kept()),
    )


def make_numbers():
    """An edition of a year in which nobody came, prepared and not published."""
    snapshot = ReportSnapshot.objects.filter(area__isnull=True).first() or frozen(report_of([]))
    publication = publish(cube_of(year_counts(snapshot)))
    return PublishedYear.objects.create(
        year=2025,
        edition=PublishedYear.objects.count() + 1,
        snapshot=snapshot,
        content=public_content(snapshot, publication),
        proof=as_plain(publication),
    )


def make_pattern(course):
    pattern = DeliveryPattern.objects.create(course=course, name_en="One morning")
    PatternSlot.objects.create(pattern=pattern, starts=time(8), ends=time(11))
    return pattern
