"""What the app holds about people: every stored field, for what and how long, and what erasing a
person does to it. `docs/personal-data.md` is made from it, and a test fails on a field without a
word here."""

from courses.rules import retention
from courses.rules.asked_data import ASKED_OF_PEOPLE
from courses.rules.learning_data import LEARNING
from courses.rules.lesson_data import LESSONS
from courses.rules.personal_cards import CARDS
from courses.rules.personal_words import (
    ASKED,
    CONTACT,
    DELETED,
    EMPTIED,
    GIVEN_UP,
    IDENTITY,
    JOB,
    NAMED,
    NOT_HERS,
    PROOF,
    RECORD,
    REPLACED,
    SIGNED,
    STAFF,
    STAYS,
    TOLD,
    TRAINS,
    WITH_LOGIN,
    WITH_PERSON,
    WITH_RECORD,
    WITH_RUN,
    Declared,
    Held,
    by_user,
)
from courses.rules.plain_data import PAGE, PLAIN, RULE
from courses.rules.report_data import REPORTS

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
            Held("email", CONTACT, retention.CONTACT, EMPTIED),
            Held("reads_khmer", "To choose sound and pictures.", WITH_PERSON, EMPTIED),
            Held("user", "To let the person see her own training.", WITH_LOGIN, EMPTIED),
        ),
    ),
    "PersonPhone": Declared(
        plain="id",
        personal=(Held("person raw e164 is_shared", CONTACT, retention.CONTACT, DELETED),),
    ),
    "Employment": Declared(
        plain="id",
        personal=(
            Held("person organization role starts_on ends_on", JOB, WITH_PERSON, DELETED),
            Held("employee_number section", IDENTITY, WITH_PERSON, DELETED),
        ),
    ),
    "PublishedYear": Declared(
        plain="id uuid year edition snapshot content proof digest prepared_at published_at"
        " withdrawn_at withdrawn_why",
        personal=(by_user("prepared_by published_by withdrawn_by"),),
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
            Held("confirmed_at offer_ends_at substitutes", RECORD, WITH_RECORD, STAYS),
            Held("reservation", "To know whose seat was used.", WITH_RECORD, STAYS),
            Held("invitation", "To show an organization whom it named.", WITH_RECORD, STAYS),
            Held("role employer employer_text sector province", JOB, WITH_RECORD, STAYS),
            Held("first_form", "To give everybody two different forms.", WITH_RECORD, STAYS),
            Held("status_cause status_reason", GIVEN_UP, WITH_RECORD, EMPTIED),
        ),
    ),
    "Attendance": Declared(
        plain="id heads is_disputed is_self_reported",
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
        plain="id uuid source kind supersedes corrects row sequence clock_offset number digest"
        " recorded_at",
        personal=(
            Held("session enrollment presence minutes_missed", PROOF, WITH_RECORD, STAYS),
            Held("device tapped_at", PROOF, WITH_RECORD, STAYS),
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
            Held(
                "first second bits reasons found_at put_off_at",
                IDENTITY,
                retention.WAITING_PAIR,
                DELETED,
            ),
        ),
    ),
    "Invitation": Declared(
        plain="id uuid run organization channel seats deadline roles women_percent message"
        " token_sha256 expires_on revoked_at last_used_at created_at",
        personal=(
            Held("contact_name", "To know whom one asked.", retention.LINK_CONTACT, NOT_HERS),
            by_user("created_by", WITH_RUN),
        ),
    ),
    "Nomination": Declared(
        plain="id uuid form_key invitation state is_shared had_to_wait created_at changed_at",
        personal=(
            Held("given_name_latin", NAMED, retention.NOMINEE, REPLACED),
            Held("name_km family_name_latin", NAMED, retention.NOMINEE, EMPTIED),
            Held(
                "birth_year phone employee_number employer_text reason",
                NAMED,
                retention.NOMINEE_DETAILS,
                EMPTIED,
            ),
            Held("sex role enrollment", NAMED, WITH_RUN, STAYS),
        ),
    ),
    "Message": Declared(
        plain="id uuid key run session status not_before useless_after claimed_at attempts problem"
        " created_at sent_at",
        personal=(
            Held("person enrollment kind language channel is_discreet", TOLD, WITH_RECORD, STAYS),
            Held("address subject body", TOLD, retention.MESSAGE, EMPTIED),
            Held("problem_detail receipt", "To find out what failed.", retention.MESSAGE, EMPTIED),
        ),
    ),
    "MessageTemplate": Declared(
        plain="id kind subject_en subject_km body_en body_km discreet_en discreet_km changed_at",
        personal=(by_user("changed_by"),),
    ),
    "CalendarFeed": Declared(
        plain="id token_sha256 created_at last_used_at",
        personal=(Held("user", STAFF, WITH_LOGIN, "deleted with the login"),),
    ),
    "ImportBatch": Declared(
        plain="id uuid run sha256 works_at_host status forgotten created_at decided_at started_at"
        " rows_done failure emptied_at",
        personal=(
            Held("file", "To read a list again.", retention.UNDECIDED_LIST, EMPTIED),
            Held("made", "To take a list back.", retention.LIST, STAYS),
            Held("filename", "To find a list again.", WITH_RUN, "stays: staff name their files"),
            Held("content", "To add the people of a list.", retention.LIST, "her rows are emptied"),
            Held("outcomes", "To say what became of each row.", WITH_RUN, "her rows are emptied"),
            by_user("uploaded_by started_by", WITH_RUN),
        ),
    ),
    "RunTrainer": Declared(
        plain="id is_lead organization",
        personal=(Held("run person", TRAINS, WITH_RECORD, STAYS),),
    ),
    "SessionTrainer": Declared(
        plain="id", personal=(Held("session person", TRAINS, WITH_RECORD, STAYS),)
    ),
    "RosterMember": Declared(
        plain="id roster",
        personal=(
            Held(
                "person organization is_alternate starts_on ends_on",
                "To know who belongs to a group that meets again and again.",
                WITH_PERSON,
                DELETED,
            ),
        ),
    ),
    "CourseRun": Declared(
        plain=f"id {RULE} uuid code course host venue province delivery_language capacity"
        " enrollment_policy is_listed roles is_for_host_only waiting_rule offer_hours pattern"
        " copied_from roster external_reference status starts_on ends_on created_at"
        " calendar_sequence told_plan",
        personal=(by_user("owner", WITH_RUN),),
    ),
    "Session": Declared(
        plain="id uuid run title starts_at ends_at planned_minutes venue recording status"
        " status_cause status_reason postponed_to notes closed_at chain_length chain_digest"
        " self_marking_since",
        personal=(
            Held("cascade_of", TRAINS, WITH_RECORD, STAYS),
            by_user("closed_by", WITH_RUN),
        ),
    ),
    "SessionEvidence": Declared(
        plain="id uuid session kind size sha256 uploaded_at",
        personal=(
            Held("file", SIGNED, retention.EVIDENCE, "stays until its term: it shows many people"),
            Held("note", SIGNED, retention.EVIDENCE, "stays: staff write it about the file"),
            by_user("uploaded_by", retention.EVIDENCE),
        ),
    ),
    "ExportLog": Declared(
        plain="id taken_at what file_format filters rows purpose detail",
        personal=(by_user("taken_by", retention.EXPORT),),
    ),
    "Device": Declared(
        plain="id uuid secret_hash first_seen unsent unsent_since clock_offset revoked_at wiped_at",
        personal=(
            by_user("user revoked_by", retention.PHONE),
            Held("label last_seen", "To find lost phones.", retention.PHONE, NOT_HERS),
        ),
    ),
    "QuarantinedEvent": Declared(
        plain="id uuid device session code received_at state decided_at note",
        personal=(
            Held("payload", "To decide about a mark.", retention.TAP, EMPTIED),
            by_user("decided_by", WITH_RUN),
        ),
    ),
    "LookUp": Declared(
        plain="id day times people held_back", personal=(by_user("user", retention.LOOK_UP),)
    ),
    "StaffArea": Declared(
        plain="id", personal=(Held("user", STAFF, WITH_LOGIN, "deleted with the login"),)
    ),
    "StaffArea_provinces": Declared(
        plain="id",
        personal=(Held("staffarea province", STAFF, WITH_LOGIN, "deleted with the login"),),
    ),
    "CataloguePage": Declared(plain=f"{PAGE} intro", personal=(PAGE_USERS,)),
    "CoursePage": Declared(
        plain=f"{PAGE} course summary picture picture_alt outcomes audience certificate about"
        " search_words",
        personal=(PAGE_USERS,),
    ),
    "LessonPage": Declared(plain=f"{PAGE} summary minutes body", personal=(PAGE_USERS,)),
} | {**ASKED_OF_PEOPLE, **CARDS, **LEARNING, **LESSONS, **REPORTS, **PLAIN}
