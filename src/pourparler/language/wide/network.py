"""The network: words, their vectors and their letters, read in both directions (PyTorch)."""

import torch
from torch import Tensor, nn
from torch.nn.functional import relu
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from pourparler.language.wide.batches import Batch
from pourparler.language.wide.labels import LABELS

_PART = 100
"""How wide each of the three views of a word is: itself, its vector, its letters."""

_LETTER, _GUIDELINES = 32, 32
_SPANS = (3, 5)
"""How many letters are seen together."""

_DROPPED, _WORDS_HIDDEN = 0.33, 0.3


class Recognizer(nn.Module):
    """From a batch of sentences to the chances of labels, `(n_sentences, n_words, n_labels)`.

    `vectors` has a row for each word that has a vector, the first two empty.
    """

    def __init__(
        self, words: int, letters: int, guidelines: int, vectors: Tensor, *, width: int, layers: int
    ) -> None:
        super().__init__()
        whole, both = 3 * _PART, 2 * width
        self.words = nn.Embedding(words, _PART, padding_idx=0)
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.fitted = nn.Linear(vectors.shape[1], _PART)
        self.letters = nn.Embedding(letters, _LETTER, padding_idx=0)
        self.spans = nn.ModuleList(
            nn.Conv1d(_LETTER, _PART // len(_SPANS), span, padding=span // 2) for span in _SPANS
        )
        self.whose = nn.Embedding(guidelines, whole)
        self.whose_labels = nn.Embedding(guidelines, _GUIDELINES)
        self.readers = nn.ModuleList(
            nn.LSTM(both if layer else whole, width, batch_first=True, bidirectional=True)
            for layer in range(layers)
        )
        self.fitted_labels = nn.Linear(both + _GUIDELINES, both)
        self.labels = nn.Linear(both, len(LABELS))
        nn.init.normal_(self.words.weight, 0, 0.1)
        nn.init.normal_(self.whose.weight, 0, 0.05)

    def forward(self, batch: Batch) -> Tensor:
        """The logarithms of the chances, not yet made to sum to one."""
        found = self._dropped(self._seen(batch))
        lengths = torch.from_numpy(batch.lengths)
        for reader in self.readers:
            packed = pack_padded_sequence(found, lengths, batch_first=True, enforce_sorted=False)
            found = self._dropped(pad_packed_sequence(reader(packed)[0], batch_first=True)[0])
        whose = self.whose_labels(torch.from_numpy(batch.guidelines))
        whose = whose[:, None, :].expand(-1, found.shape[1], -1)
        found = found + relu(self.fitted_labels(torch.cat([found, whose], -1)))
        labels: Tensor = self.labels(found)
        return labels

    def _seen(self, batch: Batch) -> Tensor:
        words = self.words(torch.from_numpy(batch.words))
        if self.training:
            # Some words are hidden, so that their letters and neighbours must tell.
            words = words * (torch.rand(words.shape[:2])[..., None] > _WORDS_HIDDEN)
        vectors = self.fitted(self.vectors(torch.from_numpy(batch.vectors)))
        letters = self.letters(torch.from_numpy(batch.letters)).transpose(1, 2)
        spelled = torch.cat([relu(span(letters)).amax(-1) for span in self.spans], -1)
        spelled = spelled[torch.from_numpy(batch.spelled)]
        whose = self.whose(torch.from_numpy(batch.guidelines))[:, None, :]
        return torch.cat([words, vectors, spelled], -1) + whose

    def _dropped(self, rows: Tensor) -> Tensor:
        """In training the same features dropped from all words of a sentence."""
        if not self.training:
            return rows
        kept = rows.new_empty(rows.shape[0], 1, rows.shape[2]).bernoulli_(1 - _DROPPED)
        return rows * kept / (1 - _DROPPED)
