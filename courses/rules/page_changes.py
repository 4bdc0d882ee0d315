"""Which parts of a page differ between two of its versions, as the versions are stored."""

import json
from collections.abc import Iterable, Iterator

#: Fields whose words are translated.
TEXT_FIELDS = ("title", "summary", "picture_alt", "audience", "certificate", "about")
STREAM_FIELDS = ("outcomes", "body")


def changed_parts(before: dict, after: dict) -> tuple[str, ...]:
    """Paths of fields and blocks of `after` that are new, or other than in `before`, and of blocks
    that are gone: `summary`, `body.<id of the block>`. The order of blocks is no difference.

    Both are the contents of revisions: stream fields stand in them as JSON.
    """
    fields = [name for name in TEXT_FIELDS if before.get(name) != after.get(name)]
    blocks = [path for name in STREAM_FIELDS for path in _changed_blocks(name, before, after)]
    return (*fields, *blocks)


def _changed_blocks(name: str, before: dict, after: dict) -> Iterator[str]:
    old, new = _by_id(before.get(name)), _by_id(after.get(name))
    for key in [*new, *(key for key in old if key not in new)]:
        if old.get(key) != new.get(key):
            yield f"{name}.{key}"


def _by_id(stored: str | Iterable[dict] | None) -> dict[str, object]:
    blocks = json.loads(stored) if isinstance(stored, str) else stored
    return {block.get("id", ""): (block["type"], block["value"]) for block in blocks or ()}
