"""Phrases that ask for somebody's words, with their groups: `who` said them, and the cue `before` and `behind` that.

Cues of English, German, French, Spanish, Russian and Ukrainian, for questions in normal form. Pure.
"""

import re

_ENGLISH = (
    r"(?<!the )(?<!\ba )(?<!\bof )(?<!his )(?<!her )(?<!their )"  # else a noun: "what did they pay for the promise"
    r"(?:sa(?:y|id)|t(?:ell|old)|claim|writ(?:e|ten)|th(?:ink|ought)|promise|admit(?:ted)?|argue|announce|complain|explain"
    r"|warn|recall|reveal|insist|repl(?:y|ied)|answer|predict|believe|mention)(?:e?d)?(?!\w)"
    r"(?: (?:any|some)thing(?!\w))?"
)
_VIEW = r"(?:views?|opinions?|comments?|statements?|(?:position|stance|take) on)"
_GERMAN = "sag|mein|glaub|erklär|erzähl|berichte|antworte|beton|befürchte|vermute|behaupte|kündig|räum|warn"
_GERMAN_PARTICIPLE = (
    r"(?:ge(?:sagt|meint|glaubt|antwortet|warnt|schrieben|dacht|sprochen|äußert)|erklärt|erzählt|berichtet|betont"
    r"|befürchtet|vermutet|behauptet|angekündigt|eingeräumt|versprochen|beschwert|beklagt)"
)
_FRENCH = "pens|déclar|expliqu|racont|affirm|annonc|estim"
_FRENCH_PARTICIPLE = (
    "(?:dit|déclaré|répondu|écrit|expliqué|raconté|promis|affirmé|annoncé|prétendu|reconnu|pensé|estimé)"
)
_SPANISH = "opin|contest|declar|explic|anunci|afirm|asegur|señal|coment"
_SPANISH_PARTICIPLE = (
    "(?:dicho|escrito|(?:declar|contest|explic|cont|afirm|asegur|anunci|opin|coment)ado|(?:respond|promet|reconoc)ido)"
)
_RUSSIAN = (
    "сказа|заяви|ответи|рассказа|написа|(?:по)?обеща|сообщи|объясни|поясни|утвержда|подчеркну|добави|отмети"
    "|вспомина|говори|дума|счита|предупреди|прокомментирова"
)
_RUSSIAN_NOW = "говор|дума|счита|утвержда|обеща|пиш|вспомина|жалу"
_UKRAINIAN = (
    "сказа|каза|заяви|відпові|розпові|написа|(?:по)?обіця|повідоми|поясни|стверджува|підкресли|наголоси|дода"
    "|зазначи|згадува|говори|дума|вважа|попереди|прокоментува"
)
_UKRAINIAN_NOW = "каж|дума|вважа|стверджу|обіця|пиш|згаду|говор|скарж"
_RUSSIAN_WHAT = "(?:что|о ч[её]м|на что|как)(?: (?:обо?|про|на) эт(?:о|ом))?"
_UKRAINIAN_WHAT = "(?:що|про що|на що|як)(?: (?:про|на) це)?"

