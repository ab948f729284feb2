"""Invented pages of many kinds and languages, pasted and saved: the body is kept whole and nothing else gets in.

A line of a page is a mark (`+` body, `-` to be dropped, `=` headline, byline, date, `~` either), a tag, and its text.
"""

from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from retrieval.articles import read_articles
from retrieval.types import PARAGRAPH_BREAK, Article

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
    """As two ways of copying give it: with blank lines and marks of lists, or bare lines."""
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


def article_of(folder: Path, name: str, content: str) -> Article:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    (article,) = read_articles(path)
    assert isinstance(article, Article), article
    return article


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
        assert_read(article_of(tmp_path, name, pasted(page, airy=airy)), page)


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_saved(tmp_path: Path, path: Path, container: str) -> None:
    page = load(path)
    assert_read(article_of(tmp_path, "page.html", saved(page, container)), page)
