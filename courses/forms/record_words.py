"""The words for a person's file: headings of its sections and labels of its values."""

import re
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from courses import choices
from courses.adapters.language import language
from courses.adapters.paper.record import Record
from courses.adapters.printing.lines import BASE
from courses.rules import calendar_words
from courses.rules.functioning import QUESTIONS

ISO = re.compile(r"\d{4}-\d\d-\d\d(T|$)")

SECTIONS = {
    "person": _("Person"),
    "phones": _("Phones"),
    "jobs": _("Jobs"),
    "pin": _("PIN of the card"),
    "visits": _("Visits by card and PIN"),
    "shares": _("Links to the training record"),
    "consents": _("Consents"),
    "needs": _("What is needed to take part"),
    "functioning": _("Six questions"),
    "enrolments": _("Enrolments"),
    "attendances": _("Attendances"),
    "tests": _("Pre-tests and post-tests"),
    "task_marks": _("Marks of tasks"),
    "follow_ups": _("Some months later"),
    "messages": _("Messages"),
    "trainings": _("Runs led as a trainer"),
    "sessions_led": _("Sessions led as a trainer"),
    "rosters": _("Standing rosters"),
    "lessons": _("Lessons read"),
    "lessons_seen": _("Parts of lessons seen"),
    "quizzes": _("Quizzes"),
    "certificates": _("Certificates"),
}
LABELS = {
    "card_code": _("Card code"),
    "name_km": _("Khmer name"),
    "family_name_latin": _("Family name, Latin"),
    "given_name_latin": _("Given name, Latin"),
    "known_as": _("Known as"),
    "title": pgettext_lazy("before a name", "Title"),
    "sex": _("Sex"),
    "birth_year": _("Year of birth"),
    "birth_year_is_estimated": _("Year of birth is estimated"),
    "email": _("E-mail"),
    "reads_khmer": _("Reads Khmer"),
    "created_at": _("Registered"),
    "set_at": _("Chosen"),
    "alarm_at": _("Somebody guessed"),
    "made_at": _("Made"),
    "expires_at": _("Opens until"),
    "revoked_at": _("Taken back"),
    "shows_private": _("With courses of unions and on sensitive subjects"),
    "opened": _("Times opened"),
    "last_opened_at": _("Last opened"),
    "at": _("When"),
    "is_right": _("Was right"),
    "raw": _("As written"),
    "e164": _("International form"),
    "is_shared": _("Others use this phone too"),
    "organization": _("Organization"),
    "employer_text": _("Organization as told"),
    "role": _("Role"),
    "employee_number": _("Employee number"),
    "section": _("Section or line"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
    "kind": _("What for"),
    "is_given": _("Answer"),
    "version": _("Version of the words"),
    "manner": _("How"),
    "recorded_at": _("Asked"),
    "recorded_by": _("By"),
    "told_at": _("Told"),
    "told_by": _("Written down by"),
    "text": _("Text"),
    "seeing": _("Seeing"),
    "hearing": _("Hearing"),
    "walking": _("Walking or climbing steps"),
    "remembering": _("Remembering or concentrating"),
    "self_care": _("Washing all over or dressing"),
    "communicating": _("Communicating"),
    "run": _("Run"),
    "course": _("Course"),
    "status": _("Status"),
    "source": _("Came by"),
    "sector": _("Sector"),
    "province": _("Province of the workplace"),
    "completed_on": _("Completed"),
    "starts_at": _("Begins"),
    "made_up_run": _("Makes up for a half-day of the run"),
    "made_up": _("The half-day that was missed"),
    "presence": _("Presence"),
    "is_self_reported": _("Self-reported"),
    "credited_minutes": _("Minutes credited"),
    "reason": _("Reason"),
    "channel": _("By"),
    "address": _("Address"),
    "body": _("Text"),
    "sent_at": _("Sent"),
    "read_at": _("Read"),
    "seen_at": _("Last seen"),
    "tapped_at": _("Seen on"),
    "number": _("Part of the lesson"),
    "parts": _("Parts of the lesson"),
    "asked_on": _("Asked"),
    "answered_on": _("Answered"),
    "has_applied": _("Used at work"),
    "practice": _("What is done differently"),
    "hindrance": _("What stood in the way"),
    "evidence": _("How sure"),
    "evidence_note": _("Who has seen what"),
    "submitted_at": _("Answered"),
    "correct": _("Correct answers"),
    "total": _("Questions"),
    "answers": _("Answers"),
    "moment": _("When"),
    "form": _("Form of the test"),
    "score": _("Points"),
    "max_score": _("Most points"),
    "taken_at": _("Taken"),
    "task": _("Task"),
    "done_on": _("Done on"),
    "levels": _("Levels"),
    "note": _("What a trainer said"),
    "is_current": _("Counts"),
    "marked_at": _("Marked"),
    "started_at": _("Begun"),
    "kept_at": _("Kept on the way"),
    "asked": _("Words of the questions"),
    "shares": _("Share of each point"),
    "remarks": _("What a trainer said"),
    "roster": _("Roster"),
    "is_alternate": _("Alternate"),
    "serial": _("Number"),
    "issued_on": _("Issued"),
    "expires_on": _("Expires"),
}
#: Words for stored codes, by section and name of the value.
CODES = {
    ("person", "sex"): choices.Sex,
    ("person", "reads_khmer"): choices.ReadsKhmer,
    **{("functioning", name): choices.Difficulty for name in QUESTIONS},
    ("jobs", "role"): choices.Role,
    ("consents", "kind"): choices.ConsentKind,
    ("follow_ups", "evidence"): choices.AppliedEvidence,
    ("messages", "kind"): choices.MessageKind,
    ("messages", "channel"): choices.MessageChannel,
    ("messages", "status"): choices.MessageStatus,
    ("consents", "manner"): choices.ConsentManner,
    ("enrolments", "status"): choices.EnrollmentStatus,
    ("enrolments", "source"): choices.EnrollmentSource,
    ("enrolments", "role"): choices.Role,
    ("enrolments", "sector"): choices.Sector,
    ("tests", "moment"): choices.Moment,
    ("attendances", "presence"): choices.Presence,
}


def on_paper(person, record):
    """A person's file as it is printed, in the active language."""
    now = timezone.localtime()
    return Record(
        title=gettext("Everything on record"),
        name=" · ".join(filter(None, [person.name_km, person.name_latin, person.card_code])),
        as_at=gettext("As at %(moment)s")
        % {"moment": calendar_words.date_and_time(now, language())},
        sections=[
            (
                str(section["heading"]),
                [[(str(label), str(value)) for label, value in row] for row in section["rows"]],
            )
            for section in in_words(record)
        ],
        page=page_words,
        unprintable=gettext("(These letters cannot be printed. They are in the JSON file.)"),
        language=language() if language() in BASE else "en",
        made_on=now.date(),
    )


def page_words(number, total):
    return gettext("Page %(number)s of %(total)s") % {
        "number": calendar_words.digits(number, language()),
        "total": calendar_words.digits(total, language()),
    }


def told(section, name, value):
    """A value of the file in words; empty where nothing is known."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    words = CODES.get((section, name))
    if words and value in words.values:
        return words(value).label
    if isinstance(value, str) and (moment := moment_of(value)):
        return calendar_words.date_in_words(moment.date(), language())
    return "" if value in (None, [], "") else value


def moment_of(text):
    """The moment or day that an ISO text names, or None."""
    try:
        return datetime.fromisoformat(text) if ISO.match(text) else None
    except ValueError:
        return None


def in_words(record):
    """Sections with heading and rows; of each row the labels and values that are known."""
    return [
        {
            "heading": SECTIONS.get(section, section),
            "rows": [
                [
                    (LABELS.get(name, name), words)
                    for name, value in row.items()
                    if (words := told(section, name, value)) != ""
                ]
                for row in rows
            ],
        }
        for section, rows in record.items()
        if rows
    ]
