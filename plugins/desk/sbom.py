"""``sbom``: what the program is made of, as CycloneDX 1.6 (ECMA-424), for who looks for holes."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.desk import child
from plugins.desk.parsing import Arguments, Command, Parser

LOCK, PROJECT = "requirements.lock", "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Library:
    """A line of the lock: ``hashes`` of its files (SHA-256), ``wanted_by``: names of others.

    ``direct``: the program itself asks for it.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    wanted_by: tuple[str, ...]
    direct: bool

    @property
    def purl(self) -> str:
        """The package URL (https://github.com/package-url/purl-spec)."""
        return f"pkg:pypi/{self.name}@{self.version}"


_ENTRY = re.compile(
    r"^([a-z0-9][\w.-]*)(?:\[[^]]*\])?==([^\s;\\]+)(.*(?:\n[ \t]+.*)*)", re.MULTILINE
)


def libraries(lock: str) -> Iterator[Library]:
    """The libraries of a lock, in its order.

    >>> text = "a==1.0 \\\\\\n    --hash=sha256:0f\\n    # via\\n    #   -r x.in\\n    #   b"
    >>> list(libraries(text))
    [Library(name='a', version='1.0', hashes=('0f',), wanted_by=('b',), direct=True)]
    """
    for name, version, rest in _ENTRY.findall(lock):
        hashes = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]+)", rest)))
        said = re.findall(r"^\s+#\s+(?:via )?(\S.*)$", rest, re.MULTILINE)
        others = tuple(sorted(one for one in said if re.fullmatch(r"[a-z0-9][\w.-]*", one)))
        direct = any(one.startswith("-r ") for one in said)
        yield Library(name, version, hashes, tuple(one for one in others if one != "via"), direct)


def inventory(lock: str, project: str) -> dict[str, Any]:
    """The whole document: the same for the same lock and settings, so without a time.

    Its serial number is made of its content, as RFC 9562, 5.5 has it.
    """
    about, found = (
        tomllib.loads(project)["project"],
        sorted(libraries(lock), key=lambda one: one.name),
    )
    own = f"pkg:generic/{about['name']}@{about['version']}"
    application = {
        "type": "application",
        "bom-ref": own,
        "name": about["name"],
        "version": about["version"],
        "licenses": [{"license": {"id": about["license"]}}],
    }
    parts = {
        "metadata": {"component": application},
        "components": [_component(one) for one in found],
        "dependencies": list(_dependencies(own, found)),
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}"}
    return {**head, "version": 1, **parts}


def _component(one: Library) -> dict[str, Any]:
    """``hashes``: of every file of that version that may be installed."""
    return {
        "type": "library",
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "purl": one.purl,
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in one.hashes],
    }


def _dependencies(own: str, found: list[Library]) -> Iterator[dict[str, Any]]:
    """Who asks for whom."""
    yield {"ref": own, "dependsOn": [one.purl for one in found if one.direct]}
    for one in found:
        wanted = [other.purl for other in found if one.name in other.wanted_by]
        yield {"ref": one.purl, "dependsOn": wanted}


def add_options(parser: Parser) -> None:
    """Declare where to."""
    parser.add_argument(
        "--plik", dest="file", type=Path, metavar="PLIK", help="zapisz do pliku zamiast na ekran"
    )


def run(arguments: Arguments) -> int:
    """Write the document."""
    lock, project = ((child.ROOT / name).read_text("utf-8") for name in (LOCK, PROJECT))
    text = json.dumps(inventory(lock, project), indent=2, ensure_ascii=False) + "\n"
    if not arguments.file:
        sys.stdout.write(text)
        return 0
    try:
        arguments.file.write_text(text, "utf-8")
    except OSError as error:
        print(f"Nie udało się zapisać {arguments.file}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


COMMAND = Command(
    name="sbom",
    summary="wypisz, z czego zrobiony jest program (CycloneDX), dla działu IT",
    examples=("sbom", "sbom --plik sbom.json"),
    add_options=add_options,
    run=run,
)
