"""`pourparler serve`: the record as pages in a browser."""

import sys
from typing import TYPE_CHECKING, Any

import click

from pourparler.errors import UsageError
from pourparler.views.cli.options import open_record, record_options

if TYPE_CHECKING:
    from pourparler.app import Record

HOST = "127.0.0.1"
PORT = 8421
SHORTEST_TOKEN = 16


@click.command(epilog="Example: pourparler serve --record talks.db")
@record_options
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True)
@click.option(
    "--host",
    default=HOST,
    show_default=True,
    help="The address to listen on. Any but this machine's own needs --token.",
)
@click.option(
    "--token",
    envvar="POURPARLER_TOKEN",
    metavar="WORD",
    help="What everyone who asks must know, at least 16 characters. Better given as "
    "$POURPARLER_TOKEN, which other users of the machine do not see.",
)
def serve(port: int, host: str, token: str | None, **where: Any) -> None:
    """Show the record in a browser, on this machine alone unless told otherwise.

    Reports may be read into the record meanwhile. Stop it with Ctrl-C.
    """
    from pourparler.views.web.safety import THIS_MACHINE

    if token is None and host not in THIS_MACHINE:
        raise UsageError(
            f"--host {host} shows the record to other machines. Give a --token that everyone "
            "who asks must know, or leave --host out."
        )
    if token is not None and (len(token) < SHORTEST_TOKEN or not token.isascii()):
        raise UsageError(
            f"--token should be at least {SHORTEST_TOKEN} plain letters and digits, as from "
            "`python -c 'import secrets; print(secrets.token_urlsafe())'`."
        )
    with open_record(**where) as record:
        _run(record, host, port, token)


def _run(record: "Record", host: str, port: int, token: str | None) -> None:
    import uvicorn

    from pourparler.views.web import make_site

    # A new state is laid out by a thread that computes; pages should not wait long for it.
    sys.setswitchinterval(0.001)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Showing {record.path} at http://{shown}:{port}/  (Ctrl-C stops it)", err=True)
    if token is not None:
        click.echo("Each browser opens the address once with ?token=… and is then known.", err=True)
    uvicorn.run(
        make_site(record, token=token, ahead=True),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        access_log=False,
    )
