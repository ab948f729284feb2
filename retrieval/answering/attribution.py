"""Who says so: the speaker of a quote, where it was said, and who published it, as far as the text itself names them.

Pure; reads the quote, then what stands before it in the article. What comes back is verbatim: names are cut out of the
text, never composed. Rather nobody than somebody else: a pronoun stays unresolved where it may mean another person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..months import MONTH
from ..patterns import CAPITAL, lazy
from ..quotations import quotations
from ..speech import ACCORDING, PRONOUNS, VERBS, in_language
from ..text import normal_form, sentences, stem, word_list
from ..types import PARAGRAPH_BREAK, Article, Quote

LOOK_BACK_CHARS = 3_000
"""How far before a quote it is looked for where its speaker said it."""

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

_TITLE = r"(?:Dr|Mr|Mrs|Ms|St|Sgt|Prof|Gen|Col|Lt|Sen|Rep|Gov|Capt|Sr|Sra|M|Mme|Mlle)\."
_INITIALS = rf"(?:{CAPITAL}\.){{1,3}}(?=\s{CAPITAL})"
_CAPITALISED = rf"(?:{_TITLE}|{_INITIALS}|{CAPITAL}[\w’'\-]{{0,40}})"
_LINK = r"(?:of the|of|&|de la|de|del|du|van der|van|von der|von|bin|al)"
# At most six words with capitals, small ones of names between them.
_WORDS = rf"(?!The\s){_CAPITALISED}(?:\s(?:{_LINK}\s)?{_CAPITALISED}){{0,5}}"
_NAME = rf"(?P<name>{_WORDS})"
_QUOTED_NAME = r"[«\"“](?P<name>[^«»\"“”\n]{2,60})[»\"”]"
_SMALL = r"(?![^\W\d_][A-ZА-Я])[a-zß-öø-ÿа-яѐ-џґ][\w’'\-]{0,30}"
_NO_ROLE = (
    "that|in|on|at|to|by|for|from|it|he|she|they|with|about|dass|im|am|an|auf|bei|zu|mit|nach|vor|von|über|um|für|gegen"
    "|niemand|er|sie|es|ein|eine|einen|aber|auch|à|dans|sur|pour|avec|que|il|elle|en|a|por|para|con|sobre|что|в|во|на|о|об|по|с|у|к|за|от|из|що|про|до|від"
)
_ROLE = rf"(?!(?:{_NO_ROLE})(?!\w)|(?:of|del?)\s(?:the\s|la\s|l[oa]s\s)?{CAPITAL}){_SMALL}"
"""A word of "the clinical director", none that begins another part of the sentence."""
_NOUN = rf"(?!(?:has|had|have|been|was|were|is|are|be|also|who|which|will|would|not|then)\s){_ROLE}"
_NOT_OF = "".join(
    rf"(?<!\b{word}\s)" for word in "of in at on by to with from for de la del in\\sder in\\sdem в на из у".split()
)
"""What follows such a word is not who says it."""
# "the Ministry of Health", "western officials": up to the mark; a list of names whole, a role with the name behind it.
_WHO_WORD = rf"(?:{_TITLE}|{_INITIALS}|\d[\d.,]{{0,20}}\d|[^\s,.;:!?“”\"«»()—–]{{1,40}})"
_LISTED = rf"(?:the )?{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}"
_WHO = (
    rf"(?P<name>{_WHO_WORD}(?:\s{_WHO_WORD}){{0,11}}"
    rf"(?:(?:, {_LISTED}){{1,4}},? and {_LISTED}"
    rf"|, (?:{_ROLE} ){{0,4}}{_CAPITALISED} {_CAPITALISED}(?=[,.;:]))?)"
)
_ADVERBS = r"(?:also |has |had |then |later |further |repeatedly ){0,2}"
_THE = r"(?:(?:the|its|his|her|their|der|die|el|la|le)\s)?"


@lru_cache(maxsize=16)
def _speakers(language: str | None) -> tuple[re.Pattern[str], ...]:
    """Return what names a speaker, the surest first."""
    said, according = rf"(?:{in_language(VERBS, language)})(?!\w)", in_language(ACCORDING, language)
    # English puts the verb before its subject only behind what was said; German sets no comma behind "according to".
    behind = r"[”“\"»,],?\s?[—–-]?\s?" if language == "en" else r"(?<!\w)"
    whose = rf"(?:{_SMALL}\s){{0,3}}{_NAME}" if language == "de" else _WHO
    return tuple(
        lazy(pattern)
        for pattern in (
            rf"(?<!\w)(?i:{according})\s(?!{said}){whose}",
            rf"(?<!\w)(?:Der |Dem |Den )?{_NAME} zufolge(?!\w)",
            rf"(?<!\w){_NOT_OF}{_NAME}\s{_ADVERBS}{said}",
            rf"(?<!\w){_NOT_OF}{_NAME},\s[^,.“”\"«»\n]{{1,80}},\s{_ADVERBS}{said}",
            rf",\s{_NAME},\s{_ADVERBS}{said}",
            rf"{behind}{said}\s{_THE}(?:{_ROLE},?\s){{0,5}}(?:(?:of|del?)\s(?:the\s|la\s|l[oa]s\s)?{_WORDS},\s)?{_NAME}",
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
        rf"(?:newspaper|daily|magazine|agency|broadcaster|channel|outlet|website|site|network|radio) {_NAME}",
        rf"{_OCCASION}{_NAME}(?=[.,;:)”\"]|$|\s(?:on|in|that|last|this|published)\b)",
        rf"(?<!\bI )(?<!\b[Ww]e )\btold (?:(?:the|an?) )?(?:[a-z]+ ){{0,4}}{_NAME}",
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
_NOBODY = frozenset(
    "he she they it we i you who er sie es wir ich wer il elle ils nous je qui él ella ellos quien он она они мы я кто"
    " lo le se nos мне нам ему ей им вам мені йому їй їм"
    " він вона вони ми хто this that these those there the a an but and his her their its what его её ее их".split()
)
_RELATIVE = frozenset("which whom who whose dem der denen lequel laquelle которым которому которых которой".split())
"""What "according to" goes on with where it only links two clauses."""
_OPENERS = frozenset(
    "as but and when while if in on at then yesterday today later earlier however meanwhile still now once after"
    " before since for that although though because instead moreover nevertheless last also next early late"
    " monday tuesday wednesday thursday friday saturday sunday"
    " als wie am im in gestern heute später jedoch doch dann auch nach montag dienstag mittwoch donnerstag"
    " freitag samstag sonntag"
    " como ayer hoy luego después lunes martes miércoles jueves viernes sábado domingo"
    " comme hier puis ensuite lundi mardi mercredi jeudi vendredi samedi dimanche"
    " сам сама как вчера сегодня позже однако также затем ранее а но и в во по у об"
    " як вчора сьогодні пізніше однак також раніше але та й і".split()
)
"""What a sentence opens with before it names somebody: "On Monday Tarrant said"."""
_CUT_OFF = lazy(rf"(?<!\w)(?:of|in|at|on|by|to|with|from|for|del?)\s{CAPITAL}[\w’'\-]*\s$")
"""Before what is only the end of a name that does not say it: "Shopkeepers in Bridge Street said"."""
_OPENING_MONTH = lazy(rf"(?:{MONTH})(?!\w)", re.IGNORECASE)
_BEFORE_MONTH = lazy(r"(?:\d|(?<!\w)(?:in|im|en|since|until|last|seit|desde|depuis|в|у|с|з))\s$", re.IGNORECASE)

# --- people --------------------------------------------------------------------------------------

_FULL_NAME = lazy(
    r"(?<![\w.])(?<!\b[Tt]he\s)(?<!\b(?:der|die|das|den|dem|des|les|los|las)\s)(?<!\b(?:la|le|el|in|at|im|en|на|из)\s)"
    r"(?<!\b(?:near|into|dans|from|with)\s)(?<!\bon\s)(?<!\b[àвуз]\s)(?!(?:The|Der|Die|Das|Ein|Eine|La|Le|Les|El|Los|Las|Sa|Son|Su)\s)"
    rf"(?P<name>{_CAPITALISED}(?:\s(?:{_LINK}\s)?{_CAPITALISED}){{1,4}})"
)
_BODY = lazy(
    r"(?<!\w)(?:(?:council|union|bank|college|party|police|club|fc|ltd|inc|plc|group|trust|hospital|school|street|road"
    r"|river|lane|avenue|square|bridge|academy|county|city|town|times|herald|gazette|post|journal|news|courier|court|museum|festival|cup|league"
    r"|kingdom|republic|government|department|committee|board|service|report|study|team|office|authority|association"
    r"|federation|society|airport|university|ministry|company|agency|institute|investigator|official|officer"
    r"|polizei|rat|amt|partei|universität|stadt|ayuntamiento|policía|gobierno|sociedad|calle|mairie|préfecture|société"
    r"|rue|conseil|police|gouvernement)(?:e?s|['’]s?)?(?!\w)"
    r"|(?:companies|parties|universities|ministries|agencies|regierung|verein|gesellschaft|schule|straße|behörde|zeitung"
    r"|ministeri|полици|министерств|компани|совет|мэри|администраци|департамент|управлени|прокуратур|суд|газет"
    r"|следстви|поліці|міністерств|рад[аиі]|мері[їяю]|адміністраці|управлінн|слідств)\w*)",
    re.IGNORECASE,
)
"""What is no person, and so is not meant by "he" or "she"."""
_SOMEBODY_NEW = lazy(
    r"[\"“«„]?(?:an?|one|another|some|ein|eine|un|une|una|uno|один|одна|одно[йг]о?|одна|якийсь)\s", re.IGNORECASE
)
"""Opens a sentence about somebody who has no name in it."""


def attribute(quote: Quote, article: Article) -> Attribution:
    """Return who stands behind a quote."""
    start = quote.passage.start + quote.start
    before = article.text[max(0, start - LOOK_BACK_CHARS) : start]
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
        if named and (many or not _is_body(named)):
            return named
        people = [] if many else _people(sentence, article)
        if people:
            alone = len({person.split()[-1] for person in people}) == 1
            return people[0] if alone or sentence.startswith(people[0]) else None
        if not many and _SOMEBODY_NEW.match(sentence):
            return None
    return None


def _paragraphs_before(article: Article, place: int, more: int) -> str:
    """Return the paragraph up to a place, with so many of those before it."""
    return PARAGRAPH_BREAK.join(article.text[:place].split(PARAGRAPH_BREAK)[-1 - more :])


def _unquoted(text: str) -> str:
    """Return a text of the same length without what stands between its quotation marks: whom a speaker names is not
    the speaker."""
    for start, end in quotations(text):
        text = text[: start + 1] + " " * (end - start - 2) + text[end - 1 :]
    return text


def _people(sentence: str, article: Article) -> list[str]:
    """Return the persons that a sentence names, in order."""
    surnames = _surnames(article.text, article.language)
    found = {match.start("name"): match["name"] for match in _full_names(sentence)}
    for match in re.finditer(rf"(?<!\w){CAPITAL}[\w’'\-]+", sentence):
        inside = any(start <= match.start() < start + len(name) for start, name in found.items())
        if not inside and stem(match.group(), article.language) in surnames:
            found[match.start()] = match.group()
    named = [_without_openers(sentence, start, start + len(name)) for start, name in sorted(found.items())]
    return [re.sub(r"['’]s$", "", name) for name in named if name]


def _full_names(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _FULL_NAME.finditer(text) if not _is_body(match["name"]))


def _is_body(name: str) -> bool:
    """Say whether a name is no person's: the University of Talvik, but not Ilse Brandt of the university."""
    return _BODY.search(name.partition(" of ")[0]) is not None


@lru_cache(maxsize=16)
def _surnames(text: str, language: str | None) -> frozenset[str]:
    """Return the stems of the last words of a text's full names."""
    return frozenset(stem(word_list(match["name"])[-1], language) for match in _full_names(text))


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
        name = _without_openers(text, *match.span("name")).strip(" .’'-")
        if name and normal_form(name) not in _NOBODY and normal_form(name.partition(" ")[0]) not in _RELATIVE:
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
