"""An edition comes whole, one step makes it public, and nothing public dies unnoticed."""

from __future__ import annotations

import gzip
import stat
from datetime import timedelta
from pathlib import Path

import brotli
import pytest

from plugins.desk.asking import Halt
from plugins.desk.deploy import releases
from plugins.desk.deploy.local import Folder
from plugins.desk.deploy.publishing import Wishes, publish, shelf_of
from plugins.desk.deploy.ready import NEWER
from plugins.press import span
from plugins.press.span import Span
from plugins.problems import Problem, Problems
from tests.desk.deploy.stand import NEW, NOON, OLD, SITE, STYLE_1, STYLE_2, Stand, page


def back(stand: Stand, wanted: str = "") -> str:
    shelf = shelf_of(stand.root, stand.target)
    with shelf.held():
        shelf.heal()
        name = releases.earlier_than(shelf, wanted)
        releases.go_back(shelf, name)
    return name


def test_what_was_built_is_what_is_seen(stand: Stand) -> None:
    assert stand.publish() == 0

    seen = stand.seen()
    assert {path: seen[path].decode() for path in OLD} == dict(OLD)
    assert (stand.place / "current").readlink() == Path("releases/20261122T110100Z")
    assert (stand.place / "current/nginx.conf").is_file()


def test_twins_hold_the_same_bytes(stand: Stand) -> None:
    stand.publish()

    seen = stand.seen()
    assert gzip.decompress(seen["index.html.gz"]) == seen["index.html"]
    assert brotli.decompress(seen["index.html.br"]) == seen["index.html"]
    assert "debaty/dworzec/debata.ics.gz" not in seen, "too small to be worth it"
    assert gzip.decompress(seen["kalendarz.ics.gz"]) == seen["kalendarz.ics"]


KEPT_AND_NOT = ("debaty/index.html", "index.html")


def test_what_did_not_change_keeps_its_inode_and_time(stand: Stand) -> None:
    stand.publish()
    before = {path: (stand.place / "current/www" / path).stat() for path in KEPT_AND_NOT}
    stand.build(NEW)
    stand.publish()
    after = {path: (stand.place / "current/www" / path).stat() for path in KEPT_AND_NOT}

    assert before["debaty/index.html"].st_ino == after["debaty/index.html"].st_ino
    assert before["index.html"].st_ino != after["index.html"].st_ino
    assert after["index.html"].st_mtime - before["index.html"].st_mtime == 60


def test_a_file_that_was_damaged_on_the_server_is_written_anew(stand: Stand) -> None:
    stand.publish()
    (stand.place / "current/www/debaty/index.html").write_text("obce", "utf-8")
    stand.build(NEW)
    stand.publish()
    assert stand.seen()["debaty/index.html"].decode() == OLD["debaty/index.html"]


def test_a_file_that_nobody_may_read_any_more_is_written_anew(stand: Stand) -> None:
    stand.publish()
    (stand.place / "current/www/debaty/index.html").chmod(0o600)
    stand.build(NEW)
    stand.publish()
    shown = stand.place / "current/www/debaty/index.html"
    assert stat.S_IMODE(shown.stat().st_mode) == 0o644


def test_nothing_new_makes_no_edition(stand: Stand, capsys: pytest.CaptureFixture[str]) -> None:
    stand.publish()
    capsys.readouterr()
    assert stand.publish() == 0
    assert "Nic się nie zmieniło" in capsys.readouterr().out
    assert len(stand.releases()) == 1


def test_a_trial_tells_all_and_writes_nothing(
    stand: Stand, capsys: pytest.CaptureFixture[str]
) -> None:
    stand.publish(trial=True)
    assert not stand.place.exists()
    stand.publish()
    before, names = stand.seen(), stand.releases()
    stand.build(NEW)
    capsys.readouterr()

    assert stand.publish(trial=True) == 0

    said = capsys.readouterr().out
    assert "Zmienione: 2\n  /404.html\n  /\n" in said
    assert "Dodane: 2\n  /debaty/park/\n" in said
    assert f"Usunięte: 1\n  /{STYLE_1}" in said
    assert "To była próba" in said
    assert (stand.seen(), stand.releases()) == (before, names)


