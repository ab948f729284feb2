"""Text on pasted pages that is not part of the article is dropped, with a reason for each dropped block."""

import re
from pathlib import Path

import pytest

from retrieval.articles.boilerplate import phrases
from retrieval.articles.boilerplate.patterns import Phrases
from retrieval.articles.pasted import text_blocks
from retrieval.types import PARAGRAPH_BREAK, Article

from .reading import article_of

DATA = Path(__file__).parent / "data"

# Number of paragraphs, including subheadings.
BODY_PARAGRAPHS = {"en": 7, "ru": 4, "de": 5, "es": 4, "fr": 4}

FIRST_AND_LAST = {
    "en": ("The ferry between Grenvik", "until the end of January."),
    "ru": ("Городская библиотека в Озёрске", "вход на неё свободный."),
    "de": ("Die Brauerei Tannberg will", "in neun Jahren bezahlt macht."),
    "es": ("El faro de Punta Clara volverá a guiar", "los habitantes de la comarca."),
    "fr": ("L’école de Vallombre ne fermera", "bientôt mis en location."),
}

NUMBERS = ("Nine", "Eight", "Seven", "Six", "Five", "Four")

HEADS = {
    "en": ("Ferry to Saltholm stops for the winter as hull cracks are found", "Nora Lindqvist", "2023-11-14"),
    "ru": ("Библиотека в Озёрске открылась после трёх лет ремонта", "Ирина Соколова", "2022-03-07"),
    "de": ("Kleine Brauerei in Tannberg stellt auf Sonnenstrom um", "Jonas Keller", "2021-06-03"),
    "es": ("El faro de Punta Clara volverá a encenderse después de doce años", "Lucía Herrero", "2020-09-22"),
    "fr": ("À Vallombre, une école de village sauvée par ses anciens élèves", "Claire Morel", "2019-01-12"),
}


def pasted(folder: Path, text: str) -> Article:
    return article_of(folder / "pasted.txt", text)


def rule_of(article: Article, beginning: str) -> str:
    (rule,) = {block.rule for block in article.dropped if block.text.startswith(beginning)}
    return rule


@pytest.mark.parametrize("language", BODY_PARAGRAPHS)
def test_the_body_is_whole_and_nothing_else_is_in_it(language: str) -> None:
    article = article_of(DATA / f"pasted_{language}.txt")
    paragraphs = article.text.split(PARAGRAPH_BREAK)
    first, last = FIRST_AND_LAST[language]
    assert len(paragraphs) == BODY_PARAGRAPHS[language]
    assert paragraphs[0].startswith(first)
    assert paragraphs[-1].endswith(last)


@pytest.mark.parametrize("language", HEADS)
def test_headline_byline_and_date_are_read_from_the_head(language: str) -> None:
    article = article_of(DATA / f"pasted_{language}.txt")
    assert (article.title, article.author, article.published) == HEADS[language]
    assert article.language == language
    assert dict(article.provenance)["published"] == "date line"


@pytest.mark.parametrize(
    ("language", "source", "place"),
    [("en", "Harbour Gazette", "source line"), ("fr", "Le Courrier des Vallées", "copyright line")],
)
def test_the_publisher_is_read_where_the_page_names_it(language: str, source: str, place: str) -> None:
    article = article_of(DATA / f"pasted_{language}.txt")
    assert article.source == source
    assert dict(article.provenance)["source"] == place


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Aldermoor Evening Post, 14 January 2025", "Aldermoor Evening Post"),
        ("Der Seekurier | 3. März 2024", "Der Seekurier"),
        ("Aldermoor Messenger, 14 January 2025", "Aldermoor Messenger"),
        ("The Meridian, 14 January 2025", "The Meridian"),
        ("Salt Lake City, 14 January 2025", None),
        ("The Hague, 14 January 2025", None),
        ("By the Chronicle's consumer desk, 14 January 2025", None),
        ("By the newsroom, Harrow Post, 14 January 2025", "Harrow Post"),
        ("Von der Redaktion, Harburger Post, 14. Januar 2025", "Harburger Post"),
        ("La rédaction, Le Courrier du Ponant, 14 janvier 2025", "Le Courrier du Ponant"),
        ("La Redacción, El Correo de Morelos, 14 de enero de 2025", "El Correo de Morelos"),
        ("От редакции, «Вестник Заречья», 14 января 2025", "Вестник Заречья"),
        ("Від редакції, «Косівський вісник», 14 січня 2025", "Косівський вісник"),
    ],
)
def test_a_line_with_a_paper_and_a_day_names_the_publisher(tmp_path: Path, line: str, source: str | None) -> None:
    body = "The average wait in the emergency ward rose to five hours in December, figures published on Tuesday show."
    article = pasted(tmp_path, f"Patients wait longer, but fewer give up\n\n{line}\n\n{body}\n\n{body} That is a lot.")
    assert (article.source, article.text.startswith("The average")) == (source, True)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Stadt Wexmer, Bürgerservice · Stand: 20. April 2026", "Stadt Wexmer, Bürgerservice"),
        ("Last updated 20 April 2026 | University of Wexmere", "University of Wexmere"),
        ("Администрация Заречинска — обновлено 20 апреля 2026", "Администрация Заречинска"),
        ("Politik und Stadt · Stand: 20. April 2026", None),
        ("Kev Marlow · Stand: 20. April 2026", None),
    ],
)
def test_a_page_of_a_body_names_it_beside_the_day_it_is_as_of(
    tmp_path: Path, suffix: str, line: str, source: str | None
) -> None:
    article = article_of(
        tmp_path / f"pasted{suffix}", "\n\n".join([f"# {TITLE}" if suffix == ".md" else TITLE, line, *BODY])
    )
    assert (article.source, article.published) == (source, "2026-04-20")
    assert article.text.split(PARAGRAPH_BREAK) == [*BODY]


BODY = (
    "Danny Holt came off the bench to score twice in the last nine minutes of a cup tie that seemed to be lost.",
    "The striker, who stacks shelves on weekdays, had not scored for the first team before Saturday afternoon.",
)


@pytest.mark.parametrize(
    ("head", "opening"),
    [
        ("Late goals send Holt's team through\nBy Kev Marlow\n8 February 2026", "Wexmere Town 3 Penrith Rovers 2"),
        ("Späte Tore: Holts Elf ist weiter\nSeekurier, 8. Februar 2026", "TSV Wexmer – SV Penn 3:2 (1:1)"),
        ("Поздние голы вывели команду Холта дальше\n8 февраля 2026", "«Вексмер» — «Пенрит» 3:2"),
    ],
)
def test_what_stands_under_the_byline_of_an_article_pasted_alone_is_its_own(
    tmp_path: Path, head: str, opening: str
) -> None:
    article = pasted(tmp_path, "\n\n".join([head, opening, *BODY]))
    assert article.title == head.partition("\n")[0]
    assert article.text.split(PARAGRAPH_BREAK) == [opening, *BODY]


@pytest.mark.parametrize(
    ("title", "line", "subheading"),
    [
        ("What to do this weekend in Wexmere", "By the newsroom, Harrow Post, 8 February 2026", "Sports Museum"),
        ("Cartas al director", "La Voz de Almadena, 8 de febrero de 2026", "The striker stacks shelves"),
        ("Courrier des lecteurs", "Le Courrier du Ponant, 8 février 2026", "A cup tie that seemed to be lost"),
    ],
)
def test_a_line_that_only_the_text_below_adjoins_is_its_first_subheading(
    tmp_path: Path, title: str, line: str, subheading: str
) -> None:
    first, second = BODY
    article = pasted(tmp_path, f"{title}\n{line}\n\n{subheading}\n{first}\n\nAnother One\n{second}")
    assert (article.title, article.author) == (title, None)
    assert article.text.split(PARAGRAPH_BREAK) == [subheading, first, "Another One", second]


@pytest.mark.parametrize(
    "signature",
    ["Walter Hembry\nCobbler's Lane, Millbrook", "Inga Reimers, Osterloh", "Олена Бондар\nм. Полтава"],
)
def test_a_letter_pasted_alone_keeps_its_signature(tmp_path: Path, signature: str) -> None:
    article = pasted(tmp_path, "\n\n".join(["Letter to the editor\nWexmere News, 10 April 2026", *BODY, signature]))
    assert article.source == "Wexmere News"
    assert article.text.split(PARAGRAPH_BREAK) == [*BODY, *signature.split("\n")]


