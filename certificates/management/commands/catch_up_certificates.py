"""Issues certificates that are missing, for instance after a crash."""

from django.core.management.base import BaseCommand

from certificates.actions.certificates import catch_up_certificates


class Command(BaseCommand):
    help = "Issue the certificates of completions that have none."

    def handle(self, *args, **options):
        issued, held = catch_up_certificates()
        self.stdout.write(f"{issued} issued, {held} on hold.")
