"""Who asks and who has answered the six questions; what of it leaves is one figure."""

from collections.abc import Iterator
from datetime import date

from courses.choices import ConsentKind
from courses.models import Consent, ConsentNotice, FunctioningAnswers, Person
from courses.queries.consents import Question, questions_for
from courses.queries.facts.source import Source
from courses.rules.functioning import QUESTIONS, spans

#: How the table is called in the SQL of the figure, and its columns.
TABLE = "functioning"
COLUMNS = {"person": "BIGINT", "day": "DATE", "until": "DATE", "has_difficulty": "BOOLEAN"}


def question_of(person: Person) -> Question:
    """The words in which she is asked whether she agrees, and what she said. Two queries."""
    return next(each for each in questions_for(person) if each.kind == ConsentKind.DISABILITY)


def has_agreed(question: Question) -> bool:
    """Whether she said yes to the words that stand now."""
    answer = question.answer
    return answer is not None and answer.is_given and not question.is_old


def is_asked() -> bool:
    """Whether there are words in which to ask."""
    return ConsentNotice.objects.filter(kind=ConsentKind.DISABILITY).exists()


def own_answers(person: Person) -> FunctioningAnswers | None:
    """The latest, for the person herself alone."""
    return FunctioningAnswers.objects.filter(person=person).first()


def for_the_figure() -> Iterator[tuple[int, date, date, bool]]:
    """By person the days between which answers hold, and whether there is a difficulty; of people
    whose newest word on it is a yes. Three queries. For `Figures` and for nobody else."""
    humans = Source().humans
    agreed = _agreed(humans)
    rows = FunctioningAnswers.objects.order_by().values_list(
        "person_id", "answered_on", "pk", *QUESTIONS
    )
    answered = ((humans.get(person, person), day, pk, levels) for person, day, pk, *levels in rows)
    yield from spans(each for each in answered if each[0] in agreed)


def _agreed(humans: dict[int, int]) -> set[int]:
    newest: dict[int, bool] = {}
    answers = Consent.objects.filter(kind=ConsentKind.DISABILITY)
    for person, is_given in answers.values_list("person_id", "is_given"):
        newest.setdefault(humans.get(person, person), is_given)
    return {person for person, is_given in newest.items() if is_given}
