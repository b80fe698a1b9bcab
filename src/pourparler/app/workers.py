"""Where batches of reports are read: processes of this machine, or a Dask cluster's workers.

A reading is a pure function of a report, the reader's version and the codebook, so batches go
anywhere without further ado; results come back in the order of the batches.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Any, Generic, Protocol, TypeVar

from pourparler.errors import MissingExtraError, UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)

BATCH = 64
"""Reports handed to a worker at a time: enough to keep the parser busy, few enough to lose."""

WORTH_WORKERS = 400
"""Below this many reports, starting workers takes longer than they save."""

PATIENCE = 10
"""How many seconds a cluster's scheduler has to answer."""


class Pending(Protocol[Result_co]):
    """A batch on its way."""

    def result(self) -> Result_co:
        """What came of it, waited for."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Takes tasks, and tells how many it can do at once."""

    submit: Callable[..., Pending[Any]]
    hands: Callable[[], int]


@dataclass(frozen=True, slots=True)
class Workers:
    """Who reads: `jobs` processes (None: by the work), or the cluster of a scheduler's address."""

    jobs: int | None = None
    cluster: str | None = None

    def needed(self, expected: int) -> bool:
        """Whether `expected` reports are read elsewhere than in this process."""
        return self.cluster is not None or self._jobs(expected) > 1

    def map(
        self, task: Callable[[list[Item]], Result], items: Iterable[Item], expected: int
    ) -> Iterator[Result]:
        """`task` done to batches of `items`, in their order; `task` must pickle.

        Raises UsageError for a cluster that does not answer, or a worker that cannot do it.
        """
        with self._pool(expected) as pool:
            yield from _in_order(pool, task, iter(items))

    def _jobs(self, expected: int) -> int:
        if self.jobs is not None:
            return self.jobs
        return (os.cpu_count() or 1) if expected >= WORTH_WORKERS else 1

    def _pool(self, expected: int) -> AbstractContextManager[Pool]:
        if self.cluster is not None:
            return _cluster(self.cluster)
        return _processes(self._jobs(expected))


def _in_order(
    pool: Pool, task: Callable[[list[Item]], Result], items: Iterator[Item]
) -> Iterator[Result]:
    """Two batches a hand are under way: one in work, one waiting, none piling up."""
    waiting: deque[Pending[Result]] = deque()
    while True:
        room = 2 * max(1, pool.hands()) - len(waiting)
        while room > 0 and (batch := list(islice(items, BATCH))):
            waiting.append(pool.submit(task, batch))
            room -= 1
        if not waiting:
            return
        yield waiting.popleft().result()


def one_thread() -> None:
    """Let this process compute on one core: several that each take all are slower together.

    To be called before NumPy is loaded, which reads the settings once.
    """
    for setting in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(setting, "1")


@contextmanager
def _processes(jobs: int) -> Iterator[Pool]:
    with ProcessPoolExecutor(jobs, get_context("spawn"), one_thread) as executor:
        yield Pool(executor.submit, lambda: jobs)


@contextmanager
def _cluster(address: str) -> Iterator[Pool]:
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtraError("Reading on a cluster", "cluster") from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"No Dask scheduler answers at {address}: {error}. Start one with `dask scheduler`, "
            "which prints its address."
        ) from error

    def submit(task: Callable[..., Any], batch: list[Any]) -> Pending[Any]:
        return _Sent(client.submit(task, batch, pure=False), address)

    with client:
        yield Pool(submit, lambda: sum(client.nthreads().values()))


@dataclass(frozen=True, slots=True)
class _Sent(Generic[Result]):
    """A batch sent to the cluster at `address`."""

    future: Pending[Result]
    address: str

    def result(self) -> Result:
        try:
            return self.future.result()
        except Exception as error:
            raise UsageError(
                f"A worker of the cluster at {self.address} failed: {type(error).__name__}: "
                f"{error}. Every worker needs this version of Pourparler, and the codebook's "
                "folders at the same paths. What was read before is kept; read again to go on."
            ) from error
