"""Turns questions that the bot refused, or whose answers users disliked, into golden questions to fill in.

Privacy: the bot keeps only their words and a count; who asked, where and when stays in its state.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from retrieval.types import Hit

from ..assistant import Assistant
from ..errors import UsageError


def candidates(folder: Path, assistant: Assistant) -> Iterator[Mapping[str, object]]:
    """Yield a golden question for each, with `answer` and `article` to be filled in, and what comes closest now.

    Args:
        folder: the folder of the bot's state.

    Raises:
        UsageError: no bot has kept anything there, or one is running.
    """
    for tag, rows in _kept(folder).items():
        for question, count in rows:
            hits = assistant.ask(question, k=1).hits
            yield {
                "question": question,
                "answer": None,
                "article": None,
                "tags": [tag],
                "asked": count,
                "closest": _closest(hits[0]) if hits else None,
            }


def _closest(hit: Hit) -> Mapping[str, object]:
    return {"text": hit.quote.text, "article": hit.article.path or hit.article.id}


def _kept(folder: Path) -> dict[str, list[tuple[str, int]]]:
    from ..telegram.state import FILE, State  # noqa: PLC0415 - heavy, and needed only here

    if not (folder / FILE).is_file():
        raise UsageError(f"{folder}: no bot has kept anything here; name its folder: export BYLINE_STATE=…")
    state = State(folder)
    try:
        return {"refused": state.gaps(), "disliked": state.disliked()}
    finally:
        state.close()
