"""Histories of several phones on one register, drawn by hypothesis: lost answers, servers that die,
old copies sent again, wrong clocks, forms without script, a register that closes and opens, people
who mark themselves, leave the run, send somebody else, come late and come back."""

import uuid
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from hypothesis import note
from hypothesis import strategies as st

from courses.actions.attendance import Mark, close_register, mark_register, reopen_register
from courses.actions.enrollment import enroll, withdraw
from courses.actions.quarantine import set_aside
from courses.actions.seats import GONE
from courses.actions.self_marking import mark_oneself, start_self_marking
from courses.actions.substitution import substitute
from courses.actions.syncing import accept_event
from courses.exceptions import Refused
from courses.models import QuarantinedEvent
from courses.queries.register import roster, row_of_phone
from courses.rules.convergence import STRENGTH

#: The simplest comes first: a history shrinks to phones that hand in what they do not have.
ACTS = ("send", "mark", "mark", "mark", "default", "walk_in", "mark", "mark", "die", "again",
        "form", "close", "herself", "leave", "send", "arrive")  # fmt: skip
PHONES, SELDOM = 4, 5
#: Why somebody cannot come instead of another.
ONLY_ONCE = ("same_person", "already_enrolled", "substituted_before", "walk_in")


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
    pack who may come to the door, `late` those whom the office may enrol meanwhile."""

    def __init__(self, user, session, places, known, late, phones):
        self.user, self.session, self.places, self.known = user, session, places, known
        self.late, self.phones = late, phones
        self.waiting = {phone: [] for phone in phones}
        self.sent = {phone: [] for phone in phones}
        self.own = {phone: [str(place.uuid) for place in places] for phone in phones}
        self.refused = {phone: set() for phone in phones}
        self.tapped: dict[str, dict] = {}
        self.of_themselves: set[str] = set()
        self.has_left: set[int] = set()
        self.is_closed = False
        for phone in phones:
            phone.forget()

    def tell(self, steps):
        start_self_marking(self.session, by=self.user)
        for step in steps:
            phone = self.phones[step.phone % len(self.phones)]
            phone.behind = timedelta(seconds=step.behind)
            getattr(self, step.act)(phone, step)
        self.finish()

    def keep(self, phone, tap):
        note(f"phone {self.phones.index(phone)} keeps {tap}")
        self.tapped[tap["event"]] = tap
        self.waiting[phone].append(tap)

    def rows(self, phone):
        """The lines that a phone shows: the list that it took along, until it was told another, and
        its own walk-ins until the server has them."""
        told = self.told(phone)
        taps = {tap["row"] for tap in self.waiting[phone] if tap["kind"] == "walk_in"}
        own = [
            row
            for row in self.own[phone]
            if not told or row in told or row in taps or row in self.refused[phone]
        ]
        return list(dict.fromkeys([*own, *told]))

    def told(self, phone):
        return phone.rows.get(str(self.session.uuid), {})

    def mark(self, phone, step):
        rows = self.rows(phone)
        if rows:
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
                assert tap["row"] not in self.told(phone) or self.was_off(tap["row"])
            else:
                assert result["code"] in ("", "register_closed", "says_the_same")
            if result["status"] == "quarantined" and tap["kind"] == "walk_in":
                self.refused[phone].add(tap["row"])
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
        seated = self.seated()
        if seated and not self.is_closed:
            mark = Mark(seated[step.number % len(seated)].pk, step.presence, step.tens * 10)
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

    def seated(self):
        return list(roster(self.session))

    def everybody(self):
        return list(self.session.run.enrollments.select_related("person").order_by("pk"))

    def herself(self, phone, step):
        """Somebody says herself that she is here, with the code that the trainer shows."""
        places = self.everybody()
        place, event = places[step.number % len(places)], uuid.uuid4()
        try:
            if mark_oneself(self.session, place, event=event):
                self.of_themselves.add(str(event))
        except Refused as no:
            is_off = place.status in GONE
            assert no.code == ("register_closed" if self.is_closed else "not_enrolled" * is_off)

    def leave(self, phone, step):
        """The office takes somebody off the run, or somebody else comes instead."""
        seated = self.seated()
        if not seated:
            return
        place = seated[step.number % len(seated)]
        other = self.late[step.tens % len(self.late)]
        try:
            if step.number % 3:
                withdraw(place, by=self.user)
            else:
                substitute(place, other, by=self.user)
            self.has_left.add(place.pk)
        except Refused as no:
            assert no.code in ("has_attended", *ONLY_ONCE)

    def arrive(self, phone, step):
        """The office enrols somebody while phones are away, or puts back who had left."""
        places = self.everybody()
        gone = [place.person for place in places if place.status in GONE]
        wanted = gone + [person for person in self.late if person.pk not in of(places)]
        if wanted:
            enroll(self.session.run, wanted[step.number % len(wanted)], by=self.user)

    def was_off(self, row):
        """Whether the place of a row was given up at any time."""
        place = row_of_phone(self.session, uuid.UUID(row))
        return place is not None and place.pk in self.has_left

    def finish(self):
        """The register is open, all phones have a line, the office puts every second back who had
        left, and a trainer takes in what lies aside; what is about the others is put away."""
        if self.is_closed:
            reopen_register(self.session, "The last phones come", by=self.user)
        for phone in self.phones:
            if self.waiting[phone]:
                self.taken(phone, self.waiting[phone], phone.hand_in(*self.waiting[phone]))
        for place in [each for each in self.everybody() if each.status in GONE][1::2]:
            enroll(self.session.run, place.person, by=self.user)
        for event in QuarantinedEvent.objects.filter(state="open").order_by("pk"):
            self.decide(event)
        for phone in self.phones:
            phone.look(self.session)

    def decide(self, event):
        try:
            accept_event(event, "It was tapped", by=self.user)
        except Refused as no:
            assert no.code == "unknown_row"
            set_aside(event, "She had given the place up", by=self.user)


def of(places):
    return {place.person_id for place in places}
