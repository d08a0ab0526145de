"""Where a warning is a banner, and where not: the archive stays quiet.

So that a new warning does not rebuild, nor shout over, what nobody reads to learn what to do
today (content model, „aktualności”). The footer leads to the warnings from every page.
"""

from __future__ import annotations

from dataclasses import replace
from weakref import WeakKeyDictionary

from plugins.layout.values import Frame
from plugins.newsroom import phases
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Month
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.relations import published_on

MONTHS = 12
"""How long what was published counts as new."""


def of_record(catalogue: Catalogue, frame: Frame, record: Record) -> Frame:
    """The frame of a record's page: without banners on what is archival or older than a year."""
    if not frame.warnings:
        return frame
    published = published_on(record)
    old = published is None or phases.months_after(published, MONTHS) <= catalogue.today
    return _quiet(catalogue, frame) if old or catalogue.archived(record) else frame


def of_month(catalogue: Catalogue, frame: Frame, month: Month) -> Frame:
    """The frame of a list of what was in a month: without banners once that is a year ago."""
    (year, number), today = month, catalogue.today
    ago = 12 * (today.year - year) + today.month - number
    return _quiet(catalogue, frame) if frame.warnings and ago > MONTHS else frame


def of_year(catalogue: Catalogue, frame: Frame, year: int) -> Frame:
    """The same of a year, which is a year ago when its December is."""
    return of_month(catalogue, frame, (year, 12))


_QUIET: WeakKeyDictionary[Catalogue, tuple[Frame, Frame]] = WeakKeyDictionary()
"""By catalogue: a frame and the same without banners, one for all pages that share it."""


def _quiet(catalogue: Catalogue, frame: Frame) -> Frame:
    loud, quiet = _QUIET.get(catalogue, (None, frame))
    if loud is not frame:
        quiet = replace(frame, warnings=())
        _QUIET[catalogue] = frame, quiet
    return quiet
