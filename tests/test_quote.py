"""A quote is whole sentences, verbatim, with the context needed to understand it, and never cuts a quotation."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from retrieval.language.sentences import quotations
from retrieval.question.answer_type import answer_type
from retrieval.question.terms import predicate, terms
from retrieval.ranking.asked import Asked
from retrieval.ranking.asked_person import asks_about
from retrieval.ranking.features import Features, features_of
from retrieval.ranking.quote import choose
from retrieval.types import Article, Quote

from .ranking_parts import article, passages


def quote_of(text: str, question: str, *, language: str = "en") -> str:
    return chosen(text, question, language).text


def chosen(text: str, question: str, language: str) -> Quote:
    return read_for(article(text, language=language), question)


def read_for(it: Article, question: str) -> Quote:
    return choose(passages(it)[0], features_for(it, question))


def features_for(it: Article, question: str, *, published: str | None = None, at: int = 0) -> Features:
    found = tuple(terms(question, it.language, {}, 100, it.language))
    did, named = predicate(found, question, it.language), asks_about(question)
    asked = Asked(question, found, did, answer_type(question), None, 10.0, named=named)
    passage = passages(it)[at]
    nothing = np.zeros(len(passage.sentences))
    return features_of(passage, replace(it, published=published), asked, nearness=nothing, shown=None)


def test_the_sentence_with_the_question_s_words_is_quoted_alone() -> None:
    text = "Talvik lies on a lake. The bridge was opened in 1931. Fishing is allowed from May."
    assert quote_of(text, "When was the bridge opened?") == "The bridge was opened in 1931."


def test_the_clause_that_attributes_stays() -> None:
    """A claim is quoted together with the words that attribute it."""
    text = "The lake is calm. According to Mayor Ilse Brandt, the bridge will open in May. Nobody else was asked."
    assert quote_of(text, "When will the bridge open?").startswith("According to Mayor Ilse Brandt")


def test_a_pronoun_brings_the_sentence_before_it() -> None:
    text = "Ilse Brandt has been mayor since 2019. She opened the bridge in May. The lake is calm."
    assert (
        quote_of(text, "Who opened the bridge?")
        == "Ilse Brandt has been mayor since 2019. She opened the bridge in May."
    )
    text = "Илзе Брандт стала мэром в 2019 году. Она открыла мост в мае. Озеро спокойно."
    assert quote_of(text, "Кто открыл мост?", language="ru").startswith("Илзе Брандт")


@pytest.mark.parametrize(
    ("language", "before", "text", "question"),
    [
        ("en", "The gate is old.", "But it costs 1,740 euros to mend the lock.", "what does mending the lock cost"),
        ("de", "Man könnte ihn entfernen.", "Aber das kostet für den Poller 1.740 Euro.", "was kostet der Poller"),
        ("fr", "On croyait que le gel les endort.", "C'est l'inverse : les loirs se réveillent par grand gel.",
         "quand se réveillent les loirs"),
        ("fr", "Jean Morel dirige l'usine.", "Son équipe a mesuré une baisse de 4 mètres.", "qui a mesuré la baisse"),
        ("es", "La geóloga es Neus Bauzà.", "Ha medido playas que pierden altura.", "quién ha medido playas"),
        ("uk", "Міст закрили.", "Але це коштує місту 40 тисяч гривень.", "скільки це коштує місту"),
        ("en", "Moles dug below it.", "Therefore the wall fell.", "why did the wall fall"),
        ("de", "Der Zaun war zu niedrig.", "Deshalb bekommt Gröber nichts.", "warum bekommt Gröber nichts"),
        ("fr", "Le sol a gelé.", "Par conséquent le mur est tombé.", "pourquoi le mur est tombé"),
        ("es", "La tierra cedió.", "Por eso cayó el muro.", "por qué cayó el muro"),
        ("ru", "Лёд тонок.", "Поэтому паром не ходит.", "почему паром не ходит"),
        ("uk", "Лід тонкий.", "Тому пором не ходить.", "чому пором не ходить"),
        ("en", "Eleven fans were held.", "All of them left the jail in the morning.", "when did they leave the jail"),
        ("en", "She went to the hut.", "There she measured the ice at noon.", "when was the ice measured"),
        ("en", "A lens came from Leeds.", "Since then the light has flickered.", "since when has the light flickered"),
        ("en", "Sperm must swim.", "For this reason mosses breed when wet.", "why do mosses breed when wet"),
        ("de", "Die Karte gilt ein Jahr.", "Zwei davon kosten 40 Euro.", "was kosten zwei"),
        ("de", "In der Decke waren Risse.", "Daraufhin wurde das Bad geschlossen.", "warum wurde das Bad geschlossen"),
        ("de", "Die Familie floh nach Ulm.", "Dort lernte sie bei Alois Brandl.", "bei wem lernte sie"),
        ("fr", "Trois gardiens vivaient là.", "Deux d'entre eux ont quitté le phare.", "qui a quitté le phare"),
        ("fr", "Le sol a gelé.", "Pour cette raison, le mur est tombé.", "pourquoi le mur est tombé"),
        ("es", "La piedra cedió.", "Dos de ellos quedaron en la mina.", "quién quedó en la mina"),
        ("es", "Estudió en Madrid.", "Allí escribió su diario la bióloga.", "dónde escribió la bióloga el diario"),
        ("ru", "Смотрителей было трое.", "Двое из них покинули маяк.", "кто покинул маяк"),
        ("ru", "Балка треснула.", "После этого мост закрыли.", "когда закрыли мост"),
        ("uk", "Доглядачів було троє.", "Двоє з них залишили маяк.", "хто залишив маяк"),
        ("uk", "Балка тріснула.", "Через це міст закрили.", "чому міст закрили"),
        ("de", "Jo Brandt ist Müller.", "Seinem Hund gehört die Mühle am Tag.", "wem gehört die Mühle"),
        ("es", "La bióloga matiza.", "A su juicio, el pulpo falta por el calor.", "por qué falta el pulpo"),
        ("fr", "Max Low dirige le port.", "Selon lui, le mur est tombé.", "qui dit que le mur est tombé"),
        ("ru", "Слон болел.", "Ему в день смерти было 48 лет.", "сколько лет было в день смерти"),
        ("uk", "Директор не згоден.", "На його думку, смерділо очисне.", "що смерділо"),
        ("en", "The anchor broke.", "That left the slide shut for a week.", "why was the slide shut"),
        ("en", "He sold the mill.", "Two years later the hall burned down.", "when did the hall burn down"),
        ("en", "Ida Holm won.", "The following day the hall burned down.", "when did the hall burn down"),
        ("de", "Ida zog nach Ulm.", "Zwei Jahre später bekam sie die Mühle.", "wann bekam Ida die Mühle"),
        ("de", "Zwei Männer lebten dort.", "Beide verließen die Mühle im Mai.", "wann verließen sie die Mühle"),
        ("fr", "Léa Brun est chimiste.", "Deux ans plus tard, un brevet arriva.", "quand arriva le brevet"),
        ("fr", "Max Low a tout vendu.", "Cet homme possédait le phare.", "qui possédait le phare"),
        ("es", "Ana se fue a Madrid.", "Al año siguiente murió la bióloga.", "cuándo murió la bióloga"),
        ("es", "La guerra siguió.", "En aquel invierno cayó el muro.", "cuándo cayó el muro"),
        ("ru", "Галина уехала.", "Через два года сгорел маяк.", "когда сгорел маяк"),
        ("ru", "Имение купил Сыров.", "Тот разобрал маяк на камни.", "кто разобрал маяк"),
        ("ru", "Сбор дал сто рублей.", "Этого хватило на маяк.", "на что хватило денег"),
        ("ru", "Шторм начался в мае.", "В ту ночь сгорел маяк.", "когда сгорел маяк"),
        ("uk", "Маєток купив Сиров.", "Той розібрав маяк на каміння.", "хто розібрав маяк"),
        ("uk", "Шторм почався в травні.", "Тієї ночі згорів маяк.", "коли згорів маяк"),
        ("uk", "Збір дав сто гривень.", "Цього вистачило на маяк.", "на що вистачило грошей"),
    ],
)  # fmt: skip
def test_an_opening_that_nobody_can_resolve_brings_the_sentence_before_it(
    language: str, before: str, text: str, question: str
) -> None:
    assert quote_of(f"{before} {text}", question, language=language) == f"{before} {text}"


@pytest.mark.parametrize(
    ("language", "before", "text", "question"),
    [
        ("en", "Cyclists use Mill Lane.", "It is the third death in the canal.", "how many deaths in the canal"),
        ("en", "Cyclists use Mill Lane.", "It is not known who opened the lock.", "who opened the lock"),
        ("de", "Räder fahren außen herum.", "Es gibt 40 Eimer im Saal.", "wie viele Eimer sind im Saal"),
        ("de", "Räder fahren außen herum.", "Es war der dritte Brand im Saal.", "wie viele Brände gab es im Saal"),
        ("fr", "Les vélos passent par là.", "Il y a 40 seaux dans la salle.", "combien de seaux dans la salle"),
        ("ru", "Велосипеды едут в обход.", "Это уже третий пожар в зале.", "сколько пожаров было в зале"),
        ("uk", "Велосипеди їдуть в обхід.", "Це вже третя пожежа в залі.", "скільки пожеж було в залі"),
        ("en", "Cyclists use Mill Lane.", "There are 40 buckets in the hall.", "how many buckets are in the hall"),
        ("en", "Cyclists use Mill Lane.", "This year the hall has 40 buckets.", "how many buckets has the hall"),
        ("en", "Cyclists use Mill Lane.", "To this day the hall has 40 buckets.", "how many buckets has the hall"),
        ("fr", "Les vélos passent à côté.", "À ce jour, la salle a 40 seaux.", "combien de seaux a la salle"),
        ("es", "Las bicis dan la vuelta.", "En estos momentos la sala tiene 40 cubos.", "cuántos cubos tiene la sala"),
        ("en", "Cyclists use Mill Lane.", "Instead of sand the hall has 40 buckets.", "how many buckets has the hall"),
        ("de", "Räder fahren außen herum.", "Dort, wo der Saal war, stehen 40 Eimer.", "wie viele Eimer am Saal"),
        ("de", "Räder fahren außen herum.", "In diesem Jahr hat der Saal 40 Eimer.", "wie viele Eimer hat der Saal"),
        ("fr", "Les vélos passent à côté.", "Alors que la salle a 40 seaux, il pleut.", "combien de seaux a la salle"),
        ("es", "Las bicis dan la vuelta.", "Este año la sala tiene 40 cubos.", "cuántos cubos tiene la sala"),
        ("ru", "Велосипеды едут в обход.", "На этой неделе в зале 40 вёдер.", "сколько вёдер в зале"),
        ("en", "Cyclists use Mill Lane.", "That said, the hall has 40 buckets.", "how many buckets has the hall"),
        ("de", "Räder fahren außen herum.", "Im nächsten Jahr hat der Saal 40 Eimer.", "wie viele Eimer hat der Saal"),
        ("fr", "Les vélos passent à côté.", "À l'époque de Léa, la salle avait 40 seaux.", "combien de seaux"),
        ("ru", "Велосипеды едут в обход.", "Через два года в зале будет 40 вёдер.", "сколько вёдер будет в зале"),
        ("ru", "Велосипеды едут в обход.", "После того как залило зал, там 40 вёдер.", "сколько вёдер в зале"),
        ("uk", "Велосипеди їдуть в обхід.", "Тим часом у залі 40 відер.", "скільки відер у залі"),
    ],
)  # fmt: skip
def test_a_pronoun_that_refers_to_nothing_brings_no_sentence_before_it(
    language: str, before: str, text: str, question: str
) -> None:
    assert quote_of(f"{before} {text}", question, language=language) == text


def test_a_name_above_what_its_bearer_tells_is_no_answer() -> None:
    text = "Noreen Duffy. At ten to eleven there was a bang off the stern. We thought that it was fireworks."
    assert "a bang" in quote_of(text, "Noreen Duffy")
    assert "a bang" in quote_of(text, "who is Noreen Duffy?")
    assert "Noreen Duffy. At ten" in quote_of(text, "what did Noreen Duffy hear from the stern?")
    assert quote_of("The ferry burned.\n\nNoreen Duffy.\n\nShe died.", "Noreen Duffy") == "Noreen Duffy."


def test_the_name_under_a_letter_is_whose_words_it_is() -> None:
    letter = "Three years ago I lent my sister 6,000 euros. Nothing was written down. I am 58 and sleep badly."
    for signature in ("— Carol", "\n– Carol, 58", "\n\nCarol Brandt, Talvik"):
        it, question = article(f"{letter} {signature}"), "how much did Carol lend her sister?"
        assert "6,000" in read_for(it, question).text
        assert "carol" in features_for(it, question).heading
    asking = article("Since June no car may cross, and my guests stay away. Who pays?\n\nCarol Brandt, Talvik")
    assert read_for(asking, "can I take my car to Talvik?").text.startswith("Since June no car may cross")
    for speech in ("— We met Carol.", "She met\n\n— Carol"):
        assert "carol" not in features_for(article(f"{letter} {speech} It rained."), question).heading
    fit = features_for(article(f"{letter}\n\n— Carol Brandt"), "what bothers Carol Brandt?").fit
    assert fit[-1] < fit[0]


def test_who_answers_in_an_interview_need_not_say_their_name() -> None:
    lead = "Jessie Horne has been master of the tug for nineteen years. We had a conversation with Jessie Horne."
    turn = "Why are you leaving?\n\nMy eyes. I guessed at the last test. The ship is 62 years old and has one engine."
    it = article("\n\n".join((lead, turn, turn)))
    assert not features_for(it, "why does Jessie Horne leave?", at=1).missing
    assert not features_for(it, "how old is Jessie Horne?", at=1).held.any()


def test_who_tells_of_themselves_need_not_say_their_name() -> None:
    question = "how did Ottoline Berg vote?"
    for text, lacks in (
        ("The committee turned off the taps. I voted against.", []),
        ("The committee turned off the taps. “I voted against,” said Jean.", ["Ottoline", "Berg"]),
    ):
        it = replace(article(text), author="Ottoline Berg")
        assert [term.text for term in features_for(it, question).missing if term.name] == lacks
    it = replace(article("The film is too long."), author="Ottoline Berg")
    assert "berg" not in features_for(it, "when did Ottoline Berg leave?").heading
    assert "berg" in features_for(it, "what does Ottoline Berg think of the film?").heading


@pytest.mark.parametrize(
    ("heading", "under", "language", "question"),
    [
        ("What it costs", "The ministry speaks of 340 million crowns.", "en", "what it costs"),
        ("Was das kostet", "Das Ministerium spricht von 340 Millionen Kronen.", "de", "was das kostet"),
        ("Le prix du pont", "Le ministère parle de 340 millions.", "fr", "le prix du pont"),
        ("El precio del puente", "El ministerio habla de 340 millones.", "es", "el precio del puente"),
        ("Цена моста", "Министерство называет 340 миллионов.", "ru", "цена моста"),
        ("Ціна мосту", "Міністерство називає 340 мільйонів.", "uk", "ціна мосту"),
    ],
)
def test_what_stands_under_a_heading_is_quoted_for_it(heading: str, under: str, language: str, question: str) -> None:
    quote = quote_of(f"{heading}\n\n{under} Nothing more is known.", question, language=language)
    assert quote.startswith(under)


def test_an_item_of_a_list_is_quoted_alone() -> None:
    assert quote_of("Tufted ducks\n\nTwo crested grebes\n\nOne smew", "crested grebes") == "Two crested grebes"


def test_a_quotation_is_never_cut() -> None:
    """A quotation of several sentences is quoted whole."""
    text = "The mayor spoke. “The bridge is safe. It will open in May. We are proud,” she said. The lake is calm."
    found = quote_of(text, "When will the bridge open?")
    assert "“The bridge is safe. It will open in May. We are proud,” she said." in found
    long = " and then everybody from the county walked home along the lake with a lantern"
    text = f"“The bridge is old{long}. The board shut it{long},” she said, “and waits. It opens in May. We smile.”"
    assert quote_of(text, "When will the bridge open?").startswith("“The bridge is old")


def test_a_time_is_preferred_where_a_time_is_asked_for() -> None:
    long = " and then everybody from the county walked home along the lake with a lantern" * 3
    text = f"The bridge opened with a party{long}. The bridge opened in May 1931{long}. It is closed in winter."
    assert quote_of(text, "When did the bridge open?").startswith("The bridge opened in May 1931")


def test_two_short_neighbours_that_are_about_as_good_are_both_quoted() -> None:
    text = "The lake is calm. The old bridge opened in 1931. The old bridge opened in Talvik. Fish is sold on Sundays."
    found = quote_of(text, "the old bridge that opened")
    assert found == "The old bridge opened in 1931. The old bridge opened in Talvik."


def test_what_has_not_the_thing_asked_for_does_not_follow_it() -> None:
    text = "The old bridge opened on 3 May 1931. The old bridge opened in Talvik. Fish is sold on Sundays."
    assert quote_of(text, "When did the old bridge open?") == "The old bridge opened on 3 May 1931."


def test_sentences_of_two_paragraphs_are_no_neighbours() -> None:
    rows = "2005: sales of Ordas 41 million; staff 388.\n\n2015: sales of Ordas 72 million; staff 510."
    assert quote_of(rows, "how high were the sales of Ordas in 2015?").startswith("2015: ")


def test_a_mark_without_its_partner_opens_nothing() -> None:
    assert quotations('He is 5" tall. “Never closed. The end.') == []
    assert quotations("„Ja“, sagte er. „Nein.“") == [(0, 4), (16, 23)]
    assert quotations("„Ja”, sagte er. „Nein.”") == [(0, 4), (16, 23)]
    assert quotations('„Ja", sagte er. „Nein."') == [(0, 4), (16, 23)]
    assert quotations("»Ja«, sagte er. »Nein.«") == [(0, 4), (16, 23)]
    assert quotations("« Oui », dit-il. « Non. »") == [(0, 7), (17, 25)]
    assert quotations('"Yes," he said. "No."') == [(0, 6), (16, 21)]


@given(st.text(alphabet='ab .!?“”"«»„\n', max_size=120), st.text(alphabet="ab ?", min_size=1, max_size=20))
def test_a_quote_is_verbatim_and_whole_sentences(text: str, question: str) -> None:
    """For any text, a quote starts at the start of a sentence and ends at the end of one."""
    if not text.strip():
        return
    it = chosen("\n".join(line for line in text.strip().split("\n\n")), question, "en")
    starts, ends = zip(*it.passage.sentences, strict=True)
    assert it.start in starts
    assert it.end in ends
    assert it.text == it.passage.text[it.start : it.end]


def test_the_answer_wins_over_the_sentence_with_the_title_s_words() -> None:
    far = "so far from any other place that hardly anybody has been there, " * 3
    it = article(f"The Tarn Bridge links Osterby with Hest, {far}or will be. A queen opened it.", title="Tarn Bridge")
    assert read_for(it, "Who opened the Tarn Bridge?").text == "A queen opened it."


def test_a_question_is_answered_by_what_stands_behind_it() -> None:
    text = "How do I reset the controller? Hold the red button for ten seconds. Lights go out."
    assert quote_of(text, "how do I reset the controller") == "Hold the red button for ten seconds."


@pytest.mark.parametrize(
    ("language", "text", "question", "ends"),
    [
        ("en", "The slide is shut. Nobody may use it. It was shut because of a loose anchor. It rained.",
         "why is the slide shut?", "loose anchor."),
        ("en", "The slide is shut. An anchor had come loose. It rained.", "why is the slide shut?", "come loose."),
        ("en", "The slide is shut. But why? An anchor had come loose. It rained.",
         "why is the slide shut?", "come loose."),
        ("de", "Die Rutsche bleibt zu. Der TÜV hatte sie wegen einer Schraube beanstandet. Es regnet.",
         "warum ist die Rutsche zu", "beanstandet."),
        ("es", "No habrá encierro. La alcaldesa lo achacó a la aseguradora. Llueve.",
         "por qué no hay encierro", "aseguradora."),
        ("ru", "Школу закрыли. Официальная причина — низкая нагрузка. Идёт дождь.",
         "почему закрыли школу", "нагрузка."),
        ("uk", "Гірку закрили. Туди нікого не пускають. Так сталося, бо розхитався анкер. Дощ.",
         "чому закрили гірку", "анкер."),
        ("en", "The lido was sold in spring. A baker paid 40,000 euros for it. It rained.",
         "how much was the lido sold for", "40,000 euros for it."),
        ("uk", "Тренер Сергій Ковальчук бігу не бачив: його затримали на кордоні через прострочений паспорт, і він "
         "дивився трансляцію всього забігу на старенькому телевізорі в невеличкій кав'ярні на заправці коло самого "
         "міста, де не було майже нікого. «Касирка плакала дужче за мене», — розповів він увечері. Дощ.",
         "що казав тренер Сергій Ковальчук", "розповів він увечері."),
    ],
)  # fmt: skip
def test_what_is_asked_for_stands_behind_what_the_question_says(
    language: str, text: str, question: str, ends: str
) -> None:
    quote = quote_of(text, question, language=language)
    assert text.startswith(quote)
    assert quote.endswith(ends)


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Eleven fans were held. The judge let all go at noon.", "What happened to the fans who were held?"),
        ("en", "The captain had a son. The boy grew up to fly planes.", "what became of the captain's son"),
        ("de", "Der Rat sprach über die Kreuzung. Ein Kind wurde angefahren.", "Was ist an der Kreuzung passiert?"),
        ("fr", "La mairie a vendu le moulin. Un boulanger y habite.", "qu'est devenu le moulin"),
        ("fr", "La mairie ferme le moulin. Un boulanger veut y habiter.", "que deviendra le moulin"),
        ("es", "Los vecinos pusieron una denuncia. Fue archivada.", "¿Qué pasó con la denuncia de los vecinos?"),
        ("ru", "Врач отнёс список. Суд лишил его работы.", "что случилось с врачом"),
        ("uk", "Машина стояла під судом. Уночі згорів двигун.", "Що сталося з машиною?"),
        ("uk", "Машина стояла під судом. Уночі згорів двигун.", "що стало з машиною"),
    ],
)  # fmt: skip
def test_what_happened_is_told_next(language: str, text: str, question: str) -> None:
    assert quote_of(f"{text} Bread is sold on Sundays.", question, language=language) == text


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", 'Ida Quill, who has run the hall at Talvik for years, said that there were enough blankets but that '
         'they could do with dog food and straw. "We also have nine dogs, a parrot and a tortoise in there," she said.',
         "what did Ida Quill say"),
        ("de", "Die Halle habe Decken, sagte Ida Quill. „Wir haben auch neun Hunde“, sagte sie.",
         "was hat Ida Quill gesagt"),
        ("fr", "Ida Quill a dit que la salle avait des draps. « Il y a aussi neuf chiens », a-t-elle dit.",
         "qu'a dit Ida Quill"),
        ("es", "Ida Quill dijo que la sala tiene mantas. «También hay nueve perros», dijo.", "qué dijo Ida Quill"),
        ("ru", "Ида Квилл сказала, что в зале есть одеяла. «Ещё девять собак», — сказала она.",
         "что сказала Ида Квилл"),
        ("uk", "Іда Квілл сказала, що в залі є ковдри. «Ще дев'ять собак», — сказала вона.", "що сказала Іда Квілл"),
    ],
)  # fmt: skip
def test_what_somebody_said_is_quoted_with_what_they_go_on_to_say(language: str, text: str, question: str) -> None:
    assert quote_of(text, question, language=language) == text


def test_what_somebody_says_in_another_paragraph_is_not_quoted_with_it() -> None:
    said = "The hall, Ida Quill said, had enough blankets and dogs, a parrot and a tortoise, and straw, food and beds"
    text = f'{said}, and so had the school on the hill and the inn.\n\n"We have nine dogs," Ida Quill said.'
    assert quote_of(text, "what did Ida Quill say about the hall") == text.partition("\n")[0]


def test_what_is_asked_for_is_not_joined_from_afar_or_at_length() -> None:
    far = "The slide is shut. A baker sang. Some came. He said it in Talvik."
    assert quote_of(far, "where is the slide shut?") == "The slide is shut."
    long = f"The slide is shut. They did it because of {'one thing and ' * 25}another."
    assert quote_of(long, "why is the slide shut") == "The slide is shut."


def test_a_compound_holds_its_parts() -> None:
    text = "Die Brücke ist lang. Bei einer Routineprüfung fand man Risse. Es regnet."
    assert quote_of(text, "was fand man bei der Prüfung", language="de").startswith("Bei einer")
    found = features_for(article(text, language="de", title="Talbrücke"), "wann war die Prüfung der Brücke?")
    assert found.missing == ()
    found = features_for(article("The recheck was long.", language="en"), "when was the check?")
    assert [term.text for term in found.missing] == ["check"]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("zahlt ihr den Fahrradhelm", ["Fahrradhelm"]),  # nothing is said about the bicycle itself
        ("was ist der Vorgang", []),
        ("wo ist der Zug", ["Zug"]),  # an "Abzug" is not a "Zug"
        ("welcher Vorgang ist der Ladevorgang", []),
    ],
)
def test_a_part_of_a_compound_is_held_by_it(question: str, missing: list[str]) -> None:
    text = "An Säulen darf der Ladevorgang vier Stunden lange dauern. Der Helm fehlt. Karten gibt es ohne Abzug."
    found = features_for(article(text, language="de", title="Stehen"), question)
    assert [term.text for term in found.missing if not term.light] == missing


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "what percentage of riders complained", "Of the riders, 54% complained."),
        ("en", "how many kilometres of nets", "They took 11 km of nets."),
        ("de", "wie viel Prozent der Gäste klagten", "Es klagten 54 % der Gäste."),
        ("fr", "quel pourcentage de clients", "Ce sont 54 % de clients."),
        ("es", "cuántos euros cuesta el pan", "El pan cuesta 2 €."),
        ("ru", "сколько процентов у Перова", "За Бондарь — 17%, за Перова — 9%."),
        ("ru", "сколько рублей стоит билет", "Билет стоит 131 руб. с человека."),
        ("uk", "скільки відсотків скаржиться", "Скаржиться 54% з них."),
        ("uk", "скільки гривень коштує квиток", "Квиток коштує 15 ₴ на день."),
    ],
)
def test_a_unit_may_be_written_as_a_sign_or_shortened(language: str, question: str, text: str) -> None:
    assert not [it for it in features_for(article(text, language=language), question).missing if not it.light]
    other = text.replace("km", "m").translate(str.maketrans("%€₴", "§§§")).replace("руб", "коп")
    assert len([it for it in features_for(article(other, language=language), question).missing if not it.light]) == 1


@pytest.mark.parametrize(
    ("language", "question", "told", "untold"),
    [
        (
            "en",
            "what share of trains is freight",
            "Of the trains, three quarters are freight.",
            "Trains carry freight.",
        ),
        ("en", "what proportion of trains is freight", "Nine out of ten trains are freight.", "Trains carry freight."),
        ("en", "what fraction of trains is freight", "Of the trains, 54% are freight.", "Trains carry freight."),
        ("de", "wie viel Prozent der Züge", "Es sind 50 % der Züge.", "Es ist die Hälfte der Züge."),
        (
            "de",
            "welcher Anteil der Züge sind Güterzüge",
            "Drei Viertel der Züge sind Güterzüge.",
            "Züge sind Güterzüge.",
        ),
        ("fr", "quelle proportion de trains", "Un tiers de ces trains.", "Les trains."),
        ("es", "qué proporción de trenes", "Nueve de cada diez trenes.", "Los trenes."),
        ("ru", "какая доля поездов", "Треть поездов.", "Поезда."),
        ("uk", "яка частка поїздів", "Чверть поїздів.", "Поїзди."),
    ],
)
def test_a_share_may_be_told_in_words(language: str, question: str, told: str, untold: str) -> None:
    missed = [
        [it for it in features_for(article(it, language=language), question).missing if not it.light]
        for it in (told, untold)
    ]
    assert [*map(len, missed)] == [0, 1]


def test_a_row_of_a_table_heads_no_longer_one() -> None:
    row = "Code S-31: Meaning our own servers are down; What to do wait for an hour; see the page of the status"
    text = f"Code S-14: Meaning storage is full; What to do delete\n\n{row}"
    assert quote_of(text, "what does S-14 mean").startswith("Code S-14")
    assert "14" not in features_for(article(text), "what does S-14 mean").heading


def test_what_sets_a_claim_right_is_quoted_with_it() -> None:
    text = "A report said that each ferry would cost 31 million. In fact that is the price of both. It rained."
    assert quote_of(text, "how much does each ferry cost").endswith("the price of both.")
    steps = "To renew the card:\nClick on the word. Nobody came to see it, and that was that."
    assert quote_of(steps, "how to renew the card?") == "To renew the card:\nClick on the word."


@pytest.mark.parametrize(
    ("language", "question", "items"),
    [
        ("en", "what do the Greens promise", ["The Greens promise:", "free buses", "a school in Tarn;", "40 flats"]),
        ("de", "was versprechen die Grünen", ["Die Grünen versprechen:", "- freie Busse", "- eine Schule in Tarn."]),
        ("es", "qué prometen los Verdes", ["Los Verdes prometen:", "1. Autobuses gratis.", "2. Una escuela."]),
        ("uk", "що обіцяють зелені", ["Зелені обіцяють:", "— безкоштовні автобуси", "— школу в Тарні"]),
    ],
)
def test_a_list_is_quoted_with_what_announces_it(language: str, question: str, items: Sequence[str]) -> None:
    told = "\n\n".join(items)
    further = "Nobody came to see it that day, and so it was put off until the autumn, the paper said. " * 3
    assert quote_of(f"{told}\n\n{further}", question, language=language) == told
    long = told.replace("\n\n", f"\n\n{items[1]}{' 🌧' * 60}\n\n", 1)
    assert items[-1] not in quote_of(long, question, language=language)


def test_an_entry_that_announces_a_list_is_quoted_with_it() -> None:
    entry = "Five stand for rector of the college. The vote is on 24 June. Their papers are in:"
    told = "\n\n".join([entry, "- Olha Petruk, dean of history;", "- Orest Bihun, dean of law."])
    further = "Nobody came to see it that day, and so it was put off until the autumn, the paper said. " * 3
    assert quote_of(f"{told}\n\n{further}", "who stands for rector of the college") == told
    assert quote_of(f"{told}\n\n{further}", "when is the vote for rector").endswith("on 24 June.")


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "Correction, 2 April: an earlier version said Ms Achebe was awarded £14,800. The sum is £18,400.",
         "how much was Ms Achebe awarded"),
        ("en", "In our report we said that the increase would add £71 to the bill. The figure is £79. We also said "
         "that the bill was agreed by 20 votes. The vote was 19 to 16. We are sorry for the errors.",
         "how much would the increase add to the bill"),
        ("en", "Corrected on 2 April: the sum is £18,400. The earlier version of this report gave £14,800 for it.",
         "what did the earlier version of this report give for it"),
        ("de", "Anmerkung: In einer früheren Fassung dieses Interviews hieß es, das Theater habe 32 Vorstellungen "
         "abgesagt. Richtig ist: Es waren 23.", "wie viele Vorstellungen hat das Theater abgesagt"),
        ("fr", "Rectificatif du 11 juin : une première version de cet article donnait 241 salariés à l'usine. Elle en "
         "compte 214.", "combien de salariés a l'usine"),
        ("es", "Fe de errores: en la edición impresa se decía que el informe tenía 14 páginas. Son 40.",
         "¿cuántas páginas tenía el informe?"),
        ("ru", "Исправление. В заметке от 3 июня мы со слов полиции написали, что водитель лесовоза уснул в 5 часов. "
         "Эта версия не подтвердилась.", "когда уснул водитель лесовоза"),
        ("uk", "Виправлення. У першій версії тексту йшлося, що слонові було 46 років. Горацій помер у віці 48 років.",
         "скільки років було слонові"),
    ],
)  # fmt: skip
def test_what_was_wrong_is_quoted_with_what_is_right(language: str, text: str, question: str) -> None:
    right = {"en": ("£18,400", "£79"), "de": ("23",), "fr": ("214",), "es": ("40",), "ru": ("не",), "uk": ("48",)}
    assert any(word in quote_of(text, question, language=language) for word in right[language])


@pytest.mark.parametrize(
    ("language", "text", "question", "right"),
    [
        ("en", "Correction: An earlier article gave the cost of the pier as £1.1 million. The council has since said "
         "that it is £1.4 million. It rained.", "how much does the pier cost", "£1.4 million."),
        ("de", "Korrektur: In einem früheren Artikel wurden die Kosten des Stegs mit 11 Millionen Euro angegeben. Die "
         "Stadt rechnet mit 14 Millionen. Es regnet.", "was sind die Kosten des Stegs in Euro", "14 Millionen."),
        ("en", "Editor’s note: An earlier version gave the cost of the pier as £1.1 million. The council has since "
         "said that it is £1.4 million. It rained.", "how much does the pier cost", "£1.4 million."),
        ("de", "Anmerkung der Redaktion: In einer früheren Version wurden die Kosten des Stegs mit 11 Millionen Euro "
         "angegeben. Die Stadt rechnet mit 14 Millionen. Es regnet.", "was sind die Kosten des Stegs in Euro",
         "14 Millionen."),
        ("fr", "Rectificatif : un précédent article donnait 11 millions d'euros pour le quai. La mairie annonce "
         "14 millions. Il pleut.", "combien de millions pour le quai", "14 millions."),
        ("es", "Corrección: un artículo anterior decía que el muelle costaba 11 millones. El ayuntamiento habla de "
         "14 millones. Llueve.", "cuánto costaba el muelle", "14 millones."),
        ("ru", "Исправление: в предыдущей статье говорилось, что причал стоит 11 млн рублей. Мэрия называет "
         "14 миллионов. Идёт дождь.", "сколько стоит причал", "14 миллионов."),
        ("uk", "Виправлення: у попередній статті йшлося, що причал коштує 11 млн гривень. Мерія називає "
         "14 мільйонів. Йде дощ.", "скільки коштує причал", "14 мільйонів."),
    ],
)  # fmt: skip
def test_what_an_earlier_article_got_wrong_is_quoted_with_what_is_right(
    language: str, text: str, question: str, right: str
) -> None:
    assert quote_of(text, question, language=language).endswith(right)


def test_we_said_takes_nothing_back_where_no_editor_sets_right() -> None:
    text = "We said that the bridge would open in May. Nobody came from the county to see the lake that day. It rained."
    assert quote_of(text, "when would the bridge open") == "We said that the bridge would open in May."


def test_the_day_of_publication_answers_for_a_year_a_month_and_a_day() -> None:
    flood = article("Six people died in the flood of Kelby.")

    def missing(published: str | None, when: str = "in march 2025") -> list[str]:
        features = features_for(flood, f"how many died in the flood {when}", published=published)
        return [term.text for term in features.missing]

    assert missing("2025-03-19") == []
    assert missing("2025-04-19") == ["march"]
    assert missing(None) == ["march", "2025"]
    assert missing("2025-03-05", "on 5 march") == missing("2025-03-05", "on march 5th") == []
    assert missing("2025-03-15", "on 5 march") == ["5"]
    assert missing("2025-04-05", "on 5 march") == ["5", "march"]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "For a long time owls were held to be the cause of the crash. They are not.",
         "do owls cause the crash of voles"),
        ("en", "Moscow said that drones had struck navy fuel tanks. The harbour master denied there were any.",
         "is it true that drones struck navy fuel tanks"),
        ("en", "The mayor told the radio that we had borrowed from the dockers. We have not borrowed a penny.",
         "did you borrow from the dockers"),
        ("en", "We called the Maid of Sele the oldest ferry in service. A reader points out that the Tarn is older.",
         "which is the oldest ferry in service"),
        ("de", "Viele glauben, der Hecht fresse Enten. Er frisst sie nicht.",
         "frisst der Hecht Enten"),
        ("fr", "« Une plaque rouge, c'est Lyme. » Pas toujours. Une petite rougeur est une réaction à la salive.",
         "une plaque rouge, c'est Lyme ?"),
        ("es", "En la base del fruto aparece una mancha negra. No es un hongo: es falta de calcio.",
         "la mancha negra del fruto es un hongo"),
        ("ru", "Электрик признал вину, заявила полиция. Адвокат это отрицает.", "электрик признал вину"),
        ("uk", "Голова спростовує чутки про витік аміаку. «Складу аміаку в порту немає», — каже він.",
         "чи витік аміак у порту"),
    ],
)  # fmt: skip
def test_a_claim_is_quoted_with_what_settles_it(language: str, text: str, question: str) -> None:
    assert quote_of(f"{text}\n\nPort 🌧.", question, language=language) == text


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "A leaflet says that the mayor sold the harbour. None of this is true.",
         "did the mayor sell the harbour"),
        ("en", "The mayor sold the harbour, a post says. That is false.", "did the mayor sell the harbour"),
        ("en", "The mayor sold the harbour, a post says. He did not: it belongs to the county, which leased it.",
         "did the mayor sell the harbour"),
        ("en", "Rumour has it that the mayor sold the harbour. The county still owns it.",
         "did the mayor sell the harbour"),
        ("de", "Der Bürgermeister habe den Hafen verkauft, heißt es im Netz. Dafür gibt es keinen Beleg.",
         "hat der Bürgermeister den Hafen verkauft"),
        ("fr", "Le maire a vendu le port, affirme un tract. Rien ne le prouve.", "le maire a-t-il vendu le port"),
        ("es", "El alcalde vendió el puerto, afirma una octavilla. Eso no es cierto.", "¿vendió el alcalde el puerto?"),
        ("ru", "Мэр продал порт, утверждает автор поста. Доказательств этому нет.", "мэр продал порт"),
        ("uk", "Мер продав порт, стверджує автор допису. Доказів цього немає.", "чи продав мер порт"),
    ],
)  # fmt: skip
def test_what_is_said_to_be_false_is_quoted_with_that(language: str, text: str, question: str) -> None:
    further = f"{'🌧 ' * 30}."  # too long to be quoted whole as an entry
    assert quote_of(f"{text} {further}", question, language=language).startswith(text)


def test_what_settles_a_claim_is_not_joined_at_length_or_from_another_paragraph() -> None:
    claim = "It is often claimed that owls cause the crash."
    assert quote_of(f"{claim}\n\nThe lake is calm.", "do owls cause the crash") == claim
    assert quote_of(f"{claim} Where nets {'and nets ' * 30}kept them.", "do owls cause the crash") == claim


def test_what_an_interviewer_says_without_a_question_mark_is_no_answer() -> None:
    turns = [
        "Lake Post: Will you stay?", "Reed: Until 2028. I like the lake.",
        "Lake Post: The mayor promised you a new hall.", "Reed: Before the election. Now it is a tent.",
        "Lake Post: Are you angry?", "Reed: No. I am tired.",
    ]  # fmt: skip
    it = article("\n\n".join(turns), title="Interview with Jonas Reed, coach of the Harrow Rovers")
    found = read_for(it, "did the mayor promise a new hall").text
    assert found.startswith("Reed: Before the election.") and "promised" not in found


@pytest.mark.parametrize(
    ("text", "language", "question", "answer"),
    [
        (
            "My hedge is three metres high and I get no light. Can I cut it?\n\n"
            "Back to the boundary and no further. The cuttings belong to your neighbour.",
            "en",
            "can I cut a hedge that is three metres high",
            "Back to the boundary and no further.",
        ),
        (
            "Соседка лечит суставы чайным грибом. Есть ли смысл?\n\nНикакого. Вреда тоже нет.",
            "ru",
            "помогает ли чайный гриб от суставов",
            "Никакого.",
        ),
    ],
)
def test_what_leads_to_a_question_is_no_answer(text: str, language: str, question: str, answer: str) -> None:
    """In an advice column, the answer to a reader's question is in the next paragraph."""
    assert quote_of(text, question, language=language).startswith(answer)


