"""What an editor of text offers is what the reader takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from plugins.desk import schemas
from plugins.newsroom import source

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*/**/*.md", "jednostka.yml")
    for path in (ROOT / "content").glob(pattern)
)


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft202012Validator]:
    """A validator for each folder, by the files as they are committed."""
    found = {
        path.name: json.loads(path.read_bytes()) for path in schemas.FOLDER.glob("*.schema.json")
    }
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in found.items()
    )
    for schema in found.values():
        Draft202012Validator.check_schema(schema)
    return {
        name.partition(".")[0]: Draft202012Validator(schema, registry=registry)
        for name, schema in found.items()
    }


def test_what_is_committed_is_what_the_code_reads() -> None:
    written = {name: (schemas.FOLDER / name).read_text("utf-8") for name in schemas.files()}
    assert written == schemas.files(), "run: python -m plugins.desk.schemas"


@pytest.mark.parametrize("path", FILES)
def test_every_sample_keeps_its_schema(
    path: str, validators: dict[str, Draft202012Validator]
) -> None:
    errors = validators[_kind(path)].iter_errors(_head(path))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("path", [FILES[0], FILES[-1], "content/jednostka.yml"])
def test_a_misspelt_key_is_seen(path: str, validators: dict[str, Draft202012Validator]) -> None:
    head = {**_head(path), "tytul strony": "x"}
    assert any(
        "tytul strony" in error.message for error in validators[_kind(path)].iter_errors(head)
    )


def test_a_snippet_stops_at_every_key_that_must_be_given() -> None:
    snippets = json.loads((schemas.FOLDER / "debaty.code-snippets").read_bytes())
    body = "\n".join(snippets["wniosek"]["body"])
    assert "historia:\n  - data: $CURRENT_YEAR" in body
    assert "status: ${" in body
    assert body.index("${1:") < body.index("${2")


def _kind(path: str) -> str:
    return "jednostka" if path.endswith(".yml") else path.split("/")[1]


def _head(path: str) -> Any:
    """As an editor reads it: by plain YAML."""
    data = (ROOT / path).read_bytes()
    text = data.decode() if path.endswith(".yml") else source.read(path, data).head
    return yaml.load(text, yaml.BaseLoader)
