"""Events from parses by hand: parties, operators, mood, and one event for one happening."""

from pourparler.codebook import Codebook
from pourparler.model import Event
from pourparler.readings.events import find_events
from tests.readings.events.making import page_of


def told(lines: str, codebook: Codebook) -> list[tuple[str | None, str | None, str, str, str]]:
    """Type, code, status, actors and recipients of the events found."""
    return [
        (event.type, event.cameo, event.status, _names(event.actors), _names(event.recipients))
        for event in find_events(page_of(lines, codebook))
    ]


def _names(mentions: tuple[object, ...]) -> str:
    return ", ".join(mention.name for mention in mentions)  # type: ignore[attr-defined]


CONDEMNED = """
Ruritania Ruritania PROPN nsubj 2 NNP LOC
condemned condemn VERB root 2 VBD
Borduria Borduria PROPN obj 2 NNP LOC
. . PUNCT punct 2
"""


def test_a_verb_with_both_sides_is_an_event(codebook: Codebook) -> None:
    assert told(CONDEMNED, codebook) == [("ACCUSE", "111", "actual", "Ruritania", "Borduria")]


def test_evidence_runs_from_actor_to_recipient(codebook: Codebook) -> None:
    page = page_of(CONDEMNED, codebook)
    (event,) = find_events(page)
    assert event.evidence[0].exact == "Ruritania condemned Borduria"
    assert event.evidence[0].holds_in(page.report.text)


def test_a_passive_turns_the_sides_round(codebook: Codebook) -> None:
    lines = """
    Borduria Borduria PROPN nsubj:pass 3 NNP LOC
    was be AUX aux:pass 3 VBD
    condemned condemn VERB root 3 VBN
    by by ADP case 5
    Ruritania Ruritania PROPN obl:agent 3 NNP LOC
    """
    assert told(lines, codebook) == [("ACCUSE", "111", "actual", "Ruritania", "Borduria")]


