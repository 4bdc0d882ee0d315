"""Which half-days elsewhere stand for those that somebody missed."""

from collections.abc import Sequence

from courses.rules.progress import HalfDay


def in_place_of(own: Sequence[HalfDay], other: Sequence[HalfDay]) -> tuple[HalfDay, ...]:
    """The half-days to come of another run of the course to which she could go instead.

    Where both runs have as many half-days, those with the numbers that she missed; else the runs
    are cut in another way, and every one to come is worth asking about.
    """
    missed = {number for number, each in enumerate(own) if each.was_missed}
    alike = len(own) == len(other)
    return tuple(
        each
        for number, each in enumerate(other)
        if missed and not each.is_over and (not alike or number in missed)
    )
