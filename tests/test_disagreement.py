"""Differing figures of several articles are shown side by side; counts of other things and equal counts are not."""

import json
from collections.abc import Iterator, Sequence

import pytest

from benchmarks.asking import ask
from bot.locales import words_in
from bot.render import json as render_json
from bot.render.telegram import Renderer
from bot.render.terminal import TerminalRenderer
from embeddings.registry import load_embedder
from retrieval.answering.disagreement import disagreeing
from retrieval.index import IndexReader
from retrieval.index.writer import update_index
from retrieval.language.text import stems
from retrieval.question.terms import question_stems
from retrieval.search import Retriever
from retrieval.types import Article, Reported

from .conftest import HASHING, SEEDS
from .ranking_parts import candidate, passages, question, rank

EVACUATED = "How many people were evacuated from Tarn after the fire?"
DIED = "How many people died in the Tarn flood?"
FIRST = "About 11,000 people were evacuated from Tarn after the fire, the ministry said."


def told(
    asked: str, *texts: str, language: str = "en", titles: Sequence[str] = (), days: Sequence[str] = ()
) -> tuple[Reported, ...]:
    """Return the figures reported for articles with these texts; the first is the best hit, each is a day older."""
    articles = [
        Article(
            id=str(at),
            uri=str(at),
            text=text,
            title=titles[at] if titles else None,
            source=f"Paper {at}",
            published=days[at] if days else f"2024-03-{20 - at}",
            language=language,
        )
        for at, text in enumerate(texts)
    ]
    found = [(it, passage) for it in articles for passage in passages(it)]
    wanted = question_stems(asked, language)
    scores = [len({*wanted} & {*stems(passage.text, language)}) for _, passage in found]
    prepared = question(asked, [passage for _, passage in found], language=language, articles=language)
    hits = rank(
        prepared,
        [
            candidate(it, passage, bm25=score / (1 + int(it.id)))
            for (it, passage), score in zip(found, scores, strict=True)
        ],
    )
    first = next(hit for hit in hits if hit.article.id == "0")
    return disagreeing(asked, [first, *(hit for hit in hits if hit is not first)])