def test_under_the_byline_of_a_page_its_buttons_stay_out(tmp_path: Path) -> None:
    head = "Late goals send Holt's team through\nBy Kev Marlow\n8 February 2026\nShare on Facebook\nSport today"
    article = pasted(tmp_path, "\n\n".join([head, *BODY, "Most read stories"]))
    assert article.text.split(PARAGRAPH_BREAK) == [*BODY]


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("By Jane Doe, The Lake Courier, May 17, 2025", "Jane Doe", "The Lake Courier"),
        ("The Lake Courier | 17 May 2025 | By Jane Doe and Tom Lark", "Jane Doe, Tom Lark", "The Lake Courier"),
        ("By Jane Doe for the Wexmere News, 17 May 2025", "Jane Doe", "Wexmere News"),
        ("Von Tobias Brinkmann, Halmstedter Anzeiger, 17. Mai 2025", "Tobias Brinkmann", "Halmstedter Anzeiger"),
        ("Par Claire Dubois (Le Courrier des Vallées), le 17 mai 2025", "Claire Dubois", "Le Courrier des Vallées"),
        ("Por Nicolás Urrutia. La Gaceta del Sur, 17 de mayo de 2025", "Nicolás Urrutia", "La Gaceta del Sur"),
        ("La Gaceta del Sur, 17 de mayo de 2025. Por Ana Gil y Luis Mora", "Ana Gil, Luis Mora", "La Gaceta del Sur"),
        ("Павел Дорохов, «Вечерний Заречинск», 17 мая 2025 г.", "Павел Дорохов", "Вечерний Заречинск"),
        ("Текст: Оксана Дячук. Вісник Полісся, 17 травня 2025", "Оксана Дячук", "Вісник Полісся"),
        ("Posted on 17 May 2025 by Jane Doe", "Jane Doe", None),
        ("Published 17 May 2025 by Jane Doe for the Lake Messenger", "Jane Doe", "Lake Messenger"),
        ("Comment by Jane Doe\nThe Meridian, 17 May 2025", "Jane Doe", "The Meridian"),
        ("Jane Doe, Lake Gazette\n17 May 2025, 21:30", "Jane Doe", "Lake Gazette"),
        ("By Jane Doe, Tom Lark and Ann Lee in Port Ansel, 17 May 2025", "Jane Doe, Tom Lark, Ann Lee", None),
        ("Jane Doe, 17 May 2025, The Lake Echo", "Jane Doe", "The Lake Echo"),
        ("Lac-Mer, 17 mai 2025\n\nReportage de Maëlle Le Guen", "Maëlle Le Guen", None),
        ("Revista del Lago, 17 de mayo de 2025. Entrevista de Ana Gil", "Ana Gil", "Revista del Lago"),
        ("Журнал «Озеро», 17 мая 2025\n\nБеседовал Павел Дорохов", "Павел Дорохов", "Озеро"),
        ("Geschrieben von Jane Doe am 17. Mai 2025", "Jane Doe", None),
        ("Rédigé par Claire Dubois le 17 mai 2025", "Claire Dubois", None),
        ("Escrito por Ana Gil\n17 de mayo de 2025", "Ana Gil", None),
        ("Написала Анна Руденко 17 мая 2025", "Анна Руденко", None),
        ("Опублікувала Оксана Дячук, 17 травня 2025", "Оксана Дячук", None),
        ("Авторка: Оксана Дячук, 17 травня 2025", "Оксана Дячук", None),
        ("The Lake Courier — 17 May 2025 — Jane Doe", "Jane Doe", "The Lake Courier"),
        ("Saturday 17 May 2025 · Jane Doe · Evening Standard", "Jane Doe", "Evening Standard"),
        ("Opinion — Jane Doe — Lake Courier — 17 May 2025", "Jane Doe", "Lake Courier"),
        ("Review · Jane Doe · 17 May 2025", "Jane Doe", None),
        ("Jane Doe | Politics | 17 May 2025 | 5 min read", "Jane Doe", None),
        ("Jane von Doe | Politics | 17 May 2025", "Jane von Doe", None),
        ("Frankfurter Rundschau vom 17. Mai 2025, von Jana Meier", "Jana Meier", "Frankfurter Rundschau"),
        ("Publié le 17 mai 2025 par Claire Dubois, Nice-Matin", "Claire Dubois", "Nice-Matin"),
        ("Publicado el 17 de mayo de 2025 por Ana Gil en La Gaceta", "Ana Gil", "La Gaceta"),
        ("Ana Gil, La Voz de Galicia, 17 de mayo de 2025", "Ana Gil", "La Voz de Galicia"),
        ("17 мая 2025 | Иван Петров | Новая газета", "Иван Петров", "Новая газета"),
        ("Автор: Иван Петров. «Вечерний Томск», 17 мая 2025", "Иван Петров", "Вечерний Томск"),
        ("Нижняя Тура — 17 мая 2025", None, None),
        ("Source: The Lake Courier, 17 May 2025", None, "The Lake Courier"),
    ],
)
def test_a_byline_names_author_paper_and_day(tmp_path: Path, line: str, author: str | None, source: str | None) -> None:
    body = "The average wait in the emergency ward rose to five hours in December, figures published on Tuesday show."
    article = pasted(tmp_path, f"Patients wait longer, but fewer give up\n\n{line}\n\n{body}\n\n{body} That is a lot.")
    assert (article.author, article.source, article.published) == (author, source, "2025-05-17")
    assert article.text.startswith(body)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Por la Dra. Nieves Arrizabal", "Dra. Nieves Arrizabal"),
        ("Por el doctor Nicolás Urrutia y la Dra. Ana Gil", "Nicolás Urrutia, Dra. Ana Gil"),
        ("Par le Dr Émile Carat", "Dr Émile Carat"),
        ("Par la professeure Delphine Carat", "Delphine Carat"),
        ("Von Prof. Dr. med. Katrin Osswald", "Prof. Dr. med. Katrin Osswald"),
        ("By Dr. Jane Doe and Prof. Tom Lark", "Dr. Jane Doe, Prof. Tom Lark"),
        ("Автор: к. м. н. Павел Дорохов", "к. м. н. Павел Дорохов"),
        ("Текст: лікарка Оксана Дячук", "Оксана Дячук"),
        ("By Ida Holm, Staff Reporter", "Ida Holm"),
        ("By IDA HOLM and R. PATHMAN Published: 5 March 2024", "IDA HOLM, R. PATHMAN"),
    ],
)
def test_what_stands_beside_a_name_is_understood(tmp_path: Path, line: str, author: str) -> None:
    article = pasted(tmp_path, "\n\n".join(["Late goals send Holt's team through", line, *BODY]))
    assert (article.author, article.text) == (author, PARAGRAPH_BREAK.join(BODY))


@pytest.mark.parametrize("line", ["Por la Casa Blanca", "Par la Suite Logique", "Von der Heimat Lied"])
def test_an_article_without_a_title_begins_no_name(tmp_path: Path, line: str) -> None:
    assert pasted(tmp_path, "\n\n".join(["Late goals send Holt's team through", line, *BODY])).author is None


@pytest.mark.parametrize(
    "line", ["17 мая 2025 г.", "17 травня 2025 р.", "Заречинск, 17 мая 2025 г.", "Зелена нива, 17 травня 2025 р."]
)
def test_a_year_may_end_with_a_short_word(tmp_path: Path, line: str) -> None:
    sentence = "Мост открыли 17 мая 1995 г."
    text = "\n".join(["Мост через реку", "Автор: Павел Дорохов", line, "", BODY[0], sentence, BODY[1]])
    article = pasted(tmp_path, text)
    assert article.published == "2025-05-17"
    assert article.text.split(PARAGRAPH_BREAK) == [BODY[0], sentence, BODY[1]]


