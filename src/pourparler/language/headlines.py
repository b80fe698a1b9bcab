"""Treebank sentences as headlines would have them.

News items and headlines stand in the present and leave words out (`Envoys to meet in Orsk, say
officials`); treebanks hold few such sentences, and a parser that saw none takes `say` for a noun.
"""

import random
from dataclasses import dataclass, replace

from pourparler.language.listing import words
from pourparler.language.treebank import Sentence, TreebankDocument, Word

_ARTICLES = frozenset(("the", "a", "an"))
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
_LEFT_OUT = frozenset(("is", "are", "was", "were"))
_SAYING = words("say warn claim report announce confirm suggest admit tell believe hope think vow")
_SPEAKERS = ("NOUN", "PROPN")
# Words that keep their small letter where `Envoys Meet in Orsk` has capitals.
_SMALL = words("a an the of in on at to for by and or but as with from than that")

# How often a headline has each of its marks, where the sentence allows it.
_TURNED, _VERB_LAST, _TO_COME, _WITHOUT_BE, _SIDE_BY_SIDE, _CAPITALS = 0.7, 0.4, 0.3, 0.5, 0.3, 0.2
_LONGEST = 25
_OF_SPEAKER_OR_HEARER = words("i you we me us my your our")

_COMMA = -1
"""The place of the comma that the sentence has not."""


@dataclass(slots=True)
class _Line:
    """A headline in the making: the places of its words in order, and the word at each place.

    A word's place is twice its number in the document, so that there is room for others between;
    heads are places.
    """

    order: list[int]
    words: dict[int, Word]

    @property
    def root(self) -> int:
        return next(place for place in self.order if self.words[place].head == place)

    def top(self, place: int) -> int:
        """The word on the way from `place` up to the root that hangs on the root itself."""
        root = self.root
        while self.words[place].head != root:
            place = self.words[place].head
        return place

    def leaves(self) -> set[int]:
        """The places of the words on which nothing hangs."""
        return set(self.order) - {self.words[place].head for place in self.order}


def could_be_headline(document: TreebankDocument, sentence: Sentence) -> bool:
    """Whether news might put the sentence over a report: it tells something of others, briefly."""
    members = document.words[sentence.first : sentence.last]
    root = next(word for word in members if document.words[word.head] is word)
    return (
        3 < len(members) <= _LONGEST
        and any(word.relation.startswith("nsubj") for word in members)
        and root.upos in ("VERB", "ADJ", "NOUN")
        and not any(word.form.lower() in _OF_SPEAKER_OR_HEARER for word in members)
    )


def headline(
    document: TreebankDocument, sentence: Sentence, chance: random.Random
) -> TreebankDocument:
    """The sentence as a headline: a document of its own, with its own text."""
    line = _line(document, sentence)
    said = line.root
    if chance.random() < _TURNED and (turned := _put_speaker_last(line, chance)) is not None:
        said = turned
    leaves = {place for place in line.leaves() if line.words[place].head == said}
    if chance.random() < _TO_COME:
        _put_to_come(line, said, leaves)
    if chance.random() < _WITHOUT_BE:
        line.order = [
            place
            for place in line.order
            if place not in leaves or line.words[place].form not in _LEFT_OUT
        ]
    if chance.random() < _SIDE_BY_SIDE:
        _put_side_by_side(line)
    leaves = line.leaves()
    line.order = [
        place for place in line.order if not (place in leaves and is_article(line.words[place]))
    ]
    return _written(document, line, capitals=chance.random() < _CAPITALS)


def _line(document: TreebankDocument, sentence: Sentence) -> _Line:
    """The sentence's words, those in the past put in the present, without its full stop."""
    found = {}
    for at in range(sentence.first, sentence.last):
        word = document.words[at]
        if word.end > word.start:
            found[2 * at] = replace(in_present(word) or word, head=2 * word.head)
    order = list(found)
    if found[order[-1]].form == "." and len(order) > 1:
        order.pop()
    return _Line(order, found)


