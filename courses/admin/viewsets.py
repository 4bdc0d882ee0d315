"""All viewsets of the app; choosers first, because forms look for them."""

from courses.admin.areas import StaffAreaViewSet
from courses.admin.consents import NoticeViewSet
from courses.admin.courses import CourseViewSet
from courses.admin.devices import DeviceViewSet
from courses.admin.enrollments import EnrollmentViewSet
from courses.admin.factory_actions import FactoryActionViewSet
from courses.admin.files import ExportLogViewSet
from courses.admin.invitations import InvitationViewSet
from courses.admin.knowledge import TestViewSet
from courses.admin.look_ups import LookUpViewSet
from courses.admin.message_words import MessageWordsViewSet
from courses.admin.messages import MessageViewSet
from courses.admin.numbers import NumbersViewSet
from courses.admin.organizations import OrganizationChooserViewSet, OrganizationViewSet
from courses.admin.people import PersonChooserViewSet, PersonViewSet
from courses.admin.phases import PhaseViewSet, TargetSetViewSet
from courses.admin.places import VenueChooserViewSet, VenueViewSet
from courses.admin.planning import HolidayViewSet, MaterialViewSet, PatternViewSet, ProjectViewSet
from courses.admin.report_schedules import ReportScheduleViewSet
from courses.admin.report_templates import ReportTemplateViewSet
from courses.admin.rosters import RosterMemberViewSet, RosterViewSet
from courses.admin.runs import RunViewSet
from courses.admin.sessions import SessionViewSet
from courses.admin.snapshots import SnapshotViewSet
from courses.admin.taxonomy import OutcomeViewSet, TopicViewSet


def training_viewsets():
    """Hook `register_admin_viewset`."""
    return [
        PersonChooserViewSet("people"),
        OrganizationChooserViewSet("organizations"),
        VenueChooserViewSet("venues"),
        SnapshotViewSet("snapshots"),
        NumbersViewSet("numbers"),
        ReportTemplateViewSet("report_templates"),
        ReportScheduleViewSet("report_schedules"),
        RunViewSet("runs"),
        SessionViewSet("sessions"),
        InvitationViewSet("invitations"),
        EnrollmentViewSet("enrolments"),
        FactoryActionViewSet("actions"),
        MessageViewSet("messages"),
        PersonViewSet("people"),
        OrganizationViewSet("organizations"),
        RosterViewSet("rosters"),
        RosterMemberViewSet("roster_members"),
        VenueViewSet("venues"),
        CourseViewSet("courses"),
        PatternViewSet("patterns"),
        MaterialViewSet("materials"),
        TestViewSet("tests"),
        TopicViewSet("topics"),
        OutcomeViewSet("outcomes"),
        ProjectViewSet("projects"),
        PhaseViewSet("phases"),
        TargetSetViewSet("targets"),
        HolidayViewSet("holidays"),
        NoticeViewSet("notices"),
        MessageWordsViewSet("words"),
        ExportLogViewSet("files"),
        DeviceViewSet("phones"),
        LookUpViewSet("lookups"),
        StaffAreaViewSet("areas"),
    ]
