"""Transliteration of names from Cyrillic to Latin letters and back, exact to within a slip or two."""

# Close enough to what newspapers use.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "w",
}  # fmt: skip
_CYRILLIC = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ya": "я", "yo": "е", "ph": "ф",
    "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "й", "k": "к",
    "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в",
    "w": "в", "x": "кс", "y": "и", "z": "з",
}  # fmt: skip


def in_latin(word: str) -> str:
    """Return a word of lower-case Cyrillic letters in Latin ones."""
    return "".join(_LATIN.get(char, char) for char in word)


def in_cyrillic(word: str) -> str:
    """Return a word of lower-case Latin letters in Cyrillic ones; any other word unchanged."""
    if not (word.isascii() and word.isalpha()):
        return word
    letters, at = "", 0
    while at < len(word):
        size = next(size for size in (4, 2, 1) if word[at : at + size] in _CYRILLIC)
        letters += _CYRILLIC[word[at : at + size]]
        at += size
    return letters
