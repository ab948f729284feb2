"""How names sound: one name is spelt differently in each alphabet and in each language.

Жохов is Zhokhov, Jokhov and Schochow, and Marchadour is Маршадур. Knows letters, and the index's own words through
`Vocabulary`.
"""

import re
from functools import lru_cache, partial

from ...language.text import is_cyrillic, normal_form, stem, without_accents
from ...language.traits import CYRILLIC
from ...patterns import lazy
from .alphabets import in_latin
from .written import Vocabulary

_SOFT_C = {"ce": "se", "ci": "si", "cy": "si"}
_HEARD = {
    "en": {"ai": "e", "ay": "e", "ck": "k", "ea": "i", "ee": "i", "ie": "i", "oo": "u", "qu": "kv", "j": "dzh",
           "ge": "dzhe", "gi": "dzhi", "ohn": "on", **_SOFT_C},
    "de": {"tsch": "ch", "sch": "sh", "chs": "ks", "ch": "kh", "ck": "k", "ei": "ai", "eu": "oi", "ie": "i", "tz": "ts",
           "qu": "kv", "j": "y", "z": "ts", "ä": "e", "ö": "e", "ae": "e", "oe": "e", "ue": "u", "ah": "a", "eh": "e",
           "ih": "i", "oh": "o", "uh": "u", "äh": "e", "öh": "e", "üh": "u"},
    "fr": {"tch": "ch", "ch": "sh", "dj": "dzh", "j": "zh", "ge": "zhe", "gi": "zhi", "gu": "g", "qu": "k", "ou": "u",
           "eau": "o", "au": "o", "ai": "e", "ei": "e", "eu": "e", "oi": "ua", "ç": "s", **_SOFT_C},
    "es": {"ch": "ch", "h": "", "j": "kh", "ge": "khe", "gi": "khi", "gue": "ge", "gui": "gi", "qu": "k", **_SOFT_C},
}  # fmt: skip
"""By language, letters and how they are pronounced, in the spelling of `in_latin`."""
_SIGNS = {code: lazy("|".join(sorted(heard, key=len, reverse=True))) for code, heard in _HEARD.items()}

_STRESSED = str.maketrans("áéíóúàèìòùâêîôû", "aeiouaeiouaeiou")
_ENDINGS = {"fr": (lazy("(?:l?[dt]|[psxz])s?$"), ""), "es": (lazy("c$"), "s")}
"""French ones may be mute: Legrand, Dupont; Spanish stems end in c where the word ends in z."""

_ROUGH = {
    "shch": "s", "dzh": "s", "sh": "s", "zh": "s", "ts": "s", "z": "s", "ch": "c", "kh": "g", "gh": "g", "h": "g",
    "ph": "v", "th": "t", "f": "v", "w": "v", "c": "k", "q": "k", "x": "ks", "yo": "e", "y": "i", "j": "i",
    "ya": "a", "ye": "e", "yu": "u", "ei": "e", "ey": "e",
}  # fmt: skip
_ROUGH_SIGN = lazy("|".join(sorted(_ROUGH, key=len, reverse=True)))
_OPENS_WITH_W = lazy("^u(?=[aeio])")
"""How Cyrillic writes an English W: Уилсон."""
_TWICE = lazy(r"(.)\1+")

LEAST_SOUND = 4
LEAST_CONSONANTS = 3
"""Minimum letters, and minimum consonants, of a sound that is distinctive enough for a name."""
MOST_CHECKED = 8
"""Consonants that a word is checked for first: with thirty, "хахаха…" and the like would take seconds."""
_VOWELS = lazy("[aeiou]+")
_NO_VOWELS = str.maketrans("", "", "aeiou")
_OPENINGS = {
    "a": "a ha ya ja а я э", "b": "b б", "c": "ch tc ts c ч", "d": "d д", "e": "e a ai ye je he ei е э є ё",
    "g": "g h j kh ch г х ґ", "i": "i y j и і й ї", "k": "k c q к", "l": "l л", "m": "m м", "n": "n н",
    "o": "o au ea ho о", "p": "p п", "r": "r р", "s": "s z c j g sc sh zh ts с з ш ж щ ц дж", "t": "t т",
    "u": "u ou oo yu ju hu у ю", "v": "v w f ph в ф у",
}  # fmt: skip
"""What a word may open with, by its first sound: one letter, or two that are a single sound or contain a mute h."""


def readings(name: str, languages: tuple[str, ...]) -> list[str]:
    """Return a name in lower case as written, then as each language pronounces it, in the spelling of `in_latin`."""
    plain = normal_form(name)
    bare = plain.translate(_STRESSED)
    heard = {code: _SIGNS[code].sub(partial(_heard, code), bare) for code in languages if code in _HEARD}
    ended = (end.sub(by, heard[code]) for code, (end, by) in _ENDINGS.items() if code in heard)
    return [plain, *heard.values(), *ended]


def _heard(code: str, sign: re.Match[str]) -> str:
    return _HEARD[code][sign.group()]


@lru_cache(maxsize=4096)
def _sounds(name: str, languages: tuple[str, ...]) -> frozenset[str]:
    """Return what a name roughly sounds like in each reading: consonants by their class, final vowels dropped.

    Too rough for ordinary words, but not for names that occur in both alphabets.
    """
    return frozenset(map(_rough, readings(name, languages)))


