"""From the first question to the file: ask, check the whole, write, say what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from plugins.desk import child, looking
from plugins.desk.asking import SLIP, Desk, Halt, Question
from plugins.desk.looking import Look
from plugins.desk.new import common, debate, naming, report, request, simple
from plugins.desk.new.session import Draft, Session
from plugins.desk.new.words import Meant
from plugins.desk.parsing import PROGRAM
from plugins.desk.writing import files
from plugins.newsroom.marks import MARK
from plugins.problems import Problem, Problems

ROUNDS = 9  # of asking again for what contradicts other answers


def write(
    kind: Meant, given: dict[str, list[str]], flags: set[str], desk: Desk, *, one_by_one: bool
) -> int:
    """One new record, or as many requests as there are titles; gives the exit code.

    ``one_by_one``: ask for one more request of the same debate, until there is none.
    """
    try:
        desktop = Desktop(kind, flags, desk, looking.now())
    except Problems as problems:
        raise Halt(str(problems)) from None
    answered = desktop.write(list(_titled(given)) if kind.folder == "wnioski" else [given])
    while one_by_one:
        words = "Następny wniosek z tej debaty? O co? (Enter: koniec)"
        title = desk.ask(Question("--tytuł", words, str, needed=False))
        if not title:
            break
        answered = desktop.write([{"--tytuł": [title], "--debata": answered["--debata"]}])
    return 0


def _titled(given: dict[str, list[str]]) -> Iterator[dict[str, list[str]]]:
    """The options of each request: a title and, in the same order, its text."""
    titles, texts = given.get("--tytuł", []), given.get("--treść", [])
    if len(texts) > max(len(titles), 1):
        raise Halt("--treść: jest więcej treści niż tytułów", SLIP)
    if len(titles) < 2:
        yield given
        return
    for number, title in enumerate(titles):
        yield {**given, "--tytuł": [title], "--treść": texts[number : number + 1] or [""]}


@dataclass
class Desktop:
    """Where records are made one after another; ``made``: path → bytes, not yet written."""

    kind: Meant
    flags: set[str]
    desk: Desk
    now: datetime
    made: dict[str, bytes] = field(default_factory=dict)

    def write(self, rounds: list[dict[str, list[str]]]) -> dict[str, list[str]]:
        """Make a file of each round of answers, then write them all; gives the last answers."""
        self.made = {}
        before = looking.look(child.ROOT, self.now)
        for given in rounds:
            session = self._answered(before, given)
        for path, data in self.made.items():
            try:
                files.create(child.ROOT / path, data)
            except files.Taken:
                raise Halt(f"plik {path} właśnie powstał – niczego w nim nie zmieniono") from None
            except OSError as error:
                raise Halt(f"nie mogę zapisać {path}: {error.strerror}") from None
            print(f"Zapisano {path}{' (szkic)' if _is_unfinished(data) else ''}")
        print(_next(self.made))
        return session.given

    def _answered(self, before: Look, given: dict[str, list[str]]) -> Session:
        """One file made, asking again for answers that do not go together."""
        session = Session(before, self.desk, self.now, dict(given), self.flags)
        for _ in range(ROUNDS):
            session.made = {naming.target(path) for path in self.made}
            path, data = _file(self.kind, session)
            after = looking.look(child.ROOT, self.now, instead={**self.made, path: data})
            known = set(before.errors)
            fresh = [one for one in after.errors if one not in known]
            if not fresh:
                self.made[path] = data
                _warn(one for one in after.warnings if one.path == path and _is_news(one))
                return session
            again = {_option(problem) for problem in fresh} & session.given.keys()
            if not (self.desk.is_terminal and again):
                break
            print("\n".join(f"  {problem.key}: {problem.message}" for problem in fresh))
            for option in again:
                del session.given[option]
        raise Halt("\n".join([*(one.told for one in fresh), "Niczego nie zapisano."]))


def _file(kind: Meant, session: Session) -> tuple[str, bytes]:
    draft = _draft(kind, session)
    strange = sorted(session.given.keys() - session.used)
    if strange:
        raise Halt(f"{', '.join(strange)}: ta opcja nie dotyczy rodzaju „{kind.one}”", SLIP)
    path = naming.path(kind.folder, draft.name, draft.year)
    return path, draft.scaffold.text.encode()


def _draft(kind: Meant, session: Session) -> Draft:
    makers = {"debaty": debate.draft, "sprawozdania": report.draft, "wnioski": request.draft}
    if kind.folder in makers:
        return makers[kind.folder](session)
    return simple.draft(session, kind.folder, kind.one)


_OPTIONS = {"liczba uczestników": "--uczestników", "ważne do": "--do", "nazwa": "--tytuł"}


def _option(problem: Problem) -> str:
    """The option of the key that a problem stands at."""
    key = problem.key.partition("[")[0].partition(".")[0]
    return _OPTIONS.get(key, f"--{key}")


def _is_news(warning: Problem) -> bool:
    """A draft's missing text is told below, as the first thing to do."""
    return common.TO_BE_WRITTEN.removeprefix(MARK).strip() not in warning.message


def _warn(warnings: Iterable[Problem]) -> None:
    for warning in warnings:
        print(
            f"Ostrzeżenie: {warning.key}: {warning.message}"
            if warning.key
            else f"Ostrzeżenie: {warning.message}"
        )


def _is_unfinished(data: bytes) -> bool:
    return common.TO_BE_WRITTEN.encode() in data


def _next(made: dict[str, bytes]) -> str:
    """What to do with the new files."""
    paths = " ".join(made)
    unfinished = any(map(_is_unfinished, made.values()))
    steps = [
        *(
            [f"Dopisz treść w miejscu „{common.TO_BE_WRITTEN}” i usuń wiersz „stan publikacji”."]
            * unfinished
        ),
        f"Sprawdź:  {PROGRAM} check {paths}",
        f"Zobacz:   {PROGRAM} serve",
    ]
    return "\n".join(["Co dalej:", *(f"  {n}. {step}" for n, step in enumerate(steps, 1))])
