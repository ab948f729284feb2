"""Words of Korean and Hebrew, for which there is no Snowball stemmer, without what is attached to them. Pure."""

from ..patterns import lazy

_CONJUGATED = lazy(r"(?<=[가-힣]{2})(?:하|했|한|할|해|되|된|됐|될|돼)[가-힣]*$")
"""교체했나요, 교체하고: both of 교체."""
_PARTICLE = lazy(
    r"(?<=[가-힣]{2})(?:은|는|이|가|을|를|의|에|에서|에게|께|으로|로|와|과|도|만|까지|부터|보다|처럼|이며|이고|이다|입니다|인가요"
    r"|이었다|였다|이었나요|였나요)$"
)
_ARTICLE_AND_PREPOSITION = lazy(r"^[ושהבכלמ]+(?=[א-ת]{3})")


def korean(word: str) -> str:
    """Return a noun without particles, a verb made of a noun as this noun; two syllables at least remain."""
    bare = _CONJUGATED.sub("", word)
    while bare != (shorter := _PARTICLE.sub("", bare)):
        bare = shorter
    return bare


def hebrew(word: str) -> str:
    """Return a word without "and", "that", the article and prepositions; three letters at least remain."""
    return _ARTICLE_AND_PREPOSITION.sub("", word)
