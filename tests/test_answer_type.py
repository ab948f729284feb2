"""What a question asks for: its terms, the kind of thing, and what would contradict it."""

from datetime import date

import pytest
from msgspec.structs import replace

from retrieval.language.text import normal_form, stems
from retrieval.question.amounts import counted
from retrieval.question.answer_type import (
    AnswerType,
    answer_type,
    asks_for_a_name,
    asks_whether,
    asks_whom,
    naming_words,
)
from retrieval.question.terms import question_stems, terms
from retrieval.ranking.holding import holds, holds_beside, is_past
from retrieval.ranking.polarity import contradicts, contrary
from retrieval.ranking.said import asks_for_demand, asks_for_words_of, said_by, whose_account

from .ranking_parts import article, passages


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When did the ferry sink?", AnswerType.TIME),
        ("In what year was Talvik founded?", AnswerType.TIME),
        ("Where do the patients recover?", AnswerType.PLACE),
        ("ou est la gare ?", AnswerType.PLACE),
        ("le train ou le bus ?", None),
        ("what's the date of the fair", AnswerType.TIME),
        ("с каких пор закрыт мост", AnswerType.TIME),
        ("з якого часу закрито міст", AnswerType.TIME),
        ("wozu braucht man das", AnswerType.REASON),
        ("pour quelles raisons est-il fermé", AnswerType.REASON),
        ("¿para qué sirve el faro?", AnswerType.REASON),
        ("для чего нужна дамба", AnswerType.REASON),
        ("для чого потрібна дамба", AnswerType.REASON),
        ("My train was late. Who pays?", AnswerType.PERSON),
        ("Mein Zug kam zu spät. Wann fährt der nächste?", AnswerType.TIME),
        ("Mon train a du retard. Qui paie ?", AnswerType.PERSON),
        ("Mi tren llegó tarde. ¿Dónde espero?", AnswerType.PLACE),
        ("Мой поезд опоздал. Почему?", AnswerType.REASON),
        ("Мій поїзд запізнився. Скільки чекати?", AnswerType.NUMBER),
        ("What did Gen. Smith say? He spoke when it rained.", AnswerType.SPEECH),
        ("en que ano cerro el faro", AnswerType.TIME),
        ("Who built the bridge?", AnswerType.PERSON),
        ("How many boats are there?", AnswerType.NUMBER),
        ("How wide is the canal?", AnswerType.NUMBER),
        ("How long ago did the mill close?", AnswerType.TIME),
        ("Why is the road closed?", AnswerType.REASON),
        ("What did the mayor do when the ferry sank?", None),
        ("What did the mayor say when the ferry sank?", AnswerType.SPEECH),
        ("Was sagte der Bürgermeister zur Brücke?", AnswerType.SPEECH),
        ("Что сказал мэр о мосте?", AnswerType.SPEECH),
        ("Wo erholen sich die Verletzten?", AnswerType.PLACE),
        ("Wie viele Boote gibt es?", AnswerType.NUMBER),
        ("¿Cuándo abrió el puente?", AnswerType.TIME),
        ("Où se trouve la mairie ?", AnswerType.PLACE),
        ("Когда открыли мост?", AnswerType.TIME),
        ("Скільки човнів на озері?", AnswerType.NUMBER),
        ("whos fixing the bridge", AnswerType.PERSON),
        ("whens the pool open", AnswerType.TIME),
        ("до котрої працює басейн", AnswerType.TIME),
        ("price of a bottle of cider", AnswerType.NUMBER),
        ("der Preis einer Fahrt", AnswerType.NUMBER),
        ("prix du bateau pour l'île", AnswerType.NUMBER),
        ("precio del billete", AnswerType.NUMBER),
        ("Quelle dose de mélatonine faut-il prendre ?", AnswerType.NUMBER),
        ("на скока подорожали яйца", AnswerType.NUMBER),
        ("скількох вчителів бракує", AnswerType.NUMBER),
        ("Which of them spoke of the price of bread?", None),
        ("à quelle heure part le bac", AnswerType.TIME),
        ("a qué hora abre", AnswerType.TIME),
        ("о котрій починається", AnswerType.TIME),
        ("um wie viel Uhr beginnt das Konzert", AnswerType.TIME),
        ("во сколько начало", AnswerType.TIME),
        ("во сколько обошёлся ремонт", AnswerType.NUMBER),
        ("an welchem Tag kommt die Ärztin", AnswerType.TIME),
        ("what days does the doctor come", AnswerType.TIME),
        ("quel jour vient le bus", AnswerType.TIME),
        ("с какого числа закрыт мост", AnswerType.TIME),
        ("відколи він там", AnswerType.TIME),
        ("hace cuánto tiempo se fue", AnswerType.TIME),
        ("il y a combien de temps est-il parti", AnswerType.TIME),
        ("il y a combien de bateaux", AnswerType.NUMBER),
        ("wodurch entstand der Brand", AnswerType.REASON),
        ("woran liegt es", AnswerType.REASON),
        ("what did the keeper's wife die of", AnswerType.REASON),
        ("de quoi est morte la reine ?", AnswerType.REASON),
        ("how come it burnt", AnswerType.REASON),
        ("qu'est-ce qui a causé l'incendie", AnswerType.REASON),
        ("qu'est-ce qui est fermé", None),
        ("qué causó el incendio", AnswerType.REASON),
        ("из-за чего сгорел склад", AnswerType.REASON),
        ("через що згорів склад", AnswerType.REASON),
        ("как зовут фельдшера", AnswerType.PERSON),
        ("wie heißt der Hirte", AnswerType.PERSON),
        ("cómo se llama el director", AnswerType.PERSON),
        ("comment s'appelle le maire", AnswerType.PERSON),
        ("what is the name of the mayor", AnswerType.PERSON),
        ("the name of the mayor", AnswerType.PERSON),
        ("number of passengers", AnswerType.NUMBER),
        ("Zahl der Fahrgäste", AnswerType.NUMBER),
        ("número de pasajeros", AnswerType.NUMBER),
        ("число пассажиров", AnswerType.NUMBER),
        ("кількість пасажирів", AnswerType.NUMBER),
        ("Name des Bürgermeisters", AnswerType.PERSON),
        ("nom du maire", AnswerType.PERSON),
        ("nombre de la alcaldesa", AnswerType.PERSON),
        ("nombre de stations", AnswerType.NUMBER),
        ("имя мэра", AnswerType.PERSON),
        ("ім'я мера", AnswerType.PERSON),
        ("какой штраф за рыбалку", AnswerType.NUMBER),
        ("какая зарплата у врача", AnswerType.NUMBER),
        ("quelle amende pour un chien", AnswerType.NUMBER),
        ("qué multa te ponen", AnswerType.NUMBER),
        ("welche Strafe droht", AnswerType.NUMBER),
        ("wie hoch ist die Miete", AnswerType.NUMBER),
        ("was kostet der Eintritt", AnswerType.NUMBER),
        ("wie teuer ist es", AnswerType.NUMBER),
        ("почём билеты", AnswerType.NUMBER),
        ("как часто ходит автобус", AnswerType.NUMBER),
        ("какой длины объезд", AnswerType.NUMBER),
        ("en qué población nació", None),
        ("in welcher Höhe drohen Strafen", None),
        ("la lava de 1934 a cuántas personas mató", AnswerType.NUMBER),
        ("die Zelte für wie groß sind sie", AnswerType.NUMBER),
        ("the clinic's phone number", AnswerType.NUMBER),
        ("in welchem Jahrhundert entstand die Burg", AnswerType.TIME),
        ("dans quel siècle vivait-il", AnswerType.TIME),
        ("в каком веке основан город", AnswerType.TIME),
        ("у якому столітті збудували замок", AnswerType.TIME),
        ("dans quel pays est-il né", AnswerType.PLACE),
        ("in welchem Dorf wohnte sie", AnswerType.PLACE),
        ("en qué pueblo nació", AnswerType.PLACE),
        ("в какой деревне он родился", AnswerType.PLACE),
        ("у якому місті він помер", AnswerType.PLACE),
        ("в якій країні він навчався", AnswerType.PLACE),
        ("какое место занял клуб", None),
        ("welche Firma baute die Brücke", AnswerType.PERSON),
        ("quelle entreprise a construit le pont", AnswerType.PERSON),
        ("qué empresa construyó el puente", AnswerType.PERSON),
        ("какая компания строила мост", AnswerType.PERSON),
        ("яка компанія будувала міст", AnswerType.PERSON),
        ("чью оперу поставили первой", AnswerType.PERSON),
        ("чия опера була першою", AnswerType.PERSON),
        ("what was the cause of the fire", AnswerType.REASON),
        ("what's the cause of the fire", AnswerType.REASON),
        ("whats the name of the mayor", AnswerType.PERSON),
        ("what'd the mayor say", AnswerType.SPEECH),
        ("aus welchem Grund wurde es verboten", AnswerType.REASON),
        ("quelle fut la cause de l'incendie", AnswerType.REASON),
        ("a qué se debió el incendio", AnswerType.REASON),
        ("какова причина пожара", AnswerType.REASON),
        ("чем был вызван пожар", AnswerType.REASON),
        ("що призвело до пожежі", AnswerType.REASON),
        ("was ist der Preis fürs Ticket", AnswerType.NUMBER),
        ("c'est quoi le prix du billet", AnswerType.NUMBER),
        ("quel prix a-t-elle reçu", None),
        ("quel prix a remporté le film", None),
        ("welchen Literaturpreis erhielt sie", None),
        ("mit welchem Preis wurde er ausgezeichnet", None),
        ("welcher Preis gilt für Kinder", AnswerType.NUMBER),
        ("wozu führte die Niederlage", None),
        ("wozu dient der Turm", AnswerType.REASON),
        ("a qué llevó la derrota", None),
        ("qué llevó a la derrota", AnswerType.REASON),
        ("quel a été le score", AnswerType.NUMBER),
        ("с каким счётом закончился матч", AnswerType.NUMBER),
        ("який рахунок матчу", AnswerType.NUMBER),
        ("какой счёт в банке", None),
        ("как далеко до озера", AnswerType.NUMBER),
        ("як далеко до озера", AnswerType.NUMBER),
        ("какая была явка", AnswerType.NUMBER),
        ("яка була явка", AnswerType.NUMBER),
        ("cuál fue la participación", AnswerType.NUMBER),
        ("quel était le taux de participation", AnswerType.NUMBER),
        ("до скольки работает бассейн", AnswerType.TIME),
        ("со скольки работает бассейн", AnswerType.TIME),
        ("сколькими голосами приняли закон", AnswerType.NUMBER),
        ("скількома голосами ухвалили закон", AnswerType.NUMBER),
        ("in wie vielen Städten gibt es das", AnswerType.NUMBER),
        ("до скольки лет пускают бесплатно", None),
        ("во сколько разослали сообщение", AnswerType.TIME),
        ("во сколько обычно открывается рынок", AnswerType.TIME),
        ("во сколько раз выросла цена", AnswerType.NUMBER),
        ("во сколько обошлись работы", AnswerType.NUMBER),
        ("от чего зависит цена", None),
        ("від чого залежить розмір субсидії", None),
        ("від чого помер король", AnswerType.REASON),
        ("до скольки снизят ставку", None),
        ("як давно збудували міст", AnswerType.TIME),
        ("quelle est la date de la foire", AnswerType.TIME),
        ("was ist das Datum der Wahl", AnswerType.TIME),
        ("cual es la fecha de la feria", AnswerType.TIME),
        ("какая дата выборов", AnswerType.TIME),
        ("яка дата виборів", AnswerType.TIME),
        ("з якої країни він", AnswerType.PLACE),
        ("из какого города он", AnswerType.PLACE),
        ("какого цвета мост", None),
        ("what's the mayor's name", AnswerType.PERSON),
        ("woran ist der König gestorben", AnswerType.REASON),
        ("xq esta cerrado", AnswerType.REASON),
        ("pk c'est fermé", AnswerType.REASON),
        ("qué prometió el alcalde", AnswerType.SPEECH),
        ("qu'a promis le maire", AnswerType.SPEECH),
        ("что пообещал мэр", AnswerType.SPEECH),
        ("що пообіцяв мер", AnswerType.SPEECH),
        ("что мэр говорит о мосте", AnswerType.SPEECH),
        ("що про це каже мер", AnswerType.SPEECH),
        ("was denken die Nachbarn", AnswerType.SPEECH),
        ("que disent les pêcheurs du pont", AnswerType.SPEECH),
        ("qu'en pensent les voisins", AnswerType.SPEECH),
        ("qu'est-ce que les voisins ont répondu", AnswerType.SPEECH),
        ("qué dicen los pescadores", AnswerType.SPEECH),
        ("qué contaron los vecinos", AnswerType.SPEECH),
        ("что говорил врач о мосте", AnswerType.SPEECH),
        ("что обещает губернатор", AnswerType.SPEECH),
        ("что рыбаки думают", AnswerType.SPEECH),
        ("что отвечает за подачу воды", None),
        ("що стверджує староста", AnswerType.SPEECH),
        ("що мер говорить про міст", AnswerType.SPEECH),
        ("що кажуть рибалки", AnswerType.SPEECH),
        ("что будет, если мэр сказал неправду", None),
        ("кто-нибудь пострадал", None),
        ("хто-небудь постраждав", None),
        ("What fraction of the land is farmed?", AnswerType.NUMBER),
        ("What is the boiling point of the oil?", AnswerType.NUMBER),
        ("At what elevation is the spring?", AnswerType.NUMBER),
        ("Welcher Prozentsatz der Schüler fehlt?", AnswerType.NUMBER),
        ("Quel est le point d'ébullition de l'huile ?", AnswerType.NUMBER),
        ("¿Cuál es el punto de ebullición del aceite?", AnswerType.NUMBER),
        ("Каков процент женщин?", AnswerType.NUMBER),
        ("Какова точка кипения масла?", AnswerType.NUMBER),
        ("Яка точка кипіння олії?", AnswerType.NUMBER),
        ("During which years did he reign?", AnswerType.TIME),
        ("Au cours de quelle décennie fut-elle bâtie ?", AnswerType.TIME),
        ("¿En qué década se construyó?", AnswerType.TIME),
        ("В каком десятилетии построен мост?", AnswerType.TIME),
        ("У якому десятилітті збудовано міст?", AnswerType.TIME),
        ("What triggered the fire?", AnswerType.REASON),
        ("To what is the decline attributed?", AnswerType.REASON),
        ("What is the decline due to?", AnswerType.REASON),
        ("What is the report due in May about?", None),
        ("Which years are leap years?", None),
        ("For what purpose was the dam built?", AnswerType.REASON),
        ("Worauf ist der Rückgang zurückzuführen?", AnswerType.REASON),
        ("Zu welchem Zweck wurde der Damm gebaut?", AnswerType.REASON),
        ("Was war der Auslöser?", AnswerType.REASON),
        ("À quoi est dû le déclin ?", AnswerType.REASON),
        ("Dans quel but la digue fut-elle bâtie ?", AnswerType.REASON),
        ("¿Qué originó el incendio?", AnswerType.REASON),
        ("¿A qué se atribuye la caída?", AnswerType.REASON),
        ("¿Con qué fin se construyó el dique?", AnswerType.REASON),
        ("С какой целью построена дамба?", AnswerType.REASON),
        ("Чем объясняется упадок?", AnswerType.REASON),
        ("З якою метою збудовано дамбу?", AnswerType.REASON),
        ("Чим пояснюється занепад?", AnswerType.REASON),
    ],
)
def test_the_kind_is_read_off_the_question(question: str, kind: AnswerType | None) -> None:
    assert answer_type(question) is kind


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("What's the captain's name?", "name"),
        ("wie heißt der Hirte", "heißt"),
        ("comment s'appelle le maire", "appelle"),
        ("cómo se llama el director", "llama"),
        ("Назови имя капитана", "назови"),
        ("ім'я капітана", "ім'я"),
    ],
)
def test_some_words_only_ask_for_a_name(question: str, word: str) -> None:
    assert normal_form(word) in naming_words(question)
    assert not naming_words("Was sagt Ida Holm?")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "was anyone hurt"),
        ("ru", "кто-нибудь пострадал"),
        ("uk", "хтось постраждав"),
        ("de", "wurde jemand verletzt"),
        ("es", "¿hubo heridos?"),
        ("fr", "y a-t-il des blessés ?"),
        ("fr", "a-t-il plu ?"),
        ("fr", "il y a des toilettes ?"),
    ],
)
def test_a_question_whether_is_answered_by_no(language: str, question: str) -> None:
    assert asks_whether(question, language)


