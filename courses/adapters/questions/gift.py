"""Reads questions in GIFT, the text format of Moodle.

After https://docs.moodle.org/en/GIFT_format: questions are separated by blank lines; answers stand
in braces; a backslash before ~ = # { } : takes its meaning away.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

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

_SPECIAL = "~=#{}:\\"
_HIDDEN = {char: chr(0xE000 + number) for number, char in enumerate(_SPECIAL)}
_SHOWN = str.maketrans({hidden: char for char, hidden in _HIDDEN.items()})
_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
_TITLE = re.compile(r"\A\s*::.*?::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_ANSWER = re.compile(r"([=~])([^=~]*)")
_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
BLANK = "_____"


def read_gift(text: str) -> QuestionFile:
    questions, problems = [], []
    for line, block in _blocks(text):
        try:
            questions.append(_question(line, block))
        except Unclear as unclear:
            words = tidy(block.translate(_SHOWN))[:80]
            problems.append(Problem(line, unclear.code, words))
    return QuestionFile(contents.GIFT, tuple(questions), tuple(problems))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Each question with the number of its first line; comments and categories are left out."""
    block, first = [], 0
    for number, line in enumerate([*re.split(r"\r\n|\r|\n", text), ""], 1):
        if line.strip() and not line.lstrip().startswith(("//", "$CATEGORY")):
            first = first or number
            block.append(line)
        elif not line.strip() and block:
            yield first, _ESCAPE.sub(_hide, "\n".join(block))
            block, first = [], 0


def _hide(match: re.Match) -> str:
    return "\n" if match[1] == "n" else _HIDDEN[match[1]]


def _question(line: int, block: str) -> ReadQuestion:
    block = _TITLE.sub("", block, count=1)
    before, opening, rest = block.partition("{")
    inside, closing, after = rest.partition("}")
    if not opening:
        raise Unclear("no_answers")
    if not closing or "{" in inside or re.search("[{}]", after):
        raise Unclear("braces")
    told = _FORMAT.match(before)
    is_html = bool(told) and told[1].lower() == "html"
    words, has_media = _words(f"{before} {BLANK} {after}" if after.strip() else before)
    if not words:
        raise Unclear("no_question")
    inside, _marks, general = inside.partition("####")
    found = _answers(inside.strip(), line, words)
    feedback = _words(general, is_html)[0]
    notes = (contents.MEDIA_LEFT_OUT,) if has_media else ()
    return replace(found, feedback=feedback or found.feedback, notes=notes + found.notes)


def _words(text: str, is_html: bool = False) -> tuple[str, bool]:
    """The text of a piece with its marks back, and whether media were left out. A piece may tell
    its own format."""
    own = _FORMAT.match(text)
    if own:
        text, is_html = text[own.end() :], own[1].lower() == "html"
    shown = text.translate(_SHOWN)
    return plain_words(shown) if is_html else (tidy(shown), False)


def _answers(inside: str, line: int, text: str) -> ReadQuestion:
    if not inside:
        return ReadQuestion(line, contents.WRITTEN, text, notes=(contents.MARKED_BY_HAND,))
    truth, _mark, feedback = inside.partition("#")
    if truth.strip().upper() in _TRUTH:
        return _true_false(line, text, _TRUTH[truth.strip().upper()], feedback)
    if inside.startswith("#"):
        return _number(line, text, inside[1:])
    if not inside.startswith(("=", "~")):
        raise Unclear("answers")
    pieces = [(mark, *_weighed(piece)) for mark, piece in _ANSWER.findall(inside)]
    if any("->" in words for _mark, _weight, words, _told in pieces):
        return _match(line, text, pieces)
    if all(mark == "=" for mark, *_rest in pieces):
        return _short(line, text, pieces)
    return _choice(line, text, pieces)


def _weighed(piece: str) -> tuple[Decimal | None, str, bool]:
    """The weight in per cent, the words, and whether the answer has its own feedback."""
    weight = _WEIGHT.match(piece)
    words, _mark, feedback = (piece[weight.end() :] if weight else piece).partition("#")
    return Decimal(weight[1]) if weight else None, _words(words)[0], bool(feedback.strip())


def _true_false(line: int, text: str, is_true: bool, feedback: str) -> ReadQuestion:
    words = " ".join(filter(None, (_words(piece)[0] for piece in feedback.split("#"))))
    return ReadQuestion(line, contents.TRUE_FALSE, text, is_true=is_true, feedback=words)


def _choice(line: int, text: str, pieces: list) -> ReadQuestion:
    """With an `=` that answer is right, else every answer that earns something."""
    has_right = any(mark == "=" for mark, *_rest in pieces)
    answers = tuple(
        Answer(words, mark == "=" if has_right else bool(weight and weight > 0))
        for mark, weight, words, _told in pieces
    )
    is_partly = any(mark == "~" and weight and weight > 0 for mark, weight, *_rest in pieces)
    notes = [contents.PARTS_OF_POINTS] if has_right and is_partly else []
    notes += [contents.ANSWER_FEEDBACK] if any(told for *_rest, told in pieces) else []
    return ReadQuestion(line, contents.CHOICE, text, answers=answers, notes=tuple(notes))


def _short(line: int, text: str, pieces: list) -> ReadQuestion:
    guide = "\n".join(words for _mark, _weight, words, _told in pieces if words)
    notes = (contents.MARKED_BY_HAND,)
    return ReadQuestion(line, contents.WRITTEN, text, guide=guide, notes=notes)


def _match(line: int, text: str, pieces: list) -> ReadQuestion:
    pairs, extra = [], []
    for _mark, _weight, words, _told in pieces:
        thing, arrow, belongs = (side.strip() for side in words.partition("->"))
        if not arrow or not belongs:
            raise Unclear("pairs")
        if thing:
            pairs.append((thing, belongs))
        else:
            extra.append(belongs)
    return ReadQuestion(line, contents.MATCH, text, pairs=tuple(pairs), extra=tuple(extra))


def _number(line: int, text: str, inside: str) -> ReadQuestion:
    """`3:2` is 3 give or take 2, `1..5` is 3 give or take 2; of several the best counts."""
    pieces = [_weighed(piece) for _mark, piece in _ANSWER.findall(inside)]
    if not pieces:
        plain, _mark, told = inside.partition("#")
        pieces = [(None, _words(plain)[0], bool(told.strip()))]
    _weight, words, _told = max(pieces, key=lambda piece: 100 if piece[0] is None else piece[0])
    notes = (contents.ONE_OF_SEVERAL,) if len(pieces) > 1 else ()
    number, tolerance = _range(words)
    return ReadQuestion(
        line, contents.NUMBER, text, number=number, tolerance=tolerance, notes=notes
    )


def _range(words: str) -> tuple[Decimal, Decimal]:
    low, dots, high = words.partition("..")
    if dots:
        ends = number_of(low), number_of(high)
        return sum(ends) / 2, abs(ends[1] - ends[0]) / 2
    number, _colon, tolerance = words.partition(":")
    return number_of(number), abs(number_of(tolerance)) if tolerance.strip() else Decimal(0)
