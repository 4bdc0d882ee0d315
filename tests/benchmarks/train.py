"""Counts in set M what courses/rules/evidence.py states, and prints it to be copied there.

Usage: python -m tests.benchmarks.train. Its seeds are others than the benchmark's.
"""

from collections import Counter, defaultdict
from itertools import combinations
from random import Random

from courses.rules.matching import observations
from courses.rules.traits import Known
from tests.benchmarks.set_m import Entry, gold_pairs, set_m, traits_of

SEEDS = (1, 2)
SAMPLE = 500_000


def known(entry: Entry, place: int) -> Known:
    employer = entry.employer + 1
    numbers = frozenset({(employer, entry.number)} if entry.number else ())
    return Known(place, traits_of(entry, place, employer), numbers, frozenset({employer}))


def counted(people, pairs) -> Counter:
    """How often each (field, level) is observed in the pairs."""
    return Counter(
        observation
        for one, other in pairs
        for observation in observations(people[one].traits, people[other]).items()
    )


def sample_of_others(entries, rng):
    places = range(len(entries))
    pairs = ((rng.choice(places), rng.choice(places)) for _ in range(SAMPLE))
    return [(a, b) for a, b in pairs if entries[a].human != entries[b].human]


def sharing(entries, key):
    """Pairs of two humans whose entries agree in `key`, where they have one."""
    places = defaultdict(list)
    for place, entry in enumerate(entries):
        if value := key(entry):
            places[value].append(place)
    pairs = (pair for group in places.values() for pair in combinations(group, 2))
    return [(a, b) for a, b in pairs if entries[a].human != entries[b].human]


def rare_among_others(entries, people) -> dict:
    """Shares of a common phone among pairs that tell phones, and of a common number at one
    workplace."""
    phones = sum(bool(entry.phone) for entry in entries)
    both = counted(people, sharing(entries, lambda entry: entry.phone))
    at = counted(people, sharing(entries, lambda entry: entry.number and entry.employer + 1))
    here = at["number", "same"] + at["number", "other"]
    return {
        ("phone", "same"): both["phone", "same"] / (phones * (phones - 1) / 2),
        ("phone", "shared"): both["phone", "shared"] / (phones * (phones - 1) / 2),
        ("number", "same"): at["number", "same"] / here,
    }


def shares(counts: Counter) -> dict:
    sums = Counter()
    for (field, _level), number in counts.items():
        sums[field] += number
    return {observation: n / sums[observation[0]] for observation, n in counts.items()}


def main():
    same, others, rare = Counter(), Counter(), Counter()
    for seed in SEEDS:
        entries = set_m(seed)
        people = [known(entry, place) for place, entry in enumerate(entries)]
        same += counted(people, gold_pairs(entries))
        others += counted(people, sample_of_others(entries, Random(seed)))
        for observation, share in rare_among_others(entries, people).items():
            rare[observation] += share / len(SEEDS)
    among_others = shares(others) | rare
    for observation, share in sorted(shares(same).items()):
        print(*observation, f"{share:.2g}", f"{among_others.get(observation, 0):.2g}")


if __name__ == "__main__":
    main()
