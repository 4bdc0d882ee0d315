"""A small world in which things happen to people at random, for the tests of merging."""

import uuid
from datetime import timedelta
from functools import cache
from types import SimpleNamespace

from django.apps import apps
from django.db import connection
from django.utils import timezone
from hypothesis import strategies as st

from certificates.models import Certificate
from courses.actions.attendance import close_register, mark_attendance, reopen_register
from courses.actions.consents import record_consent
from courses.actions.enrollment import withdraw
from courses.actions.learning import mark_lesson_read
from courses.actions.lesson_events import take_seen
from courses.actions.merging import tell_apart
from courses.choices import EnrollmentStatus, Presence
from courses.exceptions import Refused
from courses.models import (
    Employment,
    Enrollment,
    Person,
    PersonPhone,
    Pin,
    QuizAttempt,
    TakenTest,
)
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)
from tests.pages import QUIZ, course_page, home_page, lesson_page, part_seen

PEOPLE = 4
NAMES = (
    {},
    {"name_km": ""},
    {"family_name_latin": "", "given_name_latin": ""},
    {"birth_year": 1990},
)


def make_world():
    """Four people, two runs of two sessions of a course with a quiz, and nothing done yet."""
    course = CourseFactory(needs_lessons=True, min_quiz_percent=50)
    runs = [
        CourseRunFactory(course=course, needs_lessons=True, min_quiz_percent=50),
        CourseRunFactory(min_sessions=1, min_attendance_percent=50),
    ]
    for run in runs:
        for hour in (8, 13):
            SessionFactory(run=run, hour=hour)
    return SimpleNamespace(
        people=[PersonFactory(**values) for values in NAMES],
        runs=runs,
        sessions=[list(run.sessions.all()) for run in runs],
        lesson=lesson_page(course_page(home_page(), course=course), quiz=QUIZ),
        jobs=OrganizationFactory.create_batch(2),
        user=UserFactory(),
        days=0,
    )


def _place(world, step):
    run, person = world.runs[step.run], world.people[step.person]
    return Enrollment.objects.filter(run=run, person=person).first()


def enrol(world, step):
    run, person = world.runs[step.run], world.people[step.person]
    if not _place(world, step) and not person.merged_into_id:
        job = {} if step.odd else {"role": "", "employer": None, "sector": "", "province": None}
        EnrollmentFactory(run=run, person=person, status=step.status, **job)


def mark(world, step):
    if place := _place(world, step):
        session = world.sessions[step.run][step.odd]
        missed = 60 if step.presence in ("late", "left_early") else 0
        mark_attendance(session, place, step.presence, by=world.user, minutes_missed=missed)


def close(world, step):
    close_register(world.sessions[step.run][step.odd], by=world.user)


def reopen(world, step):
    reopen_register(world.sessions[step.run][step.odd], "A slip", by=world.user)


def leave(world, step):
    if place := _place(world, step):
        withdraw(place, by=world.user)


def certify(world, step):
    """A row as the printer would leave it; no file is drawn."""
    place = _place(world, step)
    if place is None:
        return
    valid = Certificate.objects.filter(status="valid", course=place.run.course)
    if not valid.filter(person=place.person).exists():
        code = uuid.uuid4().hex[:20]
        Certificate.objects.create(
            enrollment=place,
            person=place.person,
            course=place.run.course,
            code=code,
            serial=code,
            facts={"name_km": place.person.name_km},
            issued_on=timezone.localdate(),
            status="valid" if step.odd else "revoked",
        )


def call(world, step):
    number = f"01234567{step.run}{step.odd:d}"
    person = world.people[step.person]
    PersonPhone.objects.get_or_create(
        person=person, raw=number, defaults={"e164": f"+855{number[1:]}"}
    )


def hire(world, step):
    Employment.objects.create(
        person=world.people[step.person],
        organization=world.jobs[step.run],
        role="worker",
        employee_number="7" if step.odd else "",
    )


def consent(world, step):
    record_consent(world.people[step.person], "photo", step.odd, by=world.user)


