"""Sentence boundaries are where people see them, in several languages, and hostile text takes no excessive time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.sentences import asks, is_heading, is_row, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["He came.", "She left!", "Why?"],
        ["According to Dr. Smith, U.S. troops left.", "He said it."],
        ["“Really?” he asked.", "“Yes.”", "They went."],
        ["It cost $3.5 million.", "No. 5 is alive."],
        ["J. R. Marsh sings.", "Am 3. Mai kam er.", "Es war gut."],
        ["Он сказал: «Да!» — и ушёл.", "Дом на ул. Ленина.", "Это всё."],
        ["Цена 5 тыс. руб. в 2024 г. выросла.", "Потом упала."],
        ["Дадут 5 млн. США и 2 тыс. Гкал тепла.", "Штраф 1 руб. 50 коп.", "Льготы есть.", "Ещё 5 тыс.", "С мая 6."],
        ["Квитки повертають 28 млн.", "Хто доплатить?", "Пиво — 40 грн.", "«Дорого», — каже він."],
        ["¿Quién fue?", "La Sra. Calatrava.", "Nadie más."],
        ["He said no.", "Marta left.", "See No. 7 and art. 5 of it."],
        ["Mix them: 1. Take flour.", "2. Add water.", "It was 12."],
        ["Ліцей на вул. Городоцькій згорів.", "Лікарня св. Пантелеймона у 2021–2022 рр. Працювала."],
        ["Дом культуры на пл. Ленина, д. 2.", "Её ведёт д. т. н. Лариса Хон."],
        ["Das kostet z. B. Handwerker 6,2 Mio. Euro im 2. Jahrhundert.", "Er kam auf Platz 2.", "Der Rest ging."],
        ["Es kamen u. a. Frau Roth, v. a. Kinder, d. h. Schüler, z. B. Die Elf.", "Dr. h. c. Uwe Falk sprach."],
        ["Соседи, т. е. Украина и др. страны, согласны, т. к. Иванов ушёл."],
        ["Fuerzas de EE. UU. en Rota.", "Se fueron."],
        ["« Il a tenu. »", "Il le dit.", "« Il tient. »"],
        ["Unas 300 o aprox. 400 personas van a la Avda. Mayor.", "Es tarde.", "Lea cap. 3."],
        ["Voir chap. 3 et éd. 2019, dit Mgr. Aubry.", "Il sort."],
        ["Der Verein (gegr. 1901) ehrt Dr.-Ing. Roth am 1. und 2. Weihnachtstag.", "Es schneit."],
        ["Он уехал в 1991-м.", "Мост строят."],
        ["Ім. Т. Г. Шевченка названо вулицю.", "Born c. 1850 to Pfc. Roe, she left."],
        ["Selon J.-P. Martin, Rome naît au VIIIe siècle av. J.-C. et tombe.", "Il naît av. J.-C.", "Il écrit."],
        ["Messrs. Lee and Low met Sens. Roe and May.", "Read Sec. 3 of it.", "See."],
        ["Es sprach Prof. Dr. med. Ute Wolf.", "Sie ging."],
        ["Lo dijo el Gral. Paz al Lic. Ruiz.", "Se fueron."],
        ["Is it (now)?", "It is.", "Is it?", "(It is.)", "I have a tick.", "Can I burn it off? (J. F., Hob Moor)"],
        ["They stopped on Main St.", "The police came to St. Aldry."],
        ["He came in 12.", "Marta won, as on 12. März."],
        ["КИЕВ, 5 марта. /ТАСС/. Печь остановили.", "БОНН.", "Так сказал он."],
        ["BREMEN. Das Dach brannte.", "Es regnete."],
        ["SAN JUAN, 5 Mar. (EFE). Llueve.", "No para."],
        ["LONDON, May 5. Rain fell.", "PARIS.", "Dry."],
        ["Er wohnt in der Hauptstr. 5.", "Das ist in der Bahnhofstr.", "Die Polizei kam."],
        ["Am 3. 5. 2020 kam er, am Montag, 5. 6., ging er.", "Es endete 3 zu 5.", "2020 war besser."],
        ["Es traf Hrn. Meyer von der Fa. Roth gem. § 5, Kap. 2 und Ziff. 3.", "Er zahlte 5 Tsd. Euro."],
        ["Né le 5 janv. 2020, il vit.", "Son 20.", "20 personas vieron a Dña. María el 5 ene. 2020."],
        ["По ч. 2 ст. 105 и п. 3 договора.", "Он родился 5 янв. 2020 г. в Туле."],
        ["Живе на вул. Шевченка, буд. 5.", "Потім 5 січ. 2020 р. поїхав."],
        ["Bremen.", "Das Dach brannte.", "NEIN.", "Nie."],
        ["Prices in the U.S. Navy rose.", "They left at 5 p.m. on Monday."],
        ["पुल खुलेगा।", 'महापौर ने कहा, "खर्च हुआ।"', "बस गुजरेगी।"],
        ["هل يفتح الجسر؟", "نعم، غداً."],
        ["Կամուրջը բացվեց։", "Քաղաքապետը ուրախ է։"],
        ["ድልድዩ ተከፈተ።", "ከንቲባው ተደሰቱ።"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_sentences_without_spaces_between_them() -> None:
    assert split("洪水造成的。他说：“我们更换了钢索。”大桥将开放。") == [
        "洪水造成的。",
        "他说：“我们更换了钢索。”",
        "大桥将开放。",
    ]
    assert split("橋は開通する。「64本を交換した。」と語った。") == ["橋は開通する。", "「64本を交換した。」と語った。"]


@given(st.text(max_size=400))
def test_sentences_hold_every_character_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize(
    "hostile",
    ["a." * 200_000, "." * 400_000, "“" * 400_000, ":" * 400_000, "A:1. " * 80_000, "Am 1. " * 80_000],
)
def test_hostile_text_costs_time_in_proportion(hostile: str) -> None:
    """Not timed: a pattern with catastrophic backtracking would exceed the suite's timeout."""
    assert sentences(hostile)
    assert not is_row(hostile.strip())


@pytest.mark.parametrize("sentence", ["Why?", "“Why?”", "Why? (Peter M., Hob Moor)", "为什么？", "لماذا؟"])
def test_a_question_ends_with_the_question_mark_of_its_script(sentence: str) -> None:
    assert asks(sentence)
    assert not asks(sentence.translate(dict.fromkeys(map(ord, "?？؟"), ".")))


@pytest.mark.parametrize("sentence", ["पुल खुल गया।", "پل کھل گیا۔", "橋は開通した。", "Կամուրջը բացվեց։"])
def test_a_short_sentence_is_no_heading_in_any_script(sentence: str) -> None:
    assert not is_heading(sentence)
    assert is_heading(sentence[:-1])


@pytest.mark.parametrize("row", ["Art: 2026 52.8; 2025 51.1", "Tyres: 5 crowns", "What stays: bread; milk"])
def test_a_row_has_values_and_no_end(row: str) -> None:
    assert is_row(row)
    assert not is_row(f"{row}.")
    assert not is_row(row.replace(":", " of").replace(";", ","))
