"""A newer article's replacement for an older one's day, time or person is shown; other events are not."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.asking import ask
from bot.render.terminal import TerminalRenderer
from embeddings.registry import load_embedder
from retrieval.answering.moments import moments_in
from retrieval.answering.newer import superseding
from retrieval.index import IndexReader
from retrieval.index.writer import update_index
from retrieval.language.text import stems
from retrieval.question.terms import question_stems
from retrieval.search import Retriever
from retrieval.types import Article, Reported

from .conftest import HASHING
from .ranking_parts import candidate, passages, question, rank


class Pair(NamedTuple):
    """An article that answers a question, and a later article."""

    asked: str
    language: str
    old: str
    new: str
    shown: tuple[str, ...] = ()
    """What is shown of the newer article and of the older one."""
    title: str = ""
    """Title of the newer article."""
    days: tuple[str, ...] = ("2026-11-10", "2026-11-20")


def found_in(pair: Pair, *further: str) -> tuple[Reported, ...]:
    """Return what is shown with the older article's answer."""
    texts = (pair.old, pair.new, *further)
    titles, days = (
        ("", pair.title, *further),
        (*pair.days, None, None)[:2] if not further else (*pair.days, "2026-11-25"),
    )
    articles = [
        Article(id=str(at), uri=str(at), text=text, title=titles[at] or None, published=day, language=pair.language)
        for at, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    found = [(it, passage) for it in articles for passage in passages(it)]
    wanted = {*question_stems(pair.asked, pair.language)}
    asked = question(pair.asked, [it for _, it in found], language=pair.language, articles=pair.language)
    scores = [len(wanted & {*stems(passage.text, pair.language)}) for _, passage in found]
    hits = rank(asked, [candidate(it, p, bm25=float(score)) for (it, p), score in zip(found, scores, strict=True)])
    return superseding(pair.asked, sorted(hits, key=lambda hit: hit.article.id != "0"))


SUPERSEDED = [
    Pair("When does Mill Bridge close?", "en", "Mill Bridge will be closed to all cars from 11 January.",
         "The closure of Mill Bridge will start on 8 February instead of 11 January, the council announced on Friday.",
         ("8 February", "11 January")),
    Pair("When does the museum in Tarn open?", "en", "The museum in Tarn will open on 3 May, Ida Lund said.",
         "The opening of the museum in Tarn has been put back to 14 June, said Jens Holt.", ("14 June", "3 May"),
         days=("2026-03-10", "2026-04-20")),
    Pair("When does the museum in Tarn open?", "en", "The museum in Tarn will open on 3 May.",
         "Visitors can see the museum from 14 June: it opens with a feast.", ("14 June", "3 May"),
         title="Opening of the Tarn museum delayed", days=("2026-03-10", "2026-04-20")),
    Pair("When does the museum in Tarn open?", "en", "The museum in Tarn will open on 3 May, as Nora Falk wished.",
         "The museum in Tarn will open on 14 June instead of 3 May, and Jens Holt will sing.", ("14 June", "3 May"),
         days=("2026-03-10", "2026-04-20")),
    Pair("When does the museum in Tarn open?", "en", "The museum in Tarn will open on Monday, 3 May.",
         "The museum in Tarn will open on Friday, 14 June, instead of 3 May.", ("14 June", "3 May"),
         days=("2026-03-10", "2026-04-20")),
    Pair("When does the museum in Tarn open?", "en", "The museum in Tarn has a new roof. It will open on 3 May.",
         "The museum in Tarn will open on 14 June at 6pm instead of 3 May.", ("14 June", "3 May"),
         days=("2026-03-10", "2026-04-20")),
    Pair("When does the Tarn festival start?", "en", "The Tarn jazz festival starts on 12 December.",
         "The festival in Tarn was put back: it starts on 20 December.", ("20 December", "12 December")),
    Pair("When does the swimming pool open?", "en", "The swimming pool opens at 8am.",
         "Doors open at 9am instead of 8am.", ("9am", "8am"), title="New hours at the swimming pool"),
    Pair("When does the library of Tarn close?", "en", "On weekdays the library of Tarn closes at 8pm.",
         "The library of Tarn will close at 6pm instead of 8pm.", ("6pm", "8pm")),
    Pair("When does the pool in Tarn open?", "en", "Thanks to Nora Falk the pool in Tarn opens at 8am.",
         "From Monday the pool in Tarn will open at 9am instead of 8am.", ("9am", "8am")),
    Pair("Wann öffnet das Bad in Tarn?", "de", "Das Bad in Tarn öffnet in den Ferien um 8 Uhr.",
         "Das Bad in Tarn öffnet um 9 Uhr statt um 8 Uhr, weil der Strom fehlt.", ("9 Uhr", "8 Uhr")),
    Pair("When does the central library close?", "en", "The central library in Corn Street closes at 8pm.",
         "The central library in Corn Street will open at 9am instead of 10am and close at 6pm instead of 8pm.",
         ("6pm", "8pm")),
    Pair("When does the Tarn parade start?", "en", "The Tarn parade starts at 10am.",
         "The Tarn parade was moved to 11am. The start of the Tarn parade was moved to 11am because of the heat.",
         ("11am", "10am")),
    Pair("When does the central library close?", "en", "The central library in Corn Street closes at 8pm.",
         "The central library in Corn Street will close at 6pm instead of 8pm, but on Saturdays it stays open to 5pm.",
         ("6pm", "8pm")),
    Pair("When does the Tarn parade start?", "en", "The Tarn parade starts at 10am.",
         "The start of the Tarn parade was moved to 11.30am because of the heat.", ("11.30am", "10am")),
    Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn, Ida Lund, opened the fair.",
         "Jens Holt succeeded Ida Lund as mayor of Tarn on Monday.", ("Jens Holt", "Ida Lund")),
    Pair("Who is the winner of the Tarn cup?", "en", "Nora Falk is the winner of the Tarn cup since Tuesday.",
         "The result of the Tarn cup has been annulled after a protest.", ("annulled", "Nora Falk")),
    Pair("When does the Tarn festival begin?", "en", "The Tarn festival will begin on 12 December at 8pm.",
         "The Tarn festival has been called off for want of money.", ("called off", "12 December")),
    Pair("When does the new wing of the Kelby museum open?", "en",
         "The new wing of the Kelby museum will open on 9 May, its director Hanna Roy said.",
         "Because of a leaking roof the opening has been postponed to 20 June, said Hanna Roy.", ("20 June", "9 May"),
         title="New wing of the Kelby museum delayed", days=("2026-03-10", "2026-04-20")),
    Pair("Qui a gagné la coupe de Tarn ?", "fr", "Le maire félicite Nora Falk, qui a gagné la coupe de Tarn.",
         "La coupe de Tarn est annulée.", ("annulée", "Nora Falk")),
    Pair("Who won the Tarn cup?", "en", "Harrow won the Tarn cup.", "The Tarn cup has been declared void.",
         ("declared void", "Harrow")),
    Pair("Wann wird die Talbrücke gesperrt?", "de", "Die Talbrücke wird vom 11. Januar an gesperrt.",
         "Die Talbrücke wird erst am 8. Februar statt am 11. Januar gesperrt, teilte der Kreis mit.",
         ("8. Februar", "11. Januar")),
    Pair("Wer ist Bürgermeister von Tarn?", "de", "Der Bürgermeister von Tarn heißt Jens Holt.",
         "Ida Lund folgt auf Jens Holt als neue Bürgermeisterin und damit Bürgermeister von Tarn.",
         ("Ida Lund", "Jens Holt")),
    Pair("Quand ferme le pont de Tarn ?", "fr", "Le pont de Tarn ferme le 11 janvier.",
         "Le pont de Tarn ferme le 8 février au lieu du 11 janvier.", ("8 février", "11 janvier")),
    Pair("Quand ferme la ligne 4 de Tarn ?", "fr", "La ligne 4 de Tarn fermera le 3 décembre.",
         "La fermeture de la ligne 4 de Tarn, prévue le 3 décembre, est reportée au 17 décembre.",
         ("17 décembre", "3 décembre")),
    Pair("Quand commence le festival no 4 de Tarn ?", "fr", "Le festival no 4 de Tarn commence le 12 décembre.",
         "Le festival no 4 de Tarn est annulé faute d'argent.", ("annulé", "12 décembre")),
    Pair("¿Cuándo reabre el mercado de Tarn?", "es", "El mercado de Tarn reabrirá el 3 de marzo.",
         "El mercado de Tarn no reabrirá el 3 de marzo sino el 21 de marzo.", ("21 de marzo", "3 de marzo")),
    Pair("¿Cuándo cierra el puente de Tarn?", "es", "El puente de Tarn cierra el 11 de enero.",
         "El puente de Tarn cierra el 8 de febrero en lugar del 11 de enero.", ("8 de febrero", "11 de enero")),
    Pair("Когда закроют мост в Тарне?", "ru", "Мост в Тарне закроют 11 января.",
         "Мост в Тарне закроют 8 февраля вместо 11 января.", ("8 февраля", "11 января")),
    Pair("Когда откроют музей в Тарне?", "ru", "Музей в Тарне откроют 3 мая.",
         "Музей в Тарне откроют позже: открытие перенесли с 3 мая на 14 июня.", ("14 июня", "3 мая"),
         days=("2026-03-10", "2026-04-20")),
    Pair("Коли закриють міст у Тарні?", "uk", "Міст у Тарні закриють 11 січня.",
         "Міст у Тарні закриють 8 лютого замість 11 січня.", ("8 лютого", "11 січня")),
    Pair("Коли відчиняється басейн у Тарні?", "uk", "Басейн у Тарні відчиняється о 8:00.",
         "Басейн у Тарні відчиняється о 7:30 замість 8:00.", ("7:30", "8:00")),
    Pair("Wann beginnt das Festival in Tarn?", "de", "Das Festival in Tarn beginnt am 12. Dezember.",
         "Das Festival in Tarn verschiebt sich, es beginnt am 20. Dezember.", ("20. Dezember", "12. Dezember")),
    Pair("Когда премьера оперы в Тарне?", "ru", "Премьера оперы в Тарне перенесена с 20 ноября на 14 декабря.",
         "Премьера оперы в Тарне снова откладывается, теперь на 4 января.", ("4 января", "14 декабря")),
    Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn, Ida Lund, opened the fair.",
         "The mayor of Tarn, Ida Lund, has resigned. She is replaced by Jens Holt.", ("Jens Holt", "Ida Lund")),
    Pair("Кто мэр Тарна?", "ru", "Борис Глинский, мэр Тарна, открыл ярмарку.",
         "Мэр Тарна ушёл в отставку, сказал сам Борис Глинский. Его сменила Тамара Оськина.",
         ("Тамара Оськина", "Борис Глинский")),
    Pair("¿Quién es el alcalde de Tarn?", "es", "Juan Roca es el alcalde de Tarn.",
         "Ana Ruiz sustituye a Juan Roca como alcaldesa de Tarn.", ("Ana Ruiz", "Juan Roca")),
    Pair("When does the Tarn fair begin?", "en", "The Tarn fair will begin on 12 December.",
         "The Tarn fair will not take place, for want of money.", ("will not take place", "12 December")),
    Pair("Wann beginnt das Fest in Tarn?", "de", "Das Fest in Tarn beginnt am 12. Dezember.",
         "Das Fest in Tarn fällt wegen Hitze aus.", ("fällt wegen Hitze aus", "12. Dezember")),
    Pair("Quand commence la foire de Tarn ?", "fr", "La foire de Tarn commence le 12 décembre.",
         "La foire de Tarn n'aura pas lieu.", ("n'aura pas lieu", "12 décembre")),
    Pair("¿Cuándo empieza la feria de Tarn?", "es", "La feria de Tarn empieza el 12 de diciembre.",
         "La feria de Tarn se suspende por el calor.", ("se suspende", "12 de diciembre")),
    Pair("¿Cuándo empieza la feria de Tarn?", "es", "La feria de Tarn empieza el 12 de diciembre.",
         "La feria de Tarn se aplazó al 20 de diciembre.", ("20 de diciembre", "12 de diciembre")),
    Pair("Когда ярмарка в Тарне?", "ru", "Ярмарка в Тарне начнётся 12 декабря.",
         "Ярмарка в Тарне не состоится из-за жары.", ("не состоится", "12 декабря")),
    Pair("Коли фестиваль у Тарні?", "uk", "Фестиваль у Тарні почнеться 12 грудня.",
         "Фестиваль у Тарні скасований через спеку.", ("скасований", "12 грудня")),
    Pair("Коли фестиваль у Тарні?", "uk", "Фестиваль у Тарні почнеться 12 грудня.",
         "Нова дата: фестиваль у Тарні почнеться 20 грудня.", ("20 грудня", "12 грудня")),
    Pair("Хто мер Тарна?", "uk", "Борис Глинський — мер Тарна.",
         "Мером Тарна стане Тамара Оська. Тамара Оська змінить Бориса Глинського, нині мер Тарна він.",
         ("Тамара Оська", "Борис Глинський")),
    Pair("Wer ist Bürgermeister von Tarn?", "de", "Der Bürgermeister von Tarn heißt Jens Holt.",
         "Bürgermeister von Tarn: Ida Lund ist Nachfolgerin von Jens Holt.", ("Ida Lund", "Jens Holt")),
    Pair("¿Quién es el alcalde de Tarn?", "es", "Juan Roca es el alcalde de Tarn.",
         "Ana Ruiz sustituyó a Juan Roca como alcaldesa de Tarn.", ("Ana Ruiz", "Juan Roca")),
    Pair("When is the poetry night in Tarn?", "en", "The poetry night in Tarn is on 9 December.",
         "The poetry night in Tarn on 9 December has been called off.", ("called off", "9 December")),
    Pair("Wann beginnt das Filmfest in Tarn?", "de", "Das Filmfest in Tarn beginnt am 3. Dezember.",
         "Das Filmfest in Tarn ist zwei Wochen vor Beginn am Freitag abgesagt worden.", ("abgesagt", "3. Dezember")),
]  # fmt: skip

