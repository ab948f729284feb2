"""Buttons under an answer, deep links and settings: their effects, forged button data, and restarts."""

import asyncio
import zlib
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest
from telegram import Bot as TelegramBot
from telegram import CallbackQuery

from bot.locales import words_in
from bot.render.telegram import Renderer
from bot.telegram.buttons import Buttons
from bot.telegram.desk import Desk, deep_link
from bot.telegram.keyboards import Press, Verb
from bot.telegram.records import AnswerRecord
from bot.telegram.records import Shown as AnswerShown
from tests import telegram_harness
from tests.shelf import Shelf, shelf
from tests.telegram_harness import (
    Bot,
    Driver,
    LocalServer,
    Person,
    Shown,
    button,
    changed,
    eventually,
    pressed,
)

ann, started, telegram = telegram_harness.ann, telegram_harness.started, telegram_harness.players


def asked(person: Person, number: int) -> Shown:
    return person.ask(f"who opened lighthouse{number} of the ferry office?", settle=0.05).messages[0]


def test_a_view_that_comes_late_does_not_stay_over_the_answer_to_an_edited_question(ann: Person) -> None:
    question = ann.send("who opened lighthouse8 of the ferry office?")["message"]["message_id"]
    answer = ann.driver.wait_reply(ann.id, question, settle=0.05).messages[0]
    ann.driver.fault("slow", "editMessageText", delay=2)
    ann.press(answer, button(answer, "Context"))
    eventually(lambda: ann.driver.state()["faults_left"] == 0)
    ann.edit(question, "who opened lighthouse9 of the ferry office?")
    assert "number 9." in changed(ann, answer).text
    ann.driver.idle(timeout=10, quiet=3)
    assert "number 9." in ann.driver.shown(ann.id)[0].text
    assert "lighthouse9" in pressed(ann, ann.driver.shown(ann.id)[0], "Context").text


@pytest.mark.parametrize("text", ["Context", "Helpful"])
def test_a_button_that_an_edit_took_away_is_too_old(ann: Person, text: str) -> None:
    question = ann.send("who opened lighthouse8 of the ferry office?")["message"]["message_id"]
    answer = ann.driver.wait_reply(ann.id, question, settle=0.05).messages[0]
    ann.edit(question, "Чому пінгвіни не літають?")
    assert not changed(ann, answer).buttons
    # The bot notes the edit only when Telegram has confirmed it, so that a crash in between repeats it.
    eventually(lambda: "too old" in (ann.callback_answer(ann.press(answer, button(answer, text))) or {})["text"])


def test_more_passages_are_paged_by_editing(ann: Person) -> None:
    first = asked(ann, 3)
    assert [b.text for b in first.buttons] == ["More passages", "Context", "Why?", "👍 Helpful", "👎 Not helpful"]
    second = pressed(ann, first, "More")
    assert "4. “" in second.text
    assert "6. “" in second.text
    third = pressed(ann, second, "Next")
    assert "9. “" in third.text
    assert [b.text for b in third.buttons] == ["‹ Back"]
    again = pressed(ann, pressed(ann, third, "Back"), "Back")
    assert again.text == first.text
    assert again.entities == first.entities
    assert len(ann.driver.shown(ann.id)) == 1


def test_a_press_that_was_refused_once_works_the_next_time(ann: Person) -> None:
    answer = asked(ann, 8)
    ann.driver.fault("error", "editMessageText", code=400, description="Bad Request: message can't be edited")
    assert ann.callback_answer(ann.press(answer, button(answer, "Context")))
    eventually(lambda: ann.driver.state()["faults_left"] == 0)
    assert [b.text for b in pressed(ann, answer, "Context").buttons] == ["‹ Back to the answer"]


def test_the_way_back_shows_the_answer_as_it_was(ann: Person) -> None:
    """Including the interpretation of the question, other articles with the passage, and differing figures."""
    first = ann.ask("who opened lighthouse3 of the ferry office lately?", settle=0.05).messages[0]
    assert "I read this as: who opened lighthouse3 of the ferry office? · 2025-01-01 –" in first.text
    assert "Also in: Harbour Courier (2025-02-09)" in first.text
    assert "Articles differ, newest first:\n• 3 · Harbour Courier" in first.text
    again = pressed(ann, pressed(ann, first, "More"), "Back")
    assert (again.text, again.entities) == (first.text, first.entities)


def test_the_answers_to_several_questions_of_a_message_stay_together(ann: Person) -> None:
    first = ann.ask(
        "who opened lighthouse3 of the ferry office? and then who opened lighthouse7?", settle=0.05
    ).messages[0]
    assert "On who opened lighthouse7?:\n\nAccording to the ferry office, lighthouse7 was opened" in first.text
    again = pressed(ann, pressed(ann, first, "More"), "Back")
    assert (again.text, again.entities) == (first.text, first.entities)


