"""Hand-made worlds with the numbers that must be counted in them, for every way of counting.

@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_…(case):
    scene = Scene()
    case.build(scene)
    for expect in case.expected:
        assert counted(expect, …) == expect.cells(scene.ids)
"""

from tests.reference.agreed_cases import AGREED
from tests.reference.asked_cases import ASKED
from tests.reference.definitions import DEFINITIONS
from tests.reference.double_counting import DOUBLE_COUNTING
from tests.reference.learned import LEARNED
from tests.reference.nasty import NASTY

CASES = [*DOUBLE_COUNTING, *NASTY, *DEFINITIONS, *LEARNED, *ASKED, *AGREED]
