"""Words that attribute speech to somebody, language by language: verbs of saying, "according to", pronouns. Pure."""

SURE = {
    "en": r"(?:said|says)(?!\s(?:little|nothing|much)\s(?:about|of|on)\s)"
    "|told|tells|claimed|stated|argued|argues|noted|announced|announces|warned|warns|insisted|insists"
    "|explained|explains|revealed|reveals|estimates|recalled|recalls|replied|replies|testified|testifies|promised"
    "|promises|believes|believed|thinks|contends|contended|asserts|asserted|reckons|reckoned|predicts|predicted"
    r"|(?<!final\s)(?<!no\s)say(?!\s(?:in|on|over|so|two|three|four|five|six|several|many|some|most)(?!\w))"
    "|argue|warn|insist|believe|complains|complained|cautions|cautioned|stresses|stressed|emphasi[sz]es|emphasi[sz]ed|remarks|remarked"
    r"|(?:denie[sd]|admits|admitted|concede[sd])(?=\s(?:there|he|she|they|it\s(?:is|was|had)|knowing|having|being)\s)",
    "de": r"(?:sagte|sagten|sagt)(?!\s(?:wenig|nichts|viel)\s(?:über|zu|von|dazu|darüber|davon)(?!\w))"
    "|erklärten?|erklärt|betonte|betont|behauptete|behauptet|berichteten?|meinte|meint"
    "|kündigten?|teilten?|warnte|warnt|räumte|versicherte|erzählte|erzählt|antwortete|antwortet|erinnert sich"
    "|befürchtet|fürchtet|hofft|glaubt|glaubte|ergänzte|ergänzt|entgegnete|entgegnet|erwiderte|erwidert|beteuerte"
    "|beteuert|bekräftigte|bekräftigt|argumentierte|argumentiert|vermutet|vermutete|resümierte|resümiert"
    r"|(?<=,\s)versichert|versichert(?=,\s(?:dass|er|sie|es|man)\s)"  # else often "insured"
    "|mahnte|mahnt|mitteilten?|mitteilt|ankündigte|einräumte|hinzufügte",
    "es": "(?:ha|han|había|habían) (?:dicho|afirmado|declarado|asegurado|señalado|explicado|anunciado|informado|añadido"
    "|comentado|advertido|reconocido|insistido|subrayado|contado|respondido|relatado|sostenido|indicado|manifestado"
    "|confirmado|recordado|opinado|apuntado|matizado|agregado|lamentado|reiterado)|dijo|dijeron|dice|afirmó|afirmaron|afirma|declaró|declara|aseguró|asegura|señaló|señala|explicó|explica"
    "|anunció|anuncia|informó|informa|añadió|añade|comentó|comenta|advirtió|advierte|reconoció|reconoce|insistió"
    "|subrayó|contó|respondió|relató|sostuvo|sostiene|indicó|manifestó|confirmó|recuerda|responde|recordó|relata"
    "|opina|opinó|explicaba|afirmaba|aseguraba|insiste|subraya|manifiesta|apuntó|matizó|argumenta|argumentó"
    "|agregó|lamenta|lamentó|reiteró|reitera|informaron|explicaron|aseguraron|señalaron|anunciaron|advirtieron|indicaron"
    "|confirmaron|declararon|dicen|afirman|aseguran|señalan|explican|advierten|sostienen|indican|informan|recuerdan",
    "fr": "(?:(?:a|ont|avait|avaient) (?:déclaré|dit|affirmé|expliqué|annoncé|ajouté|indiqué|précisé|estimé|confirmé"
    "|souligné|assuré|raconté|répondu|averti|rappelé|insisté|promis|plaidé|témoigné|déploré|répliqué|rétorqué"
    "|commenté|martelé)|(?:ont|avaient) (?:reconnu|écrit|résumé|observé|analysé|prévenu|avoué))|déclare|affirme"
    "|explique|annonce|ajoute|indique|précise|estime|confirme|souligne|assure|reconnaît|raconte|répond|rappelle"
    "|prévient|dit|ironise|plaide|témoigne|déplore|résume|insiste|rétorque|réplique|affirmait|expliquait"
    "|affirment|expliquent|assurent|estiment|indiquent|précisent|disent|dénoncent|racontent|soulignent|rappellent"
    "|racontait|répondait|ajoutait|assurait|estimait|plaidait|résumait|insistait|regrettait|prévenait|rappelait",
    "ru": "сказал[аио]?|говорит|говорят|заявил[аио]?|заявляет|сообщил[аио]?|сообщает|сообщают|отметило|отмечает"
    "|подчеркнул[аио]?|рассказал[аио]?|рассказывает|утверждает|утверждают|добавил[аио]?|считает|считают"
    "|пояснил[аио]?|объяснил[аио]?|объясняет|уточнил[аио]?|признал(?:ся|ась)|пообещал[аио]?|напомнил[аио]?"
    "|ответил[аио]?|написало|предупредил[аио]?|вспоминает|подтвердило|заверил[аио]?|вспоминал[аио]?|настаивает"
    "|настаивал[аио]?|полагает|полагают|добавляет|уверен[аы]?|убежд[её]н[аы]?|поясняет|подч[её]ркивает|напоминает"
    "|предупреждает|отвечает|возразил[аио]?|возражает|рассказывал[аио]?|утверждал[аио]?|прокомментировал[аио]?"
    "|советует|сетует|жалуется|признаётся|признается|отрицает|опровергает"
    "|опроверг(?:ла|ли)?(?= (?:слух|сообщени|информаци|обвинени|данн|эт))|возмутил(?:ся|ась)|парировал[аи]?"
    "|отрезал[аи]?",
    "uk": "(?:сказа|заяви|повідоми|зазначи|розпові|дода|поясни|уточни|наголоси|підкресли|пообіця|відпові|попереди"
    "|застеріга|нагада|запевни|каза)(?:в|ла|ли|ло)|(?:написа|підтверди|спростува)ло|каже|кажуть|повідомляє"
    "|повідомляють|розповідає|стверджує|вважає|вважають|застерігає|згадує|пояснює|зазначає|додає|наголошує"
    "|підкреслює|уточнює|відповідає|нагадує|попереджає|наполягає|переконан(?:ий|а|і)|впевнен(?:ий|а|і)|певен"
    "|(?:згадува|наполяга|стверджува|розповіда|пояснюва|зауважи|заперечи|прокоментува)(?:в|ла|ли)|зауважує"
    "|запевняє|зізна(?:вся|лася|ється)|поскаржи(?:вся|лася)|скаржиться|припускає|радить|заперечує|спростовує"
    "|спростува(?:в|ла|ли)(?= (?:чутк|повідомлен|інформаці|звинувачен|дан|ц))|відріза(?:в|ла)|парирува(?:в|ла)",
    "it": "(?:ha|hanno) (?:detto|spiegato|dichiarato|aggiunto|raccontato)|dice|spiega|afferma|racconta|aggiunge"
    "|sostiene|ricorda|ammette",
    "pl": "mówi|mówił[aoi]?|powiedział[aoi]?|twierdzi|tłumaczy|dodaje|dodał[aoi]?|wyjaśnia|przyznaje|podkreśla"
    "|opowiada",
}
"""Forms that take a speaker as their subject and always mean speech, in lower case."""

