"""Each format gives the same kind of article: its text, its own metadata, and the position of each piece."""

import io
import json
import textwrap
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from retrieval.articles import ReadFailure, find_files, read_articles
from retrieval.types import Article, Dropped

from .reading import article_of, book_of, failure_of, odt_of, word_of, word_paragraph

STORY = (
    "The council of Grenvik met on Monday evening and decided, after a long debate, that the bridge will be closed.",
    "It will be repaired from March on, and until then buses take the road along the lake, the mayor said.",
)


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    article = article_of(
        tmp_path / "a.md",
        '---\ntitle: "Bridge closed: what now"\nsource: Lake Courier\nauthor: [Ida Holm, "Per Dahl"]\n'
        "date: 2024-03-05\n"
        "url: https://example.org/bridge\nlang: en-GB\ntags:\n  - traffic\n---\n"
        f"# Bridge closed: what now\n\n**{STORY[0]}**\n\n> {STORY[1]} See [the plan](https://example.org/plan).\n\n"
        "## Buses\n\n- line *one*\n- line `two`\n\n![a map](map.png)\n",
    )
    assert article.title == "Bridge closed: what now"
    assert (article.source, article.author, article.published) == ("Lake Courier", "Ida Holm, Per Dahl", "2024-03-05")
    assert (article.url, article.language) == ("https://example.org/bridge", "en")
    assert article.text.split("\n\n") == [STORY[0], f"{STORY[1]} See the plan.", "Buses", "line one", "line two"]
    assert article.dropped == (Dropped("Bridge closed: what now", "title", 0),)
    assert dict(article.provenance)["title"] == "front matter"


@pytest.mark.parametrize(
    ("source", "published", "url"),
    [("publisher", "publishedAt", "link"), ("publication", "publishDate", "canonical_url")],
)
def test_front_matter_may_use_the_names_of_dumps(tmp_path: Path, source: str, published: str, url: str) -> None:
    pairs = f"headline: Bridge closed\n{source}: Lake Courier\nbyline: Ida Holm <ida@example.org>\n"
    pairs += f"{published}: 2/3/2026\nlang: de\n{url}: https://example.org/bridge"
    article = article_of(tmp_path / "a.md", f"---\n{pairs}\n---\n{STORY[0]}\n")
    assert (article.title, article.source, article.author) == ("Bridge closed", "Lake Courier", "Ida Holm")
    assert (article.published, article.url) == ("2026-03-02", "https://example.org/bridge")


def test_markdown_without_front_matter_takes_its_title_from_the_first_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for line, title in (
        ("# A heading", "A heading"),
        ("# Closed ##", "Closed"),
        ("# What C#", "What C#"),
        ("Who closed it?\n==============", "Who closed it?"),
        ("Closed\n---\n\n*Lake Courier, 16 April 2026*", "Closed"),
    ):
        path.write_text(f"{line}\n\n{STORY[0]}\n", encoding="utf-8")
        article = article_of(path)
        assert (article.title, article.text) == (title, STORY[0])


@pytest.mark.parametrize("text", [f"{STORY[0]}\n---\n{STORY[1]}", f"```\nTotal\n=====\n```\n\n{STORY[0]}"])
def test_a_line_below_a_sentence_or_in_code_makes_no_heading(tmp_path: Path, text: str) -> None:
    assert article_of(tmp_path / "a.md", text).title is None


@pytest.mark.parametrize(
    "title",
    [
        ">-\n  The town's bridge:\n  closed until spring",
        "The town's bridge:\n  closed until spring",
        "'The town''s bridge:\n  closed until spring'",
    ],
)
def test_a_value_of_front_matter_may_take_several_lines(tmp_path: Path, title: str) -> None:
    people = "author:\n  - name: Ida Holm\n    place: Grenvik\n  - Per Dahl\nsource:\n  name: Lake Courier"
    article = article_of(tmp_path / "a.md", f"---\ntitle: {title}\n{people}\n---\n{STORY[0]}\n")
    assert (article.title, article.author) == ("The town's bridge: closed until spring", "Ida Holm, Per Dahl")
    assert article.source == "Lake Courier"
    article = article_of(tmp_path / "a.md", f"---\nauthors: [Ida Holm,\n  Per Dahl]\n---\n{STORY[0]}\n")
    assert article.author == "Ida Holm, Per Dahl"


@pytest.mark.parametrize(
    ("lines", "source", "author", "published"),
    [
        (["*Wexmere News, 16 April 2026*"], "Wexmere News", None, "2026-04-16"),
        (["*Brackenfelder Bote, 16. April 2026*"], "Brackenfelder Bote", None, "2026-04-16"),
        (["*Par Claire Dubois*", "*Le Courrier des Vallées, le 16 avril 2026*"],
         "Le Courrier des Vallées", "Claire Dubois", "2026-04-16"),
        (["**Por Ana Gil**", "_domingo, 16 de agosto de 2026_"], None, "Ana Gil", "2026-08-16"),
        (["16 апреля 2026 г."], None, None, "2026-04-16"),
        (["*«Вісник Полісся», 16 квітня 2026*"], "Вісник Полісся", None, "2026-04-16"),
        (["*By the Chronicle's consumer desk, 16 April 2026*"], None, None, "2026-04-16"),
    ],
)  # fmt: skip
def test_a_note_says_in_a_line_under_its_heading_for_which_paper_and_when(
    tmp_path: Path, lines: list[str], source: str | None, author: str | None, published: str
) -> None:
    article = article_of(tmp_path / "a.md", "\n\n".join(["# Bridge closed: what now", *lines, *STORY]))
    assert (article.source, article.author, article.published) == (source, author, published)
    assert article.text.split("\n\n") == [*STORY]


@pytest.mark.parametrize(
    "first",
    [
        "- 3 May 2024: opened\n- 8 May 2024: closed",
        "3 May 2024\n\n8 May 2024",
        "Deadline 3 May 2024",
        "The flood of 3 May 2024",
        "## 3 May 2024",
        "Titanic (15 April 1912) was a ship",
    ],
)
def test_a_day_that_a_note_is_about_stays_in_it(tmp_path: Path, first: str) -> None:
    article = article_of(tmp_path / "a.md", f"# Notes on the bridge\n\n{first}\n\n{STORY[0]}\n")
    assert article.published is None
    assert all(line.lstrip("#- ") in article.text for line in first.splitlines())


@pytest.mark.parametrize(
    "head",
    [
        "Bridge closed: what now\nBy Ida Holm\n5 March 2024",
        "**Bridge closed: what now**\n\n*By [Ida Holm](https://example.org)*  \n5 March 2024",
        "Bridge closed: what now\n\nBuses go by Grenvik until May.\n\nBy Ida Holm\n\n5 March 2024",
        "## Bridge closed: what now\nBy Ida Holm\n5 March 2024",
        "# Bridge closed: what now #\nBy Ida Holm\nPublished 5 March 2024",
        "# Bridge closed: what now\n\nBy Ida Holm, 5 March 2024\n---",
        "---\ntitle: 'Bridge closed: what now'\n---\nBy Ida Holm\n5 March 2024",
    ],
)
def test_a_note_may_have_the_head_of_a_pasted_article(tmp_path: Path, head: str) -> None:
    article = article_of(tmp_path / "a.md", "\n\n".join([head, *STORY, "- a line"]))
    assert (article.title, article.author, article.published) == ("Bridge closed: what now", "Ida Holm", "2024-03-05")
    standfirst = ["Buses go by Grenvik until May."] if "Buses" in head else []
    assert article.text.split("\n\n") == [*standfirst, *STORY, "a line"]


@pytest.mark.parametrize(
    "text",
    [
        "What to do\n\n- By Ida Holm\n- 5 March 2024",
        "What to do\n\nMilk and eggs\n\n5 March 2024",
        "What to do\n\n5 March 2024\n\n8 March 2024",
        "It rained on that day.\n\n5 March 2024",
        "What to do\n\n```\nBy Ida Holm\n```",
    ],
)
def test_a_note_without_such_a_head_keeps_its_lines(tmp_path: Path, text: str) -> None:
    article = article_of(tmp_path / "a.md", f"{text}\n\n{STORY[0]}\n")
    assert (article.title, article.author, article.published) == (None, None, None)
    assert article.text.split("\n\n") == [
        *(line.lstrip("- ") for line in text.splitlines() if line.strip("` \n")), STORY[0]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ('"Bridge: closed" # to be checked', "Bridge: closed"),
        ("'Bridge #3' # to be checked", "Bridge #3"),
        ("'The town's bridge'", "The town's bridge"),
        ("Bridge #3", "Bridge"),
        ("C# for all", "C# for all"),
        ("null", None),
        ("~", None),
        ('"null"', "null"),
    ],
)
def test_quotation_marks_comments_and_nothing_in_front_matter(tmp_path: Path, value: str, title: str | None) -> None:
    article = article_of(tmp_path / "a.md", f"---\ntitle: {value}\nauthor: null\n---\n{STORY[0]}\n")
    assert (article.title, article.author) == (title, None)


def test_markdown_with_toml_front_matter(tmp_path: Path) -> None:
    article = article_of(
        tmp_path / "a.txt",
        '+++\ntitle = "Bridge"\ndate = 2024-03-05T08:30:00+01:00\n[params]\nauthors = ["Ida Holm", "Per Dahl"]\n+++\n'
        f"{{{{< lead >}}}}\n{STORY[0]}\n{{{{< /lead >}}}}\n\n<!--more-->\n\n{{% include figure.html %}}\n\n{STORY[1]}\n"
        "{: .lead }\n",
    )
    assert (article.title, article.author, article.published) == (
        "Bridge",
        "Ida Holm, Per Dahl",
        "2024-03-05T08:30:00+01:00",
    )
    assert article.text.split("\n\n") == list(STORY)


