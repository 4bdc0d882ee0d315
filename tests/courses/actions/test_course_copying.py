"""A course leaves as a file and comes back as drafts, the same in both languages."""

import pytest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from courses.actions.course_copying import NewCourse, carry_course, take_course
from courses.exceptions import Refused
from courses.models import Course, CoursePage, LessonPage, PageUpload
from courses.rules.course_arrival import CHANGED, NEW, SAME
from courses.rules.page_changes import ChangedPart
from courses.rules.starting_rubrics import starting_rubric
from tests.courses.actions import course_files
from tests.courses.actions.course_files import changed, in_file_form, keep, look, topic

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def there(keep_rows):
    return keep_rows(course_files.elsewhere)


@pytest.fixture
def by(there):
    return type(there.trainer).objects.get(pk=there.trainer.pk)


def bring(data, branch, by, code="OSHC"):
    upload = keep(data, branch, by)
    query, arrival = look(upload, by)
    new = NewCourse(code, (topic(),)) if query.course is None else None
    return take_course(upload, new, seen=arrival.mark, by=by)


def refusal(action, *args, **options):
    with pytest.raises(Refused) as no:
        action(*args, **options)
    return no.value.code


def test_a_course_comes_back_equal_and_only_once(there, by):
    made, arrival = bring(there.data, there.branch, by)

    assert in_file_form(made) == there.pages
    assert arrival.counts == {NEW: 6}
    pages, lessons = CoursePage.objects.all(), LessonPage.objects.all()
    assert {each.get_parent().pk for each in pages} == {
        there.branch.pk,
        there.branch.get_translations().get().pk,
    }
    assert not any(each.live for each in (*pages, *lessons))
    for model, count in ((get_image_model(), 2), (get_document_model(), 4)):
        rows = model.objects.all()
        assert [row.collection for row in rows] == [there.collection] * count
        assert {row.uploaded_by_user for row in rows} == {by}
    red = get_image_model().objects.get(title="red")
    assert (red.description, red.focal_point_x, red.focal_point_width) == ("All red", 3, 2)
    course = made.course
    assert (course.code, course.min_test_percent, course.task_en) == ("OSHC", 60, "A walk")
    assert (course.task_rubric, course.task_pass_percent) == (starting_rubric("practice"), 70)
    assert (course.audience, course.planned_minutes) == (["worker"], 720)
    assert [each.slug for each in course.outcomes.all()] == ["safer"]
    first, second = LessonPage.objects.child_of(made).order_by("path")
    assert second.url_path.endswith("/second/")
    assert f'linktype="page" id="{second.pk}"' in first.body[0].value["text"].source
    assert not PageUpload.objects.exists()

    page, arrival = bring(carry_course(made, by=by), there.branch, by)

    assert (page, arrival.counts) == (None, {SAME: 6})
    assert made.revisions.count() == 1
    assert get_image_model().objects.count() == 2


def test_a_newer_file_makes_new_drafts_and_says_what_changes(there, by):
    made, _arrival = bring(there.data, there.branch, by)
    here = LessonPage.objects.child_of(made).first()
    here.get_latest_revision().publish()

    def change(told):
        values = told["pages"][1]["values"]
        values["minutes"] = 9
        values["body"].pop(6)
        values["body"][1]["value"]["alt"] = "A guard over a belt"

    page, arrival = bring(changed(there.data, change), there.branch, by)

    told = next(each for each in arrival.pages if each.state == CHANGED)
    assert told.changes == (
        ChangedPart("picture", 2),
        ChangedPart("callout"),
        ChangedPart("minutes"),
    )
    assert arrival.counts == {SAME: 5, CHANGED: 1}
    here = LessonPage.objects.get(pk=here.pk)
    assert (here.minutes, here.get_latest_revision_as_object().minutes) == (5, 9)
    assert here.live and here.has_unpublished_changes
    assert page.pk == made.pk


def test_a_lesson_that_was_put_between_comes_between(there, by):
    def english(told):
        told["pages"] = told["pages"][:3]

    def only_first(told):
        told["pages"] = told["pages"][:2]

    made, _arrival = bring(changed(there.data, only_first), there.branch, by)
    LessonPage.objects.child_of(made).get().copy(
        update_attrs={"slug": "own", "title": "Our own"}, keep_live=False
    )

    _page, arrival = bring(changed(there.data, english), there.branch, by)

    titles = [each.title for each in LessonPage.objects.child_of(made).order_by("path")]
    assert titles == ["First en", "Second en", "Our own"]
    assert arrival.gone == ("Our own",)


def test_the_code_may_be_taken_and_what_was_seen_may_change(there, by):
    upload = keep(there.data, there.branch, by)
    _query, arrival = look(upload, by)
    Course.objects.create(code="OTHER", title_en="Another")

    def refused(code, seen):
        return refusal(take_course, upload, NewCourse(code, (topic(),)), seen=seen, by=by)

    assert refused("other", arrival.mark) == "code_taken"
    assert refused("OSHC", "x" * 24) == "other_effect"
    assert not CoursePage.objects.exists() and not get_image_model().objects.exists()


def test_a_rubric_that_no_author_could_have_written_is_refused(there, by):
    def spoil(told):
        told["course"]["rule"]["task_rubric"][0]["levels"] = [{"en": "Only one level"}]

    data = changed(there.data, spoil)
    assert refusal(bring, data, there.branch, by) == "facts_unfit"
    assert not Course.objects.filter(code="OSHC").exists()


def test_other_branches_other_languages_and_foreign_pages_stay_as_they_are(there, by):
    there.branch.get_translations().get().delete()
    made, arrival = bring(there.data, there.branch, by)
    assert arrival.counts == {NEW: 3, "no_language": 3}

    newer = changed(there.data, lambda told: told["pages"][0]["values"].update(summary="New"))
    page, arrival = bring(newer, course_files.home(), course_files.admin())
    assert (page, arrival.counts) == (None, {"elsewhere": 6})

    by.groups.clear()
    by = type(by).objects.get(pk=by.pk)
    assert refusal(carry_course, made, by=by) == "not_your_page"
    assert refusal(keep, there.data, there.branch, by) == "not_your_page"


def test_courses_with_runs_get_their_pages_back(there, by):
    """Pages were deleted by mistake; the course is still here."""
    made, _arrival = bring(there.data, there.branch, by)
    for each in CoursePage.objects.all():
        Page.objects.get(pk=each.pk).delete()

    again, _arrival = bring(there.data, there.branch, course_files.admin())

    assert again.course == made.course
    assert Course.objects.count() == 1
