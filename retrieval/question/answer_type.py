"""The answer type of a question, the kind of thing that it asks for: a person, a time, a place, a number.

Cues of English, German, French, Spanish, Russian and Ukrainian; pure, knows text only.
"""

import re
from enum import StrEnum
from functools import lru_cache

from ..alternatives import Alternatives
from ..language.sentences import asks, sentences
from ..language.text import normal_form
from ..patterns import by_language, lazy
from .amounts import AMOUNT_CUES
from .keywords import keywords
from .leading import LEADING
from .saying import ASKED

MAX_WORDS_BEFORE = 2
"""At most this many words ("from", "and then") may precede the cue."""


class AnswerType(StrEnum):
    """The kind of thing asked for."""

    PERSON = "person"
    """Or a body."""
    TIME = "time"
    PLACE = "place"
    NUMBER = "number"
    REASON = "reason"
    SPEECH = "speech"
    """What somebody said."""
    IDENTITY = "identity"
    """Who somebody is."""
    AGE = "age"


_WHOSE_NAME = r"what (?:is|was) (?:his|her|their|(?:\w+ ){0,4}\w+['’]s) names?"
NAMING = (
    r"what (?:is|was|are|were) (?:the )?names? of|^(?:give me )?(?:the )?names? of|wie (?:hei(?:ss|ß)t|hie(?:ss|ß))"
    r"|wie (?:ist|war|lautet) der name"
    r"|^(?:(?:nenne?|gib)(?: mir)? den namen|(?:der )?name)(?= (?:de[rs]|vo[nm]|eine[rs])(?!\w))"
    r"|comment (?:s['’]appel(?:le|ait)|se nomm(?:e|ait))|quel (?:est|était) le nom|c['’]est quoi le nom"
    r"|^(?:donnez?[- ]moi )?(?:le )?nom(?= d(?:e|u|['’]))|c[oó]mo se llam(?:a|aba|ó)|cu[aá]l (?:es|era) el nombre"
    r"|^(?:d[ae]me )?(?:el )?nombre(?= (?:del|de l[ao]s?)(?!\w))"
    r"|как (?:зовут|звали)|как(?:ое|ово) имя|^(?:назовите |назови |дай )?имя|як (?:звати|звуть|звали)|яке ім['’ʼ]я"
    r"|^(?:назвіть |назви |дай )?ім['’ʼ]я"
)
"""Phrases that ask for the name of somebody or something."""

_HOUR_CUES = (
    r"(?:what|which) time|(?:um )?wie ?viel uhr|(?:à )?quel(?:le)?s? heures?|(?:a )?qu[eé] hora|в котором часу"
    r"|во сколько(?! об(?:о[шй]|ход)| оцен|(?: \w+)? раз(?!\w))|(?:до|со?) скольки(?! лет| \w+(?:ов|ей)(?!\w)"
    r"| (?:\w+ )?(?:сни[зж]|пони[зж]|опус|под[нео]|повы|выр[оа]с|упа|сокра|увелич))|(?:о|до|з|від) котр(?:ій|ої)"
)
_DAY_CUES = (
    r"what (?:is|was) the date|(?:what|which) (?:year|date|days?|month|century|decade)|during (?:what|which) years"
    r"|was (?:ist|war) das datum|welche[mnrs]? (?:jahr(?:hundert|zehnt)?|tag|datum|monat|woche)(?:en?)?"
    r"|(?:en |à )?quel(?:le)?s? (?:(?:est|était) la )?(?:années?|dates?|jours?|mois|siècles?|décennies?)"
    r"|cu[aá]l (?:es|era|fue) la fecha|(?:a )?qu[eé] (?:año|fecha|d[ií]as?|mes|siglo|década)"
    r"|как(?:ая|ова) дата|как(?:ом|ого) (?:год[ау]|месяц[ае]|век[ае]|(?:сто|десяти)лети[ия])"
    r"|как(?:ого|ому|ом) числ[ауе]|(?:в )?как(?:ой|ие) д(?:ень|ни)"
    r"|яка дата|яко(?:му|го) (?:ро(?:ці|ку)|місяц[ія]|(?:сто|десяти)літт[ія])"
    r"|якого (?:числа|дня)|(?:[ву] )?як(?:ий|і) д(?:ень|ні)"
)

