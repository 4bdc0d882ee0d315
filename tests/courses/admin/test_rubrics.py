"""The rubric of a course in the admin: written beside the rule, or begun from a ready one."""

import pytest
from django.urls import reverse

from courses.models import Course
from courses.rules.starting_rubrics import starting_rubric
from tests.courses.admin.test_courses import values
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db


def sent(*criteria):
    """What the editor sends: of each criterion its id, words and levels in English."""
    found = {"task_rubric-count": str(len(criteria))}
    for number, (key, words, levels) in enumerate(criteria):
        at = f"task_rubric-{number}"
        found |= {f"{at}-deleted": "", f"{at}-order": str(number), f"{at}-id": key}
        found |= {f"{at}-type": "criterion", f"{at}-value-en": words, f"{at}-value-km": ""}
        found[f"{at}-value-levels-count"] = str(len(levels))
        for place, level in enumerate(levels):
            of = f"{at}-value-levels-{place}"
            found |= {f"{of}-deleted": "", f"{of}-order": str(place), f"{of}-id": ""}
            found |= {f"{of}-value-en": level, f"{of}-value-km": ""}
    return found


def test_a_course_is_given_a_rubric_and_its_criteria_keep_their_keys(staff):
    course = CourseFactory(code="TOT")
    task = {"needs_task": "on", "task_en": "A session", "task_kind": "practice"}
    rule = reverse("training_courses:rule", args=[course.pk])
    begin = reverse("training_courses:begin_rubric", args=[course.pk])

    assert begin in staff.get(reverse("training_courses:inspect", args=[course.pk])).text
    assert staff.post(begin, {"kind": "practice"})["Location"] == rule
    assert "data-w-block-data-value" in staff.get(rule).text
    changed = sent(("c2", "In the right order", ["No", "Yes"]), ("", "Is kind", ["No", "Yes"]))
    answer = staff.post(rule, task | {"task_pass_percent": ""} | changed)
    assert "Say which share of the points is enough." in answer.text
    task["task_pass_percent"] = "70"
    few = sent(("c2", "In the right order", ["No"]))
    assert "effect" not in staff.post(rule, task | few).context
    shown = staff.post(rule, task | changed)
    assert shown.text.index("In the right order") < shown.text.index("Is kind")
    again = sent(
        *(
            (each["key"], each["en"], [level["en"] for level in each["levels"]])
            for each in shown.context["form"].answers["task_rubric"]
        )
    )
    staff.post(rule, task | again | {"seen": shown.context["mark"]})

    course = Course.objects.get()
    first, second = course.task_rubric
    assert (first["key"], first["en"], course.task_pass_percent) == ("c2", "In the right order", 70)
    assert first["levels"] == [{"en": "No", "km": ""}, {"en": "Yes", "km": ""}]
    assert second["key"] not in ("", "c2")
    page = staff.get(reverse("training_courses:inspect", args=[course.pk])).text
    assert "Is kind" in page and begin not in page
    assert "has a rubric already" in staff.post(begin, {"kind": "practice"}).text


def test_what_is_not_sent_is_left_alone(staff):
    course = CourseFactory(code="TOT", task_rubric=starting_rubric("project"))

    edit = reverse("training_courses:edit", args=[course.pk])
    staff.post(edit, values(course.topics.get(), code="TOT", task_kind="other"))

    course.refresh_from_db()
    assert len(course.task_rubric) == 5
