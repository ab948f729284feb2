"""Author and date of saved pages, written in many languages: those of the article, not of the teasers around it."""

import json
from pathlib import Path
from typing import Any

import pytest

from retrieval.articles.dates import find_dates
from retrieval.types import Article

from .reading import article_of

TITLE = "The last night train to Valdeverde"
BODY = (
    "The last night train to Valdeverde will leave the capital in spring, after seventy-one years, the company said.",
    "The mayors do not dispute the figures, but the cause. A train that is late every other day is taken by nobody.",
    "For decades it was the only way to reach the hospital without a night away from home, they say.",
)
PEOPLE = [{"@type": "Person", "name": "Rosa Ibáñez"}, {"@type": "Person", "name": "Ben Arkle"}]
ARTICLE = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2022-01-19T05:40:00+01:00",
    "dateModified": "2022-02-03T10:00:00+01:00",
    "author": PEOPLE,
}
SITE = {"@type": "WebSite", "name": "The Valley Post"}
OWNER = {"@type": "NewsMediaOrganization", "name": "The Valley Post", "foundingDate": "1921-01-01"}
VIDEO = {"@type": "VideoObject", "name": "Night train video", "uploadDate": "2019-05-05"}


def linked(*things: Any) -> str:
    return "".join(f"<script type='application/ld+json'>{json.dumps(thing)}</script>" for thing in things)


def read(folder: Path, *, head: str = "", top: str = "", language: str = "en", body: tuple[str, ...] = BODY) -> Article:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    article = article_of(
        folder / "page.html",
        f"<!doctype html><html lang='{language}'><head><title>{TITLE} | The Valley Post</title>{head}</head><body>"
        f"<main><article><h1>{TITLE}</h1>{top}{paragraphs}</article></main>"
        "<footer>© 2024 The Valley Post</footer></body></html>",
    )
    assert article.title == TITLE
    assert all(paragraph in article.text for paragraph in body)
    return article


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (linked(SITE, OWNER, VIDEO, ARTICLE), "Rosa Ibáñez, Ben Arkle"),
        (linked([VIDEO, ARTICLE]), "Rosa Ibáñez, Ben Arkle"),
        (
            linked({"@graph": [SITE, {**PEOPLE[0], "@id": "#p"}, {**ARTICLE, "author": {"@id": "#p"}}]}),
            "Rosa Ibáñez",
        ),
        (
            '<script type=\'application/ld+json\'>{"@type":"NewsArticle",}</script><meta name=author'
            " content='By Rosa Ibáñez'><meta property='article:published_time' content='2022-01-19T04:40:00Z'>",
            "Rosa Ibáñez",
        ),
    ],
    ids=["several blocks", "array", "graph", "broken"],
)
def test_what_a_page_says_of_itself(tmp_path: Path, head: str, author: str) -> None:
    article = read(tmp_path, head=head)
    assert article.published
    assert (article.published[:10], article.author) == ("2022-01-19", author)