BESIDE = {
    "en": "quips|quipped|sighs|sighed|laughs|laughed|smiles|smiled|jokes|joked|shrugs|shrugged|asks|asked|calls|called"
    "|muses|mused|grins|grinned|whispers|whispered|shouts|shouted|cried|murmured|muttered|concludes|concluded|observes"
    "|observed|continues|continued|goes on|went on|sums up|summed up|puts it|put it|snaps|snapped|remembers|hopes"
    r"|answers|answered|pointed out|points out|mentioned|commented"
    r"|(?:holds|held|proposes|proposed|moved|submitted|requested|ruled)(?=\sthat\s)",
    "de": "findet|fand|lacht|lachte|seufzt|seufzte|lächelt|lächelte|scherzt|scherzte|fragt|fragte|ruft|rief|nennt"
    "|nannte|schwärmt|schwärmte|spottet|spottete|lobt|lobte|bilanziert|bilanzierte|fasst|fasste|witzelt|witzelte|gestand"
    "|gesteht|flüstert|flüsterte|brummt|brummte|freute? sich|fügte|hält|hielt|rechnet|kritisierte|kritisiert"
    "|forderte|fordert|versichert|beklagte|beklagt|äußerte|verspricht|versprach|unterstrich|schilderte|schildert"
    "|(?:wendet|wandte|räumt|wirft|warf) ein|(?:weist|wies) darauf hin|(?:gibt|gab) (?:an|zu|zu bedenken)|führte? aus"
    "|(?:schlägt|schlug) vor|regte? an|stellte? (?:fest|klar)|bezweifelt|bezweifelte",
    "es": "escribe|resume|resumió|ríe|rió|sonríe|sonrió|bromea|bromeó|suspira|suspiró|pregunta|preguntó|concluye"
    "|concluyó|zanja|zanjó|ironiza|ironizó|se queja|se quejó|pide|pidió|promete|prometió|solía decir|decía|califica"
    "|calificó|(?:ha|han|había) (?:calificado|tildado)"
    "|repite|repetía|exclama|exclamó|critica|criticó|celebra|celebró|tercia|cree|admite|admitió|calcula"
    "|aconseja|indica|confirma|precisa|precisó|apunta|destaca|destacó|matiza|sugiere|alega|alegó|defiende|denunció|revela|reveló"
    "|piensa|sospecha|objeta|objetó|replica|replicó|rebate|rebatió|discrepa|discrepó"
    "|(?:denuncia|propone|propuso|mantiene|mantuvo|considera|plantea|planteó)(?= que )",
    "fr": "soupire|sourit|rit|plaisante|s['’]amuse|s['’]exclame|s['’]inquiète|s['’]agace|s['’]interroge|se souvient"
    "|se réjouit|se félicite|glisse|lâche|grince|peste|souffle|demande|écrit|poursuit|reprend|fulmine|tempère|avoue"
    "|admet|conclut|analyse|observe|remarque|commente|martèle|soutient|juge|promet|note|constate|renchérit|s['’]emporte|disait"
    "|confiait|soupirait|souriait|plaisantait|(?:(?:a |avait )?fait|faisait) (?:remarquer|observer|valoir|savoir)"
    "|rapporte|croit|pense|prétend|jure|objecte|révèle|dénonce|(?:signale|maintient|propose|suggère|considère)(?= qu)"
    "|(?:a|avait) (?:soupiré|souri|plaisanté|glissé|lâché|demandé|poursuivi"
    "|repris|réagi|tempéré|soufflé|crié|tranché|ironisé|confié|regretté|conclu|admis|soutenu|jugé|lancé|révélé|dénoncé)",
    "ru": "шутит|пошутил[аи]?|вздыхает|вздохнул[аи]?|сме[её]тся|засмеял(?:ся|ась)|улыбается|улыбнул(?:ся|ась)"
    "|спросил[аи]?|спрашивает|воскликнул[аи]?|резюмировал[аи]?|повторяет|повторял[аи]?|заключил[аи]?|назвал[аи]?"
    "|называет|усмехается|усмехнул(?:ся|ась)|недоумевает|возмущается|продолжает|продолжил[аи]?|признал[аи]?|признаёт"
    "|признает|указал[аи]?|указывает|просит|попросил[аи]?|записал[аи]?|записывает|заметил[аи]?|замечает|вспомнил[аи]?|говорил[аи]?|считал[аи]?|обещает|надеется"
    "|предложил[аио]?|предлагает|обещал[аио]?|доказывает|доказывал[аио]?|подозревает|клян[её]тся|поклял(?:ся|ась)"
    "|думает|допускает|допустил[аио]?|констатировал[аио]?|намекнул[аи]?"
    "|спорить не стал[аи]?",
    "uk": "жарту(?:є|ють)|пожартува(?:в|ла|ли)|зітхає|зітхну(?:в|ла)|сміється|засмія(?:вся|лася)|усміхається"
    "|усміхну(?:вся|лася)|пита(?:є|в|ла)|запита(?:в|ла|ли)|вигукну(?:в|ла)|підсумува(?:в|ла|ли)|підсумовує"
    "|назва(?:в|ла|ли)|назива(?:є|ють)|просить|попроси(?:в|ла|ли)|запис(?:ав|ала|ує)|кину(?:в|ла)|повторює|продовжує|дивується|обурюється|визна(?:є|в|ла|ли)|згада(?:в|ла|ли)|вважа(?:в|ла|ли)"
    "|назива(?:в|ла|ли)|обіцяє|сподівається|запропонува(?:в|ла|ли)|пропонує|свідчи(?:в|ла|ли|ть)|доводи(?:в|ла|ли)|доводить"
    "|підозрює|присяга(?:вся|лася|ється)|нарікає|думає|допускає|переконує|переконува(?:в|ла|ли)"
    "|сперечатися не ста(?:в|ла|ли)",
}
"""Verbs with other meanings too: they mean speech only where words are quoted, or introduced by "that"."""