DIFFER = [
    (EVACUATED, "en", FIRST, "The county counts 10,000 people evacuated from Tarn after the fire.",
     ["11,000", "10,000"]),
    (EVACUATED, "en", FIRST, "Some 8,500 people were evacuated from Tarn after the fire.", ["11,000", "8,500"]),
    (EVACUATED, "en", FIRST, "It was raining. Fewer than 9,000 people were evacuated from Tarn after the fire.",
     ["11,000", "9,000"]),
    ("How much did the repair of the Anvil Bridge cost?", "en",
     "The repair of the Anvil Bridge cost 45 million crowns.",
     "According to the auditors, the repair of the Anvil Bridge cost 58 million crowns.", ["45 million", "58 million"]),
    ("How tall is the Norrholm tower?", "en", "The Norrholm tower is 34 metres tall.",
     "The Norrholm tower is 41 metres tall, the guide says.", ["34", "41"]),
    ("How much did fares rise in Tarn?", "en", "In Tarn fares rise by 7%.", "In Tarn fares rise by 9%, islanders say.",
     ["7", "9"]),
    ("By how much did rents rise in Tarn?", "en", "Rents in Tarn rose by 8 per cent last year.",
     "Rents in Tarn rose by 11 per cent last year, tenants say.", ["8", "11"]),
    ("How many people attended the Tarn festival?", "en", "About 42,000 people attended the Tarn festival.",
     "Police put the number of people who attended the Tarn festival at 31,000.", ["42,000", "31,000"]),
    ("Wie viele Menschen demonstrierten in Tarn?", "de", "In Tarn demonstrierten 42.000 Menschen.",
     "Die Polizei zählte in Tarn 31.000 Demonstranten.", ["42.000", "31.000"]),
    ("¿Cuánta gente se manifestó en Tarn?", "es", "En Tarn se manifestaron 42.000 personas.",
     "La policía contó 31.000 manifestantes en Tarn.", ["42.000", "31.000"]),
    ("Wie viele Menschen kamen zum Fest in Tarn?", "de", "Zum Fest in Tarn kamen 42.000 Menschen.",
     "Die Polizei bezifferte die Zahl der Menschen beim Fest in Tarn mit 31.000.", ["42.000", "31.000"]),
    ("Сколько людей пришло на праздник в Тарне?", "ru", "На праздник в Тарне пришло 42 тысячи людей.",
     "Полиция оценила число людей, которые пришли на праздник в Тарне, в 31 тысячу.", ["42 тысячи", "31 тысячу"]),
    ("Wie viele Menschen wurden in Tarn evakuiert?", "de", "In Tarn wurden 11.000 Menschen evakuiert.",
     "In Tarn wurden nach Angaben des Kreises 9.500 Menschen evakuiert.", ["11.000", "9.500"]),
    ("Combien de personnes ont été évacuées à Tarn ?", "fr", "À Tarn, 11 000 personnes ont été évacuées.",
     "À Tarn, 9 500 personnes ont été évacuées, selon le maire.", ["11 000", "9 500"]),
    ("¿Cuántas personas fueron evacuadas en Tarn?", "es", "En Tarn fueron evacuadas 11.000 personas.",
     "En Tarn fueron evacuadas 9.500 personas, dijo el alcalde.", ["11.000", "9.500"]),
    ("Сколько человек эвакуировали в Тарне?", "ru", "В Тарне эвакуировали 11 тысяч человек.",
     "В Тарне эвакуировали 9500 человек, сообщил мэр.", ["11 тысяч", "9500"]),
    ("Скільки людей евакуювали в Тарні?", "uk", "У Тарні евакуювали 11 тисяч людей.",
     "У Тарні евакуювали 9 500 людей, повідомив мер.", ["11 тисяч", "9 500"]),
    ("How many pupils does the school in Tarn expect?", "en",
     "The school in Tarn now expects 83 pupils, not 61 pupils.", "The school in Tarn expects 61 pupils.", ["83", "61"]),
    ("How much is the deficit of the school in Tarn?", "en",
     "The deficit of the school in Tarn has been cut from £318,000 to £196,000.",
     "The deficit of the school in Tarn is £300,000.", ["£196,000", "£300,000"]),
    ("Wie viel kostet der Eintritt in Tarn?", "de", "Der Eintritt in Tarn kostet 42 Kronen anstatt der 35 Kronen.",
     "Der Eintritt in Tarn kostet 35 Kronen.", ["42", "35"]),
    ("¿Cuánto cuesta la entrada en Tarn?", "es", "La entrada en Tarn cuesta 42 coronas en vez de 35 coronas.",
     "La entrada en Tarn cuesta 35 coronas.", ["42", "35"]),
    ("Wie viele Tote gab es bei dem Unfall in Tarn?", "de", "Bei dem Unfall in Tarn starben bisher acht Menschen.",
     "Die Zahl der Todesopfer nach dem Unfall in Tarn liegt bei sechs.", ["acht", "sechs"]),
    (EVACUATED, "en", FIRST, "In March about 9,000 people were evacuated from Tarn after the fire in March.",
     ["11,000", "9,000"]),
    ("How many people died in the Tarn flood?", "en", "Six people died in the Tarn flood and 14 were hurt in Tarn.",
     "The death toll of the flood in Tarn has risen to five.", ["Six", "five"]),
    ("Wie viele Tote gab es bei dem Unfall in Tarn?", "de", "Bei dem Unfall in Tarn starben acht Menschen.",
     "Die Zahl der Todesopfer nach dem Unfall in Tarn liegt bei sechs.", ["acht", "sechs"]),
    ("Nombre de morts dans l'incendie de Tarn", "fr", "Huit personnes sont mortes dans l'incendie à Tarn.",
     "L'incendie a fait six victimes à Tarn.", ["Huit", "six"]),
    ("Nombre de places à l'école de Tarn", "fr", "L'école de Tarn a 83 places.",
     "L'école de Tarn a 61 places.", ["83", "61"]),
    ("¿Cuántos muertos dejó el accidente en Tarn?", "es", "Ocho personas murieron en el accidente en Tarn.",
     "El accidente en Tarn dejó seis muertos.", ["Ocho", "seis"]),
    ("Число жертв аварии под Тарном", "ru", "В аварии под Тарном 3 марта погибли восемь человек, а не девять.",
     "Число погибших в столкновении автобуса и лесовоза под Тарном выросло до девяти: трое умерли в больнице.",
     ["восемь", "девяти"]),
    ("Скільки загиблих в аварії під Тарном?", "uk", "В аварії в Тарні загинули вісім людей, 17 поранено.",
     "Аварія в Тарні: кількість жертв зросла до шести.", ["вісім", "шести"]),
    ("How much does the fare to Tarn rise?", "en",
     "We said that the fare to Tarn would rise by 71 crowns a year. The figure is 79.",
     "The fare to Tarn will rise by 71 crowns a year and bring in 4 million crowns.", ["79", "71"]),
    ("How much will the Anvil Bridge cost?", "en",
     "The Anvil Bridge will cost £1.1 million, of which the government pays two thirds.",
     "Correction: An earlier article gave the cost of the Anvil Bridge as £1.1 million. The council has since said "
     "that it is £1.4 million.", ["£1.1 million", "£1.4 million"]),
    ("How many votes did the budget of Tarn get?", "en", "The budget of Tarn got 20 votes, with 15 against.",
     "We reported that the budget of Tarn got 20 votes. The vote was 19 to 16.", ["20", "19", "16"]),
    ("Сколько рублей получил Гидрострой за дамбу?", "ru",
     "В первой версии говорилось, что Гидрострой получил за дамбу 46 млн рублей. Верная сумма — 64 млн рублей.",
     "Гидрострой получил за дамбу 46 млн рублей.", ["64 млн", "46 млн"]),
    ("How long is the tram line in Tarn?", "en",
     "In an earlier article we said that the tram line in Tarn was 7.2 kilometres long; it is 6.7 kilometres.",
     "The tram line in Tarn is 7.2 kilometres long.", ["6.7", "7.2"]),
    ("Wie lang ist die Tram in Tarn?", "de", "Die Tram in Tarn ist 7,2 Kilometer lang.",
     "In einem früheren Artikel hatten wir die Länge der Tram in Tarn mit 7,2 Kilometern angegeben; richtig sind 6,7 "
     "Kilometer.", ["7,2", "6,7"]),
    ("Wie lang ist die Tram in Tarn?", "de", "Die Tram in Tarn ist 7,2 km lang.", "Die Tram in Tarn ist 6,7 km lang.",
     ["7,2", "6,7"]),
    ("How many jobs will the mill in Tarn cut?", "en", "The mill in Tarn will cut 120 jobs by autumn.",
     "Workers at the mill in Tarn vote on a strike. We reported that 120 jobs would go. The correct number is 102.",
     ["120", "102"]),
    ("How many people were hurt in the Tarn fire?", "en", "Nine people were hurt in the Tarn fire.",
     "Correction: An earlier article gave the number of people hurt in the Tarn fire as nine; the correct figure is "
     "twelve.", ["Nine", "twelve"]),
    ("How many free beds has the clinic in Tarn?", "en", "The clinic in Tarn has 120 free beds.",
     "The clinic in Tarn, which could close, has 80 beds that are free.", ["120", "80"]),
    ("How many beds has the clinic in Tarn?", "en", "The clinic in Tarn has 240 beds.",
     "An earlier article gave the number of beds in the clinic in Tarn as 240; the correct number is 204.",
     ["240", "204"]),
    ("Wie viele Betten hat die Klinik in Tarn?", "de", "Die Klinik in Tarn hat 240 Betten.",
     "Früher hatten wir die Zahl der Betten der Klinik in Tarn mit 240 angegeben; richtig sind 204 Betten.",
     ["240", "204"]),
    ("Сколько стоит ремонт моста в Тарне?", "ru", "Стоимость ремонта моста в Тарне выросла до 260 миллионов рублей.",
     "Ремонт моста в Тарне стоит 210 миллионов рублей.", ["260 миллионов", "210 миллионов"]),
    ("Скільки зараз коштує ремонт мосту в Тарні?", "uk",
     "Вартість ремонту мосту в Тарні зросла до 260 мільйонів гривень.",
     "Ремонт мосту в Тарні коштує 210 мільйонів гривень.", ["260 мільйонів", "210 мільйонів"]),
    ("How many people were hurt by the gas leak in Tarn?", "en", "Eleven people were hurt when gas leaked in Tarn.",
     "The number of those hurt by the gas leak in Tarn has risen to six.", ["Eleven", "six"]),
    ("How many people died on the Marit Dahl?", "en",
     "The number of dead after the fire on the Marit Dahl has risen to five.",
     "Two people died when fire broke out on the Marit Dahl.", ["five", "Two"]),
    ("How many people are still missing after the Tarn flood?", "en", "Six people are still missing after the flood in "
     "Tarn.", "After the flood in Tarn nine people are missing.", ["Six", "nine"]),
    ("What is the latest toll of the Tarn flood?", "en", "The toll of the flood in Tarn has risen to six.",
     "Five people died in the flood in Tarn.", ["six", "Five"]),
    ("How many people have so far been killed in the Tarn flood?", "en", "The flood in Tarn has killed six people.",
     "Five people died in the flood in Tarn.", ["six", "Five"]),
    ("How many people died in the crash near Tarn?", "en", "The crash near Tarn killed six people.",
     "The death toll of the crash near Tarn has climbed to eight after two people died in hospital.", ["six", "eight"]),
    ("How many people were injured in the Tarn crash?", "en",
     "Six people were killed in the Tarn crash. Twenty-two others were injured.",
     "In the crash in Tarn 25 people were injured.", ["Twenty-two", "25"]),
    ("Wie viele Menschen kamen bei dem Busunglück ums Leben?", "de",
     "Bei einem Busunglück nahe Tarn sind sechs Menschen ums Leben gekommen.",
     "Nach dem Busunglück bei Tarn ist die Zahl der Todesopfer auf acht gestiegen.", ["sechs", "acht"]),
    ("Combien de morts dans l’accident de car ?", "fr",
     "Six personnes ont perdu la vie dans un accident de car près d’Ostra.",
     "Le bilan de l’accident de car près d’Ostra s’est alourdi à huit morts.", ["Six", "huit"]),
    ("¿Cuántas personas murieron en el accidente de autobús?", "es",
     "Seis personas perdieron la vida en un accidente de autobús cerca de Tarn. Otras 22 resultaron heridas.",
     "El número de muertos en el accidente de autobús cerca de Tarn subió a ocho.", ["Seis", "ocho"]),
    ("Скільки людей загинуло в аварії?", "uk", "Шестеро людей загинули в аварії під Тарном.",
     "Кількість жертв аварії під Тарном зросла до восьми.", ["Шестеро", "восьми"]),
    ("What percentage of the vote did the Greens get in Tarn?", "en", "The Greens got 41% of the vote in Tarn.",
     "The Greens got 44 per cent of the vote in Tarn.", ["41", "44"]),
    ("Wie viel Prozent der Stimmen bekamen die Grünen in Tarn?", "de",
     "Die Grünen bekamen in Tarn 41 Prozent der Stimmen.", "Die Grünen bekamen in Tarn 44 % der Stimmen.",
     ["41", "44"]),
    ("How high is unemployment in Tarn?", "en", "Unemployment in Tarn is 7%.", "Unemployment in Tarn is 9 percent.",
     ["7", "9"]),
    ("Wie viel kostete die Brücke in Tarn?", "de", "Die Brücke in Tarn kostete 4,1 Mio. €.",
     "Die Brücke in Tarn kostete 4,8 Millionen Euro.", ["4,1 Mio", "4,8 Millionen"]),
    ("¿Cuánto costó el puente de Tarn?", "es", "El puente de Tarn costó 4,1 millones de euros.",
     "El puente de Tarn costó 4,8 millones de euros.", ["4,1 millones", "4,8 millones"]),
    ("Combien de personnes vivent à Tarn ?", "fr", "À Tarn vivent 1,2 million de personnes.",
     "À Tarn vivent 1,5 million de personnes.", ["1,2 million", "1,5 million"]),
    ("Wie viele Menschen wurden in Tarn evakuiert?", "de", "In Tarn wurden 1500 Menschen evakuiert.",
     "In Tarn wurden 1700 Menschen evakuiert.", ["1500", "1700"]),
    ("Wie hoch ist die Strafe in Tarn?", "de", "In Tarn gilt eine Strafe von 1500 Euro.",
     "In Tarn gilt eine Strafe von 1700 Euro.", ["1500", "1700"]),
    ("Во сколько оценили ущерб в Тарне?", "ru", "Ущерб в Тарне оценили в 4,1 млн евро.",
     "Ущерб в Тарне оценили в 4,8 млн евро.", ["4,1 млн", "4,8 млн"]),
    ("Сколько составляет штраф в Тарне?", "ru", "В Тарне штраф составляет 500 рублей.",
     "В Тарне штраф составляет 800 руб.", ["500", "800"]),
    (EVACUATED, "en",
     "About 11,000 people were evacuated from Tarn after the fire. In the long night that followed, 300 people came "
     "back to the houses behind the old wall of the harbour.",
     "The county counts 10,000 people evacuated from Tarn after the fire of Friday.", ["11,000", "10,000"]),
    (EVACUATED, "en", FIRST, "In one street 300 people were evacuated from Tarn after the fire. In all 10,000 people "
     "were evacuated from Tarn after the fire.", ["11,000", "10,000"]),
    (EVACUATED, "en", FIRST, "People fled in boats. In total 10,000 people were evacuated from Tarn after the fire.",
     ["11,000", "10,000"]),
    ("How many people attended the Tarn festival?", "en", "About 42,000 people attended the Tarn festival.",
     "On page 3, police put the number of people who attended the Tarn festival at 31,000 after 3 weeks.",
     ["42,000", "31,000"]),
    ("How many people attended the Tarn festival?", "en", "About 42,000 people attended the Tarn festival.",
     "The police put the number of those who attended the Tarn festival at 31,000 people.", ["42,000", "31,000"]),
    ("Wie viele Betten gibt es in Tarn?", "de", "Die Klinik Tarn hat 240 Betten.",
     "Das Krankenhaus Tarn hat 204 Betten.", ["240", "204"]),
    ("How tall is the Norrholm tower?", "en", "After 3 years the Norrholm tower, number 7, is 34 metres tall.",
     "The Norrholm tower is 41 metres tall.", ["34", "41"]),
    ("How many beds has the clinic in Tarn?", "en", "The clinic in Tarn has 120 beds that are free.",
     "The clinic in Tarn has 80 free beds.", ["120", "80"]),
    ("How much is the fare to Tarn?", "en", "In June the fare to Tarn rises to 44 crowns.",
     "In January the fare to Tarn was 39 crowns.", ["44", "39"]),
    (DIED, "en", "Eight people died in the Tarn flood.",
     "The flood in Tarn left many people dead. The county puts the number at six.", ["Eight", "six"]),
    ("How many people died in the flood?", "en", "The Tarn flood killed eight people.",
     "Six people died in the flood in Tarn.", ["eight", "Six"]),
    ("How many people died in the flood?", "en", "Six people died in the flood in Tarn.",
     "The Tarn flood killed eight people.", ["Six", "eight"]),
    ("How many people were hurt in the Tarn crash?", "en", "In the Tarn crash 25 people were hurt.",
     "The Tarn crash killed six and hurt 22 others.", ["25", "22"]),
    ("How much does the fare to Tarn rise?", "en",
     "We said on 3 May that the fare to Tarn would rise by 71 crowns. The figure is 79, 9 more than in Ostra.",
     "The fare to Tarn will rise by 71 crowns.", ["79", "71"]),
    ("What was the death toll of the flood?", "en", "The death toll of the flood in Tarn has risen to six.",
     "Five people died in the flood in Tarn.", ["six", "Five"]),
    (DIED, "en", "Eight people died in the Tarn flood.",
     "In the Tarn flood 14 people were hurt, and six people died.", ["Eight", "six"]),
    (DIED, "en", "Eight people died in the Tarn flood.",
     "Six people died in the Tarn flood and its mayor resigned last week.", ["Eight", "Six"]),
    ("How much is the damage in Tarn?", "en",
     "“The ship carried 200 people. The damage in Tarn is £3.1m,” the owner said.",
     "The council puts the damage in Tarn at £2.5 million.", ["£3.1m", "£2.5 million"]),
]  # fmt: skip

