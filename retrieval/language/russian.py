"""Forms of Russian words that Snowball keeps apart.

Words are in lower case, with "е" for "ё".
"""

from ..patterns import lazy
from .irregular import base_forms
from .rewriting import Rules, rewritten
from .slavic import FLEETING

# Snowball strips "тся" as part of longer endings only: "называется" had not the stem of "называет".
_REFLEXIVE = lazy(r"(?<=\w[аеиуюя]т)ся$")
_PREFIX = "в|вос|воз|вы|до|за|из|на|о|об|от|пере|по|под|пред|при|про|раз|рас|с|со|соз|у"
_FORMS: Rules = (
    # "сь" of "перепись" is not that of a verb
    (lazy(r"(пис|мес|^рус|беларус)ь$"), r"\1"),
    # пошел, пойдут; приехал, приедет; сбит, сбила, собьют as сбить ("любит" belongs to another verb); кричат as кричит
    (lazy(r"(?<=[аеиоуы])(?:йд[еу]т|шел|шл[аои])$"), "йти"),
    (lazy(r"(?:(?<=[аеиоуы])|^)е(?:д[еу]т|хал[аои]?)$"), "ехать"),
    (
        lazy(
            r"^((?:вы|до|за|из|на|об|от|пере|по|под|при|про|раз|с|у)б)"
            r"(?:ит(?:ый|ая|ое|ые|ого|ому|ой|ую|ым|ыми|ых|а|о|ы)?|ил[аои]?)$"
        ),
        r"\1ить",
    ),
    (lazy(r"(?<=\w[жчшщ])ат$"), ""),
    # видел, смотреть, зависело as видит, смотрит, зависит; держать as держит
    (lazy(r"^(\w*(?:вид|гляд|мотр|хот|терп|сид|^гор|лет|завис|бол))е(?:л[аои]?|ть)(?:с[яь])?$"), r"\1ить"),
    (lazy(r"^(\w*(?:леж|держ|звуч|молч|крич|слыш))а(?:ть|л[аои]?|нн?[аоы]?|нн\w{2})(?:с[яь])?$"), r"\1ить"),
    # имел, имеет as иметь; вернул as вернуть; привел, ведет as вести; несла as нести; напал as напасть
    (lazy(r"^((?:за|по|с|су)?(?:им|ум|усп|влад|стар|см))е(?:л[аои]?|ет|ют)(?:с[яь])?$"), r"\1еть"),
    (lazy(r"(?<=\w\wн)ул[аои]?(?:с[яь])?$"), "уть"),
    (lazy(rf"^((?:{_PREFIX})?)(?:вел[аои]?|вед[еу]т|веден[аоы]?|веденн\w{2})(?:с[яь])?$"), r"\1вести"),
    (lazy(rf"^((?:{_PREFIX})?)нес(?:ет|ут|л[аои])?(?:с[яь])?$"), r"\1нести"),
    (lazy(r"^(вы|за|на|по|про|рас|сов|у)пал[аои]?$"), r"\1пасть"),
    # откроет as открыть, скажет as сказать, останется as остаться, начнут as начать
    (lazy(r"(?<=\wкр)о(?:ет|ют)$"), "ыть"),
    (lazy(r"^(\w*)каж[еу]т$"), r"\1казать"),
    (lazy(rf"^((?:{_PREFIX})ста)н[еу]т$"), r"\1ть"),
    (lazy(r"(?<=^нач)н[еу]т$"), "ать"),
    # продает, остаются as продавать, оставаться
    (lazy(rf"^((?:{_PREFIX})(?:да|ста))(?:ет|ют)$"), r"\1вать"),
    # гражданина as граждане; память as памяти; Китая, героя as Китай, герой; проблему
    (lazy(r"(?<=\w\w[ая]н)ин(?:ом|[аеуы])?$"), "е"),
    (lazy(r"(памят|^печат|кроват|^сет|соцсет|^нит)ь$"), r"\1и"),
    (lazy(r"^(алта|геро|кита|никола|обыча|поко|случа|урожа)(?:[яюеи]|ем|ев|ям|ями|ях)$"), r"\1й"),
    (lazy(r"^(\w*(?:сист|робл|теор)|сх|т)ему$"), r"\1ема"),
    # Snowball takes the ends of "визит", "мотив", "режим", "диплом", "Вьетнам", "запах", "обмен" for endings; so the
    # other cases lose theirs, and it finds the same. Of "объем", "состав" and "Киев" it leaves too little.
    (
        lazy(
            r"(?:(?<=\w\w[иы][влмтх])|(?<=\w{4}[ао]м)|(?<=\w\wах))(?:ом|ой|ов|ам|ами|ах|[ауеыио])$"
            r"|(?<=\w{3}ен)(?:ом|ов|ам|ами|ах|[ауеыо])$"
        ),
        "",
    ),
    (
        lazy(r"^(об[ъь]ем|прием|подъем|(?:кие|полуостро|росто|пско|сарато|тамбо|льво|харько|соста|уста|спла|рука)в)$"),
        r"\1а",
    ),
)

# "Ветров" is no plural of "ветер": given the ending of the other cases, it gets their stem.
_SURNAME = lazy(r"\w{2}[ое]в$")


def russian(word: str, *, capital: bool) -> str:
    """Return a Russian word rewritten so that Snowball finds the same stem for all its forms."""
    word = _REFLEXIVE.sub("", word)
    word = rewritten(base_forms("ru").get(word, word), _FORMS)
    return word + "а" if capital and _SURNAME.search(word) else word


# Snowball takes the end of a noun without a case ending for that of a verb: it leaves "экра" of "экран" and "экран" of
# "экране", "муз" of "музей" and "музе" of "музея". отправлен, отправляет as отправил; "Ярослав" is not "Ярославль".
_OF_NOUNS: Rules = (
    (lazy(r"(?<=\w{2}[ая])[лн]$|(?<=\w{4})(?:[иы][лмт]|ен)$|(?<=\w{3})(?:е|ова)$"), ""),
    (lazy(r"(?<=\w\w[бвмпф])(?<!слав)ля?$"), ""),
    *FLEETING,
)


def russian_stem(stem: str) -> str:
    """Return a stem of Snowball's, made the same for all cases of a Russian noun."""
    return rewritten(stem, _OF_NOUNS)
