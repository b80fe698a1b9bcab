"""Fixtures that many tests share.

`nlp` is our trained pipeline and `codebook` the built-in codebook, each loaded once for the
whole run: tests that need no parse should not ask for them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pourparler import codebook as codebooks
from pourparler import language
from pourparler.app import Record
from pourparler.codebook import Codebook

SAMPLE = Path(__file__).parents[1] / "examples" / "turkey-syria"


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The trained pipeline that ships with the package, with the names that readers give it."""
    return language.load(names=codebooks.load().actors.known_names)


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The built-in codebook."""
    return codebooks.load()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the whole sample. Tests read it and never write to it."""
    with Record(tmp_path_factory.mktemp("sample") / "sample.db") as record:
        record.read(SAMPLE)
        yield record
