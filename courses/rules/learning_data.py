"""What the app holds about people who learn online, with purpose, retention and end."""

from courses.rules.personal_words import (
    EMPTIED,
    RECORD,
    STAYS,
    WITH_PERSON,
    WITH_RECORD,
    Declared,
    Held,
)

LEARNING = {
    "LessonProgress": Declared(
        plain="id", personal=(Held("person course lesson_key read_at", RECORD, WITH_RECORD, STAYS),)
    ),
    "QuizAttempt": Declared(
        plain="id uuid seed questions minutes",
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
}