def test_a_thing_that_the_question_itself_names_is_no_answer() -> None:
    assert not holds("The ferry sank in 1998.", AnswerType.TIME, "Who was mayor when it sank in 1998?")
    assert holds("The ferry sank in 1998.", AnswerType.TIME, "When did the ferry sink?")


@pytest.mark.parametrize(
    ("sentence", "holding"),
    [
        ("Das Bad öffnet am 5.11. wieder.", True),
        ("Vom 05.11.24 an ist zu.", True),
        ("Das steht in Kapitel 5.11.", False),
        ("Das gilt ab 5.13. oder ab 3.2 Prozent.", False),
    ],
)
def test_a_day_in_digits_is_a_time(sentence: str, holding: bool) -> None:
    assert holds(sentence, AnswerType.TIME, "Wann öffnet das Bad?", "de") is holding


def test_a_thing_is_named_by_the_question_as_a_whole_word_only() -> None:
    assert holds("She took office in May.", AnswerType.TIME, "When was the mayor elected?")
    assert holds("In all 2 people died.", AnswerType.NUMBER, "How many people died in 2021?")
    assert holds("It was planned by Ann.", AnswerType.PERSON, "Who planned the rural school?")


@pytest.mark.parametrize(
    ("sentence", "holding"),
    [
        ("It was planned in May.", False),
        ("It opened on Saturday and shut on Monday’s eve.", False),
        ("It was planned by Theresa May.", True),
        ("It was planned by Mai-Britt.", True),
    ],
)
def test_a_month_or_a_day_of_the_week_is_no_person(sentence: str, holding: bool) -> None:
    assert holds(sentence, AnswerType.PERSON, "Who planned the school?") is holding


@pytest.mark.parametrize(
    ("sentence", "question", "language", "holding"),
    [
        ("It was planned by J. Reed.", "Who planned the school?", "en", True),
        ("It was planned in the U.S. Officials are pleased.", "Who planned the school?", "en", False),
        ("Das plante J. Brandt.", "Wer plante die Schule?", "de", True),
        ("Das plante Dr. Brandt.", "Wer plante die Schule?", "de", True),
        ("Es fahren z. B. Busse zur Halle B. Die Stadt zahlt.", "Wer plante die Schule?", "de", False),
        ("Ce projet est de M. Delcourt.", "Qui a conçu l'école ?", "fr", True),
        ("Il est dans la salle B. Les élus paient.", "Qui a conçu l'école ?", "fr", False),
        ("La planeó A. Ruiz.", "¿Quién planeó la escuela?", "es", True),
        ("Её спроектировал А.В. Белов.", "Кто спроектировал школу?", "ru", True),
        ("Її спроєктував О. Бондар.", "Хто спроєктував школу?", "uk", True),
    ],
)
def test_a_name_behind_an_initial_begins_no_sentence(
    sentence: str, question: str, language: str, holding: bool
) -> None:
    assert holds(sentence, AnswerType.PERSON, question, language) is holding


@pytest.mark.parametrize(
    ("sentence", "question", "says", "language"),
    [
        ("Work starts in May, according to mayor Ann Hart.", "Who builds it?", "Who said it starts in May?", "en"),
        ("Laut Ann Hart beginnt der Bau im Mai.", "Wer baut es?", "Wer sagt, dass der Bau beginnt?", "de"),
        ("Les travaux commencent, selon Hart.", "Qui construit le pont ?", "Qui affirme qu’ils commencent ?", "fr"),
        ("La obra empieza, según Hart.", "¿Quién construye el puente?", "¿Quién dice que empieza?", "es"),
        ("По словам Жданова, стройка начнётся в мае.", "Кто построит мост?", "Кто сказал, что она начнётся?", "ru"),
        ("За словами Дорош, ремонт почнеться в травні.", "Хто ремонтує міст?", "Хто сказав, що він почнеться?", "uk"),
    ],
)
def test_who_says_so_is_no_answer_to_another_who(sentence: str, question: str, says: str, language: str) -> None:
    assert not holds(sentence, AnswerType.PERSON, question, language)
    assert holds(sentence, AnswerType.PERSON, says, language)


def test_a_question_may_ask_who_did_it_according_to_somebody() -> None:
    told = "The bill was paid, according to the defence lawyer Abel Stroud."
    assert holds(told, AnswerType.PERSON, "Who paid according to the defence?", "en")


@pytest.mark.parametrize("before", ["“", '"', "— ", "The keeper wrote: “", 'She went home. "'])
def test_the_first_word_of_a_quoted_sentence_is_no_person(before: str) -> None:
    assert not holds(f"{before}It was planned for years.", AnswerType.PERSON, "Who planned the school?")
    assert holds(f"{before}It was planned by Ann.", AnswerType.PERSON, "Who planned the school?")


@pytest.mark.parametrize(
    "number",
    ["fifteen", "forty", "zwölf", "dreißig", "douze", "quarante", "doce", "treinta", "двадцать", "сорок", "тридцять"],
)
def test_a_number_is_written_in_letters_too(number: str) -> None:
    assert holds(f"On compte {number} X.", AnswerType.NUMBER, "combien")


@pytest.mark.parametrize(
    ("sentence", "language", "holding"),
    [
        ("Загинули п’ять людей.", "uk", True),
        ("Погибли двое.", "ru", True),
        ("Es starben elf Menschen.", "de", True),
        ("Es waren einundzwanzig.", "de", True),
        ("Murieron trece personas.", "es", True),
        ("Murieron once.", "es", True),
        ("It happened once.", "en", False),
        ("Sept and Mil Road met The Cent bar.", "en", False),
        ("Il y en avait sept.", "fr", True),
        ("Costó mil.", "es", True),
        ("Es gibt 3 am Nordende.", "de", True),
        ("It was shut at 3 am Friday.", "en", False),
        ("It was shut at 3 am on Friday.", "en", False),
        ("The coach overturned on the A19.", "en", False),
        ("El autobús volcó en la N-634.", "es", False),
        ("Over the sea an F-16 fell.", "en", False),
        ("Die Klinik nahm 19 auf.", "de", True),
    ],
)
def test_a_written_number_is_one_in_its_language(sentence: str, language: str, holding: bool) -> None:
    assert holds(sentence, AnswerType.NUMBER, "how many", language) is holding


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill closed last month.",
        "Die Mühle schloss in der vergangenen Woche.",
        "Le moulin a fermé l'année dernière.",
        "El molino cerró el mes pasado.",
        "Мельница закрылась на прошлой неделе.",
        "Млин закрили минулого тижня.",
    ],
)
def test_a_week_month_or_year_counted_from_now_is_a_time(sentence: str) -> None:
    assert holds(sentence, AnswerType.TIME, "when")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿Con cuánta ventaja ganó Arcos?", "Ganó con 41 segundos de ventaja."),
        ("Combien de retard a le train ?", "Le train a 20 minutes de retard."),
        ("Wie viel Verspätung hatte der Zug?", "Der Zug kam 20 Minuten zu spät."),
        ("На сколько опоздал поезд?", "Поезд пришёл на 20 минут позже."),
    ],
)
def test_a_lead_or_a_delay_is_told_in_minutes(question: str, told: str) -> None:
    assert holds(told, AnswerType.NUMBER, question)


def test_how_much_time_is_no_length() -> None:
    asked = "dans combien de temps la nappe sera-t-elle revenue ?"
    assert not holds("La nappe est remontée de 60 centimètres.", AnswerType.NUMBER, asked)
    assert holds("Il faudra huit à douze ans.", AnswerType.NUMBER, asked)


@pytest.mark.parametrize(
    ("question", "weight"),
    [
        ("how heavy is the bell", "It weighs 340 pounds."),
        ("how much does the bell weigh", "It is 340 kilograms."),
        ("what is the weight of the bell", "That makes two tons."),
        ("wie schwer ist die Glocke", "Es sind 340 Gramm."),
        ("wie viel wiegt die Glocke", "Sie hat drei Tonnen."),
        ("combien pèse la cloche", "Elle fait 340 kilos."),
        ("cuánto pesa la campana", "Son 340 kilogramos."),
        ("сколько весит колокол", "В нём 340 кг."),
        ("скільки важить дзвін", "У ньому п’ять тонн."),
    ],
)
def test_a_weight_has_a_unit_of_weight(question: str, weight: str) -> None:
    assert holds(weight, AnswerType.NUMBER, question)
    assert not holds("The Trail 400 (£49) is 30 metres away.", AnswerType.NUMBER, question)


@pytest.mark.parametrize(
    ("question", "price", "none"),
    [
        ("how much does a litre cost", "It costs £14 in a champagne bottle.", "She keeps 68 cows."),
        ("how much did the bridge cost", "It came to 4 million.", "The cracks are 22 millimetres wide."),
        ("how much is admission", "Admission is free.", "The observatory has a staff of 46."),
        ("how much was a loaf", "A loaf was 40p.", "He baked 90 loaves."),
        ("cuánto costó el puente", "Fueron 3 millones.", "Mide 22 milímetros."),
        ("was kostet der Poller", "Er kostet 1.740 Euro.", "Es gibt 12 davon."),
        ("combien coûte un litre de lait", "Il coûte 43 centimes.", "Claire élève 68 montbéliardes."),
        ("cuánto cuesta el billete", "Son 13,40 euros.", "El tren 17208 sale de Burgal."),
        ("сколько стоит билет", "Он стоит 120 рублей.", "В корзине сидели двое и 3 кота."),
        ("скільки коштує вхід", "Вхід — 40 гривень.", "Торік було 23 000 відвідувачів."),
    ],
)  # fmt: skip
def test_a_price_is_an_amount_of_money(question: str, price: str, none: str) -> None:
    assert holds(price, AnswerType.NUMBER, question)
    assert not holds(none, AnswerType.NUMBER, question)
    assert holds("It costs ¥500.", AnswerType.NUMBER, "what was the cost of the bridge")
    assert holds("Some 340 million went into it.", AnswerType.NUMBER, "what was the cost of the bridge")
    assert holds("Eggs rose by 38%.", AnswerType.NUMBER, "how much did the price of eggs rise")
    assert holds("That was 68 families.", AnswerType.NUMBER, "how many could not pay the price")
    assert holds("C'étaient 68.", AnswerType.NUMBER, "combien de familles ne peuvent payer le prix")


