"""`pourparler mcp`: the questions as tools for a language-model assistant."""

import click

from pourparler.views.cli.options import open_record, record_options


@click.command(
    epilog="Example: pourparler mcp --record talks.db   (as the command that an assistant starts)"
)
@record_options
def mcp(record_path: str, codebook: tuple[str, ...], model: str | None) -> None:
    """Answer a language-model assistant's questions over standard input and output.

    Speaks the Model Context Protocol. Its tools are the record's questions (brief, timeline,
    meetings, positions, preconditions, deadlocks, phases, statements, search, show_report); each
    answer carries the words that prove it. It only reads, and listens on no port.
    docs/how-to/assistant.md tells how to add it to an assistant.
    """
    from pourparler.views.mcp.server import serve

    with open_record(record_path, codebook, model) as record:
        serve(record)
