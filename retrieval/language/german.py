"""Forms of German words that share a stem: strong verbs by a table, participles and the endings in "-t" by rule.

Words are in lower case, without umlauts ("fallt" for "fällt"). Forms that are more often another word, alone or after a
prefix, are left out: "stand", "schloss", "griff", "lagen" (Anlagen), "gaben" (Aufgaben), "gefahren".
"""

from ..patterns import lazy
from .irregular import base_forms

VERBS = base_forms("""
    bauen baut baute bauten
    beginnen begann begannen begonnen
    beissen beisst gebissen
    bieten bietet
    binden bindet gebunden
    bitten bittet bat baten gebeten
    bleiben bleibt blieb blieben geblieben
    brechen bricht brach brachen gebrochen
    brennen brannte brannten gebrannt
    bringen bringt brachte brachten gebracht
    denken denkt dachte dachten gedacht
    essen isst assen gegessen
    entscheiden entscheidet entschied entschieden
    erscheinen erscheint erschien erschienen
    entstehen entsteht entstand entstanden
    beschliessen beschliesst beschloss beschlossen
    entschliessen entschliesst entschloss entschlossen
    fahren fuhr
    fallen fallt fiel fielen gefallen
    fangen fangt fing fingen
    anfangen angefangen
    finden findet fand fanden gefunden
    fliegen fliegt flog geflogen
    fliehen flieht floh flohen geflohen
    fliessen flossen geflossen
    fressen frisst frass gefressen
    frieren friert fror froren gefroren
    geben gibt gab gegeben
    gehen geht ging gingen gegangen
    gelten gilt galt galten gegolten
    gewinnen gewann gewannen gewonnen
    graben grabt grub gruben gegraben
    greifen greift gegriffen
    halten hielt hielten gehalten
    hangen hangt hing hingen gehangen
    heben hebt hob hoben gehoben
    heissen heisst hiess hiessen geheissen
    helfen hilft half halfen geholfen
    horen hort horte horten gehoren
    kennen kennt kannte kannten gekannt
    kommen kommt kam kamen gekommen
    laden ladt lud luden geladen
    lassen lasst liess liessen gelassen
    laufen lauft lief liefen gelaufen
    leben lebt lebte lebten
    legen legt legte legten
    leihen leiht lieh liehen geliehen
    leiden leidet litt litten gelitten
    lesen liest las
    liegen liegt lag gelegen
    lugen lugt log gelogen
    meiden meidet mied mieden gemieden
    messen misst gemessen
    nehmen nimmt nahm genommen
    nennen nennt nannte nannten genannt
    raten riet rieten
    reissen reisst gerissen
    reiten reitet geritten
    rennen rennt rannte rannten gerannt
    rufen ruft rief riefen gerufen
    sagen sagt sagte sagten
    schaffen schafft schuf schufen geschaffen
    scheinen scheint schien
    schieben schiebt schob schoben geschoben
    schiessen schiesst schoss geschossen
    schlafen schlaft schlief schliefen geschlafen
    schlagen schlagt schlug schlugen geschlagen
    schliessen schliesst schlossen geschlossen
    schneiden schneidet geschnitten
    schreiben schreibt schrieb schrieben geschrieben
    schreien schreit schrie schrien geschrien
    schweigen schweigt schwieg schwiegen geschwiegen
    schwimmen schwimmt schwamm schwammen geschwommen
    sehen sieht sah gesehen
    senden sandte sandten gesandt
    singen singt sang sangen gesungen
    sinken sinkt sank sanken gesunken
    sitzen sitzt sass sassen gesessen
    sprechen spricht sprach gesprochen
    springen springt sprang sprangen gesprungen
    stechen sticht stach stachen gestochen
    stehen steht
    stehlen stiehlt stahlen gestohlen
    steigen steigt stieg stiegen gestiegen
    sterben stirbt starb starben gestorben
    stossen stosst stiess stiessen gestossen
    streichen streicht gestrichen
    streiten streitet stritt stritten gestritten
    tragen tragt trug trugen getragen
    treffen trifft traf trafen getroffen
    treiben treibt getrieben
    treten tritt trat traten getreten
    trinken trinkt trank tranken getrunken
    verbieten verbietet verboten
    vergessen vergisst vergass vergassen
    verlieren verliert verlor verloren
    verstehen versteht verstanden
    wachsen wachst wuchs wuchsen gewachsen
    waschen wascht wusch wuschen gewaschen
    weisen weist wies wiesen gewiesen
    wenden wandte wandten gewandt
    werben wirbt warb warben geworben
    werfen wirft warf warfen geworfen
    wiegen wiegt wog gewogen
    wissen weiss wusste wussten gewusst
    ziehen zieht zog zogen gezogen
    zwingen zwingt zwangen gezwungen
""")

