"""The only room that knows Pelican: its run drives ours, and ours tells its end truly."""

from __future__ import annotations

from pelican import signals

from plugins.publisher.site import Site

__all__ = ["Site", "generators", "register"]


def register() -> None:
    """Connect the one generator of the site."""
    signals.get_generators.connect(generators)


def generators(_: object) -> type[object]:
    """The site's generator, beside Pelican's own, which find nothing to do."""
    from plugins.publisher.generator import Publisher  # a run that makes nothing needs none

    return Publisher
