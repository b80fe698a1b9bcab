"""Positions in invented reports: who holds which stance on what, in whose voice."""

import pytest

from pourparler.readings.positions import find_positions
from tests.readings.stances.negotiating import PUBLISHED, Maker, Said

Told = tuple[str, str, str]

# A text, the statements in it, and the positions it tells: party, issue, stance.
OWN: list[tuple[str, tuple[Said, ...], set[Told]]] = [
    (
        "Freedonia does not recognise the independence of Sylvania.",
        (),
        {("freedonia", "recognition", "refusal")},
    ),
    (
        "Freedonia recognises Sylvania's territorial integrity.",
        (),
        {("freedonia", "territorial-integrity", "commitment")},
    ),
    (
        "Sylvania announces a ceasefire with the Hill Front.",
        (),
        {("sylvania", "ceasefire", "commitment")},
    ),
    (
        "Freedonia and Sylvania agree that the prisoners must be released.",
        (),
        {("freedonia", "prisoners", "demand"), ("sylvania", "prisoners", "demand")},
    ),
    (
        "Freedonia demands the withdrawal of Sylvanian troops from the valley.",
        (),
        {("freedonia", "troop-withdrawal", "demand")},
    ),
    (
        "Freedonia warned that Sylvania could attack if the talks do not resume.",
        (),
        set(),
    ),
    (
        "As far as he could release the prisoners, he did, Novak said.",
        (("Novak", "As far as he could release the prisoners, he did"),),
        set(),
    ),
    ("Freedonia dropped its demand for the withdrawal of Sylvanian troops.", (), set()),
    (
        "Freedonia refuses to drop its demand for the withdrawal of Sylvanian troops.",
        (),
        {("freedonia", "troop-withdrawal", "demand")},
    ),
    (
        "Sylvania rejected the proposed ceasefire on Monday.",
        (),
        {("sylvania", "ceasefire", "refusal")},
    ),
    (
        "Sylvania refuses to release the prisoners.",
        (),
        {("sylvania", "prisoners", "refusal")},
    ),
    (
        "Freedonia is ready to resume talks with Sylvania.",
        (),
        {("freedonia", "talks", "offer")},
    ),
    (
        "Freedonia is not ready to resume talks with Sylvania.",
        (),
        {("freedonia", "talks", "refusal")},
    ),
    (
        "Osterlich offered to mediate between the two neighbours.",
        (),
        {("osterlich", "mediation", "offer")},
    ),
    (
        "An Osterlich initiative was under way to bring the two parties together.",
        (),
        {("osterlich", "mediation", "offer")},
    ),
    (
        "Osterlich offered its help to get the talks going again.",
        (),
        {("osterlich", "mediation", "offer")},
    ),
    (
        "Osterlich presented a plan for the withdrawal of Sylvanian troops.",
        (),
        {("osterlich", "troop-withdrawal", "offer")},
    ),
    (
        "Freedonia reaffirmed its commitment to the territorial integrity of Sylvania.",
        (),
        {("freedonia", "territorial-integrity", "commitment")},
    ),
    (
        "Sylvania agreed to a ceasefire of thirty days.",
        (),
        {("sylvania", "ceasefire", "commitment")},
    ),
    (
        "The Hill Front rejects any peace agreement with Freedonia.",
        (),
        {("hill-front", "peace-agreement", "refusal")},
    ),
    (
        "The truce was accepted by Freedonia but rejected by Sylvania.",
        (),
        {("freedonia", "ceasefire", "commitment"), ("sylvania", "ceasefire", "refusal")},
    ),
    (
        "Osterlich supports the return of refugees to the valley.",
        (),
        {("osterlich", "refugees-return", "support")},
    ),
    (
        "Sylvania opposes the deployment of peacekeepers.",
        (),
        {("sylvania", "peacekeeping", "refusal")},
    ),
    (
        "Osterlich called on both sides to respect the ceasefire.",
        (),
        {("osterlich", "ceasefire", "demand")},
    ),
    (
        "Freedonia rejects the presence of Sylvanian troops in the valley.",
        (),
        {("freedonia", "troop-withdrawal", "demand")},
    ),
    (
        "Freedonia's refusal to recognise the republic angered Sylvania.",
        (),
        {("freedonia", "recognition", "refusal")},
    ),
    (
        "Sylvania expressed its readiness to exchange prisoners.",
        (),
        {("sylvania", "prisoners", "offer")},
    ),
    (
        "The Sylvanian delegation insisted on security guarantees.",
        (),
        {("sylvania", "security-guarantees", "demand")},
    ),
    (
        "Freedonia wants sanctions to be lifted at once.",
        (),
        {("freedonia", "sanctions-relief", "demand")},
    ),
    (
        "Sylvania ruled out direct talks with the Hill Front.",
        (),
        {("sylvania", "direct-talks", "refusal")},
    ),
    (
        "The League of Nations called for an immediate ceasefire in the valley.",
        (),
        {("league", "ceasefire", "demand")},
    ),
    (
        "Sylvania pledged to open the border crossings in June.",
        (),
        {("sylvania", "border-crossings", "commitment")},
    ),
    (
        "Freedonia and Sylvania agreed to resume talks.",
        (),
        {("freedonia", "talks", "commitment"), ("sylvania", "talks", "commitment")},
    ),
]

