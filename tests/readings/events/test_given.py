"""What happened between two actors that are given."""

from pourparler.codebook import Codebook
from pourparler.model import Event
from pourparler.readings.events.given import event_between
from pourparler.readings.page import Page
from tests.readings.events.making import page_of

TWO = """
Ruritania Ruritania PROPN nsubj 2 NNP LOC
praised praise VERB root 2 VBD
Syldavia Syldavia PROPN obj 2 NNP LOC
and and CCONJ cc 5
condemned condemn VERB conj 2 VBD
Borduria Borduria PROPN obj 5 NNP LOC
"""


def between(page: Page, source: str, target: str) -> Event | None:
    text = page.report.text
    return event_between(
        page,
        (text.index(source), text.index(source) + len(source)),
        (text.index(target), text.index(target) + len(target)),
    )


def test_the_act_with_these_parties_is_chosen(codebook: Codebook) -> None:
    page = page_of(TWO, codebook)
    praised, condemned = between(page, "Ruritania", "Syldavia"), between(page, "Ruritania", "Bord")
    assert praised is not None
    assert condemned is not None
    assert (praised.type, condemned.type) == ("SUPPORT", "ACCUSE")


def test_the_parties_are_those_given(codebook: Codebook) -> None:
    event = between(page_of(TWO, codebook), "Ruritania", "Borduria")
    assert event is not None
    assert [actor.name for actor in event.actors] == ["Ruritania"]
    assert [actor.name for actor in event.recipients] == ["Borduria"]


def test_nothing_known_is_nothing_told(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    borders border VERB root 2 VBZ
    Borduria Borduria PROPN obj 2 NNP LOC
    """
    assert between(page_of(lines, codebook), "Ruritania", "Borduria") is None
    assert event_between(page_of(lines, codebook), (5, 5), (0, 3)) is None
