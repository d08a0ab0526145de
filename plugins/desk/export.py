"""``export``: a record for other channels, as text to paste."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from plugins.desk import child, git
from plugins.desk.asking import reported
from plugins.desk.parsing import Arguments, Command, Parser

if TYPE_CHECKING:
    from plugins.newsroom.catalogue import Catalogue
    from plugins.newsroom.kinds.common import Record

FORMS = {"notatka": "note", "note": "note", "sms": "sms", "post": "post", "wpis": "post"}


def add_options(parser: Parser) -> None:
    """Declare the record and the form."""
    parser.add_argument(
        "id",
        metavar="ID",
        help="nazwa pliku, jego ścieżka, adres strony albo część tytułu",
    )
    parser.add_argument(
        "--jako",
        "--as",
        required=True,
        choices=sorted(FORMS),
        metavar="POSTAĆ",
        help="notatka (prasowa), sms (do 160 znaków bez ogonków) albo post (do 280 znaków)",
    )


def run(arguments: Arguments) -> int:
    """Print the text; what must be known before it is sent, on standard error."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    from plugins.desk import finding, looking
    from plugins.newsroom.catalogue import Catalogue

    seen = looking.look(child.ROOT, looking.now())
    catalogue = Catalogue(seen.holdings, seen.originals, drafts=True)
    record = finding.asked(catalogue.listed, arguments.id)
    _warn(catalogue, record)
    print(_written(catalogue, record, FORMS[arguments.jako]), end="")
    return 0


def _warn(catalogue: Catalogue, record: Record) -> None:
    """What is not public yet must not go out by another way either."""
    from plugins.newsroom.holdings import Visibility

    state = catalogue.holdings.visibility(record)
    if state is not Visibility.LISTED:
        words = f"tego jeszcze nie ma na stronie ({state.value})"
    elif git.said(child.ROOT, "status", "--porcelain", "--", record.path):
        words = "tej wersji jeszcze nie ma na stronie (pliku nie wysłano do repozytorium)"
    else:
        return
    print(f"Uwaga: {words} – nie wysyłaj.", file=sys.stderr)


def _written(catalogue: Catalogue, record: Record, form: str) -> str:
    from plugins.desk.exporting.matter import matter
    from plugins.desk.exporting.note import note
    from plugins.desk.exporting.post import post
    from plugins.desk.exporting.sms import sms
    from plugins.newsroom import parsing

    told = matter(catalogue, record)
    if form == "sms":
        return f"{sms(told)}\n"
    if form == "post":
        return post(told)
    source = (child.ROOT / told.record.path).read_bytes()
    _, texts = parsing.parse(told.record.path, source)
    return note(told, "".join(texts.values()), catalogue.today)


COMMAND = Command(
    name="export",
    summary="napisz z rekordu notatkę prasową, SMS albo wpis do mediów społecznościowych",
    examples=("export bezpieczna-droga-do-szkoly --jako sms", "export park --jako notatka"),
    add_options=add_options,
    run=run,
)