def test_what_somebody_said_stands_in_quotation_marks_or_with_a_verb_for_it() -> None:
    asked = "What did Tariq Aziz say about the phones?"
    assert holds("“They were decent about it,” he says.", AnswerType.SPEECH, asked)
    assert holds("The phones were fine, Tariq Aziz told us.", AnswerType.SPEECH, asked)
    assert holds("According to Tariq Aziz, the phones were fine.", AnswerType.SPEECH, asked)
    assert not holds("Tariq Aziz, whose daughter lost her phone, got it back.", AnswerType.SPEECH, asked)


@pytest.mark.parametrize(
    ("who", "said"), [("mayor", 1.0), ("mayor of Tarn", 1.0), ("judge", 0.0), ("mayor of Skarn", 0.0)]
)
def test_whose_words_are_asked_for_may_be_told_behind_the_name(who: str, said: float) -> None:
    it = article("“I am sorry,” said Ana Okonjo, the mayor of Tarn, on the quay. A judge was there.")
    assert said_by(who, passages(it)[0], it).tolist() == [said, 0.0]


@pytest.mark.parametrize(
    ("language", "who", "text"),
    [
        ("en", "coach of the Swifts", "“We slept,” Webb said. The coach of “The Swifts” Max Webb was cross."),
        ("ru", "тренер металлурга", "«Мы спали», — отметил Зимин. Тренер «Металлурга» Вадим Зимин был зол."),
        ("uk", "голова громадської дії", "«Ми спали», — каже Гай. Голова «Громадської дії» Ігор Гай був злий."),
    ],
)
def test_an_office_may_be_told_with_a_name_in_quotation_marks(language: str, who: str, text: str) -> None:
    it = article(text, language=language)
    assert said_by(who, passages(it)[0], it).tolist() == [1.0, 0.0]


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("What did Ida Holm say on Monday?", "ida holm"),
        ("Was sagte Ida Holm am Montag vor Gericht?", "ida holm"),
        ("Was sagt Ida Holm in der Sitzung?", "ida holm"),
        ("Was hat Ida Holm gesagt?", "ida holm"),
        ("Was hat Ida Holm gestern zur Brücke gesagt?", "ida holm"),
        ("Qu'a dit Ida Holm dans la salle ?", "ida holm"),
        ("Que dit Ida Holm aux habitants ?", "ida holm"),
        ("Qu'est-ce que Ida Holm a dit dans la salle ?", "ida holm"),
        ("Qu’est-ce qu’Anne Holm pense du pont ?", "anne holm"),
        ("¿Qué dijo Ida Holm en la reunión?", "ida holm"),
        ("¿Qué dijo Ida Holm ayer?", "ida holm"),
        ("Что сказала Ида Хольм в интервью?", "ида хольм"),
        ("Що сказала Іда Хольм на зустрічі?", "іда хольм"),
        ("Что Ида Хольм сказала о мосте?", "ида хольм"),
        ("Що Іда Хольм каже про міст?", "іда хольм"),
    ],
)
def test_where_and_when_somebody_spoke_is_no_part_of_their_name(question: str, who: str) -> None:
    found = asks_for_words_of(question)
    assert answer_type(question) is AnswerType.SPEECH
    assert found is not None
    assert found[0] == who


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Why did they leave according to Ida Holm?", "ida holm"),
        ("According to Ida Holm, why did they leave?", "ida holm"),
        ("Laut Ida Holm, warum gingen sie?", "ida holm"),
        ("Pourquoi, selon Ida Holm, sont-ils partis ?", "ida holm"),
        ("Почему, по словам Иды Хольм, они ушли?", "иды хольм"),
    ],
)
def test_whose_account_is_asked_for_may_stand_anywhere(question: str, who: str) -> None:
    assert whose_account(question) == who


@pytest.mark.parametrize("who", ["песков", "дмитрий песков"])
def test_a_russian_surname_is_the_speaker_s_though_it_is_in_lower_case(who: str) -> None:
    it = article("«Мост откроют», — сказал Дмитрий Песков. «Нет», — ответил Иван Лавров.", language="ru")
    assert said_by(who, passages(it)[0], it).tolist() == [1.0, 0.0]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        *(("bea baker", [0.0, 1.0, 0.0]), ("baker", [0.0, 1.0, 0.0]), ("the author", [0.0, 1.0, 0.0])),
        *(("the baker", [0.0, 0.0, 0.0]), ("warden", [0.0, 0.0, 1.0])),
    ],
)
def test_the_author_says_what_is_told_without_a_speaker(who: str, said: list[float]) -> None:
    text = "The boots. They let in water by noon. “Buy others,” said the warden."
    it = replace(article(text), author="Bea Baker")
    assert said_by(who, passages(it)[0], it).tolist() == said


def test_what_only_begins_like_a_month_is_none() -> None:
    assert holds("12 травмованих доставили до лікарні.", AnswerType.NUMBER, "Скільки людей доставили до лікарні?")
    assert not holds("Он получил травму.", AnswerType.TIME, "Когда он упал?")
    assert not holds("She may return.", AnswerType.TIME, "When does she return?")


@pytest.mark.parametrize(
    "day",
    [
        *("on Fridays", "am Samstag", "freitags", "en été", "le dimanche", "el sábado", "los domingos"),
        *("в понедельник", "в субботу", "осенью", "у вівторок", "у неділю", "взимку"),
    ],
)
def test_a_weekday_and_a_season_tell_when(day: str) -> None:
    assert holds(f"X {day}.", AnswerType.TIME, "When?")


def test_what_is_written_like_a_day_or_a_season_tells_no_time() -> None:
    for text in ("Il a été élu.", "Plácido Domingo canta.", "Их было четверо.", "Берегите окружающую среду."):
        assert not holds(text, AnswerType.TIME, "When?")


@pytest.mark.parametrize("text", ["She left on Monday.", "Im Winter fiel er.", "It is at The “Crown”.", "By 1 of May."])
def test_a_day_or_an_article_is_no_place(text: str) -> None:
    assert not holds(text, AnswerType.PLACE, "Where?")


def test_a_small_letter_with_an_accent_begins_no_name() -> None:
    assert not holds("Le pont a été construit.", AnswerType.PERSON, "Qui a construit le pont ?")


def test_what_tells_a_reason_is_told_by_its_language() -> None:
    asked = "Why did the price of a car go up?"
    assert not holds("A car costs 42 crowns.", AnswerType.REASON, asked, "en")
    assert holds("Le prix a monté, car le gazole manque.", AnswerType.REASON, "Pourquoi le prix a-t-il monté ?", "fr")
    assert holds("She blamed moorings.", AnswerType.REASON, "Why did the seagrass vanish?", "en")
    assert holds("The bridge was shut after divers found cracks.", AnswerType.REASON, "Why was it shut?", "en")
    for told in ("It was open after all.", "It shut after 34 days.", "It fell after two long years.", "After it, so."):
        assert not holds(told, AnswerType.REASON, "Why was it shut?", "en")
    assert holds("Cerró tras la muerte del dueño.", AnswerType.REASON, "¿Por qué cerró?", "es")
    assert not holds("Tras 118 años cerró la lonja.", AnswerType.REASON, "¿Por qué cerró?", "es")


@pytest.mark.parametrize(
    ("kind", "question", "language", "told", "untold"),
    [
        (
            AnswerType.NUMBER,
            "Cuánta agua queda?",
            "es",
            "Queda un 14 %.",
            "Cierra de once de la noche a seis de la mañana.",
        ),
        (AnswerType.NUMBER, "What does it cost?", "en", "It rises to £4.", "The fare rises by £2."),
        (AnswerType.NUMBER, "What does it cost?", "en", "They raise it to £4.", "They raise it by £2."),
        (AnswerType.NUMBER, "Was kostet es?", "de", "Es steigt auf 4 Euro.", "Es wird um 2 Euro erhöht."),
        (AnswerType.NUMBER, "Was kostet die Fahrt?", "de", "Die Fahrt ist umsonst.", "Die Fahrt ist schön."),
        (AnswerType.NUMBER, "скільки коштує картопля", "uk", "Вона на 4 гривні.", "Вона подешевшала на дві гривні."),
        (AnswerType.PERSON, "Wer ist dagegen?", "de", "Dagegen ist Frau Hove.", "Sie kostet 62 Millionen Euro."),
        (AnswerType.PERSON, "quién la entrena", "es", "La entrena Vera.", "Ganó en Cuenca."),
        (AnswerType.PERSON, "кто построит мост", "ru", "Мост строит Жданов.", "Мост стоит в Каменске."),
    ],
)
def test_what_only_looks_like_the_thing_asked_for(
    kind: AnswerType, question: str, language: str, told: str, untold: str
) -> None:
    assert holds(told, kind, question, language)
    assert not holds(untold, kind, question, language)


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("By how much does the cost rise?", "en", "The fare rises by £2."),
        ("How much did the price drop?", "en", "It dropped by £2."),
        ("Wie viel teurer wird es, wie steigt der Preis?", "de", "Er steigt um 2 Euro."),
        ("скільки додала ціна, як зросла", "uk", "Вона зросла на дві гривні."),
    ],
)
def test_what_something_rose_by_is_told_where_it_is_asked_for(question: str, language: str, told: str) -> None:
    assert holds(told, AnswerType.NUMBER, question, language)


@pytest.mark.parametrize("question", ["на якому місці Колос", "на каком месте Спартак"])
def test_a_rank_is_no_place(question: str) -> None:
    assert answer_type(question) is None


