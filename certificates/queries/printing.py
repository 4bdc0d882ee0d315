"""Issued certificates once more, many in one file: for the printer from their frozen facts, with
the design and the pictures that they were printed with, or the issued files themselves."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certificates.adapters.typesetting import TypesettingError, picture, render_many
from certificates.models import Certificate, DesignRevision
from certificates.queries.designs import contents_of, pictures_of
from certificates.queries.papers import Paper
from courses.exceptions import Refused
from courses.models import CourseRun
from courses.rules.names import file_words

NOT_DRAWN = gettext_lazy("The pages cannot be drawn any more. Take the issued files instead.")


def papers_of_run(
    certificates: QuerySet[Certificate], run: CourseRun, paper: Paper
) -> list[Certificate]:
    """What was issued for the run and is in force, in the order of names."""
    rows = certificates.filter(enrollment__run=run, kind__in=paper.kinds).in_force()
    return list(rows.order_by("person__sort_key", "pk"))


def can_print_again(row: Certificate) -> bool:
    """Whether the design that drew it is kept, and the facts are."""
    return bool(row.revision_id and not row.erased_on)


def printed_again(certificates: Iterable[Certificate]) -> list[bytes]:
    """A PDF for each look, with a page for each certificate in the order in which they came.

    The files for the printer are no originals: only the issued file has the kept fingerprint.
    Leaves out what cannot be printed again. Raises Refused `not_drawn`.
    """
    rows = [row for row in certificates if can_print_again(row)]
    revisions = DesignRevision.objects.in_bulk({row.revision_id for row in rows})
    fingerprints = {sha for row in rows for sha in row.facts.get("pictures", {}).values()}
    contents = contents_of(fingerprints)
    looks: dict[tuple, list[dict]] = {}
    for row in rows:
        looks.setdefault(_look(row), []).append(row.facts)
    found = []
    for (revision, pictures), facts in looks.items():
        sheet = revisions[revision].sheet
        images = {name: contents[sha] for name, sha in pictures if sha in contents}
        found.append(_drawn(sheet, facts, images))
    return found


def _look(row: Certificate) -> tuple:
    return row.revision_id, tuple(sorted(row.facts.get("pictures", {}).items()))


def picture_of(certificate: Certificate) -> bytes:
    """The page as PNG, from its frozen facts. Raises Refused `not_drawn`."""
    pictures = certificate.facts.get("pictures", {})
    contents = contents_of(set(pictures.values()))
    images = {name: contents[sha] for name, sha in pictures.items() if sha in contents}
    sheet = certificate.revision.sheet
    try:
        return picture(sheet, certificate.facts, images, pictures_of(sheet))
    except TypesettingError as error:
        raise Refused(NOT_DRAWN, code="not_drawn") from error


def _drawn(sheet: dict, facts: list[dict], images: dict[str, bytes]) -> bytes:
    try:
        return render_many(sheet, facts, images, pictures_of(sheet)).pdf
    except TypesettingError as error:
        raise Refused(NOT_DRAWN, code="not_drawn") from error


def issued_files(certificates: Iterable[Certificate]) -> Iterator[tuple[str, bytes]]:
    """Each issued file, byte for byte, under its number and the printed name. Raises Refused
    `file_lost`."""
    for row in certificates:
        name = row.facts["name_en"] or row.facts["name_km"]
        try:
            with row.file.open("rb") as file:
                yield f"{file_words(f'{row.serial} {name}')}.pdf", file.read()
        except FileNotFoundError as error:
            sentence = _(
                "The file of %(number)s is missing in the storage. Please tell whoever runs this"
                " site."
            )
            raise Refused(sentence % {"number": row.serial}, code="file_lost") from error
