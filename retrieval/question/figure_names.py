"""Names of figures that a question may ask for: sums of money, rates, lengths, weights, durations.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

SUMS = (
    r"fine|fare|fee|price|costs?|salary|wages?|rent|budget|\w*(?:strafe|bu(?:ss|ß)geld|gebühr|miete|preis|gehalt|lohn"
    r"|rente|kaution|kosten|beitrag)|amende|loyer|salaire|caution|prix|tarif|coût|multa|precio|alquiler|sueldo|salario"
    r"|fianza|штраф|зарплат[ауы]|оклад|залог|цен[ауы]|стоимость|цін[ауи]|вартість|заставу?|пенси[яю]"
    r"|profits?|revenues?|turnover|\w*(?:gewinn|umsatz)|bénéfice|chiffre d['’]affaires|beneficio|facturación|прибыль"
    r"|выручка|прибуток|виручка|debts?|deficit|montant|dette|déficit|importe|deuda|сумм[ау]|сум[ау]"
    r"|(?:разм[еі]р|розмір) \w*(?:штраф|налог|пенси|пособи|зарплат|подат|пенсі|допомог)\w*"
)
"""Names of sums of money."""
FIGURES = (
    r"temperatur\w*|(?:boiling|melting|freezing|flash) point|\w*(?:siede|schmelz|gefrier)punkt|speed|rate|share"
    r"|proportion|percentage|fraction|population|age|weight|alter"
    r"|\w*(?:geschwindigkeit|anteil|prozentsatz|quote|fläche|einwohnerzahl|bevölkerung)"
    r"|température|vitesse|taux|proportion|pourcentage|superficie|population|capacité|fraction"
    r"|point d['’](?:ébullition|fusion|congélation)"
    r"|temperatura|velocidad|tasa|participación|porcentaje|proporción|(?<!en qué )población|capacidad|fracción"
    r"|punto de (?:ebullición|fusión|congelación)"
    r"|inflation|unemployment|turnout|chômage|abstention|inflación|desempleo|paro"
    r"|(?:уровень |рівень )?(?:инфляци|безработиц|інфляці|безробітт)[яюаиыії]"
    r"|температур\w*|скорост\w*|ставк[ауи]|дол[яюи]|возраст\w*|населени\w+|численност\w+|мощност\w+|вместимост\w+|явк[аиу]"
    r"|процент\w*"
    r"|точк[ауи] (?:кипени|плавлени|замерзани|кипінн|плавленн|замерзанн)я"
    r"|площ(?:адь|[ау])|швидк\w+|част(?:ка|ку)|вік\w*|віці|відсот\w+|населення|чисельн\w+|потужн\w+|місткіст\w+"
)
HIGH_SUMS = (
    r"(?:\w*(?:schaden|schäden|schulden|summe|betrag|verlust|förderung|einnahmen|ausgaben|spende|investition|etat|haushalt"
    r"|zuschuss|zuschüsse|defizit|honorar|erlös|steuer|abgabe)|takings|tax(?:es)?|damages?|loss(?:es)?"
    rf"|{SUMS})\w{{0,2}}(?!\w)"
)
HIGH = (
    r"(?:\w*(?:zahl|inflation|teuerung|arbeitslosigkeit|beteiligung|zins|satz|auflage|verbrauch|risiko|wahrscheinlichkeit"
    r"|fieber|druck|feuchtigkeit|dosis|belastung|auslastung|konzentration|sieg|mehrheit|wert|rendite|leistung|spannung)"
    rf"|fever|temperature|pressure|humidity|risk|dose|number|majority|{FIGURES})\w{{0,2}}(?!\w)"
    rf"|{HIGH_SUMS}"
)
"""Names of what is high, but has no height."""
LENGTH_NAMES = (
    r"height|depth|width|distance|altitude|elevation|diameter|thickness"
    r"|(?<!in welcher )höhe|tiefe|breite|entfernung|durchmesser|dicke"
    r"|profondeur|hauteur|largeur|diamètre|épaisseur"
    r"|profundidad|altura|anchura|distancia|longitud|altitud|diámetro"
    r"|(?:глубин|высот|ширин|длин|толщин|протяж[её]нност|расстояни|диаметр)\w*"
    r"|(?:глибин|висот|довжин|товщин|протяжн|відстан|діаметр)\w*"
)
LENGTH_OR_DURATION_NAMES = "length|länge|longueur"
WEIGHT_NAMES = r"weight|gewicht|masse|poids|peso|вес|масс[ау]|ваг[ау]|мас[ау]"
DURATION_NAMES = r"duration|dauer|durée|duración|(?:продолжительн|длительн|тривал)\w+"
