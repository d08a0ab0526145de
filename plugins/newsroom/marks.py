"""Marks that an import leaves where a person must look before a text is published."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.problems import Problem

MARK = "Do sprawdzenia:"
"""Stands in a box, in a picture's description or in a value of the head."""


def left(path: str, text: str) -> Iterator[Problem]:
    """Every line of a record's file that still holds a mark: it must not be published.

    >>> print(*left("content/aktualnosci/x.md", "![Do sprawdzenia: opis obrazu](x.png)"))
    content/aktualnosci/x.md:1: opis obrazu – sprawdź i usuń uwagę „Do sprawdzenia”
    """
    for number, line in enumerate(text.split("\n") if MARK in text else (), 1):
        for about in line.split(MARK)[1:]:
            told = about.split('"')[0].split("](")[0].strip(" '")
            message = f"{told[:200]} – sprawdź i usuń uwagę „{MARK[:-1]}”"
            yield Problem(path, number, "", message)
