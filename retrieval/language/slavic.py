"""Forms of Russian and Ukrainian words that share a stem: what Snowball leaves of Russian, all there is of Ukrainian.

Words are in small letters, with "е" for "ё" and a straight apostrophe. Left out are forms that are oftener another
word: Russian "стали", "пила", "вести", Ukrainian "мала", "ніс", "брати".
"""

from ..patterns import lazy
from .irregular import base_forms

RUSSIAN = base_forms("""
    жить живет живут живем живу жил жила жили жило
    идти идет идут шел шла шло шли
    прийти придет придут
    умереть умрет умрут умер умерла умерло умерли
    погибнуть погибнет погибнут погиб погибла погибло погибли
    исчезнуть исчезнет исчезнут исчез исчезла исчезло исчезли
    возникнуть возникнет возникнут возник возникла возникло возникли
    расти растет растут рос росла росло росли
    вырасти вырастет вырастут вырос выросла выросло выросли
    принести принесет принесут принес принесла принесло принесли
    привезти привезет привезут привез привезла привезло привезли
    привести приведет приведут привел привела привело привели
    провести проведет проведут провел провела провело провели
    спасти спасет спасут спас спасла спасло спасли
    смочь сможет смогут смог смогла смогло смогли
    помочь поможет помогут помог помогла помогло помогли
    дать даст дадут дал дала дало дали
    взять возьмет возьмут взял взяла взяло взяли
    брать берет берут брал брала брало брали
    ждать ждет ждут ждал ждала ждало ждали
    петь поет поют пел пела пело пели
    сказать скажет скажут
    писать пишет пишут
    искать ищет ищут
    хотеть хочет хотят хотел хотела хотело хотели
    открыть откроет откроют
    закрыть закроет закроют
    начать начнет начнут
    павел павла павлу павлом павле
    семен семена семену семеном семене
""")

UKRAINIAN = base_forms("""
    жити живе живуть живемо жив жила жили жило
    іти іде ідуть ішов ішла ішло ішли
    піти піде підуть пішов пішла пішло пішли
    померти помре помруть помер померла померло померли
    рости росте ростуть ріс росла росло росли
    вирости виросте виростуть виріс виросла виросло виросли
    зникнути зникне зникнуть зник зникла зникло зникли
    принести принесе принесуть приніс принесла принесло принесли
    винести винесе винесуть виніс винесла винесло винесли
    привезти привезе привезуть привіз привезла привезло привезли
    привести приведе приведуть привів привела привело привели
    провести проведе проведуть провів провела провело провели
    змогти зможе зможуть зміг змогла змогло змогли
    допомогти допоможе допоможуть допоміг допомогла допомогло допомогли
    дати дасть дадуть дав дала дало дали
    узяти візьме візьмуть узяв узяла узяло узяли
    знати знає знають знав знала знало знали
    грати грає грають грав грала грало грали
    беруть бере брав брала брало брали
    хотіти хоче хочуть хотів хотіла хотіло хотіли
    сказати скаже скажуть сказав сказала сказало сказали
    казати каже кажуть казав казала казало казали
    писати пише пишуть писав писала писало писали
    відкрити відкриє відкриють відкрив відкрила відкрило відкрили
    закрити закриє закриють закрив закрила закрило закрили
    почати почне почнуть почав почала почало почали
    київ києва києву києвом києві
    львів львова львову львовом львові
    харків харкова харкову харковом харкові
    чернігів чернігова чернігову черніговом чернігові
    миколаїв миколаєва миколаєву миколаєвом миколаєві
""")

# пошел, пошла, пойдут; приехал, приедет
_RUSSIAN_GOING = lazy(r"(?<=[аеиоуы])(?:йд[еу]т|шел|шл[аои])$")
_RUSSIAN_RIDING = lazy(r"(?:(?<=[аеиоуы])|^)е(?:д[еу]т|хал[аои]?)$")

# Snowball strips these of some verbs only: "учится" and "учатся" had two stems.
_RUSSIAN_VERB = lazy(r"(?<=\w{2})(?:[еи]тся|[аую]тся|ятся)$|(?<=\w[жчшщ])ат$")

# "Ветров" is no plural of "ветер": with the ending of the other cases it has their stem.
_RUSSIAN_SURNAME = lazy(r"\w{2}[ое]в$")


def russian(word: str, *, capital: bool) -> str:
    """Return a Russian word as Snowball shall see it, so that it finds one stem for its forms."""
    word = RUSSIAN.get(word, word)
    word = _RUSSIAN_GOING.sub("йти", word)
    word = _RUSSIAN_RIDING.sub("ехать", word)
    word = _RUSSIAN_VERB.sub("", word)
    return word + "а" if capital and _RUSSIAN_SURNAME.search(word) else word


# Snowball takes the end of a noun for that of a verb where no case follows: it leaves "экра" of "экран" and "экран" of
# "экране", "муз" of "музей" and "музе" of "музея".
_RUSSIAN_LIKE_VERB = lazy(r"(?<=\w{2}[ая])[лн]$|(?<=\w{4})(?:[иы][лмт]|ен)$|(?<=\w{3})е$")


def russian_stem(stem: str) -> str:
    """Return what Snowball left of a Russian word, the same for a noun's cases."""
    return without_fleeting(_RUSSIAN_LIKE_VERB.sub("", stem))


# рынок, рынка; владелец, владельца; китаец, китайца; жінок, жінки
_FLEETING = lazy(r"(?<=\w[бвгґджзклмнпрстфхцчшщ])(?:[оеє]|ь)(?=[кц]$)")
_FLEETING_AFTER_VOWEL = lazy(r"(?<=\w[аеиіоуюя])[еє](?=[кц]$)")


def without_fleeting(stem: str) -> str:
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
# left keeps at least three letters. Verbs keep theirs, but reflexive ones: "-ати" ends infinitives and plurals alike.
_UKRAINIAN_ENDINGS = lazy(
    r"(?<=\w{2})[єюуиая]?ться$|(?<=\w{2}[нквшчгр])им$"
    r"|(?<=\w{3})(?:остей|остям|остями|остях|ості|ами|ями|ові|еві|єві|ого|ому|ими|іми|ах|ях|ою|ею|єю|ів|їв|ам|ям|ом|ем"
    r"|єм|ий|(?<!ц)ій|их|іх|ої|ую|юю|а|я|о|е|у|ю|и|і|ї|є|й|ь)$"
)
# "заборонив" has the stem of "заборонили", and "колектив" that of "колективу".
_UKRAINIAN_PAST = lazy(r"(?<=\w{3}[аиуюя])в$")
# "-ів" ends plurals: "сиділа" has the stem of "сидів", "архіву" that of "архів".
_UKRAINIAN_PAST_I = lazy(r"(?<=\w{3})[ії][вл]$")


def ukrainian(word: str) -> str:
    """Return a Ukrainian word's stem; what "об'їзд" and "Ґеник" are typed as without their own key is the same."""
    word = word.replace("ґ", "г").replace("'", "")
    word = _UKRAINIAN_I.sub("і", _UKRAINIAN_IN.sub("у", word))
    word = _UKRAINIAN_REFLEXIVE.sub("", _UKRAINIAN_INFINITIVE.sub("л", word))
    word = UKRAINIAN.get(word, word)
    word = _UKRAINIAN_RIDING.sub("їхати", _UKRAINIAN_GOING.sub("йти", word))
    word = _UKRAINIAN_ENDINGS.sub("", word)
    return without_fleeting(_UKRAINIAN_PAST_I.sub("", _UKRAINIAN_PAST.sub("л", word)))
