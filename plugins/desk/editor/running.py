"""The editor as a running program: one port, the browser opened on its first page."""

from __future__ import annotations

import sys
import webbrowser

from plugins.desk import child
from plugins.desk.editor.app import make
from plugins.desk.editor.commits import author
from plugins.desk.editor.office import Office
from plugins.desk.editor.server import Server
from plugins.desk.looking import now
from plugins.desk.preview.live import preview
from plugins.desk.preview.news import News
from plugins.desk.preview.rebuild import PREVIEW, base_path
from plugins.desk.preview.web import Site
from plugins.problems import Problems


def run(port: int, commits: bool, person: str, opens: bool) -> int:
    """Serve until Ctrl+C; give the exit code."""
    try:
        now()
    except Problems as problems:
        print(problems, file=sys.stderr)
        return 1
    whose = author(child.ROOT, person) if commits else None
    app = make(Office(child.ROOT, now, base_path, whose))

    def server(port: int) -> Site:
        return Server(PREVIEW, port, News(), app)

    def ready(site: Site) -> None:
        assert isinstance(site, Server), "made above"
        print(f"Redakcja: {site.editor}", flush=True)
        if opens:
            webbrowser.open(site.editor)

    return preview(port, server, ready)
