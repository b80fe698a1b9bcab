"""From acts to events: mentions, place, time, whose claim it is, and the evidence."""

from pourparler.model import Event, Mention, Span, identify
from pourparler.readings.events.acts import Act, Party
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.timing import Timing
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_PLACES = frozenset(("in", "at", "near"))
_FARTHEST = 60


class Teller:
    """Turns the acts of one page into events."""

    def __init__(self, tree: Tree, parties: Parties, page: Page) -> None:
        self.tree = tree
        self.parties = parties
        self.page = page
        self.timing = Timing(tree, page)

    def event(self, act: Act) -> Event:
        """The event that `act` tells."""
        evidence = self.evidence(act)
        actors = tuple(self.mention(party) for party in act.actors)
        recipients = tuple(self.mention(party) for party in act.recipients)
        head = self.tree.doc[act.head]
        statement = self.page.statement_at(head.idx)
        told = [mention.span.start for mention in (*actors, *recipients)]
        return Event(
            id=identify(
                "event",
                (self.page.report.id, head.idx, act.type, act.code, act.mode, act.status, *told),
            ),
            evidence=(evidence,),
            type=act.type,
            mode=act.mode,
            cameo=act.code,
            status=act.status,
            actors=actors,
            recipients=recipients,
            place=self.place(act),
            occurred=self.timing.of(act.words),
            claimed_by=statement.speaker if statement is not None else None,
            statement=statement.id if statement is not None else None,
        )

    def evidence(self, act: Act) -> Span:
        """The stretch from the first to the last word of who does what to whom."""
        doc = self.tree.doc
        first, last = min(act.words), max(act.words)
        for party in (*act.actors, *act.recipients):
            if isinstance(party, int) and abs(party - act.head) <= _FARTHEST:
                left, right = self.tree.edges(party)
                first, last = min(first, left), max(last, right)
        return self.page.span(doc[first].idx, doc[last].idx + len(doc[last]))

    def mention(self, party: Party) -> Mention:
        """Whom the party names: the cast's mention, or the words of the noun phrase."""
        if isinstance(party, Mention):
            return party
        doc = self.tree.doc
        found = self.page.cast.of(doc[party])
        if found.actor is not None:
            return found
        left, right = self.tree.phrase(party)
        span = self.page.span(doc[left].idx, doc[right].idx + len(doc[right]))
        return Mention(span, None, span.exact, "unnamed", found.represents, found.post)

    def place(self, act: Act) -> str | None:
        """The place named beside the act's words, in the report's words."""
        tree = self.tree
        for host in (act.head, *sorted(act.words)):
            for cases, kid in tree.obliques(host):
                if cases[0] in _PLACES and tree.names[kid] == "LOC":
                    return self.place_name(kid)
        return None

    def place_name(self, index: int) -> str:
        """The name of the place a noun phrase names, without the words before it."""
        tree = self.tree
        left, right = tree.edges(index)
        start = next((at for at in range(left, right + 1) if tree.names[at] == "LOC"), index)
        end = tree.sentence(index)[1]
        while right + 1 < end and tree.names[right + 1] == "LOC":
            right += 1  # "the Republic of Norland" is one name
        return str(tree.doc[start : right + 1].text)
