"""How runs went: who completed, how long people came, how many they were, what came in."""

from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.ways import Count, Money, Share, Spread, earned, recovered, spent

COMPLETION_RATE = Indicator(
    code="R10",
    version=1,
    name=gettext_noop("Completion rate"),
    definition=gettext_noop(
        "Of the people who came to at least one session of a run that ended in the period, the"
        " share who completed it by now. Runs that go on are not in it. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.ENDED_COMPLETIONS, measures.ENDED_STARTERS),
)
FINISHED = Indicator(
    code="R10N",
    version=1,
    name=gettext_noop("People who came to runs that ended, and completed"),
    definition=gettext_noop(
        "People who came to at least one session and completed, once for each run that ended in the"
        " period. Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.ENDED_COMPLETIONS),
)
STARTED = Indicator(
    code="R10S",
    version=1,
    name=gettext_noop("People who came to runs that ended"),
    definition=gettext_noop(
        "People who came to at least one session, once for each run that ended in the period."
        " Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.ENDED_STARTERS),
)
ATTENDANCE_RATE = Indicator(
    code="R11",
    version=1,
    name=gettext_noop("Attendance rate"),
    definition=gettext_noop(
        "Minutes credited to the people who came to runs that ended in the period, among the"
        " planned minutes of all sessions of these runs that were held, also those before somebody"
        " joined. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.ENDED_CREDITED, measures.ENDED_PLANNED),
)
CLASS_SIZE = Indicator(
    code="R22",
    version=1,
    name=gettext_noop("Class size"),
    definition=gettext_noop(
        "How many people came to a run, in the middle: half of the runs that ended in the period"
        " had more, half had fewer. Runs to which nobody came are not in it. It cannot be added up."
    ),
    unit=gettext_noop("people on a run"),
    is_additive=False,
    way=Spread(measures.ENDED_STARTERS),
)
LARGE_CLASS = Indicator(
    code="R22P",
    version=1,
    name=gettext_noop("Class size, nine in ten"),
    definition=gettext_noop(
        "How many people came to a run at most, of nine in ten runs that ended in the period. Runs"
        " to which nobody came are not in it. It cannot be added up."
    ),
    unit=gettext_noop("people on a run"),
    is_additive=False,
    way=Spread(measures.ENDED_STARTERS, percent=90),
)
COST_RECOVERY = Indicator(
    code="R26",
    version=1,
    name=gettext_noop("Cost recovery"),
    definition=gettext_noop(
        "Income of the runs that ended in the period among their direct cost, for each currency."
        " What was waived is no income, and what others gave in kind is neither income nor cost."
        " Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Money(measures.RUNS_WITH_MONEY, recovered),
)
INCOME = Indicator(
    code="R26I",
    version=1,
    name=gettext_noop("Income"),
    definition=gettext_noop(
        "What was asked for the runs that ended in the period, less what was waived, for each"
        " currency. Periods can be added up."
    ),
    unit=gettext_noop("money"),
    is_additive=True,
    way=Money(measures.RUNS_WITH_MONEY, earned),
)
COST = Indicator(
    code="R26C",
    version=1,
    name=gettext_noop("Direct cost"),
    definition=gettext_noop(
        "What the runs that ended in the period cost, for each currency. Periods can be added up."
    ),
    unit=gettext_noop("money"),
    is_additive=True,
    way=Money(measures.RUNS_WITH_MONEY, spent),
)
