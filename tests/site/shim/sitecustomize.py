"""What a test varies within Python itself; loaded by every process of a build before all else.

``SHIM_ORDER``: folders are listed in another order, told by this seed. ``SHIM_CORES``: so many
processors. ``SHIM_HOST``: this host's name, where no namespace can give it another.
"""

import os
import random

_seed = os.environ.get("SHIM_ORDER")
if _seed:
    _listdir, _scandir = os.listdir, os.scandir

    def _shuffled(found):
        return random.Random(_seed).sample(found, len(found))

    class _Scan(list):
        """What ``os.scandir`` gives: an iterator that can be closed."""

        def __iter__(self):
            return self

        def __next__(self):
            if not self:
                raise StopIteration
            return self.pop()

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.close()

        def close(self):
            self.clear()

    def _scan(*place):
        with _scandir(*place) as entries:
            return _Scan(_shuffled(sorted(entries, key=lambda entry: entry.name)))

    os.listdir = lambda *place: _shuffled(sorted(_listdir(*place)))
    os.scandir = _scan

if os.environ.get("SHIM_CORES"):
    os.cpu_count = lambda: int(os.environ["SHIM_CORES"])

if os.environ.get("SHIM_HOST"):
    _uname = os.uname

    def _renamed():
        found = _uname()
        return os.uname_result((found[0], os.environ["SHIM_HOST"], *found[2:]))

    os.uname = _renamed