def test_files_with_a_digest_stay_for_pages_that_are_open(stand: Stand) -> None:
    stand.publish()
    stand.build(NEW)
    stand.publish()
    assert {STYLE_1, STYLE_2} <= stand.seen().keys()

    back(stand)
    assert {STYLE_1, STYLE_2} <= stand.seen().keys()
    assert stand.seen()["index.html"].decode() == OLD["index.html"]


def test_five_editions_stay_and_the_public_one_is_never_deleted(stand: Stand) -> None:
    for number in range(4):
        stand.build({**OLD, "index.html": page(f"Wydanie {number}")})
        stand.publish()
    first = back(stand, stand.releases()[0])
    for number in range(4, 9):
        stand.build({**OLD, "index.html": page(f"Wydanie {number}")})
        stand.publish()
    assert first not in stand.releases()
    assert len(stand.releases()) == releases.KEPT
    assert "Wydanie 8" in stand.seen()["index.html"].decode()


def test_going_back_twice_goes_back_twice(stand: Stand) -> None:
    for number in range(3):
        stand.build({**OLD, "index.html": page(f"Wydanie {number}")})
        stand.publish()
    back(stand)
    back(stand)
    assert "Wydanie 0" in stand.seen()["index.html"].decode()
    with pytest.raises(Problems, match="nie ma wcześniejszego wydania – na serwerze są: 2026"):
        back(stand)


def test_after_going_back_the_next_edition_is_newer_than_every_other(stand: Stand) -> None:
    stand.publish()
    stand.build(NEW)
    stand.publish()
    back(stand)
    stand.day = 0  # the clock went back, too
    stand.publish()
    assert (stand.place / "current").readlink().name == "20261122T110201Z"
    assert back(stand) == "20261122T110100Z", "not to the one that was taken back"


