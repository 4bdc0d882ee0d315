"""System checks of the deployment: refuses database options that were measured to lose writes."""

from django.conf import settings
from django.core import checks


def sqlite_keeps_every_write(app_configs, **kwargs):
    """SQLite needs IMMEDIATE transactions, WAL and full syncing to lose nothing under load."""
    database = settings.DATABASES["default"]
    if "sqlite3" not in database["ENGINE"]:
        return []
    options = database.get("OPTIONS", {})
    pragmas = options.get("init_command", "").lower().replace(" ", "")
    kept = (
        options.get("transaction_mode") == "IMMEDIATE"
        and "journal_mode=wal" in pragmas
        and "synchronous=full" in pragmas
    )
    if kept:
        return []
    return [
        checks.Error(
            "SQLite would lose or refuse writes with these options.",
            hint="Use transaction_mode IMMEDIATE, journal_mode WAL and synchronous FULL.",
            id="lms.E001",
        )
    ]


def letters_leave_the_house(app_configs, **kwargs):
    """Without a mail server nobody can set a new password."""
    if "dummy" not in settings.EMAIL_BACKEND:
        return []
    return [
        checks.Warning(
            "Letters are dropped: no mail server is set.",
            hint="Set EMAIL_HOST, and the variables beside it in docs/deploy.md.",
            id="lms.W001",
        )
    ]


def register_all():
    checks.register(sqlite_keeps_every_write)
    checks.register(letters_leave_the_house, deploy=True)
