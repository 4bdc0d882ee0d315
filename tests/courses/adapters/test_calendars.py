"""Calendar files, read back and looked at line by line."""

from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from courses.adapters.calendars import Entry, Invitation, invitation, published

ZONE = "Asia/Phnom_Penh"
HERE = ZoneInfo(ZONE)
TITLE = "គណៈកម្មការសុវត្ថិភាព, ក្រុមទី១; «សុខភាព និងសុវត្ថិភាពការងារ» " * 2
ENTRY = Entry(
    uid="0b1c@sala",
    sequence=3,
    starts=datetime(2026, 12, 1, 8, tzinfo=HERE),
    ends=datetime(2026, 12, 1, 11, tzinfo=HERE),
    title=TITLE.strip(),
    changed=datetime(2026, 11, 28, 9, tzinfo=HERE),
    place="សាលប្រជុំ, រោងចក្រ",
    description="RUN-1\nTwo lines, with a comma",
)
TO = Invitation("sala@example.org", "Sala; បណ្តុះបណ្តាល", "sreymom@example.org")


def parsed(data):
    (calendar,) = Calendar.from_ical(data, multiple=True)
    return calendar, calendar.walk("VEVENT")


def test_what_is_written_is_read_back():
    calendar, (event,) = parsed(published([ENTRY], zone=ZONE, name="Sala"))
    assert (calendar["method"], calendar["version"], str(calendar["x-wr-calname"])) == (
        "PUBLISH",
        "2.0",
        "Sala",
    )
    assert (str(event["summary"]), str(event["location"]), str(event["description"])) == (
        ENTRY.title,
        ENTRY.place,
        ENTRY.description,
    )
    assert (event["uid"], event["sequence"], event["status"]) == ("0b1c@sala", 3, "CONFIRMED")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (ENTRY.starts, ENTRY.ends)
    assert event["dtstart"].params["TZID"] == ZONE


def test_the_time_zone_of_cambodia_comes_along():
    calendar, _events = parsed(published([ENTRY], zone=ZONE))
    (zone,) = calendar.walk("VTIMEZONE")
    (standard,) = zone.walk("STANDARD")
    assert (zone["tzid"], standard["tzoffsetto"].to_ical()) == (ZONE, "+0700")


def test_lines_are_folded_within_75_bytes_between_letters_and_end_as_the_standard_says():
    data = published([ENTRY], zone=ZONE)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(line.decode("utf-8") is not None for line in lines)
    assert any(line.startswith(b" ") for line in lines)


def test_an_update_has_the_same_name_and_a_higher_number_than_the_invitation():
    calendar, (event,) = parsed(invitation(ENTRY, TO, zone=ZONE))
    assert calendar["method"] == "REQUEST"
    assert (event["uid"], event["sequence"]) == ("0b1c@sala", 3)
    assert str(event["organizer"]) == "mailto:sala@example.org"
    assert event["organizer"].params["CN"] == TO.organizer_name
    assert str(event["attendee"]) == "mailto:sreymom@example.org"


def test_a_cancelled_session_is_taken_back():
    off = Entry(**{**vars(ENTRY), "is_cancelled": True, "sequence": 4})
    calendar, (event,) = parsed(invitation(off, TO, zone=ZONE))
    assert (calendar["method"], event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 4)


def test_hostile_words_stay_words():
    evil = Entry(**{**vars(ENTRY), "title": "x\r\nATTENDEE:mailto:evil@example.org\r\nEND:VEVENT"})
    _calendar, (event,) = parsed(published([evil], zone=ZONE))
    assert "attendee" not in event
    assert "evil@example.org" in str(event["summary"])
