"""What pages tell their readers besides the article: buttons, labels, credits, appeals. The words are in `pages.txt`.

What an article may well contain is only searched for where a rule restricts it to short blocks or to the beginning of a
sentence.
"""

from ...language.word_lists import word_lists
from .patterns import Phrases, pattern_of

_WORDS = {name: lines.replace("\n  ", "").replace("\n", "|") for name, lines in word_lists("pages").items()}

NAVIGATION = pattern_of(_WORDS["navigation"])
"""A block that consists of a button or a menu entry."""

SHARE = pattern_of(_WORDS["share"].replace("NETWORKS", _WORDS["networks"]))
"""A block that consists of buttons of social networks."""

TAGS = pattern_of(_WORDS["tags"])
"""Labels of a site's tags and categories, at the beginning of a block."""

ENDS = pattern_of(_WORDS["ends"])
"""The footer of a page."""

READING_TIME = pattern_of(_WORDS["reading_time"])
"""Reading time, view counts and ratings."""

GALLERY = pattern_of(_WORDS["gallery"])
"""The counter of a picture gallery."""

CREDIT = pattern_of(_WORDS["credit"])
"""A picture's credit, at the beginning of a short block."""

AGENCY = _WORDS["agency"]
"""Sources of pictures; the text of the pattern."""

AGENCIES = pattern_of(AGENCY)

NEWSROOM = _WORDS["newsroom"]
"""Names of newsrooms, which sign like a person; the text of the pattern."""

COMMENTS = pattern_of(_WORDS["comments"])
"""A block that opens the readers' comments, or belongs to them."""

COMMENT_ATTRIBUTION = pattern_of(_WORDS["comment_attribution"])
"""The author of a comment, and the button below it."""

COMMENT_FORM = pattern_of(_WORDS["comment_form"])
"""The comment form below the article."""

ASKS = pattern_of(_WORDS["asks"])
"""Beginnings of sentences that address the reader as a customer: they ask for something for the publisher."""

PURPOSE = pattern_of(_WORDS["purpose"])
"""A first clause with a purpose or a condition, which the request follows."""

INBOX = Phrases(_WORDS["inbox"])
"""Delivery of a newsletter."""

RIGHTS = Phrases(_WORDS["rights"])
"""Restrictions on the use of the text."""

APPEAL = Phrases(_WORDS["appeal"])
"""Requests for money."""

FOR_PUBLISHER = Phrases(_WORDS["appeal"], _WORDS["inbox"], _WORDS["subscription"])
"""What publishers ask for; a prepared text may ask anything else of its reader."""

COOKIES = Phrases(_WORDS["cookies"])
"""Consent, privacy and terms of use; an article may be about them, too."""

TO_VISITOR = Phrases(_WORDS["to_visitor"])
"""Words with which a page speaks to its visitor or of itself."""

PAYWALL = Phrases(_WORDS["paywall"])
"""Notices that the rest must be paid for."""

READ_ALSO = pattern_of(_WORDS["read_also"])
"""References to other articles, at the beginning of a block."""

READ_ON = pattern_of(_WORDS["read_on"])
"""Links after the last sentence of a teaser."""

DISCLOSURE = Phrases(_WORDS["disclosure"])
"""Disclosures of the page about itself."""

BIO = pattern_of(_WORDS["bio"])
"""Introductions of somebody as a writer, in the first sentence of a block at an article's end."""

BY = _WORDS["by"]
"""What precedes the names in a byline; the text of the pattern."""
UNSIGNED = rf"(?:(?:{BY})\s+)?(?:\w+\s)?(?:{NEWSROOM})"
"""The same as a byline: "By the newsroom", "De notre rédaction"."""

ROLE = pattern_of(_WORDS["role"])
"""Words that describe somebody's role at a paper; they may occur anywhere in the description."""

GENRE = pattern_of(rf"(?:{_WORDS['genre']})\b")
"""Words for the genre of a text, before a name."""

PAPER = _WORDS["paper"]
"""Words that are common in names of papers; the text of the pattern."""
