"""Erase a person for ever; what she took part in stays, without her."""

import secrets
import uuid
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from courses.actions.audit import record
from courses.actions.enrollment import withdraw
from courses.actions.people import free_card_code
from courses.actions.quarantine import forget_taps_about
from courses.actions.sending import forget_messages
from courses.adapters.memory import forget
from courses.choices import ErasureReason
from courses.exceptions import Refused
from courses.models import (
    Attendance,
    AttendanceEvent,
    CourseRun,
    DistinctPair,
    DuplicateCandidate,
    Employment,
    Enrollment,
    FollowUp,
    FunctioningAnswers,
    ImportBatch,
    LessonEvent,
    Need,
    Nomination,
    NominationState,
    PassportShare,
    Person,
    PersonMerge,
    PersonPhone,
    Pin,
    QuizAttempt,
    RosterMember,
    Session,
    Sitting,
    TakenTest,
    TaskMark,
)
from courses.queries.erasing import (
    lists_with,
    places_ahead,
    records_of,
    standing_of,
    told_by,
    traces_of,
)
from courses.rules.erasure import (
    NO_NOMINEE,
    Traces,
    place_of,
    why_not_erase,
    without_rows,
    without_samples,
)
from courses.signals import person_erasing

REFUSALS = {
    "is_erased": _("This person is erased already."),
    "is_merged": _("This record is part of another one. Erase that person instead."),
    "has_rights": _(
        "This person has a login with rights of its own. Take the rights away first, then erase"
        " the person."
    ),
    "leads_runs": _(
        "This person trains on runs that are not over. Name another trainer first, then erase the"
        " person."
    ),
    "not_confirmed": _("The card code is not the one of this person. Nothing was erased."),
}
EMPTY = {
    "name_km": "",
    "family_name_latin": "",
    "given_name_latin": "",
    "known_as": "",
    "title": "",
    "birth_year": None,
    "birth_year_is_estimated": False,
    "email": "",
    "reads_khmer": "",
    "key_km": "",
    "key_latin": "",
    "key_sound": "",
    "sort_key": "",
    "user": None,
}


@transaction.atomic
def erase_person(
    person: Person, reason: ErasureReason | str, *, by: AbstractBaseUser, confirmed: str = ""
) -> Person:
    """Take everything away that says who somebody is. This cannot be undone.

    Names, phones, jobs, e-mail, keys, card and login go, also those of records that were merged
    into hers, out of lists, nominations, merges and the history; the login is closed. Enrolments
    with their snapshots, marks, completions, sex and answers about consent stay, so that every
    figure stays.
    Places on runs that are not over, where nothing is recorded of her, are given up. Whatever
    arrives later for her finds an erased person.

    `confirmed`, where it is given, must be her card code. Locks her runs and sessions, then the
    people. Other apps follow on the signal `person_erasing`. Raises Refused with a code of
    `REFUSALS`.
    """
    reason = ErasureReason(reason)
    people = _locked(person)
    person = next(each for each in people if each.pk == person.pk)
    if code := why_not_erase(standing_of(person)):
        raise Refused(REFUSALS[code], code=code)
    if confirmed and confirmed != person.card_code:
        raise Refused(REFUSALS["not_confirmed"], code="not_confirmed")
    login = person.user
    traces = traces_of(people)
    _forget_in_lists(people, traces)
    _forget_nominations(people, traces)
    for place in places_ahead(people):
        withdraw(place, by=by)
    person_erasing.send(sender=Person, people=[each.pk for each in people], login=login)
    _empty_what_belongs_to(people)
    codes = _pseudonymise(people)
    _rename_in_history(people, codes)
    if login is not None:
        _close(login)
    person.refresh_from_db()
    record(person, "person_erased", by=by, reason=str(reason))
    forget()
    transaction.on_commit(forget)
    return person


def _locked(person: Person) -> list[Person]:
    """The person and the records merged into hers, locked after their runs and sessions."""
    ids = [each.pk for each in records_of(person)]
    on = Q(enrollments__person__in=ids) | Q(run_trainers__person__in=ids)
    runs = CourseRun.objects.filter(on).order_by().values("pk")
    runs = list(CourseRun.objects.select_for_update().filter(pk__in=runs).order_by("pk"))
    list(Session.objects.select_for_update().filter(run__in=runs).order_by("pk"))
    rows = Person.everybody.select_for_update(of=("self",)).filter(pk__in=ids)
    return list(rows.select_related("user").order_by("pk"))


