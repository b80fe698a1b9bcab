"""How much of one input is taken before it is refused: no file may fill memory or disk."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes beyond which an input is refused, in bytes unless said otherwise.

    `line` holds for one line or row; `whole` for files that cannot be read in pieces (text,
    pages, feeds, JSON documents), and for what a feed's address sends; `report` is code points
    of one report's text. `ratio` is unpacked to packed size, looked at once `unpacked_free`
    bytes came out: news packs some 3 to 30 times, what packs hundreds of times is not news.
    `timeout` is seconds without an answer from an address.
    """

    line: int = 16 * MEGABYTE
    whole: int = 64 * MEGABYTE
    page: int = 10 * MEGABYTE
    report: int = 4_000_000
    ratio: int = 200
    unpacked_free: int = 32 * MEGABYTE
    timeout: float = 20.0
