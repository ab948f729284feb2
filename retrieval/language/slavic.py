"""Stemming of Russian and Ukrainian: what Snowball lacks for Russian, and everything for Ukrainian.

Words are in lower case, with "е" for "ё" and a straight apostrophe.
"""

from ..patterns import lazy
from .irregular import base_forms

# пошел, пошла, пойдут; приехал, приедет
_RUSSIAN_GOING = lazy(r"(?<=[аеиоуы])(?:йд[еу]т|шел|шл[аои])$")
_RUSSIAN_RIDING = lazy(r"(?:(?<=[аеиоуы])|^)е(?:д[еу]т|хал[аои]?)$")

# Snowball strips these of some verbs only: "учится" and "учатся" had two stems.
_RUSSIAN_VERB = lazy(r"(?<=\w{2})(?:[еи]тся|[аую]тся|ятся)$|(?<=\w[жчшщ])ат$")

# сбит, сбитых, сбила, собьют as сбить; "любит" belongs to another verb
_RUSSIAN_BEATING = lazy(
    r"^((?:вы|до|за|из|на|об|от|пере|по|под|при|про|раз|с|у)б)(?:ит(?:ый|ая|ое|ые|ого|ому|ой|ую|ым|ыми|ых|а|о|ы)?|ил[аои]?)$"
)

# Snowball strips "сь" of nouns as of verbs: "перепись" had another stem than "переписи".
_RUSSIAN_NOUN = lazy(r"(пис|мес|^рус|беларус)ь$")

# "Ветров" is no plural of "ветер": given the ending of the other cases, it gets their stem.
_RUSSIAN_SURNAME = lazy(r"\w{2}[ое]в$")


def russian(word: str, *, capital: bool) -> str:
    """Return a Russian word rewritten so that Snowball finds the same stem for all its forms."""
    word = base_forms("ru").get(word, word)
    word = _RUSSIAN_BEATING.sub(r"\1ить", word)
    word = _RUSSIAN_GOING.sub("йти", word)
    word = _RUSSIAN_RIDING.sub("ехать", word)
    word = _RUSSIAN_NOUN.sub(r"\1", _RUSSIAN_VERB.sub("", word))
    return word + "а" if capital and _RUSSIAN_SURNAME.search(word) else word


# Snowball takes the end of a noun without a case ending for that of a verb: it leaves "экра" of "экран" and "экран" of
# "экране", "муз" of "музей" and "музе" of "музея". отправлен, отправляет as отправил; "Ярослав" is not "Ярославль".
_RUSSIAN_LABIAL = lazy(r"(?<=\w\w[бвмпф])(?<!слав)ля?$")
_RUSSIAN_LIKE_VERB = lazy(r"(?<=\w{2}[ая])[лн]$|(?<=\w{4})(?:[иы][лмт]|ен)$|(?<=\w{3})е$")


def russian_stem(stem: str) -> str:
    """Return a stem of Snowball's, made the same for all cases of a Russian noun."""
    return _without_fleeting(_RUSSIAN_LABIAL.sub("", _RUSSIAN_LIKE_VERB.sub("", stem)))


# рынок, рынка; владелец, владельца; китаец, китайца; жінок, жінки
_FLEETING = lazy(r"(?<=\w[бвгґджзклмнпрстфхцчшщ])(?:[оеє]|ь)(?=[кц]$)")
_FLEETING_AFTER_VOWEL = lazy(r"(?<=\w[аеиіоуюя])[еє](?=[кц]$)")


def _without_fleeting(stem: str) -> str:
    """Return a Russian or Ukrainian stem without the vowel that its last syllable loses in other cases."""
    return _FLEETING_AFTER_VOWEL.sub("й", _FLEETING.sub("", stem))


# "учитель" after a consonant is "вчитель" after a vowel, "іти" is "йти". Not so "влада"; "вправа" is no "управа".
_UKRAINIAN_IN = lazy(r"^в(?!клад|прав|ступ|дач)(?=[бвгґджзйкмнпрстфхцчшщ]\w{2})")
_UKRAINIAN_I = lazy(r"^й(?=[бвгґджзклмнпрстфхцчшщ])")

