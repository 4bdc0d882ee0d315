"""What people learned: results of the tests before and after a run."""

from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.ways import Count, Mean, Share

LEARNING_GAIN = Indicator(
    code="L2",
    version=1,
    name=gettext_noop("Learning gain"),
    definition=gettext_noop(
        "By how many percentage points the result of the post-test is above that of the pre-test on"
        " average, over the people of whom both are known. It counts the people who came to runs"
        " that ended in the period and have a test. Both tests have two parallel forms: who had one"
        " form at the beginning had the other at the end. Means cannot be added up."
    ),
    unit=gettext_noop("percentage points"),
    is_additive=False,
    way=Mean(measures.GAINED, measures.MATCHED, divisor=100),
)
MATCHED = Indicator(
    code="L2N",
    version=1,
    name=gettext_noop("People with both test results"),
    definition=gettext_noop(
        "People who came to runs that ended in the period and of whom the results of the pre-test"
        " and of the post-test are known, once for each run. Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.MATCHED),
)
TESTED = Indicator(
    code="L2S",
    version=1,
    name=gettext_noop("People on runs with a test"),
    definition=gettext_noop(
        "People who came to runs that ended in the period and have a test, whether they took it or"
        " not, once for each run. Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.TESTED),
)
MATCHED_SHARE = Indicator(
    code="L2M",
    version=1,
    name=gettext_noop("Share with both test results"),
    definition=gettext_noop(
        "Of the people who came to runs that ended in the period and have a test, the share of"
        " whom both results are known. The smaller it is, the less the learning gain tells. Shares"
        " cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.MATCHED, measures.TESTED),
)
IMPROVED_SHARE = Indicator(
    code="L2I",
    version=1,
    name=gettext_noop("Share who improved"),
    definition=gettext_noop(
        "Of the people with both test results, the share whose post-test is better than their"
        " pre-test. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.IMPROVED, measures.MATCHED),
)
NORMALISED_GAIN = Indicator(
    code="L2G",
    version=1,
    name=gettext_noop("Share of the possible gain"),
    definition=gettext_noop(
        "What people with both test results gained, as a share of what they could still gain: of"
        " all that lay above their pre-tests. Who had everything right in the pre-test is not in"
        " it. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.GAINED_BELOW_ALL, measures.LEFT_TO_GAIN),
)
PASS_RATE = Indicator(
    code="L3",
    version=1,
    name=gettext_noop("Pass rate"),
    definition=gettext_noop(
        "Of the people who took the post-test, the share who reached the pass mark of their run. It"
        " counts the people who came to runs that ended in the period. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(measures.PASSED, measures.TOOK_POST),
)
PASSED = Indicator(
    code="L3N",
    version=1,
    name=gettext_noop("People who passed the post-test"),
    definition=gettext_noop(
        "People who came to runs that ended in the period and reached the pass mark in the"
        " post-test, once for each run. Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.PASSED),
)
TOOK_POST = Indicator(
    code="L3S",
    version=1,
    name=gettext_noop("People who took the post-test"),
    definition=gettext_noop(
        "People who came to runs that ended in the period and took the post-test, once for each"
        " run. Periods can be added up."
    ),
    unit=gettext_noop("people on runs"),
    is_additive=True,
    way=Count(measures.TOOK_POST),
)
