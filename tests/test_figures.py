"""Counts in a text are read as numbers, from digits or words; years, days and names are not counts."""

import math
from collections.abc import Sequence

import pytest

from retrieval.language.figures import figures


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("11,000 and 11.000 and 11 000 and 7.84 and 2,5", "en", [11_000, 11_000, 11_000, 7.84, 2.5]),
        ("340 million crowns, 2,5 Mrd. Euro, 11 тыс. человек", "en", [340e6, 2.5e9, 11_000]),
        ("£3.9m, €1.18bn, $20k a year and £5, but 3.9m deep", "en", [3.9e6, 1.18e9, 20e3, 5, 3.9]),
        ("2,5 M€ puis 3 Md€, 48 M $ et 12 m", "fr", [2.5e6, 3e9, 48e6, 12]),
        ("2,5 мільярда гривень", "uk", [2.5e9]),
        ("4 Euro 50. Für 4 Euro 50 Gäste; 4 euros 50 pour tous; 4 рубля 50 копеек", "de", [4.5, 4, 50, 4.5, 4.5]),
        ("5 złotych 50, 3 Kroner 20. 4 долари 30", "en", [5.5, 3.2, 4.3]),
        ("a ticket for 10 Euro 20 Tage lang, 20 Euro 2023", "de", [10, 20, 20]),
        ("on 14 March 2024 at 2.10 a.m., on 3. Mai um 1.40 Uhr, in 1911", "en", []),
        ("a 36-year-old with an F-16, won 3:2", "en", []),
        ("twelve of them, zwölf, douze, doce, двенадцать, дванадцять", "en", [12] * 6),
        ("15 marines, 40 junior officers, 9 separate attacks, but 9 Sep. and 12 de mayo", "en", [15, 40, 9]),
        ("Once soldiers came, 12 per cent of them in 0.125 litres of mud", "en", [12, 0.125]),
        ("Once soldados", "es", [11]),
        ("12 may have died, the 12 May list says", "en", [12]),
        ("1.2.3.4 and 999999999999999999999999", "en", [1e24]),
    ],
)
def test_the_quantities_of_a_text(text: str, language: str, values: list[float]) -> None:
    assert [figure.value for figure in figures(text, language)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("one million people", "en", 1_000_000),
        ("a hundred people", "en", 100),
        ("twelve hundred people", "en", 1200),
        ("fifty-two people", "en", 52),
        ("two hundred and fifty-one people", "en", 251),
        ("two million three hundred thousand and five", "en", 2_300_005),
        ("eine Million Menschen", "de", 1_000_000),
        ("zweiundfünfzig Menschen", "de", 52),
        ("tausend Menschen", "de", 1000),
        ("un million de personnes", "fr", 1_000_000),
        ("vingt et un morts", "fr", 21),
        ("soixante-quinze morts", "fr", 75),
        ("mille deux cents fermes", "fr", 1200),
        ("un millón de personas", "es", 1_000_000),
        ("cincuenta y dos personas", "es", 52),
        ("doscientas veinte casas", "es", 220),
        ("двести тридцать пять домов", "ru", 235),
        ("миллион человек", "ru", 1_000_000),
        ("ста двадцати человек", "ru", 120),
        ("трёхсот сорока одного дома", "ru", 341),
        ("двохсот п'ятдесяти шести осіб", "uk", 256),
        ("погибли шестеро", "ru", 6),
        ("приговорён к четырём годам", "ru", 4),
        ("между двадцатью тремя домами", "ru", 23),
        ("помог двум тысячам семей", "ru", 2000),
        ("перед двадцятьма шістьма хатами", "uk", 26),
        ("допоміг трьом родинам", "uk", 3),
        ("двести один дом", "ru", 201),
        ("сто одна людина", "uk", 101),
        ("cent une fermes", "fr", 101),
        ("nonante-deux fermes", "fr", 92),
        ("mil una noches", "es", 1001),
        ("2 Tsd. Euro", "de", 2000),
        ("2½ million people", "en", 2_500_000),
        ("п'ятдесят дві людини", "uk", 52),
        ("пʼятдесят дві людини", "uk", 52),
        ("1.500 percent", "en", 1.5),
        ("1.500 people", "en", 1500),
        ("1,500.50 dollars", "en", 1500.5),
        ("3.000,50 Euro", "de", 3000.5),
        ("1 500,50 euros", "fr", 1500.5),
        ("ciento cincuenta y dos mil casas", "es", 152_000),
        ("veintidós personas", "es", 22),
        ("veinte por ciento", "es", 20),
        ("vingt pour cent", "fr", 20),
        ("dix-sept morts", "fr", 17),
        ("soixante-dix-neuf morts", "fr", 79),
        ("Il en reste quatre-vingts.", "fr", 80),
        ("quatre-vingt-une fermes", "fr", 81),
        ("trois cent quatre-vingt-dix-huit morts", "fr", 398),
        ("quatre cent vingt mille morts", "fr", 420_000),
        ("dreiunddreißig Menschen", "de", 33),
        ("zweitausend Menschen", "de", 2000),
        ("dreihunderttausend Menschen", "de", 300_000),
        ("einhundert Menschen", "de", 100),
        ("tres mil quinientos millones de euros", "es", 3.5e9),
        ("zwei Billionen Euro", "de", 2e12),
        ("3,5 трлн рублей", "ru", 3.5e12),
        ("$2 trillion", "en", 2e12),
        ("1'200 Franken", "de", 1200),
        ("1’200’000.50 francs", "fr", 1_200_000.5),
        ("two and a half million people", "en", 2_500_000),
        ("zweieinhalb Millionen Menschen", "de", 2_500_000),
        ("2 millions et demi de personnes", "fr", 2_500_000),
        ("dos millones y medio de personas", "es", 2_500_000),
        ("три с половиной тысячи человек", "ru", 3500),
        ("полторы тысячи человек", "ru", 1500),
        ("три з половиною тисячі людей", "uk", 3500),
        ("півтора мільйона людей", "uk", 1_500_000),
    ],
)
def test_a_number_is_read_whole_however_it_is_written(text: str, language: str, value: float) -> None:
    assert [figure.value for figure in figures(text, language)] == pytest.approx([value])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Half a million people, a quarter of a million and one in a hundred came.", "en"),
        ("Thousands of people, two dozen cats and several hundred dogs came.", "en"),
        ("The fifty-two-year-old left.", "en"),
        ("Eine Billion ist tausendmal so viel.", "de"),
        (f"The key {'7' * 400} opens 12{'0' * 400} doors, 5{' million' * 80} of them.", "en"),
        (f"It cost two{' thousand' * 110} crowns.", "en"),
        (f"5{' million' * 170_000} and two{' thousand' * 100_000}", "en"),
    ],
)
def test_what_is_no_number_of_its_own_is_none(text: str, language: str) -> None:
    assert figures(text, language) == []


