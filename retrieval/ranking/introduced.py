"""Who somebody is, how old, or who holds an office: the sentences that tell it.

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain

import numpy as np

from ..language.stop_words import SMALL_WORDS
from ..language.text import Word, folded, is_cyrillic, normal_form, stem, words
from ..language.traits import CAPITALISED_NOUNS
from ..patterns import PROPER, by_language, lazy
from ..question.answer_type import AnswerType
from ..speakers.given_names import is_given
from ..speakers.named_speaker import Pronoun
from ..speakers.names import surname, without_openers
from ..speakers.pronouns import person
from ..speakers.saying_verbs import ACCORDING, VERBS
from ..types import Article, Passage
from .ages import AGE, tells_age
from .asked import Asked
from .asked_person import LINKS, Named
from .compounds import Stems
from .fusion import Floats
from .holding import holds_beside

NEAR_CHARS = 220
"""Characters read on either side of a name: more than an introduction takes, even where a clause parts the name from
the age: "Ada Brandt, who swam the strait in 1961, died on Monday, aged 91"."""

ROLE_WORDS = 3
"""Words before a full name that may tell a role: "мэр города Виктор Лужин" is "мэр Лужин"."""

GIVEN_CHARS = 4
"""Letters at the beginning of a Russian or Ukrainian given name that are the same in all cases."""
_HER_ENDINGS = frozenset("a e la le ne ina ine ita ette".split())

_PATRONYMIC = lazy(r"\w{2,}(?:вич|[ьмк]ич|вн|[иі]чн)\w{0,3}")
"""A patronymic between a given name and a surname, which a question may leave out: "Макар Ильич Тетерин"."""
_says = by_language("FORMS", VERBS, flags=re.IGNORECASE)

_PRONOUN = lazy(r"(?:s?he|sie|er|elle|il|ella|él)(?!\w)", re.IGNORECASE)

_THE = (
    r"(?:(?:an?|the|one of|his|her|its|their|our|my|your|ein\w{0,2}|de[rsmn]|die|das|(?:sein|ihr|mein|unser)\w{0,2}"
    r"|une?|les?|la|[sm](?:on|a|es)|leurs?|el|los|las|una|uno|sus?|mi)\s|[ld]['’])"
)
_IS_BEHIND = lazy(
    r"\s\([^()]{0,40}\d{4}[^()]{0,40}\)"
    rf"|,?\s(?:is|was|ist|war|est|était|fut|es|era|fue)\s(?:{_THE}|(?-i:[A-ZÄÖÜ]))"
    r"|\sof\s(?:the\s)?(?-i:[A-Z])|\s(?:leads|led|heads|headed|leitet|leitete|dirige|préside|preside|возглавляет|руководит|очолює|керує)\s"
    r"|(?:\s[—–]|,)\s(?P<next>[^\s.,;:]+)(?=[\s,.;]|$)",
    re.IGNORECASE,
)
"""Right after a name: life dates, "is a", "leads", a dash or a comma with what somebody is."""
_INTRODUCES = lazy(rf"^\W*(?:{'|'.join(ACCORDING.values())}|for|like|with|avec|pour|con|para|для)\s$", re.IGNORECASE)
"""Before a name that a comma only parts from the sentence: "According to Ida Holm, the bridge is shut"."""
_OPENS_APPOSITION = frozenset(
    "a an the one his her its their who whose der die das dessen deren ein eine einer eines sein seine ihr ihre qui"
    " dont un une le la les son sa leur el una su quien который которая которого которой чей який яка якого"
    " якої".split()
)
_THIS = rf"(?:{_THE}|\w+['’]s?\s)"
_APPOSED = lazy(rf"(?P<in>(?<!\w)\w{{1,8}}\s)?(?<!\w){_THIS}(?P<noun>[^.,;:]{{2,70}}),\s$", re.IGNORECASE)
"""Before a name: "The mayor, ", "Its chairwoman, "."""
_WHEN = lazy(
    r"(?:in|on|at|after|before|during|since|for|by|nach|vor|seit|während|après|avant|dans|pendant|depuis|tras|durante"
    r"|desde|en|à|.*(?<!\w)(?:day|night|week|month|year|morning|evening|time|tag|jahr|jour|soir|día|año|noche)s?)",
    re.IGNORECASE,
)
_QUOTED = lazy(r"[«“„\"][^«»“”\"]*[»“”\"]\s$")
_RUN = r"(?:[^\s.,;:\d«“„\"]+\s){1,6}$"
_WITH_THE = lazy(rf"(?<!\w)(?i:{_THIS}){_RUN}")
_BARE = lazy(rf"(?:^\W*|[,;:—–“\"”(]\s?|(?<!\w)(?:says?|said|told)\s){_RUN}")
"""Before a name: "the neurobiologist "; only in English, "said site foreman "."""


def introduced(named: Named, passage: Passage, article: Article, found: Stems, heading: Set[str]) -> Floats | None:
    """Return 1 for each sentence that tells what is asked, 0 for the others; None where no person is meant.

    Args:
        found: the stems of each sentence.
        heading: stems of what stands above all of them; an age told under the person's name needs no name.
    """
    told, last = np.zeros(len(found)), stem(named.name[-1].capitalize(), article.language)
    # A given name in the other alphabet cannot be compared.
    given = [_beginning(word) for word in named.name[:-1] if is_cyrillic(word) is is_cyrillic(named.name[-1])]
    seen = is_named = False
    for at, held in enumerate(found):
        sentence = passage.sentence(at)
        if last in held:
            seen = True
            if "".join(given[-1:]) not in _folded(article.text):
                continue
            for start, end in _places(sentence, given, named.name[-1], article.language):
                is_named = True
                before, behind = sentence[max(0, start - NEAR_CHARS) : start], sentence[end : end + NEAR_CHARS]
                told[at] = told[at] or _tells(named.kind, before, behind, article.language)
        elif named.kind is AnswerType.AGE and (last in heading or _goes_on(passage, at, named, article)):
            told[at] = AGE.search(sentence) is not None
    return told if is_named or told.any() or (given and not seen) else None


def _goes_on(passage: Passage, at: int, named: Named, article: Article) -> bool:
    """Return whether a sentence opens with a pronoun that means the person: "Ada Brandt died. She was 91."."""
    found = _PRONOUN.match(passage.sentence(at))
    who = found and person(Pronoun(found[0], 0), passage.start + passage.sentences[at][0], article)
    return who is not None and _key(surname(who), article.language) == _key(named.name[-1], article.language)


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    return folded(text)


def _beginning(given: str) -> str:
    """Return the beginning that all cases of a given name share."""
    name = folded(given)
    return name[: min(len(name) - 1, GIVEN_CHARS)] if is_cyrillic(given) else name


def _places(sentence: str, given: Sequence[str], surname: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield where the name occurs in a sentence, or the surname alone unless it is somebody else's."""
    found, wanted = list(words(sentence)), _key(surname, language)
    for at, word in enumerate(found):
        if not word.text[0].isupper() or _key(word.text, language) != wanted:
            continue
        first = at
        if at > 1 and _PATRONYMIC.fullmatch(found[at - 1].text) and _is_of(found[at - 2].text, given):
            first -= 1
        while first and _adjoins(sentence, found[first - 1], found[first]) and _is_of(found[first - 1].text, given):
            first -= 1
        while first < at and found[first].text in LINKS:
            first += 1
        before = found[first - 1] if first and _adjoins(sentence, found[first - 1], found[first]) else None
        if before and before.text[0].isupper() and _begins_name(before.text, given):
            if not given:
                first -= 1
            elif first == at and not _is_before(found[max(0, at - 1 - ROLE_WORDS) : at - 1], given):
                continue
        if given or is_given(word.text) or not _NAMED_BEHIND.match(sentence, word.end):
            yield found[first].start, word.end


