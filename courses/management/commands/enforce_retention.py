"""Drops personal data whose time is over."""

from django.core.management.base import BaseCommand

from courses import conf
from courses.actions.retention import count_due, enforce_retention, enforcers


class Command(BaseCommand):
    help = (
        "Drop what was kept as long as the register of personal data says. Figures stay. With"
        " --dry-run nothing changes and it says what would go. Doing it twice changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only say what would go.")

    def handle(self, *args, **options):
        is_dry = options["dry_run"]
        numbers = count_due() if is_dry else enforce_retention()
        verb = "would go" if is_dry else "went"
        for each in enforcers():
            days = conf.get(each.term.setting) if each.term.setting else None
            told = each.term.told(days)
            self.stdout.write(f"{each.term.code}: {numbers[each.term.code]} {verb}. Kept: {told}")
