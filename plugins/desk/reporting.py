"""How problems are told: to a reader, to a program, to GitHub, as SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from plugins.newsroom.spelling import plural
from plugins.problems import Problem

RED, YELLOW, BOLD, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: each kind sorted; ``files``: the records that there were to read."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    files: tuple[str, ...]

    @property
    def read(self) -> int:
        """How many records there were to read."""
        return len(self.files)

    def of(self, wanted: Sequence[str]) -> Findings:
        """Only what is in these files and folders; all, if there are none."""
        if not wanted:
            return self
        inside = tuple(f"{one}/" for one in wanted)

        def is_wanted(path: str) -> bool:
            return path in wanted or path.startswith(inside)

        errors = tuple(one for one in self.errors if is_wanted(one.path))
        warnings = tuple(one for one in self.warnings if is_wanted(one.path))
        return Findings(errors, warnings, tuple(filter(is_wanted, self.files)))

    def by_place(self) -> list[tuple[bool, Problem]]:
        """Errors and warnings in the order of files and lines; ``True``: an error."""
        both = [(True, one) for one in self.errors] + [(False, one) for one in self.warnings]
        return sorted(both, key=lambda pair: (pair[1].path, pair[1].line, not pair[0], pair[1]))


def text(found: Findings, color: bool = False) -> str:
    """By file, for a person; ends with one line of sums and what to do."""
    groups = groupby(found.by_place(), lambda pair: pair[1].place)
    parts = ["\n".join(_file(path, pairs, color)) for path, pairs in groups]
    return "\n\n".join([*parts, _sums(found)])


def _file(path: str, pairs: Iterable[tuple[bool, Problem]], color: bool) -> Iterator[str]:
    yield f"{BOLD}{path}{PLAIN}" if color else path
    for is_error, problem in pairs:
        word = "błąd" if is_error else "uwaga"
        shade = RED if is_error else YELLOW
        place = f", wiersz {problem.line}" if problem.line else ""
        said = ": ".join(part for part in (problem.key, problem.message) if part)
        yield f"  {f'{shade}{word}{PLAIN}' if color else word}{place}: {said}"
        yield from (f"      {line}" for line in problem.paste.splitlines())


def _sums(found: Findings) -> str:
    """One line: how much was found, and what to do about it."""
    if not found.errors and not found.warnings:
        return f"Wszystko dobrze. Sprawdzone wpisy: {found.read}."
    files = len({one.path for one in (*found.errors, *found.warnings)})
    where = f"w {files} {plural(files, 'pliku', 'plikach', 'plikach')}"
    sums = f"Błędy: {len(found.errors)}, ostrzeżenia: {len(found.warnings)}, {where}."
    if found.errors:
        return f"{sums} Popraw błędy: z nimi strona się nie zbuduje."
    return f"{sums} Stronę można zbudować; przeczytaj ostrzeżenia albo uchyl je w „wyjątki”."


def as_json(found: Findings) -> str:
    """One object; its shape is kept: keys are only ever added.

    ``version`` (1), ``checked`` (records read), ``errors``, ``warnings`` (counts), ``problems``:
    ``level`` (error, warning), ``file`` (from the project's folder), ``line`` (from 1; 0: the
    whole file), ``key``, ``message``, ``rule`` (by which it is lifted), ``paste`` (lines for
    the file); what is not known is an empty text.
    """
    problems = [
        {
            "level": _level(is_error),
            "file": one.place,
            "line": one.line,
            "key": one.key,
            "message": one.message,
            "rule": one.rule,
            "paste": one.paste,
        }
        for is_error, one in found.by_place()
    ]
    counts = {"errors": len(found.errors), "warnings": len(found.warnings)}
    whole = {"version": 1, "checked": found.read, **counts, "problems": problems}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _level(is_error: bool) -> str:
    return "error" if is_error else "warning"


def github(found: Findings) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change.

    (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)
    """
    lines = (_command(is_error, one) for is_error, one in found.by_place())
    return "\n".join([*lines, _sums(found)])


def _command(is_error: bool, one: Problem) -> str:
    """One command; ``%``, line ends, and in its properties ``:`` and ``,`` are escaped.

    >>> _command(True, Problem("content/a.md", 3, "termin", "źle: 100% – popraw"))
    '::error file=content/a.md,line=3,title=termin::źle: 100%25 – popraw'
    """
    line = [f"line={one.line}"] if one.line else []
    title = one.key or "treść"
    properties = [f"file={_property(one.place)}", *line, f"title={_property(title)}"]
    message = "\n".join(filter(None, (one.message, one.paste)))
    return f"::{_level(is_error)} {','.join(properties)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(found: Findings) -> str:
    """Static analysis results, SARIF 2.1.0 (OASIS, 27 March 2020)."""
    pairs = found.by_place()
    names = sorted({_rule(one) for _, one in pairs})
    driver = {"name": "Debaty", "rules": [{"id": name} for name in names]}
    results = [_result(is_error, one) for is_error, one in pairs]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    whole = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _rule(one: Problem) -> str:
    """The name of a warning; what nothing lifts goes by one name."""
    return one.rule or "poprawność treści"


def _result(is_error: bool, one: Problem) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(one.place)}}
    if one.line:
        place["region"] = {"startLine": one.line}
    said = ": ".join(part for part in (one.key, one.message) if part)
    return {
        "ruleId": _rule(one),
        "level": _level(is_error),
        "message": {"text": "\n".join(filter(None, (said, one.paste)))},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: dict[str, Callable[[Findings], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
