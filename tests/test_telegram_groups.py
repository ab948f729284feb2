"""The bot in groups, topics and others' chats: silent unless asked, and gone once removed."""

import itertools

import pytest
from telegram import ChatMember, ChatMemberRestricted, MessageEntity, TextQuote, User

from bot.locales import words_in
from bot.telegram.addressing import asked
from bot.telegram.groups import is_here
from bot.telegram.limits import AT_ONCE
from tests import telegram_harness
from tests.telegram_harness import Bot, Driver, LocalServer, Person, button, driving, eventually
from tests.test_telegram_parts import BOB, BYLINE, GROUP, message

_GROUPS = itertools.count(-1_001_000_000_001, -1)
_ANNS = itertools.count(1_001)
"""Nobody asks in two tests, so that nobody asks too much."""

started, telegram = telegram_harness.started, telegram_harness.players


@pytest.fixture
def group(telegram: Driver) -> int:
    return int(telegram.group(next(_GROUPS), bot_status="administrator")["id"])  # administrators see all messages


@pytest.fixture
def ann(telegram: Driver) -> Person:
    return telegram.user(next(_ANNS), "Ann", language_code="en")


QUESTION = "who opened lighthouse5 of the ferry office?"


@pytest.mark.parametrize(
    "text",
    [
        f"/ask {QUESTION}",
        f"/Ask@TEST_bot {QUESTION}",
        f"@test_bot {QUESTION}",
        f"@TEST_bot, {QUESTION}",
        f"{QUESTION} @test_bot",
    ],
)
def test_it_answers_when_asked(ann: Person, group: int, text: str) -> None:
    sent = ann.send(text, group)["message"]["message_id"]
    reply = ann.driver.wait_reply(group, sent, settle=0.1)
    assert len(reply.messages) == 1
    assert reply.messages[0].reply_to == sent
    assert "number 5" in reply.text
    assert "I read this as" not in reply.text


@pytest.mark.parametrize(
    "content",
    [
        {"text": QUESTION},
        {"text": f"/ask@other_bot {QUESTION}"},
        {"text": f"@other_bot {QUESTION}"},
        {"text": "/unknown"},
        {"text": f"/home/ann/notes: {QUESTION}"},
        {"photo": True, "caption": f"/translate {QUESTION}"},
        {"text": "mail me at test_bot@example.org"},
        {"text": f"@test_bot {QUESTION}", "via_bot": True},
        {"sticker": True},
        {"voice": True},
    ],
)
def test_it_keeps_silent_otherwise(ann: Person, group: int, content: dict[str, object]) -> None:
    sent = ann.send(chat=group, **content)["message"]["message_id"]
    ann.driver.assert_silent(group, sent, 0.4)


def test_a_start_in_a_group_tells_how_to_ask_there(ann: Person, group: int) -> None:
    told = ann.ask("/start@test_bot", group, settle=0.05).text
    assert "Write it after the command" in told
    assert "Just type" not in told


@pytest.mark.parametrize("text", ["/roll@other_bot 20", "/roll 20"])
def test_commands_to_another_bot_are_not_counted(ann: Person, group: int, text: str) -> None:
    for _ in range(AT_ONCE + 1):
        sent = ann.send(text, group)["message"]["message_id"]
    ann.driver.assert_silent(group, sent, 0.4)
    assert "number 5" in ann.ask(f"/ask {QUESTION}", group, settle=0.1).text


def test_a_reply_to_it_is_a_question_in_its_conversation(telegram: Driver, ann: Person, group: int) -> None:
    first = ann.ask(f"/ask {QUESTION}", group, settle=0.1).messages[0]
    follow_up = ann.ask("since the storm nobody visited it?", group, reply_to=first.id, settle=0.1)
    assert "I read this as: who opened lighthouse5" in follow_up.text
    bob = telegram.user(102, "Bob")
    assert "I read this as" not in bob.ask("/ask nobody visited it since the storm?", group, settle=0.1).text


def test_a_thumb_under_its_answer_gets_no_reply(telegram: Driver, ann: Person, group: int) -> None:
    answer = ann.ask(f"/ask {QUESTION}", group, settle=0.1).messages[0]
    thumb = ann.send("👍🏽", group, reply_to=answer.id)["message"]["message_id"]
    telegram.assert_silent(group, thumb, 0.5)


