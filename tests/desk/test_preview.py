"""What the preview serves, and to whom."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.desk.preview import pages
from plugins.desk.preview.news import News
from plugins.desk.preview.web import Server, serving
from tests.desk.conftest import PATIENCE, asked


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "preview"
    (folder / "debaty/żółw").mkdir(parents=True)
    (folder / "pusty").mkdir()
    (folder / "index.html").write_text("<body><p>Główna</body>", "utf-8")
    (folder / "404.html").write_text("<body><p>Nie ma</body>", "utf-8")
    (folder / "debaty/żółw/index.html").write_text("<p>Żółw", "utf-8")
    (folder / "kalendarz.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    (folder / "kanal.rss.xml").write_bytes(b"<rss/>")
    (folder / "styl.css").write_bytes(b"p{}")
    (tmp_path / "tajne.txt").write_text("tajne")
    (folder / "link.txt").symlink_to(tmp_path / "tajne.txt")
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    with serving(0, lambda port: Server(site, port, News())) as running:
        yield running


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/debaty/%C5%BC%C3%B3%C5%82w/?a=1", "text/html; charset=utf-8"),
        ("/kalendarz.ics", "text/calendar; charset=utf-8"),
        ("/kanal.rss.xml", "text/xml; charset=utf-8"),
        ("/styl.css", "text/css; charset=utf-8"),
        ("/.debaty/reload.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_file_is_served_with_its_type(server: Server, target: str, kind: str) -> None:
    with asked(server.server_port, target) as response:
        assert (response.status, response.headers["Content-Type"]) == (200, kind)
        assert response.headers["Cache-Control"] == "no-store"


def test_the_script_is_in_served_pages_and_in_no_file(server: Server, site: Path) -> None:
    with asked(server.server_port, "/") as response:
        html = response.read().decode()

    assert re.fullmatch(
        r'<body><p>Główna<script src="/.debaty/reload.js" data-edition="[0-9a-f]{8}-0">'
        r"</script></body>",
        html,
    )
    assert site.joinpath("index.html").read_text("utf-8") == "<body><p>Główna</body>"


@pytest.mark.parametrize(
    "target",
    [
        "/../tajne.txt",
        "/%2e%2e/tajne.txt",
        "/debaty/..%2f..%2ftajne.txt",
        "/..%5ctajne.txt",
        "/link.txt",
        "//etc/passwd",
        "/C:/tajne.txt",
        "/index.html%00.txt",
        "/pusty/",
        "/nie-ma/",
        "/index.html/",
    ],
)
def test_what_is_not_of_the_site_is_the_sites_404(server: Server, target: str) -> None:
    with asked(server.server_port, target) as response:
        body = response.read().decode()
        assert response.status == 404
    assert "Nie ma" in body
    assert "tajne" not in body


def test_a_folder_without_a_slash_is_moved(server: Server) -> None:
    with asked(server.server_port, "/debaty/%C5%BC%C3%B3%C5%82w") as response:
        assert response.status == 301
        assert response.headers["Location"] == "/debaty/%C5%BC%C3%B3%C5%82w/"


def test_a_site_under_a_path_is_served_there(server: Server, site: Path) -> None:
    server.base = "/komenda/"

    assert server.address.endswith("/komenda/")
    assert pages.locate(site, "/komenda/", "/komenda/styl.css") == site / "styl.css"
    assert pages.locate(site, "/komenda/", "/styl.css") is None
    with asked(server.server_port, "/") as response:
        assert (response.status, response.headers["Location"]) == (301, "/komenda/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_it_only_reads(server: Server, method: str) -> None:
    with asked(server.server_port, "/", method) as response:
        assert response.status == 501


def test_head_has_no_body(server: Server) -> None:
    with asked(server.server_port, "/", "HEAD") as response:
        assert int(response.headers["Content-Length"]) > 0
        assert response.read() == b""


def test_only_this_machine_reaches_it(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", server.server_port), timeout=PATIENCE)


def test_another_name_for_this_machine_gets_nothing(server: Server) -> None:
    with asked(server.server_port, "/", host="zly.example") as response:
        assert response.status == 421
        assert response.read() == b""


def test_a_taken_port_gives_way_to_the_next(site: Path, server: Server) -> None:
    with serving(server.server_port, lambda port: Server(site, port, News())) as other:
        assert server.server_port < other.server_port <= server.server_port + 20


def test_before_the_first_build_a_page_waits_for_it(tmp_path: Path) -> None:
    with (
        serving(0, lambda port: Server(tmp_path / "none", port, News())) as server,
        asked(server.server_port, "/") as response,
    ):
        assert response.status == 503
        assert "data-edition" in response.read().decode()


def test_news_keeps_the_edition_of_the_last_good_build() -> None:
    news = News()
    news.tell()
    good = news.state
    news.tell("źle")

    assert news.state.edition == good.edition
    assert news.after(good.number, timeout=0) == news.state
    assert news.after(news.state.number, timeout=0) is None
    assert News().state.edition != News().state.edition