DEEDS = {
    "en": "states|claims|notes|described|estimated|alleged|maintains|maintained|wrote|writes|added|adds"
    "|confirmed|confirms|reported|reports|admitted|admits|denied|denies|acknowledged|conceded|concedes|dismissed|suggested"
    "|objected|objects|disputed|disputes|countered|counters|declared|declares|swore|tweeted|tweets|posted(?: on X)?",
    "de": "klagte?|schrieb|schreibt|bestätigten?|bestätigt|berichtet|bestreitet|bestritt|leugnete?",
    "es": "(?<!se )(?:negó|niega)|desmintió|desmiente|cuenta|escribió",
    "fr": "(?:a|avait) (?:reconnu|écrit|résumé|observé|analysé|prévenu|avoué)|lance|confie|tranche|regrette"
    "|nie|dément|conteste|(?:a|avait) (?:nié|démenti|contesté|objecté|maintenu|prétendu)",
    "ru": "опроверг(?:ла|ли)?|отметил[аи]?|написал[аи]?|пишет|подтвердил[аи]?|доложил[аио]?|отрицал[аио]?|уверяет"
    "|уверял[аио]?|предполагает|предположил[аио]?|пожаловал(?:ся|ась)|посетовал[аи]?|переда[её]т",
    "uk": "(?:спростува|написа|підтверди|допові|тверди|запевня|припусти)(?:в|ла|ли)|пише|твердить|передає",
}
"""Verbs of saying that may also report a deed, "he had admitted fraud", or be nouns. Like those of `BESIDE` they count
only where words are quoted, or introduced by "that"."""

