"""A tidy tree becomes Markdown that the site's own renderer shows as the page did.

markdownify walks the tree; what is overridden here is what our Markdown has not (raw HTML,
definition lists, tables without a head) or reads differently (lists are indented by four).
"""

# ruff: noqa: ARG002  markdownify gives all three to every method

from __future__ import annotations

import re

from bs4 import Tag
from markdownify import MarkdownConverter

from plugins.desk.importing import boxes, marking, signs, tables, tree
from plugins.desk.importing.signs import Parents

_NOT_INLINE = tree.BLOCKS | {marking.BOX}
_LOWEST = 6
"""The smallest heading."""

LISTS = 6
"""Lists within each other; a body may hold lines of 39 leading spaces (newsroom.markup)."""


def written(root: Tag, footnotes: list[Tag]) -> str:
    """The Markdown of a tree and its footnotes."""
    levels = sorted({one.name for one in root.find_all(re.compile(r"^h[1-6]$"))})
    writer = _Writer({name: min(place, _LOWEST) for place, name in enumerate(levels, 2)})
    _joined(root)
    parts = [writer.convert_soup(root)]
    for number, note in enumerate(footnotes, 1):
        text = _indented(writer.convert_soup(note).strip())
        parts.append(f"[^{number}]: {text.lstrip()}")
    whole = "\n\n".join(part.strip("\n") for part in parts if part.strip())
    return re.sub(r"\n{3,}", "\n\n", re.sub(_EMPTY_END, "", whole))


_EMPTY_END = re.compile(r"(?m)^[ \t]+$|(?<=\S)(?! {2}\n\S)[ \t]+$|[ \t]+\Z")
"""Spaces at the end of a line say nothing, but for two before the next line of a paragraph."""


def _joined(root: Tag) -> None:
    """Bold beside bold is one: Word cuts a word into runs."""
    for name in ("b", "strong", "i", "em"):
        for one in root.find_all(name):
            following = one.next_sibling
            while isinstance(following, Tag) and following.name == one.name:
                for child in list(following.contents):
                    one.append(child.extract())
                following.decompose()
                following = one.next_sibling


def _indented(text: str) -> str:
    return re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)


