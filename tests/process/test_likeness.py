"""Who may be whom, among invented persons."""

from pourparler.model import Actor, Office
from pourparler.process.likeness import suggest_same

BRANDT = Actor("anna-brandt", "Anna Brandt", "person", "norland")


def learned(name: str, country: str | None = "norland", *offices: Office) -> Actor:
    id = "person:" + name.lower().replace(" ", "-")
    return Actor(id, name, "person", country, offices=offices, learned=True)


def test_an_initial_and_the_country_are_a_suggestion() -> None:
    (found,) = suggest_same([learned("A. Brandt")], [BRANDT])
    assert (found.actor, found.into) == ("person:a.-brandt", "anna-brandt")
    assert "initial of the given name" in found.reasons
    assert 0.5 <= found.score <= 1


def test_other_letters_count_less_than_the_same() -> None:
    one = suggest_same([learned("Anna Pashinian")], [learned("Anna Pashinyan")])
    same = suggest_same([learned("Anna Brandt")], [BRANDT])
    assert one[0].score < same[0].score
    assert "surname in other letters" in one[0].reasons


def test_another_given_name_or_country_is_no_suggestion() -> None:
    assert suggest_same([learned("Karl Brandt")], [BRANDT]) == []
    assert suggest_same([learned("A. Brandt", "sutland")], [BRANDT]) == []


def test_an_office_in_common_counts() -> None:
    office = Office("foreign-minister", "norland")
    plain = suggest_same([learned("Brandt")], [BRANDT])
    with_office = suggest_same(
        [learned("Brandt", "norland", office)], [learned("Anna Brandt", "norland", office)]
    )
    assert with_office[0].score > plain[0].score


def test_what_somebody_decided_on_is_not_suggested_again() -> None:
    pair = frozenset({"person:a.-brandt", "anna-brandt"})
    assert suggest_same([learned("A. Brandt")], [BRANDT], [pair]) == []


def test_each_pair_once_and_the_shorter_name_into_the_longer() -> None:
    both = [learned("A. Brandt"), learned("Anna Brandt")]
    (found,) = suggest_same(both, both)
    assert (found.name, found.into_name) == ("A. Brandt", "Anna Brandt")


def test_nobody_of_the_codebook_is_suggested_into_another() -> None:
    assert suggest_same([BRANDT], [BRANDT, Actor("a-brandt", "A. Brandt", "person")]) == []
