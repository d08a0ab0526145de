"""Long measurements; not part of the tests. ``.venv/bin/python -m bench.peers --help``."""
