"""Measures whether quotes have the right speaker, on questions of `sets/` whose answer somebody says.

    python -m benchmarks.speakers [--model multilingual]

If the first quote contains the answer, the speaker found counts as the expected one, nobody, or somebody else.
"""

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

from embeddings.registry import load_embedder
from retrieval.evaluate import contains, match_words
from retrieval.index import IndexReader
from retrieval.index.options import Models
from retrieval.index.writer import update_index
from retrieval.language.text import stems
from retrieval.search import Retriever
from retrieval.speakers.attribution import attribute

from .asking import ask

SETS = Path(__file__).with_name("sets")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--model", default="multilingual")
    model = parser.parse_args().model
    print("| set | quotes with the answer | right speaker | nobody | somebody else |\n| --- | --- | --- | --- | --- |")
    for folder in sorted(path for path in SETS.iterdir() if path.is_dir()):
        counts = judged(folder, model)
        shown = " | ".join(str(counts[what]) for what in ("right", "nobody", "other"))
        print(f"| {folder.name} | {sum(counts.values())} | {shown} |")


def judged(folder: Path, model: str) -> Counter[str]:
    """Return how many quotes of one set have the right speaker, nobody, or somebody else."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as index:
        update_index(Path(index), [folder / "articles"], Models(choose=lambda *_: model, load=load_embedder))
        embedder = load_embedder(model)
        with IndexReader(Path(index)) as reader:
            retriever = Retriever(reader, lambda _: embedder)
            for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                hits = ask(retriever, row["question"], k=1).hits if row.get("speaker") else ()
                answers = [row["answer"]] if isinstance(row.get("answer"), str) else row.get("answer", [])
                if hits and any(contains(match_words(hits[0].quote.text), match_words(answer)) for answer in answers):
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
