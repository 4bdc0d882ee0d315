"""App configuration of the project itself: its home page, checks and demo story."""

import gc

from django.apps import AppConfig


class LmsConfig(AppConfig):
    name = "lms"
    verbose_name = "Sala"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from lms import accounts, checks, sqlite

        checks.register_all()
        sqlite.connect()
        accounts.connect()
        # What the start has made stays as long as the process; looking through it again and again,
        # and after every 700 things made, takes a tenth of every request and a third of `migrate`.
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        gc.enable()
