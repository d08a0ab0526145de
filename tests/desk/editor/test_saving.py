"""What a save writes: the changed key's lines alone, or nothing at all."""

from __future__ import annotations

import difflib
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.editor import fields, paper, posted
from plugins.desk.editor.commits import author
from plugins.desk.editor.fields import Control, Field
from plugins.desk.editor.library import place_of
from plugins.desk.editor.paper import BASE, END, Paper
from tests.desk.editor.conftest import ROOT, Desk, Page, opened

DEBATE = "debaty/okolice-dworca-wieczorem/"
FILE = "debaty/2026/okolice-dworca-wieczorem.md"

SAMPLE = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "content").rglob("*")
    if path.suffix in (".md", ".yml")
)


def as_sent(made: tuple[Field, ...]) -> dict[str, str]:
    """What a browser sends of fields: each control's value."""
    sent = {}
    for one in made:
        if one.control not in (Control.GROUP, Control.LIST):
            sent[one.path] = one.value
        sent |= as_sent(one.inner)
    return sent


def filled(path: str) -> dict[str, str]:
    """The whole form of a sample file."""
    place = place_of(path)
    form = paper.opened(place, (ROOT / path).read_bytes())
    made = as_sent(fields.fields(place.cls, form.tree))
    body = form.body.replace("\n", "\r\n")
    return {BASE: paper.packed(form.base), **made, posted.BODY: body, END: "1"}


def sent_back(path: str, form: dict[str, str]) -> Paper:
    return paper.returned(place_of(path), form)


@pytest.mark.parametrize("path", SAMPLE)
def test_a_save_without_a_change_leaves_the_file_byte_for_byte(path: str) -> None:
    assert sent_back(path, filled(path)).data == (ROOT / path).read_bytes()


@given(data=st.data())
@settings(max_examples=250, deadline=None)
def test_a_save_of_one_key_changes_only_its_line(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(SAMPLE))
    form = filled(path)
    names = [name for name, value in form.items() if value and name not in (BASE, END)]
    name = data.draw(st.sampled_from(names))
    words = data.draw(st.sampled_from(["zmiana", "a: b", "# c", "„d”", '"e"', "'f", "– g", "ż 💬"]))

    form[name] = f"{form[name]} {words}"
    new = sent_back(path, form)

    old_lines = (ROOT / path).read_bytes().decode().split("\n")
    lines = new.data.decode().split("\n")
    moved = [one for one in difflib.ndiff(old_lines, lines) if one[0] in "+-"]
    assert [one[0] for one in moved].count("-") <= 1
    assert [one[0] for one in moved].count("+") <= (1 if name != posted.BODY else 2)
    again = paper.opened(new.place, new.data)
    assert as_sent(fields.fields(new.place.cls, again.tree)).get(name, again.body) == (
        form[name] if name != posted.BODY else form[name].replace("\r\n", "\n")
    )


def test_a_change_is_written_and_the_rest_stays(desk: Desk) -> None:
    before = desk.files()
    page = desk.change(DEBATE, koniec="19:00")

    assert page.status == 303
    assert page.answer.location == f"/redakcja/{DEBATE}?stan=zapisano"
    after = desk.files()
    assert {path for path in after if after[path] != before.get(path)} == {f"content/{FILE}"}
    assert after[f"content/{FILE}"] == before[f"content/{FILE}"].replace(b"18:30", b"19:00", 1)
    assert "Zapisano." in Page(desk.client.get(page.answer.location)).text


def test_comments_order_unusual_spelling_and_line_ends_survive(desk: Desk) -> None:
    file = desk.root / "content" / FILE
    text = file.read_text("utf-8").replace("koniec: 18:30", "KONIEC:   '18:30'   # o której")
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = file.read_bytes()

    desk.change(DEBATE, dla_kogo="Dla wszystkich.")

    assert file.read_bytes() != before
    lines = zip(before.split(b"\n"), file.read_bytes().split(b"\n"), strict=True)
    changed = [(old, new) for old, new in lines if old != new]
    assert [new for _, new in changed] == [b"dla kogo: Dla wszystkich.\r"]


def test_nothing_changed_is_nothing_written(desk: Desk) -> None:
    inode = (desk.root / "content" / FILE).stat().st_ino
    page = desk.change(DEBATE)
    assert page.answer.location.endswith("?stan=bez-zmian")
    assert (desk.root / "content" / FILE).stat().st_ino == inode


