"""What is frozen of a test, and what stands before somebody who answers it."""

import pytest
from django.utils import timezone

from courses.actions.knowledge_answers import begin_test
from courses.actions.knowledge_opening import open_test
from courses.queries.knowledge_desks import desk_of, forms_of
from courses.queries.my_training import my_training
from courses.rules.questions import from_stored
from tests.factories import CourseFactory, CourseRunFactory, EnrollmentFactory, UserFactory
from tests.knowledge import asking

pytestmark = pytest.mark.django_db


def test_a_question_has_one_id_in_all_languages():
    test = asking(CourseFactory())
    for blocks in (test.questions_a_km, test.questions_b_km):
        for number, block in enumerate(blocks.raw_data):
            block["id"] = f"other-{number}"

    forms = forms_of(test)

    for form in ("A", "B"):
        english = [from_stored(each) for each in forms[form]["en"]]
        khmer = [from_stored(each) for each in forms[form]["km"]]
        names = [f"{form}1", f"{form}2"]
        assert [each.id for each in english] == [each.id for each in khmer] == names
        assert [each.text for each in khmer] == [f"Question {name} km" for name in names]
        assert parts(english) == parts(khmer)


def parts(questions):
    return [[part.id for part in each.parts] for each in questions]


def test_what_was_kept_in_another_language_is_not_shown(django_assert_num_queries):
    run = CourseRunFactory()
    asking(run.course)
    place = EnrollmentFactory(run=run)
    open_test(run, "pre", by=UserFactory())
    place.refresh_from_db()
    sitting = begin_test(place, "pre", way="phone")
    sitting.answers = {"language": "en", "given": [[1], None]}
    sitting.save()

    with django_assert_num_queries(3):
        english = desk_of(place, "pre", "en", timezone.now())
    khmer = desk_of(place, "pre", "km", timezone.now())

    assert english.given == ([1], None)
    assert (khmer.given, khmer.language) == ((), "km")
    tests = my_training(place.person, timezone.now(), "en").tests
    assert [(test.row.pk, test.moment) for test in tests] == [(place.pk, "pre")]
