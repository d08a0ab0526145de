"""What ``fix`` mends, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.fixing.mending import mended
from plugins.newsroom import parsing
from plugins.problems import Problems
from tests.desk.conftest import ROOT

PATH = "content/aktualnosci/2026/x.md"

HEAD = """\
---
# uwaga oficera: nie ruszać
Title:   Próba   # tu też
DATA_PUBLIKACJI: 2026-03-01
Status: Published
dział: KOMUNIKAT
---

"""


def _fixed(body: str, head: str = HEAD) -> str:
    return mended(PATH, f"{head}{body}".encode()).decode()


def test_keys_and_words_are_spelled_as_the_table_does_and_comments_stay() -> None:
    assert _fixed("Treść.\n").splitlines() == [
        "---",
        "# uwaga oficera: nie ruszać",
        "tytuł:   Próba   # tu też",
        "data publikacji: 2026-03-01",
        "stan publikacji: opublikowany",
        "dział: komunikat",
        "---",
        "",
        "Treść.",
    ]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('Program "Razem" - edycja 2022 - 2024...', "Program „Razem” – edycja 2022–2024…"),
        ('- "Raz" - dwa\n- trzy  cztery', "- „Raz” – dwa\n- trzy cztery"),
        ("## ,,Bezpieczny park''", "## „Bezpieczny park”"),
        ("Od **\"A\" i B** - do\n*b* - c", "Od **„A” i B** – do\n*b* – c"),
        ("Kod `a - \"b\"...` zostaje - tak", "Kod `a - \"b\"...` zostaje – tak"),
        ("    a - b", "    a - b"),
        ("[a - b](https://x.pl/a...b-\"c)", "[a – b](https://x.pl/a...b-\"c)"),
        ("| a - b | c |\n| --- | --- |\n| d... | e |", "| a – b | c |\n| --- | --- |\n| d… | e |"),
        ("Koniec wiersza  \ndalej - tu", "Koniec wiersza  \ndalej – tu"),
        ("- - -", "- - -"),
    ],
)  # fmt: skip
def test_typography_touches_the_words_alone(wrong: str, right: str) -> None:
    head = HEAD.replace("Status: Published\n", "")
    assert _fixed(f"Wstęp.\n\n{wrong}\n", head).partition("Wstęp.\n\n")[2] == f"{right}\n"


def test_values_get_typography_only_where_the_page_corrects_it() -> None:
    head = (
        '---\ntytuł: Program "Razem" - edycja...\ndata publikacji: 2026-03-01\n'
        "termin: 2026-03-12 17:00\nmiejsce:\n  nazwa: 'Szkoła \"nr 5\"'\n"
        "zmiany:\n  - kiedy: 2026-03-02\n    co: miejsce\n    było: sala - A...\n"
        '    powód: Remont "sali"\n---\n'
    )
    fixed = mended("content/debaty/2026/x.md", head.encode()).decode()
    assert "tytuł: Program „Razem” – edycja…\n" in fixed
    assert "nazwa: 'Szkoła „nr 5”'\n" in fixed
    assert "było: sala - A...\n" in fixed
    assert "powód: Remont „sali”\n" in fixed


@pytest.mark.parametrize("code", ["cp1250", "iso-8859-2", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_old_encodings_become_utf_8_and_line_ends_stay(code: str, ends: str) -> None:
    text = f"{HEAD}Zażółć gęślą jaźń, śnieg i ćma.\n".replace("\n", ends)
    fixed = mended(PATH, text.encode(code)).decode("utf-8")
    assert f"Zażółć gęślą jaźń, śnieg i ćma.{ends}" in fixed
    assert fixed.count(ends) == text.count(ends)


def test_a_file_with_a_fault_gets_its_encoding_only() -> None:
    text = '---\nTitle: Próba "a"\nnie ma takiego: klucza\n---\n\nTreść - źle...\n'
    assert mended(PATH, text.encode("cp1250")) == text.encode()


def test_mixed_line_ends_and_the_mark_at_the_beginning_stay() -> None:
    data = b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode() + b"A - b\nC - d\r\ne\n"
    fixed = mended(PATH, data)
    assert fixed.startswith(b"\xef\xbb\xbf---\r\n#")
    assert fixed.endswith(b"\r\ne\n")
    assert "A – b" in fixed.decode("utf-8-sig")


def test_the_sample_needs_nothing() -> None:
    for path in sorted((ROOT / "content").rglob("*.md")):
        data = path.read_bytes()
        assert mended(path.relative_to(ROOT).as_posix(), data) == data, path


_PIECES = st.lists(
    st.sampled_from(
        [
            *('"', "„", "”", ",,", "''", " - ", "- ", " -", "...", "  ", " ", "\n", "\n\n", "    "),
            *("`", "``", "*", "**", "_", "[", "](x)", "](https://a.pl/b-c)", "](#a)", "|", "---"),
            *("Ala", "kot", "2022 - 2024", "12:00-13:00", "5 %", "w", "\\", "&amp;", "#", "## "),
            *("> ", "1. ", "- ", "[^1]", "[^1]: ", '!!! uwaga "A - b"\n    ', "{", "}", "{: #a}"),
            "<https://a.pl>",
        ]
    ),
    max_size=25,
)


@settings(deadline=None)
@given(_PIECES)
def test_what_is_shown_stays_and_a_second_run_changes_nothing(pieces: list[str]) -> None:
    data = f"{HEAD}Wstęp.\n\n{''.join(pieces)}\n".encode()
    try:
        before, texts = parsing.parse(PATH, data)
    except Problems:
        assert mended(PATH, data) == data
        return
    fixed = mended(PATH, data)
    after, later = parsing.parse(PATH, fixed)
    assert after.record == before.record
    assert later == texts
    assert mended(PATH, fixed) == fixed


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_mended_or_left(data: bytes) -> None:
    fixed = mended(PATH, data)
    assert mended(PATH, fixed) == fixed
