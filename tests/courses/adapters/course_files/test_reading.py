"""Files with courses: our own are read, all others are refused with a code."""

import hashlib
import io
import json
import zipfile
from dataclasses import asdict, replace

import pytest

from courses.adapters import course_files
from courses.adapters.course_files import (
    CourseFacts,
    CourseFile,
    CourseFileError,
    FilePage,
    Medium,
    Tag,
    contents,
    read_course_file,
    reading,
    write_course_file,
)
from courses.rules.starting_rubrics import starting_rubric
from tests.courses.adapters.word.files import png

PNG = png("red")
DIGEST = hashlib.sha1(PNG).hexdigest()
KEY = "00000000-0000-0000-0000-000000000001"
OTHER = "00000000-0000-0000-0000-000000000002"
FACTS = CourseFacts(
    code="OSHC",
    title_en="Safety",
    title_km="សុវត្ថិភាព",
    planned_minutes=360,
    validity_months=None,
    gives_certificate=True,
    audience=("worker",),
    gender_pillars=(),
    topics=(Tag("safety", "Safety", ""),),
    outcomes=(),
    prerequisites=(),
    rule={
        "min_test_percent": 60,
        "needs_task": True,
        "task_en": "A walk",
        "task_rubric": starting_rubric("practice"),
    },
)
PICTURE = Medium("picture", DIGEST, "png", "red.png", "Red", "All red", (3, 3, 2, 2))
FILE = CourseFile(
    FACTS,
    (
        FilePage("course", KEY, "en", "oshc", {"title": "Safety"}),
        FilePage("lesson", OTHER, "en", "one", {"title": "One"}),
        FilePage("course", KEY, "km", "oshc", {"title": "សុវត្ថិភាព"}),
    ),
    (PICTURE,),
    {PICTURE.path: PNG},
)
WRITTEN = write_course_file(FILE)


def archive(told=None, media=(), **options):
    """A file of the same shape; `told` overwrites what it tells."""
    with zipfile.ZipFile(io.BytesIO(WRITTEN)) as old:
        whole = json.loads(old.read("course.json"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("course.json", json.dumps(whole | (told or {})))
        for name, data in (media or {PICTURE.path: PNG}).items():
            new.writestr(name, data)
    return packed.getvalue()


def code(data):
    with pytest.raises(CourseFileError) as no:
        read_course_file(data)
    return no.value.code


def pages(*changes):
    return {"pages": [asdict(replace(FILE.pages[0], **change)) for change in changes]}


def medium(**changes):
    return {"media": [asdict(PICTURE) | changes]}


def fact(**changes):
    return {"course": asdict(FACTS) | changes}


def test_what_is_written_is_read_and_the_same_each_time():
    assert read_course_file(WRITTEN) == FILE
    assert write_course_file(FILE) == WRITTEN
    assert (FILE.key, FILE.languages) == (KEY, ("en", "km"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not_course"),
        (b"PK\x03\x04 and no more", "unreadable"),
        (archive({"format": "other"}), "not_course"),
        (archive({"version": 2}), "newer_version"),
        (archive({"version": True}), "unreadable"),
        (archive({"pages": []}), "unreadable"),
        (archive(pages({"kind": "home"})), "unreadable"),
        (archive(pages({"key": "1"})), "unreadable"),
        (archive(pages({}, {})), "unreadable"),
        (archive(pages({}, {"key": OTHER, "language": "km"})), "unreadable"),
        (archive(pages({"slug": "../../etc"})), "unreadable"),
        (archive(pages({"kind": "lesson"})), "unreadable"),
        (archive(fact(planned_minutes=-1)), "unreadable"),
        (archive(fact(planned_minutes="9" * 99)), "unreadable"),
        (archive(fact(code="A" * 13)), "unreadable"),
        (archive(fact(topics=["safety"])), "unreadable"),
        (archive(fact(rule={"needs_task": [1]})), "unreadable"),
        (archive(medium(focus=[1, 2])), "unreadable"),
        (archive(medium(digest="0" * 40), {f"media/{'0' * 40}.png": PNG}), "unreadable"),
        (archive(medium(kind="script")), "unreadable"),
        (archive(medium(extension="svg"), {f"media/{DIGEST}.svg": PNG}), "wrong_kind"),
        (archive(medium(extension="/../../x")), "foreign_parts"),
        (archive({}, {PICTURE.path: PNG, "../evil.txt": b"x"}), "foreign_parts"),
        (archive({}, {PICTURE.path: PNG, "media/more.html": b"x"}), "foreign_parts"),
        (archive({"media": []}), "foreign_parts"),
        (archive({}, {"other.png": PNG}), "foreign_parts"),
    ],
)
def test_other_files_are_refused(data, said):
    assert code(data) == said


def test_files_that_only_say_they_are_documents_are_named():
    page = b"<!doctype html><script>alert(1)</script>"
    digest = hashlib.sha1(page).hexdigest()
    told = medium(kind="document", digest=digest, extension="pdf", name="plan.pdf", focus=None)

    with pytest.raises(CourseFileError) as no:
        read_course_file(archive(told, {f"media/{digest}.pdf": page}))

    assert (no.value.code, no.value.name) == ("wrong_kind", "plan.pdf")


def test_bombs_deep_nests_and_large_files_are_refused(monkeypatch):
    bomb = archive({}, {PICTURE.path: PNG, "media/zeros.bin": b"\0" * 2_000_000})
    monkeypatch.setattr(reading.contents, "UNZIPPED_BYTES", 1_000_000)
    assert code(bomb) == "course_too_large"
    nest = archive()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("course.json", "[" * 200_000)
    assert code(packed.getvalue()) == "unreadable"
    monkeypatch.setattr(contents, "TEXTS_BYTES", 100)
    assert code(nest) == "course_too_large"
    monkeypatch.setattr(contents, "FILE_BYTES", len(nest) - 1)
    assert code(nest) == "course_too_large"
    assert course_files.FILE_BYTES == 60_000_000


def test_a_file_that_lost_its_end_is_refused():
    assert code(WRITTEN[:-60]) == "unreadable"
    assert code(WRITTEN.replace(PNG[-20:-12], b"12345678")) == "unreadable"
