"""How the last build went, told to every open page as soon as it is known."""

from __future__ import annotations

import json
import secrets
import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """What a page needs to know.

    ``edition`` names the last good build; a page of another edition is out of date. It never
    repeats, even after the server has been started again. ``problems`` is what the last build
    said when it failed, else empty. ``number`` grows with every build.
    """

    edition: str = ""
    problems: str = ""
    number: int = 0

    def event(self) -> bytes:
        r"""This state as one server-sent event (WHATWG HTML, 9.2.6).

        >>> State("a-1", "źle").event()
        b'data: {"edition": "a-1", "problems": "\\u017ale"}\n\n'
        """
        data = json.dumps({"edition": self.edition, "problems": self.problems})
        return f"data: {data}\n\n".encode("ascii")


class News:
    """The current state, and waiting for the next; safe to use from many threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._run = secrets.token_hex(4)
        self._state = State(edition=f"{self._run}-0")
        self._closed = False

    @property
    def state(self) -> State:
        """The current state."""
        with self._changed:
            return self._state

    @property
    def closed(self) -> bool:
        """Whether the server is ending."""
        with self._changed:
            return self._closed

    def tell(self, problems: str = "") -> None:
        """A build has ended: well when there are no ``problems``."""
        with self._changed:
            number = self._state.number + 1
            edition = self._state.edition if problems else f"{self._run}-{number}"
            self._state = State(edition, problems, number)
            self._changed.notify_all()

    def after(self, number: int, timeout: float) -> State | None:
        """The first state newer than ``number``; None after ``timeout`` seconds or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state.number > number, timeout)
            return self._state if self._state.number > number else None

    def close(self) -> None:
        """Wake everyone who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