@pytest.mark.parametrize(
    ("language", "top", "day", "author"),
    [
        (
            "en",
            "<p>By Rosa Ibáñez</p><p>Updated 3 February 2022</p><p>Published January 19, 2022</p>",
            19,
            "Rosa Ibáñez",
        ),
        ("en", "<p>Updated <time>3 February 2022</time>, first published <time>19 January 2022</time></p>", 19, None),
        (
            "en",
            "<aside><li><time datetime='2024-05-05'>5 May 2024</time> Other</li></aside><p>Jan 19, 2022</p>",
            19,
            None,
        ),
        ("en", "<p>03/02/2022</p>", None, None),
        ("de", "<p>Von Katrin Osswald</p><p>19. Januar 2022, 05:40 Uhr</p>", 19, "Katrin Osswald"),
        ("de", "<p>Stand: 19.01.2022, 05:40 Uhr</p><p>Von: Katrin Osswald</p>", 19, "Katrin Osswald"),
        ("de", "<p>Stand: 03.02.2022 | Veröffentlicht am 19.01.22</p>", 19, None),
        ("fr", "<p>Par Delphine Carat</p><p>Publié le mercredi 19 janvier 2022 à 5h40</p>", 19, "Delphine Carat"),
        ("es", "<p>Por Rosa Ibáñez</p><p>Miércoles, 19 de enero de 2022</p>", 19, "Rosa Ibáñez"),
        ("es", "<p>12/01/2022</p>", 12, None),
        ("ru", "<p>Автор: Павел Дорохов</p><p>19 января 2022 г., 05:40</p>", 19, "Павел Дорохов"),
        ("uk", "<p>Оксана Гриценко</p><p>19 січня 2022, 05:40</p>", 19, "Оксана Гриценко"),
        ("uk", "<p>19 січ. 2022, 05:40</p>", 19, None),
        ("pl", "<p>Agnieszka Rutkowska</p><p>19 stycznia 2022 r.</p>", 19, "Agnieszka Rutkowska"),
        ("it", "<p>di Giulia Ferrante</p><p>19 Gennaio 2022</p>", 19, "Giulia Ferrante"),
        ("pt", "<p>Por Marcos Teles, G1</p><p>19/01/2022 05h40</p>", 19, "Marcos Teles"),
        ("nl", "<p>Door Femke de Wit</p><p>19 jan. 2022</p>", 19, "Femke de Wit"),
        ("sv", "<p>Av Karin Holm</p><p>Publicerad 19 januari 2022</p>", 19, "Karin Holm"),
        ("tr", "<p>19 Ocak 2022, Çarşamba</p>", 19, None),
        ("ar", "<p>19 يناير 2022</p>", 19, None),
        ("el", "<p>19 Ιανουαρίου 2022</p>", 19, None),
        ("ja", "<p>2022年1月19日 5時40分</p>", 19, None),
        ("ko", "<p>2022년 1월 19일</p>", 19, None),
        ("hi", "<p>19 जनवरी 2022</p>", 19, None),
        ("fa", "<p>نویسنده: سارا احمدی</p><p>۱۹ ژانویه ۲۰۲۲</p>", 19, "سارا احمدی"),
        ("he", "<p>מאת נועה לוי</p><p>19 בינואר 2022</p>", 19, "נועה לוי"),
        ("ar", "<p>بقلم ليلى حداد</p><p>19 يناير 2022</p>", 19, "ليلى حداد"),
    ],
)
def test_what_stands_by_the_headline(
    tmp_path: Path, language: str, top: str, day: int | None, author: str | None
) -> None:
    article = read(tmp_path, language=language, top=top)
    assert (article.published, article.author) == (f"2022-01-{day}" if day else None, author)


def test_months_are_read_in_any_case() -> None:
    text = "3 NİSAN 2024, 4 HAZİRAN 2024, 5 KASIM 2024, 6 kasim 2024, 7 Auguſt 2024, 8 Μαΐου 2024"
    assert [day for _, day in find_dates(text)] == [
        *("2024-04-03", "2024-06-04", "2024-11-05", "2024-11-06", "2024-08-07", "2024-05-08"),
    ]


def test_months_are_read_as_they_are_shortened() -> None:
    text = (
        "12. Jän. 2020, 3 лют 2023, 12 бер. 2020, 3 трав. 2024, 4 черв. 2021, 5 лип. 2021, 6 серп 2021, 7 верес. 2021, "
        "8 жовт 2021, 1 лист. 2021, 7 нояб. 2021"
    )
    assert [int(day[5:7]) for _, day in find_dates(text)] == [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 11]


def test_a_year_of_two_digits_is_of_the_last_hundred_years() -> None:
    assert [day for _, day in find_dates("12.04.98, 12.04.69, 12.04.24")] == ["1998-04-12", "1969-04-12", "2024-04-12"]


def test_a_date_in_the_story_is_the_storys(tmp_path: Path) -> None:
    assert read(tmp_path, body=(*BODY, "The bridge was opened by the king on 4 May 1931, a Monday.")).published is None


