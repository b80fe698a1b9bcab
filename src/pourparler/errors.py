"""Every error Pourparler raises, in one tree.

PourparlerError
├── UsageError            a call or command that cannot mean anything
│   └── MissingExtraError an optional part is not installed; names the extra
├── ReportError           one report (or file of reports) cannot be read
├── CodebookError         a codebook entry is wrong; names file and line
├── RecordError           the record cannot be opened, is locked, or is of another version
│   └── UnknownNameError  no report, actor, issue, process … of that name; lists the nearest
└── LanguageError         a language pipeline is missing, incomplete or of another version

A message answers: what was wrong, where, what was expected, what was found, what to try.
"""

from collections.abc import Iterable


class PourparlerError(Exception):
    """The base of every error this package raises on purpose."""


class UsageError(PourparlerError):
    """A call or a command that cannot mean anything."""


class MissingExtraError(UsageError):
    """An optional part is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs an optional part that is not installed. "
            f"Install it with: pip install 'pourparler[{extra}]'"
        )
        self.extra = extra


class ReportError(PourparlerError):
    """One report cannot be read.

    Raised inside the readers and kept as a `Refusal`; a batch never stops for it.
    """

    def __init__(self, reason: str, *, fix: str, place: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix
        self.place = place


class CodebookError(PourparlerError):
    """A codebook entry is wrong."""

    def __init__(self, problem: str, *, file: str, line: int | None = None, fix: str = "") -> None:
        where = file if line is None else f"{file}, line {line}"
        super().__init__(f"{where}: {problem}" + (f" {fix}" if fix else ""))
        self.problem = problem
        self.file = file
        self.line = line
        self.fix = fix


class RecordError(PourparlerError):
    """The record cannot be opened, is locked, or is of another version."""


_FIND = {
    "process": "`pourparler process list` names them",
    "actor": "`pourparler actors --process all` names them",
    "issue": "`pourparler positions --process all --given-up` shows those told of",
    "report": "give the beginning of its id, its path, its file's name or its key",
}
"""How to find the names of a kind."""


class UnknownNameError(RecordError):
    """Nothing of that name is known; the message lists the nearest names, or else the `known`
    ones, or how to find them."""

    def __init__(
        self, kind: str, name: str, nearest: Iterable[str] = (), known: Iterable[str] = ()
    ) -> None:
        near, all_ = ", ".join(nearest), ", ".join(known)
        hint = f"did you mean: {near}?" if near else _FIND.get(kind, "")
        if all_ and not near:
            hint = f"known are: {all_}"
        super().__init__(f"no {kind} named {name!r}" + (f"; {hint}" if hint else ""))
        self.kind = kind
        self.name = name


class LanguageError(PourparlerError):
    """A language pipeline is missing, incomplete or of another version."""
