"""The changes between builds, how they are taken back, and whether the site shows them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.peers.contender import (
    BODY,
    CHECKOUT,
    COLD,
    DELETED,
    NOTHING,
    TEMPLATE,
    TITLE,
    Contender,
    Target,
)

Undo = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Change:
    """What the built site must show (empty: nothing new), and how to take it back."""

    mark: str = ""
    undo: Undo = lambda: None


def change(one: Contender, scenario: str) -> Change:
    """Make the change of a scenario."""
    if scenario == COLD:
        _cleaned(one)
    elif scenario == CHECKOUT:
        _checked_out(one)
    elif scenario != NOTHING:
        return _edited(one, scenario)
    return Change()


def _cleaned(one: Contender) -> None:
    for name in (one.output, *one.keeps):
        shutil.rmtree(one.folder / name, ignore_errors=True)


def _edited(one: Contender, scenario: str) -> Change:
    """One file written anew or removed."""
    target = one.targets.get(scenario)
    file = one.folder / (target.file if target else one.template)
    text, mark = file.read_text("utf-8"), f"zmieniony {time.time_ns()}"
    if target and scenario == DELETED:
        file.unlink()
    elif target and scenario == TITLE:
        file.write_text(text.replace(target.title, f"Tytuł {mark}", 1), "utf-8")
    elif target:
        file.write_text(f"{text}\nAkapit {mark}.\n", "utf-8")
    else:
        file.write_text(text.replace("</footer>", f"<p>{mark}</p></footer>", 1), "utf-8")
    return Change(mark, lambda: file.write_text(text, "utf-8"))


def _checked_out(one: Contender) -> None:
    """Sources copied with new times, without Python's bytecode; output and store as CI restores
    them from its cache.
    """
    former = one.folder.with_name(f"{one.folder.name}.former")
    one.folder.rename(former)
    one.folder.mkdir()
    for path in sorted(former.iterdir()):
        restored = path.name in (one.output, *one.keeps)
        _copied(path, one.folder / path.name, shutil.copy2 if restored else shutil.copyfile)
    shutil.rmtree(former)


def _copied(source: Path, target: Path, copy: Callable[..., object]) -> None:
    if source.is_dir():
        bytecode = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, target, ignore=bytecode, copy_function=copy)
    else:
        copy(source, target)


def fault(one: Contender, scenario: str, mark: str) -> str:
    """What the built site does not show of a change; empty: all is there."""
    target = one.targets.get(scenario)
    if scenario == DELETED and target:
        name = target.page.split("/")[-2]
        return f"{target.listed} still names {name}" if name in _read(one, target.listed) else ""
    stale = [page for page in _shown(one, scenario, target) if mark not in _read(one, page)]
    return f"{', '.join(stale)}: the change is not there" if stale else ""


def _shown(one: Contender, scenario: str, target: Target | None) -> tuple[str, ...]:
    """The pages that must tell of a change."""
    if scenario == TEMPLATE:
        return (one.targets[BODY].page, one.targets[TITLE].listed)
    if target is None:
        return ()
    return (target.page, target.listed) if scenario == TITLE else (target.page,)


def _read(one: Contender, page: str) -> str:
    return (one.site / page).read_text("utf-8")
