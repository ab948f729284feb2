"""British spellings of English words as American ones, so that both have one stem: recognised, recognized. Pure."""

from ..patterns import lazy

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
"""What words of both spellings begin with."""
_HEAD = lazy(rf"^(?:{'|'.join(_HEADS)})")

_RULES = (
    # Not "supervise" or "precise": their relatives have an "s" in America, too, as "supervision" and "precision".
    (
        r"(?<=\w\w[bcdfghk-nrstz])(?<![^aeio]r)(?<![^ai]c)(?<!advert)(?<!expert)(?<!parad)"
        r"is(?=(?:e[drs]?|ers|ings?|able|ations?|ational)$)",
        "iz",
    ),
    (r"(?<=l)yz(?=e[drs]?$|ing$)", "ys"),
    # Not "four", "flour" or "tour".
    (
        r"(?<=\w\w[bdfhklmnprtvi])our(?=(?:e[dr]|ers|s|ings?|ful(?:ly)?|less|abl[ey]|al|ly|ites?|hoods?|ism)?$)",
        "or",
    ),
    (r"(cent|theat|met|lit|fib|calib|neuv|somb|spect|lust)r(?:e(?=s?$)|(?=ed$))", r"\1er"),
    (r"(?<=\w\wlog)u(?=e[ds]?$|ing$)", ""),
    (r"(?<=gram)me(?=s?$)", ""),
    (r"(?<=\w\w[klvz])e(?=abl[ey]$)", ""),
)
_REWRITTEN = tuple((lazy(pattern), instead) for pattern, instead in _RULES)


def american(word: str) -> str:
    """Return an English word in lower case as Americans spell it, or so that it gets the same stem."""
    word = _HEAD.sub(lambda it: _HEADS[it.group()], word)
    for pattern, instead in _REWRITTEN:
        word = pattern.sub(instead, word)
    return word