_CUES: tuple[tuple[AnswerType, str], ...] = (
    (AnswerType.NUMBER, AMOUNT_CUES),
    (
        AnswerType.TIME,
        rf"{_HOUR_CUES}|{_DAY_CUES}|when|since when|how long ago|wann|seit wann|vor wie (?:langer|vielen)|quand"
        r"|il y a combien de temps|hace cu[aá]nto|cu[aá]ndo"
        r"|когда|как давно|с каких пор|коли|відколи|як давно|доки|з якого часу",
    ),
    (
        AnswerType.PLACE,
        r"where|(?:what|which) (?:city|country|town|place|region|state|county|river|island|continent|street)|wo"
        r"|woher|wohin"
        r"|welche[rmsn]? (?:stadt|land|ort|staat|dorf|region|fluss|insel|stra(?:ss|ß)e)"
        r"|où|^ou|quel(?:le)? (?:ville|pays|région|lieu|village|fleuve|rivière|île|rue)"
        r"|(?:a)?d[oó]nde|qu[eé] (?:ciudad|país|lugar|región|estado|pueblo|río|isla|calle)"
        r"|где|куда|откуда|как(?:о[йм]|ого) (?:(?:город|стран|регион|остров|деревн|улиц)\w*|селе|реке)"
        r"|(?<!на )каком месте"
        r"|де|куди|звідки|як(?:ому|ого|ій|ої) (?:(?:міст|країн|регіон|остров|вулиц)\w*|селі|річці)|(?<!на )якому місці",
    ),
    (AnswerType.SPEECH, ASKED),
    (
        AnswerType.REASON,
        r"why|how come|for what reason|what (?:is|was|were) the (?:cause|reason)s?|what led to"
        r"|what (?:causes|(?:caus|trigger|spark|prompt)ed|resulted in)|for what purpose"
        r"|what (?:is|was|are|were) .{1,60} (?:blamed on|(?:attributed|due) to)"
        r"|(?:on|to) what (?:is|was|are|were) .{1,60} (?:blamed|attributed|due)"
        r"|what (?:did|does|do) .{1,60} die (?:of|from)"
        r"|warum|weshalb|wieso|weswegen|wozu(?! (?:führ|kam))|wodurch|aus welchem grund"
        r"|woran (?:(?:ist|sind) .{1,60} (?:gestorben|erkrankt|gescheitert)|(?:l[ai]e?g|st[ai]rb|erkrank|scheiter)\w*)"
        r"|was (?:ist|war) (?:die ursache|der (?:grund|auslöser|anlass))"
        r"|worauf .{1,60} zurückzuführen|(?:zu welchem zweck|aus welchem anlass)"
        r"|was (?:hat )?(?:.{1,60} )?(?:verursach\w+|ausgelöst)|was führte (?:dazu|zu\w?)"
        r"|pourquoi|p(?:k|q|koi)|(?:à|a) cause de quoi|pour quelles? raisons?"
        r"|qu['’]est[- ]ce qui (?:a )?(?:causé?|provoqu[eé]|entraîné|conduit)"
        r"|quelle (?:est|était|fut) la (?:cause|raison)|quel (?:est|était|fut) le motif|dans quel but"
        r"|à quoi (?:est|sont|était|étaient|fut) .{0,60}?(?:dû|dus|dues?|attribuée?s?)"
        r"|de quoi (?:.{1,60} )?(?:est|sont)\W.{0,60}mort(?:e?s?)"
        r"|por qu[eé]|xq|para qué|a causa de qu[eé]"
        r"|(?<!a )qu[eé] (?:ha )?(?:causó|causado|provocó|provocado|llevó|motivó|originó|desencadenó|ocasionó)"
        r"|con qu[eé] (?:fin|objetivo|propósito|finalidad)|de qu[eé] mur\w+"
        r"|cu[aá]l (?:es|era|fue) (?:la (?:causa|razón)|el motivo)|a qu[eé] (?:se (?:deb|atribuy)|obedec)\w+"
        r"|почему|зачем|для чего|отчего|от чего(?! (?:\w+ )?(?:завис|защи|помога|леч))|из-за чего|благодаря чему"
        r"|по какой причине|как(?:ова|ая) причина|каковы причины"
        r"|что (?:вызвало|привело к|(?:стало|послужило) причиной)|с какой целью"
        r"|чем (?:был[аои]? )?(?:вызван|обусловлен|объясня)\w*"
        r"|чому|навіщо|для чого|через що|від чого(?! (?:\w+ )?(?:залеж|захи|допомага|ліку))"
        r"|з якої причини|як(?:а причина|і причини)"
        r"|що (?:спричинило|викликало|призвело до|стало причиною)|з якою метою"
        r"|чим (?:бу(?:в|л[аои]) )?(?:викликан|зумовлен|поясню)\w*",
    ),
    (
        AnswerType.PERSON,
        r"who|whom|whose|(?:what|which) (?:person|man|woman|group|people|company|team|organi[sz]ation)|wer|wem"
        r"|wen|wessen|welche[rmns]? (?:person|mann|frau|gruppe|firma|unternehmen|organisation)"
        r"|(?<!est-ce )(?<!est ce )qui|quel(?:le)? (?:personne|homme|femme|groupe|entreprise|équipe|organisation)"
        r"|qui[eé]n(?:es)?|qu[eé] (?:persona|hombre|mujer|grupo|empresa|equipo|organización)"
        r"|кто|кого|кому|кем|о ком|чь[яеёию]\w*|чей"
        r"|как(?:ой|ая) (?:человек|мужчина|женщина|группа|компания|команда|организация)"
        r"|хто|ким|чи(?:й|я|є|ї|ю)\w*|як(?:ий|а) (?:людина|чоловік|жінка|група|компанія|команда|організація)"
        rf"|{NAMING}|{_WHOSE_NAME}",
    ),
)
_NAMING = lazy(rf"(?:\w+ ){{0,{MAX_WORDS_BEFORE}}}(?:{NAMING})(?!\w)|what (?:is|was)(?= .*['’]s (names?)$)")
ASKS_HOUR = lazy(rf"(?<!\w)(?:{_HOUR_CUES})(?!\w)")
"""Asks for a time of day; matched against a question's normal form."""
ASKS_DAY = lazy(rf"(?<!\w)(?:{_DAY_CUES})(?!\w)")
"""Asks for a day, a month or a year, which no time of day answers; matched likewise."""
ASKS_AHEAD = lazy(
    rf"(?:\w+ ){{0,{MAX_WORDS_BEFORE}}}(?:when (?:\w+ )?(?:will|shall)|wann (?:wird|werden|soll(?:en)?)"
    r"|quand (?:va|vont|(?!(?:est|sont|a|ont|fut|était) )(?:[\w'’]+ ){0,5}?\w+r(?:a|ont)(?! (?:a|est|fut|était) ))"
    r"|cu[aá]ndo (?:va|van|(?!.*\w\w(?:ó|[ia]ron)(?!\w))(?:\w+ ){0,5}?\w+r(?:á|án))"
    r"|когда (?!.*\w\wл[аио]?(?:с[ья])?(?!\w)).*\w\w[еёиуюая]т(?:ся)?"
    r"|коли (?!.*\w\w(?:в|л[аио])(?:с[ья])?(?!\w)).*\w(?:[уюаяи]ть|де)(?:ся|ться)?)(?!\w)"
)
"""Asks for a time to come; matched against the beginning of a question's normal form."""
_WHOM = lazy(
    r"(?<!\w)(?:whom|wen|wem|(?:à|de|chez|avec|contre) qui|(?:a|de|con|contra) qui[eé]n(?:es)?|кого|кому|кем|ким"
    r"|who (?:is|are|was|were|has been|have been|gets?|got) (?:\w+ly )?"
    r"(?:\w+(?:ed|[wkoe]n|[slp]t|ught)|sent|hurt|hit|cut|shut|put)"
    r"|wer (?:wird|wurde|werden|wurden)"
    r"|qui (?:est|sont|était|étaient|fut|furent|a été|ont été) (?:\w+ment )?\w+[éiu]e?s?"
    r"|qui[eé]n(?:es)? (?:es|son|era|eran|fue|fueron|ha sido|han sido) \w+[dt][oa]s?"
    r"|[кх]то (?:был|бу[влд])\w* \w+(?:[аяе]н|[яи]т)[аоиыі]?)(?!\w)"
)
"""Asks for the person to whom something was done: "who was arrested"; matched against a question's normal form."""
_ANYBODY = lazy(
    r"(?<!\w)(?:who (?:can|could|may|must|should|ha(?:s|ve) to|needs?|gets?|pays?|qualifies|else|sa(?:id|ys))"
    r"|wer (?:kann|darf|muss|soll\w*|braucht|bekommt|kriegt|zahlt|bezahlt|haftet|hat anspruch|sagte?)"
    r"|qui (?:peut|doit|paie|paye|a droit|a dit)"
    r"|qui[eé]n(?:es)? (?:no )?(?:pueden?|deben?|pagan?|tienen? (?:que|derecho)|dijo)"
    r"|кто (?:может|должен|обязан|платит|имеет право|сказал\w*)"
    r"|хто (?:може|повинен|мусить|платить|має право|сказа\w+))(?!\w)"
)
"""Asks for a category of people, or for the speaker of a quote, who is shown beside it: a quote needs no name."""
_WHETHER = {
    "en": r"(?:can|could|may|might|must|shall|should|do|does|did|is|are|was(?! (?!th)\w{4,}t )|were|will|would|has|have"
    r"|had|am)(?:n['’]?t)?(?= \D)|can['’]?t|won['’]?t|ok(?:ay)? to",
    # "bekomme ich": any verb before its subject, but no question word
    "de": r"(?!w(?:ie|o|as|er|en|em|ann|arum|ieso)\b)\w{2,}(?:e|t|st|en) (?:ich|du|er|sie|es|wir|ihr|man)"
    r"|darf|dürfen|kann|können|muss|müssen|soll|sollte|ist|sind|war|hat|haben|gibt|gilt|wird|werden|wurden?|stimmt|ob",
    "fr": r"est-ce qu\w*|il y a|(?:y )?(?:\w{2,}|a-t)(?:-t)?-(?:on|ils?|elles?|je|tu|vous|nous|ce)"
    r"|c['’]est|(?:on|je) (?:peu[tx]|doi[ts])",
    "es": r"(?:se )?(?:puedo|puedes?|pueden|podemos|debo|debe|deben|deberías?)|es|son|está|están|hay|hubo|había"
    r"|fue|fueron|tienen?|existen?|hace falta|sirven?|funciona",
    "ru": r"можно|нельзя|нужно|надо|обязательно|разрешено|правда|верно|\w+-нибудь|\w+ ли",
    "uk": r"чи|можна|треба|потрібно|правда|хтось|щось|\w+-небудь",
}
_asking = by_language(rf"(?:^|[,.;:?!–—] | - ){LEADING}(?:FORMS)(?!\w)", _WHETHER)
"""A story may come first: "my train was late, can I still go in?"."""
_ASKED = tuple((kind, Alternatives(cue, r"(?!\w|-(?:нибудь|небудь|то|либо)(?!\w))")) for kind, cue in _CUES)
"""With such an ending a Slavic word asks for nobody: "кто-нибудь"."""
_JOINED = lazy(r"(?<!\w)(?P<asking>who|what|when|where|why|how)(?:['’]?s|['’](?P<other>d|re))(?!\w)")
"""A question word with a verb attached, maybe without apostrophe: "whos fixing the bridge", "what'd she say"."""
_ATTACHED = {None: "is", "d": "did", "re": "are"}


