"""What modals, negation and conditions make of an act: willed, owed, refused, denied."""

from pourparler.codebook import Frames
from pourparler.model import Mention
from pourparler.readings.events.acts import Act, Party
from pourparler.readings.events.filling import Filler
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

WILL = frozenset(("will", "shall", "'ll", "wo"))
MUST = frozenset(("must", "should", "ought"))
_MAY = frozenset(("may", "might", "could", "can"))
_NOT = frozenset(("not", "n't", "never", "no"))
_HOSTILE = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"))
_TOLD = frozenset(("ccomp", "conj", "root", "parataxis"))


class Mood:
    """The mood of one page's verbs."""

    def __init__(self, tree: Tree, parties: Parties, page: Page, filler: Filler) -> None:
        self.tree = tree
        self.parties = parties
        self.page = page
        self.filler = filler
        self.frames: Frames = page.codebook.frames

    def applied(self, index: int, act: Act) -> Act:
        """The act as its verb's modals and negation leave it."""
        tree = self.tree
        modals = {tree.lemmas[kid] for kid in tree.kids(index, "aux") if kid < index}
        negated = any(tree.lemmas[kid] in _NOT for kid in tree.kids(index, "advmod", "neg", "det"))
        if modals & MUST or self._is_owed(index):
            return self._owed(index, act, negated)
        future = bool(modals & WILL) or self._is_going_to(index) or tree.is_to_be(index)
        future = future or ("would" in modals and tree.relations[index] in _TOLD)
        if negated:
            return self._negated(act, future or bool(modals & {"can", "would"}))
        if future:
            return self._willed(act)
        uncertain = modals & _MAY or "would" in modals or self._is_conditional(index)
        if uncertain and act.status in ("actual", "planned"):
            if act.type in _HOSTILE and "have" not in modals and not self._is_conditional(index):
                self._willed(act)
            act.status = "conditional"
        return act

    def duty(self, index: int) -> Act | None:
        """A verb of no frame that somebody says must be done: a demand, whatever it is."""
        tree = self.tree
        if not any(tree.lemmas[kid] in MUST for kid in tree.kids(index, "aux")):
            return None
        frame = self.frames.by_id.get("must")
        if frame is None or not self._speaker(index):
            return None
        act = Act(index, frame, frame.code, "REQUEST", None, words={index})
        self.filler.actors(index, act)
        return act

    def is_stated(self, clause: int) -> bool:
        """Whether a clause is told as fact ("insists that it is ready"), not wished for."""
        tree = self.tree
        if tree.child(clause, "nsubj", "nsubj:pass") is None:
            return False
        modals = {tree.lemmas[kid] for kid in tree.kids(clause, "aux")}
        if modals & (WILL | MUST | {"would", "to"}):
            return False
        finite = tree.child(clause, "cop", "aux:pass", "aux")
        # Taggers take the bare form after "demand that" for a present: it tells no fact.
        if finite is None:
            return tree.tags[clause] in ("VBZ", "VBD")
        return tree.tags[finite] in ("VBZ", "VBD", "VBP", "MD")

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
        if tree.relations[index] != "xcomp" or head == index:
            return False
        return tree.lemmas[head] in ("need", "have") and "to" in tree.cases(index)

    def _willed(self, act: Act) -> Act:
        if act.operator is None:
            turn = "threatened" if act.type in _HOSTILE else "willed"
            code = self.frames.turned(act.code or "", turn)
            if code is not None:
                act.code, act.type = code, self.frames.type_of(code)
            act.status = "planned"
        elif act.status == "actual":
            act.status = "planned"
        return act

    def _negated(self, act: Act, future: bool) -> Act:
        if future and act.operator != "refused" and act.status != "conditional":
            code = self.frames.turned(act.code or "", "refused")
            if code is not None:
                act.code, act.type = code, self.frames.type_of(code)
                act.operator = "refused"
                return act
        act.status = "denied"
        return act

    def _owed(self, index: int, act: Act, negated: bool) -> Act:
        """`Russia said Sudan must return it`: a demand of the speaker on the subject."""
        speaker = self._speaker(index)
        code = None if negated else self.frames.turned(act.code or "", "demanded")
        owed = [party for party in act.actors if party not in speaker]
        if not owed:
            owed = [party for party in act.recipients if party not in speaker]
        return Act(
            index,
            act.frame,
            code or "100",
            "REQUEST",
            act.mode,
            actors=speaker,
            recipients=owed,
            words=act.words | {index},
            status="called-for",
            certain=act.certain,
            operator="demanded",
        )

    def _speaker(self, index: int) -> list[Party]:
        """Who says the clause of `index`: the subject of the verb of saying over or beside it."""
        tree = self.tree
        for above in tree.climb(index):
            if above != index and self._is_saying(above):
                subject = self.parties.subject(above)[0]
                return list(self.parties.who(subject)) if subject is not None else []
        for kid in tree.kids(index, "parataxis", "ccomp", "conj"):
            if self._is_saying(kid):
                subject = tree.child(kid, "nsubj")
                return list(self.parties.who(subject)) if subject is not None else []
        statement = self.page.statement_at(tree.doc[index].idx)
        speaker: Mention | None = statement.speaker if statement is not None else None
        return [speaker] if speaker is not None else []

    def _is_saying(self, index: int) -> bool:
        frames = self.frames.verbs.get(self.tree.lemmas[index], ())
        return any(frame.operator == "said" for frame, _ in frames)