def test_a_reply_to_another_members_answer_goes_on_from_it(telegram: Driver, ann: Person, group: int) -> None:
    bob = telegram.user(102, "Bob")
    first = ann.ask(f"/ask {QUESTION}", group, settle=0.1).messages[0]
    bob.ask("/ask who opened lighthouse6 of the ferry office?", group, settle=0.1)
    follow_up = bob.ask("since the storm nobody visited it?", group, reply_to=first.id, settle=0.1)
    assert "I read this as: who opened lighthouse5" in follow_up.text


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("@test_bot", {"text": QUESTION}),
        ("/ask", {"text": f"/ask@other_bot {QUESTION}"}),
        ("/ask@test_bot", {"photo": True, "caption": QUESTION}),
    ],
)
def test_a_bare_call_in_reply_asks_what_was_replied_to(
    telegram: Driver, ann: Person, group: int, text: str, content: dict[str, object]
) -> None:
    asked = telegram.user(102, "Bob").send(chat=group, **content)["message"]["message_id"]
    answer = ann.ask(text, group, reply_to=asked, settle=0.1)
    assert "number 5" in answer.text
    assert "I read this as" not in answer.text
    assert "after the command" in ann.ask(text, group, reply_to=answer.messages[0].id, settle=0.1).text


def test_a_bare_mention_gets_a_hint(ann: Person, group: int) -> None:
    assert "after the command" in ann.ask("@test_bot", group, settle=0.1).text


def test_a_mention_is_no_word_of_a_question_in_a_private_chat(ann: Person) -> None:
    """Whoever types `@bot question`, as in any other chat, may send it as a message."""
    assert ann.ask("@test_bot", settle=0.1).text == ann.ask("?", settle=0.1).text


@pytest.mark.parametrize("name", ["@test_bot", "Byline"])
def test_a_mention_in_a_caption_counts(ann: Person, group: int, name: str) -> None:
    text = f"{name} {QUESTION}"
    byline = {"id": 123456, "is_bot": True, "first_name": "Byline"}
    kind = {"type": "mention"} if name.startswith("@") else {"type": "text_mention", "user": byline}
    entities = [{**kind, "offset": 0, "length": len(name)}]
    reply = ann.ask(None, group, photo=True, caption=text, content={"caption_entities": entities}, settle=0.1)
    assert "number 5" in reply.text


def test_help_in_a_group_says_how_to_ask_there(ann: Person, group: int) -> None:
    assert ann.ask("/help", group, settle=0.1).text.startswith("Write /ask and your question, or reply to one")
    assert ann.ask("/help", settle=0.1).text.startswith("Just type a question.")


def test_the_mention_of_a_longer_name_stays() -> None:
    entities = [MessageEntity(MessageEntity.MENTION, at, length) for at, length in ((0, 10), (24, 9))]
    assert asked(message(1, "@test_bot2 is wrong, eh @test_bot", entities=entities)) == "@test_bot2 is wrong, eh"


def test_the_mention_of_the_bot_is_no_word_of_what_a_command_asks() -> None:
    entities = [MessageEntity(MessageEntity.BOT_COMMAND, 0, 4), MessageEntity(MessageEntity.MENTION, 5, 9)]
    assert asked(message(1, "/ask @test_bot who paid?", entities=entities)) == "who paid?"
    unheard = message(1, "@test_bot who paid?", entities=[MessageEntity(MessageEntity.MENTION, 0, 9)])
    assert asked(message(2, "/ask", reply_to_message=unheard)) == "who paid?"


def test_it_answers_in_the_topic(ann: Person, group: int) -> None:
    reply = ann.ask(f"/ask {QUESTION}", group, message_thread_id=7, settle=0.1)
    assert reply.messages[0].raw["message_thread_id"] == 7
    thread = ann.ask(f"/ask {QUESTION}", group, content={"message_thread_id": 8}, settle=0.1)  # replies, but no topic
    assert "message_thread_id" not in thread.messages[0].raw


