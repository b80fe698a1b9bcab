"""One telling of a meeting, filled in: who, in what role, where, when, in which format."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pourparler.model import (
    Level,
    Medium,
    MeetingStatus,
    Mention,
    Participant,
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
from pourparler.readings.meetings.listing import is_known
from pourparler.readings.meetings.naming import side
from pourparler.readings.meetings.outcome import outcome
from pourparler.readings.meetings.partaking import Partakers
from pourparler.readings.meetings.places import Places
from pourparler.readings.meetings.rounds import round_of
from pourparler.readings.meetings.scope import Scope
from pourparler.readings.meetings.setting import Setting
from pourparler.readings.page import Page

_BODIES = frozenset(("organisation", "government", "armed-group"))
_AROUND = frozenset(("in", "at", "during", "after", "follow", "ahead", "prior", "before"))
_FARTHEST = 40


@dataclass(slots=True)
class Note:
    """A meeting as one sentence tells it, before those of one report are merged.

    `guessed` holds where its time is not told but that of the news.
    """

    report: str
    head: Span
    status: MeetingStatus
    participants: list[Participant]
    medium: Medium
    evidence: tuple[Span, ...] = ()
    level: set[Level] = field(default_factory=set)
    format: str | None = None
    round: int | None = None
    place: str | None = None
    occurred: When | None = None
    guessed: bool = False
    outcome: str | None = None
    several: bool = False
    claimed_by: Mention | None = None
    statement: str | None = None

    @property
    def sides(self) -> set[str]:
        """Whom those who took part stand for."""
        return {side(one.mention) for one in self.participants}


class Noter:
    """Fills in the meetings of one page."""

    def __init__(self, tree: Tree, parties: Parties, page: Page) -> None:
        self.tree = tree
        self.parties = parties
        self.page = page
        self.words = page.codebook.meetings
        teller = Teller(tree, parties, page)
        self.partakers = Partakers(tree, parties, page, teller)
        self.places = Places(tree, page, teller, self.partakers)
        self.setting = Setting(tree, page, teller)

    def note(self, scope: Scope) -> Note | None:
        """The meeting told there; None where too little is told to be one, or it was not held."""
        status = fate(self.tree, scope, self.words)
        if status is None:
            return None
        tokens = self._tokens(scope)
        head = self.tree.doc[scope.head]
        participants = self.partakers.of(scope)
        note = Note(
            report=self.page.report.id,
            head=self.page.span(head.idx, head.idx + len(head)),
            status=status,
            participants=participants,
            medium=self.setting.medium(tokens, scope),
            format=self.setting.format(self._level_tokens(scope, tokens)),
            place=self.places.of(scope, participants),
            occurred=self.setting.when(scope),
            several=scope.several,
        )
        if status == "held" and (
            self._is_ahead(note.occurred) or self.partakers.joins.visitor(scope) is not None
        ):
            note.status = "planned"
        if not self._is_told(scope, note):
            return None
        self._fill(scope, note, tokens)
        return note

    def _is_ahead(self, occurred: When | None) -> bool:
        """Whether its day is after the report's: what is told of it can only be a plan."""
        first = first_day(occurred) if occurred is not None else None
        published = last_day(self.page.report.published)
        return first is not None and published is not None and first > published

    def _fill(self, scope: Scope, note: Note, tokens: range) -> None:
        """Sets what only a meeting that is one needs."""
        mentions = [one.mention for one in note.participants]
        note.participants = [self._in_role(one, note.format) for one in note.participants]
        note.evidence = (self._evidence(scope, mentions),)
        note.level = self._level(scope, mentions, tokens)
        note.round = round_of(self.tree, scope, tokens.start)
        note.outcome = outcome(self.tree, scope, self.words)
        if note.occurred is None and note.status == "held":
            note.occurred = self.setting.day_of_news(scope)
            note.guessed = note.occurred is not None
        statement = self.page.statement_at(self.tree.doc[scope.head].idx)
        note.claimed_by = statement.speaker if statement is not None else None
        note.statement = statement.id if statement is not None else None

    def _in_role(self, one: Participant, format: str | None) -> Participant:
        """The participant in the role its actor has in the format, where none is told."""
        known = self.page.codebook.formats.get(format or "")
        if one.role is not None or known is None:
            return one
        actors = (one.mention.actor, one.mention.represents)
        role = next((member.role for member in known.members if member.actor in actors), None)
        return Participant(one.mention, role)

    # ------------------------------------------------------------ whether it is one

    def _is_told(self, scope: Scope, note: Note) -> bool:
        sides = note.sides
        if scope.press and not self._is_shared(scope, note):
            return False
        if scope.noun is None and all(map(self._is_club, note.participants)):
            return False  # "the Bears and the Lions will meet" on a field
        if sides and all(one.role == "mediator" for one in note.participants):
            return False
        anchored = bool(note.place or note.occurred or note.format)
        if scope.noun is None:
            alone = len(sides) == 1 and self._is_body(note) and self._meets_alone(scope, anchored)
            return len(sides) > 1 or alone
        noun, single = self.tree.lemmas[scope.noun], self.words.single
        verb = self.tree.lemmas[scope.verb] if scope.verb is not None else ""
        lived = note.status != "held" or any(
            verb in single[name]
            for name in (
                "holding", "hosting", "planned", "proposed", "visiting",
            )
        )  # fmt: skip
        if scope.press or noun == "consultation":  # "returned home for consultations"
            return len(sides) > 1
        if noun in single["doubtful"]:
            if len(sides) > 1:
                return lived or anchored or self._is_around(scope)
            return bool(sides) and lived and anchored and verb not in single["visiting"]
        if len(sides) > 1:
            return True
        alone = note.format is not None or self._is_body(note) or _is_hosted(note)
        return alone and (anchored or lived)

    def _meets_alone(self, scope: Scope, anchored: bool) -> bool:
        """Whether a body is told to meet, not to meet something: `NATO leaders meet to discuss …`,
        not `NATO meets its goals`, nor a house that is attacked "as it meets"."""
        subject = self.parties.subject(scope.head)[0]
        if subject is None or self.tree.poses[subject] == "PRON":
            return False
        anchored = anchored or self.tree.tags[subject] == "NNS"
        return anchored and self.parties.object(scope.head) is None

    def _is_shared(self, scope: Scope, note: Note) -> bool:
        """Whether a conference for reporters is one of two sides, not of a leader alone, or with
        a governor beside him."""
        if not all(map(_is_of_a_side, note.participants)):
            return False
        joins = self.partakers.joins
        return joins.has_with(scope) or joins.is_joint(scope) or joins.is_of_several(scope.verb)

    def _is_club(self, one: Participant) -> bool:
        """Whether it is a body nobody knows."""
        at = self.tree.at(one.mention.span.end - 1)
        plural = self.tree.tags[at] in ("NNS", "NNPS")
        named = self.tree.names[at] == "PER" or (self.tree.names[at] == "LOC" and not plural)
        return not is_known(one.mention) and not named

    def _is_around(self, scope: Scope) -> bool:
        """Whether something is told to have happened during, after or before it."""
        top = scope.top if scope.top is not None else scope.head
        return bool(set(self.tree.cases(top)[:1]) & _AROUND)

    def _is_body(self, note: Note) -> bool:
        """Whether those told of are a body, which meets alone."""
        actors = self.page.codebook.actors
        known = (
            actors.get(one.mention.actor or "") or actors.get(one.mention.represents or "")
            for one in note.participants
        )
        return any(one is not None and one.kind in _BODIES for one in known)

    # ------------------------------------------------------------ levels and evidence

    def _level(self, scope: Scope, mentions: list[Mention], tokens: range) -> set[Level]:
        """The levels that posts and words tell; a summit is of leaders where nobody is named."""
        level = levels_of_posts(mentions, self.words)
        level |= levels_of_words(self.tree, self._level_tokens(scope, tokens), self.words)
        named = (scope.head, *self.tree.kids(scope.head, "compound"))
        if not level and any(self.tree.lemmas[at] == "summit" for at in named):
            return {"leaders"}
        return level

    def _tokens(self, scope: Scope) -> range:
        """The clause around the meeting's words, within its sentence."""
        first, end = self.tree.sentence(scope.head)
        return range(max(first, scope.head - _FARTHEST), min(end, scope.head + _FARTHEST))

    def _level_tokens(self, scope: Scope, tokens: range) -> range:
        """What may tell the level and the format: the meeting's own phrase and what follows it."""
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

    def _evidence(self, scope: Scope, mentions: Iterable[Mention]) -> Span:
        """From the first to the last word of who met whom, within the sentence."""
        doc = self.tree.doc
        hosts = [at for at in (scope.noun, scope.top, scope.verb) if at is not None]
        first, last = self.tree.characters(*self.tree.sentence(scope.head))
        start, end_token = doc[min(hosts)].idx, doc[max(hosts)]
        end = end_token.idx + len(end_token)
        for mention in mentions:
            if first <= mention.span.start and mention.span.end <= last:
                start, end = min(start, mention.span.start), max(end, mention.span.end)
        return self.page.span(start, end)


def _is_of_a_side(one: Participant) -> bool:
    """Whether it is more than the head of nobody knows what."""
    return one.mention.represents is not None or one.mention.post not in ("head", "member")


def _is_hosted(note: Note) -> bool:
    return any(one.role == "host" for one in note.participants)
