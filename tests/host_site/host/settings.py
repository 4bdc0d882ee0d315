"""Settings unlike ours: own user model, own base, one language, manifest storage, no allauth."""

import os
from pathlib import Path

VAR = Path(os.environ["HOST_VAR"])
PLUGGED_IN = os.environ["HOST_APPS"].split(",")

SECRET_KEY = "a foreign site that only lives in a test"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "members",
    "host",
    *PLUGGED_IN,
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "host.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR / "host.sqlite3"},
}
AUTH_USER_MODEL = "members.Member"
LOGIN_URL = "/cms/login/"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-gb"
STATIC_URL = "/assets/"
STATIC_ROOT = VAR / "assets"
MEDIA_URL = "/files/"
MEDIA_ROOT = VAR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
WAGTAIL_SITE_NAME = "Host"
WAGTAILADMIN_BASE_URL = "https://host.example.org"
COURSES_BASE_TEMPLATE = "host/base.html"
