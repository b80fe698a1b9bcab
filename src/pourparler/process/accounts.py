"""The same meeting as told by different reports: agreed, told by one alone, contradicted."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from pourparler.model import Account, Agreement, Evidence, Meeting, Told, may_coincide

Values = dict[str, list[tuple[Evidence, str | None]]]


def accounts_of(tellings: Sequence[Told[Meeting]]) -> tuple[Account, ...]:
    """How each point of one meeting is told. A copy of a report does not tell a second time.

    Two times contradict each other when they cannot be the same; two statuses only when one
    denies what another tells as done (held against cancelled): a plan that came true is no
    contradiction, and neither is a report that says less than another.
    """
    accounts = []
    for point, (read, contradict) in _POINTS.items():
        values: Values = defaultdict(list)
        for one in tellings:
            value = read(one.item)
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


def _place(meeting: Meeting) -> str | None:
    return meeting.place if meeting.status == "held" else None


def _time(meeting: Meeting) -> str | None:
    return meeting.occurred if meeting.status == "held" else None


def _times_differ(one: str, other: str) -> bool:
    return not may_coincide(one, other)


def _denied(one: str, other: str) -> bool:
    return {one, other} == {"held", "cancelled"}


def _differ(one: str, other: str) -> bool:
    return one.casefold() != other.casefold()


def _never(one: str, other: str) -> bool:
    return False


_POINTS: Mapping[str, tuple[Callable[[Meeting], str | None], Callable[[str, str], bool]]] = {
    "status": (lambda meeting: meeting.status, _denied),
    "occurred": (_time, _times_differ),
    "place": (_place, _differ),
    "level": (lambda meeting: ", ".join(meeting.level) or None, _never),
    "outcome": (lambda meeting: meeting.outcome, _never),
}