AGREE = [
    ("rounded", EVACUATED, "en", FIRST, "In all 11,013 people were evacuated from Tarn after the fire."),
    ("both rounded", EVACUATED, "en", "Some 10,000 people were evacuated from Tarn after the fire.",
     "The lists hold 10,140 people evacuated from Tarn after the fire."),
    ("in words", EVACUATED, "en", "Eleven people were evacuated from Tarn after the fire.",
     "After the fire 11 people were evacuated from Tarn."),
    ("thousands in words", EVACUATED, "en", FIRST, "After the fire eleven thousand people were evacuated from Tarn."),
    ("written otherwise", "Wie viele Menschen wurden in Tarn evakuiert?", "de",
     "In Tarn wurden 11.000 Menschen evakuiert.", "11 000 Menschen wurden in Tarn evakuiert."),
    ("more than", EVACUATED, "en", FIRST, "More than 10,000 people were evacuated from Tarn after the fire."),
    ("up to", EVACUATED, "en", FIRST, "Up to 12,000 people were evacuated from Tarn after the fire."),
    ("more than an amount of money", "How much did the bridge in Tarn cost?", "en",
     "The bridge in Tarn cost £4.6 million.", "The bridge in Tarn cost more than £4 million."),
    ("as many as", EVACUATED, "en", FIRST, "As many as 12,000 people were evacuated from Tarn after the fire."),
    ("at least, with a plus", EVACUATED, "en", FIRST, "10,000+ people were evacuated from Tarn after the fire."),
    ("at most, in Spanish", "¿Cuántas personas fueron evacuadas en Tarn?", "es",
     "En Tarn fueron evacuadas 35 personas.", "En Tarn fueron evacuadas un máximo de 40 personas."),
    ("about, in Russian", "Сколько человек эвакуировали в Тарне?", "ru", "В Тарне эвакуировали 280 человек.",
     "В Тарне эвакуировали порядка 300 человек."),
    ("about, in German", "Wie viele Menschen wurden in Tarn evakuiert?", "de", "In Tarn wurden 315 Menschen evakuiert.",
     "In Tarn wurden gut 300 Menschen evakuiert."),
    ("a range", EVACUATED, "en", "Some 25 people were evacuated from Tarn after the fire.",
     "Between 20 and 30 people were evacuated from Tarn after the fire."),
    ("a range, in German", "Wie viele Menschen wurden in Tarn evakuiert?", "de",
     "In Tarn wurden 25 Menschen evakuiert.", "In Tarn wurden 20 bis 30 Menschen evakuiert."),
    ("a range, in French", "Combien de personnes ont été évacuées à Tarn ?", "fr",
     "À Tarn, 25 personnes ont été évacuées.", "À Tarn, entre 20 et 30 personnes ont été évacuées."),
    ("other things counted", EVACUATED, "en", FIRST, "After the fire 9,000 cattle were evacuated from Tarn."),
    ("other people", EVACUATED, "en", FIRST, "In Tarn 9,000 people watched the fire from the hill."),
    ("one of two figures", "How much is the tax in Tarn?", "en", "The tax in Tarn is 2.9%, of which 1.45% is for all.",
     "In Tarn the tax is 1.45%."),
    ("a part", EVACUATED, "en", FIRST, "Another 8,000 people were evacuated from Tarn after the fire had turned."),
    ("those that remain", EVACUATED, "en", FIRST,
     "Still evacuated after the fire are 8,000 people from Tarn. Some 7,000 people were still evacuated from Tarn."),
    ("another place", EVACUATED, "en", FIRST, "After the fire 9,000 people were evacuated from Harrow."),
    ("another place at the head", EVACUATED, "en", FIRST,
     "At Harrow 9,000 people were evacuated after the fire in Tarn."),
    ("another place inside", EVACUATED, "en", FIRST,
     "After the fire in Tarn 9,000 people were evacuated, all of them in Sedge."),
    ("another year", EVACUATED, "en", "In 2024, 11,000 people were evacuated from Tarn after the fire.",
     "In 2019, 9,000 people were evacuated from Tarn after the fire."),
    ("last year", EVACUATED, "en", FIRST, "Last year 9,000 people were evacuated from Tarn after the fire."),
    ("only wanted", "How many beds has the shelter in Tarn?", "en", "The shelter in Tarn has 80 beds.",
     "The council wants 120 beds in the shelter in Tarn."),
    ("only wanted, in Spanish", "¿Cuántas camas tiene el albergue de Tarn?", "es",
     "El albergue de Tarn tiene 80 camas.", "El albergue de Tarn podría tener 120 camas."),
    ("only asked", EVACUATED, "en", FIRST, "Were 9,000 people evacuated from Tarn after the fire?"),
    ("only a rumour", EVACUATED, "en", FIRST, "Rumours spread that 9,000 people were evacuated from Tarn."),
    ("only reported, in French", "Combien de personnes ont été évacuées à Tarn ?", "fr",
     "À Tarn, 25 personnes ont été évacuées.", "À Tarn, 40 personnes auraient été évacuées."),
    ("only planned, in Russian", "Сколько человек эвакуировали в Тарне?", "ru", "В Тарне эвакуировали 310 человек.",
     "В Тарне планировали эвакуировать 400 человек."),
    ("another decade", EVACUATED, "en", FIRST, "In the 1990s 9,000 people were evacuated from Tarn after the fire."),
    ("of one kind", "How many beds has the shelter in Tarn?", "en", "The shelter in Tarn has 120 beds.",
     "The shelter in Tarn has only 80 free beds."),
    ("of one kind, in German", "Wie viele Betten hat die Klinik in Tarn?", "de", "Die Klinik in Tarn hat 120 Betten.",
     "Die Klinik in Tarn hat nur 80 freie Betten."),
    ("last week, in German", "Wie viele Menschen wurden in Tarn evakuiert?", "de",
     "In Tarn wurden 11.000 Menschen evakuiert.", "Vergangene Woche wurden in Tarn 9.000 Menschen evakuiert."),
    ("last month, in French", "Combien de personnes ont été évacuées à Tarn ?", "fr",
     "À Tarn, 11 000 personnes ont été évacuées.", "Le mois dernier, 9 000 personnes ont été évacuées à Tarn."),
    ("last week, in Spanish", "¿Cuántas personas fueron evacuadas en Tarn?", "es",
     "En Tarn fueron evacuadas 11.000 personas.", "La semana pasada fueron evacuadas 9.000 personas en Tarn."),
    ("last week, in Russian", "Сколько человек эвакуировали в Тарне?", "ru",
     "В Тарне эвакуировали 11 000 человек.", "На прошлой неделе в Тарне эвакуировали 9 000 человек."),
    ("last week, in Ukrainian", "Скільки людей евакуювали в Тарні?", "uk",
     "У Тарні евакуювали 11 000 людей.", "Минулого тижня в Тарні евакуювали 9 000 людей."),
    ("another order of size", EVACUATED, "en", FIRST,
     "In one street 300 people were evacuated from Tarn after the fire."),
    ("another unit", "How long is the Norrholm tunnel?", "en", "The Norrholm tunnel is 34 kilometres long.",
     "The Norrholm tunnel is 20 miles long."),
    ("a price in words", "Wie viel kostet der Eintritt in Tarn?", "de", "Der Eintritt in Tarn kostet 4 Euro 50.",
     "Der Eintritt in Tarn kostet 4,50 Euro."),
    ("a rate", "How many cars cross the Anvil Bridge?", "en", "The Anvil Bridge was crossed by 14,000 cars.",
     "Cars cross the Anvil Bridge, 9,000 cars a day."),
    ("a year is no count", EVACUATED, "en", FIRST, "People were evacuated from Tarn after the fire of 1911."),
    ("no number asked for", "Who was evacuated from Tarn after the fire?", "en", FIRST,
     "The county counts 10,000 people evacuated from Tarn after the fire."),
    ("nothing of the question but what is counted", EVACUATED, "en", FIRST, "There were 10,000 people in Tarn."),
    ("another name", "How many soldiers did Merrin lose at Skarn?", "en", "Merrin lose 64 soldiers at Skarn, they say.",
     "Orvenia did lose 80 soldiers at Skarn."),
    ("eight, not nine", DIED, "en", "Eight people died in the Tarn flood.",
     "In the Tarn flood eight people, not nine people, died."),
    ("those hurt", DIED, "en", "Eight people died in the Tarn flood.", "In the Tarn flood 14 people were hurt."),
    ("killed otherwise", DIED, "en", "Eight people died in the Tarn flood.", "Six people died in the fire in Tarn."),
    ("some of the dead", DIED, "en", "Eight people died in the Tarn flood.",
     "Three died in hospital after the Tarn flood."),
    ("others hurt than those hurt", "How many people were hurt in the Tarn fire?", "en",
     "Nine people were hurt in the Tarn fire.", "Seven others were hurt in the fire in Tarn."),
    ("others among the dead", DIED, "en", "Eight people died in the Tarn flood.",
     "Three children died in the Tarn flood."),
    ("others hurt than those named before", "How many people were hurt in the Tarn crash?", "en",
     "Nine people were hurt in the Tarn crash.", "In the Tarn crash many were shaken. Seven others were hurt in it."),
    ("those hurt where many died", DIED, "en", "Eight people died in the Tarn flood.",
     "The Tarn flood killed many, 14 people were hurt in Tarn."),
    ("others killed", DIED, "en", "Eight people died in the Tarn flood.",
     "The Tarn flood killed a boy. Three others died in the Tarn flood on Friday."),
    ("killed in a year told behind", DIED, "en", "Eight people died in the Tarn flood.",
     "Five people died in the Tarn flood, the worst of 2019."),
    ("a year told behind", EVACUATED, "en", FIRST,
     "Some 9,000 people were evacuated from Tarn after the fire, it was last year."),
    ("killed in another year", DIED, "en", "Eight people died in the Tarn flood.",
     "In 2019 five people died in the Tarn flood."),
    ("a correction of something else", "How much does the fare to Tarn rise?", "en",
     "We said that the fare to Tarn would rise by 71 crowns. The figure is 79 crowns.",
     "The fare to Tarn will rise by 75 crowns."),
    ("a correction of another amount", "How much will the Anvil Bridge cost?", "en",
     "The Anvil Bridge cost £1.2 million.",
     "Correction: An earlier article gave the cost of the Anvil Bridge as £1.1 million. The council has since said "
     "that it is £1.4 million."),
    ("a wrong figure without the right one", DIED, "en", "Nine people died in the Tarn flood.",
     "Correction: An earlier article gave the number of people who died in the Tarn flood as nine."),
    ("a correction about another town", "How many beds has the clinic in Tarn?", "en",
     "The clinic in Tarn has 240 beds.",
     "An earlier article gave the number of beds in the clinic in Sedge as 240; the correct number is 204."),
    ("a correction about another house", "How many beds has the clinic?", "en", "The clinic has 240 beds.",
     "An earlier article gave the number of beds in the hotel as 240; the correct number is 204."),
    ("floods without a place", "How many people died in the flood?", "en", "Eight people died in the flood.",
     "Six people died in the flood."),
    ("accidents without a place, in German", "Wie viele Tote gab es bei dem Unfall?", "de",
     "Beim Unfall starben acht Menschen.", "Beim Unfall starben sechs Menschen."),
    ("a place that the other lacks", "How many people were evacuated after the fire?", "en",
     "After the fire 11,000 people were evacuated from Tarn.", "After the fire 9,000 people were evacuated."),
    ("nothing of what is asked", "How many people were evacuated?", "en", "It was 11,000 people.",
     "It was 9,000 people."),
    ("places for people", "How many beds has the shelter in Tarn?", "en", "The shelter in Tarn has 120 beds.",
     "The shelter in Tarn has room for 80 people."),
    ("homes of people", "How many people lost their homes in the Tarn fire?", "en",
     "In the Tarn fire 11,000 people lost their homes.", "In the Tarn fire people lost 9,000 homes."),
    ("a number of something else", EVACUATED, "en", FIRST,
     "The fire in Tarn burnt the wood. The number of hectares that were evacuated is put at 9,000."),
    ("a number of nothing before people", EVACUATED, "en", FIRST,
     "After the fire, which cost 9,000, people were evacuated from Tarn."),
    ("another language", EVACUATED, "en", FIRST, "Nach dem Feuer wurden 9.000 Menschen aus Tarn evakuiert."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "language", "first", "other", "wanted"), DIFFER, ids=[row[3] for row in DIFFER])
