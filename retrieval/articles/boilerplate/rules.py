"""Rules that look at one block alone: each a small function with its reason, named after what it recognises.

Words count only in blocks of a certain shape, because an article may contain any of them. See `phrases.py`.
"""

import re
from collections.abc import Callable

from . import phrases
from .blocks import Block, Kind
from .byline import byline_names
from .meta import closes_with_date, is_date_line
from .patterns import Phrases, pattern_of
from .ticker import minutes

_CREDIT_LAST = re.compile(
    r"[(\[]([^()\[\]]{2,80})[)\]]\.?$|(?:[|/©]|\b(?:photos?|image|foto|bild|credit|фото|fot\.?|"
    r"picture):)\s?([^.]{2,60})$",
    re.IGNORECASE,
)
_CREDIT_IN_BRACKETS = re.compile(
    r"[(\[]\s?(?:photos?|images?|pictures?|foto|fotos|bild|grafik|фото|fot\.|imagen|imagem|immagine|archivo|"
    r"archiv)\b[^()\[\]]{2,60}[)\]]\.?$",
    re.IGNORECASE,
)
_AGENCY_LAST = pattern_of(rf"[.!?”\"'»]\s?[^.]{{0,40}}(?:{phrases.AGENCY})\W*$")

Rule = Callable[[Block], bool]

_CAPITALS_LAST = re.compile(
    r"[.!?”»\"]\s(?:[^\W\d_a-zß-öø-ÿа-яё]{2,20}[.’'-]?\s){1,3}[^\W\d_a-zß-öø-ÿа-яё]{2,20}[.’'-]?$"
)
"""The photographer's name in capitals, or in letters without any, after a sentence about the picture."""
_NOTE = re.compile(r"[\^↑]\s?\S")

_SHORT = 15
_ASIDE = 90
"""Length of the longest appeal or notice, in words; a longer paragraph has content."""
_QUOTE_OPENS = ("“", "„", "«", '"', "»", "‘", "'")


def navigation(block: Block) -> bool:
    """Return whether the whole block is a button or a menu entry."""
    return block.words <= _SHORT and _whole(phrases.NAVIGATION, block)


def share(block: Block) -> bool:
    """Return whether it contains only names of social networks and what to do there."""
    return block.words <= _SHORT and _whole(phrases.SHARE, block)


def sharing(block: Block) -> bool:
    """Return whether it says more than the name of one network, which may be the subject."""
    return block.words > 1 and share(block)


def cookies(block: Block) -> bool:
    """Return whether it is a notice about consent or privacy, including one in whole sentences.

    An article about them speaks neither to the page's visitor nor of the page.
    """
    if block.words > 2 * _ASIDE or block.text.startswith(_QUOTE_OPENS) or not phrases.TO_VISITOR.said_in(block.text):
        return False
    return _share_of_sentences(phrases.COOKIES, block) >= (0.5 if block.words > 40 else 0.3)


def paywall(block: Block) -> bool:
    """Return whether it says that the rest must be paid for."""
    return block.words <= _ASIDE and _share_of_sentences(phrases.PAYWALL, block) >= 0.3


def appeal(block: Block) -> bool:
    """Return whether its sentences begin by asking the reader to do something for the publisher, or ask for money.

    News prose addresses its reader in the imperative only within quotation marks; help pages name terms and prices.
    """
    if block.words > _ASIDE or block.text.startswith(_QUOTE_OPENS) or block.number is not None:
        return False
    sentences = block.sentences
    asking = sum(_asks(sentence.lstrip("•-–—>→¡¿ ")) for sentence in sentences)
    if asking:
        asks = asking * 3 >= len(sentences) or phrases.APPEAL.said_in(block.text)
        return asks and not (_has_terms(block) and not phrases.FOR_PUBLISHER.said_in(block.text))
    return block.words <= 2 * _SHORT and phrases.INBOX.said_in(block.text)


def publisher_appeal(block: Block) -> bool:
    """Return whether it appeals for what publishers want; others instruct: "Tell us within two days, or you pay"."""
    return appeal(block) and phrases.FOR_PUBLISHER.said_in(block.text)


def _has_terms(block: Block) -> bool:
    """Return whether a paragraph of sentences contains a figure: a price, a time limit, a section of a law."""
    return block.prose and len(block.sentences) > 1 and any(char.isdigit() for char in block.text)


def _asks(sentence: str) -> bool:
    """Return whether a sentence asks the reader to do something, at once or after a clause that states the purpose."""
    if phrases.ASKS.match(sentence):
        return True
    clause = phrases.PURPOSE.match(sentence)
    return clause is not None and bool(phrases.ASKS.match(sentence[clause.end() :]))


def read_also(block: Block) -> bool:
    """Return whether it is a reference to another article with a label before it, or a teaser with a link after it."""
    if block.words <= _ASIDE and phrases.READ_ON.search(block.text):
        return True
    match = phrases.READ_ALSO.match(block.text.lstrip("([>→»•- "))
    if not match:
        return False
    rest = block.text[match.end() :].lstrip()
    if rest.startswith((":", "|", ">", "»", "→", "–", "-")):
        return block.words <= 40
    return (block.words <= 8 and not block.ends) or match.end() == len(block.text)


