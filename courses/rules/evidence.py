"""How much each observation says: its share among pairs that are one person, and among others.

The shares come from set M (tests/benchmarks/set_m.py, built to domain.md §3 and §5): 60,000 people
and 3,000 second records, counted by `python -m tests.benchmarks.train` on seeds that the benchmark
never uses, rounded to two figures. Weights are log2(share / share), as Fellegi and Sunter
(A Theory for Record Linkage, 1969) put it; an observation that was not made weighs nothing.
"""

from math import log2

from courses.rules.name_likeness import Likeness

#: Observation: (share among pairs that are one person, share among two different people).
NAMES = {
    Likeness.SAME_KHMER: (0.59, 0.00028),
    Likeness.SAME_LATIN: (0.30, 0.00014),
    Likeness.SAME_SOUND: (0.086, 0.00036),
    Likeness.NEAR: (0.011, 0.0033),
    Likeness.OTHER_KHMER: (0.0099, 0.00032),
    Likeness.OTHER: (0.0049, 0.996),
}
SEX = {"same": (0.991, 0.66), "other": (0.0086, 0.34)}
#: `about`: at most three years apart, one of them an estimate; `near`: one year apart.
BIRTH_YEAR = {
    "same": (0.88, 0.041),
    "about": (0.053, 0.0013),
    "near": (0.049, 0.080),
    "other": (0.016, 0.88),
}
PHONE = {"same": (0.79, 1.7e-6), "shared": (0.028, 1.8e-6), "other": (0.18, 1.0)}
EMPLOYER = {"same": (0.88, 0.0032), "other": (0.12, 0.997)}
#: At the same employer only.
NUMBER = {"same": (0.999, 4e-5), "other": (0.001, 1.0)}


def bits(shares: tuple[float, float]) -> float:
    """The weight of an observation in bits: positive speaks for one person."""
    return log2(shares[0] / shares[1])


WEIGHTS = {
    field: {level: bits(shares) for level, shares in table.items()}
    for field, table in (
        ("name", NAMES),
        ("sex", SEX),
        ("birth_year", BIRTH_YEAR),
        ("phone", PHONE),
        ("employer", EMPLOYER),
        ("number", NUMBER),
    )
}
