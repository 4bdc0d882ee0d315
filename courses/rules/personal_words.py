"""The words in which every app declares what it holds about people."""

from collections.abc import Iterable
from dataclasses import dataclass

from courses.rules.retention import Term

RECORD = "The training record: who took part, in what, and with which result."
IDENTITY = "To know the person again, so that nobody is counted twice."
CONTACT = "To reach the person about a training."
JOB = "To count by workplace, role and province as they were then."
GIVEN_UP = "To know why a place was given up."
PROOF = "To show who did what and when."
SIGNED = "To show auditors what people signed and that a session took place."
ASKED = "To do as the person said."
TRAINS = "To say who trains."
NAMED = "To take onto a run whom an organization named."
TOLD = "To tell people of their training, and to know that they were told."
EXPLAINED = "To explain why a figure that was told differs today; ids alone, without names."
OPENS = "To let the person see her own training by her card."
STAFF = "To let staff and trainers work and to show who did what."

WITH_PERSON = "As long as the person's record."
WITH_LOGIN = "As long as the login."
WITH_RECORD = "As long as the training record; without the person once she is erased."
WITH_RUN = "As long as the run."
WITH_SCHEDULE = "As long as the schedule of the report."
FOR_GOOD = "As long as the programme keeps its history."

EMPTIED = "emptied"
DELETED = "deleted"
REPLACED = "replaced by a value that says nothing"
STAYS = "stays, without a name beside it"
NOT_HERS = "stays: it is about the user who did it"


@dataclass(frozen=True)
class Held:
    """Fields that hold personal data for one purpose; `when_erased` says what erasure does."""

    fields: str
    purpose: str
    retention: str | Term
    when_erased: str

    @property
    def names(self) -> list[str]:
        return self.fields.split()


@dataclass(frozen=True)
class Declared:
    """The fields of one model: those that are plainly not personal, and those that are."""

    plain: str = ""
    personal: tuple[Held, ...] = ()

    @property
    def names(self) -> list[str]:
        """Every field that is spoken of, in the order of the register."""
        return self.plain.split() + [name for held in self.personal for name in held.names]


def undeclared(declared: Declared | None, fields: Iterable[str]) -> list[str]:
    """What is wrong with the declaration of a model: `+field` is missing in it, `-field` is no
    field of the model, `=field` is named twice."""
    said = declared.names if declared else []
    stored = list(fields)
    return [
        *(f"+{name}" for name in stored if name not in said),
        *(f"-{name}" for name in said if name not in stored),
        *(f"={name}" for name in sorted(set(said)) if said.count(name) > 1),
    ]


def by_user(fields: str, retention: str | Term = FOR_GOOD) -> Held:
    """Fields that say which user did something."""
    return Held(fields, PROOF, retention, NOT_HERS)
