"""The composition root: settings → embedder, index, assistant. The only place where concrete parts are joined."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from embeddings.registry import has_multilingual, load_embedder
from retrieval.index import Models, UpdateOptions
from retrieval.types import ReadOptions

from .config import Settings

if TYPE_CHECKING:
    from retrieval.articles.fetch_visit import Web

    from .assistant import Assistant

ENGLISH = "en"


def make_assistant(settings: Settings) -> "Assistant":
    """Return an assistant over the index that the settings name.

    Raises:
        StoreError: there is no index there, or it cannot be used.
    """
    # Some 40 ms, for whom only articles are indexed.
    from .assistant import Assistant  # noqa: PLC0415

    return Assistant(
        settings.index,
        load=partial(load_embedder, for_questions=True),
        models=make_models(settings),
        options=make_update_options(settings),
        max_error=settings.max_error,
    )


def make_models(settings: Settings) -> Models:
    """Return how an index run comes by its model."""
    return Models(choose=partial(choose_model, settings.model), load=load_embedder)


def make_update_options(settings: Settings) -> UpdateOptions:
    """Return how the settings want articles to be read."""
    reading = ReadOptions(keep_all=settings.boilerplate == "keep", extra_rules=settings.boilerplate_rules)
    return UpdateOptions(reading=reading)


def make_web(settings: Settings) -> "Web | None":
    """Return the way to the web; None unless the settings allow fetching."""
    if not settings.fetch_enabled:
        return None
    # Some 20 ms, for whom fetching is on and articles are indexed.
    from retrieval.articles.feeds import FetchedWeb  # noqa: PLC0415
    from retrieval.articles.fetch import Fetcher  # noqa: PLC0415

    return FetchedWeb(Fetcher())


def choose_model(wanted: str, languages: Counter[str | None], current: str | None) -> str:
    """Return the name of the model for an index.

    `auto` keeps the model that there is; a new index of English articles takes `minilm`, one with other languages takes
    `multilingual` where it is installed.
    """
    if wanted != "auto":
        return wanted
    if current is not None:
        return current
    foreign = any(code not in {None, ENGLISH} for code in languages)
    return "multilingual" if foreign and has_multilingual() else "minilm"
