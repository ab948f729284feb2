"""Who says so: the speaker of a quote, where it was said, and who published it, as far as the text itself names them.

Pure; reads the quote, then what stands before it in the article. What comes back is verbatim: names are cut out of the
text, never composed. Rather nobody than somebody else: a pronoun stays unresolved where it may mean another person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..patterns import CAPITAL, lazy
from ..quotations import quotations
from ..speech import ACCORDING, PRONOUNS, VERBS, in_language
from ..text import normal_form, sentences
from ..types import PARAGRAPH_BREAK, Article, Quote
from .names import CAPITALISED, INITIALS, NAME, TITLE, WORDS, is_body, people, without_openers

LOOK_BACK_CHARS = 3_000
"""How far before a quote its speaker is looked for, and where they said it."""

LOOK_BACK_PARAGRAPHS = 2
"""Before the paragraph of "he said": the person that is meant stands so near."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Three layers of who stands behind a claim; each is None where the text does not say."""

    speaker: str | None = None
    """Whose claim it is."""
    said_in: str | None = None
    """The paper, agency or broadcast that it was said to."""
    publisher: str | None = None
    """Who published the article."""

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that are known, from the speaker outwards, none twice."""
        return tuple(dict.fromkeys(layer for layer in (self.speaker, self.said_in, self.publisher) if layer))


# --- patterns ------------------------------------------------------------------------------------

_QUOTED_NAME = r"[«\"“](?P<name>[^«»\"“”\n]{2,60})[»\"”]"
_SMALL = r"(?![^\W\d_][A-ZА-Я])[a-zß-öø-ÿа-яѐ-џґ][\w’'\-]{0,30}"
_NO_ROLE = (
    "that|in|on|at|to|by|for|from|it|he|she|they|with|about|dass|im|am|an|auf|bei|zu|mit|nach|vor|von|über|um|für|gegen"
    "|niemand|er|sie|es|ein|eine|einen|aber|auch|à|dans|sur|pour|avec|que|il|elle|en|a|por|para|con|sobre"
    "|что|в|во|на|о|об|по|с|у|к|за|от|из|що|про|до|від"
)
_ROLE = rf"(?!(?:{_NO_ROLE})(?!\w)|(?:of|del?)\s(?:the\s|la\s|l[oa]s\s)?{CAPITAL}){_SMALL}"
"""A word of "the clinical director", none that begins another part of the sentence."""
_NOUN = rf"(?!(?:has|had|have|been|was|were|is|are|be|also|who|which|will|would|not|then)\s){_ROLE}"
_NOT_OF = "".join(
    rf"(?<!\b{word}\s)" for word in "of in at on by to with from for de la del in\\sder in\\sdem в на из у".split()
)
"""What follows such a word is not who says it."""
# "the Ministry of Health", "western officials": up to the mark; a list of names whole, a role with the name behind it.
_WHO_WORD = rf"(?:{TITLE}|{INITIALS}|\d[\d.,]{{0,20}}\d|[^\s,.;:!?“”\"«»()—–]{{1,40}})"
_LISTED = rf"(?:the )?{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_WHO = (
    rf"(?P<name>{_WHO_WORD}(?:\s{_WHO_WORD}){{0,11}}"
    rf"(?:(?:, {_LISTED}){{1,4}},? and {_LISTED}"
    rf"|, (?:{_ROLE} ){{0,4}}{CAPITALISED} {CAPITALISED}(?=[,.;:]))?)"
)
_ADVERBS = r"(?:also |has |had |then |later |further |repeatedly ){0,2}"
_THE = r"(?:(?:the|its|his|her|their|der|die|el|la|le)\s)?"


@lru_cache(maxsize=16)
def _speakers(language: str | None) -> tuple[re.Pattern[str], ...]:
    """Return what names a speaker, the surest first."""
    said, according = rf"(?:{in_language(VERBS, language)})(?!\w)", in_language(ACCORDING, language)
    # English puts the verb before its subject only behind what was said; German sets no comma behind "according to".
    behind = r"[”“\"»,],?\s?[—–-]?\s?" if language == "en" else r"(?<!\w)"
    whose = rf"(?:{_SMALL}\s){{0,3}}{NAME}" if language == "de" else _WHO
    return tuple(
        lazy(pattern)
        for pattern in (
            rf"(?<!\w)(?i:{according})\s(?!{said}){whose}",
            rf"(?<!\w)(?:Der |Dem |Den )?{NAME} zufolge(?!\w)",
            rf"(?<!\w){_NOT_OF}{NAME}\s{_ADVERBS}{said}",
            rf"(?<!\w){_NOT_OF}{NAME},\s[^,.“”\"«»\n]{{1,80}},\s{_ADVERBS}{said}",
            rf",\s{NAME},\s{_ADVERBS}{said}",
            rf"{behind}{said}\s{_THE}(?:{_ROLE},?\s){{0,8}}(?:(?:of|del?)\s(?:the\s|la\s|l[oa]s\s)?{WORDS},\s)?{NAME}",
            rf"{behind}{said}\s(?P<name>(?:the|el|la|le)\s{_NOUN})",
            rf"(?<!\w){_NOT_OF}(?P<name>[Tt]he (?:{_NOUN}\s){{0,3}}{_NOUN})\s{_ADVERBS}{said}",
        )
    )


@lru_cache(maxsize=16)
def _pronoun(language: str | None) -> re.Pattern[str]:
    """Return what says that somebody speaks who was named before."""
    said, pronoun = in_language(VERBS, language), in_language(PRONOUNS, language)
    return lazy(
        rf"(?<!\w)(?:(?P<one>{pronoun})\s{_ADVERBS}(?:{said})|(?:{said})(?:\s|-t-|-)(?P<two>{pronoun})"
        r"|a-t-(?P<three>il|elle)\s\w+|according to (?:him|her)|по (?:его|её|ее) словам|за (?:його|її) словами"
        r"|selon (?:lui|elle)|según (?:él|ella))(?!\w)",
        re.IGNORECASE,
    )


_MANY = frozenset("they ellos ellas ils они вони".split())
_OCCASION = (
    r"\b(?:in an?|in the) (?:[a-z]+ ){0,2}(?:interview|conversation|statement|post|article|column|speech)"
    r" (?:with|to|for|on|in) (?:(?:the|an?) )?"
)
_PLACES = tuple(
    lazy(pattern)
    for pattern in (
        rf"{_OCCASION}(?:[\w’'-]+ ){{0,4}}?"
        rf"(?:newspaper|daily|magazine|agency|broadcaster|channel|outlet|website|site|network|radio) {NAME}",
        rf"{_OCCASION}{NAME}(?=[.,;:)”\"]|$|\s(?:on|in|that|last|this|published)\b)",
        rf"(?<!\bI )(?<!\b[Ww]e )\btold (?:(?:the|an?) )?(?:[a-z]+ ){{0,4}}{NAME}",
        rf"\b[Aa]s {NAME} (?:noted|reported|wrote|writes|reports|notes)\b",
        rf"\b(?:im (?:Gespräch|Interview) mit|gegenüber)(?: (?:der|dem|den))?(?: (?:Zeitung|Agentur|Sender))? {NAME}",
        rf"\b(?:der|dem) (?:Zeitung|Agentur|Nachrichtenagentur|Sender|Magazin) {NAME}",
        rf"\b(?:entrevista (?:con|a)|declaraciones a)(?: (?:el|la|al))?(?: (?:diario|periódico|agencia))? {NAME}",
        rf"\b(?:entretien|interview) (?:à|au|avec|accordé à)(?: (?:le|la|l[’']))?(?: ?(?:journal|agence))? ?{NAME}",
        rf"(?:изданию|газете|агентству|телеканалу|виданню|газеті|телеканалу) {_QUOTED_NAME}",
        rf"(?:изданию|газете|агентству|телеканалу|виданню|газеті|телеканалу) {NAME}",
        rf"(?:в интервью|в беседе с|в інтерв[’']ю|у розмові з) (?:{_QUOTED_NAME})",
        rf"(?:в интервью|в беседе с|в інтерв[’']ю|у розмові з) {NAME}",
    )
)
_NOBODY = frozenset(
    "he she they it we i you who er sie es wir ich wer il elle ils nous je qui él ella ellos quien он она они мы я кто"
    " lo le se nos мне нам ему ей им вам мені йому їй їм"
    " він вона вони ми хто this that these those there the a an but and his her their its what его её ее их".split()
)
_RELATIVE = frozenset("which whom who whose dem der denen lequel laquelle которым которому которых которой".split())
"""What "according to" goes on with where it only links two clauses."""
_CUT_OFF = lazy(rf"(?<!\w)(?:of|in|at|on|by|to|with|from|for|del?)\s{CAPITAL}[\w’'\-]*\s$")
"""Before what is only the end of a name that does not say it: "Shopkeepers in Bridge Street said"."""
_SOMEBODY_NEW = lazy(
    r"[\"“«„]?(?:an?|one|another|some|ein|eine|un|une|una|uno|один|одна|одно[йг]о?|якийсь)\s", re.IGNORECASE
)
"""Opens a sentence about somebody who has no name in it."""


def attribute(quote: Quote, article: Article) -> Attribution:
    """Return who stands behind a quote."""
    before = _before(article, quote.passage.start + quote.start)
    speaker = _speaker_within(quote, article) or _speaker_of_the_same_speech(quote, article)
    said_in = _place(quote.text, speaker)
    if said_in is None and speaker is not None:
        said_in = next((found for text in _naming(before, speaker) if (found := _place(text, speaker))), None)
    return Attribution(speaker=speaker, said_in=said_in, publisher=article.source)


def _speaker_within(quote: Quote, article: Article) -> str | None:
    """Return whom the first of the quote's sentences with a speaker names, or means."""
    for begin, end in sentences(quote.text):
        sentence = quote.text[begin:end]
        if named := _speaker(sentence, article.language):
            return named
        if pronoun := _pronoun(article.language).search(sentence):
            return _meant(pronoun, quote.passage.start + quote.start + begin + pronoun.start(), article)
    return None


