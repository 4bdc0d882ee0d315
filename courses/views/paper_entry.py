"""Marks typed in from a signed sheet, row by row, with the keys of the keyboard alone."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.actions.attendance import mark_register
from courses.choices import MarkSource
from courses.exceptions import Refused
from courses.forms.paper_entry import KEYS, PaperForm
from courses.forms.register_words import number
from courses.queries.runs import register_state
from courses.views.base import SessionView


class TypeIn(SessionView):
    """A row for each row of the sheet. Works as a plain form; the script moves on with Enter."""

    needs = "sessions.change"
    template_name = "courses/paper/type_in.html"

    def get(self, request, *args, **kwargs):
        if self.session.counts_heads:
            return redirect("courses:count_heads", self.session.uuid)
        return self.show(form=PaperForm(self.session))

    def post(self, request, *args, **kwargs):
        form = PaperForm(self.session, request.POST)
        if not form.is_valid():
            return self.show(form=form)
        try:
            changed = mark_register(
                self.session, form.marks(), by=request.user, source=MarkSource.PAPER
            )
        except Refused as no:
            return self.show(form=form, refusal=no)
        self.tell(changed)
        return redirect(self.get_next_url())

    def tell(self, changed):
        if not changed:
            messages.info(self.request, _("Nothing was changed."))
            return
        words = ngettext("%(count)s mark is saved.", "%(count)s marks are saved.", changed)
        messages.success(self.request, words % {"count": number(changed)})

    def get_next_url(self):
        return reverse("courses:type_in", args=[self.session.uuid])

    def get_context_data(self, *, form, refusal=None, **kwargs):
        columns = list(self.session.run.sessions.taking_place().named())
        after = [each for each in columns if each.starts_at > self.session.starts_at]
        state = register_state(self.session, timezone.localdate())
        return super().get_context_data(
            form=form,
            refusal=refusal,
            state=state,
            is_open=state == "open" or refusal is not None,
            keys=KEYS,
            columns=columns,
            next_column=next(iter(after), None),
            **kwargs,
        )
