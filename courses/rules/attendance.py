"""Minutes that a mark earns."""

GRACE_MINUTES = 15


def credited_minutes(
    presence: str, *, planned: int, missed: int = 0, grace: int = GRACE_MINUTES
) -> int:
    """Minutes credited for a mark in a session of `planned` minutes.

    `missed` counts from the start for `late` and to the end for `left_early`. Coming up to `grace`
    minutes late costs nothing, and only the minutes beyond it are taken off.
    """
    if presence == "present":
        return planned
    if presence == "late":
        return max(0, planned - max(0, missed - grace))
    if presence == "left_early":
        return max(0, planned - missed)
    return 0
