"""Whom the training reached by name."""

from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.dimensions import CONSTITUENT
from courses.rules.reach.ways import Count, Share

#: Minutes of one person-day.
PERSON_DAY = 360

PEOPLE = Indicator(
    code="R1",
    version=1,
    name=gettext_noop("People reached"),
    definition=gettext_noop(
        "People who attended at least one session in the period. Each person counts once, however"
        " many courses. In tables by role, sector and province a person stands where the latest"
        " attendance of the period was. Periods, courses and topics cannot be added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Count(measures.PEOPLE),
)
PARTICIPATIONS = Indicator(
    code="R2",
    version=2,
    name=gettext_noop("Participations"),
    definition=gettext_noop(
        "One person on one course run, counted on the day when the person first attended that run,"
        " so that a run across two periods counts once. Who came to it only to make up for a"
        " half-day of another run is not one of it. It does not say how many people were trained."
        " Periods can be added up."
    ),
    unit=gettext_noop("participations"),
    is_additive=True,
    way=Count(measures.PARTICIPATIONS),
)
ATTENDANCES = Indicator(
    code="R3",
    version=1,
    name=gettext_noop("Attendances"),
    definition=gettext_noop(
        "One person in one session that was held, marked as here, late or left early, with at"
        " least a minute credited. A full day usually has two sessions. Periods can be added up."
    ),
    unit=gettext_noop("attendances"),
    is_additive=True,
    way=Count(measures.ATTENDANCES),
)
PERSON_DAYS = Indicator(
    code="R4",
    version=1,
    name=gettext_noop("Training person-days"),
    definition=gettext_noop(
        "The minutes credited to all people together, without breaks and what they missed, as days"
        " of six hours. Periods can be added up."
    ),
    unit=gettext_noop("days"),
    is_additive=True,
    way=Count(measures.CREDITED_MINUTES, divisor=PERSON_DAY),
)
NEW_PEOPLE = Indicator(
    code="R6",
    version=1,
    name=gettext_noop("New people"),
    definition=gettext_noop(
        "People reached who had never attended a session before the period, whatever the filters."
        " Where the records of earlier years were not entered, everybody is new. Periods cannot be"
        " added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Count(measures.NEW_PEOPLE),
)
RETURNING_PEOPLE = Indicator(
    code="R7",
    version=1,
    name=gettext_noop("Returning people"),
    definition=gettext_noop(
        "People reached who had attended a session before the period. Together with the new people"
        " they are all people reached. Periods cannot be added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Count(measures.RETURNING_PEOPLE),
)
WOMEN_WHO_DECIDE = Indicator(
    code="R16",
    version=1,
    name=gettext_noop("Women in decision roles"),
    definition=gettext_noop(
        "Women reached who were supervisors, managers or union leaders at their latest attendance"
        " of the period. Each woman counts once. Periods cannot be added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Count(measures.WOMEN_WHO_DECIDE),
)
SIDE = gettext_noop(
    "Participations of people on this side of the three among all participations, by the role at"
    " the time. Officials are the government; supervisors, managers and staff of employers’"
    " associations the employers; workers, their representatives and union leaders the workers."
    " Trainers, other roles and unknown roles stay among all. Shares cannot be added up."
)


def _side(code: str, name: str, side: str) -> Indicator:
    return Indicator(
        code=code,
        version=1,
        name=name,
        definition=SIDE,
        unit=gettext_noop("per cent"),
        is_additive=False,
        way=Share(
            measures.PARTICIPATIONS.only(f"({CONSTITUENT}) = '{side}'"), measures.PARTICIPATIONS
        ),
    )


GOVERNMENT = _side("R27G", gettext_noop("Share of the government’s side"), "government")
EMPLOYERS = _side("R27E", gettext_noop("Share of the employers’ side"), "employers")
WORKERS = _side("R27W", gettext_noop("Share of the workers’ side"), "workers")
PEOPLE_COMPLETED = Indicator(
    code="R8",
    version=1,
    name=gettext_noop("People who completed"),
    definition=gettext_noop(
        "People who completed at least one course run in the period. Each person counts once."
        " Periods cannot be added up."
    ),
    unit=gettext_noop("people"),
    is_additive=False,
    way=Count(measures.PEOPLE_COMPLETED),
)
COMPLETIONS = Indicator(
    code="R9",
    version=1,
    name=gettext_noop("Completions"),
    definition=gettext_noop(
        "One person who completed one course run, counted on the day when the last requirement was"
        " met, not when it was typed in or a certificate was printed. Periods can be added up."
    ),
    unit=gettext_noop("completions"),
    is_additive=True,
    way=Count(measures.COMPLETIONS),
)
WOMENS_SHARE = Indicator(
    code="R14",
    version=1,
    name=gettext_noop("Women’s share"),
    definition=gettext_noop(
        "Participations of women among participations of people whose sex is known: women, men and"
        " another. Those whose sex is unknown are told beside it and stay in every total."
        " Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(
        measures.PARTICIPATIONS.only("f.sex = 'female'"),
        measures.PARTICIPATIONS.only("f.sex IS NOT NULL"),
    ),
)
SEX_UNKNOWN = Indicator(
    code="R14U",
    version=1,
    name=gettext_noop("Participations of people whose sex is unknown"),
    definition=gettext_noop(
        "Participations of people of whom it is not known whether they are women, men or another."
        " Periods can be added up."
    ),
    unit=gettext_noop("participations"),
    is_additive=True,
    way=Count(measures.PARTICIPATIONS.only("f.sex IS NULL")),
)
FACTORIES = Indicator(
    code="R17",
    version=2,
    name=gettext_noop("Factories reached"),
    definition=gettext_noop(
        "Different factories from which at least one person attended in the period, as the"
        " employer stood on the enrolment. Factories that were one factory by the end of the period"
        " count once; before their merger each counts. Periods cannot be added up."
    ),
    unit=gettext_noop("factories"),
    is_additive=False,
    way=Count(measures.FACTORIES),
)
ORGANIZATIONS = Indicator(
    code="ORG",
    version=2,
    name=gettext_noop("Organizations reached"),
    definition=gettext_noop(
        "Different organizations of every kind, factories included, from which at least one person"
        " attended in the period. Those that were one by the end of the period count once; before"
        " their merger each counts. Periods cannot be added up."
    ),
    unit=gettext_noop("organizations"),
    is_additive=False,
    way=Count(measures.ORGANIZATIONS),
)
