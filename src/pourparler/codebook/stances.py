"""The words by which a party takes a stance, wants one thing before another, and tells a phase."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, cast, get_args

from msgspec import Struct

from pourparler.codebook.files import Entry, read_tables
from pourparler.model import PhaseName, Stance

Kind = Literal["verbs", "nouns", "adjectives"]
_KINDS: tuple[Kind, ...] = get_args(Kind)


class Frame(Struct, frozen=True):
    """A word that takes a stance, and the `slots` where what it is about may stand.

    `particle` is the second word of a verb such as "rule out"; `negated` the stance that a
    denial of the word amounts to, None where it amounts to none.
    """

    word: str
    kind: Kind
    stance: Stance
    slots: tuple[str, ...]
    particle: str | None = None
    negated: Stance | None = None


class Stances(Struct, frozen=True):
    """The cue words: `frames` by lemma, `verdicts` by adjective, `words` by what they do.

    `orderings` are the word lists for wanting one thing before another, `phases` those for each
    phase by part of speech, `phase_words` those that all phases share.
    """

    frames: Mapping[str, tuple[Frame, ...]]
    verdicts: Mapping[str, Stance]
    words: Mapping[str, frozenset[str]]
    orderings: Mapping[str, frozenset[str]]
    phases: Mapping[PhaseName, Mapping[str, frozenset[str]]]
    phase_words: Mapping[str, frozenset[str]]


def load_stances(folders: Iterable[Path]) -> Stances:
    """The words of `stances.toml`, `orderings.toml` and `phases.toml`.

    Raises CodebookError, with file and line, for an entry that is wrong.
    """
    folders = tuple(folders)
    stances = read_tables("stances.toml", folders)
    frames: dict[str, tuple[Frame, ...]] = {}
    for stance in get_args(Stance):
        if stance in stances:
            for frame in _frames(stances[stance], stance):
                frames[frame.word] = (*frames.get(frame.word, ()), frame)
    for id, entry in stances.items():
        if id not in (*get_args(Stance), "verdicts", "words"):
            raise entry.error("is no stance.", f"Stances are: {', '.join(get_args(Stance))}.")
    phases = read_tables("phases.toml", folders)
    for id, entry in phases.items():
        if id not in (*get_args(PhaseName), "words"):
            raise entry.error("is no phase.", f"Phases are: {', '.join(get_args(PhaseName))}.")
    return Stances(
        frames=frames,
        verdicts=_verdicts(stances.get("verdicts")),
        words=_lists(stances.get("words")),
        orderings=_lists(read_tables("orderings.toml", folders).get("words")),
        phases={id: _lists(phases[id]) for id in get_args(PhaseName) if id in phases},
        phase_words=_lists(phases.get("words")),
    )


def _frames(entry: Entry, stance: Stance) -> Iterable[Frame]:
    entry.expect_keys((*_KINDS, "negated"))
    negated = entry.text("negated", "") or None
    if negated is not None:
        _check_stance(entry, negated)
    for kind in _KINDS:
        for text in entry.texts(kind):
            word, colon, slots = text.partition(":")
            lemma, _, particle = word.strip().partition(" ")
            if not (colon and lemma and slots.split()):
                raise entry.error(
                    f"{text!r} names no slot.", 'Write it as "insist: on that": word, then slots.'
                )
            yield Frame(
                word=lemma,
                kind=kind,
                stance=stance,
                slots=tuple(slots.split()),
                particle=particle.strip() or None,
                negated=cast("Stance | None", negated),
            )


def _verdicts(entry: Entry | None) -> dict[str, Stance]:
    if entry is None:
        return {}
    for stance in entry.values:
        _check_stance(entry, stance)
    return {word: cast(Stance, stance) for stance in entry.values for word in entry.texts(stance)}


def _check_stance(entry: Entry, stance: str) -> None:
    if stance not in get_args(Stance):
        raise entry.error(f"`{stance}` is no stance.", f"Known are: {', '.join(get_args(Stance))}.")


def _lists(entry: Entry | None) -> dict[str, frozenset[str]]:
    return {key: frozenset(entry.texts(key)) for key in entry.values} if entry else {}
