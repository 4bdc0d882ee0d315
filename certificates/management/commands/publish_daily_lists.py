"""Publishes the signed lists of the days that are over."""

from django.core.management.base import BaseCommand

from certificates.actions.daily_lists import publish_daily_lists


class Command(BaseCommand):
    help = (
        "Publish the signed list of numbers and fingerprints of every day up to yesterday that has"
        " none; see /check/days/. Run it every night; twice does no harm."
    )

    def handle(self, *args, **options):
        self.stdout.write(f"{publish_daily_lists()} lists published.")
