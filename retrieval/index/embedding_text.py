"""What a model reads of a passage."""

from dataclasses import dataclass
from hashlib import blake2b

from embeddings.base import Span

from ..passages import heading_above, headline
from ..types import Article, Passage


@dataclass(frozen=True, slots=True)
class EmbeddingText:
    """What a model reads of a passage: title, standfirst, subheading, the passage; and where its sentences stand."""

    head: str
    body: str
    sentences: tuple[Span, ...]

    @property
    def text(self) -> str:
        return self.head + self.body

    @property
    def hash(self) -> bytes:
        """Name of the vectors that come of it, whatever the model."""
        spans = ",".join(f"{start}-{end}" for start, end in self.sentences)
        state = blake2b(f"{len(self.head)} {spans}\x00{self.text}".encode("utf-8", "surrogatepass"), digest_size=16)
        return state.digest()


def embedding_text(article: Article, passage: Passage) -> EmbeddingText:
    """Return what is embedded of a passage.

    The title in front raises nDCG@10 of the passages' vectors on each of six sets, by 0.001 to 0.040; vectors of the
    title alone lower it. The subheading further up, before short passages alone, raises nDCG@10 of help pages from
    0.790 to 0.800 and lowers none; before all it lowers encyclopedia articles' by 0.004.
    """
    return EmbeddingText(title_prefix(article) + _subheading(article, passage), passage.text, passage.sentences)


_ALONE_WORDS = 40
"""A shorter passage, rows of a table or items of a list, tells little without the subheading that it stands under."""


def _subheading(article: Article, passage: Passage) -> str:
    above = heading_above(article.text, passage.start) if len(passage.text.split()) <= _ALONE_WORDS else None
    return f"{above}\n" if above else ""


MAX_TITLE_CHARS = 200
"""Of a longer title, with its standfirst, the model reads the beginning, so that the passage keeps its room."""


def title_prefix(article: Article) -> str:
    """Return what stands before each passage of an article when it is embedded."""
    told = headline(article.title, article.text)[:MAX_TITLE_CHARS]
    return f"{told}\n" if told else ""
