"""The command line: sub-commands are imported only when called, so that `--help` is quick."""

import sys
from difflib import get_close_matches
from importlib import import_module

import click

from pourparler import __version__
from pourparler.errors import PourparlerError, UsageError

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Read the sample that comes with Pourparler and print its brief."),
    "read": ("read", "Read reports into a record."),
    "reread": ("read", "Read again what an older reader or another codebook has read."),
    "refused": ("refused", "List what could not be read, and what to try."),
    "brief": ("brief", "Where a process stands, on one screen."),
    "timeline": ("questions", "The days that matter, one line each."),
    "meetings": ("questions", "Meetings and calls, each merged from all that tell of it."),
    "positions": ("questions", "Each party's stance on each issue."),
    "preconditions": ("questions", "What each party wants before what."),
    "deadlocks": ("questions", "Orderings that cannot all be met."),
    "phases": ("questions", "Where the talks stood, since when and why."),
    "signals": ("questions", "Offers and hopes, and whether they were answered."),
    "changes": ("questions", "What changed since an earlier day."),
    "statements": ("questions", "Who said what."),
    "sayings": ("questions", "What several reports quote, the versions one below the other."),
    "events": ("questions", "Who did what to whom."),
    "actors": ("actors", "Everyone the reports name; merge or split actors."),
    "formats": ("questions", "Formats of talks, their members and rounds."),
    "show": ("show", "Print a report with its evidence marked."),
    "serve": ("serve", "Show a record in a browser: pages, and an HTTP API."),
    "export": ("export", "Write the record, or a part of it, for other programs."),
    "mcp": ("mcp", "Answer a language-model assistant's questions, each with its evidence."),
    "decisions": ("decisions", "Reject, confirm or correct what was read; share decisions."),
    "process": ("process", "List the processes of the codebook, or draft a new one."),
    "codebook": ("codebook", "Check codebook files, list what they hold, make offices anew."),
    "evaluate": ("evaluate", "Score what is read against gold."),
    "train": ("train", "Train the language pipeline."),
}
"""Every command: the module that holds it, and what `--help` says of it."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"pourparler.views.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS)
            if not near:
                raise
            hint = f"{error.message} Did you mean: {', '.join(near)}?"
            raise click.UsageError(hint, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Without importing any command: the one-line texts stand above.
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: pourparler read reports/ --record talks.db && "
    "pourparler brief --record talks.db",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Follow a negotiation from the news: dated reports in, a cited record out."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command line and exit: 0 done, 1 not done, 2 wrong use."""
    try:
        code = cli.main(arguments, prog_name="pourparler", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("Stopped. What had been read is kept.", err=True)
        sys.exit(130)
    except UsageError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    except PourparlerError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
