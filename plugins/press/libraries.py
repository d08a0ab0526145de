"""Versions of libraries, with those that they need in turn."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import (
    PackageMetadata,
    PackageNotFoundError,
    metadata,
    packages_distributions,
)

_DISTRIBUTIONS = {"PIL": "pillow", "dateutil": "python-dateutil", "yaml": "pyyaml"}
"""Only spares time: asking which distribution holds a module reads all of them (0.15 s)."""


_NAME = re.compile(r"[A-Za-z0-9._-]+")


@cache
def versions(modules: frozenset[str]) -> dict[str, str]:
    """Version by distribution of these top-level modules and of all that they require.

    One that is not installed has an empty version, so that installing it is a change too.
    """
    found: dict[str, str] = {}
    waiting = [distribution(module) for module in modules]
    while waiting:
        if (name := waiting.pop()) not in found:
            found[name], required = _installed(name)
            waiting += required
    return dict(sorted(found.items()))


def distribution(module: str) -> str:
    """The name under which the library of a top-level module is installed.

    >>> distribution("PIL"), distribution("jinja2")
    ('pillow', 'jinja2')
    """
    name = _DISTRIBUTIONS.get(module, module)
    if _metadata(name) is None:
        name = (packages_distributions().get(module) or [module])[0]
    return _normal(name)


def _installed(name: str) -> tuple[str, list[str]]:
    """Version and requirements; requirements of extras are left out."""
    about = _metadata(name)
    if about is None:
        return "", []
    lines = about.get_all("Requires-Dist") or []
    return about["Version"], [_required(line) for line in lines if "extra ==" not in line]


def _required(line: str) -> str:
    """The name in a requirement.

    >>> _required("Python_Dateutil>=2.8; python_version < '4'")
    'python-dateutil'
    """
    found = _NAME.match(line)
    return _normal(found.group()) if found else line


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def _metadata(name: str) -> PackageMetadata | None:
    try:
        return metadata(name)
    except PackageNotFoundError:
        return None
