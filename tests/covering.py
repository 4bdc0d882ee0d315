"""How lines that tests reach are counted: for `-p tests.covering`, which comes before SlipCover.

On Python 3.11 SlipCover takes its probe out of a line that ran fifty times. For that it walks
through all modules and all frames, and the code begins cold again; a probe that stays costs nearly
nothing (docs/decisions/0096). Its own option for that does not reach the workers of xdist (1.1).
"""

import slipcover

NEVER = 1_000_000_000


class LeavesProbes(slipcover.Slipcover):
    def __init__(self, **options):
        super().__init__(d_miss_threshold=NEVER, **options)


slipcover.Slipcover = LeavesProbes