_GOES_ON = (
    r"z[uo]\w?|da(?:zu|r[üu]e?ber)|über|ueber|vo[nmr]|nach|in|im|am|an|auf|beim?|bei|während|gegen|gestern|heute|jetzt"
    r"|ein|d[aeu]|des|dans|en|sur|lors|pendant|devant|contre|avant|après|à|aux?|hier|aujourd"
    r"|del|sobre|acerca|al?|ante|durante|contra|tras|después|antes|ayer|hoy"
    r"|об?|про|по|после|во?|на|перед|против|вчера|сегодня|щодо|після|[ву]|під|проти|[ву]чора|сьогодні"
)
"""Follows whom a question names: what they talked about, where, when, or to whom."""
_BEFORE = (
    rf"(?:was|wovor|worüber) (?:(?:{_GERMAN})te?|schr(?:eibt|ieb)|denkt|dachte|h[aä]e?lt|hielt|verspr(?:icht|ach)"
    r"|spr(?:icht|ach)|(?:beschwert|beklagt)e? sich|klagte?)"
    r"|wie äu(?:ß|ss)erte? sich|was (?:ist|war) (?:die|der) (?:meinung|ansicht|haltung)(?: vo[nm])?"
    rf"|que (?:dit|(?:{_FRENCH})e|répond|prétend|promet|croit|écrit)"
    r"|qu['’](?:en )?(?:affirme|explique|annonce|estime|écrit|dit|pense)"
    rf"|(?:qu['’]est[- ]ce )?qu['’](?:en )?a {_FRENCH_PARTICIPLE}"
    r"|de quoi (?:se plaint|s['’]est plainte?|parle)|quel(?:le)? (?:est|était) l['’](?:avis|opinion)"
    rf"|(?:de )?qu[eé] (?:les? )?(?:dijo|dice|(?:{_SPANISH})(?:a|ó)|piensa|pensó|cuenta|contó|cree|creyó"
    rf"|(?:respond|escrib|promet)(?:e|ió)|recono(?:ce|ció)|advi(?:rtió|erte)|ha {_SPANISH_PARTICIPLE}|se quej(?:a|ó))"
    r"|cu[aá]l (?:es|fue) la (?:opinión|postura)"
    rf"|{_RUSSIAN_WHAT} (?:(?:{_RUSSIAN})(?:л[ао]?|в[ша]?)|(?:{_RUSSIAN_NOW})[еёи]т|пожаловал(?:ся|ась)|жалуется)"
    rf"|како(?:е|во) мнение(?: у)?"
    rf"|{_UKRAINIAN_WHAT} (?:(?:{_UKRAINIAN})(?:в|ла|ло)|(?:{_UKRAINIAN_NOW})(?:[еє]|ить)|поскаржи(?:вся|лася)"
    r"|скаржиться)|яка думка"
)
_SLAVIC_WHO = rf"(?!(?:{_GOES_ON})\b)\w+(?: \w+)?"

_WHO = r"(?:(?!(?:not|do|happen(?:ed)?|when|after|before|if|that|which|who|whom|because|cause|lead)\b).){1,60}?"
"""Whom an English question names: no verb of its own stands between."""

OF_ONE = (
    rf"(?P<before>what (?:did|does|has|had|would)) (?P<who>{_WHO}) (?:have to )?(?P<behind>{_ENGLISH})",
    rf"(?P<before>what (?:is|was|has)) (?P<who>{_WHO}) (?P<behind>(?:been )?saying)",
    rf"(?P<before>what (?:is|was|were|are)) (?P<who>{_WHO})['’]s? (?P<behind>{_VIEW})",
    rf"(?P<before>^(?:did|does|has)) (?P<who>{_WHO}) (?P<behind>{_ENGLISH}(?<=thing)|comment(?:ed)?)",
    r"(?P<before>(?:was|wovor|worüber) (?:hat|hatte)(?: sich)?) (?P<who>.{1,60}?)"
    rf"(?:\s(?:{_GOES_ON})\b.{{0,60}})? (?P<behind>{_GERMAN_PARTICIPLE})",
    rf"(?P<before>qu['’]est[- ]ce qu(?:e |['’](?!a )))(?P<who>.{{1,60}}?)"
    rf" (?P<behind>a {_FRENCH_PARTICIPLE}|dit|pense|répond)",
    rf"(?P<before>{_BEFORE})\s(?P<who>.{{1,60}}?)(?P<behind>)(?=\s(?:{_GOES_ON})\b|$)",
    rf"^(?:[аи] )?(?P<before>{_RUSSIAN_WHAT}) (?P<who>{_SLAVIC_WHO})"
    rf" (?P<behind>(?:{_RUSSIAN})л[ао]?|(?:{_RUSSIAN_NOW})[еёи]т)",
    rf"^(?:[аі] )?(?P<before>{_UKRAINIAN_WHAT}) (?P<who>{_SLAVIC_WHO})"
    rf" (?P<behind>(?:{_UKRAINIAN})(?:в|л[ао])|(?:{_UKRAINIAN_NOW})(?:[еє]|ить))",
)
"""Patterns that ask for the words of one person or body."""

