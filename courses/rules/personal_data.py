"""What the app holds about people: every stored field, for what and how long, and what erasing a
person does to it. `docs/personal-data.md` is made from it, and a test fails on a field without a
word here."""

from collections.abc import Iterable
from dataclasses import dataclass

RECORD = "The training record: who took part, in what, and with which result."
IDENTITY = "To know the person again, so that nobody is counted twice."
CONTACT = "To reach the person about a training."
JOB = "To count by workplace, role and province as they were then."
PROOF = "To show who did what and when."
ASKED = "To do as the person said."
NAMED = "To take onto a run whom an organization named."
STAFF = "To let staff and trainers work and to show who did what."

WITH_PERSON = "As long as the person's record."
WITH_LOGIN = "As long as the login."
WITH_RECORD = "As long as the training record; without the person once she is erased."
WITH_RUN = "As long as the run."
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
    retention: str
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


def by_user(fields: str, retention: str = FOR_GOOD) -> Held:
    """Fields that say which user did something."""
    return Held(fields, PROOF, retention, NOT_HERS)


RULE = (
    "min_attendance_percent min_sessions min_quiz_percent needs_lessons needs_task task_en task_km"
)
PAGE = (
    "id path depth numchild translation_key locale latest_revision live has_unpublished_changes"
    " first_published_at last_published_at live_revision go_live_at expire_at expired locked"
    " locked_at title draft_title slug content_type url_path latest_revision_created_at alias_of"
    " show_in_menus seo_title search_description page_ptr"
)
PAGE_USERS = by_user("owner locked_by", "As long as the page.")

