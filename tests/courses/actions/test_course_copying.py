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
from tests.courses.actions import course_files
from tests.courses.actions.course_files import (
    a_course,
    branch_for,
    carried,
    changed,
    in_file_form,
    keep,
    look,
    topic,
    wipe,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return a_course()


def bring(data, branch, by, code="OSHC"):
    upload = keep(data, branch, by)
    query, arrival = look(upload, by)
    new = NewCourse(code, (topic(),)) if query.course is None else None
    return take_course(upload, new, seen=arrival.mark, by=by)


def test_a_course_comes_back_equal_in_both_languages(page, trainer_user):
    data, before = carried(page), in_file_form(page)
    wipe(page)
    branch = branch_for(trainer_user)

    made, arrival = bring(data, branch.page, trainer_user)

    assert in_file_form(made) == before
    assert set(arrival.counts) == {NEW} and arrival.counts[NEW] == 6
    pages = CoursePage.objects.all()
    assert {each.get_parent().pk for each in pages} == {
        branch.page.pk,
        branch.page.get_translations().get().pk,
    }
    assert not any(each.live for each in (*pages, *LessonPage.objects.all()))
    for model, count in ((get_image_model(), 2), (get_document_model(), 4)):
        rows = model.objects.all()
        assert [row.collection for row in rows] == [branch.collection] * count
        assert {row.uploaded_by_user for row in rows} == {trainer_user}
    red = get_image_model().objects.get(title="red")
    assert (red.description, red.focal_point_x, red.focal_point_width) == ("All red", 3, 2)
    course = made.course
    assert (course.code, course.min_test_percent, course.task_en) == ("OSHC", 60, "A walk")
    assert (course.audience, course.planned_minutes) == (["worker"], 720)
    assert [each.slug for each in course.outcomes.all()] == ["safer"]
    first = LessonPage.objects.child_of(made).first()
    second = LessonPage.objects.child_of(made).last()
    assert second.url_path.endswith("/second/")
    assert f'linktype="page" id="{second.pk}"' in first.body[0].value["text"].source
    assert not PageUpload.objects.exists()


def test_the_same_file_again_changes_nothing_here_and_there(page, trainer_user):
    data = carried(page)
    by = course_files.admin()
    assert bring(data, page.get_parent().specific, by)[1].counts == {SAME: 6}
    wipe(page)
    branch = branch_for(trainer_user).page
    made, _arrival = bring(data, branch, trainer_user)
    revisions = made.revisions.count()

    page, arrival = bring(data, branch, trainer_user)

    assert (page, dict(arrival.counts)) == (None, {SAME: 6})
    assert made.revisions.count() == revisions
    assert get_image_model().objects.count() == 2


def test_a_newer_file_makes_new_drafts_and_says_what_changes(page, trainer_user):
    older = carried(page)
    lesson = LessonPage.objects.get(title="First en")
    lesson.minutes = 9
    lesson.body.pop(6)
    lesson.body[1].value["alt"] = "A guard over a belt"
    lesson.save()
    newer = carried(page)
    wipe(page)
    branch = branch_for(trainer_user).page
    made, _arrival = bring(older, branch, trainer_user)
    here = LessonPage.objects.child_of(made).first()
    here.get_latest_revision().publish()

    page, arrival = bring(newer, branch, trainer_user)

    told = next(each for each in arrival.pages if each.state == CHANGED)
    assert told.changes == (
        ChangedPart("picture", 2),
        ChangedPart("callout"),
        ChangedPart("minutes"),
    )
    assert dict(arrival.counts) == {SAME: 5, CHANGED: 1}
    here = LessonPage.objects.get(pk=here.pk)
    assert (here.minutes, here.get_latest_revision_as_object().minutes) == (5, 9)
    assert here.live and here.has_unpublished_changes
    assert page.pk == made.pk


def test_a_lesson_that_was_put_between_comes_between(page, trainer_user):
    whole = carried(page)

    def without_first(told):
        told["pages"] = [each for each in told["pages"] if each["slug"] != "second"]

    shorter = changed(whole, without_first)
    wipe(page)
    branch = branch_for(trainer_user).page
    made, _arrival = bring(shorter, branch, trainer_user)
    LessonPage.objects.child_of(made).get().copy(
        update_attrs={"slug": "own", "title": "Our own"}, keep_live=False
    )

    _page, arrival = bring(whole, branch, trainer_user)

    titles = [each.title for each in LessonPage.objects.child_of(made).order_by("path")]
    assert titles == ["First en", "Second en", "Our own"]
    assert arrival.gone == ("Our own",)


def test_the_code_may_be_taken_and_what_was_seen_may_change(page, trainer_user):
    data = carried(page)
    wipe(page)
    branch = branch_for(trainer_user).page
    upload = keep(data, branch, trainer_user)
    _query, arrival = look(upload, trainer_user)
    Course.objects.create(code="OTHER", title_en="Another")

    def refusal(code, seen):
        with pytest.raises(Refused) as no:
            take_course(upload, NewCourse(code, (topic(),)), seen=seen, by=trainer_user)
        return no.value.code

    assert refusal("other", arrival.mark) == "code_taken"
    assert refusal("OSHC", "x" * 24) == "other_effect"
    assert not CoursePage.objects.exists() and not get_image_model().objects.exists()
    take_course(upload, NewCourse("OSH2", (topic(),)), seen=arrival.mark, by=trainer_user)
    assert CoursePage.objects.first().course.code == "OSH2"


def test_pages_of_another_branch_stay_out(page, trainer_user):
    """The course is here, where she may not write; nothing of it is hers to change."""
    data = changed(carried(page), lambda told: told["pages"][0]["values"].update(summary="New"))
    branch = branch_for(trainer_user).page

    made, arrival = bring(data, branch, trainer_user)

    assert (made, dict(arrival.counts)) == (None, {"elsewhere": 6})
    assert CoursePage.objects.first().summary == ""


def test_only_who_may_change_the_page_takes_it_along(page, trainer_user):
    with pytest.raises(Refused) as no:
        carry_course(page, by=trainer_user)
    assert no.value.code == "not_your_page"
    with pytest.raises(Refused) as no:
        keep(carried(page), page.get_parent(), trainer_user)
    assert no.value.code == "not_your_page"


def test_languages_that_are_not_written_here_stay_out(page, trainer_user):
    data = carried(page)
    wipe(page)
    branch = branch_for(trainer_user).page
    branch.get_translations().get().delete()

    made, arrival = bring(data, branch, trainer_user)

    assert dict(arrival.counts) == {NEW: 3, "no_language": 3}
    assert made.locale.language_code == "en"


def test_courses_with_runs_get_their_pages_back(page, staff_user):
    """Pages were deleted by mistake; the course is still here."""
    data = carried(page)
    staff_user.is_superuser = True
    staff_user.save()
    course = page.course
    for each in CoursePage.objects.all():
        Page.objects.get(pk=each.pk).delete()

    made, _arrival = bring(data, course_files.home(), staff_user)

    assert made.course == course
    assert Course.objects.count() == 1