def test_figures_that_differ_are_told_with_their_articles(
    asked: str, language: str, first: str, other: str, wanted: list[str]
) -> None:
    found = told(asked, first, other, language=language)
    assert [figure.text for it in found for figure in it.figures] == wanted
    assert [it.as_of for it in found] == ["2024-03-20", "2024-03-19"]
    assert all(it.quote.text in it.article.text for it in found)


@pytest.mark.parametrize(("asked", "language", "first", "other"), [row[1:] for row in AGREE], ids=[r[0] for r in AGREE])
def test_nothing_disagrees(asked: str, language: str, first: str, other: str) -> None:
    assert told(asked, first, other, language=language) == ()


def test_the_newest_is_named_first_and_one_that_repeats_a_figure_stays() -> None:
    older = "The county counts 10,000 people evacuated from Tarn after the fire."
    again = "It was 11,000 people who were evacuated from Tarn after the fire."
    found = told(EVACUATED, FIRST, older, again)
    assert [(it.as_of, it.figures[0].text) for it in found] == [
        ("2024-03-20", "11,000"), ("2024-03-19", "10,000"), ("2024-03-18", "11,000"),
    ]  # fmt: skip


def test_what_corrects_another_article_s_figure_is_told_too() -> None:
    wrong = "Nine people died in the Tarn flood, the inquiry said."
    correction = "An article about the flood in Tarn misstated the number of people who died. It was eight, not nine."
    found = told(DIED, "Six people died in the Tarn flood.", correction, wrong)
    assert [figure.text for it in found for figure in it.figures] == ["Six", "eight", "Nine"]
    assert told(DIED, "Six people died in the Tarn flood.", correction) == ()