@pytest.mark.parametrize(
    ("language", "told", "untold"),
    [
        ("de", "Eisen stört, da es rostet.", "Er war da."),
        ("fr", "Le barrage céda, entraînant une crue.", "L'entraîneur aime le barrage."),
        ("es", "Está lejos, por eso cerró.", "Cerró por la noche."),
        ("ru", "Она течёт на север, поэтому лёд стоит.", "Лёд стоит по утрам."),
        ("ru", "Мороз привёл к затору.", "Он привёл коня."),
        ("uk", "Дощ ішов довго, тому луки затопило.", "Це було два роки тому."),
        ("en", "The fire was traced to a charger.", "The fire was put out."),
        ("en", "The trust puts it down to a new unit.", "She put it down."),
        ("de", "Begründet wird das mit den Kosten.", "Der Grundstein liegt da."),
        ("fr", "Le pont ferme du fait du gel.", "Il parle du pont."),
        ("es", "El cierre se debe a una grieta.", "El cierre debe durar poco."),
        ("ru", "Задержка обусловлена морозом.", "Условия просты."),
        ("en", "The siege failed for want of powder.", "She is looking for powder."),
        ("de", "Sie gab aus Mangel an Geld auf.", "Sie kam aus dem Haus."),
        ("fr", "Il fut puni pour avoir volé.", "Il vota pour le pont."),
        ("es", "La despidieron por haber pedido botas.", "Pasó por el puente."),
        ("ru", "Его судили за то, что он молчал.", "За то время он вырос."),
        ("uk", "Його судять за те, що він мовчав.", "За те поле дали мало."),
        ("uk", "Затримка зумовлена морозом.", "Умови прості."),
        ("en", "The pool was shut, since the pumps were rusty.", "The pool has been shut since May, since 2019."),
        ("en", "Since no lorry fits, a helicopter comes.", "Since last March a helicopter comes."),
        ("en", "They stood on their sides, as they were heavy.", "She came as the mayor."),
        ("en", "Red drinks are out, for they look like blood.", "She looked for it."),
        ("en", "The lock is too narrow to let ships pass.", "The lock is too narrow."),
    ],
)
def test_a_consequence_and_a_purpose_tell_a_reason(language: str, told: str, untold: str) -> None:
    assert holds(told, AnswerType.REASON, "why", language)
    assert not holds(untold, AnswerType.REASON, "why", language)


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("en", "The mayor would not comment on the cause of the closure.", False),
        ("en", "The report explains why the bridge was closed.", False),
        ("en", "The reason is not known.", False),
        ("en", "The cause is unknown.", False),
        ("en", "Police are investigating the cause of the fire.", False),
        ("en", "Nobody knows the reason for the closure.", False),
        ("en", "Engineers are still looking for the cause.", False),
        ("en", "No reason was given.", False),
        ("en", "It is unclear what caused the crack.", False),
        ("en", "The bridge is shut because it is unclear whether it will hold.", True),
        ("de", "Die Brücke ist gesperrt, weil unklar ist, ob sie hält.", True),
        ("en", "The reasons will be published in May.", False),
        ("en", "He refused to give a reason.", False),
        ("en", "Tarn explained how the lock works.", False),
        ("en", "The cause was a crack in the pier.", True),
        ("en", "The bridge closed because of a crack.", True),
        ("en", "A crack caused the closure.", True),
        ("en", "The reason was rust.", True),
        ("en", "She blamed rust.", True),
        ("en", "She explained that rust had eaten the bolts.", True),
        ("en", "The mayor gave two reasons: rust and age.", True),
        ("en", "Rust is the reason that it closed.", True),
        ("en", "The closure was caused by a crack.", True),
        ("en", "“Rust,” explained the engineer.", True),
        ("de", "Die Ursache ist unklar.", False),
        ("de", "Die Polizei ermittelt die Ursache des Brandes.", False),
        ("de", "Der Grund ist noch nicht bekannt.", False),
        ("de", "Zu den Gründen wollte sich die Bürgermeisterin nicht äußern.", False),
        ("de", "Die Ursache wird noch untersucht.", False),
        ("de", "Einen Grund nannte sie nicht.", False),
        ("de", "Der Bericht erklärt, warum die Brücke gesperrt wurde.", False),
        ("de", "Grund ist ein Riss im Pfeiler.", True),
        ("de", "Ursache war ein Kurzschluss.", True),
        ("de", "Die Brücke wurde wegen eines Risses gesperrt.", True),
        ("de", "Als Grund nannte sie den Rost.", True),
        ("fr", "La cause est inconnue.", False),
        ("fr", "On ignore la cause de l'incendie.", False),
        ("fr", "Le maire n'a pas voulu donner de raison.", False),
        ("fr", "Une enquête doit déterminer les causes.", False),
        ("fr", "Le rapport explique pourquoi le pont est fermé.", False),
        ("fr", "La cause est une fissure.", True),
        ("fr", "Le pont est fermé en raison d'une fissure.", True),
        ("fr", "La rouille a causé la fermeture.", True),
        ("es", "Se desconoce la causa.", False),
        ("es", "La causa no se conoce.", False),
        ("es", "La policía investiga las causas del incendio.", False),
        ("es", "El alcalde no quiso explicar los motivos.", False),
        ("es", "El informe explica por qué cerró el puente.", False),
        ("es", "La causa fue una grieta.", True),
        ("es", "El motivo es el óxido.", True),
        ("es", "Cerró a causa de una grieta.", True),
        ("es", "El alcalde explicó que el óxido dañó los pernos.", True),
        ("ru", "Причина неизвестна.", False),
        ("ru", "Причины выясняются.", False),
        ("ru", "Полиция устанавливает причину пожара.", False),
        ("ru", "Мэр отказался назвать причину.", False),
        ("ru", "Доклад объясняет, почему закрыли мост.", False),
        ("ru", "О причинах не сообщается.", False),
        ("ru", "Причиной стала трещина.", True),
        ("ru", "Причина в трещине.", True),
        ("ru", "Мост закрыли из-за трещины.", True),
        ("ru", "Мэр объяснил, что болты проржавели.", True),
        ("uk", "Причина невідома.", False),
        ("uk", "Причини з’ясовують.", False),
        ("uk", "Поліція встановлює причину пожежі.", False),
        ("uk", "Мер відмовився назвати причину.", False),
        ("uk", "Доповідь пояснює, чому закрили міст.", False),
        ("uk", "Причиною стала тріщина.", True),
        ("uk", "Причина в тріщині.", True),
        ("uk", "Міст закрили через тріщину.", True),
        ("en", "They can refuse for several reasons.", False),
        ("en", "The reason is simple.", False),
        ("en", "It shut for two reasons: rust and age.", True),
        ("de", "Dafür gibt es mehrere Gründe.", False),
        ("de", "Der Grund ist einfach.", False),
        ("de", "Der Grund ist einfach: Sie rostet.", True),
        ("fr", "Il y a plusieurs raisons à cela.", False),
        ("fr", "La raison en est simple.", False),
        ("fr", "La raison en est simple : il rouille.", True),
        ("es", "Hay varias razones.", False),
        ("es", "El motivo es sencillo.", False),
        ("es", "El motivo es sencillo: el óxido.", True),
        ("ru", "Отказать могут по нескольким причинам.", False),
        ("ru", "На то есть две причины.", False),
        ("ru", "Причина проста.", False),
        ("ru", "Причина проста: он ржавеет.", True),
        ("uk", "Відмовити можуть із кількох причин.", False),
        ("uk", "Причина проста.", False),
        ("uk", "Причина проста — він іржавіє.", True),
    ],
)
def test_a_mention_of_a_reason_gives_none(language: str, sentence: str, told: bool) -> None:
    assert holds(sentence, AnswerType.REASON, "why", language) is told


@pytest.mark.parametrize(
    ("language", "told", "untold"),
    [
        ("en", "She died on Friday in Carrow of pneumonia.", "She died on Friday."),
        ("de", "Er ist an den Folgen eines Sturzes gestorben.", "Er ist in Hollsee gestorben."),
        ("fr", "Elle est morte mardi d'un cancer.", "Elle est morte mardi."),
        ("es", "Murió de un infarto.", "Murió en 1936."),
        ("ru", "Она скончалась в марте от воспаления лёгких.", "На 92-м году жизни умерла переводчица."),
        ("uk", "Він помер від раку.", "Він помер у Львові."),
        ("en", "She died on Friday after a long illness.", "She died at the age of 88."),
        ("en", "She died in a car crash.", "She died in a village."),
        ("de", "Er starb nach langer Krankheit.", "Er starb nach Mitternacht."),
        ("de", "Er ist bei einem Unfall gestorben.", "Er ist bei einem Freund gestorben."),
        ("fr", "Elle est partie après une longue maladie.", "Elle est partie après une heure."),
        ("fr", "Il meurt en 1901 d'une intoxication.", "Il meurt en 1901."),
        ("es", "Murió en un accidente.", "Murió en un pueblo."),
        ("ru", "Она умерла в пожаре.", "Она умерла в Риге."),
        ("uk", "Після тривалої хвороби він помер.", "Після обіду він помер."),
    ],
)
def test_what_somebody_died_of_is_a_reason(language: str, told: str, untold: str) -> None:
    assert holds(told, AnswerType.REASON, "what did they die of", language)
    assert not holds(untold, AnswerType.REASON, "what did they die of", language)
    assert holds("Le pont est de Émile Roux.", AnswerType.PERSON, "Qui a construit le pont ?")


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "What was the cause of the crash?", "Two people died in a crash on the bridge."),
        ("de", "Was war die Ursache des Brandes?", "Zwei Menschen kamen bei einem Brand ums Leben."),
        ("fr", "Quelle est la cause de l'incendie ?", "Il est mort dans un incendie."),
        ("ru", "Какова причина аварии?", "Двое погибли в аварии на мосту."),
        ("uk", "Яка причина аварії?", "Двоє людей загинули в аварії на мосту."),
        ("en", "Why did the mill burn?", "Forty residents were led to safety."),
    ],
)
def test_who_died_in_something_or_was_saved_tells_no_reason_for_it(language: str, question: str, text: str) -> None:
    assert not holds(text, AnswerType.REASON, question, language)


@pytest.mark.parametrize(
    ("question", "day", "hour"),
    [
        ("What is the date of the opening?", "It opens on 14 September.", "It runs from 5.30 am until midnight."),
        ("In welchem Jahr öffnet sie?", "Sie öffnet 2027.", "Sie öffnet um 9 Uhr."),
        ("à quelle date ouvre-t-il ?", "Il ouvre le 3 mai.", "Il ouvre à 9 h."),
        ("¿En qué fecha abre?", "Abre el 3 de mayo.", "Abre a las 9."),
        ("какого числа открытие", "Откроют 3 мая.", "Откроют в 10:00."),
        ("якого числа відкриття", "Відкриють 3 травня.", "Відкриють о 10:00."),
    ],
)
def test_an_hour_is_no_date(question: str, day: str, hour: str) -> None:
    assert holds(day, AnswerType.TIME, question)
    assert not holds(hour, AnswerType.TIME, question)
    assert holds(hour, AnswerType.TIME, "When does it open, on what date and at what time?")


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("How deep is the wreck?", "It lies at 41 metres.", "Its 2 masts broke in November 1871."),
        ("How long does a stay last?", "Six weeks as a rule.", "There were 53 of them in 1999."),
        ("How many people had to leave?", "About 11,000 left.", "Four days after the flood nobody knows, they said."),
        ("How many cases were there?", "There were 412 by Thursday.", "On 3 October at 2.10 a.m. in 1968 it began."),
        ("How many boats sank?", "Twelve sank.", "It was May 4, 12:30."),
        ("How old is the captain?", "She is 39 years old.", "She sailed in 2024."),
        ("How many hours did it take?", "It took seven hours.", "It was in 1999."),
        ("What did the repair cost?", "It came to 58 million crowns.", "It was finished in 2025."),
        ("How much is a ticket?", "It costs 45 roubles, or 20 hryvnias.", "It costs time."),
        ("What does the ferry cost?", "The fare is 50p.", "It has 50 seats."),
        ("Was kostet die Karte?", "Sie kostet 45 Rubel.", "Sie hat 45 Felder."),
        ("Combien coûte le billet ?", "Il est à 45 couronnes.", "Il a 45 pages."),
        ("¿Cuánto cuesta la entrada?", "Son 45 coronas.", "Son 45 asientos."),
        ("Сколько стоит билет?", "Он стоит 45 тенге.", "В нём 45 страниц."),
        ("Wie hoch ist die Mauer?", "Sie misst 1866 Meter.", "Sie hat 12 Tore."),
        ("Какой высоты маяк?", "Башня в 34 метра.", "Её построили в 1876."),
        ("¿A qué profundidad está el barco?", "Está a 41 metros.", "Se hundió en 1871."),
    ],
)
def test_a_number_answers_only_where_it_counts_what_is_asked(question: str, right: str, wrong: str) -> None:
    assert answer_type(question) is AnswerType.NUMBER
    assert holds(right, AnswerType.NUMBER, question)
    assert not holds(wrong, AnswerType.NUMBER, question)


@pytest.mark.parametrize(
    ("question", "language", "right", "wrong"),
    [
        ("How many tickets were sold?", "en", "They sold 1950 rare tickets.", "In 1968 was the last one sold."),
        ("Wie viele Karten wurden verkauft?", "de", "Es wurden 1950 Karten verkauft.", "Es wurde 1950 verkauft."),
        ("Combien de billets ont été vendus ?", "fr", "On a vendu 1950 billets.", "On en vend depuis 1950."),
        ("¿Cuántas entradas se vendieron?", "es", "Se vendieron 1950 entradas.", "Se venden desde 1950."),
        ("Сколько человек пришло?", "ru", "Пришли 1950 человек.", "Пришли в 1950 году."),
        ("Скільки людей прийшло?", "uk", "Прийшли 1950 людей.", "Прийшли у 1950 році."),
        ("Сколько домов сгорело?", "ru", "Сгорело 7 частных домов.", "Они горели 7 часов."),
        ("Сколько судов вышло в море?", "ru", "Вышло 5 годных судов.", "Это заняло 5 годов."),
        ("Скільки музикантів грало?", "uk", "Грало 5 рокових гуртів.", "Грали 5 років."),
        ("Combien y en avait-il ?", "fr", "Il y en avait 10.", "C'était le 1er mai."),
        ("How many died?", "en", "The list says 12 may have died.", "It was 12 May."),
        ("How long did it take?", "en", "It took 90 min.", "It began 5 years ago."),
        ("How long after the storm was it?", "en", "It was 5 years later.", "It was a long time."),
        ("Wie lange dauerte es?", "de", "Es dauerte 90 Min.", "Vor 5 Jahren begann es."),
        ("Combien de temps a-t-il duré ?", "fr", "Il a duré 5 ans.", "Il a commencé il y a 5 ans."),
        ("¿Cuánto tiempo lleva allí?", "es", "Vive allí desde hace 5 años.", "Llegó hace 5 años."),
        ("Сколько времени длился матч?", "ru", "Он длился 90 мин.", "Он кончился 2 года назад."),
        ("Скільки часу тривав матч?", "uk", "Він тривав 90 хв.", "Він скінчився 2 роки тому."),
    ],
)
def test_a_count_is_told_from_a_year_or_a_time(question: str, language: str, right: str, wrong: str) -> None:
    assert holds(right, AnswerType.NUMBER, question, language)
    assert not holds(wrong, AnswerType.NUMBER, question, language)


