"""Tests for which sentences tell the price that is asked for."""

import numpy as np
import pytest

from retrieval.types import SignalName

from .ranking_parts import article, candidate, passages, question, rank, unit


@pytest.mark.parametrize(
    ("language", "asked", "wrong", "right"),
    [
        ("en", "What does the renovation cost?", "After the renovation a ticket costs £6.",
         "The renovation is dearer: £4m."),
        ("de", "Was kostet die Sanierung?", "Nach der Sanierung kostet der Eintritt 6 Euro.",
         "Die Sanierung wird teurer: 5 Millionen Euro."),
        ("fr", "Combien coûte la rénovation ?", "Après la rénovation, le billet coûte 6 euros.",
         "La rénovation sera plus chère : 5 millions d’euros."),
        ("es", "¿Cuánto cuesta la reforma?", "Después de la reforma, la entrada cuesta 6 euros.",
         "La reforma será más cara: 5 millones de euros."),
        ("ru", "Сколько стоит реконструкция?", "После реконструкции билет стоит 60 рублей.",
         "Реконструкция подорожает: 5 миллионов рублей."),
        ("uk", "Скільки коштує реконструкція?", "Після реконструкції квиток коштує 60 гривень.",
         "Реконструкція подорожчає: 5 мільйонів гривень."),
        # What it cost earlier.
        ("en", "What did the ticket previously cost?", "The ticket costs £6.", "Until now the ticket was £4."),
        ("de", "Was hat der Eintritt früher gekostet?", "Der Eintritt kostet 6 Euro.",
         "Bisher war der Eintritt 4 Euro."),
        ("fr", "Combien coûtait le billet auparavant ?", "Le billet coûte 6 euros.",
         "Avant, le billet était à 4 euros."),
        ("es", "¿Cuánto costaba antes la entrada?", "La entrada cuesta 6 euros.",
         "Hasta ahora la entrada era de 4 euros."),
        ("ru", "Сколько раньше стоил билет?", "Билет стоит 60 рублей.", "Прежде билет был за 40 рублей."),
        ("uk", "Скільки раніше коштував квиток?", "Квиток коштує 60 гривень.", "Досі квиток був за 40 гривень."),
    ],
)  # fmt: skip
def test_the_price_of_what_is_asked_for_comes_first(language: str, asked: str, wrong: str, right: str) -> None:
    texts = [article(wrong, name="wrong", language=language), article(right, name="right", language=language)]
    found = [*passages(texts[0]), *passages(texts[1])]
    read = [
        candidate(it, passage, vector=unit(1, near), sentences=np.stack([unit(1, near)]), bm25=bm25)
        for it, passage, near, bm25 in zip(texts, found, (0.45, 0.5), (1.1, 1.0), strict=True)
    ]
    about = question(asked, found, vector=unit(1, 0), language=language, articles=language, model="multilingual")
    assert rank(about, read)[0].article.id == "right"


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("en", "What does the potato cost?", "Potato: £1.20"),
        ("de", "Was kostet das Hallenbad?", "Hallenbad: der Eintritt beträgt 4 Euro."),
        ("fr", "Combien coûte le théâtre ?", "Le tarif plein du théâtre est de 18 euros."),
        ("es", "¿Cuánto cuesta el museo?", "La entrada al museo es de 4 euros."),
        ("ru", "Сколько стоит каток?", "Билет на каток – 200 рублей."),
        ("uk", "Скільки коштує картопля?", "Картопля: 18 гривень"),
        # The question has the event so.
        ("de", "Was kostet der Eintritt nach der Sanierung?", "Nach der Sanierung kostet der Eintritt 6 Euro."),
    ],
)
def test_a_price_needs_no_verb(language: str, asked: str, told: str) -> None:
    text = article(told, language=language)
    found = passages(text)
    about = question(asked, found, vector=unit(1, 0), language=language, articles=language)
    (hit,) = rank(about, [candidate(text, found[0], vector=unit(1, 1), bm25=1.0)])
    assert hit.values[SignalName.MISSING] == 0
