"""The task of a run that is marked by a rubric: everybody on the run, one person's mark, and what
she herself sees of it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.tasks import mark_task, take_back_task_mark
from courses.adapters.language import language
from courses.choices import EnrollmentStatus, RunStatus
from courses.exceptions import Refused
from courses.forms.tasks import TaskMarkForm
from courses.queries.completion import rule_of
from courses.queries.my_training import own_enrollments
from courses.queries.tasks import has_passed, marks_of, next_to_mark, task_lines
from courses.rules.rubric import with_levels
from courses.views.base import RunView, SalaView
from courses.views.enrollments import EnrollmentView


def refuse_without_rubric(run):
    if not run.is_task_marked:
        raise Http404


def about(run, mark):
    """What templates need of a run's rubric and of a mark, which may be None."""
    return {
        "mark": mark,
        "is_passed": mark is not None and has_passed(run, mark),
        "reached": with_levels(run.task_rubric, mark.levels if mark else {}, language()),
        "pass_percent": rule_of(run).task_percent,
    }


class RunTask(RunView):
    """Who is still to be marked, and who is marked with which result."""

    needs = "enrollments.change"
    template_name = "courses/task/list.html"

    def find(self):
        refuse_without_rubric(self.run)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            lines=task_lines(self.run),
            pass_percent=rule_of(self.run).task_percent,
            may_mark=self.run.status != RunStatus.CANCELLED,
            **kwargs,
        )


class MarkTask(EnrollmentView):
    """One tap for each criterion. POST keeps the mark, with `next` goes on to who comes next, and
    with `take_back` opens the task again."""

    template_name = "courses/task/mark.html"

    def find(self):
        refuse_without_rubric(self.run)
        if self.enrollment.status != EnrollmentStatus.ENROLLED:
            raise Http404

    @cached_property
    def marks(self):
        return list(marks_of(self.enrollment))

    @property
    def mark(self):
        return next((each for each in self.marks if each.is_current), None)

    def get(self, request, *args, **kwargs):
        return self.show(form=TaskMarkForm(self.run, self.mark))

    def post(self, request, *args, **kwargs):
        form = TaskMarkForm(self.run, self.mark, request.POST)
        is_taken_back = "take_back" in request.POST
        if not is_taken_back and not form.is_valid():
            return self.show(form=form)
        try:
            return redirect(self.take_back(form) if is_taken_back else self.keep(form))
        except Refused as no:
            return self.show(form=form.shown_again(self.mark), refusal=no)

    def keep(self, form):
        said = form.cleaned_data
        told = {name: said[name] for name in ("done_on", "note", "seen")}
        mark = mark_task(self.enrollment, form.levels, **told, by=self.request.user)
        name = {"name": self.enrollment.person.name}
        if has_passed(self.run, mark):
            messages.success(self.request, _("%(name)s has done the task.") % name)
        else:
            messages.success(self.request, _("%(name)s is marked, below the pass line.") % name)
        after = next_to_mark(self.run, self.enrollment) if "next" in self.request.POST else None
        if after is None:
            return reverse("courses:run_task", args=[self.run.uuid])
        return reverse("courses:mark_task", args=[self.run.uuid, after.uuid])

    def take_back(self, form):
        form.is_valid()
        seen = form.cleaned_data.get("seen")
        take_back_task_mark(self.enrollment, seen=seen, by=self.request.user)
        name = {"name": self.enrollment.person.name}
        messages.success(self.request, _("The mark of %(name)s is taken back.") % name)
        return reverse("courses:run_task", args=[self.run.uuid])

    def get_context_data(self, **kwargs):
        mark = self.mark
        return super().get_context_data(
            enrollment=self.enrollment,
            **about(self.run, mark),
            earlier=[each for each in self.marks if each != mark],
            may_mark=self.run.status != RunStatus.CANCELLED,
            **kwargs,
        )


class MyTask(SalaView):
    """What is looked at in the task of a run of her own, and how hers was marked."""

    policy = "own"
    template_name = "courses/task/mine.html"

    def find(self):
        if self.person is None:
            raise Http404
        rows = own_enrollments(self.person).filter(status=EnrollmentStatus.ENROLLED)
        rows = rows.select_related("run__course", "run__host")
        self.enrollment = get_object_or_404(rows, uuid=self.kwargs["enrollment"])
        refuse_without_rubric(self.enrollment.run)

    def get_context_data(self, **kwargs):
        run = self.enrollment.run
        mark = self.enrollment.task_marks.current().first()
        return super().get_context_data(run=run, **about(run, mark), **kwargs)
