"""Buttons and what their presses carry: `version:verb:argument:number`, at most 64 bytes, valid across restarts.

What comes back with a press is the client's word: anything at all.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from ..locales import Words, languages, words
from ..render.telegram import pages
from .records import Shown

_VERSION = "1"
_DATA = re.compile(rf"{_VERSION}:([a-z]):([A-Za-z0-9_-]{{0,40}}):([0-9]{{1,4}})")


class Verb(StrEnum):
    """What a button does."""

    PAGE = "p"
    CONTEXT = "c"
    HELPFUL = "y"
    UNHELPFUL = "n"
    LANGUAGE = "l"
    ARTICLES = "a"
    DELETE = "d"
    REMOVE = "r"
    UNFOLLOW = "u"
    FORGET = "f"


@dataclass(frozen=True, slots=True)
class Press:
    """A button's meaning."""

    verb: Verb
    argument: str
    number: int

    @property
    def data(self) -> str:
        """What the button carries."""
        return f"{_VERSION}:{self.verb}:{self.argument}:{self.number}"


def understand(data: object) -> Press | None:
    """Return what a press means; None for data that no button of ours carries."""
    match = _DATA.fullmatch(data) if isinstance(data, str) else None
    if match is None or match[1] not in set(Verb):
        return None
    return Press(Verb(match[1]), match[2], int(match[3]))


def for_answer(
    shown: Shown, wording: Words, *, page: int = 0, verdict: bool | None = None
) -> InlineKeyboardMarkup | None:
    """Return the buttons under a page of an answer.

    Args:
        verdict: whether its reader found it helpful, if they said so.
    """
    if not shown.found.places:
        return None
    more = page + 1 < pages(len(shown.found.places), answered=shown.found.answered)
    if page:
        row = [button(wording("button-back"), Verb.PAGE, shown.key, page - 1)]
        row += [button(wording("button-next"), Verb.PAGE, shown.key, page + 1)] if more else []
        return InlineKeyboardMarkup([row])
    row = [button(wording("button-more"), Verb.PAGE, shown.key, 1)] if more else []
    row.append(button(wording("button-context"), Verb.CONTEXT, shown.key, 0))
    verdicts = [
        button(chosen(wording("button-helpful"), verdict is True), Verb.HELPFUL, shown.key, 0),
        button(chosen(wording("button-unhelpful"), verdict is False), Verb.UNHELPFUL, shown.key, 0),
    ]
    return InlineKeyboardMarkup([row, verdicts])


def for_context(shown: Shown, wording: Words) -> InlineKeyboardMarkup:
    """Return the button that leads from a passage's context back to the answer."""
    return InlineKeyboardMarkup([[button(wording("button-answer"), Verb.PAGE, shown.key, 0)]])


def for_settings(wording: Words, language: str | None) -> InlineKeyboardMarkup:
    """Return a button a language, and one that follows the user's own app; the choice so far is marked."""
    choices = [
        button(chosen(words(code)("language-name"), code == language), Verb.LANGUAGE, code, 0) for code in languages()
    ]
    rows = [choices[start : start + 2] for start in range(0, len(choices), 2)]
    automatic = button(chosen(wording("button-automatic"), language is None), Verb.LANGUAGE, "", 0)
    return InlineKeyboardMarkup([[automatic], *rows])


def chosen(text: str, yes: bool) -> str:
    """Return what a button says, marked where it stands for what was chosen."""
    return f"✓ {text}" if yes else text


def button(text: str, verb: Verb, argument: str, number: int) -> InlineKeyboardButton:
    """Return a button that says a text and means a press."""
    return InlineKeyboardButton(text, callback_data=Press(verb, argument, number).data)
