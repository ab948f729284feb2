"""Measures whether quotes have the right speaker, on questions of `sets/` whose answer somebody says.

    python -m benchmarks.speakers [--model multilingual]

If the first quote contains the answer, the speaker found counts as the expected one, nobody, or somebody else.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from retrieval.evaluate import contains, match_words
from retrieval.language.text import stems
from retrieval.search import Retriever
from retrieval.speakers.attribution import attribute

from .asking import ask
from .dev_sets import OWN, OWN_FOLDER, embedder, gold, index, rows


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--model", default="multilingual")
    model = parser.parse_args().model
    print("| set | quotes with the answer | right speaker | nobody | somebody else |\n| --- | --- | --- | --- | --- |")
    for name in OWN:
        if asked := [row for row in rows(OWN_FOLDER / name / "questions.jsonl") if row.get("speaker")]:
            counts = judged(asked, OWN_FOLDER / name / "articles", model)
            shown = " | ".join(str(counts[what]) for what in ("right", "nobody", "other"))
            print(f"| {name} | {sum(counts.values())} | {shown} |", flush=True)


def judged(asked: Sequence[dict[str, Any]], articles: Path, model: str) -> Counter[str]:
    """Return how many quotes of one set have the right speaker, nobody, or somebody else."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, index(articles, Path(folder), model) as reader:
        retriever = Retriever(reader, lambda _: embedder(model))
        for row in asked:
            hits = ask(retriever, row["question"], k=1).hits
            if hits and any(contains(match_words(hits[0].quote.text), it) for it in gold(row).answers):
                found = attribute(hits[0].quote, hits[0].article).speaker
                counts[compared(found, row["speaker"], hits[0].article.language)] += 1
    return counts


def compared(found: str | None, expected: str, language: str | None) -> str:
    """Return "right" if the names share a stem (case and first names do not matter), else "nobody" or "other"."""
    if found is None:
        return "nobody"
    return "right" if set(stems(found, language)) & set(stems(expected, language)) else "other"


if __name__ == "__main__":
    main()