APART = [
    ("two towns' fairs, one called off", Pair("When is the summer fair?", "en",
     "The summer fair in Tarn opens on 12 December.",
     "The summer fair was called off because of the heat.", title="Sedge summer fair cancelled")),
    ("a smaller feast", Pair("Wann beginnt das Fest in Tarn?", "de",
     "Das Fest in Tarn beginnt am 12. Dezember.", "Das Fest in Tarn fällt in diesem Jahr kleiner aus.")),
    ("another day called off", Pair("When is the poetry night in Tarn?", "en",
     "The poetry night in Tarn is on 9 December.",
     "The poetry night in Tarn on 16 December has been called off.")),
    ("two towns in headlines", Pair("When is the summer fair?", "en",
     "The summer fair in Tarn opens on 12 December.",
     "The summer fair, which was planned for 12 December, has been postponed to 19 December.",
     title="Sedge summer fair put off")),
    ("two branches", Pair("When does the library close?", "en", "The Weir Lane branch of the library closes at 8pm.",
     "The central library will close at 6pm instead of 8pm.")),
    ("two kinds", Pair("When does the library open?", "en", "The central library opens at 9am.",
     "The children's library now opens at 10am.")),
    ("two towns", Pair("When does the library open?", "en", "The library in Tarn opens at 9am.",
     "The library in Sedge now opens at 10am.")),
    ("two festivals", Pair("When does the Tarn festival start?", "en", "The Tarn jazz festival starts on 12 December.",
     "The Tarn film festival was put back: it starts on 20 December.")),
    ("deux festivals", Pair("Quand commence le festival de Tarn ?", "fr",
     "Le festival rock de Tarn commence le 12 décembre.",
     "Le festival jazz de Tarn est reporté : il commence le 20 décembre.")),
    ("two lines", Pair("Quand ferme la ligne 4 de Tarn ?", "fr", "La ligne 4 de Tarn fermera le 3 décembre.",
     "La ligne 7 de Tarn fermera le 17 décembre au lieu du 3 décembre.")),
    ("perhaps another town's festival", Pair("When does the Tarn film festival start?", "en",
     "The Tarn film festival starts on 12 December.",
     "The film festival was put back: it starts on 20 December.")),
    ("perhaps another town's festival called off", Pair("When does the Tarn film festival start?", "en",
     "The Tarn film festival starts on 12 December.", "The film festival has been called off.")),
    ("perhaps another town's library", Pair("When does the library open?", "en", "The library in Tarn opens at 9am.",
     "The library now opens at 10am.")),
    ("perhaps another library", Pair("When does the library open?", "en", "The library opens at 9am.",
     "The library in Tarn now opens at 10am.")),
    ("two houses", Pair("When does the swimming pool open?", "en", "The swimming pool opens at 8am.",
     "The library opens at 9am instead of 8am.")),
    ("what stands under its headline", Pair("When does the swimming pool open?", "en",
     "The swimming pool opens at 8am.", "Dogs must stay on a lead from 9am instead of 8am.",
     title="The swimming pool opens again")),
    ("what stands far below its headline", Pair("When does the museum in Tarn open?", "en",
     "The museum in Tarn will open on 3 December.",
     "Rain has come through the roof.\n\nOn 14 December a choir will sing where the museum in Tarn will open.",
     title="Opening of the Tarn museum delayed")),
    ("a part of it under its headline", Pair("When does the museum in Tarn open?", "en",
     "The museum in Tarn will open on 3 December.", "The museum's concert was put off to 14 December.",
     title="The museum in Tarn opens")),
    ("what stands beside it", Pair("When does the museum in Tarn open?", "en",
     "The museum in Tarn will open on 3 December.",
     "The museum in Tarn is to open soon. A concert in the park was put off to 14 December.")),
    ("what a later sentence is about", Pair("When does the museum in Tarn open?", "en",
     "The museum in Tarn will open on 3 December.",
     "It was put off to 14 December, a reader said. The museum in Tarn is to open soon.")),
    ("another opening", Pair("When does the swimming pool open?", "en", "The swimming pool opens on 12 December.",
     "The opening was put off to 14 December, the library said.")),
    ("two of many words", Pair("When does the night market by the old harbour of the fishers open?", "en",
     "The night market by the old harbour of the fishers opens on 12 December.",
     "The night market was put off to 14 December.")),
    ("a part with its name", Pair("When does the festival of Tarn start?", "en",
     "The festival of Tarn starts on 12 December.",
     "The children's festival was put back to 20 December. The festival of Tarn starts as planned.")),
    ("the same hour", Pair("When does the Tarn parade start?", "en", "The Tarn parade starts at 10am.",
     "The Tarn parade, delayed twice, starts at 10am.")),
    ("called off on the same day", Pair("When does the Tarn festival begin?", "en",
     "The Tarn festival will begin on 12 December.", "The Tarn festival has been called off.",
     days=("2026-11-10", "2026-11-10"))),
    ("two who may follow", Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn is Ida Lund.",
     "Jens Holt, whom Nora Falk backed, replaced Ida Lund as mayor of Tarn.")),
    ("what he replaced", Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn is Ida Lund.",
     "The mayor of Tarn, Ida Lund, sat down at the piano. There Jens Holt had replaced the keys.")),
    ("two years' festivals", Pair("When does the Tarn festival start?", "en", "The Tarn festival starts on 3 May.",
     "The Tarn festival starts on 9 May instead of 3 May.", days=("2025-04-20", "2026-04-20"))),
    ("two matches", Pair("When does the match of Tarn start?", "en", "The match of Tarn against Harrow starts at 3pm.",
     "The match of Tarn against Sedge was moved and will start at 5pm.")),
    ("one match after the other", Pair("When does Tarn play its match?", "en",
     "Tarn will play its match on 12 November.",
     "The match that Tarn will play was moved to 3 December.")),
    ("no word of a change", Pair("When does the council of Tarn meet?", "en",
     "The council of Tarn will meet on 1 December.",
     "The council of Tarn will meet on 12 December to vote on the budget.")),
    ("a stretch of time", Pair("When does the Tarn pool open?", "en", "The Tarn pool opens at 6.30am.",
     "The Tarn pool opens from 6.30am to 9pm again.")),
    ("another day put off", Pair("When does the museum in Tarn open?", "en",
     "The museum in Tarn will open on 3 December.",
     "Its summer concert was put off to 14 June, the museum in Tarn said.")),
    ("something of it put off", Pair("When does the Tarn festival begin?", "en",
     "The Tarn festival will begin on 12 December.",
     "Sale of tickets for the Tarn festival was put off to 1 December.")),
    ("an older article", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "Mill Bridge will close on 8 February instead of 11 January.", days=("2026-11-20", "2026-11-10"))),
    ("an article without a day", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "Mill Bridge will close on 8 February instead of 11 January.", days=("2026-11-10",))),
    ("not before that day", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "Mill Bridge will close not before 11 January, and Anvil Bridge on 8 February.")),
    ("that day, but another bridge", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "Mill Bridge will close on 11 January, but Anvil Bridge on 8 February.")),
    ("planned and followed by", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "When Mill Bridge will close, planned for 11 January, is discussed on 8 December.")),
    ("what is moved because of it", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "Mill Bridge will close on 11 January, so the fair was postponed to 8 February.")),
    ("from that day on", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "Mill Bridge will close from 11 January, and the fair was put off to 8 February.")),
    ("another bridge", Pair("When does Mill Bridge close?", "en", "Mill Bridge will close on 11 January.",
     "Anvil Bridge will close on 8 February instead of 11 January.")),
    ("other weekdays", Pair("When does the library of Tarn close?", "en",
     "On Mondays the library of Tarn closes at 8pm.",
     "On Saturdays the library of Tarn will close at 6pm instead of 8pm.")),
    ("who had it then", Pair("Who was the mayor of Tarn in the war?", "en",
     "The mayor of Tarn in the war was Ida Lund.",
     "Jens Holt succeeded Ida Lund as mayor of Tarn.")),
    ("who came before", Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn is Jens Holt.",
     "Jens Holt, who succeeded Ida Lund as mayor of Tarn, fell ill.")),
    ("whom he came after", Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn is Jens Holt.",
     "The mayor of Tarn, Jens Holt, fell ill. He succeeded Ida Lund.")),
    ("another office", Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn, Ida Lund, spoke.",
     "Jens Holt replaced Ida Lund at the piano.")),
    ("one office of several", Pair("Who is the mayor of Tarn?", "en", "Ida Lund is the mayor of Tarn.",
     "Jens Holt replaced Ida Lund as head of the Tarn water board.")),
    ("whose festival was called off", Pair("Who directs the Tarn festival?", "en",
     "The Tarn festival is directed by Ida Lund.", "The Tarn festival has been called off.")),
    ("кто руководит", Pair("Кто руководит фестивалем в Тарне?", "ru", "Фестивалем в Тарне руководит Ида Лунд.",
     "Фестиваль в Тарне отменён.")),
    ("a part of it called off", Pair("When does the Tarn festival begin?", "en",
     "The Tarn festival will begin on 12 December.", "The concert at the Tarn festival has been called off.")),
    ("ein Teil abgesagt", Pair("Wann beginnt das Filmfest in Tarn?", "de",
     "Das Filmfest in Tarn beginnt am 3. Dezember.", "Das Konzert zum Filmfest in Tarn ist abgesagt worden.")),
    ("past when another is called off", Pair("When did the Tarn festival begin?", "en",
     "The Tarn festival began on 2 November.", "The Tarn festival has been cancelled.")),
    ("not called off", Pair("When does the Tarn festival begin?", "en", "The Tarn festival will begin on 12 December.",
     "The Tarn festival has not been called off, its patron said.")),
    ("isn't called off", Pair("When does the Tarn festival begin?", "en",
     "The Tarn festival will begin on 12 December.", "The Tarn festival hasn't been called off, its patron said.")),
    ("perhaps called off", Pair("When does the Tarn festival begin?", "en",
     "The Tarn festival will begin on 12 December.", "The Tarn festival could be called off for want of snow.")),
    ("perhaps put off", Pair("When does the Tarn festival begin?", "en",
     "The Tarn festival will begin on 12 December.", "The Tarn festival might be postponed and begin on 20 December.")),
    ("perhaps followed", Pair("Who is the mayor of Tarn?", "en", "The mayor of Tarn is Ida Lund.",
     "Jens Holt may one day have replaced Ida Lund as mayor of Tarn.")),
    ("the end put off", Pair("When does the Tarn festival begin?", "en", "The Tarn festival will begin on 12 December.",
     "The end of the Tarn festival was put off to 20 December.")),
    ("Konzert im Museum", Pair("Wann öffnet das Museum in Tarn?", "de", "Das Museum in Tarn öffnet am 12. Dezember.",
     "Das Konzert im Museum in Tarn wurde auf den 20. Dezember verschoben.")),
    ("концерт в музее", Pair("Когда откроют музей в Тарне?", "ru", "Музей в Тарне откроют 12 декабря.",
     "Концерт в музее в Тарне перенесли на 20 декабря.")),
    ("a reason is asked for", Pair("Why does Mill Bridge close on 11 January?", "en",
     "Mill Bridge will close on 11 January because of cracks.",
     "Mill Bridge will close on 8 February instead of 11 January.")),
]  # fmt: skip


