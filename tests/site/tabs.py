"""A page of the site that is open in a browser, and what a test asks of it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Page, Response

_OPENED = "document.querySelectorAll('details').forEach(one => { one.open = true })"
_KEPT = "localStorage.length + sessionStorage.length + document.cookie.length"
_WIDER = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth"

# What a script brings is put aside and what that replaces is put back: the rest must be there,
# and be the same, with scripts and without (but for words that say what is missing then).
_SHOWN = """() => {
  const eased = [...document.querySelectorAll("[data-script]")].map(one => [one, one.hidden]);
  eased.forEach(([one]) => { one.hidden = one.dataset.script === "brings" });
  document.querySelectorAll("noscript").forEach(one => { one.hidden = true });
  const closed = [...document.querySelectorAll("details:not([open])")];
  closed.forEach(one => { one.open = true });
  const text = document.body.innerText.replace(/\\s+/g, " ");
  const links = [...document.querySelectorAll("a[href]")].map(link => link.textContent + link.href);
  closed.forEach(one => { one.open = false });
  eased.forEach(([one, hidden]) => { one.hidden = hidden });
  return [text, ...links];
}"""

# WCAG 2.2, 1.4.12. A sheet of the document's own: the policy lets in no other style.
_SPACED = """on => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = on ? [sheet] : [];
}"""

# What stands aside on purpose (read aloud only) is positioned; pictures have no text to cut.
_CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element);
  return ["hidden", "clip"].some(how => style.overflowX === how || style.overflowY === how)
    && style.position !== "absolute" && !["IMG", "VIDEO", "svg"].includes(element.tagName)
    && element.textContent.trim() && (element.scrollWidth > element.clientWidth + 1
      || element.scrollHeight > element.clientHeight + 1);
}).map(element => "cut: " + element.outerHTML.replace(/\\s+/g, " ").slice(0, 90))"""


@dataclass
class Tab:
    """One page of the site, open: its type, what it asked for and got, and what it said."""

    type: str
    page: Page
    asked: list[str] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Keep what the page asks for and says from now on."""
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", lambda answer: self.answers.append(answer))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def weights(self) -> Iterator[tuple[str, int]]:
        """Kind and compressed bytes of all that the page was given."""
        for answer in self.answers:
            yield answer.request.resource_type, len(gzip.compress(answer.body(), 9))

    def keeps(self) -> bool:
        """Whether the page left anything in the browser."""
        return bool(self.page.evaluate(_KEPT))

    def open_all(self) -> None:
        """Open all that a person can open."""
        self.page.evaluate(_OPENED)

    def wider(self) -> int:
        """By how many pixels the page is wider than its window, with all opened or not."""
        closed = self.page.evaluate(_WIDER)
        self.open_all()
        return max(0, closed, self.page.evaluate(_WIDER))

    def spaced(self) -> list[str]:
        """What is cut off, or makes the page wider than its window, when text is spaced out."""
        self.page.evaluate(_SPACED, True)
        pixels = self.wider()
        cut: list[str] = self.page.evaluate(_CUT)
        self.page.evaluate(_SPACED, False)
        return [*cut, f"{pixels} px too wide"] if pixels else cut


def shown(page: Page) -> list[str]:
    """The whole text of a page, closed parts too, then its links: text with address."""
    texts: list[str] = page.evaluate(_SHOWN)
    return texts
