"""A Dask cluster as the executor of a build: joined within seconds, and only of the same kit.

Workers render what they are handed, so what decides the bytes besides a job's view must be the
same there: the code, the libraries, the kind of machine, and the project's folder, from which
templates and originals are read. Every chunk of jobs carries what the build has of these, and a
worker that differs refuses it. A worker that dies costs its chunks a retry elsewhere (Dask's own
doing); a cluster that is lost is told.
"""

from __future__ import annotations

import importlib
import logging
import os
import platform
import re
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from plugins.press.digest import of_bytes
from plugins.problems import Problem, Problems

Result = TypeVar("Result")
Words = ParamSpec("Words")

BASE = Path(__file__).parents[2]
LOCK = "requirements.lock"
HELD = ".debaty/lock.holder"
"""While a build runs this file of its project says who builds: no other folder has the same."""

PATIENCE = 5
"""Seconds in which a scheduler must answer, and in which a cluster may be without workers."""

LOST = 30.0
"""Seconds that a cluster may be without workers while it works."""

_TICK = 1.0


@dataclass(frozen=True, slots=True)
class Kit:
    """What decides the bytes of a job besides its view; texts, for the sake of messages."""

    code: str
    libraries: tuple[str, ...]
    python: str
    machine: str
    root: str
    held: str

    def differences(self, other: Kit) -> list[str]:
        """What is not the same there, in Polish."""
        found = []
        if self.code != other.code:
            found.append("ma inny kod wtyczek – uruchom go ponownie w folderze tego projektu")
        for ours, theirs in zip(self.libraries, other.libraries, strict=False):
            if ours != theirs:
                found.append(
                    f"nie ma {ours}" if not theirs else f"ma {theirs}, a tu {ours or 'nic'}"
                )
        for ours, theirs in ((self.python, other.python), (self.machine, other.machine)):
            if ours != theirs:
                found.append(f"to {theirs} zamiast {ours}")
        if self.held != other.held:
            found.append(f"nie widzi folderu {self.root} – udostępnij mu go pod tą samą ścieżką")
        return found


def kit(root: Path) -> Kit:
    """What this process has, and what it sees of the project in ``root``."""
    held = root / HELD
    return Kit(
        _code(),
        _libraries(),
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.machine()}",
        str(root),
        held.read_text("utf-8") if held.is_file() else "",
    )


def _code() -> str:
    """The digest of the code that runs: as first seen, unless it has changed on disk since."""
    signed = _signed()
    return _first_seen() if signed == _first_signed() else f"{_first_seen()} {signed}"


def _signed() -> tuple[tuple[str, int, int], ...]:
    """Size and time of every source; asked for each chunk of jobs, so it must be quick."""
    stats = ((path, os.stat(path)) for path in _sources())  # noqa: PTH116
    return tuple((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats)


@cache
def _first_signed() -> tuple[tuple[str, int, int], ...]:
    return _signed()


@cache
def _first_seen() -> str:
    _first_signed()
    parts = ((os.path.relpath(path, BASE), Path(path).read_bytes()) for path in _sources())
    return of_bytes(repr([(path, of_bytes(data)) for path, data in parts]).encode())


def _sources() -> list[str]:
    walked = os.walk(BASE / "plugins")
    return sorted(f"{at}/{name}" for at, _, names in walked for name in names if name[-3:] == ".py")


@cache
def _libraries() -> tuple[str, ...]:
    """Name and version of every library that the lock names; ``""`` for one that is not here."""
    lock = BASE / LOCK
    names = re.findall(r"(?m)^([\w.-]+)==", lock.read_text("utf-8")) if lock.is_file() else []
    return tuple(map(_installed, names))


def _installed(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""


# -- in a worker -----------------------------------------------------------------------------

_ALONE = Lock()
"""Makers expect to be alone in their process; a worker of Dask may have several threads."""


class Foreign(Exception):
    """Raised in a worker that would make other bytes; the message says why, in Polish."""


def done_alike(
    expected: Kit, function: Callable[Words, Result], *words: Words.args, **named: Words.kwargs
) -> Result:
    """``function`` of the words; raises :class:`Foreign` unless this worker has the same kit."""
    with _ALONE:
        if found := expected.differences(kit(Path(expected.root))):
            raise Foreign(f"robotnik {_address()} {'; '.join(found)}")
        return function(*words, **named)


def _address() -> str:
    try:
        return str(importlib.import_module("distributed").get_worker().address)
    except ValueError:  # in a test, where there is none
        return platform.node()


# -- in the build ----------------------------------------------------------------------------


class Cluster:
    """The workers of the scheduler at ``address``, for the project in ``root``.

    Raises :class:`Problems` when the cluster cannot be had. ``width``: jobs done at once.
    """

    def __init__(self, address: str, root: Path) -> None:
        self._address = address
        self._client = _client(address)
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            self.shutdown()
            raise _problem(f"klaster {address} nie ma robotników – uruchom ich") from error
        self.width = max(1, self._threads())
        self._kit = kit(root)
        self._alone = 0.0

    def submit(self, function: Callable[..., Any], *words: Any) -> Any:
        """Dask's promise that a worker of the same kit will do it; it can be cancelled."""
        return self._client.submit(done_alike, self._kit, function, *words, pure=False)

    def awaited(self, promise: Any) -> Any:
        """What came of it; raises :class:`Problems` for a cluster that is foreign or lost."""
        try:
            return self._result(promise)
        except Foreign as error:
            raise _problem(str(error)) from error
        except ModuleNotFoundError as error:
            text = f"robotnikom klastra brak modułu {error.name} – uruchom ich w jego folderze"
            raise _problem(text) from error
        except CancelledError as error:  # nobody here cancels what is awaited
            raise self._lost() from error

    def _result(self, promise: Any) -> Any:
        while not promise.done():
            try:
                return promise.result(_TICK)
            except TimeoutError:  # ours; one of the job's own comes again below
                self._see_to_workers()
        return promise.result()

    def _see_to_workers(self) -> None:
        if self._client.status != "running":
            raise self._lost()
        self._alone = 0.0 if self._threads() else self._alone + _TICK
        if self._alone > LOST:
            raise self._lost()

    def _threads(self) -> int:
        """How many jobs the workers do at once; 0, too, when the scheduler does not answer."""
        try:
            return sum(self._client.nthreads().values())
        except OSError:
            return 0

    def _lost(self) -> Problems:
        return _problem(f"klaster {self._address} przestał odpowiadać – sprawdź go i zbuduj znowu")

    def shutdown(self) -> None:
        """Leave the cluster, which goes on; what is not done yet it forgets."""
        with suppress(TimeoutError):  # it is left, whether it has noticed or not
            self._client.close(timeout=PATIENCE)


def _client(address: str) -> Any:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        text = f"do klastra {address} brak tu biblioteki – zainstaluj requirements-cluster.lock"
        raise _problem(text) from error
    _hush()
    try:
        return distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except OSError as error:
        text = f"klaster {address} nie odpowiada – uruchom jego zarządcę albo popraw adres"
        raise _problem(text) from error
    except ValueError as error:
        text = f"„{address}” nie jest adresem klastra – wpisz go tak: tcp://komputer:8786"
        raise _problem(text) from error


def _hush() -> None:
    """What goes wrong there is told here in words; and Pelican would end a run for each of them."""
    for name in [
        name for name in logging.root.manager.loggerDict if name.startswith("distributed")
    ]:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _problem(text: str) -> Problems:
    return Problems([Problem("pelicanconf.py", 0, "EXECUTOR", text)])
