"""People who have great difficulty with something, as they told it in confidence."""

from courses.rules.functioning import FEWEST
from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.guarded import Guarded

BOTH = (measures.WITH_DIFFICULTY, measures.WITHOUT_DIFFICULTY)

WITH_DISABILITY = Indicator(
    code="R28",
    version=1,
    name=gettext_noop("People with disability"),
    definition=gettext_noop(
        "People reached who agreed to be asked, answered all six questions of the Washington Group"
        " Short Set, and said “a lot of difficulty” or “cannot do it at all” to at least one. Their"
        " latest answers until the end of the period count. Who did not answer is not in it, so"
        " look at how many answered. It is told for whole quarters that are over. Numbers below ten"
        " are hidden, and so is what would show them. Periods cannot be added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Guarded(*BOTH, fewest=FEWEST),
    fewest=FEWEST,
    beside="R28N",
)
ANSWERED_SIX = Indicator(
    code="R28N",
    version=1,
    name=gettext_noop("People who answered the six questions"),
    definition=gettext_noop(
        "People reached who agreed to be asked and answered all six questions of the Washington"
        " Group Short Set until the end of the period, whatever they said. It is told for whole"
        " quarters that are over. Numbers below ten are hidden, and so is what would show them."
        " Periods cannot be added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Guarded(*BOTH, fewest=FEWEST, counts_all=True),
    fewest=FEWEST,
)
