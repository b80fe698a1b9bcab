"""Operators: verbs and nouns that turn the act below them (agree, demand, refuse, stop, deny).

CAMEO is composed: to threaten to halt talks is a code of its own, made of a threat, an ending
and talks. `cameo.toml` says what comes out.
"""

from collections.abc import Callable

from pourparler.codebook import Frame, Frames
from pourparler.model import Status
from pourparler.readings.events.acts import Act
from pourparler.readings.events.filling import Filler
from pourparler.readings.events.mood import Mood
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.sides import Sides, without
from pourparler.readings.events.tree import Tree

_NOUN_HOSTS = ("for", "to", "of", "on", "upon", "against", "with", "about", "into", "in")
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
        self.sides = Sides(tree, parties, filler)
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
        self.sides.fill(index, act, inner, link)
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
        return act if self.sides.bare_recipients(index, act, clause) else None

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
        act.recipients = without(inner.recipients, act.actors)
        if link is not None and self.tree.is_nominal(link):
            if not act.recipients:
                self.filler.recipients(act, [index, link], None)
            if not act.recipients:
                act.recipients = without(inner.actors, act.actors)
        if not act.actors:
            act.actors = without(inner.actors, act.recipients)
        self.filler.together(act)
        if act.type == "AGREE" and not act.recipients:
            self.sides.among_themselves(act)
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
