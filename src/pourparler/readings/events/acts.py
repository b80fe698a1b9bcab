"""An act: what one verb or noun tells, before it becomes an event."""

from dataclasses import dataclass, field

from pourparler.codebook import Frame
from pourparler.model import Mention, Status

Party = int | Mention
"""A token that heads a noun phrase, or a mention found elsewhere (a quotation's speaker)."""


@dataclass(slots=True)
class Act:
    """One reading of a verb or noun.

    `head` is the token that tells it, `words` all tokens that do; `actors` and `recipients` are
    heads of noun phrases. `certain` grows with what of the frame was there to be matched;
    `below` is the act that an operator turned into this one.
    """

    head: int
    frame: Frame
    code: str | None
    type: str | None
    mode: str | None
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    words: set[int] = field(default_factory=set)
    status: Status = "actual"
    certain: float = 1.0
    operator: str | None = None
    below: "Act | None" = None

    @property
    def alone(self) -> bool:
        """Whether it is an event without a recipient too, as what it is made of may be."""
        return self.frame.alone or (self.below is not None and self.below.alone)
