"""How the quiz of a lesson stores its questions."""

from wagtail.blocks import StreamBlock

from courses.blocks import LessonBody


def question_kinds() -> frozenset[str]:
    """The kinds of questions that a quiz can hold."""
    questions = _questions_block()
    return frozenset(questions.child_blocks) if _has_kinds(questions) else frozenset({"choice"})


def stored_questions(quiz: dict | None) -> list[dict]:
    """The questions of a quiz as `courses.rules.imported_questions` makes them."""
    stored = (quiz or {}).get("value", {}).get("questions") or []
    return [{**item, "type": "choice"} if item["type"] == "item" else item for item in stored]


def as_stored(block: dict) -> dict:
    """A question as the quiz stores it."""
    if _has_kinds(_questions_block()):
        return block
    value = {name: part for name, part in block["value"].items() if name != "pool"}
    return {**block, "type": "item", "value": value}


def most_questions() -> int:
    return _questions_block().meta.max_num


def _questions_block():
    return LessonBody().child_blocks["quiz"].child_blocks["questions"]


def _has_kinds(block) -> bool:
    return isinstance(block, StreamBlock)
