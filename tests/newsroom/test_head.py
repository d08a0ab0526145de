from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.newsroom import head, nodes
from plugins.problems import Problems


def refusals(text: str) -> list[str]:
    with pytest.raises(Problems) as caught:
        head.compose("x.md", text, 2)
    return [str(problem) for problem in caught.value.problems]


def test_every_scalar_stays_text() -> None:
    root = head.compose("x.md", "a: 17:00\nb: 00123\nc: no\nd: 2026-03-12\ne: 1_000\n", 2)
    texts = {key.value: value.value for key, value in root.value}
    assert texts == {"a": "17:00", "b": "00123", "c": "no", "d": "2026-03-12", "e": "1_000"}


def test_a_node_knows_its_line_in_the_file() -> None:
    root = head.compose("x.md", "a: b\nc:\n  - d\n", 7)
    ((_, first), (key, second)) = root.value
    assert [head.line_of(node, 7) for node in (first, key, second.value[0])] == [7, 8, 9]


SLIPS = {
    "tytuł: Debata: szkoła": "2: dwukropek wewnątrz tekstu – ujmij cały tekst w cudzysłów",
    'a: b\ntytuł: "Debata': "3: cudzysłów nie jest zamknięty – dopisz zamykający",
    "tytuł: 'Debata\nb: c\nd: e": "2: cudzysłów nie jest zamknięty – dopisz zamykający",
    'tytuł: "Razem" i dalej': '2: po zamykającym " stoi tekst – ujmij całość w apostrofy',
    "tytuł: 'Razem' i dalej": "2: po zamykającym ' stoi tekst – ujmij całość w cudzysłów",
    "tytuł: [Pilne] Debata": "2: po zamykającym ] stoi tekst – ujmij całość w cudzysłów",
    "tytuł: a\n\tb: c": "3: tabulator na początku wiersza – użyj spacji",
    "tytuł:Debata": "2: brak zwykłej spacji po dwukropku – zapisz „klucz: wartość”",
    "tytuł:Debata\nb: c": "2: brak zwykłej spacji po dwukropku – zapisz „klucz: wartość”",
    "tytuł:\u00a0Debata": "2: brak zwykłej spacji po dwukropku – zapisz „klucz: wartość”",
    "a: b\nc": "3: brak dwukropka po kluczu – zapisz „klucz: wartość”",
    "a: @x": "2: znak, od którego wartość nie może się zaczynać – użyj cudzysłowu",
    "a: *x": "2: „&” albo „*” na początku wartości – ujmij ją w cudzysłów",
    "a: |x": "2: po „|” i „>” nie może nic stać – przenieś tekst niżej",
    "a: - b": "2: lista zaczyna się w wierszu klucza – przenieś myślnik niżej",
    "a: {b": "2: nawias nie jest zamknięty – dopisz „]” albo użyj cudzysłowu",
    'a: "\\q"': "2: ukośnik „\\” w cudzysłowie – użyj apostrofów zamiast cudzysłowu",
    'a: "\\ud800"': "2: zły kod znaku po „\\” – wpisz sam znak",
    " a: b\nc: d": "3: złe wcięcie – wyrównaj klucze do jednej kolumny",
    "a: b\n  c: d": "3: zbędne wcięcie albo dwukropek w tekście – "
    "wyrównaj wiersz albo użyj cudzysłowu",
    "a: b\n...\nc: d": "3: wiersz „...” nie należy do metryczki – usuń go",
    "%YAML 1.1\na: b": "2: wiersz „%YAML 1.1” nie należy do metryczki – usuń go",
    "": "2: metryczka jest pusta albo nie ma kluczy – wpisz np. „tytuł: …”",
    "- a": "2: metryczka jest pusta albo nie ma kluczy – wpisz np. „tytuł: …”",
    "a: b\n? [c]\n: d": "3: klucz musi być słowem – usuń nawias albo „?” z początku wiersza",
    "<<: b": "2: „<<” nie jest tu używane – wpisz klucze wprost",
    "a: !!str b": "2: a: „!” na początku wartości – ujmij ją w cudzysłów",
    "a: !!python/object:os.system b": "2: a: „!” na początku wartości – ujmij ją w cudzysłów",
    "a: &b c": "2: a: „&” na początku wartości – ujmij ją w cudzysłów",
    "a: &b c\nd: *b": "2: a: „&” i „*” powtarzają tekst – wpisz go wprost w każdym miejscu",
    'a: "b\\u202ec"': "2: a: kod niewidocznego znaku po „\\” – usuń go",
    '"a\\nb": c': "2: kod niewidocznego znaku w kluczu – usuń go",
}


@pytest.mark.parametrize(("text", "said"), SLIPS.items(), ids=list(SLIPS.values()))
def test_each_slip_is_named_once_with_its_line(text: str, said: str) -> None:
    assert refusals(text) == [f"x.md:{said}"]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 15_000,
        "a: " + "[" * 5_000 + "]" * 5_000,
        "a:\n  " + "- " * 7_000 + "b",
        "a:\n  " + "? " * 7_000 + "b",
        "".join(f"{' ' * n}k:\n" for n in range(150)),
        "a:\n - b:\n   - c:\n     - d:\n       - e:\n         - f: g",
    ],
)
def test_deep_nesting_is_refused_before_it_can_overflow_the_parser(text: str) -> None:
    assert any("8 poziomów – uprość zapis" in said for said in refusals(text))


def test_aliases_of_aliases_are_not_followed() -> None:
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert len(refusals(laughs)) == 8


YAMLISH = st.text(st.sampled_from("ab: \n-?[]{}&*!|>'\"#%@\\,ą\t."), max_size=60)


@given(st.one_of(st.text(max_size=200), YAMLISH))
@example("a: &a [*a]")
@example("? *a\n: b")
@example("? &a a\n: *a")
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    try:
        root = head.compose("x.md", text, 2)
    except Problems as error:
        problems = error.problems
    else:
        assert isinstance(root, yaml.MappingNode)
        return
    assert problems
    for problem in problems:
        assert problem.path == "x.md"
        assert 2 <= problem.line <= 2 + len(re.split("[\n\r\x85\u2028\u2029]", text))
        assert " – " in problem.message
        assert "\n" not in str(problem)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: numer #1", True),
        ("a: numer # jeden", True),
        ("a: #1", True),
        ("a: # komentarz", False),
        ("a: numer#1", False),
        ("a: 'numer' #1", False),
        ("a: numer\n#1", False),
    ],
)
def test_a_comment_that_swallows_text_is_told(text: str, cut: bool) -> None:
    ((_, node),) = head.compose("x.md", text, 1).value
    assert nodes.swallowed(text, node) is cut
