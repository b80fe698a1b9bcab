"""Memberships: what one report tells of a format, its members in their roles and its history."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from pourparler.model import Membership, Mention, Role, When, identify
from pourparler.readings.page import Page
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.formats import FormatNamed, formats_on
from pourparler.readings.stances.grammar import (
    auxiliaries,
    children,
    clause_of,
    clauses_above,
    own_subjects,
)
from pourparler.readings.stances.roles import role_of, roles_in

__all__ = ["find_memberships"]

_INCLUDING = frozenset(("include", "comprise", "consist", "unite", "group", "involve", "compose"))
_MEETINGS = frozenset(("meeting", "round", "session"))
_BEGINNING = frozenset(("launch", "establish", "create", "begin", "start", "found", "set", "form"))
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip


def find_memberships(page: Page) -> tuple[Membership, ...]:
    """What a report tells of formats, in text order: one for each member, and one for facts."""
    desk = Desk(page)
    found: dict[tuple[str, str | None], Membership] = {}
    for named in formats_on(page):
        if not desk.is_prose(named.head):
            continue
        for membership in (*_members(desk, named), *_facts(desk, named)):
            member = membership.member
            key = (membership.format, None if member is None else member.actor or member.name)
            held = found.get(key)
            if held is None or _says(membership) > _says(held):
                found[key] = membership
    return tuple(sorted(found.values(), key=lambda each: (each.evidence, each.id)))


def _says(membership: Membership) -> int:
    return sum(
        value is not None for value in (membership.role, membership.since, membership.rounds)
    )


def _membership(
    desk: Desk,
    named: FormatNamed,
    *tokens: Token,
    member: Mention | None = None,
    role: Role | None = None,
    since: When | None = None,
    rounds: int | None = None,
) -> Membership:
    evidence = desk.stretch(named.head, *tokens)
    if member is not None:
        start = min(evidence.start, member.span.start)
        evidence = desk.page.span(start, max(evidence.end, member.span.end))
    who = None if member is None else member.actor or member.name
    return Membership(
        id=identify("membership", (desk.page.report.id, named.format, who, role, since, rounds)),
        format=named.format,
        evidence=(evidence,),
        member=member,
        role=role,
        since=since,
        rounds=rounds,
    )


def _members(desk: Desk, named: FormatNamed) -> Iterator[Membership]:
    """Members as a list after "includes", or as what a role of the format is said of."""
    head = named.head
    verb = head.head
    if head.dep_ in ("nsubj", "nsubj:pass") and verb.lemma_.lower() in _INCLUDING:
        for member, role in roles_in(desk, verb.i + 1, desk.sentence(verb).end):
            yield _membership(desk, named, verb, member=member, role=role)
    noun = head.head if head.dep_ in ("nmod", "compound") else None
    role = role_of(noun) if noun is not None else None
    if noun is not None and role is not None:
        holders = own_subjects(noun) if children(noun, "cop") else children(noun, "appos", "flat")
        for holder in holders:
            for each in (holder, *children(holder, "conj")):
                party = desk.parties.of(each)
                if party is not None:
                    yield _membership(desk, named, noun, member=party, role=role)


def _facts(desk: Desk, named: FormatNamed) -> Iterator[Membership]:
    """Since when the format exists, and how many times it has met."""
    sentence = desk.sentence(named.head)
    clause = clause_of(named.head)
    since = _since(desk, named)
    if since is not None:
        yield _membership(desk, named, clause, since=since)
    for token in sentence:
        if token.lemma_.lower() in _MEETINGS and not _is_to_come(token):
            rounds = _count(token) if _is_history(token, sentence) else None
            if rounds is None and any(part == named.head for part in token.subtree):
                rounds = _ordinal(token)
            if rounds is not None:
                yield _membership(desk, named, token, rounds=rounds, since=since)


def _since(desk: Desk, named: FormatNamed) -> When | None:
    sentence = desk.sentence(named.head)
    verb = clause_of(named.head)
    for time in desk.times_between(sentence.start_char, sentence.end_char):
        if time.type != "DATE" or time.when is None:
            continue
        before = desk.page.report.text[max(0, time.span.start - 7) : time.span.end].lower()
        start = time.when.split("/")[0]
        if "since" in before and _is_about(desk, named, time.span.start):
            return start or None
        began = verb.lemma_.lower() in _BEGINNING
        if began and named.head.dep_ in ("nsubj", "nsubj:pass") and "in " in before:
            return start or None
    return None


def _is_about(desk: Desk, named: FormatNamed, position: int) -> bool:
    """Whether the time at `position` is said of the format, its clause being the same."""
    found = desk.page.doc.char_span(position, position + 1, alignment_mode="expand")
    if found is None or not len(found):
        return False
    return clause_of(named.head) in clauses_above(found[0])


def _is_to_come(token: Token) -> bool:
    clause = clause_of(token)
    return bool(auxiliaries(clause) & {"will", "would", "could", "may", "might", "should", "to"})


def _is_history(token: Token, sentence: Span) -> bool:
    """Told as the number so far ("21 meetings held to date")."""
    words = {part.lower_ for part in sentence}
    return bool(words & {"date", "far", "already", "held"}) and bool(children(token, "nummod"))


def _count(token: Token) -> int | None:
    return next(_numbers(children(token, "nummod")), None)


def _ordinal(token: Token) -> int | None:
    return next(_numbers(children(token, "amod", "nummod", "advmod")), None)


def _numbers(tokens: Iterable[Token]) -> Iterator[int]:
    for token in tokens:
        word = token.lower_.replace("-", " ").split()
        digits = word[0].rstrip("stndrh") if word else ""
        if digits.isdecimal() and len(digits) <= 3:
            yield int(digits)
        elif word and word[-1] in _ORDINALS and token.dep_ != "nummod":
            yield _ORDINALS[word[-1]] + (_TENS.get(word[0], 0) if len(word) > 1 else 0)
        elif word and (word[-1] in _CARDINALS or word[0] in _TENS):
            yield _TENS.get(word[0], 0) + _CARDINALS.get(word[-1], 0)
