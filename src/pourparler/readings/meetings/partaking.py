"""Who took part in a meeting, and in what role: the arguments of the words that tell it."""

from collections.abc import Iterable, Iterator

from pourparler.model import Mention, Participant, Role
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.joining import WHILE, Joiner
from pourparler.readings.meetings.listing import Lists, is_known, is_list
from pourparler.readings.meetings.naming import Namer, side, who
from pourparler.readings.meetings.scope import Scope, nouns, participle_after
from pourparler.readings.page import Page

_WITH = ("with", "between", "among", "alongside", "include")
_OF = ("of", "by", "from")
_MEDIATING = frozenset(("mediate", "broker", "facilitate", "moderate"))
_PRESENCE = frozenset(("presence", "participation", "attendance"))
_FACING = frozenset(("tell", "urge", "ask", "assure", "inform", "thank", "warn", "press", "remind"))
_PREDICATES = frozenset(("VERB", "AUX", "ADJ"))
_HYPHENS = frozenset(("-", "–", "—", "‑"))

Found = tuple[Mention, Role | None]


class Partakers:
    """Finds those who took part in the meetings of one page."""

    def __init__(self, tree: Tree, parties: Parties, page: Page, teller: Teller) -> None:
        self.tree = tree
        self.parties = parties
        self.page = page
        self.lists = Lists(tree, page)
        self.names = Namer(tree, page, teller, self.lists)
        self.words = page.codebook.meetings
        self.joins = Joiner(tree, parties, page, self.lists, self.names)

    def of(self, scope: Scope) -> list[Participant]:
        """The participants, each once, in the order they are told."""
        told: list[Found] = list(self._around_noun(scope)) if scope.noun is not None else []
        has_both = len({side(one) for one, _ in told}) > 1 and not self._lacks_a_side(scope)
        told += self._around_verb(scope, has_both)
        told += self._teller(scope, told)
        told = [(one, role) for one, role in told if not self._is_outlet(one)]
        found: dict[str, Participant] = {}
        for mention, role in told:
            known = found.setdefault(who(mention), Participant(mention))
            if role is not None and known.role is None:
                found[who(mention)] = Participant(known.mention, role)
        if any(is_known(one.mention) for one in found.values()):
            found = {key: one for key, one in found.items() if not self._is_strange(one.mention)}
        return self._without_lands(list(found.values()))

    def _lacks_a_side(self, scope: Scope) -> bool:
        """Whether those told beside the noun are but one side of it: `calls off a meeting with
        Norway and Sweden`, `ahead of meetings with Norway and Sweden`."""
        if scope.noun is None or not self.joins.has_with(scope):
            return False
        tree, own = self.tree, nouns(scope)
        return not any(
            tree.child(noun, "nmod:poss") is not None
            or any(cases[0] not in ("with", "in", "at", "on", "for") and kid not in own
                   for cases, kid in tree.obliques(noun))
            or next(self._before_noun(noun), None) is not None
            for noun in own
        )  # fmt: skip

    def _is_strange(self, mention: Mention) -> bool:
        """Whether it is the name of a place nobody knows as an actor, or of some thing."""
        at = self.tree.at(mention.span.end - 1)
        return not is_known(mention) and self.tree.names[at] in ("LOC", "")

    # ------------------------------------------------------------ around the noun

    def _around_noun(self, scope: Scope) -> Iterator[Found]:
        tree, parties = self.tree, self.parties
        for noun in nouns(scope):
            owner = tree.child(noun, "nmod:poss")
            if owner is not None:
                yield from self._all(parties.who(owner))
            yield from self._before_noun(noun)
            for cases, kid in self._beside(noun):
                of_somebody = cases[0] in _OF and self._is_of_somebody(kid)
                if (cases[0] in _WITH or of_somebody) and not tree.is_time(kid):
                    yield from self._all(parties.who(kid), self._role_by(cases, kid))
            after = participle_after(tree, noun)
            clauses = {*tree.kids(noun, "acl", "acl:relcl"), *([] if after is None else [after])}
            for clause in sorted(clauses):
                yield from self._in_clause(clause)
        if scope.noun is not None:
            for one in self._after_with(scope):
                yield one, None
            visitor = self.joins.visitor(scope)
            if visitor is not None:
                yield from self._all(parties.who(visitor))

    def _beside(self, noun: int) -> Iterator[tuple[tuple[str, ...], int]]:
        """The phrases on the noun, or on that of which it is one: `a round of talks with …`."""
        for cases, kid in self.tree.obliques(noun):
            if cases[0] == "of" and self.tree.lemmas[kid] in self.words.single["nouns"]:
                yield from self.tree.obliques(kid)
            else:
                yield cases, kid

    def _role_by(self, cases: tuple[str, ...], index: int) -> Role | None:
        """The role of those by whom talks are told to be brokered, though "by" hangs on them."""
        by = self.tree.child(index, "case")
        return self._role(self.tree.lemmas[by - 1]) if cases[0] == "by" and by else None

    def _is_of_somebody(self, index: int) -> bool:
        """Whether what a meeting is "of" can take part: no place, no time, no matter."""
        return self.tree.names[index] != "LOC" or self.parties.is_known(index)

    def _before_noun(self, noun: int) -> Iterator[Found]:
        """Those named before the noun: `Norway–Sweden talks`, `UN-brokered talks`."""
        tree = self.tree
        first = noun
        sentence = tree.sentence(noun)[0]
        if sentence > 1 and tree.doc[sentence - 1].text in _HYPHENS:
            sentence = tree.sentence(sentence - 1)[0]
        while first > sentence and (
            tree.poses[first - 1] in ("ADJ", "PROPN") or tree.doc[first - 1].text in _HYPHENS
            or tree.relations[first - 1] in ("compound", "amod")
        ):  # fmt: skip
            first -= 1
        for one in self.lists.within(first, noun):
            yield one, None
        for at in range(first, noun - 2):
            if tree.doc[at + 1].text in _HYPHENS:
                role = self._role_of_participle(tree.doc[at + 2].text.lower())
                if role is not None:
                    yield from ((one, role) for one in self.lists.holding(at) if is_known(one))

    def _role_of_participle(self, text: str) -> Role | None:
        if not text.endswith("ed"):
            return None
        return next(
            (role for stem in (text[:-1], text[:-2]) if (role := self._role(stem)) is not None),
            None,
        )

    def _after_with(self, scope: Scope) -> list[Mention]:
        """Those listed after the "with" or "between" that follows the meeting's words."""
        at = self.joins.with_at(scope)
        if at is None:
            return []
        listed = self.lists.after(at, self.tree.sentence(at)[1])
        return listed if is_list(listed, self.page.report.text) else listed[:1]

    def _in_clause(self, clause: int) -> Iterator[Found]:
        """`a meeting attended by …`, `talks hosted by …`, `a meeting that brought together …`."""
        lemma = self.tree.lemmas[clause]
        if lemma in self.words.single["gathering"]:
            thing = self.tree.child(clause, "obj")
            yield from self._all(self.parties.who(thing) if thing is not None else ())
        agent = self.parties.agent(clause)
        if agent is None:
            return
        role = self._role(lemma)
        if role is not None or lemma in self.words.single["holding"]:
            yield from self._all(self.parties.who(agent), role)

    # ------------------------------------------------------------ around the verb

    def _around_verb(self, scope: Scope, has_both: bool) -> Iterator[Found]:
        verb, tree = scope.verb, self.tree
        if verb is None or not (tree.poses[verb] in _PREDICATES or scope.hidden):
            return
        lemma = tree.lemmas[verb]
        role = None if scope.beside else self._role(lemma)
        yield from self._subject(scope, role, has_both)
        if scope.noun is None and not self.parties.is_passive(verb):
            thing = self.parties.object(verb)
            if thing is not None:
                yield from self._all(self.parties.who(thing))
        if not scope.beside:
            for cases, kid in tree.obliques(verb):
                if cases[0] in _WITH[:4] and not tree.is_time(kid):
                    yield from self._all(self.parties.who(kid))
                elif tree.lemmas[kid] in _PRESENCE and cases[0] in ("in", "with"):
                    for inner, who_came in tree.obliques(kid):
                        if inner[0] == "of":
                            yield from self._all(self.parties.who(who_came))
            if scope.noun is None:
                yield from ((one, None) for one in self._after_with(scope))
        if not has_both:
            for one in self._addressed(scope):
                yield from self._all(self.parties.who(one))
        if lemma == "tell" and self.joins.is_joint(scope):
            thing = tree.child(verb, "obj", "iobj")
            if thing is not None:
                yield from self._all(self.parties.who(thing))
        if (lemma == "invite" and self._is_to_it(verb)) or (
            scope.noun is not None and lemma in self.words.single["visiting"]
        ):
            thing = tree.child(verb, "obj")
            if thing is not None and not has_both:
                yield from self._all(self.parties.who(thing))

    def _is_to_it(self, invite: int) -> bool:
        """Whether those invited are to come, not to join something (`invites it to join NATO`)."""
        aim = self.tree.child(invite, "xcomp")
        coming = self.words.single["holding"] - {"join"} | self.words.single["verbs"]
        return aim is None or self.tree.lemmas[aim] in coming | {"visit"}

    def _addressed(self, scope: Scope) -> Iterator[int]:
        """`During a meeting in Oslo, A urges B`: who urges and who is urged met."""
        tree, verb = self.tree, scope.verb
        if verb is None or scope.noun is None or tree.lemmas[verb] not in _FACING:
            return
        top = scope.top if scope.top is not None else scope.noun
        if tree.heads[top] == verb and set(tree.cases(top)[:1]) & WHILE:
            subject, passive = self.parties.subject(verb)
            thing = tree.child(verb, "obj", "iobj")
            if subject is not None and thing is not None and not passive:
                yield from (subject, thing)

    def _subject(self, scope: Scope, role: Role | None, has_both: bool) -> Iterator[Found]:
        verb, tree, parties = scope.verb, self.tree, self.parties
        assert verb is not None
        if not self.joins.takes_part(scope, role, has_both):
            return
        subject, passive = parties.subject(verb)
        doer = parties.agent(verb) if passive else subject
        if doer is None and scope.noun is None and tree.tags[verb] == "VBG":
            # "after meeting with Norway, Sweden said": Sweden met
            doer = parties.subject(tree.heads[verb])[0]
        if doer is not None and doer in (scope.noun, scope.top) and not scope.hidden:
            return
        if scope.hidden:
            doer = None
        found: list[Found] = []
        if doer is not None:
            found = list(self._all(parties.who(doer), role))
            if not any(is_known(one) for one, _ in found):
                found = [(one, role) for one in self.names.referred(doer)] or found
        held = role is not None or tree.lemmas[verb] in self.words.single["holding"]
        if scope.noun is None or scope.hidden or held or subject is None:
            listed = self.lists.before(verb) if not passive else []
            sides = {side(one) for one, _ in found}
            if not found or is_list(listed, self.page.report.text):
                found += [(one, role) for one in listed if side(one) not in sides]
        yield from found

    def _teller(self, scope: Scope, told: list[Found]) -> Iterator[Found]:
        """Who tells of "the talks with Norway" is the other side, where no other is told."""
        if scope.noun is None or len({side(one) for one, _ in told}) != 1:
            return
        if not self.joins.has_with(scope) or self._has_other_subject(scope):
            return
        statement = self.page.statement_at(self.tree.starts[scope.head])
        speaker = statement.speaker if statement is not None else None
        if speaker is not None and is_known(speaker) and not self._is_outlet(speaker):
            # his side takes part, he himself only tells of it, if not of "his summit with Norway"
            owner = self.tree.child(scope.noun, "nmod:poss")
            his = owner is not None and self.tree.lemmas[owner] in ("his", "her", "he", "she")
            yield speaker if his else self.names.state_of(speaker), None

    def _has_other_subject(self, scope: Scope) -> bool:
        """Whether it is told who is to talk, though not by name: "if they hold talks with …"."""
        verb = scope.verb
        own = self.parties.subject(verb)[0] if verb is not None and not scope.beside else None
        return own is not None and self.tree.lemmas[own] == "they"

    def _is_outlet(self, mention: Mention) -> bool:
        """Whether it only reports: an agency that tells of talks takes no part in them."""
        actor = self.page.codebook.actors.get(mention.actor or "")
        return actor is not None and actor.kind == "outlet"

    def _role(self, lemma: str) -> Role | None:
        if lemma in _MEDIATING:
            return "mediator"
        return "host" if lemma in self.words.single["hosting"] else None

    def _all(self, tokens: Iterable[int], role: Role | None = None) -> Iterator[Found]:
        for index in tokens:
            yield from ((one, role) for one in self.names.named(index))

    def _without_lands(self, found: list[Participant]) -> list[Participant]:
        """Without the lands, and nameless parts of lands, that somebody named stands for."""
        named = {
            one.mention.represents
            for one in found
            if one.mention.post is not None and one.mention.represents != one.mention.actor
        }
        actors = {one.mention.actor for one in found}
        kept = []
        for one in found:
            actor = one.mention.actor or ""
            land = actor.partition(".")[0]
            if actor in named and one.role is None:
                continue
            if actor.endswith(".government") and land in actors:
                continue
            kept.append(one)
        return kept
