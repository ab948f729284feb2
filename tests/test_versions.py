"""A rule that makes the index has a version, raised when the rule changes, so that old indexes are made anew.

What the rules of a version give for the samples below is noted here as a digest, so that no version is forgotten.
"""

from collections.abc import Callable, Iterator
from hashlib import blake2b
from itertools import chain
from pathlib import Path

import pytest
from msgspec.structs import astuple

from retrieval import articles, passages
from retrieval.articles import read_articles
from retrieval.index.embedding_text import embedding_text
from retrieval.index.identity import content_digest
from retrieval.language import text
from retrieval.types import PARAGRAPH_BREAK, Article

from .conftest import ROOT
from .fuzzing import SEED_FOLDER
from .test_articles_pages import PAGES, load, pasted, saved

LOADED = [load(path) for path in PAGES]
SETS = [
    file
    for name in ("minutes", "phone", "service", "weekend")
    for file in sorted((ROOT / "benchmarks/sets" / name / "articles").iterdir())
]
BODIES = {PARAGRAPH_BREAK.join(page.marked("+")): page.language for page in LOADED}
UNREAD = [*BODIES, *(file.read_text(encoding="utf-8") for file in SETS)]
"""Texts that no reader has touched."""


def read(folder: Path) -> Iterator[str]:
    for number, page in enumerate(LOADED):
        (folder / f"{number}.txt").write_text(pasted(page, airy=True), encoding="utf-8")
        (folder / f"{number}.html").write_text(saved(page, "content"), encoding="utf-8")
    for samples in (SETS, folder.iterdir(), (ROOT / "seeds").iterdir(), SEED_FOLDER.glob("*/*")):
        for found in chain.from_iterable(map(read_articles, sorted(samples))):
            yield content_digest(found) if isinstance(found, Article) else found.what


def split(_: Path) -> Iterator[str]:
    for body in UNREAD:
        article = Article("a", "a", body)
        for passage in passages.split(article):
            yield repr((astuple(passage), embedding_text(article, passage)))


def stemmed(_: Path) -> Iterator[str]:
    for body in UNREAD:
        for language in ("en", "de", "fr", "es", "ru", "uk", BODIES.get(body)):
            yield from text.stems(body, language)


@pytest.mark.parametrize(
    ("file", "version", "given", "noted"),
    [
        ("articles/__init__.py", articles.VERSION, read, (29, "3b25cc7a56ee9487")),
        ("passages.py", passages.VERSION, split, (18, "c0c158cb62648900")),
        ("language/text.py", text.VERSION, stemmed, (24, "c6d1c5a3a4141199")),
    ],
    ids=["articles", "passages", "text"],
)
def test_a_version_is_raised_with_its_rules(
    tmp_path: Path, file: str, version: int, given: Callable[[Path], Iterator[str]], noted: tuple[int, str]
) -> None:
    digest = blake2b("\n".join(given(tmp_path)).encode(), digest_size=8).hexdigest()
    assert (version, digest) == noted, (
        f"raise VERSION in retrieval/{file} if it is still {noted[0]}, and put it here with the new digest {digest}; "
        "keep it if only a sample or a library is another"
    )
