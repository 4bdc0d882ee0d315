"""Lessons on this phone: which there are, and those of a course to take along."""

from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from courses.forms.lesson_site import kept_words
from courses.forms.offline_site import in_main_language
from courses.queries.learning import course_of
from courses.views.base import SalaView


class KeptLessons(SalaView):
    """The same for everybody; the browser fills it in. `?course=` names a course page, whose
    lessons are offered; none of a course that not everybody may see, for what lies on a phone is
    open to all who use it."""

    policy = "public"
    template_name = "courses/lesson/kept.html"

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def get_context_data(self, **kwargs):
        page = course_of(self.request.GET.get("course", ""), timezone.now())
        site = {
            "worker": in_main_language("courses:service_worker"),
            "scope": get_script_prefix(),
            "words": kept_words(),
        }
        return super().get_context_data(course=page, site=site, **kwargs)
