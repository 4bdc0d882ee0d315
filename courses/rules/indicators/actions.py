"""What factories did of what they agreed on after a training."""

from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.ways import Count, Share

FACTORY_ACTIONS_DONE = Indicator(
    code="L6",
    version=1,
    name=gettext_noop("Factory actions done"),
    definition=gettext_noop(
        "Actions that factories and other organizations agreed on after a training and that were"
        " closed in the period with evidence: a photo, a file, or words on what was seen and by"
        " whom. An action counts on the day on which somebody saw that it is done, whenever it was"
        " due. Periods can be added up."
    ),
    unit=gettext_noop("actions"),
    is_additive=True,
    way=Count(measures.FACTORY_ACTIONS_DONE),
)
ACTIONS_DONE_SHARE = Indicator(
    code="L6P",
    version=1,
    name=gettext_noop("Share of due actions done"),
    definition=gettext_noop(
        "Of all actions that were due by the last day of the period, also those of earlier periods,"
        " the share closed with evidence by that day. Actions dropped by that day are not in it,"
        " nor are those still to come. It goes by the due date as it stands now. Shares cannot be"
        " added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.DUE_ACTIONS_DONE, measures.ACTIONS_DUE),
)
DUE_ACTIONS_DONE = Indicator(
    code="L6N",
    version=1,
    name=gettext_noop("Due actions done"),
    definition=gettext_noop(
        "Actions due by the last day of the period, also those of earlier periods, and closed with"
        " evidence by that day. Actions dropped by that day are not in it. It cannot be added up."
    ),
    unit=gettext_noop("actions"),
    is_additive=False,
    way=Count(measures.DUE_ACTIONS_DONE),
)
ACTIONS_DUE = Indicator(
    code="L6S",
    version=1,
    name=gettext_noop("Actions due"),
    definition=gettext_noop(
        "Actions of factories and other organizations that were due by the last day of the period,"
        " also those of earlier periods, done or not. Actions dropped by that day are not in it. It"
        " cannot be added up."
    ),
    unit=gettext_noop("actions"),
    is_additive=False,
    way=Count(measures.ACTIONS_DUE),
)
