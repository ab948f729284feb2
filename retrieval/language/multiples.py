"""How many times as much something is or became: "doubled", "das Dreifache", "в полтора раза".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

MULTIPLE = (
    r"(?:re)?doubl(?:ed|ing)|(?:tripl|trebl|quadrupl)(?:ed|es|ing)|halv(?:ed|es|ing)"
    r"|(?:twice|double|treble|triple)(?=\s(?:as|the|that|what|its?)(?!\w))"
    r"|\w+\stimes(?=\s(?:as|more|the|that|what|its?|\w+er)(?!\w))|(?:two|three|four|five|ten|hundred|\d+)[\s-]?fold"
    r"|(?:zwei|drei|vier|fünf|sechs|acht|zehn|hundert|\d+\s?)mal(?=\sso(?!\w))"
    r"|(?:deux|trois|quatre|cinq|six|dix|cent|\d+)\sfois\s(?:plus|moins)"
    r"|(?:dos|tres|cuatro|cinco|seis|ocho|diez|cien|\d+)\sveces(?=\s(?:más|menos|el|la|lo)(?!\w))"
    r"|half\s(?:(?:the|that)\sprice|price|as\smuch)|halbe[nr]?\spreis|moitié\sprix|mitad\sdel?\sprecio|полцены|півціни"
    r"|verdoppel\w+|ver(?:drei|vier|fünf|zehn)fach\w+|halbier\w+|halb\sso|(?:doppelt|\w+fach)(?=\sso(?!\w))"
    r"|(?:das|aufs?|dem|ums)\s(?:doppelte|\w+fache)n?"
    r"|(?:re)?doubl(?:ée?s?|er|ait|aient|èrent|eront)|tripl(?:ée?s?|er|ait|aient)|(?:le|du|au)\s(?:double|triple)"
    r"|(?:el|al|del)\s(?:doble|triple|cuádruple)|(?:du|tri|cuadru)plic\w+"
    r"|вдвое|втрое|вчетверо|впятеро|вполовину|наполовину|(?:удв|утр)о(?:ил|ит|ен)\w*|вдвічі|удвічі|втричі|утричі"
    r"|вп['’]ятеро|(?:подв|потр)о(?:їв|їл|єн|їт)\w*"
    r"|[ву]\s(?:\d[\d.,]*|дв[ае]|три|ч[ео]т[ыи]р[еи]|(?:пят|шест|сем|восем|десят)ь|п['’]ять|шість|сім|вісім|десять"
    r"|пол[ую]?тора|півтора|несколько|кілька)\sраз(?:а|и|ів)?"
)
"""Answers how much something rose, fell or costs, though it names no sum."""
