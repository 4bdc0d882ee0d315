"""What a file of questions would add to the quiz of a lesson."""

from collections import Counter
from dataclasses import dataclass

from courses.adapters.questions import Problem, QuestionFile
from courses.models import LessonPage
from courses.rules.imported_questions import NEW, Judged, judged


@dataclass(frozen=True)
class QuestionPreview:
    """Each question with what becomes of it, and the pieces that are not understood."""

    format: str
    questions: tuple[Judged, ...]
    problems: tuple[Problem, ...]

    @property
    def fresh(self) -> list[dict]:
        """The blocks that would be added."""
        return [each.block for each in self.questions if each.state == NEW]

    @property
    def counts(self) -> Counter:
        return Counter(each.state for each in self.questions)


def question_preview(file: QuestionFile, lesson: LessonPage) -> QuestionPreview:
    """Against the newest draft of the lesson."""
    found = judged(file.questions, stored_questions(quiz_of(draft_body(lesson))))
    return QuestionPreview(file.format, tuple(found), file.problems)


def draft_body(lesson: LessonPage) -> list[dict]:
    """The stored blocks of the newest draft."""
    return list(lesson.get_latest_revision_as_object().body.get_prep_value())


def quiz_of(body: list[dict]) -> dict | None:
    return next((block for block in body if block["type"] == "quiz"), None)


def stored_questions(quiz: dict | None) -> list[dict]:
    return quiz["value"]["questions"] if quiz else []
