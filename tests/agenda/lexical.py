"""The lines of a calendar file by RFC 5545, 3.1 and 3.3.11, read by nobody's library.

No reader that we know tells of broken lines, injected properties or two events of one UID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ALLOWED = {
    "VCALENDAR": {
        *("VERSION", "PRODID", "CALSCALE", "NAME", "DESCRIPTION", "URL"),
        *("REFRESH-INTERVAL", "X-PUBLISHED-TTL", "X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE"),
    },
    "VTIMEZONE": {"TZID"},
    "DAYLIGHT": (rule := {"DTSTART", "RRULE", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO"}),
    "STANDARD": rule,
    "VEVENT": {
        *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "SUMMARY", "DTSTART", "DTEND"),
        *("URL", "DESCRIPTION", "LOCATION", "GEO", "CATEGORIES", "TRANSP"),
    },
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}
"""Component → the properties that it may have, each at most once."""

REQUIRED = {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "SUMMARY", "DTSTART", "DTEND"}

_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:\"]+)*):(.*)")
_TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"}
_ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def faults(data: bytes) -> list[str]:
    """What is wrong with a file, a line each."""
    return [*_octets(data), *_structure(_unfolded(data))]


def _octets(data: bytes) -> Iterator[str]:
    if not data.endswith(b"\r\n"):
        yield "the last line has no end"
    for line in data.split(b"\r\n"):
        if b"\r" in line or b"\n" in line:
            yield f"a lone CR or LF: {line[:60]!r}"
        if len(line) > 75:
            yield f"{len(line)} octets: {line[:60]!r}"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"a character cut in two: {line[:60]!r}"


def _unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode("utf-8", "replace").split("\r\n")[:-1]


def _structure(lines: list[str]) -> Iterator[str]:
    """Components nest, properties are allowed, once each, UIDs differ."""
    stack: list[tuple[str, list[str]]] = []
    uids: list[str] = []
    for line in lines:
        found = _LINE.fullmatch(line)
        if not found:
            yield f"no property: {line[:60]!r}"
            continue
        name, _, value = found.groups()
        if name == "BEGIN":
            stack.append((value, []))
        elif name == "END":
            yield from _closed(*stack.pop(), value)
        else:
            yield from _property(name, value, *stack[-1])
            uids += [value] if name == "UID" else []
    if len(set(uids)) != len(uids):
        yield "two events of one UID"
    if stack:
        yield f"not closed: {stack}"


def _closed(name: str, properties: list[str], ended: str) -> Iterator[str]:
    if name != ended:
        yield f"{name} ended by {ended}"
    if len(set(properties)) != len(properties):
        yield f"{name}: a property twice: {sorted(properties)}"
    if name == "VEVENT" and not set(properties) >= REQUIRED:
        yield f"{name}: lacks {sorted(REQUIRED - set(properties))}"


def _property(name: str, value: str, component: str, properties: list[str]) -> Iterator[str]:
    properties.append(name)
    if name not in ALLOWED.get(component, ()):
        yield f"{component}: {name} is not allowed"
    if _CONTROL.search(value):
        yield f"{name}: a control character: {value[:60]!r}"
    if name in _TEXTS and not _ESCAPED.fullmatch(value):
        yield f"{name}: not escaped: {value[:60]!r}"
