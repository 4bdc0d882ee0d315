"""What a file of questions holds once it is read, whatever its format."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

GIFT, MOODLE_XML, QTI = "gift", "moodle_xml", "qti"
CHOICE, TRUE_FALSE, ORDER = "choice", "true_false", "order"
MATCH, NUMBER, WRITTEN = "match", "number", "written"

EMPTY = "empty"
TOO_LARGE = "too_large"
TOO_MANY = "too_many"
UNKNOWN_FORMAT = "unknown_format"
BROKEN_XML = "broken_xml"

FILE_BYTES = 2_000_000
QUESTIONS = 500

#: Notes: what a question loses on its way.
MEDIA_LEFT_OUT = "media_left_out"
PARTS_OF_POINTS = "parts_of_points"
ANSWER_FEEDBACK = "answer_feedback"
MARKED_BY_HAND = "marked_by_hand"
ONE_OF_SEVERAL = "one_of_several"


class QuestionFileError(Exception):
    """A file that cannot be taken as a whole; `code` is one of the constants of this module."""

    def __init__(self, code: str, line: int = 0):
        super().__init__(code)
        self.code = code
        self.line = line


@dataclass(frozen=True)
class Answer:
    text: str
    is_right: bool = False


@dataclass(frozen=True)
class ReadQuestion:
    """A question in plain words. `line` is where it begins in `source`, a file inside a package or
    nothing. What the kind does not use stays empty; `items` are in the right order, `extra` belongs
    to no pair, and `guide` tells who marks what is right."""

    line: int
    kind: str
    text: str
    source: str = ""
    answers: tuple[Answer, ...] = ()
    is_true: bool = False
    items: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    number: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    guide: str = ""
    feedback: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """A piece of the file that is not understood; `words` shows its beginning."""

    line: int
    code: str
    words: str = ""
    source: str = ""


@dataclass(frozen=True)
class QuestionFile:
    """In the order of the file."""

    format: str
    questions: tuple[ReadQuestion, ...] = ()
    problems: tuple[Problem, ...] = ()


class Unclear(Exception):
    """A single question that cannot be understood; `code` says why."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def number_of(text: str) -> Decimal:
    """Raises Unclear where the text is no finite number."""
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise Unclear("no_number") from error
    if not number.is_finite() or abs(number.adjusted()) > 12:
        raise Unclear("no_number")
    return number
