"""``why``: the reason for which a page would be made again."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.desk import child
from plugins.desk.parsing import Arguments, Command, Parser


def add_options(parser: Parser) -> None:
    """Declare the page."""
    parser.add_argument(
        "page",
        type=site_path,
        metavar="STRONA",
        help="adres na stronie, plik w output/ albo plik w content/, np. /debaty/",
    )


def run(arguments: Arguments) -> int:
    """Have the publisher explain instead of building."""
    return child.run(child.command(settings={"WHY": arguments.page}))


def site_path(text: str) -> str:
    """The path of an output, from an address or a file in ``output/``; a source as it stands.

    >>> [site_path(t) for t in ("/debaty/", "output/index.html", "/", "kalendarz.ics")]
    ['debaty/index.html', 'index.html', 'index.html', 'kalendarz.ics']
    """
    output = child.ROOT / "output"
    file = Path(text).resolve()
    if file.is_relative_to(output):
        page = file / "index.html" if file.is_dir() or file == output else file
        return page.relative_to(output).as_posix()
    if file.is_relative_to(child.ROOT / "content"):
        return file.relative_to(child.ROOT).as_posix()
    path = unquote(urlsplit(text).path).lstrip("/").removeprefix("output/")
    return path + "index.html" if path.endswith("/") or not path else path


COMMAND = Command(
    name="why",
    summary="powiedz, dlaczego podana strona zostanie zbudowana od nowa",
    examples=(
        "why /debaty/",
        "why output/index.html",
        "why content/debaty/2026/bezpieczna-droga-do-szkoly.md",
    ),
    add_options=add_options,
    run=run,
)
