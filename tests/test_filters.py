"""A filter inside a question is recognised if it can mean nothing else; a date that is asked about is left alone."""

import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.asking import ask
from bot.render.citation import scope
from bot.render.terminal import TerminalRenderer
from embeddings.hashing import HashingEmbedder
from embeddings.registry import load_embedder
from retrieval.index import IndexReader, ModelRecord
from retrieval.question.filters import split
from retrieval.question.filters.split import Understood, apply
from retrieval.question.spelling.slips import slip
from retrieval.search import Retriever
from retrieval.types import Filter, StandAlone

from .conftest import SEEDS, Update

TODAY = date(2026, 11, 24)  # a Tuesday
SOURCES = ("The Harrow Gazette", "Meduza", "Медуза", "Illow Valley Courier", "Nature", "Brenholter Bote",
           "El Faro de Santa Brisa", "Die Zeit", "The Times", "Reading", "Reading Post", "El País",
           "Северный берег", "Перехрестя", "Перекрёсток", "Lumen, the popular science magazine",
           "Harrow Savings Bank, Help Centre", "Hochschule Lauenstein", "Радио Затон", "L'Aube")  # fmt: skip

UNDERSTOOD = [
    # a source and what it does: the verbs of the six languages
    ("What did Meduza reveal about the war?", "the war?", "in Meduza"),
    ("Was erklärte der Brenholter Bote über die Schleuse?", "die Schleuse?", "in Brenholter Bote"),
    ("Was hat der Brenholter Bote über die Schleuse geschrieben?", "die Schleuse?", "in Brenholter Bote"),
    ("was hat meduza zum krieg berichtet", "krieg", "in Meduza"),
    ("Qu'a déclaré Meduza sur la guerre ?", "la guerre ?", "in Meduza"),
    ("¿Qué cuenta El País sobre el faro?", "el faro?", "in El País"),
    ("Что заявила Медуза о войне?", "войне?", "in Медуза"),
    ("Що розповіло Перехрестя про марафон?", "марафон?", "in Перехрестя"),
    ("Что опубликовал Северный берег о школе?", "школе?", "in Северный берег"),
    # what it says of something, or an article of it
    ("que dit l'aube de la guerre", "la guerre", "in L'Aube"),
    ("Qu'est-ce que L'Aube écrit sur la guerre ?", "la guerre ?", "in L'Aube"),
    ("¿Qué dice El País del faro?", "faro?", "in El País"),
    ("what does the Times say of the war", "the war", "in The Times"),
    ("Artikel des Brenholter Boten über die Schleuse", "Artikel über die Schleuse", "in Brenholter Bote"),
    ("artículos del País sobre el faro", "artículos sobre el faro", "in El País"),
    # a source with a noun for its kind, before or after the name
    ("what did the magazine lumen write about swifts", "swifts", "in Lumen, the popular science magazine"),
    ("was schrieb das magazin lumen über mauersegler", "mauersegler", "in Lumen, the popular science magazine"),
    ("Что пишет радио Затон о школе?", "школе?", "in Радио Затон"),
    ("According to Lumen, how long do swifts sleep?", "how long do swifts sleep?",
     "in Lumen, the popular science magazine"),
    ("що пише газета перехрестя про контракти", "контракти", "in Перехрестя"),
    ("Що пишуть у Перехресті про контракти?", "Що пишуть про контракти?", "in Перехрестя"),
    ("що пишуть перехрестя про контракти", "контракти", "in Перехрестя"),
    ("Сколько классов, пишут в Северном береге?", "Сколько классов, пишут?", "in Северный берег"),
    ("В Северном береге: кто победил", "кто победил", "in Северный берег"),
    ("Qu'est-ce que L'Aube a écrit sur la guerre ?", "la guerre ?", "in L'Aube"),
    ("nach Angaben des Brenholter Boten, wie viele kamen", "wie viele kamen", "in Brenholter Bote"),
    ("de acuerdo con El País, ¿cuántos vinieron?", "¿cuántos vinieron?", "in El País"),
    ("по мнению Медузы, кто победит?", "кто победит?", "in Медуза"),
    ("what does Meduza argue about the war", "the war", "in Meduza"),
    ("что говорит Медуза о войне", "войне", "in Медуза"),
    ("what did the daily Meduza say about the war", "the war", "in Meduza"),
    # a source with an article, which its name has or has not
    ("What does the Illow Valley Courier say about rowing?", "rowing?", "in Illow Valley Courier"),
    ("What did the Times write about rowing?", "rowing?", "in The Times"),
    ("Was schreibt die Zeit über die Schleuse?", "die Schleuse?", "in Die Zeit"),
    ("Que dit le Brenholter Bote sur l'écluse ?", "l'écluse ?", "in Brenholter Bote"),
    ("¿Qué dice el Faro de Santa Brisa sobre la luz?", "la luz?", "in El Faro de Santa Brisa"),
    # a source in quotation marks
    ("Что пишет «Медуза» о войне?", "войне?", "in Медуза"),
    ("що пише газета «Перехрестя» про контракти", "контракти", "in Перехрестя"),
    ("статьи «Медузы» о войне", "статьи о войне", "in Медуза"),
    ("Was schreibt der „Brenholter Bote“ über die Schleuse?", "die Schleuse?", "in Brenholter Bote"),
    ("¿Qué dice «El País» sobre el faro?", "el faro?", "in El País"),
    ("What does “Meduza” say about the war?", "the war?", "in Meduza"),
    # typed without accents
    ("que publico el pais sobre el faro", "el faro", "in El País"),
    ("Que dit L’Aube sur la grève ?", "la grève ?", "in L'Aube"),
    ("que dit le pais sur la greve", "la greve", "in El País"),
    ("articulos desde el miercoles sobre el faro", "articulos sobre el faro", "since 2026-11-18"),
    ("actualites depuis fevrier 2024", "actualites", "since 2024-02-01"),
    ("artikel seit maerz 2024 ueber die schleuse", "artikel ueber die schleuse", "since 2024-03-01"),
    ("que se ha escrito en los ultimos tres dias sobre el faro", "que se ha escrito sobre el faro",
     "since 2026-11-21; until 2026-11-24"),
    # dates right after a word for articles
    ("articles since March about the flood", "articles about the flood", "since 2026-03-01"),
    ("articles since December about the flood", "articles about the flood", "since 2025-12-01"),
    ("articles since 29 February about ice", "articles about ice", "since 2024-02-29"),
    ("show me all articles after 5 May 2024 on ferries", "show me all articles on ferries", "since 2024-05-06"),
    ("news about the ferry after 5 May 2024", "news about the ferry", "since 2024-05-06"),
    ("Nachrichten zur Fähre nach dem 5. Mai 2024", "Nachrichten zur Fähre", "since 2024-05-06"),
    ("nouvelles du pont après mars 2024", "nouvelles du pont", "since 2024-04-01"),
    ("noticias del faro después del 5 de mayo de 2024", "noticias del faro", "since 2024-05-06"),
    ("новости о пароме после 5 мая 2024 года", "новости о пароме", "since 2024-05-06"),
    ("новини про школу після 5 травня 2024 року", "новини про школу", "since 2024-05-06"),
    ("articles since May, 2024 about ice", "articles about ice", "since 2024-05-01"),
    ("articles depuis le 23/02/2024 sur le pont", "articles sur le pont", "since 2024-02-23"),
    ("artículos desde el 5/3/2024 sobre el faro", "artículos sobre el faro", "since 2024-03-05"),
    ("статьи с 05/03/2024 о льде", "статьи о льде", "since 2024-03-05"),
    ("articles since 23/02/2024 about ice", "articles about ice", "since 2024-02-23"),
    ("articles since 2/23/2024 about ice", "articles about ice", "since 2024-02-23"),
    ("articles between 13/05/2024 and 20/06/2024 about ice", "articles about ice",
     "since 2024-05-13; until 2024-06-20"),
    ("artículos desde el 5 de mayo de 2024 hasta junio de 2024 sobre el faro", "artículos sobre el faro",
     "since 2024-05-05; until 2024-06-30"),
    ("news from last week about Skarn Pass", "news about Skarn Pass", "since 2026-11-16; until 2026-11-22"),
    ("news about Skarn Pass from last month", "news about Skarn Pass", "since 2026-10-01; until 2026-10-31"),
    ("Skarn Pass news since March", "Skarn Pass news", "since 2026-03-01"),
    ("show me tram articles since 5 May", "show me tram articles", "since 2026-05-05"),
    ("news about the bridge since 2025-03-01", "news about the bridge", "since 2025-03-01"),
    ("What do articles from 2024 say about the bridge?", "What do articles say about the bridge?",
     "since 2024-01-01; until 2024-12-31"),
    ("reports published before 2023 about fares", "reports published about fares", "until 2022-12-31"),
    ("stories between January and March 2025 about ice", "stories about ice", "since 2025-01-01; until 2025-03-31"),
    ("Artikel seit März 2025 über die Schleusen", "Artikel über die Schleusen", "since 2025-03-01"),
    ("was steht in den Berichten vom Mai 2025 über Eis", "was steht in den Berichten über Eis",
     "since 2025-05-01; until 2025-05-31"),
    ("что говорят статьи 2024 года о плотине", "что говорят статьи о плотине", "since 2024-01-01; until 2024-12-31"),
    ("що кажуть статті 2024 року про греблю", "що кажуть статті про греблю", "since 2024-01-01; until 2024-12-31"),
    ("Nachrichten von letzter Woche über Hollsee", "Nachrichten über Hollsee", "since 2026-11-16; until 2026-11-22"),
    ("articles depuis mars sur les inondations", "articles sur les inondations", "since 2026-03-01"),
    ("articles entre janvier et mars 2025 sur le pont", "articles sur le pont", "since 2025-01-01; until 2025-03-31"),
    ("noticias desde marzo sobre el faro", "noticias sobre el faro", "since 2026-03-01"),
    ("artículos después del 5 de mayo de 2024 sobre el faro", "artículos sobre el faro", "since 2024-05-06"),
    ("статьи с марта о раненых", "статьи о раненых", "since 2026-03-01"),
    ("новости за прошлую неделю о школе", "новости о школе", "since 2026-11-16; until 2026-11-22"),
    ("статьи между январём и мартом 2025 года о школе", "статьи о школе", "since 2025-01-01; until 2025-03-31"),
    ("статті з березня про поранених", "статті про поранених", "since 2026-03-01"),
    ("новини після 5 травня 2024 року про школу", "новини про школу", "since 2024-05-06"),
    ("Artikel vom 5. bis 10. Mai 2025 über Eis", "Artikel über Eis", "since 2025-05-05; until 2025-05-10"),
    ("Artikel bis zum 5. Mai 2024 über Eis", "Artikel über Eis", "until 2024-05-05"),
    ("articles jusqu'au 5 mai 2024 sur le pont", "articles sur le pont", "until 2024-05-05"),
    ("новини з 5 вер. 2024 року про школу", "новини про школу", "since 2024-09-05"),
    ("articles du 1er au 10 mai sur le pont", "articles sur le pont", "since 2026-05-01; until 2026-05-10"),
    ("статьи с 5 по 10 мая о школе", "статьи о школе", "since 2026-05-05; until 2026-05-10"),
    ("noticias del 5 de mayo de 2025 sobre el faro", "noticias sobre el faro", "since 2025-05-05; until 2025-05-05"),
    ("articles du mois de mai sur le pont", "articles sur le pont", "since 2026-05-01; until 2026-05-31"),
    ("новости 2025 года о школе", "новости о школе", "since 2025-01-01; until 2025-12-31"),
    ("новини травня про школу", "новини про школу", "since 2026-05-01; until 2026-05-31"),
    ("есть ли новости о школе за эту неделю?", "есть ли новости о школе?", "since 2026-11-23; until 2026-11-24"),
    ("hay novedades sobre el faro esta semana?", "hay novedades sobre el faro?", "since 2026-11-23; until 2026-11-24"),
    ("gibt es diese Woche etwas Neues über Eis?", "gibt es etwas Neues über Eis?", "since 2026-11-23"),
    ("y a-t-il du nouveau sur le pont cette semaine ?", "y a-t-il du nouveau sur le pont?", "since 2026-11-23"),
    # dates after "written" or "said"
    ("Was sagte der Minister letzte Woche?", "Was sagte der Minister?", "since 2026-11-16; until 2026-11-22"),
    ("What has been written since 5 May 2024 about the bridge?", "What has been written about the bridge?",
     "since 2024-05-05"),
    ("Since March, what has been reported about the flood?", "what has been reported about the flood?",
     "since 2026-03-01"),
    ("What did Colonel Tarrant say last week?", "What did Colonel Tarrant say?", "since 2026-11-16; until 2026-11-22"),
    ("Was wurde seit März über die Schleusen geschrieben?", "Was wurde über die Schleusen geschrieben?",
     "since 2026-03-01"),
    ("¿Qué se ha escrito desde marzo sobre el faro?", "¿Qué se ha escrito sobre el faro?", "since 2026-03-01"),
    ("Что писали с марта 2025 года о школе?", "Что писали о школе?", "since 2025-03-01"),
    ("Що писали минулого тижня про школу?", "Що писали про школу?", "since 2026-11-16; until 2026-11-22"),
    ("what did the chronicle report in March about the school?", "what did the chronicle report about the school?",
     "since 2026-03-01; until 2026-03-31"),
    ("was schreibt der bote im märz über die schleuse", "was schreibt der bote über die schleuse",
     "since 2026-03-01; until 2026-03-31"),
    ("что писали в феврале о должниках", "что писали о должниках", "since 2026-02-01; until 2026-02-28"),
    ("що писали у вересні 2025 про школу?", "що писали про школу?", "since 2025-09-01; until 2025-09-30"),
    ("What did Meduza report before 2020 about rowing?", "rowing?", "until 2019-12-31; in Meduza"),
    ("what was written between March and May about rowing?", "what was written about rowing?",
     "since 2026-03-01; until 2026-05-31"),
    ("what has been published after 1 June 2025?", "what has been published?", "since 2025-06-02"),
    # a part of a month or a year, the weekend, hours
    ("news since early 2024", "news", "since 2024-01-01"),
    ("Nachrichten seit Anfang März", "Nachrichten", "since 2026-03-01"),
    ("actualités depuis la fin de 2024", "actualités", "since 2024-01-01"),
    ("noticias desde principios de marzo", "noticias", "since 2026-03-01"),
    ("новости с начала 2025 года", "новости", "since 2025-01-01"),
    ("новини з початку березня", "новини", "since 2026-03-01"),
    ("What happened at the weekend in Skarn?", "What happened in Skarn?", "since 2026-11-21"),
    ("Nachrichten vom letzten Wochenende", "Nachrichten", "since 2026-11-21; until 2026-11-24"),
    ("Que s'est-il passé ce week-end ?", "Que s'est-il passé?", "since 2026-11-21"),
    ("¿Qué pasó el fin de semana?", "¿Qué pasó?", "since 2026-11-21"),
    ("Что случилось на выходных?", "Что случилось?", "since 2026-11-21"),
    ("Що сталося на вихідних?", "Що сталося?", "since 2026-11-21"),
    ("What happened in the last 24 hours?", "What happened?", "since 2026-11-23"),
    ("was ist in den letzten 48 Stunden passiert?", "was ist passiert?", "since 2026-11-22"),
    # dates in questions about news
    ("What's new since March?", "What's new?", "since 2026-03-01"),
    ("What happened in Skarn last week?", "What happened in Skarn?", "since 2026-11-16"),
    ("Was ist letzte Woche passiert?", "Was ist passiert?", "since 2026-11-16"),
    ("What happened in Skarn the day before yesterday?", "What happened in Skarn?", "since 2026-11-22"),
    ("Was ist vorgestern passiert?", "Was ist passiert?", "since 2026-11-22"),
    ("que s'est-il passé avant-hier ?", "que s'est-il passé?", "since 2026-11-22"),
    ("¿Qué pasó anteayer?", "¿Qué pasó?", "since 2026-11-22"),
    ("Что случилось позавчера?", "Что случилось?", "since 2026-11-22"),
    ("Що сталося позавчора?", "Що сталося?", "since 2026-11-22"),
    ("que s'est-il passé la semaine dernière ?", "que s'est-il passé?", "since 2026-11-16"),
    ("что случилось вчера?", "что случилось?", "since 2026-11-23"),
    # so many days up to now, and since a weekday
    ("what was written about ice in the past few days?", "what was written about ice?",
     "since 2026-11-17; until 2026-11-24"),
    ("noticias del año pasado sobre la escuela", "noticias sobre la escuela", "since 2025-01-01; until 2025-12-31"),
    ("articles du mois dernier sur l'école", "articles sur l'école", "since 2026-10-01; until 2026-10-31"),
    ("last week's news about the bridge", "news about the bridge", "since 2026-11-16; until 2026-11-22"),
    ("show me yesterday’s articles", "show me articles", "since 2026-11-23; until 2026-11-23"),
    ("les articles d'aujourd'hui", "les articles", "since 2026-11-24; until 2026-11-24"),
    ("¿qué se publicó ayer sobre el puente?", "¿qué se publicó sobre el puente?",
     "since 2026-11-23; until 2026-11-23"),
    ("nouvelles d'hier", "nouvelles", "since 2026-11-23; until 2026-11-23"),
    ("Artikel vom letzten Monat über Eis", "Artikel über Eis", "since 2026-10-01; until 2026-10-31"),
    ("Artikel des letzten Monats über Eis", "Artikel über Eis", "since 2026-10-01; until 2026-10-31"),
    ("Nachrichten aus dem letzten Jahr", "Nachrichten", "since 2025-01-01; until 2025-12-31"),
    ("noticias del mes pasado", "noticias", "since 2026-10-01; until 2026-10-31"),
    ("articles from the last two weeks about ice", "articles about ice", "since 2026-11-10; until 2026-11-24"),
    ("what has happened in the last month?", "what has happened?", "since 2026-10-24"),
    ("articles from the last week about ice", "articles about ice", "since 2026-11-17; until 2026-11-24"),
    ("Was wurde in den letzten Tagen über Eis geschrieben?", "Was wurde über Eis geschrieben?",
     "since 2026-11-17; until 2026-11-24"),
    ("articles des trois derniers jours sur la glace", "articles sur la glace", "since 2026-11-21; until 2026-11-24"),
    ("noticias de los últimos dos meses sobre el hielo", "noticias sobre el hielo",
     "since 2026-09-23; until 2026-11-24"),
    ("статьи за последнюю неделю", "статьи", "since 2026-11-17; until 2026-11-24"),
    ("новини за тиждень", "новини", "since 2026-11-17; until 2026-11-24"),
    ("статті за останній тиждень", "статті", "since 2026-11-17; until 2026-11-24"),
    ("articles since Monday about ice", "articles about ice", "since 2026-11-23"),
    ("Was ist seit Dienstag passiert?", "Was ist passiert?", "since 2026-11-17"),
    ("Artikel seit Montag, dem 9. November", "Artikel", "since 2026-11-09"),
    ("articles depuis lundi", "articles", "since 2026-11-23"),
    ("artículos desde el lunes", "artículos", "since 2026-11-23"),
    ("что писали с понедельника о школе", "что писали о школе", "since 2026-11-23"),
    ("статті з п’ятниці", "статті", "since 2026-11-20"),
    ("что было на прошлой неделе", "что было", "since 2026-11-16"),
    ("was stand letzte Woche in der Zeitung?", "was stand in der Zeitung?", "since 2026-11-16"),
    ("Was hat letzte Woche der Minister gesagt?", "Was hat der Minister gesagt?",
     "since 2026-11-16; until 2026-11-22"),
    ("What did he say yesterday before the vote?", "What did he say before the vote?",
     "since 2026-11-23; until 2026-11-23"),
    ("что за неделю писали о школе", "что писали о школе", "since 2026-11-17; until 2026-11-24"),
    ("що сталося за останні дні у школі?", "що сталося у школі?", "since 2026-11-17"),
    # months cut short, beside their year
    ("articles from Jan 2025 about ice", "articles about ice", "since 2025-01-01; until 2025-01-31"),
    ("articles since Sept. 5, 2025", "articles", "since 2025-09-05"),
    ("Artikel vom 5. Okt. 2024", "Artikel", "since 2024-10-05; until 2024-10-05"),
    ("articles depuis janv. 2025 sur la glace", "articles sur la glace", "since 2025-01-01"),
    ("artículos desde ene 2025 sobre el hielo", "artículos sobre el hielo", "since 2025-01-01"),
    ("статьи с 5 янв. 2025 года о льде", "статьи о льде", "since 2025-01-05"),
    ("статті за лют. 2025 про лід", "статті про лід", "since 2025-02-01; until 2025-02-28"),
    # so long ago: then, or told later
    ("What happened one week ago?", "What happened?", "since 2026-11-11"),
    ("what happened in Skarn two weeks ago?", "what happened in Skarn?", "since 2026-11-04"),
    ("news from 3 days ago", "news", "since 2026-11-21; until 2026-11-24"),
    ("what was written twenty-two days ago about ice?", "what was written about ice?",
     "since 2026-11-02; until 2026-11-24"),
    ("Was wurde vor zwei Wochen über Eis geschrieben?", "Was wurde über Eis geschrieben?",
     "since 2026-11-04; until 2026-11-24"),
    ("Was ist vor einer Woche passiert?", "Was ist passiert?", "since 2026-11-11"),
    ("que s'est-il passé il y a deux semaines ?", "que s'est-il passé?", "since 2026-11-04"),
    ("articles d'il y a deux mois sur la glace", "articles sur la glace", "since 2026-08-24; until 2026-11-24"),
    ("¿Qué pasó hace dos semanas?", "¿Qué pasó?", "since 2026-11-04"),
    ("Что случилось две недели назад?", "Что случилось?", "since 2026-11-04"),
    ("Что писали неделю назад о школе?", "Что писали о школе?", "since 2026-11-11; until 2026-11-24"),
    ("Що сталося два тижні тому?", "Що сталося?", "since 2026-11-04"),
    # up to now
    ("articles from May 2024 to now about ice", "articles about ice", "since 2024-05-01"),
    ("news from 2023 to the present", "news", "since 2023-01-01"),
    ("Artikel von Mai 2024 bis jetzt", "Artikel", "since 2024-05-01"),
    ("статьи с 2023 года по настоящее время", "статьи", "since 2023-01-01"),
    ("статті за 2024 рік про лід", "статті про лід", "since 2024-01-01; until 2024-12-31"),
    ("що сталося учора?", "що сталося?", "since 2026-11-23"),
    # dates separated by punctuation
    ("since March: how many were evacuated?", "how many were evacuated?", "since 2026-03-01"),
    ("who resigned (before 2023)?", "who resigned?", "until 2022-12-31"),
    ("Who was evacuated? after 5 May 2024", "Who was evacuated?", "since 2024-05-06"),
    ("between January and March 2025: what did it cost?", "what did it cost?", "since 2025-01-01; until 2025-03-31"),
    ("who resigned [before 2023]?", "who resigned?", "until 2022-12-31"),
    ("Who was evacuated? After 5 May 2024.", "Who was evacuated?", "since 2024-05-06"),
    ("What has been written since March, and by whom?", "What has been written, and by whom?", "since 2026-03-01"),
    ("What happened in Skarn last year?", "What happened in Skarn?", "since 2025-01-01"),
    # the first of two
    ("articles since March about what was reported since May 2025", "articles about what was reported since May 2025",
     "since 2026-03-01"),
    ("articles before 2023 about what was reported before 2020", "articles about what was reported before 2020",
     "until 2022-12-31"),
    # sources
    ("how many are there, according to The Harrow Gazette?", "how many are there?", "in The Harrow Gazette"),
    ("Who won according to the harrow gazette?", "Who won?", "in The Harrow Gazette"),
    ("Articles in meduza about Davos", "Articles about Davos", "in Meduza"),
    ("In Meduza, Tarrant said what?", "Tarrant said what?", "in Meduza"),
    ('what was written in "Meduza" about Davos?', "what was written about Davos?", "in Meduza"),
    ("what did Tarrant say in The Harrow Gazette?", "what did Tarrant say?", "in The Harrow Gazette"),
    ("what did tarrant say in the harrow gazette?", "what did tarrant say?", "in The Harrow Gazette"),
    ("According to The Harrow Gazette, how many are there?", "how many are there?", "in The Harrow Gazette"),
    ("according to the Harrow Gazete how many are there", "how many are there", "in The Harrow Gazette"),
    ("how do I close an account at Harrow Savings Bank?", "how do I close an account?",
     "in Harrow Savings Bank, Help Centre"),
    ("was kostet das Semester an der Hochschule Lauenstein", "was kostet das Semester", "in Hochschule Lauenstein"),
    ("In Meduza, who spoke?", "who spoke?", "in Meduza"),
    ("what was written in “Meduza” about Davos?", "what was written about Davos?", "in Meduza"),
    ("articles in Meduza about Davos", "articles about Davos", "in Meduza"),
    ("news from Illow Valley Courier since March about rowing", "news about rowing",
     "since 2026-03-01; in Illow Valley Courier"),
    ("was stand im Brenholter Boten?", "was stand?", "in Brenholter Bote"),
    ("Laut Brenholter Bote, wer baut die Schleuse?", "wer baut die Schleuse?", "in Brenholter Bote"),
    ("Selon Meduza, qui a parlé ?", "qui a parlé ?", "in Meduza"),
    ("Según El Faro de Santa Brisa, ¿quién cuida el faro?", "¿quién cuida el faro?", "in El Faro de Santa Brisa"),
    ("По данным Медузы, где лечат раненых?", "где лечат раненых?", "in Медуза"),
    ("что сказали в Медузе?", "что сказали?", "in Медуза"),
    ("What does Meduza say about the soldiers?", "the soldiers?", "in Meduza"),
    ("What did Reading Post write about the festival?", "the festival?", "in Reading Post"),
    ("¿Qué publicó El País sobre el faro desde marzo?", "el faro?", "since 2026-03-01; in El País"),
    ("Qu'a publié Meduza sur la guerre depuis mars ?", "la guerre?", "since 2026-03-01; in Meduza"),
    ("Что опубликовала Медуза о войне с марта?", "войне?", "since 2026-03-01; in Медуза"),
    ("What has Meduza reported about the school since March?", "the school?", "since 2026-03-01; in Meduza"),
    ("what was said in Meduza?", "what was said?", "in Meduza"),
    ("¿Qué dijo El País sobre el faro?", "el faro?", "in El País"),
    ("Что писал Северный берег о школе с мая?", "школе?", "since 2026-05-01; in Северный берег"),
    ("что писал северный берег в июне об аварии", "аварии", "since 2026-06-01; until 2026-06-30; in Северный берег"),
    ("что писала медуза об аварии", "аварии", "in Медуза"),
    ("що писало перехрестя про марафон", "марафон", "in Перехрестя"),
    ("что пишет перекресток о школе", "школе", "in Перекрёсток"),
    ("Статьи в Медузе за прошлый месяц", "Статьи", "since 2026-10-01; until 2026-10-31; in Медуза"),
    ("За даними Медузи, де лікують поранених?", "де лікують поранених?", "in Медуза"),
]  # fmt: skip