def _forget_in_lists(people: list[Person], traces: Traces) -> None:
    """Blank their rows in participant lists; the places of the rows are kept, so that the same file
    cannot bring them back. A file that waits to be read again has to be chosen again."""
    for batch in lists_with(people).select_for_update().iterator(chunk_size=50):
        rows = batch.content.get("rows", [])
        theirs = [number for number, row in enumerate(rows) if traces.are_in(row)]
        if theirs:
            _forget_rows(batch, theirs)
        batch.file, batch.content = b"", without_samples(batch.content)
        batch.save(update_fields=["file", "content"])


def _forget_rows(batch: ImportBatch, numbers: Iterable[int]) -> None:
    rows = batch.content["rows"]
    places = [place_of(rows[number]) for number in numbers]
    batch.forgotten = [*batch.forgotten, *(list(place) for place in places)]
    batch.content = without_rows(batch.content, places)
    for number in numbers:
        if number < len(batch.outcomes):
            batch.outcomes[number].pop("sentence", None)
    batch.save(update_fields=["content", "outcomes", "forgotten"])


def _forget_nominations(people: list[Person], traces: Traces) -> None:
    """What organizations wrote about them goes; a seat that was taken by it stays a number."""
    theirs = Nomination.objects.filter(enrollment__person__in=people)
    alike = [
        nomination.pk
        for nomination in Nomination.objects.filter(enrollment=None).iterator()
        if traces.are_in(told_by(nomination))
    ]
    Nomination.objects.filter(pk__in=alike, state=NominationState.LISTED).update(
        state=NominationState.WITHDRAWN
    )
    for rows in (theirs, Nomination.objects.filter(pk__in=alike)):
        rows.update(**NO_NOMINEE)


def _empty_what_belongs_to(people: list[Person]) -> None:
    PersonPhone.objects.filter(person__in=people).delete()
    for model in (Pin, FunctioningAnswers, Need):
        model.objects.filter(person__in=people).delete()
    PassportShare.objects.filter(person__in=people).delete()
    Employment.objects.filter(person__in=people).delete()
    RosterMember.objects.filter(person__in=people).delete()
    for model in (DistinctPair, DuplicateCandidate):
        model.objects.filter(Q(first__in=people) | Q(second__in=people)).delete()
    PersonMerge.objects.touching(*people).update(changes=[])
    QuizAttempt.objects.filter(person__in=people).update(answers=[], remarks=[], waiting=0)
    LessonEvent.objects.filter(person__in=people).delete()
    forget_messages(people)
    forget_taps_about(people)
    places = Enrollment.objects.filter(person__in=people)
    places.update(status_cause="", status_reason="")
    TakenTest.objects.filter(enrollment__in=places).update(answers={})
    TaskMark.objects.filter(enrollment__in=places).update(note="")
    Sitting.objects.filter(enrollment__in=places).delete()
    marks = Attendance.objects.filter(enrollment__in=places)
    marks.update(reason="")
    said = {"practice": "", "hindrance": "", "evidence_note": ""}
    FollowUp.objects.filter(enrollment__in=places).update(**said)
    # Events are append-only; words about a person are the one exception.
    AttendanceEvent._base_manager.filter(enrollment__in=places).update(reason="")


def _pseudonymise(people: list[Person]) -> dict[str, str]:
    """Empty the records; returns the new card code by the old one."""
    codes = {}
    for each in people:
        codes[each.card_code] = new = free_card_code()
        Person.everybody.filter(pk=each.pk).update(
            **EMPTY, card_code=new, uuid=uuid.uuid4(), erased_at=timezone.now()
        )
    return codes


def _rename_in_history(people: list[Person], codes: dict[str, str]) -> None:
    """The history keeps its lines; names and old card codes in them go."""
    for each, new in zip(people, codes.values(), strict=True):
        _lines_of(each).update(label=new)
        places = Enrollment.objects.filter(person=each).select_related("run")
        for place in places:
            _lines_of(place).update(label=f"{new} – {place.run}")
    for line in ModelLogEntry.objects.filter(data__other__in=list(codes)):
        line.data = {**line.data, "other": codes[line.data["other"]]}
        line.save(update_fields=["data"])


def _lines_of(row: Model):
    kind = ContentType.objects.get_for_model(row)
    return ModelLogEntry.objects.filter(content_type=kind, object_id=str(row.pk))


def _close(login: AbstractBaseUser) -> None:
    """Nobody signs in with it any more, and nothing of it tells whose it was."""
    names = {field.name for field in login._meta.concrete_fields}
    for name in {"first_name", "last_name", login.get_email_field_name()} & names:
        setattr(login, name, "")
    setattr(login, login.USERNAME_FIELD, f"erased-{secrets.token_hex(8)}")
    login.is_active = False
    login.set_unusable_password()
    login.save()
    _lines_of(login).update(label=login.get_username())
