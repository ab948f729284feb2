"""Choosing a quote: the sentences of a passage that best answer the question, as few as can stand alone.

Pure; knows a passage and its features, nothing of models or the index.
"""

from functools import lru_cache

import numpy as np

from ..language.sentences import asks, is_closed, is_row, quotations
from ..patterns import CAPITAL, lazy
from ..question.answer_type import AnswerType
from ..types import Passage, Quote
from .corrections import is_settled, with_what_is_right
from .features import ABOUT_AS_GOOD, Features
from .fusion import Floats
from .neighbours import heads, names_speaker, opens, paragraph, points_back

WANTED_WEIGHT = 0.1
SAID_WEIGHT = 0.3
"""Used instead of `WANTED_WEIGHT` where the question asks what somebody said, who they are or how old: many sentences
name them, few tell that."""

MAX_TWO_WORDS = 42
WORDS_PER_FIT = 50
"""Two neighbouring sentences that fit about equally well are both quoted if they are short: up to `MAX_TWO_WORDS` words
if they fit exactly as well, and `WORDS_PER_FIT` fewer for each point of fit between them. Quotes of squad2 that contain
the answer, and their median length: .812 with 29 words (MiniLM), .848 with 30 (multilingual). With a flat limit of 40
words: .820 with 30.5, .848 with 31; of 36: .812 with 29, .844 with 30. On seventeen sets of invented articles, in the
same order: .693, .696, .691."""

MAX_LEAD_WORDS = 40
"""A longer sentence is not put before the quote to give a pronoun its antecedent."""

MAX_ENTRY_WORDS = 30
"""A paragraph of at most this length that shares its passage with others is quoted whole: an entry of a list gives its
price, its hours and "no dogs" in a sentence each. Quotes that contain the answer (multilingual): weekend .637 → .647,
handbook .654 → .663, nine other sets the same; the median grows by one word at most."""

FEW_WORDS = 4
"""A denial this short does not tell what is true instead: "Not always."."""

_ITEM = lazy(rf"(?:\d{{1,2}}|[^\W\d_])[.)]\s|[-–—•*]\s|(?!{CAPITAL})[^\W\d_]")
"""Begins an item: a number, a letter, a dash, or no capital."""

AHEAD = 2
MAX_JOINED_WORDS = 60
"""If the thing asked for stands at most this many sentences after the quote, these are joined to it, up to this many
words in all. Quotes that hold the answer, without and with it: squad2 .820 → .828 (MiniLM), .848 → .852 (multilingual),
the sample articles .568 → .600 and .632 → .653, invented news .533 → .578 (English), .556 → .600 (Slavic), .756 → .867
(German, Spanish, French); median words, squad2: 29.5 → 30 and 30. Where somebody's words are asked for: three more of
338 in six languages, none fewer."""


def choose(passage: Passage, features: Features) -> Quote:
    """Return the best run of whole sentences, with the antecedent of its pronoun and with quotations kept whole."""
    spans = passage.sentences
    if not spans:
        return Quote(passage, 0, len(passage.text))
    scores = features.fit + (SAID_WEIGHT if features.of_somebody else WANTED_WEIGHT) * features.held
    best = int(np.argmax(scores))
    first, last = _whole_quotations(passage, best, best)
    if first == last:
        first, last = _with_rival(passage, features, scores, best)
    first, last = _with_thing_asked_for(passage, features, first, last)
    first, last = _with_words_that_follow(passage, features, first, last)
    if first > 0 and _needs_lead(passage, first):
        first, last = _whole_quotations(passage, first - 1, last)
    entry = paragraph(passage, first)[0], paragraph(passage, last)[1]
    told = features.kind in {AnswerType.TIME, AnswerType.NUMBER} and features.held[first : last + 1].any()
    # "The vote is on 24 June. Standing are:" tells when without the list.
    if entry != (0, len(spans) - 1) and not (told and passage.sentence(entry[1]).endswith(":")):
        first, last = _widened(passage, (first, last), *entry, most=MAX_ENTRY_WORDS)
    if last + 1 < len(spans) and _goes_on(passage, last):
        first, last = _whole_quotations(passage, first, last + 1)
    if first < last and passage.sentence(last - 1).endswith(":"):
        first, last = _with_list(passage, first, last)
    first, last = _with_what_settles(passage, first, last)
    if (run := with_what_is_right(passage, first, last)) != (first, last):
        first, last = _whole_quotations(passage, *run)
    return Quote(passage, spans[first][0], spans[last][1])


