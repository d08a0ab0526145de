"""An export as WordPress 6 writes it: posts of its block editor and of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from tests.desk.importing.corpus import Page

TOP = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
\t<title>Dawna strona</title>
\t<link>https://dawna.przyklad.pl</link>
\t<wp:wxr_version>1.2</wp:wxr_version>
\t<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[oficer]]></wp:author_login></wp:author>
"""

ITEM = """\t<item>
\t\t<title><![CDATA[{title}]]></title>
\t\t<link>https://dawna.przyklad.pl/?p={number}</link>
\t\t<pubDate>Wed, 12 Jan 2022 09:{minute:02}:00 +0000</pubDate>
\t\t<dc:creator><![CDATA[oficer]]></dc:creator>
\t\t<guid isPermaLink="false">https://dawna.przyklad.pl/?p={number}</guid>
\t\t<description></description>
\t\t<content:encoded><![CDATA[{content}]]></content:encoded>
\t\t<excerpt:encoded><![CDATA[]]></excerpt:encoded>
\t\t<wp:post_id>{number}</wp:post_id>
\t\t<wp:post_date><![CDATA[2022-01-12 10:{minute:02}:00]]></wp:post_date>
\t\t<wp:post_modified><![CDATA[2022-01-13 10:{minute:02}:00]]></wp:post_modified>
\t\t<wp:status><![CDATA[{status}]]></wp:status>
\t\t<wp:post_type><![CDATA[{kind}]]></wp:post_type>
\t\t<category domain="category" nicename="aktualnosci"><![CDATA[Aktualności]]></category>
\t</item>
"""


def item(number: int, title: str, content: str, kind: str = "post", status: str = "publish") -> str:
    return ITEM.format(
        number=number, minute=number % 60, title=title, content=content, kind=kind, status=status
    )


def export(written: Iterable[Page]) -> str:
    """Every second page by the block editor, the others by the classic one."""
    ways = (blocks, classic)
    items = [item(p.number, p.title, ways[p.number % 2](p.html)) for p in written]
    others = item(900, "Menu", "", "nav_menu_item") + item(901, escape("Kosz"), "x", status="trash")
    return f"{TOP}{''.join(items)}{others}</channel>\n</rss>\n"


def blocks(html: str) -> str:
    """Each block between the comments that say what it is."""
    tops = re.split(r"\n(?=<)", html)
    names = {"p": "paragraph", "ul": "list", "ol": "list", "blockquote": "quote"}

    def named(top: str) -> str:
        tag = re.match(r"<(\w+)", top)
        return names.get(tag[1] if tag else "", "heading")

    return "\n\n".join(f"<!-- wp:{named(t)} -->\n{t}\n<!-- /wp:{named(t)} -->" for t in tops)


def classic(html: str) -> str:
    """Paragraphs are between blank lines and have no tags."""
    return re.sub(r"^<p>(.*)</p>$", r"\n\1\n", html, flags=re.MULTILINE)
