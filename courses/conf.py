"""Settings of the app with their defaults; a host site overrides them by name in its settings."""

from django.conf import settings

DEFAULTS = {
    # Template that every screen extends; needs blocks title, extra_css, content, extra_js.
    "COURSES_BASE_TEMPLATE": "courses/base.html",
    # First letters of a person's card code.
    "COURSES_CARD_PREFIX": "KH",
    # Region for phone numbers without a country code (ISO 3166-1).
    "COURSES_PHONE_REGION": "KH",
    # Minutes after the start that still count as on time.
    "COURSES_GRACE_MINUTES": 15,
    # Minutes of one person-day in indicator R4.
    "COURSES_PERSON_DAY_MINUTES": 360,
    # Largest spreadsheet that an import accepts, in bytes.
    "COURSES_IMPORT_MAX_BYTES": 5 * 1024 * 1024,
    # Days after a run in which the link of an organization still shows what became of its people.
    "COURSES_NOMINATION_LINK_DAYS": 60,
    # Whether people are told of their enrolments at all.
    "COURSES_MESSAGES": True,
    # Whether letters leave by Django's e-mail backend; off, nobody is reached by e-mail.
    "COURSES_MESSAGES_BY_EMAIL": True,
    # The SMS gateway, such as {"BACKEND": "courses.adapters.gateways.http.HttpGateway",
    # "OPTIONS": {"url": "https://…", "token": "…"}}; None where there is none.
    "COURSES_SMS_GATEWAY": None,
    # On which days before a session people are reminded (0 is the morning of the day), and at which
    # hour that is due.
    "COURSES_REMINDER_DAYS": (2, 0),
    "COURSES_REMINDER_HOUR": 6,
    # Minutes in which further changes of a run go into the message that waits.
    "COURSES_CHANGE_MINUTES": 5,
    # Days after which the words of a message are emptied.
    "COURSES_MESSAGE_DAYS": 180,
    # Which organizations may download certificates of people whom they named: employer, union.
    "COURSES_CONTACTS_GET_CERTIFICATES": ("employer",),
}


def get(name):
    """The value of setting `name`, or its default. Raises KeyError for a name that is not ours."""
    return getattr(settings, name, DEFAULTS[name])
