"""Reads acts from a parse: frames match verbs and nouns, operators turn the acts below them."""

from pourparler.codebook import Frame
from pourparler.readings.events.acts import Act
from pourparler.readings.events.filling import Filler
from pourparler.readings.events.matching import Matcher
from pourparler.readings.events.mood import Mood
from pourparler.readings.events.operators import Operators
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_DEEPEST = 7
# How much more a lesser match may gain from the act below it (an operator's).
_GAIN = 1.7


class ActReader:
    """Reads the acts of one page; each token is read once."""

    def __init__(self, tree: Tree, parties: Parties, page: Page) -> None:
        self.tree = tree
        self.parties = parties
        self.frames = page.codebook.frames
        self.matcher = Matcher(tree, parties, self.frames)
        self.filler = Filler(tree, parties, page)
        self.mood = Mood(tree, parties, page, self.filler)
        self.operators = Operators(tree, parties, self.frames, self.filler, self.mood, self.act_at)
        self._acts: dict[int, Act | None] = {}

    def act_at(self, index: int, depth: int = 0) -> Act | None:
        """What the verb, noun or adjective at `index` tells; None where it tells no act."""
        if index in self._acts:
            return self._acts[index]
        if depth > _DEEPEST:
            return None
        self._acts[index] = None
        act = self._read(index, depth)
        self._acts[index] = act
        return act

    def _read(self, index: int, depth: int) -> Act | None:
        tree = self.tree
        pos, lemma = tree.poses[index], tree.lemmas[index]
        if pos in ("NOUN", "PROPN"):
            return self._noun(index, depth)
        act: Act | None = None
        if self.matcher.is_predicate(index):
            act = self._verb(index, depth)
        elif pos == "ADJ" and lemma in self.frames.adjectives:
            act = self.operators.act(index, self.frames.adjectives[lemma], 1.0, depth)
        if act is None and pos == "VERB":
            act = self.mood.duty(index)
        return act if act is None else self.mood.applied(index, act)

    def _verb(self, index: int, depth: int) -> Act | None:
        best: Act | None = None
        for fit, frame in self.matcher.verb(index):
            if best is not None and fit + _GAIN <= best.certain:
                break
            if frame.operator is None:
                act: Act | None = self._plain(index, frame, fit)
            else:
                act = self.operators.act(index, frame, fit, depth)
            if act is not None and (best is None or act.certain > best.certain):
                best = act
        if best is not None and self._has_aim(best):
            self._aimed(index, best)
        return best

    def _plain(self, index: int, frame: Frame, fit: float) -> Act:
        thing = self.parties.object(index)
        act = Act(index, frame, frame.code, frame.type, frame.mode, certain=fit, words={index})
        self.filler.actors(index, act)
        links = [] if thing is None else [thing, *self.filler.links(thing)]
        self.filler.recipients(act, [index, *links], thing)
        if frame.objects or not frame.object_is_recipient:
            act.words.update(links)
        self.filler.together(act)
        return act

    def _has_aim(self, act: Act) -> bool:
        if act.type == "PROTEST":
            return act.frame.alone
        return act.type == "ASSAULT" and not act.recipients

    def _aimed(self, index: int, act: Act) -> None:
        """Sets whom a protest or an attack is aimed at, where its aim or outcome tells: "to
        demand reforms by …", "killing two soldiers"."""
        tree, parties = self.tree, self.parties
        told = parties.phrase([index], ("against",))
        if told is not None and parties.who(told):
            return
        for kid in tree.kids(index, "xcomp", "advcl", "acl"):
            if "to" not in tree.cases(kid) and tree.tags[kid] != "VBG":
                continue
            aim = self.act_at(kid, 1) if kid not in act.words else None
            found = [] if aim is None else [who for who in aim.recipients if who not in act.actors]
            if aim is not None and found:
                act.recipients = found
                act.words |= aim.words
                return

    def _noun(self, index: int, depth: int) -> Act | None:
        match = self.matcher.noun(index)
        if match is None:
            return None
        fit, frame = match
        if frame.operator is not None:
            return self.operators.act(index, frame, fit, depth)
        act = Act(index, frame, frame.code, frame.type, frame.mode, certain=fit, words={index})
        self.filler.noun(index, act)
        return act
