"""The shares beside the women's: in words on the page, with their counts in the files."""

from datetime import UTC, date, datetime

import pytest

from courses.admin.reach_rates import rates
from courses.models import SessionEvidence
from courses.queries.reach import Report, reach
from courses.rules.no_shows import Figures
from courses.rules.reach import Filters
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
URL = "/admin/training/reach/?start=2025-01-01&end=2025-06-30"
FILTERS = Filters(date(2025, 1, 1), date(2025, 6, 30))


@pytest.fixture
def run():
    """Four with a seat, of whom one never came; one walk-in; led by somebody of a foreign body."""
    run = CourseRunFactory(starts_on=date(2025, 3, 3))
    foreign = OrganizationFactory(is_national=False)
    run.run_trainers.create(person=PersonFactory(), is_lead=True, organization=foreign)
    session = SessionFactory(run=run, status="held")
    seat = datetime(2025, 1, 1, tzinfo=UTC)
    places = [EnrollmentFactory(run=run, confirmed_at=seat) for _ in range(4)]
    for place in [*places[1:], EnrollmentFactory(run=run, source="walk_in")]:
        AttendanceFactory(session=session, enrollment=place)
    return run


def page(client):
    return " ".join(client.get(URL).content.decode().split())


def test_every_share_says_of_how_many_it_is(staff, run):
    text = page(staff)

    assert "<b>25 %</b> No-show rate" in text
    assert "1 of 4 seats were kept for people who never came." in text
    assert "<b>25 %</b> Walk-in share" in text
    assert "1 of 4 people who came were not on the list." in text
    assert "<b>0 %</b> National delivery share" in text
    assert "0 of 4 participations were led by national organizations." in text
    assert "Definition R12, version 1" in text


def test_who_led_is_told_as_unknown_and_stays_among_all(run):
    run.run_trainers.update(organization=None)

    led = rates(reach(FILTERS), "en")[-1]

    assert (led.share, led.told[1]) == (
        0,
        "Of 4 we do not know who led; they stay among all.",
    )


def test_seats_given_up_late_are_told_beside_the_no_shows(run):
    report = reach(FILTERS)
    late = Figures(confirmed=1, no_shows=1, late_withdrawals=2)

    told = rates(Report(**{**vars(report), "seats": late}), "en")[0].told

    assert told == [
        "1 of 1 seat was kept for somebody who never came.",
        "2 more were given up in the last two days before the beginning.",
    ]


def test_a_period_in_which_no_run_began_has_no_share(staff):
    assert rates(reach(FILTERS), "en") == []
    assert 'id="sala-reach-rates"' not in page(staff)


def test_what_was_passed_on_says_for_how_much_of_it_a_file_is_kept(staff, run):
    for hour, heads, kind in ((9, 30, "photo"), (10, 12, None), (11, 5, "sheet")):
        session = SessionFactory(
            run=run, hour=hour, status="held", recording="headcount", cascade_of=EnrollmentFactory()
        )
        session.headcounts.create(role="worker", women=heads)
        if kind:
            SessionEvidence.objects.create(
                session=session, kind=kind, size=1, sha256=kind, uploaded_at=session.ends_at
            )

    text = page(staff)

    assert "<b>47</b> Passed on by certified trainers" in text
    assert "For 35 of them a photo or a signed sheet is kept." in text
