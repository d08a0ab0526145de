"""Pelican's settings. What the unit is, stands in ``content/jednostka.yml``."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from plugins.publisher import Site as PELICAN_CLASS  # noqa: F401, N814 – a class, not a string

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = [
    "plugins.publisher",
    "plugins.pages",
    "plugins.media",
    "plugins.feeds",
    "plugins.agenda",
    "plugins.opendata",
    "plugins.search",
    "plugins.posters",
    "plugins.sharing",
    "plugins.indexes",
]

SITENAME = "Debaty"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"

# The run's one moment: 2026-03-01 or 2026-03-01T08:00; empty: now.
BUILD_DATE = os.environ.get("BUILD_DATE")
# Drafts and embargoed records too, for a preview only.
DRAFTS = False
# The whole search index anew, not only what has changed since the last whole one.
WHOLE_INDEX = bool(os.environ.get("WHOLE_INDEX"))
# How many processes of this machine, or a Dask scheduler's address; empty: one a processor.
EXECUTOR = os.environ.get("EXECUTOR")

# Pelican itself writes nothing: every file of the site is an output of ours.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