ASKED_ABOUT = """
articles since 5/3/2024 about ice
(since March)
who has won according to
what did he say in (Meduza)?
what did readings say about the temperature
what was said in Medusa?
according to Lumon, who won?
что было сказано в медузе
what was said in Times of war about food?
What did he say in The Times Square about the war?
articles in Meduza Quarterly about Davos
What was said in Reading hospital?
Tarrant's articles about the election in 2020
articles about the war before May 2014
articles about who has been evacuated since March by boat
2024 год: кто победил?
who resigned (as mayor before 2023)?
who resigned (before 2023 or later)?
What was built since March: a bridge or a dam?
Who was evacuated? After 5 May 2024 it rained
Artículos del país vasco
who won the weekend lottery?
is the museum open at weekends?
в какие дни выходные?
what was written about the bridge before the war?
What happened in 1999?
What has happened since 1999?
Who won in 2024?
How many were evacuated in March 2024?
How many have been evacuated since March?
Since March, how many have been evacuated?
Who has been mayor since 2012?
Who was mayor before 2023?
What was built between 1914 and 1918?
When was the bridge closed after 5 May 2024?
How many articles were published in 2024?
Who wrote articles in 1905?
What are the articles of confederation from 1781?
When was article 5 changed in 2020?
articles about the war before 2014
articles about the town after 1945
articles on the October Revolution
articles on May Day
news from the May election
What was published in March 1848 by the printers?
articles from 3 to 2024
news March on Rome
что писали о победе 9 мая
Quand a eu lieu l'ouverture du nouveau pont depuis mai ?
Gibt es ein neues Museum seit März?
news about the flood in 2024
What is the story of the 1999 film?
What did the ministry announce in March 2024?
What did the mayor say in March about the school?
What was written in 1905 about the school?
Who wrote articles in March 1905?
Which newspaper was founded before 1900?
How much did fares rise last year?
May I ask who may march in March?
In 2024: who won?
latest news
since March
According to Tarrant, where do they recover?
According to the gazette, who spoke?
How do bees live in nature?
Who lives in the Times Square?
Who works in Harrow?
Who works at Harrow Savings Bank?
What was burnt at Reading?
How many were at the Times Square?
Who lives in Reading?
Is reading in bed bad for the eyes?
How do bees live in Nature?
What happened in Meduza's office?
Who works for Meduza?
What did May say about Brexit?
March of the penguins
When did the soldiers march?
Where has he lived since he was born?
Who has been ill since last week?
How have the times changed since 1990?
Who reads The Times on the train?
Which bridge was closed last year?
Did anything change in the last week of May?
What was written in the last days of the war?
What happened in the last week of the war?
What happened in the last year of his life?
Was ist im letzten Jahr des Krieges passiert?
Que s'est-il passé cette semaine-là ?
que s'est-il passe ce mois-la
What happened in the last week before the vote?
Was war in der letzten Woche der Ausstellung?
Was ist im letzten Jahr seiner Amtszeit passiert?
Was war in den letzten Tagen vor der Wahl?
Que s'est-il passé les derniers jours du siège ?
Que s'est-il passé la dernière semaine d'août ?
¿Qué pasó en los últimos días del asedio?
¿Qué pasó la última semana antes de las elecciones?
Что случилось в последний год его жизни?
Что было в последнюю неделю войны?
Что случилось в последний месяц года?
Що сталося в останній тиждень війни?
Що сталося за останній рік його життя?
What happened more than two weeks ago?
What happened 2-3 weeks ago?
What happened a few days ago?
What happened twenty two days ago?
What happened two hundred five days ago?
Что случилось двести пять дней назад?
Что случилось двадцать два дня назад?
Was ist vor vielen Wochen passiert?
What happened 20 years ago?
Was ist vor mehr als zwei Wochen passiert?
¿Qué pasó hace quince días?
Que s'est-il passé il y a sept semaines ?
Что случилось более двух недель назад?
Що сталося кілька днів тому?
Is the pool open (from Monday to Friday)?
How late is it open? until Sunday
Что писали за неделю до выборов?
Since when has the ferry been out of service?
Wer lebt seit März in Brenholt?
¿Quién vive en el faro de Santa Brisa?
¿Cuál es el país más grande?
Кто живёт на северном берегу?
Где водится медуза?
Who founded Meduza?
According to nature, who is the fittest?
According to Reading-based scientists, who won?
Según el país de origen, ¿cuánto cuesta?
Selon l'aube-même, qui vient ?
Who spoke in meduza?
Wer gewann 2024?
Was geschah in der Zeit?
Was geschah vor 2023?
Seit wann gibt es die Schleuse?
Wie viele wurden seit März evakuiert?
Qui a gagné en 2024 ?
Combien de personnes ont été évacuées depuis mars ?
¿Quién ganó en 2024?
¿Cuántos fueron evacuados desde marzo?
Что случилось в 1999 году?
Сколько эвакуировали с марта?
Что построили между 1914 и 1918 годом?
Хто переміг у 2024 році?
Скільки евакуювали з березня?
""".strip().splitlines()


