"""The training record that a person shows to others: what stays out unless she wants it in, and the
words that paper says in both languages."""

from collections.abc import Collection
from dataclasses import dataclass

from courses.rules.calendar_words import is_khmer, number

UNION_ROLES = frozenset(("union_leader", "union_leader_federation"))
#: For how many days a link may open the record.
DAYS = (7, 30, 90)

TITLE = {"km": "កំណត់ត្រាបណ្តុះបណ្តាល", "en": "Training record"}
COURSES = {"km": "វគ្គ", "en": "courses"}
TIME = {"km": "ម៉ោងដែលបានរៀន", "en": "hours of training attended"}
PAPERS = {"km": "វិញ្ញាបនបត្រ", "en": "certificates"}
AS_AT = {"km": "គិតត្រឹមថ្ងៃទី {day}", "en": "As at {day}"}
COMPLETED = {"km": "បានបញ្ចប់នៅថ្ងៃទី {day}", "en": "Completed on {day}"}
NOT_COMPLETED = {"km": "បានចូលរួម មិនទាន់បានបញ្ចប់", "en": "Attended, not completed"}
PAPER = {"km": "{kind} លេខ {serial} ចេញនៅថ្ងៃទី {day}", "en": "{kind} {serial}, issued on {day}"}
UNTIL = {"km": " មានសុពលភាពដល់ថ្ងៃទី {day}", "en": ", valid until {day}"}
NOTHING = {"km": "មិនទាន់មានវគ្គដែលបានចូលរួមទេ។", "en": "No course attended yet."}
NOTICE = {
    "km": "ឯកសារនេះរាប់តែវគ្គដែលបានចូលរួមពិតប្រាកដ។ ម្ចាស់អាចមិនបង្ហាញវគ្គខ្លះ។"
    " វិញ្ញាបនបត្រនីមួយៗអាចផ្ទៀងផ្ទាត់តាមអាសយដ្ឋានដែលនៅខាងក្រោមវា។",
    "en": "Only courses that were really attended are listed. The holder may leave courses out."
    " Each certificate can be checked at the address below it.",
}  # fmt: skip
PAGE = {"km": "ទំព័រ {n} នៃ {total}", "en": "Page {n} of {total}"}


@dataclass(frozen=True)
class Circumstances:
    """What tells that a course concerns a union, or a subject that is not for everybody's ears."""

    is_of_union: bool = False
    is_sensitive: bool = False
    audience: Collection[str] = ()


def is_private(course: Circumstances) -> bool:
    """Whether a course is shown to others only when the person says so: the union held it or sent
    her, it is made for union leaders alone, or its subject is sensitive."""
    for_leaders = bool(course.audience) and UNION_ROLES.issuperset(course.audience)
    return course.is_of_union or course.is_sensitive or for_leaders


def half_days(count: int, language: str) -> str:
    """3 half-days."""
    said = number(count, language)
    if is_khmer(language):
        return f"កន្លះថ្ងៃ {said} ដង"
    return f"{said} half-day" if count == 1 else f"{said} half-days"
