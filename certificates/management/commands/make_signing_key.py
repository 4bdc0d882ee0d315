"""Makes, lists and retires the keys that sign certificates."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from certificates import conf
from certificates.adapters.keys import keys_in, make_key, retire_key


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

    def handle(self, *args, **options):
        if not conf.get("CERTIFICATES_KEYS"):
            raise CommandError("Set CERTIFICATES_KEYS to a folder first.")
        folder, today = Path(conf.get("CERTIFICATES_KEYS")), timezone.localdate()
        if options["retire"]:
            try:
                retire_key(folder, options["retire"], today)
            except KeyError as error:
                raise CommandError(f"There is no key {options['retire']}.") from error
        elif not (options["if_none"] and keys_in(folder)):
            make_key(folder, options["begins"] or today)
        for key in keys_in(folder):
            state = "signs" if key.signs_on(today) else "does not sign"
            self.stdout.write(f"{key.id}  from {key.begins} until {key.ends or '–'}: {state}")