def test_another_topic_is_another_conversation(ann: Person, group: int) -> None:
    later = "/ask since the storm nobody visited it?"
    ann.ask(f"/ask {QUESTION}", group, message_thread_id=7, settle=0.1)
    assert "I read this as" not in ann.ask(later, group, message_thread_id=9, settle=0.1).text
    assert "I read this as" not in ann.ask(later, group, settle=0.1).text
    assert "nothing yet" in ann.ask("/ask who said that?", group, message_thread_id=10, settle=0.1).text
    assert "I read this as: who opened lighthouse5" in ann.ask(later, group, message_thread_id=7, settle=0.1).text


def test_a_quoted_part_is_asked_by_a_bare_call() -> None:
    mention = [MessageEntity(MessageEntity.MENTION, 0, 9)]
    long, part = message(1, "We met at noon. Who paid? Nobody knew."), TextQuote("Who paid?", 16, is_manual=True)
    assert asked(message(2, "@test_bot", entities=mention, reply_to_message=long, quote=part)) == "Who paid?"
    assert asked(message(3, "/ask", quote=part)) == "Who paid?", "of a message in another chat"
    assert asked(message(4, "/ask why?", reply_to_message=long, quote=part)) == "why?"


@pytest.mark.parametrize("kind", [MessageEntity.MENTION, MessageEntity.TEXT_MENTION])
def test_a_reply_that_begins_with_somebody_elses_name_is_not_for_it(kind: str) -> None:
    answer = message(1, "A quote.", by=BYLINE.bot)
    named = [MessageEntity(kind, 0, 4, user=BOB)]
    assert asked(message(2, "@bob look at this", entities=named, reply_to_message=answer)) is None
    assert (
        asked(message(3, "who is @bob", entities=[MessageEntity(kind, 7, 4)], reply_to_message=answer)) == "who is @bob"
    )
    both = [*named, MessageEntity(MessageEntity.MENTION, 5, 9)]
    assert asked(message(4, "@bob @test_bot who paid?", entities=both, reply_to_message=answer)) == "@bob who paid?"


def test_another_bot_is_not_answered() -> None:
    """Neither would stop."""
    other = User(98, "Echo", is_bot=True, username="echo_bot")
    answer = message(1, "A quote.", by=BYLINE.bot)
    assert asked(message(2, "Who paid?", by=other, reply_to_message=answer)) is None
    assert asked(message(3, "Who paid?", by=other, reply_to_message=answer, sender_chat=GROUP)) == "Who paid?"


def test_an_anonymous_administrator_is_answered(telegram: Driver, ann: Person, group: int) -> None:
    sent = ann.send(
        f"/ask {QUESTION}", group, content={"sender_chat": {"id": group, "type": "supergroup", "title": "T"}}
    )
    answer = telegram.wait_reply(group, sent["message"]["message_id"], settle=0.1)
    assert "number 5" in answer.text
    assert "I read this as" not in ann.ask("/ask since the storm nobody visited it?", group, settle=0.1).text
    ann.send("/forget", group, content={"sender_chat": {"id": group, "type": "supergroup", "title": "T"}})
    told = telegram.wait_reply(group, 0, until=lambda r: "erased here" in r.text, settle=0.1)
    assert not told.messages[-1].buttons
    query = ann.press(answer.messages[0], button(answer.messages[0], "Context"), group)
    assert "too old" in (ann.callback_answer(query) or {})["text"]


def test_it_greets_once_and_says_what_it_sees(telegram: Driver) -> None:
    group = next(_GROUPS)
    telegram.op("member", chat_id=group, status="member")
    greeting = telegram.wait_reply(group, 0, settle=0.2)
    assert len(greeting.messages) == 1
    assert "/ask@test_bot" in greeting.text
    assert "I don't see other messages here" in greeting.text
    telegram.op("member", chat_id=group, status="administrator")
    telegram.assert_silent(group, greeting.messages[0].id, 0.3)


def test_an_administrator_sees_everything_and_says_so(telegram: Driver) -> None:
    group = next(_GROUPS)
    telegram.op("member", chat_id=group, status="administrator")
    assert "Telegram lets me see every message" in telegram.wait_reply(group, 0, settle=0.2).text
    channel = int(telegram.group(next(_GROUPS), kind="channel", bot_status="left")["id"])
    telegram.op("member", chat_id=channel, status="administrator")
    telegram.assert_silent(channel, 0, 0.3)


