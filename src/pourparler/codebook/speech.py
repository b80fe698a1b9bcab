"""Speech cues: the verbs, nouns and adjectives that report what somebody says or thinks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from msgspec import Struct

from pourparler.codebook.files import Entry, read_tables
from pourparler.model import Act, Attitude

CuePart = Literal["verbs", "nouns", "adjectives"]

_KEYS = ("act", "acts", "attitude", "frames", "forms", "addressed")
_VOWELS = "aeiou"


class SpeechCue(Struct, frozen=True):
    """One word that reports, and what may follow it.

    `frames` name what the content may be: `quote` words in quotation marks, `that` a clause,
    `to do` an infinitive, `doing` a gerund, `thing` a noun phrase, `so` what somebody is called
    ("called it a mistake"), `someone to do` ("urged them to stop"), `subject` the passive's own
    subject ("was announced"), `raised` any subject ("*it* seems *so*"), or a preposition ("for":
    "called for"). `acts` are other acts by frame: who calls *for* a thing demands it. `addressed`
    holds where the object is who is spoken to ("told reporters that").
    """

    lemma: str
    part: CuePart
    act: Act = "said"
    attitude: Attitude = "speech"
    frames: frozenset[str] = frozenset()
    forms: tuple[str, ...] = ()
    addressed: bool = False
    acts: tuple[tuple[str, Act], ...] = ()

    def act_in(self, frame: str) -> Act:
        """What is done by saying it in that frame."""
        return dict(self.acts).get(frame, self.act)


@dataclass(frozen=True, slots=True)
class SpeechCues:
    """The cues by each form they take; a verb of two words ("pointed out") by both.

    `particled` holds the first words of such verbs, `venues` the nouns of occasions at which
    things are said ("interview"), `silent` the nouns of what never speaks ("war").
    """

    verbs: Mapping[str, SpeechCue]
    nouns: Mapping[str, SpeechCue]
    adjectives: Mapping[str, SpeechCue]
    particled: frozenset[str]
    venues: frozenset[str]
    silent: frozenset[str]


def load_cues(folders: Iterable[Path]) -> SpeechCues:
    """The cues of `cues.toml`; a user's file adds words, or replaces them one by one.

    Raises CodebookError for an entry that is wrong.
    """
    tables: dict[str, dict[str, SpeechCue]] = {name: {} for name in get_args(CuePart)}
    lists: dict[str, set[str]] = {"venues": set(), "silent": set()}
    for folder in folders:
        for entry in read_tables("cues.toml", [folder]).values():
            if entry.id in lists:
                entry.expect_keys(["nouns"])
                lists[entry.id].update(entry.texts("nouns"))
                continue
            if entry.id not in tables:
                known = ", ".join([*tables, *lists])
                raise entry.error("is no table of cues.", f"Tables are: {known}.")
            for lemma, values in entry.values.items():
                tables[entry.id][lemma] = _cue(entry, lemma, values)
    verbs = _by_form(tables["verbs"].values(), verb_forms)
    return SpeechCues(
        verbs=verbs,
        nouns=_by_form(tables["nouns"].values(), noun_forms),
        adjectives=_by_form(tables["adjectives"].values(), lambda lemma: ()),
        particled=frozenset(form.split()[0] for form in verbs if " " in form),
        venues=_numbers(lists["venues"]),
        silent=_numbers(lists["silent"]),
    )


def _numbers(nouns: Iterable[str]) -> frozenset[str]:
    """The nouns, singular and plural."""
    return frozenset(form for noun in nouns for form in (noun, *noun_forms(noun)))


def _cue(table: Entry, lemma: str, values: object) -> SpeechCue:
    if not isinstance(values, dict):
        raise table.error(
            f"`{lemma}` is {values!r}.", 'Write it as say = { act = "said", frames = ["that"] }.'
        )
    row = Entry(f"{table.id}.{lemma}", values, table.file, table.line)
    row.expect_keys(_KEYS)
    act, attitude = row.text("act", "said"), row.text("attitude", "speech")
    acts = values.get("acts", {})
    if not isinstance(acts, dict):
        raise row.error(f"`acts` is {acts!r}.", 'Write it as acts = { for = "demanded" }.')
    checked = [(act, get_args(Act)), (attitude, get_args(Attitude))]
    checked += [(value, get_args(Act)) for value in acts.values()]
    for value, allowed in checked:
        if value not in allowed:
            raise row.error(f"`{value}` is not known here.", f"Known are: {', '.join(allowed)}.")
    return SpeechCue(
        lemma=lemma,
        part=cast(CuePart, table.id),
        act=cast(Act, act),
        attitude=cast(Attitude, attitude),
        frames=frozenset(row.texts("frames")),
        forms=row.texts("forms"),
        addressed=values.get("addressed") is True,
        acts=tuple(acts.items()),
    )


def _by_form(
    cues: Iterable[SpeechCue], inflect: Callable[[str], tuple[str, ...]]
) -> dict[str, SpeechCue]:
    found: dict[str, SpeechCue] = {}
    for cue in cues:
        head, _, particle = cue.lemma.partition(" ")
        for form in (head, *inflect(head), *cue.forms):
            found[f"{form} {particle}".strip()] = cue
    return found


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Third person, past and gerund of a regular verb; irregular ones are listed as `forms`.

    >>> verb_forms("deny")
    ('denies', 'denied', 'denying')
    >>> verb_forms("plan")
    ('plans', 'planned', 'planning')
    """
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith(("ee", "oe")) else lemma[:-1]
        return lemma + "s", lemma + "d", stem + "ing"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    stem = lemma + lemma[-1] if _doubles(lemma) else lemma
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return third, stem + "ed", stem + "ing"


def _doubles(lemma: str) -> bool:
    """One vowel before a final consonant, in one syllable: plan, beg, but not air, order."""
    vowels = [letter for letter in lemma[:-1] if letter in _VOWELS]
    return (
        len(lemma) > 2
        and len(vowels) == 1
        and lemma[-2] in _VOWELS
        and lemma[-1] not in _VOWELS + "wxy"
    )


def noun_forms(lemma: str) -> tuple[str, ...]:
    """The regular plural.

    >>> noun_forms("reply")
    ('replies',)
    """
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return (lemma[:-1] + "ies",)
    return (lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"),)
