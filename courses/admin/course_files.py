"""A course goes to another site as a file, and comes from one."""

from django import forms
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.actions.course_copying import NewCourse, carry_course, take_course
from courses.admin.columns import language
from courses.admin.page_buttons import PageButton
from courses.admin.page_imports import (
    ChooseFile,
    LookAtFile,
    OfPage,
    import_button,
    import_urls,
)
from courses.choices import UploadKind
from courses.forms.course_words import notes_on, page_rows, sum_of
from courses.forms.page_check_words import language_name
from courses.forms.uploads import CourseArrivalForm, CourseFileForm, NewCourseForm
from courses.models import CataloguePage, Course, CoursePage, Topic
from courses.queries.course_arrival import ArrivalQuery
from courses.queries.course_files import load_of
from courses.rules.calendar_words import digits
from courses.rules.course_arrival import CHANGED, NEW

CARRY = "courses_carry_course"


def may_carry(user, page) -> bool:
    return page.permissions_for_user(user).can_edit()


class CarryCourse(OfPage):
    """Says what would be in the file; the button gives it."""

    page_model = CoursePage
    page_title = gettext_lazy("Course as a file")
    form_class = forms.Form
    template_name = "courses/admin/course_carry.html"
    button = gettext_lazy("Download the file")

    def is_allowed(self):
        return may_carry(self.request.user, self.page)

    def act(self, form):
        data = carry_course(self.page, by=self.request.user)
        response = HttpResponse(data, content_type="application/zip")
        name = f"{self.page.course.code}-{timezone.localdate():%Y-%m-%d}.zip"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def get_context_data(self, **kwargs):
        load = load_of(self.page, self.request.user)
        languages = ", ".join(map(language_name, load.languages))
        return super().get_context_data(load=load, languages=languages, **kwargs)


class ChooseCourse(ChooseFile):
    name = "courses_course_file"
    kind = UploadKind.COURSE
    page_model = CataloguePage
    page_title = gettext_lazy("Course from a file")
    form_class = CourseFileForm


class LookAtCourse(LookAtFile):
    kind = UploadKind.COURSE
    page_model = CataloguePage
    page_title = gettext_lazy("Course in the file")
    template_name = "courses/admin/course_preview.html"

    @cached_property
    def query(self):
        return ArrivalQuery(self.contents, self.page, self.request.user)

    @cached_property
    def arrival(self):
        return self.query.arrival()

    @property
    def is_new_course(self):
        return self.query.course is None and self.arrival.has_work

    def get_form_class(self):
        return NewCourseForm if self.is_new_course else CourseArrivalForm

    @property
    def button(self):
        return _("Make the drafts") if self.arrival.has_work else _("Put the file away")

    def get_initial(self):
        facts = self.contents.facts
        is_free = not Course.objects.filter(code=facts.code.upper()).exists()
        slugs = [topic.slug for topic in facts.topics]
        return {
            "code": facts.code if is_free else "",
            "topics": Topic.objects.filter(slug__in=slugs),
        }

    def act(self, form):
        answers = form.cleaned_data
        new = NewCourse(answers["code"], tuple(answers["topics"])) if "code" in answers else None
        page, arrival = take_course(self.upload, new, seen=answers["seen"], by=self.request.user)
        count = arrival.counts[NEW] + arrival.counts[CHANGED]
        told = ngettext(
            "%(count)s page is a draft now. Look at it, then publish.",
            "%(count)s pages are drafts now. Look at them, then publish.",
            count,
        ) % {"count": digits(count, language())}
        return self.done(told if count else _("Nothing was changed."), page or self.page)

    def get_context_data(self, **kwargs):
        facts = self.contents.facts
        return super().get_context_data(
            facts=facts,
            is_new_course=self.is_new_course,
            has_code=bool(self.get_initial()["code"]),
            course=self.query.course,
            arrival=self.arrival,
            sum=sum_of(self.arrival),
            rows=page_rows(self.arrival),
            notes=notes_on(self.query, self.arrival),
            **kwargs,
        )


def course_file_urls():
    """Hook `register_admin_urls`."""
    carry = path("training/course-as-file/", CarryCourse.as_view(), name=CARRY)
    return [carry, *import_urls("course-file", ChooseCourse, LookAtCourse)()]


course_button = import_button(ChooseCourse, gettext_lazy("Course from a file"), priority=14)
carry_button = PageButton(
    gettext_lazy("Course as a file"), CARRY, (CoursePage,), may_carry, icon="upload", priority=16
)