@lru_cache(maxsize=256)
def answer_type(question: str) -> AnswerType | None:
    """Return the kind of thing a question asks for; None where its words do not say. A story may come first."""
    spans = sentences(question)
    asked = plain(next((question[begin:] for begin, end in spans if asks(question[begin:end])), question))
    found = [
        (match.start(), at, kind)
        for at, (kind, cue) in enumerate(_ASKED)
        for match in cue.finditer(asked)
        if _asks(asked, match)
    ]
    return min(found)[2] if found else None


@lru_cache(maxsize=256)
def asks_whether(question: str, language: str | None) -> bool:
    """Return whether "no" may answer a question: a yes-no question that asks for no name, day or number."""
    return answer_type(question) is None and _asking(language).search(plain(question)) is not None


def naming_words(question: str) -> frozenset[str]:
    """Return the words of a question that only ask what somebody or something is called; none of another question."""
    found = _NAMING.match(plain(question))
    said = f"{found[0]} {found[1] or ''}" if found else ""
    return frozenset([*said.split(), *re.findall(r"\w+", said)]) | (asking_words(question) if found else frozenset())


def asking_words(question: str) -> frozenset[str]:
    """Return those words of keywords that only say what is asked for: "date" of "opening date"; else none."""
    sought = keywords(_apart(question))
    return sought.asking if sought else frozenset()


