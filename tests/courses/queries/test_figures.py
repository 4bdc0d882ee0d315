"""The engine counts what the reference counts, in hand-made worlds and in random ones."""

from dataclasses import astuple

import pytest

from courses.queries.figures import figures
from courses.rules.indicators import REGISTER
from courses.rules.reach import Filters
from tests.reference.cases import CASES
from tests.reference.dump import LOCAL
from tests.reference.scene import NOW, Scene

pytestmark = pytest.mark.django_db

#: What the reference calls otherwise: the figure with the dimension that it adds to the key.
TABLES = {
    "R15": ("R2", "role"),
    "R23": ("R2", "province"),
    "R24": ("R2", "sector"),
    "R27": ("R2", "constituent"),
}


def counted(expect, ids):
    """What the engine finds where the reference was asked for `expect`."""
    only = {name: frozenset(wanted) for name, wanted in expect.narrowed(ids).items()}
    filters = Filters(expect.start, expect.end, only, expect.area, NOW.astimezone(LOCAL))
    code, *last = TABLES.get(expect.code, (expect.code,))
    with figures(filters) as found:
        if code == "BOUNDS":
            return {(): astuple(found.bounds())}
        return found.values(REGISTER[code], *expect.by, *last)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hand_made_worlds(case):
    scene = Scene()
    case.build(scene)

    for expect in case.expected:
        assert counted(expect, scene.ids) == expect.cells(scene.ids), expect
