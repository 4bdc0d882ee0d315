"""Which parts of a page differ between two of its versions, as the versions are stored."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: Fields whose words are translated.
TEXT_FIELDS = ("title", "summary", "picture_alt", "audience", "certificate", "about")
STREAM_FIELDS = ("outcomes", "body")
#: Fields that are the same in every language, or that only search engines read.
OTHER_FIELDS = ("minutes", "picture", "search_words", "seo_title", "search_description")


@dataclass(frozen=True)
class ChangedPart:
    """`kind` is the name of a field or the type of a block; `number` counts the blocks of the newer
    version from one, 0 for fields and for blocks that are gone."""

    kind: str
    number: int = 0


def changed_parts(before: dict, after: dict) -> tuple[ChangedPart, ...]:
    """What is new in `after`, other than in `before`, or gone. The order of blocks is no
    difference. Both are the contents of revisions: stream fields stand in them as JSON."""
    fields = [ChangedPart(name) for name in TEXT_FIELDS if before.get(name) != after.get(name)]
    blocks = [part for name in STREAM_FIELDS for part in _changed_blocks(name, before, after)]
    return (*fields, *blocks)


def all_changes(before: dict, after: dict) -> tuple[ChangedPart, ...]:
    """As `changed_parts`, with the fields that are not translated and with `order` where blocks
    only stand in another order. Empty only where both are the same."""
    others = [ChangedPart(name) for name in OTHER_FIELDS if before.get(name) != after.get(name)]
    found = (*changed_parts(before, after), *others)
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
