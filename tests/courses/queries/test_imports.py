import io

import pytest

from courses.actions.imports import preview_participant_list
from courses.models import Employment, PersonPhone
from courses.queries.imports import plan_of
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


def batch_of(run, by, rows):
    data = xlsx({"A": [["Name", "Sex", "Emp. No.", "Phone", "Year of birth"], *rows]})
    return preview_participant_list(
        run, io.BytesIO(data), filename="list.xlsx", works_at_host=True, by=by
    )


def test_a_plan_says_what_becomes_of_each_row(trainer_user):
    run = CourseRunFactory(capacity=2)
    here = PersonFactory(name_km="", family_name_latin="Sok", given_name_latin="Dara")
    EnrollmentFactory(run=run, person=here, employer=run.host)
    colleague = PersonFactory(
        name_km="", family_name_latin="Ly", given_name_latin="Nary", birth_year=1994
    )
    Employment.objects.create(person=colleague, organization=run.host)
    rows = [
        ["Sok Dara", "F", None, None, None],
        ["Ly Nary", "F", None, None, 1994],
        ["Chan Theary", "F", None, None, None],
        ["123", "F", None, None, None],
    ]
    plan = plan_of(batch_of(run, trainer_user, rows))
    assert [(planned.outcome, planned.person_id) for planned in plan.rows] == [
        ("already", here.pk),
        ("known", colleague.pk),
        ("new", None),
        ("left_out", None),
    ]
    assert (plan.coming, plan.seats_free, plan.waiting) == (2, 1, 1)


@pytest.mark.parametrize("count", [1, 30])
def test_a_plan_costs_the_same_for_one_row_and_for_thirty(
    trainer_user, django_assert_num_queries, count
):
    run = CourseRunFactory()
    rows = []
    for number in range(count):
        person = PersonFactory(name_km="", given_name_latin=f"Dara{number}")
        PersonPhone.objects.create(person=person, raw="1", e164=f"+855123456{number:02}")
        EnrollmentFactory(run=run)
        rows.append([f"Chan Dara{number}", "F", str(number), f"0123456{number:02}", 1990])
    batch = batch_of(run, trainer_user, rows)
    with django_assert_num_queries(10):
        plan_of(batch)
