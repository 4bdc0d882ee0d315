"""How the tests of the house read the source tree: files, calls and tags with their places."""

import ast
from collections.abc import Iterator
from pathlib import Path

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


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def method_calls(path: Path, names: set[str]) -> Iterator[str]:
    """`file:line name` of every call or decorator that ends in one of the names, but for `self`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and node.attr in names and not on_self(node):
            yield f"{name(path)}:{node.lineno} {node.attr}"


def on_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def inner_imports(path: Path) -> Iterator[str]:
    """`file:line` of every import inside a function."""
    for function in ast.walk(tree(path)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield f"{name(path)}:{node.lineno}"
