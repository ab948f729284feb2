"""Parts that the patterns of numbers, days and prices share."""

YEAR = r"(?:1\d|20)\d\d"
"""From 1000 to 2099."""

MODERN_YEAR = r"(?:1[5-9]|20)\d\d"
"""From 1500: where nothing else says that it is a year, a smaller number is more often a count."""

ORDINAL_ENDING = r"(?:st|nd|rd|th|er|\.)"
"""Follows the number of a day: "1st", "1er", "1."."""

CLOCK = r"(?:[ap]\.m\b|am\b(?!\s(?-i:[A-ZÄÖÜ][a-zäöüß])(?!\w+day\b))|pm\b|uhr\b|o['’]clock)"
"""Follows the number of an hour: "3 am", "3 am Friday"; not German "3 am Nordende"."""

MONEY_SIGNS = "$€£¥₽₴"

PER_CENT_WORDS = (
    r"per ?cent|prozent|pour ?cent|por ciento|процент(?:ов|а|у|ы|ам|ом|ами|ах)?|відсот(?:ок|к(?:ів|а|у|и|ам|ами|ах|ом))"
)

MONEY_CODES = "chf|eur|usd|gbp"

MONEY_WORDS = (
    rf"{MONEY_CODES}|euros?|dollars?|pounds?|pence|(?<=\d)p|crowns?|cents?|centimes?|francs?|kronen?|kron[aou]r|kroner|franken|pfund"
    r"|céntimos?|pesos?|pesetas?|dólares|libras|couronnes?|coronas?|francos?|ro?ubles?|rubel|rublos?|hryvnias?|hrywnja"
    r"|grivnas?|zlot[iy]s?|zł\w*|yen|yuan|rupees?|евро|євро|рубл\w+|руб|копе\w+|гривн\w*|гривень|грн|доллар\w*|долар\w*"
    r"|фунт\w*|крон\w*|злот\w+|тенге|юан\w+"
)
