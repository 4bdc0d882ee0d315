"""Add the questions of a file to the quiz of a lesson, as a draft."""

import json
import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext, ngettext

from courses.actions.audit import record
from courses.actions.page_uploads import contents_of, refuse_foreign
from courses.blocks.questions import QuizBlock
from courses.exceptions import Refused
from courses.models import LessonPage, PageUpload
from courses.queries.question_import import draft_body, question_preview, quiz_of

MOST_QUESTIONS = QuizBlock().child_blocks["questions"].meta.max_num


@transaction.atomic
def add_questions(upload: PageUpload, *, by: AbstractBaseUser) -> int:
    """Add what is new in the file to the quiz of the newest draft, or begin a quiz, and drop the
    file; returns how many were added. Adding the same file again adds nothing. Nothing is
    published. Raises Refused: `not_your_page`, `too_many_questions` and the codes of files."""
    lesson = LessonPage.objects.select_for_update(of=("self",)).get(pk=upload.page_id)
    refuse_foreign(lesson, upload.kind, by)
    preview = question_preview(contents_of(upload.kind, upload.file), lesson)
    fresh = preview.fresh
    if fresh:
        _save(lesson, fresh, by)
        record(lesson, "questions_imported", by=by, format=preview.format, questions=len(fresh))
    upload.delete()
    return len(fresh)


def _save(lesson: LessonPage, fresh: list[dict], by: AbstractBaseUser) -> None:
    body = draft_body(lesson)
    quiz = quiz_of(body)
    if quiz is None:
        value = {"title": gettext("What do you remember?"), "questions": []}
        quiz = {"type": "quiz", "id": str(uuid.uuid4()), "value": value}
        body.append(quiz)
    questions = [*quiz["value"]["questions"], *fresh]
    if len(questions) > MOST_QUESTIONS:
        raise Refused(
            ngettext(
                "The quiz would have %(count)s question; %(most)s is the most. Divide the file.",
                "The quiz would have %(count)s questions; %(most)s is the most. Divide the file.",
                len(questions),
            )
            % {"count": len(questions), "most": MOST_QUESTIONS},
            code="too_many_questions",
        )
    quiz["value"]["questions"] = questions
    draft = lesson.get_latest_revision_as_object()
    draft.body = json.dumps(body)
    if not draft.live:
        draft.save()
    draft.save_revision(user=by)