def comments(block: Block) -> bool:
    """Return whether it is a label of the readers' comments."""
    return block.words <= 20 and _whole(phrases.COMMENTS, block)


def credit(block: Block) -> bool:
    """Return whether it is a picture's credit: with a label before it, or an agency in a line that is no sentence."""
    if block.words <= 25 and phrases.CREDIT.match(block.text):
        return True
    return block.words <= 12 and not block.ends and bool(phrases.AGENCIES.search(block.text)) and _name_like(block.text)


def caption(block: Block) -> bool:
    """Return whether it is a caption: a sentence that ends with a credit in brackets, after a slash or a label."""
    if block.kind is Kind.CAPTION:
        return True
    if block.words > 70:
        return False
    if block.words <= 45:
        capitals = _CAPITALS_LAST.search(block.text)
        if _AGENCY_LAST.search(block.text) or (capitals and capitals[0].isupper()):
            return True
    if _CREDIT_IN_BRACKETS.search(block.text):
        return True
    tail = _CREDIT_LAST.search(block.text)
    return tail is not None and bool(
        phrases.AGENCIES.search(tail.group()) or phrases.CREDIT.match(tail.group().lstrip("([|/ "))
    )


def footer(block: Block) -> bool:
    """Return whether it is the page's footer: rights, makers, restrictions on the use of the text."""
    if block.words <= 2 * _SHORT and phrases.ENDS.search(block.text):
        return True
    return block.words <= _ASIDE and _share_of_sentences(phrases.RIGHTS, block) >= 0.5


def tags(block: Block) -> bool:
    """Return whether it lists the site's tags or categories of the article."""
    return block.words <= 2 * _SHORT and not block.ends and bool(phrases.TAGS.match(block.text))


def disclosure(block: Block) -> bool:
    """Return whether the page discloses how it earns, or where the text first appeared."""
    return block.words <= _ASIDE and phrases.DISCLOSURE.said_in(block.text)


def byline(block: Block) -> bool:
    """Return whether it is a byline, which is shown separately from the body."""
    return bool(byline_names(block))


def date(block: Block) -> bool:
    """Return whether it is the date or the time of the article, alone on its line."""
    if block.ends:
        return closes_with_date(block) and is_date_line(block)
    return is_date_line(block) or minutes(block) is not None


def reading_time(block: Block) -> bool:
    """Return whether it is a reading time or a view count, in a line of its own."""
    return block.words <= 8 and bool(phrases.READING_TIME.search(block.text))


def running_head(block: Block) -> bool:
    """Return whether it is a running head or foot of a printed page."""
    return block.kind is Kind.RUNNING


def note(block: Block) -> bool:
    """Return whether it is a footnote below an encyclopedia article."""
    return bool(_NOTE.match(block.text))


def gallery(block: Block) -> bool:
    """Return whether it is the counter of a picture gallery."""
    return block.words <= 6 and bool(phrases.GALLERY.match(block.text))


_ADDRESS = re.compile(r"[\w.+-]@[\w-]+\.\w{2,}")
"""A single character before the @ suffices: matching several would take quadratic time on a long word."""


def contact(block: Block) -> bool:
    """Return whether it gives an email address in a short paragraph without terms, which is not part of the story."""
    return block.words <= 45 and bool(_ADDRESS.search(block.text)) and not _has_terms(block)


_LINK = re.compile(r"(?:https?://|www\.)\S+|\S[^\s@]*@\S[^\s.]*\.\S+|(?:[#@][\w-]+[,\s]*)+")


def address(block: Block) -> bool:
    """Return whether it is only a link, an email address, or hashtags."""
    return bool(_LINK.fullmatch(block.text))


ALONE: tuple[tuple[str, Rule], ...] = tuple(
    (rule.__name__, rule)
    for rule in (
        running_head, address, share, navigation, byline, date, reading_time, footer, cookies, paywall, comments,
        read_also, appeal, tags, caption, credit, note, gallery, contact, disclosure,
    )
)  # fmt: skip
"""Tried in this order; the first rule that applies names the reason."""

SAFE: tuple[tuple[str, Rule], ...] = (
    *((rule.__name__, rule) for rule in (running_head, address, cookies, footer, credit)),
    (share.__name__, sharing),
    (appeal.__name__, publisher_appeal),
)
"""Rules for notes and dumps, about blocks that cannot be part of a prepared text's body."""


def is_refused(block: Block) -> bool:
    """Return whether a rule drops the block, whatever its neighbours."""
    return any(rule(block) for _, rule in ALONE)


def _whole(pattern: re.Pattern[str], block: Block) -> bool:
    return bool(pattern.fullmatch(block.text.strip("[](){}<>«»‹›|•·→←↑↓…+-–—*:.!?¿¡✕×▾▼▸► ")))


def _share_of_sentences(said: Phrases, block: Block) -> float:
    hits = [said.said_in(sentence) for sentence in block.sentences]
    return sum(hits) / len(hits) if hits else 0.0


def _name_like(text: str) -> bool:
    """Return whether most of its words are capitalised, as in names rather than a sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    return len([word for word in words if word[0].isupper()]) * 2 > len(words)
