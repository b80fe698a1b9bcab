"""What is no statement: not made, still to be made, or of what cannot speak."""

from typing import Any

from pourparler.readings.statements import find_statements
from tests.readings.statements.desk import parsed, read, told


def test_what_somebody_left_without_telling_is_no_statement() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 left/VERB/ROOT/1 without/SCONJ/mark/3 telling/VERB/advcl/1"
        " the/DET/det/5 envoys/NOUN/iobj/3 why_/ADV/ccomp/3 ./PUNCT/punct/1"
    )
    assert find_statements(page) == ()


def test_what_somebody_is_asked_to_announce_is_not_announced() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 asked/VERB/ROOT/1 Norland/PROPN/obj/1 to/PART/mark/4"
        " announce/VERB/xcomp/1 a/DET/det/6 truce_/NOUN/obj/4 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert statement.cue is not None
    assert statement.cue.exact == "asked"


def test_what_would_follow_a_promise_is_not_promised_yet() -> None:
    page = parsed(
        "Talks/NOUN/nsubj/2 will/AUX/aux/2 end/VERB/ROOT/2 if/SCONJ/mark/5 Norland/PROPN/nsubj/5"
        " promises/VERB/advcl/2 to/PART/mark/7 leave_/VERB/xcomp/5 ./PUNCT/punct/2"
    )
    assert find_statements(page) == ()


def test_a_war_says_nothing() -> None:
    page = parsed(
        "The/DET/det/1 war/NOUN/nsubj/2 suggests/VERB/ROOT/2 that/SCONJ/mark/5 nobody/PRON/nsubj/5"
        " won_/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert find_statements(page) == ()


def test_what_somebody_will_announce_is_a_plan() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/2 will/AUX/aux/2 announce/VERB/ROOT/2 a/DET/det/4 truce_/NOUN/obj/2"
        " ./PUNCT/punct/2"
    )
    (statement,) = find_statements(page)
    assert statement.attitude == "plan"


def test_who_expresses_support_makes_one_statement() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 expressed/VERB/ROOT/1 its/PRON/nmod:poss/3 support/NOUN/obj/1"
        " for/ADP/case/5 talks_/NOUN/nmod/3 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["its support for talks"]


def test_a_demand_of_somebody_elses_within_a_statement_is_one_too() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 rejected/VERB/ROOT/1 Sutland/PROPN/nmod:poss/4 's/PART/case/2"
        " demand/NOUN/obj/1 for/ADP/case/6 money_/NOUN/nmod/4 ./PUNCT/punct/1"
    )
    rejected, demand = find_statements(page)
    assert demand.nested_in == rejected.id
    assert demand.act == "demanded"


def test_what_a_meeting_is_for_is_not_told_yet() -> None:
    page = parsed(
        "Leaders/NOUN/nsubj/1 met/VERB/ROOT/1 to/PART/mark/3 discuss/VERB/advcl/1"
        " trade_/NOUN/obj/3 ./PUNCT/punct/1"
    )
    assert find_statements(page) == ()


def test_a_relative_pronoun_that_stands_for_a_war_is_nobody() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 ended/VERB/ROOT/1 the/DET/det/3 war/NOUN/obj/1 which/PRON/nsubj/5"
        " showed/VERB/acl:relcl/3 that/SCONJ/mark/8 nobody/PRON/nsubj/8 won_/VERB/ccomp/5"
        " ./PUNCT/punct/1"
    )
    assert find_statements(page) == ()


def test_a_relative_pronoun_is_named_by_what_it_stands_for() -> None:
    page = parsed(
        "The/DET/det/1 miners/NOUN/nsubj/7 who/PRON/nsubj/3 said/VERB/acl:relcl/1"
        " talks/NOUN/nsubj/5 failed/VERB/ccomp/3 have/AUX/aux/7 left_/VERB/ROOT/7 ./PUNCT/punct/7"
    )
    (statement,) = find_statements(page)
    assert statement.speaker is not None
    assert statement.speaker.name == "The miners"
    assert statement.speaker.span.exact == "who"


def test_what_somebody_denies_doing_is_not_done() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 denied/VERB/ROOT/1 accepting/VERB/xcomp/1 the/DET/det/4"
        " offer_/NOUN/obj/2 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert statement.act == "denied"
    assert told(statement) == ["accepting the offer"]


def test_an_accusation_somebody_is_defended_from_is_not_his() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 defends/VERB/ROOT/1 Norland/PROPN/obj/1 from/ADP/case/4"
        " accusations/NOUN/obl/1 of/ADP/case/6 fraud_/NOUN/nmod/4 ./PUNCT/punct/1"
    )
    assert "accusations" not in [s.cue.exact for s in find_statements(page) if s.cue]


def test_a_body_speaks_whatever_nouns_its_name_is_made_of(nlp: Any) -> None:
    (statement,) = read(nlp, "The World Food Programme said that stocks were low.")
    assert told(statement) == ["that stocks were low"]


def test_what_something_is_done_for_is_not_said() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 joined/VERB/ROOT/1 the/DET/det/6 Indo_/X/compound/5 -_/PUNCT/punct/3"
        " Pacific/PROPN/amod/6 Pact/PROPN/obj/1 in/SCONJ/mark/10 order/NOUN/fixed/7"
        " to/PART/mark/10 counter/VERB/advcl/1 influence_/NOUN/obj/10 ./PUNCT/punct/1"
    )
    assert find_statements(page) == ()


def test_the_grounds_of_a_denial_are_not_what_is_denied() -> None:
    page = parsed(
        "The/DET/det/1 request/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 denied/VERB/ROOT/3"
        " on/ADP/case/6 the/DET/det/6 grounds/NOUN/obl/3 that/SCONJ/mark/9 Brandt/PROPN/nsubj/9"
        " left_/VERB/acl/6 ./PUNCT/punct/3"
    )
    assert all("that Brandt" not in part.exact for s in find_statements(page) for part in s.content)
