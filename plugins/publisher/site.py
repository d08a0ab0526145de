"""Pelican's run, ended in a way that an officer understands."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pelican
from pelican import Pelican

from plugins.press.faults import Midway
from plugins.problems import Problems
from plugins.publisher import quick


class Site(Pelican):  # type: ignore[misc]  # Pelican ships no types
    """A run whose problems are printed without a traceback and end it with exit code 1.

    Under ``--autoreload`` the run returns instead: an exception there makes a loop that never
    rests, and SystemExit ends the watcher without a word.

    Pelican's own start, which loads every plugin, waits until it is known that it is needed.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        self._has_begun = False
        _speak_polish()

    def run(self) -> None:
        """One build; Pelican's closing line counts articles, of which there are none here."""
        try:
            with _without_garbage_collection():
                if watches(sys.argv[1:]) or not quick.done(self.settings):
                    self._run_whole()
        except Problems as problems:
            print(told(problems), file=sys.stderr, flush=True)
            if not watches(sys.argv[1:]):
                raise SystemExit(1) from None
        except KeyboardInterrupt:
            if watches(sys.argv[1:]):
                raise  # Pelican's own loop ends by it
            print(_STOPPED, file=sys.stderr, flush=True)
            raise SystemExit(130) from None

    def _run_whole(self) -> None:
        if not self._has_begun:
            super().__init__(self.settings)
            self._has_begun = True
        super().run()


def told(problems: Problems) -> str:
    """All problems, and what stands meanwhile.

    >>> told(Problems([])).strip()
    'Do poprawienia: 0. Strona nie została zmieniona.'
    >>> told(Midway([])).strip()
    'Do poprawienia: 0. Strona mogła się już częściowo zmienić – zbuduj ją jeszcze raz.'
    """
    count = len(problems.problems)
    lines = "\n".join(problem.told for problem in problems.problems)
    stands = _PERHAPS_CHANGED if isinstance(problems, Midway) else _UNCHANGED
    return f"{lines}\n\nDo poprawienia: {count}. {stands}"


_STOPPED = "Przerwano. Następne budowanie dokończy to, co zaczęte."
_UNCHANGED = "Strona nie została zmieniona."
_PERHAPS_CHANGED = "Strona mogła się już częściowo zmienić – zbuduj ją jeszcze raz."


def watches(arguments: Sequence[str]) -> bool:
    """Whether Pelican was told to watch: ``--autoreload``, as short as argparse lets it be, ``-r``.

    >>> watches(["--auto"]), watches(["-lr"]), watches(["-s", "publishconf.py"])
    (True, True, False)
    """
    return any(
        re.fullmatch(r"-[a-zA-Z]*r[a-zA-Z]*", word)
        or (word.startswith("--a") and "--autoreload".startswith(word))
        for word in arguments
    )


def _speak_polish() -> None:
    """From before Pelican shows that it runs, which is outside of any :meth:`Site.run`."""
    if not isinstance(pelican.console, _Quiet):
        pelican.console = _Quiet(pelican.console)


class _Quiet:
    """Pelican's console in Polish, deaf to its closing line."""

    def __init__(self, console: Any) -> None:
        self._console = console

    def print(self, *words: Any, **options: Any) -> None:
        """Print, unless it is the line that would be untrue."""
        if not (words and str(words[0]).startswith("Done: Processed")):
            self._console.print(*words, **options)

    def status(self, *_: Any, **options: Any) -> Any:
        """What is shown while it runs, in Polish."""
        return self._console.status("Przygotowuję stronę…", **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._console, name)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Records and views make no cycles; looking for some costs a fifth of a warm run."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
