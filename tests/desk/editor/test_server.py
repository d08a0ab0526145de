"""One port for the editor and the preview, and the command that serves them."""

from __future__ import annotations

import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.desk.editor.server import Server
from plugins.desk.preview.news import News
from plugins.desk.preview.web import serving
from tests.desk.conftest import PATIENCE, Kit, asked
from tests.desk.editor.conftest import Desk


@pytest.fixture
def server(reader: Desk, tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text("<body><p>Strona", "utf-8")
    (tmp_path / "redakcja-szkoly").mkdir()
    (tmp_path / "redakcja-szkoly/index.html").write_text("<p>Szkoła", "utf-8")
    with serving(0, lambda port: Server(tmp_path, port, News(), reader.office_app)) as running:
        yield running


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("/", "<p>Strona"),
        ("/", "/.debaty/reload.js"),
        ("/redakcja-szkoly/", "<p>Szkoła"),
        ("/redakcja/", "Napisz nowy wpis"),
        ("/redakcja/?a=/../", "Napisz nowy wpis"),
        ("/.debaty/reload.js", "EventSource"),
    ],
)
def test_each_address_is_the_editors_or_the_sites(server: Server, target: str, words: str) -> None:
    with asked(server.server_port, target) as response:
        assert response.status == 200
        assert words in response.read().decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_preview_takes_nothing_in(server: Server, method: str) -> None:
    with asked(server.server_port, "/", method) as response:
        assert response.status == 501


@pytest.mark.parametrize(("target", "status"), [("/", 421), ("/redakcja/", 403)])
def test_another_name_for_this_machine_gets_nothing(
    server: Server, target: str, status: int
) -> None:
    with asked(server.server_port, target, host="zly.example") as response:
        assert response.status == status
        assert b"Strona" not in response.read()


def test_only_this_machine_reaches_it(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", server.server_port), timeout=PATIENCE)


def test_a_taken_port_gives_way_to_the_next(server: Server, reader: Desk, tmp_path: Path) -> None:
    def make(port: int) -> Server:
        return Server(tmp_path, port, News(), reader.office_app)

    with serving(server.server_port, make) as other:
        assert server.server_port < other.server_port <= server.server_port + 20
        assert other.editor == f"http://127.0.0.1:{other.server_port}/redakcja/"


def test_the_command_serves_both_and_ends_well(kit: Kit) -> None:
    with kit.start("edit", "--port", "0", "--bez-przeglądarki", now="2026-11-22") as process:
        lines = [process.stdout.readline(), process.stdout.readline()]
        address = urlsplit(re.search(r"http://\S+", lines[1])[0])
        with asked(address.port, "/redakcja/statyczne/redakcja.js") as response:
            assert response.status == 200
        with asked(address.port, "/.debaty/reload.js") as response:
            assert response.status == 200
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    assert (process.returncode, told) == (0, "")
    assert lines[0].startswith("Podgląd: ")
    assert address.path == "/redakcja/"


def test_a_day_that_is_none_ends_in_a_sentence(kit: Kit) -> None:
    done = kit.desk("edit", "--bez-przegladarki", now="jutro")
    assert done.returncode == 1
    assert "BUILD_DATE" in done.stderr
    assert "Traceback" not in done.stderr
