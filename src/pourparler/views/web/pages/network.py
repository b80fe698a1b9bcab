"""Who deals with whom: meetings and events between sides, as a drawing and as a table."""

import math
from dataclasses import asdict, dataclass
from itertools import combinations

from pourparler.views.web.asking import Page, Question, part_of

MOST_DRAWN = 24
"""Parties in the drawing, those with the most ties; the table has them all."""

SIZE = 640.0
_RADIUS = 220.0


@dataclass(slots=True)
class Tie:
    """Two sides, and how often reports tell of them together."""

    left: str
    right: str
    left_name: str
    right_name: str
    meetings: int = 0
    planned: int = 0
    events: int = 0

    @property
    def weight(self) -> int:
        """Meetings held and events together."""
        return self.meetings + self.events


def network(question: Question) -> Page:
    """The ties, the strongest first."""
    every = _ties(question)
    shown = part_of(question, every)
    return Page(
        "network.html",
        "Network of parties",
        items=[asdict(one) for one in shown.items],
        rows=lambda: (asdict(one) for one in every),
        context={"part": shown, "drawing": _drawing(question, every)},
        total=shown.total,
        next=shown.after,
    )


def _ties(question: Question) -> list[Tie]:
    view = question.view
    ties: dict[tuple[str, str], Tie] = {}

    def tie(left: str, right: str) -> Tie:
        left, right = sorted((left, right))
        found = ties.get((left, right))
        if found is None:
            found = Tie(left, right, view.actor_name(left), view.actor_name(right))
            ties[left, right] = found
        return found

    for meeting in view.meetings():
        sides = {who.represents or who.actor for who in meeting.participants}
        for pair in combinations(sorted(side for side in sides if side), 2):
            if meeting.status == "held":
                tie(*pair).meetings += 1
            else:
                tie(*pair).planned += 1
    for told in view.events():
        if told.item.status == "actual" and not told.item.meeting:
            doers = {view.side(one).actor for one in told.item.actors}
            others = {view.side(one).actor for one in told.item.recipients}
            for left in doers - {None}:
                for right in others - doers - {None}:
                    tie(str(left), str(right)).events += 1
    return sorted(ties.values(), key=lambda one: (-one.weight, one.left, one.right))


def _drawing(question: Question, ties: list[Tie]) -> dict[str, object]:
    """Parties on a circle and lines between them; scripts lay the same out as they like."""
    weights: dict[str, int] = {}
    for one in ties:
        for side in (one.left, one.right):
            weights[side] = weights.get(side, 0) + max(1, one.weight)
    chosen = sorted(weights, key=lambda side: -weights[side])[:MOST_DRAWN]
    middle = SIZE / 2
    places = {}
    for index, side in enumerate(chosen):
        turn = 2 * math.pi * index / max(1, len(chosen)) - math.pi / 2
        places[side] = (
            round(middle + _RADIUS * math.cos(turn), 1),
            round(middle + _RADIUS * math.sin(turn), 1),
        )
    most = max((one.weight for one in ties), default=1) or 1
    return {
        "nodes": [
            {
                "id": side,
                "name": question.view.actor_name(side),
                "x": places[side][0],
                "y": places[side][1],
                "anchor": "start"
                if places[side][0] > middle + 8
                else "end"
                if places[side][0] < middle - 8
                else "middle",
                "url": question.party(side),
                "weight": weights[side],
            }
            for side in chosen
        ],
        "edges": [
            {
                "id": f"{one.left}|{one.right}",
                "source": one.left,
                "target": one.right,
                "meetings": one.meetings,
                "events": one.events,
                "width": round(1 + 5 * math.sqrt(one.weight / most), 1),
                "x1": places[one.left][0],
                "y1": places[one.left][1],
                "x2": places[one.right][0],
                "y2": places[one.right][1],
            }
            for one in ties
            if one.left in places and one.right in places
        ],
        "left_out": max(0, len(weights) - len(chosen)),
    }
