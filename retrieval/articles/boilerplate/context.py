"""Rules that look at several blocks: repetitions, cards of other articles, captions, comments."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from ..dates import find_dates
from . import phrases
from .blocks import Block, Kind, kept, stubs
from .meta import is_labelled
from .patterns import LABELLED_LINK

_ENDINGS = ("tags", "footer", "comments")
_MOST = 0.8
"""Minimum share of the page's running text above a mark that ends the article."""
_LABEL_WORDS = 5
_CARD_WORDS = 45
_HALF_WORDS = 8
"""Minimum length of half a sentence, in words; a shorter one is a menu entry."""
_QUOTES = (("„", "“”"), ("«", "»"), ("“", "”"))
"""Opening and closing quotation marks, without straight ones, which can be either."""
_CAPTION_WORDS = 40
_SIGNED = re.compile(r"(?<=\S )\([^\W\d_]{2,8}(?:/[^\W\d_]{2,8})*\)\.?$")
_COMMENTS_SPAN = 20
"""Three signs of comments must occur within this many blocks."""
_ARTICLE_WORDS = 30
"""Words of running text required above the first comment; less is a notice of the page."""
_SCRAP_WORDS = 3
_NEAR = 1
"""At most so many days may lie between the date below a text and that of its publication."""


def mark_repeated(blocks: Sequence[Block], verdicts: list[str | None], heads: Set[int]) -> None:
    """Mark repeated blocks, because nobody writes a paragraph twice. Of running text the first copy stays, else none.

    A labelled statement may well recur: "Verdict: false.".

    Args:
        heads: positions of the subheadings that a table of contents lists.
    """
    counts = Counter(block.key for block in blocks if block.words >= 2)
    seen: set[str] = set()
    for place, block in enumerate(blocks):
        again = counts[block.key] > 1 and (block.key in seen or not block.prose)
        states = block.valued and block.ends
        if verdicts[place] is None and again and not states and place not in heads:
            verdicts[place] = "repeated"
        seen.add(block.key)


def mark_cards(blocks: Sequence[Block], verdicts: list[str | None], start: int) -> None:
    """Mark cards of other articles: a headline twice in a row (picture and text), then a sentence on its subject."""
    for place in range(start + 2, len(blocks)):
        headline, block = blocks[place - 1], blocks[place]
        if verdicts[place] is not None or verdicts[place - 1] != "repeated":
            continue
        if headline.words < 4 or block.words > _CARD_WORDS:
            continue
        twice = headline.key in (other.key for other in blocks[max(0, place - 4) : place - 1])
        if twice and len({*stubs(headline.text)} & {*stubs(block.text)}) >= 2:
            verdicts[place] = "teaser"


def with_cuts(blocks: Sequence[Block], verdicts: Sequence[str | None]) -> list[Block]:
    """Return the blocks, with the halves of sentences that dropped blocks interrupt marked as cut."""
    found = list(blocks)
    body = kept(verdicts)
    for before, after in pairwise(body):
        if after > before + 1 and continues(blocks[before].text, blocks[after].text):
            found[before], found[after] = replace(found[before], cut=True), replace(found[after], cut=True)
    return found


def continues(before: str, after: str) -> bool:
    """Return whether a sentence or a quotation continues from the end of one paragraph into the next."""
    if len(before.split()) < _HALF_WORDS:
        return False
    sentence = bool(re.search(r"[\w,;–—-]$", before)) and after[:1].islower()
    return sentence or any(_left_open(before, *marks) and _closed_first(after, *marks) for marks in _QUOTES)


def _left_open(text: str, opening: str, closing: str) -> bool:
    last_closing = max(text.rfind(mark) for mark in closing)
    return text.rfind(opening) > last_closing


def _closed_first(text: str, opening: str, closing: str) -> bool:
    marks = [char for char in text if char == opening or char in closing]
    return bool(marks) and marks[0] != opening


def mark_pointed(blocks: Sequence[Block], verdicts: list[str | None], start: int) -> None:
    """Mark headlines of other articles under a label that announces them ("Related stories")."""
    pointing = False
    for place, block in enumerate(blocks[start:], start=start):
        if verdicts[place] is not None:
            pointing = (
                verdicts[place] == "read_also" and block.words <= _LABEL_WORDS and not LABELLED_LINK.search(block.text)
            )
        elif pointing and not block.ends and not block.prose:
            verdicts[place] = "teaser"
        else:
            pointing = False


def mark_last_cards(blocks: Sequence[Block], verdicts: list[str | None]) -> None:
    """Mark cards of other articles right below this one: two or more pairs of a headline and one sentence."""
    body = kept(verdicts)
    cards: list[int] = []
    pairs = 0
    while len(body) > 2 and _one_sentence(blocks[body[-1]]):
        above = body[-2]
        if blocks[above].ends or blocks[above].announces or not 3 <= blocks[above].words <= 20:
            break
        if blocks[above].text[0] in "–—-":  # the speaker of a quotation
            break
        cards += [body.pop(), body.pop()]
        pairs += 1
        if body and blocks[body[-1]].words <= 3 and not blocks[body[-1]].ends:
            cards.append(body.pop())  # the section of the card
    if pairs >= 2:
        for place in cards:
            verdicts[place] = "teaser"


