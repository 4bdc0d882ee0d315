"""The lines and sums of a yearly statement."""

from datetime import date

from certificates.rules.years import MOST_LINES, Part, lines_of, year_facts


def part(course="TUCG", first=(5, 5), last=None, minutes=180, completed=0):
    days = (date(2026, *first), date(2026, *(last or first)))
    return Part(course, f"វគ្គ {course}", f"Course {course}", *days, minutes, completed)


def test_a_year_is_told_in_both_languages():
    parts = [part("OSH", (6, 2), (6, 4), 930, 1), part("TUCG", (1, 14))]

    told = year_facts(2026, parts, date(2026, 11, 21), ("", ""))

    assert told["title_en"] == "Yearly Training Statement 2026"
    assert told["title_km"].endswith("២០២៦")
    assert (told["first_day"], told["last_day"]) == ("2026-01-01", "2026-11-21")
    assert told["facts_en"] == "Training attended, 1 January to 21 November 2026"
    assert (told["minutes"], told["sessions"]) == (1110, 2)
    assert [(row["when_en"], row["course_en"], row["hours_en"], row["outcome_en"]) for row in
            told["rows"]] == [
        ("14 January 2026", "Course TUCG", "3", "Attended"),
        ("2–4 June 2026", "Course OSH", "15.5", "Completed"),
    ]  # fmt: skip
    assert told["rows"][1]["when_km"] == "២–៤ មិថុនា ២០២៦"
    assert told["rows"][1]["hours_km"] == "១៥,៥"
    assert (told["sum_en"], told["made_en"], told["total_en"]) == (
        "18.5", "1 completed", "Total: 2 courses and meetings",
    )  # fmt: skip


def test_of_one_course_its_title_is_told():
    told = year_facts(2026, [part()], date(2026, 12, 31), ("ក្រុមទំនាក់ទំនង", "Contact group"))

    assert told["course_en"] == "Contact group, 2026"
    assert told["course_km"] == "ក្រុមទំនាក់ទំនង ឆ្នាំ២០២៦"
    assert (told["total_en"], told["made_en"]) == ("Total: 1 course or meeting", "–")


def test_a_run_over_two_months_names_the_months():
    (row,) = year_facts(2026, [part(last=(6, 2))], date(2026, 12, 31), ("", ""))["rows"]

    assert (row["when_en"], row["when_km"]) == ("May–June 2026", "ឧសភា–មិថុនា ២០២៦")


def test_what_the_page_would_not_hold_is_told_by_course_and_sums_stay():
    parts = [part("A", (month, 1), completed=month % 2) for month in range(1, 13)]
    parts.append(part("B", (3, 3)))

    assert len(parts) > MOST_LINES
    assert [(each.course, each.runs, each.minutes, each.completed) for each in lines_of(parts)] == [
        ("A", 12, 2160, 6),
        ("B", 1, 180, 0),
    ]
    told = year_facts(2026, parts, date(2026, 12, 31), ("", ""))
    assert told["rows"][0]["course_en"] == "Course A (12 times)"
    assert told["rows"][0]["outcome_en"] == "6 completed"
    assert (told["sessions"], told["sum_en"]) == (13, "39")
