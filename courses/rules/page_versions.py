"""Which parts of a page differ between two of its versions, as the versions are stored."""

import json
from collections.abc import Iterable, Iterator

from courses.rules.page_changes import ChangedPart

STREAM_FIELDS = ("outcomes", "body")
#: Fields whose words everybody reads, and all others that a file of a course carries.
TEXT_FIELDS = ("title", "summary", "picture_alt", "audience", "certificate", "about")
OTHER_FIELDS = ("minutes", "picture", "search_words", "seo_title", "search_description")


def all_changes(before: dict, after: dict) -> tuple[ChangedPart, ...]:
    """What is new in `after`, other than in `before`, or gone; `order` where blocks only stand in
    another order. Empty only where both are the same. Both are the contents of revisions: stream
    fields stand in them as JSON."""
    texts, others = (
        [ChangedPart(name) for name in names if before.get(name) != after.get(name)]
        for names in (TEXT_FIELDS, OTHER_FIELDS)
    )
    blocks = [part for name in STREAM_FIELDS for part in _changed_blocks(name, before, after)]
    found = (*texts, *blocks, *others)
    orders = ([[*_by_id(each.get(name))] for name in STREAM_FIELDS] for each in (before, after))
    is_moved = not found and len({json.dumps(order) for order in orders}) > 1
    return (ChangedPart("order"),) if is_moved else found


def _changed_blocks(name: str, before: dict, after: dict) -> Iterator[ChangedPart]:
    old, new = _by_id(before.get(name)), _by_id(after.get(name))
    for number, (key, block) in enumerate(new.items(), 1):
        if old.get(key) != block:
            yield ChangedPart(block[0], number)
    yield from (ChangedPart(block[0]) for key, block in old.items() if key not in new)


def _by_id(stored: str | Iterable[dict] | None) -> dict[str, tuple[str, object]]:
    blocks = json.loads(stored) if isinstance(stored, str) else stored
    return {block.get("id", ""): (block["type"], block["value"]) for block in blocks or ()}
