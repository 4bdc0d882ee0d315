"""What must be true of several phones and one register when a history has ended."""

from dataclasses import replace
from itertools import combinations
from uuid import UUID

from courses.models import Attendance, AttendanceEvent, Enrollment, Person, QuarantinedEvent
from courses.queries.chain import links_of
from courses.queries.register import count, roster, rows_of_phone
from courses.rules.chain import broken_at
from courses.rules.convergence import Said, standing


def check(story):
    """Nothing is lost or doubled, every mark follows from the events, and the chain holds."""
    session = story.session
    events = list(AttendanceEvent.objects.filter(session=session))
    check_events(story, events)
    check_people(story)
    said = {}
    for event in sorted(events, key=lambda event: event.digest):
        said.setdefault(event.enrollment_id, []).append(heard(event))
    marks = {row.enrollment_id: row for row in Attendance.objects.filter(session=session)}
    assert marks.keys() == said.keys()
    for place, mark in marks.items():
        assert standing(said[place]) == shown(mark)
        assert mark.is_disputed or not blind_conflicts(said[place])
        check_word_of_herself(mark, said[place])
    session.refresh_from_db()
    ends = {"length": session.chain_length, "digest": session.chain_digest}
    assert broken_at(links_of(session), **ends) is None
    check_lists(story, marks)


def check_events(story, events):
    """Each tap is one event, or was said by the closed register already, or lies aside about
    somebody who gave the place up; and what people said of themselves is there once."""
    from_phones = [str(event.uuid) for event in events if event.device_id]
    kept = QuarantinedEvent.objects.all()
    said_before = [str(each.uuid) for each in kept.filter(state="accepted", note="")]
    aside = {str(each.uuid) for each in kept.filter(state="set_aside")}
    assert sorted([*from_phones, *said_before, *aside]) == sorted(story.tapped)
    assert not kept.filter(state="open").exists()
    assert not places_of(story, {story.tapped[event]["row"] for event in aside})
    of_themselves = {str(event.uuid) for event in events if event.kind == "self"}
    assert of_themselves == story.of_themselves


def check_people(story):
    """Each walk-in is one person with one place, however often she was told of."""
    came = [tap["person"] for tap in story.tapped.values() if tap["kind"] == "walk_in"]
    new = {person["name_latin"] for person in came} - {""}
    old = {person["known"] for person in came} - {None}
    places = Enrollment.objects.filter(run=story.session.run_id).values_list("person", flat=True)
    late = {person.pk for person in story.late} & set(places)
    assert len(places) == len(set(places)) == len(story.places) + len(new) + len(old) + len(late)
    assert Person.objects.filter(family_name_latin="Kong").count() == len(new)


def check_word_of_herself(mark, said):
    """What somebody says of herself never outdoes a look at her, and is no dispute."""
    looks = {each.presence for each in said if not each.is_unseen}
    if looks:
        assert mark.presence in looks and not mark.is_self_reported
        return
    replaced = {id for each in said for id in each.supersedes}
    stands = any(each.kind == "self" and each.id not in replaced for each in said)
    assert not mark.is_disputed
    assert mark.presence == "present" or not stands
    assert stands or not mark.is_self_reported


def check_lists(story, marks):
    """All phones were told the same, all show the list of the server, and every dispute stands on
    every list."""
    rows = list(roster(story.session))
    disputed = {place for place, mark in marks.items() if mark.is_disputed}
    disputed &= {row.pk for row in rows}
    assert {row.pk for row in rows if row.is_disputed} == disputed
    assert count(rows).disputed == len(disputed)
    told = [story.told(phone) for phone in story.phones]
    assert all(each == told[0] for each in told)
    for row in rows:
        each = told[0][str(row.uuid)]
        assert (each["presence"] or None, each["disputed"]) == (row.presence, bool(row.is_disputed))
    assert places_of(story, told[0]) == {row.pk for row in rows}


def places_of(story, rows):
    """The seats that some rows of phones mean."""
    found = rows_of_phone(story.session, map(UUID, rows))
    return {place.pk for place in found.values()}


def heard(event):
    return Said(
        str(event.uuid),
        event.kind,
        event.presence,
        event.minutes_missed,
        event.reason,
        frozenset(event.supersedes),
        event.corrects,
    )


def shown(mark):
    """A stored mark, to be compared with what follows from the events."""
    found = standing([Said("", "mark", mark.presence, mark.minutes_missed, mark.reason)])
    return replace(
        found,
        heads=tuple(mark.heads),
        is_disputed=mark.is_disputed,
        is_self_reported=mark.is_self_reported,
    )


def blind_conflicts(said):
    """Pairs of different marks of which nobody saw the other and that nobody has corrected."""
    looks = [each for each in said if not each.is_unseen]
    seen = {id for each in looks for id in each.supersedes}
    heads = [each for each in looks if each.id not in seen]
    if any(each.corrects for each in heads):
        return []
    return [pair for pair in combinations(heads, 2) if pair[0].presence != pair[1].presence]
