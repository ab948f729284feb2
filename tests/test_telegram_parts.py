"""Which messages continue another that was split, judged by author and time, even if others write at the same time."""

import asyncio
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch

import pytest
from telegram import Bot, CallbackQuery, Chat, Document, Message, MessageOriginChannel, Update, User

from bot.telegram.inbox import Inbox, Turnstile
from bot.telegram.keyboards import Press, Verb
from bot.telegram.parts import KEPT, PART_SECONDS, Parts
from bot.telegram.state import Ledger, State

GROUP, PRIVATE = Chat(-7, "supergroup"), Chat(1, "private")
ANN, BOB = User(1, "Ann", is_bot=False), User(2, "Bob", is_bot=False)
FULL = "long " * 820


class _Bot(Bot):
    @property
    def bot(self) -> User:
        """The bot's own user, without an API call."""
        return User(99, "Byline", is_bot=True, username="test_bot")


BYLINE = _Bot("1:a")


def message(
    number: int, text: str | None, by: User = ANN, chat: Chat = GROUP, after: float = 0.0, **more: Any
) -> Message:
    sent = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=after)
    made = Message(number, sent, chat, from_user=by, text=text, **more)
    made.set_bot(BYLINE)
    return made


def heads(*messages: Message) -> list[int | None]:
    """Record messages in order; return for each the first message of the text that it continues."""
    parts = Parts()
    for it in messages:
        parts.note(it)
    return [cut.head if (cut := parts.continued(it)) else None for it in messages]


def test_two_people_who_paste_in_one_group_at_once_are_told_apart() -> None:
    assert heads(
        message(1, f"/ask {FULL}"),
        message(2, f"/ask {FULL}", BOB),
        message(3, FULL),
        message(4, "That is Bob's end.", BOB),
        message(5, "That is Ann's end."),
        message(6, "And Bob says more.", BOB),
    ) == [None, None, 1, 2, 1, None]


def test_a_command_begins_anew_and_so_does_what_comes_late() -> None:
    first, asked = message(1, FULL, chat=PRIVATE), message(3, "Who?", chat=PRIVATE)
    assert heads(first, message(2, "/help", chat=PRIVATE), asked) == [None, None, None]
    assert heads(first, message(2, "Who?", chat=PRIVATE, after=PART_SECONDS + 1)) == [None, None]
    assert heads(first, message(2, None, chat=PRIVATE, caption="Who?")) == [None, None]
    slow = [message(n, FULL, chat=PRIVATE, after=n * PART_SECONDS) for n in range(1, 5)]
    assert heads(*slow) == [None, 1, 1, 1]


def test_a_text_is_measured_as_apps_measure_it() -> None:
    assert heads(message(1, "🦭 " * 1_365, chat=PRIVATE), message(2, "And who?", chat=PRIVATE)) == [None, 1]


def test_what_is_not_for_the_bot_begins_nothing() -> None:
    assert heads(message(1, FULL), message(2, "@test_bot who?")) == [None, None]


def test_what_comes_after_the_answer_is_a_question_of_its_own() -> None:
    """Judged by the messages' numbers: the bot may learn of one before it knows that its answer was sent."""
    parts, first = Parts(), message(1, FULL, chat=PRIVATE)
    parts.note(first)
    parts.note(tail := message(2, "its end", chat=PRIVATE))
    parts.note(other := message(3, FULL, chat=PRIVATE))
    parts.end(first, 4)
    parts.note(more := message(5, FULL, chat=PRIVATE))
    parts.note(early := message(7, "Who?", chat=PRIVATE))
    parts.end(other, 6)
    parts.note(later := message(8, "Who?", chat=PRIVATE))
    assert parts.continued(tail)
    assert parts.continued(more)
    assert not parts.continued(early)
    assert not parts.continued(later)


def test_an_article_is_told_as_far_as_it_was_taken_in_and_whole_when_its_beginning_is_edited() -> None:
    parts = Parts(frozenset({ANN.id}))
    first, second = message(1, f"/add {FULL}", chat=PRIVATE), message(2, "The end.", chat=PRIVATE)
    parts.note(first)
    parts.note(second)
    assert parts.article(first, "One") == (1, "One")
    assert parts.article(second, "The end.") == (1, "One\nThe end.")
    edited = message(1, f"/add {FULL}", chat=PRIVATE, edit_date=first.date)
    assert parts.article(edited, "Two") == (1, "Two\nThe end.")
    assert Parts().article(edited, "Two") is None


@pytest.mark.parametrize("command", ["", "/ask ", "/add "])
def test_no_more_is_kept_than_so_many_texts_and_nothing_that_a_stranger_writes(command: str) -> None:
    parts = Parts(frozenset({-1}))
    for number in range(KEPT + 5):
        parts.note(message(number, command + FULL, User(number, "Ann", is_bot=False), PRIVATE))
    assert len(parts._cuts) == len(parts._open) == KEPT
    assert not any(cut.texts for cut in parts._cuts.values())


