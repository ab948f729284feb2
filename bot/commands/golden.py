"""Golden questions, each with its right answer: read from a JSONL file, or drafted from what the bot was asked."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from retrieval.evaluate import Gold, match_words
from retrieval.types import ArticleSummary

from ..assistant import Assistant
from ..errors import UsageError
from ..text_file import read_text
from .exchange import parse_json
from .request import Request, request_of

PASSAGES = 10
"""Length of each ranking that is judged."""

_EXPECTED = 'a golden question is a JSON object with "question" and what is right'


class GoldenQuestion(Struct, frozen=True):
    """A question whose answer is known."""

    request: Request
    gold: Gold
    tags: tuple[str, ...]


def read_golden(file: Path, articles: Iterable[ArticleSummary]) -> list[GoldenQuestion]:
    """Return the questions of a file.

    Args:
        articles: those in the index; a golden question names an article by its id, its path, or the end of its path.

    Raises:
        UsageError: the file cannot be read, or a line is not a golden question.
    """
    known = _names(articles)
    found = []
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if line.strip():
            try:
                found.append(_question(line, known))
            except UsageError as error:
                raise UsageError(f"{file}, line {number}: {error}") from error
    if not found:
        raise UsageError(f"{file}: no golden questions in it; write one JSON object a line")
    return found


def _question(line: str, known: Mapping[str, str]) -> GoldenQuestion:
    try:
        row = parse_json(line)
    except ValueError as error:
        raise UsageError(_EXPECTED) from error
    if not isinstance(row, dict):
        raise UsageError(_EXPECTED)
    request = request_of(row, Request("", k=PASSAGES))
    answerable = row.get("answerable", True)
    if not isinstance(answerable, bool):
        raise UsageError('"answerable" must be true or false')
    gold = Gold.of(
        answerable=answerable,
        # An answer without a word would never be right, a passage without one always.
        answer=filter(match_words, _texts(row, "answer")),
        passage=filter(match_words, _texts(row, "passage")),
        article=[known.get(name, name) for name in _texts(row, "article")],
    )
    if answerable and not gold.size:
        raise UsageError(
            '"answer", "passage" or "article" must say what is right, or "answerable": false that nothing is'
        )
    if not answerable and (gold.answers or gold.passages):  # the article may be the one that has no answer
        raise UsageError('"answer" or "passage" says what is right, and "answerable": false that nothing is')
    return GoldenQuestion(request, gold, tuple(_texts(row, "tags")))


def _names(articles: Iterable[ArticleSummary]) -> dict[str, str]:
    """Return the ids of articles by all that a golden question may call them; a name of several is the first one's."""
    found: dict[str, str] = {}
    for article in articles:
        found.setdefault(article.id, article.id)
        name = article.path or ""
        while name:
            found.setdefault(name, article.id)
            name = name.partition("/")[2]
    return found


def _texts(row: Mapping[str, object], key: str) -> list[str]:
    value = row.get(key)
    values = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(item, str) for item in values):
        raise UsageError(f'"{key}" must be a text or a list of texts')
    return [str(item) for item in values]


def drafts(folder: Path, assistant: Assistant) -> Iterator[Mapping[str, object]]:
    """Yield a golden question to fill in for each one that the bot refused, or whose answer a user disliked.

    Each has what comes closest now. The bot keeps only the words and a count; who asked, where and when stays with it.

    Args:
        folder: the folder of the bot's state.

    Raises:
        UsageError: no bot has kept anything there, or one is running.
    """
    for tag, rows in _kept(folder).items():
        for question, count in rows:
            hit = next(iter(assistant.ask(question, k=1).hits), None)
            yield {
                "question": question,
                "answer": None,
                "article": None,
                "tags": [tag],
                "asked": count,
                "closest": hit and {"text": hit.quote.text, "article": hit.article.path or hit.article.id},
            }


def _kept(folder: Path) -> dict[str, list[tuple[str, int]]]:
    from ..telegram.state import FILE, State  # noqa: PLC0415 - heavy, and needed only here

    if not (folder / FILE).is_file():
        raise UsageError(f"{folder}: no bot has kept anything here; name its folder: export BYLINE_STATE=…")
    state = State(folder)
    try:
        return {"refused": state.gaps(), "disliked": state.disliked()}
    finally:
        state.close()