def test_a_note_says_in_lines_under_its_heading_who_and_when(tmp_path: Path) -> None:
    article = article_of(
        tmp_path / "a.md",
        f"# Мост\n\nДата: 14 февраля 2023\nАвтор: Инна Холм\nТеги: мост\n\n{STORY[0]}\n\nTo: all\nFrom: Ida\n",
    )
    assert (article.title, article.author, article.published) == ("Мост", "Инна Холм", "2023-02-14")
    assert article.text.split("\n\n") == [STORY[0], "To: all From: Ida"]
    article = article_of(tmp_path / "a.md", f"Titel: Die Brücke\nDatum: 14.02.2023\n\n{STORY[0]}\\\n{STORY[1]}\n")
    assert (article.title, article.published, article.text) == ("Die Brücke", "2023-02-14", " ".join(STORY))
    article = article_of(tmp_path / "a.md", f"Title: The Bridge\nDirector: Ida Holm\n\n{STORY[0]}\n")
    assert "Director: Ida Holm" in article.text


def test_a_clipped_page_keeps_its_words_without_marks_of_its_program(tmp_path: Path) -> None:
    article = article_of(
        tmp_path / "a.md",
        '---\nsource: "https://example.org/a"\nauthor:\n  - "[[Ida Holm]]"\npublished: 5 March 2024\n---\n'
        "See [[Ida Holm|the mayor]] and [[Lake#Ice]] in 1871[^1] and 1926[[2]](#cite_note-2), "
        "==10<sup>6</sup> times==, with the&nbsp;[map][3], Holm &amp; Son&#8238; and a[0][1], [hm][ah].\n\n"
        "[3]: https://example.org/map 'A map'\n[note]: this stays\n\n"
        "![[a.jpg|400]]\n\n%%check it%%\n\n<!-- not\n\nthis -->\n\n- [x] done\n\n"
        "```\nif [[ -f a ]]; then grep [^1]; fi {% raw %}\n```\n\n[^1]: The note.\n",
    )
    assert (article.author, article.published, article.source) == ("Ida Holm", "2024-03-05", None)
    assert article.url == "https://example.org/a"
    assert article.text.split("\n\n") == [
        "See the mayor and Lake in 1871 and 1926, 10⁶ times, with the map, Holm & Son and a[0][1], [hm][ah].",
        "[note]: this stays",
        "done",
        "if [[ -f a ]]; then grep [^1]; fi {% raw %}",
        "The note.",
    ]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("[![build](https://x.example/b.svg)](https://x.example) The bridge", "The bridge"),
        ("`a<b>`, `*.py`, `__init__`, [`fs.stat()`][]\n\n[`fs.stat()`]: fs.md", "a<b>, *.py, __init__, fs.stat()"),
        ("A [lock](https://x.example/Lock_(canal) 'a title') and <ida@x.example>", "A lock and ida@x.example"),
        ("Mill Lane 3<br>Grenvik, <u>not</u> ~~Wexmere~~ \\@home", "Mill Lane 3 Grenvik, not Wexmere @home"),
        ("***The** whole* of a==b and ==the **lit** part==", "The whole of a==b and the lit part"),
        ("Year | Men\n--- | ---\n1911 | 214", "Year 1911: Men 214"),
        ("- a mill\n\n      make *all*\n\n      # now\n\n  and more", "a mill\n\nmake *all*\n\n# now\n\nand more"),
        ("3. a mill\n   in the woods\n4. a lock", "3. a mill in the woods\n\n4. a lock"),
        ("> a mill\nin the woods\n> > a lock", "a mill in the woods\n\na lock"),
        ("````\n```\n<!-- kept -->\n```\n````\n<!-- cut\n\n-->", "``` <!-- kept --> ```"),
        ("The trams cross it. ^block-1", "The trams cross it."),
        ("The trams cross it.{: .lead}\n\n`{:d}` is code", "The trams cross it.\n\n{:d} is code"),
        ("A comment <!-- without end", "A comment <!-- without end"),
        ("[Anna]: Nein.\n\n**Question:**why not? `2**3**4`", "[Anna]: Nein.\n\nQuestion:why not? 2**3**4"),
    ],
)  # fmt: skip
def test_markup_is_that_of_commonmark(tmp_path: Path, markup: str, shown: str) -> None:
    article = article_of(tmp_path / "a.md", f"{STORY[0]}\n\n{markup}\n\n{STORY[1]}\n")
    assert article.text == f"{STORY[0]}\n\n{shown}\n\n{STORY[1]}"


@pytest.mark.parametrize("label", ["Subject", "Title"])
def test_a_letter_s_subject_and_what_it_cites(tmp_path: Path, label: str) -> None:
    article = article_of(
        tmp_path / "a.txt",
        f"From: Ida Holm <ida@example.org>\n{label}: The bridge of Grenvik is closed\n\n{STORY[0]}\n\n> {STORY[1]}\n",
    )
    assert (article.title, article.text.split("\n\n")) == ("The bridge of Grenvik is closed", list(STORY))


def test_a_whole_line_is_set_off_by_marks_that_are_none_of_its_own(tmp_path: Path) -> None:
    article = article_of(
        tmp_path / "a.txt", f"**The bridge of Grenvik is closed**\n\n{STORY[0]}\n\n_{STORY[1]}_\n\n*a* and *b*\n"
    )
    assert article.title == "The bridge of Grenvik is closed"
    assert article.text.split("\n\n") == [*STORY, "*a* and *b*"]


@pytest.mark.parametrize("end", ["```\n", ""])
def test_a_fenced_piece_of_code_is_one_paragraph(tmp_path: Path, end: str) -> None:
    assert article_of(
        tmp_path / "a.md", f"{STORY[0]}\n\n```\nmake all\n\n--- # a mark\n-----\n# install\n- now\n{end}"
    ).text.split("\n\n") == [STORY[0], "make all --- # a mark ----- # install - now"]


@pytest.mark.parametrize(
    "url", ["http://[x", "http://[::1", "http://exa\u2100mple.org/", "http:///x", "ftp://x.example"]
)
def test_an_address_that_is_none_stays_out(tmp_path: Path, url: str) -> None:
    assert (
        article_of(tmp_path / "a.md", f"---\nurl: {url}\nlink: https://example.org/a\n---\n{STORY[0]}\n").url
        == "https://example.org/a"
    )


def test_identity_is_the_resolved_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    near, far = article_of(Path("a.txt")), article_of(tmp_path / "a.txt")
    assert near.uri == far.uri == str((tmp_path / "a.txt").resolve())
    assert near.id == far.id
    assert near.path == "a.txt"


