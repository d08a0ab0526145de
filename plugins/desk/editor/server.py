"""One port for both: the editor under ``/redakcja/``, the preview of the site everywhere else."""

from __future__ import annotations

import socket
import sys
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from plugins.desk.preview.news import News
from plugins.desk.preview.web import LOOPBACK, Handler

EDITOR = "/redakcja/"


class Server(ThreadedWSGIServer):
    """The preview of ``folder`` with the editor's ``app`` in it, on this machine alone."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int, news: News, app: Any) -> None:
        self.folder, self.news, self.base = folder, news, "/"
        # Given a port, werkzeug ends the program when it is taken; given a socket, it does not.
        with socket.create_server((LOOPBACK, port)) as listening:
            super().__init__(LOOPBACK, port, app, Answering, fd=listening.fileno())
        self.server_port = int(self.server_address[1])

    @property
    def address(self) -> str:
        """Where the site's home is."""
        return f"http://{LOOPBACK}:{self.server_port}{quote(self.base)}"

    @property
    def editor(self) -> str:
        """Where the editor's first page is."""
        return f"http://{LOOPBACK}:{self.server_port}{EDITOR}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left before the end."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Answering(WSGIRequestHandler, Handler):  # type: ignore[misc]  # each has its own „server”
    """Answers one request: the editor's pages by its app, all else as the preview does."""

    server_version = "debaty"
    sys_version = ""
    protocol_version = "HTTP/1.0"  # the stream of news ends with its connection

    def do_GET(self) -> None:  # noqa: N802  the names that http.server looks for
        """Show a page of the editor or of the site."""
        if self._is_editors():
            self.run_wsgi()
        else:
            Handler.do_GET(self)

    do_HEAD = do_GET  # noqa: N815  the name that http.server looks for

    def do_POST(self) -> None:  # noqa: N802
        """Only the editor takes anything in."""
        if self._is_editors():
            self.run_wsgi()
        else:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED)

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = do_POST  # noqa: N815

    def _is_editors(self) -> bool:
        return f"{urlsplit(self.path).path}/".startswith(EDITOR)

    def log(self, type: str, message: str, *args: object) -> None:
        """Keep the terminal for the builds; say what went wrong within."""
        if type == "error":
            super().log(type, message, *args)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep the terminal for the builds."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for the builds."""
