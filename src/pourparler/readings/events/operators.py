"""Operators: verbs and nouns that turn the act below them (agree, demand, refuse, stop, deny).

CAMEO is composed: to threaten to halt talks is a code of its own, made of a threat, an ending
and talks. `cameo.toml` says what comes out.
"""

from collections.abc import Callable

from pourparler.codebook import Frame, Frames
from pourparler.model import Status
from pourparler.readings.events.acts import Act, Party
from pourparler.readings.events.filling import Filler
from pourparler.readings.events.mood import Mood
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree

_NOUN_HOSTS = ("for", "to", "of", "on", "upon", "against", "with", "about", "into", "in")
_ADDRESS = ("on", "upon", "to", "from", "with")
_LAST_RESORT = ("against", "on", "with", "to", "for", "from", "in")
_WISHING = frozenset(("willed", "asked", "demanded", "threatened"))
_PROPOSING = frozenset(("offer", "propose", "volunteer", "suggest"))
_STATUSES: dict[str, Status] = {
    "asked": "called-for",
    "demanded": "called-for",
    "willed": "planned",
}
_MOST_CONJUNCTS = 4


class Operators:
    """Reads the operators of one page. `act_at` reads what stands below, one level deeper."""

    def __init__(
        self,
        tree: Tree,
        parties: Parties,
        frames: Frames,
        filler: Filler,
        mood: Mood,
        act_at: Callable[[int, int], Act | None],
    ) -> None:
        self.tree = tree
        self.parties = parties
        self.frames = frames
        self.filler = filler
        self.mood = mood
        self.act_at = act_at

    def act(self, index: int, frame: Frame, fit: float, depth: int) -> Act | None:
        """The act that the operator at `index` makes of the one below; None where it tells none
        (reporting, or a wish for nothing known)."""
        operator = frame.operator or ""
        if operator == "said":
            return None
        inner, link = self._below(index, frame, depth)
        if operator == "light" or self._is_word_of(index, operator, inner):
            return self._light(index, inner, link)
        if operator == "denied":
            return self._denied(index, inner)
        if inner is None:
            return self._bare(index, frame, fit)
        code = self.frames.turned(inner.code or "", operator)
        if code is None:
            code = inner.code if operator == "willed" else frame.code
        if code is None:
            return None
        act = Act(
            index,
            frame,
            code,
            self.frames.type_of(code),
            inner.mode,
            words={index} | inner.words,
            status=self._status(index, frame),
            certain=fit + 1.6,
            operator=operator,
            below=inner,
        )
        self._fill(index, act, inner, link)
        return act

    def _status(self, index: int, frame: Frame) -> Status:
        if frame.operator == "willed" and not frame.weak:
            return "proposed" if self.tree.lemmas[index] in _PROPOSING else "actual"
        return _STATUSES.get(frame.operator or "", "actual")

    def _is_word_of(self, index: int, operator: str, inner: Act | None) -> bool:
        """Whether the act below is done by the promise itself: to pledge support, or to voice
        commitment to supporting, is support."""
        if operator != "willed" or inner is None or inner.type != "SUPPORT":
            return False
        return self.tree.is_nominal(inner.head) or self.tree.is_nominal(index)

    # ------------------------------------------------------------ what stands below

    def _below(self, index: int, frame: Frame, depth: int) -> tuple[Act | None, int | None]:
        """The act below an operator, and the token that links it."""
        tree = self.tree
        for kid in tree.children[index]:
            if self._is_complement(kid, frame) and not (
                frame.operator in _WISHING and self.mood.is_stated(kid)
            ):
                act = self.act_at(kid, depth + 1)
                if act is not None:
                    return act, kid
        if frame.over_clause:
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

    def _is_complement(self, kid: int, frame: Frame) -> bool:
        """Whether a clause is what the operator is over, and not an aim beside it."""
        relation = self.tree.relations[kid]
        if relation == "xcomp":
            return True
        if frame.operator in ("light", "stopped"):
            return False
        if relation in ("ccomp", "csubj"):
            return True
        return relation in ("advcl", "acl") and self.tree.cases(kid)[:1] in (("to",), ("from",))

    def _nominal_below(self, thing: int, depth: int) -> Act | None:
        tree = self.tree
        for noun in tree.conjuncts(thing)[:_MOST_CONJUNCTS]:
            act = self.act_at(noun, depth + 1)
            if act is not None:
                return act
            for cases, kid in tree.obliques(noun):
                if cases[0] in ("of", "for", "to") and tree.is_nominal(kid):
                    act = self.act_at(kid, depth + 1)
                    if act is not None:
                        return act
        return None

    # ------------------------------------------------------------ whose act it is

    def _fill(self, index: int, act: Act, inner: Act, link: int | None) -> None:
        noun = self.tree.poses[index] in ("NOUN", "PROPN")
        if noun:
            self.filler.noun(index, act)
        else:
            self.filler.actors(index, act)
            if act.operator in ("willed", "refused") and not act.actors:
                # "is prepared to", "is opposed to": who is, is the one that wills or refuses
                subject = self.parties.subject(index)[0]
                if subject is not None:
                    known = self.filler.first_person(subject)
                    act.actors = known or list(self.parties.who(subject))
        if act.operator in ("asked", "demanded"):
            addressee = [] if noun else self._addressee(index, link)
            act.recipients = (
                addressee
                or act.recipients
                or _without(inner.actors, act.actors)
                or list(inner.recipients)
            )
            return
        if not noun:
            self._recipients(index, act, inner, link)
        if not act.recipients and self.tree.is_nominal(inner.head):
            # "agreed to Ruritanian mediation": with whoever offers it
            act.recipients = _without(inner.actors, act.actors)
        if not act.recipients:
            act.recipients = _without(inner.recipients, act.actors)
        if not act.recipients and act.operator in ("refused", "threatened", "stopped"):
            act.recipients = _without(inner.actors, act.actors)
        if not act.recipients and act.operator in ("threatened", "willed"):
            act.recipients = self._on_condition(index, act)
        if not act.recipients and act.type in ("AGREE", "REJECT"):
            self._among_themselves(act)
        if not act.actors and act.operator == "stopped":
            act.actors = list(inner.actors)

    def _among_themselves(self, act: Act) -> None:
        """Several who agree, or fail to, do so with each other."""
        if len(act.actors) == 1 and isinstance(act.actors[0], int):
            act.actors = list(self.parties.peoples(act.actors[0])) or act.actors
        if len(act.actors) > 1:
            act.recipients, act.actors = act.actors[1:], act.actors[:1]

    def _on_condition(self, index: int, act: Act) -> list[Party]:
        """Whom a condition names: `threatened to halt talks unless Ruritania …`."""
        tree = self.tree
        for kid in tree.kids(index, "advcl"):
            if {"if", "unless", "until"}.isdisjoint(tree.cases(kid)):
                continue
            subject = tree.child(kid, "nsubj", "nsubj:pass")
            if subject is not None:
                return _without(list(self.parties.who(subject)), act.actors)
        return []

    def _recipients(self, index: int, act: Act, inner: Act, link: int | None) -> None:
        parties, tree = self.parties, self.tree
        told: int | None = None
        if act.operator == "threatened":
            told = tree.child(index, "obj", "iobj")
        elif act.operator == "willed":
            dative = tree.child(index, "iobj")
            told = dative if dative is not None else parties.phrase([index], ("with",))
        if told is not None and told != link:
            act.recipients = _without(list(parties.who(told)), act.actors)
        if act.recipients or inner.recipients or link is None or not tree.is_nominal(link):
            return
        phrase = parties.phrase([index, link], _LAST_RESORT)
        if phrase is not None and phrase != link:
            act.recipients = _without(list(parties.who(phrase)), act.actors)

    def _addressee(self, index: int, link: int | None) -> list[Party]:
        """Whom an appeal or demand is made to."""
        parties, tree = self.parties, self.tree
        candidates = [kid for kid in tree.kids(index, "obj", "iobj") if kid != link]
        subject, passive = parties.subject(index)
        if passive and subject is not None:
            candidates.append(subject)
        candidates += [
            kid
            for cases, kid in tree.obliques(index)
            if cases[0] in _ADDRESS and kid != link and not tree.is_time(kid)
        ]
        if link is not None:
            own = tree.child(link, "nsubj", "nsubj:pass")
            asked = own if own is not None else parties.phrase([link], ("from", "by"))
            candidates += [asked] if asked is not None else []
        for candidate in candidates:
            found = parties.who(candidate)
            if found:
                return list(found)
        return []

    # ------------------------------------------------------------ the other kinds

    def _bare(self, index: int, frame: Frame, fit: float) -> Act | None:
        """An operator over an act nobody knows: still an appeal, a demand, a refusal."""
        tree = self.tree
        if frame.weak or frame.code is None or tree.poses[index] == "ADJ":
            return None
        act = Act(
            index,
            frame,
            frame.code,
            self.frames.type_of(frame.code),
            None,
            words={index},
            status=_STATUSES.get(frame.operator or "", "actual"),
            certain=fit - 0.2,
            operator=frame.operator,
        )
        if tree.poses[index] in ("NOUN", "PROPN"):
            self.filler.noun(index, act)
            return act
        clause = tree.child(index, "xcomp", "ccomp")
        if clause is not None and self.mood.is_stated(clause):
            return None
        if frame.over_clause and (clause is None or tree.relations[clause] != "xcomp"):
            return None
        self.filler.actors(index, act)
        return act if self._bare_recipients(index, act, clause) else None

    def _bare_recipients(self, index: int, act: Act, clause: int | None) -> bool:
        """Sets the recipients; whether the operator has anything below it at all."""
        thing = self.parties.object(index)
        if act.operator in ("asked", "demanded"):
            act.recipients = self._addressee(index, clause)
        if not act.recipients and thing is not None:
            act.recipients = _without(list(self.parties.who(thing)), act.actors)
        if not act.recipients and clause is not None:
            act.recipients = self._clause_parties(clause, act)
        matter = None if thing is not None else self.parties.phrase([index], _NOUN_HOSTS)
        if not act.recipients and act.type == "AGREE":
            self._among_themselves(act)
        if not act.recipients and matter is not None:
            links = (matter, *self.filler.links(matter))
            inside = (who for link in links for who in self.parties.who(link))
            act.recipients = _without(list(inside), act.actors)[:1]
        return bool(act.recipients) or any(at is not None for at in (thing, clause, matter))

    def _clause_parties(self, clause: int, act: Act) -> list[Party]:
        """The first actor a clause of unknown content is about."""
        thing = self.parties.object(clause)
        candidates = [thing] if thing is not None else []
        candidates += [kid for _, kid in self.tree.obliques(clause) if not self.tree.is_time(kid)]
        for candidate in candidates:
            found = _without(list(self.parties.who(candidate)), act.actors)
            if found:
                return found
        return []

    def _light(self, index: int, inner: Act | None, link: int | None) -> Act | None:
        """A verb that only carries the noun below it: to hold talks is to talk."""
        if inner is None:
            return None
        act = Act(
            index,
            inner.frame,
            inner.code,
            inner.type,
            inner.mode,
            words={index} | inner.words,
            status=inner.status,
            certain=inner.certain + 1,
            operator=inner.operator,
        )
        if self.tree.poses[index] in ("NOUN", "PROPN"):
            self.filler.noun(index, act)
            act.actors = act.actors or inner.actors
            act.recipients = act.recipients or inner.recipients
            return act
        if inner.type is not None:
            self.filler.actors(index, act)
        act.recipients = _without(inner.recipients, act.actors)
        if link is not None and self.tree.is_nominal(link):
            if not act.recipients:
                self.filler.recipients(act, [index, link], None)
            if not act.recipients:
                act.recipients = _without(inner.actors, act.actors)
        if not act.actors:
            act.actors = _without(inner.actors, act.recipients)
        self.filler.together(act)
        if act.type == "AGREE" and not act.recipients:
            self._among_themselves(act)
        return act

    def _denied(self, index: int, inner: Act | None) -> Act | None:
        if inner is None or self.tree.is_nominal(inner.head):
            return None
        act = Act(
            index,
            inner.frame,
            inner.code,
            inner.type,
            inner.mode,
            recipients=inner.recipients,
            words={index} | inner.words,
            status="denied",
            certain=inner.certain,
        )
        self.filler.actors(index, act)
        return act


def _without(parties: list[Party], others: list[Party]) -> list[Party]:
    return [party for party in parties if party not in others]
