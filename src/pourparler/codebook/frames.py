"""Frames: which verbs and nouns tell an event, of which type, and who its parties are.

`frames.toml` holds the acts and operators, `cameo.toml` what becomes of a code that is only
willed, asked for or refused, `words.toml` the word lists that frames name with `@`.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from pourparler.codebook.files import Entry, read_tables

Operator = Literal[
    "willed", "asked", "demanded", "refused", "threatened", "stopped", "light", "said", "denied"
]
Turn = Literal["willed", "asked", "demanded", "refused", "threatened", "stopped"]

_FRAME_KEYS = (
    "code", "type", "mode", "operator", "verbs", "nouns", "adjectives", "objects", "subjects",
    "complements", "towards", "object_is", "reciprocal", "alone", "weak", "intransitive", "below",
    "under",
)  # fmt: skip
_CODE_KEYS = ("type", "name", *get_args(Turn))
_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


class Words(Struct, frozen=True):
    """Words of which one must be there: single ones, and sets that must be there together."""

    single: frozenset[str] = frozenset()
    joint: tuple[frozenset[str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.single or self.joint)

    def meet(self, words: frozenset[str] | set[str]) -> bool:
        """Whether one of them is among `words`."""
        if not self.single.isdisjoint(words):
            return True
        return any(together <= words for together in self.joint)


class Frame(Struct, frozen=True):
    """Words that tell one kind of act, or change the act below them (`operator`).

    `type` is None for what lies outside PLOVER's list. `about_agents` holds where an actor may
    be the object, `about_any` where anything may, `of_agents` where an actor may be the subject.
    `over_clause` holds for an operator that takes a clause below it, never a noun; `under` are
    the verbs that its nouns need over them.
    """

    id: str
    code: str | None = None
    type: str | None = None
    mode: str | None = None
    operator: Operator | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    objects: Words = Words()
    subjects: Words = Words()
    complements: tuple[tuple[str, ...], ...] = ()
    about_agents: bool = False
    about_any: bool = False
    of_agents: bool = False
    towards: tuple[str, ...] = ()
    object_is_recipient: bool = True
    reciprocal: bool = False
    alone: bool = False
    weak: bool = False
    intransitive: bool = False
    over_clause: bool = False
    under: frozenset[str] = frozenset()


class Code(Struct, frozen=True):
    """A CAMEO code or the stem of some, and what its acts become under each operator."""

    id: str
    type: str | None
    name: str
    turns: Mapping[str, str]


class Frames(Struct, frozen=True):
    """The frames by the words that tell them, and the codes.

    `verbs` and `nouns` map a head word to frames with the other words each needs beside it.
    `agents` are nouns that name an actor even unnamed; of `sport`, two words in a sentence make
    its contests games; `accidents` kill with nobody's doing unless a word of `violence` stands
    with them; `recalling` words make an attack one long past, and
    what `animals` do is none.
    """

    by_id: Mapping[str, Frame]
    verbs: Mapping[str, tuple[tuple[Frame, tuple[str, ...]], ...]]
    nouns: Mapping[str, tuple[tuple[Frame, tuple[str, ...]], ...]]
    adjectives: Mapping[str, Frame]
    codes: Mapping[str, Code]
    agents: frozenset[str]
    sport: frozenset[str] = frozenset()
    accidents: frozenset[str] = frozenset()
    violence: frozenset[str] = frozenset()
    recalling: frozenset[str] = frozenset()
    animals: frozenset[str] = frozenset()

    def turned(self, code: str, turn: str) -> str | None:
        """What an act of `code` is once only willed, asked for, refused, …; None: not known."""
        for length in range(len(code), 1, -1):
            found = self.codes.get(code[:length])
            if found is not None and turn in found.turns:
                return found.turns[turn]
        return None

    def type_of(self, code: str | None) -> str | None:
        """The PLOVER type of a CAMEO code; None where there is none (statements)."""
        for length in range(len(code or ""), 1, -1):
            found = self.codes.get((code or "")[:length])
            if found is not None and found.type is not None:
                return found.type
        return None


def load_frames(folders: Iterable[Path]) -> Frames:
    """The frames of `frames.toml`. Raises CodebookError for an entry that is wrong."""
    folders = tuple(folders)
    lists = dict(read_tables("words.toml", folders).items())
    codes = {id: _code(entry) for id, entry in read_tables("cameo.toml", folders).items()}
    entries = read_tables("frames.toml", folders)
    by_id = {id: _frame(entry, lists, codes) for id, entry in entries.items()}
    return Frames(
        by_id=by_id,
        verbs=_index(by_id.values(), "verbs", first=True),
        nouns=_index(by_id.values(), "nouns", first=False),
        adjectives={word: frame for frame in by_id.values() for word in frame.adjectives},
        codes=codes,
        agents=_expand("@agents", lists).single,
        sport=_expand("@sport", lists).single,
        accidents=_expand("@accidents", lists).single,
        violence=_expand("@violence", lists).single,
        recalling=_expand("@recalling", lists).single,
        animals=_expand("@animals", lists).single,
    )


def _code(entry: Entry) -> Code:
    entry.expect_keys(_CODE_KEYS)
    type = entry.values.get("type")
    if type is not None and type not in _TYPES:
        raise entry.error(f"`{type}` is no PLOVER type.", f"Types are: {', '.join(_TYPES)}.")
    turns = {turn: entry.text(turn) for turn in get_args(Turn) if turn in entry.values}
    return Code(entry.id, type, entry.text("name"), turns)


def _frame(entry: Entry, lists: Mapping[str, Entry], codes: Mapping[str, Code]) -> Frame:
    entry.expect_keys(_FRAME_KEYS)
    operator = entry.values.get("operator")
    if operator is not None and operator not in get_args(Operator):
        raise entry.error(
            f"`{operator}` is not an operator.", f"Known are: {', '.join(get_args(Operator))}."
        )
    code = entry.text("code", "") or None
    if code is not None and not any(code[:length] in codes for length in range(len(code), 1, -1)):
        raise entry.error(f"code `{code}` is not in cameo.toml.", "Add it there, or mend it here.")
    if not any(entry.values.get(key) for key in ("verbs", "nouns", "adjectives")):
        raise entry.error("tells no word.", 'Write verbs = ["…"] or nouns = ["…"].')
    objects, subjects = entry.texts("objects"), entry.texts("subjects")
    return Frame(
        id=entry.id,
        code=code,
        type=_type(entry, code, codes),
        mode=entry.text("mode", "") or None,
        operator=operator,
        verbs=entry.texts("verbs"),
        nouns=entry.texts("nouns"),
        adjectives=entry.texts("adjectives"),
        objects=_words(entry, objects, lists),
        subjects=_words(entry, subjects, lists),
        complements=tuple(tuple(phrase.split()) for phrase in entry.texts("complements")),
        about_agents="@agents" in objects,
        about_any="*" in objects,
        of_agents="@agents" in subjects,
        towards=entry.texts("towards"),
        object_is_recipient=_object_is(entry),
        reciprocal=entry.values.get("reciprocal") is True,
        alone=entry.values.get("alone") is True,
        weak=entry.values.get("weak") is True,
        intransitive=entry.values.get("intransitive") is True,
        under=frozenset(entry.texts("under")),
        over_clause=entry.text("below", "") == "clause",
    )


def _object_is(entry: Entry) -> bool:
    told = entry.text("object_is", "recipient")
    if told not in ("recipient", "theme"):
        raise entry.error(f"`object_is` is `{told}`.", 'Write "recipient" or "theme".')
    return told == "recipient"


def _type(entry: Entry, code: str | None, codes: Mapping[str, Code]) -> str | None:
    told = entry.values.get("type")
    if told == "none":
        return None
    if told is not None:
        if told not in _TYPES:
            raise entry.error(f"`{told}` is no PLOVER type.", f"Types are: {', '.join(_TYPES)}.")
        return str(told)
    for length in range(len(code or ""), 1, -1):
        found = codes.get((code or "")[:length])
        if found is not None and found.type is not None:
            return found.type
    return None


def _words(entry: Entry, items: Iterable[str], lists: Mapping[str, Entry]) -> Words:
    single: set[str] = set()
    joint: set[frozenset[str]] = set()
    for item in items:
        if item in ("@agents", "*"):
            continue
        if item.startswith("@") and item[1:] not in lists:
            raise entry.error(f"names the list `{item}`.", "It is not in words.toml.")
        found = _expand(item, lists)
        single |= found.single
        joint.update(found.joint)
    return Words(frozenset(single), tuple(sorted(joint, key=sorted)))


def _expand(item: str, lists: Mapping[str, Entry], seen: frozenset[str] = frozenset()) -> Words:
    """The words an item stands for; a list that includes itself adds nothing the second time."""
    if not item.startswith("@"):
        parts = item.lower().split()
        return Words(frozenset(parts)) if len(parts) == 1 else Words(joint=(frozenset(parts),))
    if item in seen or item[1:] not in lists:
        return Words()
    expanded = [_expand(word, lists, seen | {item}) for word in lists[item[1:]].texts("words")]
    return Words(
        frozenset().union(*(words.single for words in expanded)),
        tuple(phrase for words in expanded for phrase in words.joint),
    )


def _index(
    frames: Iterable[Frame], kind: Literal["verbs", "nouns"], *, first: bool
) -> dict[str, tuple[tuple[Frame, tuple[str, ...]], ...]]:
    """Each head word's frames: a verb leads its phrase, a noun ends it."""
    index: dict[str, list[tuple[Frame, tuple[str, ...]]]] = {}
    for frame in frames:
        for phrase in frame.verbs if kind == "verbs" else frame.nouns:
            head, others = _split(phrase, first)
            index.setdefault(head, []).append((frame, others))
    return {head: tuple(found) for head, found in index.items()}


def _split(phrase: str, first: bool) -> tuple[str, tuple[str, ...]]:
    parts = phrase.lower().split()
    return (parts[0], tuple(parts[1:])) if first else (parts[-1], tuple(parts[:-1]))


def telling_words(frames: Frames) -> Iterator[str]:
    """Every head word that may tell an event."""
    yield from frames.verbs
    yield from frames.nouns
    yield from frames.adjectives
