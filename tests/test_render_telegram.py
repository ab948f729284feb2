"""Answers as Telegram HTML: verbatim, escaped, within Telegram's limits, cut where a reader would pause."""

import html
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.locales import words_in
from bot.render import json as render_json
from bot.render.cutting import cut, head, shorten, tail, units_of
from bot.render.telegram import MAX_UNITS, Block, Html, Renderer, escape, pack, pages, say
from bot.render.terminal import TerminalRenderer
from retrieval.types import Answer, Article, Context, Hit, IndexStatus, Lack, Passage, Quote, Reason

ARTICLE = Article(
    id="a1",
    uri="/a1.txt",
    text="The ferry sails at noon.",
    title="Ferries & <fares>",
    source="Harbour Courier",
    published="2025-02-10T08:00:00",
    url='https://example.org/a?x=1&y="2"',
)
ENGLISH = Renderer(words_in("en"))


def hit(text: str = ARTICLE.text, article: Article = ARTICLE, number: int = 1) -> Hit:
    passage = Passage(f"p{number}", article.id, number, 1, 0, len(text), text)
    return Hit(passage, article, 1.0, Quote(passage, 0, len(text)))


def found(*hits: Hit, answered: bool = True, read_as: str = "when?") -> Answer:
    return Answer(
        "when?",
        read_as,
        hits,
        0.9,
        answered,
        None if answered else Reason(Lack.MENTION, ("noon", "<midnight>"), "Tides"),
    )


def test_an_answer_in_full() -> None:
    other = replace(ARTICLE, id="a2", url=None, published=None)
    (text,) = ENGLISH.answer(found(hit(), hit("It is cheap.", other, 2)))
    assert text == (
        "<blockquote>The ferry sails at noon.</blockquote>\n\n"
        '<a href="https://example.org/a?x=1&amp;y=&quot;2&quot;#:~:text=The%20ferry%20sails%20at%20noon.">'
        "Ferries &amp; &lt;fares&gt;</a>\nHarbour Courier · 2025-02-10\n\n"
        "<b>See also:</b>\n\n"
        "2. “It is cheap.”\n<b>Ferries &amp; &lt;fares&gt;</b>\nHarbour Courier · date unknown"
    )


def test_who_says_so_is_shown_between_the_quote_and_its_source() -> None:
    said = "The bridge opens in May, Mayor Ilse Brandt told the Northern Herald."
    answer = found(hit(said, replace(ARTICLE, text=said, language="en")))
    assert f"{said}</blockquote>\n\n— Mayor Ilse Brandt · Northern Herald\n\n<a " in ENGLISH.answer(answer)[0]
    assert "  said by Mayor Ilse Brandt · Northern Herald\n— Ferries" in TerminalRenderer().answer(answer)
    status = IndexStatus("index", 1, "hashing", 1, 1, 0, None)
    (passage,) = json.loads(json.dumps(render_json.answer(answer, status, seconds=0)["passages"]))
    assert passage["said_by"] == {
        "speaker": "Mayor Ilse Brandt", "said_in": "Northern Herald", "publisher": "Harbour Courier",
    }  # fmt: skip


def test_an_article_is_named_once_with_all_of_its_passages() -> None:
    """Each passage stays linked: the first one by the title, the others by their numbers."""
    other = replace(ARTICLE, id="a2", title="Tides", url="https://example.org/tides")
    four = (hit(), hit("High at noon.", other, 2), hit("It is cheap.", number=3), hit("Low at six.", other, 4))
    (text,) = ENGLISH.answer(found(*four[:3]))
    assert text.count("Ferries") == 1
    assert "<b>From the same article:</b>\n\n<a href=" in text
    assert (
        Html(text)
        .plain()
        .endswith(
            "From the same article:\n\n2. “It is cheap.”\n\n"
            "See also:\n\n3. “High at noon.”\nTides\nHarbour Courier · 2025-02-10"
        )
    )
    (text,) = ENGLISH.answer(found(four[0], *four), page=1, below=False)
    assert Html(text).plain() == (
        "More passages:\n\n4. “It is cheap.”\nFerries & <fares>\nHarbour Courier · 2025-02-10\n\n"
        "5. “Low at six.”\nTides\nHarbour Courier · 2025-02-10"
    )
    (text,) = ENGLISH.answer(found(hit(), hit("It is dear."), *four), page=1)
    assert '\n<a href="https://example.org/tides#:~:text=Low%20at%20six.">5.</a> “Low at six.”\n<a href=' in text


