"""A mass event of the demo: heads are counted and nobody's name is taken; one is passed on."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from courses import models
from courses.actions.evidence import keep_evidence
from courses.actions.headcounts import Heads, count_heads
from courses.actions.planning import plan_run
from courses.actions.runs import RunDetails
from courses.choices import EnrollmentPolicy, EvidenceKind, OrganizationKind, Role
from courses.queries.headcounts import certified_trainers
from courses.rules.schedule import Slot

PHOTO = Path(__file__).parent / "content" / "heat" / "cover.png"
EVENTS = (
    (40, (Heads(Role.WORKER, women=412, men=71), Heads(unknown=25))),
    (
        12,
        (Heads(Role.WORKER, women=208, men=33, another=1), Heads(Role.SUPERVISOR, women=6, men=4)),
    ),
)


def write_events(today: date, trainer: models.Person, *, by) -> list[models.CourseRun]:
    """Awareness events at two factories, some days ago, for an hour each: one with a picture, one
    led by somebody who completed a course for trainers, where there is one."""
    course = models.Course.objects.create(
        code="MASS",
        title_en="Awareness event",
        title_km="កម្មវិធីផ្សព្វផ្សាយ",
        audience=[Role.WORKER],
        planned_minutes=60,
        gives_certificate=False,
    )
    course.topics.set(models.Topic.objects.all()[:1])
    hosts = models.Organization.objects.filter(kind=OrganizationKind.FACTORY).order_by("pk")
    runs = [
        _event(course, host, today - timedelta(days=days), trainer, by)
        for host, (days, _heads) in zip(hosts[: len(EVENTS)], EVENTS, strict=True)
    ]
    certified = certified_trainers().order_by("pk").first()
    led_by = (None, certified)
    for run, (_days, heads), cascade_of in zip(runs, EVENTS, led_by, strict=True):
        count_heads(run.sessions.get(), heads, by=by, cascade_of=cascade_of)
    with PHOTO.open("rb") as file:
        keep_evidence(runs[0].sessions.get(), file, EvidenceKind.PHOTO, by=by)
    return runs


def _event(course, host, day, trainer, by) -> models.CourseRun:
    starts = datetime.combine(day, time(11))
    slot = Slot(starts, starts + timedelta(hours=1), counts_heads=True)
    details = RunDetails(
        host=host,
        province=host.province,
        enrollment_policy=EnrollmentPolicy.INVITATION,
        is_listed=False,
    )
    return plan_run(course, details, [slot], [trainer], by=by)