def test_context_shows_the_neighbours_and_leads_back(ann: Person) -> None:
    first = asked(ann, 5)
    around = pressed(ann, first, "Context")
    assert "keeps a file on lighthouse5" in around.text
    assert "Nobody has visited lighthouse5" in around.text
    assert around.spans("blockquote") == first.spans("blockquote")
    assert pressed(ann, around, "Back").text == first.text


def test_five_quick_presses_make_no_mess(ann: Person) -> None:
    first = asked(ann, 5)
    queries = [ann.press(first, button(first, "More")) for _ in range(5)]
    assert all(ann.callback_answer(query) for query in queries)
    assert len(ann.driver.shown(ann.id)) == 1


def test_ratings_are_thanked_for(ann: Person) -> None:
    first = asked(ann, 5)
    for text, said in (("Helpful", "Thank you!"), ("Not helpful", "other words"), ("Not helpful", "administrators")):
        query = ann.press(first, button(first, text))
        assert said in (ann.callback_answer(query) or {})["text"]


def test_what_was_chosen_is_marked(telegram: Driver, ann: Person) -> None:
    answer = asked(ann, 5)
    ann.press(answer, button(answer, "👎"))
    eventually(lambda: chosen(ann) == ["✓ 👎 Not helpful"])
    more = pressed(ann, answer, "More")
    assert ann.callback_answer(ann.press(more, button(answer, "👍")))  # it was on its way when the page was turned
    assert [b.text for b in ann.driver.shown(ann.id)[-1].buttons] == ["‹ Back", "Next ›"]
    answer = pressed(ann, more, "Back")
    assert chosen(ann) == ["✓ 👍 Helpful"]
    ann.press(answer, button(answer, "👎"))
    eventually(lambda: chosen(ann) == ["✓ 👎 Not helpful"])
    menu = ann.ask("/settings", settle=0.05).messages[0]
    assert chosen(ann) == ["✓ As in my Telegram app"]
    ann.press(menu, button(menu, "Deutsch"))
    eventually(lambda: chosen(ann) == ["✓ Deutsch"])


def test_in_a_group_nobodys_verdict_is_marked(telegram: Driver, ann: Person) -> None:
    group = int(telegram.group(-1_003_000_000_001, bot_status="administrator")["id"])
    answer = ann.ask("/ask who opened lighthouse5 of the ferry office?", group, settle=0.05).messages[0]
    assert ann.callback_answer(ann.press(answer, button(answer, "Helpful"), group))
    telegram.idle(quiet=0.3)
    assert [b.text for b in telegram.shown(group)[-1].buttons] == [b.text for b in answer.buttons]


def test_in_a_group_more_passages_leave_the_answer_to_the_others(telegram: Driver, ann: Person) -> None:
    group = int(telegram.group(-1_003_000_000_002, bot_status="administrator")["id"])
    answer = ann.ask("/ask who opened lighthouse5 of the ferry office?", group, settle=0.05).messages[0]
    assert ann.callback_answer(ann.press(answer, button(answer, "More"), group))
    eventually(lambda: "4. “" in telegram.shown(group)[-1].text)
    (more,) = [message for message in telegram.shown(group) if message.id == answer.id]
    assert more.spans("blockquote") == answer.spans("blockquote")
    assert [b.text for b in more.buttons] == ["‹ Back", "Next ›"]


def chosen(person: Person) -> list[str]:
    """Return the marked buttons of the last message to a person."""
    return [b.text for b in person.driver.shown(person.id)[-1].buttons if b.text.startswith("✓")]


def test_buttons_outlive_a_restart(started: tuple[LocalServer, Bot], ann: Person) -> None:
    first = asked(ann, 5)
    eventually(lambda: len(ann.driver.state()["texts"]) == 12)  # the last of what is set at the first start
    ann.driver.idle()
    since = ann.driver.mark()
    started[1].restart(ann.driver)
    assert "4. “" in pressed(ann, first, "More").text
    assert not ann.driver.calls("setMyCommands", since), "they are as they were"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "1:p",
        "1:p:::",
        "0:p:abc:1",
        "1:p:nobody:1",
        "1:q:abc:1",
        "1:p:' OR 1=1 --:1",
        "9" * 64,
        "1:l:xx:0",
        "1:p:a\u0000:1",
    ],
)
def test_a_forged_press_changes_nothing(ann: Person, data: str) -> None:
    first = asked(ann, 5)
    query = ann.press(first, data)
    assert (ann.callback_answer(query) or {})["text"] == "This button is too old. Please ask again."
    assert [m.text for m in ann.driver.shown(ann.id)] == [first.text]


