"""How the tests of the house read the source tree: files, calls and tags with their places."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
APPS = ("courses", "certificates")
PACKAGES = (*APPS, "lms")
NOT_CODE = {"migrations", "__pycache__", "node_modules"}


def files(pattern: str, folders=PACKAGES) -> list[Path]:
    """Files of the folders that match, sorted, without migrations."""
    found = [path for folder in folders for path in (ROOT / folder).rglob(pattern)]
    return sorted(path for path in found if not NOT_CODE & set(path.parts))


def name(path: Path) -> str:
    """The path as people say it."""
    return path.relative_to(ROOT).as_posix()


def expect_none(found) -> None:
    """Fails with one line for every thing found."""
    assert not found, "\n" + "\n".join(map(str, found))


class Read(NamedTuple):
    """What the tests ask of a file, so that it is parsed and walked once."""

    docstring: str | None
    #: Line and name of every `x.name` but `self.name`.
    attributes: list[tuple[int, str]]
    #: Lines of the imports inside functions.
    inner: list[int]


@cache
def read(path: Path) -> Read:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = Read(ast.get_docstring(tree), [], [])
    waiting = [(tree, False)]
    while waiting:
        node, is_inside = waiting.pop()
        if isinstance(node, ast.Attribute) and not on_self(node):
            found.attributes.append((node.lineno, node.attr))
        elif is_inside and isinstance(node, ast.Import | ast.ImportFrom):
            found.inner.append(node.lineno)
        is_inside |= isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        waiting += [(child, is_inside) for child in ast.iter_child_nodes(node)]
    return found


def method_calls(path: Path, names: set[str]) -> Iterator[str]:
    """`file:line name` of every call or decorator that ends in one of the names, but for `self`."""
    for line, attribute in read(path).attributes:
        if attribute in names:
            yield f"{name(path)}:{line} {attribute}"


def on_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def inner_imports(path: Path) -> Iterator[str]:
    """`file:line` of every import inside a function."""
    return (f"{name(path)}:{line}" for line in read(path).inner)
