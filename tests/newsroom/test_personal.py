"""What tells a person in records: errors, warnings, what is permitted, how one value is lifted."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.newsroom import edition, originals
from plugins.newsroom.checks import privacy
from plugins.privacy.findings import KINDS
from tests.newsroom import papers, private
from tests.newsroom.project import (
    BARE,
    NOW,
    Memory,
    Project,
    debate,
    district,
    news,
    report,
    request,
    write,
)

N, M = "content/aktualnosci/n.md", "content/aktualnosci/m.md"
R = "content/wnioski/w-2026-001.md"
UNIT = "content/jednostka.yml"
PESEL = "99721200017"
BODY = "---\nnazwa: P\n"
LIFT = "wyjątki:\n  - reguła: {}\n    powód: Tak ma być.\n"


def proof(root: Path, files: dict[str, str | bytes]) -> edition.Proof:
    write(root, {**BARE, **files})
    return edition.proofread(
        root,
        "content",
        NOW,
        sources=Memory(),
        pictures=Memory(),
        keep={}.update,
        run=map,
    )


def errors(root: Path, files: dict[str, str | bytes]) -> list[str]:
    return [str(one) for one in proof(root, files).errors]


def warnings(root: Path, files: dict[str, str | bytes]) -> list[str]:
    seen = proof(root, files)
    assert seen.errors == ()
    return [f"{one}" for one in seen.warnings]


def unit(more: str) -> str:
    return f"{BARE[UNIT].decode()}{more}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (news(f"streszczenie: Ma {PESEL}.\n"), f"{N}:4: streszczenie: PESEL „99…17”"),
        (
            news(f"zmiany:\n  - kiedy: 2026-03-01\n    co: x\n    powód: {PESEL}\n"),
            f"{N}:7: zmiany[1].powód",
        ),
        (news(body=f"\n\nMa {PESEL}."), f"{N}:8: PESEL"),
        (news(body="Ma [99](https://x.example)721200017."), f"{N}:6: PESEL „99…17”"),
        (news(body="Ma 9972<!-- -->1200017."), f"{N}:6: "),
        (news(body=f"![{PESEL}](/media/a.png)"), f"{N}:6: PESEL"),
        (f"---\ntytuł: [x\n---\nMa {PESEL}.\n", f"{N}:4: PESEL"),
        (f"bez metryczki, a ma {PESEL}", f"{N}:1: PESEL"),
        (news(f"trmin: {PESEL}\n"), f"{N}:4: trmin: PESEL"),
    ],
)
def test_a_number_is_told_with_its_line_and_key(tmp_path: Path, text: str, place: str) -> None:
    said = errors(tmp_path, {N: text, "content/media/a.png": papers.png("x")})
    assert any(one.startswith(place) for one in said), said
    assert PESEL not in "".join(said)


def test_the_name_of_a_record_is_its_address(tmp_path: Path) -> None:
    path = f"content/aktualnosci/osoba-{PESEL}.md"
    (said,) = errors(tmp_path, {path: news()})
    assert said.startswith("content/aktualnosci/osoba-99…17.md:2: nazwa pliku: PESEL „99…17” – ")


def test_the_unit_is_searched_but_for_what_it_allows(tmp_path: Path) -> None:
    (said,) = errors(tmp_path, {UNIT: unit("godziny: XYZ100001\n")})
    assert said.startswith(f"{UNIT}:7: godziny: numer dowodu osobistego „XY…01” – usuń go")
    account = "61 1090 1014 0000 0712 1981 2874"
    allowed = f"godziny: konto {account}\ndane dozwolone:\n  - PL{account}\n"
    files = {UNIT: unit(allowed), N: news(body=f"Wpłaty: {account.replace(' ', '')}.")}
    assert errors(tmp_path / "2", files) == []


@pytest.mark.parametrize(("what", "text"), private.TEXTS.items())
def test_what_may_tell_a_person_is_warned_of_by_kind_and_lifted(
    tmp_path: Path, what: str, text: str
) -> None:
    (said,) = warnings(tmp_path / "1", {N: news(body=text)})
    assert said.startswith(f"{N}:6: {what} „")
    assert said.endswith(f" (reguła „{what}”)")
    mask = said.split("„")[1].split("”")[0]
    for number, rule in enumerate((what, mask, mask.upper())):
        lifted = {N: news(LIFT.format(rule), body=text)}
        assert warnings(tmp_path / f"l{number}", lifted) == []


def test_every_kind_that_warns_has_a_rule() -> None:
    assert set(privacy.RULES) == {kind.what for kind in KINDS if not kind.grave}


def test_a_name_tells_an_applicant_only_where_residents_apply(tmp_path: Path) -> None:
    text = "Pan Jan Kowalski zgłosił brak lampy."
    asked = request().replace("Wniosek.", text)
    (said,) = warnings(tmp_path / "1", {R: asked})
    assert "nazwisko zgłaszającego „Ja…ki”" in said
    assert warnings(tmp_path / "2", {N: news(body=text)}) == []


def test_a_question_names_no_resident(tmp_path: Path) -> None:
    held = {"content/debaty/a.md": _held()}
    head = "wnioski: brak\npytania:\n  - pytanie: Mieszkanka Anna Nowak pytała o lampę.\n"
    (said,) = warnings(tmp_path, {**held, "content/sprawozdania/a.md": report("a", head)})
    assert ": pytania[1].pytanie: nazwisko zgłaszającego „An…ak”" in said


def _held() -> str:
    return debate("koniec: '18:00'\n", when="2026-02-28 17:00").replace("2026-02-20", "2026-02-10")


@pytest.mark.parametrize(
    "more",
    [
        {UNIT: unit("dane dozwolone:\n  - 601234567\n  - jan@sp5.example\n")},
        {UNIT: unit("telefony:\n  - nazwa: x\n    numer: 601-234-567\ne-mail: b@sp5.example\n")},
        {"content/podmioty/p.md": f"{BODY}telefon: 601 234 567\nlink: https://www.sp5.example/x\n---\n"},
        {"content/rejony/r.md": district("telefon: +48 601 234 567\ne-mail: r@sp5.example\n")},
    ],
)  # fmt: skip
def test_contacts_of_any_record_may_stand_anywhere(tmp_path: Path, more: dict[str, str]) -> None:
    body = "Dzwoń 601 234 567, pisz jan@sp5.example, zgłoszenia przez komenda@x.policja.gov.pl."
    assert warnings(tmp_path, {**more, N: news(body=body)}) == []


def test_a_box_where_anyone_has_one_permits_nobody_else(tmp_path: Path) -> None:
    body = "---\nnazwa: Klub\ne-mail: klub@gmail.com\nadres: ul. Polna 5/7, 00-000 Miasto\n---\n"
    files = {"content/podmioty/k.md": body}
    said = news(body="Pisz: klub@gmail.com albo jan@gmail.com. Siedziba: ul. Polna 5/7.")
    (told,) = warnings(tmp_path, {**files, N: said})
    assert "adres e-mail „ja…om”" in told


def test_a_contact_key_permits_no_pesel(tmp_path: Path) -> None:
    """It takes digits, so a number of a person could be written there by mistake."""
    body = f"---\nnazwa: P\ntelefon: {PESEL}\n---\n"
    (said,) = errors(tmp_path, {"content/podmioty/p.md": body})
    assert ":3: telefon: PESEL „99…17”" in said


def test_a_lift_that_lifts_nothing_is_told(tmp_path: Path) -> None:
    (said,) = warnings(tmp_path, {N: news(LIFT.format("98…17"), body="x")})
    assert said.startswith(f"{N}:5: wyjątki[1].reguła: „98…17” niczego tu nie uchyla – ")
    (wrong,) = errors(tmp_path / "2", {N: news(LIFT.format("98…17"), body=PESEL)})
    assert "PESEL „99…17”" in wrong


def test_a_lift_counts_in_its_own_record(tmp_path: Path) -> None:
    lifted = news(LIFT.format("99…17"), body=PESEL)
    (said,) = errors(tmp_path, {N: lifted, M: news(body=PESEL)})
    assert said.startswith(f"{M}:6: ")


def test_what_is_kept_of_a_file_holds_no_number(tmp_path: Path) -> None:
    text = f"Przykład: {PESEL}, 601 234 567, jan@poczta.example."
    attached = "załączniki:\n  - plik: a.txt\n    opis: Plan\n"
    project = Project(tmp_path)
    files = {N: news(f"{LIFT.format('99…17')}{attached}"), "content/media/a.txt": text}
    write(tmp_path, {**BARE, **files})
    assert len(project.prepare().warnings) == 2
    (row,) = project.pictures.rows.values()
    for secret in (PESEL, "601 234 567", "601234567", "jan@", "kowalski"):
        assert secret.encode() not in row.value


def test_a_file_is_searched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attached = "załączniki:\n  - plik: a.txt\n    opis: Plan\n"
    project = Project(tmp_path)
    write(tmp_path, {**BARE, N: news(attached), "content/media/a.txt": "Dzwoń 601 234 567."})
    first = project.prepare().warnings
    monkeypatch.setattr(originals.carriers, "searched", None)
    assert project.prepare().warnings == first != ()
