"""The bot in private chats, as a process talking to the offline Bot API."""

import urllib.request
from typing import Any

import pytest

from bot.telegram.limits import AT_ONCE
from tests import telegram_harness
from tests.telegram_harness import Bot, Driver, LocalServer, Person, changed, eventually, status_of

ann, started, telegram = telegram_harness.ann, telegram_harness.started, telegram_harness.players


@pytest.fixture
def bot(started: tuple[LocalServer, Bot]) -> Bot:
    return started[1]


def test_an_answer_quotes_and_cites(ann: Person) -> None:
    sent = ann.send("Who opened lighthouse5, according to the ferry office?")
    reply = ann.driver.wait_reply(ann.id, sent["message"]["message_id"])
    message = reply.messages[0]
    assert len(reply.messages) == 1
    assert message.reply_to == sent["message"]["message_id"]
    assert message.spans("blockquote", "expandable_blockquote") == [
        "According to the ferry office, lighthouse5 was opened by harbour master number 5."
    ]
    assert "All about lighthouse5" in message.text
    assert "Harbour Courier" in message.text
    assert "2025-02-10" in message.text
    assert not message.preview_shown
    assert any(link.startswith("https://example.org/5?a=1&b=2#:~:text=According%20to") for link in message.links)
    assert "2. “" in message.text


def test_markup_in_articles_and_questions_is_shown_as_written(ann: Person) -> None:
    reply = ann.ask("<b>Who</b> opened lighthouse7 & why, according to the ferry office's <script>?", settle=0.1)
    assert "Who <b>owns</b> & runs it?" in reply.text
    assert "date unknown" in reply.text


def test_it_says_so_when_nothing_answers(ann: Person) -> None:
    reply = ann.ask("Penguins?", settle=0.1)
    assert reply.text.startswith("These articles don't answer that. No sentence clearly answers this.")
    assert "What comes closest:" in reply.text
    assert not reply.spans("blockquote", "expandable_blockquote")


def test_what_is_far_and_in_another_language_is_not_shown(ann: Person) -> None:
    """Both the articles and the user's language are English."""
    (told,) = ann.ask("Чому пінгвіни не літають?", settle=0.1).messages
    assert told.text == "These articles don't answer that. No sentence clearly answers this."
    assert not told.buttons
    assert "nothing yet" in ann.ask("who wrote that?", settle=0.05).text


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("/start", "Just type your question"),
        ("/start payload_<b>", "Just type your question"),
        ("/help", "/sources"),
        ("/help", "one of my messages. In any other chat, type @ and my name"),
        ("/start", "The articles are in: English."),
        ("/sources", "Harbour Courier: 60"),
        ("/latest", "All about lighthouse9\nHarbour Courier · 2025-02-10"),
        ("/privacy", "for 30 days"),
        ("/settings", "Which language"),
        ("/following", "You follow no question"),
        ("/follow", "Which question?"),
        ("/ask", "after the command"),
        ("/ask 🦭!", "no words"),
        ("/ask@test_bot who opened lighthouse9 according to the ferry office?", "harbour master number 9"),
        ("/nonsense", "don't know this command"),
    ],
)
def test_commands(ann: Person, command: str, expected: str) -> None:
    assert expected in ann.ask(command, settle=0.05).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u200b\u200c\u2060", "no words"),
        ("🦭🦭🦭", "no words"),
        ("?!…", "no words"),
        ("🦭" * 4096, "no words"),
        ("a" + "\u0301" * 1000, "don't answer that"),
        ("\u202egnihton\u202c and lighthouse", "don't answer that"),
        ("x" * 4096, "don't answer that"),
        ("who opened lighthouse11, the ferry\x00 office knows? " + "🦭" * 2000, "number 11"),
        ("ｗｈｏ opened lighthouse12 of the ferry office", "number 12"),
        ("who's it that opened lighthouse13 for the ferry office", "number 13"),
    ],
)
def test_odd_questions(ann: Person, text: str, expected: str) -> None:
    assert expected in ann.ask(text, settle=0.05).text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"voice": True}, "only read text"),
        ({"sticker": True}, "only read text"),
        ({"photo": True}, "only read text"),
        ({"content": {"dice": {"emoji": "🎲", "value": 3}}}, "only read text"),
        ({"content": {"location": {"latitude": 1.0, "longitude": 2.0}}}, "only read text"),
        ({"content": {"contact": {"phone_number": "1", "first_name": "Bo"}}}, "only read text"),
        ({"document": {"file_name": "a.exe", "content": "YQ=="}}, "can't read this file"),
        ({"document": {"file_name": "a.TXT", "content": "YQ=="}}, "only this bot's administrators"),
        ({"text": "who opened lighthouse28 of the ferry office?", "forward_from": 77}, "number 28"),
        ({"photo": True, "caption": "who opened lighthouse14 of the ferry office?"}, "number 14"),
    ],
)
def test_messages_without_text(ann: Person, content: dict[str, Any], expected: str) -> None:
    reply = ann.ask(content.pop("text", None), settle=0.05, **content)
    assert expected in reply.text
    assert len(reply.messages) == 1