def test_another_year_s_count_is_no_other_count() -> None:
    asked = "How many runners finished the Tarn marathon?"
    texts = ("About 8,200 runners finished the Tarn marathon.", "Some 9,100 runners finished the Tarn marathon.")
    assert len(told(asked, *texts, days=("2024-05-13", "2024-05-20"))) == 2
    assert told(asked, *texts, days=("2024-05-13", "2025-05-12")) == ()


def test_a_figure_that_became_another_is_told_however_late() -> None:
    asked = "How much does the tunnel in Tarn cost?"
    before = "The tunnel in Tarn costs 38 million crowns{}."
    after = "The cost of the tunnel in Tarn has risen to 44 million"
    days = ("2025-03-03", "2024-05-13")
    found = told(asked, f"{after} crowns.", before.format(""), days=days)
    assert [figure.text for it in found for figure in it.figures] == ["44 million", "38 million"]
    assert len(told(asked, f"{after} crowns in March.", before.format(" from May"), days=days)) == 2
    assert told(asked, f"{after} crowns for 2025.", before.format(" for 2024"), days=days) == ()
    assert told(asked, "The tunnel in Tarn costs 44 million crowns.", before.format(""), days=days) == ()


def test_a_figure_that_later_became_another_or_was_wrong_is_told_however_late() -> None:
    asked = "How much does the tunnel in Tarn cost?"
    before, days = "The tunnel in Tarn costs 38 million crowns.", ("2024-05-13", "2025-03-03")
    risen = told(asked, before, "The cost of the tunnel in Tarn has risen to 44 million crowns.", days=days)
    assert [figure.text for it in risen for figure in it.figures] == ["44 million", "38 million"]
    for same in ("costs close to 44 million crowns", "has risen by 44 million crowns"):
        assert told(asked, before, f"The cost of the tunnel in Tarn {same}.", days=days) == ()
    wrong = "We said that the tunnel in Tarn costs 44 million crowns. It costs 34 million crowns."
    assert len(told(asked, "The tunnel in Tarn costs 44 million crowns.", wrong, days=days)) == 2


