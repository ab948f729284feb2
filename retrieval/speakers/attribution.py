"""Who says so: the speaker of a quote, where it was said, and who published it, as far as the text itself names them.

Pure; reads the quote, then what stands before it in the article. What comes back is verbatim: names are cut out of the
text, never composed. Rather nobody than somebody else: a pronoun stays unresolved where it may mean another person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..language.sentences import quotations, sentences
from ..language.slavic import EAST_SLAVIC
from ..language.text import is_cyrillic, normal_form, stems
from ..patterns import CAPITAL, lazy, of_language
from ..types import PARAGRAPH_BREAK, Article, Quote
from .cases import body_as_subject, nominative
from .given_names import MEN, WOMEN
from .interviews import whose_turn
from .named_speaker import AT, clean, named, speaking_pronoun
from .names import NAME, whole
from .pronouns import person, surname
from .quoted_names import TOLD_QUOTED, speaking
from .saying_verbs import ACCORDING, VERBS
from .unquoted import Sentence, paragraph_at, unquoted

LOOK_BACK_CHARS = 3_000
"""How far before a quote it is looked for where it was said."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Three layers of who stands behind a claim; each is None where the text does not say."""

    speaker: str | None = None
    """Whose claim it is."""
    said_in: str | None = None
    """The paper, agency or broadcast that it was said to, where the speaker is known."""
    publisher: str | None = None
    """Who published the article."""

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that are known, from the speaker outwards, none twice."""
        return tuple(dict.fromkeys(layer for layer in (self.speaker, self.said_in, self.publisher) if layer))


_QUOTED_NAME = r"[«„\"“](?P<name>[^«»„\"“”\n]{2,60})[»\"”“]"
_INTERVIEW = r"\bin an? (?:[a-z]+ ){0,2}(?:interview|conversation) (?:with|to|for) (?:(?:the|an?) )?"
_POST = r"\bin an? (?:[a-z]+ ){0,2}(?:post|statement|article|column) (?:on|to|for|in) (?:(?:the|an?) )?"
_MEDIUM = "newspaper|daily|weekly|magazine|paper|agency|broadcaster|channel|outlet|website|site|network|radio|station"
_PLAIN = r"(?=[.,;:)”\"]|$|\s(?:on|in|that|last|this|published)\b)"
_TO = "изданию|газете|агентству|телеканалу|журналу|радио|каналу|порталу|сайту|виданню|газеті|агенції|радіо"
_SAID_IN = tuple(
    lazy(pattern)
    for pattern in (
        rf"(?:{_INTERVIEW}|{_POST})(?:[\w’'-]+ ){{0,4}}?(?:{_MEDIUM}) {NAME}",
        rf"(?:{_INTERVIEW}|{_POST}){NAME}{_PLAIN}",
        rf"\b[Aa]s {NAME} (?:noted|reported|wrote|writes|reports|notes)\b",
        rf"\b(?:im (?:Gespräch|Interview) mit|gegenüber)(?: (?:der|dem|den))?(?: (?:Zeitung|Agentur|Sender))? {NAME}",
        rf"\b(?:der|dem) (?:Zeitung|Agentur|Nachrichtenagentur|Sender|Magazin) (?:{_QUOTED_NAME})",
        rf"\b(?:der|dem) (?:Zeitung|Agentur|Nachrichtenagentur|Sender|Magazin) {NAME}",
        rf"\b(?:entrevista (?:con|a)|declaraciones a)(?: (?:el|la|al))?(?: (?:diario|periódico|agencia))? {NAME}",
        rf"\b(?:entretien|interview) (?:à|au|avec|accordé à)(?: (?:le|la|l[’']))?(?: ?(?:journal|agence))? ?{NAME}",
        rf"(?<!\w)(?:{_TO}) {_QUOTED_NAME}",
        rf"(?<!\w)(?:{_TO}) {NAME}",
        rf"(?:в интервью|в беседе с|в інтерв[’']ю|у розмові з) (?:{_QUOTED_NAME})",
        rf"(?:в интервью|в беседе с|в інтерв[’']ю|у розмові з) {NAME}",
    )
)
_SAID_TO = {
    language: (lazy(rf"\b(?:{VERBS[language]})\s(?:[\w’'-]+\s){{0,3}}{to}"),)
    for language, to in {
        "de": rf"(?<!\b(?:an|in)\s)(?<!\b(?:aus|bei|mit|von|vor|auf)\s)(?:der|dem) {_QUOTED_NAME}",
        "es": rf"(?:al (?:diario|periódico|portal|canal)|a la (?:agencia|cadena|revista)) {NAME}",
        "fr": rf"(?:au (?:journal|quotidien|magazine|site)|à (?:la chaîne|la radio|l[’']agence)) {NAME}",
    }.items()
} | TOLD_QUOTED
_TOLD_WHAT = (
    r"(?=[.,;:)”\"]|$"
    r"|\s(?:that|on|in|last|this|it|s?he|they|we|how|why|what|there|the|an?|his|her|their|earlier|yesterday)\b)"
)
"""Behind a paper's name: it may only belong to another noun, as in "the Senate committee"."""
_TOLD = lazy(rf"\btold (?:[Tt]he |(?:[a-z]+ ){{1,4}}(?:{_MEDIUM}) )?{NAME}{_TOLD_WHAT}")
_TELLER = r"(?:,[^,.;“”\"]{1,80},|,)?\s(?:(?:also|later|then|has|had)\s){0,2}$"
"""Between who tells and "told": asides."""