@pytest.mark.parametrize(
    "content",
    [
        {"content": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}}},
        {"sticker": True, "via_bot": True},
    ],
)
def test_what_was_not_written_to_it_gets_no_reply(ann: Person, content: dict[str, Any]) -> None:
    number = ann.send(**content)["message"]["message_id"]
    ann.driver.assert_silent(ann.id, number, 0.3)


def test_an_album_gets_one_reply(ann: Person) -> None:
    pictures: dict[str, Any] = {"photo": True, "content": {"media_group_id": "42"}}
    first = ann.send(**pictures)["message"]["message_id"]
    for _ in range(3):
        ann.send(**pictures)
    ann.driver.idle(quiet=0.3)
    assert len(ann.driver.wait_reply(ann.id, first, settle=0.2).messages) == 1
    pictures["content"] = {"media_group_id": "43"}
    asked = ann.send(**pictures, caption="who opened lighthouse29 of the ferry office?")["message"]["message_id"]
    ann.send(**pictures)
    ann.driver.idle(quiet=0.3)
    (answer,) = ann.driver.wait_reply(ann.id, asked, settle=0.2).messages
    assert "number 29" in answer.text


def test_a_question_that_was_deleted_meanwhile_is_answered(telegram: Driver, ann: Person) -> None:
    message = ann.send("/help")["message"]
    ann.driver.wait_reply(ann.id, 0, settle=0.05)
    gone = {**message, "message_id": 9_000_000, "text": "who opened lighthouse30 of the ferry office?"}
    del gone["entities"]
    telegram.op("update", kind="message", content=gone)
    reply = telegram.wait_reply(ann.id, message["message_id"], until=lambda r: "number 30" in r.text, settle=0.05)
    assert reply.messages[-1].reply_to is None


def test_follow_ups_are_understood_and_stay_with_their_user(telegram: Driver, ann: Person) -> None:
    ann.ask("Who opened lighthouse15 of the ferry office?", settle=0.05)
    reply = ann.ask("since the storm nobody visited it?", settle=0.05)
    assert "I read this as: Who opened lighthouse15" in reply.text
    bob = telegram.user(ann.id + 1, "Bob")
    assert "I read this as" not in bob.ask("since the storm nobody visited it?", settle=0.05).text


def test_a_reply_goes_on_from_what_it_replies_to(ann: Person) -> None:
    question = ann.send("Who opened lighthouse34 of the ferry office?")["message"]["message_id"]
    answer = ann.driver.wait_reply(ann.id, question, settle=0.05).messages[0]
    ann.ask("Who opened lighthouse35 of the ferry office?", settle=0.05)
    for older in (answer.id, question):
        reply = ann.ask("since the storm nobody visited it?", reply_to=older, settle=0.05)
        assert "I read this as: Who opened lighthouse34" in reply.text
    ann.ask("Who opened lighthouse35 of the ferry office?", settle=0.05)
    assert "lighthouse34" in ann.ask("/follow", reply_to=answer.id, settle=0.05).text
    assert "I read this as: Who opened lighthouse35" in ann.ask("since when does it burn?", settle=0.05).text