_APART = (
    r"ab|an|auf|aus|bei|ein|entgegen|fest|fort|frei|heraus|hervor|her|hinaus|hinzu|hin|kennen|los|mit|nach|nieder|statt"
    r"|teil|vorbei|voran|vor|weg|weiter|zuruck|zusammen|zu"
)
"""Separable prefixes of verbs: "angefangen", "fing an"."""
_FAST = r"be|emp|ent|er|miss|ver|zer|hinter|uber|unter|um|durch|wieder|wider"
"""Prefixes that are not separated in most forms: "versprochen", "umgezogen"."""
_PREFIXED = lazy(rf"((?:{_APART}|{_FAST})(?:be|er|ver|ent|zer)?)(\w{{3,}})")
_KEPT = lazy(rf"((?:{_APART})?(?:{_FAST}))(\w{{3,}}(?:en|[nd]t))")

_NOUNS = frozenset("angriffen begriffen bekannt betrug herzog verwandt".split())
"""Words that only look like forms of a prefixed verb."""
_ALONE = frozenset("fuhr gehoren lag stieg tritt wuchs".split())
"""Forms that are nouns after a prefix: "Einfuhr", "Verlag"."""

_OF_A_NOUN = (
    r"richt|sicht|wicht|schaft|schlecht|schicht|spenst|dicht|rucht|halt|stalt|walt|genwart|flecht|fecht|rust|ist|rst"
    r"|recht|samt|burt|ordnet"
)
_OF_A_VERB = r"(?:winn|ling|nehmig|fahrd|wahr|nug|niess|schieh|lang|buhr|statt)e?t"
# gekostet, aufgebaut, geschützte: "ge" and "-t" are removed, but not from nouns: Gericht, Geschichte, Gesundheit; of
# gewinnt and genehmigte "ge" is part of the verb.
_PARTICIPLE = lazy(
    rf"((?:{_APART}|{_FAST})?)"
    rf"(?:(?=ge{_OF_A_VERB})|ge(?!{_OF_A_VERB}|(?:{_OF_A_NOUN})(?:e[mnrs]?)?$|\w*(?:schaft|[hk]eit|tt)(?:e[mnrs]?)?$))"
    r"(\w+?(?:[aeo]u|ei|ie[rh]|[bcdfghklmnprstvwxz]))e?t(?:e[mnrs]?)?"
)
_INFLECTED = lazy(r"(?<=\w{4}en)e[mnrs]?$|(?<=\wt)e[mnrs]?$")


def german(word: str) -> str:
    """Return the base form of a German word in lower case without umlauts; the word itself where no rule applies."""
    for form in dict.fromkeys((word, _INFLECTED.sub("", word))):
        if form in _NOUNS:
            return form
        if base := VERBS.get(form):
            return base
        if (parted := _PREFIXED.fullmatch(form)) and parted[2] not in _ALONE and (base := VERBS.get(parted[2])):
            return parted[1] + base
        if (kept := _KEPT.fullmatch(form)) and (base := VERBS.get(f"ge{kept[2]}")):
            return kept[1] + base
    regular = _PARTICIPLE.fullmatch(word)
    return f"{regular[1]}{regular[2]}en" if regular else word


# Endings that Snowball leaves: glaubt(e) as glauben, fordert and studiert as fordern and studieren, kostet, sammeln.
_ENDING = lazy(
    r"(?<=\w{3})(?<!hund)(?<!konz)(?<!exp)ert$|(?<=\w{3}[bcfghklmnprsvwxz])(?<!mark)(?<!punk)t$|(?<=\w{2}[dt])et$"
    r"|(?<=\wel)n$"
)


def german_stem(stem: str) -> str:
    """Return a stem of Snowball's, made the same for all forms of a German verb."""
    return _ENDING.sub("", stem)
