"""Adds the people of participant lists whose background work was lost."""

from django.core.management.base import BaseCommand

from courses.actions.list_catch_up import catch_up_lists


class Command(BaseCommand):
    help = (
        "Start participant lists again of which nothing was heard for two minutes, after a crash."
        " Doing it twice, also at the same moment, adds nobody twice."
    )

    def handle(self, *args, **options):
        added, failed = catch_up_lists()
        self.stdout.write(f"{added} lists are added, {failed} could not be added.")
