"""Where a site is published: read from ``TARGETS`` in ``publishconf.py``, or named in full."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

from plugins.desk.settings import assigned
from plugins.problems import Problem, Problems

SETTINGS = "publishconf.py"
NAME = "TARGETS"


class Form(Enum):
    """What stands at a target, by the word before the colon."""

    FOLDER = "folder"
    """Releases and ``current`` on this machine, served by nginx or Apache."""
    SSH = "ssh"
    """The same on another machine, over rsync and SSH."""
    GITHUB = "github"
    """A plain folder, handed to GitHub Pages: no rules, no headers."""
    GITLAB = "gitlab"
    """A plain folder, handed to GitLab Pages: reads ``_redirects``, sends what is compressed."""
    PAGES = "pages"
    """A plain folder for hosts that read ``_headers`` and ``_redirects``."""

    @property
    def has_releases(self) -> bool:
        """Whether earlier editions stay, so that one can go back to them."""
        return self in (Form.FOLDER, Form.SSH)

    @property
    def is_compressed(self) -> bool:
        """Whether the server sends files that were compressed beforehand."""
        return self in (Form.FOLDER, Form.SSH, Form.GITLAB)


@dataclass(frozen=True, slots=True)
class Target:
    """One place; ``host`` and ``port`` (0: as SSH is set up) only where it is another machine."""

    name: str
    form: Form
    path: str
    host: str = ""
    port: int = 0

    def __str__(self) -> str:
        if not self.host:
            return f"{self.form.value}:{self.path}"
        return f"ssh://{self.host}{f':{self.port}' if self.port else ''}{self.path}"


def chosen(wanted: str, configured: Mapping[str, str], root: Path) -> Target:
    """The target that is meant; raises ValueError in Polish.

    ``wanted``: a configured name, a whole address, or nothing if there is but one to choose.
    """
    if not wanted and len(configured) == 1:
        [wanted] = configured
    if not wanted:
        raise ValueError(f"podaj cel: --do NAZWA{_choice(configured)}")
    if wanted in configured:
        return parsed(wanted, configured[wanted], root)
    if ":" in wanted:
        return parsed(wanted, wanted, root)
    near = difflib.get_close_matches(wanted, configured, n=1, cutoff=0.5)
    question = f" – czy chodziło o „{near[0]}”?" if near else _choice(configured)
    raise ValueError(f"nie znam celu „{wanted}”{question}")


def _choice(configured: Mapping[str, str]) -> str:
    if configured:
        return f" – do wyboru: {', '.join(configured)}"
    return f" – wpisz cele w {NAME} w pliku {SETTINGS} albo podaj adres, np. folder:/srv/debaty"


_HOST = re.compile(r"(?:[A-Za-z0-9_][\w.-]*@)?(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9a-fA-F:]+\])")
"""Never a dash first: SSH would take it for an option."""


def parsed(name: str, address: str, root: Path) -> Target:
    """An address such as ``folder:/srv/debaty``; a folder is seen from ``root``.

    >>> parsed("a", "ssh://www@kmp.example:2222/srv/debaty", Path("/project"))
    Target(name='a', form=<Form.SSH: 'ssh'>, path='/srv/debaty', host='www@kmp.example', port=2222)
    >>> parsed("b", "github:public", Path("/project")).path
    '/project/public'
    """
    word, _, rest = address.partition(":")
    if word not in {form.value for form in Form}:
        forms = ", ".join(f"{form.value}:…" for form in Form if form is not Form.SSH)
        raise ValueError(f"„{address}” to nie cel – napisz {forms} albo ssh://KTO@SERWER/FOLDER")
    if Form(word) is Form.SSH:
        return _remote(name, address)
    if not rest or rest.startswith("//"):
        raise ValueError(f"„{address}”: brak folderu – napisz np. {word}:/srv/debaty")
    return Target(name, Form(word), str((root / rest).resolve()))


def _remote(name: str, address: str) -> Target:
    parts = urlsplit(address)
    host = parts.netloc.rpartition(":")[0] if _port(address) else parts.netloc
    folder = parts.path.rstrip("/")
    if not _HOST.fullmatch(host) or not re.fullmatch(r"/[\w./ -]*\w", folder):
        raise ValueError(f"„{address}” to nie cel – napisz ssh://KTO@SERWER/FOLDER, bez hasła")
    return Target(name, Form.SSH, folder, host, _port(address))


def _port(address: str) -> int:
    try:
        return urlsplit(address).port or 0
    except ValueError:
        raise ValueError(f"„{address}”: zły port – wpisz liczbę od 1 do 65535") from None


def configured(root: Path) -> dict[str, str]:
    """``TARGETS``, without running the settings: it must be written out as a literal."""
    value = assigned(root / SETTINGS, NAME)
    return {} if value is None else _literal(value)


def _literal(value: ast.expr) -> dict[str, str]:
    try:
        found = ast.literal_eval(value)
    except ValueError:
        found = None
    if isinstance(found, dict) and all(isinstance(one, str) for kv in found.items() for one in kv):
        return found
    text = 'wypisz cele dosłownie, np. {"serwer": "folder:/srv/debaty"}'
    raise Problems([Problem(SETTINGS, value.lineno, NAME, f"tego nie umiem odczytać – {text}")])
