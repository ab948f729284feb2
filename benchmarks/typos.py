"""Measures what slips of the fingers cost: each question of `sets/` is mistyped in one place and asked again.

    python -m benchmarks.typos [--model multilingual] [--sets english,phone]

A slip is a key beside the right one, a letter left out, doubled, not doubled or too many, or two letters swapped; the
word is one that the articles have, of five letters at least. Of spaces, one is left out, or is one too many. "Absent"
are words of other sets' questions that the articles lack, put in the word's place: how many of them are taken for
slips.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from retrieval.evaluate import contains, match_words
from retrieval.index import Snapshot
from retrieval.language.detection import detect_language
from retrieval.language.text import stem
from retrieval.question.terms import content_words
from retrieval.search import Query, Retriever
from retrieval.types import StandAlone

from .dev_sets import OWN, OWN_FOLDER, embedder, gold, index, rows

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
KEYBOARDS = (("qwertyuiop", "asdfghjkl", "zxcvbnm"), ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"))
SHORTEST = 5
SLIPS = ("slips", "spaces left out", "spaces too many")
ABSENT = 150
"""Words of other sets that are tried on each."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--model", default="multilingual")
    parser.add_argument("--sets", default=",".join(OWN))
    options = parser.parse_args()
    columns = [it for kind in SLIPS for it in (kind, "put right", "read as another word")]
    columns = ["set", *columns, "absent words", "read as another word", "quotes that answer"]
    print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")
    total: Counter[str] = Counter()
    for name in options.sets.split(","):
        total += (found := judged(name, options.model))
        _show(name, found)
    _show("all", total)


def _show(name: str, found: Counter[str]) -> None:
    def share(what: str, of: str) -> str:
        return f"{found[what] / max(found[of], 1):.3f}"

    cells: list[object] = []
    for kind in SLIPS:
        cells += [found[kind], share(f"{kind}: right", kind), share(f"{kind}: wrong", kind)]
    cells += [found["absent"], share("false", "absent")]
    answers = " → ".join(share(how, "answers") for how in ("as written", "with slips"))
    print(f"| {name} | {' | '.join(map(str, cells))} | {answers} |", flush=True)


def judged(name: str, model: str) -> Counter[str]:
    """Return how the slips in a set's questions were read, and how many answers were found with and without them."""
    counts: Counter[str] = Counter()
    chance = random.Random(name)
    with (
        tempfile.TemporaryDirectory() as folder,
        index(OWN_FOLDER / name / "articles", Path(folder), model) as reader,
        reader.snapshot() as snapshot,
    ):
        retriever = Retriever(reader, lambda _: embedder(model))
        asked = [row for row in rows(OWN_FOLDER / name / "questions.jsonl") if _words(row["question"], snapshot)]
        for row in asked:
            question = row["question"]
            word = chance.choice(_words(question, snapshot))
            if (typed := slip(word, chance)) and not _has(snapshot, typed, question):
                counts.update(_with_slip(row, word, typed, retriever, snapshot))
            for kind, (written, typed) in zip(SLIPS[1:], spaces(question, word, chance), strict=True):
                if typed and not _has(snapshot, typed, question):
                    counts.update(_put_right(kind, question, written, typed, retriever, snapshot))
        for word in chance.sample(lacked := list(_absent(name, snapshot)), min(ABSENT, len(lacked))):
            question = chance.choice(asked)["question"]
            counts["absent"] += 1
            replaced = question.replace(chance.choice(_words(question, snapshot)), word, 1)
            counts["false"] += _read_as(word, replaced, retriever, snapshot) is not None
    return counts


def _with_slip(row: dict[str, Any], word: str, typed: str, retriever: Retriever, snapshot: Snapshot) -> Iterator[str]:
    """Yield what to count of one question."""
    question = row["question"]
    mistyped = question.replace(word, typed, 1)
    yield from _put_right(SLIPS[0], question, word, typed, retriever, snapshot)
    if answers := gold(row).answers:
        yield "answers"
        for asked, what in ((question, "as written"), (mistyped, "with slips")):
            hits = retriever.ask(Query(StandAlone(asked), k=1), snapshot).hits
            if hits and any(contains(match_words(hits[0].quote.text), it) for it in answers):
                yield what


