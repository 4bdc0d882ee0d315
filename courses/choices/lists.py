"""Participant lists: where they stand, what becomes of their rows, and what is wrong with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    FORGOTTEN = "forgotten", _("This person was erased. The row stays out.")
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
    PHONE_TOO_SHORT = (
        "phone_too_short",
        _("The phone number %(value)s is too short. It is kept as written."),
    )
    PHONE_UNUSUAL = (
        "phone_unusual",
        _("The phone number %(value)s looks unusual. Please check it."),
    )

    @classmethod
    def sentence(cls, problem):
        """The sentence for a problem that the rules found."""
        return cls(problem.code).label % vars(problem)
