"""Grammatical cases of Cyrillic names: "по словам Коваля" names Коваль, if the text has that form. Pure."""

import re
from functools import lru_cache
from itertools import dropwhile

from ..language.text import is_cyrillic, normal_form
from ..patterns import CAPITAL, PROPER, lazy, standing
from .given_names import MEN, WOMEN, is_given

_WOMANS = lazy(r"\w[ыиіїе]\s\w+(?:[ое]й|ої|ко|[аяую]к|ич)$")
_ENDINGS = (
    ("ого|ому|ему|ої|его|ього", "ий|ый|ой|ій|а|ая|о|"),
    ("[оеє][йю]|їй|(?<=[ьчд][кн])ій", "а|я|ая|яя"),
    ("ові|еві|єві|[оеєыиі]м", "|ь|й|о|ий|ый|ій"),
    ("[аяую]", "|ь|й|о|а|я"),
    ("[ыиії]", "а|я|ь"),
)
"""Endings of oblique cases, each with the endings that the nominative may have instead."""
_AT_THE_END = lazy(rf"(?:(?:{CAPITAL}\.\s?){{1,2}}|(?:{PROPER}\s){{0,2}}){PROPER}$")
SOMEBODYS = lazy(
    r"(?<!\w)(?:муж|жен|супруг|сын|доч|отц|матер|брат|сестр|вдов|друз|друг|подруг|внук|родственник|родител|сосед|коллег"
    r"|сторонник|соратник|критик|противник|чоловік|дружин|син|донь|батьк|сусід|колег|родич|прихильник|прибічник)\w{0,4}\s$"
)
"""Before a name that is not the speaker's: "жены Дроздова"."""
_OF_WOMAN = lazy(rf"(?!Мин){CAPITAL}(?:\w+(?:ы|и[иї])|льги)")
_WOMANS_ENDING = lazy(r"(?:[ыиіїе]|[ое][йю]|[єї]ю|[їи]й)$")
_DATIVE = lazy(
    r"(?<=\w{3})(?:(?:ист|іст|[еа]нт|ник|тел|[оёе]р|ат)[ая]м|[ую]|ові|еві|єві|ого|ому|ему|ами|ою|ею|єю|[оеё]вым|[иы]ным)$"
)


def is_oblique(name: str) -> bool:
    """Return whether a Russian or Ukrainian name is in an oblique case: "сообщил Петрову", "ферма Тамары Петровой"."""
    words = name.split() if is_cyrillic(name) else []
    words = words[_given_at(words) :]  # "Мэр Москвы Анна Белова" is a subject
    given = any(map(_is_given_obliquely, words[:-1])) or any(map(_is_womans_genitive, words[-2:-1]))
    given = given or any(map(_is_with_man, words))
    of_state = len(words) == 1 and name.endswith(("ии", "ії"))
    return given or of_state or any(_DATIVE.search(word) for word in words) or bool(_WOMANS.search(name))


def without_others(name: str, *, opens: bool) -> str:
    """Return a Russian or Ukrainian full name without a name before it that depends on something else.

    "В письме Анне Беловой Олег Дроздов сообщил"; within a sentence, "сообщил РИА Новости Олег Дроздов".

    Args:
        opens: whether it opens the sentence, so that its first word may be a role.
    """
    words = name.split() if is_cyrillic(name) else []
    at = _given_at(words)
    depends = any(_is_given_obliquely(word) or _DATIVE.search(word) for word in words[:at])
    return " ".join(words[at:]) if at and (depends or not opens) else name


def _given_at(words: list[str]) -> int:
    """Return where the last full name in the nominative begins: its given name, or the first of several; 0 if none."""
    at = max((i for i, word in enumerate(words[:-1]) if is_given(word)), default=0)
    while at and is_given(words[at - 1]):
        at -= 1
    return at


def _is_given_obliquely(given: str) -> bool:
    """Return whether a word is a common given name in an oblique case: "Олега", "Олені"."""
    stem = _WOMANS_ENDING.sub("", normal_form(given))
    womans = not is_given(given) and any(stem + ending in WOMEN for ending in ("а", "я"))
    return womans or is_mans_genitive(given)


def is_mans_genitive(given: str) -> bool:
    """Return whether a given name is a man's in the genitive and no woman's: "Олега", but not "Александра"."""
    word = normal_form(given)
    mans = word.endswith(("а", "я")) and any(word[:-1] + ending in MEN for ending in ("", "й", "ь", "о"))
    return mans and word not in MEN and word not in {"александра", "валерия", "евгения", "валерія", "євгенія"}


def _is_womans_genitive(given: str) -> bool:
    """Return whether a given name is a woman's in the genitive, whose surname may have no cases: "Анны", "Марии"."""
    return _OF_WOMAN.fullmatch(given) is not None and not is_given(given)


def _is_with_man(given: str) -> bool:
    """Return whether a given name is a man's in the instrumental: "Станиславом"."""
    word = normal_form(given)
    cut = word.endswith(("ом", "ем", "ём", "єм"))
    return cut and word not in MEN and any(word[:-2] + ending in MEN for ending in ("", "й", "ь", "о"))