def _put_right(
    kind: str, question: str, written: str, typed: str, retriever: Retriever, snapshot: Snapshot
) -> Iterator[str]:
    """Yield that there is such a slip, and whether it is read as what was meant or as something else."""
    yield kind
    if (read_as := _read_as(typed, question.replace(written, typed, 1), retriever, snapshot)) is not None:
        same = {stem(read_as, it) for it in LANGUAGES} & {stem(written, it) for it in LANGUAGES}
        yield f"{kind}: {'right' if same else 'wrong'}"


def spaces(question: str, word: str, chance: random.Random) -> list[tuple[str, str]]:
    """Return two words of a question and the same without the space between them, and a word and it with a space.

    What is typed is empty if there are no such words.
    """
    beside = [pair for pair in pairwise(question.rstrip("?").split(" ")) if "".join(pair).isalpha()]
    two = " ".join(chance.choice(beside)) if beside else ""
    at = chance.randrange(2, len(word) - 1)
    return [(two, two.replace(" ", "")), (word, f"{word[:at]} {word[at:]}")]


def slip(word: str, chance: random.Random) -> str:
    """Return a word with one slip; an empty text if that slip cannot be made in it."""
    at = chance.randrange(1, len(word))
    before, char, behind = word[:at], word[at], word[at + 1 :]
    beside = _keys_beside(char.lower()) or char
    twice = [place for place in range(1, len(word)) if word[place] == word[place - 1]]
    kind = chance.choices(("beside", "out", "swapped", "doubled", "not doubled", "too many"), (30, 25, 20, 8, 7, 10))[0]
    made = {
        "beside": before + chance.choice(beside) + behind,
        "out": before + behind,
        "swapped": before + behind[:1] + char + behind[1:],
        "doubled": before + char + char + behind,
        "not doubled": word[: twice[0]] + word[twice[0] + 1 :] if twice else "",
        "too many": before + chance.choice(beside) + char + behind,
    }[kind]
    return "" if made == word else made


def _keys_beside(char: str) -> str:
    for keyboard in KEYBOARDS:
        for row, keys in enumerate(keyboard):
            if (place := keys.find(char)) >= 0:
                around = [keys[max(0, place - 1) : place], keys[place + 1 : place + 2]]
                around += [keyboard[it][max(0, place - 1) : place + 1] for it in (row - 1, row + 1) if 0 <= it < 3]
                return "".join(around)
    return ""


def _words(question: str, snapshot: Snapshot) -> list[str]:
    """Return a question's words that the articles have, if it is in one of the six languages."""
    language = detect_language(question)
    if language not in LANGUAGES:
        return []
    likely = (it for it in content_words(question, language) if len(it) >= SHORTEST and it.isalpha())
    return [it for it in likely if _has(snapshot, it, question)]


def _absent(name: str, snapshot: Snapshot) -> Iterator[str]:
    """Yield one word, if there is one, of each question of the other sets that the articles lack."""
    languages = {code for code, _ in snapshot.languages()}
    for other in OWN:
        for row in rows(OWN_FOLDER / other / "questions.jsonl") if other != name else ():
            question, language = row["question"], detect_language(row["question"])
            likely = content_words(question, language) if language in languages.intersection(LANGUAGES) else ()
            lacked = (it for it in likely if len(it) >= SHORTEST and it.isalpha() and not _has(snapshot, it, question))
            yield from list(lacked)[:1]


def _has(snapshot: Snapshot, word: str, question: str) -> bool:
    languages = [detect_language(question), *(code for code, _ in snapshot.languages())]
    return bool(snapshot.document_frequencies([stem(word, code) for code in languages]))


def _read_as(word: str, question: str, retriever: Retriever, snapshot: Snapshot) -> str | None:
    """Return the word as which one of a question is read, if another one."""
    shown = retriever.read(Query(StandAlone(question)), snapshot).understood
    return next((it.partition(" as ")[2].strip("“”") for it in shown if it.startswith(f"“{word}” as ")), None)


if __name__ == "__main__":
    main()