def test_dump_rows_keep_what_a_writer_wrote(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    row = {
        "_id": 7,
        "title": "Bridge",
        "body": f"Short line.\n\n{STORY[0]}\nStill the same paragraph.",
        "published_at": "2024-03-05T08:30:00Z",
        "language": "en",
    }
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    article = article_of(path)
    assert (article.id, article.uri) == ("7", f"{path.resolve()}#7")
    assert article.text == f"Short line.\n\n{STORY[0]} Still the same paragraph."
    assert article.published == "2024-03-05T08:30:00+00:00"


@pytest.mark.parametrize(
    ("facts", "published"),
    [
        ({"date": "2024-03-05"}, "2024-03-05"),
        ({"date_published": "2024-03-05T08:30:00Z"}, "2024-03-05T08:30:00+00:00"),
        ({"datePublished": "2024-03-05", "date": "2019-01-01"}, "2024-03-05"),
        ({"pubDate": "Tue, 05 Mar 2024 08:30:00 GMT"}, "2024-03-05"),
        ({"date": "last June"}, None),
        ({"date": 5}, None),
        ({"date": "2/3/2026", "language": "fr"}, "2026-03-02"),
        ({"date": "2/3/2026", "language": "en-US"}, None),
        ({"date": "2/3/2026"}, None),
    ],
)
def test_a_dumps_date_goes_by_many_names(facts: dict[str, object], published: str | None, tmp_path: Path) -> None:
    assert article_of(tmp_path / "dump.jsonl", json.dumps({"text": STORY[0], **facts})).published == published


def test_a_dumps_fields_go_by_the_names_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    row = {
        "headline": "Bridge",
        "authors": [{"name": "Ida Holm"}, "Per Dahl"],
        "source": {"id": None, "name": "Lake Courier"},
        "publishedAt": "2024-03-05",
        "content": "".join(f"<p>{part}</p>" for part in STORY),
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    article = article_of(path)
    assert (article.title, article.author, article.source) == ("Bridge", "Ida Holm, Per Dahl", "Lake Courier")
    assert (article.published, article.text) == ("2024-03-05", "\n\n".join(STORY))


def test_a_json_array_is_a_dump(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text(json.dumps([{"text": part} for part in STORY], indent=1), encoding="utf-8")
    assert [found.text for found in read_articles(path) if isinstance(found, Article)] == list(STORY)


@pytest.mark.parametrize("keep_all", [False, True])
def test_the_link_beside_a_wikis_subheading_is_no_word_of_it(tmp_path: Path, keep_all: bool) -> None:
    link = '<span class="mw-editsection"><span>[</span><a href="/edit">edit</a><span>]</span></span>'
    page = f'<html><h1>Bridge</h1><p>{STORY[0]}</p><h2><span class="mw-headline">History</span>{link}</h2><p>{STORY[1]}'
    text = article_of(tmp_path / "a.html", page, keep_all=keep_all).text
    assert text.removeprefix("Bridge\n\n") == "\n\n".join((STORY[0], "History", STORY[1]))


def test_a_page_of_preformatted_text_has_its_paragraphs(tmp_path: Path) -> None:
    text = "\n\n".join(textwrap.fill(part, 64) for part in ("Bridge closed in Grenvik", *STORY))
    article = article_of(tmp_path / "a.html", f"<html><head></head><body><pre style='x'>\n{text}\n</pre></body></html>")
    assert (article.title, article.text) == ("Bridge closed in Grenvik", "\n\n".join(STORY))


def test_a_table_in_a_table_is_read_where_it_is(tmp_path: Path) -> None:
    first, inner, last = (
        f"{STORY[number % 2]} {word}." for number, word in enumerate(("Today", "Tomorrow", "On Friday"))
    )
    nested = f"<table><tr><td><img src='a.png'></td><td><h2>Buses</h2><p>{inner}</p></td></tr></table>"
    rows = "".join(f"<tr><td>{row}</td></tr>" for row in (f"<p>{first}</p>", nested, f"<h2>Boats</h2><p>{last}</p>"))
    article = article_of(tmp_path / "a.html", f"<html><body><h1>Bridge</h1><table>{rows}</table></body></html>")
    assert article.text.split("\n\n") == [first, "Buses", inner, "Boats", last]


@pytest.mark.parametrize("end", ["</body></html>", "</BODY></HTML >\n<html><body>"])
def test_a_page_goes_on_below_its_end(tmp_path: Path, end: str) -> None:
    page = f"<html><body><h1>Bridge</h1><p>{STORY[0]}</p>{end}<p>{STORY[1]}</p></body></html>"
    assert article_of(tmp_path / "a.html", page).text.split("\n\n") == list(STORY)


def test_words_that_a_page_marks_as_quoted_are_shown_in_quotation_marks(tmp_path: Path) -> None:
    told = f"<p>{STORY[0]}</p><p>The mayor said: <q cite='/a'>It is <b>closed</b></q> and left.</p><p>{STORY[1]}</p>"
    text = article_of(tmp_path / "a.html", f"<html><body><article><h1>Bridge</h1>{told}</article>").text
    assert text == "\n\n".join((STORY[0], "The mayor said: “It is closed” and left.", STORY[1]))


def test_titles_and_names_with_escapes_of_html_read_as_a_page_shows_them(tmp_path: Path) -> None:
    row = {"title": {"rendered": "Ida&#8217;s bridge &amp; road"}, "content": {"rendered": f"<p>{STORY[0]}</p>"}}
    article = article_of(tmp_path / "a.jsonl", json.dumps({**row, "author": "Se&aacute;n O&#039;Brien"}))
    assert (article.title, article.author) == ("Ida’s bridge & road", "Seán O'Brien")
    thing = {"@type": "Article", "headline": "Ida&#8217;s bridge", "author": {"name": "Se&aacute;n O&#039;Brien"}}
    script = f'<script type="application/ld+json">{json.dumps({**thing, "publisher": {"name": "A &amp; B"}})}</script>'
    article = article_of(tmp_path / "a.html", f"<html><head>{script}</head><body><p>{STORY[0]}</p><p>{STORY[1]}</p>")
    assert (article.title, article.author, article.source) == ("Ida’s bridge", "Seán O'Brien", "A & B")


@pytest.mark.parametrize(
    "dump",
    [
        {"status": "ok", "articles": [{"title": f"Part {number}", "body": part} for number, part in enumerate(STORY)]},
        {"db": [{"meta": {"version": "5"}, "data": {
            "tags": [{"name": "News"}],
            "posts": [{"title": f"Part {number}", "html": f"<p>{part}</p>", "status": "published"}
                      for number, part in enumerate(STORY)]
            + [{"title": "Draft", "html": f"<p>{STORY[0]}</p>", "status": "draft"}],
        }}]},
        {"version": "https://jsonfeed.org/version/1.1", "title": "Lake Courier", "authors": [{"name": "Ida Holm"}],
         "items": [{"id": f"https://example.org/{number}", "title": f"Part {number}", "content_html": f"<p>{part}</p>"}
                   for number, part in enumerate(STORY)]},
        [{"title": {"rendered": f"Part {number}"}, "content": {"rendered": f"<p>{part}</p>"}, "author": 12}
         for number, part in enumerate(STORY)],
        [{"post_title": f"Part {number}", "post_content": part, "post_status": "publish"}
         for number, part in enumerate(STORY)]
        + [{"post_title": "Part 1", "post_content": "An older text of it.", "post_status": "inherit"}],
        [{"title": f"Part {number}", "text": part, "status": "pending"} for number, part in enumerate(STORY)],
        [{"title": f"Part {number}", "html": part, "status": [{}]} for number, part in enumerate(STORY)],
    ],
)  # fmt: skip
@pytest.mark.parametrize("indent", [None, 1])
def test_the_rows_of_other_programs_dumps_are_found_wherever_they_are(
    tmp_path: Path, dump: object, indent: int | None
) -> None:
    """In JSON Feed, NewsAPI's answers, exports of Ghost, and what WordPress gives by its API or as a table; no drafts.

    In other dumps a status says nothing of the kind.
    """
    path = tmp_path / "dump.json"
    path.write_text(json.dumps(dump, indent=indent), encoding="utf-8")
    found = [(it.title, it.text, it.author) for it in read_articles(path) if isinstance(it, Article)]
    assert found == [(f"Part {number}", part, None) for number, part in enumerate(STORY)]


PAGE = """<!doctype html><html lang="en"><head><title>Old bridge to be closed - Lake Courier</title>
<meta property="og:site_name" content="Lake Courier"><link rel="canonical" href="https://example.org/2024/03/05/bridge">
<script type="application/ld+json">{"@type": "WebSite", "name": "Lake Courier", "datePublished": "1999-01-01"}</script>
<script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#ida", "name": "Ida Holm"},
{"@type": "NewsArticle", "headline": "Old bridge to be closed", "author": {"@id": "#ida"},
"dateModified": "2024-03-09T10:00:00+01:00", "datePublished": "2024-03-05T23:40:00+01:00"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Old bridge to be closed</h1><p class="byline">By Ida Holm</p>%s
<p>Sign up for our newsletter to get the latest from the lake.</p></article></main>
<footer><p>© 2024 Lake Courier. All rights reserved.</p></footer></body></html>"""


@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_a_saved_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    article = article_of(tmp_path / name, PAGE % "".join(f"<p>{part} {part}</p>" for part in STORY))
    assert article.text == "\n\n".join(f"{part} {part}" for part in STORY)
    assert (article.title, article.author, article.source) == ("Old bridge to be closed", "Ida Holm", "Lake Courier")
    assert article.published == "2024-03-05T23:40:00+01:00"
    assert article.url == "https://example.org/2024/03/05/bridge"
    assert dict(article.provenance)["author"] == "JSON-LD"
    assert "appeal" in {block.rule for block in article.dropped}


def test_the_date_that_a_page_prints_beats_its_utc_timestamp(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = PAGE.replace("2024-03-05T23:40:00+01:00", "2024-03-06T01:40:00Z").replace(
        "By Ida Holm</p>", "By Ida Holm</p><p>5 March 2024</p>"
    )
    path.write_text(page % f"<p>{STORY[0]} {STORY[1]}</p>", encoding="utf-8")
    assert article_of(path).published == "2024-03-05"


ROWS = (("Year", "Bricks", "Men"), ("1901", "4,100", "190"), ("1911", "5,250", ""))


def test_a_row_of_a_table_is_understood_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    lines = ["Year 1901: Bricks 4,100; Men 190", "Year 1911: Bricks 5,250"]
    marked = ["| " + " | ".join(row) + " |" for row in ROWS]
    path.write_text("\n".join([STORY[0], "", marked[0], "|---|--:|---|", *marked[1:], "", STORY[1]]), encoding="utf-8")
    assert article_of(path).text.split("\n\n") == [STORY[0], *lines, STORY[1]]

    def saved(rows: tuple[tuple[str, ...], ...], tag: str = "th") -> list[str]:
        cells = (
            "".join(f"<{tag}>{cell}</{tag}>" for cell in rows[0]),
            *("<td>" + "<td>".join(row) for row in rows[1:]),
        )
        table = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
        return article_of(
            tmp_path / "a.html", PAGE % f"<p>{STORY[0]} {STORY[0]}</p>{table}<p>{STORY[1]} {STORY[1]}</p>"
        ).text.split("\n\n")[1:-1]

    assert saved(ROWS) == lines
    years = range(1, 2_500)
    assert saved((ROWS[0], *((str(year), "7", "") for year in years))) == [f"Year {year}: Bricks 7" for year in years]
    assert saved((("Depth", "143 m"), ("Surface area", "61.4 km<sup>2</sup>")), "td") == [
        "Depth: 143 m",
        "Surface area: 61.4 km²",
    ]
    assert saved((("Open", "9 to 5<br>Sundays closed"), ("Adults", "<p>£4</p><p>Children £2</p>")), "td") == [
        "Open: 9 to 5 Sundays closed",
        "Adults: £4 Children £2",
    ]


def test_a_term_of_a_list_of_facts_is_understood_alone(tmp_path: Path) -> None:
    """A definition as long as a paragraph stays one, and what a link leads to is a teaser."""

    def saved(terms: str, box: str = "dl") -> list[str]:
        page = f"<p>{STORY[0]} {STORY[0]}</p><{box}>{terms}</{box.partition(' ')[0]}><p>{STORY[1]} {STORY[1]}</p>"
        return article_of(tmp_path / "a.html", PAGE % f"<main>{page}</main>").text.split("\n\n")[1:-1]

    terms = (
        "<dt>Open:</dt><dd>9 to 5<br>Sundays closed</dd>\n<div><dt>Tickets</dt><dd>£4</dd> <dd>Children £2</dd></div>"
    )
    lines = ["Open: 9 to 5 Sundays closed", "Tickets: £4; Children £2"]
    assert saved(terms) == lines
    assert saved(f"<h3>At a glance</h3><dl>{terms}</dl>", "aside class='related'") == ["At a glance", *lines]
    items = "<ul><li>Open: 9 to 5 Sundays closed</li><li>Tickets: £4; Children £2</li></ul>"
    assert saved(items, "aside") == lines
    assert saved(items.replace("<li>", "<li><a href='/x'>"), "aside") == []
    assert saved(items.replace(":", ""), "aside") == []
    assert saved(f"<dt>Kiln</dt><dd>{'Bricks are burnt in it. ' * 10}</dd>")[:1] == ["Kiln"]
    assert saved("<dt><a href='/x'>Road shut</a></dt><dd>Drivers need a map</dd>") == [
        "Road shut",
        "Drivers need a map",
    ]


def test_feed_entries_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    titles = ("Entry 0", "<![CDATA[<!-- untitled -->]]>", "Entry 2")
    items = "".join(
        f"<item><title>{titles[n]}</title><link>https://example.org/{n}</link><guid>g{n % 2}</guid>"
        f"<pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate><description>&lt;p&gt;{part}&lt;/p&gt;</description></item>"
        for n, part in enumerate((*STORY, "A third entry under the first one's id."))
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Lake Courier</title>{items}</channel></rss>'
    path.write_text(feed, encoding="utf-8")
    *articles, failure = read_articles(path)
    assert [found.text for found in articles if isinstance(found, Article)] == list(STORY)
    first = articles[0]
    assert isinstance(first, Article)
    assert (first.title, first.source, first.published) == ("Entry 0", "Lake Courier", "2024-03-05")
    assert [found.title for found in articles if isinstance(found, Article)] == ["Entry 0", None]
    assert isinstance(failure, ReadFailure)
    assert "same id" in failure.what


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('in 1871<a epub:type="noteref" href="n.xhtml#n1">1</a> and 1926', "in 1871 and 1926"),
        ('in <b>1871</b><a class="footnote-anchor" href="#footnote-1">1</a> and 1926', "in 1871 and 1926"),
        ('in 1871<sup><a href="#n2">2</a></sup> and 1926<a href="p.html#fn3"><sup>b</sup></a>', "in 1871 and 1926"),
        ("in 1871<sup>1</sup> and 1926,<sup>12</sup> then", "in 1871 and 1926, then"),
        ("in 1871.<sup class='reference'><a>[5]</a></sup><sup>[<i>citation needed</i>]</sup> Then", "in 1871. Then"),
        ("200 m<sup>2</sup>, 10<sup>6</sup>, $19<sup>99</sup>, 340<sup>3</sup>", "200 m², 10⁶, $19⁹⁹, 340³"),
        (
            "<b>CO<sub>2</sub></b><sup>4</sup>, <i>area</i><sup>[1]</sup> and<span> so<b></b></span>",
            "CO2⁴, area and so",
        ),
        ("burnt 340 tons<sup>3</sup>, 1 m<sup>3</sup> of it", "burnt 340 tons, 1 m³ of it"),
        ("dated with <sup>14</sup>C, 15 metres<sup>2</sup>", "dated with ¹⁴C, 15 metres²"),
        ('the 19<sup>th</sup>, table <a href="#t2">2</a>, (<a href="#b3">3</a>)', "the 19th, table 2, (3)"),
    ],
)
def test_a_notes_mark_changes_no_figure(tmp_path: Path, markup: str, text: str) -> None:
    path = tmp_path / "page.html"
    told = f"It was {markup}, the mayor said."
    path.write_text(PAGE % "".join(f"<p>{part}</p>" for part in (" ".join(STORY), told)), encoding="utf-8")
    assert f"It was {text}, the mayor said." in article_of(path).text.split("\n\n")


def test_a_feeds_entry_says_who_and_when_in_the_words_of_its_format(tmp_path: Path) -> None:
    article = article_of(
        tmp_path / "feed.xml",
        "<rss version='2.0'><channel><title>Lake &amp;amp; Hill</title><item>"
        "<title><![CDATA[Ships &amp; more &#8211; today]]></title><author>ida@example.org (Ida Holm)</author>"
        f"<pubDate>Fri, 23 Jun 2023 23:50:00 -0500</pubDate><description>{STORY[0]}</description>"
        "</item></channel></rss>",
    )
    assert (article.title, article.source) == ("Ships & more – today", "Lake & Hill")
    assert (article.author, article.published) == ("Ida Holm", "2023-06-23")


def test_an_entry_loses_the_captions_and_the_last_line_of_its_template(tmp_path: Path) -> None:
    last = "Der Beitrag <a href='/1'>Die Brücke ist zu</a> erschien zuerst auf <a href='/'>Seeblatt</a>."
    figure = "<figure><figcaption>The bridge on Monday.</figcaption></figure>"
    body = f"<p>{STORY[0]}</p>{figure}<p>{STORY[1]}</p><p>{last}</p>"
    feed = (
        "<rss version='2.0'><channel><title>Seeblatt</title><item><title>Die Brücke ist zu</title>"
        f"<description><![CDATA[{body}]]></description></item></channel></rss>"
    )
    article = article_of(tmp_path / "feed.xml", feed)
    assert article.text.split("\n\n") == [*STORY]
    assert [block.rule for block in article.dropped] == ["caption", "running_head"]


def test_an_atom_entry_takes_what_it_lacks_from_its_feed_and_its_update(tmp_path: Path) -> None:
    article = article_of(
        tmp_path / "feed.xml",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Courier</title><author><name>Ida Holm</name></author>'
        "<updated>2024-04-09T10:00:00Z</updated><entry><title>Ships</title><id>a</id>"
        f"<updated>2024-03-01T08:00:00Z</updated><content>{STORY[0]}</content></entry></feed>",
    )
    assert (article.author, article.published) == ("Ida Holm", "2024-03-01")
    assert dict(article.provenance)["published"] == "date of the update"


def test_what_wordpress_exports_is_read_as_it_was_published(tmp_path: Path) -> None:
    """The export also has drafts, private and protected posts, pictures and menus, which a bot must not quote."""

    def item(number: int, body: str, *, status: str = "publish", kind: str = "post", password: str = "") -> str:
        return (
            f"<item><title>Entry {number}</title><link>https://example.org/?p={number}</link><dc:creator>iholm</dc:creator>"
            "<pubDate>Tue, 05 Mar 2024 23:10:00 +0000</pubDate><wp:post_date>2024-03-06 00:10:00</wp:post_date>"
            f"<content:encoded><![CDATA[{body}]]></content:encoded><wp:post_password>{password}</wp:post_password>"
            f"<wp:status><![CDATA[{status}]]></wp:status><wp:post_type><![CDATA[{kind}]]></wp:post_type></item>"
        )

    codes = '[caption id="a1" width="300"]<img src="a.jpg"/> The quay[/caption]\n\n[gallery ids="1,2"]'
    items = (
        item(1, f"{STORY[0]}\n\n{codes}\n\n<b>{STORY[1]}</b> He said it [sic].")
        + item(2, STORY[0], status="draft")
        + item(3, STORY[0], status="private")
        + item(4, STORY[0], password="secret")
        + item(5, STORY[0], status="inherit", kind="attachment")
        + item(6, " ", kind="nav_menu_item")
        + item(7, "p { color: red }", kind="custom_css")
    )
    path = tmp_path / "export.xml"
    path.write_text(
        '<?xml version="1.0"?><!-- a comment --><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Lake Courier</title><wp:author><wp:author_login><![CDATA[iholm]]></wp:author_login>"
        f"<wp:author_display_name><![CDATA[Ida Holm]]></wp:author_display_name></wp:author>{items}</channel></rss>",
        encoding="utf-8",
    )
    article = article_of(path)
    assert article.text == f"{STORY[0]}\n\n{STORY[1]} He said it [sic]."
    assert (article.author, article.published) == ("Ida Holm", "2024-03-06")
    plain = item(1, "\n\n".join(STORY))
    assert article_of(path, path.read_text(encoding="utf-8").replace(items, plain)).text == "\n\n".join(STORY)


def test_what_blogger_exports_is_read_as_it_was_published(tmp_path: Path) -> None:
    """The export also has drafts, comments, settings and the template; newer ones say so in elements of their own."""

    def entry(name: str, more: str = "") -> str:
        part = f"<id>tag:blogger.com,1999:blog-12.{name}</id><title>Entry</title><updated>2012-03-05</updated>"
        return f"<entry>{part}<content type='html'>{STORY[0]}</content>{more}</entry>"

    entries = (
        entry("post-1", "<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>"),
        entry("layout"),
        entry("settings.BLOG_NAME"),
        entry("post-2", "<app:control><app:draft>yes</app:draft></app:control>"),
        entry("post-3", "<thr:in-reply-to ref='tag:blogger.com,1999:blog-12.post-1'/>"),
        entry("post-4", "<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>"),
        entry("post-5", "<blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>"),
    )
    article = article_of(
        tmp_path / "blog.xml",
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://www.w3.org/2007/app' "
        "xmlns:blogger='http://schemas.google.com/blogger/2018' xmlns:thr='http://purl.org/syndication/thread/1.0'>"
        f"<title>Lake Letter</title>{''.join(entries)}</feed>",
    )
    assert (article.uri[-6:], article.source, article.text) == ("post-1", "Lake Letter", STORY[0])


def test_a_row_whose_only_tags_are_those_of_words(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = f'{STORY[0]}\n\n<em>{STORY[1]}</em> <a href="https://example.org">Read it there</a>, he said.'
    path.write_text(json.dumps({"text": text}), encoding="utf-8")
    assert article_of(path).text == f"{STORY[0]}\n\n{STORY[1]} Read it there, he said."


MAIL = (
    "From: Ida Holm <ida@example.org>\nTo: all@example.org\nDate: Tue, 9 Apr 2024 23:14:03 -0500\n"
    "Subject: =?utf-8?Q?F=C3=A4hren?= on the lake\n"
)


@pytest.mark.parametrize("field", ["X-Empty:", "x-ms-has-attach: yes", "References:\n <1@example.org>"])
def test_a_mail_is_known_whatever_else_its_header_holds(tmp_path: Path, field: str) -> None:
    header = f"Received: from lake\n{field}\nFrom: Ida Holm <ida@example.org>\nTo: per@example.org\nSubject: Bridge"
    article = article_of(tmp_path / "a.txt", f"{header}\n\n{STORY[0]}\n")
    assert (article.title, article.author, article.text) == ("Bridge", "Ida Holm", STORY[0])


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_mail_is_read_by_its_header_and_its_best_part(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    body = "".join(f"<p>{part}</p>" for part in (*STORY, "Die F=C3=A4hre kostet 485,000 =\nEuro."))
    path.write_text(
        f"{MAIL}MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
        "Content-Type: text/plain\n\n(see the page)\n--b\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n<html><body>{body}</body></html>\n--b--\n",
        encoding="utf-8",
    )
    article = article_of(path)
    assert (article.title, article.author, article.published) == ("Fähren on the lake", "Ida Holm", "2024-04-09")
    assert [*STORY, "Die Fähre kostet 485,000 Euro."] == article.text.split("\n\n")


def test_a_mail_of_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text(f"{MAIL}\n{STORY[0]}\n\n> {STORY[1]}\n\nEs gilt für alle Fähren auf dem See.\n", encoding="utf-8")
    assert article_of(path).text.split("\n\n") == [*STORY, "Es gilt für alle Fähren auf dem See."]
    flowed = STORY[0].replace(", ", ", \n")
    path.write_text(f"{MAIL}Content-Type: text/plain; format=flowed\n\n{flowed}\n", encoding="utf-8")
    assert article_of(path).text == STORY[0]
    flowed = STORY[0].replace(", ", ",  \n").replace("evening", "eve \nning")
    path.write_text(f"{MAIL}Content-Type: text/plain; format=flowed; delsp=yes\n\n{flowed}\n", encoding="utf-8")
    assert article_of(path).text == STORY[0]
    path.write_text(f"{MAIL}Content-Type: image/png\n\nAAAA\n", encoding="utf-8")
    failure = failure_of(path)
    assert "no text in the mail" in failure.what


def test_what_a_mail_cites_is_unwrapped_whatever_the_width_of_its_own_lines(tmp_path: Path) -> None:
    own = f"{STORY[0]} Nobody could say on Monday what it will cost."
    cited = [f"> {line}" for line in textwrap.wrap(f"{STORY[1]} {STORY[1]}", 72)]
    article = article_of(tmp_path / "a.eml", "\n".join([MAIL, own, "", *cited]))
    assert article.text.split("\n\n") == [own, f"{STORY[1]} {STORY[1]}"]


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_mail_goes_on_below_a_picture_but_not_in_a_footer_or_an_attachment(tmp_path: Path, kind: str) -> None:
    lines = ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", ""]
    for disposition, part in (("", STORY[0]), ("", STORY[1]), ("inline", "How to leave"), ("attachment", "Minutes")):
        lines += ["--b", f"Content-Type: text/{kind}"]
        lines += [f"Content-Disposition: {disposition}"] if disposition else []
        lines += ["", part if kind == "plain" else f"<html><body><div>{part}</div></body></html>", ""]
        lines += ["--b", "Content-Type: image/png", "Content-Disposition: inline", "", "AAAA"]
    article = article_of(tmp_path / "a.eml", "\n".join([f"{MAIL}{lines[0]}", *lines[1:], "--b--\n"]))
    assert article.text.split("\n\n") == list(STORY)


def test_a_mail_without_text_only_sends_on_the_one_attached_to_it(tmp_path: Path) -> None:
    attached = MAIL.replace("Ida Holm", "Per Dahl").replace("9 Apr", "8 Apr")
    article = article_of(
        tmp_path / "a.eml",
        f"{MAIL.replace('Subject: ', 'Subject: Fwd: ')}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: message/rfc822\n"
        f"Content-Disposition: attachment\n\n{attached}\n{STORY[0]}\n--b--\n",
    )
    assert (article.title, article.author, article.published) == ("Fähren on the lake", "Per Dahl", "2024-04-08")
    assert article.text == STORY[0]


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_the_first_line_of_a_mail_stays_if_its_subject_says_something_else(tmp_path: Path, kind: str) -> None:
    for first, kept in (("Dear readers of our paper,", True), ("New fees for ferries on a lake", False)):
        lines = (f"<div>{line}</div>" if kind == "html" else line for line in (first, *STORY))
        article = article_of(tmp_path / "a.eml", "\n\n".join([f"{MAIL}Content-Type: text/{kind}", *lines]))
        assert (article.title, first in article.text) == ("Fähren on the lake", kept)


def test_an_answer_is_by_its_sender_and_of_its_day_whatever_it_cites(tmp_path: Path) -> None:
    cited = f"On Mon, Apr 8, 2024 Per Dahl wrote:\n\n> By Per Dahl, 8 April 2024\n>\n> {STORY[1]}\n"
    article = article_of(tmp_path / "a.eml", f"{MAIL}In-Reply-To: <1@example.org>\n\n{cited}\n{STORY[0]}\n")
    assert (article.author, article.published) == ("Ida Holm", "2024-04-09")


def test_the_lines_below_a_mails_mark_are_its_signature(tmp_path: Path) -> None:
    text = f"{STORY[0]}\n\n-- \nIda Holm\nThe bridge is 140 years old, and open to anybody with a boat.\n\n{STORY[1]}\n"
    assert article_of(tmp_path / "a.eml", f"{MAIL}\n{text}").text.split("\n\n") == list(STORY)


@pytest.mark.parametrize("name", ["Ida Holm from The Lake Letter", "Ida Holm | The Lake Courier", "Ida Holm (News)"])
def test_a_sender_is_named_without_paper_and_place(tmp_path: Path, name: str) -> None:
    header = MAIL.replace("Ida Holm", f'"{name}"')
    assert article_of(tmp_path / "a.eml", f"{header}\n{STORY[0]}\n").author == "Ida Holm"


def test_the_text_of_a_mail_says_better_than_its_header_who_wrote_it(tmp_path: Path) -> None:
    text = "\n\n".join(("Fähren on the lake", "By Jane Holm, 3 March 2024", *STORY))
    article = article_of(tmp_path / "a.eml", f"{MAIL}\n{text}\n")
    assert (article.author, article.published, article.text) == ("Jane Holm", "2024-03-03", "\n\n".join(STORY))


@pytest.mark.parametrize("mark", ["Fwd:", "WG: Fwd:"])
def test_who_sends_a_mail_on_has_not_written_it(tmp_path: Path, mark: str) -> None:
    header = MAIL.replace("Subject:", f"Subject: {mark}")
    article = article_of(tmp_path / "a.eml", f"{header}\n{STORY[0]}\n\n{STORY[1]}\n")
    assert (article.title, article.author, article.published) == ("Fähren on the lake", None, None)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\n", ""),
        ('From: "Saved by Internet Explorer"\n', "Content-Location: https://example.org/a\n"),
    ],
)
def test_a_page_saved_as_one_file(tmp_path: Path, header: str, part: str) -> None:
    path = tmp_path / "a.mhtml"
    page = (PAGE % "".join(f"<p>{part} {part}</p>" for part in STORY)).replace("=", "=3D").replace("©", "=C2=A9")
    path.write_text(
        f"{header}Subject: Bridge\n"
        'Date: Mon, 18 Jul 2022 20:11:00 -0000\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\n{part}Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{page}\n--b\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n",
        encoding="utf-8",
    )
    article = article_of(path)
    assert article.text == "\n\n".join(f"{part} {part}" for part in STORY)
    assert (article.title, article.published) == ("Old bridge to be closed", "2024-03-05T23:40:00+01:00")
    path.write_text(
        f"{header}Subject: Bridge\nDate: Mon, 18 Jul 2022 20:11:00 -0000\n{part}\n{STORY[0]}", encoding="utf-8"
    )
    article = article_of(path)
    assert (article.url, article.author, article.published) == ("https://example.org/a", None, None)


def test_a_table_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f'\ufeffTitle;Author;Date;Text\nBridge;Ida Holm;5 March 2024;"{STORY[0]}\n\n{STORY[1]}"\nShips;;;\n',
        encoding="utf-8",
    )
    article, failure = read_articles(path)
    assert isinstance(article, Article)
    assert (article.title, article.author, article.published) == ("Bridge", "Ida Holm", "2024-03-05")
    assert article.text == "\n\n".join(STORY)
    assert isinstance(failure, ReadFailure)
    assert failure.where.endswith("line 5")
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    failure = failure_of(path)
    assert "no column" in failure.what
    assert list(find_files([tmp_path])) == []  # tables inside a folder are skipped
    assert list(find_files([path])) == [path]


@pytest.mark.parametrize("mark", ['<rss version="2.0">', "<feed>", "%PDF-1.7", "<html>", "<urlset>"])
def test_a_text_may_speak_of_a_format(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.txt"
    text = f"Every file of this kind begins with {mark} as the standard wants it, and all programs look for that first."
    path.write_text(text, encoding="utf-8")
    assert article_of(path).text == text


@pytest.mark.parametrize(
    "before",
    [
        "\ufeff\n<?xml version='1.0'?>\n<?xml-stylesheet href='a.xsl'?>\n<!-- made -->",
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://example.org/rss.dtd'>",
        f"<!-- {'made ' * 2_000} -->",
    ],
)
def test_a_feed_may_begin_with_other_things(tmp_path: Path, before: str) -> None:
    path = tmp_path / "a.txt"
    item = f"<item><title>Entry</title><description>{STORY[0]}</description></item>"
    path.write_text(f"{before}<RSS version='2.0'><channel>{item}</channel></RSS>", encoding="utf-8")
    assert article_of(path).text == STORY[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "windows-1251"])
def test_a_feed_is_decoded_like_other_files(tmp_path: Path, encoding: str) -> None:
    """Whatever it declares: a program that saves it anew in another encoding leaves the declaration as it was."""
    said = "Мост через озеро закрыт с понедельника, сказала мэр: его опоры сдвинулись, и он небезопасен."
    feed = f"<rss><channel><item><description>{said}</description></item></channel></rss>"
    content = f"<?xml version='1.0' encoding='utf-8'?>{feed}".encode(encoding)
    assert article_of(tmp_path / "a.rss", content).text == said


def test_a_feeds_scripts_and_categories_are_no_text(tmp_path: Path) -> None:
    markup = f"<script>count(1)</script><style>p {{}}</style><p>{STORY[0]}</p><p>If a < b, AT&amp;T pays.</p>"
    category = "<category domain='example.org'>Bridges</category>"
    item = f"<item><title>Entry</title>{category}<description><![CDATA[{markup}]]></description></item>"
    text = article_of(tmp_path / "a.rss", f"<rss><channel>{item}</channel></rss>").text
    assert text == f"{STORY[0]}\n\nIf a < b, AT&T pays."


def test_a_book_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Bridges</dc:title><dc:creator>Ida Holm</dc:creator><dc:creator>Per Dahl</dc:creator>"
        '<dc:creator id="c">Eva Lind</dc:creator><meta refines="#c" property="role">ill</meta>'
        "<dc:language>en</dc:language><dc:date>2021-05-01</dc:date></metadata>"
        '<manifest><item id="two" href="text/2.xml" media-type="application/xhtml+xml"/>'
        '<item id="one" href="text/1.xhtml"/><item id="none" href="text/0.xhtml"/></manifest>'
        '<spine><itemref idref="none"/><itemref idref="one"/><itemref idref="two"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/p.opf"/></rootfiles></container>'
    )
    note = '<aside epub:type="footnote"><p>1 Minutes of the council, page 211.</p></aside>'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", container)
        book.writestr("OEBPS/p.opf", package)
        book.writestr("OEBPS/text/0.xhtml", f"\ufeff<?xml version='1.0'?>\n<!DOCTYPE html><!-- {'cover ' * 1_000}-->\n")
        for name, part in zip(("1.xhtml", "2.xml"), STORY, strict=True):
            book.writestr(f"OEBPS/text/{name}", f"<html><body><p>{part}</p>{note}</body></html>")
    article = article_of(path)
    assert article.text == "\n\n".join(STORY)
    assert (article.title, article.author, article.published) == ("Bridges", "Ida Holm, Per Dahl", "2021-05-01")


def test_a_book_with_encrypted_fonts_is_read_and_one_with_encrypted_text_is_not(tmp_path: Path) -> None:
    text = f"<p>{STORY[0]}</p>".encode()
    assert article_of(tmp_path / "a.epub", book_of(text, encrypted="Fonts/Minion%20Pro.otf")).text == STORY[0]
    assert failure_of(tmp_path / "a.epub", book_of(text, encrypted="a.xhtml")).what == "the EPUB is protected"


@pytest.mark.parametrize(
    "no_text",
    [
        '<span epub:type="pagebreak" title="14">14</span>',
        '<span role="doc-pagebreak">14</span>',
        '<div class="footnotes"><hr/><ol><li>Minutes, 211. <a href="#r1" class="footnote-back">↩</a></li></ol></div>',
        '<p class="footnote-text">1 Minutes, page 211.</p>',
        '<section epub:type="copyright-page"><p>Set in Garamond by Per Dahl.</p></section>',
        '<section epub:type="frontmatter toc"><p>The bridge</p></section>',
    ],
)
def test_a_book_is_read_without_what_a_reader_would_not_read_aloud(tmp_path: Path, no_text: str) -> None:
    text = f'<p>{STORY[0]}</p><p class="pagebreak">{STORY[1]}</p>'
    assert article_of(tmp_path / "a.epub", book_of((no_text + text).encode())).text.split("\n\n") == list(STORY)


def test_a_book_is_dated_by_its_publication(tmp_path: Path) -> None:
    days = {
        "modification": "2024-01-01",
        "conversion": "2023-01-01",
        "publication": "2019-03-04",
        "creation": "2018-01-01",
    }
    dates = "".join(f"<dc:date o:event='{event}' xmlns:o='opf'>{day}</dc:date>" for event, day in days.items())
    book = book_of(f"<p>{STORY[0]}</p>".encode(), metadata=dates)
    assert article_of(tmp_path / "a.epub", book).published == "2019-03-04"


@pytest.mark.parametrize("day", ["0101-01-01T00:00:00+00:00", "0001-01-01"])
def test_what_a_program_does_not_know_of_a_book_stays_empty(tmp_path: Path, day: str) -> None:
    metadata = f"<dc:title>Bridges</dc:title><dc:creator>Unknown</dc:creator><dc:date>{day}</dc:date>"
    article = article_of(tmp_path / "a.epub", book_of(f"<p>{STORY[0]}</p>".encode(), metadata=metadata))
    assert (article.title, article.author, article.published) == ("Bridges", None, None)


@pytest.mark.parametrize("styled", [True, False])
@pytest.mark.parametrize("name", ["a.docx", "a.txt"])
def test_a_word_document(tmp_path: Path, name: str, styled: bool) -> None:
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>" * 2 + "</w:tr>"
    article = article_of(
        tmp_path / name,
        word_of(
            word_paragraph("Bridge closed until spring", "Title" if styled else "")
            + word_paragraph("By Ida Holm")
            + word_paragraph("The Lake Courier, 5 March 2024")
            + f"<w:p><w:r><w:t>{STORY[0]}</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
            "<w:del><w:r><w:delText>Not so.</w:delText></w:r></w:del></w:p>"
            + word_paragraph("Buses", "T2")
            + word_paragraph(STORY[1])
            + f"<w:tbl>{row.format('Line 2', '7 to 19')}{row.format('Line 4', '8 to 20')}</w:tbl>",
            notes=f'<w:footnote w:id="2">{word_paragraph("Minutes of the council.")}</w:footnote>',
        ),
    )
    assert article.text.split("\n\n") == [STORY[0], "Buses", STORY[1], "Line 2: 7 to 19", "Line 4: 8 to 20"]
    assert (article.title, article.author) == ("Bridge closed until spring", "Ida Holm")
    assert (article.source, article.published) == ("The Lake Courier", "2024-03-05")


@pytest.mark.parametrize("element", ["fldSimple w:instr=' SEQ '", "bdo", "dir"])
def test_all_words_of_a_word_document_are_read_whatever_is_around_them(tmp_path: Path, element: str) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    first, rest = STORY[0].split("met")
    inside = f"<w:{element}>{run.format('met')}</w:{element.split(maxsplit=1)[0]}>"
    article = article_of(
        tmp_path / "a.docx",
        word_of(f"<w:p>{run.format(first)}{inside}{run.format(rest)}</w:p>{word_paragraph(STORY[1])}"),
    )
    assert article.text.split("\n\n") == ["".join((first, "met", rest)), STORY[1]]


@pytest.mark.parametrize("style", ["Title", "P1", "Standard"])
@pytest.mark.parametrize("name", ["a.odt", "a.txt", "a.epub"])
def test_an_opendocument_text(tmp_path: Path, name: str, style: str) -> None:
    row = "<table:table-row>" + "<table:table-cell><text:p>{}</text:p></table:table-cell>" * 2 + "</table:table-row>"
    article = article_of(
        tmp_path / name,
        odt_of(
            "<text:tracked-changes><text:p>It was never meant to be closed, said the mayor.</text:p>"
            f'</text:tracked-changes><text:p text:style-name="{style}">Bridge closed<text:s text:c="3"/>until spring'
            "</text:p><text:p>By Ida Holm</text:p><text:p>The Lake Courier,<text:line-break/>5 March 2024</text:p>"
            f"<text:p>{STORY[0]}<svg:title>A map</svg:title>"
            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Minutes "
            "of the council.</text:p></text:note-body></text:note></text:p>"
            f"<text:h text:outline-level='9'>Buses</text:h><text:p><text:span>{STORY[1]}</text:span></text:p>"
            f"<table:table>{row.format('Line 2', '7 to 19')}{row.format('Line 4', '8 to 20')}</table:table>",
        ),
    )
    assert article.text.split("\n\n") == [STORY[0], "Buses", STORY[1], "Line 2: 7 to 19", "Line 4: 8 to 20"]
    assert (article.title, article.author) == ("Bridge closed until spring", "Ida Holm")
    assert (article.source, article.published) == ("The Lake Courier", "2024-03-05")


def test_a_box_in_an_opendocument_text_parts_no_sentence(tmp_path: Path) -> None:
    def box(text: str) -> str:
        return f"<drawing:frame><drawing:text-box><text:p>{text}</text:p></drawing:text-box></drawing:frame>"

    captions = ["Picture 1: the bridge in March.", "Picture 2: the road along the lake.", "Picture 3: a bus on it."]
    first, rest = STORY[0].split("met")
    story = f"{first}{box(captions[0])}{box(captions[1] + box(captions[2]))}met{rest}"
    article = article_of(tmp_path / "a.odt", odt_of(f"<text:p>{story}</text:p><text:p>{STORY[1]}</text:p>"))
    assert article.text.split("\n\n") == [STORY[0], *captions, STORY[1]]


@pytest.mark.parametrize(
    "aside",
    [
        "<text:ruby><text:ruby-base/><text:ruby-text>kan</text:ruby-text></text:ruby>",
        "<text:alphabetical-index><text:p>bridge, 1</text:p></text:alphabetical-index>",
    ],
)
def test_an_index_and_how_signs_are_read_are_no_text(tmp_path: Path, aside: str) -> None:
    article = article_of(tmp_path / "a.odt", odt_of(f"<text:p>{STORY[0]}</text:p>{aside}<text:p>{STORY[1]}</text:p>"))
    assert article.text.split("\n\n") == list(STORY)


@pytest.mark.parametrize("name", ["a.rtf", "a.txt"])
def test_a_rich_text(tmp_path: Path, name: str) -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://courier.example/5"}}{\fldrslt the council}}'
    lines = (
        r"\f0\b Caf\'e9 on the bridge \uc0\u8364 3 dearer\b0",
        r"By Ida Holm",
        r"The Lake Courier, 5 March 2024",
        rf"{STORY[0]} So says {link}.{{\footnote Minutes of the council.}}{{\rtlch\deleted\revauthdel1 He lied.}}",
        r"\f1 \'cc\'ee\'f1\'f2 \f0 is Russian for a bridge, and \uc1\u-10179?\u-8704? is how the mayor looked when he "
        "heard it.",
        r"\trowd\cellx900\pard\intbl Line 2\cell 7 to 19\cell\row \trowd\pard\intbl Line 4\cell 8 to 20\cell\row",
    )
    article = article_of(
        tmp_path / name,
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Helvetica;}{\f1\fcharset204 Arial Cyr;}}"
        r"{\info{\title Untitled 3}{\author newsroom2}}{\header The Lake Courier}" + "\\par\n".join(lines) + "}",
    )
    assert article.text.split("\n\n") == [
        f"{STORY[0]} So says the council.",
        "Мост is Russian for a bridge, and 😀 is how the mayor looked when he heard it.",
        "Line 2: 7 to 19",
        "Line 4: 8 to 20",
    ]
    assert (article.title, article.author) == ("Café on the bridge €3 dearer", "Ida Holm")
    assert (article.source, article.published) == ("The Lake Courier", "2024-03-05")