AUTHORS = ("Ida Holm", "Per Holm", "Joss Harbin", "Inés Calatrava Roel", "Вера Слободина", "Mark May",
           "Ann Smith-Jones", "Анна Лисина-Петрова", "Jane Doe 💙", "Sinéad O'Dea", "J. R. Marsh")  # fmt: skip
BY = [
    ("what did Ida Holm write about the bridge?", "the bridge?", "by Ida Holm"),
    ("what has Harbin reported about the flood", "the flood", "by Joss Harbin"),
    ("articles by Joss Harbin since May about the flood", "articles about the flood",
     "since 2026-05-01; by Joss Harbin"),
    ("was schreibt Joss Harbin über die Schleusen", "die Schleusen", "by Joss Harbin"),
    ("Was hat Joss Harbin über die Schleusen geschrieben?", "die Schleusen?", "by Joss Harbin"),
    ("¿Qué escribió Inés Calatrava Roel sobre el faro?", "el faro?", "by Inés Calatrava Roel"),
    ("que escribio ines calatrava roel sobre el faro", "el faro", "by Inés Calatrava Roel"),
    ("что пишет Вера Слободина о школе", "школе", "by Вера Слободина"),
    ("статьи Веры Слободиной о школе", "статьи о школе", "by Вера Слободина"),
    ("what does Smith-Jones write about schools", "schools", "by Ann Smith-Jones"),
    ("что пишет Лисина-Петрова о школе", "школе", "by Анна Лисина-Петрова"),
    ("что опубликовала Вера Слободина о школе", "школе", "by Вера Слободина"),
    ("what did Sinead O’Dea write about schools", "schools", "by Sinéad O'Dea"),
    ("what did J.R. Marsh write about ice", "ice", "by J. R. Marsh"),
    ("the article by Joss Harbin about the bridge", "the article about the bridge", "by Joss Harbin"),
    ("les articles d'Inés Calatrava Roel sur le phare", "les articles sur le phare", "by Inés Calatrava Roel"),
    ("un article de Joss Harbin sur le phare", "un article sur le phare", "by Joss Harbin"),
    ("artículo de Inés Calatrava Roel sobre el faro", "artículo sobre el faro", "by Inés Calatrava Roel"),
    ("ein Bericht von Harbin über die Schleusen", "ein Bericht über die Schleusen", "by Joss Harbin"),
    ("статья Веры Слободиной о школе", "статья о школе", "by Вера Слободина"),
    ("стаття Вера Слободина про школу", "стаття про школу", "by Вера Слободина"),
    ("статьи Медузы о войне", "статьи о войне", "in Медуза"),
    ("what did Ida Holm write about the bridge in The Harrow Gazette?", "the bridge?",
     "by Ida Holm; in The Harrow Gazette"),
]  # fmt: skip
NOT_BY = [
    "what did Ida Holm say about the bridge?",
    "what did Holm write about the bridge?",  # two authors are called Holm
    "what did they write about the bridge in May?",
    "what did the May write about the bridge?",
    "who wrote about the bridge?",
    "what did Ida Holmgren write about the bridge?",
    "was Joss Harbin on the bridge?",
    "qué escribió Roel de la Torre",
    "was hat Joss Harbin über die Schleusen gesagt?",
    "что пишет Лисина о школе?",
]


