"""Writes the chain of the registers of a run for an auditor."""

import csv

from django.core.management.base import BaseCommand, CommandError

from courses.models import CourseRun
from courses.queries.chain import chain_lines


class Command(BaseCommand):
    help = (
        "Write the chain of all registers of a run as CSV: every link with what it says and its"
        " fingerprint. The fingerprint is the SHA-256 of the one before, a line feed, and `says`."
        " No names and no reasons."
    )

    def add_arguments(self, parser):
        parser.add_argument("code", help="The code of the run.")

    def handle(self, *args, **options):
        run = CourseRun.objects.filter(code=options["code"]).first()
        if run is None:
            raise CommandError("There is no run with this code.")
        lines = csv.writer(self.stdout, lineterminator="\n")
        lines.writerows(chain_lines(run.sessions.order_by("starts_at", "pk")))
