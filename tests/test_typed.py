"""A question is searched for without the signs that no article has."""

from retrieval.question.typed import normalized


def test_the_sign_before_a_number_is_no_word() -> None:
    assert normalized("автобус №112") == "автобус 112"
    assert normalized("школа № 3") == "школа 3"
    assert normalized("ﬁre № ２") == "fire 2"
