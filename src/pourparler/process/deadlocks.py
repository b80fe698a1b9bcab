"""Deadlocks: orderings that cannot all be met.

Every ordering "party wants X before Y" is an edge from X to Y. A ring of edges that needs at
least two parties to close is a deadlock: none can be satisfied without denying another. What a
report leaves open ("first", before everything else; "later", after everything else) stands for
the process as a whole, and so do the issues that only name it: its goal, and talking at all.
A party's flat refusal of what another wants first locks in the same way.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from pourparler.codebook import Process
from pourparler.model import (
    Deadlock,
    Ordering,
    Phase,
    PositionHeld,
    Who,
    identify,
)
from pourparler.process.support import combine

WHOLE = "the process"
"""The node that stands for everything the parties would settle together."""

_LONGEST_RING = 4

Edge = tuple[str, str, Ordering]
IssueName = Callable[[str], str]


def find_deadlocks(
    orderings: Sequence[Ordering],
    positions: Iterable[PositionHeld],
    phases: Iterable[Phase],
    process: Process | None,
    parents: Mapping[str, str | None],
    issue_name: IssueName,
) -> list[Deadlock]:
    """The deadlocks among the orderings told, those still standing first, then by day.

    `parents` is the tree of issues: an ordering on a narrower issue closes a ring with one on
    the wider.
    """
    wholes = _whole_issues(process)
    standing = [one for one in orderings if not one.denied]
    denials = [one for one in orderings if one.denied]
    edges = [
        (_node(one.wants, wholes, parents), _node(one.before, wholes, parents), one)
        for one in standing
    ]
    found: dict[str, Deadlock] = {}
    for ring in _rings([edge for edge in edges if edge[0] != edge[1]]):
        deadlock = _deadlock(ring, denials, phases, issue_name)
        found.setdefault(deadlock.id, deadlock)
    for ordering, refusal in _refused(standing, positions, parents):
        deadlock = _refusal_deadlock(ordering, refusal, phases, issue_name)
        found.setdefault(deadlock.id, deadlock)
    return sorted(found.values(), key=lambda one: (one.until is not None, one.since, one.id))


def _whole_issues(process: Process | None) -> frozenset[str]:
    goal = {process.goal} if process and process.goal else set()
    return frozenset({"talks", "normalisation", "peace-agreement"} | goal)


def _node(issue: str | None, wholes: frozenset[str], parents: Mapping[str, str | None]) -> str:
    """The node of an issue: the process as a whole, or the top of its branch below the root."""
    if issue is None:
        return WHOLE
    node = issue
    seen = {node}
    while node not in wholes and (above := parents.get(node)) and above not in seen:
        if parents.get(above) is None and above not in wholes:
            break
        node = above
        seen.add(node)
    return WHOLE if node in wholes else node


def _rings(edges: list[Edge]) -> Iterable[tuple[Edge, ...]]:
    """Every smallest ring of edges that closes and holds at least two parties."""
    leaving: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        leaving[edge[0]].append(edge)

    def walk(path: tuple[Edge, ...]) -> Iterable[tuple[Edge, ...]]:
        start, end = path[0][0], path[-1][1]
        if end == start:
            if len({edge[2].party.actor for edge in path}) > 1:
                yield path
            return
        visited = {edge[0] for edge in path}
        if len(path) < _LONGEST_RING:
            for edge in leaving[end]:
                if edge[1] == start or edge[1] not in visited:
                    yield from walk((*path, edge))

    for edge in edges:
        for ring in walk((edge,)):
            if ring[0][2].id == min(step[2].id for step in ring):
                yield ring


def _deadlock(
    ring: tuple[Edge, ...],
    denials: Sequence[Ordering],
    phases: Iterable[Phase],
    issue_name: IssueName,
) -> Deadlock:
    orderings = tuple(edge[2] for edge in ring)
    told = sorted(orderings, key=lambda one: (one.since or "", one.id))
    since = max(one.since or "" for one in orderings)
    until, dissolved = _dissolved(told, since, denials, phases)
    return Deadlock(
        id=identify("deadlock", sorted(_key(one) for one in orderings)),
        parties=_parties(told),
        orderings=tuple(told),
        sentence="; ".join(_wish(one, issue_name) for one in told) + ".",
        since=since,
        support=combine(one.support for one in told),
        until=until,
        dissolved=dissolved,
    )


def _refused(
    orderings: Iterable[Ordering],
    positions: Iterable[PositionHeld],
    parents: Mapping[str, str | None],
) -> Iterable[tuple[Ordering, PositionHeld]]:
    refusals = [one for one in positions if one.stance == "refusal" and one.until is None]
    for ordering in orderings:
        for refusal in refusals:
            wanted = ordering.wants is not None and _same(ordering.wants, refusal.issue, parents)
            if wanted and refusal.party.actor != ordering.party.actor:
                yield ordering, refusal


def _same(left: str, right: str, parents: Mapping[str, str | None]) -> bool:
    return left == right or parents.get(left) == right or parents.get(right) == left


def _refusal_deadlock(
    ordering: Ordering, refusal: PositionHeld, phases: Iterable[Phase], issue_name: IssueName
) -> Deadlock:
    since = max(ordering.since or "", refusal.since or "")
    until, dissolved = _dissolved([ordering], since, (), phases)
    refuses = f"{refusal.party.name} refuses {issue_name(refusal.issue).lower()}"
    return Deadlock(
        id=identify("deadlock", (_key(ordering), refusal.party.actor, refusal.issue)),
        parties=(ordering.party, refusal.party),
        orderings=(ordering,),
        sentence=f"{_wish(ordering, issue_name)}; {refuses}.",
        since=since,
        support=combine((ordering.support, refusal.support)),
        until=until,
        dissolved=dissolved,
    )


def _dissolved(
    orderings: Iterable[Ordering],
    since: str,
    denials: Iterable[Ordering],
    phases: Iterable[Phase],
) -> tuple[str | None, str | None]:
    """When and by what a deadlock that began on `since` ended: a wish given up, or the end of
    the process by agreement or collapse."""
    wishes = {(one.party.actor, one.wants) for one in orderings}
    ends = [
        (denial.since or "", f"{denial.party.name} no longer makes it a condition")
        for denial in denials
        if (denial.party.actor, denial.wants) in wishes and (denial.since or "") > since
    ]
    ends += [
        (phase.since, f"the talks {_ENDS[phase.phase]}")
        for phase in phases
        if phase.phase in _ENDS and phase.since > since
    ]
    return min(ends, default=(None, None))


_ENDS = {"agreed": "reached an agreement", "implemented": "were carried out", "collapsed": "ended"}


def _wish(ordering: Ordering, issue_name: IssueName) -> str:
    wants = issue_name(ordering.wants).lower() if ordering.wants else None
    before = issue_name(ordering.before).lower() if ordering.before else None
    name = ordering.party.name
    if wants and before:
        wish = f"{name} wants {wants} before {before}"
    elif wants:
        wish = f"{name} wants {wants} first"
    else:
        wish = f"{name} would leave {before} for later"
    if ordering.voice == "ascribed" and ordering.ascribed_by is not None:
        wish += f" (as {ordering.ascribed_by.name} tells it)"
    return wish


def _key(ordering: Ordering) -> str:
    return f"{ordering.party.actor} {ordering.wants} {ordering.before}"


def _parties(orderings: Iterable[Ordering]) -> tuple[Who, ...]:
    return tuple({one.party.actor: one.party for one in orderings}.values())
