"""Statements that an article itself corrects or denies: never quoted without the correction. Pure, six languages."""

import re

from ..patterns import lazy
from ..types import Passage
from .neighbours import opens

# Opens a sentence that corrects, denies or answers the one before: "In fact …", "They are not.", "Pas toujours."; after
# a pronoun, only a sentence that is short, at least up to its colon, as is one that says what is false anywhere.
_TAKES_BACK = lazy(
    r"[\"“«„(—–-]?\s?(?:(?:but )?in (?:fact|reality|truth)|actually|tatsächlich|in wirklichkeit|en realidad|de hecho"
    r"|en réalité|en fait|на самом деле|в действительности|насправді"
    r"|(?:no|nor|wrong|false|untrue|nein|falsch|non|faux|falso|tampoco|нет|неправда|ні)(?=[,.;:!]| —)"
    r"|not (?:always|quite|so|true|really|necessarily|any ?more|at all)|on the contrary|i wish"
    r"|nicht (?:immer|ganz|mehr|unbedingt|so|wirklich)|im gegenteil"
    r"|non plus|pas (?:toujours|du tout|forcément|vraiment|tout à fait)|au contraire|c['’]est (?:faux|l['’]inverse)"
    r"|no (?:es|son|era|fue|ha|han|hay|siempre|lo|la|sabe\w*|tiene\w*)|nada de eso|(?:todo lo|al) contrario"
    r"|не (?:всегда|совсем|так|обязательно|вполне)|напротив|наоборот"
    r"|не (?:завжди|зовсім|обов['’ʼ]язково)|навпаки"
    r"|(?:it|that|this) should (?:have|be|read)|(?:a|several|many) readers? (?:ha(?:s|ve) )?point(?:s|ed)? out"
    r"|richtig (?:ist|muss)|(?:ein|eine|mehrere) leser(?:in|innen)? (?:weis(?:t|en)|wies(?:en)?) (?:uns )?darauf hin"
    r"|il fallait lire|(?:une?|plusieurs) lect(?:eur|rice)s? (?:nous )?signal\w+"
    r"|deb(?:e|ía) decir|(?:un|una|vari[oa]s) lector(?:a|es|as)? (?:nos )?(?:señalan?|advierten?)"
    r"|следует читать|(?:один из )?читател\w+ указ\w+|слід читати|(?:один із )?читач\w* (?:вказ|зауваж)\w+"
    r"|(?=(?:[^\s:;]+\s+){0,7}[^\s:;]+(?:[:;]|$))(?:"
    r"(?:it|this|that|he|she|they|we|i|there|those|these) (?:\w+ (?:\w+ )?not|\w+n['’]t)"
    r"|(?:das|dies|es|er|sie|wir|ich) (?:\w+ ){1,2}(?:nicht|kein\w*|falsch)"
    r"|(?:il|elle|ils|elles|ce|cela|ça|on|nous|je) (?:ne |n['’]\w+)"
    r"|(?:это|он|она|они|мы|я) (?:\w+ )?не(?:правда|верно)?|(?:це|він|вона|вони|ми) (?:\w+ )?не(?:правда)?"
    r"|none of (?:this|that|it|these)|nichts davon|rien de tout (?:cela|ça)|nada de es[et]?o|ничего из этого"
    r"|нічого з цього|no (?:evidence|proof)|aucune preuve|no hay pruebas|доказательств \w*\s?нет|доказів \w*\s?немає"
    r"|(?:\S+ ){1,6}?(?:false|untrue|fake|made up|unfounded|baseless|no (?:evidence|proof)|falsch|unwahr|erfunden"
    r"|kein\w* bele?g\w*|fausse?s?|inventée?s?|aucune preuve|ne le prouve|fals[oa]s?|no (?:es|son) (?:cierto|verdad)\w*"
    r"|bulo|(?:нет|не было) доказательств|ложь|неправда|фейк|выдум\w+|вымысел"
    r"|(?:немає|не було) доказів|брехня|вигад\w+)"
    r"))(?!\w)",
    re.IGNORECASE,
)

# Like the other patterns without a flag, for text in lower case: ignoring case takes twice as long.
_DENIES = lazy(
    r"(?<!\w)(?<!не )(?<!se )(?:den(?:y|ies|ied)|bestr(?:eiten?|eitet|itten?)|dementier\w+|dément(?:i|ent|irent)?"
    r"|réfute\w*|niegan?|negó|negaron|desmint\w+|desmienten?|отрица[лею]\w*|опроверг\w*|заперечу[єюв]\w*|заперечи[вл]\w*"
    r"|спростову\w+|спростува[вл]\w*)(?!\w)"
)