@pytest.mark.parametrize(
    ("count", "year", "language"),
    [
        ("They sold 1950 rare tickets.", "In 1950 tickets cost a crown; the 1967 series and Tarn's 1891 proofs.", "en"),
        ("A fine of 1950 euros was due.", "Since 1950 pensions rise.", "en"),
        ("More than £1950 was paid.", "It was paid in May 1950 and in 2019–2024.", "en"),
        ("Es wurden 1950 Karten verkauft.", "Es wurde 1950 gebaut, seit 1950 Karten teurer wurden.", "de"),
        ("On a vendu 1950 billets.", "La gare fermée en 1950 est rouverte.", "fr"),
        ("Se vendieron 1950 entradas.", "El puente de 1950 era de madera.", "es"),
        ("Пришли 1950 человек.", "Построен в 1950 году, летом 1951 был закрыт.", "ru"),
        ("Прийшли 1950 людей.", "Збудовано у 1950 році.", "uk"),
    ],
)
def test_a_count_is_told_from_a_year_by_what_stands_beside_it(count: str, year: str, language: str) -> None:
    assert [figure.value for figure in figures(count, language)] == [1950]
    assert figures(year, language) == []


@pytest.mark.parametrize(
    ("count", "year", "language"),
    [
        (
            "On 15th March 1800 people came.",
            "On 15 March 1800 Tarn left. The 15 March 1848 risings. The May 1800 polls.",
            "en",
        ),
        ("Am 15. März 1800 Menschen, dann Ruhe.", "Am 15. März 1800 kam Tarn.", "de"),
        ("Le 15 mars 1800 personnes sont venues.", "Le 15 mars 1800 la gare ouvrit.", "fr"),
        ("El 15 de marzo 1800 personas vinieron.", "El 15 de marzo de 1800 personas vinieron.", "es"),
        ("15 марта 1800 человек пришли.", "15 марта 1800 года пришли люди.", "ru"),
        ("15 березня 1800 людей прийшли.", "15 березня 1800 року прийшли люди.", "uk"),
    ],
)
def test_round_hundreds_between_a_day_and_what_they_count_are_no_year(count: str, year: str, language: str) -> None:
    assert [figure.value for figure in figures(count, language)] == [1800]
    assert figures(year, language) == []


def test_the_day_of_a_month_is_none_on_either_side() -> None:
    assert figures("On May 4 and 5 June, on 23–24 August and on Sept. 9.", "en") == []


