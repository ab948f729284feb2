"""German."""

from .grammar import NAME, TOPIC, Grammar, Sayings, pattern, words

_TONGUE = "(?:deutsch|englisch|französisch|spanisch|russisch|ukrainisch)"
_SAYINGS = Sayings(
    complaint="(?:das|es) (?:ist|war) (?:(?:aber|so|doch|leider|einfach|völlig|ganz) )?"
    "(?:falsch|nutzlos|unsinn|quatsch|nicht (?:richtig|wahr|hilfreich)|keine antwort)"
    "|(?:das )?stimmt (?:(?:so|aber|doch|gar) )*nicht|falsch|falsche[rs]? (?:antwort|artikel)|schlechte antwort"
    "|keine antwort|nicht hilfreich|unsinn|quatsch"
    "|du bist (?:nutzlos|dumm|blöd|doof)|wie bitte"
    "|das (?:beantwortet meine frage|hilft(?: mir)?|war meine frage) nicht(?: weiter)?|das war nicht (?:meine"
    "|die) frage|das (?:ergibt|macht) keinen sinn"
    "|(?:das|danach) hab(?:e|['’])? ich (?:dich )?nicht gefragt|ich glaub(?:e|['’])? (?:dir|das) nicht"
    "|du hast (?:(?:mir|meine frage|die frage) )?nicht (?:be|ge)antwortet|du hast mich (?:falsch|nicht) verstanden"
    "|das meinte ich nicht|du verstehst mich nicht|hast du mich verstanden|das ist gelogen"
    "|(?:das )?versteh(?:e|['’])? ich nicht|ich versteh(?:e|['’])? (?:(?:das|dich) )?nicht"
    "|(?:was meinst du(?: damit)?|wie meinst du das)|(?:stimmt|ist) das (?:wirklich )?wahr|stimmt das(?: (?:wirklich"
    "|so))?"
    "|so ein (?:quatsch|unsinn)|bist du (?:dir )?sicher|^(?:was|hä)$",
    only_quotes="übersetze? (?:das|es|dies)|fasse?(?: (?:das|es|den artikel(?: (?:über"
    "|zu[mr]?) .+)?))?(?: kurz)? zusammen"
    "|übersetzen|(?:eine )?(?:kurze )?zusammenfassung|kurzfassung|^kurz gesagt$",
    language=rf"(?:(?:kannst du|jetzt|bitte|antworte?|schreibe?|sprich|das ganze) )*auf {_TONGUE}"
    rf"(?: (?:antworten|schreiben|sprechen))?|(?:sprich|rede|kannst du(?: auch)?) {_TONGUE}|{_TONGUE} bitte"
    rf"|können wir {_TONGUE} (?:sprechen|reden|schreiben)|^{_TONGUE}$|sprache (?:ändern|wechseln|umstellen)"
    r"|übersetze? (?:(?:das|es|dies) )?(?:auf|ins) \w+|sprichst du \w+",
    follow="(?:(?:sage?|gib)(?: mir)? bescheid|benachrichtige? mich|schreibe? mir)(?: (?:wenn|sobald|falls) .+)?"
    "|sage? mir (?:wenn|sobald) .+|halte? mich auf dem laufenden(?: .+)?|verfolge? (?:das|diese frage|dieses thema)"
    "|abonnieren",
    about="wer bist du|was bist du|wer sind sie|wie heißt du"
    "|wer hat dich (?:gemacht|gebaut|programmiert|erschaffen)"
    "|bist du (?:(?:ein|eine|echt) )*(?:chat ?gpt|(?:chat)?bot|roboter|ki|mensch|maschine|echt)"
    "|was (?:kannst|machst) du(?: (?:alles|so))?|wie benutze ich (?:dich|den bot)|^(?:befehle|menü)$|was können sie"
    "|was kann ich (?:dich )?fragen|wie funktioniert(?: der| dieser) bot"
    r"|wie funktionierst du|bist du (?:da|noch da)|hilfe|hilf mir|(?:ich brauche|kannst du mir) (?:hilfe|helfen)"
    "|kann ich mit (?:einem|nem) menschen (?:sprechen|reden)",
    stop="stopp|hör auf(?: damit)?|abbruch|lass mich in ruhe|halt die klappe|^genug$|abbrechen|abmelden|aufhören",
    greeting="hallo|hallöchen|moin(?: moin|sen)?|tach|^alles gut$|wie läuft(?:['’]?s| es)|servus|grüß (?:gott|dich)"
    "|grüezi|guten (?:tag|morgen|abend)"
    "|wie geht(?:['’]?s| es)(?: (?:dir|ihnen))?(?: heute)?"
    "|(?:ich (?:hätte|habe|hab) )?(?:(?:da|mal|nur|noch) )*"
    "(?:(?:eine|ne|kurze|schnelle|letzte|nächste|andere|weitere) )*frage(?: noch)?(?: und zwar)?"
    "|(?:kann|darf) ich (?:dich )?(?:(?:mal|kurz) )*(?:was|etwas) fragen",
    thanks="(?:ich )?danke+(?: schön| sehr| dir| euch| ihnen| vielmals)?|dankeschön|merci vielmals"
    "|(?:(?:vielen|besten|herzlichen|tausend|lieben) )+dank|dank dir"
    "|(?:sehr )?gut(?: gemacht)?|prima|perfekt|wunderbar|ausgezeichnet"
    "|(?:sehr )?hilfreich|gute (?:antwort|arbeit)|du bist (?:toll|super|(?:der|die) beste)"
    "|toll|klasse|top|mega|(?:das )?(?:war|ist) (?:sehr )?(?:hilfreich|nett|super|toll)"
    "|für (?:deine|die|ihre|eure) (?:hilfe|antworte?n?|auskunft|info)|das hat (?:mir )?(?:sehr )?geholfen",
    farewell="tschüss?|ciao|tschau|auf wiedersehen|man sieht sich|schlaf gut|^nichts mehr$|bis (?:bald|dann|gleich"
    "|später|morgen|zum nächsten mal)|gute nacht"
    "|mach['’]?s gut"
    "|(?:hab(?:en sie)? )?(?:einen )?(?:schönen|guten) (?:tag|abend)(?: noch)?|schönes wochenende"
    "|das war(?:['’]?s| alles)"
    "|das reicht(?: mir)?",
    assent="^(?:spitze|geil)$|äh+m?|moment(?: mal)?|warte(?: mal)?|jedenfalls|ach(?: ja)?|achso|jo|jep|klar"
    "|(?:ich )?verstehe|schade"
    "|na (?:gut|ja)|naja|macht nichts|^(?:nee|stimmt|richtig)$|genau|krass|passt|tja|alles klar"
    "|verstanden|in ordnung|ach so"
    "|bitte ?(?:schön|sehr)?|gerne?(?: geschehen)?|kein problem|keine ursache|ja|nein|nö(?! [^ ]+ )|doch|entschuldigung"
    "|tut mir leid|schon gut|egal|vergiss es|gut zu wissen|(?:das ist )?interessant",
    beside="lieber?|alle|zusammen|nochmal|eigentlich|denn|aber|und|schon|mal",
    latest="(?:was gibt(?:['’]?s| es)|gibt(?:['’]?s| es)(?: was| etwas)?|was ist) neue?s?|neues|neuigkeiten"
    "|nachrichten|schlagzeilen"
    "|(?:zeige?(?: mir)? )?(?:die )?(?:neu(?:e|n|este)n?|aktuellen?|letzten) (?:nachrichten|artikel|meldungen"
    "|neuigkeiten)"
    "|die neuesten|(?:der |den |was ist der )?(?:neueste|aktuellste|letzte)[nr]? artikel",
    articles="(?:welche|wie viele) (?:artikel|texte)"
    " (?:hast du|haben sie|habt ihr|gibt(?:['’]?s| es)|kennst du)(?: (?:da|hier))?"
    rf"(?: (?:über|zum thema|zu[mr]?) {TOPIC})?"
    "|(?:gibt(?:['’]s| es)|hast du|haben sie) (?:(?:auch|einen|irgendwelche) )?artikel "
    rf"(?:über|zum thema|zu[mr]?) {TOPIC}"
    rf"|zeige?(?: mir)? (?:(?:alle|die) )*artikel(?: (?:über|zum thema|zu[mr]?) {TOPIC})?"
    rf"|(?:zeige?|gib|öffne|suche?|finde?|schicke?)(?: mir)? (?:den|einen) artikel (?:über|zum thema|zu[mr]?) {TOPIC}"
    rf"|(?:die )?(?:liste|übersicht) (?:der|aller) artikel|(?:welche )?themen(?: (?:hast du|gibt(?:['’]?s| es)))?"
    "|(?:alle )?artikel|(?:artikel)?liste|wie viele artikel|was hast du"
    rf"|(?:alle |(?:der |den |die )?(?:neueste|aktuellste|letzte)[nr]? )?artikel (?:über|zum thema) {TOPIC}"
    rf"|(?:hast du|haben sie|habt ihr) (?:et)?was (?:über|zum thema|zu[mr]?) {TOPIC}"
    rf"|gibt(?:['’]?s| es) (?:et)?was (?:über|zum thema) {TOPIC}|was hast du (?:über|zum thema|zu[mr]?) {TOPIC}"
    "|(?:was sind deine|welche) (?:quellen|zeitungen|autoren)(?: (?:hast|nutzt|kennst|liest) du| gibt(?:['’]?s| es))?"
    rf"|(?:wer hat|von wem (?:ist|stammt)|wann (?:ist|wurde)) (?:der|den) artikel (?:über|zum thema|zu[mr]?) {TOPIC}"
    "(?: (?:geschrieben|verfasst|erschienen|veröffentlicht(?: worden)?))",
    by="welche (?:artikel|texte) (?:(?:hast du|haben sie|gibt(?:['’]s| es)) )?(?:von|vom|aus)(?: de[rm])? "
    rf"{NAME}|welche (?:artikel|texte) hat {NAME} geschrieben"
    "|(?:zeige?(?: mir)? )?(?:(?:alle|die|neue(?:ste)?n?|letzten) )*artikel (?:von|vom|aus)(?: de[rm])? "
    rf"{NAME}|(?:gibt(?:['’]s| es)|hast du|haben sie) (?:auch )?artikel (?:von|vom|aus)(?: de[rm])? {NAME}",
    written=rf"was hat {NAME} (?:geschrieben|berichtet|veröffentlicht)"
    rf"|was (?:schreibt|schrieb|berichtete?|veröffentlichte?) {NAME}",
    writers=rf"wer (?:hat (?:etwas )?über {TOPIC} geschrieben|(?:schreibt|schrieb) über {TOPIC})",
    source="(?:und )?wann (?:war das(?: passiert| geschehen)?|ist das (?:passiert|geschehen)|(?:passierte|geschah) das)"
    "|(?:(?:was ist|nenne?)(?: mir)? )?(?:(?:die|deine|ihre) )?quellen?|(?:(?:kannst du|hast du|gib"
    "|schicke?)(?: mir)? )?(?:(?:der|den|einen) )?link(?: (?:schicken|geben))?|datum|autor"
    "|wer ist der autor|welcher artikel ist das"
    "|woher (?:hast du|haben sie|weißt du|wissen sie|kommt|stammt) das"
    "|wer hat (?:das|(?:den|diesen) (?:artikel|text)) (?:geschrieben|verfasst)"
    "|von (?:wem|wann) (?:ist|stammt) (?:das|(?:der|dieser) (?:artikel|text))"
    "|wann (?:wurde|ist|war) (?:das|(?:der|dieser) (?:artikel|text)) "
    "(?:veröffentlicht|erschienen|geschrieben)(?: worden)?"
    "|aus welche[rm] (?:artikel|zeitung|quelle) (?:ist|stammt|kommt) das|wie alt ist (?:der|dieser) artikel",
    speaker="(?:und )?wer (?:sagt|sagte|behauptet)(?: denn)? das|(?:und )?wer hat (?:dir )?das (?:gesagt|behauptet)"
    "|sagt wer|laut wem|von wem ist das zitat|wessen worte(?: sind das)?",
    whole="(?:(?:zeige?|gib|schicke?|öffne)(?: mal)?(?: mir)?(?: mal)? |(?:kannst du|können sie) mir "
    "|(?:(?:kann|darf|möchte|will) ich|ich (?:möchte|will)) )?(?:(?:bitte|den|der|das) )*"
    "(?:ganze[nr]?|vollständige[nr]?|komplette[nr]?|gesamte[nr]?|volle[nr]?) (?:artikel|text)"
    "(?: (?:an)?(?:zeigen|lesen|sehen|haben))?|volltext"
    "|(?:zeige?|öffne|schicke?|gib)(?: mal)?(?: mir)?(?: mal)? (?:den|diesen) artikel"
    "|(?:den )?artikel (?:anzeigen|lesen|öffnen)"
    "|(?:(?:kann|darf|möchte|will) ich|ich (?:möchte|will)) (?:den|diesen) artikel (?:lesen|sehen|haben)",
    more="(?:(?:zeige?|gib|sage?|erzähle?)(?: mir)? )?(?:bitte )?(?:noch )?(?:mehr|weitere)"
    "(?: (?:davon|dazu|darüber|stellen|treffer|ergebnisse|antworten))?"
    "|(?:zeige? mir )?noch (?:was|etwas|mehr|eine[ns]?)|(?:und )?(?:was )?sonst noch(?: was)?|(?:und )?was noch"
    "|mehr (?:infos?|informationen|details|anzeigen)"
    "|gibt(?:['’]?s| es) noch (?:mehr|was|etwas)|(?:mach )?weiter|nächste[rs]?"
    "|andere (?:antworten|treffer)",
    new_topic="(?:(?:eine? )?(?:andere|neue) frage|(?:ein )?(?:anderes|neues) thema|themenwechsel|(?:et)?was anderes)",
    naming=r"es geht um\b|(?:reden|sprechen) wir (?:jetzt )?über\b|ich h(?:ab|abe|ätte) (?:eine "
    r"|ne )?frage (?:zu[mr]?|über)\b",
    returning="(?:zurück|noch ?mal|noch einmal) (?:zu[mr]?)",
    aside=r"leute(?=\s*,)|übrigens|nebenbei(?=\W*\w)|apropos(?=\s*[,:;.!…–—-])|lieber bot(?=\s*[,:;.!…–—-])"
    r"|(?:entschuldig(?:ung|e|t|en sie)|verzeihung|sorry)(?: für)? die störung(?:,? aber)?"
    r"|(?:(?:nur )?aus (?:reiner )?neugier(?:de)?|interessehalber)(?=\W*\w)"
    r"|(?:(?:sorry|entschuldigung)(?: für die)? )?(?:blöde|dumme|doofe) frage(?:,? aber|(?=\s*[,:;.!…–—-]))",
    please="bitte",
    request="(?:(?:kann|könnte)st du|könn(?:t|tet) ihr|könn(?:t?en) sie|kann (?:mir )?(?:jemand|wer))"
    "(?: (?:mir|bitte|mal|kurz|vielleicht|freundlicherweise))* (?:sagen|erklären|verraten|mitteilen)"
    "|(?:erzähle?|erzählen sie)(?: (?:mir|uns|mal|bitte))*(?: (?:etwas|was|mehr))? (?:über|von|vom)"
    "|was wei(?:ß|ss)t du (?:alles )?(?:über|von|vom)"
    "|(?:(?:gib mir|ich brauche|ich suche|suche|gibt es|mehr|weitere) ){0,2}"
    "(?:infos?|informationen|details|einzelheiten) (?:über|zu[mr]?)|(?:et)?was über|ich suche"
    "|(?:bitte )?(?:sag[et]?|sagen sie|verrate?|erkläre?)(?: (?:mir|bitte|mal))+"
    "|(?:wei(?:ß|ss)t du|wissen sie|wisst ihr|wei(?:ß|ss)(?: (?:hier|das|zufällig|vielleicht|denn))* (?:jemand|wer))"
    "(?: (?:zufällig|vielleicht|schon))*"
    "|(?:hat|habt|hast|haben|hätte)(?: (?:hier|zufällig))* (?:jemand|wer|du|ihr|sie) (?:(?:eine|ne) )?(?:ahnung"
    "|idee|info)"
    "|(?:ich (?:habe? )?)?(?:keine ahnung|wei(?:ß|ss) nicht)(?=,? (?:ob|w(?:er|as|ann|arum|ie|o|em|en))\\b)"
    "|(?:gibt(?:['’]?s| es)|ich suche) (?:infos|informationen) (?:dazu|darüber)|ist (?:schon )?bekannt(?=,? (?:ob|w))"
    "|(?:also )?ich (?:würde|möchte|wollte|will)(?: (?:gerne?|nur|mal|kurz))* (?:wissen|fragen|erfahren)"
    "|ich (?:hätte gerne? gewusst|w(?:ü|ue)(?:ss|ß)te gerne?|frage mich|versuche herauszufinden)"
    "|mich (?:würde (?:mal )?interessieren|interessiert)|darf ich fragen",
    meaning="meine ich",
    thanking="(?:danke(?: ?schön| sehr| dir| ihnen)?|(?:vielen|besten|herzlichen) dank)(?:(?: schon ?mal)? im voraus)?",
    parting="(?:mit )?(?:(?:freundliche|viele|liebe|beste|schöne|herzliche)n? )*gr(?:u|ü|ue)(?:ß|ss)(?:en?)?|lg|mfg|vg"
    "|bitte um (?:(?:eine )?(?:kurze )?(?:antwort|auskunft|rückmeldung|hilfe)|info(?:s|rmation(?:en)?)?)",
)

