"""The vocabulary: articles, passages, hits, quotes, answers. Frozen values; standard library only.

Offsets count code points, `[start, end)`. Unknown metadata is None, never an empty string.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import blake2b

PARAGRAPH_BREAK = "\n\n"
"""Stands between two paragraphs of an article's body, and nowhere inside one."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A block of the source that is no part of the body, kept for show."""

    text: str
    rule: str
    """Name of the rule that dropped it."""
    paragraph: int
    """The body paragraph it stood after, counted from 1; 0 before the first."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is indexed."""

    id: str
    uri: str
    """Where it was read, unique in an index: an absolute path, a URL, or `dump.jsonl#row-id`."""
    text: str
    """The body: paragraphs separated by `PARAGRAPH_BREAK`, no white space at either end of a paragraph."""
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
    path: str | None = None
    """The file it came from, as its user named it."""
    also_at: tuple[str, ...] = ()
    """Other places where the same article lies, word for word."""
    dropped: tuple[Dropped, ...] = ()
    provenance: tuple[tuple[str, str], ...] = ()
    """Where each piece of metadata was found, as `(field, place)`: `("title", "front matter")`."""

    @property
    def digest(self) -> str:
        """Hash of what a reader sees of it, wherever it lies: an answer's proof that the article is the same still."""
        state = blake2b(digest_size=16)
        for part in (self.text, self.title, self.source, self.author, self.published, self.url):
            state.update(b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass") + b"\x00")
        return state.hexdigest()

    @property
    def day(self) -> date | None:
        """When it was published."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def paragraph_at(self, offset: int) -> int:
        """Number of the body paragraph that holds an offset, counted from 1."""
        return self.text.count(PARAGRAPH_BREAK, 0, offset + 1) + 1


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How the user wants articles read."""

    keep_all: bool = False
    """Keep what the boilerplate rules would drop."""
    extra_rules: tuple[str, ...] = ()
    """The user's own: a block that is such a phrase (`*` stands for anything) is dropped."""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list of articles shows of one: everything but its texts."""

    id: str
    title: str | None
    source: str | None
    author: str | None
    published: str | None
    language: str | None
    url: str | None
    path: str | None
    passages: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of an article's text that is searched as one: `article.text[start:end] == text`."""

    id: str
    article_id: str
    ordinal: int
    """Place among the article's passages, counted from 1."""
    paragraph: int
    """The body paragraph it begins in, counted from 1."""
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


@dataclass(frozen=True, slots=True)
class Context:
    """A passage with what stands around it."""

    passage: Passage
    article: Article
    before: Passage | None
    after: Passage | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Whole sentences of a passage: verbatim by construction, for it stores offsets and no text."""

    passage: Passage
    start: int
    """Relative to the passage."""
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def sentences(self) -> list[int]:
        """Numbers of its sentences among the passage's, counted from 0."""
        return [at for at, (start, _) in enumerate(self.passage.sentences) if self.start <= start < self.end]


@dataclass(frozen=True, slots=True)
class StandAlone:
    """A question as it would be asked without its history."""

    own: str
    """Its own words."""
    carried: str = ""
    """The words of earlier turns that it leans on."""

    @property
    def text(self) -> str:
        return f"{self.own.rstrip()} ({self.carried})" if self.carried else self.own


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles a question is about; an empty filter lets everything through."""

    sources: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    """The last day that counts."""
    languages: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return self == Filter()


class SignalName(StrEnum):
    """What may speak for a hit or against it; the curves of the confidence weigh it by this name."""

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


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason for a hit's place or an answer's confidence, as words first and a number second."""

    name: SignalName
    words: str
    value: float
    about: tuple[str, ...] = ()
    """Words of the question that it speaks of, the first few."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question."""

    passage: Passage
    article: Article
    score: float
    """Higher is better; comparable within one question only."""
    quote: Quote
    """The sentences of this passage that come nearest to an answer."""
    also_in: tuple[Article, ...] = ()
    """Articles that carry the same passage in nearly the same words."""
    judge: Callable[[], tuple[Signal, ...]] = field(default=tuple, compare=False, repr=False)
    """Gives its signals; they are hardly wanted but of the first hit. Made for all, a question took 16 ms, not 15."""

    @property
    def told_text(self) -> str:
        """The headline and the passage."""
        return f"{self.article.title or ''}\n{self.passage.text}"

    @property
    def signals(self) -> tuple[Signal, ...]:
        """What speaks for it and against it."""
        return self.judge()

    @property
    def values(self) -> dict[SignalName, float]:
        """The figures of its signals."""
        return {it.name: it.value for it in self.signals}

    def signal(self, name: SignalName) -> Signal:
        """Return its signal of this name; without vectors to compare it has none of nearness."""
        return {it.name: it for it in self.signals}[name]


class Lack(StrEnum):
    """What an answer was lacking."""

    ARTICLES = "articles"
    """There are none yet."""
    WORDS = "words"
    """No article has any word of the question."""
    WORDS_IN_SCOPE = "words-in-scope"
    """Nor has any of those that the filter lets through."""
    MENTION = "mention"
    """No article mentions some of its words."""
    MENTION_IN_LANGUAGE = "mention-in-language"
    """No article in its language does; others may, in words of theirs."""
    TOGETHER = "together"
    """The closest passage lacks some of its words."""
    CLEARNESS = "clearness"
    """No sentence clearly answers it."""
    SURENESS = "sureness"
    """The closest quote is not sure enough where so few answers may be wrong."""
    ANY_SURENESS = "any-sureness"
    """No quote can be, with this model."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the closest quote is, and how sure it would have to be; shares of 1."""

    chance: float
    least: float
    max_error: float
    """Of wrong answers, which asks for so much."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no answer; a front end puts it into words."""

    lack: Lack
    words: tuple[str, ...] = ()
    """Those that are missing, as the user wrote them."""
    title: str | None = None
    """Of the article that holds the closest passage."""
    sureness: Sureness | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """The figures that one article gives for what is asked, or the day, hour or person, where articles differ."""

    article: Article
    quote: Quote
    """The sentence that gives them."""
    figures: tuple[Quote, ...]
    """"11,000", "8 February", "Ida Lund"; the words that say so where it was called off."""

    @property
    def as_of(self) -> str | None:
        """The day of the article."""
        return self.article.day.isoformat() if self.article.day else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question got: a quote with its source, or a reason why there is none. Abstaining is an answer."""

    question: str
    """As the user wrote it."""
    interpreted_as: str
    """The stand-alone question that was searched, without what was understood as a filter."""
    hits: tuple[Hit, ...]
    """Best first; when abstaining, the closest ones."""
    confidence: float
    """Chance that the first hit's quote is right, 0 to 1, calibrated."""
    answered: bool
    reason: Reason | None = None
    filter: Filter = field(default_factory=Filter)
    understood: tuple[str, ...] = ()
    """What was read into the question, each in a few words: "since 2025-03-01", "“Tarant” as “Tarrant”"."""
    generation: int = 0
    reported: tuple[Reported, ...] = ()
    """What each article says, newest first, undated ones last, where articles differ in what is asked; else empty."""

    @property
    def quote(self) -> Quote | None:
        """The answer itself; None when abstaining."""
        return self.hits[0].quote if self.answered else None


@dataclass(frozen=True, slots=True)
class IndexStatus:
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
    """Articles by language, most first."""
    recall: float | None = None
    """Share of the true ten nearest passages that a compressed search finds, measured when it was compressed; None
    where every passage is compared."""
