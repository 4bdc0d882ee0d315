"""Lists and tables as files: CSV and XLSX, row by row, for those who may take them away."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import FileResponse, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from wagtail.coreutils import multigetattr

from courses.actions.exports import record_export, record_personal_export
from courses.adapters.spreadsheets import Table, write_csv, write_report, write_xlsx
from courses.admin.purposes import PurposeView
from courses.permissions import may_export

CHUNK = 1000
IN_MEMORY = 2 * 1024 * 1024
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Words that people typed may be names, so they stay out of the log.
NOT_LOGGED = {"q", "organization", "p", "export", "ordering", "_w_filter_fragment"}

Rows = Iterable[list[Any]]
Column = tuple[Any, str | Callable[[Model], Any]]


def csv_response(name: str, rows: Rows) -> HttpResponse:
    return StreamingHttpResponse(
        write_csv(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def xlsx_response(name: str, sheets: Iterable[tuple[str, Rows]]) -> HttpResponse:
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    write_xlsx(sheets, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def report_response(
    name: str, sheets: Sequence[Table], *, title: str, language: str
) -> HttpResponse:
    """A workbook with charts."""
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    write_report(sheets, file, title=title, language=language)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def json_response(name: str, content: dict) -> HttpResponse:
    return JsonResponse(
        content,
        headers={"Content-Disposition": f'attachment; filename="{name}.json"'},
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )


def pdf_response(name: str, content: bytes) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def cell(value: Any) -> Any:
    """A value as it belongs into a file: local time, and words in the language of the reader."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return str(value) if isinstance(value, Promise | Model) else value


def table(rows: QuerySet, columns: Iterable[Column]) -> Iterator[list[Any]]:
    """The heads, then one line for a row; rows are fetched in chunks."""
    columns = list(columns)
    yield [str(head) for head, _path in columns]
    for row in rows.iterator(chunk_size=CHUNK):
        yield [cell(value_of(row, path)) for _head, path in columns]


def value_of(row: Model, path: str | Callable[[Model], Any]) -> Any:
    if callable(path):
        return path(row)
    try:
        return multigetattr(row, path)
    except AttributeError:
        return None


class ExportMixin:
    """Lets a list leave as a file without ever holding it whole; Wagtail's own export would. A file
    with personal data leaves only when its purpose was told."""

    @cached_property
    def show_export_buttons(self):
        return bool(self.viewset.exported) and may_export(self.request.user)

    def get(self, request, *args, **kwargs):
        return self.export() if self.is_export else super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        return self.export() if self.is_export else self.http_method_not_allowed(request)

    def export(self):
        if not self.show_export_buttons:
            raise PermissionDenied
        if self.viewset.exports_people:
            return PurposeView.as_view(listing=self)(self.request)
        record_export(self.export_filename, self.file_format, self.told, by=self.request.user)
        return self.file()

    @property
    def file_format(self):
        return self.request.GET["export"]

    @property
    def told(self):
        """The filters of the list, without words that somebody typed."""
        asked = self.request.GET
        return {key: asked.getlist(key) for key in asked if key not in NOT_LOGGED}

    def count_rows(self):
        return self.get_queryset().order_by().count()

    def hand_out(self, purpose):
        record_personal_export(
            self.export_filename, self.file_format, self.told, purpose, by=self.request.user
        )
        return self.file()

    def file(self):
        lines = table(self.get_queryset(), self.viewset.exported)
        if self.file_format == self.FORMAT_CSV:
            return csv_response(self.export_filename, lines)
        return xlsx_response(self.export_filename, [(str(self.get_page_title()), lines)])