def _put_speaker_last(line: _Line, chance: random.Random) -> int | None:
    """Makes `envoys met, say officials` of `Officials say envoys met`; returns what heads the rest.

    None where the sentence is not of that kind.
    """
    root = line.root
    verb = line.words[root]
    if verb.lemma not in _SAYING or verb.upos != "VERB":
        return None
    parts: dict[str, list[int]] = {}
    for place in line.order:
        if place != root:
            parts.setdefault(line.words[line.top(place)].relation, []).append(place)
    speaker, said = parts.get("nsubj", []), parts.get("ccomp", [])
    if len(parts) != 2 or not speaker or not said or not speaker[-1] < root < said[0]:
        return None
    if line.words[line.top(speaker[0])].upos not in _SPEAKERS:
        return None
    if line.words[said[0]].form == "that" and line.words[said[0]].relation == "mark":
        said = said[1:]
    head = line.top(said[0])
    telling = [*speaker, root] if chance.random() < _VERB_LAST else [root, *speaker]
    line.words[_COMMA] = Word(0, 0, ",", ",", "PUNCT", ",", "_", head, "punct")
    line.words[speaker[0]] = _within_sentence(line.words[speaker[0]])
    line.order = [*said, _COMMA, *telling]
    return head


def _put_to_come(line: _Line, said: int, leaves: set[int]) -> None:
    """Makes `Spain to leave` of `Spain will leave` and of `Spain leaves`."""
    verb = line.words[said]
    to = Word(0, 0, "to", "to", "PART", "TO", "_", said, "mark")
    for place in leaves:
        if line.words[place].form == "will" and line.words[place].relation == "aux":
            line.words[place] = to
            return
    helped = any(
        word.head == said and word.relation.startswith(("aux", "mark"))
        for word in line.words.values()
    )
    if verb.upos == "VERB" and verb.xpos in ("VBZ", "VBP") and not helped and verb.lemma.islower():
        line.words[said - 1] = to
        line.words[said] = replace(verb, form=verb.lemma, xpos="VB", feats="VerbForm=Inf")
        line.order.insert(line.order.index(said), said - 1)


def _put_side_by_side(line: _Line) -> None:
    """Makes `Spain, Italy meet` of `Spain and Italy meet`."""
    for place in line.order:
        word = line.words[place]
        second = line.words[word.head]
        first = line.words[second.head]
        if word.form != "and" or second.relation != "conj" or first.relation != "nsubj":
            continue
        if {first.upos, second.upos} == {"PROPN"}:
            line.words[place] = replace(
                word, form=",", lemma=",", upos="PUNCT", xpos=",", relation="punct"
            )


def _within_sentence(word: Word) -> Word:
    """The word without the capital that it had for being the first."""
    small = word.upos != "PROPN" and word.form[1:].islower()
    return replace(word, form=word.form[:1].lower() + word.form[1:]) if small else word


def _written(document: TreebankDocument, line: _Line, *, capitals: bool) -> TreebankDocument:
    """The words one after another, their heads renumbered."""
    numbers = {place: number for number, place in enumerate(line.order)}
    made = TreebankDocument(document.name)
    for place, number in numbers.items():
        word = line.words[place]
        form = word.form
        if form == ",":
            made.text = made.text.rstrip()
        starts = not number or made.text.endswith(" ")
        if starts and (not number or (capitals and form not in _SMALL)):
            form = form[:1].upper() + form[1:]
        start = len(made.text)
        made.text += form + (" " if _blank_after(document, place) else "")
        head = numbers.get(word.head, number)
        made.words.append(replace(word, start=start, end=start + len(form), form=form, head=head))
    made.text = made.text.rstrip()
    made.sentences.append(Sentence(0, len(numbers)))
    return made


def _blank_after(document: TreebankDocument, place: int) -> bool:
    """Whether a blank follows; one follows the words that the document has not."""
    if place < 0 or place % 2:
        return True
    end = document.words[place // 2].end
    following = document.text[end : end + 1]
    return not following or following.isspace() or following == "."


def is_article(word: Word) -> bool:
    """Whether a headline would leave the word out."""
    return word.relation == "det" and word.form.lower() in _ARTICLES


def in_present(word: Word) -> Word | None:
    """The same verb in the present, if it is a past tense of which the treebank says who acts."""
    if word.xpos != "VBD" or word.upos != "VERB" or not word.lemma.isalpha():
        return None
    if "Tense=Past" not in word.feats or not word.lemma.islower():
        return None
    feats = word.feats.replace("Tense=Past", "Tense=Pres")
    if "Number=Plur" in feats:
        return replace(word, form=word.lemma, xpos="VBP", feats=feats)
    if "Person=3" in feats:
        return replace(word, form=third_person(word.lemma), xpos="VBZ", feats=feats)
    return None


def third_person(lemma: str) -> str:
    """The form of a verb after `she`: `holds`, `presses`, `tries`."""
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_SIBILANTS) else "s")
