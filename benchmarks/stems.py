"""Measures the stems of a language's commonest words: do forms of one word, and no others, share one?

    pip install simplemma wordfreq; python -m benchmarks.stems [--languages fr,es] [--show 50]

"Apart" is the share of running words whose stem is not that of their dictionary form, "together" the share whose stem
is that of a commoner word as well. simplemma gives dictionary forms, wordfreq how common words are; both know numbers,
names and foreign words too, so that neither share can be 0.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import Stemmer

from retrieval.language.stop_words import STOP_WORDS
from retrieval.language.text import SNOWBALL, stem, unmarked

COMMONEST = 40_000


class Form(NamedTuple):
    """A word as texts have it, its dictionary form, and its share of running words."""

    word: str
    lemma: str
    share: float


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--languages", default="en,de,fr,es,ru,uk")
    parser.add_argument("--show", type=int, default=0, help="so many of the commonest forms whose stem differs")
    options = parser.parse_args()
    print("| language | apart, Snowball alone | apart | together, Snowball alone | together |")
    print("| --- | --- | --- | --- | --- |")
    for language in options.languages.split(","):
        forms = list(commonest(language))
        both = [(apart(forms, stemmed), together(forms, stemmed)) for stemmed in (snowball(language), own(language))]
        (apart_alone, together_alone), (others, mixed) = both
        lost = [f"{sum(it.share for it in found):.2%}" for found in (apart_alone, others)]
        print(f"| {language} | {' | '.join(lost)} | {together_alone:.2%} | {mixed:.2%} |", flush=True)
        for form in others[: options.show]:
            print(f"  {form.word} ({form.lemma}): {stem(form.word, language)}, {stem(form.lemma, language)}")


def commonest(language: str) -> Iterator[Form]:
    """Yield the commonest words that simplemma knows, the commonest first, without stop words."""
    import simplemma  # noqa: PLC0415 - for this benchmark only
    import wordfreq  # noqa: PLC0415

    known = [
        word
        for word in wordfreq.top_n_list(language, COMMONEST)
        if word.isalpha() and len(word) > 2 and word not in STOP_WORDS[language] and simplemma.is_known(word, language)
    ]
    shares = [wordfreq.word_frequency(word, language) for word in known]
    for word, share in zip(known, shares, strict=True):
        yield Form(word, simplemma.lemmatize(word, language).lower(), share / sum(shares))


def apart(forms: Sequence[Form], stemmed: Callable[[str], str]) -> list[Form]:
    """Return the forms whose stem is not that of their dictionary form."""
    return [it for it in forms if stemmed(it.word) != stemmed(it.lemma)]


def together(forms: Sequence[Form], stemmed: Callable[[str], str]) -> float:
    """Return the share of words with the stem of a commoner word."""
    by_stem: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for it in forms:
        by_stem[stemmed(it.word)][it.lemma] += it.share
    return sum(sum(shares.values()) - max(shares.values()) for shares in by_stem.values())


def own(language: str) -> Callable[[str], str]:
    return lambda word: stem(word, language)


def snowball(language: str) -> Callable[[str], str]:
    """Return Snowball's stemmer, or for Ukrainian, which it lacks, one that leaves words as they are."""
    if language not in SNOWBALL:
        return lambda word: word
    stemmer = Stemmer.Stemmer(SNOWBALL[language])
    return lambda word: unmarked(stemmer.stemWord(word.replace("ё", "е")), language)


if __name__ == "__main__":
    main()
