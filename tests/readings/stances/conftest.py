"""The maker of pages, on the trained pipeline and the built-in codebook."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from tests.readings.stances.negotiating import Maker


@pytest.fixture(scope="session")
def maker(nlp: Any, codebook: Codebook) -> Maker:
    """Makes pages of invented reports."""
    return Maker(nlp, codebook)
