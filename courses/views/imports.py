"""A participant list comes onto a run: choose the file, look at it, add its people."""

from dataclasses import dataclass, replace

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses import permissions
from courses.actions.enrollment import REFUSALS
from courses.actions.imports import (
    discard_participant_list,
    preview_participant_list,
)
from courses.actions.list_adding import (
    BROKEN,
    commit_participant_list,
    is_under_way,
    queue_participant_list,
)
from courses.actions.list_undo import undo_participant_list
from courses.choices import (
    EnrollmentStatus,
    ImportOutcome,
    ImportStatus,
    ListProblem,
    Role,
    Sex,
    UndoReason,
)
from courses.forms.imports import ParticipantListForm
from courses.models import Organization
from courses.queries.imports import WILL_COME, plan_of
from courses.rules.participant_rows import NUMBER_TWICE, TWICE_IN_LIST, ParsedRow, from_data
from courses.views.base import FormMixin, RunView, VerbMixin
from courses.views.import_words import AFTER, BEFORE, UNDONE, counted, spoken

ROWS_SHOWN = 300
#: Longer lists are added in the background; the page looks again after so many seconds.
AT_ONCE_AT_MOST = 200
LOOK_AGAIN = "3"
OPEN = (ImportStatus.PREVIEWED, ImportStatus.FAILED)
TEMPLATES = {
    ImportStatus.QUEUED: "working",
    ImportStatus.WORKING: "working",
    ImportStatus.COMMITTED: "done",
    ImportStatus.UNDONE: "undone",
}
FAILURES = {
    **REFUSALS,
    BROKEN: gettext_lazy("Adding these people broke off. Nobody was added. Please start it again."),
}


@dataclass(frozen=True)
class ShownRow:
    """A row as the screen tells it: who, what becomes of her or him, and what to check."""

    person: ParsedRow
    words: list[str]
    outcome: str
    is_hot: bool
    workplace: str = ""


@dataclass(frozen=True)
class ShownProblem:
    row: int
    sheet: str
    column: str
    sentence: str


class ImportList(FormMixin, RunView):
    """Choose the file. Nothing changes yet."""

    template_name = "courses/imports/choose.html"
    needs = "runs.change"
    form_class = ParticipantListForm

    def make_form(self, data=None):
        return self.form_class(data, self.request.FILES or None, run=self.run)

    def act(self, form):
        file = form.cleaned_data["file"]
        batch = preview_participant_list(
            self.run,
            file,
            filename=file.name,
            works_at_host=form.works_at_host,
            by=self.request.user,
        )
        if from_data(batch.content).is_unsure:
            return address_of(batch, "import_columns")
        return address_of(batch)


class BatchScreen(RunView):
    """A screen about one list of a run, found by `batch` in its address below the run."""

    needs = "runs.change"

    @cached_property
    def batch(self):
        return get_object_or_404(self.run.imports.defer("file", "made"), uuid=self.kwargs["batch"])

    @cached_property
    def shows_contacts(self):
        return permissions.contacts.may_see(self.request.user, self.run)

    def get_next_url(self):
        return address_of(self.batch)


