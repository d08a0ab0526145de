"""``rollback``: an earlier edition public again, by the same one step."""

from __future__ import annotations

import sys

from plugins.desk import child
from plugins.desk.asking import SLIP, Halt, reported
from plugins.desk.parsing import Arguments, Command, Parser
from plugins.desk.publish import add_target, target_of


def add_options(parser: Parser) -> None:
    """Declare where and to which edition."""
    add_target(parser)
    parser.add_argument(
        "--wydanie",
        dest="edition",
        default="",
        metavar="NAZWA",
        help="do którego wydania wrócić (bez tej opcji: do poprzedniego)",
    )
    parser.add_argument(
        "--lista",
        dest="is_list",
        action="store_true",
        help="tylko pokaż wydania: kiedy, ile zmian, kto, z czego",
    )


def run(arguments: Arguments) -> int:
    """Go back, or show to what one can."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    from plugins.desk.deploy import releases, telling
    from plugins.desk.deploy.publishing import shelf_of
    from plugins.problems import Problems

    target = target_of(arguments)
    if not target.form.has_releases:
        raise Halt(f"{target} nie ma wydań – cofnij zmianę w repozytorium i opublikuj znowu", SLIP)
    shelf = shelf_of(child.ROOT, target)
    try:
        with shelf.held():
            if arguments.is_list:
                for one, is_public in releases.editions(shelf):
                    print(telling.edition(one, is_public=is_public))
                return 0
            shelf.heal()
            name = releases.earlier_than(shelf, arguments.edition)
            releases.go_back(shelf, name)
    except Problems as problems:
        print(problems, file=sys.stderr)
        return 1
    print(f"Widać znowu wydanie {name}. Zanim opublikujesz następne, popraw treść.")
    return 0


COMMAND = Command(
    name="rollback",
    summary="pokaż mieszkańcom znowu poprzednie wydanie strony",
    examples=("rollback", "rollback --do serwer --lista", "rollback --wydanie 20261122T080000Z"),
    add_options=add_options,
    run=run,
)