def test_a_dateline_dates(tmp_path: Path) -> None:
    article = read(tmp_path, body=(f"VALDEVERDE, Jan. 19, 2022 – {BODY[0]}", *BODY[1:]))
    assert (article.published, dict(article.provenance)["published"]) == ("2022-01-19", "dateline")


@pytest.mark.parametrize("told", ["The Lake Courier, 9 October 2024. ", "Каменский вестник, 9 октября 2024. "])
def test_a_dateline_names_the_paper(tmp_path: Path, told: str) -> None:
    """Pasted without a line of its own for it; a place and a day in a story are not of this kind."""
    article = read(tmp_path, body=(told + BODY[0], *BODY[1:]))
    assert (article.source, article.published) == (told.split(",", maxsplit=1)[0], "2024-10-09")
    story = read(tmp_path, body=("Ida Holm, 4 May 1931. " + BODY[0], *BODY[1:]))
    assert (story.source, story.published) == (None, None)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Rosa Ibáñez - Continental Press", "Rosa Ibáñez"),
        ("By Rosa Ibáñez, Staff Reporter", "Rosa Ibáñez"),
        ("By Rosa Ibáñez, Political Editor", "Rosa Ibáñez"),
        ("By ROSA IBÁÑEZ<br>Sentinel Staff Writer", "ROSA IBÁÑEZ"),
        ("ROSA IBÁÑEZ <span>Catedrática de Urbanismo</span>", "ROSA IBÁÑEZ"),
        ("M. Á. Ibáñez / Castellón", "M. Á. Ibáñez"),
        ("Words by Rosa Ibáñez · Photographs by Ben Arkle", "Rosa Ibáñez"),
        ("Rosa Ibáñez for the Wexmere News", "Rosa Ibáñez"),
        ("By our correspondent Rosa Ibáñez", "Rosa Ibáñez"),
        ("Von unserem Redakteur Karl Vogt", "Karl Vogt"),
        ("Karl Vogt, Berlin", "Karl Vogt"),
        ("Propos recueillis par Étienne Vasseur et Lou Kerbrat", "Étienne Vasseur, Lou Kerbrat"),
        ("Claire Dubois, à Lyon", "Claire Dubois"),
        ("Por Ana Gil y Luis Mora. Valencia", "Ana Gil, Luis Mora"),
        ("Texto: Ana Gil | Fotos: Luis Mora", "Ana Gil"),
        ("Текст: Ольга Мирзоева", "Ольга Мирзоева"),
        ("Ольга Мирзоева, корреспондент «Вестника»", "Ольга Мирзоева"),
        ("Оксана Дячук, для «Хвилі»", "Оксана Дячук"),
        ("Rosa Ibáñez, Ben Arkle, and Ann Lee", "Rosa Ibáñez, Ben Arkle, Ann Lee"),
        ("Rosa Ibáñez, Continental Press", "Rosa Ibáñez"),
        ("Prof. Rosa Ibáñez", "Prof. Rosa Ibáñez"),
        ("Marie-Anne de la Tour d'Auvergne", "Marie-Anne de la Tour d'Auvergne"),
        ("J. K. Rowling", "J. K. Rowling"),
        ("NEW WORK Experience", "NEW WORK Experience"),
        ("Редакція", "Редакція"),
        ("admin", None),
    ],
)
def test_a_name_is_told_from_role_place_and_paper(tmp_path: Path, byline: str, author: str | None) -> None:
    assert read(tmp_path, top=f"<p class='byline'>{byline}</p>").author == author
    name = byline.replace("<br>", " ").replace("<span>", "").replace("</span>", "")
    assert read(tmp_path, head=linked({**ARTICLE, "author": {"name": name}})).author == author


