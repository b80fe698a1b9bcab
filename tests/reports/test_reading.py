"""Whatever stands in a file of whatever name: outcomes, and nothing raised."""

import gzip
import json
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pourparler.model import Refusal, Report
from pourparler.reports import Limits, read_paths

from .taking import SENTENCE, TODAY
from .test_pages import ATOM, RSS, archive, page

SUFFIXES = (
    *(".txt", ".md", ".jsonl", ".json", ".csv", ".tsv", ".html", ".rss", ".xml", ".warc"),
    *(".parquet", ".gz", ".jsonl.gz", ".zst", ".db"),
)
ROWS = "".join(f'2024-07-{day:02d},"{SENTENCE}, {day}"\n' for day in range(1, 29))
LINES = "".join(
    json.dumps({"published": "2024-07-12", "text": f"{SENTENCE} {n}"}) + "\n" for n in range(30)
)
WHOLE = {
    "a.txt": f" date 2024-07-12 {SENTENCE}\n\n date 2024-07-13 {SENTENCE}".encode(),
    "a.md": f"---\npublished: 2024-07-12\n---\n{SENTENCE}".encode(),
    "a.jsonl": LINES.encode(),
    "a.json": f"[{','.join(LINES.splitlines())}]".encode(),
    "a.csv": f"date,text\n{ROWS}".encode(),
    "b.csv": f"date,text\n{ROWS}".encode("utf-16"),
    "a.jsonl.gz": gzip.compress(LINES.encode()),
    "a.html": page().encode(),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.warc": archive(page().encode(), page().encode()),
    "a.warc.gz": gzip.compress(archive(page().encode())) * 2,
}


def outcomes(name: str, content: bytes) -> list[Report | Refusal]:
    """What reading one file of that name and content gives."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        found = list(read_paths([path], today=TODAY, limits=Limits(line=1 << 16, whole=1 << 20)))
    for outcome in found:
        if isinstance(outcome, Refusal):
            assert outcome.reason
            assert outcome.fix
            assert outcome.path.endswith(name)
        else:
            assert outcome.text.strip()
            assert outcome.text.encode("utf-8")
            if outcome.dateline:
                assert outcome.dateline.end <= len(outcome.text)
    assert found
    return found


@settings(max_examples=150, deadline=None)
@given(some.sampled_from(SUFFIXES), some.binary(max_size=300))
def test_any_bytes_under_any_name(suffix: str, content: bytes) -> None:
    outcomes(f"a{suffix}", content)


@settings(max_examples=150, deadline=None)
@given(some.sampled_from(SUFFIXES), some.text(max_size=300))
def test_any_text_under_any_name(suffix: str, content: str) -> None:
    outcomes(f"a{suffix}", content.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_are_read_whole(name: str) -> None:
    found = outcomes(name, WHOLE[name])
    refused = [outcome for outcome in found if isinstance(outcome, Refusal)]
    assert len(refused) == (1 if name == "a.rss" else 0)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_anywhere(name: str) -> None:
    whole = WHOLE[name]
    for at in random.Random(name).sample(range(len(whole)), 25):
        outcomes(name, whole[:at])


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_with_bytes_changed(name: str) -> None:
    chance = random.Random(name)
    for _ in range(25):
        content = bytearray(WHOLE[name])
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        outcomes(name, bytes(content))


@pytest.mark.parametrize("name", [name for name in WHOLE if name not in ("b.csv",)])
def test_a_format_is_known_without_its_suffix(name: str) -> None:
    if name == "a.json":
        assert len(outcomes("a.jsonl", WHOLE[name])) == 30
        assert len(outcomes("a.json", WHOLE["a.jsonl"])) == 30
    named, bare = outcomes(name, WHOLE[name]), outcomes("bare", WHOLE[name])
    ids = [[item.id for item in found if isinstance(item, Report)] for found in (named, bare)]
    assert ids[0]
    assert ids[0] == ids[1]
