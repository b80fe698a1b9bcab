"""Process files: what ships, and what is told of a wrong one while the others load."""

from pathlib import Path

import pytest

from pourparler.codebook import Codebook, load

GOOD = 'name = "Border talks"\nparties = ["chad", "sudan"]\n'


def with_files(folder: Path, **files: str) -> Codebook:
    """The built-in codebook with process files, and files of other names, laid over it."""
    (folder / "processes").mkdir()
    for name, text in files.items():
        path = folder / "processes" / f"{name}.toml"
        if "__" in name:
            path = folder / name.replace("__", ".")
        path.write_text(text, encoding="utf-8")
    return load(folder)


def test_what_ships_is_right(codebook: Codebook) -> None:
    assert codebook.problems == ()
    assert len(codebook.processes) >= 5


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('name = "X"\nparties = ["chad", "sudann"]\n', 2, "Did you mean `sudan`"),
        (GOOD + 'mediators = ["atlantis-zz"]\n', 3, "`atlantis-zz` is no actor"),
        (GOOD + 'formats = ["astana-formt"]\n', 3, "Did you mean `astana-format`"),
        (GOOD + '\ngoal = "normalization"\n', 4, "Did you mean `normalisation`"),
        (GOOD + 'issues = ["ceasefire", "no-such-thing"]\n', 3, "`no-such-thing` is no issue"),
        ('name = "X"\nparties = ["chad", "chad"]\n', 2, "names 1"),
        (GOOD + 'since = "2024"\nuntil = "2023-05"\n', 4, "ends (2023-05) before it begins"),
        (GOOD + 'since = "May 2024"\n', 3, "should be a day, month or year"),
        (GOOD + 'goals = "normalisation"\n', 3, "`goals` is not known"),
        ('name = "X"\nparties = [\n', None, "not valid TOML"),
    ],
)
def test_a_wrong_process_is_named_and_the_others_load(
    tmp_path: Path, text: str, line: int | None, told: str
) -> None:
    book = with_files(tmp_path, wrong=text, good=GOOD)
    assert "good" in book.processes
    assert "turkey-syria" in book.processes
    assert "wrong" not in book.processes
    (problem,) = book.problems
    assert told in str(problem)
    assert problem.file == str(tmp_path / "processes" / "wrong.toml")
    if line is not None:
        assert problem.line == line


def test_a_format_with_an_unknown_member_is_named_with_the_process_that_needs_it(
    tmp_path: Path,
) -> None:
    formats = '[border-format]\nname = "Border format"\nmembers = { party = ["chat"] }\n'
    book = with_files(tmp_path, wrong=GOOD + 'formats = ["border-format"]\n', formats__toml=formats)
    first, second = book.problems
    assert (first.line, "`chad`" in str(first)) == (3, True)
    assert "`border-format` is no format" in str(second)
    assert "astana-format" in book.formats


def test_a_loop_of_issues_leaves_the_rest_standing(tmp_path: Path) -> None:
    issues = '[a]\nname = "A"\nparent = "b"\n\n[b]\nname = "B"\nparent = "a"\n'
    book = with_files(tmp_path, good=GOOD, issues__toml=issues)
    assert "loop (a in b in a)" in str(book.problems[0])
    assert book.problems[0].line == 1
    assert "good" in book.processes
    assert "ceasefire" in book.issues


def test_rows_of_actors_that_are_wrong_are_left_out(tmp_path: Path) -> None:
    book = with_files(
        tmp_path,
        good=GOOD,
        persons__csv="id,name,country\na-brandt,Anna Brandt,chad\nb-brandt,Anna Brandt,chad\n",
        offices__csv="person,post,actor,since,until\n"
        "a-brandt,foreign-minister,chad,2024-05,2023-01\n"
        "a-brandt,head-of-state,chad,2024-06,\n",
        organisations__csv="id,name,kind\nun-two,United Nations,organisation\n",
    )
    told = [str(problem) for problem in book.problems]
    assert len(told) == 3
    assert "organisations.csv, line 2: `United Nations` names both un and un-two" in told[0]
    assert "persons.csv, line 3: Anna Brandt is two persons" in told[1]
    assert "offices.csv, line 2: a-brandt leaves office on 2023-01" in told[2]
    assert [office.post for office in book.actors["a-brandt"].offices] == ["head-of-state"]
