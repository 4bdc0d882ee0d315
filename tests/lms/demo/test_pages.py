"""The courses of the demo carry what reports count by."""

import pytest

from courses.choices import GenderPillar
from courses.models import Course
from lms.demo.pages import write_courses, write_topics

pytestmark = pytest.mark.django_db


def test_courses_say_which_pillars_of_gender_equality_they_serve():
    write_topics()
    write_courses()

    pillars = dict(Course.objects.values_list("code", "gender_pillars"))
    assert set(pillars["GEN"]) == set(GenderPillar.values)
    assert pillars["TUL"] == ["voice", "leadership"]
    assert pillars["ESS"] == ["leadership"]
    assert pillars["HEAT"] == []
    assert {code for codes in pillars.values() for code in codes} == set(GenderPillar.values)
