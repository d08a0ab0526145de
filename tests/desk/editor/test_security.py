"""Who is let in, and how far: this machine's own pages, and nothing outside content/."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.editor.security import REQUEST_LIMIT
from tests.desk.editor.conftest import OURS, Desk

DEBATE = "/redakcja/debaty/okolice-dworca-wieczorem/"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "debaty/",
        "nowy/debaty/",
        DEBATE.removeprefix("/redakcja/"),
        "nie/ma/",
        "statyczne/redakcja.js",
    ],
)
def test_every_answer_has_a_strict_policy(reader: Desk, address: str) -> None:
    headers = reader.open(address).answer.headers
    policy = dict(one.split(" ", 1) for one in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {policy[f"{name}-src"] for name in ("script", "style", "img", "connect", "frame")} == {
        "'self'"
    }
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize(
    "host", ["zly.example", "127.0.0.1.zly.example", "localhost.zly.example:80"]
)
def test_another_name_for_this_machine_gets_nothing(reader: Desk, host: str) -> None:
    answer = reader.client.get("/redakcja/", headers={"Host": host})
    assert answer.status_code == 403
    assert "Okolice" not in answer.get_data(as_text=True)


STRANGE = (
    {"Origin": "http://zly.example", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://zly.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:9999"},
    {"Origin": "https://localhost"},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {},
)


@pytest.mark.parametrize("headers", STRANGE)
@pytest.mark.parametrize(
    "address", [DEBATE, f"{DEBATE}usun/", f"{DEBATE}zrodlo/", "/redakcja/podglad"]
)
def test_a_form_from_elsewhere_is_refused(
    desk: Desk, address: str, headers: dict[str, str]
) -> None:
    before = desk.files()
    form = desk.open(DEBATE.removeprefix("/redakcja/")).form if address == DEBATE else {}
    answer = desk.client.post(address, data={**form, "koniec": "20:00"}, headers=headers)
    assert answer.status_code == 403
    assert desk.files() == before


@pytest.mark.parametrize("step", ["usun/", "wycofaj/", "zrodlo/", "odwolaj/"])
@pytest.mark.parametrize("token", ["", "zły", "ż" * 40])
def test_without_the_token_nothing_is_done(desk: Desk, step: str, token: str) -> None:
    before = desk.files()
    page = desk.send(DEBATE.removeprefix("/redakcja/") + step, {"żeton": token, "tekst": "x"})
    assert page.status == 403
    assert desk.files() == before


@pytest.mark.parametrize(
    "address",
    [
        "debaty/..%2f..%2fjednostka/",
        "debaty/%2e%2e/",
        "../content/jednostka.yml",
        "..%2f/x/",
        "debaty/OKOLICE/",
        "debaty/a%00b/",
        "media/x/",
        "tajne/x/",
        "debaty/okolice-dworca-wieczorem.md/",
        "plik/../jednostka.yml",
        "plik/%2e%2e/jednostka.yml",
        "plik/..%2fjednostka.yml",
        "plik/jednostka.yml",
        "plik//etc/passwd",
        "plik/media/..%5c..%5cx.png",
        "plik/media/x.png%00",
        "plik/debaty/2026/okolice-dworca-wieczorem.md",
        "nowy/media/",
        "statyczne/../office.py",
        "statyczne/office.py",
    ],
)
def test_no_address_leads_out_of_the_records(reader: Desk, address: str) -> None:
    answer = reader.client.get(f"/redakcja/{address}", follow_redirects=True)
    assert answer.status_code == 404


def test_a_link_in_content_is_never_followed(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "tajne.md"
    outside.write_text("---\ntytuł: Tajne\n---\n", "utf-8")
    picture = tmp_path / "tajne.png"
    picture.write_bytes((desk.root / "content/media/sala-spotkan.png").read_bytes())
    (desk.root / "content/podmioty/tajne.md").symlink_to(outside)
    (desk.root / "content/media/tajne.png").symlink_to(picture)
    (desk.root / "content/media/dom").symlink_to(tmp_path)
    try:
        assert desk.open("podmioty/tajne/").status == 404
        assert desk.open("podmioty/tajne/zrodlo/").status == 404
        assert desk.open("plik/media/tajne.png").status == 404
        assert desk.open("plik/media/dom/tajne.png").status == 404
        assert desk.open("plik/media/sala-spotkan.png").status == 200
    finally:
        for name in ("podmioty/tajne.md", "media/tajne.png", "media/dom"):
            (desk.root / "content" / name).unlink()


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "CON", "x.md", "Żółw", "rok", "-" * 81, "okolice-dworca-wieczorem"]
)
def test_a_new_record_cannot_have_a_strange_or_a_taken_name(desk: Desk, name: str) -> None:
    before = desk.files()
    form = {**desk.open("nowy/debaty/").form, "tytuł": "Próba", "nazwa pliku": name}
    form |= {"termin": "2027-02-04 17:00", "miejsce": "dom-kultury-latarnia"}
    page = desk.send("nowy/debaty/", form)
    assert page.status == 422
    assert page.error("nazwa pliku")
    assert page.form["nazwa pliku"] == name
    assert desk.files() == before


def test_a_form_that_is_not_whole_is_refused(desk: Desk) -> None:
    before, page = desk.files(), desk.open(DEBATE.removeprefix("/redakcja/"))
    for name, value in (("koniec-formularza", None), ("podstawa", "AAAA"), ("podstawa", "ż")):
        form = {k: v for k, v in {**page.form, name: value}.items() if v is not None}
        assert desk.send(DEBATE.removeprefix("/redakcja/"), form).status == 400
    assert desk.files() == before


def test_more_than_a_form_can_be_is_not_read(reader: Desk) -> None:
    length = {"CONTENT_LENGTH": str(REQUEST_LIMIT + 1)}
    answer = reader.client.post(DEBATE, headers=OURS, data={"a": "b"}, environ_overrides=length)
    assert answer.status_code == 413
    assert "za dużo" in answer.get_data(as_text=True)


def test_what_is_typed_never_becomes_a_tag(desk: Desk) -> None:
    hostile = "</textarea><script>alert(1)</script>\"' onfocus=x"
    page = desk.change(DEBATE.removeprefix("/redakcja/"), tytuł=hostile, treść=hostile)
    assert page.status == 422
    assert len(page.tree.xpath("//script")) == 1
    assert not page.tree.xpath("//@onfocus")
    assert page.form["tytuł"] == page.form["treść"] == hostile


def test_the_preview_of_a_text_is_the_sites_own_safe_html(reader: Desk) -> None:
    token = reader.open("nowy/debaty/").form["żeton"]
    good = "**dobrze** ![sala](../media/sala-spotkan.png)"
    body = f"[x](javascript:alert(1)) <img src=x onerror=y>\n\n{good}"
    form = {"żeton": token, "plik": "content/debaty/nowy.md", "treść": body}
    answer = reader.client.post("/redakcja/podglad", data=form, headers=OURS).get_json()
    assert "javascript:" not in answer["html"]
    assert "onerror" not in answer["html"]
    assert answer["problems"]
    form["treść"] = good
    answer = reader.client.post("/redakcja/podglad", data=form, headers=OURS).get_json()
    assert "<strong>dobrze</strong>" in answer["html"]
    assert 'src="/redakcja/plik/media/sala-spotkan.png"' in answer["html"]