@lru_cache(maxsize=64)
def nominative(phrase: str, text: str) -> str | None:
    """Return the nominative of the name at the end of a phrase in an oblique case, as found in the text.

    An undeclined name is returned without its role: "мэра Илзе Брандт" is Илзе Брандт. None where the text lacks the
    nominative.
    """
    if not is_cyrillic(phrase):
        return _without_genitive(phrase, text)
    name = _AT_THE_END.search(phrase)
    if name is None or SOMEBODYS.search(phrase, 0, name.start()):
        return None
    # "центра Oxley Энн Фурнье"
    words = list(dropwhile(lambda word: not is_cyrillic(word), name.group().split())) or [name.group()]
    subject = [_subject(word) for word in words]
    if subject == [re.escape(word) for word in words]:
        return " ".join(words)
    if whole := re.search(rf"(?<!\w){' '.join(subject)}(?!\w)", text):
        return whole.group()
    surname = re.search(rf"(?<!\w){subject[-1]}(?!\w)", text)
    return surname.group() if surname and not _is_anothers(surname.group(), words[:-1], text) else None


def _is_anothers(surname: str, given: list[str], text: str) -> bool:
    """Return whether a text has a surname after another given name: "Марии Гринчук" is not the Гринчук called Остап."""
    stem = re.sub(r"[аяоийьы]{1,2}$", "", surname)
    named = rf"(?P<opens>^|[.!?…»“\n]\s?)?(?<!\w)(?P<name>{CAPITAL}[\w’'-]{{1,40}})\s{re.escape(stem)}\w{{0,3}}(?!\w)"
    # The first word of a sentence may be no name.
    before = [it["name"] for it in re.finditer(named, text) if it["opens"] is None or is_given(it["name"])]
    return any(name[0] != given[0][0] and name.lower() not in text for name in before if given)


def _without_genitive(name: str, text: str) -> str | None:
    """Return a name out of a German genitive: "des Bürgermeisters Max Brandt", "des Ministeriums", "Brandts"."""
    role, _, rest = name.partition(" ")
    if rest and (role.endswith("s") or " " in rest or not rest.endswith("s")):  # no "Statistischen Bundesamtes"
        return rest
    word = rest or role
    forms = [word[: -len(ending)] for ending in ("es", "s") if word.endswith(ending)]
    return next((form for form in forms if re.search(standing(form), text)), None)


def _subject(word: str) -> str:
    """Return a pattern for the nominative of a word; the word itself where it has no other form."""
    if "-" in word:
        return "-".join(map(_subject, word.split("-")))
    for other, own in _ENDINGS:
        if cut := re.search(rf"(?<=\w{{2}})(?:{other})$", word):
            return rf"(?!{re.escape(word)}(?!\w)){re.escape(word[: cut.start()])}(?:{own})"
    return re.escape(word)


@lru_cache(maxsize=64)
def body_as_subject(name: str, text: str) -> str | None:
    """Return the nominative of a paper or an office, as found in the text: "Росавиация" for "в Росавиации"."""
    # "-е" is left to names, which may be foreign: Фурнье.
    forms = (rf"(?:{_subject(word)}|{re.escape(re.sub('[еі]$', '', word))}[аяьйеі]?)" for word in name.split())
    found = re.search(rf"(?<!\w)(?!{re.escape(name)}(?!\w)){' '.join(forms)}(?!\w)", text, _case_of(name))
    return found.group() if found else None


def _case_of(name: str) -> re.RegexFlag:
    """Return the flag to find a name: an office in small letters may open a sentence elsewhere."""
    return re.IGNORECASE if name.islower() else re.NOFLAG


@lru_cache(maxsize=64)
def whose_office(office: str, text: str) -> str | None:
    """Return the only person whom a text names after an office that opens a sentence: "Міський голова" is Тарас Гай."""
    small = office[0].lower() + office[1:]
    either = f"[{office[0].upper()}{small[0]}]{re.escape(small[1:])}"
    between = r"(?:(?:[а-яѐ-џґ][\w’'-]+|[«„“\"][^«»„“”\"\n]{1,30}[»“”\"])\s){0,4}"
    # A word that is never in lower case may be a surname: "Строев сказал корреспонденту Олегу Ветрову".
    noun = re.search(rf"(?<!\w){re.escape(small)}", text) is not None
    between = between if noun else ""
    person = rf"{PROPER}\s(?!\w+(?:вич|вна)(?!\w)){PROPER}"
    found = re.findall(rf"((?<!\w)\w+\s)?(?<!\w){either}(\w{{0,3}})\s{between}({person})", text)
    found = [it for it in found if noun or not it[0]]  # "Адвокат Савостина Нинель Абросимова"
    former = any(re.match(r"бывш|экс|колишн|екс", before, re.IGNORECASE) for before, *_ in found)
    # "директор завода Эльвира Белова" is no "завод".
    names = {nominative(it, text) if case or not is_given(it.split()[0]) else it for _, case, it in found}
    return names.pop() if len(names) == 1 and not former else None