def test_a_question_is_followed_once(ann: Person) -> None:
    for text in ("/follow when does lighthouse1 burn?", "/follow When does  lighthouse1 burn?"):
        assert "when does" in ann.ask(text, settle=0.05).text.lower()
    listed = ann.ask("/following", settle=0.05).messages[0]
    assert [b.text for b in listed.buttons] == ["✕ 1"]


def test_a_question_whose_end_was_not_confirmed_at_once_is_no_longer_listed(ann: Person) -> None:
    ann.ask("/follow who dims lighthouse2?", settle=0.05)
    listed = ann.ask("/following", settle=0.05).messages[0]
    ann.driver.fault("html502", "answerCallbackQuery", times=2)
    query = ann.press(listed, listed.buttons[0].data or "")
    changed(ann, listed, "You follow no question")
    assert "no longer follow" in (ann.callback_answer(query) or {})["text"]


@pytest.mark.parametrize(("text", "expected"), [("thanks!", "You're welcome."), ("hello bot", "Ask me a question")])
def test_small_talk_gets_one_line_and_leaves_the_thread(ann: Person, text: str, expected: str) -> None:
    ann.ask("Who opened lighthouse15 of the ferry office?", settle=0.05)
    (reply,) = ann.ask(text, settle=0.05).messages
    assert expected in reply.text
    assert not reply.buttons
    assert "Who opened lighthouse15" in ann.ask("since the storm nobody visited it?", settle=0.05).text


def test_what_the_bot_knows_of_its_articles_is_told_without_a_search(ann: Person) -> None:
    assert "nothing yet" in ann.ask("source?", settle=0.05).text
    shown = ann.ask("Who opened lighthouse15 of the ferry office?", settle=0.05).messages[0]
    ann.ask("Who opened lighthouse16 of the ferry office?", settle=0.05)
    assert "lighthouse16" in ann.ask("who wrote that?", settle=0.05).text
    assert "lighthouse15" in ann.ask("who wrote that?", reply_to=shown.id, settle=0.05).text
    said = ann.ask("who said that?", settle=0.05).text
    assert "Who says so" in said
    assert "lighthouse16" in said
    whole = ann.ask("show me the whole article", settle=0.05)
    assert "“Context”" in whole.text
    assert "lighthouse16" in whole.text
    assert [link[:13] for link in whole.links] == ["https://t.me/"]  # the link for an article without an address
    assert "The newest articles:" in ann.ask("what's new?", settle=0.05).text
    known = ann.ask("https://www.example.org/15", settle=0.05).text
    assert "I know this article" in known
    assert "lighthouse15" in known
    assert "can't open links" in ann.ask("https://example.org/nowhere", settle=0.05).text
    about = ann.ask("which articles do you have about lighthouse21?", settle=0.05).text
    assert "mention “lighthouse21”" in about
    assert "lighthouse22" not in about
    assert "lighthouse21" in ann.ask("show me the whole article", settle=0.05).text
    assert "These are the articles" in ann.ask("articles from the Harbour Courier", settle=0.05).text
    assert "Who opened lighthouse16" in ann.ask("since the storm nobody visited it?", settle=0.05).text


def test_more_in_words_sends_further_passages_page_by_page(ann: Person) -> None:
    first = ann.ask("which lighthouse did the ferry office open?", settle=0.05).messages[0]
    assert "More passages" in [button.text for button in first.buttons]
    second, third = (ann.ask(text, settle=0.05).messages[0] for text in ("more please", "tell me more"))
    assert second.text.startswith("More passages:")
    assert third.text.startswith("More passages:")
    assert len({first.text, second.text, third.text}) == 3
    assert "‹ Back" in [button.text for button in third.buttons]
    again = ann.ask("more", reply_to=first.id, settle=0.05).messages[0]
    assert again.text == second.text
    while (last := ann.ask("noch mehr", settle=0.05).text).startswith("More passages:"):
        pass
    assert "That is all I found" in last


def test_of_all_articles_the_newest_are_listed(ann: Person) -> None:
    told = ann.ask("which articles do you have?", settle=0.05).text
    assert "60" in told
    assert told.count("Harbour Courier") == 10


def test_where_the_article_names_no_speaker_only_who_said_it_is_not_told(ann: Person) -> None:
    ann.ask("since the storm nobody visited lighthouse16?", settle=0.05)
    for asked, expected in (("who said that?", "does not say whose words"), ("who wrote that?", "in this article:")):
        assert expected in ann.ask(asked, settle=0.05).text


