"""Reads questions in Moodle XML.

After https://docs.moodle.org/en/Moodle_XML_format: a `quiz` holds one `question` of a type each.
"""

from decimal import Decimal
from xml.etree.ElementTree import Element

from courses.adapters.plain_words import plain_words, tidy
from courses.adapters.questions import contents
from courses.adapters.questions.contents import (
    Answer,
    Problem,
    QuestionFile,
    ReadQuestion,
    Unclear,
    number_of,
)

_PASSED_OVER = {"category", "description"}


def read_moodle(root: Element) -> QuestionFile:
    questions, problems = [], []
    for element in root.iter("question"):
        kind = element.get("type", "")
        if kind in _PASSED_OVER:
            continue
        try:
            questions.append(_question(element, kind))
        except Unclear as unclear:
            words = (_words(element.find("questiontext"))[0] or kind)[:80]
            problems.append(Problem(element.line, unclear.code, words))
    return QuestionFile(contents.MOODLE_XML, tuple(questions), tuple(problems))


def _question(element: Element, kind: str) -> ReadQuestion:
    if kind not in _KINDS:
        raise Unclear("unknown_kind")
    text, has_media = _words(element.find("questiontext"))
    if not text:
        raise Unclear("no_question")
    feedback, _media = _words(element.find("generalfeedback"))
    name, values, notes = _KINDS[kind](element)
    answers = [answer for tag in ("answer", "subquestion") for answer in element.iter(tag)]
    lost = has_media or any(_words(answer)[1] for answer in answers)
    told = any(_words(answer.find("feedback"))[0] for answer in answers)
    notes = (
        *([contents.MEDIA_LEFT_OUT] if lost else []),
        *([contents.ANSWER_FEEDBACK] if told else []),
        *notes,
    )
    return ReadQuestion(element.line, name, text, feedback=feedback, notes=notes, **values)


def _words(element: Element | None) -> tuple[str, bool]:
    """The words of an element with its `text`, and whether pictures or files go with it."""
    if element is None:
        return "", False
    text = element.find("text")
    raw = "".join((element if text is None else text).itertext())
    is_plain = element.get("format") in ("plain_text", "moodle_auto_format")
    words, has_media = (tidy(raw), False) if is_plain else plain_words(raw)
    return words, has_media or element.find("file") is not None


def _fraction(answer: Element) -> Decimal:
    return number_of(answer.get("fraction", "0") or "0")


def _answers(element: Element) -> list[tuple[str, Decimal]]:
    return [(_words(answer)[0], _fraction(answer)) for answer in element.findall("answer")]


def _choice(element: Element):
    """With one right answer the best counts, else every answer that earns something."""
    found = _answers(element)
    best = max((fraction for _text, fraction in found), default=Decimal(0))
    is_single = (element.findtext("single") or "true").strip().lower() in ("true", "1")
    least = best if is_single else Decimal("0.0001")
    answers = tuple(Answer(text, fraction >= least > 0) for text, fraction in found)
    is_partly = is_single and any(0 < fraction < best for _text, fraction in found)
    return contents.CHOICE, {"answers": answers}, [contents.PARTS_OF_POINTS] if is_partly else []


def _true_false(element: Element):
    right = [text.lower() for text, fraction in _answers(element) if fraction > 0]
    if len(right) != 1 or right[0] not in ("true", "false"):
        raise Unclear("answers")
    return contents.TRUE_FALSE, {"is_true": right[0] == "true"}, []


def _short(element: Element):
    guide = "\n".join(text for text, fraction in _answers(element) if text and fraction > 0)
    return contents.WRITTEN, {"guide": guide}, [contents.MARKED_BY_HAND]


def _essay(element: Element):
    guide, _media = _words(element.find("graderinfo"))
    return contents.WRITTEN, {"guide": guide}, [contents.MARKED_BY_HAND]


def _number(element: Element):
    answers = [answer for answer in element.findall("answer") if _fraction(answer) > 0]
    if not answers:
        raise Unclear("answers")
    best = max(answers, key=_fraction)
    values = {
        "number": number_of(_words(best)[0]),
        "tolerance": abs(number_of(best.findtext("tolerance") or "0")),
    }
    return contents.NUMBER, values, [contents.ONE_OF_SEVERAL] if len(answers) > 1 else []


def _match(element: Element):
    found = [
        (_words(each)[0], _words(each.find("answer"))[0]) for each in element.findall("subquestion")
    ]
    values = {
        "pairs": tuple((thing, belongs) for thing, belongs in found if thing),
        "extra": tuple(belongs for thing, belongs in found if not thing and belongs),
    }
    return contents.MATCH, values, []


def _order(element: Element):
    """Each answer tells its place as its fraction, or stands in the right order."""
    answers = sorted(element.findall("answer"), key=_fraction)
    return contents.ORDER, {"items": tuple(_words(answer)[0] for answer in answers)}, []


_KINDS = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "essay": _essay,
    "numerical": _number,
    "matching": _match,
    "ordering": _order,
}
