"""Words for progress, in both languages."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

from django.utils import translation

from courses.models import Course, CourseRun
from courses.queries.learning import Standing
from courses.queries.offers import Offer
from courses.rules.completion import Rule
from courses.rules.progress import HalfDay, Outlook, outlook
from courses.templatetags import courses_progress as words

FRIDAY = datetime(2026, 12, 11, 13, 30)


def half_day(days=0, presence="", is_over=False, planned=180):
    starts = FRIDAY + timedelta(days=days)
    return HalfDay(
        starts=starts,
        ends=starts + timedelta(minutes=planned),
        planned=planned,
        credited=planned if presence == "present" else 0,
        presence=presence,
        is_over=is_over,
    )


def standing(found, missing=(), met_on=None, certificate=True, **values):
    run = CourseRun(course=Course(gives_certificate=certificate), **values)
    return Standing(run, "enrolled", (), found, tuple(missing), met_on)


def told(*args, **values):
    return words.still_needed(standing(*args, **values))


def test_a_half_day_has_a_date_and_a_part_of_the_day():
    assert words.half_day(half_day()) == "Friday 11 December, afternoon"
    assert words.part_of_day(half_day()) == "afternoon"
    assert words.slot_lines([half_day(presence="absent"), half_day(1)]) == [
        {"day": FRIDAY, "words": "afternoon, missed", "is_gap": True},
        {"day": FRIDAY + timedelta(days=1), "words": "afternoon, to come", "is_gap": True},
    ]


def test_words_in_a_row():
    assert [words.in_a_row(row) for row in ([], ["a"], ["a", "b"], ["a", "b", "c", "d"])] == [
        "", "a", "a and b", "a, b, c and d",
    ]  # fmt: skip


def test_times_of_day_are_told_once():
    days = [half_day(), half_day(1), half_day(2, planned=60)]
    assert words.clock_times(days) == "13:30–16:30 and 13:30–14:30"


def test_the_days_of_a_run_are_dates_or_a_span():
    run = SimpleNamespace(starts_on=date(2026, 12, 11), ends_on=date(2026, 12, 13))
    assert words.run_days(run, [half_day(), half_day(1)]) == "Friday 11 and Saturday 12 December"
    assert words.run_days(run) == "11 to 13 December 2026"
    assert words.run_days(SimpleNamespace(starts_on=None, ends_on=None)) == ""


def offer(**values):
    usual = {"capacity": 25, "taken": 22, "policy": "open"}
    names = ("run_id", "uuid", "starts_on", "ends_on", "place", "province", "spoken")
    return Offer(**dict.fromkeys(names), **usual | values)


def test_seats_are_told_in_words():
    assert words.seats(offer()) == "3 of 25 seats free"
    assert words.seats(offer(), True) == "3 seats free"
    assert words.seats(offer(taken=24), True) == "1 seat free"
    assert words.seats(offer(taken=30)) == "full, with a waiting list"
    assert words.seats(offer(policy="invitation")) == "by invitation"


def test_hours_are_told_of_all_hours():
    assert words.how_far(Outlook(540, 720)) == "9 of 12 hours."
    assert words.how_far(Outlook(525, 720)) == "8 hours 45 minutes of 12 hours."


def test_the_last_half_day_is_named_and_then_the_certificate_is_ready():
    days = (half_day(-2, "present", True), half_day(-1, "present", True), half_day())
    found = outlook(Rule(min_attendance_percent=80), days)
    assert told(found) == [
        "You still need Friday 11 December, afternoon.",
        "Then your certificate is ready.",
    ]
    assert len(told(found, certificate=False)) == 1


def test_many_half_days_are_counted():
    found = outlook(Rule(min_attendance_percent=100), tuple(half_day(n) for n in range(4)))
    assert told(found)[0] == (
        "You still need all 4 half-days that are left; the next is Friday 11 December, afternoon."
    )


def test_a_choice_names_the_amount_and_the_next():
    days = tuple(half_day(n) for n in range(3))
    assert told(outlook(Rule(min_attendance_percent=50), days))[:2] == [
        "You still need 4½ hours.",
        "The next half-day is Friday 11 December, afternoon.",
    ]
    assert told(outlook(Rule(min_sessions=2), days))[0] == "You still need 2 half-days."


def test_half_days_without_marks_are_the_trainers_turn():
    found = outlook(Rule(min_attendance_percent=80), (half_day(is_over=True),))
    assert told(found)[0] == "The trainer has not marked every half-day yet."


def test_what_was_missed_is_named_with_what_to_do():
    days = (half_day(-1, "absent", True), half_day(0, "present", True))
    assert told(outlook(Rule(min_attendance_percent=80), days)) == [
        "You missed Thursday 10 December, afternoon.",
        "You still need 1 hour 48 minutes.",
        "Ask your trainer how to make up for it, or choose another date.",
    ]
    many = tuple(half_day(-n, "absent", True) for n in range(4))
    assert told(outlook(Rule(min_attendance_percent=80), many))[0] == "You missed 4 half-days."
    late = Outlook(100, 180, short_minutes=44)
    assert told(late)[0] == "You still need 44 minutes."


def test_lessons_questions_and_the_task_are_missing_too():
    missing = [
        {"code": "lessons", "have": 1, "need": 3},
        {"code": "quizzes", "have": 0, "need": 1},
        {"code": "task", "have": 0, "need": 1},
    ]
    done = Outlook(720, 720)
    assert told(done, missing, min_quiz_percent=80, task_en="An action plan") == [
        "You still need to read 2 lessons.",
        "You still need 80\xa0% in the questions of 1 lesson.",
        "Your task is still open: An action plan.",
        "Then your certificate is ready.",
    ]
    assert told(done, missing[2:])[0] == "Your task is still open."


def test_the_test_at_the_end_is_missing_or_too_low():
    done, then = Outlook(720, 720), "Then your certificate is ready."
    assert told(done, [{"code": "test", "have": 0, "need": 60}]) == [
        "You still need 60\xa0% in the test at the end.",
        then,
    ]
    assert told(done, [{"code": "test_result", "have": 55, "need": 60}]) == [
        "You have 55\xa0% in the test at the end and need 60\xa0%.",
        then,
    ]


def test_nothing_missing_says_nothing_and_completion_its_day():
    assert told(Outlook(720, 720)) == []
    assert told(Outlook(720, 720), met_on=date(2026, 12, 11)) == [
        "You completed this course on Friday 11 December 2026."
    ]


def test_khmer_sentences_have_khmer_dates_and_digits():
    with translation.override("km"):
        assert "១១" in words.half_day(half_day())
        assert "៩" in words.how_far(Outlook(540, 720))
