"""A quiz with a question of every kind, for tests; in the form in which pages are written."""

from tests import pages

KINDS = [
    (
        "choice",
        {
            "question": "Where is the exit?",
            "choices": [
                {"text": "Left", "is_correct": True},
                {"text": "Right", "is_correct": False},
            ],
            "feedback": "Green sign.",
        },
    ),
    ("true_false", {"question": "Doors stay unlocked.", "is_true": True}),
    ("order", {"question": "What comes first?", "items": ["Stop", "Look", "Write"]}),
    (
        "match",
        {
            "question": "What protects what?",
            "pairs": [
                {"thing": "Glove", "belongs": "Hand"},
                {"thing": "Mask", "belongs": "Face"},
            ],
            "extra": ["Foot"],
        },
    ),
    ("number", {"question": "How many metres?", "number": "1.5", "tolerance": "0", "unit": "m"}),
]
WRITTEN = ("written", {"question": "What did you see?", "guide": "What and where"})


def picture_question(right=0):
    """Two new pictures, one of them right."""
    choices = [
        {"image": pages.image(f"Door {n}"), "alt": f"Door {n}", "is_correct": n == right}
        for n in range(2)
    ]
    return ("picture", {"question": "Which door is safe?", "choices": choices})


def quiz(*questions, **settings):
    return {"title": "What do you know?", "questions": list(questions or KINDS)} | settings


def right_answer(question):
    """What earns the whole point."""
    if question.kind == "number":
        return str(question.number)
    return "Line 2, machine 9" if question.kind == "written" else list(question.right)


def right_answers(questions):
    return [right_answer(question) for question in questions]


def as_posted(questions, answers):
    """The answers under the names of the form."""
    data = {}
    for number, (question, answer) in enumerate(zip(questions, answers, strict=True)):
        if question.kind in ("order", "match"):
            data |= {f"question_{number}_{n}": str(each) for n, each in enumerate(answer)}
        elif question.kind == "multiple":
            data[f"question_{number}"] = [str(each) for each in answer]
        else:
            data[f"question_{number}"] = answer if isinstance(answer, str) else str(answer[0])
    return data
