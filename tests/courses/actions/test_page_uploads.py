"""Files are kept for a look, and only by whoever writes the page."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone

from courses import permissions
from courses.actions.page_uploads import keep_upload
from courses.actions.retention import enforce_retention
from courses.exceptions import Refused
from courses.models import PageUpload
from tests.courses.actions.authoring import world_of
from tests.courses.adapters.word.files import docx, paragraph

pytestmark = pytest.mark.django_db
GIFT = b"A wet floor is safe. {F}"


@pytest.fixture
def world(trainer_user):
    return world_of(trainer_user)


def keep(page, data, by, kind="questions", filename="old course.gift"):
    return keep_upload(page, kind, BytesIO(data), filename=filename, by=by)


def refusal(*args, **kwargs):
    with pytest.raises(Refused) as no:
        keep(*args, **kwargs)
    return no.value


def test_the_same_file_is_kept_once_for_a_page(world, trainer_user):
    first = keep(world.lesson, GIFT, trainer_user)

    assert keep(world.lesson, GIFT, trainer_user, filename="b.txt").pk == first.pk
    assert keep(world.lesson, b"Another {T}", trainer_user).pk != first.pk
    assert bytes(PageUpload.objects.get(pk=first.pk).file) == GIFT


def test_files_that_nobody_decided_about_go(world, trainer_user):
    keep(world.lesson, GIFT, trainer_user)
    PageUpload.objects.update(created_at=timezone.now() - timedelta(days=8))
    new = keep(world.lesson, b"Another {T}", trainer_user)

    assert enforce_retention()["uploads"] == 1
    assert PageUpload.objects.get() == new
    assert enforce_retention()["uploads"] == 0


def test_only_who_writes_the_page_may_bring_files(world, trainer_user):
    assert refusal(world.foreign, GIFT, trainer_user).code == "not_your_page"
    foreign_course = world.foreign.get_parent()
    word = docx(paragraph("a"))
    assert refusal(foreign_course, word, trainer_user, "lesson").code == "not_your_page"
    assert not PageUpload.objects.exists()


def test_a_locked_page_takes_no_questions(world, trainer_user, admin_user):
    world.lesson.locked, world.lesson.locked_by = True, admin_user
    world.lesson.save()

    assert refusal(world.lesson, GIFT, trainer_user).code == "not_your_page"


def test_a_file_that_is_not_taken_says_why_and_where(world, trainer_user):
    broken = refusal(world.lesson, b"<quiz>\n<question>", trainer_user)
    assert (broken.code, str(broken)) == (
        "broken_xml",
        "The file is damaged, or holds parts that are not allowed. Line 2.",
    )
    assert refusal(world.course, b"PK\x03\x04", trainer_user, "lesson").code == "unreadable"


def test_a_file_is_seen_by_who_may_use_it(world, trainer_user, staff_user):
    keep(world.lesson, GIFT, trainer_user)
    keep(world.course, docx(paragraph("a")), trainer_user, "lesson")

    assert permissions.uploads.rows_for(trainer_user).count() == 2
    assert permissions.uploads.rows_for(staff_user).count() == 0
