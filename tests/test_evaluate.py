"""The judge of golden questions follows the rules of the dev sets' README."""

from retrieval.evaluate import Gold, judge_question
from retrieval.types import Answer, Article, Hit, Quote

from .ranking_parts import article, passages

LAKE = article(
    "The lake of Talvik is forty metres deep and holds more pike than any other lake of the county.\n\n"
    "A ferry crosses it in forty minutes from the first of May until the last leaf has fallen in Norrholm.",
    name="lake",
)


def hit(it: Article, ordinal: int, quote: str) -> Hit:
    passage = passages(it)[ordinal - 1]
    start = passage.text.index(quote)
    return Hit(passage, it, 1.0, Quote(passage, start, start + len(quote)))


def answered(*hits: Hit, confidence: float = 0.9) -> Answer:
    return Answer("q", "q", hits, confidence, True)


def test_a_passage_that_holds_half_of_the_gold_is_right_and_counts_once() -> None:
    gold = Gold.of(passage=[passages(LAKE)[0].text + " It is closed in winter."], article=["lake"])
    first = hit(LAKE, 1, "forty metres deep")
    judged = judge_question(gold, answered(hit(LAKE, 2, "forty minutes"), first, first))
    assert judged.gains == (0, 1, 0)
    assert judged.words == sum(len(passage.text.split()) for passage in passages(LAKE))
    assert judged.reciprocal_rank == 0.5


def test_an_answer_must_come_from_a_gold_article() -> None:
    gold = Gold.of(answer=["forty minutes"], article=["lake"])
    assert judge_question(gold, answered(hit(LAKE, 2, "A ferry crosses it in forty minutes"))).right
    other = Article(id="other", uri="other", text=LAKE.text)
    assert not judge_question(gold, answered(hit(other, 2, "A ferry crosses it in forty minutes"))).right


def test_the_answer_stands_in_the_quote_and_not_merely_in_the_passage() -> None:
    gold = Gold.of(answer=["Norrholm"], article=["lake"])
    judged = judge_question(gold, answered(hit(LAKE, 2, "A ferry crosses it in forty minutes")))
    assert (judged.right, judged.contain, judged.found(1)) == (False, False, True)


def test_an_unanswerable_question_is_never_right() -> None:
    assert not judge_question(Gold(answerable=False), answered(hit(LAKE, 1, "forty metres deep"))).right


def test_nothing_found_costs_a_thousand_words() -> None:
    judged = judge_question(Gold.of(article=["elsewhere"]), answered(hit(LAKE, 1, "forty")))
    assert judged.words == 1000 + len(passages(LAKE)[0].text.split())
    assert judged.ndcg == 0.0
