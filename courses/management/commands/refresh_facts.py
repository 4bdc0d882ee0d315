"""Brings the facts behind the figures up to date."""

from django.core.management.base import BaseCommand, CommandError

from courses.actions.facts import refresh_facts
from courses.queries.facts import facts_store


class Command(BaseCommand):
    help = (
        "Make the facts behind the figures anew where something changed since. Run it every few"
        " minutes if there is no worker, and with --all after a backup was put back."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Make everything anew.")

    def handle(self, *args, **options):
        if facts_store() is None:
            raise CommandError("COURSES_FACTS names no folder, so no facts are kept.")
        if not refresh_facts(everything_anew=options["all"]):
            raise CommandError("Somebody else is making the facts just now.")
        manifest = facts_store().manifest
        self.stdout.write(f"Version {manifest.version}, made {manifest.made_at}.")
