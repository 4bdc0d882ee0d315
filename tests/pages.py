"""Pages for tests: a catalogue as the home page, courses and lessons below it."""

from uuid import uuid4

from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, Site
from wagtail.signals import page_published

from courses.models import CataloguePage, CoursePage, LessonPage
from courses.rules.lessons import Place, Seen
from tests.factories import CourseFactory

QUIZ = {
    "title": "What do you remember?",
    "questions": [
        (
            "choice",
            {
                "question": "Who may walk along?",
                "choices": [
                    {"text": "Workers and managers", "is_correct": True},
                    {"text": "Managers only", "is_correct": False},
                ],
                "feedback": "Both sides walk together.",
            },
        ),
        (
            "choice",
            {
                "question": "What do you write down?",
                "choices": [
                    {"text": "What it is", "is_correct": True},
                    {"text": "Where it is", "is_correct": True},
                    {"text": "Who is lazy", "is_correct": False},
                ],
                "feedback": "What and where; no guilt.",
            },
        ),
    ],
}
#: As a page stores it.
STORED = {
    "title": QUIZ["title"],
    "questions": [{"type": kind, "value": value} for kind, value in QUIZ["questions"]],
}
RIGHT = {"question_0": "0", "question_1": ["0", "1"]}


def publish(parent, page):
    """Add a live page below another and tell so, without the revision that costs half the time."""
    page.first_published_at = page.last_published_at = timezone.now()
    parent.add_child(instance=page)
    page_published.send(sender=type(page), instance=page, revision=None)
    return page


def home_page(language="en", **values):
    """A live catalogue at the root of the site, in a language; twins of each other."""
    english = CataloguePage.objects.filter(depth=2, locale__language_code="en").first()
    if english:
        values = {"translation_key": english.translation_key} | values
    locale = Locale.objects.get_or_create(language_code=language)[0]
    values = {"title": "Courses", "slug": f"courses-{language}", "locale": locale} | values
    page = publish(Page.get_first_root_node(), CataloguePage(**values))
    if language == "en":
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "root_page": page}
        )
    return page


def course_page(parent, title="Safety committee", course=None, **values):
    """A live course page; makes its course."""
    return publish(
        parent,
        CoursePage(title=title, course=course or CourseFactory(), locale=parent.locale, **values),
    )


def lesson_page(parent, title="The walk", quiz=None, body=(), **values):
    """A live lesson, with a quiz if one is given."""
    body = [*body, *([("quiz", quiz)] if quiz else [])]
    return publish(parent, LessonPage(title=title, locale=parent.locale, body=body, **values))


def part_seen(lesson, number, parts, reader="somebody", **values):
    """An event of a phone: part `number` of so many of a lesson was seen, now."""
    return Seen(
        event=values.get("event") or uuid4(),
        reader=reader,
        lesson=lesson.translation_key,
        place=Place(f"part-{number}", number, parts),
        tapped_at=values.get("at") or timezone.now(),
    )


def image(title="A drawing"):
    """A picture of 640 × 480 pixels."""
    return get_image_model().objects.create(title=title, file=get_test_image_file())
