"""Words and stems are as people understand them, in several languages, and hostile text takes no excessive time."""

import unicodedata
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.irregular import base_forms
from retrieval.language.romance import forms_as_typed
from retrieval.language.text import normal_form, stem, stems, word_list, words


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("soldiers", "soldier’s", "en"),
        ("highest", "high", "en"),
        ("Ветров", "Ветрова", "ru"),
        ("учится", "учатся", "ru"),
        ("лечит", "лечат", "ru"),
        ("откроется", "откроются", "ru"),
        ("навчається", "навчаються", "uk"),
        ("Ковалёв", "Ковалёвым", "ru"),
        ("paid", "pays", "en"),
        ("Women", "woman", "en"),
        ("fishermen", "Fisherman", "en"),
        ("policewomen", "policewoman", "en"),
        ("diagnoses", "diagnosis", "en"),
        ("misled", "mislead", "en"),
        ("11,000", "11.000", "en"),
        ("recognised", "recognize", "en"),
        ("organisation", "organizations", "en"),
        ("criticises", "criticized", "en"),
        ("analysed", "analyzing", "en"),
        ("Colours", "colored", "en"),
        ("saviour", "Savior", "en"),
        ("favourite", "favorite", "en"),
        ("centred", "centers", "en"),
        ("kilometre", "kilometers", "en"),
        ("defence", "defensive", "en"),
        ("traveller", "traveled", "en"),
        ("programmes", "program", "en"),
        ("catalogue", "catalogs", "en"),
        ("practised", "practicing", "en"),
        ("grey", "gray", "en"),
        ("aluminium", "aluminum", "en"),
        ("skilfully", "skillful", "en"),
        ("likeable", "likable", "en"),
        ("enquiries", "inquiry", "en"),
        ("archaeologist", "archeologists", "en"),
        ("supervise", "supervision", "en"),
        ("improvise", "improvisation", "en"),
        ("precise", "precision", "en"),
        ("Besançon", "besancon", "fr"),
        ("кошка", "Кошки", "ru"),
        ("ёлка", "Елки", "ru"),
        ("Häuser", "häusern", "de"),
        ("überleben", "ueberleben", "de"),
        ("größer", "groesser", "de"),
        ("пришли", "пришел", "ru"),
        ("живут", "живёт", "ru"),
        ("погибла", "погиб", "ru"),
        ("уехали", "уедет", "ru"),
        ("солдати", "солдатів", "uk"),
        ("вчитель", "учителя", "uk"),
        ("здивувало", "здивувалися", "uk"),
        ("заборонив", "заборонили", "uk"),
        ("ремонтувати", "ремонтував", "uk"),
        ("сидів", "сиділа", "uk"),
        ("гра", "гру", "uk"),
        ("їжа", "їжею", "uk"),
        ("колектив", "колективу", "uk"),
        ("знайшли", "знайде", "uk"),
        ("ввійшов", "увійшла", "uk"),
        ("помер", "померла", "uk"),
        ("добрим", "добрий", "uk"),
        ("станцій", "станція", "uk"),
        ("Львів", "Львова", "uk"),
        ("києві", "Київ", "uk"),
        ("архів", "архіву", "uk"),
        ("Миколаїв", "Миколаєва", "uk"),
        ("Паньків", "Паньківу", "uk"),
        ("экран", "экране", "ru"),
        ("Михаил", "Михаилом", "ru"),
        ("Павел", "Павла", "ru"),
        ("генерал", "генералу", "ru"),
        ("кредит", "кредита", "ru"),
        ("музей", "музея", "ru"),
        ("время", "времени", "ru"),
        ("рынок", "рынка", "ru"),
        ("владелец", "владельца", "ru"),
        ("китаец", "китайца", "ru"),
        ("попыток", "попытки", "ru"),
        ("писем", "письмо", "ru"),
        ("уровень", "уровня", "ru"),
        ("дней", "день", "ru"),
        ("мать", "матерью", "ru"),
        ("дочери", "дочь", "ru"),
        ("сыновей", "сыну", "ru"),
        ("мати", "матері", "uk"),
        ("pleut", "pluie", "fr"),
        ("lluvia", "llueve", "es"),
        ("мэрии", "мэрией", "ru"),
        ("судья", "судей", "ru"),
        ("дні", "день", "uk"),
        ("січень", "січні", "uk"),
        ("договір", "договору", "uk"),
        ("міст", "мосту", "uk"),
        ("сіллю", "солі", "uk"),
        ("рік", "року", "uk"),
        ("бій", "боями", "uk"),
        ("яма", "яму", "uk"),
        ("лев", "льва", "ru"),
        ("лед", "льдом", "ru"),
        ("ковер", "ковра", "ru"),
        ("вихід", "виходу", "uk"),
        ("радість", "радості", "uk"),
        ("досліджень", "дослідження", "uk"),
        ("рішень", "рішеннями", "uk"),
        ("щоденний", "щоденні", "uk"),
        ("повість", "повісті", "uk"),
        ("Казань", "Казані", "uk"),
        ("будинок", "будинку", "uk"),
        ("хлопець", "хлопця", "uk"),
        ("жінок", "жінки", "uk"),
        ("Ґеник", "геник", "uk"),
        ("об'їзд", "обїзд", "uk"),
        ("об'їзд", "об`їзду", "uk"),
        ("сбили", "сбитых", "ru"),
        ("убита", "убил", "ru"),
        ("погибших", "погибли", "ru"),
        ("погибшему", "погибшая", "ru"),
        ("перепись", "переписи", "ru"),
        ("смесь", "смесью", "ru"),
        ("Беларусь", "Беларуси", "ru"),
        ("берусь", "беру", "ru"),
        ("раненых", "ранили", "ru"),
        ("отправлен", "отправили", "ru"),
        ("начато", "начали", "ru"),
        ("збили", "збитих", "uk"),
        ("загиблих", "загинули", "uk"),
        ("працює", "працювали", "uk"),
        ("отримає", "отримали", "uk"),
        ("захоплено", "захопили", "uk"),
        ("заборонено", "заборонили", "uk"),
        ("затриманих", "затримали", "uk"),
        ("gekostet", "kosten", "de"),
        ("kostete", "kostet", "de"),
        ("glaubt", "glauben", "de"),
        ("geschützte", "schützen", "de"),
        ("aufgebaut", "aufbauen", "de"),
        ("gefordert", "fordern", "de"),
        ("studiert", "studieren", "de"),
        ("sammelt", "sammeln", "de"),
        ("angefangen", "anfing", "de"),
        ("unterschrieben", "unterschreiben", "de"),
        ("ernannt", "ernennen", "de"),
        ("fällt", "gefallen", "de"),
        ("gewinnt", "gewann", "de"),
        ("genehmigte", "genehmigen", "de"),
        ("gefährdet", "gefährden", "de"),
        ("Gerichts", "Gericht", "de"),
        ("Geschichten", "Geschichte", "de"),
        ("Anlagen", "Anlage", "de"),
        ("Begriffen", "Begriff", "de"),
        ("Studenten", "Student", "de"),
        ("Gefangene", "Gefangenen", "de"),
        ("mort", "mourut", "fr"),
        ("construit", "construire", "fr"),
        ("découverte", "decouvrit", "fr"),
        ("obtenu", "obtient", "fr"),
        ("ciudad", "ciudades", "es"),
        ("mujer", "mujeres", "es"),
        ("juez", "jueces", "es"),
        ("imagen", "imágenes", "es"),
        ("joven", "jovenes", "es"),
        ("travail", "travaux", "fr"),
        ("acteur", "actrices", "fr"),
        ("étrangers", "étrangère", "fr"),
        ("Museum", "Museen", "de"),
        ("Firma", "Firmen", "de"),
        ("Konto", "Konten", "de"),
        ("Stadion", "Stadien", "de"),
        ("Ärztin", "Ärztinnen", "de"),
        ("Büro", "Büros", "de"),
        ("паром", "парома", "ru"),
        ("остров", "острова", "ru"),
        ("проблема", "проблем", "ru"),
        ("случай", "случая", "ru"),
        ("пором", "порома", "uk"),
        ("музей", "музею", "uk"),
        ("програма", "програми", "uk"),
        ("murió", "muerto", "es"),
        ("cuesta", "costó", "es"),
        ("descubierto", "descubrió", "es"),
        ("propuso", "proponer", "es"),
        ("owner", "owns", "en"),
        ("died", "death", "en"),
        ("buses", "bus", "en"),
        ("cœur", "coeur", "fr"),
        ("Łódź", "lodz", "pl"),
        ("ＦＵＬＬ", "full", "en"),
        ("수리비는", "수리비", "ko"),
        ("교체했나요", "교체하고", "ko"),
        ("הַגֶּשֶׁר", "גשר", "he"),
        ("מהספרים", "ספרים", "he"),
        ("והמשטרה", "משטרה", "he"),
        ("۲۰۲۴", "2024", "fa"),
        ("کتابهای", "کتاب", "fa"),
        ("۱۱٬۰۰۰", "11,000", "fa"),
        ("२०२४", "2024", "hi"),
        ("كتابي", "کتابی", "fa"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str, language: str) -> None:
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("wound", "wind", "en"),
        ("left", "leave", "en"),
        ("founded", "find", "en"),
        ("saw", "see", "en"),
        ("abdomen", "abdoman", "en"),
        ("paradise", "parade", "en"),
        ("expertise", "expert", "en"),
        ("scour", "score", "en"),
        ("tour", "tor", "en"),
        ("стали", "стать", "ru"),
        ("посол", "после", "ru"),
        ("река", "рейка", "ru"),
        ("военный", "во", "ru"),
        ("вправа", "управа", "uk"),
        ("Максим", "макс", "uk"),
        ("крила", "кривий", "uk"),
        ("капітал", "капітан", "uk"),
        ("мэра", "мэрии", "ru"),
        ("судья", "суда", "ru"),
        ("authority", "author", "en"),
        ("mairie", "maire", "fr"),
        ("alcaldía", "alcalde", "es"),
        ("mari", "marée", "fr"),
        ("mère", "mer", "fr"),
        ("брат", "брать", "ru"),
        ("дипломат", "диплом", "uk"),
        ("громадянин", "громада", "uk"),
        ("Ярослав", "Ярославль", "ru"),
        ("зубы", "сбить", "ru"),
        ("Markt", "Mark", "de"),
        ("hundert", "Hund", "de"),
        ("Geschichte", "Schicht", "de"),
        ("Geschäft", "Schaf", "de"),
        ("Betrieb", "betreiben", "de"),
        ("Verlag", "vorliegen", "de"),
        ("bekannt", "bekennen", "de"),
        ("konnten", "Konten", "de"),
        ("lit", "lire", "fr"),
        ("marzo", "marco", "es"),
        ("пар", "паром", "ru"),
        ("vino", "venir", "es"),
        ("ガ", "カ", "ja"),
    ],
)
def test_words_that_only_look_like_forms_of_each_other_stay_apart(one: str, other: str, language: str) -> None:
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize(
    ("table", "language"),
    [*((base_forms, code) for code in ("en", "de", "ru", "uk")), *((forms_as_typed, code) for code in ("fr", "es"))],
)
def test_a_table_of_forms_leads_each_to_one_word(table: Callable[[str], Mapping[str, str]], language: str) -> None:
    forms = table(language)
    assert forms
    assert not forms.keys() & set(forms.values())