def test_every_edition_tells_who_published_what(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.desk.deploy.origin.person", lambda _: "Anna Z.")
    monkeypatch.setattr("plugins.desk.deploy.origin.version", lambda _: "ab" * 20)
    stand.publish()
    stand.build({"index.html": page("Sama")})
    stand.publish(ubytku="nowy początek strony", martwych="nowy początek strony")

    shelf = Folder(stand.place)
    newest, oldest = (edition for edition, _ in releases.editions(shelf))
    assert (oldest.by, oldest.version, oldest.reasons) == ("Anna Z.", "ab" * 20, {})
    assert newest.reasons["--mimo-ubytku"] == "nowy początek strony"
    assert releases.manifest(shelf, newest.name).history == (oldest,)
    told = stand.remembered()["wydanie"]
    assert told == {
        "czas": newest.name,
        "wersja": "ab" * 20,
        "zbudowano na": "2026-11-22T11:00:00+00:00",
    }


# -- what must not go out ----------------------------------------------------------


def refused(stand: Stand, **reasons: str) -> str:
    before = stand.seen()
    with pytest.raises(Halt) as halt:
        stand.publish(**reasons)
    assert stand.seen() == before
    return str(halt.value)


def test_a_record_that_disappears_is_refused(stand: Stand) -> None:
    stand.publish()
    gone = {path: text for path, text in OLD.items() if not path.startswith("debaty/dworzec")}
    stand.build({**gone, "a/index.html": page("a"), "b/index.html": page("b")})
    said = refused(stand, ubytku="to nie jest o ubytku")
    assert "\n  /debaty/dworzec/\n" in said
    assert "--mimo-martwych" in said
    assert "debata.ics" not in said, "a part is not told beside the whole"


def test_a_reason_lifts_it_once_and_for_all(stand: Stand) -> None:
    stand.publish()
    gone = {path: text for path, text in NEW.items() if not path.startswith("debaty/dworzec")}
    stand.build(gone)
    stand.publish(martwych="adres był pomyłką", ubytku="adres był pomyłką")
    stand.build({**gone, "index.html": page("Trzecia")})
    assert stand.publish() == 0
    assert stand.remembered()["porzucone"] == {"/debaty/dworzec/": "adres był pomyłką"}
    assert 'location = "/debaty/dworzec/" { return 410; }' in (
        stand.place / "current/nginx.conf"
    ).read_text("utf-8")


def test_a_redirect_or_a_trace_is_enough(stand: Stand) -> None:
    stand.publish()
    moved = {**OLD, "debaty/stacja/index.html": page("Dworzec")}
    moved["debaty/dworzec/index.html"] = page("Nowy adres")
    del moved["debaty/dworzec/debata.ics"]
    stand.build(moved, dawne={"/debaty/dworzec/": "/debaty/stacja/"})
    assert stand.publish() == 0
    rules = (stand.place / "current/nginx.conf").read_text("utf-8")
    leads = f'location = "/debaty/dworzec/" {{ return 301 "{SITE}/debaty/stacja/"; }}'
    assert leads in rules
    assert 'location = "/debaty/dworzec/debata.ics" { return 410; }' in rules

    moved["debaty/stacja/index.html"] = page("Wycofany")
    stand.build(moved, wycofane=["/debaty/stacja/"], stałe=["/debaty/dworzec/"])
    stand.publish()
    rules = (stand.place / "current/nginx.conf").read_text("utf-8")
    told = 'error_page 410 "/debaty/stacja/index.html"; return 410;'
    assert f'location = "/debaty/stacja/" {{ {told} }}' in rules


def test_a_redirect_that_is_taken_away_is_missed(stand: Stand) -> None:
    also = {**OLD, "stare/1.html": page("Nowy adres")}
    stand.build(also, dawne={"/stare/1.html": "/debaty/dworzec/", "/?id=5": "/debaty/dworzec/"})
    stand.publish()
    stand.build({**NEW})
    said = refused(stand)
    assert "/stare/1.html" in said
    assert "/?id=5" in said


def test_a_list_that_became_empty_leads_to_the_one_above(stand: Stand) -> None:
    stand.build({**OLD, "debaty/rok/2024/index.html": page("2024")}, stałe=["/debaty/dworzec/"])
    stand.publish()
    stand.build(NEW, stałe=["/debaty/dworzec/", "/debaty/park/"])
    stand.publish()
    for _ in range(2):
        leading = stand.seen()["debaty/rok/2024/index.html"].decode()
        assert 'content="0; url=https://policja.przykladow.example/debaty/"' in leading
        stand.build({**NEW, "index.html": page("Trzecia")}, stałe=["/debaty/dworzec/"])
        stand.publish()


def test_a_feed_that_disappears_is_refused(stand: Stand) -> None:
    stand.publish()
    stand.build({path: text for path, text in OLD.items() if path != "kalendarz.ics"})
    assert "/kalendarz.ics" in refused(stand)


def test_pages_that_vanish_in_number_are_refused(stand: Stand) -> None:
    lists = {f"tematy/t{number}/index.html": page(f"T{number}") for number in range(3)}
    stand.build({**OLD, **lists}, stałe=["/debaty/dworzec/"])
    stand.publish()
    stand.build(OLD)
    said = refused(stand)
    assert "Zniknie 3 z 7 stron, czyli 43%" in said
    assert stand.publish(ubytku="tematy będą inne") == 0
    stand.build({**OLD, "index.html": page("Druga")})
    assert stand.publish() == 0, "what leads on from there is nothing that vanishes"


def test_errors_of_the_content_are_told_and_refused(stand: Stand) -> None:
    wrong = Problem("content/debaty/x.md", 3, "termin", "zmienione bez wpisu w „zmiany”")
    wishes = Wishes({})
    with pytest.raises(Halt) as halt:
        publish(stand.root, stand.target, wishes, NOON, lambda *_: (wrong,))
    assert str(wrong) in str(halt.value)
    assert "--mimo-błędów" in str(halt.value)
    assert not (stand.place / "current").exists()
    lifted = Wishes({"--mimo-błędów": "poprawka po niedzieli"})
    assert publish(stand.root, stand.target, lifted, NOON, lambda *_: (wrong,)) == 0


def test_a_site_of_a_later_moment_is_refused(stand: Stand) -> None:
    """Built to see what the day will bring, it shows what is not yet to be seen."""
    span.note(stand.root / ".debaty", "output", Span(NOON + timedelta(days=1), NOON))
    with pytest.raises(Problems, match=r"^output: ta strona jest dopiero na 23\.11\.2026, .* – "):
        stand.publish()
    assert not (stand.place / "current").exists()


@pytest.mark.parametrize("form", ["folder", "github"])
def test_words_that_were_taken_back_are_not_published_with_the_index(
    stand: Stand, tmp_path: Path, form: str
) -> None:
    stand.where = f"{form}:{tmp_path / form}"
    about = {"szukaj/indeks/spis/spis.json": '{"stron":300}', NEWER: '{"stron":%d}'}
    stand.build({**OLD, **about, NEWER: about[NEWER] % 1})
    with pytest.raises(Problems, match=r"^output: wyszukiwarka pamięta tu dawne słowa"):
        stand.publish(first=True)
    stand.build({**OLD, **about, NEWER: about[NEWER] % 0})
    assert stand.publish(first=True) == 0


def test_a_site_that_may_be_half_built_is_refused(stand: Stand) -> None:
    span.forget(stand.root / ".debaty", "output")
    with pytest.raises(Problems, match="nie wiadomo, czy strona jest w nim cała"):
        stand.publish()


def test_a_folder_of_someone_else_is_never_touched(stand: Stand) -> None:
    stand.place.mkdir()
    (stand.place / "cenne.txt").write_text("cenne", "utf-8")
    with pytest.raises(Problems, match="nie publikował w nim ten program"):
        stand.publish()
    assert [one.name for one in stand.place.iterdir()] == ["cenne.txt"]


def test_editions_of_another_program_are_never_touched(stand: Stand) -> None:
    """Capistrano and Deployer, too, keep „releases” and „current”."""
    theirs = stand.place / "releases/20261122080000"
    theirs.mkdir(parents=True)
    (theirs / "index.php").write_text("cenne", "utf-8")
    (stand.place / "current").symlink_to("releases/20261122080000")
    with pytest.raises(Problems, match="nie publikował w nim ten program"):
        stand.publish()
    assert (theirs / "index.php").read_text("utf-8") == "cenne"
    assert [one.name for one in theirs.iterdir()] == ["index.php"]


def test_links_are_not_published(stand: Stand) -> None:
    (stand.root / "output/hasla.txt").symlink_to("/etc/passwd")
    with pytest.raises(Problems, match=r"output/hasla\.txt: to nie jest zwykły plik"):
        stand.publish()


def test_a_second_one_is_told_who_is_first(stand: Stand) -> None:
    with Folder(stand.place).held(), pytest.raises(Problems, match="ktoś właśnie tu publikuje"):
        stand.publish()


# -- plain folders -----------------------------------------------------------------


def test_a_folder_for_github_holds_the_site_alone(stand: Stand, tmp_path: Path) -> None:
    stand.where = f"github:{tmp_path / 'public'}"
    stand.publish(first=True)
    assert {path: data.decode() for path, data in stand.seen().items()} == dict(OLD)


def test_a_folder_for_gitlab_is_compressed_and_has_rules(stand: Stand, tmp_path: Path) -> None:
    stand.where = f"gitlab:{tmp_path / 'public'}"
    stand.build(OLD, dawne={"/stare/1.html": "/debaty/"})
    stand.publish(first=True)
    seen = stand.seen()
    assert gzip.decompress(seen["index.html.gz"]) == seen["index.html"]
    assert seen["_redirects"] == b"/stare/1.html https://policja.przykladow.example/debaty/ 301\n"


def test_a_plain_folder_remembers_too(stand: Stand, tmp_path: Path) -> None:
    stand.where = f"pages:{tmp_path / 'public'}"
    stand.publish(first=True)
    assert b"Content-Security-Policy: default-src 'none'" in stand.seen()["_headers"]
    gone = {path: text for path, text in OLD.items() if not path.startswith("debaty/dworzec")}
    stand.build(gone)
    assert "/debaty/dworzec/" in refused(stand, ubytku="to nie o tym mowa")
    stand.build(NEW)
    assert stand.publish() == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == [".public.lock", "projekt", "public"]
