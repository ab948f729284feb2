"""English."""

from .grammar import Grammar, pattern, words

_VERBS = """is are was were do does did can could will would has have had should shall may might must isn aren
    wasn weren don doesn didn"""

ENGLISH = Grammar(
    persons=words("he she him her his hers himself herself"),
    things=words("it its they them their theirs themselves itself"),
    possessives=words("his her hers its their theirs himself herself themselves itself"),
    pointers=words("this that these those"),
    places=words("there"),
    openers=words("and but or also then plus"),
    handing_over=pattern(r"(?:what|how) about\b|what if\b"),
    correcting=pattern(
        r"(?:(?:no|sorry|oops)\W+)*(?:i (?:meant?|was (?:talking|asking) about)\b|not (?=[^,]*,))|(?:no|oops)\b,"
    ),
    asking=words("who whom whose what which where when why how " + _VERBS),
    who=words("who whom whose"),
    where=words("where whence"),
    which=words("what which"),
    defining=pattern(r"(?:what|who)(?: (?:is|are|was|were|does)\b|['’]s\b)(?! the\b)"),
    prepositions=words(
        """according in at on for of to from with by during after before under since near about without between off
            around inside outside across against"""
    ),
    comparing=words("other others another else same ones former latter similar both either neither"),
    continuing=words("more really next elaborate details detail explain continue further sure certain"),
    breaking=words(
        """and but or when where what how why if because while since although who which that as than after
            before until whether"""
    ),
    generic=words(
        """ok okay yes thanks thank hi hello hey sorry well oh wow sure fine great good right correct know mean explain
            show meant means meaning talk think want need help info information detail details example examples anyone
            anybody someone somebody everyone nobody anything something everything nothing people person persons man men
            woman women year years time times thing things way ways lot kind kinds sort type types long far often big
            old happen happened happens use used ask question questions really exactly actually btw speaking still ever
            vs versus one two first last away part course let understand call called ca wo hear heard see"""
    ),
    empty=pattern(
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
    degrees=words("how"),
    inverting=words(_VERBS),
)
