"""Weekdays and seasons as texts write them, in English, German, French, Spanish, Russian and Ukrainian.

Whole words in lower case, for patterns that ignore case and add the word boundary after them.
"""

from ..alternatives import by_letter

WEEKDAYS = (
    "mondays?|montags?|lundis?|lunes|понедельник\\w*|понеділ(?:ок|к\\w+)",
    "tuesdays?|dienstags?|mardis?|martes|вторник\\w*|вівтор(?:ок|к\\w+)",
    "wednesdays?|mittwochs?|mercredis?|mi[ée]rcoles|(?<!окружающ\\w\\w )сред[ауы]|средам|серед[ауи]|середам",
    "thursdays?|donnerstags?|jeudis?|jueves|четверг\\w*|четвер",
    "fridays?|freitags?|vendredis?|viernes|пятниц\\w*|п['’ʼ]ятниц\\w*",
    "saturdays?|samstags?|sonnabends?|samedis?|s[áa]bados?|суббот(?:[аеуы]|ой|ам|ами|ах)|субот\\w*",
    "sundays?|sonntags?|dimanches?|(?-i:domingos?)|воскресень\\w*|неділ\\w*",
)
"""The forms of each weekday, Monday first; with a capital, "Domingo" is a name."""

WEEKDAY = by_letter("|".join(WEEKDAYS))

WORKDAY = "weekdays?|werktags?|wochentags?|будн\\w*"
WEEKEND = "weekends?|week-ends?|wochenenden?|fin(?:es)? de semana|выходн\\w*|вихідн\\w*"

SEASON = by_letter(
    r"spring|summer|autumn|winter|fr(?:ü|ue?)h(?:lings?|jahrs?)|sommers?|herbst(?:es)?|printemps|automne|hiver"
    r"|(?:en |cet |l['’]|d['’])[ée]t[ée]|primavera|verano|oto[ñn]o|invierno"
    r"|весн(?:ой|а|ы|у|е)|лет(?:ом|о|а|у|е)|осень(?:ю)?|осени|зим(?:ой|а|ы|у|е)"
    r"|навесні|весни|влітку|літ(?:о|а|ку)|восени|осінь|взимку|узимку|зими"
)
"""French summers need the word before: "été" is also "been"."""