@pytest.mark.parametrize(
    ("top", "head"),
    [
        ("<h1><a href='/'>The Valley Post</a></h1><h2 class='entry-title'>{}</h2>", "The Valley Post » {}"),
        ("<h1><a href='https://p.example'>The Valley Post</a></h1><h2>{}</h2>", "{} – The Valley Post"),
        ("<h1>The Valley Post</h1><h3 class='post-title entry-title'>{}</h3>", "The Valley Post: {}"),
        ("<h1><a href='/'>The Valley Post</a></h1>", "The Valley Post: {}"),
        ("<h1>{}</h1>", "Parish letter 4/2016"),
        ("<h1>{}<a class='headerlink' href='#a'>¶</a></h1>", "{} — Manual"),
        ("<h1>The Valley Post</h1>", "{}"),
        ("<h1><a href='/2022/a'>{}</a></h1>", "Valley"),
        ("<h1><a name='top'>{}</a></h1><h2>The mayors</h2>", "{} - Valley"),
        ("<h1><a href='#'>{}</a></h1><h2>The mayors</h2>", "{} - Valley"),
    ],
)
def test_the_headline_is_not_the_sites_name(tmp_path: Path, top: str, head: str) -> None:
    path = tmp_path / "page.html"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    path.write_text(
        f"<!doctype html><title>{head.format(TITLE)}</title><article>{top.format(TITLE)}{body}</article>",
        encoding="utf-8",
    )
    article = article_of(path)
    assert article.title == TITLE
    assert (article.source is not None) == any(home in top for home in ("href='/'>", "p.example"))


@pytest.mark.parametrize("line", ["Updated: 19 January 2022", "Stand: 19.01.2022", "Обновлено 19 января 2022"])
def test_where_no_other_day_is_known_that_of_an_update_is(tmp_path: Path, line: str) -> None:
    article = read(tmp_path, top=f"<p>{line}</p>")
    assert (article.published, dict(article.provenance)["published"]) == ("2022-01-19", "date of the update")


@pytest.mark.parametrize("said", ["20220119", "20220119T054000Z", "19-Jan-2022"])
def test_a_day_as_programs_write_it(tmp_path: Path, said: str) -> None:
    assert read(tmp_path, head=f"<meta name=pubdate content={said}>").published == "2022-01-19"


@pytest.mark.parametrize(
    ("label", "data", "author"),
    [
        (None, "3 minutes", None),
        (None, "Rosa Ibáñez", "Rosa Ibáñez"),
        ("Written by", "Rosa Ibáñez", "Rosa Ibáñez"),
        ("Verfasst von", "Rosa Ibáñez", "Rosa Ibáñez"),
        ("Написано автором", "Роса Ибаньес", "Роса Ибаньес"),
        ("Price", "$20", None),
        ("Filed under", "Local News", None),
    ],
)
def test_a_label_says_whether_a_cards_data_name_the_author(
    tmp_path: Path, label: str | None, data: str, author: str | None
) -> None:
    labelled = f"<meta name='twitter:label1' content='{label}'>" if label else ""
    assert read(tmp_path, head=f"{labelled}<meta name='twitter:data1' content='{data}'>").author == author


def test_a_microformat_names_author_and_day_as_one_of_a_comment_does_not(tmp_path: Path) -> None:
    marked = '<p>{} <a class="p-author h-card">{}</a>, <time class="dt-published" datetime="{}">then</time></p>'
    own, other = marked.format("", "Rosa Ibáñez", "2022-01-19"), marked.format("Fine!", "Ben Arkle", "2022-01-20")
    below = f"<footer>{own}</footer><div class='p-comment h-cite'>{other}</div>"
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{BODY[0]}{below}</article>"
    article = article_of(tmp_path / "page.html", page)
    assert (article.author, article.published) == ("Rosa Ibáñez", "2022-01-19")


def test_a_heading_below_text_is_no_title(tmp_path: Path) -> None:
    """As in what Substack exports: pages without a title, whose only heading may be that of a section."""
    for above, below, title in ((BODY[:1], BODY[1:], None), ((), BODY, TITLE)):
        page = f"{''.join(map('<p>{}</p>'.format, above))}<h2>{TITLE}</h2>{''.join(map('<p>{}</p>'.format, below))}"
        article = article_of(tmp_path / "page.html", page)
        assert (article.title, TITLE in article.text.split("\n\n")) == (title, title is None)


