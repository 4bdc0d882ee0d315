"""Every verb that the actions log has words in Wagtail's history."""

import re

from courses.admin.log import VERBS
from tests import house


def test_every_verb_that_is_logged_has_words():
    logged = {
        verb
        for path in house.files("*.py", ["courses/actions"])
        for verb in re.findall(r"record\([^,]+, \"(\w+)\"", path.read_text(encoding="utf-8"))
    }

    assert logged - set(VERBS) == set()
    assert {"completed", "exported", "course_started"} <= set(VERBS)