@pytest.mark.parametrize(
    ("question", "language", "right", "wrong"),
    [
        ("wie hoch ist die Strafe", "de", "Es drohen 80 Euro.", "Die Mauer hat 80 Meter."),
        ("какой штраф за рыбалку", "ru", "Грозит 5000 рублей.", "Поймали 5 рыб."),
        ("was kostet der Eintritt", "de", "Der Eintritt ist frei.", "Es gibt 3 Konzerte."),
        ("how often will it be emptied", "en", "From weekly to every third week.", "There are 6 bins."),
        ("wie oft putzt man das Sieb", "de", "Nach jedem Durchgang.", "Es hat 1.400 Umdrehungen."),
        ("con qué frecuencia se vota", "es", "Se vota cada cinco años.", "Son 750 diputados."),
        ("how frequently is it emptied", "en", "It is emptied weekly.", "There are 6 bins."),
        ("wie häufig fährt er", "de", "Er fährt stündlich.", "Er hat 3 Wagen."),
        ("à combien s'élève l'amende", "fr", "Il risque 80 euros.", "Le mur a 80 pierres."),
        ("a cuánto asciende la multa", "es", "Le piden 80 euros.", "El muro tiene 80 piedras."),
        ("во сколько обошёлся мост", "ru", "На него ушло 5 млн рублей.", "У него 5 опор."),
        ("у скільки обійшовся міст", "uk", "На нього пішло 5 млн гривень.", "Він має 5 опор."),
        ("how often is it painted", "en", "It is painted 3 times a year.", "It is a normal boat."),
        ("wie oft kommt sie", "de", "Sie kommt mehrmals am Tag.", "Sie kam damals mit dem Rad."),
        ("cada cuánto pasa el bus", "es", "Pasa una vez al día.", "Está mal pintado."),
        ("как часто ходит автобус", "ru", "Он ходит раз в неделю.", "В нём 40 мест."),
        ("wie erreiche ich sie telefonisch", "de", "Unter 01632 960 418.", "In 7 Tagen, per Mail."),
        ("wie lange dauert die Prüfung", "de", "Sie dauert drei Tage.", "Anmelden kann man sich bis drei Tage davor."),
        ("wie lange dauert die Fahrt", "de", "Sie dauert eine halbe Stunde.", "Sie kostet 5 Euro."),
        ("combien de temps dure-t-il", "fr", "Il dure une heure.", "Il coûte 5 euros."),
        ("cuánto tiempo dura", "es", "Dura media hora.", "Cuesta 5 euros."),
        ("сколько времени он длится", "ru", "Он длится полчаса.", "Он начался полчаса назад."),
        ("скільки часу триває", "uk", "Триває годину.", "Коштує 5 гривень."),
        ("how much does it cost", "en", "It costs USD 50 or so.", "It has 3 doors."),
        ("was kostet es", "de", "Es kostet CHF 50.", "Es hat 3 Türen."),
        ("wie oft fährt er", "de", "Er fährt stündlich.", "Er hat 3 Wagen."),
        ("какой срок ему дали", "ru", "Дали 12 лет.", "Украл 740 гектаров."),
        ("what is the height of the tower", "en", "It rises to 41 metres.", "It has 300 steps."),
        ("welche Länge hat der Fluss", "de", "Er ist 412 Kilometer lang.", "Er hat 12 Brücken."),
        ("quelle est la longueur du tunnel", "fr", "Il fait 1 840 mètres.", "Il compte 64 écluses."),
        ("cuál es la altura del volcán", "es", "Se alza a 4.872 metros.", "Tiene 3 cráteres."),
        ("какова высота водопада", "ru", "В нём 11 метров.", "Там 9 стоянок."),
        ("яку довжину має дамба", "uk", "Вона має 5 кілометрів.", "Там 17 мушкетів."),
        ("how long is the tunnel", "en", "It is 200m long.", "It cost £200m."),
        ("wie schwer ist die Glocke", "de", "Sie wiegt 340kg.", "Sie hat 3 Risse."),
        ("quelle est la hauteur de la tour", "fr", "Elle fait 41m.", "Elle a 300 marches."),
        ("cuál es la altura de la torre", "es", "Mide 41m.", "Tiene 300 escalones."),
        ("какова длина моста", "ru", "В нём 200м.", "В нём 9 опор."),
        ("яка довжина мосту", "uk", "Він має 5км.", "У ньому 9 опор."),
        ("quel est le poids de la cloche", "fr", "Elle fait 340 kilos.", "Elle a 3 fêlures."),
        ("сколько длилась битва", "ru", "Она шла два дня.", "В ней было 9 тысяч солдат."),
        ("скільки тривала битва", "uk", "Вона йшла два дні.", "У ній було 9 тисяч вояків."),
        ("сколько варить гречку", "ru", "Её варят 20 минут.", "Она стоит 90 рублей."),
        ("сколько нам ещё ждать автобус", "ru", "Он ходит каждые 20 минут.", "Купят 45 автобусов."),
        ("сколько действует справка", "ru", "Она годна полгода.", "Она стоит 400 рублей."),
        ("сколько рассматривают жалобу", "ru", "Её разбирают до одного месяца.", "Их подали 40 человек."),
        ("сколько паром пролежал на мели", "ru", "Он лежал там двое суток.", "Там было 40 камней."),
        ("сколько можно хранить суп", "ru", "Он стоит не больше недели.", "В нём 40 калорий."),
        ("сколько искали мальчика", "ru", "Его нашли через пять часов.", "В лесу было 40 человек."),
        ("на сколько закрыли школу", "ru", "Она будет закрыта почти месяц.", "В ней 240 учеников."),
        ("на сколько посадили мэра", "ru", "Ему дали четыре года.", "Он взял 2 миллиона."),
        ("сколько тренер проработал в клубе", "ru", "Он был там три сезона.", "Там 40 игроков."),
        ("сколько дали мэру", "ru", "Ему дали четыре года.", "Он виновен."),
        ("скільки розглядають скаргу", "uk", "Її вивчають не довше ніж місяць.", "Їх подали 40 осіб."),
        ("скільки дід просидів у тюрмі", "uk", "Він був там три доби.", "Там було 40 камер."),
        ("на скільки призначають допомогу", "uk", "Її дають на рік.", "Її дають 40 родинам."),
        ("quel numéro faut-il appeler", "fr", "C'est le 0 806 800 227.", "Il y a 12 guichets."),
        ("по какому телефону звонить", "ru", "Звоните: 8-800-222-22-22.", "Работают 12 окон."),
        ("за яким номером дзвонити", "uk", "Дзвоніть: 0 800 503 753.", "Працюють 12 вікон."),
        ("скільки запікати рибу", "uk", "Печіть 40 хвилин.", "Візьміть 2 кг риби."),
        ("скільки їхати до Ясеня", "uk", "Автобус іде дві години.", "Туди ходить 12 автобусів."),
        ("combien dure le film", "fr", "Il fait 97 minutes.", "Il a coûté 19 millions."),
        ("cuánto se tarda en llegar", "es", "Son dos horas.", "Hay 12 autobuses."),
        ("cuánto hay que esperar", "es", "Son dos semanas.", "Hay 12 personas."),
        ("к скольки годам его приговорили", "ru", "К четырём годам колонии.", "К колонии."),
        ("quelle est la durée du trajet", "fr", "Il prend six jours.", "Il coûte 12 euros."),
        ("какова площадь заказника", "ru", "Он занял 48 тысяч гектаров.", "Он открыт в 1994 году."),
        ("quelle est la population de l'île", "fr", "On y compte 380 habitants.", "Elle est peuplée depuis 1780."),
        ("in welchem Alter starb sie", "de", "Sie starb mit 71 Jahren.", "Sie starb im Mai."),
        ("в каком возрасте он умер", "ru", "Он умер в 63 года.", "Он умер в мае."),
        ("у якому віці вона померла", "uk", "Вона померла у 64 роки.", "Вона померла в травні."),
        # numbers in words, and spans of time without one
        ("combien sont venus", "fr", "Une vingtaine de personnes sont venues.", "Des personnes sont venues."),
        ("¿cuántos vinieron?", "es", "Vinieron miles de personas.", "Vinieron personas."),
        ("wie viele kamen", "de", "Ein paar Dutzend kamen.", "Ein paar kamen."),
        ("сколько человек пришло", "ru", "Пришли десятки людей.", "Пришли люди."),
        ("скільки людей прийшло", "uk", "Прийшли сотні людей.", "Прийшли люди."),
        ("how long did it take", "en", "It took all night.", "It took all."),
        ("how long is the road closed", "en", "It is closed until Friday.", "It is closed until it is safe."),
        ("how long will the pool be shut", "en", "It is shut until 3 May.", "The pool is 50 metres long."),
        ("how long is the bridge", "en", "It is 300 metres.", "It is closed until Friday."),
        ("Wie lange dauert die Sperrung?", "de", "Sie gilt bis Ende Mai.", "Sie gilt bis auf Weiteres."),
        ("wie lange ist die Straße zu", "de", "Sie ist bis 13 Uhr zu.", "Bis zu 300 Menschen kamen."),
        ("combien de temps la route est-elle fermée", "fr", "Jusqu'à vendredi midi.", "Jusqu'à nouvel ordre."),
        ("cuánto tiempo estará cortada", "es", "Seguirá así hasta finales de mayo.", "Llegó hasta la puerta."),
        ("как долго дорога закрыта", "ru", "Она закрыта до конца мая.", "Он дошёл до дороги."),
        ("як довго дорога закрита", "uk", "Вона закрита до п'ятниці.", "Він дійшов до дороги."),
        ("сколько это длилось", "ru", "Это длилось полтора года.", "Это длилось долго."),
        # the dead, the injured and the missing in other words, but not others in their place
        ("how many people died", "en", "Nine bodies were found in the ferry.", "Eighteen people remain in hospital."),
        ("how many were injured", "en", "Twelve were taken to hospital.", "Nine people died at the scene."),
        ("wie viele Tote gab es", "de", "Neun Menschen kamen ums Leben.", "An Bord waren 40 Fahrgäste."),
        ("combien de morts", "fr", "Neuf passagers ont perdu la vie.", "Douze personnes ont été blessées."),
        ("¿cuántos heridos hubo?", "es", "Doce resultaron heridas.", "El barco llevaba 200 pasajeros."),
        ("how many firefighters have been hurt", "en", "Nine were injured.", "Nine firefighters died."),
        ("wie viele Soldaten sind gestorben", "de", "Neun Soldaten starben.", "Neun Soldaten sind verletzt."),
        ("wie viele wurden verletzt", "de", "Neun sind verletzt.", "Neun Menschen starben."),
        ("combien de mineurs sont morts", "fr", "Neuf mineurs sont morts.", "Neuf mineurs sont blessés."),
        ("cuántos bomberos resultaron heridos", "es", "Nueve heridos.", "Murieron nueve bomberos."),
        ("сколько детей погибло", "ru", "Погибли девять детей.", "Эвакуировали 215 детей."),
        ("скільки дітей загинуло", "uk", "Загинули дев'ятеро дітей.", "Евакуювали 215 дітей."),
        ("сколько погибших", "ru", "Погибли шесть человек.", "Спасли 40 человек."),
        ("how many died in the fire", "en", "Three died.", "Sixty firefighters fought the flames."),
        ("wie viele Tote gab es", "de", "Drei Tote.", "120 Feuerwehrleute waren im Einsatz."),
        ("combien de morts", "fr", "Trois morts.", "Quatre-vingts pompiers ont lutté."),
        ("¿cuántos muertos hubo?", "es", "Tres muertos.", "Cuarenta bomberos acudieron."),
        ("сколько погибших", "ru", "Погибли трое.", "Огонь тушили 85 пожарных."),
        ("скільки загиблих", "uk", "Загинули троє.", "Вогонь гасили 85 пожежників."),
        # what has a length may take time, and an age is told in years
        ("what is the length of the tour", "en", "It lasts 50 minutes.", "It has 12 stops."),
        ("quelle est la longueur du film", "fr", "Il dure deux heures.", "Il a 12 rôles."),
        ("how long must a password be", "en", "It needs 12 characters.", "You have 3 tries."),
        ("wie lang darf der Brief sein", "de", "Höchstens zwei Seiten.", "Höchstens zwei Karten."),
        ("what is the age of the oak", "en", "It has stood there for 400 years.", "It was felled in 1994."),
        ("скільки людей загинуло", "uk", "Шестеро загинули.", "Евакуювали 40 людей."),
    ],
)
def test_a_number_of_the_sort_asked_for_answers(question: str, language: str, right: str, wrong: str) -> None:
    assert answer_type(question) is AnswerType.NUMBER
    assert holds(right, AnswerType.NUMBER, question, language)
    assert not holds(wrong, AnswerType.NUMBER, question, language)


@pytest.mark.parametrize(
    ("question", "hour"),
    [
        ("what time does it open", "It opens at 9 a.m."),
        ("um wie viel Uhr beginnt es", "Es beginnt um acht."),
        ("à quelle heure part le bac", "Il part à 8 h 15."),
        ("a qué hora abro", "Abra de cinco a diez de la mañana."),
        ("a qué hora abre", "Abre de martes a sábado de 10 a 19 horas."),
        ("à quelle heure ferme le bac", "Fermeture : sept du soir."),
        ("um wie viel Uhr beginnt es", "Beginn: sieben abends."),
        ("во сколько начало", "Начало в семь вечера."),
        ("о котрій репетиція", "Репетиції о сьомій вечора."),
    ],
)
def test_an_hour_is_asked_for_by_the_clock(question: str, hour: str) -> None:
    assert answer_type(question) is AnswerType.TIME
    assert holds(hour, AnswerType.TIME, question)
    assert holds(hour, AnswerType.TIME, "when")
    assert not holds("It opens on Monday, 4 May.", AnswerType.TIME, question)


