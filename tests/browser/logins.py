"""People who are signed in when a test begins: each begins one session in a process, and every
phone of hers goes on with a copy of it. Tests of signing in and out use `site.sign_in`."""

import secrets
import sqlite3
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

from tests.browser import site
from tests.browser.conftest import FOLDER

FORM = "/en/accounts/login/"
BEGUN = "select session_data, expire_date from django_session where session_key = ?"
COPY = "insert into django_session (session_key, session_data, expire_date) values (?, ?, ?)"


@dataclass(frozen=True)
class Session:
    """What the server keeps of somebody who is signed in; it holds for a demo told again."""

    address: str
    data: str
    until: str


_begun: dict[str, Session] = {}


def signed_in(context: BrowserContext, username: str) -> Page:
    """An empty page of somebody who has signed in before, with a session of this phone alone."""
    if username not in _begun:
        _begun[username] = _begin(context, username)
    session, key = _begun[username], secrets.token_hex(16)
    with sqlite3.connect(FOLDER / site.DATABASE, timeout=20) as database:
        database.execute(COPY, (key, session.data, session.until))
    context.add_cookies([{"name": "sessionid", "value": key, "url": session.address}])
    return context.new_page()


def _begin(context: BrowserContext, username: str) -> Session:
    """Sends the form without drawing it, nor the page where one lands."""
    form = context.request.get(FORM)
    secret = {each["name"]: each["value"] for each in context.cookies()}["csrftoken"]
    filled = {"login": username, "password": site.PASSWORD, "csrfmiddlewaretoken": secret}
    context.request.post(FORM, form=filled, max_redirects=0)
    key = {each["name"]: each["value"] for each in context.cookies()}["sessionid"]
    with sqlite3.connect(FOLDER / site.DATABASE, timeout=20) as database:
        data, until = database.execute(BEGUN, (key,)).fetchone()
    return Session(form.url.removesuffix(FORM), data, until)
