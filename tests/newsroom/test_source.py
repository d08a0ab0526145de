from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import source
from plugins.problems import Problems

FILE = "---\ntytuł: Zażółć gęślą jaźń\n---\n\nTreść.\n"


def refusal(data: bytes) -> str:
    with pytest.raises(Problems) as caught:
        source.read("x.md", data)
    (problem,) = caught.value.problems
    return str(problem)


@pytest.mark.parametrize(
    "data",
    [
        FILE.encode("utf-8-sig"),
        FILE.replace("\n", "\r\n").encode(),
        FILE.replace("\n", "\r").encode(),
        f"\n\n{FILE}".replace("---", "--- ").encode(),
    ],
    ids=["BOM", "CRLF", "CR", "blank lines and spaces"],
)
def test_what_windows_editors_write_is_accepted(data: bytes) -> None:
    taken = source.read("x.md", data)
    assert taken.head == "tytuł: Zażółć gęślą jaźń\n"
    assert taken.body.strip() == "Treść."


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("cp1250", "w cp1250 (Windows)"),
        ("iso8859-2", "w cp1250 (Windows)"),  # told from cp1250 by three letters only
        ("utf-16", "w UTF-16"),
        ("utf-16-le", "w UTF-16"),
        ("utf-16-be", "w UTF-16"),
        ("utf-32", "w UTF-16"),
    ],
)
def test_another_encoding_is_named(encoding: str, named: str) -> None:
    said = refusal(FILE.encode(encoding))
    assert said.endswith(
        f"plik jest zapisany {named} – zapisz go jako UTF-8 albo uruchom ./debaty fix"
    )


@pytest.mark.parametrize("begin", [b"PK\x03\x04\x14", b"%PDF-1.7", b"{\\rtf1", b"\xd0\xcf\x11\xe0"])
def test_a_document_under_another_name_is_told_from_text(begin: bytes) -> None:
    assert "wczytaj go: ./debaty import" in refusal(begin + b" x \xff")


def test_bytes_of_no_known_encoding_are_named_with_their_line() -> None:
    said = refusal(b"---\na: b\n---\n\n\xfe\xfb\xfd\n")
    assert said.startswith("x.md:5: plik jest zapisany w innym kodowaniu niż UTF-8 – zapisz go")


@pytest.mark.parametrize(
    "code", [0x0, 0x7, 0xB, 0x1B, 0x7F, 0x85, 0x9F, 0x200F, 0x202E, 0x2066, 0xFEFF, 0xFFFF]
)
def test_a_character_that_cannot_be_seen_is_refused_with_its_line(code: int) -> None:
    said = refusal(f"---\na: b\n---\n\nTe{chr(code)}kst\n".encode())
    assert said == f"x.md:5: niewidoczny znak sterujący U+{code:04X} – usuń go z tekstu"


def test_tabs_newlines_joiners_and_emoji_are_text() -> None:
    text = "---\na: b\n---\n\tZ\u200dW\u00a0\u00ad😀\n"
    assert source.read("x.md", text.encode()).body == "\tZ\u200dW\u00a0\u00ad😀\n"


def test_ten_megabytes_are_refused_at_once() -> None:
    assert refusal(b"x" * 10_000_000).endswith("512 kB – skróć go albo podziel")


def test_a_head_longer_than_the_parser_bears_is_refused() -> None:
    said = refusal(f"---\na: {'b' * 17_000}\n---\n".encode())
    assert said == "x.md:1: metryczka ma ponad 16 000 znaków – przenieś tekst niżej"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x.md:1: brak metryczki – zacznij plik wierszem „---”"),
        ("a: b\n", "x.md:1: brak metryczki – zacznij plik wierszem „---”"),
        ("\n---\na: b\n", "x.md:2: metryczka się nie kończy – zamknij ją wierszem „---”"),
    ],
)
def test_a_head_without_its_fences_is_refused(text: str, message: str) -> None:
    assert refusal(text.encode()) == message


def test_a_rule_in_the_body_is_no_fence() -> None:
    assert source.read("x.md", b"---\na: b\n---\nx\n\n---\n\ny\n").body == "x\n\n---\n\ny\n"


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_lines_of_head_and_body_are_those_of_the_file(body: str) -> None:
    data = f"\n---\nklucz: tu\n---\nTUTAJ {body}".encode()
    try:
        taken = source.read("x.md", data)
    except Problems:
        return
    lines = source.decode("x.md", data).split("\n")
    assert lines[taken.head_line - 1] == "klucz: tu"
    assert lines[taken.body_line - 1].startswith("TUTAJ")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        taken = source.read("x.md", data)
    except Problems as error:
        problems = error.problems
    else:
        assert not source.CONTROL.search(taken.head + taken.body)
        return
    assert {problem.path for problem in problems} == {"x.md"}