# The same with speakers: `Brandt` speaks for Freedonia, `Novak` for Sylvania.
SPOKEN: list[tuple[str, tuple[Said, ...], set[Told]]] = [
    (
        '"Sylvania must withdraw its troops from the valley," Brandt said.',
        (("Brandt", "Sylvania must withdraw its troops from the valley,"),),
        {("freedonia", "troop-withdrawal", "demand")},
    ),
    (
        '"We will never recognise the annexation," Novak told reporters.',
        (("Novak", "We will never recognise the annexation,"),),
        {("sylvania", "recognition", "refusal")},
    ),
    (
        '"We are ready for talks," Brandt said.',
        (("Brandt", "We are ready for talks,"),),
        {("freedonia", "talks", "offer")},
    ),
    (
        "Brandt said a prisoner exchange is crucial.",
        (("Brandt", "a prisoner exchange is crucial"),),
        {("freedonia", "prisoners", "support")},
    ),
    (
        "Novak called a summit of the presidents premature.",
        (),
        set(),
    ),
    (
        "Holm said that Osterlich will support the negotiations as soon as possible.",
        (("Holm", "that Osterlich will support the negotiations as soon as possible"),),
        {("osterlich", "talks", "support")},
    ),
    (
        '"All sanctions must be lifted," Novak said.',
        (("Novak", "All sanctions must be lifted,"),),
        {("sylvania", "sanctions-relief", "demand")},
    ),
    (
        '"There should be a referendum on the status of the harbour," Brandt said.',
        (("Brandt", "There should be a referendum on the status of the harbour,"),),
        {("freedonia", "referendum", "demand")},
    ),
    (
        "Novak said his country would not give up uranium enrichment.",
        (("Novak", "his country would not give up uranium enrichment"),),
        set(),
    ),
    (
        '"We will return to the grain deal," Novak said.',
        (("Novak", "We will return to the grain deal,"),),
        {("sylvania", "grain-export", "commitment")},
    ),
]

