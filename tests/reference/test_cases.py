"""The reference counts in every hand-made world what was written down beside it."""

import pytest

from tests.reference import dump
from tests.reference.cases import CASES
from tests.reference.scene import NOW, Scene

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_counted_is_what_was_written_down(case):
    scene = Scene()
    case.build(scene)
    world = dump(NOW)

    for expect in case.expected:
        assert expect.counted(world, scene.ids) == expect.cells(scene.ids), expect