POST = MessageOriginChannel(datetime(2026, 1, 1, tzinfo=UTC), Chat(-8, "channel"), 5)


@pytest.mark.parametrize(
    ("text", "more", "waits"),
    [
        ("/ADD Title", {}, True),
        ("/reindex", {}, True),
        ("/address", {}, False),
        (None, {"document": Document("1", "1", "a.txt")}, True),
        ("Ferry cancelled", {"forward_origin": POST}, True),
    ],
)
def test_only_what_changes_the_index_waits_for_it(text: str | None, more: dict[str, Any], waits: bool) -> None:
    turnstile = Turnstile(Inbox.__new__(Inbox), Parts())
    sent = message(1, text, chat=PRIVATE, **more)
    for update in (Update(1, message=sent), Update(1, edited_message=sent)):
        assert (turnstile._lane(update) == ("slow", PRIVATE.id)) is waits


def test_the_further_parts_of_an_article_wait_with_it() -> None:
    parts = Parts()
    for part in (message(1, f"/add {FULL}", chat=PRIVATE), message(2, "The end.", chat=PRIVATE)):
        parts.note(part)
        assert Turnstile(Inbox.__new__(Inbox), parts)._lane(Update(1, message=part)) == ("slow", PRIVATE.id)


def test_a_press_waits_for_those_on_its_message_and_one_that_erases_for_its_chat() -> None:
    turnstile = Turnstile(Inbox.__new__(Inbox), Parts())
    shown = message(5, "an answer", chat=PRIVATE)
    presses = [
        Update(1, callback_query=CallbackQuery("1", ANN, "1", message=shown, data=Press(verb, "k", 1).data))
        for verb in (Verb.PAGE, Verb.CONTEXT, Verb.FORGET)
    ]
    assert [turnstile._lane(it) for it in presses] == [("press", 1, 5), ("press", 1, 5), PRIVATE.id]
    assert turnstile._lane(Update(2, message=message(6, "where?", chat=PRIVATE))) == PRIVATE.id


def test_an_update_is_tried_again_after_growing_pauses_and_given_up_at_last(tmp_path: Path) -> None:
    pauses: list[float] = []

    async def handle(ledger: Ledger) -> None:
        inbox, update = Inbox(ledger, Parts()), Update(7, message=message(1, "where?", chat=PRIVATE))
        await inbox.put(update)
        later = patch.object(asyncio.get_running_loop(), "call_later", lambda pause, *_: pauses.append(pause))
        for least in (0, 0, 30, 0, 0, 0, 0, 0, 0, 0):
            inbox.begin(update)
            inbox.postpone(update, least)
            with later:
                assert ledger.unhandled()
                inbox.settle(update)
        assert not ledger.unhandled()

    with closing(State(tmp_path)) as state:
        asyncio.run(handle(state.ledger))
    assert pauses == [2, 4, 30, 16, 32, 64, 128, 256, 300]


def test_an_update_that_cannot_be_stored_is_handled_all_the_same() -> None:
    inbox = Inbox(Mock(receive=Mock(side_effect=MemoryError)), Parts())
    asyncio.run(inbox.put(Update(7, message=message(1, "where?", chat=PRIVATE))))
    assert inbox.qsize() == 1


def test_which_messages_belong_together_is_known_after_a_restart(tmp_path: Path) -> None:
    first, tail = message(1, FULL, chat=PRIVATE), message(2, "its end", chat=PRIVATE)
    with closing(State(tmp_path)) as state:
        for number, it in enumerate((first, tail)):
            state.ledger.receive(number, Update(number, message=it).to_json())
        parts = Parts()
        asyncio.run(Inbox(state.ledger, parts).restore(BYLINE))
    assert parts.continued(tail)


def test_what_still_waits_when_the_bot_stops_is_left_for_the_next_start(tmp_path: Path) -> None:
    done: list[str] = []

    async def stop(ledger: Ledger) -> None:
        async def handling() -> None:
            done.append("handled")

        inbox, update = Inbox(ledger, Parts()), Update(7, message=message(1, "where?", chat=PRIVATE))
        await inbox.put(update)
        turnstile = Turnstile(inbox, Parts())
        turnstile.close()
        await turnstile.do_process_update(update, handling())
        assert (len(ledger.unhandled()), ledger.attempts(7)) == (1, 0)
        assert not turnstile._locks, "one for each chat that ever wrote would fill the memory"

    with closing(State(tmp_path)) as state:
        asyncio.run(stop(state.ledger))
    assert not done