VERBS = {language: "|".join(filter(None, (forms, DEEDS.get(language)))) for language, forms in SURE.items()}
"""All verbs of saying."""

_FINITE = (
    r"is|are|was|were|has|had|have|will|would|can|could|should|must|may|might|did|does|do|\w+n['’]t"
    r"|\w{3,}ed\s(?:the|an?|its|his|her|their|with)"
)
_CLAUSE_LINKS = "after|before|when|which|who|that|as|because|while|where|if|until|since|although|than"

OBJECTS = {
    "en": (
        "(?:claim(?:s|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)|not(?:es|ed)|argu(?:es|ed)|recall(?:s|ed)"
        "|assert(?:s|ed)|maintain(?:s|ed)|promis(?:es|ed)|believ(?:es|ed)|contend(?:s|ed))"
        r"\s(?:the|an?|its|his|her|their|no|some|any|all|every|several|many|him|them|it|\w+['’]s|\d[\d.,]*)(?!\w)"
        rf"(?!(?:(?!\s(?:{_CLAUSE_LINKS})\s)[^,.;:]){{0,80}}\s(?:{_FINITE})(?!\w))(?![^.;:]{{0,80}}\sthat\s)"
        r"|repl(?:ied|ies)\sto\s"
    ),
    "de": (
        r"(?:erklär(?:t|te|ten)|bericht(?:et|ete|eten)|warnt(?:e|en)?|erzählt(?:e|en)?|(?:be)?fürchtet(?:en?)?|betont(?:e|en)?"
        r"|behauptet(?:en?)?|bestätigt(?:e|en)?|versichert(?:e|en)?)\s(?:de[nm]|die|das|eine?[nm]?|seine?[nm]?|ihre?[nm]?)\s"
        r"(?![^.;]{0,200}[,:])|antwortete?n?\sauf\s"
        r"|(?:kündigte|teilte|räumte)n?(?!\w)(?![^;]{0,200}?\s(?:an|mit|ein)(?:\s?[^\w\s]|$|\s(?:und|oder)\s))"
    ),
    "es": r"respond(?:e|ió)\s(?:al?|de|por)\s|declar(?:a|ó)\sla\sguerra|contó\scon\s(?:el|l[ao]s?|una?|más|\d)",
    "fr": r"répond\s(?:à|aux?|de|du)\s|(?:\w+\s)?déclar[ée]\sla\sguerre",
    "ru": r"отве(?:чает|тил[аи]?)\s(?:за|на)\s",
    "uk": r"відпові(?:дає|в|ла|ли)\s(?:за|на)\s",
}
"""Verbs of saying with a thing as their object, where they report deeds: "claimed the crown", "replied to no lever"."""

