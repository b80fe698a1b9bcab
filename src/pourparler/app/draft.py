"""A first draft of a process file, from who is named together most."""

from pourparler.app.view import View
from pourparler.errors import UsageError

_PAIRS = 200
_SIDES = frozenset({"state", "opposition", "armed-group"})
_HELPERS = _SIDES - {"armed-group"}
_MEDIATORS = 4


def draft_process(view: View) -> str:
    """TOML of a process between the two sides named in the most reports together.

    Sides are states, oppositions and armed groups; those named most with either of the two
    become mediators, except armed groups: beside two parties at war they are a third.
    Raises UsageError when no report names two sides.
    """
    pairs = [
        (left, right, reports)
        for left, right, reports in view.named_together(_PAIRS)
        if _is_one_of(_SIDES, view, left, right) and not _is_within(view, left, right)
    ]
    if not pairs:
        raise UsageError("no report of the record names two states or groups together.")
    first, second, reports = pairs[0]
    beside: dict[str, int] = {}
    for left, right, count in pairs[1:]:
        for party, other in ((left, right), (right, left)):
            if party not in (first, second) or other in (first, second):
                continue
            if _is_one_of(_HELPERS, view, other):
                beside[other] = beside.get(other, 0) + count
    mediators = sorted(beside, key=lambda actor: -beside[actor])[:_MEDIATORS]
    names = f"{view.actor_name(first)}–{view.actor_name(second)}"
    return (
        f"# Drafted from {reports} reports that name both parties. Correct it by hand.\n"
        f'name = "{names} talks"\n'
        f"parties = {_list((first, second))}\n"
        f"mediators = {_list(mediators)}\n"
        "formats = []\n"
        'goal = "peace-agreement"\n'
    )


def _is_one_of(kinds: frozenset[str], view: View, *actors: str) -> bool:
    known = map(view.codebook.actors.get, actors)
    return all(one is not None and one.kind in kinds for one in known)


def _is_within(view: View, left: str, right: str) -> bool:
    """Whether one is a part of the other's country, and so named with it as a matter of course;
    an armed group talks with its government as another party does."""
    actors = view.codebook.actors
    return any(
        actors[one].country == other and actors[one].kind != "armed-group"
        for one, other in ((left, right), (right, left))
    )


def _list(ids: tuple[str, ...] | list[str]) -> str:
    return "[" + ", ".join(f'"{id}"' for id in ids) + "]"
