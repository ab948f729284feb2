"""Nouns for papers, agencies and broadcasters, which stand before their names, language by language."""

MEDIA = {
    "en": "(?:news)?paper|daily|weekly|magazine|agency|broadcaster|channel|outlet|(?:web)?site|network|radio|station",
    "de": "Zeitung|Tageszeitung|Zeitschrift|Magazin|Sender|Agentur|Nachrichtenagentur|Portal",
    "fr": "journal|revue|quotidien|magazine|site|chaîne|radio|agence",
    "es": "diario|periódico|revista|portal|canal|cadena|agencia",
    "ru": "агентство|издание|газета|журнал|проект|телеканал|канал|портал|сайт|радио|телеграм-канал",
    "uk": "агентство|агенція|видання|газета|журнал|часопис|проєкт|проект|телеканал|канал|портал|сайт|радіо"
    "|телеграм-канал",
}
TOLD_MEDIA = "изданию|газете|агентству|телеканалу|журналу|радио|каналу|порталу|сайту|виданню|газеті|агенції|радіо"
"""Russian and Ukrainian nouns for outlets to which something was told, in the dative."""
