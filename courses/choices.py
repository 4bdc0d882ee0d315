"""Codes that are stored, with the words that people read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    FEMALE = "female", _("Woman")
    MALE = "male", _("Man")
    ANOTHER = "another", _("Another")
    NOT_STATED = "not_stated", _("Not stated")


class Role(models.TextChoices):
    """A person's role at the time (indicator R15)."""

    WORKER = "worker", _("Worker")
    SUPERVISOR = "supervisor", _("Supervisor or line leader")
    MANAGER = "manager", _("Manager, personnel or compliance staff")
    WORKER_REP = "worker_rep", _("Worker representative or shop steward")
    UNION_LEADER = "union_leader", _("Union leader in an enterprise")
    UNION_LEADER_FEDERATION = "union_leader_federation", _("Union leader in a federation or above")
    EMPLOYERS_STAFF = "employers_staff", _("Staff of an employers' association")
    OFFICIAL = "official", _("Government official")
    TRAINER = "trainer", _("Trainer")
    OTHER = "other", _("Other role")


class OrganizationKind(models.TextChoices):
    FACTORY = "factory", _("Factory")
    GROUP = "group", _("Group of companies")
    ENTERPRISE_UNION = "enterprise_union", _("Enterprise union")
    FEDERATION = "federation", _("Union federation")
    CONFEDERATION = "confederation", _("Union confederation")
    EMPLOYERS_ASSOCIATION = "employers_association", _("Employers' association")
    MINISTRY_OFFICE = "ministry_office", _("Ministry office")
    INSTITUTE = "institute", _("Training institute")
    NGO = "ngo", _("Non-governmental organization")
    FINANCIAL_SERVICE = "financial_service", _("Financial service provider")
    OTHER = "other", _("Other organization")


class OrganizationStatus(models.TextChoices):
    ACTIVE = "active", _("Active")
    CLOSED = "closed", _("Closed")
    MERGED = "merged", _("Merged into another")


class OrganizationNameKind(models.TextChoices):
    """What a name beside the current one is."""

    ALIAS = "alias", _("Other name")
    FORMER = "former", _("Former name")
    ACRONYM = "acronym", _("Acronym")


class Sector(models.TextChoices):
    """Sector of the workplace (indicator R24)."""

    GARMENT = "garment", _("Garment")
    FOOTWEAR = "footwear", _("Footwear")
    TRAVEL_GOODS = "travel_goods", _("Travel goods and bags")
    NOT_A_FACTORY = "not_a_factory", _("Not a factory")


class DeliveryLanguage(models.TextChoices):
    KHMER = "km", _("Khmer")
    ENGLISH = "en", _("English")
    CHINESE = "zh", _("Chinese")


class EnrollmentPolicy(models.TextChoices):
    """How people come to a run."""

    OPEN = "open", _("Open: a place at once, then a waiting list")
    REQUEST = "request", _("By request: a trainer decides")
    INVITATION = "invitation", _("By invitation: only trainers and staff enrol")


class RunStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class SessionStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")
    POSTPONED = "postponed", _("Postponed")


class EnrollmentStatus(models.TextChoices):
    REQUESTED = "requested", _("Waiting for a decision")
    WAITLISTED = "waitlisted", _("On the waiting list")
    ENROLLED = "enrolled", _("Enrolled")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    MERGED = "merged", _("Merged into another record")


class EnrollmentSource(models.TextChoices):
    SELF = "self", _("Enrolled herself or himself")
    STAFF = "staff", _("Enrolled by a trainer or staff")
    IMPORT = "import", _("From a participant list")
    WALK_IN = "walk_in", _("Walk-in at the door")
    NOMINATION = "nomination", _("Nominated by an organization")


class Presence(models.TextChoices):
    PRESENT = "present", _("Here")
    LATE = "late", _("Late")
    LEFT_EARLY = "left_early", _("Left early")
    EXCUSED = "excused", _("Excused")
    ABSENT = "absent", _("Absent")


#: Presences that count as attendance "A" in the reach indicators.
ATTENDED = (Presence.PRESENT, Presence.LATE, Presence.LEFT_EARLY)


class MarkSource(models.TextChoices):
    REGISTER = "register", _("Register")
    WALK_IN = "walk_in", _("Walk-in at the door")
    CORRECTION = "correction", _("Correction after closing")
    IMPORT = "import", _("Import")


class ConsentKind(models.TextChoices):
    PUBLIC_NAME = "public_name", _("Name on the public certificate check")
    PHOTO = "photo", _("Photo")
    FOLLOW_UP = "follow_up", _("Follow-up call")


class ReadsKhmer(models.TextChoices):
    EASILY = "easily", _("Easily")
    WITH_DIFFICULTY = "with_difficulty", _("With difficulty")
    NO = "no", _("No")


class ImportStatus(models.TextChoices):
    """Where a participant list stands."""

    PREVIEWED = "previewed", _("Looked at")
    QUEUED = "queued", _("Waits for its turn")
    WORKING = "working", _("Being added")
    FAILED = "failed", _("Not added")
    COMMITTED = "committed", _("Added")
    UNDONE = "undone", _("Taken back")
    DISCARDED = "discarded", _("Put aside")


class ImportOutcome(models.TextChoices):
    """What becomes of a row of a participant list."""

    NEW = "new", _("New person")
    KNOWN = "known", _("Known person")
    ALREADY = "already", _("On this run already")
    IS_TRAINER = "is_trainer", _("Trains on this run")
    LEFT_OUT = "left_out", _("Stays out")
    REFUSED = "refused", _("Could not be added")


