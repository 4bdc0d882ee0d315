"""Random histories of several phones on one register, with lost answers, old copies sent again and
wrong clocks. The server is the real one, over its real address."""

import uuid
from datetime import timedelta

from django.urls import reverse

from courses.models import Attendance, AttendanceEvent, QuarantinedEvent
from courses.queries.chain import broken_registers
from courses.rules.convergence import STRENGTH, Said, standing
from tests.courses.phones import Phone

ACTS = ("mark", "mark", "mark", "default", "walk_in", "send", "send", "lose", "again", "form")


class Story:
    """Some phones, one session, and what must be true of them at the end."""

    def __init__(self, rng, user, session, places, phones):
        self.rng, self.user, self.session, self.places = rng, user, session, places
        self.phones = [Phone(user) for _each in range(phones)]
        self.waiting = {phone: [] for phone in self.phones}
        self.tapped: dict[str, dict] = {}
        self.sent: list[tuple[Phone, dict]] = []
        self.own = {phone: [str(place.uuid) for place in places] for phone in self.phones}

    def step(self):
        phone = self.rng.choice(self.phones)
        getattr(self, self.rng.choice(ACTS))(phone)

    def keep(self, phone, tap):
        self.tapped[tap["event"]] = tap
        self.waiting[phone].append(tap)

    def rows(self, phone):
        """The lines that a phone shows: the list, its own walk-ins, and those it was told."""
        told = phone.rows.get(str(self.session.uuid), {})
        return list(dict.fromkeys([*self.own[phone], *told]))

    def mark(self, phone):
        row = self.rng.choice(self.rows(phone))
        presence = self.rng.choice(STRENGTH)
        minutes = self.rng.randint(0, 3) * 10
        self.keep(phone, phone.tap(self.session, row, presence, minutes=minutes))

    def default(self, phone):
        told = phone.rows.get(str(self.session.uuid), {})
        for row in self.rows(phone):
            if not told.get(row, {}).get("presence"):
                self.keep(
                    phone, phone.tap(self.session, row, "absent", kind="default", corrects=False)
                )

    def walk_in(self, phone):
        if len(self.own[phone]) > len(self.places) + 1:
            return
        tap = phone.newcomer(self.session, name_latin=f"Kong {uuid.uuid4().hex[:4]}")
        self.own[phone].append(tap["row"])
        self.keep(phone, tap)

    def send(self, phone):
        phone.behind = timedelta(seconds=self.rng.randint(-90_000, 90_000))
        batch = self.waiting[phone][: self.rng.randint(1, 20)]
        if batch:
            self.taken(phone, batch, phone.hand_in(*batch))

    def taken(self, phone, batch, results):
        assert [result["event"] for result in results] == [tap["event"] for tap in batch]
        done = {result["event"] for result in results}
        self.waiting[phone] = [tap for tap in self.waiting[phone] if tap["event"] not in done]
        self.sent += [(phone, tap) for tap in batch]

    def lose(self, phone):
        """The server takes the batch, and the phone crashes before it hears so."""
        batch = self.waiting[phone][:10]
        if batch:
            phone.send(*batch)

    def again(self, phone):
        """An old copy arrives late, in another order."""
        theirs = [tap for owner, tap in self.sent if owner is phone]
        if theirs:
            phone.hand_in(*self.rng.sample(theirs, min(3, len(theirs))))

    def form(self, phone):
        """Somebody saves the page without its script."""
        place = self.rng.choice(self.places)
        presence = self.rng.choice(STRENGTH)
        url = reverse("courses:register", args=[self.session.uuid])
        phone.client.post(url, {f"m-{place.pk}": presence, f"s-{place.pk}": "1"})

    def finish(self):
        for _round in range(2):
            for phone in self.phones:
                while self.waiting[phone]:
                    batch = self.waiting[phone][:200]
                    self.taken(phone, batch, phone.hand_in(*batch))
        for phone in self.phones:
            phone.hand_in(phone.tap(self.session, uuid.uuid4()))

    def check(self):
        """Nothing is lost or doubled, every mark follows from the events, and the chain holds."""
        events = list(AttendanceEvent.objects.filter(session=self.session))
        ids = [str(event.uuid) for event in events]
        assert QuarantinedEvent.objects.count() == len(self.phones)
        assert len(ids) == len(set(ids))
        assert set(self.tapped) <= set(ids)
        assert {event for event in ids if event not in self.tapped} == {
            str(event.uuid) for event in events if event.device_id is None
        }
        said = {}
        for event in sorted(events, key=lambda event: event.digest):
            said.setdefault(event.enrollment_id, []).append(
                Said(
                    str(event.uuid),
                    event.kind,
                    event.presence,
                    event.minutes_missed,
                    event.reason,
                    frozenset(event.supersedes),
                    event.corrects,
                )
            )
        marks = {
            mark.enrollment_id: mark for mark in Attendance.objects.filter(session=self.session)
        }
        assert marks.keys() == said.keys()
        for place, mark in marks.items():
            found = standing(said[place])
            assert (found.presence, found.minutes, list(found.heads), found.is_disputed) == (
                mark.presence,
                mark.minutes_missed,
                mark.heads,
                mark.is_disputed,
            )
        assert list(broken_registers()) == []
        self.check_phones({str(mark.enrollment.uuid): mark for mark in marks.values()})

    def check_phones(self, marks):
        """All phones were told the same, and every dispute is told to all of them."""
        states = []
        for phone in self.phones:
            told = phone.rows.get(str(self.session.uuid), {})
            states.append({row: (each["presence"], each["disputed"]) for row, each in told.items()})
        assert all(state == states[0] for state in states)
        for row, mark in marks.items():
            assert states[0][row] == (mark.presence, mark.is_disputed)
