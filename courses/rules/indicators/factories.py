"""Factories: which part was reached, and which part of their people."""

from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach.coverage import (
    AtWork,
    AtWorkReached,
    Coverage,
    Employed,
    NotToldHowMany,
    Penetration,
    Trained,
    Workforce,
)

COVERAGE = Indicator(
    code="R18",
    version=1,
    name=gettext_noop("Factory coverage"),
    definition=gettext_noop(
        "Factories reached among the factories at work on the last day of the period. Sector and"
        " province are those of the factory. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Coverage(),
)
AT_WORK_REACHED = Indicator(
    code="R18N",
    version=1,
    name=gettext_noop("Factories at work and reached"),
    definition=gettext_noop(
        "Factories reached that were at work on the last day of the period. It cannot be added up."
    ),
    unit=gettext_noop("factories"),
    is_additive=False,
    way=AtWorkReached(),
)
AT_WORK = Indicator(
    code="R18S",
    version=1,
    name=gettext_noop("Factories at work"),
    definition=gettext_noop(
        "Factories on record that were not closed and stood by themselves on the last day of the"
        " period. It cannot be added up."
    ),
    unit=gettext_noop("factories"),
    is_additive=False,
    way=AtWork(),
)
EMPLOYED = Indicator(
    code="R19",
    version=1,
    name=gettext_noop("People employed in the factories reached"),
    definition=gettext_noop(
        "The latest known number of people whom each factory reached employs, each factory once."
        " These people were not trained, and nobody may call them so. It cannot be added up."
    ),
    unit=gettext_noop("people employed"),
    is_additive=False,
    way=Employed(),
)
NOT_TOLD = Indicator(
    code="R19U",
    version=1,
    name=gettext_noop("Factories reached without a known number of people"),
    definition=gettext_noop(
        "Factories reached of which it is not known how many people they employ; they add nothing"
        " to the people employed. It cannot be added up."
    ),
    unit=gettext_noop("factories"),
    is_additive=False,
    way=NotToldHowMany(),
)
PENETRATION = Indicator(
    code="R20",
    version=1,
    name=gettext_noop("Training penetration"),
    definition=gettext_noop(
        "Different people of a factory who attended in the twelve months to the last day of the"
        " period, among those whom it employs. Where many people leave and join it can pass one"
        " hundred. Factories without a known number of people are not in it. It cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Penetration(),
)
TRAINED = Indicator(
    code="R20N",
    version=1,
    name=gettext_noop("People trained in twelve months"),
    definition=gettext_noop(
        "Different people who attended in the twelve months to the last day of the period, each in"
        " the factory of her latest attendance, where it is known how many people that employs. It"
        " cannot be added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Trained(),
)
WORKFORCE = Indicator(
    code="R20S",
    version=1,
    name=gettext_noop("People employed where somebody was trained"),
    definition=gettext_noop(
        "People whom the factories employ from which somebody attended in the twelve months to the"
        " last day of the period. It cannot be added up."
    ),
    unit=gettext_noop("people employed"),
    is_additive=False,
    way=Workforce(),
)
