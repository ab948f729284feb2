"""Questions, passages and their sentences as a packaged model reads them in torch, to be fitted (`fit_model`)."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from msgspec import Struct
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from torch import nn

from embeddings.batching import batches as by_length
from embeddings.english import minilm_folder
from embeddings.model_folder import ModelFolder
from embeddings.multilingual import multilingual_folder
from embeddings.pooling import tokens_of
from embeddings.tokens import TextTokenizer
from retrieval.evaluate import Gold, contains, match_words, met
from retrieval.index.embedding_text import EmbeddingText, embedding_text
from retrieval.ranking.asked import asked_of
from retrieval.ranking.fusion import SENTENCE_WEIGHT, SPREAD, WORDS_WEIGHT
from retrieval.ranking.legs import both_legs
from retrieval.types import Passage

from .dev_sets import asker, index_of, questions, shown

PACKAGED: dict[str, Callable[[], ModelFolder]] = {
    "english": minilm_folder,
    "multilingual": partial(multilingual_folder, fitted=False),
}
"""What each model is before anything is added to it."""
RANK = 8
"""Rows of the first matrix and columns of the second."""
WORDS = {model: WORDS_WEIGHT / SENTENCE_WEIGHT * span for model, (_, span) in SPREAD.items()}
"""The cosine that a full-text score of 1 is worth in the ranking."""
MAX_TOKENS = 2048
"""Tokens that are run at once where nothing is fitted."""

Tensor = Any


class Text(Struct):
    """A question or a passage as the model receives it."""

    ids: NDArray[np.int64]
    sentences: list[NDArray[np.bool_]] = []
    """For each sentence, which tokens are its."""


class Lesson(Struct):
    """A question with its right passages and sentences, and passages that are mistaken for them."""

    question: Text
    passages: list[int]
    """Empty where nothing answers."""
    words: NDArray[np.float32]
    """What the full-text score of each passage of the set is worth beside its cosine."""
    sentences: set[tuple[int, int]]
    """Numbers of a passage and of a sentence in it; empty where the set has no answers in words."""
    confused: list[int] = []

    def is_right(self, passage: int, sentence: int) -> bool:
        return (passage, sentence) in self.sentences if self.sentences else passage in self.passages


class Lessons(Struct):
    """A set of questions over the passages of its articles."""

    passages: list[Text]
    lessons: list[Lesson]


class Vectors(Struct):
    """Unit vectors of a set, float32, `(n, dim)`."""

    questions: Tensor
    passages: Tensor
    sentences: list[Tensor]
    """Of each passage."""

    def nearest(self) -> NDArray[np.float32]:
        """Return the cosines of each passage's nearest sentence, `(questions, passages)`."""
        return np.stack([(self.questions @ it.T).amax(1).numpy() for it in self.sentences], 1)


