"""What `make demo` does once the packages are there: prepares the data and serves the site.

Environment: PORT (8000), RESET=1 to begin again, SALA_VAR (var/demo) for the data. With the
argument `--prepare` it stops before serving; `--empty=PATH` names an SQLite file that is migrated
and has no rows, to begin from.
The demo always uses its own SQLite file, never DATABASE_URL. A story whose loading was interrupted
is thrown away and told anew.
"""

import argparse
import os
import shutil
import socket
import sys
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
WORKERS, THREADS = 2, 4
MARK = "story-is-loaded"
KEPT = (
    MARK,
    "sala.sqlite3",
    "sala.sqlite3-wal",
    "sala.sqlite3-shm",
    "media",
    "private",
    "static",
    "keys",
    "facts",
)


def chosen_port():
    """PORT as a number; leaves with a sentence when it is no number or taken."""
    text = os.environ.get("PORT", "8000")
    if not text.isdigit() or not 0 < int(text) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not {text!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except PermissionError:
            sys.exit(f"Port {text} may not be opened by you. Choose another: make demo PORT=8001")
        except OSError:
            sys.exit(f"Port {text} is in use. Choose another: make demo PORT=8001")
    return int(text)


def forget(folder):
    """Removes the data of an earlier demo."""
    for name in KEPT:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def is_behind():
    """Whether the database lacks a migration."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_stale(folder):
    """Whether a static file of ours is newer than the collected ones."""
    manifest = folder / "static" / "staticfiles.json"
    sources = [
        path
        for app in ("courses", "certificates", "lms")
        for path in (ROOT / app).glob("static/**/*")
    ]
    return not manifest.exists() or manifest.stat().st_mtime < max(
        path.stat().st_mtime for path in [*sources, ROOT / "pyproject.toml"]
    )


def prepare(folder):
    """Database, static files and story; quick when they are there already."""
    django.setup()
    if is_behind():
        call_command("migrate", verbosity=0, interactive=False)
    call_command("make_signing_key", "--if-none", stdout=StringIO())
    if is_stale(folder):
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    if (folder / MARK).exists():
        call_command("load_demo", "--show-logins")
        return
    print("Loading the demo story; this happens once and takes about a minute.", flush=True)
    with kept_at_the_end():
        call_command("load_demo")
    (folder / MARK).touch()


@contextmanager
def kept_at_the_end():
    """Not each transaction waits for the disk, only the end: an unfinished story is told anew."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")
    connection.close()


def asked():
    """What the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--prepare", action="store_true")
    parser.add_argument("--empty", type=Path)
    return parser.parse_args()


def main():
    wish = asked()
    port = chosen_port()
    folder = Path(os.environ.setdefault("SALA_VAR", str(ROOT / "var" / "demo")))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.pop("DATABASE_URL", None)
    os.environ["SALA_MODE"] = "demo"
    os.environ.setdefault("SITE_NAME", "Rumduol Programme")
    os.environ["SITE_URL"] = f"http://{HOST}:{port}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "lms.settings"
    if os.environ.get("RESET") == "1" or not (folder / MARK).exists():
        forget(folder)
        if wish.empty:
            shutil.copyfile(wish.empty, folder / "sala.sqlite3")
    prepare(folder)
    if wish.prepare:
        return
    print(f"Sala is at http://{HOST}:{port}/ (Ctrl+C stops it; the data stay).\n", flush=True)
    command = [sys.executable, "-m", "gunicorn", "lms.wsgi", "--bind", f"{HOST}:{port}"]
    command += ["--workers", str(WORKERS), "--threads", str(THREADS), "--log-level", "warning"]
    os.execv(sys.executable, command)


if __name__ == "__main__":
    main()
