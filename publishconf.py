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

# Where `./debaty publish --do NAME` puts the site, written out: it is read without being run.
# "folder:/srv/debaty" (for nginx or Apache on this machine), "ssh://www@server/srv/debaty" (on
# another one), "github:public", "gitlab:public" or "pages:public" (a folder for a host of pages).
# No secrets: SSH finds its key by itself.
TARGETS: dict[str, str] = {}
