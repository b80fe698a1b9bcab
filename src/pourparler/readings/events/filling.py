"""Fills in an act's parties from the parse: who does it, and to whom."""

from pourparler.readings.events.acts import Act, Party
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_DEFAULT_TOWARDS = ("object", "dative", "against", "on", "to", "with", "at")
_PHYSICAL = frozenset(("ASSAULT", "COERCE"))
# Where a passive has no doer, the land it happened in acted: "was arrested in Lebanon".
_DONE_BY_LAND = frozenset(("COERCE", "ACCUSE", "RETREAT"))
_MOST_LINKS = 3


class Filler:
    """Fills in the acts of one page."""

    def __init__(self, tree: Tree, parties: Parties, page: Page) -> None:
        self.tree = tree
        self.parties = parties
        self.page = page

    # ------------------------------------------------------------ verbs

    def actors(self, index: int, act: Act) -> None:
        """Sets the actors of the act that the verb at `index` tells."""
        parties = self.parties
        subject, passive = parties.subject(index)
        if passive:
            subject = parties.agent(index)
            if subject is None and act.type in _DONE_BY_LAND:
                subject = self._where(index)
        if subject is None:
            return
        found = parties.who(subject)
        act.actors = self.first_person(subject) or list(found)
        if found and subject not in found and self.tree.poses[subject] == "NOUN":
            act.words.add(subject)

    def first_person(self, subject: int) -> list[Party]:
        """The speaker, where "we" or "I" is the subject of what is quoted."""
        if self.tree.lemmas[subject] not in ("we", "i"):
            return []
        statement = self.page.statement_at(self.tree.doc[subject].idx)
        return [statement.speaker] if statement is not None and statement.speaker else []

    def _where(self, index: int) -> int | None:
        for cases, kid in self.tree.obliques(index):
            if cases[0] == "in" and self.tree.names[kid] == "LOC":
                return kid
        return None

    def recipients(self, act: Act, hosts: list[int], thing: int | None) -> None:
        """Sets the recipients, from the object `thing` and the phrases on any of the `hosts`."""
        frame = act.frame
        for towards in frame.towards or _DEFAULT_TOWARDS:
            found = [
                who
                for who in self._towards(towards, act, hosts, thing)
                if who not in act.actors and not self.parties.is_vague(who)
            ]
            if found:
                act.recipients = list(found)
                return
        if thing is None:
            return
        inside: list[int] = []
        if not frame.object_is_recipient:
            inside = self.parties.inside(thing)
        elif "object" not in frame.towards:
            inside = self._object_parties(act, thing)
        act.recipients = [party for party in inside if party not in act.actors]

    def _towards(self, towards: str, act: Act, hosts: list[int], thing: int | None) -> list[int]:
        """Whom the object, the dative or a preposition's phrase names."""
        parties, tree = self.parties, self.tree
        if towards == "object":
            if thing is None or not act.frame.object_is_recipient:
                return []
            return self._object_parties(act, thing)
        if towards == "dative":
            dative = next((kid for host in hosts for kid in tree.kids(host, "iobj")), None)
            return parties.who(dative) if dative is not None else []
        phrase = parties.phrase(hosts, (towards,))
        if phrase is None:
            return []
        found = parties.who(phrase)
        return found or ([phrase] if act.type in _PHYSICAL else [])

    def _object_parties(self, act: Act, thing: int) -> list[int]:
        found = self.parties.who(thing)
        if not found and act.type in _PHYSICAL and self.tree.poses[thing] != "PRON":
            return [thing]
        return found

    def links(self, thing: int) -> list[int]:
        """The nouns an object is made of: `part of a military aid program for Bosnia`."""
        found = [kid for cases, kid in self.tree.obliques(thing) if cases[0] in ("of", "in", "on")]
        return found[:_MOST_LINKS]

    # ------------------------------------------------------------ nouns

    def noun(self, index: int, act: Act) -> None:
        """Sets the parties of the act that the noun at `index` tells."""
        parties = self.parties
        between = parties.phrase([index], ("between", "among"))
        if between is not None:
            both = parties.who(between)
            if act.frame.reciprocal or act.type == "ASSAULT":
                act.actors, act.recipients = list(both[:1]), list(both[1:])
            else:
                act.recipients = list(both)
        towards = [
            word for word in act.frame.towards if word not in ("object", "dative", "between")
        ]
        if not act.actors:
            act.actors = self._noun_actors(index, of_is_recipient="of" in towards)
        if not act.recipients:
            act.recipients = self._noun_recipients(index, act, towards)
        self.together(act)

    def _noun_actors(self, index: int, *, of_is_recipient: bool) -> list[Party]:
        parties, tree = self.parties, self.tree
        by = parties.phrase([index], ("by",))
        if by is not None:
            return list(parties.who(by))
        owner = tree.child(index, "nmod:poss")
        if owner is not None:
            return list(parties.who(owner))
        named = [kid for kid in tree.kids(index, "amod", "compound") if parties.is_named(kid)]
        if named:
            return list(named[:2])
        of = None if of_is_recipient else parties.phrase([index], ("of",))
        return list(parties.who(of)) if of is not None else []

    def _noun_recipients(self, index: int, act: Act, towards: list[str]) -> list[Party]:
        for preposition in towards:
            phrase = self.parties.phrase([index], (preposition,))
            if phrase is None:
                continue
            found = [who for who in self.parties.who(phrase) if who not in act.actors]
            if found or act.type in _PHYSICAL:
                return list(found or [phrase])
        return []

    def together(self, act: Act) -> None:
        """A reciprocal act of several actors without a recipient is among themselves."""
        if not act.frame.reciprocal or act.recipients:
            return
        if len(act.actors) == 1 and isinstance(act.actors[0], int):
            act.actors = list(self.parties.peoples(act.actors[0])) or act.actors
        if len(act.actors) > 1:
            act.recipients = list(act.actors[1:])
            act.actors = act.actors[:1]
