"""How a resident finds something on the sample site: indexes, narrower lists, subscriptions."""

from __future__ import annotations

import gzip
import re
from urllib.parse import quote

import pytest
from lxml import html

from tests.site.project import Project


def _page(sample: Project, path: str) -> html.HtmlElement:
    return html.fromstring(sample.text(f"{path}index.html"))


def _facets(page: html.HtmlElement) -> dict[str, list[str]]:
    """Title → addresses of its links."""
    return {
        one.xpath("string(h3)"): one.xpath(".//a/@href")
        for one in page.xpath("//nav[contains(@class, 'facets')]//div[@class='facets__one']")
    }


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("debaty/", ["Etap", "Rok", "Rejon", "Kategoria", "Program"]),
        ("wnioski/", ["Status", "Rok", "Rejon", "Kategoria", "Podmiot"]),
        ("aktualnosci/", ["Rok", "Temat", "Program"]),
        ("archiwum/2026/10/", ["Rodzaj"]),
    ],
)
def test_a_list_is_narrowed_by_links(sample: Project, path: str, titles: list[str]) -> None:
    assert list(_facets(_page(sample, path))) == titles


@pytest.mark.parametrize(
    ("path", "title"), [("debaty/", "Rejon"), ("debaty/", "Kategoria"), ("wnioski/", "Podmiot")]
)
def test_a_narrower_list_shows_as_many_as_was_said(sample: Project, path: str, title: str) -> None:
    """„Rejon nr 4 – Dworzec (5)” leads to five debates."""
    page = _page(sample, path)
    (one,) = (
        x for x in page.xpath("//div[@class='facets__one']") if x.xpath("string(h3)") == title
    )
    counted = [(link, re.search(r"\((\d+)\)$", link.text_content())) for link in one.iter("a")]
    told = [(link.get("href"), int(found[1])) for link, found in counted if found]
    assert len(told) > 1
    for href, count in told:
        address, anchor = href.lstrip("/").split("#")
        part = _page(sample, address).get_element_by_id(anchor)
        rows = part.xpath(".//li[@class='rows__one'] | .//tbody/tr")
        assert len(rows) == count, href


def test_every_page_has_a_box_that_leads_to_search(sample: Project) -> None:
    for file in ("index.html", "debaty/index.html", "404.html"):
        page = html.fromstring(sample.text(file))
        (form,) = page.xpath("//header//form[@role='search']")
        assert (form.get("action"), form.get("method")) == ("/szukaj/", "get")
        assert form.xpath(".//input/@name") == ["q"]
        (link,) = page.xpath("//link[@rel='search']")
        assert link.get("href") == "/szukaj/opensearch.xml"


def test_the_page_of_search_has_one_box(sample: Project) -> None:
    (form,) = _page(sample, "szukaj/").xpath("//form[@role='search']")
    assert form.xpath("ancestor::main")


def test_the_page_of_indexes_leads_to_every_index(sample: Project) -> None:
    links = set(_page(sample, "spisy/").xpath("//main//a/@href"))
    assert links >= {
        *("/debaty/", "/debaty/rok/2026/", "/wnioski/stan/przekazany/", "/wnioski/rok/2025/"),
        *("/ulice/#litera-l", "/tematy/", "/kategorie/", "/archiwum/2026/", "/mapa-strony/"),
    }
    assert _page(sample, "szukaj/").xpath("//main//a[@href='/spisy/']")


def test_subscriptions_name_every_calendar_and_channel(sample: Project) -> None:
    page = _page(sample, "subskrypcje/")
    links = page.xpath("//main//a/@href")
    assert "webcal://policja.przykladow.example/kalendarz.ics" in links
    assert "/kanaly/wszystko.rss.xml" in links
    ahead = {href.removesuffix("debata.ics") for href in links if href.endswith("/debata.ics")}
    assert "/debaty/okolice-dworca-wieczorem/" in ahead
    assert "/debaty/nocne-rajdy-na-obwodowej/" not in ahead  # its day is not known
    site = "https://policja.przykladow.example"
    calendars = {f"/{p.relative_to(sample.output)}" for p in sample.output.glob("kalendarz*/*.ics")}
    copied = set(page.xpath("//code/text()"))
    assert {f"{site}{path}" for path in calendars | {"/kalendarz.ics"}} <= copied
    channels = {f"/{p.relative_to(sample.output)}" for p in sample.output.glob("kanaly/*")}
    assert channels <= {*links, *(path.removeprefix(site) for path in copied)}
    for path in calendars:  # each of the three programs with a link of its own
        asked = quote(f"webcal://policja.przykladow.example{path}", safe="")
        assert f"https://calendar.google.com/calendar/r?cid={asked}" in links
        asked = quote(f"{site}{path}", safe="")
        assert any(
            link.startswith(f"https://outlook.live.com/calendar/0/addfromweb?url={asked}&")
            for link in links
        )


