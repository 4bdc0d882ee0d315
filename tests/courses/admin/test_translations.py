"""The screen on which a page is translated text by text."""

import json
import re
from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page

from courses.actions.courses import open_branch
from courses.models import LessonPage, PageTranslation
from tests.conftest import a_trainer
from tests.factories import UserFactory
from tests.pages import course_page, home_page, image, lesson_page

pytestmark = pytest.mark.django_db


def content(*words):
    return json.dumps({"entityMap": {}, "blocks": [
        {"key": f"k{n}", "type": "unstyled", "text": text, "depth": 0, "inlineStyleRanges": [],
         "entityRanges": []} for n, text in enumerate(words)]})  # fmt: skip


@pytest.fixture(scope="module")
def kept(keep_rows):
    return keep_rows(make_lesson)


def make_lesson():
    """A lesson in a branch of a trainer, with its copy for translation."""
    trainer = a_trainer()
    home, _twin = home_page(), home_page("km")
    branch = open_branch("Safety", home, [trainer], by=UserFactory(is_superuser=True)).page
    steps = [{"type": "item", "id": each, "value": each} for each in ("One", "Two", "Three")]
    second = {"question": "How many?", "number": "2", "unit": ""}
    order = {"type": "order", "id": "q1", "value": {"question": "First?", "items": steps}}
    number = {"type": "number", "id": "q2", "value": second}
    quiz = {"title": "Quiz", "questions": [order, number]}
    text = {"text": "<p>Look <b>first</b>.</p>", "recording": None}
    body = [("text", text), ("picture", {"image": image(), "alt": "A door", "caption": ""})]
    lesson = lesson_page(course_page(branch), summary="Short", quiz=quiz, body=body)
    lesson.save_revision()
    khmer = Locale.objects.get(language_code="km")
    lesson.get_parent().specific.copy_for_translation(khmer)
    lesson.copy_for_translation(khmer)
    return trainer, lesson.pk


@pytest.fixture
def trainer_user(kept):
    return kept[0]


@pytest.fixture
def english(kept):
    return LessonPage.objects.get(pk=kept[1])


@pytest.fixture
def khmer(english):
    return english.get_translations().get()