def _speaker_of_the_same_speech(quote: Quote, article: Article) -> str | None:
    """Return who spoke in the sentence before, where the quote only goes on: “Yes,” said Brandt. “It opens in May.”"""
    if not re.match(r"[“\"«„]", quote.text):
        return None
    paragraph = _paragraphs_before(article, quote.passage.start + quote.start, 0)
    last = next(_backwards(paragraph), "")
    return _speaker(last, article.language) if re.search(r"[”\"»“]", last) else None


def _meant(pronoun: re.Match[str], place: int, article: Article) -> str | None:
    """Return the person, named before a place of the article, whom a pronoun there means; None where it is not sure."""
    many = any(word and word.casefold() in _MANY for word in pronoun.groups())
    for sentence in _backwards(_unquoted(_paragraphs_before(article, place, LOOK_BACK_PARAGRAPHS))):
        named = _speaker(sentence, article.language)
        if named and (many or not is_body(named)):
            return named
        persons = [] if many else people(sentence, article.text, article.language)
        if persons:
            alone = len({person.split()[-1] for person in persons}) == 1
            return persons[0] if alone or sentence.startswith(persons[0]) else None
        if not many and _SOMEBODY_NEW.match(sentence):
            return None
    return None


def _paragraphs_before(article: Article, place: int, more: int) -> str:
    """Return the paragraph up to a place, with so many of those before it."""
    return PARAGRAPH_BREAK.join(_before(article, place).split(PARAGRAPH_BREAK)[-1 - more :])