def test_an_edited_question_edits_its_answer(ann: Person) -> None:
    sent = ann.send("who opened lighthouse16 of the ferry office?")["message"]["message_id"]
    first = ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 16" in r.text, settle=0.05)
    ann.edit(sent, "who opened lighthouse17 of the ferry office?")
    second = ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 17" in r.text, settle=0.05)
    assert [m.id for m in second] == [m.id for m in first]
    assert second.messages[0].edited
    since = ann.driver.mark()
    for nothing_new in ("Who opened  lighthouse17 of the ferry office?", "thanks!"):
        ann.edit(sent, nothing_new)
    ann.driver.idle()
    assert not ann.driver.calls("editMessageText", since, chat=ann.id)


def test_an_edited_question_whose_answer_was_deleted_is_answered_anew(
    started: tuple[LocalServer, Bot], telegram: Driver
) -> None:
    ann = telegram.user(4_711, "Ann", language_code="en")
    sent = ann.send("who opened lighthouse16 of the ferry office?")["message"]["message_id"]
    first = telegram.wait_reply(ann.id, sent, settle=0.05).messages[0]
    server, _ = started
    gone = f"{server.base_url}{server.token}/deleteMessage?chat_id={ann.id}&message_id={first.id}"
    assert status_of(urllib.request.Request(gone))[0] == 200  # noqa: S310 - our own server
    for number in (17, 18):
        ann.edit(sent, f"who opened lighthouse{number} of the ferry office?")
        eventually(lambda: [f"number {number}." in m.text for m in telegram.shown(ann.id)] == [True])  # noqa: B023


def test_an_edited_question_is_what_was_asked(ann: Person) -> None:
    """A follow-up is read with the edited text, and the edited text with the turns before it."""
    ann.ask("who opened lighthouse36 of the ferry office?", settle=0.05)
    sent = ann.send("who opened lighthouse37 of the ferry office?")["message"]["message_id"]
    ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 37" in r.text, settle=0.05)
    ann.edit(sent, "since the storm nobody visited it?")
    read_as = "I read this as: who opened lighthouse36 of the ferry office: since the storm nobody visited it?"
    ann.driver.wait_reply(ann.id, sent, until=lambda r: read_as in r.text, settle=0.05)
    ann.edit(sent, "who opened lighthouse38 of the ferry office?")
    ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 38" in r.text, settle=0.05)
    assert "I read this as: who opened lighthouse38" in ann.ask("since when does it burn?", settle=0.05).text


def test_what_is_asked_next_goes_on_from_an_older_question_that_was_edited(ann: Person) -> None:
    sent = ann.send("who opened lighthouse41 of the ferry office?")["message"]["message_id"]
    ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 41" in r.text, settle=0.05)
    ann.ask("who opened lighthouse42 of the ferry office?", settle=0.05)
    ann.edit(sent, "who opened lighthouse43 of the ferry office?")
    ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 43" in r.text, settle=0.05)
    ann.edit(sent, "since the storm nobody visited it?")  # no turn before it
    ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 43" not in r.text, settle=0.05)
    ann.edit(sent, "who opened lighthouse44 of the ferry office?")
    ann.driver.wait_reply(ann.id, sent, until=lambda r: "number 44" in r.text, settle=0.05)
    assert "I read this as: who opened lighthouse44" in ann.ask("since when does it burn?", settle=0.05).text


@pytest.mark.parametrize("text", ["/help", "?!"])
def test_what_becomes_a_question_is_answered(ann: Person, text: str) -> None:
    sent = ann.send(text)["message"]["message_id"]
    first = ann.driver.wait_reply(ann.id, sent, settle=0.05).messages[0]
    ann.edit(sent, "who opened lighthouse39 of the ferry office?")
    (told,) = ann.driver.wait_reply(ann.id, first.id, until=lambda r: "number 39" in r.text, settle=0.3)
    assert told.reply_to == sent
    ann.edit(sent, "/ask who opened lighthouse40 of the ferry office?")
    (again,) = ann.driver.wait_reply(ann.id, first.id, until=lambda r: "number 40" in r.text, settle=0.3)
    assert again.id == told.id


