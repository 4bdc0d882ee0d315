"""Lessons: say that one was read."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from courses.actions.learning import mark_lesson_read
from courses.adapters.data_saver import remember
from courses.queries.learning import LessonScreen, lesson_for, lesson_screen
from courses.queries.visitors import reader_of
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
        screen = lesson_screen(self.lesson, reader_of(self.request), timezone.now())
        if screen is None:
            raise Http404
        return screen

    def get(self, request, *args, **kwargs):
        return redirect(self.lesson.get_url(request))


@method_decorator(csrf_exempt, "dispatch")
class SaveData(SalaView):
    """Small pictures and no sound unasked, or everything: kept in a cookie of this phone, which is
    all that another site could change, so that the form needs no secret."""

    policy = "public"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        back = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
            back = "/"
        response = redirect(back)
        remember(response, saves=request.POST.get("to") == "1")
        return response


class ReadLesson(LessonView):
    """I have read this: keeps it, and goes on to the next lesson."""

    def post(self, request, *args, **kwargs):
        if self.person is None:
            messages.error(request, _("Your login is not joined to a person yet. Ask a trainer."))
            return redirect(self.lesson.get_url(request))
        if mark_lesson_read(self.person, self.lesson, by=self.actor) is None:
            messages.info(
                request,
                _("Nearly there: answer the questions. With enough right it counts as read."),
            )
            return redirect(f"{self.lesson.get_url(request)}#quiz")
        messages.success(request, _("Kept: you have read “%(lesson)s”.") % {"lesson": self.lesson})
        return redirect((self.screen.after or self.screen.course).url)
