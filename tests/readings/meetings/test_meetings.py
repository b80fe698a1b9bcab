"""Meetings from parses by hand: who, status, level, round, and tellings made one."""

from pourparler.codebook import Codebook
from pourparler.model import Meeting
from pourparler.readings.events import find_events
from pourparler.readings.meetings import find_meetings, link_meetings
from tests.readings.events.making import page_of

MET = """
Ruritania Ruritania PROPN nsubj 3 NNP LOC
{aux} {aux} AUX aux 3 MD
meet meet VERB root 3 VB
Borduria Borduria PROPN obj 3 NNP LOC
in in ADP case 6
Szohod Szohod PROPN obl 3 NNP LOC
"""


def found(lines: str, codebook: Codebook) -> list[Meeting]:
    return list(find_meetings(page_of(lines, codebook)))


def names(meeting: Meeting) -> list[str]:
    return [one.mention.name for one in meeting.participants]


def test_a_verb_tells_who_met_where(codebook: Codebook) -> None:
    (meeting,) = found(MET.format(aux="did"), codebook)
    assert names(meeting) == ["Ruritania", "Borduria"]
    assert (meeting.place, meeting.status, meeting.medium) == ("Szohod", "held", "in-person")


def test_modals_tell_the_status(codebook: Codebook) -> None:
    told = {aux: found(MET.format(aux=aux), codebook)[0].status for aux in ("will", "could")}
    assert told == {"will": "planned", "could": "proposed"}


def test_what_was_not_held_is_no_meeting(codebook: Codebook) -> None:
    lines = MET.format(aux="did").replace("in in ADP case 6", "never never ADV advmod 3")
    assert found(lines, codebook) == []


ROUND = """
The the DET det 3 DT
{nth} {nth} ADJ amod 3 JJ
round round NOUN nsubj:pass 10 NN
of of ADP case 5
talks talk NOUN nmod 3 NNS
between between ADP case 7
Ruritania Ruritania PROPN nmod 5 NNP LOC
and and CCONJ cc 9
Borduria Borduria PROPN conj 7 NNP LOC
{verb} {verb} VERB root 10 VBN
in in ADP case 12
Szohod Szohod PROPN obl 10 NNP LOC
"""


def test_a_round_is_one_meeting_with_its_number(codebook: Codebook) -> None:
    for nth, number in (("fourth", 4), ("21st", 21)):
        (meeting,) = found(ROUND.format(nth=nth, verb="hold"), codebook)
        assert (meeting.round, meeting.place) == (number, "Szohod")
        assert names(meeting) == ["Ruritania", "Borduria"]


def test_postponing_and_cancelling_are_told_apart(codebook: Codebook) -> None:
    told = {
        verb: [meeting.status for meeting in found(ROUND.format(nth="next", verb=verb), codebook)]
        for verb in ("postpone", "cancel")
    }
    assert told == {"postpone": ["postponed"], "cancel": ["cancelled"]}


SERIES = """
Borduria Borduria PROPN nsubj 2 NNP LOC
hosted host VERB root 2 VBD
a a DET det 4 DT
series series NOUN obj 2 NN
of of ADP case 6
meetings meeting NOUN nmod 4 NNS
with with ADP case 8
Ruritania Ruritania PROPN obl 2 NNP LOC
at at ADP case 11
the the DET det 11 DT
level level NOUN obl 2 NN
of of ADP case 16
foreign foreign ADJ amod 16 JJ
and and CCONJ cc 15
defence defence NOUN conj 13 NN
ministers minister NOUN nmod 11 NNS
"""


def test_a_series_has_a_host_and_every_level(codebook: Codebook) -> None:
    (meeting,) = found(SERIES, codebook)
    assert meeting.several
    assert meeting.level == ("foreign-ministers", "defence-ministers")
    assert [(one.mention.name, one.role) for one in meeting.participants] == [
        ("Borduria", "host"),
        ("Ruritania", None),
    ]


def test_deputies_are_not_ministers(codebook: Codebook) -> None:
    lines = (
        SERIES.replace("foreign foreign ADJ amod", "deputy deputy ADJ amod")
        .replace("and and CCONJ cc 15", "foreign foreign ADJ amod 16 JJ")
        .replace("defence defence NOUN conj 13 NN", "trade trade NOUN compound 16 NN")
    )
    assert "foreign-ministers" not in found(lines, codebook)[0].level


def test_two_tellings_of_one_meeting_are_one(codebook: Codebook) -> None:
    once = MET.format(aux="did")
    rows = [line.split() for line in once.strip().splitlines()]
    again = "\n".join(" ".join([*row[:4], str(int(row[4]) + len(rows)), *row[5:]]) for row in rows)
    (meeting,) = found(once.strip() + "\n" + again, codebook)
    assert len(meeting.evidence) == 2


def test_a_call_is_a_meeting_of_its_own_kind(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    had have VERB root 2 VBD
    a a DET det 5 DT
    phone phone NOUN compound 5 NN
    call call NOUN obj 2 NN
    with with ADP case 7
    Borduria Borduria PROPN nmod 5 NNP LOC
    """
    (meeting,) = found(lines, codebook)
    assert (meeting.medium, names(meeting)) == ("phone", ["Ruritania", "Borduria"])


def test_evidence_slices_back(codebook: Codebook) -> None:
    lines = MET.format(aux="will")
    page = page_of(lines, codebook)
    for meeting in find_meetings(page):
        assert all(span.holds_in(page.report.text) for span in meeting.evidence)


def test_talks_know_the_meeting_they_are(codebook: Codebook) -> None:
    page = page_of(MET.format(aux="did"), codebook)
    (meeting,) = find_meetings(page)
    (event,) = link_meetings(find_events(page), [meeting])
    assert event.meeting == meeting.id


def test_who_receives_a_person_hosts_a_meeting(codebook: Codebook) -> None:
    lines = """
    Ruritania Ruritania PROPN nsubj 2 NNP LOC
    received receive VERB root 2 VBD
    Anna Anna PROPN compound 4 NNP PER
    Brandt Brandt PROPN obj 2 NNP PER
    """
    (meeting,) = found(lines, codebook)
    assert [(one.mention.name, one.role) for one in meeting.participants] == [
        ("Ruritania", "host"),
        ("Anna Brandt", None),
    ]


ANNOUNCED = """
Ruritania Ruritania PROPN nsubj 2 NNP LOC
{verb} {lemma} VERB root 2 VBD
a a DET det 4 DT
meeting meeting NOUN obj 2 NN
with with ADP case 6
Borduria Borduria PROPN nmod 4 NNP LOC
"""


def test_a_meeting_announced_is_planned(codebook: Codebook) -> None:
    (planned,) = found(ANNOUNCED.format(verb="announced", lemma="announce"), codebook)
    assert planned.status == "planned"
    (held,) = found(ANNOUNCED.format(verb="held", lemma="hold"), codebook)
    assert held.status == "held"