def understand(question: str, *, sources: Sequence[str], today: date | None, authors: Sequence[str] = ()) -> Understood:
    return split.understand(StandAlone(question), sources=sources, authors=authors, today=today)


@pytest.mark.parametrize(("question", "rest", "words"), BY, ids=[row[0] for row in BY])
def test_an_author_is_who_writes(question: str, rest: str, words: str) -> None:
    found = understand(question, sources=SOURCES, authors=AUTHORS, today=TODAY)
    assert (found.question.text, "; ".join(found.words)) == (rest, words)


@pytest.mark.parametrize("question", NOT_BY)
def test_no_author_is_meant(question: str) -> None:
    assert not understand(question, sources=SOURCES, authors=AUTHORS, today=TODAY).filter.authors


@pytest.mark.parametrize(("question", "rest", "words"), UNDERSTOOD, ids=[row[0] for row in UNDERSTOOD])
def test_a_filter_is_understood_and_taken_out(question: str, rest: str, words: str) -> None:
    found = understand(question, sources=SOURCES, today=TODAY)
    assert (found.question.text, "; ".join(found.words)) == (rest, words)


@pytest.mark.parametrize("question", ASKED_ABOUT)
def test_what_is_asked_about_is_left_alone(question: str) -> None:
    found = understand(question, sources=SOURCES, today=TODAY)
    assert (found.question.text, found.filter) == (question, Filter())


