"""R32: certificates issued and publicly checked, beside the figures of reach."""

from datetime import date, timedelta

import pytest

from certificates.actions.certificates import issue_certificate
from certificates.models import Certificate, CheckCount
from certificates.queries.reach_figures import issued, verified
from courses.models import ReportTemplate
from courses.queries.figures import all_indicators, figures
from courses.queries.reach import reach
from courses.queries.report_plans import plan_for
from courses.rules.reach import Filters, NotCounted
from tests.certificates.factories import met_completion
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 3)
PERIOD = (date(2026, 1, 1), date(2026, 12, 31))


def asked(area=None, **only):
    narrowed = {name: frozenset([value]) for name, value in only.items()}
    return Filters(*PERIOD, narrowed, area)


@pytest.fixture
def papers(db):
    """Two in the period, of two runs; one withdrawn, one of the year before."""
    found = [issue_certificate(met_completion(), by=None) for _ in range(4)]
    Certificate.objects.update(issued_on=TODAY)
    Certificate.objects.filter(pk=found[2].pk).update(status="revoked", status_on=TODAY)
    Certificate.objects.filter(pk=found[3].pk).update(issued_on=TODAY - timedelta(days=365))
    return found


def test_valid_ones_of_the_period_count(papers):
    assert issued(asked()) == 2
    assert issued(Filters(TODAY, TODAY)) == 2
    assert issued(Filters(TODAY + timedelta(days=1), PERIOD[1])) == 0


def test_filters_narrow_and_count_each_once(papers):
    enrollment = papers[0].enrollment
    course = enrollment.run.course
    topics = [TopicFactory(), TopicFactory()]
    course.topics.set(topics)
    both = Filters(*PERIOD, {"topic": frozenset(each.pk for each in topics)})

    expected = Certificate.objects.filter(status="valid", issued_on=TODAY, course=course).count()
    assert issued(both) == issued(asked(course=course.pk)) == expected > 0
    assert issued(asked(run=enrollment.run_id)) >= 1
    with pytest.raises(NotCounted):
        issued(asked(month=TODAY.replace(day=1)))


def test_provincial_staff_count_those_of_runs_there(papers):
    province = papers[0].enrollment.run.province_id
    assert issued(asked(area=frozenset([province]))) == 2
    assert issued(asked(area=frozenset(["22"]))) == 0


def test_public_checks_are_told_of_everything_alone(db):
    for day, answer, count in ((TODAY, "valid", 3), (TODAY, "revoked", 2), (TODAY, "unknown", 9)):
        CheckCount.objects.create(day=day, answer=answer, count=count)
    CheckCount.objects.create(day=date(2025, 1, 1), answer="valid", count=5)

    assert verified(asked()) == 3
    for narrowed in (asked(course=1), asked(area=frozenset(["05"]))):
        with pytest.raises(NotCounted):
            verified(narrowed)


def test_they_are_among_the_figures_of_reports(papers):
    assert {"R32", "R32V"} < set(all_indicators())
    with figures(asked()) as found:
        told = {each.code: value for each, _currency, value in found.every()}
    assert (told["R32"], told["R32V"]) == (2, 0)

    template = ReportTemplate.objects.create(name="Donor", title_en="Donor")
    template.figures.create(indicator="R32")
    template.save()
    report = reach(asked(), plan_for(asked(), template))
    assert [(each.code, value) for each, _currency, value in report.figures] == [("R32", 2)]
