"""Words for how far somebody is on a run: half-days, hours, and what is still missing."""

from functools import lru_cache

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.forms.make_ups import made_up_words
from courses.queries.offers import map_address, place_of
from courses.rules import calendar_words
from courses.rules.progress import HalfDay, Outlook
from courses.templatetags.courses import language

register = template.Library()

NAMED_AT_MOST = 3
PARTS = {
    "morning": gettext_lazy("morning"),
    "afternoon": gettext_lazy("afternoon"),
    "evening": gettext_lazy("evening"),
}
STATES = {
    "present": gettext_lazy("here"),
    "late": gettext_lazy("late"),
    "left_early": gettext_lazy("left early"),
    "excused": gettext_lazy("excused"),
    "absent": gettext_lazy("missed"),
    "to_come": gettext_lazy("to come"),
    "not_marked": gettext_lazy("not marked yet"),
}


@register.filter
def half_day(each: HalfDay) -> str:
    """Friday 11 December, afternoon."""
    day = calendar_words.date_without_year(each.starts.date(), language())
    return _("%(date)s, %(part)s") % {"date": day, "part": PARTS[each.part]}


@register.filter
def part_of_day(each: HalfDay) -> str:
    return str(PARTS[each.part])


@register.filter
def slot_lines(half_days) -> list[dict]:
    """Half-days for `components/slots.html`: 11 Dec, "afternoon, to come"."""
    return [
        {
            "day": each.starts,
            "words": _made_up(each)
            if each.made_up
            else slot_words(each.part, each.state, language()),
            "is_gap": each.is_gap,
        }
        for each in half_days
    ]


def _made_up(each: HalfDay) -> str:
    told = {"part": PARTS[each.part], "state": made_up_words(each.made_up)}
    return _("%(part)s, %(state)s") % told


@lru_cache
def slot_words(part: str, state: str, language: str) -> str:
    """The afternoon, to come; put together once per process, because every half-day has them."""
    return _("%(part)s, %(state)s") % {"part": PARTS[part], "state": STATES[state]}


@register.simple_tag
def run_days(run, half_days=()) -> str:
    """The days of a run: each one where its half-days are known, else from when to when."""
    if half_days:
        return calendar_words.listed_dates([each.starts.date() for each in half_days], language())
    if not run.starts_on:
        return ""
    return calendar_words.span(run.starts_on, run.ends_on, language())


register.simple_tag(place_of, name="run_place")
register.simple_tag(map_address, name="run_map")


@register.simple_tag
def seats(offer, is_short=False) -> str:
    """How many seats of an offer are free, or how one comes in."""
    if offer.is_by_nomination:
        return _("organizations name people")
    if offer.is_by_invitation:
        return _("by invitation")
    if not offer.free:
        return _("full, with a waiting list")
    if is_short:
        return seats_free(offer.free)
    free = calendar_words.number(offer.free, language())
    total = calendar_words.number(offer.capacity, language())
    return _("%(free)s of %(total)s seats free") % {"free": free, "total": total}


@register.simple_tag
def seats_free(count: int) -> str:
    free = calendar_words.number(count, language())
    return ngettext("%(free)s seat free", "%(free)s seats free", count) % {"free": free}


@register.filter
def clock_times(half_days) -> str:
    """The times of day of a run, each once: 08:00–11:00 and 13:30–16:30."""
    ranges = dict.fromkeys(
        calendar_words.clock_range(each.starts, each.ends, language()) for each in half_days
    )
    return in_a_row(list(ranges)[:NAMED_AT_MOST])


@register.filter
def in_a_row(words) -> str:
    """One, two and three."""
    words = [str(word) for word in words]
    if len(words) < 2:
        return "".join(words)
    head = words[0]
    for word in words[1:-1]:
        head = _("%(words)s, %(word)s") % {"words": head, "word": word}
    return _("%(words)s and %(word)s") % {"words": head, "word": words[-1]}


