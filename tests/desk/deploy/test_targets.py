"""Where to publish is said in words that cannot run; what targets answer is only data."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from plugins.desk.deploy import artifact, memory, publishing, targets
from plugins.desk.deploy.targets import Form, chosen, configured, parsed
from plugins.problems import Problems
from tests.desk.conftest import ROOT
from tests.desk.deploy.stand import OLD, Stand, listing, page

ROOTED = Path("/projekt")


def test_settings_are_read_not_run(tmp_path: Path) -> None:
    (tmp_path / "publishconf.py").write_text(
        'raise SystemExit("run")\nTARGETS = {"serwer": "folder:/srv/debaty"}\n', "utf-8"
    )
    assert configured(tmp_path) == {"serwer": "folder:/srv/debaty"}


@pytest.mark.parametrize("value", ["dict(a=1)", '{"a": 5}', '["a"]', "{**OTHERS}"])
def test_targets_that_are_no_literal_are_told_with_their_line(tmp_path: Path, value: str) -> None:
    (tmp_path / "publishconf.py").write_text(f"DRAFTS = False\nTARGETS = {value}\n", "utf-8")
    with pytest.raises(Problems, match=r"^publishconf.py:2: TARGETS: tego nie umiem odczytać"):
        configured(tmp_path)


def test_settings_that_are_no_python_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "publishconf.py").write_text("DRAFTS = False\nTARGETS = {\n", "utf-8")
    with pytest.raises(Problems, match=r"^publishconf.py:2: to nie jest poprawny Python"):
        configured(tmp_path)


def test_the_project_has_its_setting() -> None:
    assert "TARGETS" in (ROOT / "publishconf.py").read_text("utf-8")
    for name, address in configured(ROOT).items():
        parsed(name, address, ROOT)


@pytest.mark.parametrize(
    "address",
    [
        *("ssh://-oProxyCommand=x/srv", "ssh://kto:haslo@serwer/srv", "ssh://serwer", "ssh:///srv"),
        *("ssh://serwer:99999/srv", "ssh://serwer/srv/$(x)", "ssh://serwer/srv/'x", "ftp://x/y"),
        *("folder:", "folder://srv", "/srv/debaty:x"),
    ],
)
def test_what_is_no_target_is_told(address: str) -> None:
    with pytest.raises(ValueError, match="–"):
        parsed("cel", address, ROOTED)


def test_a_target_is_chosen_by_name_by_address_or_because_it_is_the_only_one() -> None:
    one = {"serwer": "folder:/srv/debaty"}
    two = {**one, "pages": "github:public"}
    assert chosen("", one, ROOTED).path == "/srv/debaty"
    assert chosen("pages", two, ROOTED).form is Form.GITHUB
    assert chosen("gitlab:public", two, ROOTED).path == "/projekt/public"
    with pytest.raises(ValueError, match="do wyboru: serwer, pages"):
        chosen("", two, ROOTED)
    with pytest.raises(ValueError, match="czy chodziło o „serwer”"):
        chosen("serwr", two, ROOTED)
    with pytest.raises(ValueError, match="wpisz cele w TARGETS"):
        chosen("", {}, ROOTED)


def test_a_target_says_where_it_is() -> None:
    for address in ("ssh://a@b.example:22/srv/debaty", "ssh://b/srv", "folder:/srv/debaty"):
        assert str(parsed("cel", address, ROOTED)) == address


# -- what targets answer -----------------------------------------------------------


OUTSIDE = '{"edition":{"name":"20261122T110100Z"},"files":{"%s":["",0,0]}}'


@pytest.mark.parametrize(
    "record",
    [
        *("", "{", "[]", '{"edition": {"name": "../x"}}'),
        *(OUTSIDE % "www/../../../theme/a.0123456789.css", OUTSIDE % "/etc/passwd"),
    ],
)
def test_a_damaged_record_of_an_edition_is_told(stand: Stand, record: str) -> None:
    stand.publish()
    manifest = stand.place / "current/manifest.json"
    manifest.write_text(record, "utf-8")
    with pytest.raises(Problems, match="spis wydania jest uszkodzony"):
        stand.publish()


@pytest.mark.parametrize("data", [b"[]", b"{", b'{"adresy": {"a": 1}}', b'{"dawne": ["a"]}'])
def test_a_damaged_list_of_addresses_is_told(data: bytes) -> None:
    with pytest.raises(Problems, match="to nie jest lista adresów"):
        memory.read(data)


def test_only_a_commit_reaches_git(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("plugins.desk.git.said", lambda _, *words: asked.extend(words) or b"")
    monkeypatch.setenv("BUILD_DATE", "2026-11-22")
    publishing.checked(ROOT, "--output=/etc/passwd")
    assert not [word for word in asked if "passwd" in word]
    publishing.checked(ROOT, "ab" * 20)
    assert "ab" * 20 in asked


def test_what_was_written_is_read() -> None:
    past = memory.read(listing(OLD, dawne={"/stare/": "/debaty/"}, porzucone={"/a/": "b"}).encode())
    assert memory.read(memory.written(past)) == past


# -- the list of addresses of a site that stands already ------------------------------


@contextmanager
def answering(status: int, body: bytes) -> Iterator[str]:
    """The address of a server that gives one answer to all."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_empty_folder_learns_from_the_site_itself(stand: Stand, tmp_path: Path) -> None:
    stand.where = f"github:{tmp_path / 'public'}"
    before = {**OLD, "debaty/dawna/index.html": page("Dawna")}
    with answering(200, listing(before).encode()) as site:
        stand.build(OLD, strona=site)
        with pytest.raises(Exception, match="/debaty/dawna/"):
            stand.publish()
    with answering(404, b"") as site:
        stand.build(OLD, strona=site)
        assert stand.publish() == 0


def test_a_site_that_does_not_answer_is_told(stand: Stand, tmp_path: Path) -> None:
    stand.where = f"github:{tmp_path / 'public'}"
    with answering(503, b"") as site:
        stand.build(OLD, strona=site)
        with pytest.raises(Problems, match=r"nie udało się odczytać .* dodaj --pierwszy-raz"):
            stand.publish()
        assert stand.publish(first=True) == 0


def test_only_the_web_is_asked(tmp_path: Path) -> None:
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known/debaty.json").write_text("{}", "utf-8")
    assert artifact.published(f"file://{tmp_path}") is None
    assert targets.SETTINGS == "publishconf.py"
