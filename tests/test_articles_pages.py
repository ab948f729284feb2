"""Invented pages of many kinds and languages, pasted and saved: the whole body is kept, and nothing else.

Each line of a page consists of a mark (`+` body, `-` to be dropped, `=` headline, byline or date, `~` optional), a tag,
and its text.
"""

from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from retrieval.types import PARAGRAPH_BREAK, Article

from .reading import article_of, failure_of

PAGES = sorted((Path(__file__).parent / "data" / "pages").glob("*.page"))

GAPS = ("p", "h1", "h2", "h3", "bq", "box", "cap")
ROUND = {
    "nav": ("<nav><ul>", "<li><a href='/x'>{}</a></li>", "</ul></nav>"),
    "li": ("<ul>", "<li>{}</li>", "</ul>"),
    "oli": ("<ol>", "<li>{}</li>", "</ol>"),
    "cap": ("", "<figure><img src='x.jpg'><figcaption>{}</figcaption></figure>", ""),
    "a": ("", "<p><a href='/x'>{}</a></p>", ""),
    "btn": ("<div>", "<button>{}</button>", "</div>"),
    "box": ("<div class='promo'>", "<p>{}</p>", "</div>"),
    "com": ("<div class='comments'>", "<p>{}</p>", "</div>"),
    "bq": ("<blockquote>", "<p>{}</p>", "</blockquote>"),
    "t": ("", "<time>{}</time>", ""),
    "foot": ("<footer>", "<p>{}</p>", "</footer>"),
}
CONTAINERS = {
    "article": "<main><article class='article-body'>",
    "content": "<div id='wrap'><div class='col-8 content'>",
    "nameless": "<div class='css-1q'><div class='css-9z'>",
}


@dataclass(frozen=True)
class Page:
    language: str
    facts: dict[str, str]
    lines: list[tuple[str, str, str]]

    def marked(self, mark: str) -> Counter[str]:
        return Counter(text for found, _, text in self.lines if found == mark)


def load(path: Path) -> Page:
    facts, lines = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        head, text = line.split(" ", 1)
        if head.startswith("@"):
            facts[head[1:]] = text
        else:
            lines.append((head[0], head[1:], text))
    return Page(path.stem[:2], facts, lines)


def pasted(page: Page, *, airy: bool) -> str:
    """Return the page as copied in two ways: with blank lines and list markers, or as bare lines."""
    if not airy:
        return "\n".join(text for _, _, text in page.lines)
    return "\n".join(
        ("  * " if tag == "li" else "") + text + ("\n" if tag in GAPS else "") for _, tag, text in page.lines
    )


def saved(page: Page, container: str) -> str:
    parts = []
    for tag, group in groupby(page.lines, key=lambda line: line[1]):
        before, each, after = ROUND.get(tag, ("", f"<{tag}>{{}}</{tag}>", ""))
        markup = before + "".join(each.format(escape(text)) for _, _, text in group) + after
        opened = CONTAINERS[container] if tag == "h1" else ""
        parts.append(opened + markup)
    head = f"<head><meta charset='utf-8'><title>{escape(page.facts['title'])} - Site</title></head>"
    body = "\n".join(parts)
    if container == "nameless":
        body = body.replace("class='promo'", "class='css-k3'").replace("class='comments'", "class='css-k4'")
    return f"<!DOCTYPE html><html lang='{page.language}'>{head}<body>{body}</body></html>"


def assert_read(article: Article, page: Page) -> None:
    found, body = Counter(article.text.split(PARAGRAPH_BREAK)), page.marked("+")
    assert not [text for text in body if text not in article.text]
    assert not [text for text in page.marked("-") if found[text] > body[text]]
    for fact, value in page.facts.items():
        assert getattr(article, fact) == value
    for fact in ("author", "published"):
        assert getattr(article, fact) == page.facts.get(fact)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pasted(tmp_path: Path, path: Path) -> None:
    page = load(path)
    for name, airy in (("airy.txt", True), ("bare.txt", False)):
        assert_read(article_of(tmp_path / name, pasted(page, airy=airy)), page)


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_saved(tmp_path: Path, path: Path, container: str) -> None:
    page = load(path)
    assert_read(article_of(tmp_path / "page.html", saved(page, container)), page)