def test_a_refusal_shows_the_closest_passage_alone() -> None:
    refused = found(*(hit(f"Passage number {n}.", number=n) for n in range(1, 10)), answered=False)
    (text,) = ENGLISH.answer(refused)
    assert text.count("Passage number") == 1
    assert "2. “Passage number 2.”" in Html(ENGLISH.answer(refused, page=1)[0]).plain()


def test_more_passages_can_stand_below_the_answer() -> None:
    answer = found(*(hit(f"Passage number {n}.", number=n) for n in range(1, 10)))
    (text,) = ENGLISH.answer(answer, page=1, below=True)
    assert text.startswith("<blockquote>Passage number 1.</blockquote>")
    assert "4.</a> “Passage number 4.”" in text
    assert text.count("Ferries") == 1
    assert "Passage number 2." not in text
    refused = replace(answer, answered=False, reason=Reason(Lack.CLEARNESS))
    assert ENGLISH.answer(refused, page=1, below=True)[0].startswith("These articles don't answer that. No sentence")


def test_a_follow_up_says_how_it_was_read() -> None:
    assert ENGLISH.answer(found(hit(), read_as="when <does> it?"))[0].startswith(
        "I read this as: <i>when &lt;does&gt; it?</i>"
    )
    assert "I read" not in ENGLISH.answer(found(hit(), read_as=" When? "))[0]
    carried = ENGLISH.answer(found(hit(), read_as="When? (the <ferry>, fares)"))[0]
    assert carried.startswith("<i>When?</i> — about: the &lt;ferry&gt;, fares\n\n<blockquote>")
    polite = replace(found(hit(), read_as="When?"), question="Hello, could you please tell me: When?")
    assert "I read" not in ENGLISH.answer(polite)[0]


def test_where_no_passage_is_shown_the_terminal_has_nothing_to_explain() -> None:
    refused = found(answered=False)
    assert TerminalRenderer().answer(refused, explain=True) == TerminalRenderer().answer(refused)


def test_nothing_of_an_article_controls_the_terminal() -> None:
    escape = dict.fromkeys(("title", "source", "author", "url", "path", "text"), "http://\x1b[2J")
    it = hit(escape["text"], replace(ARTICLE, **escape, published=None))
    shown = TerminalRenderer()
    context = shown.context(Context(it.passage, it.article, it.passage, it.passage))
    told = [shown.answer(found(it, it)), shown.passage(it), shown.source(it), shown.whose_words(it), context]
    assert "\x1b" not in "".join(told)


def test_the_terminal_says_how_a_question_was_read_where_telegram_does() -> None:
    for read_as in (" When? ", "when <does> it?", "When? (the ferry)"):
        answer = found(hit(), read_as=read_as)
        told = [shown.startswith(("I read", "<i>", "When? — about")) for shown in ENGLISH.answer(answer)]
        assert [TerminalRenderer().answer(answer).startswith(("I read", "When? — about"))] == told


def test_no_answer_gives_the_reason_and_what_comes_closest() -> None:
    text = ENGLISH.answer(found(hit(), answered=False))[0]
    reason = "These articles don't answer that. No article mentions “noon” or “&lt;midnight&gt;”."
    assert text.startswith(f"{reason}\n\n<b>What comes closest:</b>\n\n1. “")
    assert ENGLISH.answer(found(answered=False)) == [reason]
    russian = Renderer(words_in("ru")).answer(found(hit(), answered=False))[0]
    assert russian.startswith(
        "В этих статьях ответа нет. Ни одна статья не упоминает «noon» или «&lt;midnight&gt;».\n\n<b>Самое близкое:"
    )


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 9])
def test_the_pages_together_hold_every_passage_once(count: int, answered: bool) -> None:
    answer = found(*(hit(f"Passage number {n}.", number=n) for n in range(1, count + 1)), answered=answered)
    told = [ENGLISH.answer(answer, page=page) for page in range(pages(count, answered=answered))]
    assert all("Passage" in "".join(parts) for parts in told)
    shown = "".join(part for parts in told for part in parts)
    assert all(shown.count(f"Passage number {n}.") == 1 for n in range(1, count + 1))


