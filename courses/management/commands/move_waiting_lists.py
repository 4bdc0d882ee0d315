"""Lets go of offers that nobody answered and gives or offers free seats to who waits."""

from django.core.management.base import BaseCommand

from courses.actions.seats import move_waiting_lists


class Command(BaseCommand):
    help = (
        "Let go of offers that nobody answered in time, and give or offer free seats to the"
        " waiting lists in their order. Doing it twice changes nothing."
    )

    def handle(self, *args, **options):
        self.stdout.write(f"{move_waiting_lists()} people got a seat or are offered one.")
