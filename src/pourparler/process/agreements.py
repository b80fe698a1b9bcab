"""What parties of the process are told to have agreed on, each agreement once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pourparler.model import PhaseSign, Support, Told, When, Who
from pourparler.process.parties import Parties
from pourparler.process.steps import begun, is_agreement
from pourparler.process.support import support_of

TOLD_WITHIN = timedelta(days=3)
"""How long after its first report an agreement on the same issue is told as news."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement between parties of the process: on which day, and in which words."""

    id: str
    when: When
    words: str
    parties: tuple[Who, ...]
    support: Support


def find_agreements(signs: Iterable[Told[PhaseSign]], parties: Parties) -> list[Agreed]:
    """The agreements told as reached, on the whole or on one matter, by day."""
    groups: dict[tuple[str | None, bool], list[list[Told[PhaseSign]]]] = {}
    told = [one for one in signs if _is_told(one.item) and is_agreement(one.item, parties)]
    for one in sorted(told, key=lambda one: (begun(one), one.by.report)):
        alike = groups.setdefault((one.item.issue, one.item.partial), [])
        if alike and _gap(alike[-1][0], one) <= TOLD_WITHIN:
            alike[-1].append(one)
        else:
            alike.append([one])
    found = [_agreed(group, parties) for alike in groups.values() for group in alike]
    return sorted(found, key=lambda one: (one.when, one.id))


def _is_told(sign: PhaseSign) -> bool:
    return sign.phase == "agreed" and not sign.hoped and not sign.recalled


def _gap(one: Told[PhaseSign], other: Told[PhaseSign]) -> timedelta:
    return date.fromisoformat(begun(other)[0]) - date.fromisoformat(begun(one)[0])


def _agreed(group: list[Told[PhaseSign]], parties: Parties) -> Agreed:
    fullest = max(group, key=lambda one: len(one.item.evidence[0].exact))
    named = {who.actor: who for who in map(parties.who, fullest.item.parties)}
    return Agreed(
        id=group[0].item.id,
        when=begun(group[0])[1],
        words=" ".join(fullest.item.evidence[0].exact.split()),
        parties=tuple(named.values()),
        support=support_of(group),
    )
