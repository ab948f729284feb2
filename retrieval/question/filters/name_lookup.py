"""Looks up the names of sources and authors in a question: as they are, in another case, or with one letter wrong.

Pure. Accents and umlauts may be missing. An index may have thousands of authors, so that a name is not compared with
each.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ...language.stop_words import DEFINITE
from ...language.text import is_cyrillic, normal_form, stem, unmarked, words
from ...language.traits import EAST_SLAVIC
from ...patterns import lazy
from ..spelling.slips import Slip, slip

_GERMAN_ENDINGS = ("n", "s")
"""Of the last word of a name: "im Brenholter Boten", "des Seekuriers"."""
_OF_ADJECTIVES = ("n", "r")
"""Of the words before it: "in der Süddeutschen Zeitung"."""
_MAX_NAME_WORDS = 8
_MARKS = lazy(r"[.'’ʼ`\s]")
_LEAST_NEAR = 6
"""Minimum letters of a name in which one may be wrong."""


class _Name(NamedTuple):
    written: str
    parts: tuple[str, ...]
    """Its words in their plain forms, without an article."""
    source: str


class Names(NamedTuple):
    """The names that a question may give."""

    by_form: dict[tuple[str, ...], list[_Name]]
    """By each form of `_forms`."""
    by_ends: dict[tuple[int, str], list[_Name]]
    """By their number of words and each of `_ends`."""


def lookup(named: Sequence[tuple[str, str]]) -> Names:
    """Return names to look up, given each with its source."""
    found = Names(defaultdict(list), defaultdict(list))
    for written, source in named:
        name = _Name(written, _name_words(written), source)
        for form in _forms(name.parts):
            found.by_form[form].append(name)
        for end in _ends(name.parts):
            found.by_ends[len(name.parts), end].append(name)
    return found


def _forms(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name as it is and, where cases change it, as stems, after their language: "в Медузе"."""
    yield "", *parts
    if all(is_cyrillic(part) for part in parts):
        for code in EAST_SLAVIC:
            yield code, *(stem(part, code) for part in parts)


def _ends(parts: tuple[str, ...]) -> tuple[str, str]:
    """Return a name's first three letters and its last two, of which one letter wrong leaves either as it was.

    With three at both ends, two letters swapped in the middle of six would change both.
    """
    letters = "".join(parts)
    return f"{letters[:3]}…", f"…{letters[-2:]}"


def named_at(text: str, begin: int, names: Names, *, near: bool, small: bool = False) -> tuple[int, str] | None:
    """Return the end of the longest source name that stands at a position, and the source.

    Args:
        near: one letter may be wrong.
        small: capitals may be missing.
    """
    found = list(words(text[begin : begin + 200]))[:_MAX_NAME_WORDS]
    if not found or text[begin : begin + found[0].start].strip(" \"'“‘«„"):
        return None
    parts = tuple(_plain(word.text) for word in found)
    for count in range(len(found), 0, -1):
        written, given = " ".join(word.text for word in found[:count]), _without_article(parts[:count])
        declined = [("", *given[:-1], given[-1].removesuffix(end)) for end in _GERMAN_ENDINGS if count > 1]
        declined += [("", *(part.removesuffix(end) for part in given[:-1]), given[-1]) for end in _OF_ADJECTIVES]
        alike = (name for form in (*_forms(given), *declined) for name in names.by_form.get(form, ()))
        exact = (name for name in alike if near or small or _is_as_spelt(written, name))
        ends = _ends(given) if near else ()
        close = (name for end in ends for name in names.by_ends.get((len(given), end), ()) if _is_close(given, name))
        if name := next(chain(exact, close), None):
            return begin + found[count - 1].end, name.source
    return None


def _is_as_spelt(written: str, name: _Name) -> bool:
    """Return whether a name of one word is spelt as it is, with its article: "in nature", "in der Zeit" name none."""
    return len(name.parts) > 1 or written == name.written or (is_cyrillic(name.parts[0]) and written[0].isupper())


def _is_close(given: tuple[str, ...], name: _Name) -> bool:
    """Return whether one letter of a long name may be wrong."""
    one, other = "".join(given), "".join(name.parts)
    return len(other) >= _LEAST_NEAR and slip(one, other) in {Slip.LIGHT, Slip.LETTER}


def _name_words(name: str) -> tuple[str, ...]:
    return _without_article(tuple(_plain(word.text) for word in words(name)))


def _plain(word: str) -> str:
    """Return a word without accents, umlauts, apostrophes and the full stops of initials; a Cyrillic one keeps its й,
    which belongs to endings."""
    plain = _MARKS.sub("", normal_form(word))
    return plain if is_cyrillic(plain) else unmarked(plain, "de")


def _without_article(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[1:] if len(parts) > 1 and parts[0] in DEFINITE else parts
