"""The guides of the demo print."""

from datetime import date

from courses.models import Course
from lms.demo.guides import STEPS, guide_pdf
from tests.courses.adapters.paper.reading import letters, size_of, text_of


def test_a_guide_tells_every_step_in_both_languages():
    course = Course(code="TUL", title_en="Trade union leadership", title_km="ភាពជាអ្នកដឹកនាំសហជីព")

    pdf = guide_pdf(course, date(2026, 11, 28))

    (told,) = map(letters, text_of(pdf))
    assert letters(course.title_en) in told
    assert [step for step in STEPS if letters(step[1]) not in told] == []
    assert [step for step in STEPS if letters(step[2]) not in told] == []
    assert size_of(pdf) == (210, 297)
