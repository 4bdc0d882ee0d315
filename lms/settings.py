"""Settings from the environment; docs/deploy.md lists every variable.

`SALA_MODE` is `production` (the default, refuses unsafe values), `demo` or `test`.
"""

import gc
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF, WASM_UNSAFE_EVAL
from django.core.exceptions import ImproperlyConfigured

from lms import env
from lms.sign_in import *  # noqa: F403

# Looking for garbage takes a fifth of the start, and there is none; LmsConfig.ready begins with it.
gc.disable()

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(env.text("SALA_VAR", str(ROOT / "var")))
MODE = env.text("SALA_MODE", "production")
if MODE not in {"production", "demo", "test"}:
    raise ImproperlyConfigured("SALA_MODE must be production, demo or test.")
IS_PRODUCTION = MODE == "production"

DEBUG = env.flag("SALA_DEBUG", False)
SECRET_KEY = env.text("SECRET_KEY", "" if IS_PRODUCTION else "only-for-the-demo-and-the-tests")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", [] if IS_PRODUCTION else ["*"])
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
if IS_PRODUCTION:
    missing = [name for name in ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL") if not env.text(name)]
    if missing:
        raise ImproperlyConfigured(f"Set {', '.join(missing)} before starting in production.")
    if DEBUG:
        raise ImproperlyConfigured("SALA_DEBUG must be off in production.")
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
        raise ImproperlyConfigured("SECRET_KEY must have 50 random characters in production.")
    if "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts, not *, in production.")

INSTALLED_APPS = [
    "lms",
    "certificates",
    "courses",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "lms.languages.ChineseForOrganizations",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lms.second_step.SecondStepFirst",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "lms.urls"
WSGI_APPLICATION = "lms.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # Python keeps 128 prepared statements; the screens together have several hundred.
    "cached_statements": 1000,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY;"
    ),
}
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR / 'sala.sqlite3'}", conn_max_age=None, conn_health_checks=True
    )
}
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    VAR.mkdir(parents=True, exist_ok=True)
    DATABASES["default"].setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)

REDIS_URL = env.text("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
    }
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "Asia/Phnom_Penh")
USE_I18N = True
LANGUAGE_CODE = "en"
WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("km", "ភាសាខ្មែរ")]
WAGTAILADMIN_PERMITTED_LANGUAGES = WAGTAIL_CONTENT_LANGUAGES
LANGUAGES = [*WAGTAIL_CONTENT_LANGUAGES, ("zh-hans", "中文")]
LOCALE_PATHS = [ROOT / "lms" / "locale"]
WAGTAIL_I18N_ENABLED = True
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
SERVE_MEDIA = env.flag("SERVE_MEDIA", not IS_PRODUCTION)
S3_BUCKET = env.text("S3_BUCKET")
MEDIA_ORIGIN = env.text("MEDIA_ORIGIN").rstrip("/")
if S3_BUCKET and not MEDIA_ORIGIN.startswith("https://"):
    raise ImproperlyConfigured("S3_BUCKET needs MEDIA_ORIGIN, the https:// address of its files.")


def file_storage(prefix, location):
    """An S3-compatible bucket where one is set, else a folder."""
    if S3_BUCKET:
        return {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": S3_BUCKET,
                "location": prefix,
                "endpoint_url": env.text("S3_ENDPOINT_URL") or None,
                "access_key": env.text("S3_ACCESS_KEY") or None,
                "secret_key": env.text("S3_SECRET_KEY") or None,
                "region_name": env.text("S3_REGION") or None,
                "querystring_auth": prefix == "private",
                "custom_domain": None if prefix == "private" else urlsplit(MEDIA_ORIGIN).netloc,
            },
        }
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": location},
    }