NAMED_LIKE_DAYS = [
    ("What did USA Today report about the strike?", "the strike?", "in USA Today"),
    ("what did usa today report last week about the strike?", "the strike?",
     "since 2026-11-16; until 2026-11-22; in USA Today"),
    ("Was hat Heute über den Streik geschrieben?", "den Streik?", "in Heute"),
    ("Artikel aus Heute über den Streik", "Artikel über den Streik", "in Heute"),
    ("Was wurde heute über den Streik geschrieben?", "Was wurde über den Streik geschrieben?",
     "since 2026-11-24; until 2026-11-24"),
    ("Что писала газета «Сегодня» о забастовке?", "забастовке?", "in Сегодня"),
    ("articles from April Gazette about the strike", "articles about the strike", "in April Gazette"),
    ("What's new this week?", "What's new?", "since 2026-11-23"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "rest", "words"), NAMED_LIKE_DAYS, ids=[row[0] for row in NAMED_LIKE_DAYS])
def test_a_source_may_be_called_like_a_day(question: str, rest: str, words: str) -> None:
    sources = ("USA Today", "Heute", "Сегодня", "April Gazette", "This Week")
    found = understand(question, sources=sources, today=TODAY)
    assert (found.question.text, "; ".join(found.words)) == (rest, words)


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("What did the BBC report about the strike?", "BBC News"),
        ("what does Spiegel say about the strike", "Spiegel Online"),
        ("What does Local say about the strike?", None),
        ("Was steht in der Süddeutschen Zeitung über den Streik?", "Süddeutsche Zeitung"),
        ("Что пишет Реутерс о забастовке?", "Reuters"),
        ("Что пишут в Коммерсанте о забастовке?", "Коммерсантъ"),
    ],
)
def test_a_source_goes_by_its_short_name_or_in_the_question_s_letters(question: str, source: str | None) -> None:
    sources = ("BBC News", "Spiegel Online", "Local News", "Süddeutsche Zeitung", "Reuters", "Коммерсантъ")
    found = understand(question, sources=sources, today=TODAY)
    assert found.filter.sources == ((source,) if source else ())


