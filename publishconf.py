"""Settings for publishing: those of ``pelicanconf.py``, whatever was tried out there.

The site's address is a fact of the unit (``content/jednostka.yml``), so both build the same
pages, and changing from one to the other makes nothing anew.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

DRAFTS = False
OUTPUT_PATH = "output"
DELETE_OUTPUT_DIRECTORY = False
