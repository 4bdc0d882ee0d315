"""Which design a paper has, and the pictures that designs and certificates bring."""

from django.db.models import Count, Q, QuerySet

from certificates.choices import Kind
from certificates.models import CourseDesigns, Design, DesignRevision, PrintedPicture
from certificates.rules.sheets import PICTURE
from courses.adapters.printing.pictures import PrintReady
from courses.models import Course

#: The shipped design of each kind.
SHIPPED = {
    "completion": Kind.COMPLETION,
    "attendance": Kind.ATTENDANCE,
    "trainer": Kind.TRAINER,
    "osh-refresher": Kind.REFRESHER,
    "yearly": Kind.YEARLY,
}


def newest_of(design: Design) -> DesignRevision:
    """Raises DesignRevision.DoesNotExist for a design that was never saved."""
    return design.revisions.select_related("design").latest()


def revisions_of(design: Design) -> QuerySet[DesignRevision]:
    """The newest first, each with how many certificates were `printed` with it. One query."""
    rows = design.revisions.select_related("made_by").annotate(printed=Count("certificates"))
    return rows.order_by("-number")


def shipped_revision(origin: str) -> DesignRevision | None:
    """The newest revision of a shipped design; None in a database that has none yet."""
    rows = DesignRevision.objects.filter(design__origin=origin).select_related("design")
    return rows.order_by("-number").first()


def chosen_design(course: Course, *, is_statement: bool) -> Design | None:
    """What was chosen for the course; None for the shipped design."""
    related = ("achievement", "statement")
    chosen = CourseDesigns.objects.filter(course=course).select_related(*related).first()
    return getattr(chosen, related[is_statement]) if chosen else None


def courses_with(design: Design):
    """The courses whose papers have this design."""
    return Course.objects.filter(
        Q(certificate_designs__achievement=design) | Q(certificate_designs__statement=design)
    )


def pictures_of(sheet: dict) -> dict[str, bytes]:
    """The pictures that a drawing names itself, by their `src`; what is gone is missing."""
    parts = [part for e in sheet["elements"] for part in (e, *e.get("items", ()))]
    named = {sheet["bg"], *(part["src"] for part in parts if "src" in part)}
    wanted = [name for name in named if PICTURE.fullmatch(name)]
    return {f"picture/{sha}.jpg": content for sha, content in
            contents_of({name[8:-4] for name in wanted}).items()}  # fmt: skip


def contents_of(fingerprints: set[str]) -> dict[str, bytes]:
    """The bytes of kept pictures by their fingerprint."""
    found = {}
    rows = PrintedPicture.objects.filter(sha256__in=fingerprints) if fingerprints else ()
    for row in rows:
        with row.file.open("rb") as file:
            found[row.sha256] = PrintReady(file.read())
    return found


def offered_pictures() -> dict[str, str]:
    """Names of the pictures that designs may use, by their `src`."""
    rows = PrintedPicture.objects.filter(is_offered=True)
    return {f"picture/{row.sha256}.jpg": str(row) for row in rows}
