"""Stemming of Ukrainian, which Snowball lacks.

Words are in lower case, with a straight apostrophe.
"""

from ..patterns import lazy
from .irregular import base_forms
from .slavic import without_fleeting

# "учитель" after a consonant is "вчитель" after a vowel, "іти" is "йти". Not so "влада"; "вправа" is no "управа".
_IN = lazy(r"^в(?!клад|прав|ступ|дач)(?=[бвгґджзйкмнпрстфхцчшщ]\w{2})")
_I = lazy(r"^й(?=[бвгґджзклмнпрстфхцчшщ])")

_INFINITIVE = lazy(r"(?<=\w[аиіїуюя])тис[яь]$|(?<=[ую]ва)ти$")
_REFLEXIVE = lazy(r"(?<=\w\wв)с[яь]$|(?<=\wл[аои])с[яь]$")
_GOING = lazy(r"(?<=[аеиіоуюя])й(?:де|дуть|шов|шл[аои])$")
_RIDING = lazy(r"(?:(?<=[аеиіоуюя])|^)ї(?:де|дуть|хав|хал[аои])$")

# Inflectional endings of nouns and adjectives, longest first, in the manner of Savoy's light stemmers (2009); what is
# left keeps at least three letters. Verbs keep theirs, but reflexive ones: "-ати" ends infinitives and plurals.
_ENDINGS = lazy(
    r"(?<=\w{2})[єюуиая]?ться$|(?<=\w{2}[нквшщчгрмдтл])им$|(?<=\w[^\Wаеиіоуюяєї]н)(?:ь(?:ого|ому|ої|ою)|ім|іх|іми)$"
    r"|(?<=\w{3})(?:остей|остям|остями|остях|ості|(?<![пс]ов)іст[ью]|ами|ями|еві|єві|ого|ому|ими|іми|ах|ях"
    r"|ою|ею|єю|ів|їв|ам|ям|ом|ем|єм|ий|(?<!ц)ій|их|іх|ої|ую|юю|а|я|о|е|у|ю|и|і|ї|є|й|ь)$"
)
# територій, Сергій as територія, Сергія; not so adjectives: "старій"
_IJ = lazy(
    r"(?<=(?<!дру)(?<!дов)(?<!моло)(?<!твер)(?<!^са)(?<!ста)(?<!мок)(?<!доб)(?<!гост)(?<!хит)(?<!^сі)[гдзмпрсф]і)й$"
    r"|(?<=[мс]пані)й$|(?<=рмані)й$|(?<=л[оі]ні)й$|(?<=[пмр]оні)й$|(?<=анатолі)й$|(?<=віталі)й$"
)
# "музею" is a case of "музей", as "музея" is; "ідею" is one of "ідея"
_EI = lazy(r"(?<=муз|ліц|хок)ею$|(?<=ювіл|троф)ею$")
# дослідження, досліджень; щоденний, щоденні
_DOUBLE = lazy(r"(?<=\w{2}[аеєиіїя]н)н$")
# вихід, виходу; вибір, вибору
_CLOSED = lazy(r"(?<=\wх)і(?=д$)|(?<=\wб)і(?=р$)")
# "заборонив" has the stem of "заборонили", and "колектив" that of "колективу".
_PAST = lazy(r"(?<=\w{3}[аиуюя])в$")
# "-ів" ends plurals: "сиділа" has the stem of "сидів", "архіву" that of "архів".
_PAST_I = lazy(r"(?<=\w{3})[ії][вл]$")

# Endings left on verbs, removed so that present, past and participle have one stem: працю(є), працювал(и); захоплен(о),
# захопил(и); отрима(є), отриман(о), отримат(и). Nouns that look alike keep theirs: "капітал" is no "капітан".
_VERB = lazy(
    r"(?<=\w{3})[ую](?:вал|ют|ватимут)?$|(?<=\w{3})[оь]ован$|(?<=\w{2})ован$"
    r"|(?<=\w[бвмпф])(?:л(?:ен|я|ял|яют|ят)|ил|ит|лят)$|(?<=\w{4})(?:ил|ит|ен|ят)$"
    r"|(?<=\w{4})(?<!капіт)(?<!диплом)(?<!персон)(?<!громад)(?<!сері)(?<!марш)(?<!порт)(?<!форм)(?<!парк)(?<!росі)(?<!степ)[ая](?:л|н|т|ют|тимут)?$"
)
_BEATING = lazy(r"^((?:в|ви|до|за|з|на|об|пере|по|під|при|про|роз|у)б)и[влт]$")


# на виставці, у книзі as виставка, книга; росіянин as росіяни; моделей as модель
_CASES = (
    (
        lazy(
            r"(акти|літи|ліоте|номі|мери|^афри|публі|музи|техні|кліні|матема|^нау|торін|^жін|річ|став|отов|зроб|ілян|спіл"
            r"|трим|безпе)ці$"
        ),
        r"\1ка",
    ),
    (lazy(r"^(кни|пра|лі|ува|ва|чер|доро|підло|змо|допомо|петербур|окру|обся)зі$"), r"\1га"),
    (lazy(r"(?<=\w\w[ая]н)ин(?:ом|ові|[ауе])?$"), "и"),
    (lazy(r"(?<=\w\w)(?<!муз)(?<!ліц)(?<!хок)(?<!троф)(?<!ювіл)ей$"), ""),
)


def ukrainian(word: str) -> str:
    """Return a Ukrainian word's stem, the same where "об'їзд" or "Ґеник" is typed without its special key."""
    word = word.replace("ґ", "г").replace("'", "")
    word = _I.sub("і", _IN.sub("у", word))
    word = _EI.sub("ей", _IJ.sub("я", word))
    word = _REFLEXIVE.sub("", _INFINITIVE.sub("л", word))
    word = base_forms("uk").get(word, word)
    for ending, instead in _CASES:
        word = ending.sub(instead, word)
    word = _RIDING.sub("їхати", _GOING.sub("йти", word))
    word = _CLOSED.sub("о", _DOUBLE.sub("", _ENDINGS.sub("", word)))
    word = _BEATING.sub(r"\1", _PAST_I.sub("", _PAST.sub("л", word)))
    return without_fleeting(_VERB.sub("", word))
