"""Helpers that read one file and return its only article, or the reason why it has none."""

from pathlib import Path

from retrieval.articles import ReadFailure, read_articles
from retrieval.types import Article, ReadOptions


def _read(path: Path, content: str | bytes | None, options: ReadOptions) -> Article | ReadFailure:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read_articles(path, options)
    return found


def article_of(
    path: Path, content: str | bytes | None = None, *, keep_all: bool = False, extra_rules: tuple[str, ...] = ()
) -> Article:
    """Return the only article of a file; write the file first if content is given."""
    article = _read(path, content, ReadOptions(keep_all=keep_all, extra_rules=extra_rules))
    assert isinstance(article, Article), article
    return article


def failure_of(path: Path, content: str | bytes | None = None) -> ReadFailure:
    """Return why a file has no article; asserts that this is one line that names the file."""
    failure = _read(path, content, ReadOptions())
    assert isinstance(failure, ReadFailure), failure
    assert "\n" not in str(failure)
    assert str(path) in str(failure)
    return failure