GERMAN = Grammar(
    persons=words("er ihn ihm sein seine seinen seinem seiner seines dessen"),
    things=words("es sie ihnen ihr ihre ihren ihrem ihrer ihres deren"),
    possessives=words("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres dessen deren"),
    pointers=words("""das dies diese dieser dieses diesen diesem davon dafür dafuer damit dabei daran darüber darueber
        danach dazu dadurch dagegen darauf daraus darin darunter davor dran drauf drin drüber"""),
    places=words("dort dorthin dorther da dahin"),
    openers=words("und aber oder auch also dann außerdem ausserdem"),
    handing_over=pattern(
        r"(?:und )?(?:was ist mit|wie (?:ist|sieht|steht)(?: es|['’]?s) (?:mit|bei|aus|um)"
        r"|wie war das (?:(?:noch ?mal|noch|jetzt) )?mit|was wäre mit|wie wäre es)\b"
    ),
    correcting=pattern(
        r"(?:(?:nein|nee?|nö)\W+)?ich (?:mein(?:e|te)?|wollte sagen|(?:rede|spreche) vo[nm]|frage? nach)\b"
        r"|(?:nein |nee )*(?:nein|nee?|nö)\b(?:,|(?= d(?:e[rnm]|ie)\b))|(?:sorry|entschuldigung)\b(?=\W+d(?:e[rnm]"
        r"|ie)\b(?! störung))"
        r"|(?:nein )?nicht (?=[^,]*, )"
    ),
    asking=words("""wer wen wem wessen was welche welcher welches welchen welchem wo wohin woher wann warum wieso
        weshalb wie womit wodurch wofür wofuer wovon woran worauf woraus worin worüber worueber worum wogegen wonach
        wozu wobei wovor ist sind war waren hat haben hatte hatten kann können koennen konnte wird werden wurde wurden
        gibt gab gabs wieviel wieviele darf dürfen duerfen muss müssen muessen soll sollen macht"""),
    who=words("wer wen wem wessen"),
    degrees=words("wie"),
    where=words("wo wohin woher"),
    which=words("welche welcher welches welchen welchem"),
    defining=pattern(r"(?:was|wer) (?:ist|sind|war|waren|bedeutet)\b"),
    prepositions=words("""ab bis laut in im an am auf für fuer von vom zu zum zur mit bei beim nach vor während waehrend
        unter seit aus durch ohne um zwischen des"""),
    comparing=words("""andere anderen anderer anderes noch sonst gleiche gleichen ersterer letzterer erstere letztere
        ersteren letzteren beide beiden"""),
    continuing=words("mehr genauer wirklich weiter erkläre sicher"),
    breaking=words("und aber oder wenn als weil dass ob während der die"),
    generic=words("""jemand niemand nein danke bitte hallo gut okay ok klar sag sagen sage erzähl erzähle erklär erkläre
        zeig wissen weiß genau mensch menschen leute person personen jahr jahre jahren zeit uhrzeit ding dinge art arten
        wenige lange weit oft groß alt passiert passierte geschah geschieht geht gab machen heißt eigentlich genauer
        rest"""),
    empty=pattern(
        r"\bgibt es\b|\bes gibt\b|\bgab es\b|\bes gab\b|\bspät ist es\b|\bgeht es dir\b"
        r"|\bdiese(?:s|m)? (?:jahr|monat|woche)\b"
        r"|\bes,? (?=[^.?!]*\b(?:zu|dass|wenn)\b)|\bsein(?=\W*$)|(?<=\S )(?-i:Sie|Ihnen|Ihr|Ihre|Ihren|Ihrem|Ihrer)\b"
    ),
    verbal=pattern(
        r"\b(?:wann|warum|wieso|weshalb|was|wo|wohin|woher) \w+$"
        r"|\b(?:ist|sind|war|waren|wird|wurde|wurden) (?:es|er|sie|das)(?: (?:sehr|so|auch|noch|wirklich|denn|schon))?"
        r" (?:\w+(?:lich|ig|isch|bar|sam|haft|los|end|voll|iert)|(?:ge|be|er|ver|zer|ent)\w+t)$"
        r"|\b(?:jemand|niemand) (?:ge|be|er|ver|zer|ent)\w+(?:t|en)$|\bschuld$"
    ),
    articles=words("der die das dem den"),
    sayings=_SAYINGS,
)
