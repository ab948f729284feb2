"""Fits the multilingual model's layers to finding the sentence that answers, and shows what that gains on other sets.

python -m benchmarks.fit_model DATA [--write additions.safetensors]

The weights stay; to the product of each matrix that of two thin ones is added (Hu et al. 2022, "LoRA"), fitted on three
of four own sets with a contrastive loss (van den Oord et al. 2018, "InfoNCE") over the sentences of a few articles. It
takes twenty minutes on two cores.
"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from msgspec import Struct
from numpy.typing import NDArray
from safetensors.torch import save_file
from sentence_transformers import SentenceTransformer
from torch import nn

from embeddings.batching import batches as by_length
from embeddings.pooling import tokens_of
from embeddings.registry import folder_of
from embeddings.tokens import TextTokenizer
from retrieval.evaluate import Gold, contains, match_words, met
from retrieval.index.embedding_text import EmbeddingText, embedding_text
from retrieval.types import Passage

from .dev_sets import OWN, arguments, index_of, questions, shown

MODEL = "multilingual"
PUBLIC = ("squad2", "xquad-es-en", "clapnq")
RANK = 8
LEARNING_RATE = 2e-4
TEMPERATURE = 0.02
QUESTIONS = 16
"""Questions in a batch, all of one set: what answers the others are passages that do not answer this one."""
CONFUSED = 8
"""Passages that do not answer a question but are nearest to it; each time one of them is in its batch."""
MAX_TOKENS = 2048
"""Tokens that are run at once where nothing is fitted."""
PASSAGE_SHARE = 0.5
"""Weight of the passages' vectors beside those of their sentences."""

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
    sentences: set[tuple[int, int]]
    """Numbers of a passage and of a sentence in it; empty where the set has no answers in words."""
    confused: list[int] = []


class Lessons(Struct):
    """A set of questions over the passages of its articles."""

    passages: list[Text]
    lessons: list[Lesson]


class Encoder:
    """The model in torch, with its additions."""

    def __init__(self) -> None:
        folder = folder_of(MODEL)
        self._question_prompt, self._prompt = folder.prompts
        model = SentenceTransformer(str(folder.path), local_files_only=True).float()
        self._tokenizer = TextTokenizer.from_file(folder.path / "tokenizer.json", model.get_max_seq_length())
        transformer, weights, *_ = model
        self._net = transformer.auto_model.eval()
        self._weights = weights.emb_layer.weight[:, 0]
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


class _Added(nn.Module):  # type: ignore[misc]  # torch has no types here
    """A linear layer, with the product of two thin matrices added to its own; the second begins at zero."""

    def __init__(self, layer: Tensor) -> None:
        super().__init__()
        self.layer = layer
        self.into = nn.Parameter(torch.randn(layer.in_features, RANK) / layer.in_features**0.5)
        self.out = nn.Parameter(torch.zeros(RANK, layer.out_features))

    def forward(self, given: Tensor) -> Tensor:
        return self.layer(given) + given @ self.into @ self.out


def lessons(name: str, data: Path, cache: Path, encoder: Encoder) -> Lessons:
    """Return the questions of a set that stand alone and have an answer."""
    reader = index_of(data, name, model=MODEL, folder=cache)
    with reader.snapshot() as snapshot:
        articles = [it for it in map(snapshot.article_with_passages, [it.id for it in snapshot.articles()]) if it]
    pairs = [(article, passage) for article, passages in articles for passage in passages]
    found = []
    for row, wanted in questions(data, name, reader):
        text = row.get("rewrite") or (None if row.get("history") else row["question"])
        right = [at for at, pair in enumerate(pairs) if wanted.answerable and met(wanted, shown(*pair), frozenset())]
        if text and right:
            sentences = {(at, part) for at in right for part in _answering(wanted, pairs[at][1])}
            found.append(Lesson(encoder.question(text), right, sentences))
    return Lessons([encoder.passage(embedding_text(*pair)) for pair in pairs], found)


def _answering(wanted: Gold, passage: Passage) -> list[int]:
    said = [match_words(text) for text in passage.sentence_texts]
    return [part for part, words in enumerate(said) if any(contains(words, answer) for answer in wanted.answers)]


