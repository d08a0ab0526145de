"""The preview as a whole: serve, watch, build on every save, tell the pages."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Callable

from plugins.desk import child
from plugins.desk.preview.news import News
from plugins.desk.preview.rebuild import PREVIEW, Builder, base_path
from plugins.desk.preview.watch import watching
from plugins.desk.preview.web import Server, Site, serving

WAIT = 1.0  # seconds; on Windows only a wait that ends lets Ctrl+C through


def site(port: int) -> Server:
    """The preview alone, for :func:`preview`."""
    return Server(PREVIEW, port, News())


def _nothing(_: Site) -> None:
    """There is no more to do once the preview is served."""


def preview(
    port: int, make: Callable[[int], Site] = site, ready: Callable[[Site], None] = _nothing
) -> int:
    """Serve until Ctrl+C, which is the right end: 0.

    ``make`` gives the server on a port; ``ready`` is called once, when it answers.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a plain kill ends as cleanly
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a background job
    try:
        with serving(port, make) as server, watching(child.ROOT) as changed:
            if port not in (0, server.server_port):
                _say(f"Port {port} jest zajęty – biorę następny wolny.")
            server.base = base_path()
            _say(f"Podgląd: {server.address} (koniec: Ctrl+C)")
            ready(server)
            keep_built(server, changed)
    except OSError as error:
        print(f"Nie można uruchomić podglądu: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        _say("\nKoniec podglądu.")
    return 0


def keep_built(server: Site, changed: threading.Event) -> None:
    """Build now and after every change, and tell the pages how it went; never returns."""
    with contextlib.closing(Builder()) as builder:
        while True:
            changed.clear()  # before the build: a save during it asks for another
            before = server.news.state.number
            problems = builder.rebuild(server.news.tell)
            server.base = base_path()
            if problems or server.news.state.number == before:
                server.news.tell(problems)
            if problems:
                _say("Podgląd pokazuje ostatnią dobrą wersję – popraw i zapisz.")
            while not changed.wait(WAIT):
                pass
            _say("Zmiana – buduję…")


def _say(text: str) -> None:
    print(text, flush=True)
