"""The nouns: fields, named constraints and chainable adjectives."""

from courses.models.attendance import Attendance, AttendanceEvent
from courses.models.completion import Completion
from courses.models.consent import Consent, ConsentNotice
from courses.models.course import RULE_FIELDS, CompletionRule, Course
from courses.models.device import Device, QuarantinedEvent, RegisterLink
from courses.models.enrollment import Enrollment
from courses.models.evidence import SessionEvidence
from courses.models.factory_action import ActionEvidence, FactoryAction
from courses.models.facts import FactsChange
from courses.models.feedback import (
    FeedbackForm,
    FeedbackRound,
    FeedbackTally,
    FeedbackTicket,
)
from courses.models.follow_up import FollowUp, FollowUpTry
from courses.models.functioning import FunctioningAnswers, Need
from courses.models.imports import ColumnChoice, ImportBatch
from courses.models.invitation import (
    Channel,
    Invitation,
    InvitationState,
    Nomination,
    NominationState,
)
from courses.models.knowledge import KnowledgeTest, RunTest, Sitting, TakenTest
from courses.models.learning import LessonEvent, LessonProgress, QuizAttempt
from courses.models.make_up import MakeUp
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
from courses.models.passport import PassportShare
from courses.models.pattern import DeliveryPattern, PatternSlot, PublicHoliday
from courses.models.person import Employment, Person, PersonPhone
from courses.models.phase import Phase
from courses.models.pin import Pin, PinGuess
from courses.models.place import Province, Venue
from courses.models.project import Project
from courses.models.protection import ExportLog, LookUp, StaffArea
from courses.models.published import PublishedYear
from courses.models.report_schedule import ReportDelivery, ReportSchedule
from courses.models.report_template import (
    ReportCross,
    ReportFigure,
    ReportFilter,
    ReportLogo,
    ReportTable,
    ReportTemplate,
)
from courses.models.roster import Roster, RosterMember
from courses.models.run import CourseRun
from courses.models.run_parts import RunFinance, RunPartner, RunTrainer, SeatReservation
from courses.models.session import Headcount, Session, SessionTrainer
from courses.models.snapshot import ReportSnapshot
from courses.models.target import Target, TargetSet
from courses.models.task import TaskMark
from courses.models.taxonomy import Outcome, Topic
from courses.models.translation import BEFORE_APPROVAL, CheckedApproval, PageTranslation
from courses.models.upload import PageUpload

__all__ = [
    "BEFORE_APPROVAL",
    "RULE_FIELDS",
    "ActionEvidence",
    "Attendance",
    "AttendanceEvent",
    "CalendarFeed",
    "CataloguePage",
    "Channel",
    "CheckedApproval",
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
    "FactoryAction",
    "FactsChange",
    "FeedbackForm",
    "FeedbackRound",
    "FeedbackTally",
    "FeedbackTicket",
    "FollowUp",
    "FollowUpTry",
    "FunctioningAnswers",
    "Headcount",
    "ImportBatch",
    "Invitation",
    "InvitationState",
    "KnowledgeTest",
    "LessonEvent",
    "LessonPage",
    "LessonProgress",
    "LookUp",
    "MakeUp",
    "Message",
    "MessageTemplate",
    "Need",
    "Nomination",
    "NominationState",
    "Organization",
    "OrganizationHeadcount",
    "OrganizationId",
    "OrganizationKey",
    "OrganizationName",
    "Outcome",
    "PageSearchText",
    "PageTranslation",
    "PageUpload",
    "PassportShare",
    "PatternSlot",
    "Person",
    "PersonMerge",
    "PersonPhone",
    "Phase",
    "Pin",
    "PinGuess",
    "Project",
    "Province",
    "PublicHoliday",
    "PublishedYear",
    "QuarantinedEvent",
    "QuizAttempt",
    "RegisterLink",
    "ReportCross",
    "ReportDelivery",
    "ReportFigure",
    "ReportFilter",
    "ReportLogo",
    "ReportSchedule",
    "ReportSnapshot",
    "ReportTable",
    "ReportTemplate",
    "Roster",
    "RosterMember",
    "RunFinance",
    "RunPartner",
    "RunTest",
    "RunTrainer",
    "SeatReservation",
    "Session",
    "SessionEvidence",
    "SessionTrainer",
    "Sitting",
    "StaffArea",
    "TakenTest",
    "Target",
    "TargetSet",
    "TaskMark",
    "Topic",
    "Venue",
]