def _rough(heard: str) -> str:
    """Return a reading reduced to the sounds of `_OPENINGS`, without final vowels."""
    return _whole(heard).rstrip("aeiou")


def _whole(heard: str) -> str:
    """Return the same with its final vowels: apostrophes, digits and other alphabets are dropped."""
    spelt = _OPENS_WITH_W.sub("v", in_latin(without_accents(heard)))
    rough = _ROUGH_SIGN.sub(lambda it: _ROUGH[it.group()], spelt)
    rough = "".join(filter(_OPENINGS.__contains__, rough))
    return _TWICE.sub(r"\1", rough)


def alike(name: str, other: str, languages: tuple[str, ...], *, long_only: bool = False) -> bool:
    """Return whether two names sound alike in one of the languages; the first may be in any grammatical case.

    Args:
        long_only: only with four consonants: волк is no Volk.
    """
    common = (_sounds(name, languages) | _undeclined(name, languages)) & _sounds(other, languages)
    return any(len(it) >= LEAST_SOUND and (not long_only or _is_long(it)) for it in common)


def vaguely_alike(name: str, other: str, languages: tuple[str, ...]) -> bool:
    """Return whether two names sound alike but for their vowels, and have four consonants: Saltmere, Солтмир."""
    heard, others = (
        {_VOWELS.sub("a", it) for it in sounds if _is_long(it)}
        for sounds in (_sounds(name, languages) | _undeclined(name, languages), _sounds(other, languages))
    )
    return not heard.isdisjoint(others)


@lru_cache(maxsize=1024)
def _undeclined(name: str, languages: tuple[str, ...]) -> frozenset[str]:
    """Return what the stems of a Cyrillic name sound like: Харвик in Харвиком.

    Only sounds with four consonants: деньги are no dengue, and волки no folk.
    """
    return frozenset(filter(_is_long, _of_stems(name, languages)))


def _of_stems(name: str, languages: tuple[str, ...]) -> frozenset[str]:
    cases = CYRILLIC.intersection(languages) if is_cyrillic(name.lower()) else ()
    return frozenset[str]().union(*(_sounds(stem(name, code), languages) for code in cases))


def same_sound(name: str, other: str, languages: tuple[str, ...]) -> bool:
    """Return whether two words sound alike, however short: only where something else speaks for the same name."""
    common = (_sounds(name, languages) | _of_stems(name, languages)) & _sounds(other, languages)
    return any(len(it) > 1 for it in common)


def _is_long(sound: str) -> bool:
    return len(_consonants(sound)) > LEAST_CONSONANTS


def same_to_the_end(name: str, other: str, languages: tuple[str, ...]) -> bool:
    """Return whether two words sound alike, final vowels and all: they are in the same grammatical case."""
    heard, others = ({*map(_whole, readings(it, languages))} for it in (name, other))
    return not heard.isdisjoint(others)


def sounding(name: str, languages: tuple[str, ...], vocabulary: Vocabulary, *, cyrillic: bool) -> dict[str, int]:
    """Return the stems in an alphabet that have a name's consonants, except perhaps the last, which a stem may lack.

    Each comes with the number of passages that hold it.
    """
    near: dict[str, int] = {}
    whole = _sounds(name, languages)
    for sound in whole | _undeclined(name, languages):
        meant = _consonants(sound)
        if len(meant) < LEAST_CONSONANTS:
            continue
        # A cheap check first: most words with the same opening sound different, and `_sounds` is slow.
        parts, may_be = {meant, meant[:-1]}, re.compile(_written_as(meant[:-1][:MOST_CHECKED], cyrillic=cyrillic))
        for opening in _openings(sound, cyrillic=cyrillic):
            found = vocabulary.stems_with(opening, shortest=LEAST_SOUND, longest=2 * len(name))
            for other in filter(may_be.match, found):
                heard = _sounds(other, languages)
                # Without its ending a word resembles many others, and looking up how each is written is slow.
                if not parts.isdisjoint(map(_consonants, heard)) and (sound in whole or sound.startswith(tuple(heard))):
                    near[other] = found[other]
    return near


@lru_cache(maxsize=256)
def openings(name: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the letters, of both alphabets, that words which sound like a name may open with."""
    sounds = filter(None, _sounds(name, languages) | _undeclined(name, languages))
    return tuple({sign for it in sounds for sign in _OPENINGS.get(it[0], "").split()})


def _consonants(sound: str) -> str:
    """Return the consonants of a sound."""
    return sound.translate(_NO_VOWELS)


def _openings(sound: str, *, cyrillic: bool) -> list[str]:
    """Return the pairs of letters that words of a sound may open with in an alphabet."""
    first, second = (_signs(char, cyrillic=cyrillic) for char in sound[:2])
    return sorted({(one + two)[:2] for one in first for two in second})


def _written_as(consonants: str, *, cyrillic: bool) -> str:
    """Return a pattern for spellings with these consonants."""
    letters = (f"[{''.join({sign[0] for sign in _signs(char, cyrillic=cyrillic)})}]" for char in consonants)
    return r"\w{0,4}?".join(["", *letters])


def _signs(char: str, *, cyrillic: bool) -> list[str]:
    return [sign for sign in _OPENINGS.get(char, "").split() if (sign[0] > "z") is cyrillic]
