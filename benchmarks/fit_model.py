"""Fits a packaged model's layers to finding the sentence that answers, and shows what that gains on other sets.

python -m benchmarks.fit_model DATA --model multilingual [--write embeddings/multilingual_fitted.safetensors]

The weights stay; to each matrix the product of two thin ones is added (Hu et al. 2022, "LoRA"). They are fitted on the
own sets that are not held back, as far as the model reads them, with a contrastive loss (van den Oord et al. 2018,
"InfoNCE") over sentences, beside the full-text score that their passages have anyway: vectors that find what the words
find gain nothing. That is done twice from the same beginning, without `MODEL_ONLY` and with it, and the mean is taken
(Wortsman et al. 2022, "Model soups"). On two cores it takes an hour, and a quarter of one for `english`.
"""

import random
from collections import deque
from collections.abc import Callable, Sequence, Set
from functools import partial
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
from embeddings.cores import usable_cores
from embeddings.english import minilm_folder
from embeddings.model_folder import ModelFolder
from embeddings.multilingual import multilingual_folder
from embeddings.pooling import tokens_of
from embeddings.tokens import TextTokenizer
from retrieval.evaluate import Gold, contains, match_words, met
from retrieval.index.embedding_text import EmbeddingText, embedding_text
from retrieval.measures import auroc
from retrieval.ranking.asked import asked_of
from retrieval.ranking.fusion import SENTENCE_WEIGHT, SPREAD, WORDS_WEIGHT
from retrieval.ranking.legs import both_legs
from retrieval.types import Passage

from .dev_sets import HELD_BACK, MODEL_ONLY, OWN, arguments, asker, index_of, questions, shown

PACKAGED: dict[str, Callable[[], ModelFolder]] = {
    "english": minilm_folder,
    "multilingual": partial(multilingual_folder, fitted=False),
}
"""What each model is before anything is added to it."""
PUBLIC = ("squad2", "xquad-es-en", "clapnq")
RANK = 8
"""Rows of the first matrix and columns of the second."""
LEARNING_RATE = {"english": 8e-4, "multilingual": 2e-4}
TEMPERATURE = {"english": 0.05, "multilingual": 0.02}
QUESTIONS = 16
"""Questions in a batch, all of one set: what answers the others are passages that do not answer this one."""
FEWEST = 8
"""A set with fewer questions that the model reads is left out."""
CONFUSED = 8
"""Passages that do not answer a question but are nearest to it; each time one or two of them are in its batch."""
REMEMBERED = 1_500
"""Sentences of earlier batches that a question is set apart from, too (Wang et al. 2020, "Cross-Batch Memory")."""
PASSAGE_SHARE = 0.5
"""Weight of the passages' vectors beside those of their sentences."""
THRESHOLD_SHARE = 0.5
"""Weight of one threshold for all questions, which a right sentence lies above and a wrong one below, so that cosines
of different questions can be compared."""
THRESHOLD = {"english": 0.5, "multilingual": 0.83}
"""Where it begins; it is fitted, too."""
DRIFT_SHARE = 1.0
"""Weight of the distance of vectors from those before."""
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


def report(encoder: Encoder, sets: dict[str, Lessons]) -> None:
    """Print how well the vectors do on each set.

    The mean reciprocal rank of the right passage by its nearest sentence and its words, how often that sentence is a
    right one, and how well the cosine of the nearest of all tells answerable questions from others (AUROC).
    """
    for name, taught in sets.items():
        vectors = encoder.vectors(taught)
        nearest = vectors.nearest()
        ranks, right = [], []
        for at, it in enumerate(taught.lessons):
            if it.passages:
                scores = nearest[at] + it.words
                best = int(max(it.passages, key=lambda passage: scores[passage]))
                ranks.append(1 / (1 + (scores > scores[best]).sum()))
                if it.sentences:
                    said = int((vectors.sentences[best] @ vectors.questions[at]).argmax())
                    right.append(it.is_right(best, said))
        surest, answerable = nearest.max(1), np.array([bool(it.passages) for it in taught.lessons])
        apart = auroc(surest[answerable].tolist(), surest[~answerable].tolist())
        shares = [float(np.mean(ranks)), float(np.mean(right)) if right else None, apart]
        print(f"  {name:12}", *("–" if it is None else f"{it:.3f}" for it in shares), flush=True)


def _batches(sets: dict[str, Lessons]) -> list[tuple[str, list[int]]]:
    found = []
    for name, taught in sets.items():
        mixed = random.sample(range(len(taught.lessons)), len(taught.lessons))
        found += [(name, mixed[at : at + QUESTIONS]) for at in range(0, len(mixed), QUESTIONS)]
    random.shuffle(found)
    return found


class Memory:
    """The sentences of the last batches: their vectors, and set, passage and number of each."""

    def __init__(self) -> None:
        self._batches: deque[tuple[Tensor, list[tuple[str, int, int]]]] = deque()

    def add(self, vectors: Tensor, keys: list[tuple[str, int, int]]) -> None:
        self._batches.append((vectors.detach(), keys))
        while sum(len(keys) for _, keys in self._batches) > REMEMBERED:
            self._batches.popleft()

    def cosines(self, question: Tensor, name: str, passages: Set[int]) -> Tensor:
        """Return the cosines of a question of the set `name` and all sentences but those of these passages."""
        found = [torch.empty(0)]
        for vectors, keys in self._batches:
            wrong = [not (owner == name and passage in passages) for owner, passage, _ in keys]
            found.append(vectors[torch.tensor(wrong)] @ question)
        return torch.cat(found)


