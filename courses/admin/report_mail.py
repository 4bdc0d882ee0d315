"""The files of a report that is sent by its schedule, in the language of that."""

from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.adapters.letters import Attachment
from courses.adapters.spreadsheets import write_report
from courses.admin.exports import XLSX
from courses.admin.reach_files import Told
from courses.admin.reach_paper import paper_of
from courses.admin.reach_workbook import workbook
from courses.admin.snapshot_frozen import FrozenWords, told_of
from courses.choices import ScheduledFile
from courses.models import ReportDelivery
from courses.queries.report_logos import parties_of_template
from courses.queries.snapshots import definitions_kept, figures_kept, report_kept


def files_of_delivery(delivery: ReportDelivery) -> list[Attachment]:
    """What the schedule asks for; always the same names for one report. Raises TypesettingError."""
    with override(delivery.schedule.language):
        return [
            make(delivery)
            for kind, make in ((ScheduledFile.PDF, _pdf), (ScheduledFile.XLSX, _xlsx))
            if delivery.schedule.file_format in (kind, ScheduledFile.BOTH)
        ]


def _told(delivery: ReportDelivery, words: FrozenWords) -> Told:
    row = delivery.snapshot
    return Told(
        by=_("its schedule"),
        filters=told_of(row, words),
        notes=([_("Title"), row.title], [_("Fingerprint (SHA-256)"), row.digest]),
        notes_on_paper=(
            [
                _("For internal use"),
                _("Small numbers are not hidden. Do not publish this report or hand it on."),
            ],
        ),
        defined=list(definitions_kept(row, words.language).values()),
    )


def _pdf(delivery: ReportDelivery) -> Attachment:
    row, words = delivery.snapshot, FrozenWords(delivery.snapshot)
    parties = parties_of_template(row.template)
    told = _told(delivery, words)
    content = paper_of(report_kept(row), words, told, row.title, row.digest, parties)
    return Attachment(f"{_name(delivery)}.pdf", content, "application/pdf")


def _xlsx(delivery: ReportDelivery) -> Attachment:
    row, words = delivery.snapshot, FrozenWords(delivery.snapshot)
    every, target = figures_kept(row, words.language), BytesIO()
    tables = workbook(report_kept(row), every, words, _told(delivery, words))
    write_report(tables, target, title=row.title, language=words.language)
    return Attachment(f"{_name(delivery)}.xlsx", target.getvalue(), XLSX)


def _name(delivery: ReportDelivery) -> str:
    number = delivery.schedule_id
    return f"report-{number}-{delivery.starts_on}-{delivery.ends_on}-internal"
