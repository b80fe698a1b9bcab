"""Treebank sentences as headlines would have them.

News items and headlines stand in the present and leave words out (`Envoys to meet in Orsk, say
officials`); treebanks hold few such sentences, and a parser that saw none takes `say` for a noun.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
_TURNED, _TO_COME, _WITHOUT_BE, _SIDE_BY_SIDE, _CAPITALS = 0.6, 0.7, 0.5, 0.3, 0.2

_LONGEST = 25
_OF_SPEAKER_OR_HEARER = words("i you we me us my your our")

# The number of the comma that the document has not.
_COMMA = -1

_Put = tuple[Word, bool]
"""A word as the headline has it, and whether a blank follows."""


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
    members = range(sentence.first, sentence.last)
    order = [at for at in members if document.words[at].end > document.words[at].start]
    end = order[-1]
    if document.words[end].form == "." and len(order) > 1:
        order.remove(end)
    turned = _speaker_last(document, order) if chance.random() < _TURNED else None
    put = dict(_shortened(document, turned or order, chance))
    order = [at for at in turned or order if at in put]
    if turned:
        verb = order.index(_root(document, turned))
        said, speaker = order[verb - 1], order[verb + 1]
        put[speaker] = (_within_sentence(put[speaker][0]), put[speaker][1])
        head = _below(document, said, order[verb])
        put[_COMMA] = (Word(0, 0, ",", ",", "PUNCT", ",", "_", head, "punct"), True)
        order.insert(verb, _COMMA)
    return _written(document.name, order, put, capitals=chance.random() < _CAPITALS)


def _written(
    name: str, order: Sequence[int], put: dict[int, _Put], *, capitals: bool
) -> TreebankDocument:
    """The words one after another, their heads renumbered."""
    place = {at: number for number, at in enumerate(order)}
    made = TreebankDocument(name)
    for at in order:
        word, blank = put[at]
        number, form = place[at], word.form
        starts = not number or made.text.endswith(" ")
        if starts and (not number or (capitals and form not in _SMALL)):
            form = form[:1].upper() + form[1:]
        if form == ",":
            made.text = made.text.rstrip()
        start = len(made.text)
        made.text += form + (" " if blank else "")
        head = place.get(word.head, number)
        made.words.append(replace(word, start=start, end=start + len(form), form=form, head=head))
    made.text = made.text.rstrip()
    made.sentences.append(Sentence(0, len(order)))
    return made


def _shortened(
    document: TreebankDocument, order: Sequence[int], chance: random.Random
) -> Iterator[tuple[int, _Put]]:
    """The words that stay, in the present, and what is to come with `to`."""
    to_come, without_be = chance.random() < _TO_COME, chance.random() < _WITHOUT_BE
    side_by_side = chance.random() < _SIDE_BY_SIDE
    leaves = set(order) - {document.words[at].head for at in order}
    root = _root(document, order)
    for at in order:
        word = document.words[at]
        of_root = at in leaves and word.head == root
        if at in leaves and is_article(word):
            continue
        if of_root and without_be and word.form in _LEFT_OUT:
            continue
        if side_by_side and _joins_subjects(document, word):
            word = replace(word, form=",", lemma=",", upos="PUNCT", xpos=",", relation="punct")
        if of_root and to_come and word.form == "will" and word.relation == "aux":
            word = replace(word, form="to", lemma="to", upos="PART", xpos="TO", feats="_",
                           relation="mark")  # fmt: skip
        yield at, (in_present(word) or word, _blank_after(document, at))


def _joins_subjects(document: TreebankDocument, word: Word) -> bool:
    """Whether it is the `and` of `Spain and Portugal meet`, for which a headline has a comma."""
    second = document.words[word.head]
    return (
        word.form == "and"
        and second.relation == "conj"
        and document.words[second.head].relation == "nsubj"
        and {second.upos, document.words[second.head].upos} == {"PROPN"}
    )


def _within_sentence(word: Word) -> Word:
    """The word without the capital that it had for being the first."""
    small = word.upos != "PROPN" and word.form[1:].islower()
    return replace(word, form=word.form[:1].lower() + word.form[1:]) if small else word


def _blank_after(document: TreebankDocument, at: int) -> bool:
    end = document.words[at].end
    return document.text[end : end + 1].isspace() or end >= len(document.text)


def _speaker_last(document: TreebankDocument, order: Sequence[int]) -> list[int] | None:
    """`Officials say envoys met` in the order `envoys met say officials`; None for other words."""
    root = _root(document, order)
    verb = document.words[root]
    if verb.lemma not in _SAYING or verb.upos != "VERB":
        return None
    parts: dict[str, list[int]] = {}
    for at in order:
        if at != root:
            top = _below(document, at, root)
            parts.setdefault(document.words[top].relation, []).append(at)
    speaker, said = parts.get("nsubj", []), parts.get("ccomp", [])
    if len(parts) != 2 or not speaker or not said or not speaker[-1] < root < said[0]:
        return None
    if document.words[_below(document, speaker[0], root)].upos not in _SPEAKERS:
        return None
    that = document.words[said[0]]
    said = said[1:] if that.form.lower() == "that" and that.relation == "mark" else said
    return [*said, root, *speaker] if said and len(said) > 1 else None


def _root(document: TreebankDocument, order: Sequence[int]) -> int:
    return next(at for at in order if document.words[at].head == at)


def _below(document: TreebankDocument, at: int, root: int) -> int:
    """The word on the way from `at` up to the root that hangs on the root itself."""
    while document.words[at].head != root:
        at = document.words[at].head
    return at


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
