"""What was said before a message: the answer that it replies to, or else its user's own questions."""

from telegram import Message

from ..conversation import Turn
from .addressing import asker
from .desk import Desk
from .records import Shown
from .restoring import quoted


async def history(desk: Desk, message: Message) -> list[Turn]:
    """Return the turns that a message goes on from, oldest first.

    A reply to an answer, or to the question it was given to, goes on from there, whoever had asked.

    Raises:
        RetrievalError: the articles cannot be looked into.
    """
    if (shown := replied_to(desk, message)) is None:
        return desk.state.turns(message.chat_id, asker(message), asked=message.message_id)
    return [Turn(shown.found.interpreted_as, await desk.run(quoted, desk.library, shown.found))]


def replied_to(desk: Desk, message: Message) -> Shown | None:
    """Return the answer that a message replies to, itself or its question."""
    before = message.reply_to_message
    return desk.state.shown_at(message.chat_id, before.message_id) if before else None
