"""Issued certificates once more, many in one file for the printer: from their frozen facts, with
the design and the pictures that they were printed with."""

from collections.abc import Iterable
from itertools import groupby

from certificates.adapters.typesetting import render_many
from certificates.models import Certificate, DesignRevision
from certificates.queries.designs import contents_of, pictures_of


def printed_again(certificates: Iterable[Certificate]) -> list[bytes]:
    """One PDF with a page for each, in that order; another one begins where the design changes.

    The files for the printer are no originals: only the issued file has the kept fingerprint.
    Leaves out what was erased, or printed before designs were kept.
    """
    rows = [row for row in certificates if row.revision_id and not row.erased_on]
    revisions = DesignRevision.objects.in_bulk({row.revision_id for row in rows})
    fingerprints = {sha for row in rows for sha in row.facts.get("pictures", {}).values()}
    contents = contents_of(fingerprints)
    found = []
    for (revision, pictures), some in groupby(rows, key=_look):
        sheet = revisions[revision].sheet
        images = {name: contents[sha] for name, sha in pictures if sha in contents}
        facts = [row.facts for row in some]
        found.append(render_many(sheet, facts, images, pictures_of(sheet)).pdf)
    return found


def _look(row: Certificate) -> tuple:
    return row.revision_id, tuple(sorted(row.facts.get("pictures", {}).items()))
