"""What people think of their training, and what they do with it some months later."""

from courses.rules.feedback import FEWEST
from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.ways import Count, Share

SATISFACTION = Indicator(
    code="L1",
    version=1,
    name=gettext_noop("Satisfaction"),
    definition=gettext_noop(
        "Faces that are good or very good among all faces that people chose, all questions"
        " together, about runs that ended in the period. Nobody knows who chose which. Runs with"
        " fewer than five sheets are not in it, nor those whose people may still answer. Look at"
        " the response beside it. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.GOOD_RATINGS, measures.RATINGS),
)
SATISFACTION_RESPONSE = Indicator(
    code="L1R",
    version=1,
    name=gettext_noop("Response to the satisfaction form"),
    definition=gettext_noop(
        "Sheets among the people who came to runs that ended in the period and whose people were"
        " asked what they think. Where a phone or a person answered twice it is too high. Shares"
        " cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.SHEETS, measures.ASKED_STARTERS),
)
SATISFACTION_SHEETS = Indicator(
    code="L1N",
    version=1,
    name=gettext_noop("Satisfaction sheets"),
    definition=gettext_noop(
        "Sheets about runs that ended in the period, on phones and on paper, those of runs with"
        " fewer than five included. Periods can be added up."
    ),
    unit=gettext_noop("sheets"),
    is_additive=True,
    way=Count(measures.SHEETS),
)
APPLIED = Indicator(
    code="L4",
    version=1,
    name=gettext_noop("Applied at work"),
    definition=gettext_noop(
        "People who used at least one thing at work among those who answered some months after a"
        " course, by what they say themselves or what somebody has seen. It counts who became due"
        " in the period, 80 days after completing. Who was not reached is not in it, so look at the"
        " response beside it. Hidden where fewer than five answered. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.APPLIED, measures.FOLLOW_UPS_ANSWERED, fewest=FEWEST),
)
APPLIED_VERIFIED = Indicator(
    code="L4V",
    version=1,
    name=gettext_noop("Applied at work, seen by somebody"),
    definition=gettext_noop(
        "Those of whom somebody has seen that they use it, among all who answered some months after"
        " a course and became due in the period. The others say so themselves, or do not use it."
        " Hidden where fewer than five answered. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.APPLIED_VERIFIED, measures.FOLLOW_UPS_ANSWERED, fewest=FEWEST),
)
FOLLOW_UP_RESPONSE = Indicator(
    code="L5",
    version=1,
    name=gettext_noop("Follow-up response"),
    definition=gettext_noop(
        "People who answered among those who became due in the period: 80 days after completing a"
        " run, with time until 200 days. Who did not agree to be asked, refused or was not reached"
        " stays among all, and so does who still has time. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.FOLLOW_UPS_ANSWERED, measures.FOLLOW_UPS_DUE),
)
FOLLOW_UPS_ANSWERED = Indicator(
    code="L5N",
    version=1,
    name=gettext_noop("Follow-ups answered"),
    definition=gettext_noop(
        "People who became due in the period and answered, once for each run that they completed."
        " Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.FOLLOW_UPS_ANSWERED),
)
FOLLOW_UPS_DUE = Indicator(
    code="L5S",
    version=1,
    name=gettext_noop("Follow-ups due"),
    definition=gettext_noop(
        "People who became due in the period, 80 days after completing a run, once for each run,"
        " whether they agreed to be asked or not. Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.FOLLOW_UPS_DUE),
)