def test_the_sites_own_name_is_no_author(tmp_path: Path) -> None:
    named = "<meta name=author content='The Valley Post'><meta property='og:site_name' content='The Valley Post'>"
    assert read(tmp_path, head=named, top="<p>By Rosa Ibáñez</p>").author == "Rosa Ibáñez"


def test_staff_is_no_author_where_a_byline_names_one(tmp_path: Path) -> None:
    for staff in ("Editorial staff", "Redaktion", "Rédaction", "Редакція", "Wexmere Newsroom"):
        head = linked({**ARTICLE, "author": {"@type": "Organization", "name": staff}})
        assert read(tmp_path, head=head, top="<p>By Rosa Ibáñez</p>").author == "Rosa Ibáñez"
        assert read(tmp_path, head=head).author == staff


def test_a_short_post_is_not_dated_by_its_comments(tmp_path: Path) -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    comment = "<dl><dt>Pat <span>20 January 2022 at 08:11</span></dt><dd>Thanks for sharing.</dd></dl>"
    page = f"<h2>Wednesday, 19 January 2022</h2><h3 class='post-title'>{TITLE}</h3><div>{told}</div>{comment}"
    article = article_of(tmp_path / "page.html", f"<html lang=en><title>{TITLE}</title><body>{page}</body></html>")
    assert article.published == "2022-01-19"


NOTE = "<div{}><p><a id='{}'>1</a> Minutes of 2 April.</p></div>"


@pytest.mark.parametrize(
    ("meta", "body"),
    [
        ("<meta name=Generator content='Microsoft Word 15'><title>Draft v3</title>", "<body>{}<h2>{}</h2>{}"),
        (
            "<meta name='generator' content='LibreOffice 7.4'><meta name='created' content='2018-05-05T10:00:00'>",
            "<body><div title='header'><p>Bulletin 41</p></div>{}<h2>{}</h2>{}" + NOTE.format(" id='sdfootnote1'", "s"),
        ),
        ("", "<body class='c7 doc-content'>{}<h2>{}</h2>{}" + NOTE.format("", "ftnt1")),
    ],
    ids=["Word", "LibreOffice", "Google Docs"],
)
def test_a_page_saved_by_a_word_processor_is_a_document(tmp_path: Path, meta: str, body: str) -> None:
    head = f"<p class=title>{TITLE}</p><p>By Rosa Ibáñez</p><p>19 January 2022</p><p>{BODY[0]}</p>"
    markup = body.format(head, "Seventy-one years", "".join(f"<p>{it}</p>" for it in BODY[1:]))
    article = article_of(tmp_path / "page.html", f"<html><head>{meta}</head>{markup}</body></html>")
    assert (article.title, article.author, article.published) == (TITLE, "Rosa Ibáñez", "2022-01-19")
    assert article.text.split("\n\n") == [BODY[0], "Seventy-one years", *BODY[1:]]


@pytest.mark.parametrize("mark", ["·", "1."])
def test_a_list_by_word_is_read_without_its_marks(tmp_path: Path, mark: str) -> None:
    item = f"<p class=MsoListParagraph><span><span style='mso-list:Ignore'>{mark}&nbsp; </span></span>{BODY[1]}</p>"
    page = f"<html><head><meta name=Generator content='Microsoft Word 15'></head><p>{BODY[0]}</p>{item}</html>"
    assert article_of(tmp_path / "page.html", page).text.split("\n\n") == list(BODY[:2])


@pytest.mark.parametrize("title", ["大桥关闭_新闻中心_湖网", "大桥因维修关闭：湖网"])
def test_a_headline_without_spaces_is_known_by_its_characters(tmp_path: Path, title: str) -> None:
    told = "市议会星期一晚上经过长时间的讨论决定关闭大桥。维修工作将于三月开始，在那之前公交车将沿湖边行驶。"
    page = f"<html><head><title>{title}</title></head><body><article><h1>大桥关闭</h1><p>2024年3月5日</p><p>{told}</p>"
    article = article_of(tmp_path / "a.html", page)
    assert (article.title, article.published, article.text) == ("大桥关闭", "2024-03-05", told)
