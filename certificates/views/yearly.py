"""Yearly statements: staff choose a year and some people, see what each came to, and issue."""

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from certificates import permissions
from certificates.actions.yearly import issue_yearly_statements
from certificates.forms.issuing import ChosenForm
from certificates.forms.yearly import YearForm
from certificates.queries.years import (
    people_of_year,
    statements_of,
    without_statement_first,
    year_standings,
    years_with_sessions,
)
from certificates.views.taking import HandOutMixin
from courses import permissions as of_courses
from courses.adapters.language import language
from courses.queries.people import people_matching
from courses.rules.calendar_words import digits
from courses.views.base import SalaView

#: How many people are shown at once; those without a statement come first.
MOST = 100
#: What is kept of the choice when somebody takes a file.
KEPT = ("year", "course", "roster", "run", "only")


class OfYearView(SalaView):
    """A choice of people in the address, for staff who may issue: a statement tells of runs in
    every province."""

    policy = "staff"

    def may_enter(self, user):
        return super().may_enter(user) and permissions.may_issue_for_years(user)

    @cached_property
    def today(self):
        return timezone.localdate()

    @cached_property
    def choice(self):
        """The form of the choice; bound where something was chosen."""
        asked = self.request.GET if "year" in self.request.GET else None
        years = years_with_sessions(self.today)
        initial = {"year": years[0]}
        return YearForm(asked, user=self.request.user, years=years, initial=initial)

    @cached_property
    def answers(self):
        """What was chosen; None where that is nothing yet, or not allowed."""
        return self.choice.cleaned_data if self.choice.is_valid() else None

    @property
    def course(self):
        """What the statement lists; None for all courses."""
        return self.answers["course"] if self.answers["only"] else None

    @cached_property
    def people(self):
        user, answers = self.request.user, self.answers
        people = of_courses.people.rows_for(user)
        if answers["words"]:
            phones = of_courses.contacts.phones_for(user)
            found = people_matching(answers["words"], phones).order_by().values("pk")
            people = people.filter(pk__in=found)
        groups = {name: answers[name] for name in ("course", "roster", "run")}
        return people_of_year(people, answers["year"], **groups)

    def address(self, name):
        return f"{reverse(f'certificates:{name}')}?{self.request.GET.urlencode()}"


class YearlyStatements(OfYearView):
    """Who gets a statement and who does not, and why; then what became of each."""

    template_name = "certificates/yearly/issue.html"

    @cached_property
    def total(self):
        return self.people.count()

    @cached_property
    def rows(self):
        year = self.answers["year"]
        people = without_statement_first(self.people, year, self.course)
        return year_standings(people[:MOST], year, self.course, self.today)

    @property
    def ready(self):
        return [row.person.pk for row in self.rows if row.is_ready]

    def get(self, request, *args, **kwargs):
        return self.show(form=ChosenForm(offered=self.ready) if self.answers else None)

    def post(self, request, *args, **kwargs):
        if not self.answers:
            return self.show(form=None)
        form = ChosenForm(request.POST, offered=self.ready)
        if not form.is_valid():
            return self.show(form=form)
        chosen, answers = form.cleaned_data["chosen"], self.answers
        told = issue_yearly_statements(
            chosen, answers["year"], self.course, by=request.user, design=answers["design"]
        )
        outcomes = {each.asked: each for each in told}
        rows = {row.person.pk: row.person for row in self.rows}
        self.rows = year_standings(rows.values(), answers["year"], self.course, self.today)
        issued = sum(each.refusal is None for each in outcomes.values())
        said = ngettext("%(count)s was issued.", "%(count)s were issued.", issued)
        messages.success(request, said % {"count": digits(issued, language())})
        return self.show(form=ChosenForm(offered=self.ready), outcomes=outcomes)

    def get_context_data(self, *, form, outcomes=None, **kwargs):
        told = {"choice": self.choice, "form": form, "is_chosen": form is not None}
        if form is not None:
            told |= {
                "people": [(row, (outcomes or {}).get(row.person.pk)) for row in self.rows],
                "total": self.total,
                "most": MOST,
                "is_cut": self.total > MOST,
                "can_issue": bool(self.ready),
                "can_take": any(row.certificate for row in self.rows),
                "take_url": self.address("take_yearly"),
            }
        return super().get_context_data(**told, **kwargs)


class TakeYearly(HandOutMixin, OfYearView):
    """The statements of the chosen people that are in force."""

    template_name = "certificates/yearly/take.html"
    noun = "yearly_statements"
    nothing = gettext_lazy("Nothing was issued for these people yet.")

    @cached_property
    def rows(self):
        if not self.answers:
            return []
        rows = permissions.certificates.rows_for(self.request.user)
        return statements_of(rows, self.people, self.answers["year"], self.course)

    @property
    def name(self):
        return _("Yearly statements %(year)s") % {"year": self.answers["year"]}

    @property
    def asked(self):
        """The choice without the words that were typed: these may be a name."""
        return {key: value for key, value in self.request.GET.items() if key in KEPT}

    @property
    def back(self):
        return self.address("yearly")
