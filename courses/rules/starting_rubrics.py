"""Rubrics to begin with, in English and Khmer: one for projects, one for observed practice."""

from collections.abc import Iterable, Sequence

#: What the task is called as long as nobody says more, by kind.
TASKS = {
    "project": (
        "A small project at your own workplace",
        "គម្រោងតូចមួយនៅកន្លែងធ្វើការរបស់អ្នក",
    ),
    "practice": (
        "Practice while a trainer observes",
        "ការអនុវត្តជាក់ស្តែងដោយមានគ្រូអង្កេត",
    ),
}
LEVELS = (
    ("Not yet", "មិនទាន់"),
    ("In parts", "បានខ្លះ"),
    ("Well", "បានល្អ"),
    ("Very well", "បានល្អណាស់"),
)
STARTING = {
    "project": (
        ("Names a real problem of the workplace", "បង្ហាញបញ្ហាពិតនៃកន្លែងធ្វើការ"),
        ("Plans who does what by when", "មានផែនការថា អ្នកណាធ្វើអ្វី ត្រឹមពេលណា"),
        ("Brings workers and management together", "បានឱ្យកម្មករ និងគណៈគ្រប់គ្រងធ្វើការជាមួយគ្នា"),
        ("Has changed something that can be seen", "មានអ្វីមួយបានផ្លាស់ប្តូរដែលគេមើលឃើញ"),
        ("Says what was learned and what comes next", "ប្រាប់ពីអ្វីដែលបានរៀន និងជំហានបន្ទាប់"),
    ),
    "practice": (
        ("Is prepared: plan, place and materials", "បានរៀបចំរួចរាល់៖ ផែនការ ទីកន្លែង និងសម្ភារៈ"),
        ("Does the steps in the right order", "ធ្វើតាមជំហានត្រឹមត្រូវតាមលំដាប់"),
        ("Explains in words that people understand", "ពន្យល់ដោយពាក្យដែលគេយល់"),
        ("Lets everybody take part and listens", "ឱ្យគ្រប់គ្នាចូលរួម ហើយស្តាប់គេ"),
        ("Keeps to safety and to the time", "គោរពសុវត្ថិភាព និងពេលវេលា"),
    ),
}


def starting_rubric(kind: str) -> list[dict]:
    """In the shape of `courses.rules.rubric`."""
    return rubric_of(STARTING[kind], LEVELS)


def rubric_of(criteria: Iterable[Sequence[str]], levels: Iterable[Sequence[str]]) -> list[dict]:
    """Criteria of which each has the same levels; both in English and Khmer."""
    steps = [{"en": english, "km": khmer} for english, khmer in levels]
    return [
        {"key": f"c{number}", "en": english, "km": khmer, "levels": [dict(each) for each in steps]}
        for number, (english, khmer) in enumerate(criteria, 1)
    ]
