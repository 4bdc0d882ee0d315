"""Codes that are stored, with the words that people read."""

from courses.choices.lists import (
    FileProblem,
    ImportOutcome,
    ImportStatus,
    ListProblem,
    UndoReason,
)
from courses.choices.organizations import (
    OrganizationKind,
    OrganizationNameKind,
    OrganizationStatus,
    Sector,
)
from courses.choices.people import (
    ConsentKind,
    ConsentManner,
    ErasureReason,
    ExportPurpose,
    MatchReason,
    ReadsKhmer,
    Role,
    Sex,
)
from courses.choices.runs import (
    ATTENDED,
    DeliveryLanguage,
    EnrollmentPolicy,
    EnrollmentSource,
    EnrollmentStatus,
    MarkSource,
    Presence,
    RunStatus,
    SessionStatus,
)

__all__ = [
    "ATTENDED",
    "ConsentKind",
    "ConsentManner",
    "DeliveryLanguage",
    "EnrollmentPolicy",
    "EnrollmentSource",
    "EnrollmentStatus",
    "ErasureReason",
    "ExportPurpose",
    "FileProblem",
    "ImportOutcome",
    "ImportStatus",
    "ListProblem",
    "MarkSource",
    "MatchReason",
    "OrganizationKind",
    "OrganizationNameKind",
    "OrganizationStatus",
    "Presence",
    "ReadsKhmer",
    "Role",
    "RunStatus",
    "Sector",
    "SessionStatus",
    "Sex",
    "UndoReason",
]