_UKRAINIAN_INFINITIVE = lazy(r"(?<=\w[аиіїуюя])тис[яь]$|(?<=[ую]ва)ти$")
_UKRAINIAN_REFLEXIVE = lazy(r"(?<=\w\wв)с[яь]$|(?<=\wл[аои])с[яь]$")
_UKRAINIAN_GOING = lazy(r"(?<=[аеиіоуюя])й(?:де|дуть|шов|шл[аои])$")
_UKRAINIAN_RIDING = lazy(r"(?:(?<=[аеиіоуюя])|^)ї(?:де|дуть|хав|хал[аои])$")

# Inflectional endings of nouns and adjectives, longest first, in the manner of Savoy's light stemmers (2009); what is
# left keeps at least three letters. Verbs keep theirs, but reflexive ones: "-ати" ends infinitives and plurals.
_UKRAINIAN_ENDINGS = lazy(
    r"(?<=\w{2})[єюуиая]?ться$|(?<=\w{2}[нквшчгр])им$"
    r"|(?<=\w{3})(?:остей|остям|остями|остях|ості|(?<![пс]ов)іст[ью]|ами|ями|ові|еві|єві|ого|ому|ими|іми|ах|ях"
    r"|ою|ею|єю|ів|їв|ам|ям|ом|ем|єм|ий|(?<!ц)ій|их|іх|ої|ую|юю|а|я|о|е|у|ю|и|і|ї|є|й|ь)$"
)
# "музею" is a case of "музей", as "музея" is; "ідею" is one of "ідея"
_UKRAINIAN_EI = lazy(r"(?<=муз|ліц|хок)ею$|(?<=ювіл|троф)ею$")
# дослідження, досліджень; щоденний, щоденні
_UKRAINIAN_DOUBLE = lazy(r"(?<=\w{2}[аеєиіїя]н)н$")
# вихід, виходу; вибір, вибору
_UKRAINIAN_CLOSED = lazy(r"(?<=\wх)і(?=д$)|(?<=\wб)і(?=р$)")
# "заборонив" has the stem of "заборонили", and "колектив" that of "колективу".
_UKRAINIAN_PAST = lazy(r"(?<=\w{3}[аиуюя])в$")
# "-ів" ends plurals: "сиділа" has the stem of "сидів", "архіву" that of "архів".
_UKRAINIAN_PAST_I = lazy(r"(?<=\w{3})[ії][вл]$")

# Endings left on verbs, removed so that present, past and participle have one stem: працю(є), працювал(и); захоплен(о),
# захопил(и); отрима(є), отриман(о), отримат(и). Nouns that look alike keep theirs: "капітал" is no "капітан".
_UKRAINIAN_VERB = lazy(
    r"(?<=\w{3})[ую](?:вал|ют|ватимут)?$|(?<=\w{3})[оь]ован$|(?<=\w{2})ован$"
    r"|(?<=\w[бвмпф])(?:л(?:ен|я|ял|яют|ят)|ил|ит|лят)$|(?<=\w{4})(?:ил|ит|ен|ят)$"
    r"|(?<=\w{5})(?<!капіт)(?<!диплом)(?<!персон)(?<!громад)[ая](?:л|н|т|ют|тимут)?$"
)
_UKRAINIAN_BEATING = lazy(r"^((?:в|ви|до|за|з|на|об|пере|по|під|при|про|роз|у)б)и[влт]$")


def ukrainian(word: str) -> str:
    """Return a Ukrainian word's stem, the same where "об'їзд" or "Ґеник" is typed without its special key."""
    word = word.replace("ґ", "г").replace("'", "")
    word = _UKRAINIAN_I.sub("і", _UKRAINIAN_IN.sub("у", word))
    word = _UKRAINIAN_EI.sub("ей", word)
    word = _UKRAINIAN_REFLEXIVE.sub("", _UKRAINIAN_INFINITIVE.sub("л", word))
    word = base_forms("uk").get(word, word)
    word = _UKRAINIAN_RIDING.sub("їхати", _UKRAINIAN_GOING.sub("йти", word))
    word = _UKRAINIAN_CLOSED.sub("о", _UKRAINIAN_DOUBLE.sub("", _UKRAINIAN_ENDINGS.sub("", word)))
    word = _UKRAINIAN_BEATING.sub(r"\1", _UKRAINIAN_PAST_I.sub("", _UKRAINIAN_PAST.sub("л", word)))
    return _without_fleeting(_UKRAINIAN_VERB.sub("", word))
