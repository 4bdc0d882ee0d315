"""Ready-made outlines of one lesson: its parts with a hint what to write in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from courses.adapters.questions import Answer, ReadQuestion
from courses.rules.imported_questions import block_of


@dataclass(frozen=True)
class Hint:
    """A heading with what to write below it."""

    heading: str
    text: str


@dataclass(frozen=True)
class Callout:
    """`kind` is one of remember, try and careful."""

    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class Quiz:
    """One question to write over, with a right and a wrong answer."""

    title: str
    question: str
    right: str
    wrong: str


@dataclass(frozen=True)
class LessonTemplate:
    """`told` says in a sentence what it is good for."""

    title: str
    told: str
    minutes: int
    parts: tuple[Hint | Callout | Quiz, ...]


TEMPLATES = {
    "picture_steps": {
        "en": LessonTemplate(
            "Step by step",
            "Shows with pictures how something is done, and asks at the end.",
            7,
            (
                Hint("When you need this", "Tell in two sentences where this is done at work."),
                Hint(
                    "What you need",
                    "List the things and the people. Add the block “Picture steps” below: one "
                    "picture and one sentence for each step.",
                ),
                Callout("careful", "What goes wrong", "Name one mistake and how to avoid it."),
                Callout("try", "Do it", "Let everybody do the first step now."),
                Quiz(
                    "What do you remember?",
                    "Which step comes first?",
                    "Write the right answer here",
                    "Write a wrong answer here",
                ),
            ),
        ),
        "km": LessonTemplate(
            "មួយជំហានម្តងៗ",
            "បង្ហាញជារូបភាពពីរបៀបធ្វើអ្វីមួយ ហើយសួរនៅចុងបញ្ចប់។",
            7,
            (
                Hint("ពេលណាត្រូវការ", "សរសេរពីរប្រយោគថា ការងារនេះធ្វើនៅទីណា។"),
                Hint(
                    "អ្វីដែលត្រូវការ",
                    "រាយឈ្មោះវត្ថុ និងមនុស្ស។ បន្ថែមប្លុក «ជំហានជារូបភាព» នៅខាងក្រោម៖ "
                    "រូបភាពមួយ និងប្រយោគមួយសម្រាប់ជំហាននីមួយៗ។",
                ),
                Callout("careful", "អ្វីដែលអាចខុស", "សរសេរកំហុសមួយ និងរបៀបចៀសវាង។"),
                Callout("try", "ធ្វើវា", "ឲ្យម្នាក់ៗធ្វើជំហានទីមួយឥឡូវនេះ។"),
                Quiz(
                    "តើអ្នកចាំអ្វីខ្លះ?",
                    "តើជំហានណាមកមុនគេ?",
                    "សរសេរចម្លើយត្រូវនៅទីនេះ",
                    "សរសេរចម្លើយខុសនៅទីនេះ",
                ),
            ),
        ),
    },
    "read_and_discuss": {
        "en": LessonTemplate(
            "Read and discuss",
            "A short story from work, then questions for a group.",
            8,
            (
                Hint("The story", "Who, where, what happened? Ten sentences at most, no names."),
                Hint("Questions", "Three questions without a yes or no, in a list."),
                Callout("try", "Talk about it", "Three people talk for five minutes."),
                Callout("remember", "What we found", "Sum up in three lines what matters."),
            ),
        ),
        "km": LessonTemplate(
            "អាន និងពិភាក្សា",
            "រឿងខ្លីមួយពីកន្លែងធ្វើការ បន្ទាប់មកសំណួរសម្រាប់ក្រុម។",
            8,
            (
                Hint("រឿង", "អ្នកណា នៅទីណា មានអ្វីកើតឡើង? យ៉ាងច្រើនដប់ប្រយោគ ដោយគ្មានឈ្មោះ។"),
                Hint("សំណួរ", "សំណួរបីដែលមិនឆ្លើយបាទ ឬទេ ដាក់ជាបញ្ជី។"),
                Callout("try", "ពិភាក្សា", "មនុស្សបីនាក់ពិភាក្សាប្រាំនាទី។"),
                Callout("remember", "អ្វីដែលយើងបានរកឃើញ", "សង្ខេបជាបីបន្ទាត់នូវអ្វីដែលសំខាន់។"),
            ),
        ),
    },
    "safety_walk": {
        "en": LessonTemplate(
            "Safety walk",
            "A walk through the workplace with a list of what to look at.",
            10,
            (
                Hint("Who walks", "Somebody from each side. Say when, and which way you go."),
                Hint("What to look at", "A list: exits, machines, floor, light, water, dust."),
                Callout(
                    "careful", "Stop when", "Say when work must stop at once, and who says so."
                ),
                Hint("What to write down", "What, where, how bad, who mends it, until when."),
                Callout("try", "Walk now", "Walk ten minutes and bring back three things."),
                Quiz(
                    "Before you go",
                    "Who walks together?",
                    "Workers and managers",
                    "Managers alone",
                ),
            ),
        ),
        "km": LessonTemplate(
            "ការដើរត្រួតពិនិត្យសុវត្ថិភាព",
            "ដើរក្នុងកន្លែងធ្វើការ ជាមួយបញ្ជីអ្វីដែលត្រូវមើល។",
            10,
            (
                Hint("អ្នកណាដើរ", "ម្នាក់ពីភាគីនីមួយៗ។ ប្រាប់ថាពេលណា និងដើរតាមផ្លូវណា។"),
                Hint("អ្វីដែលត្រូវមើល", "បញ្ជី៖ ច្រកចេញ ម៉ាស៊ីន កម្រាល ពន្លឺ ទឹក ធូលី។"),
                Callout(
                    "careful",
                    "ត្រូវឈប់ពេលណា",
                    "ប្រាប់ថាពេលណាត្រូវឈប់ធ្វើការភ្លាម និងអ្នកណាជាអ្នកប្រាប់។",
                ),
                Hint(
                    "អ្វីដែលត្រូវកត់ត្រា",
                    "អ្វី នៅទីណា ធ្ងន់ធ្ងរប៉ុណ្ណា អ្នកណាជួសជុល ដល់ពេលណា។",
                ),
                Callout("try", "ដើរឥឡូវនេះ", "ដើរដប់នាទី ហើយយកមកវិញបីចំណុច។"),
                Quiz("មុនពេលទៅ", "តើអ្នកណាដើរជាមួយគ្នា?", "កម្មករ និងអ្នកគ្រប់គ្រង", "តែអ្នកគ្រប់គ្រង"),
            ),
        ),
    },
}


def template_for(key: str, language: str) -> LessonTemplate:
    """The template in a language; English where there is none. Raises KeyError."""
    versions = TEMPLATES[key]
    return versions.get(language.partition("-")[0], versions["en"])


def template_blocks(template: LessonTemplate) -> Iterator[tuple[str, object]]:
    """Kind and value of each part, as a lesson stores them."""
    for part in template.parts:
        if isinstance(part, Hint):
            yield "text", f"<h2>{part.heading}</h2><p>{part.text}</p>"
        elif isinstance(part, Callout):
            text = f"<p>{part.text}</p>"
            yield "callout", {"kind": part.kind, "title": part.title, "text": text}
        else:
            answers = (Answer(part.right, is_right=True), Answer(part.wrong))
            question = ReadQuestion(0, "choice", part.question, answers=answers)
            yield "quiz", {"title": part.title, "questions": [block_of(question)]}
