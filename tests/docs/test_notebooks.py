"""The notebooks run from their first cell to their last on a record of the sample."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pourparler.app import Record

NOTEBOOKS = Path(__file__).parents[2] / "docs" / "notebooks"


def run_cells(notebook: Path) -> dict[str, Any]:
    """Run a notebook's code cells in order, in one namespace, and give it back."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in cells:
        if cell["cell_type"] == "code":
            source = "".join(cell["source"])
            exec(compile(source, f"{notebook.name}#{cell['id']}", "exec"), names)
    return names


def test_the_pandas_notebook(
    sample: Record, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POURPARLER_RECORD", str(sample.path))
    names = run_cells(NOTEBOOKS / "talks.ipynb")
    names["connection"].close()
    assert len(names["reports"]) == sample.rows.count("reports")
    assert len(names["statements"]) == sample.rows.count("statements")
    assert names["over_time"].to_numpy().sum() == (names["positions"]["voice"] == "own").sum() > 0
    assert {"turkey", "syria", "russia"} <= set(names["latest"].columns)
    assert names["speakers"]["statements"].sum() == len(names["statements"])
    assert len(names["held"]) == len(sample.as_of("2024-08-01").positions())
    assert names["proofs"]
    assert names["row"].summary in capsys.readouterr().out


def test_the_pandas_notebook_holds_no_outputs() -> None:
    notebook = json.loads((NOTEBOOKS / "talks.ipynb").read_text(encoding="utf-8"))
    assert not any(cell.get("outputs") for cell in notebook["cells"])


def test_the_r_script(sample: Record) -> None:
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.skip("Rscript is not on this machine: docs/notebooks/talks.R was not run")
    ready = "quit(status = !all(sapply(c('DBI', 'RSQLite'), requireNamespace, quietly = TRUE)))"
    if subprocess.run([rscript, "-e", ready], capture_output=True).returncode:
        pytest.skip("R has no DBI or RSQLite here: docs/notebooks/talks.R was not run")
    done = subprocess.run(
        [rscript, str(NOTEBOOKS / "talks.R")],
        env={**os.environ, "POURPARLER_RECORD": str(sample.path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Who speaks for whom" in done.stdout
    assert "vladimir-putin" in done.stdout or "sergey-lavrov" in done.stdout
