"""Count heads in a session without names, on a phone."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import ngettext

from courses.actions.headcounts import count_heads
from courses.forms.headcounts import HeadcountForm
from courses.forms.pick import is_asking, without_verdict
from courses.forms.register_words import number
from courses.queries.runs import register_state
from courses.views.base import FormMixin, SessionView
from courses.views.runs import run_address


class CountHeads(FormMixin, SessionView):
    """What stands instead of the register. Saving it again corrects what was counted."""

    needs = "sessions.change"
    template_name = "courses/register/count.html"

    def get(self, request, *args, **kwargs):
        if not self.session.counts_heads:
            return redirect("courses:register", self.session.uuid)
        return super().get(request, *args, **kwargs)

    def make_form(self, data=None):
        return HeadcountForm(data, session=self.session)

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form))
        return super().post(request, *args, **kwargs)

    def act(self, form):
        heads, user = form.heads(), self.request.user
        count_heads(self.session, heads, by=user, cascade_of=form.cleaned_data["cascade_of"])
        total = sum(each.total for each in heads)
        words = ngettext("%(count)s person is counted.", "%(count)s people are counted.", total)
        messages.success(self.request, words % {"count": number(total)})
        return f"{run_address(self.session.run)}#session-{self.session.uuid}"

    def get_context_data(self, **kwargs):
        state = register_state(self.session, timezone.localdate())
        return super().get_context_data(state=state, **kwargs)
