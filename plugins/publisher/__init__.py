"""The only room that knows Pelican: its run drives ours, and ours tells its end truly."""

from __future__ import annotations

from pelican import signals

from plugins.publisher.generator import Publisher
from plugins.publisher.site import Site

__all__ = ["Publisher", "Site", "register"]


def register() -> None:
    """Connect the one generator of the site."""
    signals.get_generators.connect(generators)


def generators(_: object) -> type[Publisher]:
    """The site's generator, beside Pelican's own, which find nothing to do."""
    return Publisher