def test_a_short_name_of_two_sources_means_neither() -> None:
    question = "What did the BBC report about the strike?"
    assert understand(question, sources=("BBC News", "BBC Sport"), today=TODAY).filter.empty


def test_no_source_is_invented() -> None:
    question = "According to The Harrow Gazette, who spoke in Meduza?"
    assert understand(question, sources=("Port Ansel Post",), today=TODAY).filter.empty


def test_without_dates_in_the_index_no_date_is_understand() -> None:
    assert understand("articles since March about ice", sources=(), today=None).filter.empty


def test_dates_that_are_none() -> None:
    assert understand("articles since \x01 and in March \x02 about ice", sources=(), today=TODAY).filter.empty
    assert understand("статьи за последние 2024 года о льде", sources=(), today=TODAY).filter.empty
    assert understand("articles since 31 February 2024 about ice", sources=(), today=TODAY).filter.empty
    assert understand("articles between 2025 and 2023 about ice", sources=(), today=TODAY).filter.empty


def test_what_is_given_as_such_goes_before_what_is_understand() -> None:
    understood = Filter(sources=("Meduza",), since=date(2025, 3, 1))
    assert apply(Filter(), understood) == understood
    assert apply(Filter(until=date(2024, 1, 1)), understood) == Filter(("Meduza",), until=date(2024, 1, 1))
    assert apply(Filter(sources=("A",)), understood) == Filter(("A",), since=date(2025, 3, 1))