TOLD = (
    "The town council met on Monday evening to talk about the old brickworks, which has stood empty since 2009. More "
    "than eighty people came to the meeting, most of them from the streets behind the canal.",
    "Councillor Edith Varley said that the site was too large for houses alone, and too wet for a supermarket. She "
    "proposed workshops on the ground floor and flats above, with a path along the water.",
    "The cost is put at eleven million pounds, of which the region would pay a third. Nobody asked for the rest.",
    "A walker found the missing ledger of 1911 in a tin box under the stairs of the lodge, the museum said.",
)
AD = "<div class='ad'>Advertisement</div>"


def in_parts(before: str, after: str) -> str:
    parts = AD.join(
        f"{before}{''.join(f'<p>{text}</p>' for text in part)}{after}" for part in (TOLD[:2], TOLD[2:3], TOLD[3:])
    )
    return f"<main><h1>The old brickworks</h1>{parts}</main><footer>© 2024 Wexmere News</footer>"


@pytest.mark.parametrize(
    "body",
    [
        in_parts("<div class='article-body'>", "</div>"),
        in_parts("<article class='block' id='b7'>", "</article>"),
        in_parts("<section class='post'>", "</section>"),
        f"<article><h1>The old brickworks</h1>{''.join(f'<p>{it}</p>' for it in TOLD[:2])}"
        f"<div><b>Nobody knows.</b> {TOLD[2]}</div><p>{TOLD[3]}</p></article>",
    ],
    ids=["bodies", "articles", "sections", "bare"],
)
def test_a_text_in_several_parts_is_whole(tmp_path: Path, body: str) -> None:
    text = article_of(tmp_path / "page.html", f"<html lang='en'><body>{body}</body></html>").text
    assert [told for told in TOLD if told not in text] == []
    assert "Advertisement" not in text


@pytest.mark.parametrize("box", ["<button>1</button>", "<aside>Note</aside>", "<figure><img></figure>"])
def test_a_paragraph_around_a_box_is_read_once(tmp_path: Path, box: str) -> None:
    paragraphs = "".join(f"<p>{text.replace(' in a tin', f'{box} in a tin')}</p>" for text in TOLD)
    page = f"<html lang='en'><body><article><h1>The old brickworks</h1>{paragraphs}</article></body></html>"
    assert article_of(tmp_path / "page.html", page).text == PARAGRAPH_BREAK.join(TOLD)


def test_what_stands_below_another_articles_headline_stays_out(tmp_path: Path) -> None:
    teaser = "Drivers face long detours from Monday to Thursday while the northern stretch is resurfaced by night."
    card = f"<article><{{}}>Ring road to close</{{}}><p>{teaser}</p></article>"
    told = "".join(f"<p>{text}</p>" for text in TOLD)
    for opened, closed in (("h1", "h1"), ("h2><a href='/x'", "a></h2")):
        other = card.format(opened, closed)
        for head in ("{}", "<article>{}</article>"):
            own = f"<article>{head.format('<h1>The old brickworks</h1>')}{told}</article>"
            page = f"<html lang='en'><body>{own}{other}</body></html>"
            assert article_of(tmp_path / "page.html", page).text == PARAGRAPH_BREAK.join(TOLD)


