from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import markup, prose
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.prose import Picture, Rendered, finished
from plugins.newsroom.source import Source

PLACE = "content/debaty/2026/x.md"


def rendered(body: str, prefix: str = "t-", path: str = PLACE) -> Rendered:
    return prose.rendered(Source(path, "", 2, body, 10), prefix, KINDS)


def problems(body: str) -> list[str]:
    return [str(problem).removeprefix(PLACE) for problem in rendered(body).problems]


class Tags(HTMLParser):
    """What a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def ids(self) -> list[str]:
        return [values["id"] or "" for _, values in self.seen if "id" in values]


def is_harmless(html: str) -> bool:
    """No element that acts, no handler, no address but of a few schemes."""
    for tag, values in Tags(html).seen:
        if tag in ("script", "style", "iframe", "object", "embed", "svg", "math", "form", "base"):
            return False
        if any(name.startswith("on") or name in ("style", "srcdoc") for name in values):
            return False
        for name in ("href", "src"):
            scheme = re.match(r"\s*([a-zA-Z][\w+.-]*):", values.get(name) or "")
            if scheme and scheme[1].lower() not in (
                *("http", "https", "mailto", "tel", "rekord", "obraz"),
            ):
                return False
    return True


# -- attacks -------------------------------------------------------------------------

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=https://zly.example>",
    "<!-- x -->",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "</p><b>",
    "<a href=javascript:alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](data:text/html,y)",
    "[x](vbscript:y)",
    "[x](//zly.example)",
    "[x](/\\zly.example)",
    "[x](https:zly)",
    "[x](rekord:programy/y)",
    "![x](javascript:alert(1))",
    "![x](data:image/png;base64,y)",
    "![x](https://zly.example/y.png)",
    "[x](/y){: onclick=alert(1)}",
    "[x](/y){: style=position:fixed}",
    "[x](/y){: href=javascript:alert(1)}",
    "![x](y.png){: src=javascript:alert(1)}",
    "&#x202e;x",
    "&#7;x",
    "&rlm;x",
)
CONSTRUCTS = (
    "{}",
    "## {}",
    "- {}",
    "1. {}",
    "> {}",
    "**{}**",
    "| a |\n|---|\n| {} |",
    "x[^1]\n\n[^1]: {}",
    "!!! uwaga\n    {}",
    "[z][y]\n\n[y]: / '{}'\n\n{}",
)


@pytest.mark.parametrize("construct", CONSTRUCTS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_could_act_is_refused_with_its_line_in_every_construct(
    payload: str, construct: str
) -> None:
    body = f"Wstęp.\n\n{construct.replace('{}', payload)}"
    made = rendered(body)
    assert made.problems
    where = {n for n, line in enumerate(body.split("\n"), 10) if payload in line}
    assert {problem.line for problem in made.problems} <= where
    assert is_harmless(made.html)


@pytest.mark.parametrize(
    "body",
    [
        "`<script>alert(1)</script>`",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;",
        "5 < 6 i 7 > 6, x <3",
        "[x](https://a.pl/ 'y\" onclick=\"z')",
        '[x](https://a.pl/"onmouseover="y)',
        '!!! uwaga "onclick=x"\n    y',
    ],
)
def test_what_only_looks_like_code_is_shown_as_text(body: str) -> None:
    made = rendered(body)
    assert made.problems == ()
    assert is_harmless(made.html)


SIGNS = st.text(st.sampled_from("ab \n[](){}<>*_`#!|-:&;\"'\\=/^.1ą\t"), max_size=80)
LIVELY = st.lists(st.one_of(SIGNS, st.sampled_from((*PAYLOADS, *CONSTRUCTS))), max_size=4)


@given(LIVELY.map("".join))
def test_no_text_crashes_or_becomes_harmful(body: str) -> None:
    made = rendered(body)
    assert is_harmless(made.html)
    assert all(10 <= problem.line <= 10 + body.count("\n") for problem in made.problems)
    assert not re.search("[\x02\x03]", made.html + made.prose.lead)


@pytest.mark.parametrize("unit", ["[", "![a](", "[a](b", "*a", "`", "{: a=b ", "_a ", "&#1;", "\\"])
def test_a_dense_run_of_marks_never_reaches_markdown(unit: str) -> None:
    assert markup.faults(Source("", "", 1, unit * 20_000, 1))
    (said,) = problems("Wstęp.\n\n" + unit * (markup.MARK_LIMIT + 1))
    assert re.match(r":12: ponad 250 znaków „.” w jednym akapicie – podziel go", said)


@pytest.mark.parametrize("unit", ["## a\n", "---\n", "***\n", "=\n", "a\n-\n", "!!! a\n"])
def test_a_run_of_blocks_without_a_pause_never_reaches_markdown(unit: str) -> None:
    (said,) = problems("Wstęp.\n\n" + unit * (markup.BLOCK_LIMIT + 1))
    assert said.startswith(":12: ponad 30 nagłówków lub linii bez przerwy – ")


@pytest.mark.parametrize("body", ["- " * 12 + "x", "> " * 12 + "x", " " * 50 + "x", ">" * 12])
def test_deep_nesting_never_reaches_markdown(body: str) -> None:
    assert problems(body) == [":10: zbyt głębokie wcięcie – uprość listę"]


def test_a_long_body_is_refused_by_length_lines_and_boxes() -> None:
    assert "100 tys. znaków" in problems("a" * 100_001)[0]
    assert "3000 wierszy" in problems("a\n" * 3_001)[0]
    assert "100 ramek" in problems("!!! a\n\n" * 101)[0]


def test_what_a_long_report_holds_is_accepted() -> None:
    table = "| a | b | c | d | e |\n|---|---|---|---|---|\n" + "| a | b | c | d | e |\n" * 200
    links = "\n".join(f"- [a{n}](https://a.pl/{n}_b)" for n in range(200))
    sections = "\n\n".join(f"## Część {n}\n\nTekst *ważny* i **ważniejszy**." for n in range(100))
    assert rendered(f"{table}\n{links}\n\n{sections}").problems == ()


# -- headings, ids -------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", ["# A", "#A", "  # A", "> # A", "- # A", "1. # A", "A\n=", "A\n==="]
)
def test_a_top_heading_is_refused(body: str) -> None:
    (said,) = problems(body)
    assert said.endswith("nagłówek „#” należy do tytułu strony – zacznij od „##”")


def test_ids_are_prefixed_unique_and_reached() -> None:
    body = (
        "## Cele\n\n## Cele\n\n## Fn 1\n\n## 漢\n\n## …\n\n## Plan {: #moj plan}\n\n"
        "[a](#cele) [b](#t-cele) [c](#moj)\n\nx[^1] y[^1] z[^Ą]\n\n[^1]: a\n[^Ą]: b"
    )
    for prefix in ("t-", "s-"):
        tags = Tags(rendered(body, prefix).html)
        ids = tags.ids()
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(prefix + r"[\w.-]+", one) for one in ids)
        aims = [v["href"] or "" for tag, v in tags.seen if tag == "a"]
        if prefix == "t-":
            assert {aim[1:] for aim in aims} <= set(ids)


def test_footnotes_of_two_bodies_fit_on_one_page() -> None:
    body = "x[^1]\n\n[^1]: a"
    both = Tags(rendered(body, "t-").html + rendered(body, "s-").html).ids()
    assert len(both) == len(set(both)) == 4


def test_an_anchor_given_twice_is_refused_at_the_second() -> None:
    assert problems("## A {: #plan}\n\n## B {: #plan}") == [
        ":12: kotwica „plan” jest dwa razy – zmień jedną"
    ]


# -- links and pictures --------------------------------------------------------------


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("../../programy/razem.md", "programy/razem"),
        ("../programy/razem.md", "programy/razem"),
        ("programy/razem.md", "programy/razem"),
        ("../../../programy/razem.md", "programy/razem"),
        ("../../programy/2025/razem.md", "programy/razem"),
        ("..\\..\\programy\\razem.md", "programy/razem"),
        ("{filename}../../programy/razem.md", "programy/razem"),
        ("{filename}/programy/razem.md", "programy/razem"),
        ("/content/programy/razem.md", "programy/razem"),
        ("inna.md", "debaty/inna"),
        ("../2025/inna.md", "debaty/inna"),
        ("../../programy/razem.md#cele", "programy/razem"),
    ],
)
def test_a_link_by_file_finds_its_record(href: str, target: str) -> None:
    made = rendered(f"Wstęp.\n\nZob. [program]({href}).")
    assert made.problems == ()
    assert made.links == ((target, 12),)
    assert made.prose.links == (target,)
    assert f'href="rekord:{target}{"#cele" if "#" in href else ""}"' in made.html


def test_a_link_by_file_that_names_no_kind_is_refused() -> None:
    assert problems("x\n\n[a](../../inne/x.md)") == [
        ":12: odnośnik „../../inne/x.md” nie wskazuje rekordu – napisz np. ../programy/x.md"
    ]


@pytest.mark.parametrize(
    "href",
    [
        *(
            "https://a.pl/readme.md",
            "https://a.pl",
            "mailto:a@b.pl",
            "tel:+48477000000",
            "/debaty/",
            "/debaty/rok/2026/",
            "/debaty/x/plakat.pdf",
            "/szukaj/?q=rower",
        ),
        *("#historia", "#pytanie-2", "HTTPS://A.PL", "mailto:a@b.pl?subject=x"),
    ],
)
def test_an_address_stays_as_it_is(href: str) -> None:
    made = rendered(f"[a]({href})")
    assert made.problems == ()
    assert made.prose.links == ()


@pytest.mark.parametrize("href", ["x", "x.html", "", "x.md?y", "../x/"])
def test_a_link_that_leads_nowhere_says_how_to_write_it(href: str) -> None:
    (said,) = problems(f"x\n\n[a]({href})")
    assert "donikąd nie prowadzi – wskaż plik (../programy/x.md) albo pełny adres https://…" in said


@pytest.mark.parametrize(
    ("href", "advice"),
    [
        ("plan.pdf", "wpisz w kluczu „załączniki”, a tu zostaw same słowa"),
        ("biuro@sp5.example", "przed adresem poczty dopisz „mailto:”"),
        ("http://127.0.0.1:8000/debaty/x/", "na Twoim komputerze – zostaw samo „/debaty/x/”"),
        ("http://localhost:8000", "na Twoim komputerze – zostaw samo „/”"),
        ("#ceIe", "w tekście nie ma części „#ceIe” – napisz „#cele”"),
        ("#zupelnie-inna", "w tekście nie ma części „#zupelnie-inna” – popraw nazwę albo usuń"),
    ],
)
def test_an_address_of_a_usual_slip_says_what_was_meant(href: str, advice: str) -> None:
    (said,) = problems(f"## Cele\n\n[a]({href})")
    assert advice in said


@pytest.mark.parametrize(
    ("href", "target", "written"),
    [
        ("/kontakt/", "strony/kontakt", "rekord:strony/kontakt"),
        ("/programy/x/#cele", "programy/x", "rekord:programy/x#cele"),
    ],
)
def test_an_address_of_a_record_is_a_link_to_it(href: str, target: str, written: str) -> None:
    """So that it is told when there is none such, and left out while that is a draft."""
    made = rendered(f"[a]({href})")
    assert made.prose.links == (target,)
    assert f'href="{written}"' in made.html


def test_a_part_of_the_own_text_is_found_wherever_it_stands() -> None:
    made = rendered("[a](#cele)\n\n## Cele\n\nx")
    assert made.problems == ()
    assert 'href="#t-cele"' in made.html
    assert 'id="t-cele"' in made.html


def test_the_line_is_that_of_the_link_not_of_the_same_word_before() -> None:
    body = "x x x\n\njavascript:x\n\n[a](x)\n\n[b](javascript:x)\n\n[c](x)"
    assert [said.split(":")[1] for said in problems(body)] == ["14", "16", "18"]


@pytest.mark.parametrize(
    ("src", "path"),
    [
        ("plan.png", "content/debaty/2026/plan.png"),
        ("../../media/plan.png", "content/media/plan.png"),
        ("{static}plan.png", "content/debaty/2026/plan.png"),
        ("{static}/media/plan.png", "content/media/plan.png"),
        ("/media/plan.png", "content/media/plan.png"),
        ("plan%20miasta.png", "content/debaty/2026/plan miasta.png"),
    ],
)
def test_a_picture_is_found_beside_the_text(src: str, path: str) -> None:
    made = rendered(f'![Plan - "rynek"]({src})')
    assert made.problems == ()
    assert made.prose.pictures == (path,)
    assert 'alt="Plan – „rynek”"' in made.html


@pytest.mark.parametrize("body", ["![](a.png)", "![ ](a.png)", "![x](a.png){: alt=''}"])
def test_a_picture_needs_its_description(body: str) -> None:
    assert problems(body) == [
        ":10: obraz „a.png” nie ma opisu – napisz ![co widać na obrazie](a.png)"
    ]


@pytest.mark.parametrize(
    "src", ["https://a.pl/b.png", "//a.pl/b.png", "../../../b.png", "C:/b.png"]
)
def test_a_picture_from_elsewhere_is_refused(src: str) -> None:
    (said,) = problems(f"![x]({src})")
    assert said.endswith("nie leży w content/ – zapisz plik obok tekstu")


# -- typography, lead ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ('"Razem" w domu', "„Razem” w&nbsp;domu"),
        (
            '"*Razem*" i **w domu**',
            "„<em>Razem</em>” i&nbsp;<strong>w&nbsp;domu</strong>",
        ),
        ('*Razem*" x', "<em>Razem</em>” x"),
        ('("[Razem](https://a.pl)")', '(„<a href="https://a.pl">Razem</a>”)'),
        ('`2022 - 2024 "x"`', '<code>2022 - 2024 "x"</code>'),
        ("<https://a.pl/2022-2024>", ">https://a.pl/2022-2024</a>"),
        ("x `w` domu", "x <code>w</code> domu"),
        ("a &amp; b", "a&nbsp;&amp; b"),
    ],
)
def test_typography_sees_across_inline_markup_but_not_into_code(body: str, html: str) -> None:
    assert html in rendered(body).html


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("## A\n\nPierwszy *akapit* w `kodzie <b>`.\n\nDrugi.", "Pierwszy akapit w kodzie <b>."),
        ("Nr 1 &lt; 2 &amp; 3, <a@b.pl>, \\*x\\*", "Nr 1 < 2 & 3, a@b.pl, *x*"),
        ("Tekst[^1].\n\n[^1]: przypis", "Tekst."),
        ("- lista\n\n> cytat\n\nAkapit\nw dwóch wierszach.", "Akapit w dwóch wierszach."),
        ("![x](a.png)\n\nTekst.", "Tekst."),
        ("&amp;lt; i AT&T &copy", "&lt; i AT&T &copy"),
    ],
)
def test_the_lead_is_the_first_paragraph_as_it_is_read(body: str, lead: str) -> None:
    assert rendered(body).prose.lead == lead


def test_the_digest_follows_the_html_alone() -> None:
    one, two = rendered("Tekst."), rendered("Tekst.\n\n\n")
    assert one.prose.digest == two.prose.digest != rendered("Inny.").prose.digest
    assert not rendered(" \n").prose
    assert rendered(" \n").prose == prose.NO_PROSE


def test_one_body_leaves_no_trace_in_the_next() -> None:
    first = rendered("x[^1]\n\n[a][b]\n\n[^1]: y\n\n[b]: https://a.pl\n\n## A")
    assert rendered("Tekst [a][b].").html == "<p>Tekst [a][b].</p>"
    assert rendered("x[^1]\n\n[a][b]\n\n[^1]: y\n\n[b]: https://a.pl\n\n## A") == first


# -- finished ------------------------------------------------------------------------


def test_links_and_pictures_get_their_addresses_at_last() -> None:
    made = rendered("[a](../../programy/x.md#cele) [b](inna.md) [c](/debaty/)\n\n![p](p.png)")
    picture = Picture("/obrazy/p-960.webp", 960, 640, (("/obrazy/p-480.webp", 480),))
    html = finished(
        made.html, {"programy/x": "/programy/x/"}, {"content/debaty/2026/p.png": picture}, "/baza"
    )
    assert '<a href="/baza/programy/x/#cele">a</a> b <a href="/baza/debaty/">c</a>' in html
    assert 'src="/obrazy/p-960.webp" width="960" height="640"' in html
    assert "rekord:" not in html
    assert "obraz:" not in html


def test_a_link_to_a_report_keeps_its_own_part() -> None:
    made = rendered("[a](../../sprawozdania/x.md) [b](../../sprawozdania/x.md#s-liczby)")
    html = finished(made.html, {"sprawozdania/x": "/debaty/x/#sprawozdanie"}, {})
    assert 'href="/debaty/x/#sprawozdanie">a<' in html
    assert 'href="/debaty/x/#s-liczby">b<' in html
