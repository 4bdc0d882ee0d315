"""What a certificate of a course, or of a year, stands for; credentials name these addresses."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from certificates.models import Certificate
from courses.models import Course
from courses.views.base import SalaView


class CourseView(SalaView):
    """A course in a few lines, for whoever checks a certificate of it."""

    policy = "public"
    template_name = "certificates/check/course.html"

    def get(self, request, *args, **kwargs):
        rows = Course.objects.filter(certificates__isnull=False).distinct()
        course = get_object_or_404(rows, code=self.kwargs["course"])
        return self.show(course=course, outcomes=course.outcomes.all())


class YearView(SalaView):
    """A yearly statement in a few lines: of all courses, or of one."""

    policy = "public"
    template_name = "certificates/check/year.html"

    def get(self, request, *args, **kwargs):
        year, code = self.kwargs["year"], self.kwargs.get("course")
        rows = Certificate.objects.filter(year=year)
        rows = rows.filter(course__code=code) if code else rows.filter(course=None)
        if not rows.exists():
            raise Http404
        return self.show(year=year, course=Course.objects.filter(code=code).first())
