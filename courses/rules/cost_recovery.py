"""What a run brings in against what it costs (indicator R26)."""

from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Costs:
    """The money of one run in one currency. `starters` are the people who came at least once."""

    price: Decimal = NOTHING
    is_per_person: bool = False
    starters: int = 0
    waived: Decimal = NOTHING
    direct_cost: Decimal = NOTHING


def asked(costs: Costs) -> Decimal:
    """What the price comes to before anything is waived."""
    return costs.price * costs.starters if costs.is_per_person else costs.price


def income(costs: Costs) -> Decimal:
    """What is left after the waiver, never less than nothing; gifts in kind are no income."""
    return max(asked(costs) - costs.waived, NOTHING)


def cost_recovery(costs: Costs) -> Decimal | None:
    """Income as a share of the direct cost, 1 for all of it; None where there was no cost."""
    return income(costs) / costs.direct_cost if costs.direct_cost else None
