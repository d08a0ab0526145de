"""``serve``: the preview with drafts, on this machine only."""

from __future__ import annotations

import argparse

from plugins.desk.parsing import Arguments, Command, Parser

PORT = 8000


def add_options(parser: Parser) -> None:
    """Declare the port."""
    parser.add_argument(
        "--port",
        type=port,
        default=PORT,
        metavar="NUMER",
        help=f"port podglądu; gdy zajęty, następny wolny (bez tej opcji: {PORT})",
    )


def port(text: str) -> int:
    """A number of a port, 0 for any free one."""
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(
            f"„{text}” to nie numer portu – wpisz liczbę od 1024 do 65535, np. 8001"
        )
    return int(text)


def run(arguments: Arguments) -> int:
    """Serve until Ctrl+C."""
    from plugins.desk.preview.live import preview  # a web server: other commands start without

    return preview(arguments.port)


COMMAND = Command(
    name="serve",
    summary="pokaż podgląd ze szkicami, który odświeża się po każdym zapisie",
    examples=("serve", "serve --port 8001"),
    add_options=add_options,
    run=run,
)