@given(st.text(max_size=200), st.sampled_from(UNDERSTOOD))
def test_any_text_keeps_its_words_but_for_the_filter(text: str, row: tuple[str, str, str]) -> None:
    for question in (text, f"{row[0]} {text}"):
        found = understand(question, sources=SOURCES, today=TODAY)
        left = iter(question)
        assert all(char in left for char in found.question.text if not char.isspace())  # in order, nothing added


@pytest.mark.parametrize(
    "part", ["since ", "in ", "according to ", "de ", "between May and ", "(since March ", "was wurde "]
)
def test_a_hostile_question_takes_no_time(part: str) -> None:
    started = time.process_time()
    understand((part * 2000)[:2000], sources=[f"Source {number} Post" for number in range(1000)], today=TODAY)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("written", "source"), [("the Harow Gazette", "Harrow Gazette"), ("Meudza", "Meduza"), ("Mduza", "Meduza")]
)
def test_a_name_with_a_wrong_letter_is_found_without_a_look_at_each(written: str, source: str) -> None:
    sources = [*(f"Source{number} Post" for number in range(2000)), "Harrow Gazette", "Meduza"]
    with patch("retrieval.question.filters.name_lookup.slip", side_effect=slip) as compared:
        found = understand(f"According to {written}, who won?", sources=sources, today=TODAY)
    assert found.filter.sources == (source,)
    assert compared.call_count < 10


