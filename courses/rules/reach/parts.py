"""One value of one dimension as one text, such as "province:12": what a target or a report is
about."""

from courses.rules.reach.question import Value
from courses.rules.reach.values import read, written


def part(dimension: str, value: Value) -> str:
    return f"{dimension}:{written(value)}"


def read_part(text: str) -> tuple[str, Value]:
    """Dimension and value. Raises ValueError for what `part` did not write."""
    dimension, _colon, told = text.partition(":")
    value = read(dimension, told)
    if not told or value is None:
        raise ValueError(text)
    return dimension, value
