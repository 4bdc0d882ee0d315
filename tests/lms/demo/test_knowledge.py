"""The questions of the demo's test are ones that the editor would take."""

from courses.blocks.questions import AskedQuestionsBlock
from courses.rules.questions import Kind, questions_of
from lms.demo.knowledge import questions


def test_both_forms_ask_five_questions_with_one_right_answer_each():
    asked = {name: questions_of(blocks) for name, blocks in questions().items()}

    assert {name: len(found) for name, found in asked.items()} == {
        f"questions_{form}_{language}": 5 for form in "ab" for language in ("en", "km")
    }
    for found in asked.values():
        assert {each.kind for each in found} == {Kind.SINGLE}


def test_the_languages_agree_on_what_is_right():
    for form in "ab":
        english, khmer = (
            [(each.id, each.right, len(each.parts)) for each in questions_of(questions()[name])]
            for name in (f"questions_{form}_en", f"questions_{form}_km")
        )
        assert english == khmer


def test_the_editor_finds_nothing_wrong():
    block = AskedQuestionsBlock()
    for blocks in questions().values():
        block.clean(block.to_python(blocks))