def test_a_channel_is_answered_when_it_asks(telegram: Driver) -> None:
    channel = telegram.group(next(_GROUPS), kind="channel", title="Gull Radio", bot_status="administrator")

    def post(number: int, text: str) -> None:
        entities = [{"type": "bot_command", "offset": 0, "length": 4}] if text.startswith("/ask") else []
        content = {"message_id": number, "date": 1_717_000_000, "chat": channel, "sender_chat": channel, "text": text}
        telegram.op("update", kind="channel_post", content={**content, "entities": entities})

    post(801, QUESTION)
    post(802, f"@test_bot {QUESTION}")
    post(803, f"/srv/notes: {QUESTION}")
    post(804, f"/ask {QUESTION}")
    (answer,) = telegram.wait_reply(channel["id"], 0, settle=0.4).messages
    assert "number 5" in answer.text
    assert [b.text for b in answer.buttons][:1] == ["More passages"]
    post(805, "/ask Wer hat lighthouse6 der ferry office damals eröffnet und warum?")
    german = telegram.wait_reply(channel["id"], answer.id, settle=0.4).messages[0]
    assert german.buttons[0].text == words_in("de")("button-more"), "a channel has no app that tells its language"


def test_a_channels_post_in_its_discussion_group_is_not_answered_again(ann: Person, group: int) -> None:
    sent = ann.send(f"/ask {QUESTION}", group, content={"is_automatic_forward": True})["message"]["message_id"]
    ann.driver.assert_silent(group, sent, 0.4)


@pytest.mark.parametrize("data", ["1:u:1:0", "1:l:de:0", "1:f:{user}:0"])
def test_a_forged_press_puts_nothing_of_its_sender_in_place_of_an_answer(ann: Person, group: int, data: str) -> None:
    answer = ann.ask(f"/ask {QUESTION}", group, settle=0.1).messages[0]
    query = ann.press(answer, data.format(user=ann.id), group)
    assert "too old" in (ann.callback_answer(query) or {})["text"]
    ann.driver.idle(quiet=0.3)
    assert [message.text for message in ann.driver.shown(group)] == [answer.text]


def test_it_leaves_nothing_behind_when_removed(started: tuple[LocalServer, Bot], telegram: Driver, ann: Person) -> None:
    group = int(telegram.group(next(_GROUPS))["id"])
    ann.ask("/follow who opens lighthouse5?", settle=0.1)
    ann.ask(f"/ask zebrafish {QUESTION}", group, settle=0.1)
    files = list((started[1].folder / "state").iterdir())
    for status, kept in (("restricted", True), ("kicked", False)):
        telegram.op("member", chat_id=group, status=status, **{"from": ann.id})
        telegram.idle(quiet=0.3)
        assert any(b"zebrafish" in file.read_bytes() for file in files) is kept
    assert "lighthouse5" in ann.ask("/following", settle=0.1).text, "she removed it, but only there"


def test_a_group_that_becomes_a_supergroup_keeps_its_conversation(telegram: Driver, ann: Person) -> None:
    old = int(telegram.group(-4001, kind="group")["id"])
    asked = ann.send(f"/ask {QUESTION}", old)["message"]
    telegram.wait_reply(old, 0, settle=0.1)
    new = int(telegram.op("migrate", chat_id=old)["chat_id"])
    telegram.idle(quiet=0.2)
    told = ann.ask("/ask since the storm nobody visited it?", new, settle=0.1)
    assert "I read this as" in told.text
    same = {**asked, "chat": {"id": new, "type": "supergroup", "title": "Anew"}}
    telegram.op("update", kind="message", content=same)
    assert "number 5" in telegram.wait_reply(new, told.messages[0].id, settle=0.1).text


def test_an_answer_follows_a_group_that_moved_meanwhile(started: tuple[LocalServer, Bot]) -> None:
    with driving(started[0]) as telegram:
        old = int(telegram.group(-4002, kind="group")["id"])
        telegram.fault("flood", "sendMessage", chat_id=old)
        telegram.user(next(_ANNS), "Ann", language_code="en").send(f"/ask {QUESTION}", old)
        telegram.calls("sendMessage", chat=old, timeout=5)
        new = int(telegram.op("migrate", chat_id=old, announce=False)["chat_id"])
        answer = telegram.wait_reply(new, 0, settle=0.1).messages[0]
        assert "number 5" in answer.text
        ann = telegram.user(next(_ANNS), "Ann", language_code="en")
        query = ann.press(answer, button(answer, "Helpful"), new)
        assert (ann.callback_answer(query) or {})["text"] == "Thank you!"
        follow_up = ann.ask("since the storm nobody visited it?", new, reply_to=answer.id, settle=0.1)
        assert "I read this as: who opened lighthouse5" in follow_up.text


