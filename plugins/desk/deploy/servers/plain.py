"""``_headers`` and ``_redirects``: what Netlify, Cloudflare Pages and GitLab Pages read."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.desk.deploy.servers import policy
from plugins.desk.deploy.servers.rules import Rules

_FOREVER = ("/theme/*", "/obrazy/*", "/pliki/*")
_OPEN = ("/dane/*", "/kanaly/*", "/kalendarz.ics", "/kalendarz/*")
_TYPED = ("ics", "vtt", "opml", "webmanifest", "jsonld")


def headers(rules: Rules) -> bytes:
    """``_headers``: a path, then its headers; ``!`` takes one back that a wider path set."""
    return ("\n".join(_headers(rules)) + "\n").encode()


def _headers(rules: Rules) -> Iterator[str]:
    yield f"{rules.base}/*"
    for name, value in policy.headers(rules.is_https).items():
        yield f"  {name}: {value}"
    yield f"  Content-Security-Policy: {policy.csp(rules.is_https)}"
    yield f"  Cache-Control: {policy.ASK}"
    for path in _FOREVER:
        yield f"{rules.base}{path}"
        yield "  ! Cache-Control"
        yield f"  Cache-Control: {policy.FOREVER}"
    for path in _OPEN:
        yield f"{rules.base}{path}"
        yield "  Access-Control-Allow-Origin: *"
    for ending in _TYPED:
        yield f"{rules.base}/*.{ending}"
        yield f"  Content-Type: {policy.TYPES[ending]}"


def redirects(rules: Rules) -> bytes:
    """``_redirects``: from, to, status; a trace is served as it stands, with 410 told."""
    return ("\n".join(_redirects(rules)) + "\n").encode()


def _redirects(rules: Rules) -> Iterator[str]:
    yield from (f"{old} {new} 301" for old, new in rules.moved)