def test_a_fault_is_told_at_its_field_and_nothing_is_written(desk: Desk) -> None:
    before = desk.files()
    page = desk.change(DEBATE, termin="31.11.2026 17:00", dla_kogo="Dla mieszkańców <b>osiedla</b>")

    assert page.status == 422
    assert desk.files() == before
    assert "31.11.2026" in page.error("termin")
    assert "HTML" in page.error("dla kogo")
    assert len(page.summary) == 2
    assert page.form["termin"] == "31.11.2026 17:00"
    assert page.form["dla kogo"] == "Dla mieszkańców <b>osiedla</b>"
    links = page.tree.xpath("//*[@id='bledy']//a/@href")
    assert all(page.one(f"//*[@id='{link[1:]}']") is not None for link in links)


def test_a_fault_deep_in_a_list_is_told_there_and_unfolded(desk: Desk) -> None:
    form = desk.open(DEBATE).form
    form["załączniki[1].plik"] = "nie-ma.pdf"
    page = desk.send(DEBATE, form)

    assert page.status == 422
    assert "brak wymaganego klucza" in page.error("załączniki[1].opis").lower()
    assert page.control("załączniki[1].opis").xpath("ancestor::details[not(@open)]") == []


def test_a_fault_of_the_text_is_told_at_the_text(desk: Desk) -> None:
    page = desk.change(DEBATE, treść="Zobacz ![](zdjecie.png)")
    assert page.status == 422
    assert "nie ma opisu" in page.error("treść")


def test_a_fault_that_a_save_causes_elsewhere_refuses_it(desk: Desk) -> None:
    place = desk.root / "content/debaty/2026/bezpieczna-droga-do-szkoly.md"
    before = place.read_bytes()
    page = desk.change("debaty/bezpieczna-droga-do-szkoly/", **{"stan publikacji": "szkic"})
    assert page.status == 422
    assert any("sprawozdania" in line for line in page.summary)
    assert place.read_bytes() == before


def test_a_warning_does_not_refuse_and_is_shown_afterwards(desk: Desk) -> None:
    page = desk.change(DEBATE, **{"link do transmisji": "http://transmisja.przykladow.example/x"})
    assert page.status == 303
    shown = desk.open(DEBATE)
    assert "https" in shown.one("//section[@aria-labelledby='ostrzezenia']").text_content()


def test_what_cannot_be_published_yet_may_be_kept_as_a_draft(desk: Desk) -> None:
    form = desk.open("nowy/debaty/").form
    form |= {"tytuł": "Próba", "termin": "2026-11-04 17:00", "miejsce": "dom-kultury-latarnia"}
    assert desk.send("nowy/debaty/", form, "szkic").status == 303
    assert "stan publikacji: szkic" in desk.read("debaty/2026/proba.md")

    form = {**desk.open("nowy/sprawozdania/?debata=proba").form, "treść": "Przyszło 20 osób."}
    page = desk.send("nowy/sprawozdania/", form)
    assert page.status == 422
    assert page.one("//button[@value='szkic']") is not None
    assert desk.send("nowy/sprawozdania/", page.form, "szkic").status == 303
    assert "Przyszło 20 osób." in desk.read("sprawozdania/2026/proba.md")


def test_a_moved_debate_gets_the_entry_that_the_check_writes(desk: Desk) -> None:
    page = desk.change(DEBATE, termin="2026-12-11 17:00", **{"dzień tygodnia": "piątek"})
    assert page.status == 422
    button = page.one("//button[starts-with(@value, 'dopisz:')]")
    assert button.get("form") == page.one("//form[@method='post']").get("id")

    page = desk.send(DEBATE, page.form, button.get("value"))
    assert page.one("//*[@autofocus]").get("name") == "zmiany[2].powód"
    assert (page.form["zmiany[2].było"], page.form["zmiany[2].jest"]) == (
        "2026-12-10 17:00",
        "2026-12-11 17:00",
    )
    assert desk.send(DEBATE, {**page.form, "zmiany[2].powód": "Remont."}).status == 303
    assert "powód: Remont.\n" in desk.read(FILE)


@pytest.mark.parametrize(
    "lines", ["[", "tytuł: x", "- a", "zmiany: x", "zmiany: []", "", "&a [*a]"]
)
def test_what_is_no_entry_of_the_check_is_not_pasted(desk: Desk, lines: str) -> None:
    page = desk.send(DEBATE, desk.open(DEBATE).form, f"dopisz:{lines}")
    assert page.status == 200
    assert "zmiany[2].powód" not in page.form