class UndoReason(models.TextChoices):
    """Why something that a participant list made stays when the list is taken back."""

    MARKS = "marks", _("The register has marks of this person on this run.")
    VERDICT = "verdict", _("It was judged whether this person completed the run.")
    CERTIFICATE = "certificate", _("This person has a certificate.")
    TASK = "task", _("This person has done the task of this run.")
    MERGED = "merged", _("This record was merged with another one.")
    OTHER_RUN = "other_run", _("This person takes part in another run too.")
    TRAINS = "trains", _("This person trains.")
    LOGIN = "login", _("This person has a login.")
    CHANGED = "changed", _("This record was changed since.")
    OTHER = "other", _("Other records belong to this person.")


class MatchReason(models.TextChoices):
    """What a description and a person on record have in common, and what not."""

    SAME_NAME = "same_name", _("same name")
    SIMILAR_NAME = "similar_name", _("similar name")
    OTHER_NAME = "other_name", _("other name")
    SAME_PHONE = "same_phone", _("same phone")
    OTHER_PHONE = "other_phone", _("other phone")
    SAME_EMPLOYER = "same_employer", _("same workplace")
    OTHER_EMPLOYER = "other_employer", _("other workplace")
    SAME_NUMBER = "same_number", _("same employee number")
    OTHER_NUMBER = "other_number", _("other employee number")
    SAME_SEX = "same_sex", _("same sex")
    OTHER_SEX = "other_sex", _("other sex")
    SAME_BIRTH_YEAR = "same_birth_year", _("same year of birth")
    SIMILAR_BIRTH_YEAR = "similar_birth_year", _("similar year of birth")
    OTHER_BIRTH_YEAR = "other_birth_year", _("other year of birth")


class FileProblem(models.TextChoices):
    """Why a file is not taken: the codes of the spreadsheet reader."""

    EMPTY = "empty", _("This file is empty. Choose the file that holds the list.")
    TOO_LARGE = (
        "too_large",
        _("This file is too large. Save the list alone in a new file and choose that."),
    )
    TOO_MANY_ROWS = (
        "too_many_rows",
        _("This file has too many rows. Keep only the people of this run and choose it again."),
    )
    TOO_MANY_COLUMNS = (
        "too_many_columns",
        _("This file has too many columns. Keep only the list and choose it again."),
    )
    TOO_MANY_SHEETS = (
        "too_many_sheets",
        _("This file has too many sheets. Keep only the list and choose it again."),
    )
    NOT_A_SPREADSHEET = (
        "not_a_spreadsheet",
        _("This is not a spreadsheet. Choose an XLSX, ODS or CSV file."),
    )
    LEGACY_XLS = (
        "legacy_xls",
        _("This is an old Excel file (XLS). Open it, save it as XLSX and choose the new file."),
    )
    ENCRYPTED = (
        "encrypted",
        _("A password protects this file. Save it without one and choose it again."),
    )
    HOSTILE = (
        "hostile",
        _(
            "This file holds parts that no list needs and that can do harm, so it was not opened."
            " Copy the list into a new file and choose that."
        ),
    )
    UNREADABLE = (
        "unreadable",
        _("This file is damaged. Open it, save it again and choose the new file."),
    )


class ListProblem(models.TextChoices):
    """What is wrong with a participant list or one of its rows: the codes of the list's rules."""

    NO_HEADING = (
        "no_heading",
        _(
            "No heading was found."
            " The list needs a row that names its columns, such as name and sex."
        ),
    )
    NO_PEOPLE = "no_people", _("Nobody was found below the heading of this list.")
    TOO_MANY_PEOPLE = (
        "too_many_people",
        _("This list holds more than %(value)s people. Divide it and add the parts one by one."),
    )
    NOT_UNICODE_KHMER = (
        "not_unicode_khmer",
        _(
            "The column “%(column)s” is written with an old font, not in Khmer Unicode."
            " Change it to Unicode, or remove it and keep the Latin names."
        ),
    )
    SHEET_LEFT_OUT = (
        "sheet_left_out",
        _("The sheet “%(sheet)s” stays out: it has no heading with names."),
    )
    NAME_MISSING = "name_missing", _("There is no name in this row.")
    NAME_TOO_LONG = "name_too_long", _("This name is too long.")
    LOOKS_LIKE_A_NOTE = (
        "looks_like_a_note",
        _("This looks like a note, not like a person: %(value)s"),
    )
    TWICE_IN_LIST = "twice_in_list", _("This person stands in row %(value)s already.")
    NUMBER_TWICE = (
        "employee_number_twice",
        _("Row %(value)s has the same employee number and another name."),
    )
    SEX_UNKNOWN = "sex_unknown", _("“%(value)s” says no sex. It is kept as not stated.")
    ROLE_UNKNOWN = "role_unknown", _("The position “%(value)s” is kept as another role.")
    BIRTH_YEAR_UNLIKELY = (
        "birth_year_unlikely",
        _("“%(value)s” gives no likely year of birth. It is left blank."),
    )
    PHONE_NOT_A_NUMBER = (
        "phone_not_a_number",
        _("“%(value)s” is no phone number. It is kept as written."),
    )
    PHONE_UNUSUAL = (
        "phone_unusual",
        _("The phone number %(value)s looks unusual. Please check it."),
    )

    @classmethod
    def sentence(cls, problem):
        """The sentence for a problem that the rules found."""
        return cls(problem.code).label % vars(problem)