def _with_rival(passage: Passage, features: Features, scores: Floats, best: int) -> tuple[int, int]:
    """Return the best sentence, with a neighbour in its paragraph that fits about equally well if both are short.

    A sentence that holds what is asked for is followed only by one that holds it too.
    """
    rivals = [at for at in (best - 1, best + 1) if 0 <= at < len(scores) and not opens(passage, max(at, best))]
    if features.held[best]:
        rivals = [at for at in rivals if at < best or features.held[at]]
    rivals = [at for at in rivals if scores[at] >= scores[best] - ABOUT_AS_GOOD]
    if not rivals:
        return best, best
    rival = max(rivals, key=lambda at: float(scores[at]))
    most = MAX_TWO_WORDS - WORDS_PER_FIT * float(scores[best] - scores[rival])
    return _widened(passage, (best, best), min(best, rival), max(best, rival), most=most)


def _with_thing_asked_for(passage: Passage, features: Features, first: int, last: int) -> tuple[int, int]:
    """Return a run that only restates the question, extended by the sentence after it that answers.

    "The slide stays shut. Its anchor had come loose." Where no word marks a reason, the next sentence is taken for it,
    as it is for what happened: "Two men were arrested. They were released in the morning."
    """
    if (features.kind is None and not features.outcome) or features.held[first : last + 1].any():
        return first, last
    behind = range(last + 1, min(last + 1 + AHEAD, len(passage.sentences)))
    telling = [at for at in behind if features.held[at]]
    if (features.kind is AnswerType.REASON or features.outcome) and not telling:
        telling = [at for at in behind if not asks(passage.sentence(at))]
    if not telling:
        return first, last
    return _widened(passage, (first, last), first, telling[0], most=MAX_JOINED_WORDS)


def _with_words_that_follow(passage: Passage, features: Features, first: int, last: int) -> tuple[int, int]:
    """Return a run that ends with somebody's words, extended by those that follow if their words are asked for.

    'Ms Quill said that there were blankets. "But we have nine dogs," she said.' Quotes that hold the answer, without
    and with it (multilingual): city .674 → .705, slavic .725 → .745, thirty-two other sets the same or better; of 3,300
    quotes 20 grow.
    """
    while features.kind is AnswerType.SPEECH and features.held[last : last + 2].sum() > 1:
        wider = _widened(passage, (first, last), first, last + 1, most=MAX_JOINED_WORDS)
        if wider == (first, last) or opens(passage, last + 1):
            break
        first, last = wider
    return first, last


def _widened(passage: Passage, run: tuple[int, int], first: int, last: int, *, most: float) -> tuple[int, int]:
    """Return the longer run of sentences if it has at most `most` words, else `run`."""
    first, last = _whole_quotations(passage, first, last)
    text = passage.text[passage.sentences[first][0] : passage.sentences[last][1]]
    return (first, last) if len(text.split()) <= most else run


def _needs_lead(passage: Passage, at: int) -> bool:
    before = passage.sentence(at - 1)
    announced = before.endswith(":") and opens(passage, at) and _is_item(passage.sentence(at))
    return (announced or points_back(passage, at)) and len(before.split()) <= MAX_LEAD_WORDS


def _goes_on(passage: Passage, at: int) -> bool:
    """Return whether a sentence needs the next one: it ends with a colon, or heads it."""
    return passage.sentence(at).endswith(":") or heads(passage, at) or names_speaker(passage, at)


def _with_list(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Return a run whose last sentence is the first item of a list, extended by the other items.

    An item is a paragraph of its own and no sentence, or numbered; a row of a table tells enough by itself.
    """
    end = last
    while end + 1 < len(passage.sentences) and opens(passage, end) and opens(passage, end + 1):
        if not all(_is_item(passage.sentence(at)) for at in (end, end + 1)):
            break
        end += 1
    return _widened(passage, (first, last), first, end, most=MAX_JOINED_WORDS)


def _is_item(sentence: str) -> bool:
    return not is_row(sentence) and (_ITEM.match(sentence) is not None or not is_closed(sentence))


def _with_what_settles(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Return a run extended by what follows and settles whether it is true: "They are not.", "He denied that.".

    Quotes that hold the answer, without and with it (multilingual): science .594 → .656, chronicle .611 → .632; wire,
    city, east, magazine and squad2 (whose quotes stay as long) the same.
    """
    start = last
    while last + 1 < len(passage.sentences) and not opens(passage, last + 1):
        if not (is_settled(passage, last) or (last > start and len(passage.sentence(last).split()) <= FEW_WORDS)):
            break
        wider = _widened(passage, (first, last), first, last + 1, most=MAX_JOINED_WORDS)
        if wider == (first, last):
            break
        first, last = wider
    return first, last


def _whole_quotations(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Widen a run of sentences until it cuts no quotation."""
    spans, found = passage.sentences, _quotations(passage.text)
    for start, end in reversed(found):  # a sentence that one begins in may end the one before
        while first > 0 and start < spans[first][0] < end:
            first -= 1
    for start, end in found:
        while last < len(spans) - 1 and start < spans[last][1] < end:
            last += 1
    return first, last


@lru_cache(maxsize=1024)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the quotations of a text; cached, as a run is widened many times."""
    return tuple(quotations(text))
