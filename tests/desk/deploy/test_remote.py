"""The same over SSH and rsync: a server of our own on loopback, in a folder of its own."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.desk.deploy import releases, remote
from plugins.desk.deploy.local import Folder
from plugins.desk.deploy.publishing import shelf_of
from plugins.desk.deploy.remote import LAST, Server
from plugins.problems import Problem, Problems
from tests.desk.deploy.servers import program, sshd
from tests.desk.deploy.stand import NEW, OLD, STYLE_1, STYLE_2, Stand, page, tree


@pytest.fixture(scope="module")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    program("rsync")
    with sshd(tmp_path_factory.mktemp("ssh")) as folder:
        yield folder


@pytest.fixture
def there(stand: Stand, ssh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """A stand whose target is on the other side; a name with a space must not matter."""
    monkeypatch.setenv("PATH", f"{ssh}:{os.environ['PATH']}")
    stand.where = f"ssh://serwer{tmp_path}/na serwerze/www"
    return stand


def mirror(stand: Stand) -> Path:
    (folder,) = (stand.root / ".debaty/deploy").iterdir()
    return folder


def test_it_stands_there_as_it_would_here(there: Stand, tmp_path: Path) -> None:
    here = Stand(there.root, f"folder:{tmp_path / 'tu'}")
    for stand in (there, here):
        stand.day = 0
        stand.build(OLD)
        stand.publish()
        stand.build(NEW)
        stand.publish()
    assert there.seen() == here.seen()
    assert there.releases() == here.releases()
    assert (there.place / "current").readlink() == (here.place / "current").readlink()
    assert {STYLE_1, STYLE_2, f"{STYLE_2}"} <= there.seen().keys()


def test_only_what_changed_is_sent(there: Stand) -> None:
    there.publish()
    before = (there.place / "current/www/debaty/index.html").stat()
    there.build(NEW)
    there.publish()
    after = (there.place / "current/www/debaty/index.html").stat()
    assert (before.st_ino, before.st_mtime) == (after.st_ino, after.st_mtime)
    changed = (there.place / "current/www/index.html").stat()
    assert changed.st_mtime - after.st_mtime == 60


def test_without_its_copy_here_it_gives_the_same(there: Stand) -> None:
    there.publish()
    before = there.seen()
    for file in tree(mirror(there) / LAST):
        (mirror(there) / LAST / file).unlink()
    there.build({**OLD, "index.html": page("Druga")})
    there.publish()
    there.build(OLD)
    there.publish()
    assert there.seen() == before


def test_it_goes_back_and_keeps_five(there: Stand) -> None:
    here = Stand(there.root, f"folder:{there.place}")
    for number in range(5):
        there.build({**OLD, "index.html": page(f"Wydanie {number}")})
        here.publish()
    there.build({**NEW, "index.html": page("Wydanie 5", STYLE_2)})
    there.day = here.day
    there.publish()
    assert len(there.releases()) == releases.KEPT
    shelf = shelf_of(there.root, there.target)
    with shelf.held():
        shelf.heal()
        releases.go_back(shelf, releases.earlier_than(shelf, ""))
    assert "Wydanie 4" in there.seen()["index.html"].decode()
    assert {STYLE_1, STYLE_2} <= there.seen().keys()


def test_what_a_cut_connection_left_is_removed(there: Stand) -> None:
    there.publish()
    (there.place / "releases/.next/www").mkdir(parents=True)
    (there.place / "releases/20261122T110130Z").mkdir()
    (there.place / "current/published").unlink()
    before = there.seen()
    there.build(NEW)
    there.publish(trial=True)
    assert there.seen() == before
    there.publish()
    first, second = there.releases()
    assert there.place.joinpath("current").readlink().name == second
    assert (there.place / "releases" / first / "published").exists()


def test_two_at_once_here_or_there(there: Stand) -> None:
    there.publish()
    with Folder(there.place).held(), pytest.raises(Problems, match="ktoś właśnie tu publikuje"):
        there.publish()
    shelf = shelf_of(there.root, there.target)
    with shelf.held(), pytest.raises(Problems, match="ktoś właśnie tu publikuje"):
        there.publish()
    there.build(NEW)
    assert there.publish() == 0


def test_a_folder_of_someone_else_is_never_touched(there: Stand) -> None:
    there.place.mkdir(parents=True)
    (there.place / "cenne.txt").write_text("cenne", "utf-8")
    with pytest.raises(Problems, match="nie publikował w nim ten program"):
        there.publish()
    assert [one.name for one in there.place.iterdir() if one.name != ".lock"] == ["cenne.txt"]


def test_editions_of_another_program_are_never_touched(there: Stand) -> None:
    """Capistrano and Deployer, too, keep „releases” and „current”."""
    theirs = there.place / "releases/20261122080000"
    theirs.mkdir(parents=True)
    (theirs / "index.php").write_text("cenne", "utf-8")
    (there.place / "current").symlink_to("releases/20261122080000")
    with pytest.raises(Problems, match="nie publikował w nim ten program"):
        there.publish()
    assert (theirs / "index.php").read_text("utf-8") == "cenne"
    assert [one.name for one in theirs.iterdir()] == ["index.php"]


def test_a_server_that_does_not_answer_is_told(there: Stand) -> None:
    there.where = "ssh://serwer:1/srv/debaty"
    with pytest.raises(Problems, match="serwer nie wykonał polecenia – sprawdź połączenie"):
        there.publish()


@pytest.mark.parametrize(
    ("step", "is_public"),
    [("rsync", False), (remote._RECEIVE, False), (remote._SWITCH, True)],
    ids=["rsync", "receive", "switch"],
)
def test_a_connection_cut_after_a_step_leaves_old_or_new(
    there: Stand, monkeypatch: pytest.MonkeyPatch, step: str, is_public: bool
) -> None:
    there.publish()
    call = Server._call

    def cut(self: Server, words: list[str], given: bytes = b"") -> bytes:
        said = call(self, words, given)
        if words[0] == step or shlex.quote(step) in words[-1]:
            raise Problems([Problem("serwer", 0, "", "połączenie przerwane")])
        return said

    monkeypatch.setattr(Server, "_call", cut)
    there.build({**OLD, "index.html": page("Druga")})
    with pytest.raises(Problems, match="połączenie przerwane"):
        there.publish()
    assert ("Druga" in there.seen()["index.html"].decode()) is is_public
    monkeypatch.setattr(Server, "_call", call)
    there.publish()
    assert "Druga" in there.seen()["index.html"].decode()
    assert len(there.releases()) == 2
