"""The same meeting as told by different reports: agreed, told by one alone, contradicted."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from pourparler.model import Account, Agreement, Evidence, Meeting, Told, may_coincide
from pourparler.process.parties import Parties

Values = dict[str, list[tuple[Evidence, str | None]]]


def accounts_of(tellings: Sequence[Told[Meeting]], parties: Parties) -> tuple[Account, ...]:
    """How each point of one meeting is told. A copy of a report does not tell a second time.

    Two times contradict each other when they cannot be the same; two statuses only when one
    denies what another tells as done (held against cancelled): a plan that came true is no
    contradiction, and neither is a report that says less than another. Of those who took part,
    two lists contradict each other when each has somebody whom the other leaves out.
    """
    accounts = []
    for point, (read, contradict) in _POINTS.items():
        values: Values = defaultdict(list)
        for one in tellings:
            value = read(one.item, parties)
            if value is not None:
                evidence = Evidence.of(one.by.report, one.item.evidence[0])
                values[value].append((evidence, one.by.copy_of))
        if values:
            accounts.append(_account(point, values, contradict))
    return tuple(accounts)


def _account(point: str, values: Values, contradict: Callable[[str, str], bool]) -> Account:
    told = list(values)
    agreement: Agreement = "agreed"
    if any(contradict(one, other) for one in told for other in told):
        agreement = "contradicted"
    elif sum(copy is None for those in values.values() for _, copy in those) <= 1:
        agreement = "told-by-one"
    pairs = tuple((value, tuple(evidence for evidence, _ in values[value])) for value in told)
    return Account(point, agreement, pairs)


def _place(meeting: Meeting, parties: Parties) -> str | None:
    return meeting.place if meeting.status == "held" else None


def _time(meeting: Meeting, parties: Parties) -> str | None:
    return meeting.occurred if meeting.status == "held" else None


def _participants(meeting: Meeting, parties: Parties) -> str | None:
    """The sides told to have met, by name."""
    if meeting.status != "held":
        return None
    sides = (parties.who(participant.mention) for participant in meeting.participants)
    names = sorted({who.name for who in sides if parties.can_meet(who)})
    return "; ".join(names) if len(names) > 1 else None


def _times_differ(one: str, other: str) -> bool:
    return not may_coincide(one, other)


def _denied(one: str, other: str) -> bool:
    return {one, other} == {"held", "cancelled"}


def _differ(one: str, other: str) -> bool:
    return one.casefold() != other.casefold()


def _others(one: str, other: str) -> bool:
    left, right = set(one.split("; ")), set(other.split("; "))
    return not (left <= right or right <= left)


def _never(one: str, other: str) -> bool:
    return False


_Read = Callable[[Meeting, Parties], str | None]

_POINTS: Mapping[str, tuple[_Read, Callable[[str, str], bool]]] = {
    "status": (lambda meeting, _: meeting.status, _denied),
    "occurred": (_time, _times_differ),
    "participants": (_participants, _others),
    "place": (_place, _differ),
    "level": (lambda meeting, _: ", ".join(meeting.level) or None, _never),
    "outcome": (lambda meeting, _: meeting.outcome, _never),
}
