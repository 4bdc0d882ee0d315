"""The sentences of the scripts that work without signal."""

import re

from django.utils import translation

from courses.forms.lesson_site import kept_words, lesson_words
from courses.forms.offline_words import script_words
from tests import house

SCRIPTS = "\n".join(path.read_text() for path in house.files("*.js", ["courses/scripts"]))


def test_digits_are_those_of_the_language():
    with translation.override("km"):
        assert script_words()["digits"] == "០១២៣៤៥៦៧៨៩"


def test_every_word_that_a_script_says_is_there():
    said = set(re.findall(r"\bwords\.(?!js\b)(\w+)", SCRIPTS))
    assert said <= {*script_words(), *lesson_words(), *kept_words()}
