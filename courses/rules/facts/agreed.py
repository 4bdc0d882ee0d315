"""The table about what factories do after a training."""

from courses.rules.facts.layout import Table, columns

FACTORY_ACTION = Table(
    "factory_action",
    "something that an organization agreed on a run to do",
    columns(
        """
        action BIGINT the action
        run BIGINT the run
        due_on DATE day on which it is due
        day DATE day on which somebody saw that it is done
        dropped_on DATE day on which it was dropped
        employer BIGINT the organization
        sector VARCHAR sector of the organization at the time
        province VARCHAR code of the province of the organization at the time
        venue_province VARCHAR code of the province of the run
        """
    ),
    by_run=True,
    month="due_on",
)
