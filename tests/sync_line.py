"""A real server on the database of a test, and phones that hand in over a real line."""

import http.client
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import quote
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.actions.devices import make_known
from tests import house
from tests.browser.site import free_port

PATIENCE = 30


def database_url():
    """The address of the database of this process, for another one."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    user, password = quote(told["USER"]), quote(told["PASSWORD"])
    return f"postgres://{user}:{password}@{told['HOST']}:{told['PORT'] or 5432}/{told['NAME']}"


@contextmanager
def served(workers=2, threads=4):
    """Yields (port, process) of a site on the database of this process."""
    port = free_port()
    environment = {
        **os.environ,
        "SALA_MODE": "demo",
        "SECRET_KEY": settings.SECRET_KEY,
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "lms.settings",
    }
    command = [sys.executable, "-m", "gunicorn", "lms.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(workers), "--threads", str(threads), "--log-level", "error"]
    process = subprocess.Popen(command, cwd=house.ROOT, env=environment)
    try:
        _wait_for(port)
        yield port, process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait_for(port):
    for _each in range(PATIENCE * 4):
        try:
            ask(port, "GET", "/en/")
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError("The site did not start.")


def ask(port, method, path, body=None, headers=None):
    """Status and content of one request."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        line.request(method, path, body, headers or {})
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


class Line:
    """A phone of a user who has signed in on the server."""

    def __init__(self, port, user):
        browser = Client()
        browser.force_login(user)
        device, secret = make_known(user, "Test")
        self.port, self.path = port, reverse("courses:offline_sync")
        cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
        self.headers = {
            "Content-Type": "application/json",
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie.value}",
            "X-Sala-Device": f"{device.uuid}.{secret}",
        }

    def body(self, taps):
        told = {"sent_at": timezone.now().isoformat(), "unsent": 0, "events": taps}
        return json.dumps(told)

    def send(self, taps):
        """Status and results."""
        status, content = ask(self.port, "POST", self.path, self.body(taps), self.headers)
        return status, json.loads(content)["results"] if status == 200 else []

    def send_and_hang_up(self, taps):
        """Hands in and never hears the answer."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        line.request("POST", self.path, self.body(taps), self.headers)
        line.close()


def tap(session, row, number, presence="present"):
    return {
        "event": str(uuid4()),
        "kind": "mark",
        "session": str(session.uuid),
        "row": str(row.uuid),
        "presence": presence,
        "minutes": 0,
        "reason": "",
        "supersedes": [],
        "corrects": False,
        "tapped_at": timezone.now().isoformat(),
        "sequence": number,
        "source": "register",
    }
