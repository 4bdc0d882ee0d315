"""Courses from the outline, and branches of the catalogue."""

import pytest
from wagtail.models import Locale, Page

from courses.actions.courses import CourseDetails, open_branch, start_course
from courses.exceptions import Refused
from courses.models import CataloguePage, Course, CoursePage, LessonPage
from tests.factories import CourseFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue():
    """An English catalogue with its Khmer translation."""
    page = CataloguePage(title="Courses", slug="catalogue")
    Page.get_first_root_node().add_child(instance=page)
    khmer, _is_new = Locale.objects.get_or_create(language_code="km")
    page.copy_for_translation(khmer)
    return page


@pytest.fixture
def branch(catalogue, trainer_user, admin_user):
    return open_branch("Safety", catalogue, [trainer_user], by=admin_user)


def refusal(action, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        action(*args, **kwargs)
    return refused.value.code


def test_a_trainer_may_work_in_her_branch_in_both_languages_and_nowhere_else(
    branch, catalogue, trainer_user
):
    khmer = branch.page.get_translations().get()

    for page, may in [(branch.page, True), (khmer, True), (catalogue, False)]:
        permissions = page.permissions_for_user(trainer_user)
        assert permissions.can_add_subpage() is may
        assert permissions.can_edit() is may
        assert permissions.can_publish_subpage() is may
    assert branch.collection.group_permissions.count() == 6


def test_a_branch_has_a_name_of_its_own(branch, catalogue, admin_user):
    assert refusal(open_branch, "Safety", catalogue, [], by=admin_user) == "branch_exists"


def test_only_who_may_publish_there_opens_a_branch(catalogue, trainer_user):
    assert refusal(open_branch, "Mine", catalogue, [], by=trainer_user) == "not_your_branch"


def test_a_course_starts_as_drafts_in_both_languages(branch, trainer_user):
    topic = TopicFactory()
    details = CourseDetails("fire", "Fire safety", "សុវត្ថិភាពអគ្គិភ័យ", topics=(topic,))

    page = start_course(details, branch.page, by=trainer_user)

    course = Course.objects.get(code="FIRE")
    khmer = page.get_translations().get()
    assert list(course.topics.all()) == [topic]
    assert (page.title, khmer.title) == ("Fire safety", "សុវត្ថិភាពអគ្គិភ័យ")
    assert not CoursePage.objects.live().exists()
    lessons = LessonPage.objects.child_of(page).order_by("path")
    twins = LessonPage.objects.child_of(khmer).order_by("path")
    assert lessons.count() == 5
    assert [lesson.translation_key for lesson in lessons] == [
        twin.translation_key for twin in twins
    ]
    assert lessons[0].body[0].block_type == "text"


def test_a_course_cannot_start_in_a_foreign_branch(catalogue, trainer_user):
    details = CourseDetails("FIRE", "Fire safety")

    assert refusal(start_course, details, catalogue, by=trainer_user) == "not_your_branch"


def test_a_code_is_used_once_and_a_title_is_needed(branch, trainer_user):
    CourseFactory(code="FIRE")

    taken = CourseDetails("fire", "Fire safety")
    untitled = CourseDetails("HEAT", " ")

    assert refusal(start_course, taken, branch.page, by=trainer_user) == "code_taken"
    assert refusal(start_course, untitled, branch.page, by=trainer_user) == "no_title"
