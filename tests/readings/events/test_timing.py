"""Which words a time dates."""

from dataclasses import replace

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Span, Time
from pourparler.readings.events.timing import Timing
from pourparler.readings.events.tree import Tree
from tests.readings.events.making import page_of

_OWNED = """
Ruritania Ruritania PROPN nsubj 2
condemned condemn VERB root 2
Friday Friday PROPN nmod:poss 5
's 's PART case 3
raid raid NOUN obj 2
"""
_WITHIN = """
Brandt Brandt PROPN nsubj 2
won win VERB root 2
in in ADP case 6
Friday Friday PROPN nmod:poss 6
's 's PART case 4
election election NOUN obl 2
"""
_REASON = """
Ruritania Ruritania PROPN nsubj 2
shelled shell VERB root 2
it it PRON obj 2
in in ADP case 5
reply reply NOUN obl 2
for for ADP case 7
raids raid NOUN nmod 5
Friday Friday PROPN nmod 7
"""
_BESIDE = """
Ruritania Ruritania PROPN nsubj 2
signed sign VERB root 2
pacts pact NOUN obj 2
on on ADP case 5
Friday Friday PROPN nmod 3
"""


@pytest.mark.parametrize(
    ("lines", "verb", "noun"),
    [
        (_OWNED, None, "2024-05-03"),
        (_WITHIN, "2024-05-03", "2024-05-03"),
        (_REASON, None, "2024-05-03"),
        (_BESIDE, "2024-05-03", "2024-05-03"),
    ],
)
def test_a_time_dates_its_noun_and_the_verb_only_when_both_happened_at_once(
    lines: str, verb: str | None, noun: str, codebook: Codebook
) -> None:
    page = page_of(lines, codebook)
    text = page.report.text
    start = text.index("Friday")
    time = Time(Span.of(text, start, start + 6), "DATE", "2024-05-03", "2024-05-03")
    tree = Tree(page.doc)
    timing = Timing(tree, replace(page, times=(time,)))
    named = {"raid", "election", "pact"}
    assert timing.of([1]) == verb
    assert timing.of([at for at, lemma in enumerate(tree.lemmas) if lemma in named]) == noun