# Reports a common belief, before saying whether it is true.
_AT_A_DISTANCE = lazy(
    r"(?<!\w)(?:rumou?rs? (?:has|have|says?|claims?)|gerücht(?:en|e)?|rumeurs?|rumor(?:es)?|слух(?:и|ам|ов)"
    r"|чутк(?:и|ами|ам)|(?:often|sometimes|widely|commonly|generally|long|been|were|was)"
    r" (?:claimed|thought|believed|held|said) (?:that|to)"
    r"|(?:people|many|some)(?: often)? (?:ask|think|believe|wonder|say|claim)|(?:myth|misconception)s?"
    r"|(?:often|easily) confused"
    r"|(?:heißt es|wird) oft|es heißt oft|viele (?:glauben|denken|meinen|fragen)|lange galt\w*|mythos|irrglaube\w?"
    r"|(?:oft|leicht) verwechselt"
    r"|on (?:dit|croit|pense|entend) (?:souvent|parfois)|beaucoup (?:croient|pensent)|idées? reçues?|pas confondre"
    r"|paraît logique"
    r"|se (?:suele|dice|cree|piensa) (?:que|decir|creer|pensar)|much(?:a gente|os) (?:cree|piensa)n?|mitos?"
    r"|que confundir|parece una contradicción"
    r"|(?:часто|обычно|принято) (?:говорят|считают|думают|считать|думать)|многие (?:думают|считают|спрашивают)|мифы?"
    r"|не (?:следует|надо|стоит|нужно) путать"
    r"|(?:часто|зазвичай|прийнято) (?:кажуть|вважають|думають|вважати)|багато хто|міфи?|не (?:слід|варто|треба) плутати"
    r")(?!\w)"
)

_QUOTATION = '"“„«»'

# Marks an editor's correction note.
_NOTE = lazy(
    r"(?:^|(?<=[.:\n]) ?)[\[(*_]?(?:corrections?|clarifications?|corrigendum|errat(?:um|a)|korrektur|berichtigung"
    r"|richtigstellung|rectificati(?:f|on)|précision|fe de err\w+|corrección|rectificación|aclaración|исправление"
    r"|поправка|уточнение|виправлення|уточнення"
    r"|спростування|editor['’]s note|anmerkung der redaktion|note de la rédaction|nota de la redacción|от редакции"
    r"|від редакції)(?!\w)"
    r"|(?<!\w)(?:versi[oó]n (?:\w{1,20} )?(?:of th|de (?:cet|ce|est))|(?:was|been) (?:amended|corrected)"
    r"|(?:sorry|apologi[sz]e) for the (?:error|mistake)|regret the error"
    r"|(?:fassung|version) (?:dieses|des) (?:artikels?|textes|interviews|beitrags|berichts)|fehler zu entschuldigen"
    r"|prions .{1,40} de nous excuser|lamentamos el error|приносим извинения|перепрошуємо|просимо вибачення"
    r"|верси\w{1,2} (?:этого|материала|текста|статьи)|версі\w{1,2} (?:цього|матеріалу|тексту|статті))",
    re.IGNORECASE | re.MULTILINE,
)

_SAID_WRONGLY = lazy(
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
    r"|ми (?:[\w ]{1,40} )?(?:(?:на)?писали|повідом(?:ля|и)ли))(?!\w)"
)


def tells_a_mistake(text: str) -> bool:
    """Return whether a text holds a wrong statement that a correction refers to: "an earlier version said"."""
    return _SAID_WRONGLY.search(text.lower()) is not None


def is_note(text: str) -> bool:
    """Return whether a text holds an editor's correction note."""
    return _NOTE.search(text) is not None


def is_settled(passage: Passage, at: int) -> bool:
    """Return whether the next sentence confirms or denies this one, or quotes the denial that it reports."""
    text, following = passage.sentence(at), passage.sentence(at + 1)
    if _TAKES_BACK.match(following) or _DENIES.search(following.lower()) or _AT_A_DISTANCE.search(text.lower()):
        return True
    return following[0] in _QUOTATION and _DENIES.search(text.lower()) is not None


def with_what_is_right(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Return a run of sentences, extended by the next where it ends with a statement that an editor's note takes back.

    If the paragraph ends there, the right statement is taken to stand before.
    """
    # Searching a sentence takes a fifth of the time for a passage.
    if not (tells_a_mistake(passage.sentence(last)) and is_note(passage.text)):
        return first, last
    while tells_a_mistake(passage.sentence(last)):
        if last + 1 == len(passage.sentences) or opens(passage, last + 1):
            return first - (not opens(passage, first)), last
        last += 1
    return first, last
