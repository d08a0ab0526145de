"""Pages as an old site held them, made from a seed: their HTML, and every text that is in them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

WORDS = [
    *("policjanci", "mieszkańcy", "spotkanie", "park", "osiedle", "bezpieczeństwo", "żółty"),
    *("śnieg", "ćma", "źródło", "łąka", "dzielnicowy", "rozmawiali", "droga", "szkoła", "rower"),
    *("12", "2024", "r.", "ul.", "nr", "5", "godz.", "17:00", "50%", "100", "zł", "2022 - 2024"),
    *("a_b", "*", "#", "[x]", "&", "&nbsp;", "<b>", "1.", "-", ">", "|", "`", "\\", "{x}", "!!!"),
    *("C++", "x=1", "~", "§", "–", "—", "…", ",,Patrol''", '"cytat"', "„Razem”", "e-mail", "="),
    *("www.policja.gov.pl", "biuro@x.pl", "__init__", "**", "![x](y)", "[^1]", "+", "<!--"),
]


@dataclass
class Page:
    """One page. ``texts``: of its blocks, in order; ``notes``: of its footnotes."""

    number: int
    title: str
    html: str = ""
    texts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def pages(count: int, seed: int, *, footnotes: bool = False) -> Iterator[Page]:
    """The same pages for the same seed."""
    for number in range(count):
        yield _Writer(random.Random(f"{seed}-{number}"), footnotes).page(number)


class _Writer:
    def __init__(self, chance: random.Random, footnotes: bool) -> None:
        self.chance, self.footnotes = chance, footnotes

    def page(self, number: int) -> Page:
        page = Page(number, f"Strona numer {number}: {self.words(3)}")
        makers = [self.paragraph, self.items, self.heading, self.table, self.quotation, self.nested]
        blocks = [self.paragraph] + [self.chance.choice(makers) for _ in range(6)]
        page.html = "\n".join(block(page) for block in [*blocks, self.paragraph])
        return page

    def words(self, count: int) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(count))

    def inline(self) -> tuple[str, str]:
        """HTML and its text."""
        parts = [(escape(said), said) for said in (self.words(self.chance.randint(3, 12)),)]
        for _ in range(self.chance.randint(0, 3)):
            said = self.words(self.chance.randint(1, 4))
            way = self.chance.choice(
                ["<b>{}</b>", "<em>{}</em>", '<a href="https://x.pl/a_(b)?c=d&amp;e">{}</a>', "{}"]
            )
            parts.append((way.format(escape(said)), said))
        return " ".join(html for html, _ in parts), " ".join(said for _, said in parts)

    def paragraph(self, page: Page) -> str:
        html, text = self.inline()
        page.texts.append(text)
        return f"<p>{html}</p>"

    def heading(self, page: Page) -> str:
        page.texts.append(self.words(4))
        level = self.chance.choice((2, 3, 4))
        return f"<h{level}>{escape(page.texts[-1])}</h{level}>"

    def items(self, page: Page) -> str:
        tag, made = self.chance.choice(("ul", "ol")), ""
        for _ in range(self.chance.randint(1, 4)):
            html, text = self.inline()
            page.texts.append(text)
            made += f"<li>{html}</li>"
        return f"<{tag}>{made}</{tag}>"

    def nested(self, page: Page) -> str:
        texts = [self.inline() for _ in range(3)]
        page.texts += [text for _, text in texts]
        one, two, three = (html for html, _ in texts)
        return f"<ul><li>{one}<ol><li>{two}</li></ol></li><li>{three}</li></ul>"

    def quotation(self, page: Page) -> str:
        return f"<blockquote>{self.paragraph(page)}{self.paragraph(page)}</blockquote>"

    def table(self, page: Page) -> str:
        columns = self.chance.randint(2, 4)
        rows = [[self.words(2) for _ in range(columns)] for _ in range(self.chance.randint(2, 4))]
        page.texts += [said for row in rows for said in row]
        head, *rest = rows
        top = "".join(f"<th>{escape(said)}</th>" for said in head)
        made = ("".join(f"<td>{escape(said)}</td>" for said in row) for row in rest)
        body = "".join(f"<tr>{row}</tr>" for row in made)
        return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
