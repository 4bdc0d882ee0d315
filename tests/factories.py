"""Factories for tests: real rows with sensible defaults."""

import time
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random

import factory
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from factory.django import DjangoModelFactory

from courses import models
from courses.choices import (
    EnrollmentSource,
    EnrollmentStatus,
    OrganizationKind,
    Presence,
    Role,
    Sector,
    Sex,
)
from courses.queries.visitors import VISIT
from courses.rules.card_codes import new_card_code


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()

    username = factory.Sequence(lambda n: f"user{n}")


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = models.Topic

    slug = factory.Sequence(lambda n: f"topic-{n}")
    name_en = factory.Sequence(lambda n: f"Topic {n}")
    name_km = "ប្រធានបទ"


class CourseFactory(DjangoModelFactory):
    class Meta:
        model = models.Course
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"C{n}")
    title_en = "Safety committee"
    title_km = "គណៈកម្មការសុវត្ថិភាព"
    planned_minutes = 720

    @factory.post_generation
    def topics(self, create, extracted, **kwargs):
        if create:
            self.topics.set(extracted if extracted is not None else [TopicFactory()])


class KnowledgeTestFactory(DjangoModelFactory):
    class Meta:
        model = models.KnowledgeTest

    course = factory.SubFactory(CourseFactory)
    title_en = "What I know"
    title_km = "អ្វីដែលខ្ញុំដឹង"
    max_score = 20


class OrganizationFactory(DjangoModelFactory):
    class Meta:
        model = models.Organization

    name_en = factory.Sequence(lambda n: f"Lotus Thread Garment {n}")
    name_km = "រោងចក្រសរសៃឈូក"
    kind = OrganizationKind.FACTORY
    sector = Sector.GARMENT
    province_id = "05"


class VenueFactory(DjangoModelFactory):
    class Meta:
        model = models.Venue

    name_en = "Meeting hall"
    name_km = "សាលប្រជុំ"
    province_id = "05"


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = models.Person

    card_code = factory.Sequence(lambda n: new_card_code(Random(n).randbytes))
    name_km = "ចាន់ ស្រីមុំ"
    family_name_latin = "Chan"
    given_name_latin = "Sreymom"
    sex = Sex.FEMALE


class PinFactory(DjangoModelFactory):
    """The PIN 5839."""

    class Meta:
        model = models.Pin

    person = factory.SubFactory(PersonFactory)
    hash = factory.LazyFunction(lambda: make_password("5839"))
    set_at = factory.LazyFunction(timezone.now)


class PassportShareFactory(DjangoModelFactory):
    class Meta:
        model = models.PassportShare

    person = factory.SubFactory(PersonFactory)
    token_sha256 = factory.Sequence(lambda n: sha256(f"share {n}".encode()).hexdigest())
    shows_private = False
    made_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda share: share.made_at + timedelta(days=30))


def visit_by_card(client, pin):
    """Make the browser one in which the person has come in by card and PIN."""
    session = client.session
    visit = {"person": str(pin.person.uuid), "pin": str(pin.version), "seen": int(time.time())}
    session[VISIT] = visit
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


class CourseRunFactory(DjangoModelFactory):
    class Meta:
        model = models.CourseRun

    code = factory.Sequence(lambda n: f"RUN-{n}")
    course = factory.SubFactory(CourseFactory)
    host = factory.SubFactory(OrganizationFactory)
    venue = factory.SubFactory(VenueFactory)
    province_id = "05"
    capacity = 25
    starts_on = factory.LazyFunction(lambda: timezone.localdate())
    ends_on = factory.LazyAttribute(lambda run: run.starts_on)


class SessionFactory(DjangoModelFactory):
    """A morning session of 180 minutes on the run's first day; `day_offset` and `hour` move it."""

    class Meta:
        model = models.Session
        exclude = ["day_offset", "hour"]

    day_offset = 0
    hour = 8
    run = factory.SubFactory(CourseRunFactory)
    starts_at = factory.LazyAttribute(
        lambda s: timezone.make_aware(
            datetime.combine(s.run.starts_on, datetime.min.time())
            + timedelta(days=s.day_offset, hours=s.hour)
        )
    )
    ends_at = factory.LazyAttribute(lambda s: s.starts_at + timedelta(minutes=180))
    planned_minutes = 180


class EnrollmentFactory(DjangoModelFactory):
    class Meta:
        model = models.Enrollment

    run = factory.SubFactory(CourseRunFactory)
    person = factory.SubFactory(PersonFactory)
    status = EnrollmentStatus.ENROLLED
    source = EnrollmentSource.STAFF
    role = Role.WORKER
    employer = factory.SubFactory(OrganizationFactory)
    sector = Sector.GARMENT
    province_id = "05"


class FactoryActionFactory(DjangoModelFactory):
    """Agreed ten days ago, due in twenty."""

    class Meta:
        model = models.FactoryAction

    run = factory.SubFactory(CourseRunFactory)
    organization = factory.SelfAttribute("run.host")
    text = "Clear the exits of line two"
    responsible = "Safety officer"
    agreed_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=10))
    due_on = factory.LazyAttribute(lambda row: row.agreed_on + timedelta(days=30))


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = models.Attendance

    session = factory.SubFactory(SessionFactory)
    enrollment = factory.LazyAttribute(lambda a: EnrollmentFactory(run=a.session.run))
    presence = Presence.PRESENT
    credited_minutes = 180
    marked_at = factory.LazyFunction(timezone.now)


class InvitationFactory(DjangoModelFactory):
    """A link whose token is `token`, of an employer who may name five people until today."""

    class Meta:
        model = models.Invitation
        exclude = ["token"]

    token = factory.Sequence(lambda n: f"token-{n}")
    run = factory.SubFactory(CourseRunFactory)
    organization = factory.SubFactory(OrganizationFactory)
    channel = models.Channel.EMPLOYER
    seats = 5
    deadline = factory.LazyFunction(timezone.localdate)
    expires_on = factory.LazyAttribute(lambda each: each.deadline + timedelta(days=60))
    token_sha256 = factory.LazyAttribute(lambda each: sha256(each.token.encode()).hexdigest())


class NominationFactory(DjangoModelFactory):
    class Meta:
        model = models.Nomination

    invitation = factory.SubFactory(InvitationFactory)
    name_km = "ទេព សុវណ្ណារី"
    family_name_latin = "Tep"
    given_name_latin = "Sovannary"
    sex = Sex.FEMALE
    role = Role.WORKER


class MessageFactory(DjangoModelFactory):
    """An e-mail that waits to be sent to somebody with a seat."""

    class Meta:
        model = models.Message

    key = factory.Sequence(lambda n: f"confirmation:{n}")
    kind = "confirmation"
    enrollment = factory.SubFactory(EnrollmentFactory)
    person = factory.SelfAttribute("enrollment.person")
    run = factory.SelfAttribute("enrollment.run")
    language = "en"
    channel = "email"
    address = "sreymom@example.org"
    subject = "You have a seat"
    body = "Dear Sreymom,\nYou have a seat."
    status = "queued"
    not_before = factory.LazyFunction(timezone.now)