def pdf_of(pages: list[list[str]]) -> bytes:
    """Return a PDF with one line of text per string, written by hand: the simplest one that a viewer opens."""
    return typeset([[(40, 800 - 14 * row, 10, line) for row, line in enumerate(lines)] for lines in pages])


def typeset(pages: Sequence[Sequence[tuple[float, float, float, str]]], font: str = "/Subtype/Type1") -> bytes:
    """Return a PDF with lines at `(left, height)` in a size."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", f"<</Type/Font/BaseFont/Helvetica/Encoding/WinAnsiEncoding{font}>>"]
    kids = []
    for lines in pages:
        shown = [
            f"/F1 {size} Tf 1 0 0 1 {left} {height} Tm <{line.encode('cp1252').hex()}> Tj"
            for left, height, size, line in lines
        ]
        stream = f"BT {' '.join(shown)} ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {len(objects) + 2} 0 R>>"
        )
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>"
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{offset:010} 00000 n \n" for offset in offsets).encode())
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def test_a_pdf_becomes_paragraphs_without_its_running_heads(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    places = ("Grenvik", "Tannberg", "Vallombre", "Saltholm")
    pages = [
        [
            "Lake Courier yearbook",
            f"The council of {place} met on Monday evening and decided, after a long de-",
            f"bate, that the old bridge of {place} will be closed until the spring comes",
            f"back to the valley. Buses from {place} take the road along the lake, for",
            f"which {place} has to pay.",
            f"page {number}",
        ]
        for number, place in enumerate(places, start=1)
    ]
    path.write_bytes(pdf_of(pages))
    article = article_of(path)
    assert article.text == "\n\n".join(
        f"The council of {place} met on Monday evening and decided, after a long debate, that the old bridge of "
        f"{place} will be closed until the spring comes back to the valley. Buses from {place} take the road along the "
        f"lake, for which {place} has to pay."
        for place in places
    )
    assert {block.rule for block in article.dropped} == {"running_head"}
    assert article.published is None


SANDBAR = (
    "The harbour has been closed since Monday. A sandbar near the north\u00ad",
    "ern pier moved by nine metres in the storms of April, and the twenty\u00ad",
    "third ferry of the year touched ground.",
)
HARBOUR = (
    "Three proposals are before the council, said the mayor, and Sachsen-",
    "Anhalt will send an engineer who has seen sand, mud and water enough.",
)
SANDBAR_TEXT = (
    "The harbour has been closed since Monday. A sandbar near the northern pier moved by nine metres in the storms of "
    "April, and the twentythird ferry of the year touched ground."
)
HARBOUR_TEXT = (
    "Three proposals are before the council, said the mayor, and Sachsen-Anhalt will send an engineer who has seen "
    "sand, mud and water enough."
)


def test_a_pdfs_sizes_and_places_tell_title_paragraphs_and_notes(tmp_path: Path) -> None:
    """One paragraph goes on after a note and in the next column, another one on the next page."""
    head = [
        (40, 820, 8, "The Cullen Echo, May"),
        (40, 790, 20, "Sandbar moves, and the"),
        (40, 766, 20, "Haven is closed"),
    ]
    head += [(40, 740, 10, "By Ida Holm, 14 May 2025")]
    left = [(50, 700, 10, SANDBAR[0]), (40, 688, 10, SANDBAR[1]), (40, 60, 7, "¹ Minutes of the board, vol. 3,")]
    left += [(40, 52, 7, "page 211.")]
    right = [(400, 700, 10, SANDBAR[2]), (410, 688, 10, HARBOUR[0]), (300, 20, 8, "1")]
    after = [(40, 820, 8, "The Cullen Echo, May"), (40, 800, 10, HARBOUR[1]), (300, 20, 8, "2")]
    (tmp_path / "a.pdf").write_bytes(typeset([[*head, *left, *right], after]))
    article = article_of(tmp_path / "a.pdf")
    assert article.text.split("\n\n") == [SANDBAR_TEXT, HARBOUR_TEXT]
    assert (article.title, article.author) == ("Sandbar moves, and the Haven is closed", "Ida Holm")
    assert article.published == "2025-05-14"


@pytest.mark.parametrize("size", [10, 0])
def test_sizes_that_vary_from_line_to_line_tell_only_the_title(tmp_path: Path, size: float) -> None:
    """Programs that recognise text give each line a size of its own; they may also give none."""
    told = [(40, 700 - 14 * row, size * (1 + row % 5 / 20), it) for row, it in enumerate((*SANDBAR, *HARBOUR))]
    title = [(40, 790, 20, "Sandbar closes"), (40, 766, 20 + size / 5, "the haven")]
    article = article_of(tmp_path / "a.pdf", typeset([[*title, (40, 740, 9, "By Ida Holm"), *told]]))
    assert article.text.split("\n\n") == [SANDBAR_TEXT, HARBOUR_TEXT]
    assert (article.title, article.author) == ("Sandbar closes the haven", "Ida Holm")


def test_what_is_above_a_pdfs_title_is_no_body_and_what_is_below_its_text_no_title(tmp_path: Path) -> None:
    head = [
        (40, 800, 30, "The Lake Courier"),
        (40, 770, 8, "Wednesday, 14 May 2025 · No. 112"),
        (40, 750, 10, "NATURE"),
    ]
    told = [(40, 680 - 20 * row, 10, it) for row, it in enumerate((*STORY, HARBOUR_TEXT))]
    lines = [*head, (40, 720, 18, "Sandbar closes the haven"), *told, (40, 600, 20, "What the council may do")]
    article = article_of(tmp_path / "a.pdf", typeset([[*lines, (40, 570, 10, SANDBAR_TEXT)]]))
    assert article.text.split("\n\n") == [*STORY, HARBOUR_TEXT, "What the council may do", SANDBAR_TEXT]
    assert (article.title, article.published) == ("Sandbar closes the haven", "2025-05-14")
    assert article.source == "The Lake Courier"
    assert [(it.text, it.rule) for it in article.dropped][:3] == [
        ("The Lake Courier", "source"), ("Wednesday, 14 May 2025 · No. 112", "date"), ("NATURE", "before")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("metadata", "title", "author"),
    [
        ({"/Title": "Sandbar Closes the Haven", "/Author": "Jane Holm"}, "Sandbar Closes the Haven", "Jane Holm"),
        ({"/Title": "The Echo, no. 12", "/Author": "anonymous"}, "Sandbar closes the haven", None),
    ],
)
def test_what_a_pdf_shows_comes_before_its_metadata(
    tmp_path: Path, metadata: dict[str, str], title: str, author: str | None
) -> None:
    """The metadata's own spelling of the title is taken; that of another title is not."""
    pypdf = pytest.importorskip("pypdf")
    lines = [(40, 790, 20, "Sandbar closes the haven"), *((40, 700 - 20 * row, 10, it) for row, it in enumerate(STORY))]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(typeset([lines])))
    writer.add_metadata(metadata)
    with (tmp_path / "a.pdf").open("wb") as stream:
        writer.write(stream)
    article = article_of(tmp_path / "a.pdf")
    assert (article.title, article.author) == (title, author)