TITLE = "Late goals send Holt's team through"
DAYS = {"en": "8 February 2026", "de": "8. Februar 2026", "ru": "8 февраля 2026", "uk": "8 лютого 2026"}


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    ("head", "author", "source"),
    [
        ("By Kev Marlow\nGarden Notebook\n8 February 2026", "Kev Marlow", "Garden Notebook"),
        ("By Kev Marlow\n\nGarden Notebook\n\n8 February 2026", "Kev Marlow", "Garden Notebook"),
        ("Von Kev Marlow\nTier & Garten\n8. Februar 2026", "Kev Marlow", "Tier & Garten"),
        ("Par Kev Marlow\n8 février 2026\nVivre en ville", "Kev Marlow", "Vivre en ville"),
        ("Por Ana Gil\n8 de febrero de 2026\n*Campo y Mar*", "Ana Gil", "Campo y Mar"),
        ("Por Ana Gil\nEl Semanal de Valdermosa, 8 de febrero de 2026", "Ana Gil", None),
        ("By Kev Marlow\n\n8 February 2026\n\nWexmere Press", "Kev Marlow", "Wexmere Press"),
        ("Автор: Павел Дорохов\n8 февраля 2026 г.\nВестник Заречья", "Павел Дорохов", "Вестник Заречья"),
        ("Вестник Заречья\n8 февраля 2026", None, "Вестник Заречья"),
        ("Оксана Дячук\n8 лютого 2026\nЗелена хвиля", "Оксана Дячук", "Зелена хвиля"),
        ("Зелена нива, 8 лютого 2026 р.\nОксана Дячук", "Оксана Дячук", None),
        ("8 лютого 2026\nЗелена хвиля", None, "Зелена хвиля"),
        ("Анна Доценко\n8 февраля 2026\nГазета «Южный причал»", "Анна Доценко", "Южный причал"),
        ("Reuters\nFeb. 8, 2026", None, "Reuters"),
        ("By Kev Marlow\n8 February 2026\nReuters", "Kev Marlow", "Reuters"),
        ("By Kev Marlow\nUpdated 9 February 2026\nPublished 8 February 2026\nTown Crier", "Kev Marlow", "Town Crier"),
        ("Open Encyclopaedia of Games\nLast revised 8 February 2026", None, "Open Encyclopaedia of Games"),
        (
            "By Kev Marlow\nTown Crier\nPublished on 8 February 2026 at 7.10am, updated on 9 February 2026 at 9.30am",
            "Kev Marlow",
            "Town Crier",
        ),
        (
            "Par Rémi Lacaze\nOuest-Matin\nPublié le 8 février 2026 à 07h10, mis à jour le 9 février 2026 à 9h30",
            "Rémi Lacaze",
            "Ouest-Matin",
        ),
        (
            "Ana Gil\nLa Voz de Sur\nPublicado el 8 de febrero de 2026, 7:10, actualizado el 9 de febrero de 2026",
            "Ana Gil",
            "La Voz de Sur",
        ),
        (
            "Jens Müller\nElmstedter Bote\nVeröffentlicht am 08.02.2026 um 7:10 Uhr, aktualisiert am 09.02.2026",
            "Jens Müller",
            "Elmstedter Bote",
        ),
        (
            "Анна Доценко\nСеверный причал\nОпубликовано 8 февраля 2026 в 7:10, обновлено 9 февраля 2026 в 9:30",
            "Анна Доценко",
            "Северный причал",
        ),
        (
            "Оксана Дячук\nЗелена хвиля\nОпубліковано 8 лютого 2026 о 7:10, оновлено 9 лютого 2026 о 9:30",
            "Оксана Дячук",
            "Зелена хвиля",
        ),
        ("Reuters / staff\nFree Shore\nUpdated: 8 February 2026", None, "Free Shore"),
        ("dpa/lni\nElmstedter Bote\nStand: 08.02.2026, 16:20 Uhr", None, "Elmstedter Bote"),
        ("Par AFP\nOuest-Matin\n8 février 2026", None, "Ouest-Matin"),
        ("EFE / Redacción\nLa Voz de Sur\n8 de febrero de 2026 - 21:15h", None, "La Voz de Sur"),
        ("РИА Новости\nСеверный причал\n8 февраля 2026", None, "Северный причал"),
        ("Редакція\nЗелена хвиля\n8 лютого 2026, 12:30", None, "Зелена хвиля"),
    ],
)
def test_a_line_of_a_pasted_head_names_the_paper(
    tmp_path: Path, suffix: str, head: str, author: str | None, source: str | None
) -> None:
    article = article_of(tmp_path / f"pasted{suffix}", f"{TITLE}\n{head}\n\n" + "\n\n".join(BODY))
    assert (article.title, article.author, article.source) == (TITLE, author, source)
    assert article.published == "2026-02-08"
    assert article.text.split(PARAGRAPH_BREAK) == [*BODY]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    ("head", "title", "author", "source"),
    [
        ("Chaos in Exmere\n\nFree Shore\nJane Miller\n{en}", "Chaos in Exmere", "Jane Miller", "Free Shore"),
        (
            "Паром встал\n\nСеверный причал\nКорреспондент Илья Холм\n{ru}",
            "Паром встал",
            "Илья Холм",
            "Северный причал",
        ),
        ("Chaos in Exmere\n\nJane Miller\nCoast Wire\n{en}", "Chaos in Exmere", "Jane Miller", "Coast Wire"),
        (
            "Express train derails in Exmere\nBy Jane Miller\n{en}\nThe Exmere Echo",
            "Express train derails in Exmere",
            "Jane Miller",
            "The Exmere Echo",
        ),
        (
            "Post in Elmstedt macht zu\nVon Jens Müller\n{de}\nElmstedter Bote",
            "Post in Elmstedt macht zu",
            "Jens Müller",
            "Elmstedter Bote",
        ),
        ("Exmere mourns\n\n{en}\nJane Miller\nFree Shore", "Exmere mourns", "Jane Miller", "Free Shore"),
        ("Exmere mourns\n\nIfe Adeyemi\nThe Exmere Echo, {en}", "Exmere mourns", "Ife Adeyemi", "The Exmere Echo"),
        ("Leben danach\n\nFreies Ufer\nJens Müller\n{de}", "Leben danach", "Jens Müller", "Freies Ufer"),
        ("Хаос в порту\n\nСвободный берег\nРоман Игнатьев\n{ru}", "Хаос в порту", "Роман Игнатьев", "Свободный берег"),
        ("Місто без світла\n\nГолос Заріччя\nЗеновій Куць\n{uk}", "Місто без світла", "Зеновій Куць", "Голос Заріччя"),
    ],
)
def test_title_paper_name_and_day_tell_each_other(
    tmp_path: Path, suffix: str, head: str, title: str, author: str, source: str
) -> None:
    article = article_of(tmp_path / f"pasted{suffix}", "\n\n".join([head.format(**DAYS), *BODY]))
    assert (article.title, article.author, article.source) == (title, author, source)
    assert (article.published, article.text.split(PARAGRAPH_BREAK)) == ("2026-02-08", [*BODY])


@pytest.mark.parametrize(
    ("newsroom", "source", "day"),
    [
        *(
            ("Staff report", "Free Shore", "en"),
            ("Editorial team", "Free Shore", "en"),
            ("Newsroom", "Free Shore", "en"),
        ),
        *(("Die Redaktion", "Freies Ufer", "de"), ("Pressestelle", "Freies Ufer", "de")),
        *(("Редакция", "«Свободный берег»", "ru"), ("Редакция «Берега»", "Свободный берег", "ru")),
        *(("Редакція", "«Голос Заріччя»", "uk"), ("Відділ новин", "Голос Заріччя", "uk")),
        ("La rédaction", "Le Libre Rivage", "en"),
        ("Redacción", "La Orilla Libre", "en"),
    ],
)
def test_a_newsroom_signs_like_a_person_but_is_no_author(tmp_path: Path, newsroom: str, source: str, day: str) -> None:
    article = pasted(tmp_path, "\n\n".join([f"Crane falls in the port\n\n{newsroom}\n{source}\n{DAYS[day]}", *BODY]))
    assert (article.title, article.author, article.source) == ("Crane falls in the port", None, source.strip("«»"))
    assert (article.published, article.text.split(PARAGRAPH_BREAK)) == ("2026-02-08", [*BODY])


