"""Persons and the offices they held, each from a day to a day."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from pourparler.codebook.actors.states import State
from pourparler.codebook.problems import Problems
from pourparler.codebook.tables import Row, listed, read_rows
from pourparler.errors import CodebookError
from pourparler.model import Actor, Gender, Office, Post

_PERSON = ("id", "name", "gender", "country", "other_names")
_OFFICE = ("person", "post", "actor", "since", "until", "title")
_POSTS = frozenset(get_args(Post))
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\Z")
_GENDERS: dict[str, Gender | None] = {"f": "female", "m": "male", "": None}


class Offices:
    """The offices read so far, by person."""

    def __init__(self) -> None:
        self._held: dict[str, dict[tuple[str, str, str], Office]] = {}
        self._rows: dict[str, Row] = {}

    def add(self, row: Row, person: str, office: Office) -> None:
        """Keep `office`; one of the same post, actor and first day is replaced."""
        key = (office.post, office.actor, office.since or "")
        self._held.setdefault(person, {})[key] = office
        self._rows[person] = row

    def of(self, person: str) -> tuple[Office, ...]:
        """The offices of `person`, in the order of the file."""
        return tuple(self._held.get(person, {}).values())

    def error(self, person: str, problem: str) -> CodebookError:
        """The error that names where `person` is given an office."""
        row = self._rows.get(person)
        return row.error(problem) if row else CodebookError(problem, file="persons.csv")


def load_persons(
    folders: Iterable[Path], states: Mapping[str, State], problems: Problems
) -> dict[str, Actor]:
    """The persons of `persons.csv`; a second one of a name and country is a problem."""
    persons: dict[str, Actor] = {}
    names: dict[tuple[str, str], str] = {}
    for row in _rows("persons.csv", folders, _PERSON):
        try:
            person = _person(row, states)
            known = names.setdefault((person.name, person.country or ""), person.id)
            if known != person.id:
                raise row.error(
                    f"{person.name} is two persons of one country, {known} and {person.id}.",
                    "Make them one row, or tell them apart by a longer name.",
                )
            persons[person.id] = person
        except CodebookError as error:
            problems.add(error)
    return persons


def _person(row: Row, states: Mapping[str, State]) -> Actor:
    id, name, gender, country, others = row.values
    if country and country not in states:
        raise row.error(f"`{country}` is not a state.", "States are listed in states.csv.")
    if gender not in _GENDERS:
        raise row.error(f"`{gender}` is not a gender.", "Write f, m, or nothing.")
    if not id or not name:
        raise row.error("a person needs an id and a name.")
    return Actor(
        id=id,
        name=name,
        kind="person",
        country=country or None,
        aliases=listed(others),
        gender=_GENDERS[gender],
    )


def load_offices(
    folders: Iterable[Path],
    persons: Mapping[str, Actor],
    actors: Mapping[str, Actor],
    problems: Problems,
) -> Offices:
    """The offices of `offices.csv`.

    One of an unknown person, post or actor, or that ends before it begins, is a problem.
    """
    offices = Offices()
    for row in _rows("offices.csv", folders, _OFFICE):
        try:
            offices.add(row, row.values[0], _office(row, persons, actors))
        except CodebookError as error:
            problems.add(error)
    return offices


def _office(row: Row, persons: Mapping[str, Actor], actors: Mapping[str, Actor]) -> Office:
    person, post, actor, since, until, title = row.values
    if person not in persons:
        raise row.error(f"`{person}` is not a person.", "Add them to persons.csv.")
    if post not in _POSTS:
        raise row.error(f"`{post}` is not a post.", f"Posts are: {', '.join(sorted(_POSTS))}.")
    if actor not in actors:
        raise row.error(f"`{actor}` is not an actor.", "Look in states.csv for its id.")
    for day in (since, until):
        if day and not _DAY.match(day):
            raise row.error(f"`{day}` is not a day.", "Write 2023-06-03, 2023-06 or 2023.")
    if since and until and until < since[: len(until)]:
        raise row.error(
            f"{person} leaves office on {until}, before taking it on {since}.",
            "Look whether the two are exchanged.",
        )
    return Office(
        post=post,  # type: ignore[arg-type]
        actor=actor,
        title=title or None,
        since=since or None,
        until=until or None,
    )


def _rows(name: str, folders: Iterable[Path], columns: tuple[str, ...]) -> Iterator[Row]:
    """In each folder, the rows carried over from data sets first, then those by hand."""
    for folder in folders:
        yield from read_rows(f"wikidata/{name}", [folder], columns)
        yield from read_rows(name, [folder], columns)
