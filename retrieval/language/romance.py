"""Forms of French and Spanish words that Snowball keeps apart: verbs, with a prefix or without ("mourir" and "mort"),
and nouns that it takes for verbs or that change their end."""

from collections.abc import Mapping
from functools import cache
from unicodedata import combining, normalize

from ..patterns import lazy
from .irregular import base_forms
from .rewriting import Rules, rewritten

_LEAST_BARE = 4
"""Minimum letters of a form that may be typed without its accents: "ne" is not "né"."""

_PREFIX = {
    "fr": lazy(
        r"(ab|ac|ad|ap|com|contre|con|dis|d[eé]|entre|inter|in|main|ob|par|per|pour|pr[eé]|pro|r[eé]|sou|sur|trans)(\w{3,})"
    ),
    "es": lazy(r"(ad|a|com|contra|con|des|de|dis|ex|im|inter|man|ob|o|per|pre|pro|re|sos|so|sus|su|trans)(\w{3,})"),
}


def _typed(pattern: str) -> str:
    """Return a French pattern that also matches what is typed without accents."""
    return pattern.replace("é", "[ée]").replace("è", "[èe]")


_NOUNS_IN_ENT = (
    r"abs|acc|accid|adhér|adjac|adolesc|afflu|ag|antécéd|appar|ard|arg|av|c|cli|coeffici|cohér|coïncid|compét|concurr"
    r"|confid|conflu|consci|conséqu|contin|conting|converg|cont|couv|d|déc|délinqu|différ|dissid|diverg|éloqu|émerg|émin"
    r"|équival|esci|évid|excéd|excell|exig|expédi|ferv|fréqu|g|gradi|immin|impati|impertin|imprud|incid|incohér|incompét"
    r"|inconsci|inconvéni|indéc|indiffér|indulg|influ|ingrédi|inhér|innoc|insol|intellig|intermitt|jum|lat|l|mécont|néglig"
    r"|occid|omniprés|ori|par|parav|pati|perman|persist|pertin|polyval|précéd|prés|présid|prud|quoti|réc|récipi|récurr"
    r"|référ|rég|résid|rétic|s|serg|serp|souv|strid|subconsci|succul|tal|torr|transpar|trid|turbul|urg|v|viol|virul"
)
"""Beginnings of nouns and adjectives in "-ent"; all others but those in "-ment" are taken for verbs."""
_VERBS_IN_MENT = (
    r"aim|anim|affirm|allum|arm|assum|calm|confirm|consomm|consum|dorm|endorm|enferm|entam|estim|exprim|film|form|fum"
    r"|imprim|inform|nomm|opprim|proclam|programm|réclam|réform|renferm|résum|sèm|supprim|surnomm|transform"
)
_VERBS_IN_IE = r"[bp]li|alli|reli|[rt]udi|fi|vari|merci|préci|éfici|goci|ssoci|cenci"
_VERBS_IN_IAR = r"nunci|inici|cambi|tudi|goci|nanci|soci|confi|envi|limpi|ampli|mpri|preci|fici"
_RULES: Mapping[str, Rules] = {
    "fr": (
        # trouvent as trouve, publie as publier; attendre, attendra, attendu
        (lazy(rf"^(?!(?:{_typed(_NOUNS_IN_ENT)})ent$)(\w*[^\Wm](?<![ao]i)|{_typed(_VERBS_IN_MENT)})ent$"), r"\1e"),
        (lazy(rf"^(\w*(?:{_typed(_VERBS_IN_IE)}))e$"), r"\1er"),
        (lazy(r"(?<=\w(?:(?<!i)[aeo]n|er)d)(?:re|ra|ront|rait|raient|ue?s?)$"), ""),
        # actrice as acteur; étrangère as étranger, hivers as hiver; active as actif
        (lazy(r"(?<=\w\w)trices?$"), "teur"),
        (lazy(r"(?<=[cgi])(h?|ll)[èe]res?$"), r"\1er"),
        (lazy(r"(?<=\w[^\Wv]er)s$|(?<=hiver)s$"), ""),
        (lazy(r"(?<=[st])(?<!^mot)(?<!cult)ives?$"), "if"),
        # photos, menus, bleus, conflits, opinions; not "gros", "clos", nor what is feminine with "-se"
        (lazy(r"(?<!gr)(?<!cl)(?<=\w\wo)s$|(?<=\w[ntvdsç]u)s$|(?<=eu)s$|(?<=\w(?:it|io))s$|(?<=\w\wion)s$"), ""),
    ),
    "es": (
        # ciudades as ciudad, mujeres as mujer; voz as voces
        (lazy(r"(?<=\w[dt]ad)es$|(?<=\w\w[aei]r)(?<!inter)es$"), ""),
        (lazy(r"(?<=[aeiouáéíóú])z$"), "ce"),
        # años, días; líneas, hornos, charlas, próximos, gramos, extremos, récords
        (lazy(r"^((?:[aeiouáéíóú][^\Waeiouáéíóú]{1,3}|\w{1,2}[íi])[aeo])s$"), r"\1"),
        (lazy(r"^(\w+(?:[eé][ao]|rno|[ae]rla|imo|[gt]ramo|remo|[bcdfgkmpt]))s$"), r"\1"),
        # anunció as anuncia, modifica as modificar, existe as existir; planteó and plantear as plantea; varía, declara
        (lazy(rf"^(\w*(?:{_VERBS_IN_IAR}))ó$"), r"\1a"),
        (lazy(r"(?<=\wif)ican?$"), "icar"),
        (lazy(r"^(ex|con|in|re|a|de|per|sub)(s?)iste$"), r"\1\2istir"),
        (lazy(r"(?<=\w\we)(?:ar|ó|aron|ad[oa]s?)$"), "a"),
        (lazy(r"^(ampl|conf|desaf|desv|enfr|env|esp|gu|var)ían?$"), r"\1iar"),
        (lazy(r"^(comp|decl|disp|prep|rep|sep)aran?$"), r"\1arar"),
    ),
}
"""What Snowball leaves apart, with what it gets instead."""


@cache
def forms_as_typed(language: str) -> Mapping[str, str]:
    """Return the table of a language's irregular forms, with the longer ones also without their accents."""
    forms = base_forms(language)
    bare = {"".join(c for c in normalize("NFD", form) if not combining(c)): base for form, base in forms.items()}
    return {form: base for form, base in bare.items() if len(form) >= _LEAST_BARE} | dict(forms)


def base_form(language: str, word: str) -> str:
    """Return the base form of a French or Spanish word in lower case; the word itself where no table or rule has it."""
    forms = forms_as_typed(language)
    parted = _PREFIX[language].fullmatch(word)
    if word in forms:
        word = forms[word]
    elif parted and parted[2] in forms:
        word = parted[1] + forms[parted[2]]
    return rewritten(word, _RULES[language])
