"""A run's plan in words, and the mark that tells whether it changed."""

from datetime import UTC, datetime, timedelta, timezone

from courses.rules.plans import Slot, dates_of, fingerprint, schedule_of, times_of

PHNOM_PENH = timezone(timedelta(hours=7))


def slot(day, begin, end):
    return Slot(datetime(2026, 12, day, begin), datetime(2026, 12, day, end))


TWO_DAYS = [slot(1, 8, 11), slot(1, 13, 16), slot(2, 8, 11), slot(2, 13, 16)]


def test_two_days_with_the_same_hours():
    assert dates_of(TWO_DAYS, "en") == "Tuesday 1 and Wednesday 2 December"
    assert times_of(TWO_DAYS, "en") == "08:00–11:00, 13:00–16:00"
    assert schedule_of(TWO_DAYS, "en") == (
        "Tuesday 1 December, 08:00–11:00, 13:00–16:00\n"
        "Wednesday 2 December, 08:00–11:00, 13:00–16:00"
    )


def test_khmer_plans_have_khmer_words_and_digits():
    assert schedule_of(TWO_DAYS[:1], "km") == "ថ្ងៃអង្គារ ទី១ ខែធ្នូ ម៉ោង ០៨:០០–១១:០០"


def test_many_days_are_a_span():
    many = [slot(day, 8, 11) for day in range(1, 15)]
    assert schedule_of(many, "en") == "1 to 14 December 2026, 08:00–11:00"


def test_the_mark_follows_venue_and_times_only():
    begin = datetime(2026, 12, 1, 1, tzinfo=UTC)
    times = [(begin, begin + timedelta(hours=3), None)]
    same = [(each[0].astimezone(PHNOM_PENH), each[1], None) for each in times]
    assert fingerprint(7, times) == fingerprint(7, same)
    others = {
        fingerprint(8, times),
        fingerprint(None, times),
        fingerprint(7, []),
        fingerprint(7, [(begin, begin + timedelta(hours=4), None)]),
        fingerprint(7, [(*times[0][:2], 9)]),
    }
    assert len(others | {fingerprint(7, times)}) == 6
