"""What trainers find on their desk in the demo: guides of their courses, and notes of sessions."""

from datetime import date, timedelta
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser, Group
from django.core.files import File
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from courses.actions.groups import STAFF, TRAINERS
from courses.actions.handing_over import note_session
from courses.models import Course, CourseMaterial, CourseRun
from lms.demo.guides import guide_pdf

CONTENT = Path(__file__).parent / "content"
GUIDED = ("TUL", "OSHC", "SST", "ESS")
COLLECTION = "Guides for trainers"
NOTES = (
    "The projector of the hall is broken. Bring the pictures on paper.\n"
    "Two people in the first row read with difficulty; read the steps aloud.",
    "ក្រុមយល់មេរៀនទី១ បានល្អ។ ពេលក្រោយ ចាប់ផ្តើមពីលំហាត់ទី៣។\nសូមយកក្រដាសផ្ទាំងធំមកបន្ថែម។",
    "The factory needs the hall from 16:30. End ten minutes early and say so at the beginning.",
    "មានអ្នកថ្មីបីនាក់។ សូមឱ្យពួកគាត់អង្គុយជាមួយអ្នកដែលធ្លាប់រៀន។",
)


#: Runs that ended longer ago have none.
NOTED_DAYS = 60


def write_desk(today: date, *, by: AbstractBaseUser) -> None:
    """Guides behind a restriction, a checklist for a session, and notes in recent runs."""
    collection = private_collection()
    for course in Course.objects.filter(code__in=GUIDED).order_by("code"):
        file = ContentFile(guide_pdf(course, today), name=f"guide-{course.code.lower()}.pdf")
        CourseMaterial.objects.create(
            course=course,
            title_en="Trainer’s guide",
            title_km="មគ្គុទ្ទេសក៍គ្រូ",
            document=_document(f"Trainer’s guide {course.code}", file, collection),
        )
    _write_checklist(collection)
    since = today - timedelta(days=NOTED_DAYS)
    recent = CourseRun.objects.filter(starts_on__lte=today, ends_on__gte=since).order_by("pk")
    for number, run in enumerate(recent):
        if last := run.sessions.held().order_by("starts_at").last():
            note_session(last, NOTES[number % len(NOTES)], by=by)


def private_collection() -> Collection:
    """Documents that only trainers and staff may open, by whatever address."""
    collection = Collection.get_first_root_node().add_child(name=COLLECTION)
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set(Group.objects.filter(name__in=(TRAINERS, STAFF)))
    return collection


def _write_checklist(collection: Collection) -> None:
    """The checklist of the walk through the factory, for the second half-day."""
    course = Course.objects.get(code="OSHC")
    with (CONTENT / "oshc" / "checklist.km.pdf").open("rb") as file:
        document = _document("Checklist to print", File(file, name="checklist.pdf"), collection)
    CourseMaterial.objects.create(
        course=course,
        title_en="Checklist to print, one for each group",
        title_km="បញ្ជីពិនិត្យសម្រាប់បោះពុម្ព ក្រុមមួយមួយសន្លឹក",
        session_number=2,
        document=document,
    )


def _document(title: str, file: File, collection: Collection):
    document = get_document_model().objects.create(title=title, file=file, collection=collection)
    document.get_file_size()
    return document
