"""Which states, sides and organisations a reading names: what finds a process's reports."""

from collections.abc import Iterator, Mapping

from pourparler.codebook import Codebook
from pourparler.model import Actor, Reading


def presences(reading: Reading, codebook: Codebook) -> set[str]:
    """The actors a reading mentions, each with those it belongs to or speaks for.

    The foreign minister of a state makes the minister, the ministry and the state present.
    """
    introduced = {actor.id: actor for actor in reading.actors}
    present: set[str] = set()
    for mention in reading.mentions:
        for actor in (mention.actor, mention.represents):
            if actor is not None:
                present.update(_upwards(actor, introduced, codebook.actors))
    return present


def _upwards(
    actor: str | None, introduced: Mapping[str, Actor], known: Mapping[str, Actor]
) -> Iterator[str]:
    seen: set[str] = set()
    while actor is not None and actor not in seen:
        seen.add(actor)
        yield actor
        found = introduced.get(actor) or known.get(actor)
        actor = found.part_of or found.country if found else None