def read(world, step):
    world.days += 1
    person = world.people[step.person]
    seen = part_seen(world.lesson, 1 + step.run, 2)
    take_seen(person, world.lesson, seen, clock_offset=0, by=world.user)
    progress = mark_lesson_read(person, world.lesson, by=world.user)
    if progress and step.odd:
        progress.read_at -= timedelta(days=world.days)
        progress.save()


def answer(world, step):
    person = world.people[step.person]
    QuizAttempt.objects.create(
        uuid=uuid.uuid4(),
        person=person,
        course=world.runs[0].course,
        lesson_key=world.lesson.translation_key,
        correct=2 if step.odd else 0,
        total=2,
        submitted_at=timezone.now(),
    )


def take_test(world, step):
    if (place := _place(world, step)) is None:
        return
    moment = "post" if step.odd else "pre"
    TakenTest.objects.get_or_create(
        enrollment=place,
        moment=moment,
        defaults={
            "form": "A",
            "way": "paper",
            "score": step.run,
            "max_score": 2,
            "taken_at": timezone.now(),
        },
    )
    Enrollment.objects.filter(pk=place.pk).update(first_form="A" if step.odd else "")
    if step.odd and not place.task_marks.exists():
        place.task_marks.create(score=step.run, max_score=2, done_on=place.run.starts_on)


def teach(world, step):
    run = world.runs[step.run]
    leads = step.odd and not run.run_trainers.filter(is_lead=True).exists()
    run.run_trainers.get_or_create(
        person=world.people[step.person], defaults={"is_lead": bool(leads)}
    )


def edit(world, step):
    person = world.people[step.person]
    person.known_as, person.sex = ("Mom", "female") if step.odd else ("", "not_stated")
    person.email = "mom@example.org" if step.run else ""
    person.save()


def sign_up(world, step):
    person = world.people[step.person]
    if not person.user_id and step.odd:
        person.user = UserFactory()
        person.save()


def choose(world, step):
    person = world.people[step.person]
    Pin.objects.update_or_create(person=person, defaults={"hash": "a" if step.odd else "b"})


def part(world, step):
    one, other = world.people[step.person], world.people[(step.person + 1 + step.run) % PEOPLE]
    tell_apart(one, other, by=world.user)


VERBS = (
    enrol, enrol, mark, mark, mark, close, reopen, leave, certify, call, hire, consent, read,
    answer, take_test, teach, edit, sign_up, choose, part,
)  # fmt: skip
steps = st.builds(
    SimpleNamespace,
    verb=st.sampled_from(VERBS),
    person=st.integers(0, PEOPLE - 1),
    run=st.integers(0, 1),
    odd=st.booleans(),
    status=st.sampled_from(
        [EnrollmentStatus.ENROLLED] * 3
        + [EnrollmentStatus.WAITLISTED, EnrollmentStatus.REQUESTED, EnrollmentStatus.WITHDRAWN]
    ),
    presence=st.sampled_from(Presence.values),
)


def live(world, happenings):
    """Let things happen to the people who count; what the house refuses does not happen."""
    for step in happenings:
        world.people = as_they_are(world.people)
        if world.people[step.person].merged_into_id:
            continue
        try:
            step.verb(world, step)
        except Refused:
            continue


def as_they_are(people):
    now = Person.everybody.in_bulk([person.pk for person in people])
    return [now[person.pk] for person in people]


def snapshot():
    """Every row of our tables by table and id, but for the book of merges and what notes that rows
    were written."""
    ours = (
        model
        for app in ("courses", "certificates")
        for model in apps.get_app_config(app).get_models()
    )
    return {
        (model._meta.label, row[model._meta.pk.attname]): row
        for model in ours
        if model._meta.model_name not in ("personmerge", "factschange")
        for row in rows_of(model)
    }


def rows_of(model):
    """What `values()` of all rows gives."""
    compiler, names, statement = prepared(model)
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        found = cursor.fetchall()
    rows = compiler.results_iter([found]) if found else []
    return [dict(zip(names, row, strict=True)) for row in rows]


@cache
def prepared(model):
    """The question for all rows: putting it together takes longer than asking it."""
    query = model._base_manager.order_by().values().query
    compiler = query.get_compiler(connection.alias)
    return compiler, query.values_select, compiler.as_sql()
