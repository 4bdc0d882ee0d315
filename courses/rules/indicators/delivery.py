"""What was delivered, by whom, and who was counted without names."""

from courses.rules.indicators.base import Indicator, gettext_noop
from courses.rules.reach import measures
from courses.rules.reach.ways import Count, Share

WITHOUT_NAMES = Indicator(
    code="R30",
    version=1,
    name=gettext_noop("Counted without names"),
    definition=gettext_noop(
        "How many people were counted in sessions in which no names are taken, by the day of the"
        " session and the province of its place. Who comes every week is counted every week, so"
        " this is never added to the people reached. By sector it counts where the host stands."
        " What certified trainers passed on is told apart. Periods can be added up."
    ),
    unit=gettext_noop("attendances"),
    is_additive=True,
    way=Count(measures.WITHOUT_NAMES),
)
WITHOUT_NAMES_PROVEN = Indicator(
    code="R30E",
    version=1,
    name=gettext_noop("Counted without names, with a photo or sheet"),
    definition=gettext_noop(
        "Those counted without names in sessions of which a photo or a signed sheet is kept today."
        " When a file is destroyed after its term, its session no longer counts here. Periods can"
        " be added up."
    ),
    unit=gettext_noop("attendances"),
    is_additive=True,
    way=Count(measures.WITHOUT_NAMES.only("f.is_proven")),
)
PASSED_ON = Indicator(
    code="R29",
    version=1,
    name=gettext_noop("Passed on by certified trainers"),
    definition=gettext_noop(
        "How many people were counted, without names, in sessions that somebody led who completed"
        " a course for trainers. Nobody else checked these counts: this is indirect reach, never"
        " added to the people reached nor to those counted without names. Periods can be added up."
    ),
    unit=gettext_noop("people counted"),
    is_additive=True,
    way=Count(measures.PASSED_ON),
)
PASSED_ON_PROVEN = Indicator(
    code="R29E",
    version=1,
    name=gettext_noop("Passed on, with a photo or sheet"),
    definition=gettext_noop(
        "Those passed on by certified trainers in sessions of which a photo or a signed sheet is"
        " kept today. When a file is destroyed after its term, its session no longer counts here."
        " Periods can be added up."
    ),
    unit=gettext_noop("people counted"),
    is_additive=True,
    way=Count(measures.PASSED_ON.only("f.is_proven")),
)
HOURS = Indicator(
    code="R5",
    version=1,
    name=gettext_noop("Training hours delivered"),
    definition=gettext_noop(
        "The planned minutes of all sessions that were held, without breaks, as hours. Not"
        " multiplied by the people who came. Periods can be added up."
    ),
    unit=gettext_noop("hours"),
    is_additive=True,
    way=Count(measures.PLANNED_MINUTES, divisor=60),
)
RUNS = Indicator(
    code="R21",
    version=1,
    name=gettext_noop("Runs delivered"),
    definition=gettext_noop(
        "Course runs of which at least one session was held in the period. A run across two"
        " periods counts in both, so periods cannot be added up."
    ),
    unit=gettext_noop("runs"),
    is_additive=False,
    way=Count(measures.RUNS),
)
SESSIONS = Indicator(
    code="R21H",
    version=1,
    name=gettext_noop("Sessions held"),
    definition=gettext_noop(
        "Sessions of the period that were held, with names or without. Periods can be added up."
    ),
    unit=gettext_noop("sessions"),
    is_additive=True,
    way=Count(measures.HELD),
)
CANCELLED = Indicator(
    code="R21C",
    version=1,
    name=gettext_noop("Sessions cancelled"),
    definition=gettext_noop(
        "Sessions that should have been held in the period and were cancelled. Periods can be added"
        " up."
    ),
    unit=gettext_noop("sessions"),
    is_additive=True,
    way=Count(measures.CANCELLED),
)
POSTPONED = Indicator(
    code="R21P",
    version=1,
    name=gettext_noop("Sessions postponed"),
    definition=gettext_noop(
        "Sessions that should have been held in the period and were put off to another time; the"
        " session that takes their place is counted by itself. Periods can be added up."
    ),
    unit=gettext_noop("sessions"),
    is_additive=True,
    way=Count(measures.POSTPONED),
)
TRAINERS = Indicator(
    code="R31",
    version=1,
    name=gettext_noop("Trainers active"),
    definition=gettext_noop(
        "People who completed a course for trainers and led at least one session that was held in"
        " the twelve months to the last day of the period. It cannot be added up."
    ),
    unit=gettext_noop("trainers"),
    is_additive=False,
    way=Count(measures.TRAINERS),
)
OPEN_REGISTERS = Indicator(
    code="OPEN",
    version=1,
    name=gettext_noop("Sheets that are late"),
    definition=gettext_noop(
        "Sessions of the period that are over and whose register is still open. Until they are"
        " closed, all figures may still rise. Periods can be added up."
    ),
    unit=gettext_noop("sessions"),
    is_additive=True,
    way=Count(measures.OPEN_REGISTERS),
)
NATIONAL_SHARE = Indicator(
    code="R25",
    version=1,
    name=gettext_noop("National delivery share"),
    definition=gettext_noop(
        "Participations in runs whose lead trainer trained for a national organization, among all"
        " participations. A run of several organizations counts for that of its lead trainer, as"
        " it stood when she was named. Where it is unknown, the participations stay among all and"
        " are told beside it. Shares cannot be added up."
    ),
    unit=gettext_noop("per cent"),
    is_additive=False,
    way=Share(
        measures.PARTICIPATIONS.only("lead.is_national", "run", "lead"), measures.PARTICIPATIONS
    ),
)
NATIONAL = Indicator(
    code="R25N",
    version=1,
    name=gettext_noop("Participations led by national organizations"),
    definition=gettext_noop(
        "Participations in runs whose lead trainer trained for a national organization. Periods"
        " can be added up."
    ),
    unit=gettext_noop("participations"),
    is_additive=True,
    way=Count(measures.PARTICIPATIONS.only("lead.is_national", "run", "lead")),
)
INTERNATIONAL = Indicator(
    code="R25I",
    version=1,
    name=gettext_noop("Participations led by international organizations"),
    definition=gettext_noop(
        "Participations in runs whose lead trainer trained for an international organization."
        " Periods can be added up."
    ),
    unit=gettext_noop("participations"),
    is_additive=True,
    way=Count(measures.PARTICIPATIONS.only("NOT lead.is_national", "run", "lead")),
)
LEAD_UNKNOWN = Indicator(
    code="R25U",
    version=1,
    name=gettext_noop("Participations whose lead organization is unknown"),
    definition=gettext_noop(
        "Participations in runs that have no lead trainer, or whose lead trainer’s organization is"
        " not known. Periods can be added up."
    ),
    unit=gettext_noop("participations"),
    is_additive=True,
    way=Count(measures.PARTICIPATIONS.only("lead.is_national IS NULL", "run", "lead")),
)