@pytest.mark.parametrize(
    ("head", "title", "author", "source"),
    [
        ("The Exmere Echo\n{en}\n\nCrane falls\nJane Miller", "Crane falls", "Jane Miller", "The Exmere Echo"),
        ("Южный причал\n{ru}\n\nПадение крана в порту\nАнна Доценко",
         "Падение крана в порту", "Анна Доценко", "Южный причал"),
        ("Free Shore\n\nDanny Holt scores twice late\n\nJane Miller\n{en}",
         "Danny Holt scores twice late", "Jane Miller", "Free Shore"),
        ("The Exmere Echo\n{en}\n\nCrane falls", "Crane falls", None, "The Exmere Echo"),
        ("The Exmere Echo\n{en}\nNo news of the lost crane", "No news of the lost crane", None, "The Exmere Echo"),
        ("Port Ansel, {en}\n\nCrane falls\n\nJane Miller", "Crane falls", "Jane Miller", None),
        ("Sport\nCrane falls\nJane Miller\n{en}", "Crane falls", "Jane Miller", None),
        ("Crane falls\n\nA short subtitle\nJane Miller\n{en}", "Crane falls", "Jane Miller", None),
        ("Crane falls\n\nChief sports reporter\nJane Miller\n{en}", "Crane falls", "Jane Miller", None),
    ],
)  # fmt: skip
def test_a_pasted_head_may_begin_with_its_paper(
    tmp_path: Path, head: str, title: str, author: str | None, source: str | None
) -> None:
    for body, below in (BODY, ""), (["It is closed."], ""), (BODY, "\n\nSign up for our free newsletter"):
        article = pasted(tmp_path, "\n\n".join([head.format(**DAYS), *body]) + below)
        assert (article.title, article.author, article.source) == (title, author, source)
        assert (article.published, article.text.split(PARAGRAPH_BREAK)) == ("2026-02-08", [*body])


@pytest.mark.parametrize(
    ("title", "standfirst"),
    [
        ("A House of Keys", "Danny Holt had not scored for the first team before a cup tie that seemed to be lost"),
        (
            "The Man on the Ladder",
            "How a striker who stacks shelves on weekdays scored twice in the last nine minutes of a tie",
        ),
        ("Danny Holt scored twice", "What two brothers think of luck, and why neither of them went home that evening"),
        ("Дом с чужими ключами", "Что стало с вратарём Danny Holt: рассказ о матче, которого официально не было"),
    ],
)
def test_the_first_line_above_a_standfirst_is_the_headline(tmp_path: Path, title: str, standfirst: str) -> None:
    """A feature's title may say nothing about its text; the standfirst below, without full stop, does; it is kept."""
    head = f"{title}\n{standfirst}\nBy Jane Miller\n8 February 2026\nSource: The Exmere Echo"
    article = pasted(tmp_path, "\n\n".join([head, *BODY, "Read also:\nThe widows who were told to wait"]))
    assert (article.title, article.author, article.published) == (title, "Jane Miller", "2026-02-08")
    assert article.text.split(PARAGRAPH_BREAK) == [standfirst, *BODY]


def test_the_first_line_above_a_byline_is_the_headline(tmp_path: Path) -> None:
    """A result below the byline has more words of the text; it belongs to it."""
    result = "Cup tie: Danny Holt 2, Free Shore 1"
    head = f"They left it very late\nBy Jane Miller\nThe Exmere Echo, 8 February 2026\n{result}"
    article = pasted(tmp_path, "\n\n".join([head, *BODY]))
    assert (article.title, article.author) == ("They left it very late", "Jane Miller")
    assert article.text.split(PARAGRAPH_BREAK) == [result, *BODY]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Minutes of the meeting of 8 February 2026", True),
        ("Protokoll der Ratssitzung vom 8. Februar 2026", True),
        ("Compte rendu du conseil du 8 février 2026", True),
        ("Acta de la reunión del 8 de febrero de 2026", True),
        ("Протокол заседания совета от 8 февраля 2026 года", True),
        ("Протокол засідання ради від 8 лютого 2026 року", True),
        ("Town of Exmere, 8 February 2026", False),
        ("Published in Exmere on 8 February 2026", False),
        ("New York City 8 February 2026", False),
    ],
)
def test_a_first_line_that_ends_with_a_date_is_the_title_if_it_says_more(
    tmp_path: Path, line: str, title: bool
) -> None:
    article = pasted(tmp_path, "\n\n".join([line, *BODY]))
    assert (article.title, article.published) == (line if title else None, "2026-02-08")
    assert article.text.split(PARAGRAPH_BREAK) == [*BODY]


@pytest.mark.parametrize("above", ["War at sea", "The Exmere Evening Echo", "News", "By Jane Miller and Danny Holt"])
def test_a_short_line_or_a_paper_above_a_long_headline_is_none(tmp_path: Path, above: str) -> None:
    title = "Danny Holt had not scored for the first team before a cup tie that seemed to be lost"
    head = f"{above}\n{title}\n8 February 2026\nSource: The Exmere Echo"
    assert pasted(tmp_path, "\n\n".join([head, *BODY, "Read also:\nThe widows who were told to wait"])).title == title


@pytest.mark.parametrize(
    ("above", "title", "below"),
    [
        ("COUNCIL CLOSES BATHS", "Swimmers plan protest over Mill Street decision", ""),
        ("Local news", "Exmere swimmers say goodbye to baths", "Why the council decided to close the baths\n\n"),
    ],
)
def test_a_kicker_or_a_line_below_the_byline_is_no_headline(tmp_path: Path, above: str, title: str, below: str) -> None:
    """Each has more words of the text than the headline."""
    body = [
        "The council of Exmere voted on Tuesday to close the old swimming baths on Mill Street at the end of June. The "
        "baths need repairs that would cost six million pounds, twice what the council had set aside.",
        "Councillor Ida Holm said the decision was painful. “Nobody wanted to close the baths,” she told the meeting. "
        "The swimming club, which has trained on Mill Street since 1911, plans a protest.",
        "A new pool is to open in 2028 beside the railway station, the council says, if the government pays half.",
    ]
    text = f"{above}\n\n{title}\n\nBy Jane Miller\n\n{below}" + "\n\n".join(body)
    assert pasted(tmp_path, text).title == title


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("By Kev Marlow\nChief sports reporter\n8 February 2026", "Kev Marlow"),
        ("A short subtitle\nBy Kev Marlow\n8 February 2026", "Kev Marlow"),
        ("By Kev Marlow\n8 February 2026\nShare on Facebook", "Kev Marlow"),
        ("8 February 2026\nPort Ansel", None),
        ("Аналіз Оксани Дячук\n8 лютого 2026", None),
    ],
)
def test_a_line_that_may_be_anything_names_no_paper(tmp_path: Path, suffix: str, head: str, author: str | None) -> None:
    article = article_of(tmp_path / f"pasted{suffix}", f"{TITLE}\n{head}\n\n" + "\n\n".join(BODY))
    assert (article.author, article.source, article.published) == (author, None, "2026-02-08")


@pytest.mark.parametrize(
    "times",
    [
        ("15:40", "12:05", "08:30"),
        ("15.40 Uhr", "12.05 Uhr", "8.30 Uhr"),
        ("21.15", "20.40", "09.05"),
        ("8h30", "12h05", "15h40"),
        ("3.40pm", "12.05pm", "8.30am"),
        ("15.40 GMT:", "12.05 GMT:", "08.30 GMT:"),
        ("15:40 МСК", "12:05 МСК", "08:30 МСК"),
        ("01:10", "23:20", "21:00", "18:45", "17:15", "15:40"),
    ],
    ids=lambda times: times[0],
)
@pytest.mark.parametrize("name", ["page.html", "tagged.html", "pasted.txt"])
def test_a_tickers_times_stand_before_their_entries(tmp_path: Path, times: tuple[str, ...], name: str) -> None:
    told = "Nine schools will stay shut on Monday, the council has said, because their roofs need to be inspected."
    entries = [(time, told.replace("Nine", number)) for time, number in zip(times, NUMBERS, strict=False)]
    lead = "The storm has reached the coast, and forty thousand homes are without power. We follow it all day long."
    path = tmp_path / name
    mark = "<div><time>{}</time></div><p>{}</p>" if name.startswith("tagged") else "<h3>{}</h3><p>{}</p>"
    markup = "".join(mark.format(time, entry) for time, entry in entries)
    lines = "\n\n".join(f"{time}\n\n{entry}" for time, entry in entries)
    page = f"<html><body><main><article><h1>The storm</h1><p>{lead}</p>{markup}</article></main></body></html>"
    path.write_text(page if name.endswith("html") else f"The storm on the coast\n\n{lead}\n\n{lines}\n", "utf-8")
    assert article_of(path).text.split(PARAGRAPH_BREAK) == [lead, *(f"{time} {entry}" for time, entry in entries)]


