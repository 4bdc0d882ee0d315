"""The ready-made outline of a new course: lessons with a hint what to write in each part."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LessonOutline:
    """`hints` become text blocks; `callout` asks for an exercise at the end."""

    title: str
    hints: tuple[str, ...]
    callout: str


OUTLINES = {
    "en": (
        LessonOutline(
            "Why this matters",
            (
                "Begin with a short story from a workplace: who, where, what happened.",
                "Say in one sentence what people will be able to do after this lesson.",
            ),
            "Ask: when did something like this happen to you?",
        ),
        LessonOutline(
            "What to know",
            (
                "Explain the three or four most important things, each in its own paragraph.",
                "Add a picture for each. Say what national law adds, and where to ask.",
            ),
            "Ask people to say each thing in their own words.",
        ),
        LessonOutline(
            "How to do it",
            (
                "Show the steps one by one; use the block “Picture steps”.",
                "Say what to say: give the words for the first sentence.",
            ),
            "Let pairs try the first step now.",
        ),
        LessonOutline(
            "When it is difficult",
            ("Name two things that go wrong, and what helps.",),
            "Play one difficult moment with three people.",
        ),
        LessonOutline(
            "What I will do on Monday",
            ("Sum up in three lines. Let everybody choose one thing to do at work.",),
            "Write down: what, with whom, until when.",
        ),
    ),
    "km": (
        LessonOutline(
            "ហេតុអ្វីរឿងនេះសំខាន់",
            (
                "ចាប់ផ្តើមដោយរឿងខ្លីមួយពីកន្លែងធ្វើការ៖ អ្នកណា នៅទីណា មានអ្វីកើតឡើង។",
                "សរសេរមួយប្រយោគថា ក្រោយមេរៀននេះ អ្នករៀនអាចធ្វើអ្វីបាន។",
            ),
            "សួរថា៖ តើរឿងបែបនេះធ្លាប់កើតឡើងចំពោះអ្នកនៅពេលណា?",
        ),
        LessonOutline(
            "អ្វីដែលត្រូវដឹង",
            (
                "ពន្យល់ចំណុចសំខាន់បី ឬបួន មួយចំណុចមួយកថាខណ្ឌ។",
                "ដាក់រូបភាពសម្រាប់ចំណុចនីមួយៗ។ ប្រាប់ថាច្បាប់ជាតិបន្ថែមអ្វី និងត្រូវសួរនៅទីណា។",
            ),
            "ឲ្យអ្នករៀននិយាយចំណុចនីមួយៗតាមពាក្យរបស់ខ្លួន។",
        ),
        LessonOutline(
            "របៀបធ្វើ",
            (
                "បង្ហាញជំហានម្តងមួយៗ ដោយប្រើប្លុក «ជំហានជារូបភាព»។",
                "ប្រាប់ពាក្យដែលត្រូវនិយាយ៖ ឲ្យប្រយោគដំបូង។",
            ),
            "ឲ្យគូនីមួយៗសាកល្បងជំហានទីមួយឥឡូវនេះ។",
        ),
        LessonOutline(
            "ពេលមានការលំបាក",
            ("សរសេររឿងពីរដែលអាចខុស និងអ្វីដែលជួយបាន។",),
            "សម្តែងពេលលំបាកមួយ ដោយមនុស្សបីនាក់។",
        ),
        LessonOutline(
            "អ្វីដែលខ្ញុំនឹងធ្វើនៅថ្ងៃចន្ទ",
            ("សង្ខេបជាបីបន្ទាត់។ ឲ្យម្នាក់ៗជ្រើសរើសរឿងមួយសម្រាប់ធ្វើនៅកន្លែងធ្វើការ។",),
            "សរសេរ៖ ធ្វើអ្វី ជាមួយអ្នកណា ដល់ពេលណា។",
        ),
    ),
}


def outline_for(language: str) -> tuple[LessonOutline, ...]:
    """The outline in a language; English where there is none."""
    return OUTLINES.get(language.partition("-")[0], OUTLINES["en"])
