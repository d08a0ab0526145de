"""The editions of a programme as one chain, oldest first, and which of them is current."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.programme import Edition, Programme
from plugins.newsroom.phases import ProgrammeState


def chain(catalogue: Catalogue, programme: Programme) -> tuple[Programme | Edition, ...]:
    """Every edition before and after this one, with it; an edition without a record as written.

    It is enough that one of two neighbours names the other. An edition that residents cannot see
    ends the chain.
    """
    before = [programme, *_walk(catalogue, programme, _previous)][::-1]
    after = list(_walk(catalogue, programme, _following))
    first, last = before[0], (after or before)[-1]
    return (*_unrecorded(first.previous), *before, *after, *_unrecorded(last.following))


def current(catalogue: Catalogue, programme: Programme) -> Programme | None:
    """Of the editions after this one the first that is not over, or else the last.

    ``None``: no other follows. A programme that is halted is not over.
    """
    later = list(_walk(catalogue, programme, _following))
    running = (one for one in later if catalogue.programme_state(one) is not ProgrammeState.ENDED)
    return next(running, later[-1] if later else None)


def _walk(
    catalogue: Catalogue,
    programme: Programme,
    step: Callable[[Catalogue, Programme], Programme | None],
) -> Iterator[Programme]:
    """The editions in one direction; a circle ends where it began."""
    met = {programme.id}
    found = step(catalogue, programme)
    while found and found.id not in met:
        met.add(found.id)
        yield found
        found = step(catalogue, found)


def _previous(catalogue: Catalogue, programme: Programme) -> Programme | None:
    return _recorded(catalogue, programme.previous) or _named(catalogue)[0].get(programme.id)


def _following(catalogue: Catalogue, programme: Programme) -> Programme | None:
    return _recorded(catalogue, programme.following) or _named(catalogue)[1].get(programme.id)


_NAMED: WeakKeyDictionary[Catalogue, tuple[dict[str, Programme], dict[str, Programme]]] = (
    WeakKeyDictionary()
)


def _named(catalogue: Catalogue) -> tuple[dict[str, Programme], dict[str, Programme]]:
    """By the id that they name: who names it as the edition that follows, who as the one before."""
    if catalogue not in _NAMED:
        every = catalogue.programmes
        _NAMED[catalogue] = (
            {one.following.programme: one for one in every if one.following},
            {one.previous.programme: one for one in every if one.previous},
        )
    return _NAMED[catalogue]


def _recorded(catalogue: Catalogue, edition: Edition | None) -> Programme | None:
    named = edition.programme if edition else ""
    found = catalogue.record(f"programy/{named}") if named else None
    return found if isinstance(found, Programme) else None


def _unrecorded(edition: Edition | None) -> tuple[Edition, ...]:
    return (edition,) if edition and not edition.programme else ()
