"""Openings of a sentence whose antecedent, or whose reason, is in the sentence before: "She", "Two of them", "Dort".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re

from ..patterns import lazy
from .times import A_MONTH, A_WEEK, A_YEAR, DURATION
from .weekdays import SEASON

_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|only|latest"
    r"|(?:erst|zweit|dritt|viert|fünft|letzt)e[rs]?|premi(?:er|ère)|(?:deux|trois|quatr|cinqu)ième|seule?"
    r"|(?:перв|втор|трет|четв[её]рт|пят|единственн|перш|друг|п['’]ят)\w+)"
)
_NEEDS_NOTHING = (
    r"(?:it(?:['’]s| is| was) (?:(?:now|already|not|only) )?the |es (?:ist|war) (?:(?:schon|bereits) )?(?:der|die|das) "
    rf"|c['’](?:est|était) (?:déjà )?l[ae] |это (?:уже )?|це (?:вже )?){_NTH} "
    r"(?!(?:of|in|to|since|for|at|on|and|im|in|seit|von|d[eu]|à)\s)\w"
    r"|it(?:['’]s| is| was) (?:not |still |now )?"
    r"(?:(?:un)?(?:clear|known|likely)|possible|expected|thought|believed|feared|hoped)"
    r" (?:that|whether|if|how|who|why|when|where|what)|es g(?:ibt|ab)|il y (?:a|avait|aura)|il (?:faut|fallait|faudra)"
    r"|(?:to|until|at|in) (?:this|these) (?:days?|time|moment|stage)(?!\w)|à ce (?:jour|stade)|in diesen tagen"
    r"|en est(?:os (?:días|momentos)|e momento)|в эти дни|на этот раз|цими днями|цього разу"
    r"|(?:(?:in|en|во?|[ув]|на|з|с) )?"
    r"(?:this|diese[mnrs]?|ce(?:tte|t)?|est[ea]|эт(?:от|а|ой|у|ого|ом)|ц(?:ей|я|ю|ього|ьому|ієї))"
    rf" (?:{A_WEEK}|{A_MONTH}|{A_YEAR}|{SEASON})(?!\w)"
)
"""Openings that refer to nothing before: "It is the third death in the canal", "Es gibt", "This week"."""
_NO_CLAUSE = r"(?!,| (?:как|як|что(?:бы)?|щоб?|кто|хто|числ[еі]|не мен\w+|временем|часом|более|більше|сам[ыи]м)(?!\w))"
"""Not "о том, что", "після того як", "тем не менее"."""
_PRONOUN = (
    r"he|she|they|it|his|her|their|its|this|these|those|both|such|er|sie|es|ihm|ihn(?:en)?|dies|diese[mnrs]?"
    r"|(?:sein|ihr)(?:e[mnrs]?)?|il|elle|ils|elles|lui|eux|ce|c['’](?:est|était)|cela|cette|ces|son|sa|ses|leurs?"
    r"|él|ella|ellos|ellas|esto|este|esta|estos|estas|ello|sus?|ha|han|había|habían"
    r"|он|она|они|оно|его|её|ее|их|ему|ей|ею|им|ими|він|вона|вони|воно|його|її|їх|йому|їй|їм|нею|ними?"
    r"|эт(?:о|от|а|и|у|ого|ому|ой|их|им|ими)|це|це[йю]|ц(?:я|ю|і|ього|ьому|ієї|ією|ій|их|им|ими)"
    r"|das (?:ist|sind|war|wäre|hat|hatte|kostet|heißt|gilt|macht|liegt)"
    rf"|т(?:от|е|ого|ому|ой|ем|ех|ій|ієї|им|их){_NO_CLAUSE}"
    r"|that(?! (?:the|an?|he|she|it|they|we|you|i|said|there|no|some|all)(?!\w))"
    r"|cet|ça|beiden?|jene[mnrs]?|solche[nrs]?|(?:tou(?:te)?s )?les deux(?!-)|tou(?:te)?s deux|l[oa]s dos|amb[oa]s"
    r"|об[ае]|обидв[аі]|обоє|так(?:ой|ая|ое|ие|ий|а|і)(?!,)"
    r"|the (?:latter|former)|ce(?:lui|lle|ux|lles)-ci|aquel(?:la|los|las)?|es[eao]s?|ést[eao]s?"
)
_THEREFORE = (
    r"therefore|hence|consequently|as a result|that (?:is|was) why|that['’]s why|deshalb|deswegen|daher|darum"
    r"|par conséquent|por (?:eso|ello|lo tanto|tanto)|поэтому|потому(?! что)|в результате|тому(?! що)"
)
_SOME_OF_THEM = (
    r"(?:[\w'’-]+ ){1,4}(?:of (?:them|these)|von ihnen|davon(?!,)|d['’]entre (?:eux|elles)|de (?:ell[oa]s|est[oa]s)"
    r"|из (?:них|этих)|[зі]з? (?:них|цих))|all(?:es)? (?:this|these|das|dies\w*)|tout cela|tou(?:te)?s ces"
    r"|tod[oa]s? (?:ell[oa]s?|es[oea]s?|est[oea]s?)|вс[её] (?:это|эти|они)|[ву]с[еі] (?:це|ці|вони)"
)
_THERE_OR_THEN = (
    r"there(?! (?:is|are|was|were|ha[sdv]e?|w[io]\w+|can|could|must|may|might|should|seems?|remains?|exists?)(?!\w)"
    r"|['’])|then|afterwards|instead(?! of)|(?:since|until|by|before|after|from) (?:then|that|there)"
    r"|dort(?:hin)?(?!,? wo)|seitdem|seither|bis dahin|stattdessen|zuvor|anschließend|hier(?:bei|für|zu|von|mit)"
    r"|da(?:bei|durch|für|gegen|hinter|mit|nach|neben|von|vor|zu|zwischen|r(?:in|an|auf|aus|über|um|unter)|raufhin|mals)(?!,)"
    r"|là(?! où)|alors(?! qu)|ensuite|dès lors|depuis lors|par la suite|auparavant"
    r"|allí|ahí|(?:(?:desde|hasta) )?entonces|luego(?! de)|después(?! de)|antes(?! de)"
    r"|там(?!,? (?:где|де))|туда|оттуда|тогда|затем|потом|с тех пор|звідти|тоді|потім|відтоді"
)
_UNIT = rf"(?:day|night|morning|evening|tag|nacht|morgen|abend|jour|nuit|día|noche|{A_WEEK}|{A_MONTH}|{A_YEAR})"
_LATER = (
    rf"(?:[\w-]+ ){{1,3}}(?:{DURATION}) (?:later|earlier|später|zuvor|danach|darauf|davor|vorher|plus t(?:ard|ôt)"
    r"|auparavant|más tarde|(?:après|después|antes)(?=,)|спустя|по тому)"
    rf"|спустя (?:[\w-]+ ){{0,2}}(?:{DURATION})"
    rf"|через (?:[\w-]+ ){{0,2}}(?:{DURATION})(?=[^.!?]*\w\w(?:л[аои]?|в)(?:с[ья])?(?!\w))"
    r"|(?:(?:on|in|am|im|in der|à|al?) )?(?:the |el |l[ea] |l['’])?(?:(?:following|same|folgenden|selben|gleichen|même"
    rf"|mism[oa]) {_UNIT}|{_UNIT} (?:suivante?|siguiente))(?! (?:as|of|que?|wie|d[eu])(?!\w))"
    r"|(?:on )?the next (?:day|night|morning|evening)|am nächsten (?:tag|morgen|abend)"
    r"|l(?:e lendemain|a veille)(?! d)|на (?:следующий|другой) день|наступного (?:дня|ранку)"
    r"|at the time(?! of)|à l['’]époque(?! d)"
)
"""After what the sentence before tells of; "через два года" may also be two years from now."""
_ACCORDING_TO_HIM = (
    r"(?:according to|selon|d['’]après|según) (?:him|her|them|lui|elles?|eux|él|ell[oa]s?)|à (?:son|leur) avis"
    r"|(?:nach|laut) (?:ihm|(?:sein|ihr)en)|a su juicio|en su opinión|по (?:его|е[её]|их) (?:словам|мнению)"
    r"|за (?:його|її|їхніми) словами|на (?:його|її|їхню) думку"
)
_IN_IT = (
    r"(?:in|at|on|of|for|with|without|under|after|before|during|because of|despite|from|to|by) "
    r"(?:this|that|these|him|them|it)"
    r"|(?:in|an|auf|aus|bei|durch|für|gegen|mit|nach|seit|unter|von|vor|zu|über|ohne|trotz|während|wegen) "
    r"(?:ihm|ihnen|ihn|diese[mnrs]?|dessen|deren)"
    r"|(?:dans|à|de|par|pour|avec|sans|sous|sur|après|avant|depuis|pendant|chez|contre|entre|malgré) "
    r"(?:lui|elle|eux|elles|cela|ce(?:tte|t|s)?)"
    r"|(?:en|a|de|por|para|con|sin|bajo|sobre|tras|desde|hasta|durante|contra|entre|antes de|después de) "
    r"(?:él|ell[oa]s?|es[oea]s?|est[oea]s?|aquel(?:la|lo)?s?)"
    r"|(?:во?|на|со?|к|у|по|для|из|от|об?|за|под|над|при|без|через|после|до|перед|между|против|вместо) "
    r"(?:н[её]м|не[её]|ней|него|них|ними?|это[мтйг]\w*|эт[уи]\w*"
    rf"|т(?:от|у|о|ого|ому?|ой|е|ех|ем){_NO_CLAUSE})"
    r"|(?:[ву]|на|з|із|до|по|для|від|про|за|під|над|при|без|через|після|перед|між|проти|замість) "
    r"(?:ньому|нього|неї|ній|них|ними?|це|цьо\w+|цих|цим|цю|ці|цієї"
    rf"|т(?:ой|у|о|ого|ому|ій|ієї|і|их|им){_NO_CLAUSE})"
)
POINTS_BACK = lazy(
    rf"[\"“«„(]?(?:(?:but|and|aber|und|doch|denn|mais|et|pero|y|но|и|а|але|і|та) )?(?!{_NEEDS_NOTHING})"
    rf"(?:{_PRONOUN}|{_THEREFORE}|{_SOME_OF_THEM}|{_THERE_OR_THEN}|{_LATER}|{_ACCORDING_TO_HIM}|{_IN_IT})(?!\w)",
    re.IGNORECASE,
)
"""Matched against the beginning of a sentence."""