def _before(article: Article, place: int) -> str:
    return article.text[max(0, place - LOOK_BACK_CHARS) : place]


def _unquoted(text: str) -> str:
    """Return a text of the same length without what stands between its quotation marks: whom a speaker names is not
    the speaker."""
    for start, end in quotations(text):
        text = text[: start + 1] + " " * (end - start - 2) + text[end - 1 :]
    return text


# --- sentences -----------------------------------------------------------------------------------


def _backwards(text: str) -> Iterator[str]:
    for start, end in reversed(sentences(text)):
        yield text[start:end]


def _naming(text: str, speaker: str) -> Iterator[str]:
    """Return the sentences that name the speaker, the nearest first."""
    return (sentence for sentence in _backwards(text) if speaker in sentence)


def _speaker(text: str, language: str | None) -> str | None:
    return next((name for pattern in _speakers(language) for name in _names(pattern, text)), None)


def _place(text: str, speaker: str | None) -> str | None:
    return next((name for pattern in _PLACES for name in _names(pattern, text) if name != speaker), None)


def _names(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        if _CUT_OFF.search(text, max(0, match.start("name") - 42), match.start("name")):
            continue
        name = without_openers(text, *match.span("name")).strip(" .’'-")
        if name and normal_form(name) not in _NOBODY and normal_form(name.partition(" ")[0]) not in _RELATIVE:
            yield name
