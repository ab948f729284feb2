"""Buttons and their callback data: `version:verb:argument:number`, at most 64 bytes, valid across restarts.

The data of a press comes from the client, so it may be anything.
"""

import re
from enum import StrEnum

from msgspec import Struct
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from ..locales import Words, languages, name_of
from ..render.telegram import pages
from .records import Shown

_VERSION = "1"
_DATA = re.compile(rf"{_VERSION}:([a-z]):([A-Za-z0-9_-]{{0,40}}):([0-9]{{1,9}})")


class Verb(StrEnum):
    """What a button does."""

    PAGE = "p"
    CONTEXT = "c"
    WHY = "w"
    HELPFUL = "y"
    UNHELPFUL = "n"
    LANGUAGE = "l"
    ARTICLES = "a"
    DELETE = "d"
    REMOVE = "r"
    UNFOLLOW = "u"
    FORGET = "f"


class Press(Struct, frozen=True):
    """What a button does when pressed."""

    verb: Verb
    argument: str
    number: int = 0
    """The page of an answer or a list, or which of two buttons; most verbs need none."""

    @property
    def data(self) -> str:
        """The button's callback data."""
        return f"{_VERSION}:{self.verb}:{self.argument}:{self.number}"


def understand(data: object) -> Press | None:
    """Return the press that callback data encodes; None for data that no button of ours has."""
    match = _DATA.fullmatch(data) if isinstance(data, str) else None
    if match is None or match[1] not in set(Verb):
        return None
    return Press(Verb(match[1]), match[2], int(match[3]))


def for_answer(
    shown: Shown, words: Words, *, page: int = 0, verdict: bool | None = None
) -> InlineKeyboardMarkup | None:
    """Return the buttons under a page of an answer.

    Args:
        verdict: whether the reader found the answer helpful; None if they did not say.
    """
    if not shown.found.places:
        return None
    more = page + 1 < pages(len(shown.found.places), answered=shown.found.answered)
    if page:
        row = [button(words("button-back"), Verb.PAGE, shown.key, page - 1)]
        row += [button(words("button-next"), Verb.PAGE, shown.key, page + 1)] if more else []
        return InlineKeyboardMarkup([row])
    row = [button(words("button-more"), Verb.PAGE, shown.key, 1)] if more else []
    row.append(button(words("button-context"), Verb.CONTEXT, shown.key))
    row += [button(words("button-why"), Verb.WHY, shown.key)] if shown.found.signals else []
    verdicts = [
        button(_chosen(words("button-helpful"), verdict is True), Verb.HELPFUL, shown.key),
        button(_chosen(words("button-unhelpful"), verdict is False), Verb.UNHELPFUL, shown.key),
    ]
    return InlineKeyboardMarkup([row, verdicts])


def for_aside(shown: Shown, words: Words) -> InlineKeyboardMarkup:
    """Return the button that leads back to the answer from what was shown in its place."""
    return InlineKeyboardMarkup([[button(words("button-answer"), Verb.PAGE, shown.key, 0)]])


def for_settings(words: Words, language: str | None) -> InlineKeyboardMarkup:
    """Return a button for each language, and one that follows the user's app; the current choice is marked."""
    choices = [button(_chosen(name_of(code), code == language), Verb.LANGUAGE, code) for code in languages()]
    rows = [choices[start : start + 2] for start in range(0, len(choices), 2)]
    automatic = button(_chosen(words("button-automatic"), language is None), Verb.LANGUAGE, "")
    return InlineKeyboardMarkup([[automatic], *rows])


def _chosen(text: str, yes: bool) -> str:
    """Return a button's label, marked if it is the current choice."""
    return f"✓ {text}" if yes else text


def button(text: str, verb: Verb, argument: str, number: int = 0) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=Press(verb, argument, number).data)
