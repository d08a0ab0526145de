"""The extension points of the site; a feature connects to them in ``register()``.

Receivers must be module-level functions: blinker keeps only weak references, so one defined
inside ``register()`` is never called.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from blinker import Signal

from plugins.outputs import Bundle, Output

plan_outputs = Signal()
"""``receiver(catalogue, assets) -> Iterable[Output | Bundle]``: what to publish of the records.

Sent once a run, with the :class:`plugins.newsroom.catalogue.Catalogue` and the theme's static
files (``assets: tuple[File, ...]``). A receiver is pure: it reads these only, never the clock,
the disk or the environment.
"""

plan_layers = Signal()
"""``receiver(catalogue, assets, ledger) -> Iterable[Output | Bundle]``: what grows in layers.

Sent once; besides what ``plan_outputs`` gives, a receiver may read in the
:class:`plugins.outputs.Ledger` what it noted of its last whole run, so that an edit need not make
a whole index anew.
"""

plan_edits = Signal()
"""``receiver(edits, ledger) -> Iterable[Output | Bundle] | None``: layers after an edit of bodies.

Sent instead of all others when nothing but bodies has changed, with :class:`plugins.outputs.Edits`,
to the features that connect to ``plan_layers``. The answer holds what must be made; all else that
grows in layers stays. None: the whole plan is needed.
"""

shown = Signal()
"""``receiver(site)``: what shows bodies that were edited stands; the run has not ended yet.

Sent with the path of the site's folder, only when somebody listens: then the pages are made
before it is looked at whether the whole folder is as it was left, and before what grows in layers.
"""

offered = Signal()
"""``receiver(catalogue) -> Iterable[str]``: what a feature adds to the frame of every page.

``search``: a box in the header that leads to ``/szukaj/``.
"""

plan_indexes = Signal()
"""``receiver(outputs, catalogue) -> Iterable[Output | Bundle]``: files about the other files.

Sent once, after every other receiver, with the list of all their outputs: sitemap, list of
addresses. No index sees another index.
"""


def gather(signal: Signal, sender: Any, **extra: Any) -> Iterator[Output | Bundle]:
    """The outputs that all receivers of ``signal`` return, in one stream."""
    for _, outputs in signal.send(sender, **extra):
        yield from outputs