def test_inline_mode_gives_quotes_with_their_source(ann: Person) -> None:
    answer, _ = ann.inline(QUESTION)
    assert answer is not None
    first = answer["results"][0]
    assert first["title"] == "All about lighthouse5"
    assert first["description"].startswith("According to the ferry office, lighthouse5")
    text = first["input_message_content"]["message_text"]
    assert "<blockquote>According to the ferry office" in text
    assert "Harbour Courier" in text
    assert answer["is_personal"]


def test_inline_mode_offers_no_passage_that_answers_nothing(telegram: Driver) -> None:
    for code, said in (("en", "No answer in these articles"), ("de", "Keine Antwort darin")):
        person = telegram.user(103 + len(said), "Per", language_code=code)
        for query, refused in (("penguins", True), (QUESTION, False)):
            answer, _ = person.inline(query)
            assert answer is not None
            assert (not answer["results"]) == refused
            assert (said in str(answer.get("button"))) == refused


def test_inline_mode_serves_the_latest_of_what_is_typed(telegram: Driver, ann: Person) -> None:
    typed = [telegram.op("inline", **{"from": ann.id}, query=QUESTION[:length])["id"] for length in (8, 12, 16)]
    last, _ = ann.inline(QUESTION)
    assert last is not None
    assert last["results"]
    assert not any("answer" in telegram.op("inline_answer", id=number) for number in typed)


@pytest.mark.parametrize(
    ("query", "expected"), [("", "Type a question"), ("\u200b", "Type"), ("penguins", "No answer")]
)
def test_inline_mode_says_when_there_is_nothing(ann: Person, query: str, expected: str) -> None:
    answer, _ = ann.inline(query)
    assert answer is not None
    assert expected in answer["button"]["text"]
    assert answer["button"]["start_parameter"] == "inline"


def test_the_tails_of_two_pastes_at_once_are_no_questions(ann: Person, group: int) -> None:
    bob = ann.driver.user(102, "Bob", language_code="en")
    mine = ann.driver.shown(group)[-1].id if ann.ask(f"/ask {QUESTION}", group, settle=0.1) else 0
    ann.driver.fault("slow", "sendMessage", times=2, chat_id=group, delay=0.7)  # the tails arrive before the answers
    first = ann.send(f"/ask {QUESTION} " + "who knows? " * 370, group)["message"]["message_id"]
    bob.send(f"/ask {QUESTION} " + "who says so? " * 320, group)
    for person in (ann, bob):
        person.send("and what else?", group, reply_to=mine)
    told = ann.driver.wait_reply(group, first, until=lambda r: len(r.messages) >= 2, settle=0.7)
    assert len(told.messages) == 2


def test_where_the_bot_may_not_write_the_log_has_a_line(started: tuple[LocalServer, Bot]) -> None:
    server, bot = started
    before = len(bot.output().splitlines())
    with driving(server) as telegram:
        quiet = int(telegram.group(next(_GROUPS), bot_status="restricted")["id"])
        telegram.user(101, "Ann").send(f"/ask {QUESTION}", quiet)
        eventually(lambda: len(bot.output().splitlines()) > before)
        telegram.idle()
    (line,) = bot.output().splitlines()[before:]
    assert line.endswith("Telegram refuses what the bot answers (Not enough rights to send text messages to the chat)")


@pytest.mark.parametrize("is_member", [True, False])
def test_who_left_while_restricted_is_not_there(is_member: bool) -> None:
    rights = dict.fromkeys(ChatMemberRestricted.__slots__, False) | {"until_date": 0, "is_member": is_member}
    member = {**rights, "status": "restricted", "user": BYLINE.bot.to_dict()}
    assert is_here(ChatMember.de_json(member)) is is_member
