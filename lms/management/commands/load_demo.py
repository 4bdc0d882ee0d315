"""Loads the demo story into an empty database, or prints its logins."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from courses.actions.announcing import quietly
from courses.models import Course
from lms.demo import accounts
from lms.demo.invitations import FACTORY_LINK
from lms.demo.story import tell


class Command(BaseCommand):
    help = "Load the demo story (once), and print the address and the logins."

    def add_arguments(self, parser):
        parser.add_argument(
            "--show-logins", action="store_true", help="Only print the address and the logins."
        )

    def handle(self, *args, **options):
        if not options["show_logins"]:
            if Course.objects.exists():
                self.stdout.write("The database holds courses already; nothing was loaded.")
            else:
                with quietly():
                    tell(today=timezone.localdate(), say=self.stdout.write)
        self.stdout.write(self._logins())

    def _logins(self) -> str:
        lines = [
            "",
            f"Sala: {settings.SITE_URL}",
            f"Everybody's password in the demo: {accounts.PASSWORD}",
            "",
            f"  {accounts.ADMIN:14} administrator",
            f"  {accounts.STAFF_LOGIN:14} programme staff",
            f"  {accounts.OFFICER:14} programme staff of two provinces",
            *(f"  {name:14} trainer" for name in accounts.TRAINER_LOGINS),
            *(f"  {name:14} participant" for name in accounts.PARTICIPANT_LOGINS),
        ]
        without = accounts.person_without_login()
        if without is not None:
            lines += [
                "",
                f"Without any login: {without.name} (card {without.card_code}, PIN {accounts.PIN})",
                f"  comes in at {settings.SITE_URL}{reverse('courses:card')}",
            ]
        link = reverse("courses:nominate_link", args=[FACTORY_LINK])
        lines += [f"A factory names its people: {settings.SITE_URL}{link}"]
        return "\n".join([*lines, ""])
