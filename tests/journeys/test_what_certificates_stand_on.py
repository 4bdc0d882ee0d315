"""What a certificate stands on cannot be deleted by any door; and whatever is deleted, archived or
erased around it, its check page answers the same."""

import re
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from wagtail.models import Locale, Page, Site

from certificates.actions.certificates import hold_certificate, issue_certificate
from certificates.actions.designs import archive_design
from certificates.actions.links import make_links
from certificates.actions.names import confirm_names
from certificates.actions.yearly import issue_yearly_statement
from certificates.models import Certificate, Design, IssuerSettings
from courses.models import CataloguePage, CoursePage, LessonPage, Outcome
from lms.demo.issuer import write_settings
from tests.certificates.factories import met_completion
from tests.factories import MessageFactory, OrganizationFactory, TopicFactory, VenueFactory

pytestmark = pytest.mark.django_db
LABELS = ("courses", "certificates", "wagtailimages", "wagtailcore", "auth")
#: The page names the issuer's contact, and the skin around the answer is a page and a site.
AROUND = {"certificates.IssuerSettings", "wagtailcore.Site", "wagtailcore.Locale"}
#: Rows on which certificates stand.
STANDS_ON = {
    *("courses.Course", "courses.CourseRun", "courses.Enrollment", "courses.Person"),
    *("courses.Organization", "courses.Session", "courses.Province"),
    *("certificates.Certificate", "certificates.Design", "certificates.DesignRevision"),
    "certificates.PrintingKit",
}
#: Words that change by the minute.
CHECKED_AT = re.compile(r"Checked .*")


@pytest.fixture
def story(trainer_user, staff_user):
    """A certificate and a yearly statement with everything that may hang around them."""
    write_settings()
    cache.clear()
    topic, venue, employer = TopicFactory(), VenueFactory(), OrganizationFactory()
    completion = met_completion(venue=venue, course__title_en="Fire safety")
    enrollment = completion.enrollment
    run, person = enrollment.run, enrollment.person
    enrollment.employer = employer
    enrollment.save()
    run.course.topics.add(topic)
    run.course.outcomes.add(Outcome.objects.create(slug="rights", name_en="Rights"))
    run.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    run.owner = trainer_user
    run.save()
    confirm_names(run, [enrollment.pk], by=trainer_user)
    catalogue = CataloguePage(title="Courses", slug="around", locale=Locale.get_default())
    Site.objects.get(is_default_site=True).root_page.add_child(instance=catalogue)
    page = CoursePage(title="Safety", slug="safety", course=run.course)
    catalogue.add_child(instance=page)
    page.add_child(instance=LessonPage(title="Exits", slug="exits"))
    certificate = issue_certificate(completion, by=trainer_user)
    session = run.sessions.get()
    yearly = issue_yearly_statement(person, session.day.year, run.course, by=staff_user)
    make_links([certificate])
    hold_certificate(completion, "no_name", "", is_statement=True)
    MessageFactory(enrollment=enrollment)
    return SimpleNamespace(
        course=run.course, run=run, session=session, person=person, employer=employer,
        host=run.host, venue=venue, enrollment=enrollment, papers=[certificate, yearly],
        design=certificate.revision.design,
    )  # fmt: skip


def answers(story):
    """What the check page says of each paper to whoever comes by, its words alone."""
    found = []
    for paper in story.papers:
        text = Client().get(reverse("certificates:verify", args=[paper.code])).text
        main = text[text.index("<main") : text.index("</main")]
        found.append(CHECKED_AT.sub("", re.sub(r"<[^>]+>", " ", main)))
    return found


class Undone(Exception):
    pass


def after_deleting(row, ask):
    """What `ask` says once the row is gone, and the row is back; None where it cannot go."""
    try:
        with transaction.atomic():
            row.delete()
            told = ask()
            raise Undone
    except Undone:
        return told
    except (ProtectedError, RestrictedError, ValidationError, IntegrityError):
        return None


def test_whatever_can_be_deleted_leaves_the_answers_as_they_are(story):
    before = answers(story)
    kept, gone, changed = set(), set(), set()
    models = [each for each in apps.get_models() if each._meta.app_label in LABELS]
    for model in models:
        for row in model._base_manager.all()[:40]:
            told = after_deleting(row, lambda: answers(story))
            cache.clear()
            label = model._meta.label
            if told is None:
                kept.add(label)
            else:
                gone.add(label)
                changed |= {label} if told != before else set()

    assert "Valid" in before[0] and "Fire safety" in before[0]
    assert changed - AROUND == set()
    assert kept >= STANDS_ON
    # What this test is about did go, among much else.
    assert {
        *("courses.CoursePage", "courses.LessonPage", "courses.Completion", "courses.Message"),
        *("certificates.NameCheck", "certificates.PaperLink", "certificates.HeldCertificate"),
        *("certificates.PrintedPicture", "wagtailimages.Image"),
        get_user_model()._meta.label,
    } <= gone


def test_nothing_goes_in_bulk_either(story):
    before = answers(story)
    for row in (story.course, story.run, story.person, story.employer, story.host, story.design):
        with pytest.raises((ProtectedError, RestrictedError)), transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).delete()
    with pytest.raises(ValidationError):
        Certificate.objects.all().delete()
    assert answers(story) == before


def delete_doors(patterns=None, namespace=""):
    """Every address of our part of the admin that deletes a row, by the name of its viewset."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from delete_doors(pattern.url_patterns, pattern.namespace or namespace)
        elif namespace.startswith("training_") and pattern.name == "delete":
            yield namespace.removeprefix("training_")


ROWS = {
    "courses": "course",
    "runs": "run",
    "sessions": "session",
    "people": "person",
    "organizations": "host",
    "enrolments": "enrollment",
    "designs": "design",
    "venues": "venue",
}
DOORS = sorted(set(delete_doors()) & set(ROWS))


@pytest.mark.parametrize("noun", DOORS)
def test_no_door_of_the_admin_deletes_what_a_certificate_stands_on(client, story, admin_user, noun):
    client.force_login(admin_user)
    row = getattr(story, ROWS[noun])
    before = answers(story)

    answer = client.post(reverse(f"training_{noun}:delete", args=[row.pk]))

    assert answer.status_code in (302, 403, 404, 405)
    assert type(row)._base_manager.filter(pk=row.pk).exists()
    assert answers(story) == before


def test_there_is_no_delete_for_many_at_once(client, story, admin_user):
    client.force_login(admin_user)
    for row in (story.course, story.run, story.person, story.host, story.papers[0]):
        meta = type(row)._meta
        url = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, "delete"])
        in_english = client.get(f"{url}?id={row.pk}&next=/admin/").url
        assert client.post(in_english).status_code == 404
        assert type(row)._base_manager.filter(pk=row.pk).exists()


def test_what_is_archived_instead_leaves_the_answers_as_they_are(story, staff_user):
    before = answers(story)
    story.course.is_archived = True
    story.course.save()
    archive_design(story.design, is_archived=True, by=staff_user)
    Page.objects.filter(slug__in=["safety", "around"]).update(live=False)
    IssuerSettings.objects.update(name_en="Somebody else", signatory_1_en="A successor")
    Design.objects.exclude(pk=story.design.pk).update(name="Another look")
    type(story.host).objects.update(status="closed")

    assert answers(story) == before
