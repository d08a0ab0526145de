"""The theme's CSS, joined as the site joins it, and what the tests ask about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.layout.making import bare
from tests.theme.components import COMPONENTS, THEME


def joined() -> str:
    """Tokens, base, then every component by name."""
    static = [(THEME / "static" / name).read_text("utf-8") for name in ("tokens.css", "base.css")]
    whole = "\n".join([*static, *(component.css for component in COMPONENTS)])
    return bare(whole.encode()).decode()


def selectors(css: str) -> Iterator[str]:
    """Every selector of a rule; at-rules are looked through."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for prelude in re.findall(r"([^{};]+)\{", bare):
        if not prelude.strip().startswith("@"):
            yield from (part.strip() for part in _parts(prelude))


def _parts(prelude: str) -> list[str]:
    """Selectors between the commas that stand outside of parentheses."""
    return re.split(r",(?![^()]*\))", prelude)


def classes(css: str) -> set[str]:
    """Every class that a stylesheet names."""
    return {name for one in selectors(css) for name in re.findall(r"\.([A-Za-z][\w-]*)", one)}
