"""How fast reports are read, and how well near-copies are told.

    python benchmarks/reports.py rate PATH…       items a second and peak memory
    python benchmarks/reports.py copies PATH…     made-up edits of the reports at PATH

`copies` edits each report of sixty words and more as wires do (another lead, paragraphs added,
the tail cut, words changed), asks whether the bands meet and whether `is_copy` agrees, and
counts how many pairs of different reports are taken for copies: among reports that are really
different accounts, any is wrong. Numbers are printed as Markdown rows.
"""

import argparse
import random
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator

from pourparler.model import Report
from pourparler.reports import Signature, bands, is_copy, read_paths, signature

Edit = Callable[[str, str, random.Random], str]


def sentences(text: str) -> list[str]:
    """The text at its full stops: good enough to cut and to join."""
    return text.replace("\n\n", " ¶ ").split(". ")


def another_lead(text: str, other: str, chance: random.Random) -> str:
    """The first sentence of another report instead of its own."""
    return ". ".join(sentences(other)[:1] + sentences(text)[1:])


def paragraph_added(text: str, other: str, chance: random.Random) -> str:
    """A third of another report after it."""
    added = sentences(other)
    return text + " " + ". ".join(added[: max(1, len(added) // 3)])


def paragraph_before(text: str, other: str, chance: random.Random) -> str:
    """A third of another report before it."""
    added = sentences(other)
    return ". ".join(added[: max(1, len(added) // 3)]) + ". " + text


def cut(share: float) -> Edit:
    """The beginning only."""

    def edit(text: str, other: str, chance: random.Random) -> str:
        words = text.split(" ")
        return " ".join(words[: int(len(words) * share)])

    return edit


def words_changed(share: float) -> Edit:
    """Words here and there replaced by words of another report."""

    def edit(text: str, other: str, chance: random.Random) -> str:
        donors = other.split()
        changed = (
            chance.choice(donors) if chance.random() < share else word for word in text.split()
        )
        return " ".join(changed)

    return edit


def lead_and_tail(text: str, other: str, chance: random.Random) -> str:
    """Another lead, and the last third gone."""
    return cut(0.67)(another_lead(text, other, chance), other, chance)


EDITS: dict[str, Edit] = {
    "another lead": another_lead,
    "paragraph added after": paragraph_added,
    "paragraph added before": paragraph_before,
    "tail cut to 70 %": cut(0.7),
    "tail cut to 50 %": cut(0.5),
    "tail cut to 30 %": cut(0.3),
    "another lead, tail cut": lead_and_tail,
    "2 % of words changed": words_changed(0.02),
    "5 % of words changed": words_changed(0.05),
    "10 % of words changed": words_changed(0.10),
}


def found(paths: list[str]) -> list[Report]:
    """The reports at the paths."""
    return [item for item in read_paths(paths) if isinstance(item, Report)]


def measure_rate(paths: list[str]) -> None:
    """Items a second, of the processor's time, and the most memory taken."""
    started, clock = time.process_time(), time.perf_counter()
    reports = refusals = characters = 0
    for item in read_paths(paths):
        if isinstance(item, Report):
            reports += 1
            characters += len(item.text)
        else:
            refusals += 1
    seconds, wall = time.process_time() - started, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("| reports | refused | million characters | CPU s | wall s | reports/CPU s | peak MB |")
    print("|---|---|---|---|---|---|---|")
    print(
        f"| {reports:,} | {refusals:,} | {characters / 1e6:.1f} | {seconds:.1f} | {wall:.1f} "
        f"| {reports / seconds:,.0f} | {peak:.0f} |"
    )


def measure_copies(paths: list[str], seed: int, most: int) -> None:
    """How many edits are found, and how many pairs of different reports are taken for copies."""
    chance = random.Random(seed)
    reports = [report for report in found(paths) if len(report.text.split()) >= 60]
    chance.shuffle(reports)
    reports = reports[:most]
    print(f"{len(reports)} reports of sixty words and more\n")
    print("| edit | bands meet | told a copy | found |")
    print("|---|---|---|---|")
    for name, edit in EDITS.items():
        met = told = both = 0
        for at, report in enumerate(reports):
            edited = signature(edit(report.text, reports[at - 1].text, chance))
            original = signature(report.text)
            meets, is_told = (
                not set(bands(edited)).isdisjoint(bands(original)),
                is_copy(edited, original),
            )
            met, told, both = met + meets, told + is_told, both + (meets and is_told)
        total = len(reports)
        print(f"| {name} | {met / total:.1%} | {told / total:.1%} | {both / total:.1%} |")
    pairs = list(copies_among([signature(report.text) for report in reports]))
    print(f"\npairs of different reports taken for copies: {len(pairs)}")
    for earlier, later in pairs[:10]:
        print(f"  {reports[earlier].path} | {reports[later].path}")


def copies_among(signatures: list[Signature]) -> Iterator[tuple[int, int]]:
    """The pairs that bands bring together and that are told copies."""
    table: dict[int, list[int]] = defaultdict(list)
    for at, mine in enumerate(signatures):
        near: set[int] = set()
        for band in bands(mine):
            near.update(table[band])
            table[band].append(at)
        yield from ((other, at) for other in sorted(near) if is_copy(mine, signatures[other]))


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("rate", "copies"))
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=2000)
    given = parser.parse_args()
    if given.what == "rate":
        measure_rate(given.paths)
    else:
        measure_copies(given.paths, given.seed, given.most)


if __name__ == "__main__":
    main()
