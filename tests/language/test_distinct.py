from typing import Any

import numpy as np
from spacy.language import Language
from spacy.ml.models.tok2vec import MultiHashEmbed

from pourparler.language.distinct import distinct_words

TEXTS = ("Envoys met envoys in Orsk.", "", "Envoys, it's said, met in Orsk. Envoys  met.")


def test_each_word_of_a_text_is_found_again(nlp: Language) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    words, place = distinct_words(docs)
    forms = [token.orth for doc in docs for token in doc]
    assert [int(words.to_array("ORTH")[at]) for at in place] == forms
    assert len(words) < len(forms)


def test_one_form_with_and_without_a_blank_after_it_are_two_words(nlp: Language) -> None:
    words, _ = distinct_words([nlp.make_doc("met met.")])
    assert sorted(words.to_array(["ORTH", "SPACY"])[:, 1].tolist()) == [0, 0, 1]


def test_the_rows_are_those_of_reading_word_by_word(nlp: Language) -> None:
    ours: Any = nlp.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]
    columns = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"]
    theirs = MultiHashEmbed(96, columns, [5000, 1000, 2500, 2500, 50], True)
    docs = [nlp.make_doc(text) for text in TEXTS]
    theirs.initialize(docs)
    theirs.from_bytes(ours.to_bytes())
    for one, other in zip(ours.predict(docs), theirs.predict(docs), strict=True):
        assert one.shape == other.shape
        assert np.allclose(one, other, atol=1e-4)
