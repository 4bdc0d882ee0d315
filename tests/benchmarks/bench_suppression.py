"""Hiding what could be told of somebody in a table that a programme publishes."""

import random

from courses.rules.suppression import publish
from tests.benchmarks.measure import Figure, benchmark, median_cpu_ms
from tests.courses.rules.cube_worlds import quarterly_cube


@benchmark("suppression_quarterly_s")
def suppression():
    cube = quarterly_cube(random.Random(7))
    seconds = median_cpu_ms(lambda: publish(cube), times=5, warm_up=1) / 1000
    data = f"25 provinces, 4 sexes, 12 quarters: {len(cube.counts):,} counts"
    yield Figure("suppression_quarterly_s", seconds, "s", data, bar=1)