def test_a_group_written_twice_is_refused(desk: Desk) -> None:
    page = desk.change(DEBATE, **{"miejsce.nazwa": "Dom Kultury"})
    assert page.status == 422
    assert "dwa razy" in page.error("miejsce")
    assert page.form["miejsce"] == "dom-kultury-latarnia"
    assert page.form["miejsce.nazwa"] == "Dom Kultury"


def test_the_unit_is_a_form_as_well(desk: Desk) -> None:
    before = desk.read("jednostka.yml")
    page = desk.change("jednostka/", godziny="czynne całą dobę")
    assert page.status == 303
    changed = [
        line
        for line in difflib.ndiff(before.split("\n"), desk.read("jednostka.yml").split("\n"))
        if line[0] == "+"
    ]
    assert changed == ["+ godziny: czynne całą dobę"]


def test_a_file_that_is_no_record_opens_as_text_and_can_be_mended(desk: Desk) -> None:
    file = desk.root / "content" / FILE
    good = file.read_text("utf-8")
    file.write_text(good.replace("tytuł: ", "tytuł: „a: b: ", 1), "utf-8")

    page = desk.open(DEBATE)
    assert page.answer.location == f"/redakcja/{DEBATE}zrodlo/"
    page = desk.open(f"{DEBATE}zrodlo/")
    assert "dwukropek" in " ".join(page.summary)
    bad = desk.send(f"{DEBATE}zrodlo/", {**page.form, "tekst": "---\nźle"})
    assert bad.status == 422
    assert file.read_text("utf-8") != good
    mended = desk.send(f"{DEBATE}zrodlo/", {**page.form, "tekst": good.replace("\n", "\r\n")})
    assert mended.status == 303
    assert file.read_text("utf-8") == good


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def in_git(desk: Desk) -> Desk:
    """A project in git, whose saves are committed."""
    for words in (
        ("init", "-q"),
        ("config", "user.email", "oficer@przykladow.example"),
        ("config", "user.name", "Anna Przykładzka"),
        ("add", "content"),
        ("commit", "-q", "-m", "początek"),
    ):
        _git(desk.root, *words)
    return opened(desk.root, author(desk.root))


def test_a_save_is_a_commit_of_that_file_alone(in_git: Desk) -> None:
    other = in_git.root / "content/strony/kontakt.md"
    other.write_text(other.read_text("utf-8") + "\nw pracy\n", "utf-8")
    _git(in_git.root, "add", "content/strony/kontakt.md")

    in_git.change(DEBATE, streszczenie="Jak bezpiecznie wrócić z dworca?")

    said = _git(in_git.root, "show", "--format=%an <%ae>%n%s", "--name-only").split("\n")
    assert said[0] == "Anna Przykładzka <oficer@przykladow.example>"
    assert said[1] == "Zmieniono debatę: Okolice dworca wieczorem"
    assert [line for line in said[2:] if line] == [f"content/{FILE}"]
    assert "kontakt.md" in _git(in_git.root, "diff", "--cached", "--name-only")


def test_a_new_record_is_committed_too_and_git_may_refuse(in_git: Desk) -> None:
    form = {**in_git.open("nowy/podmioty/").form, "nazwa": "Ośrodek Kultury"}
    in_git.send("nowy/podmioty/", form)
    assert _git(in_git.root, "log", "-1", "--format=%s") == "Dodano podmiot: Ośrodek Kultury\n"

    (in_git.root / ".git/index.lock").touch()
    page = in_git.change("podmioty/osrodek-kultury/", nazwa="Ośrodek Kultury w Przykładowie")
    assert "git nie przyjął" in page.text
    assert "w Przykładowie" in in_git.read("podmioty/osrodek-kultury.md")


def test_an_announced_date_does_not_change_without_a_word(in_git: Desk) -> None:
    file, name = (
        "debaty/2027/rowerem-i-hulajnoga-przez-miasto.md",
        "debaty/rowerem-i-hulajnoga-przez-miasto/",
    )
    before = in_git.read(file)
    page = in_git.change(name, termin="2027-03-11 17:30")
    assert page.status == 422
    assert "Zmienione bez wpisu w „zmiany”" in page.text
    assert in_git.read(file) == before
