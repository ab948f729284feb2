"""How texts tell somebody's age: "aged 91", "neunzehn Jahre alt", "de 74 años".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

import re

from ..patterns import lazy

_YEAR = r"(?:years?|jahren?|ans|años|лет|год[ау]?|рок(?:[иу]|ів)|рік)"
_WORDED = r"[^\W\d_][\w'’ʼ]{2,13}(?:[\s-](?:(?:y|et)\s)?[^\W\d_]{3,14})?"
"""A number in words, or anything else: other words are rare there, and a list of all numbers takes 0.2 s to compile."""
_BARE_NUMBER = (
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w{3,5})?|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve"
    r"|(?:\w+und)?(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:zig|ßig)|\w{4,6}zehn|elf|zwölf)(?!\w)"
)
"""English and German leave out "years": "She was ninety-one."."""
_YEARS = rf"(?:\d{{1,3}}(?:\s{_YEAR})?|{_WORDED}\s{_YEAR}|{_BARE_NUMBER})"
_OLD = (
    r"(?:\d{1,3}[\s-]years?[\s-]old|(?:\w{3,9}-){1,2}years?-old|\d{1,3}[\s-]?jährige\w?|\d{1,3}[\s-](?:летн|річн)\w{1,4}"
    r"|\w{4,}jährige\w?|[а-яіїє]{4,}(?:летн(?:ий|яя|его|ему|ей|юю|им)|річн(?:ий|а|ого|ому|ої|ій|у|им)))"
)
_DIED = (
    r"(?:(?:ist|starb|verstarb|est\s(?:morte?|décédée?)|s['’]est\séteinte?|(?:muri|falleci)ó|ha\s(?:muerto|fallecido))(?!\w)"
    r"|(?:умер|сконча|погиб|уш[её]?л|помер|піш[оаил]|загину)\w*|не\sстало)"
)
_IN_YEARS = r"[ву]\s\d{1,3}\s(?:год|года|лет|рік|рок(?:и|ів))(?!\w)"
"""An age, if somebody died then: "умерла в 91 год", but "срок в 5 лет"."""
_AGED = (
    rf"(?:(?:aged|the age of|im alter von|l['’]âge de|âgée? de|a los|a la edad de|в возрасте|у віці)\s{_YEARS}(?!\w)"
    r"|на\s\d{1,3}-му?\s(?:году\sжизни|році\sжиття)(?!\w)"
    rf"|(?:mit|à|at|was|is|ist|war|tiene|tenía|turned)\s{_YEARS}"
    r"(?=\s(?:old|alt|and|und|y|when|als|cuando)(?!\w)|[,.;](?!\d)|$)"
    r"|(?:a|avait)\s\d{1,3}\sans(?=\s(?:et|quand|lorsqu\w+)(?!\w)|[,.;]|$)"
    r"|(?:turn(?:s|ed|ing)|will\sbe|wird|wurde)\s\d{1,3}(?=\s(?:in|on|at|next|this|im|am|years\sold)(?!\w)|[,.;]|$)"
    r"|(?:cumpl(?:e|ió|irá)\s\d{1,3}\saños|f[êe]te(?:ra)?\sses\s\d{1,3}\sans)(?!\sde(?!\w))"
    r"|(?:исполн|виповн)\w+с[ья]\s\d{1,3}\s(?:лет|год|рок|рік)"
    rf"|\d{{1,3}}\sjahre\salt(?!\w)|{_DIED}\s{_IN_YEARS})"
)
_AGE_BEHIND = lazy(
    rf"(?:,|\s\()\s?(?:(?:then|now|only|just|damals|heute|alors|de|entonces|тогда|тоді|котор(?:ому|ой)|як(?:ому|ій))\s)?{_YEARS}(?:\s(?:de\sedad|old|alt))?(?=[,.;)]|\s[—–y]\s|$)"
    rf"|,\s(?:[^\s.,;:]+\s){{0,2}}{_OLD}|,\san?\s(?!(?:m|f)other|father|parent)(?:\w+\s){{1,2}}of\s(?:\d\d|{_BARE_NUMBER})(?=[,.;])"
    rf"|,\s(?:eine?|une?|una?)\s(?:[^\s.,;:]+\s){{1,4}}(?:von|de)\s(?:\d{{1,3}}|{_WORDED})\s{_YEAR}(?=[,.;])|(?:,[^.;:]{{1,150}},[^.;:,]{{0,80}}|,?[^.;:,]{{0,40}}),?\s{_AGED}"
    rf"|(?:,\s(?:котор|як)\w+)?\s(?:(?:(?:было|исполнилось|було|виповнилося|уже|вже)\s)?\d{{1,3}}|(?:было|исполнилось|було|виповнилося)\s{_WORDED})"
    r"\s(?:лет|года?|рок(?:и|ів)|рік)(?=\s[иіта]\s|[,.;]|$)"
    r"|[^.;:]{0,30}(?<!\w)(?:born|geboren|née?|nacid[oa]|родил\w{1,4}|народи\w{1,4})(?!\w)[^.;:]{1,30}\d{4}",
    re.IGNORECASE,
)
_AGE_BEFORE = lazy(
    rf"(?<!\w)(?:{_OLD}(?:\s[^\s.,;:]+){{0,4}},?\s|{_AGED},\s|(?:году\sжизни|році\sжиття)(?:\s[^\s.;:]+){{0,8}}\s"
    rf"|(?:{_AGED}|mit\s\d{{1,3}}(?:\sjahren)?|{_IN_YEARS})\s{_DIED}(?:\s[^\s.;:]+){{0,8}}\s)$",
    re.IGNORECASE,
)
_OF_YEARS = lazy(
    rf"(?<!\w)(?:une?|una?|l[ea]|el)\s(?:[^\s.,;:]+\s){{1,4}}de\s(?:\d{{1,3}}|{_WORDED})\s(?:ans|años)(?P<comma>,?)\s$",
    re.IGNORECASE,
)
"""Before a name, which a comma follows if one stands before it: "un pastor de 74 años, Abel Soto, se negó"."""
_SOMEBODYS = lazy(r"\s(?:of|von|de)\s$")
"""Before a name: "the 10-year-old son of "."""
AGE = lazy(rf"(?<!\w)(?:{_OLD}|{_AGED})(?!\w)", re.IGNORECASE)
"""An age without the name beside it."""


def tells_age(before: str, behind: str) -> bool:
    """Return whether the text around a name tells its bearer's age."""
    if _AGE_BEHIND.match(behind) or (_AGE_BEFORE.search(before) and not _SOMEBODYS.search(before)):
        return True
    of_years = _OF_YEARS.search(before)
    return of_years is not None and (behind[:1] == "," or not of_years["comma"])