def asks_of_nothing(question: str) -> bool:
    """Return whether a question is keywords that do not say of what: "opening hours"."""
    sought = keywords(_apart(question))
    return sought is not None and sought.alone


def asks_whom(question: str) -> bool:
    """Return whether a question asks to whom something was done, which a passive may tell: "who was excluded"."""
    return _WHOM.search(plain(question)) is not None


def asks_for_a_name(question: str) -> bool:
    """Return whether the answer to "who" is a name, rather than a category of people: "who may enter"."""
    return not (_ANYBODY.search(plain(question)) or asks_whom(question))


def _asks(question: str, cue: re.Match[str]) -> bool:
    """Return whether a cue belongs to the main clause: a lone "when" in the middle opens a subordinate one."""
    return " " in cue.group() or cue.end() == len(question) or question.count(" ", 0, cue.start()) <= MAX_WORDS_BEFORE


@lru_cache(maxsize=256)
def plain(question: str) -> str:
    """Return a question's normal form, attached verbs apart, without punctuation around it; cached, as it recurs.

    Keywords are put as a question.
    """
    asked = _apart(question)
    sought = keywords(asked)
    return sought.question if sought else asked


def _apart(question: str) -> str:
    apart = _JOINED.sub(lambda it: f"{it['asking']} {_ATTACHED[it['other']]}", normal_form(question))
    return apart.strip(" ?!.¿¡\"'“”«»„")
