"""Wanting one thing before another: "no talks until …", "a precondition for …", "at a later date".

Each finder takes one word of ordering and asks the parse what comes first and what after.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from pourparler.model import Mention
from pourparler.readings.stances.conditions import conditional
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    auxiliaries,
    cases,
    children,
    clause_of,
    conjuncts,
    is_negated,
    is_supposed,
    own_subjects,
)
from pourparler.readings.stances.holding import holders_of
from pourparler.readings.stances.naming import Named
from pourparler.readings.stances.sequence import Sequence, is_refused, later, precedence

_NEAR = 8
_LINKING = ("until", "after", "if", "while")


@dataclass(frozen=True, slots=True)
class Order:
    """A party wants `first` before `after`; each a phrase's head and the issue it names.

    None is what is left open. `denied` holds for an order that the party says it does not want.
    """

    holder: Mention
    cue: Token
    first: Token | None
    wants: str | None
    after: Token | None
    before: str | None
    denied: bool = False


def find_orders(desk: Desk) -> Iterator[Order]:
    """The orders that the page tells, in text order of their cues."""
    for cue in desk.tokens:
        for sequence in _sequences(desk, cue):
            yield from _orders(desk, sequence)


def _sequences(desk: Desk, cue: Token) -> Iterable[Sequence]:
    words = desk.stances.orderings
    lemma, form = cue.lemma_.lower(), cue.lower_
    if cue.dep_ in ("mark", "case", "fixed", "advmod") and _links(words, cue):
        yield from _linked(desk, cue)
    if form in words["bargains"] and cue.i and cue.nbor(-1).lower_ == "in":
        yield from _bargained(desk, cue)
    if cue.pos_ == "NOUN" and {lemma, form} & words["conditions"]:
        yield from conditional(desk, cue)
    if lemma in words["depending"] or form in words["contingent"]:
        yield from _dependent(desk, cue)
    if lemma in words["conditioning"] and cue.pos_ == "VERB":
        yield from _conditioned(desk, cue)
    yield from precedence(desk, cue)
    yield from later(desk, cue)


def _links(words: Mapping[str, frozenset[str]], cue: Token) -> bool:
    form = cue.lower_
    return any(form in words[kind] for kind in _LINKING) or _is_as_long(cue)


def _linked(desk: Desk, link: Token) -> Iterator[Sequence]:
    """`X until Y`, `only after Y X`, `ready for X if Y`: `link` marks Y, which hangs on X."""
    words = desk.stances.orderings
    first = link.head
    if first.dep_ == "ROOT" and _is_only(desk, link, first):
        # "Only when Y will X", which a parser may hang the wrong way round.
        for after in children(first, "advcl", "ccomp", "parataxis", "conj")[:1]:
            yield Sequence(link, first, after)
        return
    if first.dep_ not in ("advcl", "obl", "nmod", "acl", "ccomp", "xcomp") or first.head == first:
        return
    if _is_when(desk, first) or first.lemma_.lower() in words["harming"]:
        return
    is_long = _is_as_long(link)
    after = first.head.head if is_long and first.head.lower_ == "long" else first.head
    form = link.lower_
    if form in words["if"] and _is_threatened(desk, after):
        return
    if form in words["until"]:
        if is_refused(desk, after) and not (form == "before" and _is_stopped(desk, after)):
            yield Sequence(link, _meant(desk, link, first), after)
    elif form in words["while"] or (is_long and is_refused(desk, after)):
        if is_refused(desk, after):
            yield Sequence(link, first, after, ends_first=True)
    elif form == "if" and _is_wished(desk, first) and (demanded := _demanded_of(desk, after)):
        wished = _wished(desk, first)
        for each in demanded:
            yield Sequence(link, each, wished, needs_both=True, is_speakers=True)
    elif _is_only(desk, link, first):
        yield Sequence(link, first, after)
    elif (
        (form in words["if"] or is_long)
        and (_is_offered(desk, after) or (is_long and _is_supported(desk, after)))
        and not is_negated(first, desk.words["negating"])
    ):
        for each in conjuncts(first):
            if not _is_about_nothing(each):
                yield Sequence(link, each, after, needs_both=True, needs_stance=True)


def _is_when(desk: Desk, first: Token) -> bool:
    """Whether a noun after "before" or "until" only dates: "not before next month's summit"."""
    if first.pos_ not in ("NOUN", "PROPN", "NUM"):
        return False
    return any(time.type == "DATE" for time in desk.times_in(first))


def _is_as_long(link: Token) -> bool:
    """Whether the word ends "as long as" or "so long as"."""
    return link.i > 1 and link.lower_ == "as" and link.nbor(-1).lower_ == "long"


def _is_about_nothing(clause: Token) -> bool:
    """`if it is a way out`: what is hoped of the thing itself, not wanted before it."""
    subjects = children(clause, "nsubj", "expl")
    return bool(children(clause, "cop")) and any(each.lower_ == "it" for each in subjects)


def _bargained(desk: Desk, cue: Token) -> Iterator[Sequence]:
    """`offers X in exchange for Y`: Y is wanted for X."""
    if cue.dep_ in ("case", "fixed", "mark"):
        first = cue.head if cue.dep_ != "fixed" else cue.head.head
        after = first.head
    else:
        wanted = [child for child in children(cue, "nmod", "obl", "acl") if "for" in cases(child)]
        if not wanted:
            return
        first, after = wanted[0], cue.head
    if after != first and _is_offered(desk, after):
        yield Sequence(cue, first, after, needs_both=True, needs_stance=True)


def _meant(desk: Desk, link: Token, first: Token) -> Token:
    """What stands after "until": its clause as parsed, or, where that names no issue, the first
    word of an issue after it, for it is there that a parser errs most."""
    if any(not named.against for named in desk.issues.named(first)):
        return first
    words = desk.stances.orderings
    parting = {"and", "but"} | words["after"] | words["until"] | words["while"]
    end = min(link.i + _NEAR, desk.sentence(link).end)
    for token in link.doc[link.i + 1 : end]:
        if token.text in (",", ";", ":") or token.lower_ in parting:
            return first
        if desk.issues.starts_at(token):
            return token
    return first


def _is_only(desk: Desk, link: Token, first: Token) -> bool:
    only = desk.stances.orderings["only"] - {"not"}
    start = first.left_edge.i
    before = [
        token.lower_ for token in first.doc[max(start - 1, desk.sentence(first).start) : link.i]
    ]
    return any(word in only for word in before) and "not" not in before


def _is_threatened(desk: Desk, clause: Token) -> bool:
    """`will face sanctions if it tests one`: a warning, and nothing that anybody holds out."""
    words = desk.stances.orderings
    return clause.lemma_.lower() in words["harming"] | words["suffering"]


def _is_stopped(desk: Desk, clause: Token) -> bool:
    """`suspends X before Y`: a time, where "refuses X before Y" is an order."""
    stops = clause.lemma_.lower() in desk.stances.orderings["stopping"]
    return stops and not is_negated(clause, desk.words["negating"])


def _is_wished(desk: Desk, clause: Token) -> bool:
    """`if it wants X`: X is what would come of it."""
    frames = desk.stances.frames.get(clause.lemma_.lower(), ())
    return clause.lemma_.lower() in ("hope", "wish") or any(
        frame.kind == "verbs" and frame.stance == "demand" for frame in frames
    )


def _wished(desk: Desk, clause: Token) -> Token:
    """What is wished: in "wants ties restored" the participle, else the whole clause."""
    for thing in children(clause, "obj", "ccomp", "xcomp"):
        for each in (*children(thing, "acl"), thing):
            if desk.issues.named(each):
                return each
    return clause


def _demanded_of(desk: Desk, clause: Token) -> list[Token]:
    """`must X, Y and Z`: all that must be, from any of them; nothing where nothing must."""
    listed: list[Token] = []
    for _ in range(4):
        listed.append(clause)
        if auxiliaries(clause) & desk.words["obliging"]:
            return list(dict.fromkeys([clause, *conjuncts(clause), *reversed(listed)]))
        if clause.dep_ not in ("conj", "parataxis"):
            break
        clause = clause.head
    return []


def _is_offered(desk: Desk, token: Token) -> bool:
    clause = clause_of(token)
    if is_negated(clause, desk.words["negating"]):
        return False
    for each in (token, clause, clause.head):
        frames = desk.stances.frames.get(each.lemma_.lower(), ())
        if any(frame.stance in ("offer", "commitment") for frame in frames):
            return True
    shared = clause.dep_ == "conj" and not own_subjects(clause)  # "will stop and begin"
    modals = auxiliaries(clause) | (auxiliaries(clause.head) if shared else set())
    return bool(modals & {"would", "will", "can", "could", "'ll", "'d"})


def _is_supported(desk: Desk, token: Token) -> bool:
    """`supports talks as long as Y`."""
    clause = clause_of(token)
    frames = desk.stances.frames.get(clause.lemma_.lower(), ())
    return any(frame.stance == "support" and frame.kind == "verbs" for frame in frames)


def _dependent(desk: Desk, cue: Token) -> Iterator[Sequence]:
    """`X depends on Y`."""
    grounds = [
        child
        for child in children(cue, "obl", "nmod", "advcl", "ccomp", "xcomp", "obj")
        if cases(child) & {"on", "upon", "to"}
    ] or _next_phrase(cue)
    if not any(desk.issues.named(ground) for ground in grounds):
        grounds = [clause for clause in children(cue, "advcl") if not cases(clause)]
    subjects = [*own_subjects(cue), *children(cue, "nsubj:pass")]
    if not subjects and cue.dep_ in ("xcomp", "ccomp"):  # "makes any talks depend on"
        subjects = children(cue.head, "obj")
    if not subjects and cue.pos_ in ("NOUN", "ADJ"):
        subjects = children(cue, "compound")
    if not subjects and cue.dep_ == "amod":  # "accepts a truce, conditional on"
        subjects = [cue.head]
    for after in subjects[:1]:
        for first in grounds:
            yield Sequence(cue, first, after, needs_both=True)


def _next_phrase(cue: Token) -> list[Token]:
    """The phrase that begins with "on" right after "conditional", wherever the parser hung it."""
    if cue.pos_ == "VERB" or cue.i + 1 >= cue.sent.end:
        return []
    link = cue.nbor(1)
    return [link.head] if link.dep_ == "case" and link.lower_ in ("on", "upon") else []


def _conditioned(desk: Desk, cue: Token) -> Iterator[Sequence]:
    """`conditions X on Y`."""
    grounds = [child for child in children(cue, "obl", "nmod") if cases(child) & {"on", "upon"}]
    for after in children(cue, "obj", "nsubj:pass"):
        grounds += [child for child in children(after, "nmod") if cases(child) & {"on", "upon"}]
        for first in grounds:
            yield Sequence(cue, first, after, needs_both=True)


def _done(clause: Token) -> Token:
    """What "refuses to do so" refuses: the clause before it; any other clause itself."""
    if clause.lemma_.lower() != "do" or all(c.lower_ != "so" for c in children(clause, "advmod")):
        return clause
    refusing = clause.head if clause.dep_ == "xcomp" else clause
    return refusing.head if refusing.dep_ == "conj" else clause


def _orders(desk: Desk, sequence: Sequence) -> Iterator[Order]:
    main = sequence.cue if sequence.after is None else sequence.after
    if sequence.is_speakers and sequence.first is not None:
        main = sequence.first
    if is_supposed(main):
        return
    first = desk.issues.named(sequence.first) if sequence.first is not None else []
    first = [named for named in first if named.against == sequence.ends_first]
    after = desk.issues.named(_done(sequence.after), put_off=True) if sequence.after else []
    if sequence.is_empty(bool(first), bool(after)):
        return
    wants: list[Named | None] = [*first] or [None]
    befores: list[Named | None] = [*after] or [None]
    pairs = [
        (want, before)
        for want in wants
        for before in befores
        if want is None or before is None or want.issue != before.issue
    ]
    for holder in holders_of(desk, sequence):
        for want, before in pairs:
            yield Order(
                holder=holder,
                cue=sequence.cue,
                first=sequence.first if want else None,
                wants=want.issue if want else None,
                after=sequence.after if before else None,
                before=before.issue if before else None,
                denied=sequence.denied,
            )
