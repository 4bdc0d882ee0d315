"""Guesses from its heading what a column of a participant list holds."""

import re
from functools import cache, lru_cache

from courses.rules.khmer import match_key

NUMBER = "number"
TITLE = "title"
NAME = "name"
NAME_KM, FAMILY_KM, GIVEN_KM = "name_km", "family_km", "given_km"
NAME_LATIN, FAMILY_LATIN, GIVEN_LATIN = "name_latin", "family_latin", "given_latin"
FAMILY, GIVEN = "family", "given"
SEX, TICK_FEMALE, TICK_MALE = "sex", "tick_female", "tick_male"
ROLE = "role"
EMPLOYEE_NUMBER = "employee_number"
SECTION = "section"
PHONE = "phone"
BIRTH = "birth"
ORGANIZATION = "organization"
LEFT_OUT = "left_out"

NAME_COLUMNS = frozenset(
    (NAME, NAME_KM, FAMILY_KM, GIVEN_KM, NAME_LATIN, FAMILY_LATIN, GIVEN_LATIN, FAMILY, GIVEN)
)
IN_SCRIPT = {
    NAME: (NAME_KM, NAME_LATIN),
    FAMILY: (FAMILY_KM, FAMILY_LATIN),
    GIVEN: (GIVEN_KM, GIVEN_LATIN),
}
KHMER_NAMES = (NAME_KM, FAMILY_KM, GIVEN_KM)
LATIN_NAMES = (NAME_LATIN, FAMILY_LATIN, GIVEN_LATIN)
LONGEST_COMPARED = 200

# Tried from the top; a Latin word must stand alone, other scripts may stand inside a longer text.
SEX_HEADINGS = "ភេទ sex gender m_f f_m 性别"
HEADINGS: tuple[tuple[str, str], ...] = (
    (ROLE, "ប្រភេទការងារ"),
    (LEFT_OUT, "ប្រភេទ type"),
    (LEFT_OUT, "ហត្ថលេខា ស្នាមមេដៃ ផ្សេងៗ អាយុ អត្តសញ្ញាណប័ណ្ណ បេឡាជាតិ ប.ស.ស signature remark"),
    (
        LEFT_OUT,
        "remarks note notes age thumbprint passport nssf national_id id_card salary 签名 备注",
    ),
    (PHONE, "ទូរស័ព្ទ ទូរសព្ទ ទូរស័ព្ធ phone phones telephone tel mobile contact hp h_p 电话 手机"),
    (SEX, SEX_HEADINGS),
    (BIRTH, "កំណើត birth dob yob born birthday birthdate 出生 生日"),
    (EMPLOYEE_NUMBER, "អត្តលេខ លេខសម្គាល់ លេខកាត លេខកម្មករ emp_no emp_id employee_no id"),
    (EMPLOYEE_NUMBER, "employee_number employee_id staff_id staff_no worker_id worker_no"),
    (EMPLOYEE_NUMBER, "badge card_no id_no 工号"),
    (ORGANIZATION, "រោងចក្រ ក្រុមហ៊ុន សហជីព អង្គភាព ស្ថាប័ន សហគ្រាស កន្លែងធ្វើការ factory company"),
    (ORGANIZATION, "organization organisation enterprise union employer workplace 工厂 公司"),
    (SECTION, "ផ្នែក ខ្សែ section line department dept 部门 车间"),
    (ROLE, "តួនាទី មុខងារ មុខតំណែង position role job_title job function occupation 职位 职务"),
    (NAME, "នាមត្រកូលនិងនាម គោត្តនាមនិងនាម នាមនិងគោត្តនាម full_name first_and_last 姓名"),
    (FAMILY, "នាមត្រកូល គោត្តនាម family_name surname last_name family"),
    (GIVEN, "នាមខ្លួន given_name first_name given"),
    (TITLE, "គោរមងារ title prefix mr_ms"),
    (NAME, "ឈ្មោះ នាម name names participant participants"),
    (NUMBER, "ល.រ លរ លេខរៀង លេខ no nr n sn s_n # № 序号"),
)
KHMER_WORDS = "ខ្មែរ អក្សរខ្មែរ ជាអក្សរខ្មែរ ភាសាខ្មែរ khmer in_khmer kh km"
LATIN_WORDS = (
    "ឡាតាំង អក្សរឡាតាំង ជាអក្សរឡាតាំង អង់គ្លេស ភាសាអង់គ្លេស "
    "latin in_latin english in_english eng en roman 英文"
)
FEMALE_WORDS = "ស្រី ស នារី f female females woman women w 女"
MALE_WORDS = "ប្រុស ប បុរស m male males man men 男"

_PUNCTUATION = re.compile(r"[\s\-_/\\.,:;()\[\]'’\"*]+")


def words_of(text: object) -> str:
    """A heading or cell for comparing: its key with every run of punctuation as one space."""
    return _words(str(text)[:LONGEST_COMPARED]) if text is not None else ""


def holds_word(text: object, vocabulary: str) -> bool:
    """Whether the text holds one of the words of a vocabulary such as the ones above."""
    words = words_of(text)
    if not words:
        return False
    latin, other = _vocabulary(vocabulary)
    spaced, dense = f" {words} ", words.replace(" ", "")
    return any(f" {word} " in spaced for word in latin) or any(word in dense for word in other)


def is_word(text: object, vocabulary: str) -> bool:
    """Whether the text is one of the words and nothing else."""
    latin, other = _vocabulary(vocabulary)
    words = words_of(text)
    return words in latin or words.replace(" ", "") in other


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return _PUNCTUATION.sub(" ", match_key(text)).strip()


@cache
def _vocabulary(vocabulary: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that must stand alone, and those that may stand inside a text without spaces."""
    words = {_words(word) for word in vocabulary.split()}
    latin = frozenset(word for word in words if word.isascii())
    return latin, frozenset(word.replace(" ", "") for word in words - latin)


def kind_of(heading: object, above: object = None) -> str | None:
    """What a column with this heading holds, under a wider heading above it where there is one."""
    if tick := tick_kind(heading, above):
        return tick
    own = own_kind(heading)
    if above is not None and (own is None or own in IN_SCRIPT):
        return own_kind(f"{above} {heading or ''}") or own
    return own


def tick_kind(heading: object, above: object) -> str | None:
    if above is None or not holds_word(above, SEX_HEADINGS):
        return None
    if is_word(heading, FEMALE_WORDS):
        return TICK_FEMALE
    return TICK_MALE if is_word(heading, MALE_WORDS) else None


def own_kind(heading: object) -> str | None:
    text = str(heading if heading is not None else "")
    kind = next((kind for kind, words in HEADINGS if holds_word(text, words)), None)
    if kind is None:
        is_script = is_word(text, f"{KHMER_WORDS} {LATIN_WORDS}")
        return _in_script(NAME, text) if is_script else None
    return _in_script(kind, text)


def _in_script(kind: str, text: str) -> str:
    """The kind of a name column in the script that its heading names."""
    if kind not in IN_SCRIPT:
        return kind
    khmer, latin = IN_SCRIPT[kind]
    if holds_word(text, LATIN_WORDS):
        return latin
    return khmer if holds_word(text, KHMER_WORDS) else kind
