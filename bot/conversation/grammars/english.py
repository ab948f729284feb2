"""English."""

from .grammar import NAME, TOPIC, Grammar, Sayings, pattern, words

_VERBS = """is are was were do does did can could will would has have had should shall may might must isn aren
    wasn weren don doesn didn"""

_THAT = "(?:(?:that|this|the)(?: (?:article|text|story))|that|this)"
_TONGUE = "(?:english|german|french|spanish|russian|ukrainian)"
_SAYINGS = Sayings(
    complaint="(?:(?:that|this|it)(?:['’]?s| is| was) )?(?:(?:just|so|totally|completely|all) )?"
    "(?:wrong|incorrect|not (?:right|true|correct|helpful|an answer|what i (?:asked|meant|(?:['’]?m "
    "|was )looking for))|nonsense|rubbish|a lie"
    "|useless)(?: (?:answer|article))?|(?:a )?bad (?:answer|bot)"
    "|(?:you(?:['’]?re| are) )?(?:(?:so|really|a) )?(?:useless|stupid|dumb|wrong|no help)(?: bot)?"
    "|(?:that|this|it|you) (?:do(?:es)?|did)(?:n['’]?t| not) (?:answer(?: (?:(?:my|the) question|me|that))?"
    "|help(?: me)?)"
    "|i did(?:n['’]?t| not) ask (?:(?:for|about) )?(?:that|this)|i do(?:n['’]?t| not) believe (?:you|that|this|it)"
    "|(?:(?:that|this|it) )?does(?:n['’]?t| not) make (?:any )?sense|you misunderst(?:and|ood)(?: (?:me|my question))?"
    "|i (?:still )?(?:do(?:n['’]?t| not)|can['’]?t) (?:understand|get)(?: (?:that|this|it|you))?|what do you mean"
    "|you don['’]?t (?:understand|get)(?: (?:me|it))?"
    "|are you (?:really )?sure|(?:that|this) makes no sense|is (?:that|this|it) (?:really )?true|^(?:what|huh|pardon)$",
    only_quotes="translate(?: (?:that|this|it))?"
    "|(?:can you )?summari[sz]e(?: (?:that|this|it|the (?:[^.?!]+ )?article(?: (?:about|on) .+)?))?"
    "|tl[ ;]?dr|(?:(?:give me |can i have )?(?:a|the) )?(?:short )?summary|sum (?:it|this|that) up"
    "|(?:the )?short version"
    "|explain (?:(?:it|this|that) )?in simple (?:words|terms)|make it (?:shorter|simpler)|^in (?:short|a nutshell)$",
    language=r"(?:(?:can|could) you (?:please )?)?(?:(?:speak|talk|answer|reply|write|say (?:it|that)|now) )?"
    rf"in {_TONGUE}|(?:(?:can|could) we )?(?:speak|use|switch to) {_TONGUE}|{_TONGUE} (?:please|pls)|^{_TONGUE}$"
    r"|(?:change|switch) (?:the )?language(?: to \w+)?"
    r"|translate (?:(?:that|this|it) )?(?:in)?to \w+|what languages(?: do you speak)?|(?:do|can) you speak \w+",
    follow="(?:let me know|notify me|alert me|message me)(?: (?:when|once|as soon as) .+| about (?:this|that|it))?"
    "|(?:tell|remind) me (?:once|as soon as) .+|tell me (?:when|if) (?:there(?:['’]?s"
    "| is) (?:any(?:thing)? )?new(?:s)?|(?:some|any)thing changes)"
    "|keep me (?:posted|informed|updated)(?: .+)?|(?:follow|subscribe to) (?:(?:this|the) topic|this|that|it)"
    "|follow|subscribe",
    about="who (?:are|r) (?:you|u)|what are you(?: for)?|what(?:['’]?s| is) your name|who (?:made|built|created) you"
    "|(?:are|r) (?:you|u) (?:(?:a|an|the|really) )*(?:chat ?gpt|(?:chat)?bot|robot|ai|human|person|machine|real)"
    "|(?:so )?what (?:can|do) (?:you|u) do|what (?:can|should) i ask(?: you)?"
    "|how (?:do|can) (?:i use (?:you|this(?: bot)?)|you work)|who made this bot|^(?:commands|menu)$"
    "|how does (?:the|this) bot work|(?:(?:please|pls|can you|could you) )*help(?: me)?|i need help"
    "|can i (?:talk|speak) (?:to|with) (?:a |an )?(?:human|person|real person|someone)|are you there"
    "|any(?:one|body) there",
    stop="stop(?: (?:it|talking|sending (?:me )?(?:this|messages)))?|^enough$|unsubscribe|cancel|quit|exit"
    "|leave me alone|shut up",
    greeting="hi+|hell?o+|hey+a?|hiya|howdy|greetings|yo|gm|^sup$|how(?:['’]?s| is) it going|good (?:morning"
    "|afternoon|evening|day)"
    "|how (?:are|r) (?:you|u)(?: doing)?(?: today)?|(?:i )?hope you(?:['’]?re| are) (?:doing )?well|what['’]?s up"
    "|how do you do|nice to meet you"
    "|(?:(?:just|i|have|got|i['’]ve|a|one|more|another|last|final|next|quick|small) )*question"
    "|(?:just )?one (?:more|last) thing|(?:can|may) i ask (?:you )?(?:something|a question)",
    thanks="much appreciated|that helps"
    "|(?:many )?(?:thanks|thx|tnx)(?: a (?:lot|million|bunch|ton)| for (?:that|this))?|thank (?:you|u)"
    "|ty(?:sm)?|cheers"
    "|(?:very |really |so )?helpful|(?:a )?great help|amazing|fantastic|love it|you rock"
    "|perfect|super|awesome|excellent"
    "|wonderful|brilliant|well done|(?:great|good|nice) (?:bot|job|work|answer)|i love (?:you|it)|great|cool|nice|good"
    "|(?:that|this)(?:['’]?s| is| was) (?:very |really )?(?:great|helpful|perfect|nice)"
    "|(?:that|this|it) helped(?: me)?"
    "|(?:for |you were )(?:your |the |all )*(?:help|helpful|answers?|info(?:rmation)?|time)",
    farewell="(?:good ?)?bye(?: bye)?|(?:see (?:you|ya|u)|cya)(?: later| soon| tomorrow)?|good night|gn|brb|take care"
    "|(?:have a |a )(?:nice|good|great|lovely) (?:day|evening|weekend|one)"
    "|that(?:['’]?s| is) (?:it|all)(?: for now)?|cu|ttyl|(?:talk|speak) to you (?:later|soon)|^nothing else$",
    assent="^(?:oh|np)$|no worries|nice one|ok(?:ay|ey|i)?|k+|ok ?ok|agreed|yup|yea|forget it|whatever"
    "|good point|fair enough|damn"
    "|^(?:right|exactly|true|nah)$|all right|alright|got it|i see|understood|lol|haha|yes|yeah|yep"
    "|no(?: problem)?(?! (?:es|son|fue|era|hay|hubo|había|tiene|puede|están?) )"
    "|nope|sorry|my bad"
    "|(?:(?:that|this)(?:['’]?s| is) )?(?:good to know|interesting)"
    "|wait(?: a (?:sec(?:ond)?|minute|moment))?|hold on|hang on|anyways?|gotcha|makes sense|nvm|omg|lmao"
    "|aha|oops|sure|never ?mind|wow|hmm?|u+hm*|um+(?= (?:wh|how|is|are|do|did|can|will))|erm+|well"
    "|you(?:['’]re| are) welcome|you too|fine|of course|i (?:am|['’]m) sorry",
    beside="there|bot|everyone|all|very much|so much|much|very|so|then|oh|ah|and|but|dear|again|bro|mate|now|you|just",
    latest="(?:(?:what(?:['’]?s| is|s)|anything) new"
    "|(?:(?:what(?:['’]?s| is|s|are| are)|show me|any|the|today['’]?s) )*(?:(?:latest|newest"
    "|recent|top) )?(?:news|headlines|stories)"
    "|(?:(?:what(?: are| is|['’]?s)|show me|the|your) )*(?:latest|newest|most recent|new) (?:articles?|stor(?:y|ies)))"
    "(?: today)?|(?:show me )?(?:the )?latest",
    articles="(?:what|which|how many)(?: other)? (?:articles|stories|texts)(?: (?:do you|have you|are|can you))?"
    rf"(?: (?:have|got|know|know of|there))?(?: (?:about|on) {TOPIC})?"
    "|(?:do you have|have you got|are there|is there) (?:(?:any|an|some|more) )?"
    rf"(?:articles?|stor(?:y|ies)) (?:about|on) {TOPIC}"
    rf"|(?:show|list|give)(?: me)? (?:(?:all|the|your|some) )*articles(?: (?:about|on) {TOPIC})?"
    rf"|(?:show|give|open|read|find|send)(?: me)? (?:the|that|an?|your) (?:article|story) (?:about|on) {TOPIC}"
    rf"|(?:the |a )?list of (?:(?:all|the|your) )*articles|list(?: articles)?|(?:(?:all|the) )*articles|topics"
    rf"|what do you (?:have|know)|(?:do you have|have you got) anything (?:about|on) {TOPIC}"
    rf"|is there anything about {TOPIC}|what (?:do you have|have you got) (?:about|on) {TOPIC}"
    rf"|(?:what are|(?:which|what)(?= .*\bdo you)|who are) (?:(?:your|the) )?(?:sources|papers|newspapers|authors)"
    rf"(?: do you (?:have|use|know|read))?"
    rf"|(?:all |any |(?:the )?(?:latest|newest|most recent) )?(?:articles?|stor(?:y|ies)) about {TOPIC}"
    rf"|who (?:wrote|(?:is|was) the author of) (?:the|that|your) article (?:about|on) {TOPIC}"
    rf"|when was (?:the|that|your) article (?:about|on) {TOPIC} (?:published|written|posted)"
    "|what (?:are (?:your|the)|topics do you (?:have|know)|articles)(?: articles)?(?: about)?"
    "|(?:what|which) topics(?: do you have)?",
    by="(?:what|which)(?: other)? (?:articles|stories|texts) (?:(?:do you have|have you got|are there) )?"
    rf"(?:by|from) {NAME}|(?:what|which) (?:articles|stories) (?:did|has) {NAME} (?:write|written|publish(?:ed)?)"
    "|(?:(?:show|list|give)(?: me)? |do you have |have you got |are there )?(?:(?:all|any|the|your|latest|newest) )*"
    rf"(?:articles?|stories) (?:by|from) {NAME}|(?:(?:show|list|give)(?: me)? )?{NAME}['’]s (?:articles|stories)",
    written=rf"what (?:did|does|has) {NAME} (?:write|publish|report|written|published|reported)(?: about)?",
    writers=rf"who (?:wrote|writes|has written) (?:(?:something|anything) )?about {TOPIC}",
    source="(?:and )?(?:when (?:was|is) (?:that|this)|when did (?:that|this) happen)"
    "|(?:(?:what(?:['’]?s| is)|give me|send me|show me|cite) )?(?:(?:the|your|any) )?(?:sources?|link)"
    rf"|sources? (?:of|for) {_THAT}"
    rf"|where(?:(?: is|['’]?s) {_THAT} from| does {_THAT} come from| did you (?:get|read|find) {_THAT})"
    "|(?:can (?:i have|you (?:send|give)(?: me)?)|send|share) (?:the |a )?link|url|date|author|who(?:['’]?s"
    "| is) the author"
    "|(?:what|which) article is (?:that|this)"
    rf"|who wrote {_THAT}"
    rf"|who(?:['’]?s| is) the (?:author|journalist|reporter) of {_THAT}"
    rf"|when was {_THAT} (?:published|written|posted)"
    rf"|(?:which|what) (?:article|newspaper|paper|source) is {_THAT} from|how old is (?:that|this|the) article"
    "|(?:what(?:['’]?s| is) the )?date of (?:that|this|the) article",
    speaker="(?:(?:and|but) )?who(?: (?:said|says|claimed|claims|told you)|(?: is|['’]?s) saying) (?:that|this|so|it)"
    "|says who|whose (?:words are|quote is) (?:that|this|these|those)|according to who(?:m)?",
    whole="(?:(?:can|could|would|will) you )?"
    "(?:(?:show|give|send|open|read|see|(?:can|could) i (?:see|read|have|get)|i(?:['’]d like"
    "| want) to (?:read|see))(?: me)? )?(?:(?:the|that|this) )?(?:whole|full|entire|complete|original) "
    "(?:article|text|story)|can i read (?:it|the whole thing)|(?:show|open|read|send|(?:can|could|may) i (?:see|read"
    "|have)"
    "|i(?:['’]d like| want) to (?:see|read))(?: me)? (?:the|that|this) article",
    more="(?:(?:show|tell|give)(?: me)? |any(?:thing)? )?(?:some )?more(?: (?:passages|results|answers|quotes))?"
    "(?: (?:about|on|of) (?:that|this|it))?|(?:(?:and )?what|anything) else|is there (?:more|anything else)"
    "|more (?:info(?:rmation)?|details)|continue|keep going|go on|next(?: one)?|read more"
    "|(?:show me )?another one|other answers",
    new_topic="(?:(?:and )?now (?:for )?)?(?:a |an )?"
    "(?:(?:(?:new|different|another) (?:topic|subject|question)|other question)"
    "|change of (?:topic|subject)|(?:let['’]?s )?chang(?:e|ing) the (?:topic|subject)|something else)",
    naming=r"(?:it['’]?s|it is|this is|i have a (?:quick )?question) about\b|(?:let['’]?s"
    r"|can we) (?:now )?talk about\b",
    returning="(?:back|going back|coming back|returning) to",
    aside="(?:guys|folks|everyone|everybody)(?=\\s*,)|by the way|btw|incidentally|lol|(?:ha){2,}|@\\w+"
    "|(?:dear )?bot(?=\\s*[,:;.!…–—-])"
    "|(?:(?:excuse|pardon) me|sorry (?:to (?:bother|disturb|trouble|ask)|for (?:bothering|disturbing))(?: you)?)"
    "(?:,? but)?"
    "|asking for a friend|(?:just )?out of (?:pure |sheer )?(?:curiosity|interest)"
    "|(?:sorry for (?:the|a) )?(?:dumb|stupid|silly|random) question(?:,? but|(?=\\s*[,:;.!…–—-]))",
    please="(?:please|pls)(?: and (?:thanks|thank (?:you|u)))?",
    request="(?:(?:can|could|would|will) you (?:please )?)?tell (?:me|us) (?:everything|all|something|a (?:bit|little))"
    "(?: you know)? about|what (?:do you know|can you tell (?:me|us)) about"
    "|(?:(?:any|some|more|give me|i need|i want|(?:i(?:['’]?m| am) )?looking for) ){0,2}"
    "(?:info(?:rmation)?|details|facts) (?:about|on|regarding)|(?:any|some)thing about"
    "|(?:i(?:['’]?m| am) )?(?:looking|searching) for"
    "|(?:(?:can|could|would|will) (?:you|u|(?:any|some)(?:one|body)) (?:please |pls |kindly )?(?:be able to )?)?"
    "(?:tell|explain to|inform) (?:me|us)(?: please)?"
    "|(?:can|could|would|will) (?:you|u|(?:any|some)(?:one|body)) (?:please |pls |kindly )?(?:say|explain|let (?:me"
    "|us) know)"
    "|i(?:['’]?d| would) be (?:very )?grateful if (?:you|(?:any|some)(?:one|body)) c(?:an|ould) (?:tell me|let me know)"
    "|(?:i(?:['’]?m| am) )?writing to ask|any chance (?:you|(?:any|some)(?:one|body)) knows?"
    "|(?:(?:do|would) (?:you|u)|you|do(?:es)? (?:any|some)(?:one|body)|(?:any|some)(?:one|body))"
    "(?: here)?(?: happen to)? know(?: by any chance)?"
    "|i(?:['’]?d| would) (?:really )?(?:like|love|be (?:interested|curious|glad|grateful)) to (?:know|ask|learn)"
    "|i (?:want|wanted|need|was hoping) to (?:know|ask|find out)|it (?:would|['’]?d) be (?:good|great|nice) to know"
    "|(?:i(?:['’]?m| was| am)? )?(?:just )?(?:wondering|curious(?: to know)?)|i (?:just )?wonder"
    "|(?:i(?:['’]?m| am| was) )?(?:just )?trying to (?:find|figure|work) out"
    "|i (?:can(?:['’]?t| ?not)|couldn['’]?t) find out"
    "|i(?: was|['’]?m| am)? hop(?:e|ing) (?:you|(?:any|some)(?:one|body)) (?:can|could) tell me"
    "|(?:i (?:do(?:n['’]?t| not) know|(?:have )?no idea)|idk|no idea|not sure|is it known|do (?:we|they) know"
    "|please advise)(?= (?:wh[aeoy]\\w*|how|if)\\b)"
    "|(?:(?:do|does|have|has) (?:you|(?:any|some)(?:one|body)) (?:have |got )?)?any ideas?"
    "|anyone(?=\\W*$)|(?:may|can) i ask(?: you)?",
    meaning="i mean",
    thanking="(?:many )?(?:thanks|thank (?:you|u)|thx)(?! to )(?: (?:so much|very much|a lot|in advance))?"
    "|cheers(?: mate)?|(?:(?:any|all) (?:help|info) )?(?:is |would be )?(?:much |greatly )?appreciated",
    parting="(?:with )?(?:(?:kind(?:est)?|best|warm(?:est)?) )*(?:regards|wishes)|all the best"
    "|yours(?: (?:sincerely|faithfully|truly))?|sincerely",
)