OF_SEVERAL = (
    rf"(?P<before>what (?:do|have)) {_WHO} (?P<behind>{_ENGLISH})",
    rf"(?P<before>what (?:are|were|have)) {_WHO} (?P<behind>(?:been )?saying)",
    rf"(?P<before>^(?:do|have)) {_WHO} (?P<behind>{_ENGLISH}(?<=thing)|commented)",
    rf"(?P<before>(?:was|wovor|worüber) (?:haben|hatten)(?: sich)?) .{{1,60}} (?P<behind>{_GERMAN_PARTICIPLE})",
    rf"(?P<before>qu['’]est[- ]ce qu(?:e |['’])).{{1,60}}? (?P<behind>ont {_FRENCH_PARTICIPLE}|(?:dis|pens|répond)ent)",
    rf"(?P<before>(?:was|wovor|worüber) (?:(?:{_GERMAN})t?en|schr(?:ei|ie)ben|denken|dachten|halten|hielten|versprechen"
    r"|sprechen|(?:beschwer|beklag)t?en sich|klagt?en)|wie äu(?:ß|ss)ert?en sich"
    rf"|que (?:disent|(?:{_FRENCH})ent|répondent|croient|écrivent)|qu['’]en (?:disent|pensent)"
    rf"|(?:qu['’]est[- ]ce )?qu['’](?:en )?ont {_FRENCH_PARTICIPLE}|de quoi (?:se plaignent|parlent)"
    rf"|qu['’](?:en )?(?:a-t-|ont-)(?:il|elle|on)s? {_FRENCH_PARTICIPLE}|que (?:dit|pense|répond)-(?:il|elle|on)"
    rf"|(?:de )?qu[eé] (?:les? )?(?:dijeron|dicen|(?:{_SPANISH})(?:an|aron)|piensan|pensaron|cuentan|contaron|creen"
    rf"|respond(?:en|ieron)|escrib(?:en|ieron)|han {_SPANISH_PARTICIPLE}|se quej(?:an|aron))"
    rf"|{_RUSSIAN_WHAT} (?:(?:{_RUSSIAN})ли|(?:{_RUSSIAN_NOW})[юуя]т|жалуются|пожаловались)"
    rf"|{_UKRAINIAN_WHAT} (?:(?:{_UKRAINIAN})ли|(?:{_UKRAINIAN_NOW})[юуя]ть|скаржаться|поскаржилися))(?P<behind>)",
    rf"^(?:[аи] )?(?P<before>{_RUSSIAN_WHAT}) {_SLAVIC_WHO} (?P<behind>(?:{_RUSSIAN})ли|(?:{_RUSSIAN_NOW})[юуя]т)",
    rf"^(?:[аі] )?(?P<before>{_UKRAINIAN_WHAT}) {_SLAVIC_WHO}"
    rf" (?P<behind>(?:{_UKRAINIAN})ли|(?:{_UKRAINIAN_NOW})[юуя]ть)",
)
"""Patterns that ask for the words of people nobody could name: "what do residents say"."""

ASKED = re.sub(r"\?P<\w+>", "?:", "|".join((*OF_ONE, *OF_SEVERAL)))
"""All of them, without their groups."""

WANTED = (
    r"what (?:do|did|does|has|have) .{1,60} (?:recommend|suggest|propose|demand|advise|urge|call(?:ed)? for)"
    r"(?:e?d)?(?!\w)"
    r"|what (?:is|are|was|were) .{1,60} (?:(?:recommend|suggest|propos|demand|advis|urg)ing|calling for)(?!\w)"
    r"|(?:was|wozu) (?:rät|(?:.{0,60} )?(?:empf(?:iehlt|ahl|ehlen|ohlen)|schl[äau]g(?:t|en)?|vorgeschlagen|fordert?e?n?"
    r"|gefordert|riet(?:en)?|(?:ge)?raten|verlangt?e?n?))(?!\w)"
    r"|qu(?:e|['’]).{0,60}\b(?:recommand|conseill|exig|propos|demand|réclam|préconis|suggèr|suggér)\w*"
    r"|qué .{0,60}\b(?:recom(?:iend|end)|aconsej|exig|prop(?:on|us)|p[ei]d[ei]|sug[ie]+r|reclam)\w*"
    r"|ч(?:то|его) .{0,60}\b(?:рекоменд|совет|посовет|треб|потреб|предл[ао]|прос|попрос)\w*"
    r"|(?:що|чого) .{0,60}\b(?:рекоменд|рад|порад|вимаг|пропон|запропон|прос|попрос)\w*"
)
"""Pattern that asks what somebody recommends or demands."""