def test_numbers_above_lines_are_no_times(tmp_path: Path) -> None:
    first = "The menu of the Anchor has not changed since the harbour was built, and neither have its prices, almost."
    lines = ["4.50", "Pea soup with bread.", "6.20", "Fried herring with potatoes.", "8.10", "Apple cake with cream."]
    article = pasted(tmp_path, "\n\n".join([f"{first}\n\n{first} So it is.", *lines, f"{first} It is a good place."]))
    assert not any(f"{price} {dish}" in article.text for price, dish in zip(lines[::2], lines[1::2], strict=True))
    assert set(lines) <= set(article.text.split(PARAGRAPH_BREAK))


def test_an_appeal_between_two_paragraphs_of_a_quotation_leaves_both_whole() -> None:
    paragraphs = article_of(DATA / "pasted_en.txt").text.split(PARAGRAPH_BREAK)
    place = next(n for n, text in enumerate(paragraphs) if text.endswith("an island without a ferry in December.”"))
    assert paragraphs[place + 1].startswith("“But a crack of that length")


@pytest.mark.parametrize(
    ("beginning", "rule"),
    [
        ("Skip to content", "navigation"),
        ("Share on Facebook", "share"),
        ("By Nora Lindqvist", "byline"),
        ("14 November 2023", "date"),
        ("4 min read", "reading_time"),
        ("The ferry Marta at the yard", "caption"),
        ("Our newsroom has reported", "appeal"),
        ("Read also:", "read_also"),
        ("Nora Lindqvist is a reporter", "bio"),
        ("Tags:", "tags"),
        ("Grenvik lights", "repeated"),
        ("It was about time", "comments"),
        ("© 2023", "footer"),
        ("We use cookies", "cookies"),
    ],
)
def test_each_dropped_block_names_its_rule(beginning: str, rule: str) -> None:
    assert rule_of(article_of(DATA / "pasted_en.txt"), beginning) == rule


def test_a_verdict_that_a_text_gives_twice_stays_each_time(tmp_path: Path) -> None:
    told = [f"{paragraph}\n\nVerdict: false." for paragraph in BODY]
    last = BODY[0].replace("Holt", "Marlow")
    article = pasted(tmp_path, "\n\n".join([TITLE, "Good night.", *told, "Good night.", last]))
    assert article.text.count("Verdict: false.") == len(BODY) > 1
    assert "Good night" not in article.text


def test_the_last_question_of_an_interview_is_no_note_on_its_author(tmp_path: Path) -> None:
    turns = "".join(f"<p>Nora Lindqvist: And then?</p><p>Jonas Reed: {told}</p>" for told in BODY)
    note = "<p>Nora Lindqvist is a reporter.</p>"
    path = tmp_path / "page.html"
    head = '<head><meta name="author" content="Nora Lindqvist"></head>'
    path.write_text(f"<html>{head}<body><article><h1>{TITLE}</h1>{turns}{note}</article></body></html>", "utf-8")
    article = article_of(path)
    assert article.text.count("Nora Lindqvist: And then?") == len(BODY)
    assert "reporter" not in article.text


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("Mira Kohl is the founder of a boatyard in Talvik.", False),
        ("Mira Kohl lebt in Talvik und baut dort seit Jahren Boote aus Holz.", False),
        ("Danny Holt is the first striker of the club to score twice in a cup tie.", True),
    ],
)
def test_whoever_has_no_part_in_the_story_is_introduced_as_its_author(tmp_path: Path, note: str, is_told: bool) -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in (*BODY, note))
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><article><h1>{TITLE}</h1>{told}</article></body></html>", "utf-8")
    assert (note in article_of(path).text) is is_told


OPENED = "The archive shows the drawings of the tramway of 1913 for the first time, from Saturday on."


@pytest.mark.parametrize(
    "last",
    [
        "Die Ausstellung ist bis 30. August zu sehen.",
        "Der Eintritt ist eine Spende wert.",
        "South Korea is expected to sign next week.",
        "Wick Sound has no harbour of its own.",
    ],
)
def test_a_last_sentence_about_a_new_thing_introduces_nobody(tmp_path: Path, last: str) -> None:
    told = f"{OPENED}\n\n{OPENED.replace('Saturday', 'Sunday')}\n\n{last}"
    page = f"A drawing found again\n\nBy Ann Lee\n\n4 June 2024\n\n{told}\n"
    assert article_of(tmp_path / "a.txt", page).text == told


def test_a_greek_heading_that_begins_with_of_the_is_no_byline(tmp_path: Path) -> None:
    told = "Η γέφυρα θα μείνει κλειστή, είπε ο δήμαρχος.\n\nΤης Αθήνας οι δρόμοι\n\nΤα έργα αρχίζουν σύντομα."
    article = article_of(tmp_path / "a.txt", f"Η γέφυρα έκλεισε\nΤης Μαρίας Ζήση\n\n{told}\n")
    assert (article.author, article.text) == ("Μαρίας Ζήση", told)


