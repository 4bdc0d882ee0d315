"""A lesson starts from a ready-made outline."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses.actions.lesson_templates import start_lesson
from courses.admin.page_buttons import PageButton
from courses.exceptions import Refused
from courses.forms.lesson_templates import LessonTemplateForm
from courses.models import CoursePage

URL_NAME = "courses_lesson_outline"


class LessonOutlineView(WagtailAdminTemplateMixin, FormView):
    """For whoever may add lessons to the course page, which is named by `?page=`."""

    policy = "trainer"
    form_class = LessonTemplateForm
    template_name = "courses/admin/lesson_outline.html"
    page_title = gettext_lazy("Lesson from an outline")
    header_icon = "doc-full"

    def dispatch(self, request, *args, **kwargs):
        if not self.page.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self):
        number = self.request.GET.get("page", "")
        if not number.isdigit():
            raise Http404
        return get_object_or_404(CoursePage, pk=number)

    def form_valid(self, form):
        answers = form.cleaned_data
        try:
            lesson = start_lesson(
                self.page, answers["outline"], answers["title"], by=self.request.user
            )
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.form_invalid(form)
        told = _("“%(title)s” is started as a draft. Write over the hints.")
        messages.success(self.request, told % {"title": lesson.title})
        return redirect("wagtailadmin_pages:edit", lesson.pk)

    def get_breadcrumbs_items(self):
        above = {
            "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "label": self.page.get_admin_display_title(),
        }
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            action_url=self.request.get_full_path(),
            submit_button_label=_("Start the lesson"),
            submit_button_active_label=_("Starting…"),
            **kwargs,
        )


def outline_lesson_urls():
    """Hook `register_admin_urls`."""
    return [path("training/new-lesson/", LessonOutlineView.as_view(), name=URL_NAME)]


outline_lesson_button = PageButton(
    gettext_lazy("Lesson from an outline"),
    URL_NAME,
    (CoursePage,),
    lambda user, page: page.permissions_for_user(user).can_add_subpage(),
    icon="doc-full",
    priority=12,
)
