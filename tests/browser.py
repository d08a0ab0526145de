"""A browser for the tests, and a server that is stricter than any the site will meet."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, Page, sync_playwright

from plugins.desk.deploy.servers import policy

_OURS = ("style", "img", "script", "media", "manifest", "connect")
POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{name}-src 'self'" for name in _OURS),
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
)

TEXTS = (".html", ".css", ".js", ".svg", ".json", ".txt", ".webmanifest")

# What a container and a closed network need: nothing that the browser does by itself.
SWITCHES = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)

_SHARED = ("--renderer-process-limit=2",)  # dozens of tabs: a process each takes long to start

WIDE, NARROW = 1280, 320
HEIGHT = 1024
SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
STATES = tuple((scheme, width) for scheme in SCHEMES for width in (WIDE, NARROW))

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

COLOURS = ("color-contrast", "link-in-text-block")
"""The only rules of axe whose verdict depends on colours."""

# Started in every tab before any is waited for, so that two processors work; hence the timer:
# axe's first half would otherwise be done before this returns.
_START = """([within, only, without]) => {
  const options = {
    runOnly: only,
    rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}])),
    resultTypes: ["violations"],
    preload: false,
  };
  window.judged = new Promise((done, failed) => {
    setTimeout(() => axe.run(within, options).then(done, failed));
  });
}"""
_GATHER = """async () => (await window.judged).violations.flatMap(rule =>
  rule.nodes.map(node => {
    const part = document.querySelector(node.target[0])?.closest("[data-part]");
    const said = node.any.concat(node.all, node.none).map(check => check.message);
    return `${part?.dataset.part ?? ""} ${rule.id}: ${node.target.join(" ")}: ${said.join("; ")}`;
  }))"""


class _Handler(SimpleHTTPRequestHandler):
    """Files under a strict policy, texts compressed as hosts do; says nothing."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in TEXTS or not file.is_file():
            return super().send_head()
        body = _compressed(file, file.stat().st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        if self.path.startswith("/theme/"):  # names that change with what they hold
            self.send_header("Cache-Control", policy.FOREVER)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@lru_cache(maxsize=256)
def _compressed(file: Path, _: int) -> bytes:
    """As hosts have it ready; the time is that of its last change."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The origin at which ``folder`` is served, on a port of the system's choice."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def launched(chromium: Path) -> Iterator[Browser]:
    """A headless browser of the system's; with a profile of its own, gone at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=(*SWITCHES, *_SHARED))
        try:
            yield browser
        finally:
            browser.close()


def dress(page: Page, scheme: str, width: int) -> None:
    """Give a page the colours and the width of one state."""
    page.emulate_media(**SCHEMES[scheme])
    page.set_viewport_size({"width": width, "height": HEIGHT})


def judged(
    pages: dict[str, Page],
    scheme: str,
    width: int,
    without: tuple[str, ...] = (),
    apart_from: tuple[str, ...] = (),
) -> Iterator[str]:
    """What axe, already in the pages, has against them in one state; a line each.

    ``without``: its rules that do not apply; ``apart_from``: selectors of what is not looked at.
    A line names the ``data-part`` that it is about.
    """
    within = {"include": ["html"], "exclude": apart_from}
    return _judged(pages, scheme, width, [within, {"type": "tag", "values": TAGS}, without])


def judged_by_colours(pages: dict[str, Page], scheme: str, width: int) -> Iterator[str]:
    """The same of colours alone, in what is not alike on every page."""
    return _judged(pages, scheme, width, ["main", {"type": "rule", "values": COLOURS}, ()])


def _judged(pages: dict[str, Page], scheme: str, width: int, task: list[Any]) -> Iterator[str]:
    for page in pages.values():
        dress(page, scheme, width)
        page.evaluate(_START, task)
    for name, page in pages.items():
        for fault in page.evaluate(_GATHER):
            yield f"{name} ({scheme}, {width} px): {fault}"