REGISTER = {
    "Person": Declared(
        plain="id birth_year_is_estimated merged_into erased_at created_at compared_at",
        personal=(
            Held("name_km family_name_latin given_name_latin", RECORD, WITH_PERSON, EMPTIED),
            Held("known_as title", "To address the person as she wishes.", WITH_PERSON, EMPTIED),
            Held("key_km key_latin key_sound sort_key", IDENTITY, WITH_PERSON, EMPTIED),
            Held("uuid card_code", IDENTITY, WITH_PERSON, REPLACED),
            Held("sex", "To count women and men.", WITH_RECORD, STAYS),
            Held("birth_year", IDENTITY, WITH_PERSON, EMPTIED),
            Held("email", CONTACT, WITH_PERSON, EMPTIED),
            Held("reads_khmer", "To choose sound and pictures.", WITH_PERSON, EMPTIED),
            Held("user", "To let the person see her own training.", WITH_LOGIN, EMPTIED),
        ),
    ),
    "PersonPhone": Declared(
        plain="id",
        personal=(Held("person raw e164 is_shared", CONTACT, WITH_PERSON, DELETED),),
    ),
    "Employment": Declared(
        plain="id",
        personal=(
            Held("person organization role starts_on ends_on", JOB, WITH_PERSON, DELETED),
            Held("employee_number section", IDENTITY, WITH_PERSON, DELETED),
        ),
    ),
    "ConsentNotice": Declared(
        plain="id kind version text_km text_en published_at",
        personal=(by_user("published_by"),),
    ),
    "Consent": Declared(
        plain="id",
        personal=(
            Held("person kind is_given notice manner recorded_at", ASKED, WITH_RECORD, STAYS),
            by_user("recorded_by", WITH_RECORD),
        ),
    ),
    "Enrollment": Declared(
        plain="id uuid run merged_into created_at",
        personal=(
            Held("person status status_since source task_done_on", RECORD, WITH_RECORD, STAYS),
            Held("invitation", "To show an organization whom it named.", WITH_RECORD, STAYS),
            Held("role employer employer_text sector province", JOB, WITH_RECORD, STAYS),
            Held("status_reason", "To know why a place was given up.", WITH_RECORD, EMPTIED),
        ),
    ),
    "Attendance": Declared(
        plain="id",
        personal=(
            Held(
                "session enrollment presence minutes_missed credited_minutes marked_at",
                RECORD,
                WITH_RECORD,
                STAYS,
            ),
            Held("reason", "To know why somebody was not there.", WITH_RECORD, EMPTIED),
            by_user("marked_by", WITH_RECORD),
        ),
    ),
    "AttendanceEvent": Declared(
        plain="id uuid source recorded_at",
        personal=(
            Held("session enrollment presence minutes_missed", PROOF, WITH_RECORD, STAYS),
            Held("reason", "To know why somebody was not there.", WITH_RECORD, EMPTIED),
            by_user("recorded_by", WITH_RECORD),
        ),
    ),
    "Completion": Declared(
        plain="id computed_at",
        personal=(
            Held(
                "enrollment is_met met_on credited_minutes planned_minutes missing",
                RECORD,
                WITH_RECORD,
                STAYS,
            ),
        ),
    ),
    "LessonProgress": Declared(
        plain="id", personal=(Held("person course lesson_key read_at", RECORD, WITH_RECORD, STAYS),)
    ),
    "QuizAttempt": Declared(
        plain="id uuid",
        personal=(
            Held("person course lesson_key correct total submitted_at", RECORD, WITH_RECORD, STAYS),
            Held("answers", "To show the person what was right.", WITH_PERSON, EMPTIED),
        ),
    ),
    "PersonMerge": Declared(
        plain="id uuid",
        personal=(
            Held("kept absorbed merged_at undone_at", IDENTITY, WITH_RECORD, STAYS),
            Held("changes", "To undo a merge exactly.", WITH_PERSON, EMPTIED),
            by_user("merged_by undone_by", WITH_RECORD),
        ),
    ),
    "DistinctPair": Declared(
        plain="id",
        personal=(
            Held("first second decided_at", IDENTITY, WITH_PERSON, DELETED),
            Held("decided_by", PROOF, WITH_PERSON, DELETED),
        ),
    ),
    "DuplicateCandidate": Declared(
        plain="id",
        personal=(
            Held("first second bits reasons found_at put_off_at", IDENTITY, WITH_PERSON, DELETED),
        ),
    ),
    "Invitation": Declared(
        plain="id uuid run organization channel seats deadline roles women_percent message"
        " token_sha256 expires_on revoked_at last_used_at created_at",
        personal=(
            Held("contact_name", "To know whom one asked.", WITH_RUN, NOT_HERS),
            by_user("created_by", WITH_RUN),
        ),
    ),
    "Nomination": Declared(
        plain="id uuid form_key invitation state is_shared had_to_wait created_at changed_at",
        personal=(
            Held("given_name_latin", NAMED, WITH_RUN, REPLACED),
            Held("name_km family_name_latin birth_year phone", NAMED, WITH_RUN, EMPTIED),
            Held("employee_number employer_text reason", NAMED, WITH_RUN, EMPTIED),
            Held("sex role enrollment", NAMED, WITH_RUN, STAYS),
        ),
    ),
    "ColumnChoice": Declared(plain="id organization heading kind"),
    "ImportBatch": Declared(
        plain="id uuid run sha256 works_at_host status forgotten created_at decided_at started_at"
        " rows_done failure",
        personal=(
            Held("file", "To read a list again.", "Until its people are added.", EMPTIED),
            Held("made", "To take a list back.", WITH_RUN, STAYS),
            Held("filename", "To find a list again.", WITH_RUN, "stays: staff name their files"),
            Held("content", "To add the people of a list.", WITH_RUN, "her rows are emptied"),
            Held("outcomes", "To say what became of each row.", WITH_RUN, "her rows are emptied"),
            by_user("uploaded_by", WITH_RUN),
        ),
    ),
    "RunTrainer": Declared(
        plain="id is_lead",
        personal=(Held("run person", "To say who trains.", WITH_RECORD, STAYS),),
    ),
    "CourseRun": Declared(
        plain=f"id {RULE} uuid code course host venue province delivery_language capacity"
        " enrollment_policy is_listed status starts_on ends_on created_at",
        personal=(by_user("owner", WITH_RUN),),
    ),
    "Session": Declared(
        plain="id uuid run title starts_at ends_at planned_minutes status status_reason closed_at",
        personal=(by_user("closed_by", WITH_RUN),),
    ),
    "ExportLog": Declared(
        plain="id taken_at what file_format filters rows purpose detail",
        personal=(by_user("taken_by"),),
    ),
    "StaffArea": Declared(
        plain="id", personal=(Held("user", STAFF, WITH_LOGIN, "deleted with the login"),)
    ),
    "StaffArea_provinces": Declared(
        plain="id",
        personal=(Held("staffarea province", STAFF, WITH_LOGIN, "deleted with the login"),),
    ),
    "Organization": Declared(
        plain="id name_en name_km kind short_name sector province parent status closed_on"
        " closed_reason merged_into merged_on search_key"
    ),
    "OrganizationName": Declared(
        plain="id organization kind name_en name_km short_name starts_on ends_on"
    ),
    "OrganizationKey": Declared(plain="id organization key is_current is_acronym"),
    "OrganizationHeadcount": Declared(plain="id organization as_of total women men source"),
    "OrganizationId": Declared(plain="id organization scheme value"),
    "Province": Declared(plain="name_en name_km code is_capital aliases"),
    "Venue": Declared(plain="id name_en name_km province organization directions"),
    "Course": Declared(
        plain=f"id {RULE} code title_en title_km audience planned_minutes validity_months"
        " gives_certificate is_archived"
    ),
    "Course_topics": Declared(plain="id course topic"),
    "Course_outcomes": Declared(plain="id course outcome"),
    "Topic": Declared(plain="id name_en name_km slug description_en description_km icon position"),
    "Outcome": Declared(plain="id name_en name_km slug"),
    "CataloguePage": Declared(plain=f"{PAGE} intro", personal=(PAGE_USERS,)),
    "CoursePage": Declared(
        plain=f"{PAGE} course summary picture picture_alt outcomes audience certificate about"
        " search_words",
        personal=(PAGE_USERS,),
    ),
    "LessonPage": Declared(plain=f"{PAGE} summary minutes body", personal=(PAGE_USERS,)),
    "PageSearchText": Declared(plain="page course_page key size"),
}
