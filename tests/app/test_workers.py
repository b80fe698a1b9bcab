"""Reading by workers gives what reading here gives, in the same order."""

from dataclasses import replace

import pytest

from pourparler.app.reader import Reader
from pourparler.app.workers import BATCH, Workers
from pourparler.errors import UsageError
from pourparler.model import Reading, Report

TEXT = "Foreign Minister Anna Brandt of Norway said on Monday that talks number {} would go on."


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [
        Report(id=f"{n:032x}", published="2024-05-02", text=TEXT.format(n))
        for n in range(BATCH + 6)
    ]


@pytest.fixture(scope="module")
def address():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
    ) as cluster:
        yield cluster.scheduler_address


def test_few_reports_are_read_here_and_many_by_processes():
    assert not Workers().needed(3)
    assert not Workers(jobs=1).needed(1_000_000)
    assert Workers(jobs=2).needed(3)
    assert Workers(cluster="tcp://127.0.0.1:1").needed(1)


def test_batches_come_back_in_order():
    batches = list(Workers(jobs=2).map(sorted, range(3 * BATCH), expected=1))
    assert [number for batch in batches for number in batch] == list(range(3 * BATCH))


def test_a_cluster_reads_what_this_process_reads(address, reports):
    reader = Reader()
    elsewhere = list(reader.read_with(Workers(cluster=address), reports, len(reports)))
    assert elsewhere == list(reader.read(reports))
    assert all(isinstance(one, Reading) and one.statements for one in elsewhere)


def test_a_worker_with_another_codebook_is_named(address, reports):
    reader = Reader()
    reader.codebook = replace(reader.codebook, fingerprint="another")
    with pytest.raises(UsageError, match=r"A worker reads with version .* here it is .* another"):
        list(reader.read_with(Workers(cluster=address), reports[:1], 1))


def test_a_task_that_fails_on_the_cluster_says_where_and_what_to_try(address):
    with pytest.raises(UsageError, match=r"(?s)worker of the cluster.*TypeError.*read again"):
        list(Workers(cluster=address).map(len_of_nothing, [1], expected=1))


def test_an_address_where_nobody_answers_is_named(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("pourparler.app.workers.PATIENCE", 0.2)
    with pytest.raises(UsageError, match="No Dask scheduler answers at tcp"):
        list(Workers(cluster="tcp://127.0.0.1:9").map(sorted, [1], expected=1))


def len_of_nothing(batch: list[int]) -> int:
    return len(None)  # type: ignore[arg-type]