def test_what_leads_to_a_question_is_quoted_for_what_it_tells() -> None:
    text = "Your predecessor, Graham Toller, was here for eighteen years. What did he leave you?\n\nA cactus."
    assert quote_of(text, "Who is Graham Toller?").startswith("Your predecessor, Graham Toller")
    assert quote_of(text, "How long was the predecessor here?").startswith("Your predecessor, Graham Toller")


def test_an_entry_of_a_listing_is_quoted_whole() -> None:
    """The answer need not be in the sentence that names the subject."""
    fair = "Plant fair at Ludd Hall, Sunday, 10am to 4pm. Entry £5, parking free. Dogs on leads."
    assert quote_of(f"MARKETS AND WALKS\n\n{fair}", "can I bring my dog to the plant fair") == fair


def test_a_row_is_not_about_what_another_row_names() -> None:
    """All sentences have the words of the title, except rows of a table one of which names them itself."""
    table = (
        "Average marks:\n\nSubject Art: 2026 marks 52; 2025 marks 57\n\nSubject Physics: 2026 marks 49; 2025 marks 51"
    )
    marks = article(table, title="Bad marks in physics")
    for question, row in (("which marks in physics", "Subject Physics"), ("which marks in art", "Subject Art")):
        assert read_for(marks, question).text.startswith(row)
    assert "averag" in features_for(marks, "average marks").heading
