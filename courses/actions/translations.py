"""Write the translation of a page text by text, and remember what was translated from what."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from courses.actions.audit import record
from courses.exceptions import Refused
from courses.models import PageTranslation
from courses.queries.page_leaves import leaves_of, tree_of
from courses.queries.translations import Comparison, comparison, source_of, why_not_translate
from courses.rules.page_changes import (
    Form,
    Segment,
    changed_words,
    confirmed,
    is_outdated,
    told,
)
from courses.rules.page_tree import paired, put_in_order, stored, take_out, write

REFUSALS = {
    "not_your_page": _("You may not change this page. Ask the team whose branch it is in."),
    "locked": _("The page is locked. Ask who locked it, or wait until it is approved."),
    "no_source": _("There is no page that this one is translated from."),
    "changed_meanwhile": _(
        "Somebody changed a text while you wrote. Nothing is saved and nothing of yours is lost: "
        "look at the marked texts, then save again."
    ),
}


@dataclass(frozen=True)
class Changes:
    """What somebody did to the texts of a page, by their keys: new words; texts that are right as
    they are; settings that shall be those of the source, and parts that shall go. `was` are the
    fingerprints of all of them as she saw them."""

    was: Mapping[str, str]
    words: Mapping[str, str] = field(default_factory=dict)
    right: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()

    @property
    def keys(self) -> set[str]:
        return {*self.words, *self.right, *self.taken}


def outdated(found: Iterable[Segment], changes: Changes) -> set[str]:
    """The keys of texts that somebody else changed since."""
    return {
        each.leaf.key
        for each in found
        if each.leaf.key in changes.keys
        and is_outdated(each, changes.was.get(each.leaf.key, ""), _wanted(each, changes))
    }


def _wanted(segment: Segment, changes: Changes) -> object:
    key = segment.leaf.key
    return changes.words.get(key, segment.leaf.value if key in changes.taken else segment.words)


@transaction.atomic
def save_translation(page: Page, changes: Changes, *, by: AbstractBaseUser) -> int:
    """Save the changes as one draft, or none; returns how many texts they touched. Nothing is
    published. Sending them twice changes nothing more. Raises Refused: `not_your_page`, `locked`,
    `no_source`, `changed_meanwhile`."""
    page = type(page).objects.select_for_update(of=("self",)).get(pk=page.pk)
    reason = why_not_translate(page, by)
    source = None if reason else source_of(page)
    if reason or source is None:
        raise _no(reason or "no_source")
    compared = comparison(source, page)
    if outdated(compared.segments, changes):
        raise _no("changed_meanwhile")
    touched = [each for each in compared.segments if each.leaf.key in changes.keys]
    written = [each for each in touched if _write(compared, each, changes)]
    if written:
        _save(page, compared.tree, {each.leaf.path[0] for each in written}, by)
    if changes.right:
        _confirm(compared, set(changes.right))
        record(page, "translation_confirmed", by=by, texts=len(changes.right))
    return len(touched)


def _no(reason: str) -> Refused:
    return Refused(REFUSALS[reason], code=reason)


def _write(compared: Comparison, segment: Segment, changes: Changes) -> bool:
    """Whether the tree is another one now."""
    leaf = segment.leaf
    if leaf.key in changes.words:
        write(compared.tree, leaf.path, changes.words[leaf.key], compared.source_tree)
    elif leaf.key not in changes.taken:
        return False
    elif leaf.form is Form.PART:
        take_out(compared.tree, leaf.path[:-1])
    elif leaf.form is Form.ORDER:
        put_in_order(compared.tree, leaf.path[:-1], leaf.value)
    else:
        write(compared.tree, leaf.path, leaf.value, compared.source_tree)
    return True


def _save(page: Page, tree: dict, names: set[str], by: AbstractBaseUser) -> None:
    draft = page.get_latest_revision_as_object()
    for name in names:
        value = tree[name]
        model_field = draft._meta.get_field(name)
        if isinstance(value, list):
            value = json.dumps(stored(value))
        setattr(draft, model_field.attname, value)
    if not draft.live:
        draft.save(clean=False)
    draft.save_revision(user=by, log_action="courses.page_translated", clean=False)


def _confirm(compared: Comparison, keys: set[str]) -> None:
    """After the draft was saved, for that may have told of other texts."""
    row = PageTranslation.objects.filter(page=compared.page.pk).first()
    seen = confirmed(row.seen if row else compared.seen, compared.source_leaves, keys)
    PageTranslation.objects.update_or_create(page_id=compared.page.pk, defaults={"seen": seen})


@transaction.atomic
def notice_version(version: Revision) -> None:
    """Remember which texts were translated anew in a version of a page, whoever saved it and
    where. Texts that stayed as they were are as far behind as before."""
    page = version.content_object
    source = source_of(page)
    if source is None:
        return
    before = comparison(source, page, before=version)
    tree = paired(before.source_tree, tree_of(type(page), version.content))
    leaves = leaves_of(type(page), tree)
    changed = changed_words(before.leaves, leaves)
    if not changed and not page.revisions.filter(pk__lt=version.pk).exists():
        return
    seen = told(before.seen, before.source_leaves, leaves, changed)
    if seen != before.remembered:
        PageTranslation.objects.update_or_create(page_id=page.pk, defaults={"seen": seen})
