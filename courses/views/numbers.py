"""Training in numbers: the figures of a year that everybody may read, and their files."""

from django.http import Http404, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property

from courses.adapters.language import language
from courses.adapters.spreadsheets import write_csv
from courses.forms.numbers_files import numbers_json, numbers_rows
from courses.forms.numbers_words import YearTold
from courses.queries.public_numbers import editions
from courses.views.base import SalaView

#: A file never changes, but it may be withdrawn.
SECONDS = 300


class NumbersView(SalaView):
    policy = "public"

    @cached_property
    def rows(self):
        """All editions, the latest first."""
        return list(editions().defer("proof", "content"))

    @cached_property
    def row(self):
        """The edition that the address names: without a number the latest of its year, without a
        year that of the latest year."""
        asked = {name: self.kwargs[name] for name in ("year", "edition") if name in self.kwargs}
        row = editions().filter(**asked).first()
        if row is None and asked:
            raise Http404
        return row


class Numbers(NumbersView):
    template_name = "courses/numbers/page.html"

    def get_context_data(self, **kwargs):
        row = self.row
        return super().get_context_data(
            row=row,
            told=None if row is None or row.withdrawn_at else YearTold(row.content, language()),
            later=self.later,
            editions=self.rows,
            **kwargs,
        )

    @property
    def later(self):
        """The latest edition of the same year, where that is another one."""
        if self.row is None:
            return None
        latest = next(each for each in self.rows if each.year == self.row.year)
        return latest if latest.edition > self.row.edition else None


class NumbersFile(NumbersView):
    """Gone (410) once it was withdrawn, with the reason. A subclass gives `ending` and `file()`."""

    ending = ""

    def get(self, request, *args, **kwargs):
        row = self.row
        if row.withdrawn_at:
            return HttpResponse(row.withdrawn_why, status=410, content_type="text/plain")
        response = self.file()
        name = f"training-in-numbers-{row.year}-edition-{row.edition}.{self.ending}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        patch_cache_control(response, public=True, max_age=SECONDS)
        return response


class NumbersCsv(NumbersFile):
    ending = "csv"

    def file(self):
        rows = numbers_rows(self.row)
        return StreamingHttpResponse(write_csv(rows), content_type="text/csv; charset=utf-8")


class NumbersJson(NumbersFile):
    ending = "json"

    def file(self):
        page = reverse("courses:numbers_edition", args=[self.row.year, self.row.edition])
        content = numbers_json(self.row, self.request.build_absolute_uri(page))
        return JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1})
