"""Tables made anew from lists of office holders."""

from pathlib import Path

import pytest

from pourparler.codebook.rebuild import rebuild
from pourparler.codebook.rebuild.posts import post_of
from pourparler.errors import CodebookError

HEADER = "position,person,personID,start,end,gender\n"


def lists(folder: Path, **files: str) -> Path:
    for name, rows in files.items():
        (folder / f"{name.replace('_', '-')}.csv").write_text(HEADER + rows, encoding="utf-8")
    return folder


def test_holders_become_persons_and_offices(tmp_path: Path) -> None:
    source = lists(
        tmp_path,
        chad_ministers="Minister of Foreign Affairs,Anna Brandt,Q1,2001-05-00,2003-02-01,female\n"
        "Minister of Tourism,Bela Kovar,Q2,2001-05-02,,male\n"
        "Prime Minister,Carl Old,Q3,1980,1984,male\n",
    )
    made = rebuild(source)
    persons, offices = made.tables["wikidata/persons.csv"], made.tables["wikidata/offices.csv"]
    assert "anna-brandt,Anna Brandt,f,chad," in persons
    assert "anna-brandt,foreign-minister,chad,2001-05,2003-02-01," in offices
    assert "Kovar" not in persons
    assert "Carl Old" not in persons


def test_terms_that_follow_each_other_are_one(tmp_path: Path) -> None:
    source = lists(
        tmp_path,
        chad="Prime Minister,Anna Brandt,Q1,2001-05-01,2003-02-01,\n"
        "Prime Minister,Anna Brandt,Q1,2003-02-01,2005-01-01,\n",
    )
    offices = rebuild(source).tables["wikidata/offices.csv"]
    assert offices.count("anna-brandt,head-of-government") == 1
    assert "2001-05-01,2005-01-01" in offices


def test_two_items_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    source = lists(
        tmp_path,
        chad="Prime Minister,Anna Brandt,Q1,2001,,\n",
        mali="Prime Minister,Anna Brandt,Q2,2001,,\n",
    )
    persons = rebuild(source).tables["wikidata/persons.csv"]
    assert "anna-brandt-chad," in persons
    assert "anna-brandt-mali," in persons


def test_the_difference_names_what_changes(tmp_path: Path) -> None:
    made = rebuild(lists(tmp_path, chad="Prime Minister,Anna Brandt,Q1,2001,,\n"))
    assert any(line.startswith("+anna-brandt,head-of-government") for line in made.difference)


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no CSV file"):
        rebuild(tmp_path)


@pytest.mark.parametrize(
    ("title", "country", "post"),
    [
        ("Minister of Foreign Affairs and Trade", "chad", "foreign-minister"),
        ("Secretary of State", "united-states", "foreign-minister"),
        ("Premier", "taiwan", "head-of-government"),
        ("Federal Minister of Defence", "pakistan", "defence-minister"),
        ("Minister of Defence Materiel", "chad", None),
        ("Premier", "south-africa", None),
        ("Secretary of State", "france", None),
        ("President of the Senate", "chad", None),
        ("Secretary of State of Ohio", "united-states", None),
    ],
)
def test_what_a_title_means(title: str, country: str, post: str | None) -> None:
    found = post_of(title, country)
    assert (found[0] if found else None) == post
