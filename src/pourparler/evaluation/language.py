"""How well a pipeline tags, parses and cuts sentences, against a treebank, from raw text.

A word counts as found when its characters are exactly those of a treebank word, so tokenisation
counts too. Scores are F1 over words (sentences for `sents_f`), in percent; a relation is right
with its head and its full label (`nsubj:pass` is not `nsubj`).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pourparler.language.listing import words
from pourparler.language.treebank import TreebankDocument, read_conllu

Span = tuple[int, int]

# Words that report speech, for the figures that the reading of statements stands on.
SPEECH_VERBS = words(
    """
    say tell ask add announce claim state declare deny warn note insist argue suggest
    explain report stress emphasize confirm call urge demand promise pledge vow acknowledge
    admit accuse reiterate reply respond believe think hope write quote mention remark
    assert maintain propose recommend request predict estimate reveal
    """
)


@dataclass(frozen=True, slots=True)
class _Row:
    """What is compared of one word; `head` is None for the root."""

    upos: str
    xpos: str
    relation: str
    head: Span | None
    head_lemma: str


@dataclass(frozen=True, slots=True)
class LanguageScores:
    """Figures in percent; `relations` gives F1 and the treebank's count for each relation."""

    documents: int
    words: int
    tokens_f: float
    upos: float
    xpos: float
    uas: float
    las: float
    uas_without_punctuation: float
    las_without_punctuation: float
    sents_f: float
    speech_subject_f: float
    speech_clause_f: float
    relations: Mapping[str, tuple[float, int]]


def score(nlp: Language, path: Path, *, genre: str | None = None) -> LanguageScores:
    """The pipeline's scores on a CoNLL-U file; `genre` keeps the documents of one GUM genre."""
    documents = read_conllu(path)
    return score_documents(
        nlp, [document for document in documents if genre in (None, document.genre)]
    )


def score_documents(nlp: Language, documents: Sequence[TreebankDocument]) -> LanguageScores:
    """The pipeline's scores on treebank documents, each read from its text."""
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    right: Counter[str] = Counter()
    relations: dict[str, Counter[str]] = defaultdict(Counter)
    texts = [document.text for document in documents]
    for document, doc in zip(documents, nlp.pipe(texts), strict=True):
        _compare(_gold_rows(document), _found_rows(doc, document), gold, found, right, relations)
        ours, theirs = _found_sentences(doc), _gold_sentences(document)
        found["sentence"] += len(ours)
        gold["sentence"] += len(theirs)
        right["sentence"] += len(ours & theirs)

    def f1(what: str, over: str = "word") -> float:
        return _f1(right[what], found[over], gold[over])

    return LanguageScores(
        documents=len(documents),
        words=gold["word"],
        tokens_f=f1("word"),
        upos=f1("upos"),
        xpos=f1("xpos"),
        uas=f1("uas"),
        las=f1("las"),
        uas_without_punctuation=f1("uas plain", "plain"),
        las_without_punctuation=f1("las plain", "plain"),
        sents_f=f1("sentence", "sentence"),
        speech_subject_f=f1("speech subject", "speech subject"),
        speech_clause_f=f1("speech clause", "speech clause"),
        relations={
            name: (_f1(counts["right"], counts["found"], counts["gold"]), counts["gold"])
            for name, counts in sorted(relations.items(), key=lambda item: -item[1]["gold"])
        },
    )


def _f1(right: int, found: int, gold: int) -> float:
    return 200 * right / (found + gold) if found + gold else 0.0


def _compare(
    gold_rows: Mapping[Span, _Row],
    found_rows: Mapping[Span, _Row],
    gold: Counter[str],
    found: Counter[str],
    right: Counter[str],
    relations: dict[str, Counter[str]],
) -> None:
    for side, rows in (("gold", gold_rows), ("found", found_rows)):
        counts = gold if side == "gold" else found
        for row in rows.values():
            counts["word"] += 1
            counts["plain"] += row.relation != "punct"
            relations[row.relation][side] += 1
            if kind := _speech_kind(row):
                counts[kind] += 1
    for span, truth in gold_rows.items():
        answer = found_rows.get(span)
        if answer is None:
            continue
        attached = answer.head == truth.head
        labelled = attached and answer.relation == truth.relation
        right["word"] += 1
        right["upos"] += answer.upos == truth.upos
        right["xpos"] += answer.xpos == truth.xpos
        right["uas"] += attached
        right["las"] += labelled
        right["uas plain"] += attached and truth.relation != "punct" and answer.relation != "punct"
        right["las plain"] += labelled and truth.relation != "punct"
        relations[truth.relation]["right"] += labelled
        if labelled and (kind := _speech_kind(truth)):
            right[kind] += 1


def _speech_kind(row: _Row) -> str:
    if row.head_lemma not in SPEECH_VERBS:
        return ""
    if row.relation == "nsubj":
        return "speech subject"
    return "speech clause" if row.relation in ("ccomp", "xcomp") else ""


def _gold_rows(document: TreebankDocument) -> dict[Span, _Row]:
    rows = {}
    for word in document.words:
        head = document.words[word.head]
        root = head is word
        rows[word.start, word.end] = _Row(
            word.upos,
            word.xpos,
            word.relation,
            None if root else (head.start, head.end),
            "" if root else head.lemma.lower(),
        )
    return rows


def _found_rows(doc: Doc, document: TreebankDocument) -> dict[Span, _Row]:
    """The pipeline's rows; the head's lemma is the treebank's, so both sides name one verb."""
    lemmas = {(word.start, word.end): word.lemma.lower() for word in document.words}
    rows = {}
    for token in doc:
        if token.is_space:
            continue
        root = token.head.i == token.i
        head = token.head
        rows[token.idx, token.idx + len(token)] = _Row(
            token.pos_,
            token.tag_,
            "root" if token.dep_ == "ROOT" else token.dep_,
            None if root else (head.idx, head.idx + len(head)),
            "" if root else lemmas.get((head.idx, head.idx + len(head)), ""),
        )
    return rows


def _gold_sentences(document: TreebankDocument) -> set[Span]:
    words = document.words
    return {(words[s.first].start, words[s.last - 1].end) for s in document.sentences}


def _found_sentences(doc: Doc) -> set[Span]:
    spans = set()
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if tokens:
            spans.add((tokens[0].idx, tokens[-1].idx + len(tokens[-1])))
    return spans


def as_json(scores: LanguageScores) -> dict[str, object]:
    """The scores as a JSON object, figures cut to two decimals."""
    plain: dict[str, object] = {
        field: round(value, 2) if isinstance(value := getattr(scores, field), float) else value
        for field in LanguageScores.__slots__
        if field != "relations"
    }
    plain["relations"] = {
        name: {"f1": round(f1, 2), "count": count} for name, (f1, count) in scores.relations.items()
    }
    return plain
