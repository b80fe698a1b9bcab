"""What holds for any parse, however wrong it is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pourparler import codebook as codebooks
from pourparler.model import Report
from pourparler.readings.events import find_events
from pourparler.readings.meetings import find_meetings
from pourparler.readings.page import Page

BOOK = codebooks.load()
VOCAB = Vocab()
WORDS = (
    "attack", "agree", "withdraw", "talk", "meeting", "sanction", "Ruritania", "Borduria", "rebel",
    "will", "not", "to", "on", "with", "refuse", "demand", "say", "it", "and", "between", "must",
    "strike", "postpone", "visit", "21st", "round", "series", "\U0001f54a", "\x07",
)  # fmt: skip
POSES = ("NOUN", "VERB", "PROPN", "ADJ", "AUX", "ADP", "PRON", "PUNCT", "PART", "NUM")
RELATIONS = (
    "nsubj", "obj", "obl", "nmod", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj", "case",
    "aux", "mark", "amod", "compound", "nsubj:pass", "obl:agent", "iobj", "parataxis", "dep",
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A page of up to fourteen tokens in any tree."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    size = len(words)
    order = draw(st.permutations(range(size)))
    heads, relations = [0] * size, ["ROOT"] * size
    for place, token in enumerate(order):
        above = order[draw(st.integers(0, place - 1))] if place else token
        heads[token] = above
        relations[token] = draw(st.sampled_from(RELATIONS)) if place else "ROOT"
    doc = Doc(
        VOCAB,
        words=words,
        lemmas=words,
        heads=heads,
        deps=relations,
        pos=[draw(st.sampled_from(POSES)) for _ in words],
        tags=[draw(st.sampled_from(("VBD", "VBN", "NNS", "NN", "VB"))) for _ in words],
        ents=[draw(st.sampled_from(("", "B-LOC", "B-PER"))) for _ in words],
    )
    return Page(Report.of(doc.text, "2024-05-10"), doc, BOOK)


@settings(max_examples=150, deadline=None)
@given(pages())
def test_every_event_and_meeting_is_proved_by_its_text(page: Page) -> None:
    text = page.report.text
    events, meetings = find_events(page), find_meetings(page)
    spans = [span for item in (*events, *meetings) for span in item.evidence]
    spans += [one.span for event in events for one in (*event.actors, *event.recipients)]
    spans += [one.mention.span for meeting in meetings for one in meeting.participants]
    assert all(span.holds_in(text) for span in spans)
    assert all(event.actors or event.recipients for event in events)


@settings(max_examples=50, deadline=None)
@given(pages())
def test_reading_again_changes_nothing(page: Page) -> None:
    assert find_events(page) == find_events(page)
    assert find_meetings(page) == find_meetings(page)
    ids = [event.id for event in find_events(page)]
    assert len(ids) == len(set(ids))