class ImportPreview(BatchScreen):
    """What would be added and what to check; then how far it is; then what was added, or went."""

    def get(self, request, *args, **kwargs):
        if self.batch.status == ImportStatus.DISCARDED:
            return redirect("courses:import", uuid=self.run.uuid)
        if self.batch.status in OPEN and from_data(self.batch.content).is_refused:
            return redirect(address_of(self.batch, "import_columns"))
        response = self.show()
        if is_under_way(self.batch):
            response.headers["Refresh"] = LOOK_AGAIN
        return response

    def get_template_names(self):
        return [f"courses/imports/{TEMPLATES.get(self.batch.status, 'preview')}.html"]

    def get_context_data(self, **kwargs):
        tell = getattr(self, TEMPLATES.get(self.batch.status, "preview"))
        return super().get_context_data(batch=self.batch, **tell(), **kwargs)

    def working(self):
        total = len(self.batch.content["rows"])
        return {
            "total": total,
            "is_looked_at": self.batch.rows_done >= total,
            "is_silent": not is_under_way(self.batch),
        }

    def undone(self):
        """The sums, and who stayed as long as the list is kept."""
        parsed = from_data(self.batch.content)
        pairs = list(zip(parsed.rows, self.batch.outcomes, strict=True))
        undone = [told.get("undone") for _row, told in pairs]
        return {
            "sums": counted(undone, UNDONE),
            "stays": [
                ShownProblem(row.row_number, row.sheet, row.name, UndoReason(told["reason"]).label)
                for row, told in pairs
                if told.get("reason") and not self.batch.emptied_at
            ],
            "has_sheets": len(parsed.columns) > 1,
        }

    def preview(self):
        plan = plan_of(self.batch)
        rows = [
            shown(self.seen(each.row), each.outcome, each.employer, self.batch.works_at_host)
            for each in plan.rows
            if each.outcome != ImportOutcome.LEFT_OUT
        ]
        return {
            "plan": plan,
            "failure": FAILURES.get(self.batch.failure, ""),
            "sums": counted([planned.outcome for planned in plan.rows], BEFORE),
            "rows": rows[:ROWS_SHOWN],
            "more": max(0, len(rows) - ROWS_SHOWN),
            **self.problems(plan.parsed),
        }

    def done(self):
        outcomes = [ImportOutcome(told["outcome"]) for told in self.batch.outcomes]
        sums = {
            "sums": counted(outcomes, AFTER),
            "added": sum(outcome in WILL_COME for outcome in outcomes),
            "waiting": sum(
                told.get("status") == EnrollmentStatus.WAITLISTED for told in self.batch.outcomes
            ),
        }
        return sums if self.batch.emptied_at else sums | self.people()

    def people(self):
        """Row by row, as long as the list is kept."""
        parsed = from_data(self.batch.content)
        pairs = list(zip(parsed.rows, self.batch.outcomes, strict=True))
        rows = [
            shown(self.seen(row), ImportOutcome(told["outcome"]), status=told.get("status", ""))
            for row, told in pairs
            if told["outcome"] != ImportOutcome.LEFT_OUT
        ]
        return {
            "rows": rows[:ROWS_SHOWN],
            "more": max(0, len(rows) - ROWS_SHOWN),
            "refused": [
                ShownProblem(row.row_number, row.sheet, "", told["sentence"])
                for row, told in pairs
                if told["outcome"] == ImportOutcome.REFUSED
            ],
            **self.problems(parsed),
        }

    def seen(self, row):
        return row if self.shows_contacts else row.without_phones()

    def problems(self, parsed):
        return problems_of(replace(parsed, rows=tuple(map(self.seen, parsed.rows))))


class CommitImport(VerbMixin, BatchScreen):
    """Add the people of the list: a short one at once, a long one in the background."""

    def act(self):
        if len(self.batch.content["rows"]) > AT_ONCE_AT_MOST:
            queue_participant_list(self.batch, by=self.request.user)
            return _("The people of this list are being added. You may close this page.")
        batch = commit_participant_list(self.batch, by=self.request.user)
        added = sum(told["outcome"] in WILL_COME for told in batch.outcomes)
        if not added:
            return _("Everybody on this list was on the run already. Nobody was added.")
        sentence = ngettext("%(n)s person was added.", "%(n)s people were added.", added)
        return spoken(sentence % {"n": added})


class UndoImport(VerbMixin, BatchScreen):
    """Take the people of an added list off the run again."""

    def act(self):
        undo_participant_list(self.batch, by=self.request.user)
        return _("The list was taken back.")


class DiscardImport(VerbMixin, BatchScreen):
    """Put the list aside; what follows is choosing another file."""

    def act(self):
        discard_participant_list(self.batch, by=self.request.user)
        return _("The list was put aside. Nobody was added.")


def address_of(batch, name="import_preview"):
    return reverse(f"courses:{name}", kwargs={"uuid": batch.run.uuid, "batch": batch.uuid})


def shown(
    row: ParsedRow,
    outcome: ImportOutcome,
    employer: Organization | None = None,
    works_at_host: bool = True,
    status: str = "",
) -> ShownRow:
    words = [Sex(row.sex).label, Role(row.role).label if row.role else ""]
    if not works_at_host:
        words.append(employer.name if employer else row.organization)
    words += [row.section, row.employee_number, *(phone.raw for phone in row.phones)]
    is_waiting = status == EnrollmentStatus.WAITLISTED
    label = EnrollmentStatus.WAITLISTED.label if is_waiting else outcome.label
    return ShownRow(
        person=row,
        words=[str(word) for word in words if word],
        outcome="" if outcome == ImportOutcome.NEW and not is_waiting else label,
        is_hot=is_waiting or outcome in (ImportOutcome.REFUSED, ImportOutcome.IS_TRAINER),
    )


def problems_of(parsed):
    """Rows that stay out, things to check, and what concerns whole sheets."""
    problems = [problem for row in parsed.rows for problem in row.problems]
    return {
        "left_out": [told(problem) for problem in problems if problem.is_blocking],
        "to_check": [told(problem) for problem in problems if not problem.is_blocking],
        "about_sheets": [ListProblem.sentence(problem) for problem in parsed.problems],
        "has_sheets": len(parsed.columns) > 1,
    }


def told(problem):
    sentence = ListProblem.sentence(problem)
    if problem.code in (TWICE_IN_LIST, NUMBER_TWICE):
        sentence = spoken(sentence)
    return ShownProblem(problem.row, problem.sheet, problem.column, sentence)
