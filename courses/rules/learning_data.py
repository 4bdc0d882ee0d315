"""What the app holds about people who learn online, and in files for lessons, with purpose,
retention and end."""

from courses.rules import retention
from courses.rules.personal_words import (
    DELETED,
    EMPTIED,
    RECORD,
    STAYS,
    WITH_PERSON,
    WITH_RECORD,
    Declared,
    Held,
    by_user,
)

LEARNING = {
    "PageUpload": Declared(
        plain="id uuid page kind sha256 created_at",
        personal=(
            Held(
                "file filename",
                "To look at a file before questions, a lesson or a course are made of it.",
                retention.UPLOAD,
                "stays until its term: it is about a course, whoever is named in it",
            ),
        ),
    ),
    "QuizAttempt": Declared(
        plain="id uuid seed questions language minutes",
        personal=(
            Held(
                "person course lesson_key started_at shares waiting correct total submitted_at",
                RECORD,
                WITH_RECORD,
                STAYS,
            ),
            Held("kept_at", "To go on where one stopped.", WITH_RECORD, STAYS),
            Held("answers remarks", "To show the person what was right.", WITH_PERSON, EMPTIED),
        ),
    ),
    "MakeUp": Declared(
        plain="id recorded_at",
        personal=(Held("attendance enrollment session", RECORD, WITH_RECORD, STAYS),),
    ),
    "TakenTest": Declared(
        plain="id max_score",
        personal=(
            Held("enrollment moment form way score", RECORD, WITH_RECORD, STAYS),
            Held("started_at taken_at", RECORD, WITH_RECORD, STAYS),
            Held("answers", "To see which questions people get wrong.", WITH_PERSON, EMPTIED),
            by_user("entered_by", WITH_RECORD),
        ),
    ),
    "TaskMark": Declared(
        plain="id max_score is_current",
        personal=(
            Held("enrollment levels score done_on marked_at", RECORD, WITH_RECORD, STAYS),
            Held("note", "To tell the person how it was and what helps.", WITH_PERSON, EMPTIED),
            by_user("marked_by", WITH_RECORD),
        ),
    ),
    "Sitting": Declared(
        plain="id",
        personal=(
            Held(
                "enrollment moment form way answers started_at",
                "To go on with a test where one left it.",
                "Until the test is handed in or closed.",
                DELETED,
            ),
        ),
    ),
}