def test_an_unexpected_error_is_an_apology(ann: Person, bot: Bot) -> None:
    reply = ann.ask("please crash", settle=0.05)
    assert reply.text == "Sorry, something went wrong on my side. Please try again."
    assert "the shelf fell over" in bot.output()
    ann.driver.fault("error", "sendMessage", code=400, description="Bad Request: have no rights to send a message")
    ann.send("please crash")
    eventually(lambda: "the apology was not delivered" in bot.output())
    group = int(ann.driver.group(-1_003_000_000_009, bot_status="administrator")["id"])
    number = ann.send("/ask please crash", group)["message"]["message_id"]
    ann.driver.assert_silent(group, number, 0.4)


def test_whoever_blocks_the_bot_before_it_answers_is_no_mishap(ann: Person, bot: Bot) -> None:
    before = len(bot.output())
    ann.driver.fault("error", "sendMessage", code=403, description="Forbidden: bot was blocked by the user")
    ann.send("who opened lighthouse27 of the ferry office?")
    eventually(lambda: "does not want to hear from the bot" in bot.output()[before:])
    assert "refuses" not in bot.output()[before:]


def test_fifty_chats_at_once_get_each_its_own_answer(telegram: Driver, ann: Person) -> None:
    people = [telegram.user(50_000 + n, f"P{n}") for n in range(50)]
    sent = [person.send(f"who opened lighthouse{n} of the ferry office?") for n, person in enumerate(people)]
    for n, (person, message) in enumerate(zip(people, sent, strict=True)):
        reply = telegram.wait_reply(person.id, message["message"]["message_id"], settle=0)
        assert f"harbour master number {n}." in reply.messages[0].spans("blockquote")[0]
        assert len(reply.messages) == 1


def test_a_chat_is_answered_in_order(telegram: Driver, ann: Person) -> None:
    sent = [ann.send(f"who opened lighthouse{n} of the ferry office?")["message"]["message_id"] for n in (20, 21, 22)]
    reply = telegram.wait_reply(ann.id, sent[0], until=lambda r: len(r.messages) == 3, settle=0.05)
    assert [m.reply_to for m in reply] == sent


def test_a_quick_answer_shows_no_typing(telegram: Driver, ann: Person) -> None:
    since = telegram.mark()
    ann.ask("who opened lighthouse23 of the ferry office?", settle=0.05)
    assert not telegram.calls("sendChatAction", since, chat=ann.id)


def test_the_tail_of_a_long_paste_is_no_question_of_its_own(ann: Person) -> None:
    words = "who opened lighthouse24 of the ferry office? " * 100
    ann.driver.fault("slow", "sendMessage", times=1, chat_id=ann.id, delay=0.7)  # the tail arrives before the answer
    first = ann.send(words[:4096])["message"]["message_id"]
    tail = ann.send(words[4096:])["message"]["message_id"]
    ann.driver.wait_reply(ann.id, first, settle=0.5)
    ann.edit(tail, f"now {words[4096:]}")
    reply = ann.driver.wait_reply(ann.id, first, settle=0.5)
    assert len(reply.messages) == 1
    assert "number 24" in reply.text
    assert "number 25" in ann.ask("who opened lighthouse25 of the ferry office?", settle=0.05).text


@pytest.mark.parametrize("command", ["", "/ask "])
def test_what_comes_after_the_answer_to_a_long_text_is_a_question(ann: Person, command: str) -> None:
    ann.ask(f"{command}who opened lighthouse24 of the ferry office? {'who knows? ' * 365}", settle=0)
    assert "number 25" in ann.ask("who opened lighthouse25 of the ferry office?", settle=0.05).text


def test_too_many_questions_get_a_notice(ann: Person) -> None:
    """Users who ask faster than they can read are told so; `test_telegram_limits` tests the details."""
    sent = ann.send("/help")["message"]["message_id"]
    for n in range(60):
        ann.edit(sent, f"/help {n}")  # counted as a question, but not answered
    reply = ann.driver.wait_reply(ann.id, 0, until=lambda r: "a lot of questions" in r.text, settle=0.05)
    assert len(reply.messages) <= 4


