"""What a run brings in against what it costs."""

from decimal import Decimal

from courses.rules.cost_recovery import Costs, asked, cost_recovery, income


def costs(price, *, waived=0, direct_cost=0, **more):
    amounts = (Decimal(amount) for amount in (price, waived, direct_cost))
    return Costs(**dict(zip(("price", "waived", "direct_cost"), amounts, strict=True)), **more)


def test_a_flat_price_does_not_depend_on_who_came():
    run = costs(500, direct_cost=1000, starters=23)
    assert (asked(run), income(run), cost_recovery(run)) == (500, 500, Decimal("0.5"))


def test_a_price_for_each_person_counts_those_who_came():
    run = costs("12.50", direct_cost=400, is_per_person=True, starters=20)
    assert (asked(run), cost_recovery(run)) == (250, Decimal("0.625"))


def test_what_is_waived_is_no_income_and_never_a_debt():
    assert income(costs(500, waived=200)) == 300
    assert income(costs(10, waived=200, is_per_person=True, starters=3)) == 0


def test_income_may_be_more_than_the_cost():
    assert cost_recovery(costs(300, direct_cost=200)) == Decimal("1.5")


def test_without_a_cost_there_is_no_share():
    assert cost_recovery(costs(500)) is None
