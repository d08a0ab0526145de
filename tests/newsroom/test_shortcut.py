"""The shortcut and Markdown's general way end in the same bytes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.newsroom import prose, shortcut
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.markup import faults
from plugins.newsroom.source import Source, read
from plugins.newsroom.tree import Mender

ROOT = Path(__file__).parents[2]
RECORDS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("content/*/**/*.md"))


def both(body: str) -> tuple[str | None, str]:
    """A body's HTML by the shortcut (``None``: it has none), and by Markdown itself."""
    source = Source("content/strony/x.md", "", 1, body, 3)
    markdown = prose._markdown("x-")
    mender = markdown.treeprocessors["debaty"]
    assert isinstance(mender, Mender)
    ways = []
    for convert in (partial(prose._converted, markdown, mender), markdown.convert):
        markdown.reset()
        mender.begin(source, KINDS)
        ways.append(
            (convert(body).strip(), mender.lead, mender.links, mender.pictures, mender.problems)
        )
    short, whole = ways
    assert short == whole
    return (short[0] if shortcut.tree(body, prose._slugger("x-")) is not None else None), whole[0]


words = st.sampled_from(
    (
        *("na", "debacie", "ul. Polnej 4", "**ważne**", "*nowe*", "[plan](../programy/x.md)"),
        *("\n", "\n\n", "\n- ", "\n1. ", "\n4. ", "## ", "\n## ", "\n### Cel\n", "\n\n- a"),
        *("- ", "* ", "+ ", "1. ", " ٣. ", "2.", "#", "**", "*", "_", "[", "]", "(", ")", "]("),
        *("https://a.pl/b_c#d", "!", "\u00a0", " ", "  ", "   ", "\n    ", "\n> ", "---"),
        *("\n===", "\n---\n", "***", ":", "„tak”", '"tak"', " - ", "'", "**[plan](x.md)**"),
        *("[**x**](y.md)", "`a`", "<", "&", "\\*", "{: .a}", "|", "[^1]", "[a]: b", "^"),
    )
)
bodies = st.lists(words, max_size=14).map("".join)


@given(bodies)
@settings(max_examples=1_500, deadline=None)
@example("## Część\ntekst\n- jeden\ndalej\n- dwa")
@example("- a\n\n- b\n\n1. c\n2. d\n\ntekst")
@example("a\n\n\n\u00a0b")
@example("**a *b** c*")
@example("*a [b* c](d.md)")
def test_any_text_comes_out_as_by_markdown(body: str) -> None:
    if body.strip() and not list(faults(Source("content/strony/x.md", "", 1, body, 3))):
        both(body)


@pytest.mark.parametrize("path", RECORDS)
def test_each_record_of_the_sample_comes_out_as_by_markdown(path: str) -> None:
    body = read(path, (ROOT / path).read_bytes()).body
    if body.strip():
        both(body)


def test_what_officers_write_most_has_a_shortcut() -> None:
    body = (
        "Zapraszamy na **debatę** o [programie](../programy/x.md).\nDrugi wiersz.\n\n"
        "## Co zabrać\n\n- *dowód*,\n- rower.\n\n2. drugie\n3. trzecie\n"
    )
    short, whole = both(body)
    assert short == whole
    assert short is not None
    assert '<ol start="2">' in short
