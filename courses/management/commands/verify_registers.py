"""Checks the chain of every register."""

from django.core.management.base import BaseCommand, CommandError

from courses.models import Session
from courses.queries.chain import broken_registers

WORDS = {
    "changed": "link %(number)d was changed",
    "missing": "link %(number)d is missing or stands in a wrong place",
    "shortened": "the chain does not end where it should: look at link %(number)d",
}


class Command(BaseCommand):
    help = (
        "Check that no mark, closing or opening of a register was changed, removed or slipped in"
        " past the site. Names the first link that does not hold and fails then."
    )

    def handle(self, *args, **options):
        broken = 0
        for session, found in broken_registers():
            broken += 1
            words = WORDS[found.why] % {"number": found.number}
            self.stdout.write(f"{session} ({session.uuid}): {words}.")
        if broken:
            raise CommandError(f"{broken} registers do not hold.")
        self.stdout.write(f"{Session.objects.count()} registers hold.")
