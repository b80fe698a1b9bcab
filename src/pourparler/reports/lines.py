"""Lines of any length, in memory that does not grow with them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class LongLine:
    """A line beyond the limit: its bytes were passed over, its size and identity kept."""

    size: int
    fingerprint: str


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | LongLine]]:
    """Each line with its number from 1, its line end removed, in order.

    A line that a break in the stream cuts is not given: the break itself is told by the
    stream's own error.
    """
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            yield number, _pass_over(stream, line, limit)
            continue
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        yield number, line.rstrip(b"\r\n")


def _pass_over(stream: BinaryIO, line: bytes, limit: int) -> LongLine:
    digest = hashlib.blake2b(digest_size=16)
    size = 0
    while line:
        digest.update(line)
        size += len(line)
        if line.endswith(b"\n"):
            break
        line = stream.readline(limit + 1)
    return LongLine(size, digest.hexdigest())
