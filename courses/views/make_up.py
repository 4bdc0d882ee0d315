"""Where somebody can make up for half-days that she missed."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from courses.choices import EnrollmentStatus
from courses.queries.make_up import making_up
from courses.queries.my_training import own_enrollments
from courses.queries.paper import trainers_of
from courses.views.base import SalaView


class MakeUp(SalaView):
    """Half-days to come of the same course elsewhere, and whom to ask first."""

    policy = "own"
    template_name = "courses/my/make_up.html"

    def find(self):
        if self.person is None:
            raise Http404
        rows = own_enrollments(self.person).filter(status=EnrollmentStatus.ENROLLED)
        rows = rows.select_related("run__course", "run__host", "run__venue", "run__province")
        self.enrollment = get_object_or_404(rows, uuid=self.kwargs["enrollment"])

    def get_context_data(self, **kwargs):
        now, run = timezone.now(), self.enrollment.run
        today = timezone.localdate(now)
        found = making_up(self.enrollment, now)
        return super().get_context_data(
            run=run,
            missed=found.missed,
            elsewhere=[(each, each.has_begun_on(today)) for each in found.elsewhere],
            trainers=trainers_of(run),
            **kwargs,
        )
