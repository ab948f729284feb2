"""Who tells each part of an oral history: "Noreen Duffy, then 33, stewardess. It was dark", "DUFFY: I ran". Pure.

A list of people looks the same, so such paragraphs count only if they say "I" and make up the text.
"""

from collections.abc import Iterator, Sequence

from ..language.sentences import quotations
from ..patterns import CAPITAL, by_language, lazy
from .names import CAPITALISED, is_body
from .saying_verbs import OWN

FEWEST_VOICES = 2
MOST_VOICES = 100
"""Bounds the cost: the opening of each paragraph is compared with every voice."""

HEADING_CHARS = 60
"""A paragraph no longer than this may be a heading, or a line above the text."""

_HEAD = lazy(
    rf"(?P<name>{CAPITALISED}(?:\s(?:(?:de|del|de la|von|van)\s)?{CAPITALISED}){{0,4}})"
    r"(?P<who>,\s(?!(?:who|die|der|qui|que|котор\w+|яка|який)\s)[^.:!?\n]{2,120})?(?P<mark>\.|\s?:)\s+(?=\S)"
)
_own = by_language(r"(?<!\w)(?:FORMS)(?!\w)", OWN)
_CAPITALS = lazy(rf"{CAPITAL}+(?:[\s.’'-]+{CAPITAL}+)*")


def voices(paragraphs: Sequence[tuple[int, str]], language: str | None) -> list[tuple[int, str | None]]:
    """Return where each speaker, or nobody, begins to speak; empty where fewer than two people do.

    Args:
        paragraphs: each with its start in the text.
    """
    heads = {start: (name, begins) for start, name, begins in _heads(paragraphs)}
    telling = {start for start, paragraph in paragraphs if says_i(paragraph, language)}
    named = {start: name for start, (name, _) in heads.items() if name}
    personal = [name for start, name in named.items() if start in telling]
    long = sum(len(paragraph) > HEADING_CHARS for _, paragraph in paragraphs)
    if len(set(personal)) < FEWEST_VOICES or 2 * len(personal) < len(named) or 2 * len(named) < long:
        return []
    turns, speaker = list[tuple[int, str | None]](), None
    for start, _ in paragraphs:
        if start in heads:
            speaker, begins = heads[start]
            turns += [(start, None), (begins, speaker)]
        else:
            speaker = speaker if start in telling else None
            turns.append((start, speaker))
    return turns


def says_i(paragraph: str, language: str | None) -> bool:
    """Return whether somebody speaks of themselves in a paragraph, outside its quotations."""
    own, at = "", 0
    for start, end in [*quotations(paragraph), (len(paragraph), 0)]:
        own += paragraph[at:start]  # nothing between a quotation and one inside it
        at = max(at, end)
    return _own(language).search(own) is not None


def _heads(paragraphs: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str | None, int]]:
    """Yield the start, the speaker and the first word's position of paragraphs that open with their speaker.

    A speaker is first named in full, later by any of the words of that name; None for a label that may mean several
    speakers, or somebody else.
    """
    known: list[str] = []
    for start, paragraph in paragraphs:
        head = _HEAD.match(paragraph)
        if head is None or is_body(head["name"]):
            continue
        words = set(head["name"].casefold().split())
        meant = [name for name in known if words <= set(name.casefold().split())]
        introduced = len(words) > 1 and (head["who"] or _is_label(head["name"], head["mark"]))
        if not meant and introduced and len(known) < MOST_VOICES:
            known += (meant := [head["name"]])
        if meant or head["mark"].endswith(":"):
            begins = start + (head.end() if head["mark"] == "." else 0)
            yield start, meant[0] if len(meant) == 1 else None, begins


def _is_label(name: str, mark: str) -> bool:
    return mark.endswith(":") and _CAPITALS.fullmatch(name) is not None