class Fitting:
    """The loss of a batch, with what it needs to know of all the sets and of the batches before."""

    def __init__(self, encoder: Encoder, sets: dict[str, Lessons]) -> None:
        self.threshold = nn.Parameter(torch.tensor(THRESHOLD[encoder.name]))
        self._encoder, self._sets, self._memory = encoder, sets, Memory()
        self._temperature = TEMPERATURE[encoder.name]
        self._before = {name: encoder.vectors(taught) for name, taught in sets.items()}
        for name, taught in sets.items():
            nearest = self._before[name].nearest()
            for at, it in enumerate(taught.lessons):
                order = (int(passage) for passage in np.argsort(-nearest[at] - it.words))
                it.confused = [passage for passage in order if passage not in it.passages][:CONFUSED]

    def loss(self, name: str, numbers: Sequence[int]) -> Tensor:
        taught, before = self._sets[name], self._before[name]
        asked = [taught.lessons[at] for at in numbers]
        chosen = list(dict.fromkeys(passage for it in asked for passage in _some_passages(it)))
        _, questions = self._encoder.tokens([it.question for it in asked])
        wholes, parts, owners = self._encoder.parts([taught.passages[at] for at in chosen])
        keys = [(name, chosen[at], part) for at, part in owners]
        losses = []
        for question, it in zip(questions, asked, strict=True):
            earlier = self._memory.cosines(question, name, {*chosen, *it.passages})
            near, right = parts @ question, torch.tensor([it.is_right(passage, part) for _, passage, part in keys])
            scores = near + torch.from_numpy(it.words[[passage for _, passage, _ in keys]])
            losses.append(self._contrast(scores[right], torch.cat([scores[~right], earlier])))
            losses.append(THRESHOLD_SHARE * self._apart(near[right], near[~right], answerable=bool(it.passages)))
            scores = wholes @ question + torch.from_numpy(it.words[chosen])
            right = torch.tensor([passage in it.passages for passage in chosen])
            losses.append(PASSAGE_SHARE * self._contrast(scores[right], scores[~right]))
        self._memory.add(parts, keys)
        drift = (
            _distance(questions, before.questions[numbers])
            + _distance(wholes, before.passages[chosen])
            + _distance(parts, torch.cat([before.sentences[at] for at in chosen]))
        )
        return torch.stack(losses).sum() / len(asked) + DRIFT_SHARE * drift

    def _apart(self, right: Tensor, wrong: Tensor, *, answerable: bool) -> Tensor:
        threshold = self.threshold[None]
        return self._contrast(right, threshold) + self._contrast(threshold, wrong) * (0.5 if answerable else 1.0)

    def _contrast(self, right: Tensor, wrong: Tensor) -> Tensor:
        """Return the loss of a question by the cosines of what is right and what is wrong; 0 where nothing is right."""
        if not len(right):
            return torch.zeros(())
        right, wrong = (it.div(self._temperature).logsumexp(0) for it in (right, wrong))
        return nn.functional.softplus(wrong - right)


def _some_passages(lesson: Lesson) -> list[int]:
    if lesson.passages:
        return [random.choice(lesson.passages), random.choice(lesson.confused)]
    return random.sample(lesson.confused, 2)


def _distance(vectors: Tensor, before: Tensor) -> Tensor:
    return 1 - (vectors * before).sum(1).mean()


def fit(encoder: Encoder, sets: dict[str, Lessons]) -> None:
    """Fit the additions in one pass over the questions, the learning rate rising for twenty steps and falling to 0."""
    fitting, work = Fitting(encoder, sets), _batches(sets)
    parameters = list(encoder.additions.values())
    threshold = {"params": [fitting.threshold], "lr": 1e-3, "weight_decay": 0.0}
    optimizer = torch.optim.AdamW([{"params": parameters}, threshold], lr=LEARNING_RATE[encoder.name])
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / 20, 1 - step / len(work)))
    for name, numbers in work:
        optimizer.zero_grad()
        fitting.loss(name, numbers).backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        pace.step()


def _beginning(model: str) -> Encoder:
    random.seed(0)
    torch.manual_seed(0)
    return Encoder(model)


def main() -> None:
    parser = arguments((__doc__ or "").partition("\n")[0])
    parser.set_defaults(model="multilingual")
    parser.add_argument("--write", type=Path, help="file for the additions, in half precision")
    chosen = parser.parse_args()
    if chosen.model not in PACKAGED:
        parser.error(f"--model must be one of {', '.join(PACKAGED)}")
    encoder = _beginning(chosen.model)
    read = ((name, lessons(name, chosen.data, chosen.cache, encoder)) for name in (*OWN, *PUBLIC))
    sets = {name: taught for name, taught in read if len(taught.lessons) >= FEWEST}
    torch.set_num_threads(usable_cores())  # FAISS, which found the words, left one to both
    others = {name: it for name, it in sets.items() if name in HELD_BACK or name in PUBLIC}
    print("before: set, mean reciprocal rank, right sentences, AUROC")
    report(encoder, others)
    fits = []
    for left_out in (MODEL_ONLY, frozenset[str]()):
        encoder = _beginning(chosen.model)
        fit(encoder, {name: it for name, it in sets.items() if name not in {*others, *left_out}})
        fits.append(encoder.additions)
    for name, addition in encoder.additions.items():
        addition.data = torch.stack([it[name].detach() for it in fits]).mean(0)
    print("after")
    report(encoder, others)
    if chosen.write:
        save_file({name: it.detach().half() for name, it in encoder.additions.items()}, chosen.write)


if __name__ == "__main__":
    main()
