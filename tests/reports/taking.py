"""What the tests of this folder share: reading paths into reports and refusals apart."""

from datetime import date
from pathlib import Path
from typing import Any

from pourparler.model import Refusal, Report
from pourparler.reports import read_paths

TODAY = date(2025, 1, 1)
SENTENCE = "The ministers of Norland and Sudria said that talks would go on with the mediator."


def take(*paths: str | Path, **given: Any) -> tuple[list[Report], list[Refusal]]:
    """The reports and the refusals of reading `paths`, each in order."""
    given.setdefault("today", TODAY)
    reports: list[Report] = []
    refusals: list[Refusal] = []
    for outcome in read_paths(paths, **given):
        if isinstance(outcome, Report):
            reports.append(outcome)
        else:
            refusals.append(outcome)
    return reports, refusals


def one_report(*paths: str | Path, **given: Any) -> Report:
    """The one report that there is, when nothing was refused."""
    reports, refusals = take(*paths, **given)
    assert refusals == []
    assert len(reports) == 1
    return reports[0]


def one_refusal(*paths: str | Path, **given: Any) -> Refusal:
    """The one refusal that there is, when nothing was read; it says why and what to try."""
    reports, refusals = take(*paths, **given)
    assert reports == []
    assert len(refusals) == 1
    assert refusals[0].reason
    assert refusals[0].fix
    return refusals[0]
