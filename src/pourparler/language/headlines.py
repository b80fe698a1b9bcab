"""Treebank words as a headline would have them: in the present, without articles.

News items and headlines say `Envoys hold talks in city`; treebanks hold few such sentences, and
a tagger that saw none takes `hold` for a noun.
"""

from dataclasses import replace

from pourparler.language.treebank import Word

_ARTICLES = frozenset(("the", "a", "an"))
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


def is_article(word: Word) -> bool:
    """Whether a headline would leave the word out."""
    return word.relation == "det" and word.form.lower() in _ARTICLES and word.form.islower()


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