@pytest.mark.parametrize("sign", ["(dpa)", "(AFP/mst)", "(Reuters)"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_agency_below_a_reports_last_sentence_credits_no_picture(tmp_path: Path, sign: str, gap: str) -> None:
    told = f"{OPENED}\n\n{OPENED.replace('Saturday', 'Sunday')}\n\nThe trams of 1914 never came."
    page = f"A drawing found again\n\nBy Ann Lee\n\n4 June 2024\n\n{told}{gap}{sign}\n\nImprint\n"
    assert article_of(tmp_path / "a.txt", page).text == told


@pytest.mark.parametrize("sign", ["(dpa)", "(dpa/lno)", "(Reuters)"])
@pytest.mark.parametrize("last", ["The trams of 1914 never came.", "The town pays for all of it, said the mayor."])
def test_the_agency_at_the_end_of_a_report_makes_no_caption_of_it(tmp_path: Path, last: str, sign: str) -> None:
    told = [OPENED, OPENED.replace("Saturday", "Sunday"), f"{last} {sign}"]
    text = "\n\n".join(told)
    page = f"A drawing found again\n\nBy Ann Lee\n\n4 June 2024\n\n{text}\n\n© 2024 The Lake Courier\n"
    assert article_of(tmp_path / "a.txt", page).text == text
    caption = f"<p>The drawing of the tram on the old bridge. {sign}</p>"
    body = "".join(f"<p>{part}</p>" for part in told)
    page = f"<html><body><article><h1>A drawing found again</h1>{caption}{body}</article><footer>Imprint</footer>"
    assert article_of(tmp_path / "a.html", page).text == text


@pytest.mark.parametrize(
    ("box", "goes_on"),
    [
        ("Advertisement", True),
        ("Share this article", True),
        ("Sign up to our newsletter", True),
        ("Подписывайтесь на наш Telegram-канал", True),
        ("Read more: The mill of Tarn", True),
        ("Читайте також: Млин у Тарні", True),
        ("Related stories", False),
    ],
)
def test_a_last_sentence_behind_a_box_is_the_articles(tmp_path: Path, box: str, goes_on: bool) -> None:
    told = f"{OPENED}\n\n{OPENED.replace('Saturday', 'Sunday')}"
    page = f"Menu\nA drawing found again\nBy Ann Lee\n{told}\n{box}\nThe trams of 1914 never came.\nImprint\n"
    last = "\n\nThe trams of 1914 never came." if goes_on else ""
    assert article_of(tmp_path / "a.txt", page).text == f"{told}{last}"


def test_dropped_blocks_say_where_they_stood() -> None:
    article = article_of(DATA / "pasted_en.txt")
    places = {block.text.split()[0]: block.paragraph for block in article.dropped}
    assert places["Skip"] == 0
    assert places["Our"] == 3
    assert [block.paragraph for block in article.dropped] == sorted(block.paragraph for block in article.dropped)


def test_keep_all_keeps_every_block_and_still_reads_the_head() -> None:
    article = article_of(DATA / "pasted_en.txt", keep_all=True)
    assert article.dropped == ()
    assert "Donate today." in article.text
    assert "Skip to content" in article.text
    assert article.title == HEADS["en"][0]


def test_a_rule_of_the_users_own() -> None:
    article = article_of(DATA / "pasted_en.txt", extra_rules=("several residents said*",))
    assert rule_of(article, "Several residents") == "yours"
    assert "Several residents" not in article.text


@pytest.mark.parametrize(
    ("first", "box", "second"),
    [
        (
            "“We waited for twelve years in that town, and in all this time nobody ever told us that the mill",
            "Donate today.",
            "belongs to the people who own the dam,” said Ruth Okoye, who was the first to leave the valley.",
        ),
        (
            "„Wir haben zwölf Jahre lang gewartet. In dieser ganzen Zeit hat uns niemand gesagt, wem die Mühle gehört.",
            "Jetzt spenden.",
            "Und dann stand es eines Morgens in der Zeitung“, sagte Gisela Rapp, die als Erste weggezogen ist.",
        ),
        (
            "«Мы ждали этого двенадцать лет, и за всё это время нам никто не сказал, кому принадлежит мельница.",
            "Поддержите нас. Оформите пожертвование.",
            "А потом об этом написали в газете», — рассказала Нина Гаврилова, которая уехала из долины первой.",
        ),
        (
            "“Esperamos doce años en aquel pueblo, y en todo ese tiempo nadie nos dijo que el molino",
            "Suscríbete a nuestro boletín.",
            "era de los dueños de la presa”, cuenta Amparo Lledó, que fue la primera en marcharse del valle.",
        ),
        (
            "« Nous avons attendu douze ans dans ce village, et de tout ce temps personne ne nous a dit que le moulin",
            "Faites un don.",
            "appartenait aux gens du barrage », raconte Claire Morel, qui a quitté la vallée la première.",
        ),
        (
            "The mill by the river has been standing empty since the flood of 1998, and its owners",
            "Subscribe to our newsletter.",
            "have never said what they mean to do with it. The town would like to buy the building.",
        ),
    ],
    ids=["en", "de", "ru", "es", "fr", "no quotation"],
)
def test_what_an_appeal_had_cut_in_two_becomes_whole(tmp_path: Path, first: str, box: str, second: str) -> None:
    assert pasted(tmp_path, f"{first}\n\n{box}\n\n{second}\n").text == f"{first} {second}"


@pytest.mark.parametrize(
    "appeal",
    [
        "The Herald belongs to its readers. If you can, help to keep it that way: join our circle, for a crown a week",
        "Der Anzeiger gehört seinen Lesern. Wenn Sie können, helfen Sie uns dabei: für eine Krone in der Woche.",
        "Le Courrier appartient à ses lecteurs. Si vous le pouvez, aidez-nous : une couronne par semaine suffit.",
        "El Faro es de sus lectores. Si puede, ayúdenos a que siga siéndolo: basta una corona a la semana.",
        "Газета принадлежит читателям. Если можете, помогите сохранить её такой: хватит одной кроны в неделю.",
        "Газета належить читачам. Якщо можете, допоможіть зберегти її такою: вистачить однієї крони на тиждень.",
    ],
    ids=["en", "de", "fr", "es", "ru", "uk"],
)
def test_what_is_asked_after_a_condition_is_an_appeal(tmp_path: Path, appeal: str) -> None:
    first = "The council approved the new tram line to the harbour on Wednesday, after a dispute of almost ten years."
    second = "If you can, help the people at the pumps: that was all that the mayor had to say to them on Thursday."
    article = pasted(tmp_path, f"{first}\n\n{appeal}\n\n{second}\n")
    assert (article.text.split(PARAGRAPH_BREAK), rule_of(article, appeal[:9])) == ([first, second], "appeal")


def test_an_imperative_inside_quotation_marks_is_the_storys_own(tmp_path: Path) -> None:
    quote = (
        "“Join us in the square on Sunday,” the organisers had written on the leaflets that were handed out at school."
    )
    article = pasted(
        tmp_path, f"{quote}\n\nAbout two thousand people followed the call, and the square was full by noon.\n"
    )
    assert quote in article.text


def test_headlines_under_a_label_go_and_a_subheading_after_a_pointer_stays(tmp_path: Path) -> None:
    first = "The council approved the new tram line to the harbour on Wednesday, after a dispute of almost ten years."
    second = "Critics say that the money would be better spent on buses, of which the town has had too few for years."
    article = pasted(
        tmp_path,
        f"{first}\n\nRelated stories\n\nHow the tram debate began\n\nFive facts on trams\n\n{second}\n\n"
        f"Read also: A day on line four\n\nWho pays\n\n{first.replace('council', 'region')}\n",
    )
    assert article.text.split(PARAGRAPH_BREAK) == [first, second, "Who pays", first.replace("council", "region")]
    assert rule_of(article, "Five facts") == "teaser"


def test_subheadings_and_announced_lists_stay(tmp_path: Path) -> None:
    article = pasted(
        tmp_path,
        "The society has published its list of the birds that were seen on the lake during this winter:\n\n"
        "tufted duck\n\ngreat crested grebe\n\nsmew\n\n"
        "Where they rest\n\n"
        "Most of the birds rest on the western shore, where the reeds protect them from wind and from walkers.\n",
    )
    for kept in ("smew", "great crested grebe", "Where they rest"):
        assert kept in article.text.split(PARAGRAPH_BREAK)


def test_a_note_of_one_line_is_an_article(tmp_path: Path) -> None:
    assert pasted(tmp_path, "Meeting moved to Tuesday\n").text == "Meeting moved to Tuesday"


@pytest.mark.parametrize("mark", ["", "> "])
def test_hard_wrapped_text_becomes_paragraphs(tmp_path: Path, mark: str) -> None:
    text = (
        "PLANS FOR THE MILL\n\nBy Arthur Penrose\n\n"
        "When the snow had melted, the path along the river turned out\n"
        "to be gone. Two hundred metres of it had slid into the water\n"
        "during the night, and with it the bench that the school had\n"
        "put up.\n\n"
        "The council voted 7-2 in favour. The members Beck and Ashdown\n"
        "were against it.\n\n"
        "(c) 2019 The Valley Post. All rights reserved."
    )
    article = pasted(tmp_path, "\n".join(f"{mark}{line}".strip() for line in text.split("\n")))
    assert article.text.split(PARAGRAPH_BREAK) == [
        "When the snow had melted, the path along the river turned out to be gone. Two hundred metres of it had slid "
        "into the water during the night, and with it the bench that the school had put up.",
        "The council voted 7-2 in favour. The members Beck and Ashdown were against it.",
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_short_wrapped_paragraphs_are_joined(tmp_path: Path, gap: str) -> None:
    first = "A wall fell on Thursday beside the new school at Northgate, and two", "workers were taken to hospital."
    second = "The contractor says it was checked the day before. The inspectorate", "stopped all work for a week."
    body = gap.join("\n".join(lines) for lines in (first, second))
    article = pasted(tmp_path, f"Two hurt at school site\nBy Tom Arkwright\n\n{body}\n")
    assert article.text.split(PARAGRAPH_BREAK) == [" ".join(first), " ".join(second)]


def test_lines_of_a_poem_stay_lines() -> None:
    """However full they are: each begins with a capital."""
    lines = [
        "The tide came over the sandbar at night,",
        "And nobody woke in the houses below;",
        "The ferry had gone with its lantern alight,",
        "And left us the harbour, the wind and the snow.",
    ]
    assert [block.text for block in text_blocks("\n".join(lines))] == lines


def test_a_long_address_leaves_wrapped_text_wrapped(tmp_path: Path) -> None:
    article = pasted(
        tmp_path,
        "Plans for the mill\n\nBy Arthur Penrose\n\n"
        "When the snow had melted, the path along the river turned out\n"
        "to be gone. Two hundred metres of it had slid into the water\n"
        "during the night, and with it the bench.\n\n"
        f"The plans are here: https://mill.example/{'plan-' * 20}\n\n"
        "The council voted 7-2 in favour. The members Beck and Ashdown\n"
        "were against it.\n",
    )
    paragraphs = article.text.split(PARAGRAPH_BREAK)
    assert paragraphs[0].startswith("When the snow")
    assert paragraphs[0].endswith("and with it the bench.")
    assert paragraphs[-1] == "The council voted 7-2 in favour. The members Beck and Ashdown were against it."


def test_a_date_is_not_taken_from_the_story(tmp_path: Path) -> None:
    article = pasted(
        tmp_path,
        "Bridge history\n\nThe bridge was opened on 4 May 1931 by the king, who walked across it with children.\n\n"
        "Last June it was closed for repairs, and it has not been decided when the traffic may return to it.\n",
    )
    assert article.published is None


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Edith Marchetti, cellist, born 3 May 1941; died 29 January 2026", True),
        ("Until 6 September 2026, Tanners' Museum", True),
        ("Next meeting: 6 September 2026", True),
        ("Музей кожевников, до 6 сентября 2026 года", True),
        ("Updated 6 September 2026", False),
        ("6 September 2026 · Holt", False),
        ("Holt, 19 March 2026", False),
    ],
)
def test_a_last_line_with_another_day_than_the_articles_is_its_own(tmp_path: Path, last: str, kept: bool) -> None:
    head = f"{TITLE}\n\nBy Ann Lee\nLake Courier, 20 March 2026"
    assert pasted(tmp_path, "\n\n".join([head, *BODY, last])).text.endswith(last) is kept


@pytest.mark.parametrize(
    ("last", "kept"), [("Attendance: 3,114", True), ("Anmeldung: 01632 96011", True), ("Grenvik", False)]
)
def test_a_value_below_a_pages_text_is_its_own(tmp_path: Path, last: str, kept: bool) -> None:
    paragraphs = "".join(f"<p>{it}</p>" for it in (*BODY, last))
    page = f"<html><body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>"
    assert article_of(tmp_path / "page.html", page).text.endswith(last) is kept


def test_phrases_are_found_at_words_whatever_their_case() -> None:
    found = Phrases(r"no spam\b", r"(?:per|a) month")
    assert found.said_in("NO SPAM, we promise") and found.said_in("It is 5 € Per Month")
    assert not found.said_in("piano spam") and not found.said_in("super month")


def test_phrases_are_written_in_small_letters() -> None:
    """They are matched against lower-case text, so that a capital letter would never match."""
    kept = {name: it for name, it in vars(phrases).items() if isinstance(it, Phrases)}
    assert {"COOKIES", "PAYWALL", "RIGHTS"} <= set(kept)
    letters = {name: re.sub(r"\\[A-Za-z]", "", it.pattern) for name, it in kept.items()}
    assert letters == {name: text.lower() for name, text in letters.items()}


HELP = (
    "Tell us before the loan ends and you pay no fine. If it turns up within six months, you get 3 crowns back.",
    "Registering for tax does not put you on the roll. Register to vote apart, 12 working days before an election.",
    "Teilen Sie uns die neue Adresse mit, innerhalb von 14 Tagen. Sonst kann sich der Beitrag ändern.",
)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("asked", HELP)
def test_what_a_help_page_asks_is_what_it_says(tmp_path: Path, suffix: str, asked: str) -> None:
    path = tmp_path / f"page{suffix}"
    lines = ["# How it works", BODY[0], "## Changes", asked, "## Hours", BODY[1]]
    path.write_text("\n\n".join(line.lstrip("# ") if suffix == ".txt" else line for line in lines), encoding="utf-8")
    assert asked in article_of(path).text


TOLD = (
    "The GDPR came into force in May 2018 and changed how hospitals keep their records.",
    "The court found that the privacy policy of the chain was unlawful.",
    "Die DSGVO gilt seit Mai 2018 in allen Staaten der Union.",
    "Die Behörde verhängte eine Strafe, weil die Klinik personenbezogene Daten verkauft hatte.",
    "Le ministère a perdu les données personnelles de 40 000 patients.",
    "La empresa vendió los datos personales de sus clientes a dos bancos.",
    "Утечка персональных данных затронула миллион человек.",
    "A cookie is a small piece of data that a server sends to the browser.",
    "She baked cookies for the workers at the site every Friday.",
    "Membership costs 20 pounds per month, and children swim free.",
    "A listener can unsubscribe the callback before the second event arrives.",
    "Die Testphase der neuen Fähre dauert zwei Wochen.",
    "Voters who are already registered need not do anything this year.",
    "The results may not be published until 2027, the committee decided.",
    "He left the country without the permission of the court.",
    "Die Verwendung von Streusalz ist in der Stadt verboten.",
    "Использование фейерверков в городе запрещено до весны.",
    "The European Commission on Monday approved the merger of the two lines.",
    "Photo-finish in the race of the ferries across the sound on Sunday",
    "Feature: process.chdir() and process.umask()",
    "main: handle SIGINT properly on Linux and on macOS",
    "file: URLs are always absolute paths on this system.",
    "See File::options for what may be combined.",
    "The Copyright Act of 1976 replaced that of 1909, and authors gained years.",
    "The copyright in the song passed to her son in 1970, the court heard.",
    "Copyright in all of her songs passed to her only son in 1970.",
    "Donate blood on Monday between nine and six at the town hall in Tarn.",
    "Spenden Sie Blut, bat die Klinik am Montag alle Bewohner der Stadt.",
    "Dona sangre el lunes de nueve a seis en el ayuntamiento de la ciudad.",
    "Следите за рекой этой весной внимательно, советует всем жителям старый лоцман.",
    "Стежте за річкою цієї весни уважно, радить усім мешканцям старий лоцман.",
    "The town sends its newsletter weekly to four hundred homes.",
    "Wer bereits Kunde ist, zahlt im ersten Jahr nichts dazu.",
    "Les abonnés peuvent partir sans engagement dès le printemps, dit la mairie.",
    "Karten gibt es einzeln oder im Abo an der Kasse des Theaters.",
    "The firm pays a commission on each ticket that a hotel sells.",
    "The story was originally published in 1887 by a printer in Leeds.",
    "Newsletters of the parish show that the bell was sold twice weekly.",
)
"""Sentences of articles with the words of notices."""


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("told", TOLD)
def test_an_article_about_what_notices_name_keeps_its_text(tmp_path: Path, suffix: str, told: str) -> None:
    assert told in article_of(tmp_path / f"page{suffix}", "\n\n".join([BODY[0], told, BODY[1]])).text


@pytest.mark.parametrize("told", ["## Telegram", "- Facebook", "- SMS"])
def test_a_note_may_have_a_network_for_its_subject(tmp_path: Path, told: str) -> None:
    text = article_of(tmp_path / "page.md", "\n\n".join([BODY[0], told, BODY[1]])).text
    assert told.lstrip("#- ") in text


@pytest.mark.parametrize(
    ("notice", "rule"),
    [
        ("We use cookies to improve your visit to the site.", "cookies"),
        ("Diese Website verwendet Cookies.", "cookies"),
        ("Le site utilise des cookies.", "cookies"),
        ("Accept all cookies", "cookies"),
        ("Find out in our privacy policy what becomes of it.", "cookies"),
        ("Start now: full access for 9 crowns per month.", "paywall"),
        ("Already registered? Then go on reading here.", "paywall"),
        ("This material may not be published or rewritten.", "footer"),
        ("Использование материалов сайта запрещено.", "footer"),
        ("Copyright 2023 Grenvik Post", "footer"),
        ("We may earn a commission if you buy something.", "disclosure"),
        ("Originally published in the Grenvik Post.", "disclosure"),
        ("File photo by Nora Lindqvist", "credit"),
        ("Having trouble with this email? View it in your browser", "navigation"),
        ("Wird der Newsletter nicht richtig angezeigt? Im Browser ansehen", "navigation"),
        ("Voir cet e-mail dans votre navigateur", "navigation"),
        ("¿No lo ves bien? Ver en el navegador", "navigation"),
        ("Открыть письмо в браузере", "navigation"),
        ("Переглянути лист у браузері", "navigation"),
        ("You are receiving this email because you once met the editors.", "footer"),
        ("Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.", "footer"),
        ("Vous recevez cet e-mail parce que vous lisez le Courrier.", "footer"),
        ("Has recibido este correo porque lees El Faro.", "footer"),
        ("Вы получили это письмо, потому что читаете газету.", "footer"),
        ("Ви отримали цей лист, бо читаєте газету.", "footer"),
        ("The Lake Courier, 1 Pier Road Unsubscribe | Manage preferences", "footer"),
        ("Seestadt-Bote, Kai 1 · Newsletter abbestellen", "footer"),
        ("Вестник озера, Пристань 1 | Изменить настройки | Отписаться", "footer"),
        ("Unsubscribe from this list", "navigation"),
        ("Newsletter abbestellen", "navigation"),
        ("Se désinscrire de cette lettre", "navigation"),
        ("Darse de baja", "navigation"),
        ("Отписаться от рассылки", "navigation"),
        ("Відписатися від розсилки", "navigation"),
        ("The Lake Letter lives on its readers. To receive it, consider becoming a free or paid subscriber.", "appeal"),
        ("You are a free reader of The Lake Letter. For the full experience, upgrade your subscription.", "appeal"),
        ("It was first shown in the Lake Letter, where people are continuing the conversation by highlighting and "
         "responding to this story.", "disclosure"),
    ],
)  # fmt: skip
def test_a_notice_is_left_out(tmp_path: Path, notice: str, rule: str) -> None:
    page = article_of(tmp_path / "page.txt", "\n\n".join([TITLE, *BODY, notice, *BODY[:1]]))
    assert rule_of(page, notice) == rule


@pytest.mark.parametrize("asked", ["Tell us within 14 days", "Sign in with one of your codes, then set up the phone."])
def test_a_note_may_ask_anything_but_for_its_publisher(tmp_path: Path, asked: str) -> None:
    assert asked in article_of(tmp_path / "page.md", "\n\n".join([BODY[0], asked, BODY[1]])).text


@pytest.mark.parametrize(
    "asked",
    [
        "Subscribe to our newsletter.",
        "Support our work: 5 crowns a month are enough. Donate today.",
        "Abonnieren Sie unseren Newsletter.",
        "Soutenez-nous : faites un don.",
        "Suscríbete a nuestro boletín.",
        "Подписывайтесь на наш канал.",
        "Підтримайте нас. Оформіть підписку.",
        "Wesprzyj nas.",
        "Folgen Sie uns auf Mastodon.",
        "Síguenos en Mastodon.",
    ],
)
def test_what_a_publisher_asks_goes_from_a_note(tmp_path: Path, asked: str) -> None:
    assert rule_of(article_of(tmp_path / "page.md", "\n\n".join([BODY[0], asked, BODY[1]])), asked[:9]) == "appeal"


STEPS = (
    "Go to the start page.",
    "Enter your name.",
    "Click Sign in and enter your number.",
    "Download the app and log in.",
)


@pytest.mark.parametrize("numbered", [True, False])
def test_instructions_are_no_appeals(tmp_path: Path, numbered: bool) -> None:
    note = tmp_path / "steps.md"
    lines = [f"{at}. {step}" if numbered else step for at, step in enumerate(STEPS, 1)]
    note.write_text("# How to open an account\n\nIt takes a minute.\n\n" + "\n\n".join(lines) + "\n", "utf-8")
    text = article_of(note).text
    assert all(step in text for step in STEPS)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("My note\nThe note says that Ragnhild keeps fourteen goats.", "My note"),
        ("Goats of Tern\nBy Paula Venn\n12 May 2026\n\nRagnhild keeps goats.", "Goats of Tern"),
        ("Зимние цены\n\nЗимой ходит один паром в день, сказал Борис Пень.", "Зимние цены"),
        ("Mi nota\n¿Cuántas cabras tiene Ragnhild? Tiene catorce.", "Mi nota"),
        ("Opening hours\nMonday 9–17\nTuesday 9–12", "Opening hours"),
        ("Only a line", None),
        ("It rained in Kvist.\nThe roof leaked, and the cat left.", None),
        ("Prices in crowns:\nBread costs three.", None),
        ("– Where is Ulf?\n– He left.\n– Why?", None),
        ("the old mill on the hill above the village\nbelongs to Ulf.", None),
    ],
)
def test_a_note_begins_with_its_title(tmp_path: Path, text: str, title: str | None) -> None:
    article = pasted(tmp_path, text)
    assert article.title == title
    assert (title is None) == (text.partition("\n")[0] in article.text)


