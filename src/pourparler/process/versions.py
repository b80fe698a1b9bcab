"""The same statement as told by several reports: one saying, its versions side by side.

Two reports quote one saying when they give the same speaker, within a few days, words that are
mostly the same: one may quote more of it, or tell it indirectly.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pourparler.model import Saying, Statement, Told, Who
from pourparler.process.parties import Parties
from pourparler.process.support import in_order, support_of

TOLD_WITHIN = timedelta(days=3)
"""How long after its first report a saying is still reported as new."""

_SHARED = 0.6
"""The part of the shorter version's words that the other must hold."""
_LEAST = 4
"""Words that two versions must share at least: less is a turn of phrase."""

_WORD = re.compile(r"[^\W\d_]{4,}")


class _Told:
    """One version, and the words by which it is compared."""

    def __init__(self, told: Told[Statement]) -> None:
        self.told = told
        self.day = date.fromisoformat(told.by.day)
        self.words = frozenset(
            word.casefold() for part in told.item.content for word in _WORD.findall(part.exact)
        )


def merge_statements(told: Iterable[Told[Statement]], parties: Parties) -> list[Saying]:
    """What speakers known by name said, by day, each saying with all its versions."""
    spoken: dict[str, list[list[_Told]]] = defaultdict(list)
    for one in in_order(told):
        speaker = one.item.speaker
        if speaker is None or speaker.actor is None or one.item.nested_in is not None:
            continue
        version = _Told(one)
        recent = (each for each in reversed(spoken[speaker.actor]))
        for saying in recent:
            if version.day - saying[0].day > TOLD_WITHIN:
                spoken[speaker.actor].append([version])
                break
            if _is_same(saying, version):
                saying.append(version)
                break
        else:
            spoken[speaker.actor].append([version])
    sayings = [_saying(each, parties) for those in spoken.values() for each in those]
    return sorted(sayings, key=lambda one: (one.versions[0].by.day, one.id))


def told_alone(told: Told[Statement], parties: Parties) -> Saying:
    """A statement as a saying of its own, as one by nobody known is."""
    return _saying([_Told(told)], parties)


def _is_same(saying: Sequence[_Told], version: _Told) -> bool:
    """Whether some version shares most words; a report does not tell one saying twice."""
    if any(each.told.by.report == version.told.by.report for each in saying):
        return False
    for each in saying:
        common = len(each.words & version.words)
        if common >= max(_LEAST, _SHARED * min(len(each.words), len(version.words))):
            return True
    return False


def _saying(versions: Sequence[_Told], parties: Parties) -> Saying:
    fullest = max(versions, key=lambda each: len(each.words)).told
    speaker = fullest.item.speaker
    who = parties.person(speaker) or parties.who(speaker) if speaker else Who(None, "unknown")
    tellings = tuple(each.told for each in versions)
    return Saying(
        id=tellings[0].item.id,
        speaker=who,
        words=" … ".join(part.exact for part in fullest.item.content),
        stated=next((one.item.stated for one in tellings if one.item.stated), None),
        support=support_of(tellings),
        versions=tellings,
    )
