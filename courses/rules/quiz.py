"""What an author set for a quiz, and what follows for a person who answers it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from courses.rules.questions import Kind, Pool, Question, draw, questions_of

#: A slow line may take this long after the time is over.
GRACE = timedelta(seconds=60)


@dataclass(frozen=True)
class Quiz:
    """`attempts` and `minutes` are 0 without a limit; `pass_percent` None where the course's rule
    says it; `notes` is "always" or "passed"."""

    title: str
    questions: tuple[Question, ...]
    pools: tuple[Pool, ...] = ()
    shuffle: bool = False
    pass_percent: int | None = None
    attempts: int = 0
    minutes: int = 0
    notes: str = "always"

    @property
    def has_limits(self) -> bool:
        """Whether a person begins it by a button, because from then on something runs out."""
        return bool(self.attempts or self.minutes)

    @property
    def is_for_people_only(self) -> bool:
        """Whether practising without a name would undo the limits, or nobody could mark it."""
        written = any(question.kind is Kind.WRITTEN for question in self.questions)
        return self.has_limits or written or self.notes == "passed"

    @property
    def length(self) -> int:
        """How many questions one person gets."""
        pools = {pool.name: pool.count for pool in self.pools}
        return sum(each.pool not in pools for each in self.questions) + sum(
            min(count, sum(each.pool == name for each in self.questions))
            for name, count in pools.items()
        )

    def drawn(self, seed: str) -> tuple[Question, ...]:
        return draw(self.questions, seed=seed, pools=self.pools, shuffle=self.shuffle)


def quiz_of(value: dict) -> Quiz:
    """From the stored value of a quiz block; what older blocks lack has no limit."""
    pools = [pool.get("value", pool) for pool in value.get("pools") or ()]
    return Quiz(
        title=value["title"],
        questions=questions_of(value["questions"]),
        pools=tuple(Pool(pool["name"].strip(), pool["count"]) for pool in pools),
        shuffle=bool(value.get("shuffle")),
        pass_percent=value.get("pass_percent"),
        attempts=value.get("attempts") or 0,
        minutes=value.get("minutes") or 0,
        notes=value.get("notes") or "always",
    )


def ends_at(begun: datetime, minutes: int) -> datetime | None:
    """When the time is over, without grace; None without a limit."""
    return begun + timedelta(minutes=minutes) if minutes else None


def is_late(begun: datetime, minutes: int, now: datetime) -> bool:
    """Whether answers that come now do not count any more."""
    end = ends_at(begun, minutes)
    return end is not None and now > end + GRACE


def attempts_left(quiz: Quiz, handed_in: int) -> int | None:
    """None without a limit."""
    return max(quiz.attempts - handed_in, 0) if quiz.attempts else None


def tells_notes(quiz: Quiz, percents: list[int], needed: int | None) -> bool:
    """Whether a person sees what was right, having handed in attempts with these results."""
    if quiz.notes == "always" or attempts_left(quiz, len(percents)) == 0:
        return True
    return max(percents, default=0) >= (quiz.pass_percent or needed or 100)
