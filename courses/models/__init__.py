"""The nouns: fields, named constraints and chainable adjectives."""

from courses.models.attendance import Attendance, AttendanceEvent
from courses.models.completion import Completion
from courses.models.consent import Consent, ConsentNotice
from courses.models.course import RULE_FIELDS, CompletionRule, Course
from courses.models.device import Device, QuarantinedEvent, RegisterLink
from courses.models.enrollment import Enrollment
from courses.models.evidence import SessionEvidence
from courses.models.facts import FactsChange
from courses.models.feedback import (
    FeedbackForm,
    FeedbackRound,
    FeedbackTally,
    FeedbackTicket,
)
from courses.models.follow_up import FollowUp, FollowUpTry
from courses.models.imports import ColumnChoice, ImportBatch
from courses.models.invitation import (
    Channel,
    Invitation,
    InvitationState,
    Nomination,
    NominationState,
)
from courses.models.learning import LessonProgress, QuizAttempt
from courses.models.material import CourseMaterial
from courses.models.merge import DistinctPair, DuplicateCandidate, PersonMerge
from courses.models.message import CalendarFeed, Message, MessageTemplate
from courses.models.organization import Organization
from courses.models.organization_parts import (
    OrganizationHeadcount,
    OrganizationId,
    OrganizationKey,
    OrganizationName,
)
from courses.models.pages import CataloguePage, CoursePage, LessonPage, PageSearchText
from courses.models.pattern import DeliveryPattern, PatternSlot, PublicHoliday
from courses.models.person import Employment, Person, PersonPhone
from courses.models.place import Province, Venue
from courses.models.project import Project
from courses.models.protection import ExportLog, LookUp, StaffArea
from courses.models.roster import Roster, RosterMember
from courses.models.run import CourseRun
from courses.models.run_parts import RunFinance, RunPartner, RunTrainer, SeatReservation
from courses.models.session import Headcount, Session, SessionTrainer
from courses.models.snapshot import ReportSnapshot
from courses.models.taxonomy import Outcome, Topic

__all__ = [
    "RULE_FIELDS",
    "Attendance",
    "AttendanceEvent",
    "CalendarFeed",
    "CataloguePage",
    "Channel",
    "ColumnChoice",
    "Completion",
    "CompletionRule",
    "Consent",
    "ConsentNotice",
    "Course",
    "CourseMaterial",
    "CoursePage",
    "CourseRun",
    "DeliveryPattern",
    "Device",
    "DistinctPair",
    "DuplicateCandidate",
    "Employment",
    "Enrollment",
    "ExportLog",
    "FactsChange",
    "FeedbackForm",
    "FeedbackRound",
    "FeedbackTally",
    "FeedbackTicket",
    "FollowUp",
    "FollowUpTry",
    "Headcount",
    "ImportBatch",
    "Invitation",
    "InvitationState",
    "LessonPage",
    "LessonProgress",
    "LookUp",
    "Message",
    "MessageTemplate",
    "Nomination",
    "NominationState",
    "Organization",
    "OrganizationHeadcount",
    "OrganizationId",
    "OrganizationKey",
    "OrganizationName",
    "Outcome",
    "PageSearchText",
    "PatternSlot",
    "Person",
    "PersonMerge",
    "PersonPhone",
    "Project",
    "Province",
    "PublicHoliday",
    "QuarantinedEvent",
    "QuizAttempt",
    "RegisterLink",
    "ReportSnapshot",
    "Roster",
    "RosterMember",
    "RunFinance",
    "RunPartner",
    "RunTrainer",
    "SeatReservation",
    "Session",
    "SessionEvidence",
    "SessionTrainer",
    "StaffArea",
    "Topic",
    "Venue",
]