def test_an_article_without_address_is_linked_into_the_chat() -> None:
    renderer = Renderer(words_in("en"), lambda passage: f"https://t.me/b?start={passage}")
    assert '<a href="https://t.me/b?start=p1">' in renderer.answer(found(hit(article=replace(ARTICLE, url=None))))[0]
    assert "t.me" not in renderer.answer(found(hit()))[0]
    assert 'href="javascript' not in renderer.answer(found(hit(article=replace(ARTICLE, url="javascript:x"))))[0]


def test_a_link_too_long_for_browsers_leads_to_the_beginning_of_the_article() -> None:
    assert '<a href="https://example.org/a?x=1&amp;y=&quot;2&quot;">' in ENGLISH.answer(found(hit("щ" * 400)))[0]


@pytest.mark.parametrize("sign", ["x", "😀"])
def test_a_passage_that_stands_alone_keeps_its_source(sign: str) -> None:
    above = say(words_in("en"), "follow-news", question="when?")
    text = ENGLISH.passage(hit(f"{sign * 9} " * 450), above)
    assert_valid(text)
    assert text.startswith(f"{above}\n\n<blockquote expandable>{sign}")
    assert "…</blockquote>\n\n<a href" in text
    assert text.endswith(">Ferries &amp; &lt;fares&gt;</a>\nHarbour Courier · 2025-02-10")


def test_other_papers_with_the_same_words_are_named() -> None:
    answer = replace(hit(), also_in=(replace(ARTICLE, source="Tide & Times"), replace(ARTICLE, source="Tide & Times")))
    assert "Also in: Tide &amp; Times" in ENGLISH.answer(found(answer))[0]


@pytest.mark.parametrize("length", [10, 3_000, 5_000, 60_000])
def test_context_is_one_message_whatever_its_length(length: int) -> None:
    def passage(number: int) -> Passage:
        text = ("Wörter 🦭 <b> & more. " * length)[:length]
        return Passage(f"p{number}", "a1", number, number, 0, len(text), text)

    text = ENGLISH.context(Context(passage(2), ARTICLE, passage(1), passage(3)))
    assert_valid(text)
    assert "<blockquote>" in text


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (5, 15, "Tea. <b>Rum &amp; milk</b>. Ale."),
        (0, 21, "Tea. Rum &amp; milk. Ale."),
        (17, 99, "Tea. Rum &amp; milk. <b>Ale.</b>"),
    ],
)
def test_context_shows_what_was_quoted(start: int, end: int, shown: str) -> None:
    passage = Passage("p1", "a1", 1, 1, 0, 21, "Tea. Rum & milk. Ale.")
    text = ENGLISH.context(Context(passage, ARTICLE, None, None), Quote(passage, start, end))
    assert f"<blockquote>{shown}</blockquote>" in text
    assert "<b>" not in ENGLISH.context(Context(passage, ARTICLE, None, None))


def test_context_shows_a_quote_that_stands_far_down_in_a_long_passage() -> None:
    said = "Wörter 🦭 & mehr. " * 260 + "Die Fähre kostet drei Euro. Ende."
    passage = Passage("p1", "a1", 1, 1, 0, len(said), said)
    quote = Quote(passage, said.index("Die Fähre"), said.index(" Ende."))
    text = ENGLISH.context(Context(passage, ARTICLE, None, None), quote)
    assert_valid(text)
    assert "<blockquote>…" in text
    assert "mehr. <b>Die Fähre kostet drei Euro.</b></blockquote>" in text


