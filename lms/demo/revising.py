"""An author is at work on a lesson: what she changed is a draft, and its translation is behind."""

import json

from courses.models import LessonPage
from lms.demo.pages import part_id

SLUG = "the-walk"
SUMMARY = "Walk the hall with open eyes, note what you see, and tell it the same day."
NEW_PART = {
    "kind": "try",
    "title": "Try it this week",
    "text": "<p>Ask <b>one</b> colleague where she would walk first, and go there with her.</p>",
}


def revise_lesson(author) -> None:
    """The summary, the first text and a new part at the end; published is what was before."""
    lesson = LessonPage.objects.get(slug=SLUG, locale__language_code="en")
    lesson.save_revision(user=author)
    body = json.loads(json.dumps(list(lesson.body.get_prep_value())))
    first = next(block for block in body if block["type"] == "text")["value"]
    first["text"] = first["text"].replace("</p>", " Take your time.</p>", 1)
    place = next(n for n, block in enumerate(body) if block["type"] == "quiz")
    part = {"type": "callout", "id": part_id("oshc", SLUG, len(body)), "value": NEW_PART}
    lesson.body = json.dumps([*body[:place], part, *body[place:]])
    lesson.summary = SUMMARY
    lesson.save_revision(user=author)