@pytest.mark.parametrize(
    ("announced", "asked"),
    [
        ("Before you move:", "Tell us your new address at least five days before."),
        ("So geht es vor dem Umzug:", "Melden Sie sich bis zum 5. Mai im Rathaus an."),
        ("Avant le départ :", "Inscrivez-vous à la mairie avant le 5 mai."),
        ("Antes de la mudanza:", "Regístrese en el ayuntamiento antes del 5 de mayo."),
        ("Перед переездом:", "Подпишитесь под заявлением до 5 мая."),
        ("Перед переїздом:", "Підпишіться під заявою до 5 травня."),
    ],
)
def test_a_list_that_the_article_announces_may_ask(tmp_path: Path, announced: str, asked: str) -> None:
    told = "The average wait in the emergency ward rose to five hours in December, figures published on Tuesday show."
    lines = (
        f"<p>{told}</p>",
        f"<p>{announced}</p>",
        f"<ul><li>{asked}</li><li>Take a photo.</li></ul>",
        f"<p>{told} Yes.</p>",
    )
    assert (
        asked
        in article_of(
            tmp_path / "page.html", f"<html><body><article><h1>Moving</h1>{''.join(lines)}</article></body></html>"
        ).text
    )


@pytest.mark.parametrize(
    "told",
    [
        "Tickets cost 12 crowns. Call 555-0134 or write to hall@harlen.example for tickets.",
        "Register to vote before 5 May at the town hall.",
    ],
)
def test_what_readers_of_the_story_may_do_stays(tmp_path: Path, told: str) -> None:
    assert told in pasted(tmp_path, PARAGRAPH_BREAK.join(["By Ann Lee", BODY[0], told, BODY[1]])).text


