"""``edit``: forms over the site's content in the browser, its preview beside them."""

from __future__ import annotations

from plugins.desk.parsing import Arguments, Command, Parser
from plugins.desk.serve import PORT, port


def add_options(parser: Parser) -> None:
    """Declare the port, the browser, commits and whose they are."""
    parser.add_argument(
        "--port",
        type=port,
        default=PORT,
        metavar="NUMER",
        help=f"port edytora i podglądu; gdy zajęty, następny wolny (bez tej opcji: {PORT})",
    )
    parser.add_argument(
        "--bez-przeglądarki",
        "--bez-przegladarki",
        dest="quiet",
        action="store_true",
        help="nie otwieraj przeglądarki, tylko podaj adres",
    )
    parser.add_argument(
        "--commit",
        action="store_true",
        help="każdy zapis zachowaj w historii git jako osobną zmianę tego jednego pliku",
    )
    parser.add_argument(
        "--osoba",
        default="",
        metavar="IMIĘ",
        help="w czyim imieniu zapisywać zmiany w git (bez tej opcji: jak w ustawieniach git)",
    )


def run(arguments: Arguments) -> int:
    """Serve until Ctrl+C."""
    from plugins.desk.editor.running import run as edit  # Flask: other commands start without

    return edit(arguments.port, arguments.commit, arguments.osoba, not arguments.quiet)


COMMAND = Command(
    name="edit",
    summary="pisz i poprawiaj wpisy w przeglądarce, z podglądem strony obok",
    examples=("edit", "edit --commit", "edit --port 8001 --bez-przeglądarki"),
    add_options=add_options,
    run=run,
)
