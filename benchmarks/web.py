"""How quickly pages are answered from a large record, while reports are still coming in.

    python benchmarks/web.py build big.db --reports 100000
    python benchmarks/web.py measure big.db --readers 10 --seconds 60

`build` writes a record of invented reports, ten statements each, of which one in twenty concerns
the talks that are asked about. `measure` starts `pourparler serve` on it, keeps reading reports
into it, lets ten readers open pages at once, and prints the times by kind of page.
"""

import argparse
import http.client
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, product
from pathlib import Path
from urllib.parse import quote

from pourparler.model import (
    Actor,
    Event,
    Meeting,
    Mention,
    Participant,
    PhaseSign,
    Position,
    Precondition,
    Reading,
    Report,
    Span,
    Statement,
)
from pourparler.record import Store, open_store, schema
from pourparler.record.kinds import KINDS
from pourparler.record.store import _json, _row

STATES = ["freedonia", "sylvania", "osterlich", *(f"land-{number:02}" for number in range(60))]
ISSUES = ["troop-withdrawal", "ceasefire", "refugees-return", "border-security", "talks"]
STANCES = ["demand", "precondition", "offer", "refusal", "commitment", "support"]
EVENT_TYPES = ["CONSULT", "SUPPORT", "ACCUSE", "CONSULT", "REJECT"]
ACTS = ["said", "demanded", "promised", "offered", "refused", "denied", "warned"]
SYLLABLES = ("ba", "cor", "del", "fen", "gri", "hal", "jor", "kel", "lim", "mor", "nes", "pal")
WORDS = ["".join(parts) for parts in product(SYLLABLES, repeat=3)]
WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
WANTED = [("troop-withdrawal", "refugees-return"), ("refugees-return", "troop-withdrawal")]
FIRST = date(2010, 1, 1)
DAYS = 5000
PROCESS = """name = "Freedonia–Sylvania talks"
parties = ["freedonia", "sylvania"]
mediators = ["osterlich"]
goal = "normalisation"
"""
HEAD = "id,iso,name,other_names,adjectives,people,capital,seats,led_by"
ONE_IN = 20
THINKING = (0.3, 1.2)
"""Seconds a reader looks at a page."""
WARM_UP = 20.0
"""Seconds that are not counted: every day asked for is laid out once."""


