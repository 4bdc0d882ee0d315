"""The command that indexes pages anew."""

from io import StringIO

import pytest
from django.core.management import call_command

from courses.models import PageSearchText
from tests import pages


@pytest.mark.django_db
def test_the_command_says_how_many_pages_are_indexed():
    course = pages.course_page(pages.home_page())
    pages.lesson_page(course)
    PageSearchText.objects.all().delete()
    out = StringIO()
    call_command("rebuild_search_texts", stdout=out)
    assert out.getvalue() == "2 pages are indexed.\n"
    assert PageSearchText.objects.count() == 2
