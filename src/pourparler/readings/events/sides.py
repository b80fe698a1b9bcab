"""Whose an operator's act is: who wills, asks or refuses it, and of or to whom."""

from pourparler.readings.events.acts import Act, Party
from pourparler.readings.events.filling import Filler
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree

_NOUN_HOSTS = ("for", "to", "of", "on", "upon", "against", "with", "about", "into", "in")
_ADDRESS = ("on", "upon", "to", "from", "with")
_LAST_RESORT = ("against", "on", "with", "to", "for", "from", "in")


class Sides:
    """Fills in the parties of the operators of one page."""

    def __init__(self, tree: Tree, parties: Parties, filler: Filler) -> None:
        self.tree = tree
        self.parties = parties
        self.filler = filler

    def fill(self, index: int, act: Act, inner: Act, link: int | None) -> None:
        """Sets the actors and recipients of an operator over the act `inner`, which `link` ties
        to it."""
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
                or without(inner.actors, act.actors)
                or list(inner.recipients)
            )
            return
        if not noun:
            self._recipients(index, act, inner, link)
        if not act.recipients and self.tree.is_nominal(inner.head):
            # "agreed to Ruritanian mediation": with whoever offers it
            act.recipients = without(inner.actors, act.actors)
        if not act.recipients:
            act.recipients = without(inner.recipients, act.actors)
        if not act.recipients and act.operator in ("refused", "threatened", "stopped"):
            act.recipients = without(inner.actors, act.actors)
        if not act.recipients and act.operator in ("threatened", "willed"):
            act.recipients = self._on_condition(index, act)
        if not act.recipients and act.type in ("AGREE", "REJECT"):
            self.among_themselves(act)
        if not act.actors and act.operator == "stopped":
            act.actors = list(inner.actors)

    def among_themselves(self, act: Act) -> None:
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
                return without(list(self.parties.who(subject)), act.actors)
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
            act.recipients = without(list(parties.who(told)), act.actors)
        if act.recipients or inner.recipients or link is None or not tree.is_nominal(link):
            return
        phrase = parties.phrase([index, link], _LAST_RESORT)
        if phrase is not None and phrase != link:
            act.recipients = without(list(parties.who(phrase)), act.actors)

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

    def bare_recipients(self, index: int, act: Act, clause: int | None) -> bool:
        """Sets the recipients; whether the operator has anything below it at all."""
        thing = self.parties.object(index)
        if act.operator in ("asked", "demanded"):
            act.recipients = self._addressee(index, clause)
        if not act.recipients and thing is not None:
            act.recipients = without(list(self.parties.who(thing)), act.actors)
        if not act.recipients and clause is not None:
            act.recipients = self._clause_parties(clause, act)
        matter = None if thing is not None else self.parties.phrase([index], _NOUN_HOSTS)
        if not act.recipients and act.type == "AGREE":
            self.among_themselves(act)
        if not act.recipients and matter is not None:
            links = (matter, *self.filler.links(matter))
            inside = (who for link in links for who in self.parties.who(link))
            act.recipients = without(list(inside), act.actors)[:1]
        return bool(act.recipients) or any(at is not None for at in (thing, clause, matter))

    def _clause_parties(self, clause: int, act: Act) -> list[Party]:
        """The first actor a clause of unknown content is about."""
        thing = self.parties.object(clause)
        candidates = [thing] if thing is not None else []
        candidates += [kid for _, kid in self.tree.obliques(clause) if not self.tree.is_time(kid)]
        for candidate in candidates:
            found = without(list(self.parties.who(candidate)), act.actors)
            if found:
                return found
        return []


def without(parties: list[Party], others: list[Party]) -> list[Party]:
    """The parties without the others, in their order."""
    return [party for party in parties if party not in others]
