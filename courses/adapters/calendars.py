"""Calendar files (RFC 5545) from plain values: invitations, updates, cancellations and feeds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vCalAddress

PRODUCT = "-//Sala//Training//EN"
FEED_EVERY = timedelta(hours=4)


@dataclass(frozen=True)
class Entry:
    """One session, or something to do. `uid` stays; of two entries with one uid the higher
    `sequence` counts. `rings` when it begins."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    title: str
    changed: datetime
    place: str = ""
    description: str = ""
    url: str = ""
    is_cancelled: bool = False
    rings: bool = False


@dataclass(frozen=True)
class Invitation:
    """Who invites whom, for a calendar object that goes by e-mail."""

    organizer: str
    organizer_name: str
    attendee: str


def published(entries: Iterable[Entry], *, zone: str, name: str = "") -> bytes:
    """Many sessions in one file, to keep or to subscribe to."""
    calendar = _calendar("PUBLISH", zone)
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", FEED_EVERY, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, zone))
    return calendar.to_ical()


def invitation(entry: Entry, to: Invitation, *, zone: str) -> bytes:
    """One session as a mail program takes it: REQUEST, or CANCEL for a cancelled one. A newer one
    takes the place of the earlier one."""
    calendar = _calendar("CANCEL" if entry.is_cancelled else "REQUEST", zone)
    event = _event(entry, zone)
    organizer = vCalAddress(f"mailto:{to.organizer}")
    organizer.params["CN"] = to.organizer_name
    event.add("organizer", organizer)
    attendee = vCalAddress(f"mailto:{to.attendee}")
    attendee.params["PARTSTAT"] = "ACCEPTED"
    attendee.params["RSVP"] = "FALSE"
    event.add("attendee", attendee)
    calendar.add_component(event)
    return calendar.to_ical()


def _calendar(method: str, zone: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    timezone = Timezone.from_tzinfo(ZoneInfo(zone), zone)
    timezone.pop("COMMENT", None)
    calendar.add_component(timezone)
    return calendar


def _event(entry: Entry, zone: str) -> Event:
    local = ZoneInfo(zone)
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed.astimezone(UTC))
    event.add("dtstart", entry.starts.astimezone(local))
    event.add("dtend", entry.ends.astimezone(local))
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    for name in ("location", "description", "url"):
        value = entry.place if name == "location" else getattr(entry, name)
        if value:
            event.add(name, value)
    if entry.rings:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(0))
    return alarm
