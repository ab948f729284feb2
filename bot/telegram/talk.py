"""Answers messages that do not ask about the articles' content: small talk, and requests about the articles."""

from telegram import Message

from retrieval.types import Filter

from ..conversation import Wish, Wished, small_talk, wish
from ..fulfilment import LATEST, fulfil, only_one
from ..render.citation import who_says_so
from ..render.reason import sentence
from ..render.telegram import Html, Renderer, escape, pack, pages, say
from .addressing import asker
from .delivery import thread_of
from .desk import Desk
from .earlier import place_now, replied_to, restore
from .keyboards import understand
from .records import AnswerRecord, PassageRef, Shown, new_key


async def answered(desk: Desk, message: Message, text: str) -> bool:
    """Answer a message that does not ask about the articles' content; return False for one that does."""
    if talk := small_talk(text):
        await desk.say(message, talk)
        return True
    return (wished := wish(text)) is not None and await show(desk, message, wished)


async def show(desk: Desk, message: Message, wished: Wish) -> bool:
    """Answer a message that asks to see something of the articles themselves; return False if it does not."""
    if wished.wished is Wished.MORE:
        await _show_more(desk, message)
        return True
    if told := await _told(desk, message, wished):
        await desk.reply(message, pack(told))
    return bool(told)


async def _show_more(desk: Desk, message: Message) -> None:
    """Send the next page of the answer shown last, or of the one replied to, as an answer of its own."""
    if (shown := _shown_before(desk, message)) is None:
        await desk.say(message, "wish-nothing")
        return
    found, turned = await desk.run(restore, desk.assistant, shown.found), understand(shown.view)
    page = turned.number + 1 if turned else 1
    if found is None or page >= pages(len(found.hits), answered=found.answered):
        await desk.say(message, "wish-no-more" if found else "passage-gone-short")
        return
    await desk.answer(message, found, page=page)


def _shown_before(desk: Desk, message: Message) -> Shown | None:
    """Return the answer that a message replies to, or the last one, if it has a passage."""
    last = message.chat_id, asker(message), message.message_id
    shown = replied_to(desk, message) or desk.state.last_shown(*last, thread=thread_of(message))
    return shown if shown and shown.found.places else None


async def _told(desk: Desk, message: Message, wished: Wish) -> list[Html]:
    renderer = desk.renderer(message)
    if wished.of_shown:
        return await _source(desk, message, wished, renderer)
    if (told := await desk.run(fulfil, wished, desk.assistant, sent_on=desk.sent_files.sent_on)) is None:
        return []
    if hit := await desk.run(only_one, told, desk.assistant):
        only, thread = PassageRef.of(hit.quote), thread_of(message)
        alone = AnswerRecord("", "", answered=False, reason=None, filter=Filter(), places=(only,), thread=thread)
        desk.state.add_shown(Shown(new_key(), message.chat_id, asker(message), message.message_id, None, alone))
    if told.lack:
        return [escape(sentence(told.lack, renderer.words))]
    heading = say(renderer.words, told.heading, count=len(told.articles), topic=wished.about)
    return [heading, *(renderer.cite(article, article.url) for article in told.articles[:LATEST])]


async def _source(desk: Desk, message: Message, wished: Wish, renderer: Renderer) -> list[Html]:
    """Return title, author, publisher and date of the article shown last, or of the one replied to."""
    if (shown := _shown_before(desk, message)) is None:
        return [say(renderer.words, "wish-nothing")]
    if (there := await desk.run(place_now, desk.assistant, shown.found.places[0])) is None:
        return [say(renderer.words, "passage-gone-short")]
    around, quote = there
    who = who_says_so(quote, around.article)
    key = "no-speaker" if wished.wished is Wished.SPEAKER and not who else wished.wished
    return [say(renderer.words, f"wish-{key}", who=who), renderer.citation(around.article, around.passage, quote.text)]
