"""What is held of people whom the programme asks what they think, and what became of it, in their
work and in their factory."""

from courses.rules.personal_words import (
    DELETED,
    EMPTIED,
    STAYS,
    WITH_PERSON,
    WITH_RECORD,
    WITH_RUN,
    Declared,
    Held,
    by_user,
)
from courses.rules.retention import ACTION_EVIDENCE, FEEDBACK_TICKET

LATER = "To know what became of a course at work, and whom nobody has reached yet."
DOES = "To know who does what in a factory and who has seen it; roles are asked for, not names."
SHOWS = "To show that a factory did what it agreed to do."
ONCE = "To count nobody twice; it leads to nobody without the secret of the site."

IN_CONFIDENCE = (
    "To count whether the training reaches people with disability: sensitive, with consent. The"
    " person alone reads it; what leaves is one number of ten or more."
)
NEEDED = "To let her take part as she needs."
UNTIL_TAKEN_BACK = "Until she takes it back, at most as long as the person's record."

ASKED_OF_PEOPLE = {
    "FactoryAction": Declared(
        plain="id uuid run organization sector province text topic agreed_on due_on state seen_on"
        " seen_note dropped_on dropped_reason revision",
        personal=(
            Held("responsible seen_by", DOES, WITH_RUN, "stays: it names roles, not people"),
            by_user("written_by closed_by", WITH_RUN),
        ),
    ),
    "ActionEvidence": Declared(
        plain="id uuid action size sha256 uploaded_at",
        personal=(
            Held("file", SHOWS, ACTION_EVIDENCE, "stays until its term: it shows many people"),
            Held("note", SHOWS, ACTION_EVIDENCE, "stays: staff write it about the file"),
            by_user("uploaded_by", ACTION_EVIDENCE),
        ),
    ),
    "FunctioningAnswers": Declared(
        plain="id",
        personal=(
            Held("person answered_on", IN_CONFIDENCE, UNTIL_TAKEN_BACK, DELETED),
            Held("seeing hearing walking", IN_CONFIDENCE, UNTIL_TAKEN_BACK, DELETED),
            Held("remembering self_care communicating", IN_CONFIDENCE, UNTIL_TAKEN_BACK, DELETED),
        ),
    ),
    "Need": Declared(
        plain="id",
        personal=(Held("person text told_at told_by", NEEDED, WITH_PERSON, DELETED),),
    ),
    "FeedbackForm": Declared(
        plain="id course version statements question_en question_km published_on",
        personal=(by_user("published_by"),),
    ),
    "FeedbackRound": Declared(plain="id uuid run form closed_on"),
    "FeedbackTally": Declared(
        plain="id round way sheets counts",
        personal=(
            Held(
                "texts",
                "To hear what should be better. Nobody knows who wrote it.",
                WITH_RUN,
                "stays: it leads to nobody",
            ),
        ),
    ),
    "FeedbackTicket": Declared(
        plain="round",
        personal=(Held("fingerprint", ONCE, FEEDBACK_TICKET, "stays until then"),),
    ),
    "FollowUp": Declared(
        plain="id uuid token_sha256",
        personal=(
            Held("enrollment asked_on answered_on way has_applied", LATER, WITH_RECORD, STAYS),
            Held("evidence", LATER, WITH_RECORD, STAYS),
            Held("practice hindrance evidence_note", LATER, WITH_RECORD, EMPTIED),
            by_user("recorded_by", WITH_RECORD),
        ),
    ),
    "FollowUpTry": Declared(
        plain="id",
        personal=(
            Held("follow_up outcome tried_at", LATER, WITH_RECORD, STAYS),
            by_user("tried_by", WITH_RECORD),
        ),
    ),
}
