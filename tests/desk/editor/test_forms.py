"""Forms made from the kinds' own table: every key, its words, its rows and its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plugins.desk.editor import fields, rows, sheets, themes, values
from plugins.desk.editor.fields import Control, Field
from plugins.newsroom import grammar
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.unit import Unit
from tests.desk.editor.conftest import Desk

CLASSES = {"": Unit, **{folder: kind.record for folder, kind in KINDS.items()}}


def every(made: tuple[Field, ...]) -> Iterator[Field]:
    for one in made:
        yield one
        yield from every(one.inner)


def lists(cls: type) -> Iterator[str]:
    """The keys of all lists of a kind, however deep."""
    for slot in grammar.keys(cls):
        form = grammar.form(slot.type)
        inner = grammar.form(form.item) if form.item is not None else form
        if form.item is not None:
            yield slot.key.name
        if inner.nested:
            yield from lists(inner.scalar)


@pytest.mark.parametrize("folder", CLASSES)
def test_a_form_has_every_key_of_its_kind_once(folder: str) -> None:
    cls = CLASSES[folder]
    sheet = sheets.sheet(folder, fields.fields(cls, {}))
    paths = [one.path for one in sheet.all]
    assert sorted(paths) == sorted(slot.key.name for slot in grammar.keys(cls))
    assert len(paths) == len(set(paths))


def test_themes_name_only_keys_that_there_are_and_no_key_is_left_over() -> None:
    known = {slot.key.name for cls in CLASSES.values() for slot in grammar.keys(cls)}
    named = [key for _, keys in themes.THEMES for key in keys]
    assert set(named) <= known
    assert len(named) == len(set(named))
    for folder, cls in CLASSES.items():
        keys = {slot.key.name for slot in grammar.keys(cls)}
        assert set(themes.FIRST[folder]) <= keys
        sheet = sheets.sheet(folder, fields.fields(cls, {}))
        assert themes.REST not in [section.title for section in sheet.sections]


def test_a_row_of_every_list_has_a_name() -> None:
    found = {key for cls in CLASSES.values() for key in lists(cls)}
    assert found == set(themes.ITEMS)


def test_every_field_says_what_belongs_in_it() -> None:
    for folder, cls in CLASSES.items():
        for one in every(fields.fields(cls, {})):
            if one.control not in (Control.GROUP, Control.LIST) and "[" not in one.path:
                assert one.hint, f"{folder}: {one.path}"


@pytest.mark.parametrize(
    "address",
    [
        "nowy/debaty/",
        "debaty/okolice-dworca-wieczorem/",
        "rejony/rejon-2-polnoc/",
        "jednostka/",
        "sprawozdania/osiedle-polnoc-rok-po-debacie/",
    ],
)
def test_every_control_has_a_label_and_an_id_of_its_own(reader: Desk, address: str) -> None:
    page = reader.open(address)
    ids = page.tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    labels = set(page.tree.xpath("//label/@for"))
    controls = page.tree.xpath(
        "//main//*[self::input[not(@type='hidden')] or self::select or self::textarea]"
    )
    assert {one.get("id") for one in controls} == labels
    described = {one for value in page.tree.xpath("//@aria-describedby") for one in value.split()}
    assert described <= set(ids)
    assert set(page.tree.xpath("//@list")) <= set(page.tree.xpath("//datalist/@id"))
    assert not page.tree.xpath("//form//form")


def test_buttons_of_rows_say_what_they_do(reader: Desk) -> None:
    page = reader.open("sprawozdania/osiedle-polnoc-rok-po-debacie/")
    names = [
        " ".join(one.text_content().split())
        for one in page.tree.xpath("//form//button[@name='akcja']")
    ]
    assert "Usuń pytanie 2" in names
    rows_ = [name for name in names if name not in ("Zapisz", "Pokaż podgląd treści")]
    assert len(rows_) == len(set(rows_))


def test_enter_in_a_field_presses_the_button_that_saves(reader: Desk) -> None:
    """The first submit button of a form is the one that Enter presses (HTML, 4.10.21.2)."""
    page = reader.open("debaty/okolice-dworca-wieczorem/")
    first = page.tree.xpath("//form[@method='post']//button")[0]
    assert (first.get("name"), first.get("value")) == ("akcja", "zapisz")


def test_rows_are_added_moved_and_removed_without_saving(desk: Desk) -> None:
    address = "debaty/okolice-dworca-wieczorem/"
    before = desk.files()
    page = desk.open(address)
    points = [v for k, v in page.form.items() if k.startswith("porządek[") and k.endswith("punkt")]

    page = desk.send(address, page.form, "dodaj:porządek")
    new = f"porządek[{len(points) + 1}]"
    assert page.one("//*[@autofocus]").get("name") == f"{new}.godz"
    form = {**page.form, f"{new}.godz": "18:20", f"{new}.punkt": "Pożegnanie", "koniec": "źle"}
    page = desk.send(address, form, f"wyzej:{new}")
    assert page.form[f"porządek[{len(points)}].punkt"] == "Pożegnanie"
    assert page.form["koniec"] == "źle"
    page = desk.send(address, page.form, "usun:porządek[1]")
    left = [v for k, v in page.form.items() if k.startswith("porządek[") and k.endswith("punkt")]
    assert left == [*points[1:-1], "Pożegnanie", points[-1]]
    assert desk.files() == before


@pytest.mark.parametrize(
    "action",
    [
        "usun:porządek[99]",
        "usun:tytuł[1]",
        "dodaj:tytuł",
        "wyzej:x[0]",
        "dodaj:",
        "nic:x",
        "usun:porządek[1][1]",
    ],
)
def test_a_button_that_does_not_exist_does_nothing(desk: Desk, action: str) -> None:
    before = desk.files()
    page = desk.send(
        "debaty/okolice-dworca-wieczorem/",
        desk.open("debaty/okolice-dworca-wieczorem/").form,
        action,
    )
    assert page.status in (200, 303)
    assert desk.files() == before


def test_moving_past_an_end_leaves_a_row_where_it_is() -> None:
    tree: values.Tree = {"goście": ["a", "b"]}
    assert rows.acted(tree, rows.UP, "goście[1]") == "goście[1]"
    assert rows.acted(tree, rows.DOWN, "goście[2]") == "goście[2]"
    assert rows.acted(tree, rows.DOWN, "goście[1]") == "goście[2]"
    assert tree == {"goście": ["b", "a"]}


def test_a_reference_says_what_it_means_and_offers_others(reader: Desk) -> None:
    page = reader.open("debaty/okolice-dworca-wieczorem/")
    assert page.control("miejsce").get("list") == "lista-miejsca"
    offered = page.tree.xpath("//datalist[@id='lista-miejsca']/option/@value")
    assert "dom-kultury-latarnia" in offered
    assert page.one("//a[@href='/redakcja/miejsca/dom-kultury-latarnia/']") is not None


def test_a_wrong_reference_offers_the_nearest(desk: Desk) -> None:
    page = desk.change("debaty/okolice-dworca-wieczorem/", miejsce="dom-kultury-laternia")
    assert page.status == 422
    assert "dom-kultury-latarnia" in page.error("miejsce")


def test_answers_of_a_survey_are_lines(desk: Desk) -> None:
    address = "sprawozdania/bezpieczna-droga-do-szkoly/"
    form = desk.open(address).form
    names = [name for name in form if name.endswith(".odpowiedzi")]
    form |= {
        "ankieta.wyniki[1].pytanie": "Czy wrócić?",
        "ankieta.wyniki[1].odpowiedzi": "Tak: 12\r\nNie, bo: za późno: 3",
    }
    assert desk.send(address, form).status == 303
    text = desk.read("sprawozdania/2026/bezpieczna-droga-do-szkoly.md")
    assert "Tak: 12\n" in text
    assert '"Nie, bo: za późno": 3\n' in text or "'Nie, bo: za późno': 3\n" in text
    page = desk.change(address, **{"ankieta.wyniki[1].odpowiedzi": "Tak"})
    assert page.status == 422
    assert "liczb" in page.error("ankieta.wyniki[1].odpowiedzi")
    assert names is not None


@pytest.mark.parametrize("folder", KINDS)
def test_a_new_record_of_every_kind_can_be_begun(reader: Desk, folder: str) -> None:
    page = reader.open(f"nowy/{folder}/")
    assert page.status == 200
    assert page.one("//h1").text_content() == f"Nowy wpis: {KINDS[folder].one}"


def test_a_report_begins_from_its_debate_and_a_request_numbers_itself(desk: Desk) -> None:
    form = desk.open("nowy/sprawozdania/?debata=park-po-zmroku").form
    assert (form["debata"], form["data publikacji"]) == ("park-po-zmroku", "2026-11-22")
    form = {**desk.open("nowy/wnioski/").form, "tytuł": "Ławka przy stawie"}
    assert desk.send("nowy/wnioski/", form).answer.location.startswith(
        "/redakcja/wnioski/w-2026-026/"
    )


def test_search_finds_by_any_word_and_lists_by_state(reader: Desk) -> None:
    assert "debaty/okolice-dworca-wieczorem" in reader.open("szukaj/?q=DWORCA+okol").text
    assert "Nic nie znaleziono." in reader.open("szukaj/?q=nietakiegonic").text
    assert "Nic nie znaleziono." in reader.open("debaty/?stan=szkic").text
    assert "okolice-dworca-wieczorem" in reader.open("debaty/?stan=opublikowany").text


def test_the_first_page_says_what_is_to_be_done(desk: Desk) -> None:
    assert "Sprawozdanie, po terminie od" in desk.open("").text
    file = desk.root / "content/podmioty/mops.md"
    file.write_text(file.read_text("utf-8").replace("nazwa:", "nazwaa:", 1), "utf-8")
    page = desk.open("")
    assert "nieznany klucz" in page.text.lower()
    assert page.tree.xpath(
        "//section[@aria-labelledby='zrob']//a[@href='/redakcja/podmioty/mops/']"
    )
    assert "podmioty/mops" in desk.open("podmioty/").text


def test_a_draft_can_be_deleted_and_nothing_else(desk: Desk) -> None:
    form = {**desk.open("nowy/podmioty/").form, "nazwa": "Próba", "stan publikacji": "szkic"}
    desk.send("nowy/podmioty/", form)
    page = desk.open("podmioty/proba/usun/")
    assert desk.send("podmioty/proba/usun/", page.form).status == 303
    assert not (desk.root / "content/podmioty/proba.md").exists()
    assert desk.open("podmioty/mops/usun/").status == 422
    form = {"żeton": desk.office.token, "podstawa": desk.open("podmioty/mops/").form["podstawa"]}
    assert desk.send("podmioty/mops/usun/", form).status == 422
    assert (desk.root / "content/podmioty/mops.md").exists()


def test_withdrawing_writes_both_keys_or_asks_for_the_reason(desk: Desk) -> None:
    address = "aktualnosci/lod-na-zalewie/wycofaj/"
    page = desk.open(address)
    assert page.form["wycofano.data"] == "2026-11-22"
    refused = desk.send(address, page.form)
    assert refused.status == 422
    assert "brak" in refused.error("wycofano.powód").lower()
    done = desk.send(address, {**page.form, "wycofano.powód": "Nieaktualne."})
    assert done.status == 303
    text = desk.read("aktualnosci/2026/lod-na-zalewie.md")
    assert (
        "stan publikacji: wycofany\nwycofano:\n  data: 2026-11-22\n  powód: Nieaktualne.\n" in text
    )
