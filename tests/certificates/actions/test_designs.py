"""Designs: tried out before they are kept, never changed afterwards, copied and moved as files."""

import json
from copy import deepcopy

import pytest

from certificates.actions.certificates import issue_certificate, issue_statement
from certificates.actions.designs import (
    add_picture,
    copy_design,
    ensure_shipped_designs,
    export_design,
    import_design,
    save_design,
    use_design,
)
from certificates.models import Certificate, CourseDesigns, Design, DesignRevision, PrintedPicture
from certificates.queries.designs import newest_of
from courses.exceptions import Refused
from tests.certificates.factories import met_completion
from tests.courses.adapters.printing.samples import picture

pytestmark = pytest.mark.django_db


def design_of(origin="completion"):
    ensure_shipped_designs()
    return Design.objects.get(origin=origin)


def drawn(origin="completion"):
    return deepcopy(newest_of(design_of(origin)).sheet)


def refusal(action, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        action(*args, **kwargs)
    return refused.value.code


def test_the_five_shipped_designs_are_rows_once():
    ensure_shipped_designs()
    ensure_shipped_designs()

    found = Design.objects.values_list("origin", "kind").order_by("origin")
    assert list(found) == [
        ("attendance", "attendance"),
        ("completion", "completion"),
        ("osh-refresher", "refresher"),
        ("trainer", "trainer"),
        ("yearly", "yearly"),
    ]
    assert DesignRevision.objects.count() == 5


def test_a_change_is_a_new_revision_and_what_was_printed_keeps_its_own(staff_user):
    before = issue_certificate(met_completion(), by=None)
    old = deepcopy(before.revision.sheet)
    sheet = deepcopy(old)
    sheet["styles"]["title-km"]["color"] = "#7a1f1f"

    saved = save_design(before.revision.design, sheet, name="Red", by=staff_user)
    again = save_design(before.revision.design, sheet, name="Red", by=staff_user)
    after = issue_certificate(met_completion(), by=None)

    before.revision.refresh_from_db()
    assert (before.revision.sheet, before.revision.number) == (old, 1)
    assert (saved.number, again, after.revision) == (2, saved, saved)
    assert (before.design, after.design) != ("Red", "Red") and after.design == "Red"
    assert before.kit == after.kit
    assert "Battambang-700.ttf" in before.kit.parts


def test_what_cannot_print_the_longest_texts_is_refused_in_words_and_not_kept(staff_user):
    narrow, letter, gone = drawn(), drawn(), drawn()
    main = next(e for e in narrow["elements"] if e.get("id") == "main")
    main["x"], main["w"] = 120, 60
    letter["elements"][-1]["items"][0]["text"] = "验证 {check_site}"
    gone["bg"] = f"picture/{'a' * 64}.jpg"
    malformed = drawn()
    malformed["elements"][-1]["items"][0]["text"] = "្តា {check_site}"
    design = design_of()

    codes = [
        refusal(save_design, design, sheet, name="x", by=staff_user)
        for sheet in (narrow, letter, gone, malformed)
    ]

    assert codes == ["does_not_fit", "missing_glyph", "no_picture", "malformed"]
    assert design.revisions.count() == 1
    assert Design.objects.get(pk=design.pk).name == design.name


def test_a_copy_begins_where_the_original_is_and_goes_its_own_way(staff_user):
    copy = copy_design(design_of("trainer"), name="Ours", by=staff_user)

    assert (copy.kind, copy.origin, newest_of(copy).number) == ("trainer", None, 1)
    assert newest_of(copy).sheet == drawn("trainer")


def test_a_file_brings_the_design_and_its_pictures_to_another_place(staff_user):
    shown = add_picture(picture(), title="Gate", by=staff_user)
    sheet = drawn() | {"bg": f"picture/{shown.sha256}.jpg"}
    revision = save_design(design_of(), sheet, name="Gate", by=staff_user)
    file = export_design(revision)
    kept = shown.sha256
    DesignRevision.objects.filter(pk=revision.pk).delete()
    PrintedPicture.objects.all().delete()

    brought = import_design(file, by=staff_user)

    background = newest_of(brought).sheet["bg"]
    assert (brought.name, brought.kind) == ("Gate", "completion")
    assert background.startswith("picture/")
    assert PrintedPicture.objects.filter(sha256=background[8:-4], is_offered=True).exists()
    assert len(kept) == 64


def test_hostile_files_are_refused_and_leave_nothing(staff_user):
    whole = json.loads(export_design(newest_of(design_of())))
    sheet = whole["sheet"]
    src = f"picture/{'b' * 64}.jpg"
    hostile = [
        (b"", "no_design_file"),
        (b"\xff\xfe", "no_design_file"),
        (b"[" * 100_000, "no_design_file"),
        (b"x" * 9_000_000, "too_large"),
        (b"null", "no_design_file"),
        (json.dumps(whole | {"version": 2}).encode(), "other_version"),
        (json.dumps(whole | {"kind": "passport"}).encode(), "no_design_file"),
        (json.dumps(whole | {"kind": ["completion"]}).encode(), "no_design_file"),
        (json.dumps(whole | {"name": ""}).encode(), "no_design_file"),
        (json.dumps(whole | {"name": 7}).encode(), "no_design_file"),
        (json.dumps(whole | {"run": "#read"}).encode(), "no_design_file"),
        (json.dumps(whole | {"sheet": []}).encode(), "no_design_file"),
        (json.dumps(whole | {"pictures": {"../x": "eA=="}}).encode(), "no_design_file"),
        (json.dumps(whole | {"pictures": {src: "no base64"}}).encode(), "no_design_file"),
        (json.dumps(whole | {"pictures": {src: "PHN2Zy8+"}}).encode(), "no_picture"),
        (json.dumps(whole | {"sheet": sheet | {"bg": src}}).encode(), "no_picture"),
        (json.dumps(whole | {"sheet": sheet | {"eval": 1}}).encode(), "unknown_key"),
    ]
    before = Design.objects.count(), PrintedPicture.objects.count()

    codes = [refusal(import_design, content, by=staff_user) for content, _code in hostile]

    assert codes == [code for _content, code in hostile]
    assert (Design.objects.count(), PrintedPicture.objects.count()) == before


def test_a_course_prints_the_design_that_was_chosen_and_a_run_gives_both_papers(staff_user):
    completion = met_completion(course__validity_months=24)
    session = completion.enrollment.run.sessions.get()
    session.closed_at = session.ends_at
    session.save()
    course = completion.enrollment.run.course
    use_design(design_of("osh-refresher"), [course], by=staff_user)

    paper = issue_certificate(completion, by=None)
    statement = issue_statement(completion, by=None)

    assert (paper.kind, statement.kind) == ("refresher", "attendance")
    assert paper.facts["until_en"] and paper.expires_on
    assert (statement.expires_on, statement.facts["hours_en"]) == (None, "3 hours")
    assert "workplace_en" in statement.facts and "workplace_en" not in paper.facts
    assert issue_statement(completion, by=None) == statement
    assert Certificate.objects.count() == 2


def test_a_design_is_taken_only_by_courses_that_can_fill_it(staff_user):
    course = met_completion(course__validity_months=None).enrollment.run.course

    assert refusal(use_design, design_of("osh-refresher"), [course], by=staff_user) == "no_validity"
    assert refusal(use_design, design_of("yearly"), [course], by=staff_user) == "for_nobody"
    use_design(design_of("trainer"), [course], by=staff_user)
    use_design(design_of("attendance"), [course], by=staff_user)
    use_design(design_of("trainer"), [], by=staff_user)
    chosen = CourseDesigns.objects.get(course=course)
    assert (chosen.achievement, chosen.statement) == (None, design_of("attendance"))
