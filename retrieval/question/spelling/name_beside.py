"""The other half of a name that was found: beside "перро", read as "Perrot", "надеж" is "Nadège".

A given name is often too short, or too usual, to be looked for by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...language.text import is_cyrillic, stem, words
from ...language.traits import CYRILLIC
from .alphabets import in_latin
from .near_words import as_subject, readers
from .slips import distance
from .sounds import same_sound
from .written import EXAMPLES, Vocabulary


def beside_names(
    asked: Sequence[str],
    unknown: Sequence[str],
    read_as: Mapping[str, str],
    languages: Sequence[str],
    vocabulary: Vocabulary,
) -> dict[str, str]:
    """Return the unknown words beside those that were read as names, each as the articles write it there.

    Args:
        asked: the words of the question, in order.
        read_as: words of the question, with those that they were read as.
    """
    meant = {}
    names = {word: it for word, it in read_as.items() if it[0].isupper() and it.lower() != word.lower()}
    for left, right in pairwise(asked):
        for word, name, before in ((left, right, True), (right, left, False)):
            if name in names and word in unknown and word not in names:
                heard, typed = readers(word, languages), in_latin(word.lower())
                near = _neighbours(names[name], languages, vocabulary, before=before)
                forms = {distance(typed, in_latin(it.lower())): it for it in near if same_sound(word, it, heard)}
                if forms:
                    meant[word] = as_subject(word, forms[min(forms)], languages)
    return meant


def _neighbours(name: str, languages: Sequence[str], vocabulary: Vocabulary, *, before: bool) -> Iterator[str]:
    """Yield the capitalised words that the articles have right before or behind a name."""
    for code in languages:
        own = stem(name, code)
        same_alphabet = (code in CYRILLIC) is is_cyrillic(name.lower())
        for text, _ in vocabulary.examples([own], EXAMPLES) if same_alphabet else ():
            for first, second in pairwise(words(text)):
                beside, it = (first, second) if before else (second, first)
                adjoin = text[first.end : second.start] == " "
                if adjoin and beside.text[0].isupper() and stem(it.text, code) == own:
                    yield beside.text
