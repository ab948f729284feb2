"""What is said in a language to a bot that answers from articles, and around questions, without asking them anything.

Data only: each is a pattern of alternatives in small letters, and a message counts only if it holds nothing else.
"""

from typing import NamedTuple

TOPIC = r"(\S.{0,80})"
"""Stands in a pattern for what articles are wished for about."""


class Sayings(NamedTuple):
    """The phrases of one language; what several say alike stands in one of them."""

    complaint: str
    only_quotes: str
    about: str
    stop: str
    greeting: str
    thanks: str
    farewell: str
    assent: str
    """What asks nothing, kind by kind as of `SmallTalk`."""
    beside: str
    """Words that may stand between such phrases and say nothing else: "again", "very much"."""

    latest: str
    articles: str
    source: str
    speaker: str
    whole: str
    """What asks about the articles themselves, wish by wish as of `Wished`; when "that" was, the source tells."""

    new_topic: str
    """Says that the topic is left: "another question"."""
    naming: str
    """Names a new topic right behind it: "it's about"."""
    returning: str
    """Names an earlier one, up to a comma: "back to"."""
    aside: str
    """Opens a question and says nothing: "by the way"."""
    please: str
    request: str
    """Asks to be told what is asked behind it: "could you tell me"."""
    thanking: str
    """Closes a question that thanks ahead."""
    meaning: str = ""
    """Closes a question that says another one more clearly: "…, I mean"."""