def test_forget_erases_what_was_said(ann: Person, bot: Bot) -> None:
    question = "who opened lighthouse26 of the ferry office, zanzibar?"
    reply = ann.ask(question, settle=0.05)
    files = list((bot.folder / "state").iterdir())
    assert any(b"zanzibar" in file.read_bytes() for file in files)
    assert "follow" in ann.ask("/follow who lights lighthouse26, zanzibar?", settle=0.05).text
    for answer, said in (("No", "erased nothing"), ("Yes", "questions you followed are erased")):
        warned = ann.ask("/forget", settle=0.05).messages[0]
        assert "also the questions you follow: I won't write to you" in warned.text
        mallory = ann.driver.user(ann.id + 1, "Mallory")
        yes, no = warned.buttons
        assert mallory.callback_answer(mallory.press(warned, str(yes.data), ann.id))
        assert any(b"zanzibar" in file.read_bytes() for file in files)
        ann.press(warned, str({"Yes": yes, "No": no}[answer].data))
        eventually(lambda: said in ann.driver.shown(ann.id)[-1].text)  # noqa: B023 - called within the round
        assert not ann.driver.shown(ann.id)[-1].buttons
    ann.driver.idle(quiet=0.3)
    assert not any(b"zanzibar" in file.read_bytes() for file in files)
    query = ann.press(reply.messages[0], str(reply.buttons[0].data))
    assert "too old" in (ann.callback_answer(query) or {})["text"]


def test_whoever_is_forgotten_may_not_ask_faster(ann: Person) -> None:
    asked = ann.send("/forget")["message"]["message_id"]
    warned = ann.driver.wait_reply(ann.id, asked, settle=0.05).messages[0]
    for n in range(AT_ONCE - 2):
        ann.edit(asked, f"/forget {n}")  # counted, but not answered
    assert ann.callback_answer(ann.press(warned, str(warned.buttons[0].data)))
    for n in range(AT_ONCE - 8):
        ann.edit(asked, f"/forget again {n}")
    ann.driver.wait_reply(ann.id, asked, until=lambda r: "a lot of questions" in r.text, settle=0.05, timeout=10)


def test_blocking_the_bot_erases_the_user(ann: Person, bot: Bot) -> None:
    ann.ask("who opened lighthouse27 of the ferry office, quetzal?", settle=0.05)
    files = list((bot.folder / "state").iterdir())
    assert any(b"quetzal" in file.read_bytes() for file in files)
    ann.block()
    ann.driver.idle(quiet=0.3)
    assert not any(b"quetzal" in file.read_bytes() for file in files)


def test_a_hostile_user_changes_nothing_for_anyone_else(telegram: Driver, ann: Person) -> None:
    answer = ann.ask("who opened lighthouse31 of the ferry office?", settle=0.05).messages[0]
    ann.ask("/follow who opens lighthouse32?", settle=0.05)
    following = ann.ask("/following", settle=0.05).messages[0]
    before = [(message.id, message.text) for message in telegram.shown(ann.id)]
    mallory = telegram.user(ann.id + 1, "<script>alert(1)</script>\u202e", language_code="xx\u0000")
    bait = mallory.ask("who opened lighthouse33 of the ferry office?", settle=0.05).messages[0]
    texts = ("<script>", "a" + "\u0301" * 1000, "🦭" * 4096, "\u202e\u2066gnp.exe\u2069", "/start p%00")
    for text in (*texts, "/follow " + "\u0301" * 900, "/forget", "/ask \ud7ff'; DROP TABLE shown; --"):
        mallory.send(text)
    stolen = [button.data for message in (answer, following) for button in message.buttons]
    for data in (*stolen, "1:u:1:0", f"1:u:{'9' * 40}:0", "1:d:0:0", "1:r:0:0", "\u202e", "🦭" * 16):
        assert mallory.callback_answer(mallory.press(bait, str(data))) is not None
    telegram.idle(quiet=0.3)
    assert [(message.id, message.text) for message in telegram.shown(ann.id)] == before
    assert "1. who opens lighthouse32?" in ann.ask("/following", settle=0.05).text
    assert "number 31" in ann.ask("and who opened it, the ferry office?", settle=0.05).text
