"""Takes the second steps of a login away, for when nobody in the office can do it."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from courses.exceptions import Refused
from lms.actions.second_steps import remove_second_steps


class Command(BaseCommand):
    help = "Remove passkeys, authenticator app and recovery codes of a login, and sign it out."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("--reason", required=True, help="Why; it is kept in the history.")

    def handle(self, *args, username, reason, **options):
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no login {username}.")
        try:
            count = remove_second_steps(user, reason, by=None)
        except Refused as no:
            raise CommandError(str(no)) from no
        self.stdout.write(f"Removed: {count}. {username} signs in with the password alone.")
