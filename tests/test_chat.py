"""The terminal's conversation: commands and follow-ups; only the user can end it."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from unittest.mock import Mock

import pytest

from bot import config
from bot.app import make_assistant
from bot.assistant import Assistant
from bot.commands.chat import Chat
from bot.conversation import Wish, Wished
from bot.fulfilment import fulfil
from retrieval.errors import NoIndexError
from retrieval.types import ArticleSummary

from .conftest import Indexes, Run, Update


@pytest.fixture(scope="module")
def chat(seeds_index: Indexes) -> Iterator[Chat]:
    assistant = make_assistant(config.load(environment={}, flags={"index": seeds_index("minilm")}))
    yield Chat(assistant)
    assistant.close()


def test_bytes_that_are_no_text_end_no_conversation(seeds_index: Indexes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "--index", str(seeds_index("hashing")), "chat"],
        input=b"where do \xff soldiers recover?\n/quit\n",
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert "soldiers" in done.stdout.decode()


def test_a_later_conversation_knows_the_lines_of_this_one(seeds_index: Indexes, tmp_path: Path) -> None:
    """As in a shell, with the arrow keys."""
    pytest.importorskip("readline")
    outer, inner = pty.openpty()
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "bot.cli", "--index", str(seeds_index("hashing")), "chat"]
    with subprocess.Popen(command, stdin=inner, stdout=inner, env=env) as process:
        os.write(outer, b"hello\n/quit\n")
        assert process.wait(60) == 0
    os.close(outer)
    os.close(inner)
    assert "hello" in (tmp_path / "byline" / "chat-history").read_text()


@pytest.mark.parametrize("key", [EOFError, KeyboardInterrupt])
def test_behind_a_conversation_that_a_key_ends_the_shells_prompt_begins_a_line(
    seeds_index: Indexes, run: Run, monkeypatch: pytest.MonkeyPatch, key: type[BaseException]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", Mock(side_effect=key))
    monkeypatch.setattr("bot.commands.chat._edited_lines", nullcontext)
    assert run("--index", seeds_index("hashing"), "chat").out.endswith(".\n\n")


def test_a_conversation(chat: Chat) -> None:
    assert "Quellen Sanatorium" in chat.respond("where do wounded soldiers recover?")
    assert "Bad Lehn" in chat.respond("/context")
    why = chat.respond("/why")
    assert why.startswith("Why:\n  By meaning the quote fits")
    assert "nearness" not in why, "the value of each signal is for --explain"
    assert (further := chat.respond("more"))
    assert chat.respond("/more") not in {further, "There is nothing more."}
    assert "Who says so: Tarrant." in chat.respond("who said that?")
    assert "Whooping cough" in chat.respond("/sources")
    assert "/context" in chat.respond("/help")
    assert "There is no /nothing\ufffd" in chat.respond("/nothing\x1b")
    assert chat.respond("/forget") == "A new conversation."
    assert chat.respond("/more") == "There is nothing more."
    assert chat.respond("/why") == chat.respond("/context") == chat.respond("source?"), "there is no quote yet"


def test_small_talk_is_answered_and_changes_no_thread(chat: Chat) -> None:
    chat.respond("/forget")
    chat.respond("where do wounded soldiers recover?")
    assert chat.respond("thanks!").startswith("You're welcome")
    assert "Ask me a question" in chat.respond("Привет")
    assert "Bad Lehn" in chat.respond("/context")
    assert "wounded soldiers" in chat.respond("who pays for it?")


def test_what_the_articles_are_is_told_without_a_search(chat: Chat) -> None:
    chat.respond("/forget")
    assert "nothing yet" in chat.respond("source?")
    shown = chat.respond("where do wounded soldiers recover?")
    source = chat.respond("who wrote that?")
    assert source.splitlines()[0] in shown
    assert "/context" not in source
    assert "Who says so" in chat.respond("who said that?")
    assert "/context" in chat.respond("show me the whole article")
    assert "Whooping cough" in chat.respond("which articles do you have about whooping cough?")
    assert "Ottilie Crane" in chat.respond("who wrote the article about the ceasefire?")
    assert "Ottilie Crane" in chat.respond("who wrote about the ceasefire?")
    assert "sanatorium" not in chat.respond("which articles do you have about whooping cough?").lower()
    assert "No article mentions “unicorns”" in chat.respond("do you have any articles about unicorns?")
    assert len(chat.respond("what's new?").splitlines()) == 10
    assert "no article of this address" in chat.respond("https://example.org/nowhere")
    assert "wounded soldiers" in chat.respond("who pays for it?")
    chat.respond("How many cases of whooping cough are there in Harrowmouth?")
    assert "\n  by " in chat.respond("who wrote that?")
    assert "No sentence" in chat.respond("who wrote about the soldiers who recover in the sanatorium?")


def test_after_a_list_of_one_article_it_is_that_which_is_meant(chat: Chat) -> None:
    chat.respond("where do wounded soldiers recover?")
    assert "wounded of Skarn Pass" in chat.respond("show me the whole article")
    (listed,) = chat.respond("статьи Веры Слободиной").splitlines()
    whole = chat.respond("show me the whole article")
    assert listed.split(" · ")[0] in whole
    assert "/context" not in whole
    chat.respond("articles by Bram Vosper")  # two, so that neither is meant
    assert listed.split(" · ")[0] in chat.respond("who wrote that?")


def test_without_articles_it_says_so(tmp_path: Path, folder: Path, update: Update) -> None:
    article = tmp_path / "bell.txt"
    article.write_text("The bell of Oost\n\nThe bell of Oost was cast in Brunn at five in the morning.\n")
    update(article)
    with closing(make_assistant(config.load(environment={}, flags={"index": folder}))) as assistant:
        chat = Chat(assistant)
        chat.respond("Where was the bell of Oost cast?")
        assistant.remove([article.id for article in assistant.articles()])
        assert chat.respond("/context") == "This passage is no longer in the articles."
        for wish in ("what's new?", "which articles do you have?", "/sources"):
            assert Chat(assistant).respond(wish) == "There are no articles yet."


def test_the_list_of_articles_is_read_once_for_each_state_of_the_index(
    tmp_path: Path, folder: Path, update: Update
) -> None:
    article = tmp_path / "bell.txt"
    article.write_text("The bell of Oost\n\nThe bell of Oost was cast in Brunn at five in the morning.\n")
    update(article)
    with closing(make_assistant(config.load(environment={}, flags={"index": folder}))) as assistant:
        first = assistant.articles()
        assert assistant.articles() is first
        assistant.remove([first[0].id])
        assert (len(first), len(assistant.articles())) == (1, 0)


def test_a_long_list_of_articles_ends_with_how_many_are_left_out(tmp_path: Path, folder: Path, update: Update) -> None:
    rows = [
        {"id": f"a{n}", "text": f"The bell of Oost was cast {n} years ago.", "url": f"https://oost.example/{n}"}
        for n in range(300)
    ]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    update(dump)
    with closing(make_assistant(config.load(environment={}, flags={"index": folder}))) as assistant:
        listed = Chat(assistant).respond("/sources").splitlines()
        assert Chat(assistant).respond("https://oost.example/7").startswith("I know this article.")
    assert len(listed) == 21
    assert listed[-1].startswith("… and 280 more")


def test_more_goes_on_to_the_next_passages_until_there_are_none(chat: Chat) -> None:
    chat.respond("where do wounded soldiers recover?")
    pages = [chat.respond("/more") for _ in range(4)]
    told = [page for page in pages if page != "There is nothing more."]
    assert len(told) == len(set(told)) == 2
    assert pages[2:] == ["There is nothing more."] * 2


def test_the_context_of_a_passage_by_its_number(chat: Chat) -> None:
    chat.respond("where do wounded soldiers recover?")
    assert chat.respond("/context 1") == chat.respond("/context")
    assert chat.respond("/context 2") not in {chat.respond("/context"), chat.respond("/context 3")}
    for number in ("0", "99", "-1", "abc", "9" * 5_000, "0000000015"):
        assert chat.respond(f"/context {number}").endswith("/context takes a number from 1 to 10.")


@pytest.mark.parametrize(
    ("link", "title"),
    [
        ("HTTPS://www.Example.org/news/", "A"),
        ("example.org/news?utm_source=x", "A"),
        ("https://example.org/news/?utm_source=x#top", "A"),
        ("https://example.org/show.php?id=2#top", "C"),
        ("https://example.org/show.php?id=1", "B"),
        ("https://example.org/show.php", "B"),
        ("https://example.org/show.php?utm_source=x&id=2", "C"),
        ("https://example.org/show.php?id=3", None),
        ("https://example.org/new", None),
    ],
)
def test_an_article_is_known_by_its_address_however_that_is_written(link: str, title: str | None) -> None:
    addresses = {
        "A": "https://example.org/news/",
        "B": "http://example.org/show.php?id=1",
        "C": "https://example.org/show.php?id=2",
    }
    articles = [ArticleSummary(id=name, path=None, passages=1, title=name, url=url) for name, url in addresses.items()]
    found = fulfil(Wish(Wished.LINK, link), cast("Assistant", SimpleNamespace(articles=lambda _: articles)))
    assert found
    assert [it.title for it in found.articles] == ([title] if title else [])


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("articles by bram vosper", ["Guns fall", "Stolen atlas"]),
        ("статьи Веры Слободиной", ["Школу в"]),
        ("Artikel aus dem Brenholter Boten", ["Kraftwerk"]),
        ("articles from the Merrin Coast Herald since May 2024", ["St Aldry's"]),
        ("articles from October 2024", ["La última"]),
        ("articles from 1999", ["The filter lets no"]),
        ("what did Bram Vosper write?", ["Guns fall", "Stolen atlas"]),
        ("Was hat der Brenholter Bote geschrieben?", ["Kraftwerk"]),
        ("Что написала Вера Слободина", ["Школу в"]),
        ("articles by Nobody Known", ["No article mentions “Nobody Known”"]),
    ],
)
def test_the_articles_of_an_author_a_publisher_or_a_time_are_listed(asked: str, titles: list[str], chat: Chat) -> None:
    found = chat.respond(asked).splitlines()
    assert [line[: len(title)] for line, title in zip(found, titles, strict=True)] == titles


def test_it_goes_on_with_the_index_that_replaces_its_own(tmp_path: Path, folder: Path, update: Update) -> None:
    article = tmp_path / "bell.txt"

    def make(place: str, hour: int) -> None:
        article.write_text(f"The bell of Oost\n\nThe bell of Oost was cast in {place} at {hour} in the morning.\n")
        update(article)

    make("Brunn", 5)
    with closing(make_assistant(config.load(environment={}, flags={"index": folder}))) as assistant:
        chat = Chat(assistant)
        assert "Brunn" in chat.respond("where was the bell of Oost cast?")
        folder.rename(tmp_path / "old")
        make("Pell", 6)
        assert "Pell" in chat.respond("where was the bell of Oost cast?")
        folder.rename(tmp_path / "older")
        with pytest.raises(NoIndexError):
            chat.respond("where was the bell of Oost cast?")
        with pytest.raises(NoIndexError):
            assistant.update([article])
    assert not folder.exists()


@pytest.mark.parametrize("leaving", ["/quit", "/exit", "exit", "Quit", "bye", ":q"])
def test_it_ends_where_its_user_leaves(leaving: str, seeds_index: Indexes, run: Run) -> None:
    done = run("--index", seeds_index("hashing"), "chat", stdin=f"/more\n\n{leaving}\n/context\n")
    greeting, reply, *further = done.out.splitlines()
    assert (done.code, reply, further) == (0, "There is nothing more.", [""])
    assert "Ask your articles" in greeting
