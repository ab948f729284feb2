"""Who says so: the speaker of a quote, where it was said, and who published it, as far as the text itself names them.

Pure; reads the quote, then what stands before it in the article. English first, then German, Spanish, French, Russian
and Ukrainian. What comes back is verbatim: names are cut out of the text, never composed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..months import MONTH
from ..patterns import CAPITAL, lazy
from ..text import normal_form, sentences
from ..types import Article, Quote

LOOK_BACK_CHARS = 3_000
"""How far before a quote the person that "he said" means is looked for, and where it was said."""


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


# A capital, then word characters; at most six such words, small ones of names between them.
_CAPITAL = rf"{CAPITAL}[\w’'.\-]{{0,40}}"
_LINK = r"(?:of the|of|de la|de|del|du|van der|van|von der|von|bin|al)"
_PLAIN = rf"(?!The\s){_CAPITAL}(?:\s(?:{_LINK}\s)?{_CAPITAL}){{0,5}}"
_NAME = rf"(?P<name>{_PLAIN})"
_QUOTED_NAME = r"[«\"“](?P<name>[^«»\"“”\n]{2,60})[»\"”]"
# "the Ministry of Health", "western officials": up to the comma; a list of names whole.
_WHO = (
    r"(?P<name>[^\s,.;:!?“”\"«»()][^,.;:!?“”\"«»()\n]{1,80}"
    rf"(?:(?:, (?:the )?{_CAPITAL}(?: {_CAPITAL}){{0,2}}){{1,4}},? and (?:the )?{_CAPITAL}(?: {_CAPITAL}){{0,2}})?)"
)
_SAID = (
    r"(?:said|says|told|tells|claimed|claims|stated|states|added|adds|argued|argues|noted|notes|reported|reports"
    r"|announced|announces|warned|warns|wrote|writes|confirmed|confirms|denied|denies|insisted|insists|explained"
    r"|explains|revealed|reveals|alleged|acknowledged|admitted|estimated|estimates|suggested|dismissed|described"
    r"|sagte|sagt|erklärte|erklärt|betonte|behauptete|berichtete|meinte|schrieb|kündigte|teilte"
    r"|dijo|dice|afirmó|afirma|declaró|aseguró|señaló|explicó|anunció|informó|añadió"
    r"|a déclaré|a dit|a affirmé|a expliqué|a annoncé|a ajouté|a indiqué|déclare|affirme|explique"
    r"|сказала?|заявила?|сообщила?|сообщает|отметила?|подчеркнула?|рассказала?|утверждает|добавила?"
    r"|сказав|заявив|повідоми(?:в|ла)|зазначи(?:в|ла)|розпові(?:в|ла)|стверджує|дода(?:в|ла))"
)
_ADVERBS = r"(?:also |has |had |then |later |further |repeatedly ){0,2}"
_ACCORDING = (
    r"(?:[Aa]ccording to|[Ii]n the words of|[Ss]egún|[Ss]elon|[Dd][’']après"
    r"|[Пп]о (?:словам|данным|мнению|информации)|[Сс]огласно|[Зз]а (?:словами|даними)|[Зз]гідно з)"
)
_SPEAKERS = tuple(
    lazy(pattern)
    for pattern in (
        rf"\b{_ACCORDING}\s{_WHO}",
        rf"\b(?:[Ll]aut|[Nn]ach Angaben)\s(?:(?:von|der|des|dem|den)\s){{0,2}}{_NAME}",
        rf"\b{_NAME},?\s{_ADVERBS}{_SAID}\b",
        rf"\b{_NAME},\s[^,.“”\"\n]{{1,80}},\s{_ADVERBS}{_SAID}\b",
        rf"[”“\"»],?\s[—–-]?\s?{_SAID}\s(?:(?:the|der|die|el|la|le)\s)?(?:[a-zа-яёіїєґ\-]+\s){{0,4}}{_NAME}",
    )
)
_OCCASION = (
    r"\b(?:in an?|in the) (?:[a-z]+ ){0,2}(?:interview|conversation|statement|post|article|column|speech)"
    r" (?:with|to|for|on|in) (?:(?:the|an?) )?"
)
_PLACES = tuple(
    lazy(pattern)
    for pattern in (
        rf"{_OCCASION}(?:[\w’'-]+ ){{0,4}}?"
        rf"(?:newspaper|daily|magazine|agency|broadcaster|channel|outlet|website|site|network|radio) {_NAME}",
        rf"{_OCCASION}{_NAME}(?=[.,;:)”\"]|$|\s(?:on|in|that|last|this|published)\b)",
        rf"\btold (?:(?:the|an?) )?(?:[a-z]+ ){{0,4}}{_NAME}",
        rf"\b[Aa]s {_NAME} (?:noted|reported|wrote|writes|reports|notes)\b",
        rf"\b(?:im (?:Gespräch|Interview) mit|gegenüber)(?: (?:der|dem|den))?(?: (?:Zeitung|Agentur|Sender))? {_NAME}",
        rf"\b(?:der|dem) (?:Zeitung|Agentur|Nachrichtenagentur|Sender|Magazin) {_NAME}",
        rf"\b(?:entrevista (?:con|a)|declaraciones a)(?: (?:el|la|al))?(?: (?:diario|periódico|agencia))? {_NAME}",
        rf"\b(?:entretien|interview) (?:à|au|avec|accordé à)(?: (?:le|la|l[’']))?(?: ?(?:journal|agence))? ?{_NAME}",
        rf"(?:изданию|газете|агентству|телеканалу|виданню|газеті|телеканалу) {_QUOTED_NAME}",
        rf"(?:изданию|газете|агентству|телеканалу|виданню|газеті|телеканалу) {_NAME}",
        rf"(?:в интервью|в беседе с|в інтерв[’']ю|у розмові з) (?:{_QUOTED_NAME})",
        rf"(?:в интервью|в беседе с|в інтерв[’']ю|у розмові з) {_NAME}",
    )
)
_PRONOUN = lazy(
    rf"\b(?:he|she|they|er|sie|il|elle|él|ella|он|она|они|він|вона|вони)\s(?:also |has |had |then )?{_SAID}\b"
    rf"|{_SAID}\s(?:he|she|they|er|sie|он|она|він|вона)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(
    "he she they it we i er sie es wir ich il elle ils nous je él ella ellos он она они мы я він вона вони ми this that"
    " these those there the a an but and".split()
)

_OPENERS = frozenset(
    "as but and when while if in on at then yesterday today later earlier however meanwhile still now once after"
    " before since for although though because instead moreover nevertheless also last next early late"
    " monday tuesday wednesday thursday friday saturday sunday"
    " als wie am im in gestern heute später jedoch doch dann auch nach montag dienstag mittwoch donnerstag"
    " freitag samstag sonntag"
    " como ayer hoy luego después lunes martes miércoles jueves viernes sábado domingo"
    " comme hier puis ensuite lundi mardi mercredi jeudi vendredi samedi dimanche"
    " как вчера сегодня позже однако также затем ранее а но в во по у"
    " як вчора сьогодні пізніше однак також раніше але".split()
)
"""What a sentence opens with before it names somebody: "On Monday Tarrant said"."""
_OPENING_MONTH = lazy(rf"(?:{MONTH})(?!\w)", re.IGNORECASE)
_BEFORE_MONTH = lazy(r"(?:\d|(?<!\w)(?:in|im|en|since|until|last|seit|desde|depuis|в|у|с|з))\s$", re.IGNORECASE)


def attribute(quote: Quote, article: Article) -> Attribution:
    """Return who stands behind a quote."""
    before = article.text[
        max(0, quote.passage.start + quote.start - LOOK_BACK_CHARS) : quote.passage.start + quote.start
    ]
    speaker = _speaker(quote.text)
    if speaker is None and _PRONOUN.search(quote.text):
        speaker = next((found for text in _backwards(before) if (found := _speaker(text))), None)
    said_in = _place(quote.text, speaker)
    if said_in is None and speaker is not None:
        said_in = next((found for text in _naming(before, speaker) if (found := _place(text, speaker))), None)
    return Attribution(speaker=speaker, said_in=said_in, publisher=article.source)


def _backwards(text: str) -> Iterator[str]:
    for start, end in reversed(sentences(text)):
        yield text[start:end]


def _naming(text: str, speaker: str) -> Iterator[str]:
    """Return the sentences that name the speaker, the nearest first."""
    return (sentence for sentence in _backwards(text) if speaker in sentence)


def _speaker(text: str) -> str | None:
    return next((name for pattern in _SPEAKERS for name in _names(pattern, text)), None)


def _place(text: str, speaker: str | None) -> str | None:
    return next((name for pattern in _PLACES for name in _names(pattern, text) if name != speaker), None)


def _names(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        name = _without_openers(text, *match.span("name")).strip(" .’'-")
        if name and name.casefold() not in _PRONOUNS:
            yield name


def _without_openers(text: str, start: int, end: int) -> str:
    """Return a name without the words that only open the sentence, nor a month that is told with "in"."""
    while start < end:
        first = text[start:end].partition(" ")[0]
        month = _OPENING_MONTH.fullmatch(first) and _BEFORE_MONTH.search(text, max(0, start - 12), start)
        if not first[:1].isupper() or (normal_form(first) not in _OPENERS and not month):
            break
        start += len(first) + 1
    return text[start:end]
