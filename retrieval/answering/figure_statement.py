"""Sentences of a passage that give figures for what is asked, corrections joined to what they correct. Pure."""

import re
from collections.abc import Iterator, Sequence

from ..language.atoms import MODERN_YEAR
from ..language.figures import Figure, figures
from ..language.months import MONTH, NO_MONTH
from ..language.sentences import asks
from ..language.text import normal_form, stems
from ..language.times import RELATIVE
from ..patterns import lazy
from ..question.amounts import counted
from ..question.tolls import how_named
from ..types import Hit
from . import casualties
from .changes import given_up
from .figures_told import correction_at, measured, put_right, told_figures
from .statement import Statement

_PERIOD = lazy(
    rf"(?<!\w)(?:{MODERN_YEAR}(?:s|er|-х)?"
    r"|(?:last|this|next|previous|every|the same|a) (?:year|month|week|season|century)"
    rf"|{RELATIVE}|el (?:año|mes)(?: pasado)?"
    rf"|{NO_MONTH}(?:{MONTH}))(?!\w)",
    re.IGNORECASE,
)


class FigureStatement(Statement, frozen=True, dict=True):
    """A sentence that gives figures for what is asked; two where the second corrects the first."""

    figures: tuple[Figure, ...]
    said: frozenset[str]
    """Stems of it, of the sentence before if it depends on that, and of the headline in a lead paragraph."""
    periods: frozenset[str]
    taken_back: tuple[Figure, ...] = ()
    """Figures that the article gave before and corrects here."""
    in_two: bool = False
    """The correction is in the next sentence."""

    @property
    def last(self) -> int:
        return self.at + self.in_two


def statements(question: str, hit: Hit, like: FigureStatement | None) -> Iterator[FigureStatement]:
    """Yield the sentences of a passage that give figures for what is asked, those of the quote first.

    Args:
        like: what the quoted passage says, where this is another one, of which every sentence counts.
    """
    every, inside = range(len(hit.passage.sentences)), hit.quote.sentences
    after = [at + 1 for at in inside[-1:] if at + 1 in every]
    for at in dict.fromkeys([*inside, *after, *(every if like else ())]):
        if found := _statement(question, hit, at, like):
            yield found


def _statement(question: str, hit: Hit, at: int, like: FigureStatement | None) -> FigureStatement | None:
    """Return what a sentence tells; None where it has no figure for what is asked."""
    passage, language = hit.passage, hit.article.language
    start = passage.sentences[at][0]
    before, after = (passage.sentence(it) if it in range(len(passage.sentences)) else "" for it in (at - 1, at + 1))
    text = passage.sentence(at)
    if asks(text):
        return None
    chosen, leans = told_figures(question, text, before, language)
    taken_back: list[Figure] = []
    if correction_at(before, text) == len(before):
        return None  # handled with the sentence before
    right = correction_at(text, after)
    in_two = right == len(text)
    if right is not None:
        text = passage.text[start : passage.sentences[at + in_two][1]]
        old, every = given_up(text, figures(text, language), needs_verb=False)
        # "gave the number of beds as 240": what is counted need not stand beside its number
        wrong = [it for it in chosen if it.start < right] or [it for it in every if it.start < right and not it.units]
        wrong = wrong or old  # "misstated the number of beds. It is 204, not 240"
        taken_back, chosen = put_right(wrong, [it for it in every if it.start >= right])
    elif not counted(question):
        chosen = measured(chosen, None if like is None else (like.taken_back or like.figures)[0].units[:1])
    corrected = like is not None and like.taken_back
    if not chosen or (any(it.partial for it in chosen) and not corrected):
        return None
    here = Statement(hit, at)
    said = frozenset(stems(f"{text}\n{leans}\n{here.title if here.leads else ''}", language))
    periods = _periods(question, text, chosen, language)
    return FigureStatement(hit, at, tuple(chosen), said, periods, tuple(taken_back), in_two and bool(taken_back))


def _periods(question: str, text: str, chosen: Sequence[Figure], language: str | None) -> frozenset[str]:
    """Return the periods that a text names, of a toll only those in the clause that has it, and years."""
    until = casualties.clause_end(text, chosen) if how_named(question) else len(text)
    counts = [(it.start, it.end) for it in figures(text, language)]  # "1500 people" names no year
    return frozenset(
        normal_form(it.group())
        for it in _PERIOD.finditer(text)
        if (it.start() < until or it[0].isdigit()) and not any(start <= it.start() < end for start, end in counts)
    )
