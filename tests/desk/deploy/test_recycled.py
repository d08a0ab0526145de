"""An edition made of the one that would be deleted is as one made from nothing."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.deploy import origin, plan, releases
from plugins.desk.deploy.draft import stays
from plugins.desk.deploy.plan import Built, Edition, Manifest
from plugins.desk.deploy.prepared import Earlier, prepare
from plugins.desk.deploy.recycled import begun
from plugins.press.store import Store
from plugins.problems import Problems
from tests.desk.deploy.stand import OLD, STYLE_1, Stand, noted, page, tree


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """They start programs."""
    monkeypatch.setattr(origin, "version", lambda _: "")
    monkeypatch.setattr(origin, "person", lambda _: "")
    monkeypatch.setattr(os, "sync", lambda: None)


def full(stand: Stand) -> None:
    """As many editions as are kept."""
    for number in range(releases.KEPT):
        stand.build({**OLD, "index.html": page(f"Wydanie {number}")})
        stand.publish()


def test_what_the_oldest_edition_shares_stays_where_it_is(stand: Stand) -> None:
    full(stand)
    oldest = stand.place / "releases" / stand.releases()[0]
    before = {path: (oldest / path).stat().st_ino for path in tree(oldest)}
    folder = (oldest / "www/debaty/dworzec").stat().st_ino
    stand.build({**OLD, "index.html": page("Nowe")})
    stand.publish()
    new = stand.place / "current"
    assert (new / "www/debaty/dworzec").stat().st_ino == folder
    shared = {path for path, inode in before.items() if (new / path).stat().st_ino == inode}
    assert {"www/debaty/index.html", "www/debaty/index.html.br", f"www/{STYLE_1}"} <= shared
    assert "Nowe" in stand.seen()["index.html"].decode()


def test_nothing_else_of_the_oldest_edition_comes_along(stand: Stand) -> None:
    full(stand)
    oldest = stand.place / "releases" / stand.releases()[0] / "www"
    (oldest / "tajne.html").write_text("tajne", "utf-8")
    (oldest / "theme/obce.0123456789.css").write_text("obce", "utf-8")
    (oldest / "index.html.d").mkdir()
    (oldest / "debaty/index.html").unlink()
    (oldest / "debaty/index.html").symlink_to("/etc/passwd")
    (oldest / "debaty/dworzec").chmod(0o700)
    stand.build({**OLD, "index.html": page("Nowe")})
    stand.publish()
    now = stand.place / "current/www"
    assert not {"tajne.html", "theme/obce.0123456789.css"} & stand.seen().keys()
    assert not (now / "index.html.d").exists()
    assert not (now / "debaty/index.html").is_symlink()
    assert stand.seen()["debaty/index.html"].decode() == OLD["debaty/index.html"]
    assert (now / "debaty/dworzec").stat().st_mode & 0o777 == 0o755


NAMES = ("www/a", "www/a/b.html", "www/a/c.html", "www/d.html", "www/theme/e.0123456789.css")
SITES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([b"1", b"2" * 400, b"3" * 999]))


def apart(site: dict[str, bytes]) -> dict[str, bytes]:
    """Without a file where another needs a folder."""
    return {path: data for path, data in site.items() if not any(f"{path}/" in one for one in site)}


def manifest_of(site: dict[str, bytes], old: Manifest | None) -> Manifest:
    edition = Edition("20261122T110200Z" if old else "20261122T110100Z")
    return Manifest(edition, plan.files_of(site, edition, old))


@settings(max_examples=60, deadline=None)
@given(SITES.map(apart), SITES.map(apart))
def test_whatever_was_there_the_edition_holds_its_own_files_alone(
    old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    with TemporaryDirectory() as folder:
        reused, other = Path(folder, "1"), Path(folder, "2")
        before = prepare(old, manifest_of(old, None), reused, None, is_compressed=True)
        manifest = manifest_of(new, before)
        rest = begun(new, manifest, Earlier(reused, before))
        made = prepare(new, manifest, reused, None, rest, is_compressed=True)
        assert made == prepare(new, manifest, other, None, is_compressed=True)
        found, wanted = tree(reused), tree(other)
        carried = {path for path in before.files.keys() - new.keys() if stays(path)}
        twins = {path + ending for path in carried for ending in ("", ".br", ".gz")}
        assert {path: data for path, data in found.items() if path not in twins} == wanted
        assert {path for path in twins if path in {**before.files, **before.twins}} <= found.keys()


# -- digests that the build has noted -----------------------------------------------------


def test_a_file_is_read_only_where_the_build_knows_no_other_like_it(stand: Stand) -> None:
    noted(stand)
    changed = stand.root / "output/debaty/index.html"
    os.utime(changed, ns=(0, 0))
    with Store(stand.root / ".debaty/store.sqlite") as store:
        found = plan.standing(stand.root / "output", store.outputs("output"))
    assert {path for path, item in found.items() if not isinstance(item, Built)} == {
        "debaty/index.html"
    }
    assert stand.publish() == 0
    assert {path: stand.seen()[path].decode() for path in OLD} == dict(OLD)


def test_a_file_that_only_looks_like_the_one_that_was_built_is_not_published(stand: Stand) -> None:
    noted(stand)
    file = stand.root / "output/kalendarz.ics"
    before = file.stat()
    file.write_bytes(bytes(before.st_size))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(Problems, match=r"^kalendarz\.ics: plik zmienił się w trakcie"):
        stand.publish()
    assert not (stand.place / "current").exists()