def test_a_pdf_whose_font_does_not_name_its_letters_is_refused(tmp_path: Path) -> None:
    font = "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Helvetica>>]"
    content = typeset([[(40, 800, 10, "The harbour is closed.")]]).replace(
        b"/Encoding/WinAnsiEncoding/Subtype/Type1", font.encode()
    )
    assert failure_of(tmp_path / "a.pdf", content).what == "the PDF does not tell which letters it shows"


def printed(*paragraphs: tuple[str, ...], between: str = "\n\n") -> str:
    return between.join("\n".join(lines) for lines in paragraphs).replace("\u00ad", "-")


@pytest.mark.parametrize(
    "text",
    [
        printed(SANDBAR, HARBOUR),
        printed(SANDBAR, HARBOUR).replace("-\n", "¬\n").replace("Sachsen¬", "Sachsen-"),
        printed(SANDBAR, HARBOUR, between="\n    "),
        printed(SANDBAR[:2], SANDBAR[2:], between="\n\n2\n\n") + "\n\n" + printed(HARBOUR),
        "\n- 2 -\n\fTHE ECHO   May\n".join(
            (printed(SANDBAR[:2]), printed(SANDBAR[2:], HARBOUR[:1]), printed(HARBOUR[1:]))
        ),
    ],
)
def test_a_text_with_the_lines_of_its_print(tmp_path: Path, text: str) -> None:
    """Words divided at line ends are rejoined; heads and numbers of pages interrupt no sentence."""
    more = "It said so in the har-\nbour, at a meet-\ning of the near- \nand far-sea crews of Sachsen-\nAnhalt."
    head = "Sandbar closes the Haven\nBy Ida Holm, 14 May 2025\n\n"
    article = article_of(tmp_path / "a.txt", f"{head}{text}\n\n{more}\n")
    said = "It said so in the harbour, at a meeting of the near- and far-sea crews of Sachsen-Anhalt."
    assert article.text.split("\n\n") == [SANDBAR_TEXT, HARBOUR_TEXT, said]
    assert (article.title, article.author) == ("Sandbar closes the Haven", "Ida Holm")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_that_run_on_are_wrapped_without_a_divided_word(tmp_path: Path, between: str) -> None:
    """As copied from a PDF, without blank lines between paragraphs, or with one after every line."""
    paragraphs = [
        f"{STORY[0]} {STORY[1]} So be it.",
        f"{STORY[1]} {STORY[0]} It was built in the flood, and will last.",
    ]
    lines = [line for part, width in zip(paragraphs, (37, 35), strict=True) for line in textwrap.wrap(part, width)]
    article = article_of(tmp_path / "a.txt", f"Bridge closed until spring\n\n\n\n{between.join(lines)}\n")
    assert article.text.split("\n\n") == paragraphs


