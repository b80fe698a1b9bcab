"""Actors as they ship, what a user adds, and what is told when a row is wrong."""

from datetime import date
from pathlib import Path

import pytest

from pourparler.codebook import Codebook
from pourparler.codebook.actors import PARTS, Actors, load_actors
from pourparler.codebook.files import BUILT_IN
from pourparler.errors import CodebookError


def with_row(folder: Path, name: str, header: str, row: str) -> Actors:
    """The built-in actors with one row of a user's file."""
    (folder / name).write_text(f"# by hand\n{header}\n{row}\n", encoding="utf-8")
    return load_actors([BUILT_IN, folder])


def test_every_state_has_its_parts(codebook: Codebook) -> None:
    actors = codebook.actors
    assert len(actors.states) >= 255
    for state in actors.states:
        assert actors[state].country == state
        for part in PARTS:
            assert actors[f"{state}.{part}"].country == state


def test_ids_used_by_formats_and_processes_are_known(codebook: Codebook) -> None:
    for format in codebook.formats.values():
        for member in format.members:
            assert member.actor in codebook.actors, (format.id, member.actor)
    for process in codebook.processes.values():
        for actor in process.actors:
            assert actor in codebook.actors, (process.id, actor)


@pytest.mark.parametrize(
    ("state", "post", "day", "name"),
    [
        ("turkey", "foreign-minister", "2023-05-10", "Mevlüt Çavuşoğlu"),
        ("turkey", "foreign-minister", "2023-06-03", "Hakan Fidan"),
        ("turkey", "foreign-minister", "2023-07-10", "Hakan Fidan"),
        ("syria", "foreign-minister", "2024-11-01", "Bassam al-Sabbagh"),
        ("syria", "head-of-state", "2024-12-01", "Bashar al-Assad"),
        ("germany", "foreign-minister", "1995-03-01", "Klaus Kinkel"),
        ("united-states", "head-of-state", "2018-07-01", "Donald Trump"),
        ("un", "head", "2003-03-01", "Kofi Annan"),
        ("afghanistan", "head-of-state", "2020-03-01", "Ashraf Ghani"),
        ("taliban", "head", "2020-03-01", "Hibatullah Akhundzada"),
    ],
)
def test_offices_are_those_of_the_day(
    codebook: Codebook, state: str, post: str, day: str, name: str
) -> None:
    actors = codebook.actors
    holders = actors.holders(state, post, date.fromisoformat(day))  # type: ignore[arg-type]
    assert actors[holders[0]].name == name


def test_at_least_sixty_states_have_foreign_and_defence_ministers(codebook: Codebook) -> None:
    actors = codebook.actors
    for year in (2005, 2015, 2022):
        day = date(year, 6, 1)
        for post in ("foreign-minister", "defence-minister"):
            held = [s for s in actors.states if actors.holders(s, post, day)]  # type: ignore[arg-type]
            assert len(held) >= 60, (year, post)


def test_a_ministry_speaks_for_its_state_and_an_opposition_for_itself(codebook: Codebook) -> None:
    actors = codebook.actors
    assert actors.spoken_for("turkey.foreign-ministry") == "turkey"
    assert actors.spoken_for("syria.opposition") == "syria.opposition"
    assert actors.spoken_for("hezbollah") == "hezbollah"
    assert actors.spoken_for("nobody") is None


def test_the_predecessor_in_an_office(codebook: Codebook) -> None:
    before = codebook.actors.before("hakan-fidan", "turkey", "foreign-minister")
    assert before == "mevlut-cavusoglu"


def test_a_users_person_and_office_are_added(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text(
        "id,name,gender,country\nanna-brandt,Anna Brandt,f,chad\n"
    )
    actors = with_row(
        tmp_path,
        "offices.csv",
        "person,post,actor,since,until",
        "anna-brandt,foreign-minister,chad,2031-01,",
    )
    assert actors.holders("chad", "foreign-minister", date(2031, 2, 1)) == ("anna-brandt",)
    assert actors["anna-brandt"].gender == "female"


@pytest.mark.parametrize(
    ("name", "header", "row", "told"),
    [
        ("persons.csv", "id,name,country", "x,Anna Brandt,atlantis", "`atlantis` is not a state"),
        ("persons.csv", "id,name,gender", "x,Anna Brandt,w", "`w` is not a gender"),
        ("persons.csv", "id,name,nation", "x,Anna Brandt,chad", "column `nation`"),
        ("persons.csv", "id,name", "x,Anna Brandt,more", "3 values, and 2 columns"),
        ("offices.csv", "person,post,actor", "nobody,head,un", "`nobody` is not a person"),
        ("offices.csv", "person,post,actor", "kofi-annan,boss,un", "`boss` is not a post"),
        ("offices.csv", "person,post,actor", "kofi-annan,head,uno", "`uno` is not an actor"),
        (
            "offices.csv",
            "person,post,actor,since,until",
            "kofi-annan,head,un,1999-05-02,1998",
            "leaves office on 1998, before taking it on 1999-05-02",
        ),
        (
            "offices.csv",
            "person,post,actor,since",
            "kofi-annan,head,un,May 1999",
            "`May 1999` is not a day",
        ),
        ("states.csv", "id,name", "freedonia,Turkey", "`Turkey` names both turkey and freedonia"),
        ("bodies.csv", "id,name,kind,country", "x,X,club,chad", "`club` is not a kind"),
        ("groups.csv", "id,name,kind,country", "x,X,armed-group,atlantis", "is not a state"),
    ],
)
def test_a_wrong_row_is_told_with_its_file_and_line(
    tmp_path: Path, name: str, header: str, row: str, told: str
) -> None:
    with pytest.raises(CodebookError) as caught:
        with_row(tmp_path, name, header, row)
    assert told in str(caught.value)
    assert f"{name}, line" in str(caught.value)


def test_two_persons_of_one_name_and_country_are_refused(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text(
        "id,name,country\na-brandt,Anna Brandt,chad\nb-brandt,Anna Brandt,chad\n"
    )
    with pytest.raises(CodebookError, match=r"persons.csv, line 3: Anna Brandt is two persons"):
        load_actors([BUILT_IN, tmp_path])
