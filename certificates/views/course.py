"""What a certificate of a course stands for; credentials name this address."""

from django.shortcuts import get_object_or_404

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
