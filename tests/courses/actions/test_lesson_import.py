"""A Word document becomes a draft lesson."""

import json
from io import BytesIO

import pytest
from wagtail.images import get_image_model

from courses.actions.lesson_import import make_lesson
from courses.actions.page_uploads import keep_upload
from courses.exceptions import Refused
from courses.models import LessonPage, PageUpload
from courses.queries.page_checks import page_findings
from tests.courses.actions.authoring import world_of
from tests.courses.adapters.word.files import docx, paragraph, picture, png, run, table

pytestmark = pytest.mark.django_db
KHMER = "សុវត្ថិភាព​និង​សុខភាព"
DOCUMENT = docx(
    paragraph("The walk", style="H1"),
    paragraph("Look at ", run("everything", bold=True), "."),
    paragraph(picture("pic1")),
    paragraph(picture("pic2", alt="")),
    table(("What", "Who"), (KHMER, "A|B")),
    media={"one.png": png("red"), "two.png": png("blue")},
)


@pytest.fixture
def world(trainer_user):
    return world_of(trainer_user)


def keep(course, by, data=DOCUMENT):
    return keep_upload(course, "lesson", BytesIO(data), filename="walk.docx", by=by)


def test_every_part_becomes_a_block_and_pictures_go_to_the_branch(world, trainer_user):
    lesson = make_lesson(keep(world.course, trainer_user), "The walk", by=trainer_user)

    draft = lesson.get_latest_revision_as_object()
    _text, first, second, cells = draft.body
    assert (draft.live, draft.slug, draft.minutes) == (False, "the-walk-2", 1)
    assert "<b>everything</b>" in json.dumps(draft.body.get_prep_value()[0])
    assert (first.value["alt"], second.value["alt"]) == ("A guard over a belt.", "")
    assert cells.value.head == ("What", "Who")
    assert cells.value.lines == ((KHMER, "A|B"),)
    images = get_image_model().objects.order_by("pk")
    assert [image.collection for image in images] == [world.branch.collection] * 2
    assert [image.description for image in images] == ["A guard over a belt.", ""]
    assert [image.uploaded_by_user for image in images] == [trainer_user] * 2
    assert ("no_alt", True) in [(each.code, each.is_blocking) for each in page_findings(draft)]
    assert not PageUpload.objects.exists()


def test_the_same_file_again_is_refused_and_pictures_are_kept_once(world, trainer_user):
    lesson = make_lesson(keep(world.course, trainer_user), "The walk", by=trainer_user)

    with pytest.raises(Refused) as no:
        make_lesson(keep(world.course, trainer_user), "Again", by=trainer_user)
    assert no.value.code == "imported_already"
    assert "“The walk”" in str(no.value)

    lesson.delete()
    make_lesson(keep(world.course, trainer_user), "Again", by=trainer_user)
    assert get_image_model().objects.count() == 2


def test_a_khmer_title_gets_a_plain_address(world, trainer_user):
    lesson = make_lesson(
        keep(world.course, trainer_user, docx(paragraph(KHMER))), KHMER, by=trainer_user
    )

    assert (lesson.title, lesson.slug) == (KHMER, "lesson")


def test_a_document_for_a_page_that_is_no_longer_hers_is_refused(world, trainer_user):
    upload = keep(world.course, trainer_user)
    trainer_user.groups.clear()

    with pytest.raises(Refused) as no:
        make_lesson(upload, "x", by=type(trainer_user).objects.get(pk=trainer_user.pk))
    assert no.value.code == "not_your_page"
    assert LessonPage.objects.count() == 2
    assert not get_image_model().objects.exists()
