"""Apache 2.4: ``.htaccess`` in the site's own folder (``AllowOverride All``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.desk.deploy import squeezed
from plugins.desk.deploy.naming import FINGERPRINTED
from plugins.desk.deploy.servers import policy
from plugins.desk.deploy.servers.rules import Rules, page_of

_COMPRESSED = tuple(sorted(ending.lstrip(".") for ending in squeezed.TEXTS))

_END = r"(?:[.]br|[.]gz)?$"
"""Of an address; by the time that sections are looked at, it is that of the compressed twin."""


def made(rules: Rules) -> bytes:
    """The file; it needs mod_headers, mod_mime, mod_dir and mod_rewrite."""
    parts = (_top(rules), _types(rules), _headers(rules), _addresses(rules), _twins())
    return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


def _top(rules: Rules) -> Iterator[str]:
    yield "# Made when the site was published."
    yield "Options -Indexes -MultiViews +FollowSymLinks"
    yield "DirectoryIndex index.html"
    yield "DirectorySlash On"
    yield "FileETag MTime Size"
    yield f"ErrorDocument 404 {rules.base}/404.html"


def _types(rules: Rules) -> Iterator[str]:
    yield from (f'AddType "{kind}" .{ending}' for ending, kind in policy.TYPES.items())
    for pattern, kind in policy.SPECIAL.items():
        yield f'<If "%{{REQUEST_URI}} =~ m#^{rules.base}{pattern}{_END}#">'
        yield f'    ForceType "{kind}"'
        yield "</If>"


def _headers(rules: Rules) -> Iterator[str]:
    for name, value in policy.headers(rules.is_https).items():
        yield f'Header always set {name} "{value}"'
    yield f'Header always set Content-Security-Policy "{policy.csp(rules.is_https)}"'
    yield 'Header always set Cross-Origin-Resource-Policy "same-origin"'
    yield f'Header set Cache-Control "{policy.ASK}"'
    yield f'<If "%{{REQUEST_URI}} =~ m#^{rules.base}{FINGERPRINTED}{_END}#">'
    yield f'    Header set Cache-Control "{policy.FOREVER}"'
    yield "</If>"
    yield f'<If "%{{REQUEST_URI}} =~ m#^{rules.base}(?:{policy.OPEN}){_END}#">'
    yield '    Header always set Access-Control-Allow-Origin "*"'
    yield '    Header always set Cross-Origin-Resource-Policy "cross-origin"'
    yield "</If>"


def _addresses(rules: Rules) -> Iterator[str]:
    yield "RewriteEngine On"
    yield r"RewriteRule (?:^|/)\.(?!well-known/) - [R=404,L]"
    yield r"RewriteCond %{ENV:REDIRECT_STATUS} ^$"
    yield r"RewriteRule \.(?:br|gz)$ - [R=404,L]"
    for old, new in rules.queries:
        path, _, query = old.partition("?")
        yield f"RewriteCond %{{QUERY_STRING}} ^{re.escape(query)}$"
        yield f'RewriteRule "^{_below(rules, path)}$" "{new}" [R=301,L,QSD,NE]'
    for old, new in rules.moved:
        yield f'RewriteRule "^{_below(rules, old)}$" "{new}" [R=301,L,NE]'
    for path in (*rules.traces, *rules.gone):
        yield "RewriteCond %{ENV:REDIRECT_STATUS} ^$"
        yield f'RewriteRule "^{_below(rules, path)}$" - [R=410,L]'
    for path in rules.traces:
        yield f"<If \"%{{REQUEST_URI}} == '{path}'\">"
        yield f"    ErrorDocument 410 {page_of(path)}"
        yield "</If>"


def _below(rules: Rules, path: str) -> str:
    """A path as rules in a folder's own file see it, as a regular expression."""
    return re.escape(path.removeprefix(f"{rules.base}/"))


def _twins() -> Iterator[str]:
    """A browser that takes it gets the compressed twin of the file that it asked for."""
    yield "Header merge Vary Accept-Encoding"
    for ending, coding in (("br", "br"), ("gz", "gzip")):
        yield f"RewriteCond %{{HTTP:Accept-Encoding}} {coding}"
        yield f"RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield f"RewriteRule ^(.+)$ $1.{ending} [L,E=no-gzip:1]"
    for ending, coding in (("br", "br"), ("gz", "gzip")):
        for name in _COMPRESSED:
            yield f'<FilesMatch "\\.{name}\\.{ending}$">'
            yield f'    ForceType "{policy.TYPES[name]}"'
            yield f"    Header set Content-Encoding {coding}"
            yield f"    RemoveEncoding .{ending}"
            yield "</FilesMatch>"
