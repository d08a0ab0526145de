"""What a record is in the words of schema.org: its page's JSON-LD, but for the breadcrumbs.

Pure functions of the catalogue and a record. Nothing here depends on the day, so that a debate
that has passed rebuilds no page on its account. Kinds that are not in the table have no word
there: a resident's request (``Demand`` and ``Action`` are trade's and software's), the standing
pages but contact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from plugins.layout import agents, events
from plugins.layout.agents import whole
from plugins.layout.jsonld import Thing, one_or_all, thing, written
from plugins.layout.surroundings import latest
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Publicity, Record
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.venue import Venue


def of(catalogue: Catalogue, record: Record) -> tuple[str, ...]:
    """JSON texts of the things that a record's page is about.

    None where the page is not for search engines: what reads JSON-LD must not pass it on.
    """
    if record.publicity is not Publicity.PUBLISHED or type(record) not in _KINDS:
        return ()
    return tuple(map(written, _KINDS[type(record)](catalogue, record)))


def site(catalogue: Catalogue) -> tuple[str, ...]:
    """The home page: the site and the unit. A ``SearchAction`` waits for a page that searches."""
    about = thing(
        "WebSite",
        whole(catalogue, f"{addresses.HOME}#strona"),
        name=catalogue.unit.name.nominative,
        alternateName=catalogue.unit.short,
        url=whole(catalogue, addresses.HOME),
        inLanguage="pl",
        publisher={"@id": agents.unit(catalogue)["@id"]},
    )
    return written(about), written(agents.whole_unit(catalogue))


# -- debates -----------------------------------------------------------------------------


def _debate(catalogue: Catalogue, debate: Debate) -> Iterator[Thing]:
    known = events.is_event(debate)
    if known:
        yield events.event(catalogue, debate)
    report = catalogue.report(debate)
    if report:
        about = {"@id": events.event_id(catalogue, debate)} if known else None
        yield _article(catalogue, report, about)


# -- texts -------------------------------------------------------------------------------


def _news(catalogue: Catalogue, news: News) -> Iterator[Thing]:
    programme = catalogue.record(f"programy/{news.programme}") if news.programme else None
    subjects = (
        agents.named(catalogue, "Project", programme),
        events.series(catalogue, news.cycle),
    )
    until = news.valid_until.isoformat() if news.valid_until else ""
    about = [subject for subject in subjects if subject]
    yield _article(catalogue, news, one_or_all(about), expires=until)


def _article(catalogue: Catalogue, record: Record, about: object, **more: object) -> Thing:
    address = whole(catalogue, addresses.of(record))
    original = catalogue.record(record.translation_of) if record.translation_of else None
    return thing(
        "NewsArticle",
        headline=record.title,
        description=record.lead,
        url=address,
        image=agents.image(catalogue, record),
        inLanguage=record.language.value,
        datePublished=_known(record.appeared),
        dateModified=_known(latest(catalogue, record)),
        publisher=agents.publisher(catalogue, record),
        about=about,
        keywords=list(record.topics),
        translationOfWork=agents.named(catalogue, "NewsArticle", original),
        isBasedOn=record.origin.link if record.origin else "",
        **more,
    )


def _known(moment: Moment | None) -> str:
    """With an offset, as in the feeds: without one, readers take a day for theirs or for UTC's."""
    start = moment.start if moment else None
    return start.isoformat(timespec="minutes") if start else ""


# -- what lasts --------------------------------------------------------------------------


def _programme(catalogue: Catalogue, programme: Programme) -> Iterator[Thing]:
    """A ``Project``: planned, with partners and an end; a service is what one can ask for."""
    period = programme.period
    partners = tuple(partner.party for partner in programme.partners)
    yield thing(
        "Project",
        name=programme.title,
        description=programme.lead,
        url=whole(catalogue, addresses.of(programme)),
        image=agents.image(catalogue, programme),
        foundingDate=period.first.isoformat() if period and period.first else "",
        dissolutionDate=period.last.isoformat() if period and period.last else "",
        member=one_or_all(agents.parties(catalogue, partners)),
        sameAs=programme.link,
    )


def _district(catalogue: Catalogue, district: District) -> Iterator[Thing]:
    """A ``GovernmentService``: a district is no organisation, its officer is there for an area.

    The telephone and the mail are the district's; the officer's name is left to the page.
    """
    station = catalogue.body(district.station) if district.station else None
    phone, email = agents.dialled(district.phone), district.email
    line = thing("ContactPoint", contactType="dzielnicowy", telephone=phone, email=email)
    yield thing(
        "GovernmentService",
        name=district.title,
        serviceType="dzielnicowy",
        description=district.lead,
        url=whole(catalogue, addresses.of(district)),
        provider=agents.body(catalogue, station) if station else agents.unit(catalogue),
        areaServed=thing("Place", name=district.title),
        availableChannel=thing("ServiceChannel", servicePhone=line) if phone or email else None,
    )


def _body(catalogue: Catalogue, body: Body) -> Iterator[Thing]:
    yield agents.whole_body(catalogue, body)


def _venue(catalogue: Catalogue, venue: Venue) -> Iterator[Thing]:
    yield agents.place(catalogue, venue.place)


def _cycle(catalogue: Catalogue, cycle: Cycle) -> Iterator[Thing]:
    about = {"description": cycle.lead, "organizer": agents.publisher(catalogue, cycle)}
    url = whole(catalogue, addresses.of(cycle))
    yield thing("EventSeries", name=cycle.title, url=url, **about)


def _page(catalogue: Catalogue, page: Page) -> Iterator[Thing]:
    if page.id == "kontakt":
        yield agents.whole_unit(catalogue)


Things = Callable[[Catalogue, Any], Iterator[Thing]]

_KINDS: dict[type[Record], Things] = {
    Debate: _debate,
    News: _news,
    Programme: _programme,
    District: _district,
    Body: _body,
    Venue: _venue,
    Cycle: _cycle,
    Page: _page,
}
"""Kind → what its page is about; a report stands at its debate's."""
