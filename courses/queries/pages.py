"""Addresses of pages below a course."""

from django.utils.text import slugify

from courses.models import CoursePage


def free_slug(parent: CoursePage, title: str) -> str:
    """Of the title where that has Latin letters, else with a number, free below the parent."""
    start = slugify(title)[:80] or "lesson"
    taken = set(parent.get_children().values_list("slug", flat=True))
    slugs = (start, *(f"{start}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in slugs if slug not in taken)
