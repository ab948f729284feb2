"""A question as it was typed, freed of what nobody sees; its length bounded. Pure."""

import unicodedata

MAX_QUESTION_CHARS = 2_000
"""A question is cut to this length: more adds nothing, and a megabyte must not cost more than this."""

_JOINERS = "\u200c\u200d"
"""They shape Persian and Indian words, and part them for search, in an article as in a question."""
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})


def normalized(question: str) -> str:
    """Return a question normalised for search: NFKC, no invisible characters, white space folded, length bounded.

    Without the sign "№", which NFKC would make the word "No", or part of it: "No112".
    """
    return visible(unicodedata.normalize("NFKC", question[:MAX_QUESTION_CHARS].replace("№", " ")))


def visible(question: str) -> str:
    """Return a question on one line, without invisible characters, its length bounded."""
    seen = "".join(
        c if c in _JOINERS or unicodedata.category(c) not in _INVISIBLE else " " * c.isspace() for c in question
    )
    return " ".join(seen.split())[:MAX_QUESTION_CHARS]


def lowered(question: str) -> str:
    """Return a question of more than two words in lower case if all of it is in capitals, which a model reads badly."""
    return question.lower() if question.isupper() and question.count(" ") > 1 else question
