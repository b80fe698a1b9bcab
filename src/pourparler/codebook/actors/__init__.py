"""Actors of the codebook: states and their parts, organisations, armed groups, persons.

Read from `states.csv`, `bodies.csv`, `organisations.csv`, `groups.csv`, `persons.csv` and
`offices.csv`. Every state has the parts of `PARTS` by rule (`turkey.foreign-ministry`);
`bodies.csv` gives some of them names of their own (MIT) and adds others (`iran.irgc`).
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec import structs

from pourparler.codebook.actors.bodies import add_bodies, add_organisations
from pourparler.codebook.actors.known import Actors
from pourparler.codebook.actors.persons import load_offices, load_persons
from pourparler.codebook.actors.states import PARTS, State, load_states, parts_of
from pourparler.codebook.problems import Problems
from pourparler.model import Actor

__all__ = ["PARTS", "Actors", "State", "load_actors"]


def load_actors(folders: Iterable[Path], problems: Problems | None = None) -> Actors:
    """The actors of all tables.

    A row that is wrong (an unknown state or kind, two actors of one name, an office that ends
    before it begins) is left out, with why, or raised as CodebookError where no `problems` are
    kept.
    """
    problems = problems or Problems(strict=True)
    folders = tuple(folders)
    states = load_states(folders, problems)
    actors: dict[str, Actor] = {}
    for state in states.values():
        actors[state.id] = state.actor()
        for part in parts_of(state):
            actors[part.id] = part
    add_bodies(actors, folders, states, problems)
    members = add_organisations(actors, folders, states, problems)
    persons = load_persons(folders, states, problems)
    offices = load_offices(folders, persons, actors, problems)
    for id, person in persons.items():
        if id in actors:
            problems.add(offices.error(id, f"`{id}` is a person and a {actors[id].kind} too."))
            continue
        held = offices.of(id)
        actors[id] = structs.replace(person, offices=held) if held else person
    return Actors(actors, states, members)
