"""Issues and signs what is missing, and drops files of erased people, after a crash."""

from django.core.management.base import BaseCommand

from certificates.actions.certificates import catch_up_certificates
from certificates.actions.credentials import sign_unsigned
from certificates.actions.erasing import drop_erased_files


class Command(BaseCommand):
    help = (
        "Issue the certificates of completions that have none; sign those that were issued before"
        " there was a key; drop files of erased people."
    )

    def handle(self, *args, **options):
        drop_erased_files()
        issued, held = catch_up_certificates()
        signed = sign_unsigned()
        self.stdout.write(f"{issued} issued, {held} on hold.")
        if signed:
            self.stdout.write(f"{signed} signed.")
