"""What an article says that it got wrong at first: not to be read without what is right. Pure, six languages."""

import re

from ..patterns import lazy
from ..types import Passage
from .neighbours import opens

# Opens what sets right what stands before it.
_SETS_RIGHT = lazy(
    r"[\"“«„(]?(?:(?:but )?in (?:fact|reality|truth)|actually|tatsächlich|in wirklichkeit|en realidad|de hecho"
    r"|en réalité|en fait|на самом деле|в действительности|насправді)(?!\w)",
    re.IGNORECASE,
)

# Stands in the note of an editor who sets something right.
_NOTE = lazy(
    r"(?:^|(?<=[.:\n]) ?)[\[(*_]?(?:corrections?|clarifications?|corrigendum|errat(?:um|a)|korrektur|berichtigung"
    r"|richtigstellung|rectificati(?:f|on)|précision|fe de err\w+|corrección|rectificación|aclaración|исправление"
    r"|поправка|уточнение|виправлення|уточнення|спростування)(?!\w)"
    r"|(?<!\w)(?:versi[oó]n (?:\w{1,20} )?(?:of th|de (?:cet|ce|est))|(?:was|been) (?:amended|corrected)"
    r"|(?:sorry|apologi[sz]e) for the (?:error|mistake)|regret the error"
    r"|(?:fassung|version) (?:dieses|des) (?:artikels?|textes|interviews|beitrags|berichts)|fehler zu entschuldigen"
    r"|prions .{1,40} de nous excuser|lamentamos el error|приносим извинения|перепрошуємо|просимо вибачення"
    r"|верси\w{1,2} (?:этого|материала|текста|статьи)|версі\w{1,2} (?:цього|матеріалу|тексту|статті))",
    re.IGNORECASE | re.MULTILINE,
)

SAID_WRONGLY = lazy(
    r"(?<!\w)(?:(?:earlier|previous|first|original|initial|online|print(?:ed)?) (?:version|edition)"
    r"|(?:earlier|previous|original|last (?:week|month)['’]s|yesterday['’]s) (?:article|report|story)"
    r"|our (?:report|article)|we (?:(?:also|had|originally|\w{2,12}ly) ){0,2}(?:said|wrote|reported|stated|gave)"
    r"|(?:wrong|incorrect|mistaken|erroneous)ly|misstated"
    r"|(?:frühere|erste|vorige|ursprüngliche|gedruckte)[nr]? (?:fassung|version|ausgabe)"
    r"|(?:früher|vorig)e[nrs]? (?:artikel|bericht|beitrag|meldung)|(?:hatten|haben) wir"
    r"|wir (?:hatten|haben|schrieben|berichteten)|fälschlich\w*|irrtümlich\w*"
    r"|(?:première|ancienne|précédente) version|précédent (?:article|texte)"
    r"|(?:version|article|texte|édition) (?:précédente?|antérieure?|initiale?)"
    r"|nous (?:avons|avions|écrivions|indiquions)|par erreur|à tort"
    r"|(?:versión|edición) (?:anterior|impresa|original|del?)|primera versión"
    r"|(?:artículo|noticia|información|texto|nota) anterior|anterior (?:artículo|texto)|publicamos|dijimos"
    r"|escribimos|por error"
    r"|(?:перв|предыдущ|прежн|ранн|печатн)\w{2,3} (?:верси|редакци|стать|заметк|публикаци|материал|текст)\w{0,2}"
    r"|ранее (?:\w+ )?(?:писали|сообщал\w+)|ошибочно|по ошибке"
    r"|мы (?:[\w ]{1,40} )?(?:(?:на)?писали|сообщ(?:а|и)ли)"
    r"|(?:перш|попередн|раніш|ранн|друкован)\w{1,3} (?:версі|редакці|статт|заміт|публікаці|матеріал|текст)\w{0,2}"
    r"|раніше (?:\w+ )?(?:писали|повідомлял\w+)|помилково"
    r"|ми (?:[\w ]{1,40} )?(?:(?:на)?писали|повідом(?:ля|и)ли))(?!\w)",
    re.IGNORECASE,
)
"""Tells what was said wrongly."""


def is_note(text: str) -> bool:
    """Say whether a text holds an editor's note that sets something right."""
    return _NOTE.search(text) is not None


def sets_right(passage: Passage, at: int) -> bool:
    """Say whether a sentence opens as one that sets right what stands before it."""
    return _SETS_RIGHT.match(passage.sentence(at)) is not None


def with_what_is_right(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Return a run of sentences, the one behind it put to it where it ends with what an editor's note takes back.

    Where the paragraph ends there, what is right is taken to stand before.
    """
    # A sentence is looked through in a fifth of a passage's time.
    if not (SAID_WRONGLY.search(passage.sentence(last)) and is_note(passage.text)):
        return first, last
    while SAID_WRONGLY.search(passage.sentence(last)):
        if last + 1 == len(passage.sentences) or opens(passage, last + 1):
            return first - (not opens(passage, first)), last
        last += 1
    return first, last