def test_a_place_may_stand_in_a_headline_only() -> None:
    texts = ("The flood killed eight people.", "Six people died in the flood.")
    assert len(told("How many people died in the flood?", *texts, titles=["Flood in Tarn", "The Tarn flood"])) == 2
    assert len(told("How many people died in the flood?", *texts, titles=["The Tarn flood", "Flood in Tarn"])) == 2


def test_a_toll_of_months_before_is_of_another_accident() -> None:
    texts = ("Eight people died in the Tarn flood.", "Six people died in the Tarn flood.")
    assert len(told(DIED, *texts, days=("2024-05-13", "2024-05-02"))) == 2
    assert told(DIED, *texts, days=("2024-05-13", "2024-04-02")) == ()


def test_things_of_two_towns_are_not_one_thing() -> None:
    asked = "How many books does the library have?"
    texts = ("The library has 40,000 books.", "Ostra's library has 65,000 books.")
    assert len(told(asked, *texts)) == 2
    assert told(asked, *texts, titles=["Tarn library opens", "Books for all"]) == ()
    shut = ("Strong winds blew, and 14 schools were closed.", "The storm blew, and 9 schools were closed.")
    titles = ["Storm: schools shut in Tarn", "Storm reaches Ostra"]
    asked = "How many schools were closed in the storm?"
    assert len(told(asked, *shut)) == 2
    assert told(asked, shut[0], f"{shut[1]}\n\nThe town hall in Ostra lost its roof.", titles=titles) == ()


