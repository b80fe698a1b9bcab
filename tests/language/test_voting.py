import pytest
import spacy
from spacy.tokens import Doc, Span

from pourparler.language.voting import NameVotes


def named(words: str, *names: tuple[int, int, str]) -> Doc:
    """A document of blank-separated words, its capitalised words tagged as proper nouns."""
    forms = words.split()
    doc = Doc(
        spacy.blank("en").vocab,
        words=forms,
        pos=["PROPN" if form[0].isupper() else "NOUN" for form in forms],
        sent_starts=[index == 0 for index in range(len(forms))],
    )
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    return doc


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in doc.ents]


def test_a_title_makes_a_person() -> None:
    doc = named("the Foreign Minister Anna Brandt left", (3, 5, "ORG"))
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER")]


def test_a_title_finds_a_person_the_recognizer_missed() -> None:
    doc = named("the spokesman Anna Brandt left")
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER")]


def test_a_title_is_no_part_of_the_name() -> None:
    doc = named("then President Anna Brandt left", (1, 4, "PER"))
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER")]


def test_a_surname_is_the_person_named_before() -> None:
    doc = named("then Anna Brandt left and Brandt spoke", (1, 3, "PER"), (5, 6, "ORG"))
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER"), ("Brandt", "PER")]


def test_the_document_outvotes_one_mention() -> None:
    doc = named("from Orsk to Orsk via Orsk", (1, 2, "LOC"), (3, 4, "PER"), (5, 6, "LOC"))
    assert {label for _, label in found(NameVotes()(doc))} == {"LOC"}


def test_given_names_outvote_all() -> None:
    votes = NameVotes()
    votes.give({"Orsk": "ORG"})
    doc = named("Minister Orsk of Orsk", (1, 2, "PER"))
    assert found(votes(doc)) == [("Orsk", "ORG"), ("Orsk", "ORG")]


def test_a_form_of_address_outvotes_a_given_name() -> None:
    votes = NameVotes()
    votes.give({"Orsk": "LOC"})
    doc = named("Mr. Orsk of Orsk", (1, 2, "LOC"))
    assert found(votes(doc)) == [("Orsk", "PER"), ("Orsk", "LOC")]


def test_given_labels_are_checked() -> None:
    with pytest.raises(ValueError, match="found GPE"):
        NameVotes().give({"Orsk": "GPE"})


@pytest.mark.parametrize("names", [[(1, 3, "ORG")], [(1, 3, "ORG"), (4, 5, "LOC")]])
def test_capitals_in_brackets_are_the_organisation_before(
    names: list[tuple[int, int, str]],
) -> None:
    doc = named("the Tavria Forces ( TF ) left", *names)
    assert found(NameVotes()(doc)) == [("Tavria Forces", "ORG"), ("TF", "ORG")]


@pytest.mark.parametrize(("short", "label"), [("TDP", "ORG"), ("FN", "PER")])
def test_initials_in_brackets_make_a_body_of_a_person(short: str, label: str) -> None:
    doc = named(f"then Tavria Dal Pura ( {short} ) left", (1, 4, "PER"))
    assert found(NameVotes()(doc))[0] == ("Tavria Dal Pura", label)


def test_a_title_with_a_capital_finds_a_person_too() -> None:
    doc = named("both Chancellor Brandt and others left")
    assert found(NameVotes()(doc)) == [("Brandt", "PER")]


@pytest.mark.parametrize(
    ("text", "label"),
    [("Tavria Front", "ORG"), ("Brandt Island", "LOC"), ("Tavria Peace", "PER")],
)
def test_the_last_word_of_a_name_tells_what_bears_it(text: str, label: str) -> None:
    assert found(NameVotes()(named(f"from {text} on", (1, 3, "PER")))) == [(text, label)]


def test_what_is_called_a_party_is_no_person() -> None:
    assert found(NameVotes()(named("the Tavria party left", (1, 2, "PER")))) == [("Tavria", "ORG")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Orsk War ended", (1, 3, "ORG")),
        ("when Hurricane Anna came", (2, 3, "PER")),
        ("senator ( R-OK ) left", (2, 3, "PER")),
        ("of HIV drugs", (1, 2, "ORG")),
        ("during Ramadan too", (1, 2, "LOC")),
    ],
)
def test_events_storms_seats_times_and_illnesses_are_no_names(
    text: str, name: tuple[int, int, str]
) -> None:
    assert found(NameVotes()(named(text, name))) == []


def test_a_government_named_after_an_accord_is_a_name() -> None:
    doc = named("the Government of National Accord left", (1, 5, "ORG"))
    assert found(NameVotes()(doc)) == [("Government of National Accord", "ORG")]


def test_who_is_told_of_is_a_person() -> None:
    assert found(NameVotes()(named("Brandt , who left"))) == [("Brandt", "PER")]
    assert found(NameVotes()(named("Brandt , which left"))) == []


def test_parts_of_the_world_are_places() -> None:
    doc = named("across the Caribbean and on")
    assert found(NameVotes()(doc)) == [("Caribbean", "LOC")]


def test_a_comma_parts_two_bodies_but_not_one() -> None:
    doc = named("the Tavria Union , Orsk Rally left", (1, 6, "ORG"))
    assert found(NameVotes()(doc)) == [("Tavria Union", "ORG"), ("Orsk Rally", "ORG")]
    doc = named("the Trade Ministry , Industry and Energy left", (1, 7, "ORG"))
    assert found(NameVotes()(doc)) == [("Trade Ministry , Industry and Energy", "ORG")]
