"""Every address of our own screens, and a world with an own and a foreign object for each."""

from dataclasses import dataclass, field, replace
from io import BytesIO
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.models import Locale, Site

from certificates.actions.certificates import issue_certificate
from certificates.views.files import DownloadView
from courses.actions.evidence import keep_evidence
from courses.actions.factory_actions import keep_action_file
from courses.actions.feedback import open_feedback
from courses.actions.imports import preview_participant_list
from courses.actions.knowledge_opening import open_test
from courses.choices import Moment
from courses.models import CataloguePage, Channel, CoursePage, LessonPage, QuizAttempt
from courses.rules.starting_rubrics import starting_rubric
from courses.views.base import RunView, SalaView, SessionView
from courses.views.enrol import RunForEverybody
from courses.views.paper import PersonCard
from tests.certificates.factories import met_completion
from tests.courses.adapters.printing.samples import picture
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    FactoryActionFactory,
    InvitationFactory,
    MessageFactory,
    NominationFactory,
    PassportShareFactory,
    PersonFactory,
    SessionFactory,
)
from tests.knowledge import asking

NAMESPACES = ("courses", "certificates")
LIST = "No.,Khmer name,Latin name,Sex\n1,ទេព សុវណ្ណារី,Tep Sovannary,F\n".encode()


@dataclass(frozen=True)
class Door:
    """One address: its name, its view and the names of its parameters."""

    name: str
    view: type
    parameters: tuple[str, ...]

    def __str__(self):
        return self.name

    def url(self, keys: dict) -> str:
        return reverse(self.name, kwargs={name: keys[name] for name in self.parameters})


def our_doors() -> list[Door]:
    """All addresses of our namespaces, in every depth of the URL configuration."""
    return sorted(_doors(get_resolver().url_patterns, ""), key=str)


def _doors(patterns, namespace):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _doors(pattern.url_patterns, pattern.namespace or namespace)
        elif isinstance(pattern, URLPattern) and namespace in NAMESPACES:
            yield Door(
                f"{namespace}:{pattern.name}",
                getattr(pattern.callback, "view_class", None),
                tuple(pattern.pattern.converters),
            )


@dataclass
class Things:
    """A run with all that hangs on it."""

    run: object
    session: object
    enrollment: object
    batch: object
    certificate: object
    nominations: dict
    evidence: object
    message: object
    material: object
    reservation: object
    round: object
    attempt: object
    share: object
    action_file: object
    lesson: object = field(default=None)
    channel: str = Channel.EMPLOYER

    def keys(self, view: type) -> dict:
        """Values for the parameters of an address of the view."""
        if issubclass(view, SessionView):
            uuid = self.session.uuid
        elif issubclass(view, DownloadView):
            uuid = self.certificate.uuid
        elif issubclass(view, PersonCard):
            uuid = self.enrollment.person.uuid
        else:
            assert issubclass(view, (RunView, RunForEverybody, SalaView))
            uuid = self.run.uuid
        return {
            "uuid": uuid,
            "enrollment": self.enrollment.uuid,
            "batch": self.batch.uuid,
            "code": self.certificate.code,
            "course": self.certificate.course.code,
            "day": "2026-01-01",
            "year": 2026,
            "edition": 1,
            "series": self.certificate.serial.rpartition("-")[0],
            "pk": self.lesson.pk,
            "evidence": self.evidence.uuid,
            "ticket": "never-made",
            "token": "never-made",
            "message": self.message.uuid,
            "material": self.material.pk,
            "invitation": self.nominations[self.channel].invitation.uuid,
            "nomination": self.nominations[self.channel].uuid,
            "reservation": self.reservation.pk,
            "round": self.round.uuid,
            "moment": Moment.PRE,
            "attempt": self.attempt.uuid,
            "share": self.share.uuid,
            "action": self.action_file.action.uuid,
            "file": self.action_file.uuid,
        }

    def seen_by(self, channel: str) -> "Things":
        """The same things, with the invitation of this channel."""
        return replace(self, channel=channel)


def lesson_page() -> LessonPage:
    catalogue = CataloguePage(title="Courses", slug="doors", locale=Locale.get_default())
    Site.objects.get(is_default_site=True).root_page.add_child(instance=catalogue)
    completion = met_completion()
    page = CoursePage(title="Safety", slug="safety", course=completion.enrollment.run.course)
    catalogue.add_child(instance=page)
    lesson = LessonPage(title="Exits", slug="exits")
    page.add_child(instance=lesson)
    return lesson


def things(lesson, *, trainer=None, person=None) -> Things:
    """A run, led by `trainer` and attended by `person` where they are given."""
    run = CourseRunFactory(needs_task=True, task_rubric=starting_rubric("practice"))
    if trainer is not None:
        run.run_trainers.create(person=trainer, is_lead=True)
    person = person or PersonFactory()
    completion = met_completion(person=person)
    certificate = issue_certificate(completion, by=None)
    if trainer is not None:
        certificate.enrollment.run.run_trainers.create(person=trainer, is_lead=True)
    session = SessionFactory(run=run)
    enrollment = EnrollmentFactory(run=run, person=person)
    asking(run.course)
    open_test(run, Moment.PRE, by=None)
    return Things(
        run=run,
        session=session,
        enrollment=enrollment,
        material=run.course.materials.create(title_en="Guide", page=lesson),
        message=MessageFactory(enrollment=enrollment, status="failed"),
        batch=preview_participant_list(
            run, BytesIO(LIST), filename="list.csv", works_at_host=True, by=None
        ),
        certificate=certificate,
        attempt=QuizAttempt.objects.create(
            uuid=uuid4(),
            person=person,
            course=run.course,
            lesson_key=lesson.translation_key,
            submitted_at=timezone.now(),
        ),
        share=PassportShareFactory(person=person),
        reservation=run.reservations.create(organization=run.host, seats=1),
        round=open_feedback(run, by=None),
        nominations={channel: nominated(run, channel, certificate) for channel in Channel},
        lesson=lesson,
        evidence=keep_evidence(session, BytesIO(picture()), "sheet", by=None),
        action_file=keep_action_file(FactoryActionFactory(run=run), BytesIO(picture()), by=None),
    )


def nominated(run, channel, certificate):
    """Somebody whom an organization named for the run; she has got a certificate."""
    invitation = InvitationFactory(run=run, channel=channel, token=f"{run.code} {channel}")
    return NominationFactory(
        invitation=invitation, state="taken", enrollment=certificate.enrollment
    )
