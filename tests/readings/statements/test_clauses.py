"""What a cue verb tells, on parses written by hand."""

from pourparler.readings.statements import find_statements
from tests.readings.statements.desk import parsed, told


def test_a_clause_after_the_cue() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 said/VERB/ROOT/1 that/SCONJ/mark/5 talks/NOUN/nsubj/5"
        " would/AUX/aux/5 resume_/VERB/ccomp/1 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["that talks would resume"]
    assert statement.kind == "indirect"
    assert statement.cue is not None
    assert statement.cue.exact == "said"
    assert statement.speaker is not None
    assert statement.speaker.name == "Brandt"


def test_a_clause_before_the_cue() -> None:
    page = parsed(
        "Talks/NOUN/nsubj/2 will/AUX/aux/2 resume_/VERB/ROOT/2 ,/PUNCT/punct/2"
        " she/PRON/nsubj/5 said/VERB/parataxis/2 on/ADP/case/7 Monday_/PROPN/obl/5 ./PUNCT/punct/2"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["Talks will resume"]
    assert statement.speaker is not None
    assert statement.speaker.span.exact == "she"


def test_a_clause_around_the_cue_is_one_statement_of_two_parts() -> None:
    page = parsed(
        "A/DET/det/1 draft_/NOUN/nsubj/7 ,/PUNCT/punct/4 she/PRON/nsubj/4 said_/VERB/parataxis/7"
        " ,/PUNCT/punct/4 was/AUX/cop/7 ready_/ADJ/ROOT/7 ./PUNCT/punct/7"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["A draft", "was ready"]


def test_an_infinitive_tells_what_was_promised() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 promised/VERB/ROOT/1 to/PART/mark/3 withdraw/VERB/xcomp/1"
        " its/PRON/nmod:poss/5 troops_/NOUN/obj/3 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["to withdraw its troops"]
    assert statement.act == "promised"


def test_whom_somebody_asked_is_the_addressee() -> None:
    page = parsed(
        "He/PRON/nsubj/1 asked/VERB/ROOT/1 Norland/PROPN/obj/1 to/PART/mark/4 help_/VERB/xcomp/1"
        " ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["to help"]
    assert statement.act == "asked"
    assert statement.addressee is not None
    assert statement.addressee.span.exact == "Norland"


def test_what_was_not_said_is_refused() -> None:
    page = parsed(
        "She/PRON/nsubj/3 did/AUX/aux/3 not/PART/advmod/3 say/VERB/ROOT/3 whether/SCONJ/mark/6"
        " talks/NOUN/nsubj/6 resumed_/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    (statement,) = find_statements(page)
    assert statement.act == "refused"


def test_what_has_still_to_be_said_is_no_statement() -> None:
    page = parsed(
        "She/PRON/nsubj/3 has/AUX/aux/3 not/PART/advmod/3 said/VERB/ROOT/3 whether/SCONJ/mark/6"
        " talks/NOUN/nsubj/6 resumed_/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    assert not list(find_statements(page))


def test_what_does_not_seem_so_is_nobodys_refusal() -> None:
    page = parsed(
        "Sides/NOUN/nsubj/3 do/AUX/aux/3 not/PART/advmod/3 seem/VERB/ROOT/3 to/PART/mark/5"
        " agree_/VERB/xcomp/3 ./PUNCT/punct/3"
    )
    assert [statement.act for statement in find_statements(page)] == ["said"]


def test_what_was_not_agreed_is_refused_whoever_was_asked() -> None:
    page = parsed(
        "It/PRON/expl/3 was/AUX/aux:pass/3 not/PART/advmod/3 agreed/VERB/ROOT/3"
        " that/SCONJ/mark/7 troops/NOUN/nsubj/7 would/AUX/aux/7 leave_/VERB/csubj/3 ./PUNCT/punct/3"
    )
    assert [statement.act for statement in find_statements(page)] == ["refused"]


def test_a_statement_told_in_another_is_nested_in_it() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 said/VERB/ROOT/1 Norland/PROPN/nsubj/3 insists/VERB/ccomp/1"
        " that/SCONJ/mark/7 troops/NOUN/nsubj/7 must/AUX/aux/7 leave_/VERB/ccomp/3"
        " ./PUNCT/punct/1"
    )
    outer, inner = find_statements(page)
    assert told(outer) == ["Norland insists that troops must leave"]
    assert told(inner) == ["that troops must leave"]
    assert inner.nested_in == outer.id
    assert inner.act == "demanded"


def test_what_follows_and_with_a_cue_is_another_statement() -> None:
    page = parsed(
        "She/PRON/nsubj/1 said/VERB/ROOT/1 talks/NOUN/nsubj/3 failed/VERB/ccomp/1"
        " and/CCONJ/cc/5 promised/VERB/conj/1 help_/NOUN/obj/5 ./PUNCT/punct/1"
    )
    first, second = find_statements(page)
    assert told(first) == ["talks failed"]
    assert told(second) == ["help"]
    assert second.speaker is not None
    assert second.speaker.span.exact == "She"


def test_according_to_leaves_the_phrase_out() -> None:
    page = parsed(
        "Talks/NOUN/nsubj/1 ended_/VERB/ROOT/1 ,/PUNCT/punct/1 according/VERB/case/6"
        " to/ADP/fixed/3 the/DET/det/6 ministry_/NOUN/obl/1 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["Talks ended"]
    assert statement.cue is not None
    assert statement.cue.exact == "according to"
    assert statement.speaker is not None
    assert "ministry" in statement.speaker.span.exact


def test_an_agency_that_quotes_hands_on() -> None:
    page = parsed(
        "Boreal/PROPN/nsubj/1 quoted/VERB/ROOT/1 Brandt/PROPN/obj/1 as/SCONJ/mark/4"
        " saying/VERB/advcl/1 talks/NOUN/nsubj/6 ended_/VERB/ccomp/4 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["talks ended"]
    assert statement.speaker is not None
    assert statement.speaker.name == "Brandt"
    assert [mention.name for mention in statement.via] == ["Boreal"]


def test_whom_somebody_calls_on_to_do_it_is_part_of_the_demand() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 called/VERB/ROOT/1 on/ADP/case/3 Norland/PROPN/obl/1 to/PART/mark/5"
        " leave_/VERB/xcomp/1 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["Norland to leave"]
    assert statement.act == "demanded"
    assert statement.addressee is not None
    assert statement.addressee.span.exact == "Norland"


def test_who_calls_for_others_to_do_it_speaks_to_nobody() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 called/VERB/ROOT/1 for/ADP/case/4 the/DET/det/4 camp/NOUN/obl/1"
        " to/PART/mark/6 close_/VERB/acl/4 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["the camp to close"]
    assert statement.addressee is None


def test_who_calls_off_a_visit_says_nothing() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 called/VERB/ROOT/1 off/ADP/compound:prt/1 a/DET/det/4"
        " visit_/NOUN/obj/1 ./PUNCT/punct/1"
    )
    assert find_statements(page) == ()


def test_a_second_cue_of_the_same_speaker_ends_the_first_content() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 accused/VERB/ROOT/1 Norland/PROPN/obj/1 of/SCONJ/mark/4"
        " stalling/VERB/advcl/1 and/CCONJ/cc/6 said/VERB/conj/4 that/SCONJ/mark/9"
        " talks/NOUN/nsubj/9 failed_/VERB/ccomp/6 ./PUNCT/punct/1"
    )
    accused, said = find_statements(page)
    assert told(accused) == ["Norland of stalling"]
    assert told(said) == ["that talks failed"]
    assert said.speaker is not None
    assert said.speaker.name == "Brandt"
    assert said.nested_in is None


def test_a_participle_after_a_comma_is_the_subjects() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 gave/VERB/ROOT/1 a/DET/det/3 speech_/NOUN/obj/1 ,/PUNCT/punct/5"
        " saying/VERB/acl/3 that/SCONJ/mark/8 talks/NOUN/nsubj/8 failed_/VERB/ccomp/5"
        " ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert statement.speaker is not None
    assert statement.speaker.name == "Brandt"


def test_a_heading_before_a_colon_is_no_speaker() -> None:
    page = parsed(
        "Norland/PROPN/compound/1 conflict_/NOUN/nsubj/4 :/PUNCT/punct/1 Brandt/PROPN/appos/1"
        " says/VERB/ROOT/4 that/SCONJ/mark/7 talks/NOUN/nsubj/7 failed_/VERB/ccomp/4"
        " ./PUNCT/punct/4"
    )
    (statement,) = find_statements(page)
    assert statement.speaker is not None
    assert statement.speaker.name == "Brandt"


def test_what_follows_after_the_cue_is_not_what_came_before_it() -> None:
    page = parsed(
        "After/SCONJ/mark/2 talks/NOUN/nsubj/2 failed_/VERB/advcl/5 ,/PUNCT/punct/2"
        " Norland/PROPN/nsubj/5 rejected/VERB/ROOT/5 the/DET/det/7 offer_/NOUN/obj/5"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["the offer"]


def test_what_he_will_not_do_ends_before_what_he_does() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 announces/VERB/ROOT/1 that/SCONJ/mark/5 he/PRON/nsubj/5"
        " will/AUX/aux/5 run/VERB/ccomp/1 and/CCONJ/cc/7 leaves/VERB/conj/5 Norland_/PROPN/obj/7"
        " ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["that he will run"]


def test_what_somebody_did_not_deny_is_left_open() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/3 did/AUX/aux/3 not/PART/advmod/3 deny/VERB/ROOT/3 the/DET/det/5"
        " report_/NOUN/obj/3 ./PUNCT/punct/3"
    )
    (statement,) = find_statements(page)
    assert statement.act == "said"


def test_a_vetoed_proposal_is_not_that_of_who_vetoes_it() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 vetoed/VERB/ROOT/1 a/DET/det/3 proposal/NOUN/obj/1 for/ADP/case/5"
        " peace_/NOUN/nmod/3 ./PUNCT/punct/1"
    )
    assert find_statements(page) == ()


def test_whom_it_is_told_to_is_no_part_of_it() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 told/VERB/ROOT/1 the/DET/det/3 council/NOUN/nsubj/5"
        " she/PRON/nsubj/5 left_/VERB/ccomp/1 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["she left"]
    assert statement.addressee is not None
    assert statement.addressee.span.exact == "the council"


def test_what_is_announced_by_nobody_has_no_it() -> None:
    page = parsed(
        "It/PRON/nsubj:pass/2 is/AUX/aux:pass/2 announced/VERB/ROOT/2 that/SCONJ/mark/5"
        " talks/NOUN/nsubj/5 failed_/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["that talks failed"]
    assert statement.speaker is None


def test_who_reports_it_all_is_no_part_of_a_plan() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/2 is/AUX/cop/2 ready/ADJ/ROOT/2 to/PART/mark/4 talk_/VERB/xcomp/2"
        " ,/PUNCT/punct/7 Gazette/PROPN/nsubj/7 reports_/VERB/parataxis/4 ./PUNCT/punct/2"
    )
    assert ["to talk"] in [told(statement) for statement in find_statements(page)]


def test_what_another_does_meanwhile_is_no_part_of_it() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 says/VERB/ROOT/1 it/PRON/nsubj/4 would/AUX/aux/4"
        " leave_/VERB/ccomp/1 ,/PUNCT/punct/8 while/SCONJ/mark/8 Sutland/PROPN/nsubj/8"
        " waits_/VERB/advcl/4 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert told(statement) == ["it would leave"]


def test_a_subject_heading_says_nothing() -> None:
    page = parsed(
        "Politics_/PROPN/ROOT/0 :/PUNCT/punct/0 Norland/PROPN/nsubj/3 votes/VERB/parataxis/0"
        " today_/NOUN/obl/3 ./PUNCT/punct/0"
    )
    assert find_statements(page) == ()


def test_a_word_that_could_be_noun_or_verb_tells_one_statement() -> None:
    page = parsed(
        "Norland/PROPN/nsubj/1 calls/NOUN/ROOT/1 for/ADP/case/4 a/DET/det/4 truce_/NOUN/obl/1"
        " ./PUNCT/punct/1"
    )
    assert len(find_statements(page)) == 1
