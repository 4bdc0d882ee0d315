"""Issues certificates that are missing, and drops files of erased people, after a crash."""

from django.core.management.base import BaseCommand

from certificates.actions.certificates import catch_up_certificates
from certificates.actions.erasing import drop_erased_files


class Command(BaseCommand):
    help = "Issue the certificates of completions that have none; drop files of erased people."

    def handle(self, *args, **options):
        drop_erased_files()
        issued, held = catch_up_certificates()
        self.stdout.write(f"{issued} issued, {held} on hold.")
