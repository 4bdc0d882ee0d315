"""Save, copy, bring in and choose designs. A revision is tried out before it is kept, and never
changes afterwards."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from io import BytesIO

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image

from certificates.actions.audit import record
from certificates.actions.design_words import refusal
from certificates.adapters.typesetting import (
    PICTURE_FIELDS,
    TypesettingError,
    drawings,
    render,
    shipped,
    shipped_sheet,
)
from certificates.choices import Kind
from certificates.models import CourseDesigns, Design, DesignRevision, PrintedPicture
from certificates.queries.designs import SHIPPED, newest_of, pictures_of, shipped_revision
from certificates.queries.facts import current_issuer, pictures
from certificates.rules.design_files import BadFile, read_file, written
from certificates.rules.samples import sample
from certificates.rules.sheets import BadSheet, fingerprint, read_sheet
from certificates.rules.wording import TITLES
from courses.adapters.printing.pictures import PAGE_PIXELS, for_print
from courses.models import Course

#: A grey field, where the issuer has no logo or signature yet.
_STAND_IN = BytesIO()
Image.new("RGB", (120, 80), "#c9d8d6").save(_STAND_IN, "PNG")
STAND_IN = _STAND_IN.getvalue()


def ensure_shipped_designs() -> None:
    """Write the shipped designs as rows, and a new revision where a newer one came with the
    product and staff have not changed theirs. Idempotent."""
    for origin in shipped():
        _ensure(origin)


@transaction.atomic
def _ensure(origin: str) -> None:
    kind, sheet = SHIPPED[origin], shipped_sheet(origin)
    title_km, title_en = TITLES[kind]
    values = {"kind": kind, "name": f"{title_en} · {title_km}"}
    design, _is_new = Design.objects.get_or_create(origin=origin, defaults=values)
    last = shipped_revision(origin)
    if last is None or (last.made_by_id is None and last.sha256 != fingerprint(sheet)):
        values = {"sheet": sheet, "sha256": fingerprint(sheet)}
        number = last.number + 1 if last else 1
        DesignRevision.objects.get_or_create(design=design, number=number, defaults=values)


def revision_of_shipped(origin: str) -> DesignRevision:
    """The newest revision of a shipped design, written first where it is missing."""
    found = shipped_revision(origin)
    if found is None:
        ensure_shipped_designs()
        found = shipped_revision(origin)
    return found


def read_drawing(raw: object, brought: Mapping[str, bytes] | None = None) -> dict:
    """A drawing that is known and safe. Raises Refused with what is wrong in words."""
    at_hand = {
        f"picture/{sha}.jpg" for sha in PrintedPicture.objects.values_list("sha256", flat=True)
    }
    try:
        return read_sheet(raw, drawings(), at_hand | set(brought or ()))
    except BadSheet as error:
        raise refusal(error.code, **error.where) from error


def try_out(sheet: dict, kind: str, brought: Mapping[str, bytes] | None = None) -> None:
    """Print the longest texts with the design. Raises Refused with what is wrong in words."""
    stand_ins = dict.fromkeys(PICTURE_FIELDS, STAND_IN)
    ours = {**pictures_of(sheet), **(brought or {})}
    for is_longest in (True, False):
        facts = sample(kind, is_longest=is_longest)
        try:
            render(sheet, facts, stand_ins | pictures(current_issuer()), ours)
        except TypesettingError as error:
            raise refusal(error.code, text=error.detail) from error


@transaction.atomic
def save_design(
    design: Design, sheet: object, *, name: str, by: AbstractBaseUser
) -> DesignRevision:
    """Keep a drawing as the newest revision of the design; what is the same as before is not kept
    again. Raises Refused with what is wrong in words, and keeps nothing."""
    sheet = read_drawing(sheet)
    try_out(sheet, design.kind)
    locked = Design.objects.select_for_update().get(pk=design.pk)
    last = locked.revisions.order_by("-number").first()
    if name != locked.name:
        locked.name = name
        locked.save(update_fields=["name"])
    if last and last.sha256 == fingerprint(sheet):
        return last
    return _keep(locked, sheet, last.number + 1 if last else 1, by=by)


def _keep(design: Design, sheet: dict, number: int, *, by) -> DesignRevision:
    revision = DesignRevision.objects.create(
        design=design, number=number, sheet=sheet, sha256=fingerprint(sheet), made_by=by
    )
    record(design, "design_saved", by=by, revision=number)
    return revision


@transaction.atomic
def copy_design(design: Design, *, name: str, by: AbstractBaseUser) -> Design:
    """A new design that begins with the newest revision of another one."""
    copy = Design.objects.create(name=name, kind=design.kind)
    _keep(copy, newest_of(design).sheet, 1, by=by)
    return copy


@transaction.atomic
def archive_design(design: Design, *, is_archived: bool, by: AbstractBaseUser) -> Design:
    """Take a design out of the lists, or back into them; certificates keep theirs."""
    design.is_archived = is_archived
    design.save(update_fields=["is_archived"])
    record(design, "design_archived" if is_archived else "design_offered", by=by)
    return design


def export_design(revision: DesignRevision) -> bytes:
    """A file that `import_design` reads, here or at another programme."""
    design = revision.design
    return written(design.name, design.kind, revision.sheet, pictures_of(revision.sheet))


@transaction.atomic
def import_design(content: bytes, *, by: AbstractBaseUser) -> Design:
    """A new design from an exported file. Raises Refused with what is wrong in words: nothing of a
    file is trusted, pictures are written anew, and the design is tried out."""
    try:
        file = read_file(content, tuple(Kind.values))
        images = {name: for_print(each, PAGE_PIXELS) for name, each in file.pictures.items()}
    except BadFile as error:
        raise refusal(error.code) from error
    except TypesettingError as error:
        raise refusal("no_picture", picture=error.detail) from error
    renamed = {name: f"picture/{sha256(each).hexdigest()}.jpg" for name, each in images.items()}
    sheet = _renamed(file.sheet, renamed)
    brought = {renamed[name]: each for name, each in images.items()}
    sheet = read_drawing(sheet, brought)
    try_out(sheet, file.kind, brought)
    for each in brought.values():
        keep_picture(each, title=file.name[:100], is_offered=True)
    design = Design.objects.create(name=file.name, kind=file.kind)
    _keep(design, sheet, 1, by=by)
    return design


def _renamed(sheet: dict, names: Mapping[str, str]) -> dict:
    """The drawing with other names for its pictures."""
    told = json.dumps(sheet)
    for old, new in names.items():
        told = told.replace(json.dumps(old), json.dumps(new))
    return json.loads(told)


def add_picture(content: bytes, *, title: str, by: AbstractBaseUser) -> PrintedPicture:
    """A picture that designs may use. Raises Refused for what is no picture."""
    try:
        image = for_print(content, PAGE_PIXELS)
    except TypesettingError as error:
        raise refusal("no_picture", picture=title) from error
    picture = keep_picture(image, title=title, is_offered=True)
    record(picture, "picture_added", by=by)
    return picture


def keep_pictures(images: Mapping[str, bytes]) -> dict[str, str]:
    """Keep pictures as they go to print; returns their fingerprints by the same names. One query
    where all are known."""
    found = {name: sha256(each).hexdigest() for name, each in images.items()}
    known = PrintedPicture.objects.filter(sha256__in=found.values()).order_by()
    missing = set(found.values()) - set(known.values_list("sha256", flat=True))
    for name, known_by in found.items():
        if known_by in missing:
            keep_picture(images[name])
    return found


@transaction.atomic
def keep_picture(image: bytes, *, title: str = "", is_offered: bool = False) -> PrintedPicture:
    """Keep a picture as it goes to print, once for the same bytes."""
    found = PrintedPicture.objects.filter(sha256=sha256(image).hexdigest()).first()
    if found is None:
        with Image.open(BytesIO(image)) as opened:
            width, height = opened.size
        found = PrintedPicture(sha256=sha256(image).hexdigest(), width=width, height=height)
        found.file.save("picture.jpg", ContentFile(image), save=False)
    if found.pk is None or (is_offered and not found.is_offered):
        found.title, found.is_offered = title, is_offered
        found.save()
    return found


@transaction.atomic
def use_design(design: Design, courses: Iterable[Course], *, by: AbstractBaseUser) -> None:
    """Let exactly these courses print the design from now on; others go back to the shipped one.

    Raises Refused: `no_validity` where it prints a last valid day that a course does not have,
    `for_nobody` for a yearly statement, which is about no single course.
    """
    courses = list(courses)
    if design.kind == Kind.YEARLY:
        raise refusal("for_nobody")
    if design.kind == Kind.REFRESHER and not all(each.validity_months for each in courses):
        raise refusal("no_validity")
    place = "statement" if design.kind == Kind.ATTENDANCE else "achievement"
    others = CourseDesigns.objects.filter(**{place: design}).exclude(course__in=courses)
    others.update(**{place: None})
    for course in courses:
        CourseDesigns.objects.update_or_create(course=course, defaults={place: design})
    record(design, "designs_chosen", by=by, courses=[each.code for each in courses])
