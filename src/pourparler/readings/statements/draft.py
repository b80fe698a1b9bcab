"""A statement while it is being found, in token and character offsets."""

from dataclasses import dataclass, field
from typing import Literal

from pourparler.codebook import SpeechCue

Placing = Literal["after", "before", "around", "quoted", "floating"]


@dataclass(slots=True)
class Draft:
    """What is known of one statement so far.

    `parts` are stretches of the text (code points), `verb` the token that heads the cue,
    `cue_at` the cue's stretch, `speaker` the token that heads the speaker's noun phrase.
    `placing` tells where the content stands as seen from the cue. `quoted_by` heads who quotes
    the speaker ("the agency quoted her as saying"); `relayed` holds inside a report of another,
    and `within` is then, as in any nested statement, the stretch that tells of it.
    """

    cue: SpeechCue
    verb: int
    cue_at: tuple[int, int]
    parts: list[tuple[int, int]] = field(default_factory=list)
    speaker: int | None = None
    addressee: int | None = None
    placing: Placing = "after"
    frame: str = "that"
    quoted_by: int | None = None
    relayed: bool = False
    within: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.parts[-1][1]

    def part_at(self, position: int) -> tuple[int, int] | None:
        """The part of the content that holds `position`."""
        return next((part for part in self.parts if part[0] <= position < part[1]), None)