ENGLISH = Grammar(
    persons=words("he she him her his hers himself herself"),
    things=words("it its they them their theirs themselves itself"),
    possessives=words("his her hers its their theirs himself herself themselves itself"),
    pointers=words("this that these those"),
    places=words("there"),
    openers=words("and but or also then plus"),
    handing_over=pattern(r"(?:what|how) about\b|what if\b"),
    correcting=pattern(
        r"(?:(?:no|sorry|oops|actually)\W+)*(?:i (?:meant?|was (?:talking|asking) about)\b|i['’]?m (?:talking"
        r"|asking) about\b|(?:no )?not (?=[^,]*,))"
        r"|(?:no )*(?:no|nope|nah|oops)\b,|(?:no|sorry|actually)\b(?=\W+the\b)"
    ),
    asking=words("who whom whose what which where when why how whos whats wheres whens whys hows " + _VERBS),
    who=words("who whom whose"),
    where=words("where whence"),
    which=words("what which"),
    defining=pattern(r"(?:what|who)(?: (?:is|are|was|were|does)\b|['’]s\b)(?! the\b)"),
    prepositions=words("""according in at on for of to from with by during after before under since near about without
        between off around inside outside across against"""),
    comparing=words("other others another else same ones former latter similar both either neither"),
    continuing=words(
        "more really next elaborate details detail explain continue further sure certain first last one example"
    ),
    breaking=words("""and but or when where what how why if because while since although who which that as than after
        before until whether"""),
    generic=words("""ok okay yes thanks thank hi hello hey sorry well oh wow sure great good right correct know
        mean explain show meant means meaning talk think want need help info information detail details example examples
        anyone anybody someone somebody everyone nobody anything something everything nothing people person persons man
        men woman women year years time times thing things way ways lot kind kinds sort type types long far often big
        old happen happened happens use used ask question questions really exactly actually btw speaking still ever vs
        versus one two first last away part rest course let understand call called ca wo hear heard see"""),
    empty=pattern(
        r"\b(?:is|are|was|were|isn't|aren't) there\b(?=\W+\w)"
        r"|\bthere(?:['’]s| (?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t"
        r"|will|has|have|must|may|might|can|could|should|would))\b"
        r"|\bth(?:at|ose) of\b"
        r"|\bit(?:['’]s)? (?=(?:\w+ ){1,3}(?:to|that|when|if|for|like|until|how|why|what|who|where) )"
        r"|\b(?:time|day|date) is it\b|\bit (?:rains?|snows?)\b"
        r"|\bth(?:is|ese) (?:year|month|week|morning|evening|night|summer|winter|spring|autumn|century|decade|days)s?\b"
        # "where do they throw fish at the market": a question this long is complete, and "they" means nobody
        r"|\b(?:how|where|when|why|what|which)(?: \w+)? do they (?=(?:\S+ ){4}\S|\w+ in (?-i:[A-Z]))"
        r"|\b(?:so|such|now|given|in order) that\b|\b(?:is|was) it (?=(?:who|that)\b)"
    ),
    degrees=words("how"),
    inverting=words(_VERBS),
    clitics=pattern(r"(?<=\w)(?:['’](?:s|re|ll|ve|d|m)|n['’]t)\b"),
    verbal=pattern(
        r"\b(?:i|you|we|they|he|she|it|(?:any|some)(?:one|body))"
        r"(?: (?:not|so|very|really|still|ever|too))? \w+$"
        r"|\bwho (?:has|have|had|will|would|can|could|did|does|should|must|may) (?:(?:not|still|also|been) )?\w+$"
        r"|\bhow many(?: people| of (?:them|you|us))? (?:have|has|had|were|are|was|got)(?: been)? \w+$"
        r"|\bwho (?:was|were|is|are|got) (?:not |being )?(?:\w+(?:[^e]ed|ing|ught)|shot|hit|hurt)$"
    ),
    articles=words("the"),
    sayings=_SAYINGS,
)
