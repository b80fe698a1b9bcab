"""Folders, globs and links: which files are read, in which order, and each once."""

import random
from pathlib import Path

from pourparler.model import Refusal
from pourparler.reports import Limits, read_paths

from .taking import SENTENCE, TODAY, take


def write(path: Path, day: str = "2024-07-12") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f" date {day} {path.name}: {SENTENCE}")
    return path


def names(*paths: str | Path) -> list[str]:
    reports, refusals = take(*paths)
    assert refusals == []
    return [Path(str(report.path)).name for report in reports]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    wanted = ["a.txt", "b/c.txt", "b/d/e.txt", "f.txt"]
    for name in random.Random(1).sample(wanted, 4):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.txt", "c.txt", "e.txt", "f.txt"]


def test_globs(tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.txt", "d.md"):
        write(tmp_path / name)
    assert names(tmp_path / "*.txt") == ["a.txt"]
    assert names(tmp_path / "**" / "*.txt") == ["a.txt", "c.txt"]


def test_a_name_with_the_signs_of_a_glob_is_a_name(tmp_path: Path) -> None:
    write(tmp_path / "a[1].txt")
    assert names(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_each_file_once(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b" / "c.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "z").symlink_to(tmp_path / "b", target_is_directory=True)
    assert names(tmp_path, tmp_path / "a.txt", tmp_path / "*.txt") == ["a.txt", "c.txt"]


def test_hidden_files_and_files_about_the_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "README.md", "SOURCES.md", "LICENSE", "a.txt~"):
        write(tmp_path / name)
    write(tmp_path / "a.txt")
    assert names(tmp_path) == ["a.txt"]
    assert names(tmp_path / "README.md") == ["README.md"]


def test_progress_counts_bytes_up_to_all(tmp_path: Path) -> None:
    sizes = [write(tmp_path / name).stat().st_size for name in ("a.txt", "b.txt")]
    heard: list[tuple[int, int]] = []
    list(read_paths([tmp_path], today=TODAY, progress=lambda *step: heard.append(step)))
    assert heard[-1] == (sum(sizes), sum(sizes))
    assert heard == sorted(heard)


def test_two_runs_give_the_same(tmp_path: Path) -> None:
    for number in range(5):
        write(tmp_path / f"{number}.txt", day="2024-07-12" if number % 2 else "2024-13-12")
    assert take(tmp_path) == take(tmp_path)


def test_a_refusal_is_known_again_by_its_bytes_alone(tmp_path: Path) -> None:
    first = write(tmp_path / "a" / "x.txt", day="2024-13-12")
    second = write(tmp_path / "b" / "x.txt", day="2024-13-12")
    prints = [refusal.fingerprint for refusal in take(first, second)[1]]
    assert prints[0] == prints[1]
    assert prints[0] is not None
    second.write_text(second.read_text() + ".")
    assert take(second)[1][0].fingerprint != prints[0]


def test_memory_stays_flat(tmp_path: Path) -> None:
    import tracemalloc

    with (tmp_path / "a.jsonl").open("w") as file:
        for number in range(6000):
            file.write(f'{{"date": "2024-07-12", "text": "{number} {SENTENCE * 20}"}}\n')
    tracemalloc.start()
    count = sum(1 for _ in read_paths([tmp_path], today=TODAY))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 6000
    assert peak < 8 << 20


def test_limits_are_the_callers_to_set(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (outcome,) = read_paths([tmp_path], today=TODAY, limits=Limits(report=10))
    assert isinstance(outcome, Refusal)
