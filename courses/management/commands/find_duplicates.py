"""Queues pairs of records that may be of one person, for people to decide."""

from django.core.management.base import BaseCommand

from courses.actions.duplicates import compare_everybody, compare_newcomers


class Command(BaseCommand):
    help = (
        "Compare new people with everybody on record and queue who may be the same person."
        " With --everybody all people are compared anew. Doing it twice changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("--everybody", action="store_true", help="Compare all people anew.")

    def handle(self, *args, **options):
        if options["everybody"]:
            self.stdout.write(f"{compare_everybody()} pairs may be of one person.")
            return
        compared = 0
        while some := compare_newcomers():
            compared += some
        self.stdout.write(f"{compared} people are compared.")
