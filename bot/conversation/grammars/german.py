"""German."""

from .grammar import Grammar, pattern, words

GERMAN = Grammar(
    persons=words("er ihn ihm sein seine seinen seinem seiner seines"),
    things=words("es sie ihnen ihr ihre ihren ihrem ihrer ihres"),
    possessives=words("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres"),
    pointers=words("das dies diese dieser dieses diesen diesem davon dafür damit dabei daran darüber danach dazu"),
    places=words("dort dorthin dorther"),
    openers=words("und aber oder auch also dann"),
    handing_over=pattern(
        r"(?:und )?(?:was ist mit|wie (?:ist|sieht|steht) es (?:mit|bei|aus|um)|was wäre mit|wie wäre es)\b"
    ),
    correcting=pattern(r"(?:nein\W+)?ich (?:meine?|meinte|wollte sagen)\b|nein\b,|nicht (?=[^,]*, sondern )"),
    asking=words(
        """wer wen wem wessen was welche welcher welches welchen welchem wo wohin woher wann warum wieso
            weshalb wie womit wodurch wofür wovon ist sind war waren hat haben hatte hatten kann können
            konnte wird werden wurde wurden gibt darf dürfen muss müssen soll sollen macht"""
    ),
    who=words("wer wen wem wessen"),
    degrees=words("wie"),
    where=words("wo wohin woher"),
    which=words("welche welcher welches welchen welchem"),
    defining=pattern(r"(?:was|wer) (?:ist|sind|war|waren|bedeutet)\b"),
    prepositions=words(
        """laut in im an am auf für von vom zu zum zur mit bei beim nach vor während unter seit aus durch ohne
            um zwischen des"""
    ),
    comparing=words(
        """andere anderen anderer anderes noch sonst gleiche gleichen ersterer letzterer erstere letztere
            ersteren letzteren beide beiden"""
    ),
    continuing=words("mehr genauer wirklich weiter erkläre sicher"),
    breaking=words("und aber oder wenn als weil dass ob während der die"),
    generic=words(
        """jemand niemand nein danke bitte hallo gut okay ok klar sag sagen sage erzähl erzähle erklär erkläre zeig
            wissen weiß genau mensch menschen leute person personen jahr jahre jahren zeit ding dinge art arten wenige
            lange weit oft groß alt passiert passierte geschah geschieht geht gab machen heißt eigentlich genauer"""
    ),
    empty=pattern(
        r"\bgibt es\b|\bes gibt\b|\bgab es\b|\bes gab\b|\bspät ist es\b|\bgeht es dir\b"
        r"|\bdiese(?:s|m)? (?:jahr|monat|woche)\b"
        r"|\bes,? (?=[^.?!]*\b(?:zu|dass|wenn)\b)|\bsein(?=\W*$)|(?<=\S )(?-i:Sie|Ihnen|Ihr|Ihre|Ihren|Ihrem|Ihrer)\b"
    ),
)
