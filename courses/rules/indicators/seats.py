"""Who had a seat when a run began, and who came."""

from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.ways import Count, Share

NO_SHOW_RATE = Indicator(
    code="R12",
    version=1,
    name=gettext_noop("No-show rate"),
    definition=gettext_noop(
        "Of the people who had a seat when their run began, the share who never came. It counts the"
        " runs that began in the period and of which a session with names was held. Where somebody"
        " came instead, the seat counts with that person. Who gave up the seat before the beginning"
        " is not in it. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.NO_SHOWS, measures.CONFIRMED),
)
NO_SHOWS = Indicator(
    code="R12N",
    version=1,
    name=gettext_noop("People with a seat who never came"),
    definition=gettext_noop(
        "People with a seat when their run began who came to no session of it, once for each run"
        " that began in the period. Periods can be added up."
    ),
    unit=gettext_noop("seats"),
    is_additive=True,
    way=Count(measures.NO_SHOWS),
)
CONFIRMED = Indicator(
    code="R12S",
    version=1,
    name=gettext_noop("Seats at the beginning"),
    definition=gettext_noop(
        "People who had a seat when their run began, once for each run that began in the period."
        " Periods can be added up."
    ),
    unit=gettext_noop("seats"),
    is_additive=True,
    way=Count(measures.CONFIRMED),
)
WALK_IN_SHARE = Indicator(
    code="R13",
    version=1,
    name=gettext_noop("Walk-in share"),
    definition=gettext_noop(
        "Of the people who came to a run, the share who were not on its list when it began. It"
        " counts the runs that began in the period and of which a session with names was held. Who"
        " was matched with a name on the list, or came instead of somebody on it, is no walk-in."
        " Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.WALK_INS, measures.STARTERS),
)
WALK_INS = Indicator(
    code="R13N",
    version=1,
    name=gettext_noop("Walk-ins"),
    definition=gettext_noop(
        "People who came and were not on the list when the run began, once for each run that began"
        " in the period. Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.WALK_INS),
)
STARTERS = Indicator(
    code="R13S",
    version=1,
    name=gettext_noop("People who came to runs that began"),
    definition=gettext_noop(
        "People who came to at least one session, once for each run that began in the period."
        " Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.STARTERS),
)
