"""Public pages as they are served."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from courses.actions.learning import mark_lesson_read
from tests import pages
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return pages.home_page(intro="Training for people in factories.")


@pytest.fixture
def page(home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    topic = TopicFactory(name_en="Safety", name_km="សុវត្ថិភាព", icon="t-osh")
    return pages.course_page(
        home,
        course=CourseFactory(topics=[topic], audience=["worker", "manager"]),
        summary="Two days.",
        outcomes=[("outcome", "Walk through a line")],
        audience="Committee members.",
        certificate="After 80 % of the hours.",
        about="<p>How it goes.</p>",
        picture=pages.image(),
        picture_alt="Three people walk along a line.",
    )


def run_of(page, days=7, **values):
    day = timezone.localdate() + timedelta(days=days)
    run = CourseRunFactory(course=page.course, starts_on=day, ends_on=day, **values)
    SessionFactory(run=run)
    return run


def text_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_home_page_lists_courses_by_topic_with_their_next_date(client, page):
    run_of(page)
    text = text_of(client, "/en/")
    for words in ("Training for people in factories.", "Courses with dates", "Safety committee",
                  "12 hours · for workers and managers", "Kampong Speu", "?topic="):  # fmt: skip
        assert words in text


def test_a_topic_shows_its_courses_alone(client, page):
    topic = page.course.topics.get()
    pages.course_page(page.get_parent().specific, title="Heat at work")
    text = text_of(client, f"/en/?topic={topic.slug}")
    assert "Safety committee" in text and "Heat at work" not in text


def test_an_empty_catalogue_says_what_will_be_there(client, home):
    assert "Courses appear here as soon as a trainer publishes one." in text_of(client, "/en/")


def test_search_keeps_the_words_and_names_the_lesson(client, page):
    pages.lesson_page(page, title="Needle guards")
    text = text_of(client, "/en/?q=needle")
    for words in ('value="needle"', "1 course for “needle”", "In this lesson:", "Needle guards"):
        assert words in text


def test_search_without_result_says_what_to_try(client, page):
    assert "Try one word only" in text_of(client, "/en/?q=zzz%00")


def test_a_course_page_tells_all_of_the_course(client, page):
    run_of(page, capacity=25)
    pages.lesson_page(page, minutes=9)
    text = text_of(client, page.url)
    for words in (
        "Two days.", "Walk through a line", "Committee members.", "After 80 % of the hours.",
        "How it goes.", 'alt="Three people walk along a line."', 'width="640" height="480"',
        "9\xa0min", "25 of 25 seats free", "Take part", "Next date", "Khmer", "Safety",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"enrollment_policy": "request"}, "Ask for a seat"),
        ({"enrollment_policy": "invitation"}, "by invitation"),
        ({"capacity": 1}, "Join the waiting list"),
    ],
)
def test_the_button_says_what_happens(client, page, values, words):
    run = run_of(page, **values)
    if run.capacity == 1:
        EnrollmentFactory(run=run)
    assert words in text_of(client, page.url)


def test_without_dates_a_course_page_says_so(client, page):
    text = text_of(client, page.url)
    assert "No date is planned yet." in text and "Take part" not in text


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("enrolled", "You have a seat: it begins on"),
        ("waitlisted", "You are on the waiting list for"),
        ("requested", "You have asked for a seat on"),
    ],
)
def test_a_participant_sees_where_she_stands(client, page, participant_user, status, words):
    EnrollmentFactory(run=run_of(page), person=participant_user.training_person, status=status)
    lesson = pages.lesson_page(page)
    mark_lesson_read(participant_user.training_person, lesson, by=participant_user)
    client.force_login(participant_user)
    text = text_of(client, page.url)
    assert words in text and "Show my training" in text
    assert ">read<" in text.replace("read ·", "read<") or "read · " in text


def test_a_mark_and_a_taken_seat_show_at_once(client, page, participant_user):
    mine = run_of(page, days=0)
    place = EnrollmentFactory(run=mine, person=participant_user.training_person)
    other = run_of(page, days=3, capacity=25)
    client.force_login(participant_user)
    text = text_of(client, page.url)
    assert "25 of 25 seats free" in text and "here</li>" not in text
    AttendanceFactory(session=mine.sessions.get(), enrollment=place)
    EnrollmentFactory(run=other)
    text = text_of(client, page.url)
    assert "24 of 25 seats free" in text and "here</li>" in text


@pytest.mark.parametrize("number", [1, 30])
def test_a_course_page_asks_little_however_much_there_is(
    client, page, participant_user, number, django_assert_num_queries
):
    person = participant_user.training_person
    for n in range(number):
        EnrollmentFactory(run=run_of(page, days=n), person=person)
        run_of(page, days=n + 1)
        pages.lesson_page(page, title=f"Lesson {n}")
    client.force_login(participant_user)
    client.get(page.url)
    with django_assert_num_queries(6):
        client.get(page.url)


def test_a_page_behind_a_restriction_asks_to_sign_in(client, page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    response = client.get(page.url)
    assert (response.status_code, "/accounts/login/" in response["Location"]) == (302, True)


def test_a_draft_is_not_served(client, page):
    page.unpublish()
    assert client.get(page.url).status_code == 404


def test_a_page_that_is_not_changed_is_not_sent_again(client, page):
    first = client.get(page.url)
    again = client.get(page.url, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_language_switch_keeps_the_place(client, page):
    khmer_home = pages.home_page("km")
    pages.course_page(
        khmer_home,
        title="គណៈកម្មការ",
        course=page.course,
        slug="committee",
        translation_key=page.translation_key,
    )
    assert 'href="/km/committee/"' in text_of(client, page.url)
    with translation.override("km"):
        assert f'href="{page.url}"' in text_of(client, "/km/committee/")


def test_a_page_may_be_previewed_before_it_has_a_place(page):
    for new in (type(page)(title="New course"), type(pages.lesson_page(page))(title="New lesson"),
                type(page.get_parent().specific)(title="New branch")):  # fmt: skip
        response = new.make_preview_request()
        assert response.status_code == 200
        assert new.title in response.rendered_content


def test_a_preview_shows_a_draft_and_nobodys_standing(page, participant_user):
    EnrollmentFactory(run=run_of(page), person=participant_user.training_person)
    page.title = "Draft title"
    text = page.make_preview_request().rendered_content
    assert "Draft title" in text and "You have a seat" not in text
