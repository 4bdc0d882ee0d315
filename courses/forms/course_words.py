"""The words of what a course file would make or change."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.adapters.course_files import COURSE, CourseFacts
from courses.forms.page_check_words import language_name, places_of
from courses.models import Course, Outcome, Topic
from courses.queries.course_arrival import ArrivalQuery
from courses.rules.course_arrival import (
    CHANGED,
    ELSEWHERE,
    LOCKED,
    NEW,
    NO_LANGUAGE,
    NO_RIGHT,
    SAME,
    Arrival,
    FactDifference,
    PageVerdict,
)

STATES = {
    NEW: gettext_lazy("Becomes a draft"),
    SAME: gettext_lazy("Is here already, and is the same"),
    CHANGED: gettext_lazy("Gets a new draft"),
    NO_LANGUAGE: gettext_lazy("Stays out: this branch has no pages in this language."),
    NO_RIGHT: gettext_lazy("Stays out: you may not add pages in this language."),
    ELSEWHERE: gettext_lazy(
        "Stays out: it is on this site already, in another place. Bring the file to that branch."
    ),
    LOCKED: gettext_lazy("Stays out: you may not change this page now."),
}
FACTS = {
    "title_en": gettext_lazy("English title"),
    "title_km": gettext_lazy("Khmer title"),
    "planned_minutes": gettext_lazy("Planned minutes"),
    "validity_months": gettext_lazy("Certificate valid for, in months"),
    "gives_certificate": gettext_lazy("Gives a certificate"),
    "audience": gettext_lazy("Audience"),
    "gender_pillars": gettext_lazy("Pillars of gender equality"),
    "topics": gettext_lazy("Topics"),
    "outcomes": gettext_lazy("Outcomes"),
    "rule": gettext_lazy("What must be done to complete it"),
}


def page_rows(arrival: Arrival) -> list[dict]:
    """What the screen shows of each page."""
    return [_page_row(each) for each in arrival.pages]


def _page_row(verdict: PageVerdict) -> dict:
    page, notes = verdict.page, []
    if verdict.changes:
        notes.append(_("Other than here: %(places)s.") % {"places": places_of(verdict.changes)})
    if verdict.lost:
        notes.append(
            ngettext(
                "%(count)s part is left out: this site does not know its kind.",
                "%(count)s parts are left out: this site does not know their kinds.",
                verdict.lost,
            )
            % {"count": verdict.lost}
        )
    return {
        "title": page.values["title"],
        "language": language_name(page.language),
        "code": page.language,
        "kind": _("Course page") if page.kind == COURSE else _("Lesson"),
        "state": STATES[verdict.state],
        "is_taken": verdict.state in (NEW, CHANGED),
        "notes": notes,
    }


def notes_on(query: ArrivalQuery, arrival: Arrival) -> list[str]:
    """What else she should know before she says yes."""
    notes = [
        _("The lesson “%(title)s” is not in the file. It stays as it is.") % {"title": title}
        for title in arrival.gone
    ]
    if arrival.is_moved:
        notes.append(_("Lessons stand in another order in the file. Here they keep their places."))
    if query.course is None:
        return notes + list(_missing(query.file.facts))
    return notes + [_difference(each) for each in arrival.differences]


def _difference(fact: FactDifference) -> str:
    name = FACTS[fact.name]
    if all(each and not isinstance(each, bool | tuple | dict) for each in (fact.here, fact.there)):
        return _(
            "%(fact)s: %(here)s here, %(there)s in the file. What is here stays; change it at the "
            "course."
        ) % {"fact": name, "here": fact.here, "there": fact.there}
    return _(
        "%(fact)s: the file says something else. What is here stays; change it at the course."
    ) % {"fact": name}


def _missing(facts: CourseFacts):
    """Names in the file that mean nothing here."""
    lacks = (
        (facts.topics, Topic, gettext_lazy("This site has no topic “%(name)s”.")),
        (facts.outcomes, Outcome, gettext_lazy("This site has no outcome “%(name)s”.")),
    )
    for tags, model, sentence in lacks:
        there = set(model.objects.values_list("slug", flat=True))
        yield from (sentence % {"name": tag.name_en} for tag in tags if tag.slug not in there)
    there = set(Course.objects.filter(code__in=facts.prerequisites).values_list("code", flat=True))
    for code in facts.prerequisites:
        if code not in there:
            yield _("This site has no course %(code)s, which should be completed before.") % {
                "code": code
            }


def sum_of(arrival: Arrival) -> str:
    """How many drafts come of the file, in a sentence."""
    if not arrival.has_work:
        return _("Everything in this file is here already, or stays out. Nothing would change.")
    new, changed = arrival.counts[NEW], arrival.counts[CHANGED]
    told = []
    if new:
        told.append(
            ngettext("%(count)s page becomes a draft.", "%(count)s pages become drafts.", new)
            % {"count": new}
        )
    if changed:
        told.append(
            ngettext(
                "%(count)s page gets a new draft. What is published stays until you publish it.",
                "%(count)s pages get new drafts. What is published stays until you publish them.",
                changed,
            )
            % {"count": changed}
        )
    if arrival.fresh_media:
        told.append(
            ngettext(
                "%(count)s picture or document is added to your collection.",
                "%(count)s pictures and documents are added to your collection.",
                arrival.fresh_media,
            )
            % {"count": arrival.fresh_media}
        )
    return " ".join(told)
