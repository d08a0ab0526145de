"""nginx and Apache, with the files made for them, answer as the tables say."""

from __future__ import annotations

import gzip
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk import tools
from plugins.desk.deploy.memory import Fates, Memory
from plugins.desk.deploy.servers import apache as apache_files
from plugins.desk.deploy.servers import nginx as nginx_files
from plugins.desk.deploy.servers import plain, policy
from plugins.desk.deploy.servers.rules import rules_of
from tests.desk.deploy.servers import Answer, apache, get, nginx
from tests.desk.deploy.stand import OLD, SITE, STYLE_1, Stand, page

FILES = {
    **OLD,
    "szukaj/index.html": page("Szukaj"),
    "kanaly/debaty.rss.xml": "<rss/>",
    "kanaly/debaty.json": "{}",
    "dane/debaty.csv": "a\r\n",
    "napisy.vtt": "WEBVTT\n",
    "manifest.webmanifest": "{}",
    "aktualnosci/dawna/index.html": page("Wycofana"),
    "stare/1.html": page("Nowy adres"),
}
MOVED = {"/stare/1.html": "/debaty/dworzec/", "/index.php?id=5": "/debaty/"}


@pytest.fixture(scope="module")
def stand() -> Iterator[Stand]:
    """One published site for all; where a server that gives up its rights can read it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "projekt").mkdir()
        stand = Stand(folder / "projekt", f"folder:{folder / 'www'}")
        stand.build({**FILES, "debaty/rok/index.html": page("Rok")}, dawne=MOVED, stałe=[])
        stand.publish()
        stand.build(FILES, dawne=MOVED, wycofane=["/aktualnosci/dawna/"], stałe=[])
        stand.publish()
        yield stand


@pytest.fixture(scope="module", params=["nginx", "apache"])
def port(stand: Stand, request: pytest.FixtureRequest) -> Iterator[int]:
    folder = stand.root.parent / request.param
    if request.param == "nginx":
        with nginx(stand.place, folder) as found:
            yield found
    else:
        with apache(stand.place / "current/www", folder) as found:
            yield found


def test_a_page_comes_whole_and_is_asked_about_each_time(port: int) -> None:
    answer = get(port, "/debaty/")
    assert (answer.status, answer.body.decode()) == (200, FILES["debaty/index.html"])
    assert answer.headers["Cache-Control"] == "no-cache"
    again = get(port, "/debaty/", If_None_Match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "target", ["/", "/szukaj/", "/kalendarz.ics", "/nie-ma", f"/{STYLE_1}", "/stare/1.html"]
)
def test_every_answer_has_every_header(port: int, target: str) -> None:
    answer = get(port, target)
    for name, value in policy.headers(is_https=True).items():
        assert answer.headers[name] == value, name
    written = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in written
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(
        written.split("; ")
    )


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/kalendarz.ics", "text/calendar; charset=utf-8"),
        ("/kanaly/debaty.rss.xml", "text/xml; charset=utf-8"),
        ("/kanaly/debaty.json", "application/feed+json"),
        ("/dane/debaty.csv", "text/csv; charset=utf-8"),
        ("/napisy.vtt", "text/vtt; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/.well-known/debaty.json", "application/json"),
        (f"/{STYLE_1}", "text/css; charset=utf-8"),
    ],
)
def test_media_types(port: int, target: str, kind: str) -> None:
    answer = get(port, target)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


def test_a_name_with_a_digest_is_kept_for_ever_but_its_absence_is_not(port: int) -> None:
    assert "immutable" in get(port, f"/{STYLE_1}").headers["Cache-Control"]
    absent = get(port, "/theme/debaty.ffffffffff.css")
    assert absent.status == 404
    assert "immutable" not in absent.headers.get("Cache-Control", "")


def test_data_is_open_to_other_sites_and_pages_are_not(port: int) -> None:
    for target in ("/dane/debaty.csv", "/kanaly/debaty.json", "/kalendarz.ics"):
        headers = get(port, target).headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    headers = get(port, "/").headers
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def unpacked(answer: Answer) -> bytes:
    import brotli

    coding = answer.headers.get("Content-Encoding")
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[coding]
    return bytes(unpack(answer.body))


def test_who_takes_it_gets_it_compressed(port: int) -> None:
    answers = {
        accepted: get(port, "/", Accept_Encoding=accepted) for accepted in ("br, gzip", "gzip", "")
    }
    is_nginx = "nginx" in answers[""].headers["Server"]
    best = "gzip" if is_nginx and not tools.BROTLI.exists() else "br"  # only Debian has a package
    assert {a: answer.headers.get("Content-Encoding") for a, answer in answers.items()} == {
        "br, gzip": best,
        "gzip": "gzip",
        "": None,
    }
    assert {unpacked(answer).decode() for answer in answers.values()} == {FILES["index.html"]}
    assert all(answer.headers["Vary"] == "Accept-Encoding" for answer in answers.values())
    assert {answer.headers["Content-Type"] for answer in answers.values()} == {
        "text/html; charset=utf-8"
    }


def test_old_addresses_lead_on(port: int) -> None:
    for old, new in MOVED.items():
        answer = get(port, old)
        assert (answer.status, answer.headers["Location"]) == (301, SITE + new)


def test_what_was_withdrawn_is_gone_with_its_trace(port: int) -> None:
    answer = get(port, "/aktualnosci/dawna/")
    assert answer.status == 410
    assert answer.body.decode() == FILES["aktualnosci/dawna/index.html"]


def test_a_missing_page_is_told_by_ours(port: int) -> None:
    answer = get(port, "/nie-ma/")
    assert (answer.status, answer.body.decode()) == (404, FILES["404.html"])


@pytest.mark.parametrize(
    "target",
    [
        *("/.htaccess", "/index.html.gz", "/index.html.br", "/../manifest.json", "/theme/"),
        *("/%2e%2e/manifest.json", "/..%2fnginx.conf", "/manifest.json", "/nginx.conf"),
    ],
)
def test_what_is_not_the_site_is_not_shown(port: int, target: str) -> None:
    assert get(port, target).status in (400, 403, 404)


def test_a_folder_without_its_slash_leads_to_it(port: int) -> None:
    answer = get(port, "/debaty")
    assert answer.status == 301
    assert answer.headers["Location"].endswith("/debaty/")


# -- the wall between content and configuration ------------------------------------

NASTY = st.lists(
    st.sampled_from([*"ab/.?=&%\"';{}$\\ #\n\r\t<>ł", " return 200 x;", "\nRewriteRule ^ /x"]),
    max_size=12,
).map(lambda parts: "/" + "".join(parts))


@given(st.lists(NASTY, max_size=4))
def test_an_old_address_is_never_read_as_configuration(old: list[str]) -> None:
    """Every line that such an address could make has the one form of a rule."""
    known = Memory(SITE, frozenset({"/"}), moved=dict.fromkeys(old, "/debaty/"))
    rules = rules_of(known, Fates(gone=tuple(old)))
    bare = rules_of(Memory(SITE, frozenset({"/"})), Fates())
    for made, form in (
        (lambda r: nginx_files.made(r, "/srv"), _NGINX),
        (apache_files.made, _APACHE),
        (plain.redirects, _PLAIN),
    ):
        ours = made(bare).decode().splitlines()
        added = [line for line in made(rules).decode().splitlines() if line not in ours]
        assert [line for line in added if not form.fullmatch(line)] == []


_ADDRESS = r"/[\w./,+@~-]*"
_NEW = re.escape(f"{SITE}/debaty/")
_NGINX = re.compile(
    rf'location = "{_ADDRESS}" \{{ return (?:301 "{_NEW}"|410); \}}'
    rf'|if \(\$request_uri = "[\w./,+@~?=&-]+"\) \{{ return 301 {_NEW}; \}}'
)
_APACHE = re.compile(
    rf'RewriteRule "\^[\w./,+@~\\-]*\$" (?:"{_NEW}" \[[A-Z0-9=,]+\]|- \[R=410,L\])'
    r"|RewriteCond %\{(?:QUERY_STRING|ENV:REDIRECT_STATUS)\} \^[\w.,=&\\-]*\$"
)
_PLAIN = re.compile(rf"{_ADDRESS} {_NEW} 301")


def test_a_site_below_its_server_is_ruled_there(tmp_path: Path) -> None:
    known = Memory(f"{SITE}/debaty-kmp", frozenset({"/"}), moved={"/stare/": "/nowe/"})
    made = nginx_files.made(rules_of(known, Fates()), str(tmp_path)).decode()
    assert f'location = "/debaty-kmp/stare/" {{ return 301 "{SITE}/debaty-kmp/nowe/"; }}' in made
    assert "error_page 404 /debaty-kmp/404.html;" in made
