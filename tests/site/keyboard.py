"""A walk through a page with Tab, and what the page notes on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

# Numbers every control, keeps how each looks without focus, and notes each that gets it, as
# seen after the browser has scrolled there. A box that scrolls sideways is a control as well:
# browsers stop at it, so that its far side can be reached.
_WATCH = """within => {
  const marks = style => [style.outlineStyle, style.outlineWidth, style.outlineColor].join(" ");
  const scrolls = element => element.scrollWidth > element.clientWidth
    && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
    && !element.querySelector("a[href], button, input, select, textarea, [tabindex='0']");
  const wanted = [...document.querySelectorAll(`${within} *`)].filter(element =>
    element.checkVisibility({visibilityProperty: true}) && (element.matches(
      "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, "
      + "summary, audio[controls], video[controls], [tabindex='0']") || scrolls(element)));
  const before = new Map(wanted.map(element => [element, marks(getComputedStyle(element))]));
  const bare = element => {
    const style = getComputedStyle(element);
    const drawn = style.outlineStyle === "auto" || parseFloat(style.outlineWidth) >= 2;
    return style.outlineStyle === "none" || !drawn || marks(style) === before.get(element);
  };
  const hidden = element => ![...element.getClientRects()].some(box => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return box.width > 1 && box.height > 1 && top && (element.contains(top)
      || top.contains(element));
  });
  window.walking?.abort();  // the page may have been walked before
  window.walking = new AbortController();
  window.walk = {wanted: wanted.map(one => one.outerHTML.replace(/\\s+/g, " ").slice(0, 90)),
    reached: [], bare: [], hidden: []};
  document.addEventListener("focusin", ({target}) => {
    if (!target.closest(within)) return;
    const number = wanted.indexOf(target);
    if (walk.reached.at(-1) === number) return;  // a player's own buttons
    walk.reached.push(number);
    if (bare(target)) walk.bare.push(number);
    if (hidden(target)) walk.hidden.push(number);
  }, {signal: walking.signal});
}"""
_IS_PAST = """target => {
  const before = document.querySelector(target), now = document.activeElement;
  return now !== document.body && Boolean(
    before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
_IS_LEFT = """within => document.activeElement === document.body
  || !document.activeElement.closest(within)"""
_TO_TOP = """within => {
  document.activeElement.blur();
  scrollTo(0, 0);
  document.querySelector(within).focus();
}"""
_OF_PLAYERS = 60  # more stops than the buttons of all players on one page


@dataclass(frozen=True)
class Walk:
    """``wanted``: the controls in the order of the markup; the rest are numbers into it."""

    wanted: list[str]
    reached: list[int]
    bare: list[int]
    hidden: list[int]
    is_left: bool

    def faults(self) -> Iterator[str]:
        """What is wrong, in the order in which a person notices it."""
        order = list(range(len(self.wanted)))
        yield from (f"never reached: {self.wanted[n]}" for n in order if n not in self.reached)
        steps = zip(self.reached, order, strict=False)
        if wrong := next((pair for pair in steps if pair[0] != pair[1]), None):
            yield f"out of order: {self._name(wrong[0])} in place of {self._name(wrong[1])}"
        yield from (f"focus has no mark: {self._name(n)}" for n in self.bare)
        yield from (f"focus is out of sight: {self._name(n)}" for n in self.hidden)
        if not self.is_left:
            yield f"Tab does not get out: it is at {self._name(self.reached[-1])}"

    def _name(self, number: int) -> str:
        return self.wanted[number] if number >= 0 else "what is no control"


def walked(page: Page, within: str = "body") -> Walk:
    """Press Tab from the top of a part of a page, which can take focus, until it is left."""
    page.evaluate(_TO_TOP, within)
    page.evaluate(_WATCH, within)
    for _ in range(page.evaluate("walk.wanted.length")):
        page.keyboard.press("Tab")
    for _ in range(_OF_PLAYERS):
        if page.evaluate(_IS_LEFT, within):
            break
        page.keyboard.press("Tab")
    return Walk(**page.evaluate("walk"), is_left=page.evaluate(_IS_LEFT, within))


def is_past(page: Page, target: str) -> bool:
    """Whether focus is on a control inside or after the element that a selector names."""
    return bool(page.evaluate(_IS_PAST, target))
