from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import fields
from plugins.newsroom.fields import Reads


def reads(alias: object) -> Reads:
    return next(extra for extra in get_args(alias) if isinstance(extra, Reads))


ALL = {
    name: reads(value)
    for name, value in vars(fields).items()
    if any(isinstance(extra, Reads) for extra in get_args(value))
}


@pytest.mark.parametrize("name", ALL)
@given(text=st.text(max_size=40))
def test_any_text_is_read_or_answered(name: str, text: str) -> None:
    try:
        ALL[name].parse(text)
    except ValueError as error:
        message = str(error)
    else:
        return
    assert " – " in message


@pytest.mark.parametrize("name", ["Line", "Plain", "Topic", "Human", "Someone", "Link", "FileName"])
@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a <img src=x onerror=y>", "a</b>", "<!-- x -->", "<?php"]
)
def test_markup_is_refused_in_every_text(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=" – "):
        ALL[name].parse(text)


@pytest.mark.parametrize("text", ["5 < 6", "a <3 b", "x > y", "<ą>"])
def test_a_sign_that_is_no_markup_stays(text: str) -> None:
    assert ALL["Line"].parse(text) == text


RIGHT = {
    "Link": [
        "https://www.gov.pl",
        "http://gov.pl/a?b=c#d",
        "HTTPS://GOV.PL",
        "https://gov.pl:8443/ą",
    ],
    "Email": ["biuro@policja.gov.pl", "a.b+c@d-e.pl"],
    "Phone": ["112", "47 700 00 00", "+48 (47) 700-00-00"],
    "FileName": ["plan.png", "media/2026/plan.png", "../plan.png", "ąę.pdf"],
    "Captions": ["film.vtt", "FILM.VTT"],
    "Focus": ["30% 40%", "0 100", "28 %, 91 %", "5×5"],
    "Flag": ["tak", "NIE", "true"],
    "Count": ["0", "1", "007"],
    "Decimal": ["52.2297", "52,2297", "-1"],
    "Identifier": ["a", "droga-do-szkoly-2"],
    "Anywhere": ["programy/x", "content/programy/x.md", "/programy/x/"],
    "OldPath": ["/a", "a/b.html", "https://stara.pl/ą ę?id=5", "//stara.pl/x", "/a b(c)"],
    "Category": ["wypalanie-traw", "WYPALANIE TRAW", "wypalanie_traw"],
    "Stamp": ["2026-03-12", "2026-03-12 17:00"],
    "Publication": ["2026-03-12", "nieznana"],
}
WRONG = {
    "Link": [
        "www.gov.pl",
        "javascript:alert(1)",
        "https://",
        "https://x",
        "https://a.b/<x",
        "ftp://a.b",
    ],
    "Email": ["a", "a@b", "a b@c.pl", "ą@b.pl"],
    "Phone": ["12", "brak", "٤٧٧٠٠", "4" * 21],
    "FileName": ["", "/etc/passwd", "../../../etc/passwd", "C:\\a.png", "a\\b.png", "a?b"],
    "Captions": ["film.srt", "/film.vtt"],
    "Focus": ["góra", "50%", "101% 0%", "-1% 5%", "٣% ٤%"],
    "Flag": ["", "może", "1"],
    "Count": ["", "-1", "1,5", "około 20", "1" * 10, "٣"],
    "Decimal": ["52°13'", "1234.5", "٥٢"],
    "Identifier": ["", "Droga", "droga.md", "droga do szkoły", "a" * 81, "../x"],
    "Anywhere": ["x", "programy/", "programy/Ą", "../programy/x"],
    "OldPath": ["", "/", "https://stara.pl/", "/a/../b", "/a/./b"],
    "Category": ["", "prędkość", "5"],
    "Stamp": ["nieznana", "2026-03", "2026"],
    "Publication": ["2026-03", "2026"],
    "Topic": ["???", "", "–"],
}


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, texts in RIGHT.items() for t in texts])
def test_what_is_right_is_read(name: str, text: str) -> None:
    ALL[name].parse(text)


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, texts in WRONG.items() for t in texts])
def test_what_is_wrong_is_answered(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=" – "):
        ALL[name].parse(text)


def test_an_old_address_keeps_its_path_and_query_only() -> None:
    olds = ("https://stara.pl/a?id=5", "//stara.pl/a?id=5", "/a?id=5", "a?id=5", "///a?id=5")
    assert {ALL["OldPath"].parse(old) for old in olds} == {"/a?id=5"}


@pytest.mark.parametrize("text", ["razem.md", "programy/razem.md", "programy\\razem.md", "/razem"])
def test_a_path_in_place_of_an_id_is_answered_with_the_id(text: str) -> None:
    with pytest.raises(ValueError, match="napisz „razem”"):
        fields.identifier(text)