def test_a_list_of_lines_in_small_letters_is_not_wrapped(tmp_path: Path) -> None:
    lines = [f"{weight} kilograms of haddock from the lake{' without skin' * (at % 2)}" for at, weight in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen".split()
    )]  # fmt: skip
    article = article_of(tmp_path / "a.txt", "\n".join((STORY[0], "They bought:", *lines, STORY[1])))
    assert set(lines) <= {*article.text.split("\n\n"), *(dropped.text for dropped in article.dropped)}


def test_columns_side_by_side_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "The council met on Mon-",
        "day and decided, after a",
        "long debate, that the old",
        "bridge will be closed un-",
    ]
    left += [
        "til the spring. Buses take",
        "the road along the lake,",
        "and the school has moved",
        "its lessons to the after-",
    ]
    right = [
        "noon. The mayor said that",
        "no one would be left be-",
        "hind. A ferry carries all",
        "who live on the far bank.",
    ]
    right += ["It goes at six and seven", "in the morning, and then", "every hour until nightfall", "or a storm."]
    rows = "\n".join(f"{one:<30}{other}" for one, other in zip(left, right, strict=True))
    article = article_of(tmp_path / "a.txt", f"The old bridge is closed\n\n{rows}\n")
    assert article.text.replace("\n\n", " ") == (
        "The council met on Monday and decided, after a long debate, that the old bridge will be closed until the "
        "spring. Buses take the road along the lake, and the school has moved its lessons to the afternoon. The mayor "
        "said that no one would be left behind. A ferry carries all who live on the far bank. It goes at six and "
        "seven in the morning, and then every hour until nightfall or a storm."
    )