_NAMED_BEHIND = lazy(rf"\s{PROPER}\s{PROPER}")
"""Shows that a word is what somebody is: "Baudezernentin Silke Hoyer"."""


def _adjoins(sentence: str, left: Word, right: Word) -> bool:
    return sentence[left.end : right.start] in {" ", ". ", "-"}


def _is_of(word: str, given: Sequence[str]) -> bool:
    """Return whether a word belongs to a name with these given names, which may be short for it."""
    return word in LINKS or (word[0].isupper() and folded(word).startswith(tuple(given)) and not _is_hers(word, given))


def _is_hers(word: str, given: Sequence[str]) -> bool:
    """Return whether a word is a woman's given name made of a man's: "Paula" of "paul", "Michelle" of "michel"."""
    own = folded(word)
    return any(own.startswith(it) and own[len(it) :] in _HER_ENDINGS for it in given) and not is_cyrillic(word)


def _begins_name(word: str, given: Sequence[str]) -> bool:
    """Return whether a capitalised word before a surname is a given name, and no role."""
    return is_cyrillic(word) or is_given(word) or _is_hers(word, given)


def _is_before(found: Sequence[Word], role: Sequence[str]) -> bool:
    """Return whether a role is among the words before a full name, which a question gives without the given name.

    In Cyrillic, a word with a capital inside a sentence is no role.
    """
    roles = (it for it in found if it.start == 0 or it.text[0].islower() or not is_cyrillic(it.text))
    return any(folded(it.text).startswith(tuple(role)) for it in roles)


