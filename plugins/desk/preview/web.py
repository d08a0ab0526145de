"""The preview's web server: on this machine only, reading only, and listing nothing."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import quote, urlsplit

from plugins.desk.preview import pages
from plugins.desk.preview.news import News

LOOPBACK = "127.0.0.1"
TRIES = 20  # ports after the wished one
HEARTBEAT = 15.0  # seconds; a page that has gone is noticed by it
OWN_NAMES = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?", re.IGNORECASE)


class Shown(Protocol):
    """What a :class:`Handler` shows: ``folder`` under the path ``base``, the ``news`` of builds."""

    folder: Path
    news: News
    base: str


class Site(Shown, Protocol):
    """A server of a site that can be run."""

    server_port: int

    @property
    def address(self) -> str:
        """Where the site's home is."""

    def serve_forever(self) -> None:
        """Answer until :meth:`shutdown`."""

    def shutdown(self) -> None:
        """Make :meth:`serve_forever` end."""

    def server_close(self) -> None:
        """Let go of the port."""


S = TypeVar("S", bound=Site)


class Server(ThreadingHTTPServer):
    """Serves ``folder`` under the path ``base`` and the ``news`` of its builds."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would share a port that is taken

    def __init__(self, folder: Path, port: int, news: News) -> None:
        self.folder = folder
        self.news = news
        self.base = "/"
        super().__init__((LOOPBACK, port), Handler)

    @property
    def address(self) -> str:
        """Where the site's home is."""
        return f"http://{LOOPBACK}:{self.server_port}{quote(self.base)}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left before the end."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Shown  # type: ignore[assignment]  # of a server it needs no more
    server_version = "debaty"
    sys_version = ""

    def do_GET(self) -> None:
        """Show a page, our script, or the stream of news."""
        path = urlsplit(self.path).path
        if not OWN_NAMES.fullmatch(self.headers.get("Host", "")):
            # A page elsewhere may point a name of its own at us to read drafts.
            self._send(b"", "text/plain", HTTPStatus.MISDIRECTED_REQUEST)
        elif path == pages.EVENTS:
            self._stream()
        elif path == pages.SCRIPT:
            script = Path(__file__).with_name("reload.js")
            self._send(script.read_bytes(), pages.media_type(script))
        else:
            self._show()

    do_HEAD = do_GET  # noqa: N815  the name that http.server looks for

    def _show(self) -> None:
        edition = self.server.news.state.edition  # before the file: an older page reloads
        found = pages.locate(self.server.folder, self.server.base, self.path)
        if isinstance(found, pages.Moved):
            self._send(b"", "text/plain", HTTPStatus.MOVED_PERMANENTLY, Location=found.location)
        elif found is None:
            self._send_missing(edition)
        else:
            self._send_file(found, edition)

    def _send_file(self, file: Path, edition: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        body, kind = file.read_bytes(), pages.media_type(file)
        if kind.startswith("text/html"):
            body = pages.with_script(body, edition)
        self._send(body, kind, status)

    def _send_missing(self, edition: str) -> None:
        """The site's own page of what is not there; until it is built, one of ours."""
        own = self.server.folder / "404.html"
        if own.is_file():
            return self._send_file(own, edition, HTTPStatus.NOT_FOUND)
        built = (self.server.folder / "index.html").is_file()
        status = HTTPStatus.NOT_FOUND if built else HTTPStatus.SERVICE_UNAVAILABLE
        text = pages.NO_PAGE if built else pages.NOT_YET
        body = pages.with_script(text.encode(), edition)
        return self._send(body, pages.TYPES[".html"], status)

    def _send(
        self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self) -> None:
        """The current state at once, then each new one, until the page or the server ends."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        news, number = self.server.news, -1
        while self.command != "HEAD" and not news.closed:
            state = news.after(number, HEARTBEAT)
            number = number if state is None else state.number
            self.wfile.write(b":\n\n" if state is None else state.event())

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for the builds."""


@contextlib.contextmanager
def serving(port: int, make: Callable[[int], S]) -> Iterator[S]:
    """A running server on ``port`` or the first free one after it; OSError if none is.

    ``make`` gives a server that listens on a port, or raises OSError.
    """
    server = _first_free(port, make)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.news.close()
        server.shutdown()
        server.server_close()


def _first_free(port: int, make: Callable[[int], S]) -> S:
    for candidate in range(port, min(port + TRIES, 65535) + 1):
        try:
            return make(candidate if port else 0)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise OSError(errno.EADDRINUSE, f"zajęte są porty od {port} do {port + TRIES}")
