"""What every answer says besides its bytes: one table for every kind of server."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.desk.preview import pages

CSP: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Content Security Policy 3 (W3C): everything from our own origin, nothing written into pages."""

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{name}=()"
        for name in (
            *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation"),
            *("gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"),
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
"""On every answer, errors too."""

HSTS = "max-age=31536000"
"""A year (RFC 6797); without subdomains: those are others' to promise for."""

FOREVER = "public, max-age=31536000, immutable"
"""For names that hold a digest of their bytes (RFC 8246)."""

ASK = "no-cache"
"""Kept, but asked about each time (RFC 9111, 5.2.2.4): an answer of 304 costs a line."""

OPEN = r"/(?:dane|kanaly|kalendarz)/.*\.(?:csv|json|jsonld|xml|ics)|/kalendarz\.ics"
"""What programs of other sites may read: open data, feeds, calendars. A regular expression."""

TYPES: Mapping[str, str] = {
    **{suffix.lstrip("."): kind for suffix, kind in pages.TYPES.items()},
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
}
"""Ending → media type. Debian's own table knows neither calendars nor captions."""

SPECIAL: Mapping[str, str] = {
    r"/kanaly/[^/]+\.json": "application/feed+json",
    r"/dane/schemat/[^/]+\.json": "application/schema+json",
    r"/szukaj/opensearch\.xml": "application/opensearchdescription+xml",
}
"""A regular expression of paths → a media type that an ending does not tell."""


def csp(is_https: bool) -> str:
    """The policy's one line.

    >>> csp(is_https=False)[:38]
    "default-src 'none'; script-src 'self';"
    """
    upgrade = ["upgrade-insecure-requests"] if is_https else []
    directives = (f"{name} {value}" for name, value in CSP.items())
    return "; ".join([*directives, *upgrade])


def headers(is_https: bool) -> dict[str, str]:
    """Headers of every answer; the promise of HTTPS only where it is kept."""
    return {**HEADERS, "Strict-Transport-Security": HSTS} if is_https else dict(HEADERS)