def url(page, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{reverse('courses_translation')}?page={page.pk}&{query}"


class Screen:
    """What is on the screen, and what a browser would send back."""

    def __init__(self, response):
        assert response.status_code == 200
        self.page = response.content.decode()
        self.places = {
            unescape(re.sub(r"\s*<span.*", "", place, flags=re.S)).strip(): name
            for name, place in re.findall(r'<h3 id="h-(\w+)">(.*?)</h3>', self.page, re.S)
        }
        self.was = dict(re.findall(r'name="was_(\w+)" value="([^"]+)"', self.page))
        self.posted = {f"was_{name}": value for name, value in self.was.items()}
        for name, words in re.findall(r'<textarea name="(\w+)"[^>]*>\s*(.*?)</textarea>', self.page,
                                      re.S):  # fmt: skip
            self.posted[name] = unescape(words)
        for name, words in re.findall(r'<input type="hidden" name="(t\w+)" value="([^"]*)"',
                                      self.page):  # fmt: skip
            self.posted[name] = unescape(words)

    def named(self, place):
        return self.places[place]


def opened(client, page, **asked):
    return Screen(client.get(url(page, **asked)))


def send(client, page, data, **asked):
    return Screen(client.post(url(page, **asked), data, follow=True))


def draft(page):
    return LessonPage.objects.get(pk=page.pk).get_latest_revision_as_object()


TITLE, SUMMARY, TEXT = "Title", "Summary", "Part 1: Text"
ALT = "Part 2: Picture · What the picture shows"
TWO = "Part 3: Quiz · Questions 1 · Steps 2"


def test_a_copy_is_translated_one_by_one_and_all_at_once(trainer, english, khmer):
    screen = opened(trainer, khmer)
    assert {TITLE, SUMMARY, TEXT, ALT, TWO} <= screen.places.keys()
    assert "Not translated (10)" in screen.page and "Changed in the source (0)" in screen.page

    words = {screen.named(ALT): "ទ្វារ", screen.named(TITLE): "ការដើរ"}
    one = send(trainer, khmer, screen.posted | words | {"save": screen.named(TITLE)})
    assert draft(khmer).title == "ការដើរ"
    assert draft(khmer).body[1].value["alt"] == "A door"
    assert "1 text is done." in one.page and "Not saved yet" in one.page
    assert one.posted[one.named(ALT)] == "ទ្វារ" and TITLE not in one.places

    rest = {one.named(TEXT): content("មើល"), one.named(TWO): "ពីរ", one.named(SUMMARY): "ខ្លី\nៗ"}
    done = send(trainer, khmer, one.posted | rest | {"save": "all"})
    body = draft(khmer).body
    assert body[0].value["text"].source == '<p data-block-key="k0">មើល</p>'
    assert body[1].value["alt"] == "ទ្វារ"
    assert list(body[2].value["questions"][0].value["items"]) == ["One", "ពីរ", "Three"]
    assert draft(khmer).summary == "ខ្លី ៗ"
    assert "4 texts are done." in done.page
    assert not LessonPage.objects.get(pk=khmer.pk).live
    assert [each.id for each in body] == [each.id for each in english.body]


@pytest.fixture
def translated(trainer, khmer):
    screen = opened(trainer, khmer)
    words = {name: f"{words} ៗ" for name, words in screen.posted.items() if name[0] == "t"}
    words[screen.named(TEXT)] = content("មើល")
    assert "There is nothing here" in send(
        trainer, khmer, screen.posted | words | {"save": "all"}
    ).page  # fmt: skip
    return khmer


def change(english, *, title=None, text=None, more=(), order=None, number=None):
    """The source is another one now."""
    stored = json.loads(json.dumps(list(english.body.get_prep_value())))
    if text:
        stored[0]["value"]["text"] = text
    if order:
        items = stored[2]["value"]["questions"][0]["value"]["items"]
        stored[2]["value"]["questions"][0]["value"]["items"] = [items[n] for n in order]
    if number:
        stored[2]["value"]["questions"][1]["value"]["number"] = number
    english.body = json.dumps([*stored, *more])
    english.title = title or english.title
    english.save_revision()


def test_what_changed_in_the_source_is_shown_confirmed_or_translated(trainer, english, translated):
    assert "There is nothing here" in opened(trainer, translated).page
    change(english, title="The other walk", text="<p>Look <b>second</b>.</p>")

    screen = opened(trainer, translated, show="changed")
    assert screen.places.keys() == {TITLE, TEXT}
    panel = trainer.get(reverse("wagtailadmin_pages:edit", args=[translated.pk])).content.decode()
    assert f'href="{url(translated).rstrip("&")}"' in panel
    assert "Look <del>first</del><ins>second</ins>." in screen.page

    right = send(trainer, translated, screen.posted | {"right": screen.named(TITLE)})
    assert right.places.keys() == {TEXT}
    assert draft(translated).title == "The walk ៗ"
    done = send(
        trainer, translated, right.posted | {right.named(TEXT): content("ទីពីរ"), "save": "all"}
    )
    assert "There is nothing here" in done.page

    change(english, title="A third walk")
    assert opened(trainer, translated).places.keys() == {TITLE}


def test_new_parts_come_to_their_place_and_settings_are_taken_over(trainer, english, translated):
    note = {"kind": "try", "title": "Try it", "text": "<p>Go</p>"}
    more = [{"type": "callout", "id": "new", "value": note}]
    change(english, more=more, order=(2, 0, 1), number="3")

    screen = opened(trainer, translated)
    steps, number = (
        "Part 3: Quiz · Questions 1 · Steps", "Part 3: Quiz · Questions 2 · Right number",
    )  # fmt: skip
    assert screen.places.keys() == {
        "Part 4: Callout · Title", "Part 4: Callout · Text", steps, number,
    }  # fmt: skip
    screen = send(trainer, translated, screen.posted | {"take": screen.named(steps)})
    screen = send(trainer, translated, screen.posted | {"take": screen.named(number)})
    title = {screen.named("Part 4: Callout · Title"): "សាកល្បង"}
    screen.posted[screen.named("Part 4: Callout · Text")] = "null"
    screen = send(trainer, translated, screen.posted | title | {"save": "all"})

    body = draft(translated).body
    first, second = body[2].value["questions"]
    assert list(first.value["items"]) == ["Three ៗ", "One ៗ", "Two ៗ"]
    assert second.value["number"] == 3
    assert (body[3].id, body[3].value["title"], body[3].value["kind"]) == ("new", "សាកល្បង", "try")
    assert screen.places.keys() == {"Part 4: Callout · Text"}

    change(LessonPage.objects.get(pk=english.pk), order=(2, 0, 1), number="3")
    screen = opened(trainer, translated)
    (gone,) = screen.places
    assert gone == "Part 4: Callout" and "សាកល្បង" in screen.page
    send(trainer, translated, screen.posted | {"take": screen.named(gone)})
    assert len(draft(translated).body) == 3


def test_two_people_lose_nothing(trainer, english, translated):
    screen = opened(trainer, translated, show="all")
    mine = screen.posted | {screen.named(TITLE): "ខ្ញុំ", screen.named(SUMMARY): "ខ្លី", "save": "all"}
    other = draft(translated)
    other.title = "គាត់"
    other.save_revision()

    told = send(trainer, translated, mine, show="all")

    assert "Somebody changed a text while you wrote." in told.page
    assert told.page.count("Somebody changed this while you wrote.") == 1 and "គាត់" in told.page
    assert (draft(translated).title, draft(translated).summary) == ("គាត់", "Short ៗ")
    assert told.posted[told.named(TITLE)] == "ខ្ញុំ"
    again = send(trainer, translated, told.posted | {"save": "all"}, show="all")
    assert (draft(translated).title, draft(translated).summary) == ("ខ្ញុំ", "ខ្លី")

    versions = translated.revisions.count()
    twice = send(trainer, translated, told.posted | {"save": "all"}, show="all")
    assert "Somebody changed" not in again.page + twice.page
    assert translated.revisions.count() == versions


def test_what_cannot_be_saved_is_told_at_its_text(trainer, khmer):
    screen = opened(trainer, khmer)
    bad = {screen.named(TITLE): "", screen.named(ALT): "x" * 251, screen.named(TEXT): "no JSON"}
    gone = {"was_t000000000000": "a.b", "t000000000000": content("Lost", "words")}

    told = send(trainer, khmer, screen.posted | bad | gone | {"save": "all"})

    assert told.page.count('class="error-message"') == 3
    assert "In its field stood: “Lost words”" in told.page
    assert not PageTranslation.objects.exists()
    assert told.posted[told.named(ALT)] == "x" * 251


def test_the_source_leads_to_its_translation(trainer, english, khmer):
    branch = Page.objects.get(title="Safety", locale=english.locale)
    assert trainer.get(url(english)).url == url(khmer).rstrip("&")
    assert trainer.get(url(branch), follow=True).status_code == 404
    assert trainer.get(reverse("courses_translation"), follow=True).status_code == 404
    khmer.delete()
    alone = trainer.get(url(english), follow=True).content.decode()
    assert "This page has no translation that you may write." in alone


def test_a_locked_page_is_only_read(trainer, khmer):
    screen = opened(trainer, khmer)
    LessonPage.objects.filter(pk=khmer.pk).update(locked=True, locked_by=UserFactory())

    assert "Save this one" not in opened(trainer, khmer).page
    told = send(trainer, khmer, screen.posted | {screen.named(TITLE): "ការ", "save": "all"})
    assert "The page is locked." in told.page and "Save this one" not in told.page
    assert not PageTranslation.objects.exists()


def test_the_number_of_queries_does_not_grow(trainer, english, khmer, django_assert_num_queries):
    text = {"text": "<p>More</p>", "recording": None}
    for number in (1, 30):
        more = [{"type": "text", "id": f"m{n}", "value": text} for n in range(number)]
        change(LessonPage.objects.get(pk=english.pk), more=more)
        trainer.get(url(khmer))
        with django_assert_num_queries(19):
            trainer.get(url(khmer))


def test_only_what_somebody_may_see_is_shown_to_whoever_may_translate(trainer, english, khmer):
    group = Group.objects.create(name="Translators")
    group.permissions.add(*Group.objects.get(name="Trainers").permissions.all())
    place = khmer.get_parent()
    GroupPagePermission.objects.create(group=group, page=place, permission_type="change")
    translator, stranger = Client(), Client()
    for client, groups in ((translator, [group]), (stranger, ["Trainers"])):
        user = UserFactory()
        user.groups.set(Group.objects.filter(name__in=[str(each) for each in groups]))
        client.force_login(user)

    assert stranger.get(url(khmer)).status_code == 302
    assert translator.get(url(khmer)).status_code == 302
    english.save_revision().publish()
    assert "Look <b>first</b>" in opened(translator, khmer).page
    change(english, title="Not for everybody yet")
    assert translator.get(url(khmer)).status_code == 302
    assert "Not for everybody yet" in opened(trainer, khmer).page
