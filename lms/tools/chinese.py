"""Which words of `courses` are in Chinese too: those of the screens where organizations name
people, and of what may be wrong with a list."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ("back", "error_summary", "field", "field_words", "fields", "messages", "notice",
              "person_name")  # fmt: skip
TEMPLATES = "courses/templates/courses"
#: Files of which every word is wanted.
WHOLE = (
    "courses/forms/nominate.py",
    "courses/actions/nominations.py",
    "courses/views/nominate.py",
    "courses/views/nominees.py",
    "courses/views/nominee_lists.py",
    "courses/views/nomination_words.py",
    f"{TEMPLATES}/imports/problems.html",
    *(f"{TEMPLATES}/components/{name}.html" for name in COMPONENTS),
)
#: Files of which some classes, functions or constants are wanted.
PARTS = {
    "courses/choices/people.py": {"Sex", "Role"},
    "courses/choices/runs.py": {"DeliveryLanguage"},
    "courses/choices/lists.py": {"FileProblem", "ListProblem"},
    "courses/forms/imports.py": {"KINDS", "WHY", "ColumnsForm", "_words_about"},
    "courses/forms/enrol.py": {"YEAR_PROBLEMS", "clean_phone"},
}


def sources() -> list[Path]:
    screens = (ROOT / TEMPLATES / "nominate").glob("*.html")
    return sorted([*screens, *(ROOT / name for name in (*WHOLE, *PARTS))])


def lines_of(path: Path) -> set[int] | None:
    """The lines of the wanted parts of a file; None for all."""
    wanted = PARTS.get(path.relative_to(ROOT).as_posix())
    if wanted is None:
        return None
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[int] = set()
    for node in ast.walk(tree):
        if _name(node) in wanted:
            found.update(range(node.lineno, node.end_lineno + 1))
    return found


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return getattr(node, "name", "")
