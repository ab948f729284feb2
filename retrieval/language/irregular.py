"""Forms of English words that Snowball keeps apart: no suffix leads from "paid" to "pay", and "highest" keeps its own.

Forms that are more often another word are left out: "wound", "saw", "left", "ground", "lay", "rose", "bore", "lives".
"""

_ENGLISH = """
    arise arose arisen
    awake awoke awoken
    beat beaten
    become became
    begin began begun
    bend bent
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    cling clung
    come came
    creep crept
    deal dealt
    die dead death deaths
    dig dug
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    leap leapt
    learn learnt
    lend lent
    lose lost
    make made
    mean meant
    meet met
    mislead misled
    mistake mistook mistaken
    misunderstand misunderstood
    mow mown
    overcome overcame
    override overrode overridden
    oversee oversaw overseen
    overtake overtook overtaken
    overthrow overthrew overthrown
    own owner owners
    pay paid
    prove proven
    rebuild rebuilt
    repay repaid
    rewrite rewrote rewritten
    ride rode ridden
    ring rang rung
    rise risen
    run ran
    say said
    see seen
    seek sought
    sell sold
    send sent
    sew sewn
    shake shook shaken
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    slay slew slain
    smell smelt
    spell spelt
    spill spilt
    spoil spoilt
    sting stung
    stink stank stunk
    strive strove striven
    tread trod trodden
    withhold withheld
    uphold upheld
    undo undid undone
    foresee foresaw foreseen
    speed sped
    sink sank sunk
    sit sat
    sleep slept
    slide slid
    speak spoke spoken
    spend spent
    spin spun
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    strike struck stricken
    swear swore sworn
    sweep swept
    swell swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    undergo underwent undergone
    understand understood
    undertake undertook undertaken
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    withdraw withdrew withdrawn
    withstand withstood
    write wrote written
    man men
    bus buses
    child children
    foot feet
    tooth teeth
    goose geese
    mouse mice
    louse lice
    ox oxen
    gas gases
    grandchild grandchildren
    lens lenses
    quiz quizzes
    schoolchild schoolchildren
    stepchild stepchildren
    criterion criteria
    phenomenon phenomena
    bacterium bacteria
    nucleus nuclei
    fungus fungi
    stimulus stimuli
    alumnus alumni
    cactus cacti
    curriculum curricula
    stratum strata
    appendix appendices
    matrix matrices
    penny pence
    big bigger biggest
    light lit lighter lightest
    late latest
    hot hotter hottest
    wet wetter wettest
    thin thinner thinnest
"""


def base_forms(table: str) -> dict[str, str]:
    """Return form → base form, from a table with a base form and its other forms in each line."""
    return {form: base for base, *forms in map(str.split, table.strip().splitlines()) for form in forms}


def oblique(pairs: str) -> dict[str, str]:
    """Return form → another form with the stem of all others, from pairs like "писем-письма"."""
    return dict(pair.split("-") for pair in pairs.split())


def _by_rule(words: str, ending: str, *instead: str) -> dict[str, str]:
    """Return form → word, for words that also take other endings instead of `ending`."""
    return {word.removesuffix(ending) + other: word for word in words.split() for other in instead}


_COMPARED = """long short high low deep old young new small tall fast slow strong weak cheap rich poor cold warm hard
    great few thick steep"""

BASE_FORM = (
    base_forms(_ENGLISH)
    | _by_rule(_COMPARED, "", "er", "est")
    | _by_rule("wide large safe", "e", "er", "est")
    | _by_rule("heavy early dry easy busy", "y", "ier", "iest")
    | _by_rule("wife midwife housewife knife penknife", "fe", "ves")
    | _by_rule("half scarf wolf werewolf hoof elf shelf thief loaf calf dwarf wharf", "f", "ves")
    | _by_rule("crisis analysis diagnosis oasis synthesis parenthesis emphasis thesis hypothesis", "is", "es")
)
"""An irregular form, in lower case → its base form."""