def attribute(quote: Quote, article: Article) -> Attribution:
    """Return who stands behind a quote."""
    place = quote.passage.start + quote.start
    speaker = speaker_of(place, quote.passage.start + quote.end, article)
    if speaker is None:
        return Attribution(publisher=article.source)
    before = article.text[max(0, place - LOOK_BACK_CHARS) : place]
    texts = (quote.text, *_naming(before, speaker))
    said_in = next((found for text in texts if (found := _said_in(text, speaker, article))), None)
    return Attribution(speaker=speaker, said_in=said_in, publisher=article.source)


def speaker_of(start: int, end: int, article: Article) -> str | None:
    """Return the one speaker of the sentences of a span of a text; None where they have several, or one not known.

    Sentences of the author's own may stand among them only if each names the speaker, or is a question.
    """
    told, own = list[str | None](), list[str]()
    while start < min(end, len(article.text)):
        first, paragraph = paragraph_at(article.text, start)
        scene = _Scene(article, first, paragraph, unquoted(paragraph))
        for at, sentence in enumerate(scene.sentences):
            if first + sentence.end > start and first + sentence.start < end:
                turn = whose_turn(first + sentence.start, article)
                said = [turn] if turn else scene.said(at) or scene.said_around(at)
                told += said
                own += [] if said else [sentence.text]
        start = first + len(paragraph) + len(PARAGRAPH_BREAK)
    persons = {name and " ".join(whole(name, article.text, article.language).casefold().split()[-2:]) for name in told}
    speaker = told[0] if len(persons) == 1 else None
    return speaker if speaker and all(_is_of(speaker, it, article.language) for it in own) else None


def _is_of(speaker: str, sentence: str, language: str | None) -> bool:
    """Say whether a sentence names a speaker, or asks."""
    named_here = set(stems(surname(speaker), language)) <= set(stems(sentence, language))
    return named_here or _ASKS.search(sentence) is not None or (language == "en" and _HE.match(sentence) is not None)


_ASKS = lazy(r"[?？]\W*$")
_HE = lazy(r"\W*(?:S?[Hh]e)\s")
"""In other languages such a word may mean a thing."""