@pytest.mark.parametrize(
    "time",
    [
        *("an hour before the meal", "drei Tage danach", "vor zwei Jahren", "il y a trois ans", "hace tres años"),
        *("it opens in two weeks", "er kommt in zwei Wochen", "il vient dans deux semaines", "через две недели"),
        *("at half past six", "at Christmas", "an Ostern", "à Noël", "en Navidad", "на Пасху", "на Різдво", "торік"),
        *("два года назад", "через пять секунд после взрыва", "через два дні після свята"),
        *("it came in may", "au mois de mai"),
        "sous quinze jours",
        "dans les quinze jours",
        "en un plazo de diez días",
        "в течение десяти дней",
        "протягом десяти днів",
        "упродовж двох діб",
    ],
)  # fmt: skip
def test_what_is_counted_from_another_day_tells_a_time(time: str) -> None:
    assert holds(time, AnswerType.TIME, "When?")


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("how many boats sank", ["boats", "sank"]),
        ("сколько солдат стоит у границы", ["солдат", "стоит", "у"]),
        *((question, []) for question in ("сколько стоит билет", "сколько он стоит", "скільки це буде коштувати")),
        ("сколько всё это будет нам стоить", []),
    ],
)
def test_a_price_counts_nothing(question: str, noun: list[str]) -> None:
    assert counted(question) == noun
    assert answer_type(question) is AnswerType.NUMBER


@pytest.mark.parametrize(
    ("sentence", "language", "holding"),
    [
        ("Die Brücke wurde 1968 gebaut, für 9.000 Fahrzeuge am Tag.", "de", False),
        ("Im Sommer kamen neue Pfeiler aus Beton.", "de", False),
        ("Gebaut hat sie Helga Brandt.", "de", True),
        ("Ursula von Thun baute sie.", "de", True),
        ("Sie ist von Krause.", "de", True),
        ("Das war teuer, sagte Krause.", "de", True),
        ("It was planned by Ann.", "en", True),
    ],
)
def test_a_german_noun_is_no_name(sentence: str, language: str, holding: bool) -> None:
    assert holds(sentence, AnswerType.PERSON, "Wer hat die Wehrabrücke gebaut?", language) is holding


def test_the_person_of_a_german_question_is_not_held_by_being_quoted() -> None:
    for sentence in ("Das war teuer, sagte Krause.", "Das war teuer, wie Krause sagte."):
        assert not holds(sentence, AnswerType.PERSON, "Wen hat Krause gerügt?", "de")


@pytest.mark.parametrize(
    ("question", "whom", "name"),
    [
        ("who was excluded from the study", True, False),
        ("who was sent off", True, False),
        ("wer wurde verletzt", True, False),
        ("qui a été exclu", True, False),
        ("quién fue detenido", True, False),
        ("кого исключили", True, False),
        ("кто был арестован", True, False),
        ("who may enter", False, False),
        ("wer zahlt den Schaden", False, False),
        ('who said "enough"', False, False),
        ("quién puede votar", False, False),
        ("who cut the recording", False, True),
        ("who is president", False, True),
        ("кто считает голоса", False, True),
        ("хто вибачився", False, True),
    ],
)
def test_who_did_it_is_somebody_and_to_whom_it_was_done_may_be_many(question: str, whom: bool, name: bool) -> None:
    assert asks_whom(question) is whom
    assert asks_for_a_name(question) is name


@pytest.mark.parametrize(
    ("count", "year", "language"),
    [
        ("It cost 1500 pounds.", "It was built in 1500.", "en"),
        ("Man verkaufte 1500 Karten.", "Man baute sie 1500.", "de"),
        ("On a vendu 1500 billets.", "On l'a construit en 1500.", "fr"),
        ("Se vendieron 1500 entradas.", "Se construyó en 1500.", "es"),
        ("Продали 2000 билетов.", "Построили в 2000 году.", "ru"),
        ("Продали 2000 квитків.", "Збудували у 2000 році.", "uk"),
    ],
)
def test_a_count_tells_no_time(count: str, year: str, language: str) -> None:
    assert not holds(count, AnswerType.TIME, "when?", language)
    assert holds(year, AnswerType.TIME, "when?", language)


def test_a_count_is_no_year_to_come() -> None:
    day = date(2024, 5, 1)
    assert is_past("In 2019 it had 20500 visitors.", day)
    assert not is_past("In 2019 it had visitors, and will have some in 2025.", day)
    assert not is_past("It closed in 2019 and opens in May.", day)
    assert not is_past("It had 20500 visitors.", day)
    assert not is_past("In 2019 it had 20500 visitors.", None)


def test_may_is_a_month_behind_a_preposition() -> None:
    assert "may" in question_stems("how many drivers came in may", "en")
    assert "may" not in question_stems("may dogs come in summer", "en")


@pytest.mark.parametrize(
    ("question", "month"),
    [("who died on 5 march", 3), ("what was left at the end of march", 3), ("who joined the march", None)],
)
def test_march_is_a_month_beside_what_only_months_have(question: str, month: int | None) -> None:
    assert [it.month for it in terms(question, "en", {}, 10, "en") if it.text == "march"] == [month]


def test_a_place_beside_the_verb_answers_where() -> None:
    question = "Where do the patients recover?"
    assert holds_beside("The patients recover in Davos.", AnswerType.PLACE, question, "recov", "en")
    assert not holds_beside(
        "In Davos many of the older patients hope to recover soon.", AnswerType.PLACE, question, "recov", "en"
    )


def test_names_and_numbers_are_told_from_words() -> None:
    asked = terms("Did Ilse Brandt open 12 bridges?", "en", {}, 100, "en")
    found = {term.text: (term.name, term.number) for term in asked}
    assert found == {"Ilse": (True, False), "Brandt": (True, False), "open": (False, False),
                     "12": (False, True), "bridges": (False, False)}  # fmt: skip


def test_a_capital_tells_a_name_by_the_language_of_the_question() -> None:
    assert [it.name for it in terms("Wann öffnet die Eisbahn?", "ru", {}, 100, "de")] == [False, False]
    assert [it.name for it in terms("when does Selm open?", "de", {}, 100, "en")] == [True, False]


def test_stop_words_search_only_where_there_is_nothing_else() -> None:
    assert question_stems("Where is the library?", "en") == ["librari"]
    assert question_stems("Why mustn’t it, needn't it and that'll be the library?", "en") == ["librari"]
    assert question_stems("who is it", "en") != []


@pytest.mark.parametrize(
    ("question", "language", "left"),
    [
        ("who'd they elect", "en", "elect"),
        ("womit heizt der Bäcker", "de", "heizt Bäcker"),
        ("warum findet er keinen Nachfolger", "de", "findet Nachfolger"),
        ("welche beiden anderen Orte liegen neben jenem Dorf", "de", "Orte liegen Dorf"),
        ("auquel fut-il vendu contre son gré", "fr", "vendu gré"),
        ("quienes estaban en la misma isla", "es", "isla"),
        ("каково озеро, над которым против всех других летела та чайка", "ru", "озеро летела чайка"),
        ("яку нагороду після цієї битви отримали всі інші", "uk", "нагороду битви отримали"),
        ("jai vu quoi après la grève", "fr", "vu grève"),
        ("отчего он ушёл, кем стал и чё делал", "ru", "ушёл стал делал"),
        ("ким вона стала та шо їм сказала", "uk", "стала сказала"),
        ("was kannst du, nachdem und bevor du irgendwann einige Karten tauschst", "de", "Karten tauschst"),
        ("où je peux nager, suis allé et dois payer devant la gare", "fr", "nager allé payer gare"),
        ("puedo nadar si tengo alguna tarjeta y estoy solo, y podrán ustedes", "es", "nadar tarjeta"),
        ("могу ли я купаться, если хочу, и можешь ли ты, когда будем там", "ru", "купаться"),
        ("хто може сказати, чи можу я купатися біля мосту, якщо хочу", "uk", "сказати купатися мосту"),
        ("до скольки открыт, скока стоит, скольким и насколько помог бассейн", "ru", "открыт стоит помог бассейн"),
        ("скільком і наскільки допоміг басейн", "uk", "допоміг басейн"),
    ],
)
def test_words_that_only_ask_are_not_looked_for(question: str, language: str, left: str) -> None:
    assert question_stems(question, language) == stems(left, language)


@pytest.mark.parametrize(
    ("question", "language", "telling"),
    [
        ("whats wrong with the kettle in this story", "en", ["kettle"]),
        ("is it safe or dangerous to swim, is that allowed though", "en", ["swim"]),
        ("ist es erlaubt und sicher, statt gestern morgen zu baden", "de", ["baden"]),
        ("est-ce vrai que c'est dangereux de nager demain", "fr", ["nager"]),
        ("es verdad que es peligroso nadar mañana", "es", ["nadar"]),
        ("правда ли что купаться завтра опасно", "ru", ["купаться"]),
        ("чи безпечно купатися завтра", "uk", ["купатися"]),
        ("how many foxes usually belong to a den", "en", ["foxes", "den"]),
        ("uh whens mrs hales funeral thats on friday", "en", ["hales", "funeral", "friday"]),
        ("до котрої приймає пан Коваль", "uk", ["приймає", "Коваль"]),
        ("wie kriege ich eine Zecke raus", "de", ["Zecke"]),
        ("was hätten die Leute gekostet, gibt's Angaben", "de", []),
        ("depuis quand la fontaine existe-t-elle à côté", "fr", ["fontaine"]),
        ("qué significa la chatarra en este caso", "es", ["chatarra"]),
        ("сколько людей теперь живёт в Орске по словам мэра", "ru", ["Орске", "мэра"]),
        ("скільки загинуло за словами мера у 2022 році", "uk", ["загинуло", "мера", "2022"]),
        ("in which century was the cause located", "en", []),
        ("how long does the ferry trip last", "en", ["ferry", "trip"]),
        ("cuánto tarda el ferri", "es", ["ferri"]),
        ("сколько длится спектакль и сколько продолжался первый", "ru", ["спектакль", "первый"]),
        ("скільки триває вистава", "uk", ["вистава"]),
        ("welche Höhe, welches Alter und welche Dauer hat der Geysir", "de", ["Geysir"]),
        ("quelle est la durée du trajet et dans quel siècle", "fr", ["trajet"]),
        ("cuál es la longitud del túnel, en qué siglo", "es", ["túnel"]),
        ("в каком веке, какова продолжительность осады", "ru", ["осады"]),
        ("у якому столітті, яка тривалість облоги", "uk", ["облоги"]),
    ],
)
def test_everyday_words_tell_little(question: str, language: str, telling: list[str]) -> None:
    assert [term.text for term in terms(question, language, {}, 10, language) if not term.light] == telling


def test_a_letter_left_over_from_a_word_is_none() -> None:
    assert question_stems("what does the Kestrel 8's BASIC do?", "en") == ["kestrel", "8", "basic"]
    assert question_stems("where is Sauter’s bakery", "de", "en") == stems("Sauter bakery", "de")
    assert question_stems("how long do people wait in A&E", "en")[-1] == "wait"


def test_an_elided_word_is_looked_for_as_passages_hold_it() -> None:
    assert question_stems("Quan torna l'aigua?", "ca")[-1:] == stems("l'aigua", "ca")[-1:]


@pytest.mark.parametrize(
    ("question", "sentence", "against"),
    [
        ("Who did not sign the treaty?", "Norrholm signed the treaty.", True),
        ("Who signed the treaty?", "Norrholm signed the treaty.", False),
        ("What is the highest hill?", "The lowest hill is Mons.", True),
        ("What is the highest hill?", "The highest hill is Mons, the lowest Krog.", False),
        ("Кто не подписал договор?", "Норхольм подписал договор.", True),
        ("What is unhealthy?", "Apples are healthy.", True),
        ("Why was he imprisoned?", "He was sent to prison for theft.", False),
        ("Who runs the port?", "The mill imports grain.", False),
        ("How many people died?", "A hundred people lost their lives.", False),
        ("How old is the bridge?", "The new bridge was opened in 1990.", False),
        ("Where is the harbour ?", "It lies in the east.", False),  # a punctuation mark on its own is not a word
    ],
)
def test_the_contrary_is_noticed(question: str, sentence: str, against: bool) -> None:
    assert contrary(question, sentence, (None, None)) is against


