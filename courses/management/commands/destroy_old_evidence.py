"""Destroys signed sheets and photos whose term is over."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from courses.actions.evidence import destroy_old_evidence


class Command(BaseCommand):
    help = "Destroy sheets and photos that are older than COURSES_EVIDENCE_YEARS."

    def handle(self, *args, **options):
        gone = destroy_old_evidence(timezone.now())
        self.stdout.write(f"{gone} destroyed.")
