"""A page beside the page that it is translated from."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser
from wagtail.coreutils import get_content_languages
from wagtail.models import Page, Revision

from courses.models import PageTranslation
from courses.queries.page_leaves import TRANSLATED, leaves_of, tree_of, tree_of_row
from courses.rules.page_changes import (
    ChangedPart,
    Leaf,
    Segment,
    State,
    believed,
    changed_parts,
    segments,
    unknown,
)
from courses.rules.page_tree import paired


@dataclass(frozen=True)
class Comparison:
    """The newest versions of both pages as trees. The translation's nodes bear the ids of the
    source's where they belong together. `remembered` is None where nothing was kept by hand yet,
    and the versions of both pages tell what was translated from what; `base` is then the source as
    it was when the translation was saved, or None where nobody can tell."""

    source: Page
    page: Page
    source_tree: dict
    tree: dict
    remembered: dict | None = None
    base: dict | None = None

    @cached_property
    def source_leaves(self) -> list[Leaf]:
        return leaves_of(type(self.source), self.source_tree)

    @cached_property
    def leaves(self) -> list[Leaf]:
        return leaves_of(type(self.page), self.tree)

    @cached_property
    def seen(self) -> dict[str, list]:
        if self.remembered is not None:
            return self.remembered
        if self.base is None:
            return unknown(self.leaves)
        return believed(leaves_of(type(self.source), self.base), self.leaves)

    @cached_property
    def segments(self) -> list[Segment]:
        return segments(self.source_leaves, self.leaves, self.seen)

    @property
    def changed(self) -> tuple[ChangedPart, ...] | None:
        """The parts in which the translation is behind; None where nobody can tell which."""
        if self.remembered is None and self.base is None:
            return None
        return changed_parts(self.segments)

    @property
    def untranslated(self) -> int:
        """How many texts are empty or still the words of the source."""
        return sum(each.state is State.MISSING and not each.is_behind for each in self.segments)


def languages_of(page: Page) -> dict[str, Page]:
    """The page in every language that it has, in the order of the site's languages; the others
    are translated from the first. One query."""
    codes = list(get_content_languages())
    versions = type(page).objects.filter(translation_key=page.translation_key)
    found = {each.locale.language_code: each for each in versions.select_related("locale")}
    return {code: found[code] for code in codes if code in found}


def source_of(page: Page) -> Page | None:
    """The page that this one is translated from; None for that page itself, for a copy that
    follows it by itself, and for a page in a language that the site does not write in."""
    if not isinstance(page, TRANSLATED) or page.alias_of_id:
        return None
    first, *others = languages_of(page).values() or [None]
    return first if any(each.pk == page.pk for each in others) else None


def why_not_translate(page: Page, user: AbstractBaseUser) -> str:
    """A code of why the user may not write this translation; empty where she may."""
    if not page.permissions_for_user(user).can_edit():
        return "not_your_page"
    lock = page.get_lock()
    return "locked" if lock and lock.for_user(user) else ""


def may_read_draft(source: Page, user: AbstractBaseUser) -> bool:
    """Whether the user may see versions of the source that are not published."""
    return source.permissions_for_user(user).can_edit()


def comparison(source: Page, page: Page, *, before: Revision | None = None) -> Comparison:
    """Both pages in their newest versions, or the translation as it was before one of its own.
    At most four queries."""
    newest = _newest(source)
    mine = _newest(page, before)
    remembered = PageTranslation.objects.filter(page=page.pk).values_list("seen", flat=True).first()
    base = None
    if remembered is None:
        base = newest
        if newest and mine and mine.created_at < newest.created_at:
            base = source.revisions.filter(created_at__lte=mine.created_at)
            base = base.order_by("created_at", "pk").last()
        elif newest and not mine:
            base = source.revisions.order_by("created_at", "pk").first()
    model = type(source)
    source_tree = tree_of(model, newest.content) if newest else tree_of_row(source)
    tree = tree_of(model, mine.content) if mine else tree_of_row(page)
    if base is None:
        base_tree = source_tree if newest is None else None
    else:
        base_tree = tree_of(model, base.content)
    return Comparison(
        source,
        page,
        source_tree,
        paired(source_tree, tree),
        remembered,
        base_tree,
    )


def _newest(page: Page, before: Revision | None = None) -> Revision | None:
    versions = page.revisions.order_by("created_at", "pk")
    return (versions.filter(pk__lt=before.pk) if before else versions).last()