@pytest.mark.parametrize(
    ("question", "sentence", "languages", "against"),
    [
        ("What did he confess?", "He confessed a sin.", ("en", "en"), False),
        ("Who won the race?", "Anne Sans won.", ("en", "en"), False),
        ("Wer gewann?", "Das Rennen gewann Sin Ne.", ("de", "de"), False),
        ("¿Quién ganó?", "Ganó el barco sin velas.", ("es", "es"), False),
        ("How did the king die?", "The king died of a fever without a son.", ("en", "en"), False),
        ("How long was the plant without power?", "It lasted for thirty days.", ("en", "en"), False),
        ("Qui a gagné ?", "Personne n'a gagné.", ("fr", "fr"), True),
        ("Who won the race?", "Anne won not only the race.", ("en", "en"), False),
        ("Quand ouvre le phare ?", "Le phare n'est ouvert que le lundi.", ("fr", "fr"), False),
        ("Combien de temps dure la visite ?", "Elle ne dure qu'une heure.", ("fr", "fr"), False),
        ("Qui a gagné ?", "Anne n'a jamais dit que c'était elle.", ("fr", "fr"), True),
        ("Wie viele kamen?", "Es kamen nicht weniger als 30.", ("de", "de"), False),
        ("¿Quién ganó?", "Ana ganó no sólo la carrera.", ("es", "es"), False),
        ("Кто выиграл гонку?", "Анна выиграла не только гонку.", ("ru", "ru"), False),
        ("Кто выиграл гонку?", "Анна не выиграла гонку.", ("ru", "ru"), True),
        ("Хто виграв?", "Анна виграла не лише гонку.", ("uk", "uk"), False),
        ("Who won the race?", "Nadie ganó la carrera.", ("en", "es"), True),
        ("Who won the race?", "Niemand gewann.", ("en", None), True),
    ],
)
def test_a_negation_is_one_of_the_text_s_own_language(
    question: str, sentence: str, languages: tuple[str | None, str | None], against: bool
) -> None:
    assert contrary(question, sentence, languages) is against


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("can my lawyer come to the hearing", "You may bring a friend, but no lawyer.", "en"),
        ("my train was late, can I still go in?", "After the start nobody is let in.", "en"),
        ("bekomme ich Bafög im Urlaubssemester", "BAföG bekommen Sie dann nicht.", "de"),
        ("peut-on nourrir les mouettes", "On ne doit jamais nourrir les mouettes.", "fr"),
        ("se puede beber el agua", "El agua no se puede beber.", "es"),
        ("правда ли что вода безопасна", "Пить воду нельзя, она не проверена.", "ru"),
        ("чи можна пити воду", "Воду пити не можна.", "uk"),
        ("how much interest do students pay", "Students pay nothing up to £1,500.", "en"),
        ("wie viel kostet der Eintritt", "Kinder zahlen keinen Eintritt.", "de"),
        ("сколько стоит вход", "Для детей вход ничего не стоит.", "ru"),
    ],
)
def test_no_is_an_answer_where_a_yes_or_a_number_is_asked_for(question: str, sentence: str, language: str) -> None:
    assert not contrary(question, sentence, (language, language))


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Was kostet der Neubau?", "Der Neubau kostet nicht 30 Millionen Euro.", "de"),
        ("who can park there", "Visitors cannot park there.", "en"),
        ("how many ships came", "Ten ships did not come.", "en"),
        ("Was fehlt der Kapitänin?", "Der Kapitänin war nicht kalt.", None),
    ],
)
def test_no_is_no_answer_to_what_asks_for_a_thing(question: str, sentence: str, language: str | None) -> None:
    assert contrary(question, sentence, (language, language))


CHARTER = "The charter was adopted in 1989 by eleven of the twelve members."


@pytest.mark.parametrize(
    ("question", "sentence", "language", "against"),
    [
        ("When was the charter not adopted?", CHARTER, "en", True),
        ("when wasnt the charter adopted", CHARTER, "en", True),
        ("Who didn't adopt the charter?", "Eleven members adopted the charter.", "en", True),
        ("Which fish are not found in the lake?", "Perch and pike are found in the lake.", "en", True),
        ("Wann wurde die Charta nicht angenommen?", "Die Charta wurde 1989 angenommen.", "de", True),
        ("Quelle plante ne pousse pas ici ?", "Ici pousse la menthe.", "fr", True),
        ("¿Qué ciudad no firmó el acuerdo?", "Lima firmó el acuerdo en mayo.", "es", True),
        ("Какая партия не подписала договор?", "Договор подписала партия центра.", "ru", True),
        ("Яка партія не підписала договір?", "Договір підписала партія центру.", "uk", True),
        ("What is the least abundant cell?", "Neutrophils are the most abundant cells.", "en", True),
        ("How does the treaty revise old legislation?", "To make new legislation, the treaty asks both.", "en", True),
        ("Who was the second woman in the job?", "Hallam was the first woman in the job.", "en", True),
        ("When did they win their third cup?", "It is their second cup; the first came in 1987.", "en", True),
        ("Wie hoch ist die kleinste Uhr?", "Die größte Uhr ist vier Meter hoch.", "de", True),
        ("Quel prix a eu le deuxième roman ?", "Le premier roman a eu le prix Lunel.", "fr", True),
        ("¿Cuándo salió la segunda novela?", "La primera novela salió en mayo.", "es", True),
        ("Когда «Сталь» играет второй матч?", "Первый матч — 21 марта.", "ru", True),
        ("Скільки важить найменший верстат?", "Найбільший верстат важить дві тонни.", "uk", True),
        ("Why do oaks turn red?", "Oaks turn brown because of tannins.", "en", True),
        ("How many days earlier do birches turn?", "Birches turn eight days later than in 1980.", "en", True),
        ("Was bedeutet die grüne Lampe?", "Die rote Lampe zeigt einen Fehler an.", "de", True),
        ("Welche Stadt liegt am rechten Ufer?", "Am linken Ufer liegt Lenz.", "de", True),
        ("Que veut dire le feu vert ?", "Le feu rouge veut dire stop.", "fr", True),
        ("¿Cuál es la temperatura mínima?", "La temperatura máxima es de 40 grados.", "es", True),
        ("Когда построили старый мост?", "Новый мост построили в 1990 году.", "ru", True),
        ("Яке місто на правому березі?", "На лівому березі лежить Ковель.", "uk", True),
        ("Wann fährt der erste Bus?", "Der letzte Bus fährt um 22 Uhr.", "de", True),
        ("À quelle heure part le premier bus ?", "Le dernier bus part à 19 h 30.", "fr", True),
        ("¿Cuándo fue la última feria?", "La primera feria fue en 1966.", "es", True),
        ("Когда была первая выставка?", "Последнюю выставку провели в 1966 году.", "ru", True),
        ("О котрій іде перший автобус?", "Останній автобус іде о 19:30.", "uk", True),
        ("Wer gewann das erste Spiel?", "Letztes Jahr gewann Kiel das Spiel.", "de", False),
        # Opening hours tell both, in whatever words, and "no" answers.
        ("When does the pool close?", "The pool opens at nine and shuts at five.", "en", False),
        ("Is Lenz on the left bank?", "Lenz lies on the right bank.", "en", False),
        ("Ist Lenz am linken Ufer?", "Lenz liegt am rechten Ufer.", "de", False),
        # The other one is told, too, or was carried over.
        ("When is the second match?", "The first match is on 1 May, the second on the 8th.", "en", False),
        ("Wie hoch ist die kleinste Uhr?", "Die größte Uhr misst vier Meter, die kleinste einen.", "de", False),
        ("а первую? (забил последнюю шайбу, вторую шайбу)", "Первую шайбу забросил Дронов.", "ru", False),
        # The sentence denies what the question takes for granted.
        ("In what year was Pell asked to return his medal?", "Pell was not asked to return the medal.", "en", True),
        ("Which trophy did Foy win as manager?", "Foy was the manager for years without winning a trophy.", "en", True),
        ("Wann wurde der Turm verkauft?", "Der Turm, 1902 erbaut, wurde nie verkauft.", "de", True),
        ("Quand le pont a-t-il rouvert ?", "Le pont, construit en 1902, n'a pas rouvert.", "fr", True),
        ("When did the Orn open?", "The Orn, built in 1902, has not yet opened.", "en", True),
        ("Quand le pont a-t-il rouvert ?", "Le pont, construit en 1902, n'a jamais rouvert.", "fr", True),
        ("¿Cuándo subió Roth al volcán?", "Roth, que llegó en 1879, no subió al volcán.", "es", True),
        ("Кто забил решающий пенальти?", "Его сменил Рябинин. Он не забил решающий удар.", "ru", True),
        ("Якого року вона отримала премію?", "Премії 1934 року вона не отримала.", "uk", True),
        # It denies something else, only a part of it, or denies it and affirms it.
        ("Who found the ship?", "Ida Lund found the ship, but did not raise it.", "en", False),
        ("When was the ship found?", "The ship was not found until 1990.", "en", False),
        ("Quand rouvrira l'école ?", "L'école ne rouvrira pas avant la Toussaint.", "fr", False),
        ("Quand l'école a-t-elle rouvert ?", "L'école n'a jamais rouvert qu'à Noël.", "fr", False),
        ("Who found the ship?", "Roth did not find it. Ida Lund found it.", "en", False),
        ("What did Lund say of the siege?", "“It is not a siege”, said Lund.", "en", False),
        ("Who lives without a car?", "Ida Lund lives without a car.", "en", False),
        ("Which tower is higher than the Orn?", "The Orn is not the highest: the Kell is.", "en", False),
        ("Welcher Turm ist älter als der Orn?", "Der Orn ist nicht der älteste, das ist der Kell.", "de", False),
        ("Quelle tour est plus haute que l'Orn ?", "L'Orn n'est pas la plus haute : c'est Kell.", "fr", False),
        ("¿Qué torre es más alta que Orn?", "Orn no es la más alta: la supera Kell.", "es", False),
        ("Какая башня высокая, как Орн?", "Орн — не самая высокая, выше Келль.", "ru", False),
        ("Яка вежа найвища?", "Орн — не найвища, вища Келль.", "uk", False),
        # The sentence is negated as well.
        ("Which fish are not found in the lake?", "Eels are not found in the lake.", "en", False),
        ("Which fish are not found in the lake?", "Eels have been absent from the lake since 1990.", "en", False),
        # A question for a reason or a count presupposes the event.
        ("Why was the charter not adopted in 1988?", "It was adopted a year later.", "en", False),
        ("Сколько дней не закрывали сервер?", "Сервер закрыли лишь через 17 дней.", "ru", False),
        # The negation does not concern the thing asked for.
        ("What happens if I don't pay?", "Those who pay late are charged £5.", "en", False),
        ("Was passiert, wenn ich nicht zahle?", "Wer zu spät zahlt, zahlt fünf Euro mehr.", "de", False),
        ("Que faire si je ne paie pas ?", "Qui paie en retard paie cinq euros.", "fr", False),
        ("¿Qué pasa si no pago?", "Quien pago tarde, cinco euros.", "es", False),
        ("Что будет, если не платить?", "Кто будет платить поздно, платит пени.", "ru", False),
        ("Що буде, якщо не платити?", "Хто буде платити пізно, платить пеню.", "uk", False),
        ("What happens to people when there isn't enough air?", "People faint where air is thin.", "en", False),
        ("¿Qué hago para no pagar el abono?", "Puede pagar el abono quien viaja menos.", "es", False),
        ("What is the fine for not paying?", "Whoever drives without paying is fined £60.", "en", False),
        ("Wasn't the charter adopted?", CHARTER, "en", False),
        # A count; the word itself occurs, too; words with only the beginning in common.
        ("How many buses run at peak times?", "There will be fewer buses: 38 run at peak times.", "en", False),
        ("When does the old bridge close?", "The new bridge opens when the old bridge closes in May.", "en", False),
        ("How do I get to the museum?", "The tunnel leads into the museum.", "en", False),
    ],
)  # fmt: skip
def test_a_sentence_that_says_the_very_contrary_is_no_answer(
    question: str, sentence: str, language: str, *, against: bool
) -> None:
    assert contradicts(question, sentence, (language, language)) is against


@pytest.mark.parametrize(
    ("language", "given", "not_given"),
    [
        (
            "en",
            "It shut over safety fears.|Rust forced it shut.|It shut to avoid an accident.",
            "It shut to the public.",
        ),
        ("de", "Sie schloss, um Unfälle zu vermeiden.|Schuld ist der Rost.|Auslöser war Rost.", "Sie schloss um acht."),
        ("fr", "Il a fermé à la suite de plaintes.|Il a fermé par crainte du feu.", "Il a fermé pour toujours."),
        ("es", "Cerró a raíz de las quejas.|Cerró para evitar accidentes.", "Cerró para siempre."),
        (
            "ru",
            "Его закрыли в связи с ремонтом.|Виной всему ржавчина.|Его закрыли из соображений безопасности.",
            "Его закрыли с утра.",
        ),
        ("uk", "Його закрили у зв'язку з ремонтом.|Його закрили, аби вберегти.", "Його закрили з ранку."),
        ("en", "It ran out of money.|They could not afford it.|It is called so in honour of Ida.", "It is called Ida."),
        ("de", "Es fehlte das Geld.|Das Geld reichte nicht.|Sie heißt so zu Ehren Idas.", "Das Geld reichte."),
        ("fr", "L'argent manquait.|La ville n'avait pas les moyens.|Il coûtait trop.", "La ville avait les moyens."),
        ("es", "Faltaba dinero.|Se llama así en honor a Ida.|Cerró, pues se oxidaba.", "Después cerró."),
        ("ru", "На него не хватило денег.|Было слишком дорого.|Его назвали в честь Иды.", "Было дорого."),
        ("uk", "На нього забракло коштів.|Було надто дорого.|Його назвали на честь Іди.", "Було дорого."),
    ],
)
def test_a_reason_is_given_in_many_words(language: str, given: str, not_given: str) -> None:
    assert all(holds(it, AnswerType.REASON, "why?", language) for it in given.split("|"))
    assert not holds(not_given, AnswerType.REASON, "why?", language)


