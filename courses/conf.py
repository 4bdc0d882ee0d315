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
    # Folder for the facts that figures are counted from (Parquet files; they hold no names, but who
    # was where: keep it private). Without one they are made anew whenever somebody asks.
    "COURSES_FACTS": None,
    # Under which terms others may use the public figures; stands on the page and in its files.
    "COURSES_NUMBERS_LICENCE": "CC BY 4.0",
    # Whether who prepared public figures may publish them without a second person.
    "COURSES_PUBLISH_ALONE": False,
    # Where the link to the map of a venue leads, such as "geo:0,0?q={place}" for the map program of
    # the phone; {place} are its name and province. Empty for none. Nothing is loaded from there.
    "COURSES_MAP_ADDRESS": "https://www.openstreetmap.org/search?query={place}",
    # Largest spreadsheet that an import accepts, in bytes.
    "COURSES_IMPORT_MAX_BYTES": 5 * 1024 * 1024,
    # In how many trainings of twelve months somebody is told to a trainer as named again and again.
    "COURSES_OFTEN_TRAINED": 4,
    # Alias in STORAGES for signed sheets and photos; nothing is taken in while the site has none.
    "COURSES_PRIVATE_STORAGE": "private",
    # Largest sheet or photo that is taken in, in bytes.
    "COURSES_EVIDENCE_MAX_BYTES": 10 * 1024 * 1024,
    # Days after a run in which the link of an organization still shows what became of its people.
    "COURSES_NOMINATION_LINK_DAYS": 60,
    # Alias in STORAGES below which scheduled reports are put into their folders.
    "COURSES_REPORTS_STORAGE": "private",
    # Domains of mailboxes to which scheduled reports may go, such as ("example.org",); all where
    # there are none.
    "COURSES_REPORTS_MAIL_DOMAINS": (),
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
    # Which organizations may download certificates of people whom they named: employer, union.
    "COURSES_CONTACTS_GET_CERTIFICATES": ("employer",),
    # Days after a run in which its trainers still see the phones and e-mails of its people.
    "COURSES_CONTACTS_SHOWN_DAYS": 30,
    # How often a trainer, or staff of some provinces, may look for people outside her own runs or
    # provinces.
    "COURSES_LOOK_UPS_IN_TEN_MINUTES": 120,
    "COURSES_LOOK_UPS_A_DAY": 600,
    # Days after which the command `enforce_retention` drops personal data; None keeps it.
    # Lists that nobody decided about, since somebody looked at them.
    "COURSES_KEEP_UNDECIDED_LISTS_DAYS": 30,
    # People in lists that were added or taken back, after the run.
    "COURSES_KEEP_LISTS_DAYS": 365,
    # Files with questions or lessons that nobody decided about, since somebody looked at them.
    "COURSES_KEEP_UPLOADS_DAYS": 7,
    # What organizations wrote about people and the names of their contacts, after their link.
    "COURSES_KEEP_NOMINATIONS_DAYS": 30,
    # Phones and e-mails of people without a login, after their last run.
    "COURSES_KEEP_CONTACTS_DAYS": 1095,
    # Pairs of records that waited in the queue and were merged, since they were found.
    "COURSES_KEEP_DECIDED_PAIRS_DAYS": 30,
    # Who took which file away.
    "COURSES_KEEP_EXPORTS_DAYS": 1825,
    # Addresses and words of messages.
    "COURSES_KEEP_MESSAGES_DAYS": 180,
    # Signed sheets and photos of sessions are destroyed after seven years.
    "COURSES_KEEP_EVIDENCE_DAYS": 2557,
    # Who looked for people outside her own runs.
    "COURSES_KEEP_LOOK_UPS_DAYS": 365,
    # When people came in by card and PIN, and who guessed.
    "COURSES_KEEP_GUESSES_DAYS": 30,
    "COURSES_KEEP_TAPS_DAYS": 365,
    "COURSES_KEEP_PHONES_DAYS": 730,
    # What phones told of lessons; what was read stays with the training record.
    "COURSES_KEEP_LESSON_EVENTS_DAYS": 365,
    # That a person gave somebody a link to her training record, after the link has ended.
    "COURSES_KEEP_SHARES_DAYS": 365,
}


def get(name):
    """The value of setting `name`, or its default. Raises KeyError for a name that is not ours."""
    return getattr(settings, name, DEFAULTS[name])
