"""How gunicorn serves a told demo: loaded once, so that a fresh process is there soon."""

import os
from pathlib import Path

from django.core.cache import cache
from django.db import connections
from django.test import Client

preload_app = True
threads = 4
control_socket_disable = True
#: Holds the process that answers.
ANSWERING = Path(os.environ["SALA_VAR"]).with_suffix(".pid")


def when_ready(server):
    """Reads addresses, templates and words before the first process is made of this one."""
    Client(headers={"host": "localhost"}).get("/en/")
    cache.clear()
    connections.close_all()


def post_worker_init(worker):
    ANSWERING.write_text(str(worker.pid))