def test_a_street_leads_to_the_calendar_and_feed_of_its_district(sample: Project) -> None:
    """„Debaty w mojej okolicy”: from the wish to the street, its district, and back."""
    wish = _page(sample, "subskrypcje/").xpath("//section[@id='moja-okolica']")[0]
    assert wish.xpath(".//a[@href='/ulice/']")
    district = "rejony/rejon-2-polnoc/"
    assert _page(sample, "ulice/").xpath(f"//main//a[starts-with(@href, '/{district}')]")
    (back,) = _page(sample, district).xpath("//main//a[starts-with(@href, '/subskrypcje/#')]/@href")
    (found,) = wish.xpath(f".//*[@id='{back.partition('#')[2]}']")
    calendar, feed = found.xpath(".//code/text()")
    assert calendar.endswith("/kalendarz/rejon-rejon-2-polnoc.ics")
    assert feed.endswith("/kanaly/rejon-rejon-2-polnoc.rss.xml")


@pytest.mark.parametrize("path", ["", "kalendarz/"])
def test_subscriptions_are_linked_where_they_are_wanted(sample: Project, path: str) -> None:
    assert _page(sample, path).xpath("//main//a[@href='/subskrypcje/']")
    assert _page(sample, path).xpath("//footer//a[@href='/subskrypcje/']")


@pytest.mark.parametrize(
    ("path", "names"),
    [("", ["menu"]), ("wnioski/", ["menu", "register"]), ("ulice/", ["finder", "menu"])],
)
def test_a_page_loads_small_scripts_named_for_their_content(
    sample: Project, path: str, names: list[str]
) -> None:
    tags = _page(sample, path).xpath("//script[not(@type='application/ld+json')]")
    found = [re.fullmatch(r"/theme/(\w+)\.[0-9a-f]{10}\.js", tag.get("src")) for tag in tags]
    assert [one[1] for one in found if one] == names
    assert {tag.get("type") for tag in tags} == {"module"}
    scripts = [(sample.output / tag.get("src").lstrip("/")).read_bytes() for tag in tags]
    assert sum(len(gzip.compress(script, 9)) for script in scripts) < 8 * 1024


def test_a_reported_debate_tells_what_came_of_it_before_its_announcement(sample: Project) -> None:
    page = _page(sample, "debaty/osiedle-polnoc-rok-po-debacie/")
    marks = ("sprawozdanie", "rozliczenie", "wnioski", "o-debacie")
    order = [one for one in page.xpath("//main//@id") if one in marks]
    assert order == list(marks)
    titles = [one.text_content() for one in page.xpath("//main//h2")]
    assert titles.index("O debacie") < titles.index("Zapowiedź debaty")


@pytest.mark.parametrize("name", ["okolice-dworca-wieczorem", "wieczory-na-rynku"])
def test_a_debate_that_is_moved_or_off_says_so_first(sample: Project, name: str) -> None:
    page = _page(sample, f"debaty/{name}/")
    (opening,) = page.xpath("//div[@class='opening']")
    classes = [one.get("class").split()[0] for one in opening]
    assert classes == ["title", "notice", "ticket"]
    notice = opening[1]
    assert notice.xpath(".//s/time")
    assert len(notice.xpath(".//p")) == 3  # what, the old date, why


def test_a_foreign_article_names_its_language_in_lists(sample: Project) -> None:
    page = _page(sample, "aktualnosci/")
    (card,) = page.xpath("//a[@href='/aktualnosci/how-to-take-part-in-a-debate/']/ancestor::li")
    assert card.xpath(".//h3/@lang") == ["en"]
    (badge,) = card.xpath(".//span[@lang='en']/span[contains(@class, 'badge')]")
    assert badge.text_content().strip() == "English"


def test_what_opens_the_pair_of_a_foreign_article_is_in_its_language(sample: Project) -> None:
    page = _page(sample, "aktualnosci/how-to-take-part-in-a-debate/")
    links = page.xpath("//p[@class='title__other']/a")
    assert {link.get("lang") for link in links} == {"pl", "uk"}
    assert page.xpath("//p[@class='title__other']/ancestor::*[@lang]/@lang") == ["pl"]
