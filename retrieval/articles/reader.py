"""The entry point: reads a file's articles, whatever its format. No content of a file makes it raise."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

from ..types import Article, ReadOptions
from .document import Document
from .failure import ReadFailure, UnreadableError, refused
from .files import unnamable
from .registry import reader_for

log = logging.getLogger(__name__)


def read_articles(path: Path, options: ReadOptions = ReadOptions()) -> Iterator[Article | ReadFailure]:
    """Yield each article of a file, and a `ReadFailure` for each that could not be read."""
    yield from read_document(Document(path=str(path), uri=os.path.realpath(path)), options)


def read_document(document: Document, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """Yield the same for a document, which need not be a file."""
    if failure := unnamable(document.uri):
        yield failure
        return
    try:
        yield from reader_for(document)(document, options)
    except UnreadableError as error:
        yield error.at(document.path)
    except OSError as error:
        yield refused(Path(document.path), error)
    except Exception:
        # Parsers of foreign formats meet unforeseen bytes: one file is lost, with a traceback in the log.
        log.debug("reading %s", document.path, exc_info=True)
        yield ReadFailure(document.path, "it cannot be read", "save it again in its format, or as plain text")
