"""Records for exports: the sample as of a day, and one made of hostile text.

`hostile` is a record of one invented report whose text, title and outlet hold formulas, markup,
TeX, line ends, control and direction-changing characters, and letters beyond the 16-bit plane.
"""

import json
from collections.abc import Iterator

import pytest

from pourparler.app import Record, View
from pourparler.model import Report

HOSTILE = (
    '=HYPERLINK("http://example.invalid") <script>alert(1)</script> 𝔘𝔫𝔦 \u202eright\u202c\r\n'
    "Damascus demands the withdrawal of Turkish troops from Syria, its Foreign Ministry said "
    'on Tuesday. "-There will be no 😀 {talk} \\\\before; 50% & more of it", it added. \x07 '
    "Turkey and Syria held talks in Moscow on 12 July 2024."
)


@pytest.fixture
def view(sample: Record) -> View:
    """The sample, for its process, as of a day on which much is known and something is planned."""
    return sample.as_of("2024-11-15", process="turkey-syria")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """What is read from the hostile report."""
    folder = tmp_path_factory.mktemp("hostile")
    report = Report.of(
        HOSTILE,
        "2024-07-16",
        outlet="@Wire & Söhne {Co}",
        title="-1+1 <b>{Talks} \\input{x} & 100%</b>",
        url="javascript:alert(1)",
        language="en",
        path="a.txt",
    )
    with Record(folder / "hostile.db") as record:
        (folder / "a.jsonl").write_text(_line(report), encoding="utf-8")
        record.read(folder / "a.jsonl")
        yield record.as_of(process="all")


def _line(report: Report) -> str:
    names = ("text", "published", "outlet", "title", "url")
    return json.dumps({name: getattr(report, name) for name in names})