@pytest.mark.parametrize("answer", ["Yes, I would, if he paid for the tea.", "I agree with every word of it."])
def test_what_an_interview_answers_is_no_appeal(tmp_path: Path, answer: str) -> None:
    told = "The average wait in the emergency ward rose to five hours in December, figures published on Tuesday show."
    assert (
        answer
        in pasted(tmp_path, f"By Ann Lee\n\n{told}\n\nWould you go there?\n\n{answer}\n\n{told} So it is.\n").text
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "قرر مجلس المدينة مساء يوم الاثنين بعد نقاش طويل إغلاق الجسر أمام حركة المرور. قال ذلك أمس.",
        "מועצת העיר החליטה ביום שני בערב לאחר דיון ארוך לסגור את הגשר על הנהר. כך אמר אתמול.",
        "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα το βράδυ ότι η γέφυρα θα κλείσει. Έτσι είπε χθες.",
        "시장은 그때까지 버스가 호숫가 도로를 이용할 것이라고 월요일 저녁에 말했다. 주민들은 불만을 나타냈다.",
    ],
)
def test_letters_without_capitals_are_no_photographers_name(tmp_path: Path, paragraph: str) -> None:
    assert article_of(tmp_path / "a.html", f"<html><body><article><p>{paragraph}</p></article>").text == paragraph
    caption = "The bridge at Grenvik in the rain of yesterday evening. IDA HOLM"
    page = f"<html><body><article><p>{paragraph}</p><p>{caption}</p></article>"
    assert [(it.text, it.rule) for it in article_of(tmp_path / "b.html", page).dropped] == [(caption, "caption")]
