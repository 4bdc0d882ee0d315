"""What the sixty demo runs look like: how many of each course, how long, who comes."""

from dataclasses import dataclass
from datetime import time

from courses.rules.schedule import AFTERNOON, MORNING

TWO_HOURS = (time(14, 0), time(16, 0))
DAY = (MORNING, AFTERNOON)


@dataclass(frozen=True)
class Delivery:
    """`blocks` training blocks of `days` days each, `gap` days from block to block.

    `roles` are the roles with their weights, `women` the share of women among the participants,
    `pool` the kind of organization that the people come from.
    """

    runs: int
    people: int
    days: int
    times: tuple = DAY
    blocks: int = 1
    gap: int = 7
    roles: tuple[tuple[str, int], ...] = (("worker", 1),)
    women: float = 0.8
    pool: str = "factory"
    policy: str = "open"


COMMITTEE = (("worker", 4), ("worker_rep", 3), ("supervisor", 3), ("manager", 2))
UNION = (("union_leader", 3), ("worker_rep", 1))

DELIVERIES = {
    "TUL": Delivery(4, 25, 2, blocks=6, gap=28, roles=UNION, women=0.45, pool="union",
                    policy="request"),
    "CBA": Delivery(4, 30, 3, roles=UNION, women=0.45, pool="union", policy="invitation"),
    "OSHI": Delivery(2, 40, 5, roles=(("official", 1),), women=0.30, pool="office",
                     policy="invitation"),
    "OSHC": Delivery(10, 25, 2, roles=COMMITTEE, women=0.60),
    "DIGW": Delivery(8, 45, 1, times=(TWO_HOURS,), women=0.82),
    "ESS": Delivery(8, 34, 1, times=(TWO_HOURS,), blocks=6,
                    roles=(("worker", 4), ("supervisor", 1))),
    "SST": Delivery(5, 25, 2, blocks=2, gap=35, roles=(("supervisor", 1),), women=0.70),
    "PICC": Delivery(4, 30, 1, blocks=3, gap=28, times=(TWO_HOURS,),
                     roles=(("worker_rep", 3), ("manager", 2)), women=0.60),
    "GEN": Delivery(5, 40, 1, roles=(("manager", 2), ("supervisor", 2), ("worker", 4))),
    "HEAT": Delivery(4, 60, 1, times=(TWO_HOURS,), roles=(("worker", 9), ("supervisor", 1))),
    "PROD": Delivery(2, 25, 2, roles=UNION, women=0.50, pool="union", policy="request"),
    "TOT": Delivery(2, 14, 5, roles=(("trainer", 1),), women=0.50, pool="any",
                    policy="invitation"),
    "TUCG": Delivery(2, 24, 1, times=(MORNING,), blocks=6, gap=60,
                     roles=(("union_leader_federation", 1),), women=0.45, pool="federation",
                     policy="invitation"),
}  # fmt: skip

#: Shares of the marks of somebody who comes (domain assumptions, in per cent).
PRESENCES = {"present": 86, "late": 6, "left_early": 2, "excused": 2, "absent": 4}
NO_SHOW = 0.12
WALK_IN = 0.08
PEOPLE = 1500
