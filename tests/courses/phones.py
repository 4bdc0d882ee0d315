"""A trainer's phone in a test: taps as its script makes them, handed in over the real address."""

import json
import uuid
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone


class Phone:
    """One phone of a user. `rows` is what the server told it last, by session and row."""

    def __init__(self, user):
        self.client = Client()
        self.client.force_login(user)
        self.known = self.client.post(reverse("courses:offline_device")).json()
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

    def hand_in(self, *events, **more):
        """The results, after taking in what the server told."""
        answer = self.send(*events, **more).json()
        for session, register in answer["registers"].items():
            self.rows[session] = register["rows"]
        return answer["results"]

    def codes(self, *events):
        return [result["code"] or result["status"] for result in self.hand_in(*events)]
