"""The trainers' guide of a course as a PDF: how a half-day goes, on one page in both languages."""

from datetime import date

from courses.adapters.printing.layout import lay_out
from courses.adapters.printing.typesetting import draw
from courses.models import Course

#: Minutes from the beginning, then what the trainer does, in English and Khmer.
STEPS = (
    (0, "Welcome everybody by name. Open the register. Ask: what brought you here?",
     "ស្វាគមន៍មនុស្សម្នាក់ៗតាមឈ្មោះ។ បើកបញ្ជីវត្តមាន។ សួរថា៖ ហេតុអ្វីអ្នកមកទីនេះ?"),
    (15, "Tell the story of the lesson. Stop before its end. Pairs say how it goes on.",
     "ប្រាប់រឿងនៃមេរៀន។ ឈប់មុនចប់រឿង។ ឱ្យគូនីមួយៗនិយាយថារឿងបន្តយ៉ាងណា។"),
    (45, "Show the pictures one by one. Each group explains one to the others.",
     "បង្ហាញរូបភាពម្តងមួយៗ។ ក្រុមនីមួយៗពន្យល់រូបមួយដល់អ្នកដទៃ។"),
    (85, "Break: fifteen minutes. Look after those who said little.",
     "សម្រាកដប់ប្រាំនាទី។ យកចិត្តទុកដាក់លើអ្នកដែលនិយាយតិច។"),
    (100, "Practise in threes: one speaks, one answers, one watches. Change roles twice.",
     "អនុវត្តជាក្រុមបីនាក់៖ ម្នាក់និយាយ ម្នាក់ឆ្លើយ ម្នាក់មើល។ ប្តូរតួពីរដង។"),
    (145, "Everybody writes one thing to do at work, with whom and until when.",
     "មនុស្សម្នាក់ៗសរសេរកិច្ចការមួយត្រូវធ្វើនៅកន្លែងធ្វើការ ជាមួយអ្នកណា និងនៅពេលណា។"),
    (170, "Thank the group. Close the register. Write a note for the next trainer.",
     "អរគុណក្រុម។ បិទបញ្ជីវត្តមាន។ សរសេរកំណត់ចំណាំសម្រាប់គ្រូបន្ទាប់។"),
)  # fmt: skip
INK, TEAL = "#16211f", "#0f5257"
STYLES = {
    "title-km": {
        "lang": "km", "size": 22, "min": 0.5, "weight": 700, "color": TEAL, "lines": 2,
    },
    "title-en": {"size": 15, "min": 0.5, "weight": 600, "color": TEAL, "lines": 2},
    "minute": {"lang": "km", "size": 13, "min": 0.5, "weight": 700, "color": TEAL},
    "step-km": {"lang": "km", "size": 12, "min": 0.5, "color": INK, "lines": 2},
    "step-en": {"size": 11, "min": 0.5, "color": INK, "lines": 2},
}  # fmt: skip
TOP, HIGH = 52, 32


def guide_pdf(course: Course, made_on: date) -> bytes:
    """A4 portrait, one page."""
    elements = [
        {
            "type": "stack", "x": 20, "y": 16, "w": 170, "h": 30, "valign": "top", "items": [
                {"text": f"មគ្គុទ្ទេសក៍គ្រូ · {course.title_km}", "style": "title-km", "h1": True},
                {"text": f"Trainer’s guide · {course.title_en}", "style": "title-en", "gap": 1},
            ],
        },
        *(item for number, step in enumerate(STEPS) for item in _step(TOP + number * HIGH, *step)),
    ]  # fmt: skip
    page = lay_out({"least_scale": 0.2, "styles": STYLES, "elements": elements}, {}, {})
    return draw(
        {
            "w": 210, "h": 297, "bg": "", "lang": "km", "title": f"Trainer’s guide {course.code}",
            "y": made_on.year, "m": made_on.month, "d": made_on.day, "pages": [page],
        }
    )  # fmt: skip


def _step(y: float, minute: int, english: str, khmer: str) -> list[dict]:
    return [
        {"type": "rule", "x": 20, "y": y - 3, "w": 170, "weight": 0.5, "color": "#c08a2b"},
        {
            "type": "stack", "x": 20, "y": y, "w": 20, "h": 10, "valign": "top",
            "items": [{"text": f"{minute // 60}:{minute % 60:02}", "style": "minute"}],
        },
        {
            "type": "stack", "x": 44, "y": y, "w": 146, "h": HIGH - 6, "valign": "top", "items": [
                {"text": khmer, "style": "step-km"},
                {"text": english, "style": "step-en", "gap": 1},
            ],
        },
    ]  # fmt: skip
