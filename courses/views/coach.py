"""Who on a run is stuck where, and a word to one of them."""

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.actions.messages import write_to_one
from courses.forms.coach import WORDS, first_words
from courses.forms.messages import WriteForm
from courses.queries.coach import coach_lines
from courses.views.base import FormMixin, RunView
from courses.views.enrollments import EnrollmentView


class Coach(RunView):
    """Everybody on the run, who needs her trainer most first."""

    needs = "runs.change"
    template_name = "courses/coach/coach.html"

    def get_context_data(self, **kwargs):
        lines = coach_lines(self.run, self.request.user, timezone.now())
        groups = [
            (kind.name.lower(), words, [line for line in lines if line.need == kind])
            for kind, words in WORDS.items()
        ]
        return super().get_context_data(
            groups=[group for group in groups if group[2]], people=len(lines), **kwargs
        )


class WriteToOne(FormMixin, EnrollmentView):
    """The trainer's own words to one person; the first ones are there, `need` says which."""

    needs = "runs.change"
    template_name = "courses/coach/write.html"

    def make_form(self, data=None):
        words = first_words(self.run.course, self.request.GET.get("need", ""))
        return WriteForm(data, initial={**WriteForm.first_answers(), **words})

    def act(self, form):
        said = form.cleaned_data
        words = {name: said[name] for name in ("text_km", "text_en", "form")}
        write_to_one(self.enrollment, **words, by=self.request.user)
        name = {"name": self.enrollment.person.name}
        messages.success(self.request, _("The message to %(name)s is on its way.") % name)
        return reverse("courses:coach", args=[self.run.uuid])

    def get_context_data(self, **kwargs):
        return super().get_context_data(enrollment=self.enrollment, **kwargs)
