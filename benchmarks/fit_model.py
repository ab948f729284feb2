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
from collections.abc import Sequence, Set
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn

from embeddings.cores import usable_cores
from retrieval.measures import auroc

from .dev_sets import HELD_BACK, MODEL_ONLY, OWN, arguments
from .lessons import PACKAGED, Encoder, Lesson, Lessons, Tensor, lessons

PUBLIC = ("squad2", "xquad-es-en", "clapnq")
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