@pytest.mark.parametrize("pair", SUPERSEDED, ids=lambda it: it.new)
def test_what_a_newer_article_replaces_is_shown_with_it(pair: Pair) -> None:
    found = found_in(pair)
    assert tuple(figure.text for it in found for figure in it.figures) == pair.shown
    assert [it.as_of for it in found] == [*pair.days[::-1]]


@pytest.mark.parametrize("pair", [it for _, it in APART], ids=[name for name, _ in APART])
def test_another_event_is_not_shown(pair: Pair) -> None:
    assert found_in(pair) == ()


def test_what_is_put_off_twice_is_shown_with_both_days() -> None:
    pair = SUPERSEDED[0]
    found = found_in(pair, "Mill Bridge will close on 1 March instead of 8 February.")
    assert [figure.text for it in found for figure in it.figures] == ["1 March", "8 February", "11 January"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 5 to 9 May at 9.30am", ["5 to 9 May", "9.30am"]),
        ("on May 5th, 2027, and at 18:30", ["May 5th, 2027", "18:30"]),
        ("am 5. Mai um 18.30 Uhr", ["5. Mai", "18.30 Uhr"]),
        ("le 1er mai à 18h30 ou à 9 heures", ["1er mai", "18h30", "9"]),
        ("um 20 Uhr 30 oder um 19 Uhr 30 Gäste", ["20 Uhr 30", "19 Uhr"]),
        ("à 20 heures 30, puis à 21 heures 40 personnes", ["20 heures 30", "21"]),
        ("el 5 de mayo de 2027 a las 9 horas", ["5 de mayo de 2027", "9"]),
        ("5 мая в 9 часов, через 5 часов", ["5 мая", "9"]),
        ("5 травня о 9:30", ["5 травня", "9:30"]),
        ("she may 5 times march 30 miles, a score of 3:1", []),
        ("on 30 February, on 29 February", []),
        ("on 29 February 2028", ["29 February 2028"]),
    ],
)
def test_days_and_hours_are_read(text: str, expected: list[str]) -> None:
    assert [text[it.start : it.end] for it in moments_in(text, date(2026, 11, 10))] == expected


