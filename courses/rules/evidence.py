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
    Likeness.SAME_KHMER: (0.61, 0.00027),
    Likeness.SAME_LATIN: (0.29, 0.00013),
    Likeness.SAME_SOUND: (0.082, 0.00035),
    Likeness.NEAR: (0.0088, 0.0034),
    Likeness.OTHER_KHMER: (0.011, 0.0003),
    Likeness.OTHER: (0.0049, 1.0),
}
SEX = {"same": (0.99, 0.66), "other": (0.0085, 0.34)}
#: `about`: at most three years apart, one of them an estimate; `near`: one year apart.
BIRTH_YEAR = {
    "same": (0.9, 0.041),
    "about": (0.046, 0.0012),
    "near": (0.044, 0.08),
    "other": (0.014, 0.88),
}
PHONE = {"same": (0.78, 1.7e-6), "shared": (0.034, 1.8e-6), "other": (0.18, 1.0)}
EMPLOYER = {"same": (0.89, 0.0031), "other": (0.12, 1.0)}
#: At the same employer only. Set M mistypes no number; one in a thousand is assumed.
NUMBER = {"same": (0.999, 4.2e-5), "other": (0.001, 1.0)}


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
