"""Links scroll to the quote, and no text of an article can control a terminal or a page."""

from datetime import date

import pytest
from msgspec.structs import replace

from bot.render.citation import in_quotes, link_to, of_day, scope, source_and_date
from bot.render.plain_text import printable
from retrieval.types import Article, Filter, Passage, Quote, Reported


def article(url: str | None) -> Article:
    return Article("a", "a", "text", url=url, source="Gazette", published=None)


@pytest.mark.parametrize(
    ("url", "quote", "link"),
    [
        ("https://a.example/x", "Short - quote, here & now", "https://a.example/x#:~:text=Short%20%2D%20quote%2C%20here%20%26%20now"),
        ("https://a.example/x#top", "One two", "https://a.example/x#top:~:text=One%20two"),
        ("https://a.example", " ".join("abcdefghijklmnop"), "https://a.example#:~:text=a%20b%20c%20d%20e%20f,k%20l%20m%20n%20o%20p"),
        ("javascript:alert(1)", "x", None),
        ("http://[x", "One two", "http://[x#:~:text=One%20two"),
        (None, "x", None),
    ],
)  # fmt: skip
def test_a_link_scrolls_to_the_quote(url: str | None, quote: str, link: str | None) -> None:
    assert link_to(article(url), quote) == link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tea is cold.", "“Tea is cold.”"),
        ("“Tea is cold,” he said.", "“Tea is cold,” he said."),
        ("“Tea is cold. The…", "“Tea is cold. The…”"),
        ("“Tea is cold,” he said. “The…", "“Tea is cold,” he said. “The…”"),
        ("„Der Tee ist kalt“, sagte er.", "„Der Tee ist kalt“, sagte er."),
        ("„Der Tee ist kalt. Der…", "„Der Tee ist kalt. Der…“"),
        ("«Чай остыл. А…", "«Чай остыл. А…»"),
        ("»Der Tee ist kalt…", "»Der Tee ist kalt…«"),
        ('"Tea," he said. "The…', '"Tea," he said. "The…"'),
        ('"Tea," he said.', '"Tea," he said.'),
    ],
)
def test_what_is_shown_in_quotes_is_closed(text: str, shown: str) -> None:
    assert in_quotes(text, "en") == shown


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("Der Tee ist kalt.", "de", "„Der Tee ist kalt.“"),
        ("Le thé est froid.", "fr", "«\u00a0Le thé est froid.\u00a0»"),
        ("Чай остыл.", "ru", "«Чай остыл.»"),
        ("Herbata jest zimna.", "pl", "“Herbata jest zimna.”"),
        ("Tea is cold.", None, "“Tea is cold.”"),
        ("Er nannte den Tee „kalt“ und „dünn“.", "de", "Er nannte den Tee „kalt“ und „dünn“."),
        ("Кафе «Захід» відчинене.", "uk", "Кафе «Захід» відчинене."),
        ("She called it “cold and…", "en", "She called it “cold and…"),
        ('She called it "cold".', "en", '“She called it "cold".”'),
    ],
)
def test_the_marks_around_a_quote_are_its_languages_or_its_own(text: str, language: str | None, shown: str) -> None:
    assert in_quotes(text, language) == shown


def test_an_unknown_date_is_said() -> None:
    assert source_and_date(article(None)) == "Gazette · date unknown"


def test_people_are_shown_the_day() -> None:
    dated = replace(article(None), published="2025-12-14T22:30:00+03:00")
    assert source_and_date(dated) == "Gazette · 2025-12-14"


@pytest.mark.parametrize(
    ("text", "figures", "shown"),
    [
        ("It costs 6 Euro, not 6,50 Euro.", ("6", "6,50"), "6 Euro / 6,50 Euro"),
        ("Rents rose by 5%, wages by 7 per cent.", ("5", "7"), "5% / 7 per cent"),
        ("Some 11,000 people left on 8 February.", ("11,000", "8 February"), "11,000 / 8 February"),
        ("The crew paid £3.9m.", ("£3.9m",), "£3.9m"),
    ],
)
def test_a_figure_is_told_with_its_currency_or_its_sign(text: str, figures: tuple[str, ...], shown: str) -> None:
    passage = Passage("p", "a", 1, 1, 0, len(text), text)
    spans = [(text.index(it), text.index(it) + len(it)) for it in figures]
    it = Reported(Article("a", "a", text), Quote(passage, 0, len(text)), tuple(Quote(passage, *span) for span in spans))
    assert of_day(it) == shown


def test_a_scope_names_only_what_limits_it() -> None:
    assert scope(Filter(sources=("Gazette",), languages=("de",))) == "Gazette · de"
    assert scope(Filter(authors=("Ann Lee",), until=date(2025, 3, 1))) == "Ann Lee · – 2025-03-01"


def test_control_characters_are_made_visible() -> None:
    assert printable("a\x1b[31mb\u202ec\x00\nd") == "a\ufffd[31mb\ufffdc\ufffd\nd"
    assert printable("👩\u200d🚀") == "👩\u200d🚀"
    plain = "A plain text, of which not every character is looked at"
    assert printable(plain) is plain
