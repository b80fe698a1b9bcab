"""The tree of issues: what ships, what a user may add, and what is told when an entry is wrong."""

from pathlib import Path

import pytest

from pourparler.codebook import Codebook, load
from pourparler.codebook.files import BUILT_IN
from pourparler.codebook.issues import load_issues
from pourparler.errors import CodebookError


def added(folder: Path, text: str, name: str = "issues.toml") -> tuple[Path, ...]:
    """The built-in folder and one of a user's, with `text` in it."""
    (folder / name).write_text(text, encoding="utf-8")
    return BUILT_IN, folder


def test_every_issue_tells_what_it_is_and_has_words(codebook: Codebook) -> None:
    issues = codebook.issues
    assert len(issues) >= 80
    for issue in issues.values():
        assert issue.name
        assert issue.definition.endswith("."), issue.id
        assert issue.cues or issues.children(issue.id), issue.id
        assert issue.parent is None or issue.examples, issue.id


def test_an_issue_is_found_in_its_own_examples(codebook: Codebook) -> None:
    for issue in codebook.issues.values():
        for example in issue.examples:
            text = example.lower().replace("-", " ").replace("'s", "").rstrip(".")
            words = [{word.strip(","), word.strip(",").rstrip("s")} for word in text.split()]
            found = {hit.key.lstrip("!") for hit in codebook.issues.index.find(words)}
            assert issue.id in found, (issue.id, example, found)


def test_goals_and_issues_of_processes_are_in_the_tree(codebook: Codebook) -> None:
    for process in codebook.processes.values():
        for issue in (*process.issues, *filter(None, [process.goal])):
            assert issue in codebook.issues


def test_ancestors_run_to_the_heading(codebook: Codebook) -> None:
    assert codebook.issues.ancestors("hostages") == ("prisoners", "people-and-rights")
    assert codebook.issues.ancestors("security") == ()
    assert "hostages" in codebook.issues.children("prisoners")


def test_a_user_adds_an_issue_in_four_lines(tmp_path: Path) -> None:
    added(
        tmp_path,
        '[fishing-rights]\nname = "Fishing rights"\nparent = "economy"\n'
        'cues = ["fishing|fishery rights|quota|quotas", "catch + herring"]\n',
    )
    issues = load(tmp_path).issues
    assert issues["fishing-rights"].parent == "economy"
    hits = issues.index.find([{"the"}, {"fishing"}, {"quotas", "quota"}])
    assert [(hit.key, hit.start, hit.end) for hit in hits] == [("fishing-rights", 1, 3)]


def test_a_users_issue_replaces_the_one_of_its_name(tmp_path: Path) -> None:
    added(tmp_path, '[ceasefire]\nname = "Truce"\ncues = ["truce"]\n')
    assert load(tmp_path).issues["ceasefire"].name == "Truce"


def test_a_users_set_of_words_serves_cues(tmp_path: Path) -> None:
    added(tmp_path, '[fish]\nwords = ["cod", "herring"]\n', "word-sets.toml")
    folders = added(tmp_path, '[fish]\nname = "Fish"\ncues = ["@fish"]\n')
    assert [hit.key for hit in load_issues(folders).index.find([{"cod"}])] == ["fish"]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[a]\nname = "A"\nparent = "b"\n\n[b]\nname = "B"\nparent = "a"\n', 1, "loop"),
        ('[own]\nname = "Own"\nparent = "own"\n', 1, "loop"),
        ('\n[lost]\nname = "Lost"\nparent = "nowhere"\n', 2, "nowhere"),
        ('[odd]\nname = "Odd"\ncues = ["word + "]\n', 1, "part without words"),
        ('[odd]\nname = "Odd"\ncues = ["@nothing"]\n', 1, "@nothing"),
        ('[odd]\nname = "Odd"\ncues = ["*"]\n', 1, "no word"),
        ('[odd]\nname = "Odd"\ncues = "word"\n', 1, "list of texts"),
        ("[odd]\nparent = 1\n", 1, "`name`"),
        ('[odd]\nname = "Odd"\ncue = ["word"]\n', 1, "`cue` is not known"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    folders = added(tmp_path, text)
    with pytest.raises(CodebookError) as caught:
        load_issues(folders)
    assert caught.value.line == line
    assert caught.value.file == str(tmp_path / "issues.toml")
    assert problem in str(caught.value)
