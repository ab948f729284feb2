"""The antecedent of "she said": the person that the article named before, if nobody else can be meant. Pure."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..language.text import is_cyrillic
from ..language.traits import EAST_SLAVIC
from ..patterns import CAPITAL, by_language, lazy
from ..types import PARAGRAPH_BREAK, Article
from .cases import is_oblique
from .gender import Gender, of_person, of_pronoun
from .named_speaker import Named, Pronoun, named
from .names import is_body, people, surname, whole
from .saying_verbs import PRONOUNS
from .unquoted import paragraph_at, unquoted

MAX_ROLE_CHARS = 80
"""Longer text between the beginning of a sentence and a name is no role."""

LOOK_BACK_PARAGRAPHS = 2
"""How far before the paragraph of "he said" the person is looked for."""


_MARKS = ' "“«„—–'
_MANY = lazy(r"(?<!\w)(?:they|ellos|ellas|ils|elles|они|вони|\w+en sie)(?!\w)", re.IGNORECASE)
_SOMEBODY_NEW = lazy(
    r"[\"“«„]?(?:an?|one|another|some|ein|eine|un|une|una|uno|один|одна|одно[йг]о?|якийсь|друг(?:ой|ая|ий|а)"
    r"|втор(?:ой|ая)|трет(?:ий|ья|ій|я)|інш(?:ий|а)"
    r"|(?:the|der|die|le|la|l['’]|el)\s?(?:first|second|third|other|last|latter|former|zweite|dritte|andere|letzte|autre"
    r"|deuxième|troisième|segund[oa]|tercer[oa]?|otr[oa]))[,\s]",
    re.IGNORECASE,
)
"""Opens a sentence about somebody whom it does not name."""
_SOMEBODY = lazy(
    r"\W*(?:the|its|his|her|their|(?:\w[\w-]{0,30}\s){0,2}\w[\w-]{0,30}['’]s|der|die|seine?|ihre?|le|la|l['’]"
    r"|les|el|los|su|son|sa|его|её|ее|их|його|її)\s?"
    r"(?:[\w’'-]+\s){0,2}?"
    r"(?:\w*(?:woman|man|ist|ician|mayor|clerk|inspector|judge|minister|director|teacher|driver|nurse|doctor|lawyer"
    r"|officer|engineer|farmer|owner|manager|captain|president|chancellor|premier|leader|envoy|ambassador|governor|senator|bishop|king|queen|witness|neighbour|patient|mother|father|sister|brother|wife|husband|son"
    r"|daughter|widow|girl|boy|boss|colleague|friend|coach|guard|chef(?:fe|in)?|arzt|ärztin|mann|frau|tochter|sohn|bruder|schwester|vater|mutter|anwalt|anwältin|nachbar(?:in)?)"
    r"|[A-ZÄÖÜ]\w{3,}(?:erin|istin|entin|antin|orin|ärtin|eurin)|\w*(?:richter|sprecher|leiter|meister|minister|lehrer)"
    r"|\w{3,}(?:euse|trice|ière|ienne)|maire|ministre|juge|directeur|préfète?|procureure?|avocate?|voisine?|patiente?|mère|père"
    r"|patronne?|médecin|collègue|amie?|mari|femme|épou(?:x|se)|fils|fille|frère|sœur"
    r"|alcalde(?:sa)?|ministr[oa]|juez[a]?|director[a]?|portavoz|vecin[oa]|paciente|abogad[oa]|madre|padre|concejal[a]?"
    r"|jef[ea]|médic[oa]|colega|amig[oa]|marido|mujer|espos[oa]|hij[oa]|herman[oa]"
    r"|\w{3,}(?:[влнр]ец|ник|ница|ниця|щик|чик|тель|лог|кат|[оен]рка|истка)|муж|жена|мать|отец|сын|дочь|брат|сестра"
    r"|чоловік|дружина|мати|батько|син|донька)(?!\w)"
    r"|\W*(?:сосед(?:ка)?|сусід(?:ка)?|подруга|друг|женщина|мужчина|жінка|чоловік|девушка|дівчина|врач|лікар(?:ка)?"
    r"|водій|полицейский|поліцейський|солдат|боец|боєць)\s"
    r"|\W*(?:президент|премьер|прем['’ʼ]єр|министр|міністр|посол|глава|губернатор|мэр|мер|судья|суддя|директор)\w{0,2}\s"
    r"|\W*[А-ЯІЇЄ]\w{3,}(?:[оен]рка|истка|ница|ниця|анка|иця|тель|ник|щик|чик)(?!\w)",
    re.IGNORECASE,
)
_RECKONED = lazy(r"оцен|подсч|расч|данны|информ|оцінк|підрах|розрах|дани|інформ", re.IGNORECASE)
"""Also said of institutions: "по её оценке" may be a company's."""
_ARTICLE = lazy(r"^(?:The|El|La|Le|Der|Die|Das)\s")
_AND = lazy(rf"(?:,\s[^,]{{1,80}},)?\s(?:and|und|et|y|e|и|і|й|та)\s(?:[^\W\d_]+\s){{0,3}}?{CAPITAL}")
"""Joins another person to the first one: "Ilse Brandt, the mayor, and her deputy Ada Low"."""
_LEAD = lazy(r"^\W*\w[^,.;:]{1,60},\s")
"""An adverbial before the subject: "In Marlwick, "."""
_OF = lazy(r"(?<!\w)(?:of|von|del?|d['’])\s?$")
"""Before a name that is not that of whom a sentence is about: "the sister of Ilse Brandt"."""
_NO_SUBJECT = lazy(
    r"(?<!\w)(?:she|he|they|sie|er|wir|elle|il|ella|él|она|он|они|вона|він|вони|denn|кроме|крім|без|среди|серед"
    r"|who|which|that|when|where|while|as|if|because|by|to|with|from|for|at|on|into|after|before|than|and"
    r"|was|were|is|are|has|had|\w{2,}ed|met|saw|wer|der,|die,|dass|als|wenn|wo|weil|bei|mit|zu|zum|zur|an|auf|für|über|gegen"
    r"|nach|vor|\w{2,}[a-z]te|hat|ist|war|qui|que|où|quand|lorsque|dont|par|avec|chez|pour|à|au|dans|sur|a|ont|est"
    r"|avait|était|quien|donde|cuando|por|con|para|en|al|había|era|es|\w{2,}(?:ó|aron|ieron)|который|которая|которого"
    r"|где|когда|что|если|как|с|со|к|у|от|для|о|об|за|где|який|яка|коли|де|що|якщо|як|з|із|до|від|про|для)(?!\w)",
    re.IGNORECASE,
)
"""Before a name, such a word shows that the sentence is about somebody else."""