def nearness(encoder: Encoder, taught: Lessons) -> tuple[NDArray[np.float32], list[NDArray[np.float32]]]:
    """Return for each question the cosines of the passages' nearest sentences, and for each passage those of its own.

    `(questions, passages)`, and one `(questions, sentences)` for each passage.
    """
    with torch.no_grad():
        asked = torch.cat([encoder.tokens([it.question])[1] for it in taught.lessons])
        parts = [np.empty(0, np.float32)] * len(taught.passages)
        for group in by_length([len(it.ids) for it in taught.passages], max_tokens=MAX_TOKENS):
            _, vectors, numbers = encoder.parts([taught.passages[at] for at in group])
            near, owners = (asked @ vectors.T).numpy(), np.array([at for at, _ in numbers])
            for at, passage in enumerate(group):
                parts[passage] = near[:, owners == at]
    return np.stack([part.max(1) for part in parts], 1), parts


def report(encoder: Encoder, sets: dict[str, Lessons]) -> None:
    """Print for each set the mean reciprocal rank, and how often a right passage's nearest sentence is a right one."""
    for name, taught in sets.items():
        nearest, parts = nearness(encoder, taught)
        ranks, right = [], []
        for at, it in enumerate(taught.lessons):
            best = max(it.passages, key=lambda passage: nearest[at, passage])
            ranks.append(1 / (1 + (nearest[at] > nearest[at, best]).sum()))
            if it.sentences:
                right.append((best, int(parts[best][at].argmax())) in it.sentences)
        print(f"  {name:12} {np.mean(ranks):.3f}", f"{np.mean(right):.3f}" if right else "–", flush=True)


def _batches(sets: dict[str, Lessons]) -> list[tuple[Lessons, list[Lesson]]]:
    found = []
    for taught in sets.values():
        mixed = random.sample(taught.lessons, len(taught.lessons))
        found += [(taught, mixed[at : at + QUESTIONS]) for at in range(0, len(mixed), QUESTIONS)]
    random.shuffle(found)
    return found


def loss(encoder: Encoder, taught: Lessons, asked: Sequence[Lesson]) -> Tensor:
    chosen = list(dict.fromkeys(at for it in asked for at in (random.choice(it.passages), random.choice(it.confused))))
    _, vectors = encoder.tokens([it.question for it in asked])
    wholes, parts, numbers = encoder.parts([taught.passages[at] for at in chosen])
    sentences = [(chosen[at], part) for at, part in numbers]
    losses = []
    for vector, it in zip(vectors, asked, strict=True):
        right = [pair in it.sentences if it.sentences else pair[0] in it.passages for pair in sentences]
        losses.append(_contrast(parts @ vector, right))
        losses.append(PASSAGE_SHARE * _contrast(wholes @ vector, [at in it.passages for at in chosen]))
    return torch.stack(losses).sum() / len(asked)


def _contrast(cosines: Tensor, right: Sequence[bool]) -> Tensor:
    logits = cosines / TEMPERATURE
    return logits.logsumexp(0) - logits[torch.tensor(right)].logsumexp(0) if any(right) else logits.sum() * 0


def fit(encoder: Encoder, sets: dict[str, Lessons]) -> None:
    """Fit the additions in one pass over the questions, the learning rate rising for twenty steps and falling to 0."""
    for taught in sets.values():
        nearest, _ = nearness(encoder, taught)
        for at, it in enumerate(taught.lessons):
            order = (int(passage) for passage in np.argsort(-nearest[at]))
            it.confused = [passage for passage in order if passage not in it.passages][:CONFUSED]
    parameters, work = list(encoder.additions.values()), _batches(sets)
    optimizer = torch.optim.AdamW(parameters, lr=LEARNING_RATE)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / 20, 1 - step / len(work)))
    for taught, asked in work:
        optimizer.zero_grad()
        loss(encoder, taught, asked).backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        pace.step()


def held_out() -> list[str]:
    """Return every fourth own set, in a random order that is always the same."""
    mixed = list(OWN)
    random.Random(1).shuffle(mixed)
    return mixed[::4]


def main() -> None:
    parser = arguments((__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", type=Path, help="file for the additions, in half precision")
    chosen = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    encoder, apart = Encoder(), held_out()
    sets = {name: lessons(name, chosen.data, chosen.cache, encoder) for name in (*OWN, *PUBLIC)}
    others = {name: it for name, it in sets.items() if name in apart or name in PUBLIC}
    print("before: set, mean reciprocal rank, right sentences")
    report(encoder, others)
    fit(encoder, {name: it for name, it in sets.items() if name not in others})
    print("after")
    report(encoder, others)
    if chosen.write:
        save_file({name: it.detach().half() for name, it in encoder.additions.items()}, chosen.write)


if __name__ == "__main__":
    main()
