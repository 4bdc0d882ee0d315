"""What the foreign site does with the apps plugged in; prints what came of it as JSON."""

import gc
import json
import os
import sys
from datetime import timedelta
from pathlib import Path

import django

gc.set_threshold(50_000, 20, 50)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "host.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from host.models import HomePage  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

import courses  # noqa: E402
from courses.actions.attendance import close_register, mark_attendance  # noqa: E402
from courses.actions.enrollment import enroll  # noqa: E402
from courses.actions.people import PersonDetails, register_person  # noqa: E402
from courses.actions.planning import plan_run  # noqa: E402
from courses.actions.runs import RunDetails  # noqa: E402
from courses.choices import OrganizationKind, Presence, Sex  # noqa: E402
from courses.models import (  # noqa: E402
    CataloguePage,
    Completion,
    Course,
    CoursePage,
    Organization,
    Province,
    Topic,
)
from courses.rules.schedule import MORNING, Pattern, slots_of  # noqa: E402


def prepare():
    """Fails where the apps do not fit into the site: checks, migrations, static files."""
    call_command("check", "--fail-level", "WARNING", stdout=sys.stderr)
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def publish_pages(course):
    """A home page, a catalogue and a course page; returns the course page."""
    home = Page.get_first_root_node().add_child(instance=HomePage(title="The host", slug="host"))
    Site.objects.update(root_page=home, hostname="testserver")
    catalogue = home.add_child(instance=CataloguePage(title="Courses", slug="courses"))
    page = catalogue.add_child(
        instance=CoursePage(title="Safe lifting", slug="safe-lifting", course=course, live=False)
    )
    page.save_revision().publish()
    return CoursePage.objects.get(pk=page.pk)


def hold_a_run(course, staff):
    """One morning with one person, who was here; returns her completion."""
    province = Province.objects.get(pk="05")
    host = Organization.objects.create(
        name_en="Lotus Thread Garment", kind=OrganizationKind.FACTORY, province=province
    )
    trainer, person = (
        register_person(PersonDetails(name_km=name, sex=Sex.FEMALE), by=staff)
        for name in ("កែវ សុភា", "ចាន់ ស្រីមុំ")
    )
    yesterday = timezone.localdate() - timedelta(days=1)
    slots = slots_of(Pattern(first_day=yesterday, days=1, times=(MORNING,)))
    run = plan_run(course, RunDetails(host=host, province=province), slots, [trainer], by=staff)
    enrollment = enroll(run, person, by=staff)
    session = run.sessions.get()
    mark_attendance(session, enrollment, Presence.PRESENT, by=staff)
    close_register(session, by=staff)
    return Completion.objects.get(enrollment=enrollment)


def certificate_of(completion, client):
    """What the public page of her certificate answers, and how its file begins."""
    model = apps.get_model("certificates", "Certificate")
    certificate = model.objects.get(enrollment=completion.enrollment)
    answer = client.get(reverse("certificates:verify", args=[certificate.code]))
    text = answer.content.decode()
    return {
        "status": answer.status_code,
        "in_host_frame": "The host's own header" in text,
        "says_number": certificate.serial in text,
        "says_name_without_consent": certificate.person.name_km.split()[-1] in text,
        "pdf": certificate.file.open("rb").read(5).decode(),
    }


def main():
    prepare()
    staff = get_user_model().objects.create_superuser("staff@host.example.org")
    course = Course.objects.create(code="LIFT", title_en="Safe lifting", planned_minutes=180)
    course.topics.add(Topic.objects.create(slug="safety", name_en="Safety"))
    page = publish_pages(course)
    completion = hold_a_run(course, staff)
    client = Client()
    answer = client.get(page.url)
    text = answer.content.decode()
    told = {
        "from": str(Path(courses.__file__).parent),
        "course_page": answer.status_code,
        "in_host_frame": "The host's own header" in text,
        "has_our_sheet": "/assets/courses/sala." in text,
        "completed": completion.is_met,
    }
    if apps.is_installed("certificates"):
        told["certificate"] = certificate_of(completion, client)
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
