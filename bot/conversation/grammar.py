"""The words of each language by which a question leans on what was said before: small closed tables.

Data only: knows no question and no turn.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.patterns import lazy


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed-class words of one language, in small letters."""

    persons: frozenset[str]
    """Pronouns that may stand for one person."""
    things: frozenset[str]
    """Pronouns for what is no person, or for several."""
    possessives: frozenset[str]
    """Those pronouns that may point back inside their own clause: "the minister and his resignation"."""
    pointers: frozenset[str]
    """Demonstratives."""
    places: frozenset[str]
    """Words for a place named before."""
    openers: frozenset[str]
    """Words that go on from what was said, at the head of a question."""
    handing_over: re.Pattern[str]
    """Phrases that put another thing in the old one's place: "what about"."""
    correcting: re.Pattern[str]
    """Phrases by which a user takes back what was named: "no, I meant"."""
    asking: frozenset[str]
    """Question words, and the verbs that open a question: without one it is a fragment."""
    who: frozenset[str]
    """Question words whose answer names a person."""
    where: frozenset[str]
    """Question words whose answer names a place."""
    which: frozenset[str]
    """Question words whose answer names a thing, where a noun follows."""
    defining: re.Pattern[str]
    """A question for what a word means brings its topic along, however short it is."""
    prepositions: frozenset[str]
    comparing: frozenset[str]
    """Words that are meant against something said before: "other", "else", "the former"."""
    continuing: frozenset[str]
    """Words that ask on without naming anything: "tell me more", "really?"."""
    breaking: frozenset[str]
    """Words that begin a clause: a pronoun behind one may point at the clause before."""
    generic: frozenset[str]
    """Words that name no topic: of politeness, of asking, and the vaguest nouns."""
    empty: re.Pattern[str]
    """Phrases whose pronoun stands for nothing: "is there", "it takes", "this year"."""
    degrees: frozenset[str] = frozenset()
    """Question words before a measure that is no part of what is measured: "how deep is the lake"."""
    inverting: frozenset[str] = frozenset()
    """Verbs behind which a pronoun is the subject, so that no word of its own clause is meant."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pattern(text: str) -> re.Pattern[str]:
    return lazy(text, re.IGNORECASE)


_ENGLISH_VERBS = """is are was were do does did can could will would has have had should shall may might must isn aren
    wasn weren don doesn didn"""

_ENGLISH = Grammar(
    persons=_set("he she him her his hers himself herself"),
    things=_set("it its they them their theirs themselves itself"),
    possessives=_set("his her hers its their theirs himself herself themselves itself"),
    pointers=_set("this that these those"),
    places=_set("there"),
    openers=_set("and but or also then plus"),
    handing_over=_pattern(r"(?:what|how) about\b|what if\b"),
    correcting=_pattern(
        r"(?:(?:no|sorry|oops)\W+)*(?:i (?:meant?|was (?:talking|asking) about)\b|not (?=[^,]*,))|(?:no|oops)\b,"
    ),
    asking=_set("who whom whose what which where when why how " + _ENGLISH_VERBS),
    who=_set("who whom whose"),
    where=_set("where whence"),
    which=_set("what which"),
    defining=_pattern(r"(?:what|who)(?: (?:is|are|was|were|does)\b|['’]s\b)(?! the\b)"),
    prepositions=_set(
        """according in at on for of to from with by during after before under since near about without between off
            around inside outside across against"""
    ),
    comparing=_set("other others another else same ones former latter similar both either neither"),
    continuing=_set("more really next elaborate details detail explain continue further sure certain"),
    breaking=_set(
        """and but or when where what how why if because while since although who which that as than after
            before until whether"""
    ),
    generic=_set(
        """ok okay yes no thanks thank please hi hello hey sorry well so oh wow sure fine great good right
            correct tell know mean explain give show meant means meaning say said says talk think want need
            help info information detail details example examples anyone anybody someone somebody everyone
            nobody anything something everything nothing people person persons man men woman women year
            years time times thing things way ways lot kind kinds sort type types many much more most long
            far often big old get go going happen happened happens use used come came take took ask question
            questions really exactly actually btw speaking again still ever vs versus one two first last
            away part course let understand call called ca wo there hear heard see"""
    ),
    empty=_pattern(
        r"\b(?:is|are|was|were|isn't|aren't) there\b(?=\W+\w)"
        r"|\bthere(?:['’]s| (?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t"
        r"|will|has|have|must|may|might|can|could|should|would))\b"
        r"|\bth(?:at|ose) of\b"
        r"|\bit(?:['’]s)? (?=(?:\w+ ){1,3}(?:to|that|when|if|for|like|until|how|why|what|who|where) )"
        r"|\b(?:time|day|date) is it\b|\bit (?:rains?|snows?)\b"
        r"|\bth(?:is|ese) (?:year|month|week|morning|evening|night|summer|winter|spring|autumn|century|decade|days)s?\b"
        # "where do they throw fish at the market": so long a question says all, and nobody is meant
        r"|\b(?:how|where|when|why|what|which)(?: \w+)? do they (?=(?:\S+ ){4}\S|\w+ in (?-i:[A-Z]))"
        r"|\b(?:so|such|now|given|in order) that\b|\b(?:is|was) it (?=(?:who|that)\b)"
    ),
    degrees=_set("how"),
    inverting=_set(_ENGLISH_VERBS),
)

_RUSSIAN = Grammar(
    persons=_set("он она его её ее ему ей ней нему него неё нее нём нем ею нею"),
    things=_set("оно они их им ими ним ними них"),
    possessives=_set("его её ее их"),
    pointers=_set(
        """это этот эта эти этого этой этих этом этому этим этими эту тот та те того той тех том тому тем
            теми ту"""
    ),
    places=_set("там туда оттуда"),
    openers=_set("а и но или ну также тогда"),
    handing_over=_pattern(r"(?:а |и )?(?:что|как) (?:насч[её]т|по поводу|с|же|об?|касается)\b|а (?:если|как же)\b"),
    correcting=_pattern(
        r"(?:нет\W+)?(?:я )?(?:име(?:л|ла|ю) в виду|(?:говорил|спрашивал)а? (?:о|об|про))\b|нет\b,|не (?=[^,]*, а )"
    ),
    asking=_set(
        """кто кого кому кем ком что чего чему чем чём где куда откуда когда почему зачем как какой какая
            какое какие каких каким какими какую каком какого сколько чей чья чьи ли который которая которые"""
    ),
    who=_set("кто кого кому кем ком"),
    degrees=_set("насколько"),
    where=_set("где куда откуда"),
    which=_set("какой какая какое какие каком какую какого каким какими"),
    defining=_pattern(r"(?:что|кто) (?:это )?(?:так\w+|есть|значит|означает)|что это\b"),
    prepositions=_set("согласно в во на для о об от до из с со у к ко по при под после через без за между во"),
    comparing=_set("другой другая другие других другое ещё еще тоже также первый второй последний оба обе остальные"),
    continuing=_set("подробнее подробней дальше правда серьёзно точно больше объясни продолжай"),
    breaking=_set("и а но или когда где если потому что чтобы который которая которые кто"),
    generic=_set(
        """нибудь либо кое да нет спасибо пожалуйста привет здравствуйте извините хорошо ладно понятно
            расскажи расскажите скажи скажите знаешь объясни покажи подробнее человек люди людей людям год
            году года лет время времени раз вещь вещи вид виды много больше меньше сколько долго далеко
            часто случилось произошло происходит бывает было будет стало именно вообще"""
    ),
    empty=_pattern(
        r"\bв этом (?:году|месяце)|\bна этой неделе|\bэто правда|\bтем не менее|\bто есть|\bпри этом"
        r"|\bтак(?:ой|ое|ая|ие) это"
    ),
)

_UKRAINIAN = Grammar(
    persons=_set("він вона його її йому їй нею ній ньому нього неї"),
    things=_set("воно вони їх їм ним ними них їхній їхня їхнє їхні їхніх їхнього їхньої"),
    possessives=_set("його її їх їхній їхня їхнє їхні їхніх їхнього їхньої"),
    pointers=_set("це цей ця ці цього цієї цих цьому цим цими цю той та ті того тієї тих тому тим тими ту"),
    places=_set("там туди звідти"),
    openers=_set("а і й та але або ну також тоді"),
    handing_over=_pattern(r"(?:а |і |й )?(?:що|як) (?:щодо|стосовно|з|із|до|ж|же)\b|а (?:якщо|як же)\b"),
    correcting=_pattern(
        r"(?:ні\W+)?(?:я )?(?:ма(?:в|ла|ю) на увазі|(?:питав|питала|говорив|говорила) про)\b|ні\b,|не (?=[^,]*, а )"
    ),
    asking=_set(
        """хто кого кому ким ком що чого чому чим де куди звідки коли навіщо як який яка яке які яких яким
            якими яку якій якого скільки чий чия чиї чи"""
    ),
    who=_set("хто кого кому ким"),
    degrees=_set("наскільки"),
    where=_set("де куди звідки"),
    which=_set("який яка яке які яку якому якого якій яким якими"),
    defining=_pattern(r"(?:що|хто) (?:це )?(?:так\w+|означає)|що це\b"),
    prepositions=_set("згідно в у на для про від до із з зі по при під після через без за між"),
    comparing=_set("інший інша інші інших інше ще теж також перший другий останній обидва обидві решта"),
    continuing=_set("детальніше докладніше далі правда точно більше поясни"),
    breaking=_set("і а й але або коли де якщо тому що щоб який яка які хто"),
    generic=_set(
        """небудь хтось щось так ні дякую будь ласка привіт вітаю вибачте добре гаразд зрозуміло розкажи
            розкажіть скажи скажіть знаєш поясни покажи детальніше людина люди людей людям рік році року
            років час часу раз річ речі вид види багато більше менше скільки довго далеко часто сталося
            сталось відбулося відбувається буває було буде стало саме взагалі"""
    ),
    empty=_pattern(
        r"\bцього (?:року|місяця|тижня)|\bу цьому році|\bце правда|\bтим не менш|\bтобто|\bпри цьому"
        r"|\bтак(?:ий|е|а|і) це"
    ),
)

_GERMAN = Grammar(
    persons=_set("er ihn ihm sein seine seinen seinem seiner seines"),
    things=_set("es sie ihnen ihr ihre ihren ihrem ihrer ihres"),
    possessives=_set("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres"),
    pointers=_set("dies diese dieser dieses diesen diesem davon dafür damit dabei daran darüber danach dazu"),
    places=_set("dort dorthin dorther"),
    openers=_set("und aber oder auch also dann"),
    handing_over=_pattern(
        r"(?:und )?(?:was ist mit|wie (?:ist|sieht|steht) es (?:mit|bei|aus|um)|was wäre mit|wie wäre es)\b"
    ),
    correcting=_pattern(r"(?:nein\W+)?ich (?:meine?|meinte|wollte sagen)\b|nein\b,|nicht (?=[^,]*, sondern )"),
    asking=_set(
        """wer wen wem wessen was welche welcher welches welchen welchem wo wohin woher wann warum wieso
            weshalb wie womit wodurch wofür wovon ist sind war waren hat haben hatte hatten kann können
            konnte wird werden wurde wurden gibt darf dürfen muss müssen soll sollen macht"""
    ),
    who=_set("wer wen wem wessen"),
    degrees=_set("wie"),
    where=_set("wo wohin woher"),
    which=_set("welche welcher welches welchen welchem"),
    defining=_pattern(r"(?:was|wer) (?:ist|sind|war|waren|bedeutet)\b"),
    prepositions=_set(
        """laut in im an am auf für von vom zu zum zur mit bei beim nach vor während unter seit aus durch ohne
            um zwischen des"""
    ),
    comparing=_set(
        """andere anderen anderer anderes noch sonst gleiche gleichen ersterer letzterer erstere letztere
            ersteren letzteren beide beiden"""
    ),
    continuing=_set("mehr genauer wirklich weiter erkläre sicher"),
    breaking=_set("und aber oder wenn als weil dass ob während der die"),
    generic=_set(
        """jemand niemand etwas nichts ja nein danke bitte hallo gut okay ok klar sag sagen sage erzähl
            erzähle erklär erkläre zeig wissen weiß genau mensch menschen leute person personen jahr jahre
            jahren zeit mal ding dinge art arten viele viel wenige mehr lange weit oft groß alt passiert
            passierte geschah geschieht geht gab gibt macht machen heißt eigentlich genauer"""
    ),
    empty=_pattern(
        r"\bgibt es\b|\bes gibt\b|\bgab es\b|\bes gab\b|\bspät ist es\b|\bgeht es dir\b"
        r"|\bdiese(?:s|m)? (?:jahr|monat|woche)\b"
        r"|\bes,? (?=[^.?!]*\b(?:zu|dass|wenn)\b)|\bsein(?=\W*$)|(?<=\S )(?-i:Sie|Ihnen|Ihr|Ihre|Ihren|Ihrem|Ihrer)\b"
    ),
)

_SPANISH = Grammar(
    persons=_set("él ella"),
    things=_set("ellos ellas ello su sus suyo suya suyos suyas"),
    possessives=_set("su sus suyo suya suyos suyas"),
    pointers=_set("este esta estos estas esto ese esa esos esas eso aquel aquella aquellos aquellas aquello"),
    places=_set("allí ahí allá"),
    openers=_set("y e pero o también entonces"),
    handing_over=_pattern(r"(?:y )?(?:qué (?:hay|pasa|tal|sucede|ocurre) (?:de|con)|cómo (?:es|va) lo de|y si)\b"),
    correcting=_pattern(r"(?:no\W+)?(?:yo )?(?:qu(?:er[íi]a|ise) decir|me ref(?:er[íi]a|iero) a)\b|no\b,"),
    asking=_set(
        """quién quiénes qué cuál cuáles dónde adónde cuándo cómo cuánto cuánta cuántos cuántas quien que
            cual donde cuando como cuanto es son fue fueron era hay tiene puede está están"""
    ),
    who=_set("quién quiénes quien"),
    degrees=_set("tan cuán"),
    where=_set("dónde adónde donde"),
    which=_set("qué cuál cuáles"),
    defining=_pattern(r"¿?(?:qué|quién|quiénes|que|quien) (?:es|son|era|fue|fueron|eran|significa)\b"),
    prepositions=_set("en para de del a al con por durante desde hasta sin bajo entre sobre tras"),
    comparing=_set("otro otra otros otras más mismo misma demás primero último ambos ambas también"),
    continuing=_set("más detalles sigue seguro explica verdad"),
    breaking=_set("y pero o cuando si porque que mientras aunque donde"),
    generic=_set(
        """alguien nadie algo nada sí no gracias favor hola vale bien claro dime cuéntame explica explícame
            muestra sabes decir dice detalles persona personas gente año años vez veces tiempo cosa cosas
            tipo tipos manera mucho muchos mucha muchas más menos lejos grande pasó pasa ocurrió sucedió
            hizo hace hacer hay exactamente"""
    ),
    empty=_pattern(
        r"\best(?:e|a) (?:año|mes|semana|noche|verano|invierno|siglo)\b|\b(?:por|para) eso\b|\besto es\b"
        r"|\b(?:el|del|al) este\b"
    ),
)

_FRENCH = Grammar(
    persons=_set("il elle lui"),
    things=_set("ils elles eux leur leurs son sa ses y"),
    possessives=_set("son sa ses leur leurs"),
    pointers=_set("ce cet cette ces cela ça ceci celui celle ceux celles ci"),
    places=_set("là"),
    openers=_set("et mais ou aussi alors"),
    handing_over=_pattern(r"(?:et )?(?:qu['’ ]en est[- ]il (?:de|du|des|pour)|et (?:si|pour|chez)|quid de)\b"),
    correcting=_pattern(r"(?:non\W+)?je (?:voulais dire|veux dire|parlais d)|non\b,"),
    asking=_set(
        """qui que quoi quel quelle quels quelles où quand comment pourquoi combien lequel laquelle est
            sont était étaient a ont peut fait est-ce"""
    ),
    who=_set("qui"),
    where=_set("où"),
    which=_set("quel quelle quels quelles lequel laquelle"),
    defining=_pattern(
        r"(?:qui|que|quel|quelle|quoi) (?:est|sont|était|étaient|signifie)\b|qu['’ ]est[- ]ce qu"
        r"|c['’ ]est quoi"
    ),
    prepositions=_set(
        "selon en dans pour de du des à au aux avec par pendant depuis sans sous entre sur après avant chez"
    ),
    comparing=_set("autre autres même mêmes dernier premier second encore aussi plus"),
    continuing=_set("plus davantage détails vraiment continue explique sûr"),
    breaking=_set("et mais ou quand si parce que lorsque puisque dont où qui"),
    generic=_set(
        """quelqu quelque oui non merci plaît bonjour salut bien bon dis dites raconte explique expliquez
            montre savoir sait détails personne personnes gens an ans année années fois temps chose choses
            type types façon beaucoup plus moins longtemps loin grand passé passe arrivé fait faire
            exactement combien"""
    ),
    empty=_pattern(
        r"\bil y (?:a|avait|aura)\b|\by (?:a|avait|aura)(?:-t-il)?\b"
        r"|\b(?:faut|faudra|pleut|est|existe|reste|fait)(?:-t)?-il\b(?=[^.?!]* (?:de|que|d|pour)\b)"
        # a subject named before its verb is taken up again behind it: "le mur est-il tombé"
        r"|(?:\b(?:les?|la|une?|des|ce|cette|ces)\b|\bl['’]|(?<=\s)(?-i:[A-ZÉÈÀÎÔ]))[^.?!]*?-(?:t-)?(?:ils?|elles?)\b"
        r"|\bfaut-il\b|\bil (?:faut|pleut|existe|reste)\b|\best-ce(?= qu)|\bc['’ ]est\b|\bce (?:qui|que|qu)\b"
        r"|\bcette (?:année|semaine|nuit)|\bce (?:mois|matin|soir)|\bce sont\b"
    ),
)  # fmt: skip

GRAMMARS: Mapping[str, Grammar] = {
    "en": _ENGLISH, "ru": _RUSSIAN, "uk": _UKRAINIAN, "de": _GERMAN, "es": _SPANISH, "fr": _FRENCH,
}  # fmt: skip