@pytest.mark.parametrize("line", ["Jane Holm, 14 May 2025", "Jane Holm, May 14, 2025", "Jane Holm | 14. Mai 2025"])
def test_a_line_may_hold_a_person_and_a_date(tmp_path: Path, line: str) -> None:
    for name, text in (("a.txt", f"Sandbar closes the Haven\n\n{line}\n\n"), ("b.md", f"# Sandbar\n\n{line}\n\n")):
        article = article_of(tmp_path / name, text + "\n\n".join(STORY) + "\n")
        assert (article.author, article.published) == ("Jane Holm", "2025-05-14")
        assert article.text == "\n\n".join(STORY)


def test_an_encrypted_pdf_and_a_pdf_of_scans(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    for name, encrypt, what in (("a.pdf", True, "the PDF is encrypted"), ("b.pdf", False, "the PDF holds pictures")):
        writer = pypdf.PdfWriter()
        writer.add_blank_page(200, 200)
        if encrypt:
            writer.encrypt("secret", algorithm="RC4-128")
        with (tmp_path / name).open("wb") as stream:
            writer.write(stream)
        (failure,) = read_articles(tmp_path / name)
        assert isinstance(failure, ReadFailure)
        assert failure.what.startswith(what)


def test_a_damaged_pdf(tmp_path: Path) -> None:
    failure_of(tmp_path / "a.pdf", b"%PDF-1.7\n" + b"1 0 obj <<" * 20)


@pytest.fixture
def without_extras(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the imports of all extras fail, as if none were installed."""
    for name in ("trafilatura", "lxml", "lxml.html", "pypdf", "feedparser"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    yield


@pytest.mark.usefixtures("without_extras")
@pytest.mark.parametrize(
    ("name", "content", "extra"),
    [
        ("a.html", "<!doctype html><p>Words</p>", "html"),
        ("a.pdf", "%PDF-1.4", "pdf"),
        ("a.rss", "<rss><channel></channel></rss>", "feeds"),
    ],
)
def test_a_missing_extra_is_one_line_with_the_command(tmp_path: Path, name: str, content: str, extra: str) -> None:
    failure = failure_of(tmp_path / name, content)
    assert failure.remedy == f"pip install 'byline[{extra}]'"


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    hidden = (".hidden.txt", "~$open.docx", ".git/d.txt", "sub/c_files/frame.html", "sub/c-Dateien/frame.html")
    for name in ("b.txt", "a.md", "photo.jpg", "sub/c.html", "x_files/e.md", *hidden):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("words", encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path]) if isinstance(path, Path)]
    assert found == ["a.md", "b.txt", "sub/c.html", "x_files/e.md"]
    assert list(find_files([tmp_path / "photo.jpg"])) == [tmp_path / "photo.jpg"]


def exported(*posts: object, kind: str = "public_channel") -> str:
    messages = [{"id": 1, "type": "service", "action": "create_channel", "text": ""}, *posts]
    chat = {"name": "Grenvik today", "type": kind, "id": 1500000001, "messages": messages}
    return json.dumps(chat, ensure_ascii=False, indent=1)


def test_a_telegram_channel_has_an_article_per_post(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    link = {"type": "link", "text": "https://t.me/grenvik"}
    bold = [{"type": "bold", "text": "Bridge closed"}, f"\n\n{STORY[0]} ", {"type": "italic", "text": "For now."}]
    post = {"type": "message", "date": "2024-03-01T23:30:12"}
    posts = (
        {**post, "id": 2, "author": "Ida Holm", "text": ["⚡️ ", *bold, f"\n{STORY[1]}\n\n", link]},
        {**post, "id": 3, "text": ""},
        {**post, "id": 5, "text": [bold[0], "\n", link]},
        {**post, "id": 4, "text": "Two posts of one id would be two articles at one place; the later one is right."},
        {**post, "id": 4, "text": STORY[1], "forwarded_from": "Lake Courier"},
    )
    path.write_text(exported(*posts), encoding="utf-8")
    first, second = (it for it in read_articles(path) if isinstance(it, Article))
    assert (first.title, first.source, first.published) == ("Bridge closed", "Grenvik today", "2024-03-01")
    assert (first.author, second.author) == ("Ida Holm", None)
    assert first.text.split("\n\n") == [f"{STORY[0]} For now.", STORY[1]]
    assert (second.title, second.source, second.text) == (None, "Lake Courier", STORY[1])
    assert (first.uri, second.uri) == (f"{path}#2", f"{path}#4")


@pytest.mark.parametrize(
    ("stamp", "days", "dates"),
    [
        ("[{}, 14:03:11] ", ("12.05.26", "13.05.26"), ["2026-05-12", "2026-05-13"]),
        ("{}, 14:03 - ", ("12/05/2026", "13/05/2026"), ["2026-05-12", "2026-05-13"]),
        ("{}, 2:03\u202fPM - ", ("5/12/26", "5/13/26"), ["2026-05-12", "2026-05-13"]),
        ("{} 14:03 - ", ("2026-05-12", "2026-05-13"), ["2026-05-12", "2026-05-13"]),
        ("{} à 14:03 - ", ("12/05/2026", "13/05/2026"), ["2026-05-12", "2026-05-13"]),
        ("{}, 14:03 - ", ("05/11/26", "06/11/26"), [None, None]),
        ("[{}, 14:03:11] ", ("30.02.26", "31.02.26"), [None, None]),
    ],
)
def test_a_chat_has_an_article_per_day(
    tmp_path: Path, stamp: str, days: tuple[str, str], dates: list[str | None]
) -> None:
    """Whose day or month comes first is told by a day after the twelfth, or by the signs between them."""
    first, second = (stamp.format(day) for day in days)
    told = (
        f"{first}Messages are end-to-end encrypted.\n\u200e{first}Mill Lane: \u200eIda Holm created this group\n"
        f"{first}Ida Holm: {STORY[0]}\nPlease tell: everybody.\n{first}Jan Berg: <Media omitted>\n"
        f"{second}~ Jan Berg: {STORY[1]} \u200e<This message was edited>\n"
    )
    path = tmp_path / "Chat with Mill Lane.txt"
    path.write_text(told, encoding="utf-8")
    found = [it for it in read_articles(path) if isinstance(it, Article)]
    assert [it.published for it in found] == dates
    assert [it.title for it in found] == ["Chat with Mill Lane"] * 2
    assert [it.text for it in found] == [f"Ida Holm: {STORY[0]} Please tell: everybody.", f"Jan Berg: {STORY[1]}"]
    assert len({it.uri for it in found}) == len(found)


def test_a_note_under_a_day_is_no_chat(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"12.05.26, 14:03 - Ida Holm: {STORY[0]}\n\n{STORY[1]}\n", encoding="utf-8")
    assert article_of(path).text.endswith(STORY[1])


@pytest.mark.parametrize(
    "content",
    [
        exported(kind="personal_chat"),
        exported()[:-20],
        exported("not a post"),
        exported({"id": 3}),
        exported({"type": "message", "text": STORY[0]}),
    ],
)
def test_an_export_that_is_no_channel_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    failure_of(tmp_path / "result.json", content)