STORAGES = {
    "default": file_storage("media", MEDIA_ROOT),
    "private": file_storage("private", VAR / "private"),
    "staticfiles": {
        "BACKEND": {
            "production": "whitenoise.storage.CompressedManifestStaticFilesStorage",
            "demo": "lms.statics.QuickStaticFiles",
            "test": "django.contrib.staticfiles.storage.StaticFilesStorage",
        }[MODE]
    },
}
WHITENOISE_MAX_AGE = 300

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
ACCOUNT_LOGIN_METHODS = {"username", "email"}
LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "/"
# Whoever may enter the office needs a passkey or an authenticator app: lms/second_step.py.
OFFICE_NEEDS_SECOND_STEP = env.flag("OFFICE_NEEDS_SECOND_STEP", False)

EMAIL_HOST = env.text("EMAIL_HOST")
# Without a mail server the demo prints letters; production drops them, for they may hold a login.
EMAIL_TRANSPORT = "smtp" if EMAIL_HOST else "dummy" if IS_PRODUCTION else "console"
EMAIL_BACKEND = f"django.core.mail.backends.{EMAIL_TRANSPORT}.EmailBackend"
EMAIL_PORT = env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "sala@localhost")
COURSES_MESSAGES_BY_EMAIL = bool(EMAIL_HOST) or not IS_PRODUCTION
SMS_GATEWAY_URL = env.text("SMS_GATEWAY_URL")
COURSES_SMS_GATEWAY = SMS_GATEWAY_URL and {
    "BACKEND": "courses.adapters.gateways.http.HttpGateway",
    "OPTIONS": {
        "url": SMS_GATEWAY_URL,
        "token": env.text("SMS_GATEWAY_TOKEN"),
        "sender": env.text("SMS_GATEWAY_SENDER"),
        "repeats_safely": env.flag("SMS_GATEWAY_REPEATS_SAFELY", False),
    },
}
ACCOUNT_LOGIN_BY_CODE_ENABLED = COURSES_MESSAGES_BY_EMAIL or bool(SMS_GATEWAY_URL)
if SMS_GATEWAY_URL:
    ACCOUNT_LOGIN_METHODS |= {"phone"}
if IS_PRODUCTION and SMS_GATEWAY_URL and not SMS_GATEWAY_URL.startswith("https://"):
    raise ImproperlyConfigured("SMS_GATEWAY_URL must begin with https:// in production.")
COURSES_REMINDER_DAYS = tuple(env.numbers("REMINDER_DAYS", (2, 0)))

SITE_URL = env.text("SITE_URL", "http://127.0.0.1:8000")
WAGTAIL_SITE_NAME = env.text("SITE_NAME", "Sala")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"png": "webp", "jpeg": "webp", "avif": "webp"}
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "mp3", "m4a", "ogg", "mp4", "webm", "vtt"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
COURSES_BASE_TEMPLATE = "base.html"
COURSES_FACTS = None if MODE == "test" else env.text("COURSES_FACTS", str(VAR / "facts"))
# Without a language: whoever scans the QR code is led to the page in her own.
CERTIFICATES_CHECK_URL = f"{SITE_URL.rstrip('/')}/check"
# Without a folder of keys, certificates have no credentials; the demo makes a key of its own.
CERTIFICATES_KEYS = env.text("CERTIFICATES_KEYS", str(VAR / "keys") if MODE == "demo" else "")
# Without a PKCS#12 file, the files of certificates are not signed themselves.
CERTIFICATES_PKCS12 = env.text("CERTIFICATES_PKCS12")
CERTIFICATES_PKCS12_PASSPHRASE = env.secret("CERTIFICATES_PKCS12_PASSPHRASE")
CERTIFICATES_DID = f"did:web:{urlsplit(SITE_URL).netloc.replace(':', '%3A')}"

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        # The reader of QR codes is WebAssembly where the browser has none of its own.
        "script-src": [SELF, WASM_UNSAFE_EVAL],
        "worker-src": [SELF],
        "img-src": [SELF, "data:", *filter(None, [MEDIA_ORIGIN])],
        "media-src": [SELF, *filter(None, [MEDIA_ORIGIN])],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
# The editor shows the preview of a page in a frame; no other site may frame anything.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
IS_HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
if env.flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE.insert(0, "lms.proxies.VisitorAddress")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
if IS_PRODUCTION and not IS_HTTPS:
    raise ImproperlyConfigured("SITE_URL must begin with https:// in production.")