@register.filter
def how_far(outlook: Outlook) -> str:
    """9 of 12 hours."""
    have, planned = outlook.have, outlook.planned
    if have % 60 == 0 and planned % 60 == 0:
        said = calendar_words.number(have // 60, language())
    else:
        said = calendar_words.length(have, language())
    return _("%(have)s of %(planned)s.") % {
        "have": said,
        "planned": calendar_words.length(planned, language()),
    }


@register.filter
def still_needed(standing) -> list[str]:
    """Whole sentences on what is missing; the last one says what comes after it."""
    if standing.met_on:
        return [_done(standing)]
    told = [*_attendance(standing.outlook), *_learning(standing)]
    if not told:
        return []
    if standing.run.course.gives_certificate and not _is_out_of_reach(standing.outlook):
        told.append(_("Then your certificate is ready."))
    return told


def _done(standing) -> str:
    return _("You completed this course on %(date)s.") % {
        "date": calendar_words.date_in_words(standing.met_on, language())
    }


def _is_out_of_reach(outlook: Outlook) -> bool:
    return not outlook.is_met and not outlook.next_one and not outlook.is_waiting


def _attendance(outlook: Outlook) -> list[str]:
    if outlook.is_met:
        return []
    if outlook.must_come:
        return [_must_come(outlook.must_come)]
    if outlook.next_one:
        return [
            _("You still need %(amount)s.") % {"amount": _amount(outlook)},
            _("The next half-day is %(half_day)s.") % {"half_day": half_day(outlook.next_one)},
        ]
    if outlook.is_waiting:
        return [_("The trainer has not marked every half-day yet.")]
    told = _missed(outlook.missed)
    told.append(_("You still need %(amount)s.") % {"amount": _amount(outlook)})
    told.append(_("Ask your trainer how to make up for it, or choose another date."))
    return told


def _must_come(half_days) -> str:
    if len(half_days) <= NAMED_AT_MOST:
        return _("You still need %(half_days)s.") % {
            "half_days": in_a_row(half_day(each) for each in half_days)
        }
    return ngettext(
        "You still need the %(count)s half-day that is left; the next is %(half_day)s.",
        "You still need all %(count)s half-days that are left; the next is %(half_day)s.",
        len(half_days),
    ) % {
        "count": calendar_words.number(len(half_days), language()),
        "half_day": half_day(half_days[0]),
    }


def _missed(half_days) -> list[str]:
    if not half_days:
        return []
    if len(half_days) <= NAMED_AT_MOST:
        named = in_a_row(half_day(each) for each in half_days)
        return [_("You missed %(half_days)s.") % {"half_days": named}]
    return [
        ngettext(
            "You missed %(count)s half-day.", "You missed %(count)s half-days.", len(half_days)
        )
        % {"count": calendar_words.number(len(half_days), language())}
    ]


def _amount(outlook: Outlook) -> str:
    if outlook.short_minutes:
        return calendar_words.length(outlook.short_minutes, language())
    return ngettext("%(count)s half-day", "%(count)s half-days", outlook.short_sessions) % {
        "count": calendar_words.number(outlook.short_sessions, language())
    }


def _learning(standing) -> list[str]:
    missing = {each["code"]: each for each in standing.missing}
    told = []
    if "lessons" in missing:
        count = missing["lessons"]["need"] - missing["lessons"]["have"]
        told.append(
            ngettext(
                "You still need to read %(count)s lesson.",
                "You still need to read %(count)s lessons.",
                count,
            )
            % {"count": calendar_words.number(count, language())}
        )
    if "quizzes" in missing:
        count = missing["quizzes"]["need"] - missing["quizzes"]["have"]
        told.append(
            ngettext(
                "You still need %(percent)s in the questions of %(count)s lesson.",
                "You still need %(percent)s in the questions of %(count)s lessons.",
                count,
            )
            % {
                "count": calendar_words.number(count, language()),
                "percent": sala_per_hundred(standing.run.min_quiz_percent or 0),
            }
        )
    if test := missing.get("test") or missing.get("test_result"):
        told.append(_post_test(**test))
    if "task" in missing:
        told.append(_task(standing.run.task))
    if mark := missing.get("task_mark") or missing.get("task_result"):
        told.append(_marked_task(standing.run, **mark))
    return told


def _post_test(code: str, have: int, need: int) -> str:
    percents = {name: sala_per_hundred(share) for name, share in (("have", have), ("need", need))}
    if code == "test":
        return _("You still need %(need)s in the test at the end.") % percents
    return _("You have %(have)s in the test at the end and need %(need)s.") % percents


def _marked_task(run, code: str, have: int, need: int) -> str:
    told = {
        "kind": run.get_task_kind_display(),
        "task": run.task,
        "have": sala_per_hundred(have),
        "need": sala_per_hundred(need),
    }
    if code == "task_result":
        return _("%(kind)s: you have %(have)s and need %(need)s.") % told
    if run.task:
        return _("%(kind)s is still to be marked: %(task)s. You need %(need)s.") % told
    return _("%(kind)s is still to be marked. You need %(need)s.") % told


@register.filter
def sala_per_hundred(share: int) -> str:
    """Whole per cents: "60 %"."""
    return calendar_words.percent(share / 100, language())


def _task(task: str) -> str:
    if task:
        return _("Your task is still open: %(task)s.") % {"task": task}
    return _("Your task is still open.")
