"""Who is named, and who is meant: invented reports, read by the pipeline that ships."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.codebook import Codebook
from pourparler.model import Dateline, Mention, Report
from pourparler.readings.cast import Cast
from pourparler.readings.mentions import find_mentions
from pourparler.readings.page import Page

DAY = "2023-07-10"


@pytest.fixture(scope="module")
def read(nlp: Any, codebook: Codebook) -> Any:
    """Text (and day, and dateline) to its cast and parse."""

    def of(text: str, published: str = DAY, dateline: Dateline | None = None) -> tuple[Cast, Any]:
        report = Report.of(text, published, dateline=dateline)
        doc = nlp(text)
        return find_mentions(Page(report, doc, codebook)), doc

    return of


def named(cast: Cast, words: str) -> Mention:
    """The first mention of exactly these words."""
    return next(mention for mention in cast.mentions if mention.span.exact == words)


def test_a_title_and_name_make_one_mention_with_post_and_state(read: Any) -> None:
    cast, _ = read("Turkish Foreign Minister Hakan Fidan arrived in Baghdad on Monday.")
    mention = named(cast, "Turkish Foreign Minister Hakan Fidan")
    assert mention.actor == "hakan-fidan"
    assert (mention.represents, mention.post, mention.form) == (
        "turkey",
        "foreign-minister",
        "title",
    )


def test_a_surname_is_whoever_bore_it_before(read: Any) -> None:
    cast, _ = read("Foreign Minister Anna Brandt of Chad left. Brandt later spoke to reporters.")
    assert named(cast, "Brandt").actor == "person:anna-brandt"
    assert named(cast, "Brandt").represents == "chad"


def test_a_person_nobody_listed_is_learned_with_office_and_country(read: Any) -> None:
    cast, _ = read("Chadian Foreign Minister Anna Brandt met officials.")
    (learned,) = [actor for actor in cast.actors if actor.kind == "person"]
    assert (learned.id, learned.country, learned.learned) == ("person:anna-brandt", "chad", True)
    assert [(o.post, o.actor) for o in learned.offices] == [("foreign-minister", "chad")]


@pytest.mark.parametrize(
    ("day", "actor"), [("2023-05-10", "mevlut-cavusoglu"), ("2023-07-10", "hakan-fidan")]
)
def test_an_office_is_that_of_the_day(read: Any, day: str, actor: str) -> None:
    cast, _ = read("Turkey's foreign minister arrived in Baghdad.", day)
    assert named(cast, "Turkey's foreign minister").actor == actor


def test_a_role_without_a_name_is_found_in_the_text(read: Any) -> None:
    text = "Sergey Lavrov met reporters in Vienna. The top Russian diplomat left in the evening."
    cast, _ = read(text)
    mention = named(cast, "top Russian diplomat")
    assert (mention.actor, mention.form) == ("sergey-lavrov", "role")


def test_an_apposition_is_the_person_beside_it(read: Any) -> None:
    cast, doc = read("Anna Brandt, the Chadian foreign minister, said the talks would go on.")
    assert named(cast, "Chadian foreign minister").actor == "person:anna-brandt"
    assert cast.of(doc[0]).actor == "person:anna-brandt"


def test_capitals_and_seats_stand_for_their_state_but_not_as_places(read: Any) -> None:
    cast, _ = read(
        "Ankara rejected the proposal. The Kremlin welcomed it. Talks opened in Damascus."
    )
    assert named(cast, "Ankara").actor == "turkey"
    assert named(cast, "Kremlin").actor == "russia"
    assert "Damascus" not in [mention.span.exact for mention in cast.mentions]


def test_she_and_he_are_told_apart_by_gender(read: Any) -> None:
    text = (
        "Foreign Ministry spokeswoman Anna Brandt met King Bela of Chad. "
        "She said the visit was short."
    )
    cast, _ = read(text)
    assert named(cast, "She").actor == "person:anna-brandt"


def test_who_speaks_after_the_words_is_not_named_in_them(read: Any) -> None:
    text = (
        "Hakan Fidan spoke to reporters on Monday. "
        "Sergey Lavrov is expected in Ankara next week, he said."
    )
    cast, _ = read(text)
    assert named(cast, "he").actor == "hakan-fidan"


def test_parts_of_states_by_their_noun(read: Any) -> None:
    cast, _ = read("The Syrian government and opposition met. Turkish forces left the town.")
    assert named(cast, "Syrian government").actor == "syria.government"
    assert named(cast, "Syrian government").represents == "syria"
    assert named(cast, "opposition").actor == "syria.opposition"
    assert named(cast, "opposition").represents == "syria.opposition"
    assert named(cast, "Turkish forces").actor == "turkey.army"


def test_an_unnamed_official_is_an_actor_of_a_kind_of_its_own(read: Any) -> None:
    cast, _ = read("A Turkish official who declined to be named said the talks had stalled.")
    mention = named(cast, "Turkish official")
    assert (mention.actor, mention.form) == ("unnamed:turkey:official", "unnamed")
    assert mention.represents == "turkey"
    assert cast.actors[0].kind == "unnamed"


def test_the_official_is_the_unnamed_one_before(read: Any) -> None:
    text = "A Turkish official confirmed the plan. The official gave no date."
    cast, _ = read(text)
    assert named(cast, "official").actor == "unnamed:turkey:official"


def test_ministers_of_several_states_are_several_mentions(read: Any) -> None:
    cast, doc = read("The foreign ministers of Russia and Turkey met on Monday.")
    head = next(token for token in doc if token.lower_ == "ministers")
    assert [mention.actor for mention in cast.all_of(head)] == ["sergey-lavrov", "hakan-fidan"]


def test_coordinated_states_are_all_named(read: Any) -> None:
    cast, doc = read("Russia, Iran and Turkey issued a statement.")
    assert [mention.actor for mention in cast.all_of(doc[0])] == ["russia", "iran", "turkey"]


def test_a_state_inside_a_title_answers_for_itself(read: Any) -> None:
    cast, doc = read("The foreign minister of Turkey arrived in Baghdad.")
    turkey = next(token for token in doc if token.text == "Turkey")
    assert cast.of(turkey).actor == "turkey"


def test_a_ministry_without_a_state_is_that_of_the_dateline(read: Any) -> None:
    text = "MOSCOW, July 10. The Foreign Ministry announced a meeting."
    cast, _ = read(text, DAY, Dateline(0, 16, "MOSCOW", "2023-07-10"))
    assert named(cast, "Foreign Ministry").actor == "russia.foreign-ministry"
    assert "MOSCOW" not in [mention.span.exact for mention in cast.mentions]


def test_a_former_or_coming_office_names_no_present_holder(read: Any) -> None:
    cast, _ = read("The next president of Turkey will decide.")
    assert named(cast, "next president of Turkey").actor is None


def test_spellings_are_one_person(read: Any) -> None:
    for name in ("Faisal Mekdad", "Faisal Miqdad", "Faisal Mikdad"):
        cast, _ = read(f"Syrian Foreign Minister {name} arrived in Tehran.")
        assert cast.mentions[0].actor == "faisal-mekdad", name


def test_accents_do_not_matter(read: Any) -> None:
    for name in ("Erdoğan", "Erdogan"):
        cast, _ = read(f"Turkish President Recep Tayyip {name} arrived in Tehran.")
        assert cast.mentions[0].actor == "recep-tayyip-erdogan"


def test_what_is_not_known_stays_unknown(read: Any) -> None:
    cast, doc = read("The weather was fine in the valley.")
    mention = cast.of(next(token for token in doc if token.lower_ == "weather"))
    assert mention.actor is None
    assert mention.name == "The weather"


def test_every_learned_actor_has_a_mention(read: Any) -> None:
    cast, _ = read("Chadian Prime Minister Anna Brandt met a diplomat and General Bela Kovar.")
    actors = {mention.actor for mention in cast.mentions}
    assert {actor.id for actor in cast.actors} <= actors


WORDS = (
    "Turkey Ankara Lavrov the minister's , “ ” \" - of and said he they it President Türkiye "
    "A.B. RUSSIA 'S Mr. foreign ministers \u200f \U0001f600 \x07"
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "\n\n", "\u00a0"]), max_size=30))
def test_spans_slice_back_whatever_the_text(read: Any, words: list[str]) -> None:
    text = " ".join(words) or "."
    cast, doc = read(text)
    assert all(mention.span.holds_in(text) for mention in cast.mentions)
    for token in doc:
        assert cast.of(token).span.exact in text


def test_a_long_text_without_sentences_takes_linear_time(read: Any) -> None:
    from time import process_time

    def took(count: int) -> float:
        text = "RUSSIA AND THE MINISTER OF TURKEY SAID HE " * count
        start = process_time()
        cast, _ = read(text)
        assert cast.mentions
        return process_time() - start

    took(20)
    short, long = took(100), took(800)
    assert long < 24 * short + 1.0


def test_nobody_is_of_his_counterparts_country(read: Any) -> None:
    cast, _ = read(
        "Malian Foreign Minister Omar Keita announced the talks, Omar Keita said. "
        "Chadian Foreign Minister Karl Brandt is in Geneva. "
        "He ruled out seeing his Malian counterpart while soldiers remain."
    )
    assert named(cast, "He").actor == "person:karl-brandt"


def test_the_guest_of_a_state_is_who_was_named_before(read: Any) -> None:
    cast, _ = read(
        "Turkish Foreign Minister Hakan Fidan came to Baghdad. The Turkish guest met reporters."
    )
    assert named(cast, "Turkish guest").actor == "hakan-fidan"


def test_its_guests_are_nobody_in_particular(read: Any) -> None:
    cast, _ = read("Turkish Foreign Minister Hakan Fidan came to Baghdad. Iraq met its guests.")
    assert not any("guest" in mention.span.exact for mention in cast.mentions)


def test_which_after_a_noun_that_names_nobody_is_who_stands_before_it(read: Any) -> None:
    cast, doc = read("It was put off at the request of Peru, which had told Chile to wait.")
    which = next(token for token in doc if token.lower_ == "which")
    assert cast.of(which).actor == "peru"


def test_an_official_in_the_capital_named_first_is_that_states(read: Any) -> None:
    cast, _ = read("In Ankara, a senior official disputed the account.")
    assert named(cast, "senior official").represents == "turkey"


def test_another_states_congress_is_not_the_american_one(read: Any) -> None:
    cast, _ = read("The Peruvian Congress met in May. The Congress of Peru sat for a week.")
    assert {m.actor for m in cast.mentions if "Congress" in m.span.exact} == {"peru.parliament"}


def test_a_state_before_a_title_belongs_to_the_person(read: Any) -> None:
    cast, _ = read("Chad President Anna Brandt left for Lima on Monday.")
    assert named(cast, "Chad President Anna Brandt").actor == "person:anna-brandt"


def test_a_name_in_other_letters_is_the_same_person(read: Any) -> None:
    cast, _ = read("Prime Minister Anna Karapetian of Chad left. Karapetyan later spoke.")
    assert {m.actor for m in cast.mentions if m.span.exact.endswith("an")} >= {
        "person:anna-karapetian"
    }
    cast, _ = read("Prime Minister Nikol Pashinian spoke.", "2024-03-01")
    assert cast.mentions[0].actor == "nikol-pashinyan"


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "Kenya and Norway hosted talks between the Sudanese army and the Rapid Support Forces "
            "(RSF). The two parties agreed on a truce.",
            "The two parties",
            {"sudan.army", "rsf"},
        ),
        (
            "Norway said talks between Chad and Libya went on. The warring parties will meet.",
            "The warring parties",
            {"chad", "libya"},
        ),
        (
            "President Anna Brandt of Chad and President Omar Salim of Libya met in Oslo, Norway. "
            "Each side will withdraw.",
            "Each side",
            {"chad", "libya"},
        ),
        (
            "Talks between Kenya and Libya, held by Norway, went well. Both countries thanked it.",
            "Both countries",
            {"kenya", "libya"},
        ),
        (
            "The Chadian and Libyan delegations held talks at the Kenya–Tanzania border. Both "
            "countries told of progress.",
            "Both countries",
            {"chad", "libya"},
        ),
    ],
)
def test_the_sides_are_those_who_face_each_other(
    read: Any, text: str, words: str, meant: set[str]
) -> None:
    cast, _ = read(text)
    assert {one.actor for one in cast.mentions if one.span.exact == words} == meant


def test_the_parties_of_something_are_nobody(read: Any) -> None:
    cast, _ = read(
        "Chad and Libya left. The parties to the convention and the sides of roads stay."
    )
    assert not [one for one in cast.mentions if one.span.exact in {"The parties", "the sides"}]


def test_who_says_that_he_will_means_himself(read: Any) -> None:
    cast, _ = read(
        "Minister Karl Lund of Chad spoke. Minister Anders Brandt of Peru said that he would leave."
    )
    assert named(cast, "he").actor == "person:anders-brandt"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "President Anna Brandt of Chad asked President Omar Salim of Libya to wait. President "
            "Kari Lund of Norway was told. The two presidents will meet.",
            {"person:anna-brandt", "person:omar-salim"},
        ),
        (
            "President Anna Brandt of Chad left. President Omar Salim of Libya slept. President "
            "Kari Lund of Norway spoke. The two presidents will meet.",
            {None},
        ),
    ],
)
def test_the_two_of_three_are_those_who_deal_with_each_other_or_nobody(
    read: Any, text: str, meant: set[str | None]
) -> None:
    cast, _ = read(text)
    assert {one.actor for one in cast.mentions if "two presidents" in one.span.exact} == meant


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("In a speech in Kenya, Chadian President Anna Brandt spoke.", {"chad"}),
        ("At talks in Oslo, Chadian President Anna Brandt spoke.", {"chad"}),
        ("Libyan, Kenyan and US foreign ministers met.", {"libya", "kenya", "united-states"}),
    ],
)
def test_a_place_before_a_comma_is_no_part_of_a_title(
    read: Any, text: str, states: set[str]
) -> None:
    cast, _ = read(text)
    assert {one.represents for one in cast.mentions if one.form == "title" or one.post} == states


def test_a_commissioner_does_not_lead_what_he_is_a_commissioner_of(read: Any) -> None:
    cast, _ = read("United Nations High Commissioner for Roads Anna Brandt called for calm.")
    mention = named(cast, "United Nations High Commissioner for Roads Anna Brandt")
    assert mention.post == "official"
    assert mention.actor is None or mention.actor.startswith("person:")


def test_a_name_behind_where_a_role_is_held_is_whose_role_it_is(read: Any) -> None:
    cast, _ = read("Chad's ambassador to the UN in Vienna, Anna Brandt, said that talks went on.")
    assert named(cast, "Chad's ambassador to the UN").actor == "person:anna-brandt"


def test_it_is_who_tells_of_itself(read: Any) -> None:
    cast, _ = read("Libya left, the TASS news agency said. Chad made clear it wants an end to it.")
    assert next(one for one in cast.mentions if one.span.exact == "it").actor == "chad"


def test_another_name_told_of_a_person_is_his_from_then_on(read: Any) -> None:
    cast, _ = read(
        "Rebel leader Karl Lund, also known as Borek, met the envoys. Borek said it was over."
    )
    borek = [one.actor for one in cast.mentions if one.span.exact == "Borek"]
    assert set(borek) == {"person:karl-lund"}


def test_the_leaders_of_one_state_are_several_and_nobody_by_name(read: Any) -> None:
    cast, _ = read("Iranian leaders rejected the plan.")
    mention = named(cast, "Iranian leaders")
    assert (mention.actor, mention.represents) == ("unnamed:iran:leader", "iran")


@pytest.mark.parametrize(
    "text",
    [
        "The firm paid US$43 million for it.",
        "The pro-Libya militia left.",
        "The Trade Union Congress called a strike.",
        "The army bombed FARC dissidents.",
        "The army bombed Fatah al-Islam.",
        "The president called a meeting of the National Security Council.",
    ],
)
def test_what_only_looks_like_a_states_name(read: Any, text: str) -> None:
    cast, _ = read(text)
    known = {one.represents or one.actor for one in cast.mentions}
    assert known.isdisjoint(
        {
            "united-states",
            "united-states.parliament",
            "libya",
            "farc",
            "fatah",
            "un-security-council",
        }
    )


def test_who_leads_a_party_leads_no_state(read: Any) -> None:
    cast, _ = read("The head of the Libyan Labour Party, Anna Brandt, resigned.")
    assert all(one.post not in ("leader", "head of state") for one in cast.mentions)
