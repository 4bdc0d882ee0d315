"""A whole list of codes checked at once, for employers; the answer as a table or a file."""

from tempfile import TemporaryFile

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _

from certificates.actions.tallies import count_checks
from certificates.forms.lists import ListForm
from certificates.queries.checked import Line, check_all
from certificates.views.answers import WORDS
from certificates.views.limits import is_over, spend
from courses.adapters.spreadsheets import write_csv, write_xlsx
from courses.views.base import SalaView

#: Lists that one address may have checked in ten minutes.
LISTS, TEN_MINUTES = 20, 600
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ListView(SalaView):
    """Takes codes; says the same of each as the check of one code does."""

    policy = "public"
    template_name = "certificates/check/list.html"

    def get(self, request, *args, **kwargs):
        return self.say(form=ListForm())

    def post(self, request, *args, **kwargs):
        if is_over("list", request, LISTS):
            return self.say(form=ListForm(), is_busy=True, status=429)
        form = ListForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.say(form=form)
        spend("list", request, TEN_MINUTES)
        lines = check_all(form.cleaned_data["asked"])
        count_checks([line.state for line in lines])
        kind = request.POST.get("as")
        if kind in FILES:
            return FILES[kind](rows_of(lines))
        return self.say(form=form, lines=lines, counts=sums(lines), **table_of(lines))

    def say(self, *, status=200, **context):
        response = self.render_to_response(self.get_context_data(**context), status=status)
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "private, no-store"
        return response


def told(line: Line) -> str:
    """The state in a word, as the check page has it."""
    return str(WORDS[line.state])


def sums(lines: list[Line]) -> list[tuple[str, int]]:
    """How many there are of each state that occurs."""
    states = [line.state for line in lines]
    return [(str(word), states.count(state)) for state, word in WORDS.items() if state in states]


def table_of(lines: list[Line]) -> dict:
    """The answers as the screen shows them."""
    heads = [_("Code"), _("Answer"), _("Name"), _("Course")]
    return {"heads": heads, "rows": [{"name": each.typed, "cells": _cells(each)} for each in lines]}


def _cells(line: Line) -> list[str]:
    row = line.certificate
    if row is None or line.state == "erased":
        return [told(line), "–", "–"]
    names = " · ".join(filter(None, (line.name_km, line.name_en)))
    return [told(line), names, row.about]


def rows_of(lines: list[Line]) -> list[list]:
    heads = (_("Code"), _("Answer"), _("Number"), _("Khmer name"), _("Latin name"), _("Course"))
    return [
        [*heads, _("Issued on"), _("Valid until"), _("Status since"), _("Newer number")],
        *(_row(line) for line in lines),
    ]


def _row(line: Line) -> list:
    row = line.certificate
    if row is None or line.state == "erased":
        return [line.typed, told(line)]
    newer = row.replaced_by.serial if row.replaced_by else ""
    names = (line.name_km, line.name_en, row.facts["course_en"])
    return [
        *(line.typed, told(line), row.serial, *names),
        *(row.issued_on, row.expires_on, row.status_on, newer),
    ]


def as_csv(rows: list[list]) -> HttpResponse:
    return _file(HttpResponse(b"".join(write_csv(rows)), content_type="text/csv"), "csv")


def as_xlsx(rows: list[list]) -> FileResponse:
    target = TemporaryFile()  # noqa: SIM115  closed with the response
    write_xlsx([(_("Certificates"), rows)], target)
    target.seek(0)
    return _file(FileResponse(target, content_type=XLSX), "xlsx")


def _file(response, ending: str):
    response["Content-Disposition"] = f'attachment; filename="certificates.{ending}"'
    response["Cache-Control"] = "private, no-store"
    return response


FILES = {"csv": as_csv, "xlsx": as_xlsx}
