"""What the app holds of the lessons that people read; a part of the register of personal data."""

from courses.rules import retention
from courses.rules.personal_words import DELETED, PROOF, RECORD, STAYS, WITH_RECORD, Declared, Held

LESSONS = {
    "LessonProgress": Declared(
        plain="id part number parts",
        personal=(Held("person course lesson_key read_at seen_at", RECORD, WITH_RECORD, STAYS),),
    ),
    "LessonEvent": Declared(
        plain="id uuid part number parts clock_offset received_at",
        personal=(
            Held("person course lesson_key tapped_at", PROOF, retention.LESSON_EVENT, DELETED),
        ),
    ),
}
