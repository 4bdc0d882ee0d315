"""Ways out of the admin: the trainer's screens, where the site has them."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from courses.models import CourseRun, Session

Link = tuple[str, str, str]


def address(name: str, *args) -> str:
    """The address of a named screen, or "" where the site has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def record_address(name: str, pk: int) -> str:
    """Where the admin shows a record; `name` is that of its viewset."""
    return reverse(f"training_{name}:inspect", args=[pk])


def links(*candidates: Link) -> list[Link]:
    """Those that have an address."""
    return [link for link in candidates if link[1]]


def run_links(run: CourseRun) -> list[Link]:
    return links((_("Open the run"), address("courses:run", run.uuid), "edit"))


def session_links(session: Session) -> list[Link]:
    return links((_("Open the register"), address("courses:register", session.uuid), "form"))
