"""Deadlocks: orderings that cannot all be met.

Every ordering "party wants X before Y" is an edge from X to Y. A ring of edges that needs at
least two parties to close is a deadlock: none can be satisfied without denying another. What a
report leaves open ("first", before everything else; "later", after everything else) stands for
the process as a whole, and so do the issues that only name it: its goal, and talking at all.
A party's flat refusal of what another wants first locks in the same way; a precondition told as
a position is a wish for that first.
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
    stances, turns = list(positions), list(phases)
    wholes = _whole_issues(process)
    standing = [one for one in orderings if not one.denied] + _preconditions(stances)
    denials = [one for one in orderings if one.denied]
    edges = [
        (_node(one.wants, wholes, parents), _node(one.before, wholes, parents), one)
        for one in standing
    ]
    found: dict[str, Deadlock] = {}
    for ring in _rings(_distinct(edge for edge in edges if edge[0] != edge[1])):
        deadlock = _deadlock(ring, denials, turns, issue_name)
        found.setdefault(deadlock.id, deadlock)
    for ordering, refusal in _refused(standing, stances, parents):
        deadlock = _refusal_deadlock(ordering, refusal, denials, turns, issue_name)
        found.setdefault(deadlock.id, deadlock)
    return sorted(found.values(), key=lambda one: (one.until is not None, one.since, one.id))


def _preconditions(positions: Iterable[PositionHeld]) -> list[Ordering]:
    """Positions that are preconditions, as wishes to have that first."""
    return [
        Ordering(
            one.id, one.party, one.issue, None, one.voice, one.since, one.support, one.ascribed_by
        )
        for one in positions
        if one.stance == "precondition" and one.until is None
    ]


def _distinct(edges: Iterable[Edge]) -> list[Edge]:
    """One edge for each party and each two nodes: the one told first."""
    first: dict[tuple[str | None, str, str], Edge] = {}
    for edge in sorted(edges, key=lambda edge: (edge[2].since or "", edge[2].id)):
        first.setdefault((edge[2].party.actor, edge[0], edge[1]), edge)
    return list(first.values())


def _whole_issues(process: Process | None) -> frozenset[str]:
    goal = {process.goal} if process and process.goal else set()
    return frozenset({"the-talks", "talks", "normalisation", "peace-agreement"} | goal)


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
    """Every ring of edges that closes and holds at least two parties, and of the edges that
    lie in a shorter ring no longer one."""
    locked: set[str] = set()
    for length in range(2, _LONGEST_RING + 1):
        free = [edge for edge in edges if edge[2].id not in locked]
        for ring in _rings_of(length, free):
            locked.update(edge[2].id for edge in ring)
            yield ring


def _rings_of(length: int, edges: list[Edge]) -> list[tuple[Edge, ...]]:
    leaving: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        leaving[edge[0]].append(edge)

    def walk(path: tuple[Edge, ...]) -> Iterable[tuple[Edge, ...]]:
        if len(path) == length:
            if path[-1][1] == path[0][0] and len({edge[2].party.actor for edge in path}) > 1:
                yield path
            return
        visited = {edge[0] for edge in path}
        for edge in leaving[path[-1][1]]:
            if edge[0] not in visited:
                yield from walk((*path, edge))

    starts = {edge[2].id: edge for edge in edges}.values()
    rings = (ring for edge in starts for ring in walk((edge,)))
    return [ring for ring in rings if ring[0][2].id == min(step[2].id for step in ring)]


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
    orderings: Sequence[Ordering],
    positions: Iterable[PositionHeld],
    parents: Mapping[str, str | None],
) -> Iterable[tuple[Ordering, PositionHeld]]:
    """What one party wants first beside another's refusal of just that, given up since or not.

    What it wants "first" is left to what it wants before something told.
    """
    refusals = [one for one in positions if one.stance == "refusal"]
    told = {(one.party.actor, one.wants) for one in orderings if one.before is not None}
    for ordering in orderings:
        if ordering.before is None and (ordering.party.actor, ordering.wants) in told:
            continue
        for refusal in refusals:
            wanted = ordering.wants is not None and _same(ordering.wants, refusal.issue, parents)
            over = refusal.until is not None and refusal.until <= (ordering.since or "")
            if wanted and not over and refusal.party.actor != ordering.party.actor:
                yield ordering, refusal


def _same(left: str, right: str, parents: Mapping[str, str | None]) -> bool:
    return left == right or parents.get(left) == right or parents.get(right) == left


def _refusal_deadlock(
    ordering: Ordering,
    refusal: PositionHeld,
    denials: Iterable[Ordering],
    phases: Iterable[Phase],
    issue_name: IssueName,
) -> Deadlock:
    since = max(ordering.since or "", refusal.since or "")
    issue = issue_name(refusal.issue).lower()
    until, dissolved = _dissolved([ordering], since, denials, phases)
    if refusal.until is not None and (until is None or refusal.until < until):
        until, dissolved = refusal.until, f"{refusal.party.name} no longer refuses {issue}"
    refuses = "that" if refusal.issue == ordering.wants else issue
    return Deadlock(
        id=identify("deadlock", (_key(ordering), refusal.party.actor, refusal.issue)),
        parties=(ordering.party, refusal.party),
        orderings=(ordering,),
        sentence=f"{_wish(ordering, issue_name)}; {refusal.party.name} refuses {refuses}.",
        since=since,
        support=combine((ordering.support, refusal.support)),
        until=until,
        dissolved=dissolved,
    )


def _dissolved(
    orderings: Sequence[Ordering],
    since: str,
    denials: Iterable[Ordering],
    phases: Iterable[Phase],
) -> tuple[str | None, str | None]:
    """When and by what a deadlock that began on `since` ended: a wish given up, or the end of
    the process by agreement or collapse."""
    ends = [
        (denial.since or "", f"{denial.party.name} no longer makes it a condition")
        for denial in denials
        if (denial.since or "") > since and any(_gives_up(denial, one) for one in orderings)
    ]
    ends += [
        (phase.since, f"the talks {_ENDS[phase.phase]}")
        for phase in phases
        if phase.phase in _ENDS and phase.since > since
    ]
    return min(ends, default=(None, None))


def _gives_up(denial: Ordering, wish: Ordering) -> bool:
    """Whether a party says that it does not want what it wanted, and has not said again that it
    does. That a thing is no condition for talks leaves it wanted before a settlement."""
    same = (denial.party.actor, denial.wants) == (wish.party.actor, wish.wants)
    wide = denial.before is None or denial.before == wish.before
    again = max((by.day for by in wish.support.tellings), default="")
    return same and wide and again <= (denial.since or "")


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
        wish = f"{name} would settle {before} only later"
    if ordering.voice == "ascribed" and ordering.ascribed_by is not None:
        wish += f" (as told by {ordering.ascribed_by.described})"
    return wish


def _key(ordering: Ordering) -> str:
    return f"{ordering.party.actor} {ordering.wants} {ordering.before}"


def _parties(orderings: Iterable[Ordering]) -> tuple[Who, ...]:
    return tuple({one.party.actor: one.party for one in orderings}.values())
