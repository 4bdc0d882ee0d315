"""Makes, lists and retires the keys that sign certificates, and says which were stolen."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from certificates import conf
from certificates.adapters.keys import declare_stolen, keys_in, make_key, retire_key


class Command(BaseCommand):
    help = (
        "Make a key that signs certificates, in the folder of the setting CERTIFICATES_KEYS. The"
        " newest key signs; older public keys stay published."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--begins", type=date.fromisoformat, help="first day of the new key; today by default"
        )
        parser.add_argument("--if-none", action="store_true", help="only where there is no key")
        parser.add_argument("--retire", metavar="ID", help="throw the private half of a key away")
        parser.add_argument(
            "--stolen", metavar="ID", help="say that somebody else may have a key, and retire it"
        )
        parser.add_argument(
            "--since", type=date.fromisoformat, help="first day of that; today by default"
        )

    def handle(self, *args, **options):
        if not conf.get("CERTIFICATES_KEYS"):
            raise CommandError("Set CERTIFICATES_KEYS to a folder first.")
        folder, today = Path(conf.get("CERTIFICATES_KEYS")), timezone.localdate()
        try:
            if options["stolen"]:
                declare_stolen(folder, options["stolen"], options["since"] or today, today)
            elif options["retire"]:
                retire_key(folder, options["retire"], today)
        except KeyError as error:
            raise CommandError(f"There is no key {error.args[0]}.") from error
        is_done = options["stolen"] or options["retire"]
        if not is_done and not (options["if_none"] and keys_in(folder)):
            make_key(folder, options["begins"] or today)
        for key in keys_in(folder):
            state = "signs" if key.signs_on(today) else "does not sign"
            state += f", stolen on {key.stolen}" if key.stolen else ""
            self.stdout.write(f"{key.id}  from {key.begins} until {key.ends or '–'}: {state}")
        if is_done and not any(key.signs_on(today) for key in keys_in(folder)):
            self.stdout.write("No key signs today. Make one, or no certificate can be issued.")
