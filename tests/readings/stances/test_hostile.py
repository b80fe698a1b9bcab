"""Text that no person wrote: nothing is read from it, at no great cost."""

import time
from typing import Any

from spacy.tokens import Doc

from pourparler.codebook import Codebook
from pourparler.model import Report
from pourparler.readings.memberships import find_memberships
from pourparler.readings.page import Page
from pourparler.readings.phases import find_phase_signs
from pourparler.readings.positions import find_positions
from pourparler.readings.preconditions import find_preconditions


def test_one_endless_sentence_says_nothing(nlp: Any, codebook: Codebook) -> None:
    words = ["Aland", "demands", "talks", "until", "troops", "withdraw"] * 5_000
    doc = Doc(
        nlp.vocab,
        words=words,
        lemmas=words,
        pos=["VERB"] * len(words),
        heads=[0] * len(words),
        deps=["ROOT"] + ["obj"] * (len(words) - 1),
        sent_starts=[True] + [False] * (len(words) - 1),
    )
    page = Page(Report.of(doc.text, "2031-05-20"), doc, codebook)
    started = time.perf_counter()
    assert find_positions(page) == find_preconditions(page) == ()
    assert find_phase_signs(page) == find_memberships(page) == ()
    assert time.perf_counter() - started < 10
