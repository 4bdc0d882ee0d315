"""The reach report as a paper to print: the words and numbers that it says."""

from dataclasses import replace

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.adapters.paper.illustrations import Illustration
from courses.adapters.paper.reach_report import report_pdf
from courses.adapters.paper.report_facts import Definition, Figure, Table
from courses.adapters.paper.report_facts import Report as Paper
from courses.admin.reach_charts import by_month, by_province
from courses.admin.reach_files import Told
from courses.admin.reach_words import MONTH, PROVINCE, TABLES, Dimension, Words
from courses.queries.reach import Report
from courses.rules import calendar_words, indicators

#: What the first page tells large, and what is defined at the end.
LARGE = (indicators.PEOPLE, indicators.PARTICIPATIONS, indicators.ATTENDANCES)
DEFINED = (*LARGE, indicators.COMPLETIONS, indicators.WOMENS_SHARE, indicators.FACTORIES)


def paper_of(
    report: Report, words: Words, told: Told, title: str = "", fingerprint: str = ""
) -> bytes:
    """A PDF of one to four pages in the language of the reader; a frozen report has a title of its
    own and a fingerprint. Raises TypesettingError."""
    facts = _Paper(report, words, told).facts()
    return report_pdf(replace(facts, title=title or facts.title, fingerprint=fingerprint))


class _Paper:
    def __init__(self, report: Report, words: Words, told: Told):
        self.report, self.words, self.told = report, words, told
        self.language = words.language

    def facts(self) -> Paper:
        report, language = self.report, self.language
        return Paper(
            language=language,
            title=_("Who the training reached"),
            programme=getattr(settings, "WAGTAIL_SITE_NAME", ""),
            period=calendar_words.span(report.filters.start, report.filters.end, language),
            filters=" · ".join(self.told.filters) or _("all courses, all provinces, all sectors"),
            as_at=_("as at %(moment)s")
            % {"moment": calendar_words.date_and_time(report.as_at, language)},
            figures=self.figures(),
            bounds=self.bounds(),
            pictures=self.pictures(),
            tables=[self.table(dimension) for dimension in TABLES],
            notes_title=_("Notes"),
            notes=self.notes(),
            targets_title=_("Targets"),
            definitions_title=_("Definitions"),
            definitions=self.definitions(DEFINED),
            snapshot=_("Made by %(name)s") % {"name": self.told.by},
            fingerprint="",
            made_on=timezone.localdate(),
            page=lambda number, pages: (
                _("Page %(number)s of %(pages)s")
                % {"number": self.number(number), "pages": self.number(pages)}
            ),
            more=lambda rows: (
                ngettext(
                    "%(number)s more row is in the workbook.",
                    "%(number)s more rows are in the workbook.",
                    rows,
                )
                % {"number": self.number(rows)}
            ),
            unprintable=_("(These letters cannot be printed. They are in the workbook.)"),
        )

    def number(self, value: int) -> str:
        return calendar_words.number(value, self.language)

    def figures(self) -> list[Figure]:
        total = self.report.total
        values = (total.people, total.participations, total.attendances)
        return [
            Figure(self.number(value), each.name, each.text, each.reference)
            for each, value in zip(self.definitions(LARGE), values, strict=True)
        ]

    def definitions(self, wanted) -> list[Definition]:
        """As the report has them: a frozen one those of its day."""
        told = {each.code: each for each in self.told.defined}
        found = [told.get(each.code, each) for each in wanted]
        return [
            Definition(f"{each.code} v{each.version}", _(each.name), _(each.definition))
            for each in found
        ]

    def bounds(self) -> str:
        bounds = self.report.bounds
        if not bounds.is_open:
            return ""
        return _(
            "Between %(fewest)s and %(most)s people, while some records may be one person."
        ) % {"fewest": self.number(bounds.fewest), "most": self.number(bounds.most)}

    def pictures(self) -> tuple[Illustration, ...]:
        chart, tiles = by_month(self.report, self.words), by_province(self.report, self.words)
        said = _("participations")
        return (
            Illustration(str(MONTH.heading), said, chart.drawing, chart.key),
            Illustration(str(PROVINCE.heading), said, tiles.drawing, tiles.key),
        )

    def table(self, dimension: Dimension) -> Table:
        """Without attendances and completions, for which a page has no room."""
        table = self.words.table(dimension, self.report)
        left_out = (_("Attendances"), _("Completions"))
        kept = [place for place, head in enumerate(table.heads) if head not in left_out]
        *rows, total = [[[label, *cells][place] for place in kept] for label, cells in table.rows]
        heads = [table.heads[place] for place in kept]
        return Table(str(dimension.heading), heads, rows, total, str(dimension.note))

    def notes(self) -> list[tuple[str, str]]:
        report = self.report
        return [
            (_("Sex unknown"), self.number(report.total.sexes.unknown)),
            (_("Possible duplicates"), self.number(report.bounds.pairs)),
            (_("Registers of the period that are still open"), self.number(report.open_registers)),
            (
                _("Not counted"),
                _(
                    "Trainers on their own runs, people who are not enrolled, and cancelled"
                    " sessions."
                ),
            ),
        ]