class Encoder:
    """A model in torch, with its additions."""

    def __init__(self, name: str) -> None:
        folder = PACKAGED[name]()
        self.name, self.languages = name, {*(folder.languages or ()), None}
        self._question_prompt, self._prompt = folder.prompts
        model = SentenceTransformer(str(folder.path), local_files_only=True).float()
        self._tokenizer = TextTokenizer.from_file(folder.path / "tokenizer.json", model.get_max_seq_length())
        transformer, weights, *_ = model
        self._net = transformer.auto_model.eval()
        is_weighted = hasattr(weights, "emb_layer")
        self._weights = weights.emb_layer.weight[:, 0] if is_weighted else torch.ones(len(model.tokenizer))
        for parameter in self._net.parameters():
            parameter.requires_grad_(False)
        layers = {name: it for name, it in self._net.encoder.named_modules() if isinstance(it, nn.Linear)}
        for name, layer in layers.items():
            parent, _, own = name.rpartition(".")
            setattr(self._net.encoder.get_submodule(parent), own, _Added(layer))

    @property
    def additions(self) -> dict[str, Tensor]:
        return {name: it for name, it in self._net.named_parameters() if it.requires_grad}

    def question(self, text: str) -> Text:
        [tokens] = self._tokenizer.tokens([text], self._question_prompt)
        return Text(tokens.ids)

    def passage(self, text: EmbeddingText) -> Text:
        [tokens] = self._tokenizer.tokens([text.text], self._prompt)
        head = len(text.head)
        own = tokens_of(tokens.offsets, [(head + start, head + end) for start, end in text.sentences])
        return Text(tokens.ids, [it if it.any() else np.ones(len(it), bool) for it in own])

    def tokens(self, texts: Sequence[Text]) -> tuple[Tensor, Tensor]:
        """Return the weighted vectors of the texts' tokens, `(texts, tokens, dim)`, zeros in the padding; their sum."""
        ids = nn.utils.rnn.pad_sequence([torch.from_numpy(it.ids) for it in texts], batch_first=True)
        mask = nn.utils.rnn.pad_sequence([torch.ones(len(it.ids)) for it in texts], batch_first=True)
        with torch.autocast("cpu", torch.bfloat16):
            found = self._net(input_ids=ids, attention_mask=mask).last_hidden_state
        weighted = found.float() * (self._weights[ids] * mask)[..., None]
        return weighted, nn.functional.normalize(weighted.sum(1), dim=-1)

    def parts(self, passages: Sequence[Text]) -> tuple[Tensor, Tensor, list[tuple[int, int]]]:
        """Return the vectors of passages and of all their sentences, and the two numbers of each sentence."""
        tokens, wholes = self.tokens(passages)
        numbers = [(at, part) for at, it in enumerate(passages) for part in range(len(it.sentences))]
        means = [tokens[at, : len(its := passages[at].sentences[part])][its].sum(0) for at, part in numbers]
        return wholes, nn.functional.normalize(torch.stack(means), dim=-1), numbers

    def vectors(self, taught: Lessons) -> Vectors:
        wholes, sentences = [torch.empty(0)] * len(taught.passages), [torch.empty(0)] * len(taught.passages)
        with torch.no_grad():
            for group in by_length([len(it.ids) for it in taught.passages], max_tokens=MAX_TOKENS):
                its, vectors, numbers = self.parts([taught.passages[at] for at in group])
                for at, passage in enumerate(group):
                    wholes[passage] = its[at]
                    sentences[passage] = vectors[torch.tensor([owner == at for owner, _ in numbers])]
            asked = [self.tokens([it.question])[1] for it in taught.lessons]
        return Vectors(torch.cat(asked), torch.stack(wholes), sentences)


class _Added(nn.Module):  # type: ignore[misc]  # torch has no types here
    """A linear layer, with the product of two thin matrices added to its own; the second begins at zero."""

    def __init__(self, layer: Tensor) -> None:
        super().__init__()
        self.layer = layer
        self.lora_A = nn.Parameter(torch.randn(RANK, layer.in_features) / layer.in_features**0.5)
        self.lora_B = nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, given: Tensor) -> Tensor:
        return self.layer(given) + given @ self.lora_A.T @ self.lora_B.T


def lessons(name: str, data: Path, cache: Path, encoder: Encoder) -> Lessons:
    """Return the questions of a set that stand alone, those that nothing answers among them; what the model reads."""
    reader = index_of(data, name, model="hashing", folder=cache)
    with reader.snapshot() as snapshot:
        whole = [it for it in map(snapshot.article_with_passages, [it.id for it in snapshot.articles()]) if it]
    articles = [(article, passages) for article, passages in whole if article.language in encoder.languages]
    pairs = [(article, passage) for article, passages in articles for passage in passages]
    places = {(article.id, passage.ordinal): at for at, (article, passage) in enumerate(pairs)}
    ask, found = asker(reader, "hashing"), []
    for row, wanted in questions(data, name, reader):
        text = row.get("rewrite") or (None if row.get("history") else row["question"])
        right = [at for at, pair in enumerate(pairs) if wanted.answerable and met(wanted, shown(*pair), frozenset())]
        if not text or bool(right) != wanted.answerable:
            continue
        asked, candidates = ask(text)
        if asked.language in encoder.languages:
            sentences = {(at, part) for at in right for part in _answering(wanted, pairs[at][1])}
            words = np.zeros(len(pairs), np.float32)
            legs = both_legs(asked, candidates, asked_of(asked, candidates))
            for it, share in zip(candidates, legs.words, strict=True):
                if (at := places.get((it.row.article_id, it.row.passage.ordinal))) is not None:
                    words[at] = WORDS[encoder.name] * share
            found.append(Lesson(encoder.question(text), right, words, sentences))
    return Lessons([encoder.passage(embedding_text(*pair)) for pair in pairs], found)


def _answering(wanted: Gold, passage: Passage) -> list[int]:
    said = [match_words(text) for text in passage.sentence_texts]
    return [part for part, words in enumerate(said) if any(contains(words, answer) for answer in wanted.answers)]
