"""Files of quiz questions, values in and out: GIFT, Moodle XML and QTI 2.1 are read."""

from courses.adapters.questions.contents import (
    Answer,
    Problem,
    QuestionFile,
    QuestionFileError,
    ReadQuestion,
)
from courses.adapters.questions.reader import read_questions

__all__ = [
    "Answer",
    "Problem",
    "QuestionFile",
    "QuestionFileError",
    "ReadQuestion",
    "read_questions",
]
