"""The project's settings in test mode."""

import os
import zlib

os.environ["SALA_MODE"] = "test"

from lms.settings import *  # noqa: F403
from lms.settings import DATABASES, MIDDLEWARE, STORAGES, VAR

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}
else:
    # Checkouts that share a server keep out of each other's way.
    DATABASES["default"]["TEST"] = {"NAME": f"test_sala_{zlib.crc32(str(VAR).encode()):08x}"}
# What one worker puts away and deletes is its own; a test may set MEDIA_ROOT to its folder.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
MEDIA_ROOT = VAR / "media" / WORKER
FOLDER = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
STORAGES |= {
    "default": FOLDER,
    "private": FOLDER | {"OPTIONS": {"location": VAR / "private" / WORKER}},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
