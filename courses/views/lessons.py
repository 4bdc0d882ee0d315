"""Lessons: say that one was read."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.actions.learning import mark_lesson_read
from courses.queries.learning import LessonScreen, lesson_for, lesson_screen
from courses.views.base import SalaView


class LessonView(SalaView):
    """A verb of one lesson, found by its number; looking at the address leads to its page."""

    policy = "own"

    @cached_property
    def lesson(self):
        """The live lesson whose restrictions, if any, this visitor meets; else nothing (404)."""
        lesson = lesson_for(self.kwargs["pk"], self.language)
        if lesson is None or not all(
            each.accept_request(self.request) for each in lesson.get_view_restrictions()
        ):
            raise Http404
        return lesson

    @property
    def language(self) -> str:
        """The page's own language where something is sent, else that of the address."""
        return "" if self.request.method == "POST" else get_language()

    @cached_property
    def screen(self) -> LessonScreen:
        screen = lesson_screen(self.lesson, self.request.user, timezone.now())
        if screen is None:
            raise Http404
        return screen

    def get(self, request, *args, **kwargs):
        return redirect(self.lesson.get_url(request))


class ReadLesson(LessonView):
    """I have read this: keeps it, and goes on to the next lesson."""

    def post(self, request, *args, **kwargs):
        if self.person is None:
            messages.error(request, _("Your login is not joined to a person yet. Ask a trainer."))
            return redirect(self.lesson.get_url(request))
        mark_lesson_read(self.person, self.lesson, by=request.user)
        messages.success(request, _("Kept: you have read “%(lesson)s”.") % {"lesson": self.lesson})
        return redirect((self.screen.after or self.screen.course).url)
