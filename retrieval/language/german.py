"""Forms of German words that share a stem: strong verbs by a table, participles and the endings in "-t" by rule.

Words are in lower case, without umlauts ("fallt" for "fällt").
"""

from ..patterns import lazy
from .irregular import base_forms
from .rewriting import Rules, rewritten

_APART = (
    r"ab|an|auf|aus|bei|ein|entgegen|fest|fort|frei|heraus|hervor|her|hinaus|hinzu|hin|kennen|los|mit|nach|nieder|statt"
    r"|teil|vorbei|voran|vor|weg|weiter|zuruck|zusammen|zu"
)
"""Separable prefixes of verbs: "angefangen", "fing an"."""
_FAST = r"be|emp|ent|er|miss|ver|zer|hinter|uber|unter|um|durch|wieder|wider"
"""Prefixes that are not separated in most forms: "versprochen", "umgezogen"."""
_PREFIXED = lazy(rf"((?:{_APART}|{_FAST})(?:be|er|ver|ent|zer)?)(\w{{3,}})")
_KEPT = lazy(rf"((?:{_APART})?(?:{_FAST}))(?!legen)(\w{{3,}}(?:en|[nd]t))")
_NOUNS = frozenset("angriffen begriffen bekannt betrug herzog verwandt".split())
"""Words that only look like forms of a prefixed verb."""
_ALONE = frozenset("fuhr gehoren lag nahmen standen stieg tritt wuchs".split())
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
_FORMS: Rules = (
    # aufzubauen, einzuführen as aufbauen, einführen; not "hinzufügen", "Auszubildende"
    (
        lazy(rf"^(?!hinzu)({_APART}|dar|durch|sicher|um|voraus|wieder)zu(?!bild)(\w{{2,}}(?:e|[ei]r|el)n)$"),
        r"\1\2",
    ),
    # Museen, Firmen, Konten, Stadien
    (lazy(r"((?:muse|zentr|ministeri|gymnasi|kriteri|territori|laborator|stipendi|jubila)i?)en$"), r"\1um"),
    (lazy(r"((?<!kon)firm|them|dram|vill)en$"), r"\1a"),
    (lazy(r"(kont|risik)en$"), r"\1o"),
    (lazy(r"stadien$"), "stadion"),
    # Ärztinnen as Arzt, Präsidentin, Autorin, Kollegin; not "Benzin", "Medizin", "Martin", "Konstantin"
    (
        lazy(
            r"((?:\w(?:ent|(?<!konst)ant|(?<!kr)(?<!chr)ist|[dkmr]at|eut|lot|thlet|poet|s?sor|tor|lleg|teg|log|gog)"
            r"|arzt|anwalt|wirt|koch|konig|rat|chef|freund|feind|nachbar|zeug|kund|genoss|vorstand|herzog))in(?:nen)?$"
        ),
        r"\1",
    ),
    # Autos, Kameras
    (
        lazy(
            r"((?:aut|fot|bur|inf|kin|vide|radi|studi|eur|kasin|zo)o|tipp|app|[lp]kw|kamera|oma|opa|pizza|kita|profi|nazi|taxi"
            r"|krimi|promi|azubi|baby|handy|hobby|party|interview|review)s$"
        ),
        r"\1",
    ),
    # Problem, modern, Konzern, Kurs, Impuls: Snowball takes their ends for endings
    (lazy(r"((?:bl|st|tr)em|(?:mod|int|ext|konz)ern|(?:k|mp|p|^h)(?:ur|al|ul)s)$"), r"\1e"),
)
_INFLECTED = lazy(r"(?<=\w{4}en)e[mnrs]?$|(?<=\wt)e[mnrs]?$")


def german(word: str) -> str:
    """Return the base form of a German word in lower case without umlauts; the word itself where no rule applies."""
    verbs = base_forms("de")
    for form in dict.fromkeys((word, _INFLECTED.sub("", word))):
        if form in _NOUNS:
            return form
        if base := verbs.get(form):
            return base
        if (parted := _PREFIXED.fullmatch(form)) and parted[2] not in _ALONE and (base := verbs.get(parted[2])):
            return parted[1] + base
        if (kept := _KEPT.fullmatch(form)) and (base := verbs.get(f"ge{kept[2]}")):
            return kept[1] + base
    if regular := _PARTICIPLE.fullmatch(word):
        return f"{regular[1]}{regular[2]}en"
    return rewritten(word, _FORMS)


# Snowball strips "ig" of "bestätigen", but leaves "bestätigt" as it is.
_IGT = lazy(r"(?<=\w{4})igt$")
# Endings that Snowball leaves: glaubt(e) as glauben, fordert and studiert as fordern and studieren, kostet, sammeln.
_ENDING = lazy(
    r"(?<=\w{3})(?<!hund)(?<!konz)(?<!exp)ert$|(?<=\w{3}[bcfghklmnprsvwxz])(?<!mark)(?<!punk)t$|(?<=\w{2}[dt])et$"
    r"|(?<=\wel)n$"
)


def german_stem(stem: str) -> str:
    """Return a stem of Snowball's, made the same for all forms of a German verb."""
    return _ENDING.sub("", _IGT.sub("", stem))