ACCORDING = {
    "en": "according to|in the words of",
    "de": "laut|nach angaben|nach den worten",
    "es": "según|de acuerdo con",
    "fr": "selon|d['’]après",
    "ru": "по (?:словам|данным|мнению|информации|версии|подсч[её]там|расч[её]там|оценк(?:е|ам)|сведениям"
    "|сообщени(?:ю|ям))|согласно|(?:говорится|сказано) в (?:письме|заявлении|сообщении|ответе|отчёте|докладе)",
    "uk": "за (?:словами|даними|версією|інформацією|підрахунками|розрахунками|оцінк(?:ою|ами)|відомостями"
    "|повідомленням)|(?:йдеться|сказано|мовиться) в (?:листі|заяві|повідомленні|відповіді|звіті)|на думку|згідно з",
}

PRONOUNS = {
    "en": "he|she|they",
    "de": "er|sie",
    "es": "él|ella|ellos|ellas",
    "fr": "il|elle|ils|elles",
    "ru": "он|она|они",
    "uk": "він|вона|вони",
}

OWN = {
    "en": "I|I['’](?:d|m|ve|ll)|[Mm]y|me|[Ww]e|[Ww]e['’](?:d|re|ve|ll)|us|[Oo]ur",
    "de": "[Ii]ch|[Mm]ich|[Mm]ir|[Mm]ein(?:e[mnrs]?)?|[Ww]ir|[Uu]ns(?:ere?[mnrs]?)?",
    "es": "[Yy]o|[Mm]e|[Mm]is?|[Nn]os|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|\\w{2,}(?:amos|imos)",
    "fr": "[Jj]e|[Jj]['’]\\w+|[Mm]oi|[Mm](?:on|a|es)|[Mm]['’]\\w+|[Nn]ous|[Nn]otre|[Nn]os",
    "ru": "[Яя]|[Мм]ы|[Мм]н[ею]|[Мм]еня|[Мм]о[йеяию]|[Мм]оего|[Нн]ам|[Нн]ас|[Нн]аш[аеи]?",
    "uk": "[Яя]|[Мм]и|[Мм]ені|[Мм]ене|[Мм](?:ій|оя|оє|ої|ого)|[Нн]ам|[Нн]ас|[Нн]аш[аеі]?",
}
"""Words of the first person, by which people speak of themselves."""


HIS_WORDS = (
    "по (?:его|её|ее) (?:словам|оценк(?:е|ам)|мнению|подсч[её]там|расч[её]там|данным|информации|версии)"
    "|за (?:його|її) (?:словами|оцінк(?:ою|ами)|підрахунками|розрахунками|даними|інформацією|версією)"
    "|на (?:його|її) думку|by (?:his|her) (?:own )?(?:account|estimate|reckoning)|in (?:his|her) (?:view|opinion|words)"
    "|en su opinión|a su juicio|à (?:son avis|ses yeux)"
)
"""Phrases for an estimate or a view whose holder is a pronoun."""