# What only sounds like a position.
NOBODYS: list[tuple[str, tuple[Said, ...]]] = [
    (
        "Freedonia should withdraw its troops, the analyst Otto Lind said.",
        (("Lind", "Freedonia should withdraw its troops"),),
    ),
    ("The Morning Courier called for a ceasefire in its leading article.", ()),
    ("Osterlich announces a ceasefire between Freedonia and the Hill Front.", ()),
    ("Freedonia called the decision to end the war a blessing.", ()),
    ("Freedonia will commit no crimes against prisoners.", ()),
    ("Freedonia offered the resignation of its commander of troops.", ()),
    ("Freedonia does not recognise the comments made in Osterlich.", ()),
    ("Freedonia calls on its citizens to leave Sylvania.", ()),
    ("Freedonia would have agreed to a ceasefire.", ()),
    ("Freedonia and Sylvania agree that the aim is a withdrawal of troops.", ()),
    ("Protesters demanded the release of all prisoners.", ()),
    ("Freedonia might accept a ceasefire, diplomats believe.", ()),
    ("Will Sylvania withdraw its troops from the valley?", ()),
    ("It is not known whether Sylvania accepts the ceasefire.", ()),
    ("Sylvania dismissed a report that its troops would withdraw.", ()),
    ("Freedonia did not demand a withdrawal of troops.", ()),
    ("Osterlich urged Freedonia to reject war.", ()),
    ("The ceasefire holds in the valley.", ()),
    ("Freedonia and Sylvania met in Osterlich for talks.", ()),
    ("Refugees return to the valley every day.", ()),
    ("The army of ants rejects sugar.", ()),
    ("Freedonia accepts the resignation of the minister.", ()),
    ("Freedonia suggests that Sylvania could build nuclear weapons.", ()),
    (
        "Brandt said that Freedonia may be withdrawing its troops.",
        (("Brandt", "that Freedonia may be withdrawing its troops"),),
    ),
    ("Freedonia wants to know what sanctions Sylvania would lift.", ()),
    ("Osterlich finds Sylvania in breach of its obligations to return the refugees.", ()),
    ("Freedonia refused to comment on the weather.", ()),
]


# One line for each way that a stance is put.
SUMMARIES: list[tuple[str, tuple[Said, ...], str]] = [
    (
        "Freedonia urges Sylvania to withdraw its troops from the valley.",
        (),
        "Freedonia demands that Sylvania withdraw its troops from the valley",
    ),
    (
        "Freedonia demands that foreign forces leave the country without delay.",
        (),
        "Freedonia demands that foreign forces leave the country without delay",
    ),
    ("Freedonia is open to talks with Sylvania.", (), "Freedonia is ready for talks with Sylvania"),
    (
        "Sylvania vows not to surrender its weapons.",
        (),
        "Sylvania refuses to surrender its weapons",
    ),
    (
        "Sylvania states its intention to never recognise the independence of Freedonia.",
        (),
        "Sylvania refuses to recognise the independence of Freedonia",
    ),
    ("Sylvania rejects a ceasefire.", (), "Sylvania rejects a ceasefire"),
    (
        "Freedonia calls on Osterlich not to attend the peace talks.",
        (),
        "Freedonia demands that Osterlich not attend the peace talks",
    ),
    (
        "Brandt said Sylvania must withdraw its troops before any normalisation of relations.",
        (("Brandt", "Sylvania must withdraw its troops before any normalisation of relations"),),
        "Freedonia wants first that Sylvania withdraw its troops",
    ),
    (
        "Brandt said Freedonia will resume talks.",
        (("Brandt", "Freedonia will resume talks"),),
        "Freedonia says that it will resume talks",
    ),
]

# What is done only on terms is held out, and the terms are wanted first.
ON_TERMS: list[tuple[str, tuple[Said, ...], set[Told]]] = [
    (
        "Brandt said that Freedonia will resume talks if Sylvania withdraws its troops.",
        (("Brandt", "that Freedonia will resume talks if Sylvania withdraws its troops"),),
        {
            ("freedonia", "talks", "offer"),
            ("freedonia", "troop-withdrawal", "precondition"),
        },
    ),
    (
        "Brandt said that Freedonia will resume talks if Sylvania withdraws its troops. "
        "Sylvania rejects the proposal.",
        (("Brandt", "that Freedonia will resume talks if Sylvania withdraws its troops"),),
        {
            ("freedonia", "talks", "offer"),
            ("freedonia", "troop-withdrawal", "precondition"),
            ("sylvania", "troop-withdrawal", "refusal"),
        },
    ),
]


