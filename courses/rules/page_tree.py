"""What a page holds, as a tree of plain values. Its nodes `{"type", "id", "value"}` are the
blocks of a stream and the items of a list; a path leads into it by names and by ids of nodes."""

from collections.abc import Iterable
from uuid import UUID, uuid5

Path = tuple[str, ...]

#: Ids that begin so are positions, of nodes that have no id of their own.
POSITION = "#"


def is_nodes(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) and "id" in each and "value" in each for each in value
    )


def paired(source: object, other: object) -> object:
    """`other` with the ids of `source` where a list of both has the same types in the same order
    and no id in common: pages that were begun side by side and not copied."""
    if isinstance(source, dict) and isinstance(other, dict):
        return {name: paired(source.get(name), value) for name, value in other.items()}
    if not (is_nodes(source) and is_nodes(other)):
        return other
    twins = {node["id"]: node for node in source}
    if not any(node["id"] in twins for node in other) and _types(source) == _types(other):
        pairs = zip(source, other, strict=True)
        other = [{**node, "id": twin["id"]} for twin, node in pairs]
    return [
        {**node, "value": paired(twins.get(node["id"], {}).get("value"), node["value"])}
        for node in other
    ]


def _types(nodes: list[dict]) -> list[str]:
    return [node["type"] for node in nodes]


def found(tree: object, path: Iterable[str]) -> object:
    """What a path leads to; raises KeyError where it leads nowhere."""
    for name in path:
        tree = _step(tree, name)
    return tree


def _step(tree: object, name: str) -> object:
    if isinstance(tree, dict):
        return tree[name]
    for node in tree if isinstance(tree, list) else ():
        if node["id"] == name:
            return node["value"]
    raise KeyError(name)


def write(tree: object, path: Path, value: object, source: object) -> None:
    """Puts a value where a path leads to. Nodes on the way that are missing come from `source`,
    whole, behind the node that stands before them there."""
    *way, last = path
    for name in way:
        _bring(tree, name, source)
        tree, source = _step(tree, name), _step(source, name)
    if isinstance(tree, dict):
        tree[last] = value
        return
    _bring(tree, last, source)
    next(node for node in tree if node["id"] == last)["value"] = value


def _bring(tree: object, name: str, source: object) -> None:
    if isinstance(tree, list) and all(node["id"] != name for node in tree):
        _insert(tree, name, source)


def _insert(nodes: list[dict], name: str, source: list[dict]) -> None:
    ids = [node["id"] for node in source]
    place = ids.index(name)
    there = [node["id"] for node in nodes]
    before = next((key for key in reversed(ids[:place]) if key in there), None)
    at = there.index(before) + 1 if before is not None else 0
    nodes.insert(at, _copied(source[place]))


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {name: _copied(each) for name, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def take_out(tree: object, path: Path) -> None:
    """Takes the node that a path leads to out of its list."""
    nodes = found(tree, path[:-1])
    nodes[:] = [node for node in nodes if node["id"] != path[-1]]


def put_in_order(tree: object, path: Path, ids: list[str]) -> None:
    """Sorts the nodes of a list as `ids` are; those that are not among them stay at the end."""
    nodes = found(tree, path)
    places = {key: place for place, key in enumerate(ids)}
    nodes.sort(key=lambda node: places.get(node["id"], len(places)))


def stored(tree: object) -> object:
    """The tree as a page stores it: without ids that are only positions."""
    if isinstance(tree, dict):
        return {
            name: stored(value)
            for name, value in tree.items()
            if not (name == "id" and isinstance(value, str) and value.startswith(POSITION))
        }
    return [stored(each) for each in tree] if isinstance(tree, list) else tree


def named(value: object, key: UUID, place: str = "") -> object:
    """The value with ids for its nodes that are the same wherever the key is: pages that are begun
    in several languages at once have the same parts."""
    if isinstance(value, dict):
        inner = {name: named(each, key, f"{place}/{name}") for name, each in value.items()}
        is_node = value.keys() >= {"type", "value"}
        return {**inner, "id": str(uuid5(key, place))} if is_node else inner
    if isinstance(value, list):
        return [named(each, key, f"{place}/{number}") for number, each in enumerate(value)]
    return value
