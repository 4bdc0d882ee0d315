"""Reads items of QTI 2.1 with one simple interaction, alone or in a content package.

After the IMS Question and Test Interoperability specification 2.1 (2012).
"""

from xml.etree.ElementTree import Element

from courses.adapters.archives import BROKEN, ArchiveError, ArchiveLimits, open_archive
from courses.adapters.plain_words import tidy
from courses.adapters.questions import contents
from courses.adapters.questions.contents import (
    Answer,
    Problem,
    QuestionFile,
    QuestionFileError,
    ReadQuestion,
    Unclear,
    number_of,
)
from courses.adapters.xml_tree import XmlError, read_xml

LIMITS = ArchiveLimits(unzipped_bytes=40_000_000, parts=2_000)
_MEDIA = ("img", "object", "video", "audio")
_PARAGRAPHS = ("p", "div", "li", "br", "prompt")
_TRUTH = {"true": True, "false": False}


def read_package(data: bytes) -> QuestionFile:
    """The items of a zipped package, in the order of their names."""
    questions, problems = [], []
    try:
        with open_archive(data, LIMITS) as archive:
            names = sorted(name for name in archive.namelist() if name.lower().endswith(".xml"))
            for name in names:
                found = _read_part(name, archive.read(name))
                questions += found.questions
                problems += found.problems
    except ArchiveError as error:
        raise QuestionFileError(error.code) from error
    except BROKEN as error:
        raise QuestionFileError(contents.UNKNOWN_FORMAT) from error
    return QuestionFile(contents.QTI, tuple(questions), tuple(problems))


def _read_part(name: str, data: bytes) -> QuestionFile:
    try:
        root = read_xml(data)
    except XmlError as error:
        problem = Problem(error.line, contents.BROKEN_XML, source=name)
        return QuestionFile(contents.QTI, problems=(problem,))
    if root.tag != "assessmentItem":
        return QuestionFile(contents.QTI)
    return read_item(root, name)


def read_item(root: Element, source: str = "") -> QuestionFile:
    try:
        return QuestionFile(contents.QTI, (_question(root, source),))
    except Unclear as unclear:
        words = (root.get("title") or root.get("identifier") or "")[:80]
        problem = Problem(root.line, unclear.code, words, source)
        return QuestionFile(contents.QTI, problems=(problem,))


def _question(root: Element, source: str) -> ReadQuestion:
    body = root.find("itemBody")
    if body is None:
        raise Unclear("no_question")
    asked = [element for element in body.iter() if element.tag.endswith("Interaction")]
    if len(asked) != 1 or asked[0].tag not in _KINDS:
        raise Unclear("unknown_kind" if asked else "no_answers")
    text = _text_of(body, asked[0])
    if not text:
        raise Unclear("no_question")
    right = _right(root, asked[0].get("responseIdentifier"))
    kind, values, notes = _KINDS[asked[0].tag](asked[0], right, root)
    feedback = "\n".join(filter(None, map(_words, root.findall("modalFeedback"))))
    if any(next(body.iter(tag), None) is not None for tag in _MEDIA):
        notes = (contents.MEDIA_LEFT_OUT, *notes)
    return ReadQuestion(
        root.line, kind, text, source=source, feedback=feedback, notes=tuple(notes), **values
    )


def _words(element: Element, stop: Element | None = None, mark: str = "") -> str:
    return tidy("".join(_pieces(element, stop, mark)))


def _pieces(element: Element, stop: Element | None, mark: str):
    """The text of an element in order; a mark stands for the interaction."""
    if element is stop:
        yield mark
    else:
        yield "\n" if element.tag in _PARAGRAPHS else ""
        yield " ".join((element.text or "").split("\n"))
        for child in element:
            yield from _pieces(child, stop, mark)
            yield " ".join((child.tail or "").split("\n"))
        yield "\n" if element.tag in _PARAGRAPHS else ""


def _text_of(body: Element, interaction: Element) -> str:
    is_inside = interaction.tag == "textEntryInteraction"
    around = _words(body, interaction, " _____ " if is_inside else "\n")
    prompt = interaction.find("prompt")
    return "\n".join(filter(None, (around, _words(prompt) if prompt is not None else "")))


def _declared(root: Element, name: str | None) -> Element | None:
    found = (each for each in root.findall("responseDeclaration") if each.get("identifier") == name)
    return next(found, None)


def _right(root: Element, name: str | None) -> list[str]:
    declared = _declared(root, name)
    values = declared.findall("correctResponse/value") if declared is not None else []
    return [(value.text or "").strip() for value in values]


def _choices(interaction: Element) -> dict[str, str]:
    return {
        choice.get("identifier", ""): _words(choice) for choice in interaction.iter("simpleChoice")
    }


def _choice(interaction: Element, right: list[str], _root: Element):
    choices = _choices(interaction)
    words = [text.lower() for text in choices.values()]
    if sorted(words) == ["false", "true"] and len(right) == 1 and right[0] in choices:
        return contents.TRUE_FALSE, {"is_true": _TRUTH[choices[right[0]].lower()]}, ()
    answers = tuple(Answer(text, key in right) for key, text in choices.items())
    return contents.CHOICE, {"answers": answers}, ()


def _order(interaction: Element, right: list[str], _root: Element):
    choices = _choices(interaction)
    if sorted(right) != sorted(choices):
        raise Unclear("answers")
    return contents.ORDER, {"items": tuple(choices[key] for key in right)}, ()


def _match(interaction: Element, right: list[str], _root: Element):
    sets = interaction.findall("simpleMatchSet")
    if len(sets) != 2:
        raise Unclear("pairs")
    things, others = (
        {each.get("identifier", ""): _words(each) for each in one.iter("simpleAssociableChoice")}
        for one in sets
    )
    pairs = [tuple(value.split()) for value in right]
    if any(len(pair) != 2 or pair[0] not in things or pair[1] not in others for pair in pairs):
        raise Unclear("pairs")
    used = {other for _thing, other in pairs}
    values = {
        "pairs": tuple((things[thing], others[other]) for thing, other in pairs),
        "extra": tuple(text for key, text in others.items() if key not in used),
    }
    return contents.MATCH, values, ()


def _entry(interaction: Element, right: list[str], root: Element):
    declared = _declared(root, interaction.get("responseIdentifier"))
    if declared is not None and declared.get("baseType") in ("float", "integer"):
        if not right:
            raise Unclear("answers")
        return contents.NUMBER, {"number": number_of(right[0])}, ()
    return contents.WRITTEN, {"guide": "\n".join(right)}, (contents.MARKED_BY_HAND,)


_KINDS = {
    "choiceInteraction": _choice,
    "orderInteraction": _order,
    "matchInteraction": _match,
    "textEntryInteraction": _entry,
    "extendedTextInteraction": _entry,
}
