"""Courses: roles, topics and the rule are kept; a trainer changes only those of her branch."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from courses.actions.courses import CourseDetails, open_branch, start_course
from courses.models import CataloguePage, Course
from tests.factories import CourseFactory, TopicFactory, UserFactory

pytestmark = pytest.mark.django_db


def values(topic, **changes):
    return {
        "code": "oshc",
        "title_en": "Safety committee",
        "title_km": "",
        "planned_minutes": "720",
        "topics": [topic.pk],
        "audience": ["worker", "supervisor"],
        "gender_pillars": ["voice", "leadership"],
        "min_attendance_percent": "80",
        "min_sessions": "",
        "min_quiz_percent": "",
        "task_en": "",
        "task_km": "",
        "task_kind": "other",
        "gives_certificate": "on",
        "validity_months": "",
        **changes,
    }


def found(client, **query):
    return list(client.get(reverse("training_courses:index"), query).context["object_list"])


def test_a_course_keeps_its_roles_pillars_topics_and_rule(staff):
    topic = TopicFactory()

    staff.post(reverse("training_courses:add"), values(topic))

    course = Course.objects.get()
    assert (course.code, course.audience) == ("OSHC", ["worker", "supervisor"])
    assert course.gender_pillars == ["voice", "leadership"]
    assert list(course.topics.all()) == [topic]
    assert course.min_attendance_percent == 80


def test_a_task_needs_words(staff):
    answer = staff.post(reverse("training_courses:add"), values(TopicFactory(), needs_task="on"))

    assert "Say in a few words what the task is." in answer.content.decode()
    assert not Course.objects.exists()


def test_courses_are_found_by_words_audience_pillar_and_topic(staff):
    osh = CourseFactory(code="OSHC", audience=["worker"], gender_pillars=["care"])
    tul = CourseFactory(code="TUL", title_en="Union leadership", audience=["union_leader"])

    assert found(staff, q="safety osh") == [osh]
    assert found(staff, audience=["union_leader", "official"]) == [tul]
    assert found(staff, gender_pillars=["care", "voice"]) == [osh]
    assert found(staff, topics=osh.topics.get().pk) == [osh]


@pytest.fixture
def branch_course(trainer_user):
    """A course that the trainer started in her own branch."""
    boss = UserFactory(is_superuser=True)
    home = CataloguePage(title="Courses")
    Page.get_first_root_node().add_child(instance=home)
    branch = open_branch("Safety", home, [trainer_user], by=boss)
    page = start_course(CourseDetails("OSHC", "Safety"), branch.page, by=boss)
    return page.course


def test_a_trainer_changes_the_courses_of_her_branch_only(trainer, branch_course):
    other = CourseFactory()
    own_page = trainer.get(reverse("training_courses:edit", args=[branch_course.pk]))
    other_page = trainer.get(reverse("training_courses:edit", args=[other.pk]))

    assert (own_page.status_code, other_page.status_code) == (200, 302)


def test_a_trainers_list_offers_to_change_what_she_may(trainer, branch_course):
    other = CourseFactory()

    page = trainer.get(reverse("training_courses:index")).content.decode()

    assert reverse("training_courses:edit", args=[branch_course.pk]) in page
    assert reverse("training_courses:edit", args=[other.pk]) not in page
    assert reverse("training_courses:add") not in page


def test_a_course_with_runs_cannot_be_deleted_but_archived(staff, own):
    page = staff.get(reverse("training_courses:delete", args=[own.courses.pk]))

    assert "Tick “archived” instead" in page.content.decode()


def test_a_pillar_that_does_not_exist_is_refused(staff):
    staff.post(reverse("training_courses:add"), values(TopicFactory(), gender_pillars=["fifth"]))

    assert not Course.objects.exists()


def test_the_record_tells_rule_audience_pillars_and_runs(staff, own):
    Course.objects.filter(pk=own.courses.pk).update(
        audience=["worker", "gone"], gender_pillars=["care", "voice"]
    )

    page = staff.get(reverse("training_courses:inspect", args=[own.courses.pk]))

    assert own.runs.code in page.content.decode()
    told = {field["label"]: field["value"] for field in page.context["fields"]}
    assert told["Audience"] == "Worker"
    assert told["Pillars of gender equality"] == "Paid work and care, Voice and representation"
