"""Questions: how they are written, drawn, shown without their key, graded and told apart.

A question is a frozen value made from what an author wrote (`question_of`). `draw` chooses from
pools and mixes with a seed; what it returns is what a person sees, and what an attempt keeps
(`as_stored`, `from_stored`), so that later changes by the author do not touch it. Answers are plain
JSON by the positions shown; `grade` says which share of one point an answer earns.
"""

from courses.rules.questions.authored import question_of, questions_of
from courses.rules.questions.drawing import Pool, draw, version_of
from courses.rules.questions.grading import Result, grade, grade_all
from courses.rules.questions.numbers import readings
from courses.rules.questions.question import Kind, Part, Question, as_stored, from_stored
from courses.rules.questions.translated import translated

__all__ = [
    "Kind",
    "Part",
    "Pool",
    "Question",
    "Result",
    "as_stored",
    "draw",
    "from_stored",
    "grade",
    "grade_all",
    "question_of",
    "questions_of",
    "readings",
    "translated",
    "version_of",
]
