"""The tables that are handed over beside the facts, and of which facts are made."""

from courses.rules.facts.asked import ANSWER
from courses.rules.facts.layout import Table, columns
from courses.rules.facts.tables import PLACE

MARK = Table(
    "mark",
    "a mark that says here, with minutes credited",
    columns(
        """
        enrollment BIGINT the person on the run
        session BIGINT the session
        minutes INTEGER minutes credited
        is_self_reported BOOLEAN only the person herself told it
        """
    ),
)
STANDING = Table(
    "standing",
    "an enrolment that was not merged into another one",
    columns(
        f"""
        enrollment BIGINT the person on the run
        person BIGINT the person
        run BIGINT the run
        is_trainer BOOLEAN trains on the run
        counts BOOLEAN enrolled, and not a trainer of the run
        is_guest BOOLEAN came for a make-up, and not a trainer of the run
        on_list BOOLEAN had a seat when the run began
        gave_up_late BOOLEAN gave the seat up in the last two days before the beginning
        met_on DATE day of completion
        birth_year INTEGER year of birth
        {PLACE}
        """
    ),
)
RESULT = Table(
    "result",
    "what somebody on a run scored in its test",
    columns(
        """
        enrollment BIGINT the person on the run
        moment VARCHAR pre or post
        worth INTEGER in hundredths of a per cent
        is_passed BOOLEAN reached the pass mark
        """
    ),
)
#: Handed over beside those of `TABLES` that are made of nothing else.
STAGED = {table.name: table for table in (MARK, STANDING, RESULT, ANSWER)}
