"""What a trainer or staff does for the papers of a run: see what may be issued, issue it, and have
the names confirmed before, on the screen or on slips of paper."""

from django.contrib import messages
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates import permissions
from certificates.actions.certificates import issue_certificates, issue_statements
from certificates.actions.names import confirm_names
from certificates.adapters.slips import slips_pdf
from certificates.forms.issuing import ChosenForm
from certificates.models import IssuerSettings
from certificates.queries.papers import ACHIEVEMENT, STATEMENT, standings
from courses.adapters.language import language
from courses.adapters.paper.facts import why_not_printed
from courses.rules.calendar_words import digits
from courses.views.base import RunView
from courses.views.paper import pdf_answer

PAPERS = {
    "certificate": (ACHIEVEMENT, issue_certificates),
    "statement": (STATEMENT, issue_statements),
}


class PapersView(RunView):
    """Something about one of the two papers of a run: `paper` in the address is `certificate` or
    `statement`."""

    @property
    def paper(self):
        asked = self.request.GET.get("paper")
        if asked in PAPERS:
            return asked
        return "certificate" if self.run.course.gives_certificate else "statement"


class IssuePapers(PapersView):
    """Who gets the paper and who does not, and why; then what became of each."""

    template_name = "certificates/run/issue.html"

    @cached_property
    def rows(self):
        return standings(self.run, PAPERS[self.paper][0])

    @property
    def ready(self):
        return [row.completion.pk for row in self.rows if row.is_ready]

    def get(self, request, *args, **kwargs):
        return self.show(form=ChosenForm(offered=self.ready))

    def post(self, request, *args, **kwargs):
        form = ChosenForm(request.POST, offered=self.ready)
        if not form.is_valid():
            return self.show(form=form)
        issue = PAPERS[self.paper][1]
        outcomes = list(issue(form.cleaned_data["chosen"], by=request.user))
        del self.rows
        issued = sum(each.refusal is None for each in outcomes)
        said = ngettext("%(count)s was issued.", "%(count)s were issued.", issued)
        messages.success(request, said % {"count": digits(issued, language())})
        return self.show(form=ChosenForm(offered=self.ready), outcomes=outcomes)

    def get_context_data(self, *, outcomes=(), **kwargs):
        told = {each.asked: each for each in outcomes}
        people = [(row, told.get(row.completion.pk)) for row in self.rows]
        return super().get_context_data(
            people=people,
            paper=self.paper,
            can_issue=bool(self.ready),
            can_take=any(row.certificate for row in self.rows),
            may_tell_years=permissions.may_issue_for_years(self.request.user),
            needs_name_check=IssuerSettings.load(request_or_site=self.request).needs_name_check,
            **kwargs,
        )


class ConfirmNames(RunView):
    """The names as they will print, each to be confirmed by who bears it."""

    template_name = "certificates/run/names.html"

    @cached_property
    def rows(self):
        return standings(self.run, ACHIEVEMENT)

    @property
    def offered(self):
        return [row.completion.enrollment_id for row in self.rows if not row.is_confirmed]

    def get(self, request, *args, **kwargs):
        return self.show(form=ChosenForm(offered=self.offered))

    def post(self, request, *args, **kwargs):
        form = ChosenForm(request.POST, offered=self.offered)
        if not form.is_valid():
            return self.show(form=form)
        chosen = form.cleaned_data["chosen"]
        waiting = confirm_names(self.run, chosen, by=request.user)
        issued = [each for each in issue_certificates(waiting, by=request.user) if not each.refusal]
        del self.rows
        count = len(chosen)
        said = ngettext("%(count)s name is confirmed.", "%(count)s names are confirmed.", count)
        messages.success(request, said % {"count": digits(count, language())})
        if issued:
            messages.success(request, _("The certificates that waited for it are issued."))
        return self.show(form=ChosenForm(offered=self.offered))

    def get_context_data(self, **kwargs):
        people = [
            (row, bool(why_not_printed(row.name_km) or why_not_printed(row.name_en)))
            for row in self.rows
        ]
        return super().get_context_data(people=people, can_confirm=bool(self.offered), **kwargs)


class NameSlips(RunView):
    """The same on paper, eight slips on a page."""

    def get(self, request, *args, **kwargs):
        names = [
            (row.name_km, row.name_en, row.completion.enrollment.person.card_code)
            for row in standings(self.run, ACHIEVEMENT)
            if not row.is_confirmed
        ]
        title = _("Names to confirm, %(run)s") % {"run": self.run.code}
        pdf = slips_pdf(names, self.run.code, title, timezone.localdate())
        return pdf_answer(pdf, title)
