"""The language of a request."""

import pytest
from django.utils import translation

from courses.adapters.language import language


@pytest.mark.parametrize(("active", "expected"), [("km", "km"), ("en", "en"), (None, "en")])
def test_there_is_always_a_language(active, expected):
    with translation.override(active):
        assert language() == expected
