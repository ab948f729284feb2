"""Speaker attribution: who says a quote, where it was said, and who published it, as far as the text itself tells.

Pure; reads the quote, then the text before it in the article. Names are verbatim: cut out of the text, never composed.
Prefers no speaker to a wrong one: a pronoun stays unresolved where it may mean another person.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from ..language.sentences import asks, quotations
from ..language.text import is_cyrillic, stems
from ..language.traits import EAST_SLAVIC
from ..patterns import CAPITAL, lazy
from ..types import PARAGRAPH_BREAK, Article, Quote
from .cases import body_as_subject, is_oblique, nominative, whose_office
from .interviews import whose_turn
from .named_speaker import AT, named, speaking_pronoun
from .names import surname, whole
from .pronouns import person
from .quoted_names import speaking
from .said_in import full_text, said_in
from .saying_marks import marked
from .unquoted import Sentence, paragraph_at, unquoted


class Attribution(Struct, frozen=True):
    """The three layers of who is behind a claim; each is None where the text does not say."""

    speaker: str | None = None
    """Whose claim it is."""
    said_in: str | None = None
    """The paper, agency or broadcast to which it was said, where the speaker is known."""
    publisher: str | None = None
    """Who published the article."""


def attribute(quote: Quote, article: Article) -> Attribution:
    """Return who is behind a quote."""
    place = quote.passage.start + quote.start
    speaker = speaker_of(place, quote.passage.start + quote.end, article)
    if speaker is None:
        return Attribution(publisher=article.source)
    return Attribution(speaker=speaker, said_in=said_in(quote, speaker, article), publisher=article.source)


def speaker_of(start: int, end: int, article: Article) -> str | None:
    """Return the only speaker of the sentences in a span of a text; None where there are several, or an unknown one.

    Sentences by the author may be among them only if each names the speaker, or is a question.
    """
    told, own = list[str | None](), list[str]()
    while start < min(end, len(article.text)):
        first, paragraph = paragraph_at(article.text, start)
        scene = _Scene(article, first, paragraph, unquoted(paragraph))
        for at, sentence in enumerate(scene.sentences):
            if first + sentence.end > start and first + sentence.start < end:
                turn = whose_turn(first + sentence.start, article)
                who = nominative(turn, article.text) if turn and is_oblique(turn) else turn
                said = [who] if turn else scene.said(at) or scene.said_around(at) or scene.said_of(at)
                told += said
                own += [] if said else [sentence.text]
        start = first + len(paragraph) + len(PARAGRAPH_BREAK)
    speaker = told[0] if told and _are_one(told, article) else None
    return speaker if speaker and all(_is_of(speaker, it, article.language) for it in own) else None


def _are_one(names: Sequence[str | None], article: Article) -> bool:
    """Return whether all names, some by surname alone, mean one person of an article."""
    if len(set(names)) == 1:  # spares a search of the whole text
        return True
    return len({it and tuple(whole(it, article.text, article.language).casefold().split()[-2:]) for it in names}) == 1


def _is_of(speaker: str, sentence: str, language: str | None) -> bool:
    """Return whether a sentence names a speaker, or is a question."""
    named_here = set(stems(surname(speaker), language)) <= set(stems(sentence, language))
    return named_here or asks(sentence) or (language == "en" and _HE.match(sentence) is not None)


_HE = lazy(r"\W*(?:S?[Hh]e)\s")
"""In other languages such a pronoun may refer to a thing."""


class _Scene(NamedTuple):
    """A paragraph, with the speakers of its sentences: an empty list if nobody speaks, None for an unknown speaker."""

    article: Article
    start: int
    paragraph: str
    sentences: tuple[Sentence, ...]

    def said(self, at: int) -> list[str | None]:
        """Return the speakers that a sentence names, or refers to by a pronoun."""
        sentence = self.sentences[at]
        it = named(sentence.text, self.article.language)
        pronoun = speaking_pronoun(sentence.text, self.article.language)
        if pronoun and (it is None or pronoun.start < it.start):
            return [person(pronoun, self.start + sentence.start + pronoun.start, self.article)]
        if it is None or not re.search(CAPITAL, it.name):
            body = speaking(self._written(at), self.article.language)
            if body or it is None:
                return [body] if body else []
        name = nominative(it.name, self.article.text) if it.oblique else it.name
        at_office = AT.search(sentence.text, 0, it.start) is not None
        if is_cyrillic(it.name) and (at_office or name is None):
            name = body_as_subject(it.name, full_text(self.article))
        if name and is_cyrillic(name) and not it.oblique and not _NAMED_IN_FULL.search(name):
            name = whose_office(name, self.article.text) or name
        return [name, None] if _SECOND.search(sentence.text, it.start) or self._has_two(sentence.text) else [name]

    def _has_two(self, sentence: str) -> bool:
        """Return whether clauses of a sentence have different speakers: "Ann said so, but Ben said that it is not"."""
        verbs = [it.span() for it in _MARKED.finditer(marked(sentence, self.article.language))]
        cuts = (it.span() for it in _APART.finditer(sentence) if verbs and verbs[0][1] <= it.start() < verbs[-1][0])
        parts = (part for start, end in cuts for part in (sentence[:start], sentence[end:]))
        return len({surname(it.name) for part in parts if (it := named(part, self.article.language))}) > 1

    def said_around(self, at: int) -> list[str | None]:
        """Return the speakers of a sentence that is quoted as a whole: “Yes,” said Brandt. “It opens in May.”"""
        if not self._is_quoted(at):
            return []
        closing = next((end for start, end in quotations(self.paragraph) if start < self.sentences[at].end < end), 0)
        last = next((i for i in range(at + 1, len(self.sentences)) if self.sentences[i].end >= closing > 0), at)
        return self.said(last) or self._said_before(at)

    def said_of(self, at: int) -> list[str | None]:
        """Return the speakers named by the next sentence: "The bridge is shut. That was said by …", as in Russian."""
        following = at + 1 < len(self.sentences) and _OF_THIS.match(self.sentences[at + 1].text)
        return [name for name in self.said(at + 1) if name] if following else []

    def _said_before(self, at: int) -> list[str | None]:
        """Return the speakers of the nearest sentence before that names any, if all in between are quotation."""
        while at > 0 and self._is_quoted(at):
            at -= 1
            if said := self.said(at):
                return said if _QUOTES.search(self._written(at)) else []
        return []

    def _is_quoted(self, at: int) -> bool:
        """Return whether a sentence consists of speech only; a dash within a paragraph resumes speech."""
        resumes = at > 0 and self.article.language in EAST_SLAVIC and _DASH.match(self._written(at))
        return bool(resumes) or _WORD.search(_CLOCK.sub("", self.sentences[at].text)) is None

    def _written(self, at: int) -> str:
        return self.paragraph[self.sentences[at].start : self.sentences[at].end]


_NAMED_IN_FULL = lazy(rf"\s{CAPITAL}[а-яѐ-џґ]")
"""Tells a person from an office, as "Голова ОВА"."""
_SECOND = lazy(r",\s(?:а\s[^,;:«\n]{3,80}\s[—–],?\s(?:«|що\s|что\s)|[^,;:«\n]{3,80}\s[—–]\sоб?\s«)")
"""Another speaker, without a verb, as Russian and Ukrainian omit it: "назвал «да», а Белова — «нет»"."""
_APART = lazy(
    r";|,\s(?:while|whereas|während|tandis que|mientras que|тогда как|тоді як)\s"
    r"|(?=,\s(?!(?:wh\w+|that|d(?:as|ass|e[mnr]|ie)|als|wenn|qu\w+|dont|où|cuando|котор\w+|когда|что|як\w*|коли|що)\s))"
    r"|(?=\s(?:and|but|or|und|aber|oder|et|mais|ou|y|pero|o|и|но|а|или|і|й|але|або|чи)\s)"
)
_MARKED = lazy(r"\x01+|\x02+")
_OF_THIS = lazy(r"\W*(?:Об этом|Про це|Así lo|C['’]est ce qu['’]|Das (?:teilte|sagte|berichtete|erklärte|gab))(?!\w)")
_CLOCK = lazy(r"^\d{1,2}[:.]\d{2}(?!\w)")
"""Opens an entry of a live blog."""
_WORD = lazy(r"\w")
_DASH = lazy(r"[—–]\s")
_QUOTES = lazy(r"[”\"»“«„—–]")