def test_a_range_is_one_quantity() -> None:
    [found] = figures("Some 5-10 million people and 2019-2024, won 19-16 on Sunday, tel. 420-3040 Clinic.", "en")
    assert (found.low, found.high) == (5e6, 10e6)


@pytest.mark.parametrize(
    ("text", "language", "least", "most"),
    [
        ("20 to 30 people", "en", 20, 30),
        ("between £2 million and £3 million", "en", 2e6, 3e6),
        ("twenty to thirty percent of them", "en", 20, 30),
        ("two to three million people", "en", 2e6, 3e6),
        ("zwischen 20 und 30 Menschen", "de", 20, 30),
        ("20 à 30 personnes", "fr", 20, 30),
        ("entre 20 y 30 personas", "es", 20, 30),
        ("между двадцатью и 30 людьми, между 20 и 30 людьми", "ru", 20, 30),
        ("між 20 і 30 людьми", "uk", 20, 30),
    ],
)
def test_a_range_in_words_is_one_quantity(text: str, language: str, least: float, most: float) -> None:
    found = figures(text, language)[-1]
    assert (found.low, found.high) == pytest.approx((least, most))


@pytest.mark.parametrize(
    "text",
    ["from 20 to 30 people", "20 and 30 people", "between 8 and 10 o'clock, 20 to 7 people", "30 to 2 people"],
)
def test_two_numbers_that_are_no_ends_of_a_range_stay_apart(text: str) -> None:
    assert all(it.high - it.low <= 5 for it in figures(text, "en"))


@pytest.mark.parametrize(
    ("texts", "language", "unit"),
    [
        (("7%", "7 percent", "7 per cent"), "en", "%"),
        (("7 %", "7 pour cent"), "fr", "%"),
        (("7%", "7 процентов"), "ru", "%"),
        (("€5m", "5 million euros"), "en", "€"),
        (("5 Mio. €", "5 Millionen Euro", "5 Mio. Euro"), "de", "€"),
        (("5 millions d’euros", "5 millions de dollars"), "fr", "€ $"),
        (("1,5 millones de euros",), "es", "€"),
        (("5 тыс. рублей", "5 тыс. руб.", "5000 ₽"), "ru", "₽"),
        (("1,5 млн грн", "5 гривень"), "uk", "₴"),
        (("34 m", "34 metres long"), "en", "m"),
        (("34 km", "34 Kilometer", "34 Kilometern"), "de", "km"),
        (("34 км", "34 километра", "41 километр"), "ru", "km"),
        (("34 кг", "34 кілограми"), "uk", "kg"),
        (("2 processors", "2 percentage points"), "en", "processor percentag"),
    ],
)
def test_a_unit_is_the_same_as_a_word_and_as_a_sign(texts: Sequence[str], language: str, unit: str) -> None:
    found = [figures(text, language)[0] for text in texts]
    assert {it.units[0] for it in found} == {*unit.split()}
    assert not any(it.partial for it in found)


def test_what_a_number_has_grown_to_is_no_bound() -> None:
    for text, language in (
        ("Число жертв выросло до 9: трое из них дети.", "ru"),
        ("Цена упала до 5 евро.", "ru"),
        ("Кількість зменшилася до 5.", "uk"),
        ("El precio cayó hasta 5 euros.", "es"),
    ):
        assert next(figure.low for figure in figures(text, language)) > 0
    [most] = figures("Погибли до 12 человек.", "ru")
    assert (most.low, most.high) == (0, 12)
    [least] = figures("больше девяти человек", "ru")
    assert least.high == math.inf


@pytest.mark.parametrize(
    ("least", "most", "exact", "language"),
    [
        ("no less than 12 people", "no more than 12 people", "In Hanover 12 people came.", "en"),
        ("nicht weniger als 12 Menschen", "nicht mehr als 12 Menschen", "15, darunter 12 Kinder.", "de"),
        ("pas moins de 12 personnes", "pas plus de 12 personnes", "un surplus de 12 tonnes", "fr"),
        ("no menos de 12 personas", "no más de 12 personas", "además de 12 personas", "es"),
        ("не менее чем 12 человек", "не более 12 человек", "Надо 12 человек.", "ru"),
        ("не менш ніж 12 людей", "не більше 12 людей", "Стадо 12 корів", "uk"),
    ],
)
def test_a_bound_is_the_other_one_where_it_is_denied(least: str, most: str, exact: str, language: str) -> None:
    low, high = (figures(text, language)[-1] for text in (least, most))
    assert (low.low, low.high, high.low, high.high) == (12, math.inf, 0, 12)
    assert 11 < figures(exact, language)[-1].low < figures(exact, language)[-1].high < 13
