"""A mark for the officer as a box of Markdown."""

from __future__ import annotations

from plugins.newsroom.marks import MARK


def written(text: str) -> str:
    r"""A box as Markdown.

    >>> print(written("tabela ma scalone komórki"))
    !!! uwaga "Do sprawdzenia: tabela ma scalone komórki"
        Po sprawdzeniu usuń tę ramkę.
    """
    title = " ".join(text.replace('"', "”").split())
    return f'!!! uwaga "{MARK} {title}"\n    Po sprawdzeniu usuń tę ramkę.'