class _Writer(MarkdownConverter):
    """Writes one tree; ``headings``: the level of each heading's tag."""

    def __init__(self, headings: dict[str, int]) -> None:
        super().__init__(autolinks=False, wrap=True, wrap_width=None, bullets="-")
        self.headings = headings

    def escape(self, text: str, parent_tags: Parents) -> str:
        """What Markdown would read as its own; HTML's signs become entities."""
        return signs.escaped(text, in_cell=bool({"td", "th"} & set(parent_tags)))

    def convert_p(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A block between blank lines; inside a heading or a cell, words between spaces."""
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        if not tree.holds(el, _NOT_INLINE):
            text = re.sub(r"^[ \t]+(?=\S)", "", text.strip(" \t\n"), flags=re.MULTILINE)
        text = text.strip("\n")
        return f"\n\n{text}\n\n" if text.strip() else ""

    convert_div = convert_article = convert_section = convert_p
    convert_figure = convert_figcaption = convert_caption = convert_address = convert_p
    convert_main = convert_aside = convert_header = convert_footer = convert_dl = convert_p
    convert_details = convert_summary = convert_center = convert_fieldset = convert_p
    convert_legend = convert_form = convert_nav = convert_dd = convert_body = convert_p
    convert_html = convert_hgroup = convert_p

    def convert_dt(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A term in bold over what it means."""
        return self.convert_p(el, self.convert_b(el, text, parent_tags), parent_tags)

    def convert_b(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Bold, without the spaces at its ends; none around whole blocks."""
        return signs.marked(text, "**", parent_tags)

    def convert_i(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Italics, likewise."""
        return signs.marked(text, "*", parent_tags)

    convert_strong = convert_b
    convert_em = convert_i

    def convert_s(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Struck text has no sign of its own; the words stay."""
        return text

    convert_del = convert_strike = convert_s

    def convert_sup(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Small raised numbers, as in m²."""
        return signs.raised(text, "⁰¹²³⁴⁵⁶⁷⁸⁹")

    def convert_sub(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Small lowered numbers, as in CO₂."""
        return signs.raised(text, "₀₁₂₃₄₅₆₇₈₉")

    def convert_q(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Polish quotes."""
        return f"„{text}”" if text.strip() else text

    def convert_br(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A line's end inside a paragraph."""
        return " " if "_inline" in parent_tags else "  \n"

    def convert_hr(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A rule; nothing where no block may stand."""
        return " " if "_inline" in parent_tags else "\n\n* * *\n\n"

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: Parents) -> str:  # noqa: N802
        """Levels follow each other from 2; in a list or a cell a heading is bold."""
        words = " ".join(text.split())
        if not words or "_inline" in parent_tags:
            return f" {words} "
        if {"li", "blockquote"} & set(parent_tags):
            return f"\n\n{signs.marked(words, '**', parent_tags)}\n\n"
        closed = re.sub(r"(#+)$", r"\\\1", words)
        return f"\n\n{'#' * self.headings.get(f'h{n}', _LOWEST)} {closed}\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A link with words; its address is in order already."""
        href = el.get("href")
        before, words, after = signs.bare(text)
        if not href or not words or "\n\n" in words or "_noformat" in parent_tags:
            return text
        return f"{before}[{' '.join(words.split())}]({href}){after}"

    def convert_img(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A picture beside the record."""
        alt = self.escape(str(el.get("alt") or ""), parent_tags)
        return f"![{alt}]({el.get('src')})"

    def convert_list(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A list between blank lines, deeper ones than LISTS beside the last."""
        if "_inline" in parent_tags:
            return f" {' '.join(text.split())} "
        return f"\n\n{text.strip(chr(10))}\n\n" if text.strip() else ""

    convert_ul = convert_ol = convert_list

    def convert_li(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """An entry whose blocks stand four spaces in, as our Markdown reads them."""
        words = text.strip(" \t\n")
        if "_inline" in parent_tags:
            return f" {words} "
        if not words:
            return ""
        sign = signs.number(el) if el.parent is not None and el.parent.name == "ol" else "-"
        depth = sum(1 for one in el.parents if one.name in ("ul", "ol"))
        inner = words if depth > LISTS else _indented(words).lstrip()
        gap = "\n\n" if "\n\n" in words else "\n"
        return f"\n{sign.ljust(3)} {inner}{gap}"

    def convert_blockquote(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Quoted lines; a quotation in a quotation is not marked twice."""
        words = text.strip(" \t\n")
        if "_inline" in parent_tags or "blockquote" in parent_tags or not words:
            return f"\n\n{words}\n\n" if words else ""
        return "\n\n" + re.sub(r"^", "> ", words, flags=re.MULTILINE) + "\n\n"

    def convert_code(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Code; in a cell and with signs of HTML as plain words, which are read alike."""
        if "pre" in parent_tags:
            return text
        plain = {"td", "th"} & set(parent_tags) or "`" in text or "<" in text or "\n" in text
        words = " ".join(text.split())
        return self.escape(words, parent_tags) if plain else f"`{words}`" if words else ""

    convert_kbd = convert_samp = convert_tt = convert_code

    def convert_pre(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Lines as they stand, ended one by one."""
        lines = [self.escape(line.strip(), parent_tags) for line in text.split("\n")]
        if "_inline" in parent_tags:
            return f" {' '.join(lines)} "
        parts = re.split(r"\n{2,}", "\n".join(lines).strip("\n"))
        return "\n\n" + "\n\n".join(part.replace("\n", "  \n") for part in parts) + "\n\n"

    def convert_table(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A table whose every row has as many cells (``tables.mended``)."""
        rows = [row.find_all(("td", "th"), recursive=False) for row in el.find_all("tr")]
        cells = [[self._cell(cell) for cell in row] for row in rows if row]
        return f"\n\n{tables.written(cells)}\n\n" if cells else ""

    def _cell(self, cell: Tag) -> str:
        text: str = self.process_element(cell, parent_tags={"table", "tr"})  # type: ignore[attr-defined]  # its stubs lack it
        return " ".join(text.split())

    def convert_td(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """The words of a cell."""
        return text

    def convert_debaty_uwaga(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A box for the officer."""
        return f"\n\n{boxes.written(el.get_text())}\n\n"

    def convert_debaty_przypis(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A reference to a footnote."""
        return f"[^{el.get_text()}]"

    convert_th = convert_tr = convert_tbody = convert_thead = convert_tfoot = convert_td
