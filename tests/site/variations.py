"""What differs between two builds on two machines, one thing at a time or all at once.

Each variation is named after what it changes; most are what https://reproducible-builds.org
varies. The moment of the build is given (``BUILD_DATE``): it is content, as the texts are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.site.project import ROOT, TODAY

SHIM = ROOT / "tests/site/shim"
HOST = "inny-serwer"


@dataclass(frozen=True)
class Variation:
    """``environment`` is added to that of the build, ``words`` go before its command.

    ``umask`` and ``folder`` take the place of 022 and of the folder that the project lies in.
    """

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    umask: int = 0o022
    folder: str = "projekt"


@cache
def has_namespaces() -> bool:
    """Whether we may be someone else, and the host have another name, for one command."""
    return (
        subprocess.run(["unshare", *_NEW, "true"], capture_output=True, check=False).returncode == 0
    )


_NEW = ("--user", "--map-root-user", "--uts")
_RENAMED = ("unshare", *_NEW, "sh", "-c", f'hostname {HOST} && exec "$@"', "sh")
_SOMEONE = ("unshare", "--user", "--map-user=12345", "--map-group=12345")

NAMESPACES = {
    "user": Variation("user", {"USER": "nikt", "LOGNAME": "nikt", "USERNAME": "nikt"}, _SOMEONE),
    "host name": Variation("host name", {"HOSTNAME": HOST}, _RENAMED),
}
WITHOUT = {
    "user": Variation("user", {"USER": "nikt", "LOGNAME": "nikt", "USERNAME": "nikt"}),
    "host name": Variation("host name", {"HOSTNAME": HOST, "SHIM_HOST": HOST}),
}
"""The same where the system does not allow namespaces: what Python is told, not what is."""


def variations() -> tuple[Variation, ...]:
    """All fourteen."""
    named = NAMESPACES if has_namespaces() else WITHOUT
    return (
        Variation("time", words=("faketime", "-f", "@2031-07-01 23:59:30")),
        Variation("zone", {"TZ": "Pacific/Kiritimati"}),
        Variation("locale", {"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
        named["host name"],
        named["user"],  # after it, for only root may name the host
        Variation("umask", umask=0o077),
        Variation("path", folder="inna, dłuższa ścieżka"),
        Variation("home", {"HOME": "/nie/ma/takiego", "XDG_CACHE_HOME": "/nie/ma"}),
        Variation("file order", {"SHIM_ORDER": "7"}),
        Variation("cores", {"SHIM_CORES": "3"}),
        Variation("hash seed", {"PYTHONHASHSEED": "4242"}),
        Variation("environment", {"CAPTURED": "śmieci", "EDITOR": "vi", "CI": "", "NO_COLOR": "1"}),
        Variation("kernel name", words=("setarch", "i686", "--uname-2.6")),
        Variation("exec path", {"PATH": f"/nie/ma/tu/niczego:{os.environ['PATH']}"}),
    )


def together(every: Iterable[Variation]) -> Variation:
    """All at once."""
    found = tuple(every)
    environment = {key: value for one in found for key, value in one.environment.items()}
    (folder,) = {one.folder for one in found} - {"projekt"}
    words = tuple(word for one in found for word in one.words)
    return Variation("all", environment, words, 0o077, folder)


def built(source: Path, place: Path, variation: Variation) -> Path:
    """A copy of a project, built under a variation; the folder of the site.

    Raises AssertionError with what was printed if the build fails.
    """
    root = place / variation.folder
    shutil.copytree(source, root, symlinks=True)
    usual = {"BUILD_DATE": TODAY, "PYTHONHASHSEED": "0", "TZ": "UTC", "PYTHONPATH": str(SHIM)}
    done = subprocess.run(
        [*variation.words, sys.executable, "-m", "pelican", "-s", "publishconf.py"],
        cwd=root,
        env={**os.environ, **usual, **variation.environment},
        umask=variation.umask,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return root / "output"
