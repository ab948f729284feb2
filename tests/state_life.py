"""All that the bot writes to its state, from first start to stop; `test_state_faults` injects a fault at every write.

As in the bot, a disk error ends one step and no other; the names of successful steps are written next to the folder.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.errors import UsageError
from bot.telegram.records import AnswerRecord, PassageRef, Shown
from bot.telegram.state import State
from retrieval.types import Filter

USER, FORGETFUL, CHAT = 1001, 1002, 1001
UPDATES = 6
FORGOTTEN = 2
"""The update whose user is forgotten at the end."""
SECRET = "quetzalcoatl"
"""A word in every message of the user who is forgotten, and nowhere else."""

Step = Callable[[State], object]


def steps() -> Iterator[tuple[str, Step]]:
    """Yield the steps in order, each with a name."""
    for update in range(1, UPDATES + 1):
        user, word = (FORGETFUL, SECRET) if update == FORGOTTEN else (USER, "lighthouse")
        question = f"who built the {word} {update}?"
        yield f"received {update}", booked("receive", update, f'{{"update_id": {update}, "text": "{question}"}}')
        yield f"saw {update}", booked("saw", CHAT, update)
        yield f"begun {update}", booked("begin", update)
        yield f"sending {update}", booked("about_to_send", CHAT, update)
        yield f"unanswered {update}", unanswered(user, question)
        yield f"answered {update}", answered(update, user, question)
        if update % 2 == 0:  # the others are still waiting or in progress at the end
            yield f"handled {update}", booked("handled", update, chat=CHAT, asked=update)
    yield "follow", lambda state: state.add_follow(FORGETFUL, f"news of the {SECRET}?")
    yield "known", lambda state: state.set_known_articles({f"a{number}" for number in range(50)})
    yield "forgotten", lambda state: state.forget_user(FORGETFUL)
    yield "tidied", lambda state: state.tidy()


def booked(what: str, *facts: object, **more: object) -> Step:
    return lambda state: getattr(state.ledger, what)(*facts, **more)


def answered(update: int, user: int, question: str) -> Step:
    found = AnswerRecord(question, question, True, None, Filter(), (PassageRef("p", 0, 9, ()),))
    shown = Shown(f"key {update}", CHAT, user, update, update + 100, found)
    return lambda state: state.add_shown(shown)


def unanswered(user: int, question: str) -> Step:
    return lambda state: state.add_gap(question, user)


def live(folder: Path, places: Path) -> int:
    """Open the existing state, do every step, and stop; each successful step becomes a line of `places/done`."""
    try:
        state = State(folder)
    except UsageError as error:
        sys.stderr.write(f"byline: {error}\n")
        return 2
    with (places / "done").open("a", encoding="utf-8", buffering=1) as done:
        for name, step in steps():
            try:
                step(state)
            except sqlite3.Error as error:
                sys.stderr.write(f"{name}: {error}\n")
            else:
                done.write(name + "\n")
        state.close()
    return 0