def _key(word: str, language: str | None) -> str:
    """Return what a name's cases share, where it has any; elsewhere no stem, as "Ferrero" and "Ferrer" share it."""
    return stem(word.capitalize(), language) if is_cyrillic(word) else folded(re.sub(r"['’]s$", "", word))


def _is_given(word: str) -> bool:
    return word[0].isupper() and is_given(word)


def _tells(kind: AnswerType, before: str, behind: str, language: str | None) -> bool:
    """Return whether the text around a name tells what is asked."""
    if tells_age(before, behind):
        return True
    if kind is not AnswerType.IDENTITY or (_INTRODUCES.match(before) and not re.match(r",\s[^.,;:!?]{2,100},", behind)):
        return False
    return _is_told_behind(behind, language) or _is_told_before(before, language)


def _is_told_behind(behind: str, language: str | None) -> bool:
    found = _IS_BEHIND.match(behind)
    if found is None or found["next"] is None:
        return found is not None
    word = found["next"]
    if normal_form(word) in _OPENS_APPOSITION:
        return True
    noun = word[0].islower() or language in CAPITALISED_NOUNS
    return noun and not word.endswith("ing") and not _is_given(word) and _may_be_role(word, language)


def _is_told_before(before: str, language: str | None) -> bool:
    before = _QUOTED.sub("", before)
    apposed = _APPOSED.search(before)
    if apposed is not None:
        return not (_WHEN.fullmatch((apposed["in"] or "").strip()) or _WHEN.fullmatch(apposed["noun"]))
    phrase = re.split(r"[,;:—–«“„(]\s?", before.removesuffix(", "))[-1].split()
    if before.endswith(", ") and (not is_cyrillic(before) or normal_form((*phrase, "а")[0]) in SMALL_WORDS):
        return False
    word = phrase[-1] if phrase else ""
    if not word or not word[-1].isalnum() or not _may_be_role(word, language):
        return False
    if word[0].isupper():
        return not _is_given(word)
    if is_cyrillic(word) or language in CAPITALISED_NOUNS:
        return language not in CAPITALISED_NOUNS
    return bool(_WITH_THE.search(before) or (language == "en" and _BARE.search(before)))


def _may_be_role(word: str, language: str | None) -> bool:
    plain_word = normal_form(word)
    opener = without_openers(f"{word.capitalize()} Name", 0, len(word) + 5) == "Name"
    return not opener and plain_word not in SMALL_WORDS and _says(language).fullmatch(plain_word) is None


def borne_by(asked: Asked, passage: Passage, found: Stems, heading: Set[str]) -> Floats:
    """Return which sentences have a name beside the office that is asked for: "said manager Wendy Achebe".

    Not if another sentence of the passage has more of the question: there, the office may be somebody else's.
    """
    wanted = {it.stem for it in asked.terms}.difference(heading)
    there = wanted.intersection(chain.from_iterable(found))
    office, language = asked.office or "", asked.languages[1]
    near = (
        office in stems
        and there.issubset(stems)
        and holds_beside(text, AnswerType.PERSON, asked.text, office, language)
        for text, stems in zip(passage.sentence_texts, found, strict=True)
    )
    return np.array([float(it) for it in near])