@pytest.fixture
def retriever(folder: Path, update: Update) -> Iterator[Retriever]:
    update(SEEDS)

    def embedder_for(model: ModelRecord):  # type: ignore[no-untyped-def] # the registry's own type
        return load_embedder(model.name)

    with IndexReader(folder) as reader:
        yield Retriever(reader, embedder_for, today=lambda: TODAY)


def test_an_understood_filter_is_applied_and_shown(retriever: Retriever) -> None:
    found = ask(retriever, "articles before 2025 about the flood", k=10)
    assert found.interpreted_as == "articles about the flood"
    assert found.understood == ("until 2024-12-31",)
    assert found.hits
    assert all(hit.article.published and hit.article.published < "2025" for hit in found.hits)


def test_a_given_filter_wins_and_nothing_is_said_to_be_understand(retriever: Retriever) -> None:
    given_one = Filter(since=date(2025, 1, 1))
    found = ask(retriever, "articles before 2025 about the flood", where=given_one)
    assert (found.filter, found.understood) == (given_one, ())
    assert found.hits
    assert all(hit.article.published and hit.article.published >= "2025" for hit in found.hits)


def test_the_name_of_an_author_is_no_slip(
    folder: Path, update: Update, tmp_path: Path, retriever: Retriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HashingEmbedder, "count_tokens", lambda _, texts: [len(text) for text in texts])
    text = "---\nauthor: Ida Tarrent\n---\n# The fair\n\nThe fair at Illow was cancelled, the council said.\n"
    (tmp_path / "fair.md").write_text(text, encoding="utf-8")
    assert ask(retriever, "what does Colonel Tarrent think").understood == ("“Tarrent” as “Tarrant”",)
    update(SEEDS, tmp_path / "fair.md")
    assert ask(retriever, "what does Colonel Tarrent think").understood == ()


def test_a_source_that_is_only_cited_does_not_hide_who_cites_it(retriever: Retriever) -> None:
    """The interview appeared in The Harrow Gazette; the article about it in the Herald."""
    found = ask(retriever, "what did Colonel Ilse Tarrant tell of night nurses in The Harrow Gazette?", max_error=0.0)
    assert found.hits[0].article.source == "Merrin Coast Herald"
    assert found.filter.empty
    assert found.understood == ()


def test_the_month_that_something_was_written_in_hides_no_article_that_tells_of_it(
    folder: Path, update: Update, tmp_path: Path
) -> None:
    told = "In March 2025 Tarrant wrote in her diary about the bridge: it had been lost."
    for name, day, text in (("diary", "2026-05-02", told), ("fair", "2025-03-09", "The fair at Illow was cancelled.")):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: {day}\n---\n# The {name}\n\n{text}\n", encoding="utf-8")
    update(*sorted(tmp_path.glob("*.md")))
    with IndexReader(folder) as reader:
        retriever = Retriever(reader, lambda model: load_embedder(model.name), today=lambda: TODAY)
        found = ask(retriever, "What did Tarrant write in March 2025 about the bridge?")
        assert found.hits[0].article.title == "The diary"
        assert found.filter.empty


def test_a_source_or_an_author_may_be_given_with_other_marks(folder: Path, update: Update, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\nsource: Перекрёсток\nauthor: Дар’я Зотова\n---\n# Мост\n\nМост закрыт до мая.\n", encoding="utf-8"
    )
    update(tmp_path / "a.md")
    with IndexReader(folder) as reader:
        retriever = Retriever(reader, lambda model: load_embedder(model.name), today=lambda: TODAY)
        assert ask(retriever, "когда откроют мост", where=Filter(sources=("перекресток",))).hits
        assert ask(retriever, "когда откроют мост", where=Filter(authors=("дар'я зотова",))).hits


def test_people_are_shown_what_was_understand(retriever: Retriever) -> None:
    found = ask(retriever, "articles before 2025 in The Harrow Gazette about the flood")
    assert found.filter == Filter(("The Harrow Gazette",), until=date(2024, 12, 31))
    assert "Understood: until 2024-12-31; in The Harrow Gazette" in TerminalRenderer().answer(found)
    assert scope(found.filter) == "The Harrow Gazette · – 2024-12-31"
    assert scope(Filter(since=date(2025, 3, 1))) == "2025-03-01 –"