ASKED_WORDS = {
    "the mayor": "what did the mayor complain about|what does the mayor argue|what did the mayor warn of"
    "|what did the mayor have to say about the tram|what is the mayor saying|what has the mayor been saying about it"
    "|what's the mayor's view on the tram|what is the mayor's position on the tram"
    "|did the mayor say anything about the tram|did the mayor comment on the tram",
    "die bürgermeisterin": "was kündigte die Bürgermeisterin an|was räumte die Bürgermeisterin ein"
    "|wovor warnt die Bürgermeisterin|worüber hat sich die Bürgermeisterin beschwert"
    "|was hat die Bürgermeisterin zum Tunnel erklärt|wie äußerte sich die Bürgermeisterin|was meint die Bürgermeisterin"
    "|was ist die Meinung von die Bürgermeisterin",
    "le maire": "que déclare le maire|qu'explique le maire|qu'a annoncé le maire|de quoi se plaint le maire"
    "|qu'est-ce qu'a dit le maire|qu'est-ce que le maire a expliqué|que croit le maire du tram",
    "el alcalde": "qué explicó el alcalde|qué anuncia el alcalde|de qué se quejó el alcalde|qué le dijo el alcalde"
    "|qué ha declarado el alcalde sobre el tranvía|qué cree el alcalde",
    "мэр": "что пояснил мэр|о чём предупредил мэр|на что пожаловался мэр|как прокомментировал мэр"
    "|что утверждает мэр|о чем мэр рассказал|что об этом думает мэр",
    "мер": "що пояснив мер|про що попередив мер|на що поскаржився мер|як прокоментував мер|що мер зазначив",
}


@pytest.mark.parametrize(("who", "questions"), ASKED_WORDS.items())
def test_whose_words_are_asked_for_is_read_from_many_phrases(who: str, questions: str) -> None:
    found = {it: (answer_type(it), asks_for_words_of(it)) for it in questions.split("|")}
    assert {it: (kind, said and said[0]) for it, (kind, said) in found.items()} == dict.fromkeys(
        found, (AnswerType.SPEECH, who)
    )


@pytest.mark.parametrize(
    "question",
    [
        "what do residents think of the tram",
        "what are critics saying",
        "was sagen die Anwohner zum Tunnel",
        "was haben Experten erklärt",
        "que disent les habitants",
        "qu'ont répondu les élus",
        "qu'a-t-elle dit",
        "qué opinan los vecinos",
        "что говорят жители",
        "что жители думают о трамвае",
        "що кажуть мешканці",
    ],
)
def test_words_of_several_people_are_asked_of_nobody_by_name(question: str) -> None:
    said = asks_for_words_of(question)
    assert (answer_type(question), said and said[0]) == (AnswerType.SPEECH, None)


@pytest.mark.parametrize(
    "question",
    [
        "what is the dog's position in the pack",
        "did the storm damage anything",
        "what have the birds eaten",
        "what did the inventor receive from the state",
        "what did they do with the promise",
        "what did residents do when the mayor announced cuts",
        "what does not explain the failure",
        "was hat der Sturm zerstört",
        "qu'est-ce qu'un comptoir",
        "qué contiene el queso",
        "что изменилось после пожара",
        "що збудували на площі",
    ],
)
def test_other_questions_ask_for_nobodys_words(question: str) -> None:
    assert (answer_type(question), asks_for_words_of(question)) == (None, None)


@pytest.mark.parametrize(
    "questions",
    [
        "what does the charity recommend|what are residents demanding|what did the mayor call for",
        "was rät der Arzt|was schlägt der Rat vor|was fordert die Gewerkschaft|was hat die CDU vorgeschlagen",
        "que propose le maire|qu'exige le syndicat|que demandent les habitants",
        "qué propone el alcalde|qué exigen los vecinos|que pidio el sindicato",
        "чего требуют жители|что предлагает мэр|что советуют врачи",
        "чого вимагають мешканці|що пропонує мер|що радять лікарі",
    ],
)
def test_what_somebody_demands_is_asked_in_many_words(questions: str) -> None:
    assert [it for it in questions.split("|") if not asks_for_demand(it)] == []
    for other in ("what did the council call the bridge", "what is the suggested dose", "was ist der Rat"):
        assert not asks_for_demand(other)


@pytest.mark.parametrize(
    ("question", "told", "none"),
    [
        ("How much have prices risen?", "Prices have doubled since.", "There are 3 double rooms."),
        ("How much did the rent rise?", "It is three times as high.", "It was raised again."),
        ("What does a new one cost?", "It costs half the price.", "Half the seats are new."),
        ("How much do students pay?", "Students pay 12 euros.", "Students pay at any of 14 desks."),
        ("Wie teuer wäre ein Neubau?", "Ein Neubau käme auf das Vierfache.", "Doppelte Portionen sind üblich."),
        ("Was kostet ein Neubau?", "Er wäre doppelt so teuer.", "Das Haus ist doppelt belegt."),
        ("De combien le prix a-t-il augmenté ?", "Le prix a triplé.", "Les chambres doubles sont louées."),
        ("Combien coûte le neuf ?", "Le neuf coûte le double.", "Il a changé trois fois."),
        ("¿Cuánto pagan los demás?", "Los demás pagan el triple.", "La habitación doble da al mar."),
        ("¿Cuánto subió el precio?", "El precio se duplicó.", "Lo repitió tres veces."),
        ("На сколько выросла цена?", "Цена выросла вдвое.", "В этот раз цена выросла."),
        ("Сколько стоит новый?", "Он стоит в полтора раза дороже.", "Он новый."),
        ("На скільки зросла ціна?", "Ціна подвоїлася.", "Цього разу ціна зросла."),
        ("Скільки платять інші?", "Інші платять утричі більше.", "Інші платять карткою."),
    ],
)  # fmt: skip
def test_how_much_it_rose_or_costs_may_be_told_as_a_multiple(question: str, told: str, none: str) -> None:
    assert holds(told, AnswerType.NUMBER, question)
    assert not holds(none, AnswerType.NUMBER, question)


@pytest.mark.parametrize(
    ("question", "told", "none"),
    [
        ("What percentage of children have it?", "A fifth of them have it.", "A fifth child has it."),
        ("How many of the seats are free?", "Every third seat is free.", "Every seat is free."),
        ("Welcher Anteil der Kinder hat es?", "Ein Drittel hat es.", "Der Dritte hat es."),
        ("Wie viele Kinder haben es?", "Jedes zweite Kind hat es.", "Jedes Kind hat es."),
        ("Quelle part des élèves l'a ?", "Un quart des élèves l'a.", "Un quartier l'a."),
        ("¿Qué porcentaje lo tiene?", "Un tercio lo tiene.", "El tercero lo tiene."),
        ("¿Cuántos lo tienen?", "La quinta parte lo tiene.", "La otra parte lo tiene."),
        ("Какой процент детей болеет?", "Болеет каждый пятый.", "Болеет каждый."),
        ("Какая доля у рабочих?", "Треть у рабочих.", "Третий у рабочих."),
        ("Який відсоток дітей хворіє?", "Хворіє кожна десята дитина.", "Хворіє кожна дитина."),
        ("Скільки людей хворіє?", "Хворіє чверть.", "Хворіє четвертий."),
    ],
)  # fmt: skip
def test_a_share_is_an_amount(question: str, told: str, none: str) -> None:
    assert holds(told, AnswerType.NUMBER, question)
    assert not holds(none, AnswerType.NUMBER, question)


@pytest.mark.parametrize(
    ("question", "told", "none"),
    [
        ("What was the final score?", "They won 4-3.", "He scored in the 31st minute, on 14-05-2023."),
        ("Mit welchem Ergebnis endete das Spiel?", "Es endete 3:1.", "Es begann um 15:30 Uhr."),
        ("Quel a été le score ?", "Le club a gagné 3-1.", "Il a marqué deux buts."),
        ("¿Cuál fue el marcador?", "Ganó por 3–1.", "Marcó dos goles."),
        ("С каким счётом закончился матч?", "Победа 98:87.", "Матч начался в 18:30."),
        ("Який рахунок?", "Перемога 2:0.", "Він забив два голи."),
    ],
)  # fmt: skip
def test_a_score_has_two_numbers(question: str, told: str, none: str) -> None:
    assert holds(told, AnswerType.NUMBER, question)
    assert not holds(none, AnswerType.NUMBER, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How often is there fog?", "There is fog on 120 days a year."),
        ("Wie oft ist Nebel?", "An 120 Tagen im Jahr ist Nebel."),
        ("Как часто бывает туман?", "Туман бывает 120 дней в год."),
        ("Як часто буває туман?", "Туман буває 120 днів на рік."),
    ],
)
def test_days_in_a_year_tell_how_often(question: str, told: str) -> None:
    assert holds(told, AnswerType.NUMBER, question)


def test_a_multiple_counts_nothing() -> None:
    assert not holds("She doubled the staff.", AnswerType.NUMBER, "how many children does she have")


def test_what_is_paid_is_money() -> None:
    assert not holds("Schüler stehen an 14 Kassen.", AnswerType.NUMBER, "wie viel zahlen Schüler")
    assert not holds("Мэров было 14.", AnswerType.NUMBER, "на сколько мэр поднимет плату")
    assert holds("You pay every month.", AnswerType.NUMBER, "how often do I have to pay")


@pytest.mark.parametrize(
    ("question", "told", "none"),
    [
        ("When is the account closed?", "It is closed after 90 days.", "It is closed after a meeting."),
        ("Wann verfallen die Punkte?", "Sie verfallen erst nach 24 Monaten.", "Sie verfallen nach Gebrauch."),
        ("Quand expirent les points ?", "Ils expirent au bout de deux ans.", "Ils expirent après usage."),
        ("¿Cuándo caducan los puntos?", "Caducan a los 24 meses.", "Caducan a los ojos de todos."),
        ("Когда сгорают баллы?", "Они сгорают после 24 месяцев.", "Они сгорают после покупки."),
        ("Коли згорають бали?", "Вони згорають після двох років.", "Вони згорають після покупки."),
    ],
)  # fmt: skip
def test_the_time_that_must_go_by_tells_when(question: str, told: str, none: str) -> None:
    assert holds(told, AnswerType.TIME, question)
    assert not holds(none, AnswerType.TIME, question)


@pytest.mark.parametrize(
    ("language", "question", "told", "none"),
    [
        ("en", "Why was he jailed?", "He was jailed for three years for fraud.", "He was jailed for three years."),
        ("en", "Why was he fined?", "He was fined £50 for speeding.", "He was fined £50."),
        ("de", "Warum wurde er gelobt?", "Er wurde für seine Ruhe gelobt.", "Er wurde oft gelobt."),
        ("fr", "Pourquoi a-t-il été condamné ?", "Il a été condamné à deux ans pour vol.",
         "Il a été condamné pour deux ans."),
        ("es", "¿Por qué lo multaron?", "Lo multaron por correr.", "Lo multaron ayer."),
        ("ru", "Почему его осудили?", "Его осудили на год за кражу.", "Его осудили за два дня до суда."),
        ("uk", "Чому його звільнили?", "Його звільнили за крадіжку.", "Його звільнили за два дні до свята."),
    ],
)  # fmt: skip
def test_a_reason_is_what_somebody_is_punished_or_praised_for(
    language: str, question: str, told: str, none: str
) -> None:
    assert holds(told, AnswerType.REASON, question, language)
    assert not holds(none, AnswerType.REASON, question, language)


@pytest.mark.parametrize(
    ("question", "told", "none"),
    [
        ("Wie hoch ist die Zahl der Kühe?", "Es sind 14.", "Es sind Rinder."),
        ("Wie hoch ist die Inflation?", "Sie liegt bei 6,9 Prozent.", "Sie sinkt."),
        ("Wie hoch war die Wahlbeteiligung?", "Sie lag bei 61 Prozent.", "Sie sank."),
        ("Wie hoch war der Schaden?", "Er beträgt 40.000 Euro.", "Es kamen 14 Helfer."),
        ("Wie hoch fiel die Spende aus?", "Es waren 500 Euro.", "Es kamen 14 Helfer."),
        ("Wie hoch sind die Schulden der Stadt?", "Sie liegen bei 4 Millionen Euro.", "Es gibt 14 Ämter."),
        ("How high was the turnout?", "It was 61 per cent.", "It fell."),
        ("How high is the fever?", "It rises to 40 degrees.", "It falls."),
        ("How high is the rent?", "It is 700 pounds.", "There are 14 rooms."),
        ("What was the unemployment in May?", "It was 7 per cent.", "It fell."),
        ("Quel est le montant de l'amende ?", "C'est 300 euros.", "Il y a 14 juges."),
        ("Quelle est l'inflation ?", "Elle est de 7 %.", "Elle baisse."),
        ("¿Cuál es el importe de la multa?", "Son 300 euros.", "Hay 14 jueces."),
        ("¿Cuál es la inflación?", "Es del 7 %.", "Baja."),
        ("Каков размер штрафа?", "Это 300 рублей.", "Там 14 судей."),
        ("Какой уровень безработицы?", "Он составил 7 процентов.", "Он упал."),
        ("Яка сума штрафу?", "Це 300 гривень.", "Там 14 суддів."),
        ("Яка інфляція?", "Вона становить 7 відсотків.", "Вона впала."),
        ("Wie hoch ist der Turm?", "Er misst 40 Meter.", "Er kostete 40 Euro."),
        ("How high is the tower?", "It is 40 metres tall.", "It has 14 rooms."),
    ],
)  # fmt: skip
def test_what_is_high_need_not_be_a_length(question: str, told: str, none: str) -> None:
    assert answer_type(question) is AnswerType.NUMBER
    assert holds(told, AnswerType.NUMBER, question)
    assert not holds(none, AnswerType.NUMBER, question)
