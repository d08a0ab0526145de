"""Who may ask the editor for anything: this machine's browser, from the editor's own pages.

The server listens on loopback only. Beyond that: the Host must be one of this machine's names
(against DNS rebinding), a request that changes anything must come from our own origin and hold
the token of this run, and pages may load nothing that is not ours.
"""

from __future__ import annotations

import hmac

from flask import Request
from werkzeug import Response

from plugins.desk.preview.web import OWN_NAMES

TOKEN = "żeton"
"""The form's field with the secret of this run of the editor."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    # Not „no-referrer”: browsers would then send „Origin: null” with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

REQUEST_LIMIT = 64 * 1024 * 1024  # bytes of a whole request
TEXT_LIMIT = 4 * 1024 * 1024  # bytes of all that is not a file
PARTS_LIMIT = 20_000  # fields


def is_ours(request: Request) -> bool:
    """Whether this machine is asked by its own name and, for a change, by our own page."""
    if not OWN_NAMES.fullmatch(request.headers.get("Host", "")):
        return False
    return request.method in ("GET", "HEAD") or _is_from_us(request)


def _is_from_us(request: Request) -> bool:
    """By what the browser says of where a form stood; each header alone is enough to refuse."""
    origin = request.headers.get("Origin", "")
    site = request.headers.get("Sec-Fetch-Site", "")
    own = f"http://{request.headers.get('Host', '')}"
    if site and site != "same-origin":
        return False
    return origin == own if origin else bool(site)


def is_known(request: Request, token: str) -> bool:
    """Whether a form was made by this run of the editor."""
    sent = request.form.get(TOKEN, "")
    return hmac.compare_digest(sent.encode(), token.encode())


def guarded(response: Response) -> Response:
    """The answer with the headers that every page of the editor has."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
