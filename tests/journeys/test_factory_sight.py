"""The contact of a factory never learns what a worker did by her union: in lists, by search, in
files, by programs, in counts. Each way is tried with outcomes of the union and without them."""

import json
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import issue_certificate
from certificates.actions.yearly import issue_yearly_statement
from certificates.views.files import DownloadView
from courses.actions.nomination_taking import take_nominations
from courses.choices import Moment, RunStatus
from courses.models import Channel, Completion, Course, KnowledgeTest, RunTest, TakenTest
from courses.rules.starting_rubrics import starting_rubric
from tests.conftest import user_in
from tests.courses.views.test_nominees import come_in, url
from tests.doors import lesson_page, our_doors
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    InvitationFactory,
    NominationFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)
from tests.journeys.test_two_organizations import masked
from tests.test_admin_doors import DOORS as ADMIN_DOORS

pytestmark = pytest.mark.django_db
DOORS = our_doors()
OWN = [door for door in DOORS if door.view.policy == "invitation"]
HERS = {"name_km": "ម៉ៅ សុភក្រ្តា", "family_name_latin": "Mao", "given_name_latin": "Sopheaktra",
        "phone": "011222333", "birth_year": 1991}  # fmt: skip
#: What only an outcome of the union could bring onto a screen of the factory.
SECRETS = ("Sunrise Federation", "Bargaining together", "RUN-OF-THE-UNION", "Vichheka", "99 points")
QUERIES = ({}, {"q": "Vichheka"}, {"q": "RUN-OF-THE-UNION"}, {"q": "011222333"}, {"export": "csv"})


@pytest.fixture(scope="module")
def story(keep_rows):
    return keep_rows(make_story)


@pytest.fixture(scope="module")
def union(story):
    return story.union


def make_story():
    """A worker is named by her factory for one course, and everybody looks around. Then her union
    has a course of its own."""
    staff = user_in("Programme staff", username="staff")
    factory = OrganizationFactory(name_en="Lotus Thread")
    ours = InvitationFactory(organization=factory, seats=3, token="ours", run__host=factory)
    named = NominationFactory(invitation=ours, **HERS)
    take_nominations(ours, [named], by=staff)
    story = SimpleNamespace(ours=ours, named=named, staff=staff, lesson=lesson_page())
    story.contacts = {door: come_in(Client(), "ours") for door in OWN}
    story.screens = {door: screen_of(story, door) for door in OWN}
    story.pages = public_pages(story)
    story.union = union_course(story)
    return story


def screen_of(story, door):
    address = door.url(keys(story.ours, story.named))
    return masked(story.contacts[door].get(address).content.decode())


def public_pages(story):
    course = story.lesson.get_parent()
    pages = (course.get_parent(), course, story.lesson)
    return [masked(Client().get(page.url).content.decode()) for page in pages]


def union_course(story):
    """The same worker, and a colleague, attend and complete the course of the union, with marks,
    points and a certificate; the union also brings the colleague onto the run of the factory."""
    union = OrganizationFactory(name_en="Sunrise Federation", kind="federation", sector="")
    run = CourseRunFactory(
        code="RUN-OF-THE-UNION",
        host=union,
        is_listed=False,
        needs_task=True,
        task_rubric=starting_rubric("practice"),
    )
    Course.objects.filter(pk=run.course_id).update(
        title_en="Bargaining together", code="CBA-SECRET"
    )
    theirs = InvitationFactory(run=run, organization=union, channel=Channel.UNION, token="theirs")
    colleague = {"name_km": "", "family_name_latin": "Sim", "given_name_latin": "Vichheka"}
    rows = [NominationFactory(invitation=theirs, **each) for each in (HERS, colleague)]
    take_nominations(theirs, rows, by=story.staff)
    session = SessionFactory(run=run, status="held")
    papers = []
    for row in rows:
        row.refresh_from_db()
        AttendanceFactory(session=session, enrollment=row.enrollment, reason="99 points")
        completion = Completion.objects.create(
            enrollment=row.enrollment, is_met=True, met_on=session.day, credited_minutes=180
        )
        papers.append(issue_certificate(completion, by=None))
        score(row.enrollment)
        for course in (None, run.course):
            issue_yearly_statement(row.enrollment.person, session.day.year, course, by=None)
    run.status = RunStatus.CLOSED
    run.save()
    here = InvitationFactory(
        run=story.ours.run, organization=union, channel=Channel.UNION, token="here"
    )
    beside = NominationFactory(invitation=here, **colleague)
    take_nominations(here, [beside], by=story.staff)
    story.named.refresh_from_db()
    score(story.named.enrollment)
    assert rows[0].enrollment.person == story.named.enrollment.person, "one person in both courses"
    return SimpleNamespace(run=run, session=session, rows=rows, papers=papers, beside=beside)


def score(place):
    """Results of both tests of the run."""
    source, _ = KnowledgeTest.objects.get_or_create(course=place.run.course, title_en="99 points")
    RunTest.objects.get_or_create(run=place.run, source=source, title_en="99 points")
    for moment in Moment:
        TakenTest.objects.create(
            enrollment=place, moment=moment, form="A", way="paper", score=99, max_score=99,
            taken_at=timezone.now(),
        )  # fmt: skip
    place.task_marks.create(score=99, max_score=99, done_on=timezone.localdate(), note="99 points")


def keys(invitation, nomination):
    return {"invitation": invitation.uuid, "nomination": nomination.uuid}


@pytest.mark.parametrize("door", OWN, ids=str)
def test_lists_and_counts_are_the_same_with_the_outcomes_of_the_union_and_without(door, story):
    after = screen_of(story, door)
    assert after == story.screens[door]
    assert [secret for secret in SECRETS if secret in after] == []


