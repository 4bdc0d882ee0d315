"""The reach report as a paper to print: the words and numbers that it says."""

from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.adapters.paper.facts import Party
from courses.adapters.paper.illustrations import Illustration
from courses.adapters.paper.reach_report import report_pdf
from courses.adapters.paper.report_facts import Definition, Figure, Table, Target
from courses.adapters.paper.report_facts import Report as Paper
from courses.admin.cross_tables import Crossing, crossings
from courses.admin.learning_words import HEADLINES, learning_tables
from courses.admin.reach_charts import by_month, by_province
from courses.admin.reach_files import Told
from courses.admin.reach_words import ALL, COURSE, EVERY, MONTH, PROVINCE, Dimension, Words
from courses.admin.target_words import amount_words, reached
from courses.queries.reach import Report
from courses.rules import calendar_words, indicators
from courses.rules.report_plan import told as said_in

#: What the first page tells large, and what is defined at the end.
LARGE = (indicators.PEOPLE, indicators.PARTICIPATIONS, indicators.ATTENDANCES)
#: More columns of figures do not fit on a page.
MOST_COLUMNS = 12
DEFINED = (*LARGE, indicators.COMPLETIONS, indicators.WOMENS_SHARE)


def paper_of(
    report: Report,
    words: Words,
    told: Told,
    title: str = "",
    fingerprint: str = "",
    parties: Sequence[Party] = (),
) -> bytes:
    """A PDF of one to four pages in the language of the reader; a frozen report has a title of its
    own and a fingerprint, and the `parties` have their logos at its head. Raises
    TypesettingError."""
    return report_pdf(_Paper(report, words, told).facts(title, fingerprint, parties))


class _Paper:
    def __init__(self, report: Report, words: Words, told: Told):
        self.report, self.words, self.told = report, words, told
        self.language = words.language

    def facts(self, title: str, fingerprint: str, parties: Sequence[Party]) -> Paper:
        report, language, plan = self.report, self.language, self.report.plan
        return Paper(
            language=language,
            title=title or said_in(plan.title, language) or _("Who the training reached"),
            programme=getattr(settings, "WAGTAIL_SITE_NAME", ""),
            period=calendar_words.span(report.filters.start, report.filters.end, language),
            filters=" · ".join(self.told.filters) or _("all courses, all provinces, all sectors"),
            as_at=_("as at %(moment)s")
            % {"moment": calendar_words.date_and_time(report.as_at, language)},
            introduction=said_in(plan.introduction, language),
            parties=parties,
            figures=self.figures(),
            others=self.others(),
            bounds=self.bounds(),
            pictures=self.pictures(),
            tables=[
                *(self.table(EVERY[name]) for name in plan.tables),
                *(self.cross(each) for each in crossings(report, self.words)),
                *self.learned(),
            ],
            notes_title=_("Notes"),
            notes=self.notes(),
            targets_title=_("Targets"),
            targets=self.targets(),
            definitions_title=_("Definitions"),
            definitions=self.definitions(self.defined()),
            definitions_elsewhere=_("Those that have no room here are in the workbook."),
            snapshot=_("Made by %(name)s") % {"name": self.told.by},
            fingerprint=fingerprint,
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

    def others(self) -> list[tuple[str, str]]:
        """Name and figure of each indicator of the plan."""
        told = {each.code: each for each in self.told.defined}
        return [
            (
                _(told.get(each.code, each).name),
                " ".join(filter(None, [amount_words(each, value, self.language), currency])),
            )
            for each, currency, value in self.report.figures
        ]

    def targets(self) -> list[Target]:
        """Each target that fits; those of a part name it."""
        return [
            Target(
                ": ".join(filter(None, [_(each.indicator.name), each.of])),
                _("%(value)s of %(amount)s") % {"value": each.value, "amount": each.amount},
                each.per_cent,
                float(each.progress.share or 0),
            )
            for each in reached(self.report, self.words)
        ]

    def defined(self) -> list[indicators.Indicator]:
        own = [each for each, _currency, _value in self.report.figures]
        crossed = [each.indicator for each in self.report.crosses]
        values = self.report.learning.whole.values
        learned = [each for each in HEADLINES if each.code in values]
        return list(dict.fromkeys([*DEFINED, *own, *crossed, *learned]))

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
        plan = self.report.plan
        wanted = ((plan.shows_months, self.months), (plan.shows_map, self.provinces))
        return tuple(draw() for is_shown, draw in wanted if is_shown)

    def months(self) -> Illustration:
        chart = by_month(self.report, self.words)
        return Illustration(str(MONTH.heading), _("participations"), chart.drawing, chart.key)

    def provinces(self) -> Illustration:
        tiles = by_province(self.report, self.words)
        said = _("participations")
        return Illustration(str(PROVINCE.heading), said, tiles.drawing, tiles.key)

    def table(self, dimension: Dimension) -> Table:
        """Without attendances and completions, for which a page has no room."""
        table = self.words.table(dimension, self.report)
        left_out = (_("Attendances"), _("Completions"))
        kept = [place for place, head in enumerate(table.heads) if head not in left_out]
        *rows, total = [[[label, *cells][place] for place in kept] for label, cells in table.rows]
        heads = [table.heads[place] for place in kept]
        return Table(str(dimension.heading), heads, rows, total, str(dimension.note))

    def cross(self, crossing: Crossing) -> Table:
        """As many columns as a page has room for, and all of them last."""
        places = [*range(len(crossing.across))[:MOST_COLUMNS], -1]
        heads, notes = crossing.heads[1:], list(crossing.notes)
        left_out = len(crossing.across) - MOST_COLUMNS
        if left_out > 0:
            more = ngettext(
                "%(number)s more column is in the workbook.",
                "%(number)s more columns are in the workbook.",
                left_out,
            )
            notes.append(more % {"number": self.number(left_out)})

        def line(label: str, values: list) -> list[str]:
            return [label, *(crossing.number(values[place]) for place in places)]

        return Table(
            crossing.title,
            [crossing.heads[0], *(heads[place] for place in places)],
            [line(crossing.label(key), crossing.numbers((key,))) for key in crossing.keys],
            line(str(ALL), crossing.numbers()),
            " ".join(notes),
        )

    def learned(self) -> list[Table]:
        """Results of learning by course, and satisfaction by question."""
        found = self.report.learning
        if found.is_empty:
            return []
        told = []
        for table in learning_tables(found, self.words):
            rows = [[label, *cells] for label, cells in table.rows]
            total = rows.pop()
            dimension = table.dimension
            is_first = dimension.name == COURSE.name
            title = _("Learning results") if is_first else str(dimension.heading)
            told.append(Table(title, table.heads, rows, total, str(dimension.note)))
        return told

    def notes(self) -> list[tuple[str, str]]:
        report = self.report
        own = said_in(report.plan.notes, self.language)
        return [
            *([(_("About this report"), own)] if own else []),
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
            *((str(label), str(value)) for label, value in self.told.notes_on_paper),
        ]
