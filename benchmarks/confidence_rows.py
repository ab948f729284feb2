"""Collects the rows that the confidence curves are fitted on: questions of the dev sets with their first hits' signals.

Besides the questions as asked there are unanswerable variants: the right articles, or only the right paragraphs, are
removed, or a name, a number or the thing asked for is replaced by another one.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from retrieval.evaluate import Gold, answer_right
from retrieval.index import IndexReader
from retrieval.language.stop_words import STOP_WORDS
from retrieval.language.text import normal_form, words
from retrieval.ranking.rerank import rank
from retrieval.types import Hit, SignalName

from .asking import stand_alone
from .dev_sets import FITTED, OWN, Case, asker, cases, gold, history, index, rows

ENGLISH = ("squad2", "clapnq", "mtrag-un")
ASKED_OF_SMALL = 40
"""Maximum number of questions per small index: squad2 has very many about a single article."""

_HEAD = re.compile(r"\b(?:how many|which|what|whose) ([a-z]{4,})", re.IGNORECASE)
"""Matches the noun that names the thing asked for: "which bridge"."""


class Row(Struct, frozen=True):
    """A question with the signals of its first hit."""

    dataset: str
    """The set whose articles were searched."""
    origin: str
    """The set that the question was written for."""
    kind: str
    """One of asked, removed, hidden, swapped, small, elsewhere."""
    article: str
    answerable: bool
    right: bool
    cross_language: bool
    """Whether the article is in another language than the question."""
    values: dict[SignalName, float]


def collect(data: Path, folder: Path, model: str, change: Callable[[Case], Case]) -> list[Row]:
    """Return all rows for a model; `change` converts each case first, for example to one without vectors."""
    found = [
        *_whole(data, folder, model),
        *((name, "swapped", case) for name, case in _swapped(data, folder, model)),
        *_small(data, folder, model),
    ]
    made = (_row(change(case), name, kind) for name, kind, case in found)
    return [it for it in made if it is not None]


def _row(case: Case, dataset: str, kind: str) -> Row | None:
    hit = _first(case)
    if hit is None:
        return None
    is_read = case.question.trust >= 1 and SignalName.NEARNESS in hit.values
    if dataset in OWN and case.question.vector is not None and not is_read:
        return None  # a language that the model does not read
    right, foreign = answer_right(case.gold, hit), hit.article.language not in {None, case.question.language}
    return Row(dataset, case.origin, kind, hit.article.id, case.gold.answerable, right, foreign, hit.values)


def _first(case: Case) -> Hit | None:
    best = next(iter(rank(case.question, case.candidates, limit=1)), None)
    return best.judged(case.question) if best else None


def _whole(data: Path, folder: Path, model: str) -> Iterator[tuple[str, str, Case]]:
    """Yield every question over its set's index; answerable ones also with the right articles or passages removed."""
    for name in FITTED:
        for case in cases(data, name, model=model, folder=folder):
            yield name, "asked", case
            if case.gold.answerable and name not in {"pooled", "cranfield"}:
                yield name, "removed", case.without(case.gold.articles)
                if case.gold.answers:
                    yield name, "hidden", case.without_right_passages()


# --- swapped words -------------------------------------------------------------------------------


def _swapped(data: Path, folder: Path, model: str) -> Iterator[tuple[str, Case]]:
    """Yield answerable questions with a name, a number or the thing asked for replaced by another one."""
    chance = random.Random(7)
    for name in ENGLISH:
        asked = cases(data, name, model=model, folder=folder)
        ask = asker(IndexReader(folder / f"{name}-{model}"), model)
        texts = " ".join(article["text"] for article in rows(data / name / "articles.jsonl"))
        names = sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-zA-Z]{3,}", texts)))
        heads = [head.group(1) for case in asked if (head := _head(case.question.text))]
        for case in asked:
            hit = _first(case) if case.gold.answerable else None
            other = _other_question(case.question.text, hit, names, heads, chance) if hit else None
            if other is not None:
                question, candidates = ask(other)
                yield name, Case(name, Gold(answerable=False), question, candidates)


def _other_question(
    text: str, hit: Hit, names: Sequence[str], heads: Sequence[str], chance: random.Random
) -> str | None:
    """Return the question with one word replaced by one that the passage does not contain; None if there is none."""
    known = f"{hit.passage.text} {hit.article.title or ''}"
    later = [it for it in list(words(text))[1:] if it.text in known]
    spans = [(it.start, it.end, names) for it in later if it.text[0].isupper() and len(it.text) > 2]
    spans += [(it.start, it.end, ()) for it in later if it.text.isdigit()]
    if head := _head(text):
        spans.append((*head.span(1), heads))
    if not spans:
        return None
    start, end, others = chance.choice(spans)
    for _ in range(30):
        new = chance.choice(others) if others else str(int(text[start:end]) + chance.choice((-7, -3, 2, 4, 11)))
        if normal_form(new) not in normal_form(known):
            return text[:start] + new + text[end:]
    return None


def _head(text: str) -> re.Match[str] | None:
    found = _HEAD.search(text)
    return None if found is None or normal_form(found.group(1)) in STOP_WORDS["en"] else found


# --- small indexes -------------------------------------------------------------------------------


def _small(data: Path, folder: Path, model: str) -> Iterator[tuple[str, str, Case]]:
    """Yield questions over indexes of one long article or ten short ones; three per index come from other sets."""
    chance = random.Random(1)
    everything = [(name, it) for name in ENGLISH for it in rows(data / name / "questions.jsonl")]
    for name, size in zip(ENGLISH, (1, 10, 10), strict=True):
        articles = list(rows(data / name / "articles.jsonl"))
        chance.shuffle(articles)
        near = _nearest(data, folder, name, model)
        for at in range(0, len(articles), size):
            ids = {article["id"] for article in articles[at : at + size]}
            dump = folder / f"small-{name}-{at}.jsonl"
            dump.write_text("\n".join(json.dumps(article) for article in articles[at : at + size]), "utf-8")
            ask = asker(index(dump, folder / f"small-{name}-{at}-{model}", model), model)
            own = [
                it
                for origin, it in everything
                if origin == name and (ids & set(it.get("article", [near.get(it["id"])])))
            ]
            other = [it for it in chance.sample(everything, 6) if it[0] != name][:3]
            chance.shuffle(own)
            for it in own[:ASKED_OF_SMALL]:
                case = Case(name, gold(it), *ask(stand_alone(it["question"], history(it))))
                yield name, "small", case
                if case.gold.answers:
                    yield name, "hidden", case.without_right_passages()
            for origin, it in other:
                asked = ask(stand_alone(it["question"], history(it)))
                yield name, "elsewhere", Case(origin, Gold(answerable=False), *asked)


def _nearest(data: Path, folder: Path, name: str, model: str) -> dict[str, str]:
    """Return, for each question of a set, the id of the article that its first hit is from."""
    asked = zip(rows(data / name / "questions.jsonl"), cases(data, name, model=model, folder=folder), strict=True)
    hits = {it["id"]: _first(case) for it, case in asked}
    return {name: hit.article.id for name, hit in hits.items() if hit is not None}
