"""A trainer's phone in a test: taps as its script makes them, handed in over the real address."""

import json
import uuid
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.actions.devices import clock_offset, make_known
from courses.actions.syncing import take_taps
from courses.queries.offline import state_of
from courses.rules.taps import cleaned


class Phone:
    """One phone of a user. `rows` is what the server told it last, by session and row."""

    def __init__(self, user):
        self.user = user
        self.forget()
        self.sign_in()

    def sign_in(self):
        self.client = Client()
        self.client.force_login(self.user)
        self.known = self.client.post(reverse("courses:offline_device")).json()

    def forget(self):
        """As on its first day."""
        self.rows: dict[str, dict] = {}
        self.own: dict[tuple[str, str], list[str]] = {}
        self.sequence = 0
        self.behind = timedelta(0)

    @property
    def proof(self):
        return f"{self.known['device']}.{self.known['secret']}"

    def tap(self, session, row, presence="present", **more):
        """A tap that supersedes what this phone was told and its own ones before."""
        self.sequence += 1
        key = (str(session.uuid), str(getattr(row, "uuid", row)))
        told = self.rows.get(key[0], {}).get(key[1], {})
        own = self.own.setdefault(key, [])
        event = {
            "event": str(uuid.uuid4()),
            "kind": "mark",
            "session": key[0],
            "row": key[1],
            "presence": presence,
            "minutes": 0,
            "reason": "",
            "supersedes": [*told.get("heads", []), *own],
            "corrects": bool(told.get("presence")),
            "tapped_at": (timezone.now() - self.behind).isoformat(),
            "sequence": self.sequence,
            "source": "register",
        } | more
        own.append(event["event"])
        return event

    def newcomer(self, session, row=None, **person):
        told = {"name_km": "", "name_latin": "", "sex": "female", "role": "worker"}
        told |= {"organization": "host", "organization_words": "", "known": None} | person
        return self.tap(session, row or uuid.uuid4(), kind="walk_in", person=told)

    def send(self, *events, unsent=0, **headers):
        return self.client.post(
            reverse("courses:offline_sync"),
            json.dumps(
                {
                    "sent_at": (timezone.now() - self.behind).isoformat(),
                    "unsent": unsent,
                    "events": events,
                }
            ),
            content_type="application/json",
            headers={"X-Sala-Device": self.proof} | headers,
        )

    def answer(self, *events, **more):
        return self.send(*events, **more).json()

    def hand_in(self, *events, **more):
        """The results, after taking in what the server told."""
        answer = self.answer(*events, **more)
        for session, register in answer["registers"].items():
            self.rows[session] = register["rows"]
        return answer["results"]

    def codes(self, *events):
        return [result["code"] or result["status"] for result in self.hand_in(*events)]


class NearPhone(Phone):
    """Hands in to the action itself, with what the view reads from a body, and no request."""

    def sign_in(self):
        self.device, _secret = make_known(self.user, "Near")
        self.sessions = {}

    def tap(self, session, row, presence="present", **more):
        self.sessions[str(session.uuid)] = session
        return super().tap(session, row, presence, **more)

    def answer(self, *events):
        taps = cleaned(json.loads(json.dumps(events)))
        now = timezone.now()
        offset = clock_offset(now, now - self.behind)
        results = take_taps(self.device, taps, clock_offset=offset, by=self.user)
        return {"results": [vars(each) | {"event": str(each.event)} for each in results]}

    def hand_in(self, *events):
        results = self.answer(*events)["results"]
        for session in {tap["session"] for tap in events}:
            self.look(self.sessions[session])
        return results

    def look(self, session):
        """What the server tells of a register to whoever asks."""
        self.rows[str(session.uuid)] = state_of(session, self.device)["rows"]
