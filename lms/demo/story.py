"""Tells the whole demo story: catalogue, people, runs and registers, certificates, logins."""

from collections.abc import Callable
from datetime import date

from courses.actions import search_texts
from courses.actions.courses import open_branch
from lms.demo import accounts, issuer, pages, papers
from lms.demo.desk import write_desk
from lms.demo.enrolment import write_seats
from lms.demo.events import write_events
from lms.demo.factory_actions import write_actions
from lms.demo.feedback import write_feedback
from lms.demo.follow_ups import write_follow_ups
from lms.demo.functioning import write_functioning, write_needs
from lms.demo.invitations import write_invitations
from lms.demo.knowledge import write_tests
from lms.demo.learning import write_answers
from lms.demo.make_ups import write_make_up
from lms.demo.messages import write_messages
from lms.demo.office import write_office
from lms.demo.organization_past import write_past
from lms.demo.passports import write_links
from lms.demo.phones import write_phones
from lms.demo.planning import write_planning
from lms.demo.projects import write_projects
from lms.demo.reports import write_numbers, write_report
from lms.demo.revising import revise_lesson
from lms.demo.writer import write_world

SITE_NAME = "Rumduol Programme"


def tell(*, today: date, say: Callable[[str], object]) -> None:
    """Fill an empty database. Takes about a minute, most of it for certificates."""
    admin, staff, trainers = accounts.write_staff_and_trainers()
    say("Writing the catalogue …")
    pages.write_topics()
    pages.write_courses()
    homes = pages.write_home(SITE_NAME)
    issuer.write_settings()
    for team, (title_en, title_km, codes) in pages.BRANCHES.items():
        people = [person.user for person in trainers[: 1 if team == "safety" else 2]]
        branches, collection = _branch(homes, title_en, title_km, people, by=admin)
        for code in codes:
            pages.CourseWriter(pages.CONTENT / code, branches, collection).write()
    search_texts.catch_up()
    papers.choose_designs(by=admin)
    write_planning(today)
    say("Writing people, runs and registers, and issuing certificates …")
    write_world(today, trainers, by=staff)
    write_projects(today, by=staff)
    write_tests(today, by=staff)
    write_functioning()
    papers.write_statements(by=staff)
    write_report(today, by=staff)
    write_numbers(today, by=staff, second=admin)
    write_past(today, by=staff)
    write_seats(today, by=staff)
    papers.write_yearly_statements(by=staff)
    write_events(today, trainers[1], by=staff)
    accounts.write_participants()
    accounts.write_pins()
    write_links()
    write_office(accounts.write_officer(), by=staff)
    write_invitations(today, trainer=trainers[0], by=staff)
    write_desk(today, by=staff)
    write_make_up(by=staff)
    write_phones(trainers[0].user, trainers[1].user, by=staff)
    write_feedback(today, by=staff)
    write_follow_ups(today, by=staff)
    write_actions(today, by=staff)
    write_needs(today, trainers[0])
    write_messages(today, trainers, by=staff)
    write_answers(trainers[0])
    revise_lesson(trainers[0].user)


def _branch(homes, title_en: str, title_km: str, trainers, *, by):
    branch = open_branch(title_en, homes["en"], trainers, by=by)
    khmer = branch.page.get_translation(homes["km"].locale)
    khmer.title = title_km
    khmer.save_revision().publish()
    return {"en": branch.page, "km": khmer}, branch.collection