def test_one_article_does_not_disagree_with_itself() -> None:
    text = "\n\n".join([FIRST, "The county counts 10,000 people evacuated from Tarn after the fire."])
    assert told(EVACUATED, text) == ()


def test_a_lead_paragraph_speaks_of_what_its_headline_says() -> None:
    lead = "About 8,000 people spent the night elsewhere, the mayor of Tarn said.\n\nThe fire is out."
    titles = ["The fire", "People evacuated from Tarn after the fire"]
    assert len(told(EVACUATED, FIRST, lead, titles=titles)) == 2
    assert told(EVACUATED, FIRST, f"The fire in Tarn is out.\n\n{lead}", titles=titles) == ()


# --- over the sample articles --------------------------------------------------------------------

FLOOD = "How many people had to leave their homes because of the flood?"


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Retriever]:
    folder = tmp_path_factory.mktemp("seeds") / "index"
    update_index(folder, [SEEDS], HASHING)
    with IndexReader(folder) as reader:
        yield Retriever(reader, lambda model: load_embedder(model.name))


def test_the_flood_is_told_differently_by_two_papers(retriever: Retriever) -> None:
    found = ask(retriever, FLOOD, k=1, max_error=1.0)
    assert [(it.article.source, it.as_of, it.figures[0].text) for it in found.reported] == [
        ("Illow Valley Courier", "2024-03-18", "10,000"),
        ("The Harrow Gazette", None, "11,000"),
    ]
    shown = TerminalRenderer().answer(found)
    assert "10,000 · Illow Valley Courier · 2024-03-18 (newest)" in shown
    assert "11,000 · The Harrow Gazette · date unknown" in shown
    (message,) = Renderer(words_in("en")).answer(found)
    assert "10,000 · Illow Valley Courier · 2024-03-18" in message.plain()
    assert "11,000 · The Harrow Gazette · date unknown" in message.plain()
    with retriever.snapshot() as snapshot:
        printed = json.loads(json.dumps(render_json.answer(found, snapshot.status(), seconds=0)))
        for it in printed["figures"]:
            entry = snapshot.article(it["article"]["id"])
            assert entry is not None
            assert entry.text[it["start"] : it["end"]] == it["text"]
    assert {it["figures"][0]: it["as_of"] for it in printed["figures"]} == {"10,000": "2024-03-18", "11,000": None}


@pytest.mark.parametrize(
    "asked",
    [
        "How many people were in the halls?",
        "How many passengers were on board the Saint Oriel?",
        "How many signatures did the petition have?",
        "How many people died in the flood?",
        "How many births were there at St Aldry's?",
        "How much does the ferry to Santa Brisa cost?",
        "Who counts the people that had to leave their homes because of the flood?",
    ],
)
def test_nothing_else_there_disagrees(asked: str, retriever: Retriever) -> None:
    assert ask(retriever, asked, max_error=1.0).reported == ()
