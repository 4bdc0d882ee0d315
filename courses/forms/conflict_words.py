"""Sentences for what a plan runs into."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext as _

from courses.adapters.language import language
from courses.queries.conflicts import Conflict
from courses.rules.calendar_words import clock_range, date_without_year


def sentence(conflict: Conflict, visible: Collection[int]) -> str:
    """What is in the way and when. Of runs that are not in `visible` (ids) nothing is told."""
    day = date_without_year(conflict.starts.date(), language())
    if conflict.kind == "holiday":
        return _("%(day)s is a holiday: %(holiday)s.") % {"day": day, "holiday": conflict.what.name}
    words = {"day": day, "time": _time(conflict), "what": conflict.what.name}
    if conflict.other.run_id in visible:
        words["run"] = f"{conflict.other.run.course.title} ({conflict.other.run.code})"
        return SEEN[conflict.kind]() % words
    return UNSEEN[conflict.kind]() % words


def _time(conflict: Conflict) -> str:
    ends = (conflict.other.starts_at, conflict.other.ends_at)
    return clock_range(*map(timezone.localtime, ends), language())


SEEN = {
    "trainer": lambda: _("%(day)s, %(time)s: %(what)s trains on %(run)s."),
    "venue": lambda: _("%(day)s, %(time)s: %(what)s is used by %(run)s."),
    "person": lambda: _("%(day)s, %(time)s: %(what)s takes part in %(run)s."),
}
UNSEEN = {
    "trainer": lambda: _("%(day)s, %(time)s: %(what)s trains elsewhere."),
    "venue": lambda: _("%(day)s, %(time)s: %(what)s is used by somebody else."),
    "person": lambda: _("%(day)s, %(time)s: %(what)s takes part in another training."),
}