def told(maker: Maker, text: str, *said: Said) -> set[Told]:
    """The positions found, as party, issue and stance."""
    return {
        (each.party.represents or each.party.actor or "", each.issue, each.stance)
        for each in find_positions(maker.page(text, *said))
    }


@pytest.mark.parametrize(("text", "said", "expected"), OWN)
def test_report_tells_a_position(
    maker: Maker, text: str, said: tuple[Said, ...], expected: set[Told]
) -> None:
    assert told(maker, text, *said) == expected


@pytest.mark.parametrize(("text", "said", "expected"), SPOKEN)
def test_speaker_takes_a_position(
    maker: Maker, text: str, said: tuple[Said, ...], expected: set[Told]
) -> None:
    assert told(maker, text, *said) == expected


@pytest.mark.parametrize(("text", "said", "summary"), SUMMARIES)
def test_summary_says_who_is_to_do_what(
    maker: Maker, text: str, said: tuple[Said, ...], summary: str
) -> None:
    assert [one.summary for one in find_positions(maker.page(text, *said))] == [summary]


@pytest.mark.parametrize(("text", "said", "expected"), ON_TERMS)
def test_what_is_held_out_on_terms(
    maker: Maker, text: str, said: tuple[Said, ...], expected: set[Told]
) -> None:
    assert told(maker, text, *said) == expected


def test_ministers_with_titles_both_take_the_stance(maker: Maker) -> None:
    text = "Minister Anna Brandt and Minister Karel Novak agree on an exchange of prisoners."
    assert told(maker, text) == {
        ("freedonia", "prisoners", "commitment"),
        ("sylvania", "prisoners", "commitment"),
    }


@pytest.mark.parametrize(("text", "said"), NOBODYS)
def test_nobody_holds_it(maker: Maker, text: str, said: tuple[Said, ...]) -> None:
    assert told(maker, text, *said) == set()


def test_what_another_tells_is_ascribed(maker: Maker) -> None:
    text = "Holm said that Sylvania insists on a withdrawal of troops."
    page = maker.page(text, ("Holm", "that Sylvania insists on a withdrawal of troops"))
    (position,) = find_positions(page)
    assert position.party.actor == "sylvania"
    assert position.voice == "ascribed"
    assert position.ascribed_by is not None
    assert position.ascribed_by.actor == "ida-holm"


def test_what_a_partys_official_tells_is_its_own_voice(maker: Maker) -> None:
    text = "Novak said that Sylvania insists on a withdrawal of troops."
    page = maker.page(text, ("Novak", "that Sylvania insists on a withdrawal of troops"))
    (position,) = find_positions(page)
    assert (position.voice, position.ascribed_by) == ("own", None)


def test_position_of_a_ministry_or_army_is_its_states(maker: Maker) -> None:
    (position,) = find_positions(maker.page("The Sylvanian army rejected the ceasefire."))
    assert (position.party.actor, position.party.represents) == ("sylvania.army", "sylvania")


def test_evidence_slices_back_and_summary_is_one_line(maker: Maker) -> None:
    text = "First line.\n\nFreedonia demands the withdrawal of troops. End."
    (position,) = find_positions(maker.page(text))
    assert all(span.holds_in(text) for span in position.evidence)
    assert "withdrawal of troops" in position.evidence[0].exact
    assert position.summary == "Freedonia demands the withdrawal of troops"
    assert position.since == PUBLISHED


def test_same_text_gives_the_same_ids(maker: Maker) -> None:
    text = "Sylvania rejected the ceasefire. Freedonia accepted the ceasefire."
    first, second = find_positions(maker.page(text)), find_positions(maker.page(text))
    assert first == second
    assert len({each.id for each in first}) == len(first) == 2


def test_without_issue_words_nothing_is_read(maker: Maker) -> None:
    assert find_positions(maker.page("Freedonia demands an answer.")) == ()