def _one_sentence(block: Block) -> bool:
    return block.ends and 5 <= block.words <= 30 and len(block.sentences) == 1


def keep_other_days(blocks: Sequence[Block], verdicts: list[str | None], published: str) -> None:
    """Keep a line right below the body that tells of another day than the article's: "Until 6 September 2026".

    A line that begins with its date, or says when the text was written or changed, is the page's.
    """
    own = date.fromisoformat(published[:10])
    for place in range(1, len(blocks)):
        if verdicts[place] == "date" and verdicts[place - 1] is None and not is_labelled(blocks[place]):
            days = dict(find_dates(blocks[place].text, language="de"))
            apart = (abs((date.fromisoformat(day) - own).days) for day in days.values())
            if days and 0 not in days and min(apart) > _NEAR:
                verdicts[place] = None


def mark_edges(blocks: Sequence[Block], verdicts: list[str | None]) -> None:
    """Mark a word or two above everything else as the page's, and a subheading or a few words below everything else.

    A value below is the article's: "Attendance: 3,114".
    """
    body = kept(verdicts)
    while len(body) > 1 and _is_scrap(blocks[body[0]]):
        verdicts[body.pop(0)] = "aside"
    while len(body) > 1 and ((_is_scrap(last := blocks[body[-1]]) and not last.valued) or last.kind is Kind.HEADING):
        verdicts[body.pop()] = "aside"


def _is_scrap(block: Block) -> bool:
    return block.words <= _SCRAP_WORDS and not block.ends and not block.announces and block.kind is Kind.PARAGRAPH


def keep_signed(blocks: Sequence[Block], verdicts: list[str | None]) -> None:
    """Keep the last paragraph of a report if an agency's name ends it, "he said. (dpa)", as it does in captions."""
    for place in range(len(blocks) - 1, 0, -1):
        if verdicts[place] is None and blocks[place].prose:
            return
        if verdicts[place] == "caption" and blocks[place].kind is not Kind.CAPTION:
            if verdicts[place - 1] is None and blocks[place - 1].ends and _SIGNED.search(blocks[place].text):
                verdicts[place] = None
            return


def mark_captions(blocks: Sequence[Block], verdicts: list[str | None]) -> None:
    """Mark a line or two right above a picture's credit as its caption if the credit is bracketed or adjacent."""
    for place in range(1, len(blocks)):
        if verdicts[place] not in ("credit", "caption") or verdicts[place - 1] is not None:
            continue
        credit, block = blocks[place], blocks[place - 1]
        if block.ends and credit.text.startswith("(") and not phrases.CREDIT.match(credit.text):
            continue  # a report also ends with its agency: "(dpa)"
        touching = block.gap and not credit.gap
        if block.words <= _CAPTION_WORDS and (credit.text.startswith("(") or touching) and credit.words <= 15:
            verdicts[place - 1] = "caption"


def mark_comments(blocks: Sequence[Block], verdicts: list[str | None]) -> None:
    """Mark comments of readers, from their first sign on, if more signs follow and an article precedes."""
    signs = [place for place, block in enumerate(blocks) if _is_comment_sign(block, verdicts[place])]
    # Two more must follow soon: a single sign may be a line of the article.
    openings = frozenset(
        first for first, third in zip(signs, signs[2:], strict=False) if third - first <= _COMMENTS_SPAN
    )
    told = 0
    for place, block in enumerate(blocks):
        if place in openings and told >= _ARTICLE_WORDS:
            verdicts[place:] = [verdict or "comments" for verdict in verdicts[place:]]
            return
        if verdicts[place] is None and block.prose:
            told += block.words


def _is_comment_sign(block: Block, verdict: str | None) -> bool:
    if block.words <= 20 and phrases.COMMENT_ATTRIBUTION.search(block.text):
        return True
    return verdict == "comments" and bool(phrases.COMMENT_FORM.search(block.text))


def mark_end(blocks: Sequence[Block], verdicts: list[str | None]) -> None:
    """Mark everything after the tags, the footer or the comment form, if little of the text follows."""
    told = [
        block.words if verdict is None and block.prose else 0 for block, verdict in zip(blocks, verdicts, strict=True)
    ]
    least = max(_ARTICLE_WORDS, _MOST * sum(told))
    before = 0
    for place, verdict in enumerate(verdicts):
        if verdict in _ENDINGS and before >= least:
            verdicts[place:] = [later or "after" for later in verdicts[place:]]
            return
        before += told[place]