def test_numbers_and_abbreviations_are_words() -> None:
    assert stems("11,000 troops of the U.S. at 3.5 km", "en") == [
        "11000",
        "troop",
        "of",
        "the",
        "us",
        "at",
        "3.5",
        "km",
    ]


@pytest.mark.parametrize("text", ["J. R. Marsh", "J.R. Marsh", "J.R.Marsh"])
def test_initials_are_one_word_with_or_without_spaces(text: str) -> None:
    assert stems(text, "en") == ["jr", "marsh"]


@given(st.text(max_size=200))
def test_the_normal_form_shows_no_invisible_character(text: str) -> None:
    seen = [
        str(unicodedata.decimal(c, c))
        for c in unicodedata.normalize("NFKC", text)
        if unicodedata.category(c) not in {"Cf", "Cc"} or c in "\t\n\r"
    ]
    assert normal_form(text) == "".join(seen).casefold()


def test_vowels_written_as_marks_are_part_of_a_word() -> None:
    assert word_list("कितने केबल बदले गए?") == ["कितने", "केबल", "बदले", "गए"]
    assert word_list("בַּגֶּשֶׁר Zu\u0308rich") == ["בַּגֶּשֶׁר", "Zu\u0308rich"]


def test_french_elisions_part() -> None:
    assert stems("l'eau d’Orly", "fr") == ["l", "eau", "d", "orly"]


def test_an_apostrophe_typed_with_the_key_beside_it_parts_no_word() -> None:
    assert word_list("об`їзд по `команді`") == ["об`їзд", "по", "команді"]


@given(st.text(max_size=300))
def test_words_are_spans(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in words(text))


@pytest.mark.parametrize(
    "hostile",
    ["a." * 200_000, "1," * 200_000, "." * 400_000, "a'" * 200_000, "“" * 400_000],
)
def test_hostile_text_costs_time_in_proportion(hostile: str) -> None:
    """Not timed: a pattern with catastrophic backtracking would exceed the suite's timeout."""
    assert list(words(hostile)) or hostile in {"." * 400_000, "“" * 400_000}
