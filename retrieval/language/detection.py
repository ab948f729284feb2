"""Language of a text or a question: by its script, then by stop words and characteristic letters.

Knows no article, no model. Reliable for long texts; a short question gets None when the evidence is thin.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from .stop_words import STOP_WORDS, stop_words_as_typed
from .traits import CYRILLIC

_SAMPLE_CHARS = 20_000
"""Thousands of words; more would not change the result."""
_WORD = re.compile(r"[^\W\d_]+")

_SCRIPT_LANGUAGES = {
    "GREEK": "el", "HEBREW": "he", "HANGUL": "ko", "THAI": "th", "ARMENIAN": "hy", "GEORGIAN": "ka",
    "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu", "KANNADA": "kn",
    "MALAYALAM": "ml", "ETHIOPIC": "am", "KHMER": "km", "MYANMAR": "my", "LAO": "lo", "SINHALA": "si",
}  # fmt: skip
"""Scripts in which (nearly) one language of the news only is written."""

_SCRIPTS = {
    **{code: script for script, code in _SCRIPT_LANGUAGES.items()},
    **dict.fromkeys(CYRILLIC, "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"),
    **dict.fromkeys(("ja", "zh"), "CJK"),
}
"""The scripts of the languages not written in Latin letters."""
_LATIN = STOP_WORDS.keys() - _SCRIPTS
_WIDESPREAD = ("en", "es", "fr", "de", "ru", "uk")

_TELLING = {
    "uk": "їєґі", "be": "ў", "ru": "ыэёъ", "sr": "ђјљњћџ", "bg": "ъ", "de": "ßäöü", "fr": "çœêèàùâîûë",
    "es": "ñ¿¡óíáú", "pt": "ãõçâêô", "pl": "łąęśżźćń", "cs": "řěůčžš", "sk": "ľĺŕôčžš", "sv": "åäö",
    "da": "æøå", "no": "æøå", "fi": "äö", "hu": "őűéáö", "ro": "ășțşţâî", "tr": "ğışçöü", "ca": "çàèòï",
    "hr": "đčćžš", "it": "àèìòù",
}  # fmt: skip
"""Letters that are characteristic of a language among those with its script."""

_ONLY_IN = {
    letter: frozenset(codes.split())
    for letters, codes in (
        ("ыэё", "ru be"), ("їєґ", "uk"), ("ў", "be"), ("ђјљњћџ", "sr"), ("і", "uk be"), ("и", "ru uk bg sr"),
        ("ь", "ru uk be"), ("йюя", "ru uk be bg"), ("щ", "ru uk bg"), ("ъ", "ru bg"),
    )
    for letter in letters
}  # fmt: skip
"""Cyrillic letters and the languages that write with them: others are ruled out in a short text. Bulgarian has "ь" in a
few foreign words only."""

_MIN_WORDS_FOR_LONG = 20
_MIN_SHARE = 0.08
"""Running text holds 25 to 55 % stop words; lists of names stay under this share."""


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None when the evidence is too thin."""
    sample = text[:_SAMPLE_CHARS].lower()
    script = _main_script(sample)
    if script in _SCRIPT_LANGUAGES:
        return _SCRIPT_LANGUAGES[script]
    if script in {"CJK", "HIRAGANA", "KATAKANA"}:
        return _east_asian(sample)
    if script == "ARABIC":
        return _arabic(sample)
    candidates = {"CYRILLIC": CYRILLIC, "LATIN": _LATIN}.get(script or "")
    return _by_words(sample, candidates) if candidates else None


def likeliest_language(text: str, among: Sequence[str]) -> str | None:
    """Return the likeliest of some languages, given the most frequent first; None where nothing tells.

    A question too short to be told from all other languages can still be told from those of the articles. If none of
    these has its script, it is in the likeliest that has: "egg prices", asked of Russian articles, is English.
    """
    sample = text.lower()
    scripts = _letters_of_scripts(sample)
    written = [code for code in among if not scripts or _script_of(code) in scripts]
    written = written or [code for code in _WIDESPREAD if _script_of(code) in scripts]
    scores = _scores(_WORD.findall(sample), sample, written)
    # Latin names occur in questions of all scripts, names of other scripts hardly in Latin ones.
    return max(written, key=lambda code: (scores[code], code in _SCRIPTS), default=None)


def _script_of(code: str) -> str:
    return _SCRIPTS.get(code, "LATIN")


def _main_script(sample: str) -> str | None:
    """Return the script of most of the letters."""
    counts = _letters_of_scripts(sample)
    return counts.most_common(1)[0][0] if counts else None


def _letters_of_scripts(sample: str) -> Counter[str]:
    """Return the number of letters in each script, as Unicode names it."""
    counts: Counter[str] = Counter()
    for char, times in Counter(sample).items():
        if not char.isalpha():
            continue
        counts[unicodedata.name(char, "?").split(" ")[0].split("-")[0]] += times
    return counts


def _east_asian(sample: str) -> str:
    """Return "ja" or "zh": Japanese mixes kana into its Chinese characters, Chinese has none."""
    return "ja" if re.search(r"[\u3040-\u30ff]", sample) else "zh"


def _arabic(sample: str) -> str:
    """Return "ur", "fa" or "ar": Persian and Urdu use letters that Arabic lacks."""
    if re.search(r"[ٹڈڑےہ]", sample):
        return "ur"
    return "fa" if re.search(r"[پچژگی]", sample) and not re.search(r"[ةىي]", sample) else "ar"


def _by_words(sample: str, candidates: Iterable[str]) -> str | None:
    """Return the language whose stop words and letters cover the most of a sample, if one stands out."""
    words = _WORD.findall(sample)
    if len(words) < _MIN_WORDS_FOR_LONG:
        candidates = _spelt_alike(sample, candidates) or candidates
    scores = {"": 0.0} | _scores(words, sample, candidates)
    (best, code), (second, _) = sorted(((score, code) for code, score in scores.items()), reverse=True)[:2]
    if len(words) >= _MIN_WORDS_FOR_LONG:
        return code if best / len(words) >= _MIN_SHARE else None
    # In a short question one shared word ("in", "die") proves nothing: the fewer words, the clearer the lead must be.
    lead = min(1.5, 1 + 3 / max(1, len(words)))
    return code if best >= 1.5 and best >= lead * second else None


def _spelt_alike(sample: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates whose alphabets have all letters of a sample."""
    known = [_ONLY_IN[letter] for letter in set(sample) & _ONLY_IN.keys()]
    return [code for code in candidates if all(code in languages for languages in known)]


def _scores(words: Sequence[str], sample: str, candidates: Iterable[str]) -> dict[str, float]:
    """Return the score of each language."""
    hits: Counter[str] = Counter()
    known = _languages_of()
    for word, times in Counter(words).items():
        for code in known.get(word, ()):
            hits[code] += times
    letters = Counter(sample)
    return {code: hits[code] + _telling(letters, code, len(words)) for code in candidates}


@cache
def _languages_of() -> Mapping[str, Sequence[str]]:
    """Return the languages that have a word among their stop words, by word."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code in STOP_WORDS:
        for word in stop_words_as_typed(code):
            found[word].append(code)
    return found


def _telling(letters: Counter[str], code: str, words: int) -> float:
    """Return the score of letters, half a stop word's each, up to a tenth of the words: names bring foreign letters."""
    telling = sum(letters[letter] for letter in _TELLING.get(code, ""))
    return min(telling / 2, max(1.0, words / 10))
