"""What must be done before a run can be closed."""

from dataclasses import dataclass

NOT_HELD, SESSIONS, REGISTERS = "never_held", "sessions_left", "registers_open"
WALK_INS, REQUESTS, NAMES = "walk_ins_unmatched", "requests_unanswered", "names_undecided"


@dataclass(frozen=True)
class ToClose:
    """What counts for closing a run. `planned` sessions were neither held nor cancelled, those that
    are `unlocked` were held and their register is open. `walk_ins` may be somebody on record;
    `names` of organizations wait for a decision."""

    held: int
    planned: int = 0
    unlocked: int = 0
    walk_ins: int = 0
    requests: int = 0
    names: int = 0

    def left(self) -> dict[str, int]:
        """Every thing to be done and how many of it are left, in the order of work. A run all of
        whose sessions were cancelled is called off, not closed."""
        return {
            NOT_HELD: int(not self.held and not self.planned),
            SESSIONS: self.planned,
            REGISTERS: self.unlocked,
            WALK_INS: self.walk_ins,
            REQUESTS: self.requests,
            NAMES: self.names,
        }

    def missing(self) -> dict[str, int]:
        """What is left to do; empty when the run can be closed."""
        return {code: number for code, number in self.left().items() if number}
