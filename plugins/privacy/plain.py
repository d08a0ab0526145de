"""A text as a reader sees it: what could hide a number from a pattern is undone.

Line ends stay, so that lines can still be counted. What is dropped has no line end in it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import unescape

_UNUSUAL = re.compile("[\u00ad\u0180-\u2015\u2028-\U0010ffff]")
"""Beyond Latin letters, but for quotes, dots and bullets."""

_SPACES = "Zs"
_DASHES = "Pd"
_INVISIBLE = ("Cf", "Mn", "Me", "Cc")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_ESCAPED = re.compile(r"\\(?=[^\w ])")


def plain(text: str) -> str:
    r"""The same lines without marks, codes, invisible signs and unusual digits.

    >>> plain("**99**721&#50;\u00ad00017"), plain("\uff19\uff19 721–2")
    ('99721200017', '99 721-2')
    >>> plain('tytuł: "\\x39\\u0039 721"')
    'tytuł: "99 721"'
    """
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "\\" in text:
        text = _ESCAPED.sub("", _ESCAPE.sub(_escape, text))
    text = text.replace("*", "").replace("`", "").replace("~~", "")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.replace("\u00a0", " ").replace("–", "-")
    return _UNUSUAL.sub(_usual, text)


def _entity(found: re.Match[str]) -> str:
    return " ".join(unescape(found[0]).splitlines()) or " "


def _escape(found: re.Match[str]) -> str:
    """What YAML reads in double quotes; a line end that is no line end is a space."""
    code = int(next(filter(None, found.groups())), 16)
    sign = chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else " "
    return " " if sign.isspace() else sign


def _usual(found: re.Match[str]) -> str:
    return _plain_sign(found[0])


@cache
def _plain_sign(sign: str) -> str:
    """A sign beyond Latin letters as it is read: spaces, dashes, digits, full-width letters."""
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind in _INVISIBLE:
        return ""
    wide = unicodedata.normalize("NFKC", sign)
    return {_SPACES: " ", _DASHES: "-"}.get(kind, wide if wide.isascii() and wide else sign)


_BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tr|t[dh]|div|pre|hr|blockquote)\b[^>]*>"
)
_BREAK = re.compile(r"<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_PIECED = re.compile(r"[0-9] ?(?:<[^<>]*>)+ ?[0-9]")


def assembled(html: str) -> str:
    """The text that a page shows, if tags stand between its digits; else nothing is new in it.

    >>> assembled("<p><strong>997</strong>21200017</p><p>x</p>").split()
    ['99721200017', 'x']
    >>> assembled("<p>99721200017</p>")
    ''
    """
    if not _PIECED.search(html):
        return ""
    return unescape(_TAG.sub("", _BREAK.sub("\n", _BLOCK.sub("\n\n", html))))
