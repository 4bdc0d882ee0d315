"""The register of published figures: what each counts, under an id and a version."""

from dataclasses import dataclass


def gettext_noop(text: str) -> str:
    """Marks words for the catalogues; screens and files translate them."""
    return text


@dataclass(frozen=True)
class Indicator:
    """One figure. A change of what it counts is a new version; texts are English msgids."""

    code: str
    version: int
    name: str
    definition: str
    unit: str
    is_additive: bool

    @property
    def reference(self) -> str:
        return f"{self.code} v{self.version}"


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
)
PARTICIPATIONS = Indicator(
    code="R2",
    version=1,
    name=gettext_noop("Participations"),
    definition=gettext_noop(
        "One person on one course run, counted on the day when the person first attended that run,"
        " so that a run across two periods counts once. It does not say how many people were"
        " trained. Periods can be added up."
    ),
    unit=gettext_noop("participations"),
    is_additive=True,
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
)
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
)

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
)

INDICATORS = (
    PEOPLE,
    PARTICIPATIONS,
    ATTENDANCES,
    PEOPLE_COMPLETED,
    COMPLETIONS,
    WOMENS_SHARE,
    FACTORIES,
    ORGANIZATIONS,
    WITHOUT_NAMES,
    PASSED_ON,
    HOURS,
    RUNS,
    SESSIONS,
    CANCELLED,
    POSTPONED,
)
