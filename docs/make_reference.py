"""Write docs/reference/commands.md from the commands themselves.

Run: python docs/make_reference.py
"""

from collections.abc import Iterator
from pathlib import Path

import click

from pourparler.views.cli import COMMANDS, cli

PAGE = Path(__file__).parent / "reference" / "commands.md"


def reference() -> str:
    """The page: every command with its help, as `--help` prints it."""
    parts = [
        "# Commands\n\n"
        "Generated from the code by `python docs/make_reference.py`; a test keeps it true.\n"
    ]
    context = click.Context(
        cli,
        info_name="pourparler",
        max_content_width=90,
        terminal_width=90,
        help_option_names=cli.context_settings["help_option_names"],
    )
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        parts += _pages(command, context, name)
    return "\n".join(parts)


def _pages(command: click.Command, parent: click.Context, name: str) -> Iterator[str]:
    context = click.Context(
        command, parent=parent, info_name=name, max_content_width=90, terminal_width=90
    )
    help_text = click.unstyle(command.get_help(context))
    yield f"## {context.command_path}\n\n```text\n{help_text}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from _pages(found, context, inner)


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