class _Scene(NamedTuple):
    """A paragraph and who speaks in it: a list, empty where nobody says anything, of None where it is not known who."""

    article: Article
    start: int
    paragraph: str
    sentences: tuple[Sentence, ...]

    def said(self, at: int) -> list[str | None]:
        """Return whom a sentence names, or means, as its speaker."""
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
        at_office = AT.search(sentence.text, 0, it.start) is not None and not it.name.isupper()
        if is_cyrillic(it.name) and (at_office or (name is None and it.name[0].isupper())):
            name = body_as_subject(it.name, _told(self.article))
        return [name, None] if _SECOND.search(sentence.text, it.start) or self._has_two(sentence.text) else [name]

    def _has_two(self, sentence: str) -> bool:
        """Say whether parts of a sentence have speakers of their own: "Ann said so; it is not, according to Ben"."""
        told = (named(part, self.article.language) for part in _APART.split(sentence))
        return len({surname(it.name) for it in told if it}) > 1

    def said_around(self, at: int) -> list[str | None]:
        """Return who says a sentence that is but quoted: “Yes,” said Brandt. “It opens in May.”"""
        if not self._is_quoted(at):
            return []
        closing = next((end for start, end in quotations(self.paragraph) if start < self.sentences[at].end < end), 0)
        last = next((i for i in range(at + 1, len(self.sentences)) if self.sentences[i].end >= closing > 0), at)
        return self.said(last) or self._said_before(at)

    def _said_before(self, at: int) -> list[str | None]:
        """Return who said the nearest sentence before, if all between are but quoted."""
        while at > 0 and self._is_quoted(at):
            at -= 1
            if said := self.said(at):
                return said if _QUOTES.search(self._written(at)) else []
        return []

    def _is_quoted(self, at: int) -> bool:
        """Say whether nothing but speech is left of a sentence: a dash within a paragraph resumes it."""
        resumes = (
            at > 0 and self.article.language in EAST_SLAVIC and _DASH.match(self._written(at)) and not self.said(at)
        )
        return bool(resumes) or re.search(r"\w", self.sentences[at].text) is None

    def _written(self, at: int) -> str:
        return self.paragraph[self.sentences[at].start : self.sentences[at].end]


_SECOND = lazy(r",\s(?:а\s[^,;:«\n]{3,80}\s[—–]\s|[^,;:«\n]{3,80}\s[—–]\sоб?\s)«")
"""Another speaker, whose verb Russian and Ukrainian leave out: "назвал «да», а Белова — «нет»"."""
_APART = lazy(
    r";\s|,\s(?:while|whereas|während|tandis que|mientras que|тогда как|тоді як)\s"
    rf"|,(?=\s(?:{of_language(ACCORDING, None)})\s[^,;]{{1,100}}$)"
)
_DASH = lazy(r"[—–]\s")
_QUOTES = lazy(r"[”\"»“«„—–]")


# --- where ---------------------------------------------------------------------------------------


def _naming(text: str, speaker: str) -> Iterator[str]:
    """Return the sentences that name the speaker, the nearest first."""
    return (text[start:end] for start, end in reversed(sentences(text)) if speaker in text[start:end])


def _said_in(text: str, speaker: str, article: Article) -> str | None:
    patterns = (*_SAID_IN, *_SAID_TO.get(article.language or "", ()))
    told = lazy(rf"(?<!\w)(?:{re.escape(surname(speaker))}|[Ss]?[Hh]e|[Tt]hey|who|and){_TELLER}")
    spans = [match.span("name") for pattern in patterns for match in pattern.finditer(text)]
    spans += [match.span("name") for match in _TOLD.finditer(text) if told.search(text[: match.start()])]
    found = ((clean(text, *span), text[: span[0]].endswith("the ")) for span in spans)
    place = next((it for it, the in found if it and it != speaker and (the or not _is_person(it, article))), None)
    return place and ((is_cyrillic(place) and body_as_subject(place, _told(article), feminine=True)) or place)


def _told(article: Article) -> str:
    return "\n\n".join(part for part in (article.source, article.title, article.text) if part)


def _is_person(name: str, article: Article) -> bool:
    """Say whether somebody was told, no paper: whom the article names in full, or who has a known given name."""
    return name != whole(name, article.text, article.language) or normal_form(name.partition(" ")[0]) in MEN | WOMEN
