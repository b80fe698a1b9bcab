from pourparler.codebook import Codebook
from pourparler.codebook.actors.names import known_names
from pourparler.model import Actor


def test_states_are_places_persons_persons_and_bodies_organisations() -> None:
    found = known_names(
        [
            Actor(id="orsk", name="Orsk", kind="state", aliases=("Republic of Orsk",)),
            Actor(id="anna-brandt", name="Anna Brandt", kind="person"),
            Actor(id="orsk-front", name="Orsk Front", kind="armed-group", aliases=("OF", "Or")),
            Actor(id="orsk.parliament", name="Orska Rada", kind="parliament"),
        ]
    )
    assert found == {
        "Orsk": "LOC",
        "Republic of Orsk": "LOC",
        "Anna Brandt": "PER",
        "Orsk Front": "ORG",
        "OF": "ORG",
        "Orska Rada": "ORG",
    }


def test_phrases_and_names_of_two_kinds_are_left_out() -> None:
    found = known_names(
        [
            Actor(id="a", name="Orsk peace council", kind="organisation"),
            Actor(id="b", name="Lena", kind="person", aliases=("The Lena",)),
            Actor(id="c", name="Lena", kind="state"),
            Actor(id="d", name="Orsk Government", kind="government"),
        ]
    )
    assert found == {}


def test_the_built_in_codebook_knows_names(codebook: Codebook) -> None:
    names = codebook.actors.known_names
    assert names["Germany"] == "LOC"
    assert len(names) > 3000
