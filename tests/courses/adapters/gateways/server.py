"""A gateway on this machine that answers as it is told, and counts what it is asked."""

import json
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Asked:
    headers: dict
    body: dict
    path: str


@dataclass
class LocalGateway:
    """`answer(asked)` gives status, headers and body; `asked` is everything that came, `attempts`
    how often by key. A key is delivered once, as a gateway that heeds Idempotency-Key does."""

    answer: Callable = lambda asked: (200, {}, {"id": f"r-{asked.body['reference']}"})
    asked: list = field(default_factory=list)
    attempts: Counter = field(default_factory=Counter)
    delivered: dict = field(default_factory=dict)

    def __enter__(self):
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                size = int(self.headers.get("Content-Length", 0))
                asked = Asked(dict(self.headers), json.loads(self.rfile.read(size)), self.path)
                key = self.headers.get("Idempotency-Key")
                outer.asked.append(asked)
                outer.attempts[key] += 1
                outer.delivered.setdefault(key, asked.body)
                status, headers, body = outer.answer(asked)
                data = json.dumps(body).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_error):
        self.server.shutdown()
        self.server.server_close()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/sms?account=7"
