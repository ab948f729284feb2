"""A passive sentence without an agent does not answer who did it."""

import pytest

from retrieval.ranking.passive import omits_agent


@pytest.mark.parametrize(
    ("language", "verb", "text"),
    [
        ("en", "built", "The lighthouse was built in 1847 after the wreck of the ship Hesper."),
        ("en", "opened", "The lighthouse was built in 1847, automated in 1989 and opened to the public in 2004."),
        ("en", "found", "The ship was found in 1983."),
        ("en", "made", "The bell was made in 1847."),
        ("de", "gründete", "Das ist Wolkersdorf bei Lenz, das 1240 gegründet wurde und bis heute besteht."),
        ("de", "fand", "Der Schatz wurde 1983 gefunden."),
        ("de", "nahm", "Das Bild wurde 1983 genommen."),
        ("de", "baute", "Die Brücke wurde 1902 gebaut."),
        ("es", "construyó", "El puente fue construido en 1768."),
        ("fr", "fondé", "L'école a été fondée en 1891."),
        ("ru", "построил", "Он заявил, что дамба построена в 1983 году."),
        ("ru", "открыл", "Дамба открыта в 1983 году, мост открыт в 1990-м."),
        ("uk", "збудував", "Міст збудовано 1897 року."),
        ("ru", "снял", "В 1981 году по ней сняли мультфильм."),
        ("ru", "построил", "Церковь построили в Москве после войны."),
        ("ru", "снимает", "Фильм снимают в Пскове."),
        ("uk", "збудував", "Міст збудували в Києві 1897 року."),
        ("de", "baute", "1847 baute man die Brücke aus Holz."),
        ("fr", "construit", "On a construit le pont en 1847."),
        ("fr", "découvert", "Là, on y a découvert un trésor."),
        ("es", "construyó", "Construyeron el puente en 1178."),
    ],
)
def test_a_passive_alone_hides_its_doer(language: str, verb: str, text: str) -> None:
    assert omits_agent(text, verb, language)


@pytest.mark.parametrize(
    ("language", "verb", "text"),
    [
        ("en", "built", "The lighthouse was built by Ann in 1847."),
        ("en", "built", "Ann built the lighthouse, which was automated in 1989."),
        ("en", "built", "It was Ann who built it."),
        ("en", "built", "Ann was born in 1820 and built the lighthouse."),
        ("en", "found", "Ann was tired, and found it on Monday."),
        ("en", "built", "It was built in 1847. Ann built the harbour, too."),
        ("en", "built", "The lighthouse stands on a rock."),
        ("de", "gründete", "Das Kloster wurde 1240 von Udalrich gegründet."),
        ("de", "fand", "Der Schatz wurde von Udalrich gefunden."),
        ("de", "gründete", "Udalrich hat das Kloster gegründet."),
        ("es", "construyó", "El puente fue construido por Olaizola."),
        ("fr", "fondé", "Daubrac a fondé l'école."),
        ("ru", "построил", "Дамба построена трестом в 1983 году."),
        ("ru", "построил", "Дамбу построил трест."),
        ("uk", "збудував", "Міст збудував інженер Коваль."),
        ("ru", "построил", "Мост построили немецкие инженеры."),
        ("ru", "построил", "Дамбу построили Ветров и Лосев."),
        ("ru", "построил", "Храм построили по проекту Ветрова."),
        ("ru", "спас", "Его спасли 6000 членов клуба."),
        ("uk", "вбив", "Його вбили двоє підлітків."),
        ("uk", "започаткував", "Ярмарок започаткували 2008 року студенти."),
        ("uk", "заснував", "Заснували «Зерно» 2016 року Лісовий і Мельничук."),
        ("fr", "construit", "Son père a construit le pont."),
        ("de", "baute", "Hermann baute die Brücke."),
        ("es", "mató", "Lo mataron dos hombres."),
        ("es", "salvó", "Lo salvaron 6.000 socios."),
        ("es", "construyó", "Ana y Juan construyeron el puente."),
        ("it", "costruì", "Il ponte fu costruito nel 1768."),
    ],
)
def test_who_is_told_or_may_be(language: str, verb: str, text: str) -> None:
    assert not omits_agent(text, verb, language)
