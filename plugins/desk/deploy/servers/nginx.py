"""nginx: a file to be included in a ``server`` block.

A header added within a ``location`` drops all those added outside it. So every header is added
once, at the level of the server, with variables for what differs; an empty one adds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.desk.deploy.naming import FINGERPRINTED
from plugins.desk.deploy.servers import policy
from plugins.desk.deploy.servers.rules import Rules, page_of


def made(rules: Rules, root: str) -> bytes:
    """The configuration; ``root``: the folder of releases, as the server sees it."""
    parts = (_top(root), _variables(rules), _headers(rules), _types(), _places(rules))
    return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


def _top(root: str) -> Iterator[str]:
    yield "# Made when the site was published. Include it in a server block, and reload nginx when"
    yield "# this file changes; pages change without it:"
    yield f"#   server {{ listen …; server_name …; include {root}/current/nginx.conf; }}"
    yield f'root "{root}/current/www";'
    yield "index index.html;"
    yield "charset off;  # it stands in the types below"
    yield "absolute_redirect off;"
    yield "server_tokens off;"
    yield "gzip off;  # everything worth it was compressed when it was published"
    yield "gzip_static on;"
    yield "gzip_vary on;"
    yield "# Additions of your own, such as brotli_static on; where nginx has that module:"
    yield f'include "{root}/nginx.d/*.conf";'


def _variables(rules: Rules) -> Iterator[str]:
    base = re.escape(rules.base)
    is_fixed = f'if ($uri ~ "^{base}{FINGERPRINTED}$")'
    yield f'set $debaty_cache "{policy.ASK}";'
    yield f'{is_fixed} {{ set $debaty_cache "{policy.FOREVER}"; }}'
    yield 'set $debaty_origin "";'
    yield 'set $debaty_resource "same-origin";'
    is_open = f'if ($uri ~ "^{base}(?:{policy.OPEN})$")'
    yield f'{is_open} {{ set $debaty_origin "*"; set $debaty_resource "cross-origin"; }}'


def _headers(rules: Rules) -> Iterator[str]:
    yield "add_header Cache-Control $debaty_cache;  # not on errors: they must not be kept"
    yield f'add_header Content-Security-Policy "{policy.csp(rules.is_https)}" always;'
    yield "add_header Access-Control-Allow-Origin $debaty_origin always;"
    yield "add_header Cross-Origin-Resource-Policy $debaty_resource always;"
    for name, value in policy.headers(rules.is_https).items():
        yield f'add_header {name} "{value}" always;'


def _types() -> Iterator[str]:
    yield "types {"
    yield from (f'    "{kind}" {ending};' for ending, kind in policy.TYPES.items())
    yield "}"
    yield "default_type application/octet-stream;"


def _places(rules: Rules) -> Iterator[str]:
    yield f"error_page 404 {rules.base}/404.html;"
    yield r"location ~ /\.(?!well-known/) { return 404; }"
    yield r"location ~ \.(?:br|gz)$ { return 404; }"
    for pattern, kind in policy.SPECIAL.items():
        yield f'location ~ "^{rules.base}{pattern}$" {{ types {{}} default_type {kind}; }}'
    for old, new in rules.queries:
        yield f'if ($request_uri = "{old}") {{ return 301 {new}; }}'
    for old, new in rules.moved:
        yield f'location = "{old}" {{ return 301 "{new}"; }}'
    for path in rules.traces:
        yield f'location = "{path}" {{ error_page 410 "{page_of(path)}"; return 410; }}'
    for path in rules.gone:
        yield f'location = "{path}" {{ return 410; }}'
