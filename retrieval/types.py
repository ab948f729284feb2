"""The vocabulary: articles, passages, hits, quotes, answers. Frozen values.

Offsets count code points, `[start, end)`. Unknown metadata is None, never an empty string.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import blake2b

from msgspec import Struct

PARAGRAPH_BREAK = "\n\n"
"""Separates two paragraphs of an article's body; never occurs inside a paragraph."""


def digest_of(parts: Iterable[str | None], *, person: bytes = b"") -> str:
    """Return a hash of texts, in which unknown ones differ from empty ones.

    Args:
        person: distinguishes hashes of the same texts for another purpose.
    """
    state = blake2b(digest_size=16, person=person)
    for part in parts:
        state.update(b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass") + b"\x00")
    return state.hexdigest()


class Dropped(Struct, frozen=True):
    """A block of the source that was left out of the body; kept for display."""

    text: str
    rule: str
    """Name of the rule that dropped it."""
    paragraph: int
    """Number of the body paragraph that precedes it, counted from 1; 0 if none does."""


class ArticleMetadata(Struct, frozen=True, kw_only=True):
    """What is known of an article besides its text.

    Each field is a column of the index. If you add one, old seals and hashes no longer match: raise `SCHEMA_VERSION` in
    `index/schema.py` as well.
    """

    title: str | None = None
    source: str | None = None
    """The publisher."""
    author: str | None = None
    """Names joined by ", "."""
    published: str | None = None
    """`YYYY-MM-DD`, or an ISO 8601 date and time where the article gives one."""
    language: str | None = None
    """ISO 639-1."""
    url: str | None = None


FACTS = ArticleMetadata.__struct_fields__
"""The names of an article's metadata."""

CITED = tuple(fact for fact in FACTS if fact != "language")
"""Metadata that changes only with the article; the language may be a guess of Byline's, which may get better."""


class Article(ArticleMetadata, frozen=True):
    """One article as it is indexed."""

    id: str
    uri: str
    """Where it was read from, unique in an index: an absolute path, a URL, or `dump.jsonl#row-id`."""
    text: str
    """The body: paragraphs separated by `PARAGRAPH_BREAK`, no white space at either end of a paragraph."""
    path: str | None = None
    """The file it came from, as the user named it."""
    also_at: tuple[str, ...] = ()
    """Other locations of the same article, word for word."""
    dropped: tuple[Dropped, ...] = ()
    provenance: tuple[tuple[str, str], ...] = ()
    """Where each piece of metadata was found, as `(field, place)`: `("title", "front matter")`."""

    @property
    def digest(self) -> str:
        """Hash of what a reader sees of the article, wherever it is stored; it differs once that has changed."""
        return digest_of((self.text, *(getattr(self, fact) for fact in CITED)))

    @property
    def facts(self) -> list[str | None]:
        """Its metadata, in the order of `FACTS`."""
        return [getattr(self, fact) for fact in FACTS]

    @property
    def day(self) -> date | None:
        """Day of publication."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def paragraph_at(self, offset: int) -> int:
        """Number of the body paragraph that holds an offset, counted from 1."""
        return self.text.count(PARAGRAPH_BREAK, 0, offset + 1) + 1


class ReadOptions(Struct, frozen=True):
    """How the user wants articles read."""

    keep_all: bool = False
    """Keep what the boilerplate rules would drop."""
    extra_rules: tuple[str, ...] = ()
    """The user's own boilerplate phrases: a block that matches one as a whole is dropped; `*` matches anything."""


class ArticleSummary(ArticleMetadata, frozen=True):
    """An article as a list of articles shows it: its metadata without its text."""

    id: str
    path: str | None
    passages: int
    opening: str = ""
    """How the text of an article without a title begins."""


class Passage(Struct, frozen=True):
    """A span of an article's text that is searched as one unit: `article.text[start:end] == text`."""

    id: str
    article_id: str
    ordinal: int
    """Position among the article's passages, counted from 1."""
    paragraph: int
    """The body paragraph in which it begins, counted from 1."""
    start: int
    end: int
    text: str
    sentences: tuple[tuple[int, int], ...] = ()
    """Spans of its sentences, relative to the passage."""

    def sentence(self, at: int) -> str:
        """Return the text of a sentence, counted from 0."""
        return self.text[slice(*self.sentences[at])]

    @property
    def sentence_texts(self) -> list[str]:
        return [self.text[start:end] for start, end in self.sentences]


class Context(Struct, frozen=True):
    """A passage with the passages around it."""

    passage: Passage
    article: Article
    before: Passage | None
    after: Passage | None


class Quote(Struct, frozen=True):
    """Whole sentences of a passage: verbatim by construction, since it stores offsets and no text."""

    passage: Passage
    start: int
    """Relative to the passage."""
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def sentences(self) -> list[int]:
        """Indices of its sentences in the passage, counted from 0."""
        return [at for at, (start, _) in enumerate(self.passage.sentences) if self.start <= start < self.end]


class StandAlone(Struct, frozen=True):
    """A question made self-contained: as it would be asked without the earlier turns."""

    own: str
    """The question's own words."""
    carried: str = ""
    """Words of earlier turns that the question depends on."""

    @property
    def text(self) -> str:
        return f"{self.own.rstrip()} ({self.carried})" if self.carried else self.own

    @classmethod
    def of(cls, text: str) -> "StandAlone":
        """Return the question that has this text: what closes it in parentheses was carried over."""
        own, begun, carried = text.rstrip().rpartition(" (")
        ended = carried.removesuffix(")")
        return cls(own, ended) if begun and ended and carried.endswith(")") and ")" not in ended else cls(text)


class Filter(Struct, frozen=True):
    """Which articles to search; an empty filter matches all of them."""

    sources: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    """The last day included."""
    languages: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    """Ids of articles."""

    @property
    def empty(self) -> bool:
        return self == Filter()


class SignalName(StrEnum):
    """Names of the signals for or against a hit; the calibration curves hold a weight for each."""

    NEARNESS = "nearness"
    QUOTE = "quote"
    PASSAGE = "passage"
    WORDS = "words"
    COVERAGE = "coverage"
    MISSING = "missing"
    NAMES = "names"
    NUMBER = "number"
    RAREST = "rarest"
    CONTRARY = "contrary"
    COUNTING = "counting"
    LACKING = "lacking"
    REASON = "reason"
    TOLD = "told"
    LENGTH = "length"
    SIZE = "size"


class Signal(Struct, frozen=True):
    """One reason for or against a hit; a front end puts it into words."""

    name: SignalName
    value: float
    """What the confidence counts."""
    about: tuple[str, ...] = ()
    """The words of the question that it concerns, at most the first few."""
    rank: int | None = None
    """The passage's place, from 1, among all that were compared by this score."""


class Hit(Struct, frozen=True):
    """A passage found for a question."""

    passage: Passage
    article: Article
    score: float
    """Higher is better; comparable within one question only."""
    quote: Quote
    """The sentences of this passage that best answer the question."""
    also_in: tuple[Article, ...] = ()
    """Articles that carry the same passage in nearly the same words."""
    signals: tuple[Signal, ...] = ()
    """The reasons for and against it; none for a hit that nobody judged, which takes 0.3 ms."""

    @property
    def headline_and_text(self) -> str:
        return f"{self.article.title or ''}\n{self.passage.text}"

    @property
    def values(self) -> dict[SignalName, float]:
        """The values of its signals, by name."""
        return {it.name: it.value for it in self.signals}

    def signal(self, name: SignalName) -> Signal:
        """Return the signal of this name. Signals of nearness are missing where there were no vectors to compare."""
        return {it.name: it for it in self.signals}[name]


class Lack(StrEnum):
    """Why a question got no answer: what was missing."""

    ARTICLES = "articles"
    """The index holds no articles yet."""
    WORDS = "words"
    """No article has any word of the question."""
    SCOPE = "scope"
    """No article passes the filter."""
    WORDS_IN_SCOPE = "words-in-scope"
    """No article that passes the filter has any word of the question."""
    MENTION = "mention"
    """No article mentions some words of the question."""
    MENTION_IN_LANGUAGE = "mention-in-language"
    """No article in the question's language mentions some of its words; others may, in their own language."""
    TOGETHER = "together"
    """The closest passage lacks some words of the question."""
    CLEARNESS = "clearness"
    """No sentence clearly answers the question."""
    LANGUAGE = "language"
    """The model does not read the question's language, which the closest article is not in."""
    SURENESS = "sureness"
    """The closest quote is not certain enough for the share of wrong answers that is accepted."""
    ANY_SURENESS = "any-sureness"
    """With this model no quote can be certain enough for it."""


class Sureness(Struct, frozen=True):
    """How certain the closest quote is, and how certain it would have to be: probabilities from 0 to 1."""

    chance: float
    least: float
    max_error: float
    """The accepted share of wrong answers, from which `least` follows."""


class Reason(Struct, frozen=True):
    """Why there is no answer; a front end puts it into words."""

    lack: Lack
    words: tuple[str, ...] = ()
    """The missing words, as the user wrote them."""
    title: str | None = None
    """Title of the article that holds the closest passage."""
    sureness: Sureness | None = None


class Reported(Struct, frozen=True):
    """What one article says where articles differ: its figures for what is asked, or the day, hour or person."""

    article: Article
    quote: Quote
    """The sentence that says it."""
    figures: tuple[Quote, ...]
    """The figures themselves: "11,000", "8 February", "Ida Lund"; for something called off, the words that say so."""

    @property
    def as_of(self) -> str | None:
        """Publication day of the article."""
        return self.article.day.isoformat() if self.article.day else None


class Answer(Struct, frozen=True):
    """The response to a question: a quote with its source, or a reason why there is none. Abstaining is an answer."""

    question: str
    """As the user wrote it."""
    interpreted_as: str
    """The stand-alone question that was searched, without the words that were read as a filter."""
    hits: tuple[Hit, ...]
    """Best first; when abstaining, the closest hits."""
    confidence: float
    """Calibrated probability that the first hit's quote is right, 0 to 1."""
    answered: bool
    reason: Reason | None = None
    filter: Filter = Filter()
    understood: tuple[str, ...] = ()
    """How the question was interpreted, in short phrases: "since 2025-03-01", "“Tarant” as “Tarrant”"."""
    generation: int = 0
    reported: tuple[Reported, ...] = ()
    """Where articles differ in what is asked, what each of them says: newest first, undated last; else empty."""
    further: tuple["Answer", ...] = ()
    """Those to the other questions of the message, if they quote something else; of each, the first hit only."""

    @property
    def quote(self) -> Quote | None:
        """The answer itself; None when abstaining."""
        return self.hits[0].quote if self.answered else None


class IndexStatus(Struct, frozen=True):
    """An index at a glance."""

    folder: str
    generation: int
    model: str
    articles: int
    passages: int
    bytes: int
    """Size of the folder on disk."""
    updated: str | None
    """When the generation was published, ISO 8601 UTC."""
    languages: tuple[tuple[str | None, int], ...] = ()
    """Articles by language, the most frequent first."""
    recall: float | None = None
    """Share of the true ten nearest passages that the compressed search finds, measured when the vectors were
    compressed; None where the search is exact."""