def person(it: Pronoun, place: int, article: Article) -> str | None:
    """Return the person to whom a pronoun at a position in an article refers; None where that is uncertain."""
    ahead = list(_backwards(article.text, place))
    if _MANY.search(it.words):
        return next((who.name for sentence in ahead if (who := named(sentence, article.language))), None)
    gender, passed_over = of_pronoun(it.words), set[str]()
    reckoned = _RECKONED.search(it.words)
    here = ahead.index("")
    for at, sentence in enumerate(ahead):
        if reckoned and is_body(" ".join(sentence.split()[:3])):
            return None
        speaker = named(sentence, article.language)
        subject = _subject(sentence, speaker, article)
        if subject is None:
            if sentence and not _goes_on(sentence, speaker, article):
                return None
            continue
        # A person of unknown gender, or only named in an earlier paragraph, is meant if nobody else can be.
        if subject.gender is None or gender is None or (subject.gender == gender and at > here and not speaker):
            before = ahead[at : ahead.index("", at)]
            alone = not passed_over and not _others(subject.name, before, gender, article)
            near = at < here and not _OF.search(sentence.partition(subject.name)[0])  # not "the report by Ilse Brandt"
            return subject.name if alone and (gender or near) else None
        if subject.gender == gender:
            if _AND.match(sentence.partition(subject.name)[2]):
                passed_over |= _others(subject.name, [sentence], gender, article)
            return subject.name if not passed_over - {surname(subject.name)} else None
        passed_over |= _others(subject.name, [sentence], gender, article)
    return None


_pronoun_first = by_language(r"\W*(?:FORMS)(?!\w)", PRONOUNS, flags=re.IGNORECASE)


class _Person(NamedTuple):
    name: str
    gender: Gender | None


def _backwards(text: str, place: int) -> Iterator[str]:
    """Yield the sentences before a position, last first, from the last paragraphs; "" where a paragraph begins."""
    for _ in range(1 + LOOK_BACK_PARAGRAPHS):
        start, paragraph = paragraph_at(text, place)
        for sentence in reversed(unquoted(paragraph)):
            if start + sentence.start < place:
                yield sentence.text[: place - start - sentence.start]
        yield ""
        place = start - len(PARAGRAPH_BREAK)
        if place < 0:
            return


def _subject(sentence: str, speaker: Named | None, article: Article) -> _Person | None:
    """Return the person that a sentence is about: its speaker, or the first one named, after no more than a role."""
    if speaker and not speaker.oblique and _is_person(speaker.name, article):
        return _Person(speaker.name, _gender_of(speaker.name, sentence, article))
    persons = [name for name in people(sentence, article.text, article.language) if _is_person(name, article)]
    if not persons or is_oblique(persons[0]):
        return None
    before, _, behind = sentence.partition(persons[0])
    role, somebody = _LEAD.sub("", before, count=1), _SOMEBODY.match(sentence)
    alone = len({surname(name) for name in persons}) == 1
    if (
        len(role) > MAX_ROLE_CHARS
        or behind.startswith(":")
        or (somebody and (somebody.end() > len(before + persons[0]) or _OF.search(before)))
        or _NO_SUBJECT.search(role)
        or (before.strip(_MARKS) and not alone)
    ):
        return None
    return _Person(persons[0], _gender_of(persons[0], sentence, article))


def _is_person(name: str, article: Article) -> bool:
    """Return whether "he" or "she" may mean a speaker: neither a paper nor "The first caller" has a person's name."""
    foreign = article.language in EAST_SLAVIC and not is_cyrillic(name)
    return not foreign and not is_body(name) and re.search(CAPITAL, _ARTICLE.sub("", name)) is not None


def _goes_on(sentence: str, speaker: Named | None, article: Article) -> bool:
    """Return whether a sentence whose subject is no person may continue about the one before."""
    if _pronoun_first(article.language).match(sentence):
        return True
    somebody = _SOMEBODY_NEW.match(sentence) or _SOMEBODY.match(sentence)
    return not somebody and (speaker is not None or not people(sentence, article.text, article.language))


def _others(name: str, among: list[str], gender: Gender | None, article: Article) -> set[str]:
    """Return the surnames of other people in these sentences who may be of a gender."""
    return {
        surname(other)
        for sentence in among
        for other in people(sentence, article.text, article.language)
        if surname(other) != surname(name)
        and (gender is None or _gender_of(other, sentence, article) in {None, gender})
    }


def _gender_of(name: str, sentence: str, article: Article) -> Gender | None:
    """Return the gender of somebody whom a sentence of an article names."""
    start = sentence.find(name)
    return of_person(whole(name, article.text, article.language), sentence[max(0, start - MAX_ROLE_CHARS) : start])
