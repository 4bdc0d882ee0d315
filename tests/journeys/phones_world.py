"""Histories of several phones on one register, drawn by hypothesis: lost answers, servers that die,
old copies sent again, wrong clocks, forms without script, a register that closes and opens."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from django.db import transaction
from hypothesis import note
from hypothesis import strategies as st

from courses.actions.attendance import Mark, close_register, mark_register, reopen_register
from courses.actions.syncing import accept_event
from courses.exceptions import Refused
from courses.models import Attendance, AttendanceEvent, Enrollment, Person, QuarantinedEvent
from courses.queries.chain import links_of
from courses.queries.register import count, roster
from courses.rules.chain import broken_at
from courses.rules.convergence import STRENGTH, Said, standing

#: The simplest comes first: a history shrinks to phones that hand in what they do not have.
ACTS = ("send", "mark", "mark", "mark", "default", "walk_in", "mark", "mark", "die", "again",
        "form", "close")  # fmt: skip
PHONES, SELDOM = 4, 5


class Step(NamedTuple):
    """What one phone does, with enough to choose from for every act."""

    act: str
    phone: int
    number: int
    presence: str
    tens: int
    behind: int


def histories(steps):
    """How many phones there are, and what they do. The steps are drawn as one string of bytes: of a
    list hypothesis draws one in six anew, and the others as copies with one step changed."""
    drawn = st.binary(min_size=6 * steps, max_size=6 * steps)
    return st.tuples(st.integers(2, PHONES), drawn.map(read_steps))


def read_steps(drawn):
    return [step(*drawn[at : at + 6]) for at in range(0, len(drawn), 6)]


def step(act, phone, number, presence, tens, behind):
    return Step(
        ACTS[act % len(ACTS)],
        phone % PHONES,
        number % 12,
        STRENGTH[presence % len(STRENGTH)],
        tens % 4,
        (behind - 128) * 700,
    )


class Dead(Exception):
    """The server died before it had committed."""


class Story:
    """Some phones, one session, and what must be true of them at the end. `known` are people of the
    pack who may come to the door."""

    def __init__(self, user, session, places, known, phones):
        self.user, self.session, self.places, self.known = user, session, places, known
        self.phones = phones
        self.waiting = {phone: [] for phone in phones}
        self.sent = {phone: [] for phone in phones}
        self.own = {phone: [str(place.uuid) for place in places] for phone in phones}
        self.tapped: dict[str, dict] = {}
        self.is_closed = False
        for phone in phones:
            phone.forget()

    def tell(self, steps):
        for step in steps:
            phone = self.phones[step.phone % len(self.phones)]
            phone.behind = timedelta(seconds=step.behind)
            getattr(self, step.act)(phone, step)
        self.finish()
        self.check()

    def keep(self, phone, tap):
        note(f"phone {self.phones.index(phone)} keeps {tap}")
        self.tapped[tap["event"]] = tap
        self.waiting[phone].append(tap)

    def rows(self, phone):
        """The lines that a phone shows: the list, its own walk-ins, and those it was told."""
        return list(dict.fromkeys([*self.own[phone], *self.told(phone)]))

    def told(self, phone):
        return phone.rows.get(str(self.session.uuid), {})

    def mark(self, phone, step):
        rows = self.rows(phone)
        row = rows[step.number % len(rows)]
        self.keep(phone, phone.tap(self.session, row, step.presence, minutes=step.tens * 10))

    def default(self, phone, step):
        """Everybody else is absent."""
        for row in self.rows(phone):
            if not self.told(phone).get(row, {}).get("presence"):
                tap = phone.tap(self.session, row, "absent", kind="default", corrects=False)
                self.keep(phone, tap)

    def walk_in(self, phone, step):
        """Somebody new, or somebody whom another phone may add as well."""
        if len(self.own[phone]) > len(self.places):
            return
        if step.number % 2:
            who = {"known": str(self.known[step.number % len(self.known)].uuid)}
        else:
            who = {"name_latin": f"Kong {len(self.tapped)}"}
        tap = phone.newcomer(self.session, **who)
        self.own[phone].append(tap["row"])
        self.keep(phone, tap)

    def send(self, phone, step):
        batch = self.waiting[phone][: 1 + step.number]
        if batch:
            self.taken(phone, batch, phone.hand_in(*batch))

    def taken(self, phone, batch, results):
        """Every tap has its answer, a conflict is told as one, and nothing is refused but what
        comes to a closed register or about somebody whose coming lies aside."""
        note(f"phone {self.phones.index(phone)} hears {results}")
        assert [result["event"] for result in results] == [tap["event"] for tap in batch]
        for tap, result in zip(batch, results, strict=True):
            if result["status"] in ("created", "conflict"):
                disputed = self.told(phone)[tap["row"]]["disputed"]
                assert (result["status"] == "conflict") == disputed
            elif result["code"] == "unknown_row":
                assert tap["row"] not in self.told(phone)
            else:
                assert result["code"] in ("", "register_closed", "says_the_same")
        done = {result["event"] for result in results}
        self.waiting[phone] = [tap for tap in self.waiting[phone] if tap["event"] not in done]
        self.sent[phone] += batch

    def lose(self, phone, step):
        """The server takes the batch, and the phone crashes before it hears so."""
        batch = self.waiting[phone][: 1 + step.number]
        if batch:
            phone.answer(*batch)

    def die(self, phone, step):
        """The server dies with the batch in its hands, sometimes; else it is the answer's end."""
        if step.number >= SELDOM:
            return self.lose(phone, step)
        try:
            with transaction.atomic():
                self.lose(phone, step)
                raise Dead
        except Dead:
            return

    def again(self, phone, step):
        """Old copies arrive late, in another order, with a new tap between them."""
        theirs = self.sent[phone]
        copies = theirs[step.number :: -2] + self.waiting[phone][:1] + theirs[-2:]
        if theirs:
            phone.answer(*copies)

    def form(self, phone, step):
        """Somebody saves the page without its script."""
        place = self.places[step.number % len(self.places)]
        mark = Mark(place.pk, step.presence, step.tens * 10)
        if not self.is_closed:
            mark_register(self.session, [mark], by=self.user)

    def close(self, phone, step):
        """The register is opened again, or closed where it may be."""
        if self.is_closed:
            reopen_register(self.session, "Somebody was forgotten", by=self.user)
            self.is_closed = False
        elif step.number < SELDOM:
            self.try_to_close()

    def try_to_close(self):
        try:
            close_register(self.session, by=self.user)
            self.is_closed = True
        except Refused as no:
            assert no.code in ("undecided", "disputed")

    def finish(self):
        """The register is open, all phones have a line, and a trainer takes in what lies aside."""
        if self.is_closed:
            reopen_register(self.session, "The last phones come", by=self.user)
        for phone in self.phones:
            if self.waiting[phone]:
                self.taken(phone, self.waiting[phone], phone.hand_in(*self.waiting[phone]))
        for event in QuarantinedEvent.objects.filter(state="open").order_by("pk"):
            accept_event(event, "It was tapped", by=self.user)
        for phone in self.phones:
            phone.look(self.session)

    def check(self):
        """Nothing is lost or doubled, every mark follows from the events, and the chain holds."""
        events = list(AttendanceEvent.objects.filter(session=self.session))
        self.check_events(events)
        self.check_people()
        said = {}
        for event in sorted(events, key=lambda event: event.digest):
            said.setdefault(event.enrollment_id, []).append(heard(event))
        marks = {row.enrollment_id: row for row in Attendance.objects.filter(session=self.session)}
        assert marks.keys() == said.keys()
        for place, mark in marks.items():
            assert standing(said[place]) == shown(mark)
            assert mark.is_disputed or not blind_conflicts(said[place])
        self.session.refresh_from_db()
        ends = {"length": self.session.chain_length, "digest": self.session.chain_digest}
        assert broken_at(links_of(self.session), **ends) is None
        self.check_lists(marks)

    def check_events(self, events):
        """Each tap is one event, or was said by the closed register already."""
        from_phones = [str(event.uuid) for event in events if event.device_id]
        same = QuarantinedEvent.objects.filter(state="accepted", note="")
        said_before = [str(event.uuid) for event in same]
        assert sorted(from_phones + said_before) == sorted(self.tapped)
        assert not QuarantinedEvent.objects.exclude(state="accepted").exists()

    def check_people(self):
        """Each walk-in is one person with one place, however often she was told of."""
        came = [tap["person"] for tap in self.tapped.values() if tap["kind"] == "walk_in"]
        new = {person["name_latin"] for person in came} - {""}
        old = {person["known"] for person in came} - {None}
        places = Enrollment.objects.filter(run=self.session.run_id).values_list("person", flat=True)
        assert len(places) == len(set(places)) == len(self.places) + len(new) + len(old)
        assert Person.objects.filter(family_name_latin="Kong").count() == len(new)

    def check_lists(self, marks):
        """All phones were told the same, and every dispute stands on every list."""
        disputed = {place for place, mark in marks.items() if mark.is_disputed}
        rows = list(roster(self.session))
        assert {row.pk for row in rows if row.is_disputed} == disputed
        assert count(rows).disputed == len(disputed)
        told = [self.told(phone) for phone in self.phones]
        assert all(each == told[0] for each in told)
        for row in rows:
            each = told[0][str(row.uuid)]
            assert (each["presence"] or None, each["disputed"]) == (
                row.presence,
                bool(row.is_disputed),
            )


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
    looks = [each for each in said if each.kind != "default"]
    seen = {id for each in looks for id in each.supersedes}
    heads = [each for each in looks if each.id not in seen]
    if any(each.corrects for each in heads):
        return []
    return [pair for pair in combinations(heads, 2) if pair[0].presence != pair[1].presence]
