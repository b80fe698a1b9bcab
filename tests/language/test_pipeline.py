import json
from pathlib import Path

import pytest
import spacy

from pourparler.errors import LanguageError
from pourparler.language.pipeline import check, check_version, load, missing_parts


def test_an_unknown_pipeline_is_an_error_that_says_how_to_get_it() -> None:
    with pytest.raises(LanguageError, match=r"no spaCy pipeline 'no_such_thing'.*spacy download"):
        load("no_such_thing")


def test_what_a_bare_pipeline_lacks_is_listed() -> None:
    missing = missing_parts(spacy.blank("en"))
    assert len(missing) == 6
    with pytest.raises(LanguageError, match=r"'bare' cannot serve readings; it lacks: sentences"):
        check(spacy.blank("en"), "bare")


def test_a_folder_with_an_incomplete_pipeline_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "partial")
    with pytest.raises(LanguageError, match=r"it lacks: parts of speech.*It has: sentencizer"):
        load(str(tmp_path / "partial"))


def test_weights_of_another_spacy_are_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"pourparler_spacy": "2.1"}))
    with pytest.raises(LanguageError, match=r"trained with spaCy 2\.1, this is spaCy 3"):
        check_version(tmp_path)