def test_counts_on_the_own_list_are_of_the_own_people(story):
    page = come_in(Client(), "ours").get(url("nominate", story.ours))
    assert page.context["asked"].used == 1
    assert [each["row"] for each in page.context["nominees"]] == [story.named]
    assert [str(each["standing"]) for each in page.context["nominees"]] == ["Has a seat"]


def login():
    return UserFactory(username="hr-of-the-factory")


class Forgetful(Client):
    """Forgets what is to be said on the next page: refusals pile up where no page says them."""

    def request(self, **request):
        self.cookies.pop("messages", None)
        return super().request(**request)


def entered():
    """Whoever holds the link, alone and with the login of a participant at the same time."""
    yield come_in(Forgetful(), "ours")
    signed_in = Forgetful()
    signed_in.force_login(PersonFactory(user=login()).user)
    yield come_in(signed_in, "ours")


def every_address(story, union):
    """Each address of ours about the things of the union, with what the contact could know."""
    for door in DOORS:
        values = {
            **keys(union.rows[0].invitation, union.rows[0]),
            "uuid": union.session.uuid if "session" in door.view.policy else union.run.uuid,
            "enrollment": union.rows[0].enrollment.uuid,
            **dict.fromkeys(
                ("action", "attempt", "batch", "evidence", "file", "message", "round", "share"),
                union.run.uuid,
            ),
            **dict.fromkeys(("material", "reservation"), 1),
            "moment": Moment.PRE,
            "code": union.papers[0].code,
            "course": union.papers[0].course.code,
            "day": timezone.localdate().isoformat(),
            "year": union.session.day.year,
            "edition": 1,
            "series": union.papers[0].serial.rpartition("-")[0],
            "pk": story.lesson.pk,
            "ticket": "never-made",
            "token": "never-made",
        }
        if issubclass(door.view, DownloadView):
            values["uuid"] = union.papers[0].uuid
        yield door, door.url(values)


#: Whoever was given the code of a certificate may check it, and whoever was given the address of a
#: run may read where and when it is; nobody finds codes or addresses there, and no outcome.
BY_ADDRESS = {
    *("certificates:verify", "certificates:course", "certificates:year_of_course"),
    "courses:take_part",
}
#: Her own file, a mark of who reads on a phone, how the site stands on a home screen, and what
#: checks certificates without signal: the same for everybody.
DATA = {
    *("courses:my_record_file", "courses:lesson_events", "courses:manifest"),
    *("certificates:offline_list", "certificates:days"),
}
TOLD_BY_ADDRESS = {"Sunrise Federation", "Bargaining together"}


def test_no_address_search_or_file_gives_an_outcome_of_the_union(story, union):
    leaks = set()
    for client in entered():
        for door, address in every_address(story, union):
            told = TOLD_BY_ADDRESS if door.name in BY_ADDRESS else set()
            for query in QUERIES[:3]:
                found = set(signs_in(client.get(address, query))) - told
                leaks |= {(door.name, sign) for sign in found}
    assert leaks == set()


def test_no_program_gets_an_outcome_of_the_union(story, union):
    leaks = set()
    for client in entered():
        for door, address in every_address(story, union):
            told = TOLD_BY_ADDRESS if door.name in BY_ADDRESS else set()
            answer = client.get(address, headers={"accept": "application/json"})
            leaks |= {(door.name, sign) for sign in set(signs_in(answer)) - told}
            is_data = "json" in answer.headers.get("Content-Type", "")
            if is_data and door.name not in DATA:
                leaks.add((door.name, "data"))
    assert leaks == set()


def signs_in(answer):
    """What an answer tells, but for words that were sent and come back."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    sent = answer.wsgi_request.GET.get("q", "")
    text = body.decode("utf-8", errors="replace")
    return [sign for sign in SECRETS if sign in text and sign not in sent]


def test_programs_get_nothing_that_screens_do_not_give(story, union):
    body = {"sent_at": "2026-01-01T00:00:00Z", "events": [{"session": str(union.session.uuid)}]}
    for client in entered():
        for name in ("courses:offline_sync", "courses:offline_pack"):
            answer = client.post(
                reverse(name), json.dumps(body), content_type="application/json", follow=True
            )
            assert signs_in(answer) == []
            assert answer.status_code in (200, 401, 404, 405)
            assert "results" not in answer.content.decode()


def test_lists_search_and_files_of_the_office_are_closed_to_the_factory(union):
    lists = [door for door in ADMIN_DOORS if not door.has_row and door.noun]
    wrong = []
    for client in entered():
        for door in lists:
            for query in QUERIES:
                for send in (client.get, client.post):
                    answer = send(reverse(door.name, query=query))
                    if answer.status_code == 200 or signs_in(answer):
                        wrong.append((door.name, query))
    assert wrong == []


def test_figures_of_reach_and_their_files_are_closed_to_the_factory(union):
    for client in entered():
        for query in ({}, {"export": "csv"}, {"export": "xlsx"}, {"export": "json"}):
            for name in ("courses_reach", "courses_reach_freeze", "courses_reach_learning"):
                answer = client.get(reverse(name), query)
                assert answer.status_code in (302, 403)
                assert signs_in(answer) == []


def test_the_certificate_of_the_unions_course_is_no_file_of_the_factory(story, union):
    """Her place on the own run has no certificate; that of the union does not take its stead."""
    for client in entered():
        own = client.get(url("nominate_certificate", story.ours, story.named))
        assert own.status_code == 404
        stolen = client.get(reverse("certificates:download", args=[union.papers[0].uuid]))
        assert stolen.status_code in (302, 404)


def test_public_pages_tell_no_outcome_of_a_run_that_is_not_listed(story):
    again = public_pages(story)
    assert [[sign for sign in SECRETS if sign in page] for page in again] == [[], [], []]
    assert again == story.pages
