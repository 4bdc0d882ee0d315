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
    # Alias in STORAGES for signed sheets and photos; nothing is taken in while the site has none.
    "COURSES_PRIVATE_STORAGE": "private",
    # Largest sheet or photo that is taken in, in bytes.
    "COURSES_EVIDENCE_MAX_BYTES": 10 * 1024 * 1024,
    # Years after which a sheet or photo is destroyed.
    "COURSES_EVIDENCE_YEARS": 7,
    # Days after a run in which the link of an organization still shows what became of its people.
    "COURSES_NOMINATION_LINK_DAYS": 60,
    # Which organizations may download certificates of people whom they named: employer, union.
    "COURSES_CONTACTS_GET_CERTIFICATES": ("employer",),
}


def get(name):
    """The value of setting `name`, or its default. Raises KeyError for a name that is not ours."""
    return getattr(settings, name, DEFAULTS[name])
