"""How texts say that somebody said something, language by language: verbs, "according to", pronouns. Pure."""

from collections.abc import Mapping

VERBS = {
    "en": "said|says|told|tells|claimed|claims|stated|states|added|adds|argued|argues|noted|notes|reported|reports"
    "|announced|announces|warned|warns|wrote|writes|confirmed|confirms|denied|denies|insisted|insists|explained"
    "|explains|revealed|reveals|alleged|acknowledged|admitted|admits|estimated|estimates|suggested|dismissed|described"
    "|recalled|recalls|replied|testified|conceded|promised|believes|thinks|maintains",
    "de": "sagte|sagten|sagt|erklärten?|erklärt|betonte|betont|behauptete|behauptet|berichteten?|berichtet|meinte|meint"
    "|schrieb|schreibt|kündigten?|teilten?|warnte|warnt|bestätigten?|bestätigt|räumte|versicherte"
    "|erzählte|erzählt|antwortete|erinnert sich|klagte?|befürchtet|fürchtet|hofft|glaubt",
    "es": "dijo|dijeron|dice|afirmó|afirmaron|afirma|declaró|declara|aseguró|asegura|señaló|señala|explicó|explica"
    "|anunció|anuncia|informó|informa|añadió|añade|comentó|comenta|advirtió|advierte|reconoció|reconoce|insistió"
    "|subrayó|contó|cuenta|respondió|relató|sostuvo|sostiene|indicó|manifestó|escribió|confirmó|negó|recuerda",
    "fr": "(?:(?:a|ont|avait) (?:déclaré|dit|affirmé|expliqué|annoncé|ajouté|indiqué|précisé|estimé|confirmé|souligné"
    "|assuré|reconnu|raconté|répondu|écrit|averti|rappelé))|déclare|affirme|explique|annonce|ajoute|indique|précise"
    "|estime|confirme|souligne|assure|reconnaît|raconte|répond|rappelle|prévient|dit"
    "|ironise|plaide|regrette|lance|témoigne|déplore|confie|tranche",
    "ru": "сказал[аи]?|говорит|говорят|заявил[аи]?|заявляет|сообщил[аи]?|сообщает|сообщают|отметил[аи]?|отмечает"
    "|подчеркнул[аи]?|рассказал[аи]?|рассказывает|утверждает|утверждают|добавил[аи]?|считает|считают|пояснил[аи]?"
    "|объяснил[аи]?|объясняет|уточнил[аи]?|признал(?:ся|ась)|пообещал[аи]?|напомнил[аи]?|ответил[аи]?"
    "|написал[аи]?|пишет|предупредил[аи]?|вспоминает|подтвердил[аи]?|опроверг(?:ла|ли)?|заверил[аи]?",
    "uk": "(?:сказа|заяви|повідоми|зазначи|розпові|дода|поясни|уточни|наголоси|підкресли|пообіця|написа|відпові"
    "|попереди|застеріга|нагада|підтверди|запевни|спростува|каза)(?:в|ла|ли)|каже|кажуть|повідомляє"
    "|повідомляють|розповідає|стверджує|вважає|вважають|пише|застерігає|згадує|пояснює|зазначає",
}
"""Forms that have a speaker as their subject, small letters."""

ACCORDING = {
    "en": "according to|in the words of",
    "de": "laut|nach angaben|nach den worten",
    "es": "según|de acuerdo con",
    "fr": "selon|d['’]après",
    "ru": "по (?:словам|данным|мнению|информации|версии)|согласно",
    "uk": "за (?:словами|даними|версією|інформацією)|на думку|згідно з",
}

PRONOUNS = {
    "en": "he|she|they",
    "de": "er|sie",
    "es": "él|ella|ellos|ellas",
    "fr": "il|elle|ils|elles",
    "ru": "он|она|они",
    "uk": "він|вона|вони",
}


def in_language(forms: Mapping[str, str], language: str | None) -> str:
    """Return one pattern of the forms of a language, or of all where it is none of these."""
    return forms[language] if language is not None and language in forms else "|".join(forms.values())
