"""Who says so, in six languages, in up to three layers, always in the article's own words."""

import pytest

from retrieval.answering.attribution import Attribution, attribute
from retrieval.types import Quote

from .ranking_parts import article, passages


def of_last_sentence(text: str) -> Attribution:
    it = article(text)
    passage = passages(it)[-1]
    return attribute(Quote(passage, *passage.sentences[-1]), it)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to Mayor Ilse Brandt, the bridge opens in May.", "Mayor Ilse Brandt"),
        ("The bridge opens in May, according to two council members.", "two council members"),
        ("The head of the county, Ilse Brandt, said the bridge opens in May.", "Ilse Brandt"),
        ("Ilse Brandt, the mayor, said the bridge opens in May.", "Ilse Brandt"),
        ("“It opens in May,” said Ilse Brandt.", "Ilse Brandt"),
        ("According to Norrholm, Talvik, and Ostra, the bridge opens in May.", "Norrholm, Talvik, and Ostra"),
        ("As the Valley Post noted, the bridge opens in May.", "Valley Post"),
        ("Laut Bürgermeisterin Ilse Brandt öffnet die Brücke im Mai.", "Bürgermeisterin Ilse Brandt"),
        ("„Sie öffnet im Mai“, sagte Ilse Brandt.", "Ilse Brandt"),
        ("Según la alcaldesa Ana Ruiz, el puente abrirá en mayo.", "la alcaldesa Ana Ruiz"),
        ("Le pont ouvrira en mai, selon la maire Anne Petit.", "la maire Anne Petit"),
        ("По словам мэра Илзе Брандт, мост откроют в мае.", "мэра Илзе Брандт"),
        ("«Мост откроют в мае», — заявила Илзе Брандт.", "Илзе Брандт"),
        ("За словами мера Олени Коваль, міст відкриють у травні.", "мера Олени Коваль"),
        ("On Monday Tarrant said the bridge opens in May.", "Tarrant"),
        ("In March Smith said the bridge was safe.", "Smith"),
        ("Theresa May said the bridge was safe.", "Theresa May"),
        ("However, Later Bay Council said the bridge was safe.", "Bay Council"),
        ("Am Montag sagte niemand etwas.", None),
        ("Łukasz Nowak said the bridge opens in May.", "Łukasz Nowak"),
        ("Šimek said the bridge opens in May.", "Šimek"),
        ("The bridge opens in May.", None),
        ("It rained. He came home.", None),
    ],
)
def test_the_speaker_is_named_as_the_text_names_them(text: str, speaker: str | None) -> None:
    assert of_last_sentence(text).speaker == speaker


def test_a_pronoun_means_the_one_who_spoke_before() -> None:
    text = "Ilse Brandt said the bridge was safe. The lake is calm.\n\n“It opens in May,” she said."
    assert of_last_sentence(text).speaker == "Ilse Brandt"


def test_three_layers_from_the_speaker_outwards() -> None:
    """Where it was said is found in an earlier sentence about the same speaker."""
    text = (
        "The mayor, Ilse Brandt, said in a recent interview with the regional newspaper Northern Herald that the "
        "bridge was safe and that the county had paid for all of it.\n\nAccording to Ilse Brandt, it opens in May."
    )
    found = of_last_sentence(text)
    assert found.layers == ("Ilse Brandt", "Northern Herald", "The Valley Post")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ilse Brandt told the Northern Herald that the bridge opens in May.", "Northern Herald"),
        ("„Sie öffnet im Mai“, sagte Ilse Brandt der Zeitung Nordkurier.", "Nordkurier"),
        ("«Мост откроют в мае», — заявила Илзе Брандт газете «Северный край».", "Северный край"),
    ],
)
def test_where_it_was_said(text: str, place: str) -> None:
    assert of_last_sentence(text).said_in == place


def test_a_publisher_that_spoke_itself_is_one_layer() -> None:
    assert Attribution("The Post", None, "The Post").layers == ("The Post",)


def test_hostile_text_costs_no_time() -> None:
    """Patterns are bounded: a long run of capitals or of words does not blow up."""
    for piece in ("A" * 5_000, "Aa " * 2_000, "According to " * 1_000, "said in an interview with " * 500, "“" * 3_000):
        of_last_sentence(piece.strip() + ".")