@pytest.mark.parametrize("tag", ["article", "div"])
def test_cards_of_other_articles_above_the_headline_stay_out(tmp_path: Path, tag: str) -> None:
    teaser = "The leader of the council blamed the cost of care for adults and children, which has doubled since."
    card = f"<article><h2><a href='/x'>Council tax to rise</a></h2><p>{teaser}</p></article>"
    own = f"<{tag}><h1>The old brickworks</h1>{''.join(f'<p>{text}</p>' for text in TOLD)}</{tag}>"
    page = f"<html lang='en'><body><section>{card}</section>{own}<section>{card}</section></body></html>"
    assert article_of(tmp_path / "page.html", page).text == PARAGRAPH_BREAK.join(TOLD)


def test_entries_with_linked_headings_are_no_cards(tmp_path: Path) -> None:
    entries = "".join(
        f"<article><h2><a href='#{n}'>Entry {n}</a></h2><p>{text}</p></article>" for n, text in enumerate(TOLD)
    )
    page = f"<html lang='en'><body><main><h1>The day in brief</h1>{entries}</main></body></html>"
    text = article_of(tmp_path / "page.html", page).text
    assert [told for told in TOLD if told not in text] == []


def test_of_questions_and_answers_only_the_answers_are_read(tmp_path: Path) -> None:
    """The question has all the words of the one that its answers answer, and would be quoted."""

    def post(kind: str, text: str, more: str = "") -> str:
        return (
            f"<div itemscope itemtype='https://schema.org/{kind}'><div itemprop='text'><p>{text}</p></div>{more}</div>"
        )

    asked = (
        "How were the drums counted? I counted the drums of the old brickworks and found a number that was too small."
    )
    answers = "".join(post("Answer", text) for text in TOLD)
    page = f"<html lang='en'><body><h1>Counting drums</h1>{post('Question', asked, answers)}</body></html>"
    assert article_of(tmp_path / "page.html", page).text == PARAGRAPH_BREAK.join(TOLD)
    alone = f"<html lang='en'><body><h1>Counting drums</h1>{post('Question', asked)}</body></html>"
    assert article_of(tmp_path / "page.html", alone).text == asked


def test_a_conversation_in_a_list_of_terms_keeps_its_questions(tmp_path: Path) -> None:
    turns = [("Host", "How many drums were there?"), ("Ann Lee", f"Eight. {TOLD[2]}"), ("Host", "Who had counted?")]
    terms = "".join(f"<dt>{name} <time>00:0{n}:41</time></dt><dd>{told}</dd>" for n, (name, told) in enumerate(turns))
    more = f"<dt>Host</dt><dd>Did you look?</dd><dt>Ann Lee</dt><dd>{TOLD[3]}</dd>"
    above = "".join(f"<p>{text}</p>" for text in TOLD[:2])
    page = f"<html><body><article><h1>The ledger</h1>{above}<dl>{terms}{more}</dl></article></body></html>"
    text = article_of(tmp_path / "page.html", page).text
    assert [told for _, told in turns if told not in text] == []


def test_a_page_whose_paragraphs_are_no_paragraphs_has_some(tmp_path: Path) -> None:
    told = "".join(f"<div class='css-p1'>{text}</div>" for text in TOLD)
    top = "<div><button>Menu</button></div><h1>The old brickworks</h1><div><span>2 Dec 2024</span></div>"
    more = "<div>More on this story</div><a href='/x'>The ring road closes</a>"
    page = f"<html lang='en'><title>The old brickworks</title><body><div>{top}{told}{more}</div></body></html>"
    article = article_of(tmp_path / "page.html", page)
    assert (article.text.split(PARAGRAPH_BREAK), article.published) == ([*TOLD], "2024-12-02")


def test_a_page_without_text_has_no_code_for_text(tmp_path: Path) -> None:
    noscript = "<noscript>You need to enable JavaScript to run this app.</noscript>"
    for kind in ("application/json", "application/ld+json"):
        script = f"<script type='{kind}'>{{'body': '{TOLD[0]}'}}</script>"
        page = f"<html lang='en'><title>The old brickworks</title><body><div>{noscript}</div>{script}</body></html>"
        assert "no article text" in str(failure_of(tmp_path / "page.html", page))