def made(number: int, day: str | None = None) -> tuple[Report, Reading, set[str]]:
    """An invented report of a day, what would be read from it, and whom it names."""
    chance = random.Random(number)
    ours = number % ONE_IN == 0
    states = chance.sample(STATES[:3] if ours else STATES[3:], 2)
    day = day or (FIRST + timedelta(days=number * 7919 % DAYS)).isoformat()
    text, statements, events = "", [], []
    for index in range(10):
        who, other = chance.sample(states, 2)
        start = len(text)
        text += f"The delegation of {who} "
        cue = (len(text), len(text) + 4)
        text += "said that "
        content = len(text)
        text += " ".join(chance.choices(WORDS, cum_weights=WEIGHTS, k=18)) + f" with {other}"
        end = len(text)
        text += f" in session {number}-{index}.\n"
        speaker = Mention(
            Span.of(text, start + 4, start + 18 + len(who)), f"{who}.delegation", who, "role", who
        )
        statements.append(
            Statement(
                f"{number:08x}{index:08x}",
                chance.choice(("direct", "indirect", "mixed")),
                (Span.of(text, content, end),),
                chance.choice(ACTS),
                speaker=speaker,
                cue=Span.of(text, *cue),
            )
        )
        if index < 2:
            mention = Mention(Span.of(text, end - len(other), end), other, other, "name")
            events.append(
                Event(
                    f"e{number:07x}{index:08x}",
                    (Span.of(text, start, end),),
                    EVENT_TYPES[(number // ONE_IN + index) % len(EVENT_TYPES)],
                    actors=(speaker,),
                    recipients=(mention,),
                    occurred=day,
                )
            )
    report = Report.of(text, day, outlet=f"Wire {number % 40}", title=f"Session {number}")
    where = statements[0].content[0]
    party = statements[0].speaker
    assert party is not None
    which = STATES.index(party.represents or "")
    issue = chance.choice(ISSUES)
    position = Position(
        f"p{number:015x}",
        party,
        issue,
        STANCES[(which + ISSUES.index(issue) + int(day[:4])) % len(STANCES)],
        (where,),
        f"{party.name} on {issue}",
        since=day,
    )
    order = Precondition(f"o{number:015x}", party, *WANTED[which % 2], (where,), since=day)
    met = Meeting(
        f"m{number:015x}",
        (statements[1].content[0],),
        tuple(Participant(one.speaker) for one in statements[:4] if one.speaker),
        occurred=day,
        place=f"Town {number % 90}",
        status=chance.choice(("held", "held", "planned")),
    )
    sign = PhaseSign(f"s{number:015x}", chance.choice(("talks", "paused", "resumed")), (where,))
    reading = Reading(
        report.id,
        "benchmark",
        "benchmark",
        mentions=tuple(one.speaker for one in statements if one.speaker),
        actors=tuple(Actor(one, one.title(), "state", one) for one in states)
        if number < 200
        else (),
        statements=tuple(statements),
        events=tuple(events),
        meetings=(met,) if number % 60 == 0 or number % 7 == 1 else (),
        positions=(position,),
        preconditions=(order,) if number % 3 == 0 else (),
        phases=(sign,) if number % 200 == 0 else (),
    )
    return report, reading, set(states)


def build(path: Path, reports: int) -> None:
    """Write the record in large transactions: `Store.save` takes one report at a time."""
    store = open_store(path, create=True)
    started = time.perf_counter()
    for first in range(0, reports, 1000):
        _write(store, (made(number) for number in range(first, min(first + 1000, reports))))
        print(f"\r{first + 1000:,} reports, {time.perf_counter() - started:.0f} s", end="")
    print()
    store.close()


def _write(store: Store, batch: Iterator[tuple[Report, Reading, set[str]]]) -> None:
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for report, reading, present in batch:
        rows["reports"].append(
            {name: getattr(report, name, None) for name in schema.reports.c.keys()}  # noqa: SIM118
            | {"day": report.published, "dateline": None, "recorded": "2026-01-01T00:00:00+00:00"}
        )
        rows["readings"].append(
            {
                "report": report.id,
                "reader": "benchmark",
                "codebook": "benchmark",
                "recorded": "2026-01-01T00:00:00+00:00",
                "failure": None,
                "mentions": _json(reading.mentions),
            }
        )
        for kind in KINDS:
            rows[kind.name] += [
                dict(_row(kind, report.id, report.published, *pair))
                for pair in enumerate(kind.of(reading))
            ]
        rows["presences"] += [
            {"actor": one, "report": report.id, "day": report.published} for one in sorted(present)
        ]
    with store._writing.begin() as connection:
        for name, those in rows.items():
            if those:
                connection.execute(schema.metadata.tables[name].insert(), those)


def measure(path: Path, readers: int, seconds: float, port: int) -> None:
    """Start the server, keep feeding the record, and time the readers."""
    with tempfile.TemporaryDirectory() as folder:
        processes = Path(folder) / "processes"
        processes.mkdir()
        (processes / "freedonia-sylvania.toml").write_text(PROCESS, encoding="utf-8")
        rows = [f"{one},,{one.title()},,,,,," for one in STATES[:3]]
        (Path(folder) / "states.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "pourparler", "serve", "--record", str(path)]
        server = subprocess.Popen([*command, "--codebook", folder, "--port", str(port)])
        try:
            started = _wait(port)
            print(f"first answer after {started:.1f} s")
            _measure(path, readers, seconds, port)
        finally:
            server.terminate()
            server.wait()


def _wait(port: int) -> float:
    started = time.perf_counter()
    while time.perf_counter() - started < 300:
        try:
            _get(http.client.HTTPConnection("127.0.0.1", port, timeout=300), "/statements")
            return time.perf_counter() - started
        except ConnectionError:
            time.sleep(0.2)
    raise SystemExit("the server does not answer")


def _measure(path: Path, readers: int, seconds: float, port: int) -> None:
    addresses = _addresses(port)
    times: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    stop = threading.Event()
    fed = [0]
    threads = [threading.Thread(target=_feed, args=(path, stop, fed))]
    threads += [
        threading.Thread(target=_read, args=(port, number, addresses, times, stop))
        for number in range(readers)
    ]
    for thread in threads:
        thread.start()
    time.sleep(WARM_UP)
    times.clear()
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join()
    print(f"{fed[0]:,} reports read in meanwhile")
    print(f"{'page':14}{'answers':>9}{'median':>9}{'p95':>9}{'most':>9}{'server p95':>12}{'KB':>6}")
    every = [one for those in times.values() for one in those]
    for name, those in [*sorted(times.items()), ("all", every)]:
        client = sorted(one[0] for one in those)
        inside = sorted(one[1] for one in those)
        print(
            f"{name:14}{len(those):9,}{statistics.median(client) * 1000:9.1f}"
            f"{_p95(client) * 1000:9.1f}{client[-1] * 1000:9.1f}{_p95(inside):12.1f}"
            f"{max(one[2] for one in those) / 1000:6.0f}"
        )


def _p95(those: list[float]) -> float:
    return those[min(len(those) - 1, int(len(those) * 0.95))]


def _addresses(port: int) -> dict[str, list[str]]:
    """What readers open: today as often as one of ten other days; things by the hundred."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)

    def ids(name: str, field: str = "id") -> list[str]:
        body, _, _ = _get(connection, f"/api/{name}?limit=300")
        return [one[field] for one in json.loads(body)["items"]]

    chance = random.Random(1)
    other = [(FIRST + timedelta(days=chance.randrange(DAYS))).isoformat() for _ in range(10)]
    days = [""] * 10 + [f"?as_of={day}" for day in other]
    meetings, reports = ids("meetings"), ids("reports")
    return {
        "overview": [f"/{day}" for day in days],
        "timeline": [f"/timeline{day}" for day in days],
        "positions": [f"/positions{day}" for day in days],
        "deadlocks": [f"/deadlocks{day}" for day in days],
        "party": [f"/parties/{one}{day}" for one in STATES[:3] for day in days],
        "issue": [f"/issues/{one}{day}" for one in ISSUES for day in days],
        "meetings": [f"/meetings{day}" for day in days],
        "meeting": [f"/meetings/{quote(one)}" for one in meetings],
        "statements": [f"/statements{day}" for day in days]
        + [f"/statements?words={first}+{second}" for first in WORDS[:60] for second in WORDS[:5]],
        "report": [f"/reports/{one}" for one in reports],
        "compare": [f"/compare{day}" for day in days],
        "network": [f"/network{day}" for day in days],
        "method": [f"/method{day}" for day in days],
        "data": ["/data", "/data?kind=events", "/data?kind=statements", "/data?kind=positions"],
        "refused": ["/refused"],
    }


def _read(
    port: int,
    number: int,
    addresses: dict[str, list[str]],
    times: dict[str, list[tuple[float, float, int]]],
    stop: threading.Event,
) -> None:
    chance = random.Random(number)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    while not stop.is_set():
        name = chance.choice(list(addresses))
        started = time.perf_counter()
        body, inside, size = _get(connection, chance.choice(addresses[name]))
        times[name].append((time.perf_counter() - started, inside, size))
        assert body
        time.sleep(chance.uniform(*THINKING))


def _get(connection: http.client.HTTPConnection, path: str) -> tuple[bytes, float, int]:
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise SystemExit(f"{response.status} for {path}: {body[:300]!r}")
    timing = response.headers.get("server-timing", "")
    return body, float(timing.partition("dur=")[2] or 0), len(body)


def _feed(path: Path, stop: threading.Event, fed: list[int]) -> None:
    """Ten reports of the day each second, as a reader of reports on one core brings them."""
    store = open_store(path)
    number = 10_000_000 + int(time.time()) * 100
    while not stop.is_set():
        report, reading, present = made(number, (FIRST + timedelta(days=DAYS)).isoformat())
        if store.keep(report):
            store.save(reading, present)
            fed[0] += 1
        number += 1
        time.sleep(0.1)
    store.close()


def main() -> None:
    """Build or measure, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build")
    building.add_argument("record", type=Path)
    building.add_argument("--reports", type=int, default=100_000)
    measuring = commands.add_parser("measure")
    measuring.add_argument("record", type=Path)
    measuring.add_argument("--readers", type=int, default=10)
    measuring.add_argument("--seconds", type=float, default=60)
    measuring.add_argument("--port", type=int, default=8439)
    given = parser.parse_args()
    if given.command == "build":
        build(given.record, given.reports)
    else:
        measure(given.record, given.readers, given.seconds, given.port)


if __name__ == "__main__":
    main()
