"""Two days side by side: what was known on one, and what on the other."""

from dataclasses import dataclass
from datetime import date, timedelta

from pourparler.errors import UsageError
from pourparler.model import PositionHeld
from pourparler.views.tables import change_row, plain
from pourparler.views.web.asking import Page, Question

APART = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Pair:
    """A party's stance on an issue on either day; None where none was known."""

    party: tuple[str, str]
    issue: tuple[str, str]
    earlier: PositionHeld | None
    later: PositionHeld | None

    @property
    def differs(self) -> bool:
        """Whether the stance is another, or only known on one of the days."""
        return (self.earlier and self.earlier.stance) != (self.later and self.later.stance)


def compare(question: Question) -> Page:
    """What changed between the day `with` and the page's own day."""
    later = question.view
    earlier = later.at(_other_day(question))
    if earlier.as_of > later.as_of:
        earlier, later = later, earlier
    changes = later.changes(earlier.as_of)
    held = {(one.party.actor, one.issue): one for one in earlier.positions()}
    now = {(one.party.actor, one.issue): one for one in later.positions()}
    pairs = [
        Pair(
            (str(party), later.actor_name(str(party))),
            (issue, later.issue_name(issue)),
            held.get((party, issue)),
            now.get((party, issue)),
        )
        for party, issue in sorted({**held, **now}, key=lambda key: (str(key[0]), key[1]))
    ]
    return Page(
        "compare.html",
        f"{earlier.as_of} compared with {later.as_of}",
        items=plain(changes),
        rows=lambda: (change_row(one, later) for one in changes),
        context={
            "earlier": earlier.brief(),
            "later": later.brief(),
            "changes": changes,
            "pairs": sorted(pairs, key=lambda pair: not pair.differs),
        },
    )


def _other_day(question: Question) -> str:
    given = question.get("with")
    if not given:
        return (date.fromisoformat(question.view.as_of) - APART).isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(
            f"with={given!r} is not a day. Expected YYYY-MM-DD, as in 2024-08-01."
        ) from None
