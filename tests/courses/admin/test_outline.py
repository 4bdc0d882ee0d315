"""A course starts from the outline, in a branch of one's own."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from courses.actions.courses import open_branch
from courses.admin.outline import outline_button
from courses.models import CataloguePage, Course, CoursePage, LessonPage
from tests.factories import CourseFactory, TopicFactory, UserFactory

pytestmark = pytest.mark.django_db
NEW = "/admin/training/new-course/"


@pytest.fixture
def home(db):
    page = CataloguePage(title="Courses")
    Page.get_first_root_node().add_child(instance=page)
    page.copy_for_translation(Locale.objects.create(language_code="km"))
    return page


@pytest.fixture
def branch(home, trainer_user):
    return open_branch("Safety", home, [trainer_user], by=UserFactory(is_superuser=True)).page


def answers(branch, **changes):
    return {
        "code": "oshc",
        "title_en": "Safety committee",
        "title_km": "គណៈកម្មការសុវត្ថិភាព",
        "planned_minutes": "720",
        "topics": [TopicFactory().pk],
        "branch": branch.pk,
        **changes,
    }


def test_a_trainer_starts_a_course_and_lands_in_the_editor(trainer, branch):
    answer = trainer.post(NEW, answers(branch))

    page = CoursePage.objects.child_of(branch).get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.course.code, page.live) == ("OSHC", False)
    assert CoursePage.objects.count() == 2
    assert LessonPage.objects.filter(live=False).count() == 10
    assert trainer.get(answer.url).status_code == 200


def test_a_branch_is_offered_once_for_all_its_languages(trainer, branch, home):
    form = trainer.get(f"{NEW}?branch={branch.pk}").context["form"]

    assert form.fields["branch"].choices == [(str(branch.pk), "Safety")]
    assert form["branch"].value() == str(branch.pk)


def test_a_foreign_branch_is_refused(trainer, branch, home):
    answer = trainer.post(NEW, answers(home))

    assert "branch" in answer.context["form"].errors
    assert not Course.objects.exists()


def test_a_code_that_is_taken_is_said_beside_the_code(trainer, branch):
    CourseFactory(code="OSHC")

    form = trainer.post(NEW, answers(branch)).context["form"]

    assert form.errors["code"] == ["A course with this code is there already. Choose another code."]
    assert form["title_en"].value() == "Safety committee"


def test_a_title_of_spaces_is_no_title(trainer, branch):
    form = trainer.post(NEW, answers(branch, title_en=" ")).context["form"]

    assert list(form.errors) == ["title_en"]


def test_who_has_no_branch_is_sent_away(trainer, staff, home):
    assert trainer.get(NEW).status_code == 302
    assert staff.get(NEW).status_code == 302


def test_a_catalogue_offers_the_outline_where_one_may_write(trainer_user, branch, home):
    home, branch = Page.objects.get(pk=home.pk), Page.objects.get(pk=branch.pk)

    assert list(outline_button.in_header(home, trainer_user, "index")) == []
    assert [button.url for button in outline_button.in_header(branch, trainer_user, "index")] == [
        f"{NEW}?branch={branch.pk}"
    ]


def test_the_listing_of_the_branch_leads_to_the_outline(trainer, branch):
    page = trainer.get(reverse("wagtailadmin_explore", args=[branch.pk]))

    assert f"{NEW}?branch={branch.pk}" in page.content.decode()


def test_a_course_page_offers_no_outline(trainer, trainer_user, branch):
    trainer.post(NEW, answers(branch))
    page = Page.objects.get(pk=CoursePage.objects.child_of(branch).get().pk)

    assert list(outline_button.in_header(page, trainer_user, "edit")) == []
