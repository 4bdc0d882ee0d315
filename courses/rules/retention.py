"""Personal data that goes by itself after a time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A retention that is a time. `code` names the work that enforces it every night, `setting` the
    number of days, and `words` tell it with `%(days)s`."""

    code: str
    words: str
    setting: str = ""

    def told(self, days: int | None) -> str:
        """The retention in words; `days` is None where a programme keeps it without an end."""
        if self.setting and days is None:
            return "Without an end."
        return self.words % {"days": f"{days:,}" if days else ""}


UNDECIDED_LIST = Term(
    "undecided_lists",
    "Until its people are added, or the list is put aside: %(days)s days after it was looked at.",
    "COURSES_KEEP_UNDECIDED_LISTS_DAYS",
)
LIST = Term(
    "lists",
    "Until the list is put aside, at most %(days)s days after the run has ended.",
    "COURSES_KEEP_LISTS_DAYS",
)
NOMINEE = Term(
    "nominees",
    "Who was taken: as long as the run. Everybody else: %(days)s days after the link has ended.",
    "COURSES_KEEP_NOMINATIONS_DAYS",
)
NOMINEE_DETAILS = Term(
    "nominee_details",
    "%(days)s days after the link has ended.",
    "COURSES_KEEP_NOMINATIONS_DAYS",
)
LINK_CONTACT = Term(
    "link_contacts",
    "%(days)s days after the link has ended.",
    "COURSES_KEEP_NOMINATIONS_DAYS",
)
CONTACT = Term(
    "contacts",
    "%(days)s days after the person's last run has ended; as long as the login where she has one.",
    "COURSES_KEEP_CONTACTS_DAYS",
)
WAITING_PAIR = Term(
    "decided_pairs",
    "Until somebody has decided, and %(days)s days from when the pair was found.",
    "COURSES_KEEP_DECIDED_PAIRS_DAYS",
)
UPLOAD = Term(
    "uploads",
    "Until something is made of it, at most %(days)s days after it was looked at.",
    "COURSES_KEEP_UPLOADS_DAYS",
)
EVIDENCE = Term("evidence", "%(days)s days after it was taken in.", "COURSES_KEEP_EVIDENCE_DAYS")
ACTION_EVIDENCE = Term(
    "action_evidence", "%(days)s days after it was taken in.", "COURSES_KEEP_EVIDENCE_DAYS"
)
MESSAGE = Term("messages", "%(days)s days after it was made.", "COURSES_KEEP_MESSAGES_DAYS")
EXPORT = Term("exports", "%(days)s days.", "COURSES_KEEP_EXPORTS_DAYS")
LOOK_UP = Term("look_ups", "%(days)s days.", "COURSES_KEEP_LOOK_UPS_DAYS")
GUESS = Term("guesses", "%(days)s days.", "COURSES_KEEP_GUESSES_DAYS")
TAP = Term(
    "taps",
    "Until somebody has decided, and %(days)s days from when it was handed in.",
    "COURSES_KEEP_TAPS_DAYS",
)
FEEDBACK_TICKET = Term(
    "feedback_tickets",
    "Until the asking is ended, two weeks after the run at the latest.",
)
LESSON_EVENT = Term(
    "lesson_events",
    "%(days)s days from when the phone handed it in.",
    "COURSES_KEEP_LESSON_EVENTS_DAYS",
)
SHARE = Term("shares", "%(days)s days after the link has ended.", "COURSES_KEEP_SHARES_DAYS")
PHONE = Term("phones", "%(days)s days after it was last heard of.", "COURSES_KEEP_PHONES_DAYS")
