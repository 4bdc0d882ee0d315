"""A frozen report in the words that it was frozen with."""

from django.utils.translation import gettext as _

from courses.adapters.language import language
from courses.admin.reach_words import Words
from courses.models import ReportSnapshot
from courses.queries.snapshot_labels import labels_kept


class FrozenWords(Words):
    """Labels as they were when the report was frozen."""

    def __init__(self, snapshot: ReportSnapshot):
        self.language = language()
        self.labels = labels_kept(snapshot, self.language)


def told_of(row: ReportSnapshot, words: FrozenWords) -> list[str]:
    """The filters in words, with the provinces of a maker who saw these alone."""
    told = [
        str(words.labels.get(name, {}).get(value["id"], value["code"]))
        for name, values in row.filters.items()
        for value in values
    ]
    if row.area is None:
        return told
    names = [words.labels["province"].get(code, code) for code in row.area]
    return [*told, _("Runs in: %(provinces)s") % {"provinces": ", ".join(names)}]
