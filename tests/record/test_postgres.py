"""A record on a PostgreSQL server answers, decides and shows pages as one in a file does."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pourparler.app import Record
from pourparler.errors import RecordError
from pourparler.views.web import make_site
from tests.conftest import SAMPLE

REPORTS = sorted(SAMPLE.glob("*.txt"))[20:36]
QUESTIONS = (
    *("brief", "timeline", "meetings", "positions", "preconditions", "deadlocks", "phases"),
    *("signals", "statements", "events", "actors", "formats"),
)
PAGES = (
    *("/", "/timeline", "/positions", "/deadlocks", "/meetings", "/statements", "/network"),
    *("/statements?words=troops", "/review", "/method", "/data", "/refused"),
)


def _program(name: str) -> str | None:
    """A program of the server; Debian keeps them off the path."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *map(str, homes)]))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of an empty database on a server of its own."""
    initdb, postgres = _program("initdb"), _program("postgres")
    if not (initdb and postgres):
        pytest.skip("no PostgreSQL server on this machine")
    pytest.importorskip("psycopg")
    # The server refuses to run as root, and others cannot enter the folders pytest makes.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory() as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"
        made = [initdb, "-D", data, "-A", "trust", "-U", "talks", "-E", "UTF8", "--locale=C"]
        subprocess.run(made, user=user, check=True, capture_output=True, cwd=folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        where = ["-p", port, "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"]
        running = subprocess.Popen(
            [postgres, "-D", data, *where], user=user, cwd=folder, stderr=subprocess.PIPE, text=True
        )
        try:
            assert running.stderr is not None
            assert any("ready to accept" in line for line in running.stderr), "the server stopped"
            yield f"postgresql://talks:secret@127.0.0.1:{port}/postgres"
        finally:
            running.terminate()
            running.communicate(timeout=30)


@pytest.fixture(scope="module")
def records(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Record]]:
    """The same reports in a file and on the server."""
    with Record(tmp_path_factory.mktemp("file") / "talks.db") as file, Record(server) as served:
        for record in (file, served):
            record.read(REPORTS, jobs=1)
        yield [file, served]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_server_answers_as_the_file_does(records: list[Record], question: str) -> None:
    file, served = (getattr(record.as_of(), question)() for record in records)
    assert served == file


def test_reading_again_changes_nothing(records: list[Record]) -> None:
    _, served = records
    again = served.read(REPORTS, jobs=1)
    assert (again.new, again.known, again.read) == (0, len(REPORTS), 0)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_shown(records: list[Record], path: str) -> None:
    pages = [
        TestClient(make_site(record), base_url="http://127.0.0.1:8421").get(path)
        for record in records
    ]
    assert [page.status_code for page in pages] == [200, 200]


def test_a_search_finds_the_same_statements(records: list[Record]) -> None:
    file, served = (record.as_of() for record in records)
    assert served.statements(words="troops") == file.statements(words="troops") != []


def test_a_decision_is_kept(records: list[Record]) -> None:
    _, served = records
    position = served.as_of(process="all").positions()[0]
    decision = served.deciding().decide("reject", position.id, author="A", reason="misread")
    assert position.id not in {one.id for one in served.as_of(process="all").positions()}
    served.deciding().withdraw(decision.id, author="A", reason="it was right")
    assert position.id in {one.id for one in served.as_of(process="all").positions()}


def test_a_database_that_is_not_there_is_named_without_its_password(server: str) -> None:
    with pytest.raises(RecordError, match=r"/missing cannot be opened") as caught:
        Record(server.replace("/postgres", "/missing"))
    assert "secret" not in str(caught.value)
