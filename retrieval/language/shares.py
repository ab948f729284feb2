"""How texts name a share of something without a number of their own: "a fifth of", "jedes zweite", "треть".

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

_NTH = r"(?:втор|друг|трет|четв[её]?рт|п['’]?[ея]?ят|шест|шост|седьм|сьом|восьм|дев['’]?ят|десят)\w+"
SHARE = (
    r"an? (?:fourth|fifth|sixth|eighth|tenth)(?= of)|every (?:other|second|third|fourth|fifth|sixth|tenth)"
    r"|(?:drit|fünf|sechs|ach|zehn)tel|ein(?:em)? viertel"
    r"|jede[rmns]? (?:zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)e[nrms]?"
    r"|(?:un|le) (?:tiers|quart|cinquième|sixième|huitième|dixième)(?= d)"
    r"|tercio|un (?:cuarto|quinto|sexto|décimo)(?= del? )|(?:tercera|cuarta|quinta|sexta|décima) parte"
    rf"|трет[ьи]|четверт(?:ью?|и)|кажд\w+ {_NTH}|{_NTH} (?:част[ьи]ю?|частин\w+)|одн[ауіо]\w* {_NTH}"
    rf"|третин\w+|чверт\w+|кожн?[аеіу]\w* {_NTH}"
)
"""Matched regardless of case; "two thirds" and "one in five" have numbers."""
