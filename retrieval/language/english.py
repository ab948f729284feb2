"""Forms of English words that Snowball keeps apart: irregular ones, plurals of "man", British spellings. Pure."""

from ..patterns import lazy
from .irregular import base_forms
from .rewriting import Rules, rewritten

# "fishermen", "policemen"; "specimen" and "abdomen" are no plurals.
_PLURAL_OF_MAN = lazy(r"(?<=\w{2}[bcdfghklnprstwxyz])men$|(?<=\w[cslrn]e)men$|(?<=sea)men$|(?<=wo)men$")

_HEADS = dict(
    pair.split("-")
    for pair in """
    aeroplane-airplane ageing-aging aluminium-aluminum anaem-anem archaeo-archeo artefact-artifact cosy-cozy
    counsellor-counselor defenc-defens draught-draft encyclopaed-encycloped enquir-inquir foet-fet grey-gray
    gynaec-gynec haem-hem jewellery-jewelry judgement-judgment kerb-curb leukaem-leukem licenc-licens manoeuv-maneuv
    mould-mold moustache-mustache odour-odor oesoph-esoph oestr-estr offenc-offens orthopaed-orthoped paed-ped
    plough-plow practis-practic pretenc-pretens pyjama-pajama sceptic-skeptic skilful-skillful smoulder-smolder
    sulphur-sulfur tyre-tire wilful-willful woollen-woolen yoghurt-yogurt
    """.split()
)
"""What words begin with, as the British and as Americans spell it."""
_HEAD = lazy(rf"^(?:{'|'.join(_HEADS)})")

_RULES: Rules = (
    # Not "supervise" or "precise": their relatives have an "s" in America, too, as "supervision" and "precision".
    (
        lazy(
            r"(?<=\w\w[bcdfghk-nrstz])(?<![^aeio]r)(?<![^ai]c)(?<!advert)(?<!expert)(?<!parad)"
            r"is(?=(?:e[drs]?|ers|ings?|able|ations?|ational)$)"
        ),
        "iz",
    ),
    (lazy(r"(?<=l)yz(?=e[drs]?$|ing$)"), "ys"),
    # Not "four", "flour" or "tour".
    (
        lazy(r"(?<=\w\w[bdfhklmnprtvi])our(?=(?:e[dr]|ers|s|ings?|ful(?:ly)?|less|abl[ey]|al|ly|ites?|hoods?|ism)?$)"),
        "or",
    ),
    (lazy(r"(cent|theat|met|lit|fib|calib|neuv|somb|spect|lust)r(?:e(?=s?$)|(?=ed$))"), r"\1er"),
    (lazy(r"(?<=\w\wlog)u(?=e[ds]?$|ing$)"), ""),
    (lazy(r"(?<=gram)me(?=s?$)"), ""),
    (lazy(r"(?<=\w\w[klvz])e(?=abl[ey]$)"), ""),
)


def english(word: str) -> str:
    """Return the base form of an English word in lower case, spelt as in America or so that it gets the same stem."""
    word = base_forms("en").get(word, _PLURAL_OF_MAN.sub("man", word))
    return rewritten(_HEAD.sub(lambda it: _HEADS[it.group()], word), _RULES)