def test_coordinated_objects_make_one_event(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    condemned condemn VERB root 2 VBD
    Borduria Borduria PROPN obj 2 NNP LOC
    and and CCONJ cc 5
    Syldavia Syldavia PROPN conj 3 NNP LOC
    """
    assert told(lines, codebook) == [("ACCUSE", "111", "actual", "Ruritania", "Borduria, Syldavia")]


TALKS = """
Ruritania Ruritania PROPN nsubj 3 NNP LOC
{aux} {aux} AUX aux 3 MD
hold hold VERB root 3 VB
talks talk NOUN obj 3 NNS
with with ADP case 6
Borduria Borduria PROPN nmod 4 NNP LOC
"""


def test_a_light_verb_lends_its_subject_to_the_noun(codebook: Codebook) -> None:
    lines = TALKS.replace("{aux} {aux} AUX aux 3 MD", "today today NOUN obl:unmarked 3 NN")
    assert told(lines, codebook) == [("CONSULT", "040", "actual", "Ruritania", "Borduria")]


def test_what_will_be_is_an_intention(codebook: Codebook) -> None:
    assert told(TALKS.format(aux="will"), codebook) == [
        ("AGREE", "036", "planned", "Ruritania", "Borduria")
    ]


def test_what_may_be_is_conditional(codebook: Codebook) -> None:
    assert told(TALKS.format(aux="might"), codebook) == [
        ("CONSULT", "040", "conditional", "Ruritania", "Borduria")
    ]


def test_what_did_not_happen_is_denied(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 4 NNP LOC
    did do AUX aux 4 VBD
    not not PART advmod 4 RB
    attack attack VERB root 4 VB
    Borduria Borduria PROPN obj 4 NNP LOC
    """
    assert told(lines, codebook) == [("ASSAULT", "190", "denied", "Ruritania", "Borduria")]


LIFT = """
Ruritania Ruritania PROPN nsubj 2 NNP LOC
{verb} {verb} VERB root 2 VBD
to to PART mark 4 TO
lift lift VERB xcomp 2 VB
sanctions sanction NOUN obj 4 NNS
on on ADP case 7
Borduria Borduria PROPN nmod 5 NNP LOC
"""


def test_operators_turn_the_act_below(codebook: Codebook) -> None:
    found = {verb: told(LIFT.format(verb=verb), codebook) for verb in ("agree", "refuse")}
    assert found["agree"] == [("AGREE", "0354", "actual", "Ruritania", "Borduria")]
    assert found["refuse"] == [("REJECT", "1244", "actual", "Ruritania", "Borduria")]


def test_a_demand_is_made_of_whoever_is_to_act(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    demanded demand VERB root 2 VBD
    that that SCONJ mark 5 IN
    Borduria Borduria PROPN nsubj 5 NNP LOC
    withdraw withdraw VERB ccomp 2 VB
    its its PRON nmod:poss 7 PRP$
    troops troops NOUN obj 5 NNS
    """
    assert told(lines, codebook) == [("REQUEST", "1056", "called-for", "Ruritania", "Borduria")]


def test_saying_what_another_must_do_is_a_demand(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    said say VERB root 2 VBD
    Borduria Borduria PROPN nsubj 5 NNP LOC
    must must AUX aux 5 MD
    deliver deliver VERB ccomp 2 VB
    them they PRON obj 5 PRP
    """
    assert told(lines, codebook) == [("REQUEST", "100", "called-for", "Ruritania", "Borduria")]


def test_a_noun_tells_an_event_when_both_sides_are_told(codebook: Codebook) -> None:
    lines = """
    The the DET det 2 DT
    attack attack NOUN nsubj 6 NN
    by by ADP case 4
    rebels rebel NOUN nmod 2 NNS
    on on ADP case 7
    surprised surprise VERB root 6 VBD
    Borduria Borduria PROPN nmod 2 NNP LOC
    """
    assert told(lines, codebook) == [("ASSAULT", "190", "actual", "rebels", "Borduria")]


def test_an_inner_actor_stands_for_the_thing(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    rejected reject VERB root 2 VBD
    a a DET det 5 DT
    Bordurian bordurian ADJ amod 5 JJ
    proposal proposal NOUN obj 2 NN
    """
    assert told(lines, codebook) == [("REJECT", "120", "actual", "Ruritania", "Bordurian")]


def test_games_are_no_assaults(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    beat beat VERB root 2 VBD
    Borduria Borduria PROPN obj 2 NNP LOC
    in in ADP case 7
    the the DET det 7 DT
    championship championship NOUN compound 7 NN
    final final NOUN obl 2 NN
    """
    assert told(lines, codebook) == []


def test_an_election_lies_outside_the_list_and_is_kept(codebook: Codebook) -> None:
    lines = """
    Anna Anna PROPN compound 2 NNP PER
    Brandt Brandt PROPN nsubj 3 NNP PER
    defeated defeat VERB root 3 VBD
    Carla Carla PROPN compound 5 NNP PER
    Donat Donat PROPN obj 3 NNP PER
    in in ADP case 8
    a a DET det 8 DT
    runoff runoff NOUN obl 3 NN
    """
    (event,) = find_events(page_of(lines, codebook))
    assert (event.type, event.mode) == (None, "election")


def test_ids_are_stable_and_differ(codebook: Codebook) -> None:
    def ids(lines: str) -> list[str]:
        return [event.id for event in find_events(page_of(lines, codebook))]

    assert ids(CONDEMNED) == ids(CONDEMNED)
    assert ids(CONDEMNED) != ids(CONDEMNED.replace("Borduria", "Syldavia"))


def test_a_long_hostile_sentence_is_read_in_linear_time(codebook: Codebook) -> None:
    words = 20_000
    lines = "\n".join(
        ["attack attack VERB root 1 VB"]
        + [f"attack attack VERB conj {max(1, at // 2)} VB" for at in range(2, words)]
    )
    events: tuple[Event, ...] = find_events(page_of(lines, codebook))
    assert events == ()
