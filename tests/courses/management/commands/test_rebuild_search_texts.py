"""The command that indexes pages and organizations anew."""

from io import StringIO

import pytest
from django.core.management import call_command

from courses.models import Organization, OrganizationKey, PageSearchText
from tests import pages


@pytest.mark.django_db
def test_the_command_says_how_much_is_indexed():
    course = pages.course_page(pages.home_page())
    pages.lesson_page(course)
    PageSearchText.objects.all().delete()
    Organization.objects.bulk_create([Organization(name_en="Lotus", kind="factory")])
    out = StringIO()
    call_command("rebuild_search_texts", stdout=out)
    assert out.getvalue() == "2 pages and 1 organizations are indexed.\n"
    assert PageSearchText.objects.count() == 2
    assert OrganizationKey.objects.get().key == "lotus"
