"""One telling of a meeting, filled in: who, in what role, where, when, in which format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pourparler.model import (
    Level,
    Medium,
    MeetingStatus,
    Mention,
    Participant,
    Role,
    Span,
    When,
    first_day,
    last_day,
)
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.fate import fate
from pourparler.readings.meetings.levels import levels_of_posts, levels_of_words
from pourparler.readings.meetings.outcome import outcome
from pourparler.readings.meetings.partaking import (
    before_verb,
    is_hold,
    is_inside_a_name,
    named_by_land,
)
from pourparler.readings.meetings.rounds import round_of
from pourparler.readings.meetings.scope import Scope
from pourparler.readings.page import Page

_PLACES = frozenset(("in", "at", "near"))
_WITH = ("with", "between", "among", "of", "by", "from", "alongside", "including")
_UNDER = ("mediator", "mediation", "auspices", "chairmanship", "participation")
_TRAVEL = frozenset(("travel", "fly", "come", "go", "return", "head", "arrive", "visit", "send"))
_FARTHEST = 40


@dataclass(slots=True)
class Note:
    """A meeting as one sentence tells it, before those of one report are merged."""

    report: str
    head: Span
    evidence: tuple[Span, ...]
    participants: list[Participant]
    level: set[Level]
    status: MeetingStatus
    medium: Medium
    format: str | None = None
    round: int | None = None
    place: str | None = None
    occurred: When | None = None
    outcome: str | None = None
    several: bool = False
    claimed_by: Mention | None = None
    statement: str | None = None
    sides: set[str] = field(default_factory=set)


class Noter:
    """Fills in the meetings of one page."""

    def __init__(self, tree: Tree, parties: Parties, page: Page) -> None:
        self.tree = tree
        self.parties = parties
        self.page = page
        self.words = page.codebook.meetings
        self.teller = Teller(tree, parties, page)

    def note(self, scope: Scope) -> Note | None:
        """The meeting told there; None where too little is told to be one, or it was not held."""
        status = fate(self.tree, scope, self.words)
        if status is None:
            return None
        if status == "held" and self._is_ahead(scope):
            status = "planned"
        participants = self._participants(scope)
        tokens = self._tokens(scope)
        format = self._format(tokens)
        place, occurred = (
            self._place(scope, participants),
            self.teller.timing.of(self._hosts(scope)),
        )
        sides = {_side(one.mention) for one in participants}
        if not self._is_told(scope, sides, format, place, occurred, tokens):
            return None
        return self._filled(scope, participants, tokens, status, format, place, occurred, sides)

    def _is_ahead(self, scope: Scope) -> bool:
        """Whether its day is after the report's: what is told of it can only be a plan."""
        occurred = self.teller.timing.of(self._hosts(scope))
        first = first_day(occurred) if occurred is not None else None
        published = last_day(self.page.report.published)
        return first is not None and published is not None and first > published

    def _filled(
        self,
        scope: Scope,
        participants: list[Participant],
        tokens: range,
        status: MeetingStatus,
        format: str | None,
        place: str | None,
        occurred: When | None,
        sides: set[str],
    ) -> Note:
        doc = self.tree.doc
        head = doc[scope.head]
        participants = [self._in_role(one, format) for one in participants]
        mentions = [one.mention for one in participants]
        level = levels_of_words(self.tree, self._level_tokens(scope, tokens), self.words)
        level |= levels_of_posts(mentions, self.words)
        statement = self.page.statement_at(head.idx)
        return Note(
            report=self.page.report.id,
            head=self.page.span(head.idx, head.idx + len(head)),
            evidence=(self._evidence(scope, mentions),),
            participants=participants,
            level=level,
            status=status,
            medium=self._medium(tokens, scope),
            format=format,
            round=round_of(self.tree, scope, tokens.start),
            place=place,
            occurred=occurred,
            outcome=outcome(self.tree, scope, self.words),
            several=scope.several,
            claimed_by=statement.speaker if statement is not None else None,
            statement=statement.id if statement is not None else None,
            sides=sides,
        )

    def _in_role(self, one: Participant, format: str | None) -> Participant:
        """The participant in the role its actor has in the format, where none is told."""
        known = self.page.codebook.formats.get(format or "")
        if one.role is not None or known is None:
            return one
        actors = (one.mention.actor, one.mention.represents)
        role = next((member.role for member in known.members if member.actor in actors), None)
        return Participant(one.mention, role)

    # ------------------------------------------------------------ whether it is one

    def _is_told(
        self,
        scope: Scope,
        sides: set[str],
        format: str | None,
        place: str | None,
        occurred: When | None,
        tokens: range,
    ) -> bool:
        if scope.noun is None:
            return len(sides) > 1
        verb = self.tree.lemmas[scope.verb] if scope.verb is not None else ""
        single = self.words.single
        lived = any(
            verb in single[name]
            for name in ("holding", "hosting", "postponed", "cancelled", "planned", "proposed")
        )
        anchored = bool(place or occurred or format)
        if self.tree.lemmas[scope.noun] in single["doubtful"]:
            return (len(sides) > 1 and (lived or anchored)) or (bool(sides) and lived and anchored)
        return len(sides) > 1 or (bool(sides or format) and (anchored or lived))

    # ------------------------------------------------------------ who

    def _participants(self, scope: Scope) -> list[Participant]:
        found: dict[str, Participant] = {}
        told = list(self._around_noun(scope)) if scope.noun is not None else []
        has_both = len({_side(self.page.cast.of(self.tree.doc[i])) for i, _ in told}) > 1
        told += self._around_verb(scope, has_both)
        told += self._coordinated(scope, told)
        for index, role in told:
            for mention in self._mentions(index):
                key = mention.actor or mention.name.lower()
                if key not in found:
                    found[key] = Participant(mention, role)
        self._add_lands(told, found)
        return list(found.values())

    def _coordinated(
        self, scope: Scope, told: list[tuple[int, Role | None]]
    ) -> Iterator[tuple[int, Role | None]]:
        """The coordinated subject of those who meet or hold talks, where the parse lost some."""
        verb = scope.verb
        if verb is None or (scope.noun is not None and self.tree.lemmas[verb] != "hold"):
            return
        if len({_side(each) for index, _ in told for each in self._mentions(index)}) < 2:
            yield from ((who, None) for who in before_verb(self.tree, self.page, verb))

    def _add_lands(
        self, told: list[tuple[int, Role | None]], found: dict[str, Participant]
    ) -> None:
        """Adds the states that phrases name and nobody known stands for ("chiefs of A and B")."""
        sides = {_side(one.mention) for one in found.values()}
        for index, role in told:
            for cases, kid in self.tree.obliques(index):
                for who in self.parties.who(kid) if cases[0] == "of" else ():
                    mention = self.page.cast.of(self.tree.doc[who])
                    if mention.actor is not None and _side(mention) not in sides:
                        sides.add(_side(mention))
                        found[mention.actor] = Participant(mention, role)

    def _mentions(self, index: int) -> Iterator[Mention]:
        """Those known whom the phrase names or comes from; else its words, if they are a name."""
        token = self.tree.doc[index]
        if is_inside_a_name(self.tree, index):
            return
        known = [one for one in self.page.cast.all_of(token) if one.actor is not None]
        if known:
            yield from named_by_land(self.tree, self.page, index, known)
            return
        inner = self.parties.peoples(index) or self.parties.inside(index)
        inner = [at for at in inner if not is_inside_a_name(self.tree, at)]
        named = [self.page.cast.of(self.tree.doc[at]) for at in inner]
        if any(one.actor is not None for one in named):
            yield from (one for one in named if one.actor is not None)
            return
        unknown = self.teller.mention(index)
        if token.pos_ == "PROPN" and any(letter.isupper() for letter in unknown.name):
            yield unknown

    def _around_noun(self, scope: Scope) -> Iterator[tuple[int, Role | None]]:
        tree, parties = self.tree, self.parties
        for noun in dict.fromkeys((scope.noun, scope.top)):
            if noun is None:
                continue
            owner = tree.child(noun, "nmod:poss")
            if owner is not None:
                yield from ((who, None) for who in parties.who(owner))
            for kid in tree.kids(noun, "amod", "compound"):
                if self.page.cast.of(tree.doc[kid]).actor is not None:
                    yield kid, None
            for cases, kid in tree.obliques(noun):
                if cases[0] in _WITH and not tree.is_time(kid):
                    yield from ((who, None) for who in parties.who(kid))
            for clause in tree.kids(noun, "acl", "acl:relcl"):
                yield from self._in_clause(clause)

    def _in_clause(self, clause: int) -> Iterator[tuple[int, Role | None]]:
        """`a meeting attended by …`, `talks hosted by …`."""
        lemma = self.tree.lemmas[clause]
        agent = self.parties.agent(clause)
        if agent is None:
            return
        role = self._role(lemma)
        if role is not None or lemma in self.words.single["holding"]:
            yield from ((who, role) for who in self.parties.who(agent))

    def _around_verb(self, scope: Scope, has_both: bool) -> Iterator[tuple[int, Role | None]]:
        verb, tree, parties = scope.verb, self.tree, self.parties
        if verb is None:
            return
        if tree.poses[verb] not in ("VERB", "AUX") and not is_hold(tree, verb):
            return
        lemma = tree.lemmas[verb]
        role = None if scope.beside else self._role(lemma)
        subject, passive = parties.subject(verb)
        doer = parties.agent(verb) if passive else subject
        holds = lemma in self.words.single["holding"] and not scope.beside
        takes_part = scope.noun is None or holds or role is not None
        takes_part = takes_part or (not has_both and lemma not in ("say", "tell", "add", "call"))
        if doer is not None and doer not in (scope.noun, scope.top) and takes_part:
            yield from ((who, role) for who in parties.who(doer))
        if scope.noun is None and not passive:
            thing = parties.object(verb)
            if thing is not None:
                yield from ((who, None) for who in parties.who(thing))
        for cases, kid in () if scope.beside else tree.obliques(verb):
            if cases[0] in ("with", "between", "alongside") and not tree.is_time(kid):
                yield from ((who, None) for who in parties.who(kid))
        if lemma == "invite":
            thing = tree.child(verb, "obj")
            if thing is not None:
                yield from ((who, None) for who in parties.who(thing))

    def _role(self, lemma: str) -> Role | None:
        if lemma in ("mediate", "broker", "facilitate", "moderate"):
            return "mediator"
        return "host" if lemma in self.words.single["hosting"] else None

    # ------------------------------------------------------------ where, when, which

    def _hosts(self, scope: Scope) -> list[int]:
        return [at for at in dict.fromkeys((scope.noun, scope.top, scope.verb)) if at is not None]

    def _place(self, scope: Scope, participants: Iterable[Participant]) -> str | None:
        tree = self.tree
        for host in self._hosts(scope):
            for cases, kid in tree.obliques(host):
                to_it = "to" in cases and tree.lemmas[host] in _TRAVEL
                if (cases[0] in _PLACES or to_it) and tree.names[kid] == "LOC":
                    return self.teller.place_name(kid)
        for host in self._hosts(scope)[:2]:
            for kid in tree.kids(host, "compound"):
                if tree.names[kid] == "LOC" and self._is_city(kid):
                    return self.teller.place_name(kid)
        hosting = [one.mention for one in participants if one.role == "host"]
        return next((one.span.exact for one in hosting if one.form == "metonym"), None)

    def _is_city(self, index: int) -> bool:
        return self.page.cast.of(self.tree.doc[index]).form == "metonym"

    def _tokens(self, scope: Scope) -> range:
        """The clause around the meeting's words, within its sentence."""
        first, end = self.tree.sentence(scope.head)
        return range(max(first, scope.head - _FARTHEST), min(end, scope.head + _FARTHEST))

    def _level_tokens(self, scope: Scope, tokens: range) -> Iterable[int]:
        """What may tell the level: the meeting's own phrase and what follows it."""
        tree = self.tree
        first = scope.head
        if scope.noun is not None:
            first = min(tree.edges(scope.noun)[0], tree.edges(scope.top or scope.noun)[0])
        elif scope.verb is not None:
            subject = self.parties.subject(scope.verb)[0]
            before = subject is not None and tokens.start <= subject < scope.verb
            first = tree.edges(subject)[0] if subject is not None and before else first
        last = first
        for at in range(first, tokens.stop):
            if at > scope.head and tree.poses[at] == "VERB" and tree.relations[at] in (
                "conj", "advcl", "ccomp", "parataxis", "acl:relcl", "root",
            ):  # fmt: skip
                break
            last = at
        return range(first, last + 1)

    def _format(self, tokens: range) -> str | None:
        doc = self.tree.doc
        if not len(tokens):
            return None
        text = doc[tokens.start : tokens.stop].text.lower()
        for format in self.page.codebook.formats.values():
            if any(name.lower() in text for name in (format.name, *format.aliases)):
                return format.id
        return None

    def _medium(self, tokens: range, scope: Scope) -> Medium:
        near = {
            self.tree.lemmas[at]
            for at in range(max(tokens.start, scope.head - 4), min(tokens.stop, scope.head + 8))
        }
        if near & self.words.single["video"]:
            return "video"
        if near & self.words.single["phone"] and (
            scope.noun is None or near & {"phone", "telephone", "telephonic"}
            or self.tree.lemmas[scope.noun] == "call"
        ):  # fmt: skip
            return "phone"
        return "in-person"

    def _evidence(self, scope: Scope, mentions: Iterable[Mention]) -> Span:
        """From the first to the last word of who met whom, within the sentence."""
        doc = self.tree.doc
        first, last = self.tree.characters(*self.tree.sentence(scope.head))
        start = doc[min(self._hosts(scope))].idx
        end_token = doc[max(self._hosts(scope))]
        end = end_token.idx + len(end_token)
        for mention in mentions:
            if first <= mention.span.start and mention.span.end <= last:
                start, end = min(start, mention.span.start), max(end, mention.span.end)
        return self.page.span(start, end)


def _side(mention: Mention) -> str:
    """Whose side a participant is on: the actor it represents, itself, or its words."""
    return mention.represents or mention.actor or mention.name.lower()
