"""A knowledge test with two questions in each form, of which the second answer is right."""

from courses.models import Course, KnowledgeTest
from tests.factories import KnowledgeTestFactory


def block(form: str, language: str, number: int) -> dict:
    name = f"{form}{number}"
    choices = [
        {
            "type": "item",
            "id": f"{name}-{place}",
            "value": {"text": f"{name}{place} {language}", "is_correct": place == 1},
        }
        for place in range(3)
    ]
    value = {"question": f"Question {name} {language}", "choices": choices, "feedback": ""}
    return {"type": "choice", "id": name, "value": value}


def asking(course: Course, **fields) -> KnowledgeTest:
    """The test of the course, with questions on the phone."""
    questions = {
        f"questions_{form.lower()}_{language}": [block(form, language, n) for n in (1, 2)]
        for form in ("A", "B")
        for language in ("en", "km")
    }
    return KnowledgeTestFactory(course=course, **questions, **fields)