def test_a_page_beyond_the_last_is_the_last(ann: Person) -> None:
    first = asked(ann, 5)
    data = button(first, "More")[:-1] + "10000"
    query = ann.press(first, data)
    assert ann.callback_answer(query) == {"callback_query_id": query}
    assert "9. “" in changed(ann, first).text


@pytest.mark.parametrize(("left", "expected"), [(9, "Next ›"), (6, "‹ Back"), (2, "👎 Not helpful")])
def test_no_button_leads_to_passages_that_are_gone(left: int, expected: str) -> None:
    """As after articles were removed: the last button of the second page, if there still is one."""
    found = shelf().ask("who opened lighthouse5 of the ferry office?", k=9)
    kept = {hit.article.id for hit in found.hits[:left]}
    assistant = Shelf([it for it in shelf()._articles if it.id in kept])

    async def run(work: Callable[..., object], *given: object) -> object:
        return work(*given)

    desk = SimpleNamespace(
        assistant=assistant,
        run=run,
        renderer=lambda _: Renderer(words_in("en")),
        state=SimpleNamespace(verdict=lambda *_: None),
    )
    answer = AnswerShown("k", 1, 1, 5, 6, AnswerRecord.of(found))
    view = Buttons(cast("Desk", desk))._view(Press(Verb.PAGE, "k", 1), answer, cast("CallbackQuery", None))
    assert (shown := asyncio.run(view)) is not None
    assert shown[1] is not None
    assert shown[1].inline_keyboard[-1][-1].text == expected


def test_nobody_can_open_an_answer_of_another_chat(telegram: Driver, ann: Person) -> None:
    theirs = asked(ann, 5)
    bob = telegram.user(ann.id + 1, "Bob")
    mine = asked(bob, 6)
    query = bob.press(mine, button(theirs, "Context"))
    assert "too old" in (bob.callback_answer(query) or {})["text"]


def test_an_article_without_address_links_back_into_the_chat(ann: Person) -> None:
    link = next(link for link in asked(ann, 4).links if "t.me" in link)
    assert link == "https://t.me/test_bot?start=pa4_2"
    opened = ann.ask("/start " + link.partition("=")[2], settle=0.05)
    assert "keeps a file on lighthouse4" in opened.text
    assert opened.spans("blockquote") == [
        "According to the ferry office, lighthouse4 was opened by harbour master number 4."
    ]


@pytest.mark.parametrize(("passage", "fits"), [("a" * 63, True), ("a" * 64, False), ("a b_2", False)])
def test_only_what_telegram_takes_is_put_into_a_link(passage: str, fits: bool) -> None:
    bot = cast("TelegramBot", SimpleNamespace(username="test_bot"))
    assert (deep_link(bot, passage) is not None) is fits


def test_a_link_to_a_passage_that_is_no_more_says_so(ann: Person) -> None:
    told = ann.ask("/start pa4_77", settle=0.05).text
    assert told.startswith("This passage is no longer in the articles.")
    assert "Just type your question" in told


@pytest.mark.parametrize("payload", ["p", "pnobody", "p' OR 1=1", "p" + "x" * 63, "../../etc", "inline", "p\u202e"])
def test_a_forged_start_payload_is_a_plain_start(ann: Person, payload: str) -> None:
    assert "Just type your question" in ann.ask(f"/start {payload}", settle=0.05).text


def test_the_language_is_the_apps_until_chosen(telegram: Driver, ann: Person) -> None:
    start = {"ru": "источник", "de": "Quelle", "es": "fuente", "uk": "джерелом", "fr": "sa source", "pt": "its title"}
    for code, expected in start.items():
        person = telegram.user(ann.id + zlib.crc32(code.encode()), "P", language_code=code)
        told = person.ask("/start", settle=0.05).text
        assert expected in told
        assert ("All about lighthouse" in told) == (code == "pt"), "headlines in another language are no examples"
    menu = ann.ask("/settings", settle=0.05).messages[0]
    changed = ann.press(menu, button(menu, "Deutsch"))
    assert (ann.callback_answer(changed) or {})["text"] == "Ich spreche jetzt Deutsch."
    assert "Stell mir eine Frage" in ann.ask("/start", settle=0.05).text
    answer = asked(ann, 8)
    assert "Weitere Stellen" in [b.text for b in answer.buttons]
    assert "According to the ferry office" in answer.text


def test_commands_and_descriptions_are_set_in_every_language(telegram: Driver) -> None:
    state = telegram.state()
    languages = {entry["language_code"] for entry in state["commands"]}
    assert languages == {"", "ru", "de", "es", "fr", "uk"}
    assert {(text["kind"], text["language_code"]) for text in state["texts"]} == {
        (kind, code) for kind in ("Description", "ShortDescription") for code in languages
    }
    names = [command["command"] for command in state["commands"][0]["commands"]]
    assert names[:4] == ["ask", "sources", "latest", "follow"]
    assert "reindex" not in names