@pytest.mark.parametrize("sign", ["T", "😀"])
def test_context_has_room_beside_the_longest_heading_and_passage(sign: str) -> None:
    long = replace(ARTICLE, title=sign * 400, source=sign * 400, author=sign * 400)
    before, it, after = (Passage(name, "a1", 1, 1, 0, 0, f"{name} " * 1_500) for name in ("before", "it", "after"))
    text = ENGLISH.context(Context(it, long, before, after))
    assert_valid(text)
    assert text.count("before") > 20
    assert text.count("after") > 20
    assert text.count("it it ") > 100


@given(st.lists(st.text(max_size=9_000), max_size=4))
def test_whatever_the_text_each_message_is_within_limits_and_nothing_is_lost(texts: list[str]) -> None:
    messages = pack([Block(text, "<blockquote>", "</blockquote>") for text in texts])
    for message in messages:
        assert_valid(message)
    kept = "".join("".join(Html(message).plain().split()) for message in messages)
    assert kept == "".join("".join(text.replace("\x00", "").split()) for text in texts if text.strip())


def test_a_list_of_articles_with_the_longest_addresses_is_taken_by_telegram() -> None:
    messages = pack(ENGLISH.cite(ARTICLE, "https://example.org/?" + "&a" * 990) for _ in range(10))
    assert max(len(message.encode()) for message in messages) <= 2**15
    assert "".join(messages).count("Ferries") == 10


def test_passages_of_an_article_with_the_longest_address_are_taken_by_telegram() -> None:
    article = replace(ARTICLE, url="https://example.org/?" + "&" * 1_970)
    hits = [hit('"' * 300, article, number) for number in range(4)]
    (message,) = ENGLISH.answer(found(*hits, answered=False), page=1)
    assert len(message.encode()) <= 2**15
    assert "4. " in message


@given(st.text(max_size=300), st.integers(3, 50))
@example("😀" * 20, 10)
def test_a_shortened_text_fits_and_begins_like_the_whole(text: str, limit: int) -> None:
    line = " ".join(text.split())
    short, first, last = shorten(text, limit), head(line, limit), tail(line, limit)
    assert max(units_of(short), units_of(first), units_of(last)) <= limit
    assert line.startswith(short.removesuffix("…"))
    assert line.startswith(first.removesuffix("…"))
    assert line.endswith(last.removeprefix("…"))


def test_nothing_is_cut_to_less_than_a_character() -> None:
    assert cut("😀😀", 2) == ["😀", "😀"]
    with pytest.raises(ValueError, match="1 units"):
        cut("😀😀", 1)


def test_text_is_cut_at_a_paragraph_then_a_sentence_then_a_word() -> None:
    assert cut("One two three four.\n\nFive six.", 24) == ["One two three four.", "Five six."]
    assert cut("One two three. Four five six seven.", 24) == ["One two three.", "Four five six seven."]
    assert cut("one two three four five", 10) == ["one two", "three four", "five"]
    assert (head("one two three four", 10), tail("one two three four", 12)) == ("one two…", "…three four")
    assert tail("漢" * 200 + " 字", 100) == "…" + "漢" * 97 + " 字"


@pytest.mark.parametrize("unit", ["👩‍👩‍👧", "e\u0301\u0302", "👍🏽", "🇩🇪"])
def test_no_character_is_cut_in_two(unit: str) -> None:
    for limit in range(30, 40):
        for piece in cut(unit * 40, limit):
            assert piece.replace(unit, "") == ""
            assert units_of(piece) <= limit
        assert tail(unit * 40, limit).replace(unit, "") == "…"


def test_a_storm_of_combining_marks_is_cut_all_the_same() -> None:
    assert [units_of(piece) for piece in cut("a" + "\u0301" * 9_999, 4_000)] == [4_000, 4_000, 2_000]


def test_escaping_holds_for_text_and_attributes() -> None:
    assert escape("<a href=\"'&\x00") == "&lt;a href=&quot;&#x27;&amp;"
    assert escape(Html("<b>ours</b>")) == "<b>ours</b>"


def assert_valid(message: str) -> None:
    """Assert that a message is short enough and all of its tags are closed."""
    assert units_of(html.unescape(re.sub(r"<[^>]*>", "", message))) <= MAX_UNITS
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)[^>]*>", message):
        assert not closing or opened.pop() == name
        if not closing:
            opened.append(name)
    assert not opened
