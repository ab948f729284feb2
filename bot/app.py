"""The composition root: settings → embedder, index, assistant. The only module that wires concrete parts together."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from embeddings.cache import cache_folder
from embeddings.registry import fingerprint_of, has_multilingual, load_embedder
from retrieval import patterns
from retrieval.index import Models
from retrieval.pattern_cache import PatternCache
from retrieval.types import ReadOptions

from .config import Settings

if TYPE_CHECKING:
    from retrieval.articles.fetch_visit import Web

    from .assistant import Assistant


def make_assistant(settings: Settings) -> "Assistant":
    """Return an assistant over the index that the settings name.

    Raises:
        StoreError: there is no index there, or it cannot be used.
    """
    # Importing it takes some 40 ms, which a run that only indexes need not pay.
    from .assistant import Assistant  # noqa: PLC0415

    return Assistant(
        settings.index,
        load=partial(load_embedder, for_questions=True),
        models=make_models(settings),
        reading=make_read_options(settings),
        max_error=settings.max_error,
    )


def make_models(settings: Settings) -> Models:
    """Return how an index run chooses and loads its model."""
    return Models(choose=partial(choose_model, settings.model), load=load_embedder, fingerprint=fingerprint_of)


def make_read_options(settings: Settings) -> ReadOptions:
    """Return how the settings want articles read."""
    return ReadOptions(keep_all=settings.boilerplate == "keep", extra_rules=settings.boilerplate_rules)


def make_web(settings: Settings) -> "Web | None":
    """Return the access to the web; None unless the settings allow fetching."""
    if not settings.fetch_enabled:
        return None
    # Importing it takes some 20 ms, which only a run that fetches articles needs.
    from retrieval.articles.fetch import Fetcher  # noqa: PLC0415
    from retrieval.articles.fetch_web import FetchedWeb  # noqa: PLC0415

    return FetchedWeb(Fetcher())


def keep_patterns() -> None:
    """Keep the patterns that this process compiles from now on for later ones, and take theirs."""
    patterns.compile_with(PatternCache(cache_folder()).compile)


def choose_model(wanted: str, languages: Counter[str | None], current: str | None) -> str:
    """Return the name of the model for an index.

    `auto` keeps the model of an existing index. A new index takes `english` where its first articles are English; with
    other languages it takes `multilingual` where that is installed.
    """
    if wanted != "auto":
        return wanted
    if current is not None:
        return current
    foreign = any(code not in {None, "en"} for code in languages)
    return "multilingual" if foreign and has_multilingual() else "english"