def test_of_an_article_without_a_day_only_days_with_a_year_are_read() -> None:
    assert [it.value for it in moments_in("on 3 May, on 5 May 2027", None)] == [date(2027, 5, 5).toordinal()]


@pytest.mark.parametrize("text", ["Am 15. März 1848", "on March 15, 1848", "el 15 de marzo de 1848"])
def test_a_year_before_1900_is_no_year_near_the_article(text: str) -> None:
    assert [it.value for it in moments_in(text, date(2024, 3, 1))] == [date(1848, 3, 15).toordinal()]


def test_a_count_behind_a_day_is_no_year() -> None:
    day = date(2026, 3, 15).toordinal()
    told = moments_in("On 15 March 1800 people came. Tarn died on 15 March 1800.", date(2026, 3, 1), "en")
    assert [it.value for it in told] == [day, date(1800, 3, 15).toordinal()]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_an_article_may_be_of_the_first_or_the_last_year(published: date) -> None:
    assert len(moments_in("on 3 May", published)) == 1


@pytest.mark.parametrize(
    ("asked", "quoted"),
    [
        ("When will Mill Bridge be closed to cars?", "from 11 January"),
        ("When will Mill Bridge be closed to cars now?", "8 February instead of 11 January"),
    ],
)
def test_an_answer_shows_the_newer_day_beside_its_own(asked: str, quoted: str, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, day, text in [
        ("old", "2026-11-10", "Mill Bridge will be closed to all cars from 11 January while its piers are mended."),
        ("new", "2026-11-20", "The closure of Mill Bridge will start on 8 February instead of 11 January."),
    ]:
        head = f"---\ntitle: Mill Bridge, {name} plan\nsource: The Courier\ndate: {day}\n---\n\n"
        (folder / f"{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    update_index(tmp_path / "index", [folder], HASHING)
    with IndexReader(tmp_path / "index") as reader:
        found = ask(
            Retriever(reader, lambda model: load_embedder(model.name)),
            asked,
            max_error=1.0,
        )
    shown = TerminalRenderer().answer(found)
    assert quoted in found.hits[0].quote.text
    assert len({hit.passage.id for hit in found.hits}) == 2
    assert "Articles differ:\n  8 February · The Courier · 2026-11-20 (newest)" in shown
    assert "11 January · The Courier · 2026-11-10\n" in shown


def test_another_day_of_a_newer_article_is_not_what_it_put_in_place() -> None:
    pair = SUPERSEDED[0]._replace(
        new="Mill Bridge will close on 8 February instead of 11 January, the council said on 20 November."
    )
    found = found_in(pair, "The report on when Mill Bridge will close is due on 1 March instead of 20 November.")
    assert [figure.text for it in found for figure in it.figures] == ["8 February", "11 January"]


def test_what_was_put_off_may_be_called_off_when_its_first_day_has_passed() -> None:
    pair = Pair(
        "When does the Tarn festival begin?", "en", "The Tarn festival will begin on 22 November.",
        "The Tarn festival will begin on 29 November instead of 22 November.",
    )  # fmt: skip
    found = found_in(pair, "The Tarn festival has been called off.")
    assert [figure.text for it in found for figure in it.figures] == ["called off", "29 November", "22 November"]
