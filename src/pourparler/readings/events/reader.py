"""Reads acts from a parse: frames fill in who and whom, operators turn the acts below them.

CAMEO is composed: to threaten to halt talks is a code of its own, made of a threat, an ending
and talks. So a verb that takes another act below it (agree, demand, refuse, stop, deny) is read
as an operator on that act, and `cameo.toml` says what comes out.
"""

from pourparler.codebook import Frame
from pourparler.readings.events.acts import Act, Party
from pourparler.readings.events.matching import Matcher
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_DEEPEST = 7
_COMPLEMENTS = frozenset(("xcomp", "ccomp", "advcl"))
_NOUN_HOSTS = ("for", "to", "of", "on", "against", "with", "about", "into", "in")
_WILL = frozenset(("will", "shall", "'ll", "wo"))
_MAY = frozenset(("may", "might", "could", "can"))
_MUST = frozenset(("must", "should", "ought"))
_NOT = frozenset(("not", "n't", "never", "no"))
_ADDRESS = ("on", "upon", "to", "from", "with")
_DEFAULT_TOWARDS = ("object", "dative", "against", "on", "to", "with", "at")
_PHYSICAL = frozenset(("ASSAULT", "COERCE"))
_YIELDED = "stopped"


class ActReader:
    """Reads the acts of one page; each token is read once."""

    def __init__(self, tree: Tree, parties: Parties, page: Page) -> None:
        self.tree = tree
        self.parties = parties
        self.page = page
        self.frames = page.codebook.frames
        self.matcher = Matcher(tree, parties, self.frames)
        self._acts: dict[int, Act | None] = {}

    def act_at(self, index: int, depth: int = 0) -> Act | None:
        """What the verb, noun or adjective at `index` tells; None where it tells no act."""
        if index in self._acts:
            return self._acts[index]
        if depth > _DEEPEST:
            return None
        self._acts[index] = None
        tree = self.tree
        act: Act | None = None
        if self.matcher.is_predicate(index):
            act = self._verb(index, depth)
        elif tree.poses[index] in ("NOUN", "PROPN"):
            act = self._noun(index, depth)
        elif tree.poses[index] == "ADJ" and tree.lemmas[index] in self.frames.adjectives:
            act = self._operate(index, self.frames.adjectives[tree.lemmas[index]], 1.0, depth)
        if act is not None and tree.poses[index] not in ("NOUN", "PROPN"):
            act = self._with_mood(index, act)
        self._acts[index] = act
        return act

    # ------------------------------------------------------------ verbs

    def _verb(self, index: int, depth: int) -> Act | None:
        best: Act | None = None
        for fit, frame in self.matcher.verb(index):
            if best is not None and fit + 1.7 <= best.certain:
                break
            if frame.operator is None:
                act: Act | None = self._plain(index, frame, fit)
            else:
                act = self._operate(index, frame, fit, depth)
            if act is not None and (best is None or act.certain > best.certain):
                best = act
        return best

    def _plain(self, index: int, frame: Frame, fit: float) -> Act:
        parties = self.parties
        thing = parties.object(index)
        act = Act(index, frame, frame.code, frame.type, frame.mode, certain=fit, words={index})
        act.theme = thing
        self._actors(index, act)
        hosts = [index] if thing is None else [index, thing, *self._links(thing)]
        self._recipients(act, hosts, thing)
        if thing is not None and (frame.objects or not frame.object_is_recipient):
            act.words.add(thing)
            act.words.update(self._links(thing))
        self._together(act)
        return act

    def _links(self, thing: int) -> list[int]:
        """The nouns an object is made of: `part of a military aid program for Bosnia`."""
        tree = self.tree
        found = [kid for cases, kid in tree.obliques(thing) if cases[0] in ("of", "in", "on")]
        return found[:3]

    def _actors(self, index: int, act: Act) -> None:
        parties = self.parties
        subject, passive = parties.subject(index)
        if passive:
            subject = parties.agent(index)
            if subject is None and act.type in ("COERCE", "ACCUSE", "ASSAULT", "RETREAT"):
                subject = self._where(index)
        if subject is None:
            return
        found = parties.who(subject)
        act.actors = list(found)
        if found and subject not in found:
            act.words.add(subject)

    def _where(self, index: int) -> int | None:
        """The place a passive act without a doer happened in: `was arrested in Lebanon`."""
        for cases, kid in self.tree.obliques(index):
            if cases[0] == "in" and self.tree.names[kid] == "LOC":
                return kid
        return None

    def _recipients(self, act: Act, hosts: list[int], thing: int | None) -> None:
        frame, parties, tree = act.frame, self.parties, self.tree
        for towards in frame.towards or _DEFAULT_TOWARDS:
            found: list[int] = []
            if towards == "object":
                if thing is not None and frame.object_is_recipient:
                    found = self._object_parties(act, thing)
            elif towards == "dative":
                dative = next((kid for host in hosts for kid in tree.kids(host, "iobj")), None)
                found = parties.who(dative) if dative is not None else []
            else:
                phrase = parties.phrase(hosts, (towards,))
                found = parties.who(phrase) if phrase is not None else []
                if not found and phrase is not None and act.type in _PHYSICAL:
                    found = [phrase] if not tree.is_time(phrase) else []
            found = [party for party in found if party not in act.actors]
            if found:
                act.recipients = list(found)
                return
        if thing is not None:
            inside = parties.inside(thing) if not frame.object_is_recipient else []
            if not inside and frame.object_is_recipient and "object" not in frame.towards:
                inside = self._object_parties(act, thing)
            act.recipients = [party for party in inside if party not in act.actors]

    def _object_parties(self, act: Act, thing: int) -> list[int]:
        found = self.parties.who(thing)
        if not found and act.type in _PHYSICAL and self.tree.poses[thing] != "PRON":
            return [thing]
        return found

    def _together(self, act: Act) -> None:
        """A reciprocal act of several actors without a recipient is among themselves."""
        if act.frame.reciprocal and not act.recipients and len(act.actors) > 1:
            act.recipients = list(act.actors[1:])
            act.actors = act.actors[:1]

    # ------------------------------------------------------------ nouns

    def _noun(self, index: int, depth: int) -> Act | None:
        match = self.matcher.noun(index)
        if match is None:
            return None
        fit, frame = match
        if frame.operator is not None:
            return self._operate(index, frame, fit, depth)
        act = Act(index, frame, frame.code, frame.type, frame.mode, certain=fit, words={index})
        self._noun_parties(index, act)
        return act

    def _noun_parties(self, index: int, act: Act) -> None:
        parties, frame, tree = self.parties, act.frame, self.tree
        between = parties.phrase([index], ("between", "among"))
        if between is not None:
            both = parties.who(between)
            if frame.reciprocal or act.type == "ASSAULT":
                act.actors, act.recipients = list(both[:1]), list(both[1:])
            else:
                act.recipients = list(both)
        towards = [word for word in frame.towards if word not in ("object", "dative", "between")]
        by = parties.phrase([index], ("by",))
        owner = tree.child(index, "nmod:poss")
        if not act.actors:
            if by is not None:
                act.actors = list(parties.who(by))
            elif owner is not None:
                act.actors = list(parties.who(owner))
            else:
                named = [
                    kid for kid in tree.kids(index, "amod", "compound") if parties.is_named(kid)
                ]
                act.actors = list(named[:2])
                if not named and "of" not in towards:
                    of = parties.phrase([index], ("of",))
                    act.actors = list(parties.who(of)) if of is not None else []
        if not act.recipients:
            for preposition in towards:
                phrase = parties.phrase([index], (preposition,))
                if phrase is None:
                    continue
                found = [party for party in parties.who(phrase) if party not in act.actors]
                if not found and act.type in _PHYSICAL:
                    found = [phrase]
                if found:
                    act.recipients = list(found)
                    break
        self._together(act)

    # ------------------------------------------------------------ operators

    def _operate(self, index: int, frame: Frame, fit: float, depth: int) -> Act | None:
        operator = frame.operator
        inner, link = self._below(index, frame, depth)
        if operator == "said":
            return self._said(index, frame, inner)
        if operator == "light":
            return self._light(index, frame, inner, link)
        if operator == "denied":
            return self._denied(index, inner)
        if inner is None:
            return self._bare(index, frame, fit)
        code = self.frames.turned(inner.code or "", operator or "")
        if operator == "willed" and code is None:
            code = inner.code
        if code is None and operator in ("asked", "demanded", "refused", "threatened"):
            code = frame.code
        if code is None:
            return None
        act = Act(
            index, frame, code, self.frames.type_of(code), inner.mode, certain=fit + 1.6,
            words={index} | inner.words, operator=operator,
        )  # fmt: skip
        if operator == "willed" and act.type == inner.type and frame.weak is False:
            act.certain -= 0.3
        self._operator_parties(index, act, inner, link)
        act.status = _OPERATOR_STATUS.get(operator or "", "actual")
        if operator == "willed" and not frame.weak:
            act.status = "proposed" if self.tree.lemmas[index] in _PROPOSING else "actual"
        return act

    def _below(self, index: int, frame: Frame, depth: int) -> tuple[Act | None, int | None]:
        """The act below an operator, and the token that links it."""
        tree = self.tree
        for kid in tree.children[index]:
            relation = tree.relations[kid]
            clause = relation in ("xcomp", "ccomp") or (
                relation in ("advcl", "acl") and tree.cases(kid)[:1] in (("to",), ("from",))
            )
            if clause or (frame.operator == "light" and relation == "xcomp"):
                act = self.act_at(kid, depth + 1)
                if act is not None:
                    return act, kid
        if frame.operator == "said":
            return None, None
        thing = self.parties.object(index) if tree.poses[index] in ("VERB", "AUX") else None
        if thing is not None:
            act = self._nominal_below(thing, depth)
            if act is not None:
                return act, thing
        for cases, kid in tree.obliques(index):
            if cases[0] in _NOUN_HOSTS and kid != thing:
                act = self._nominal_below(kid, depth)
                if act is not None:
                    return act, kid
        return None, None

    def _nominal_below(self, thing: int, depth: int) -> Act | None:
        tree = self.tree
        for noun in tree.conjuncts(thing)[:4]:
            act = self.act_at(noun, depth + 1)
            if act is not None:
                return act
            for cases, kid in tree.obliques(noun):
                if cases[0] in ("of", "for", "to"):
                    act = self.act_at(kid, depth + 1) if tree.is_nominal(kid) else None
                    if act is not None:
                        return act
        return None

    def _operator_parties(self, index: int, act: Act, inner: Act, link: int | None) -> None:
        parties, tree = self.parties, self.tree
        noun = tree.poses[index] in ("NOUN", "PROPN")
        if noun:
            self._noun_parties(index, act)
        else:
            self._actors(index, act)
        if act.operator in ("asked", "demanded"):
            addressee = None if noun else self._addressee(index, link)
            if addressee:
                act.recipients = addressee
            elif not act.recipients:
                act.recipients = [
                    party for party in inner.actors if party not in act.actors
                ] or list(inner.recipients)
            return
        if not noun:
            self._recipients_of_operator(index, act, inner, link)
        if not act.recipients:
            act.recipients = [party for party in inner.recipients if party not in act.actors]
        if not act.recipients and act.operator in ("refused", "threatened", "stopped"):
            act.recipients = [party for party in inner.actors if party not in act.actors]
        if not act.recipients and len(act.actors) > 1 and act.type in ("AGREE", "REJECT"):
            act.recipients, act.actors = act.actors[1:], act.actors[:1]
        if not act.actors and act.operator == "stopped":
            act.actors = list(inner.actors)

    def _recipients_of_operator(
        self, index: int, act: Act, inner: Act, link: int | None
    ) -> None:
        parties, tree = self.parties, self.tree
        if act.operator == "threatened":
            thing = tree.child(index, "obj", "iobj")
            if thing is not None and thing != link:
                act.recipients = list(parties.who(thing))
        elif act.operator == "willed":
            dative = tree.child(index, "iobj")
            phrase = dative if dative is not None else parties.phrase([index], ("with",))
            if phrase is not None and phrase != link:
                act.recipients = [who for who in parties.who(phrase) if who not in act.actors]
        hosts = [index] if link is None or not tree.is_nominal(link) else [index, link]
        if not act.recipients and not inner.recipients and len(hosts) > 1:
            phrase = parties.phrase(hosts, ("against", "on", "with", "to", "for", "from", "in"))
            if phrase is not None and phrase != link:
                act.recipients = [who for who in parties.who(phrase) if who not in act.actors]

    def _addressee(self, index: int, link: int | None) -> list[Party]:
        parties, tree = self.parties, self.tree
        for kid in tree.kids(index, "obj", "iobj"):
            if kid != link:
                found = parties.who(kid)
                if found:
                    return list(found)
        subject, passive = parties.subject(index)
        if passive and subject is not None:
            return list(parties.who(subject))
        for cases, kid in tree.obliques(index):
            if cases[0] in _ADDRESS and kid != link and not tree.is_time(kid):
                found = parties.who(kid)
                if found:
                    return list(found)
        if link is not None and not tree.is_nominal(link):
            own = tree.child(link, "nsubj", "nsubj:pass")
            if own is not None:
                return list(parties.who(own))
        if link is not None:
            phrase = parties.phrase([link], ("from", "by"))
            if phrase is not None:
                return list(parties.who(phrase))
        return []

    def _bare(self, index: int, frame: Frame, fit: float) -> Act | None:
        """An operator over an act nobody knows: still an appeal, a demand, a refusal."""
        if frame.weak or frame.code is None or self.tree.poses[index] == "ADJ":
            return None
        act = Act(index, frame, frame.code, self.frames.type_of(frame.code), None,
                  certain=fit - 0.2, words={index}, operator=frame.operator)  # fmt: skip
        act.status = _OPERATOR_STATUS.get(frame.operator or "", "actual")
        if self.tree.poses[index] in ("NOUN", "PROPN"):
            self._noun_parties(index, act)
            return act
        self._actors(index, act)
        clause = self.tree.child(index, "xcomp", "ccomp")
        if frame.operator in ("asked", "demanded"):
            act.recipients = self._addressee(index, clause)
        thing = self.parties.object(index)
        if not act.recipients and thing is not None:
            act.recipients = [
                party for party in self.parties.who(thing) if party not in act.actors
            ]
        if not act.recipients and clause is not None:
            act.recipients = self._clause_parties(clause, act)
        if thing is None and clause is None and not act.recipients:
            return None
        return act

    def _clause_parties(self, clause: int, act: Act) -> list[Party]:
        """The first actor a clause of unknown content is about."""
        tree, parties = self.tree, self.parties
        thing = parties.object(clause)
        candidates = [thing] if thing is not None else []
        candidates += [kid for cases, kid in tree.obliques(clause) if not tree.is_time(kid)]
        for candidate in candidates:
            found = [party for party in parties.who(candidate) if party not in act.actors]
            if found:
                return list(found)
        return []

    def _light(self, index: int, frame: Frame, inner: Act | None, link: int | None) -> Act | None:
        if inner is None:
            return None
        tree, parties = self.tree, self.parties
        act = Act(index, inner.frame, inner.code, inner.type, inner.mode,
                  certain=inner.certain + 1, words={index} | inner.words, status=inner.status,
                  operator=inner.operator)  # fmt: skip
        if tree.poses[index] in ("NOUN", "PROPN"):
            self._noun_parties(index, act)
            act.actors = act.actors or inner.actors
            act.recipients = act.recipients or inner.recipients
            return act
        self._actors(index, act)
        act.recipients = [party for party in inner.recipients if party not in act.actors]
        if link is not None and tree.is_nominal(link):
            if not act.recipients:
                self._recipients(act, [index, link], None)
            if not act.recipients:
                act.recipients = [party for party in inner.actors if party not in act.actors]
        if not act.actors:
            act.actors = [party for party in inner.actors if party not in act.recipients]
        self._together(act)
        return act

    def _said(self, index: int, frame: Frame, inner: Act | None) -> Act | None:
        """Reporting tells no act of its own, except where what is said must be done."""
        return None

    def _denied(self, index: int, inner: Act | None) -> Act | None:
        if inner is None or self.tree.is_nominal(inner.head):
            return None
        act = Act(index, inner.frame, inner.code, inner.type, inner.mode, certain=inner.certain,
                  words={index} | inner.words, status="denied", recipients=inner.recipients)  # fmt: skip
        self._actors(index, act)
        return act

    # ------------------------------------------------------------ mood

    def _with_mood(self, index: int, act: Act) -> Act | None:
        """The act as its verb's modals and negation leave it."""
        tree = self.tree
        aux = [kid for kid in tree.kids(index, "aux") if kid < index]
        lemmas = {tree.lemmas[kid] for kid in aux}
        negated = any(
            tree.lemmas[kid] in _NOT for kid in tree.kids(index, "advmod", "neg", "det")
        )
        if lemmas & _MUST or self._is_owed(index):
            return self._owed(index, act, negated)
        future = bool(lemmas & _WILL) or ("would" in lemmas and self._is_said(index))
        future = future or self._is_going_to(index)
        if negated:
            return self._negated(act, future or bool(lemmas & {"can", "would"}), index)
        if future:
            return self._willed(act)
        if lemmas & _MAY or "would" in lemmas or self._is_conditional(index):
            if act.status in ("actual", "planned"):
                act.status = "conditional"
        return act

    def _is_said(self, index: int) -> bool:
        relation = self.tree.relations[index]
        return relation in ("ccomp", "conj", "root", "parataxis")

    def _is_conditional(self, index: int) -> bool:
        return any(case in ("if", "unless") for case in self.tree.cases(index))

    def _is_going_to(self, index: int) -> bool:
        tree = self.tree
        head = tree.heads[index]
        if tree.relations[index] != "xcomp" or head == index:
            return False
        return tree.lemmas[head] == "go" and tree.tags[head] == "VBG"

    def _is_owed(self, index: int) -> bool:
        """`need to withdraw`, `has to withdraw`."""
        tree = self.tree
        head = tree.heads[index]
        return (
            tree.relations[index] == "xcomp"
            and head != index
            and tree.lemmas[head] in ("need", "have")
            and "to" in tree.cases(index)
        )

    def _willed(self, act: Act) -> Act:
        if act.operator is not None:
            if act.status == "actual":
                act.status = "planned"
            return act
        hostile = act.type in ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST")
        code = self.frames.turned(act.code or "", "threatened" if hostile else "willed")
        if code is not None:
            act.code, act.type = code, self.frames.type_of(code)
        act.status = "planned"
        return act

    def _negated(self, act: Act, future: bool, index: int) -> Act | None:
        if future and act.operator != "refused":
            code = self.frames.turned(act.code or "", "refused")
            if code is not None and act.status != "conditional":
                act.code, act.type = code, self.frames.type_of(code)
                act.operator = "refused"
                return act
        act.status = "denied"
        return act

    def _owed(self, index: int, act: Act, negated: bool) -> Act | None:
        """`Russia said Sudan must return it`: a demand of the speaker on the subject."""
        tree = self.tree
        speaker = self._speaker(index)
        code = self.frames.turned(act.code or "", "demanded")
        if negated or code is None:
            code = "100"
        demand = Act(index, act.frame, code, "REQUEST", act.mode, certain=act.certain,
                     words=act.words | {index}, status="called-for", operator="demanded")  # fmt: skip
        demand.actors = speaker
        demand.recipients = [party for party in act.actors if party not in speaker]
        if not demand.recipients:
            demand.recipients = [party for party in act.recipients if party not in speaker]
        if not speaker:
            demand.actors = []
        del tree
        return demand

    def _speaker(self, index: int) -> list[Party]:
        """Who says the clause of `index`: the subject of the verb of saying above it."""
        tree = self.tree
        for above in tree.climb(index):
            if above == index:
                continue
            frames = self.frames.verbs.get(tree.lemmas[above], ())
            if any(frame.operator == "said" for frame, _ in frames):
                subject = self.parties.subject(above)[0]
                return list(self.parties.who(subject)) if subject is not None else []
        for kid in tree.kids(index, "parataxis", "ccomp", "conj"):
            frames = self.frames.verbs.get(tree.lemmas[kid], ())
            if any(frame.operator == "said" for frame, _ in frames):
                subject = tree.child(kid, "nsubj")
                return list(self.parties.who(subject)) if subject is not None else []
        statement = self.page.statement_at(tree.doc[index].idx)
        return [statement.speaker] if statement is not None and statement.speaker else []


_PROPOSING = frozenset(("offer", "propose", "volunteer", "suggest"))
_OPERATOR_STATUS = {
    "asked": "called-for",
    "demanded": "called-for",
    "willed": "planned",
    "threatened": "actual",
}
