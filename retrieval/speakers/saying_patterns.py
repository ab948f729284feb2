"""Patterns of sentences that name a speaker, language by language; their verbs are marked beforehand. Pure."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..language.traits import EAST_SLAVIC
from ..patterns import CAPITAL, lazy, not_behind, of_language
from .names import CAPITALISED, INITIALS, NAME, TITLE, WORDS
from .offices import (
    AN_OFFICE,
    BEHIND_NOUN,
    BODY,
    BODY_OF,
    NO_NOUN,
    NOUN,
    NOUN_ALONE,
    OF_STATE,
    OFFICIALS,
    PLACE_OF_ROLE,
    PREPOSITION,
    PREPOSITIONS,
    ROLE,
    SLAVIC_ROLE,
    SMALL,
    SOURCE,
    THE_GROUP,
    UNNAMED,
)
from .saying_marks import CITED, NOT_PASSIVE, SAID
from .saying_verbs import HIS_WORDS, PRONOUNS

_NO_VERB = (
    r"(?=[.,;:]|$|\s(?:in|on|at|to|from|after|before|of|for|with|during|when|as|last|this|who|whose|by|about|while|and|over"
    r"|yesterday|today|later|late|early|again)(?!\w))"
)
"""Follows a speaker; a verb would show that the speaker is before it: "the report, out today, said the city failed"."""


_NOT_OF = r"(?!We[rn]\s)(?<!\bd['’])(?<!\bde\sl['’])(?<!\bà\sl['’])" + not_behind(
    r"of in at on by to with from for if de de\sla à\sla a\sla del des du au aux par por in\sder in\sdem"
    r" в на из у с к о з до Wer wer Wen wen"
)
"""A name after such a word is not the speaker."""
_NOT_WHO = not_behind("who which that die der das qui que который которая яка який")
"""After such a word comes somebody else's view of the speaker: "said Ilse Brandt, who according to two people …"."""
# "the Ministry of Health", "western officials": up to the mark; a list of names whole, a role with the name after it.
_WHO_WORD = rf"(?:{TITLE}|{INITIALS}|\d[\d.,]{{0,20}}\d|[^\s,.;:!?“”\"«»()—–]{{1,40}})"
_LISTED = rf"(?:the )?{CAPITALISED}(?: {CAPITALISED}){{0,2}}"
_NEW_CLAUSE = {
    "en": not_behind(
        "of for in into at from by on to with and or near under about between among against over inside within all both"
    )
    + r"(?:he|she|it|they|we|you|there|the|an?|his|her|its|their|no)\s",
    "fr": not_behind("de du des à au aux dans sur en par pour avec chez et ou entre tous toutes")
    + r"(?:(?:ils?|elles?|on|ce|le|la|les|une?)\s|[lc]['’])",
    "es": not_behind("de del a con por para en y e o entre sobre todos todas")
    + r"(?:él|ella|ellos|ellas|no|se|hay|el|la|los|las|una?)\s",
}
"""Opens what was said where no comma is before it: "according to Ilse Brandt the bridge is closed"."""
_TITLE_WORD = rf"(?!(?:last|late|early|next|whose)\s){NOUN_ALONE}"
"""Stands between a body and a name: "said Greenpeace campaigner Ilse Brandt", not "said Ilse Brandt last May"."""
_ADVERBS = (
    r"(?:(?:also|has|had|then|now|later|further|repeatedly|auch|dann|jetzt|später|zudem|außerdem|dagegen|hingegen|jedoch|allerdings|también|ahora|luego|después"
    r"|aussi|maintenant|ensuite|les?|lui|leur|nous|nos|me|также|тоже|потом|затем|теперь|снова|позже|уже|також|теж|потім|тепер|знову|пізніше|згодом|вже"
    r") ){0,2}"
)
_THE = r"(?:(?:the|its|his|her|their|der|die|el|la|le)\s)?"
_ASIDES = r"(?:(?:,\s(?!(?:and|und|et|y|e|и|і|й|та)\s)[^,.“”\"«»\n]{1,80}){1,4},|\s[—–][^—–“”\"«»\n]{1,80}[—–],?)"
_WHEN = r"(?:(?:on|in|at|am|im|el|le|в|во|у|на)\s[^\W\d_][\w’'-]{0,20}\s)?"
_MARK = r"[”“\"»«,!?…]"
_BEHIND = {
    # Contexts in which a name after a verb is its subject: in English only after what was said.
    "en": r"[”“\"»,]\s?[—–-]?\s?",
    "fr": rf"(?:^|{_MARK}\s?|(?<!\w)(?:comme|que|qu['’]|—|–)\s?)(?:l['’]|[ls]e\s|nous\s)?",
    "es": rf"(?:^|{_MARK}\s?|(?<!\w)(?:lo|como|que|así|\x02+|—|–)\s?)(?:(?:les?|se)\s)?",
}
_ANYWHERE = r"(?<!\w)"
_AFTER = {
    "fr": r"(?:en\s\w+ant,?\s|à\s(?:l['’])?[A-Z]{2,5}\s|aux\sjournalistes\s|à\sla\s(?:presse|barre|tribune|radio)\s"
    r"|à\sl['’](?:audience|antenne)\s|devant\sl(?:e|a|es)\s\w+\s|(?:en\sconférence\sde\spresse|au\stéléphone)\s)?",
    "es": r"(?:a\s(?:[A-Z]{2,5}|Efe|los\speriodistas|la\sprensa|este\s\w+)\s|ante\s(?:el|la|los|las)\s\w+\s"
    r"|(?:en\srueda\sde\sprensa|por\steléfono)\s|en\s(?:una|la)\s\w+\s(?:de\s\w+\s)?)?",
    "de": r"(?:am\s\w+\s|gestern\s|heute\s)?",
    # Names have cases here, which show that the object of a preposition is no subject.
    "ru": r"(?:[«„“\"][^»“”\"]{0,40}[»“”\"]\s)?",
    "uk": r"(?:[«„“\"][^»“”\"]{0,40}[»“”\"]\s)?",
}
_NOT_IN = not_behind(PREPOSITIONS)

_ALSO = "también|además|asimismo|igualmente|также|кроме того|при этом|також|крім того|водночас"
_START = r"(?:^|[.;:”\"»]\s)(?:\d{1,2}[:.]\d{2}\W{1,4})?[\W\d_]{0,3}"


class Form(NamedTuple):
    """One way of naming a speaker in a marked sentence."""

    example: str
    """A sentence of this form, with the speaker in square brackets."""
    languages: tuple[str, ...]
    """The languages that have it; empty for any."""
    pattern: str


@lru_cache(maxsize=16)
def patterns(language: str | None) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that name a speaker in a marked sentence, the most reliable first."""
    return tuple(lazy(form.pattern) for form in forms(language))


def forms(language: str | None) -> list[Form]:
    """Return the forms of a language, the most reliable first."""
    every = (*_citing(language), *_at_the_verb(language), *_apart_from_the_verb(language), *_by_what_they_are(language))
    return [form for form in every if not form.languages or language in form.languages]


def _citing(language: str | None) -> tuple[Form, ...]:
    """Return the forms that name a speaker without a verb."""
    that = "that|which|who|que|qui"
    more = rf"\s(?!(?:{that})\s|{_NEW_CLAUSE.get(language or '', '(?!)')}){_WHO_WORD}"
    whose = (
        rf"(?P<name>{_WHO_WORD}(?:{more}){{0,11}}(?:\s(?:{that})(?:\s{_WHO_WORD}){{1,10}})?"
        rf"(?:(?:, {_LISTED}){{1,4}},? and {_LISTED}"
        rf"|, (?:{ROLE} ){{0,4}}{CAPITALISED} {CAPITALISED}(?=[,.;:]))?)"
    )
    if language == "de":  # no comma after "according to"
        whose = rf"(?:(?:[a-zäöüß]\w*e[mnrs]|de[mnrs]|vo[mn]|zwei|drei)\s){{0,3}}{NAME}"
    return (
        Form("According to [the Ministry of Health], it is closed.", (),
             rf"{_NOT_WHO}(?P<other>{CITED})\s(?!\x01){whose}"),
        Form("According to [Ilse Brandt] bridges are closed.", (),
             rf"^\W{{0,3}}(?P<other>{CITED})\s{NAME}(?=\s(?!{CAPITAL}|\d|(?:and|or|et|ou|y|e|o|und|oder|и|і|й|та)\s)"
             r"[^,;:()—–]*$)"),
        Form("[Ilse Brandt] zufolge ist sie zu.", (), rf"(?<!\w)(?:Der |Dem |Den )?{NAME} zufolge(?!\w)"),
        Form("„Das ist falsch“, so die [Ministerin Ilse Brandt].", ("de",),
             rf"{_MARK},?\sso\s{_THE}(?:{SMALL}\s){{0,3}}{NAME}"),
    )  # fmt: skip


def _at_the_verb(language: str | None) -> tuple[Form, ...]:
    """Return the forms that name a speaker right beside the verb."""
    mine, noun = _mine(language), rf"{CAPITAL}[\w’'\-]{{2,30}}"
    of_what = rf"(?:Das|Der|Die|Ihre?|Seine?)\s{noun}(?:\sde[rs]\s{noun})?" if language == "de" else noun
    return (
        # Tried before names after the verb, or in what is said.
        Form("[An official of the ministry], who gave no name, said Austria had closed it.", tuple(SOURCE),
             rf"{_START}{SOURCE.get(language or '')}\s{_ADVERBS}{SAID}{mine}"),
        Form("[Ilse Brandt] later said that it is closed.", (),
             rf"(?<!\w){_NOT_OF}{NAME}(?:\s\([^()\n]{{1,40}}\))?\s{_ADVERBS}{SAID}{mine}"),
        Form("10:40 The inspector [Ilse Brandt]: “It is closed.”", (),
             rf"{_START}(?!(?i:{of_language(PRONOUNS, language)})\s)(?:[^\W\d_][\w’'\-]{{0,30}}\s){{0,6}}?{_NOT_OF}"
             rf"(?P<name>{CAPITALISED}\s(?:{CAPITALISED}\s)?{CAPITALISED})\s?(?P<label>:)\s[“\"„«]"),
        Form("Sie ist zu, wie die [Polizei] am Montag mitteilte.", ("de",),
             rf"(?:^|,\s)[Ww]ie\s(?:(?:die|der|das)\s)?(?:{SMALL}\s){{0,2}}?(?P<name>{UNNAMED['de']}|{WORDS})"
             rf"\s(?:[^,;:]{{1,60}}?\s)?{SAID}(?=[,.;]|$)"),
        Form("[Eine Sprecherin der Bahn] sagte, sie sei zu.", ("de",),
             rf"{_START}(?P<name>(?i:{UNNAMED['de']}))\s{_ADVERBS}{SAID}{mine}"),
        Form("Das Opfer, [Ilse Brandt], sagte, sie sei zu.", ("de", *EAST_SLAVIC),
             rf"{_START}{of_what},\s{NAME},\s{_ADVERBS}{SAID}{mine}"),
        Form("[Ковдинский комбинат] сообщил, что поздно.", tuple(EAST_SLAVIC),
             rf"{_START}(?P<name>{BODY}|{BODY_OF})\s{_ADVERBS}{SAID}"),
        Form("Пізно, повідомив [Національний центр].", tuple(EAST_SLAVIC),
             rf"{SAID}\s(?P<name>{BODY}|{SLAVIC_ROLE}|(?!{PREPOSITION}\s){SMALL}\s{OF_STATE})(?=[.,:]|$)"),
        Form("В [полиции] сообщили, что поздно.", tuple(EAST_SLAVIC),
             rf"{_START}[ВвУу]о?\s(?:{SMALL}\s){{0,2}}?(?P<name>{AN_OFFICE})\s(?P<plural>{SAID})"),
        Form("Поздно, сообщили в [полиции].", tuple(EAST_SLAVIC),
             rf"(?P<plural>{SAID})\s(?:во?|у)\s(?:{SMALL}\s){{0,2}}?(?P<name>{AN_OFFICE})(?=[.,:]|$)"),
    )  # fmt: skip


def _apart_from_the_verb(language: str | None) -> tuple[Form, ...]:
    """Return the forms with words between the name and the verb."""
    mine = _mine(language)
    role = (
        rf"(?:(?:[^\W\d_][\w’'\-]{{0,30}}\s){{1,5}}?(?={CAPITALISED}\s{CAPITALISED}))?"
        if language in EAST_SLAVIC
        else ""
    )
    return (
        Form("The mayor, [Ilse Brandt], who opened it, said it is closed.", (),
             rf"{_START}(?:[^\W\d_][\w’'\-]{{0,30}},?\s){{0,5}}?{_NOT_OF}{NAME}{_ASIDES}\s{_WHEN}{_ADVERBS}{SAID}{mine}"),
        Form("“It is closed,” its clinical director, [Ilse Brandt], said.", (),
             rf",\s{_THE}(?:{ROLE}\s){{0,3}}?{NAME}(?:,|\s[—–][^—–“”\"«»\n]{{1,80}}[—–],?)\s{_ADVERBS}{SAID}"),
        Form("[Mr Brandt] left and told reporters that it is closed.", (),
             rf"{_START}{role}{NAME}\s[^,.;:“”\"«»\n]{{1,60}}?\s(?:and|und|et|y|и|і|й|та)\s{SAID}"),
        Form("The pilot [Ilse Brandt] from the ferry said it is closed.", (),
             rf"{_START}(?:[^\W\d_][\w’'\-]{{0,30}}\s){{0,4}}?{NAME}"
             r"\s(?:vom|von|aus|beim|del?|du|des|from|of|at|из|із|з)"
             rf"\s[^,.;:“”\"«»\n]{{1,60}}?\s{NOT_PASSIVE}{SAID}{mine}"),
    )  # fmt: skip


def _by_what_they_are(language: str | None) -> tuple[Form, ...]:
    """Return the forms that give the office of a speaker, or the kind of body, instead of a name."""
    behind, after = _BEHIND.get(language or "", _ANYWHERE), _AFTER.get(language or "", "")
    mine, cyrillic = _mine(language), language in EAST_SLAVIC
    role = rf"(?:{ROLE}|{PLACE_OF_ROLE})" if cyrillic else ROLE
    whose = rf"(?:(?:{CAPITALISED}\s){{1,4}}(?:{_TITLE_WORD},?\s){{1,4}}(?={CAPITALISED}))?" if language == "en" else ""
    the_role = rf"(?:the|el|l[ao]s?|le)\s{NOUN}"
    if language == "en":  # the chief executive of Harrow
        the_role = rf"the\s(?:(?:{NOUN_ALONE}\s){{0,3}}{NOUN_ALONE}{BEHIND_NOUN}(?=[,.;:]|$)|{NOUN}{_NO_VERB})"
    return (
        Form("“It is closed,” said the head of the council, [Ilse Brandt].", (),
             rf"(?i:{behind}){SAID}\s{after}{_THE}(?!d[eu]\s|d['’]|des\s)(?:\d{{1,3}}-[\w-]{{3,12}}\s)?(?:{role},?\s){{0,8}}{whose}"
             rf"(?:(?:of|del?|{CAPITAL}\w+\s(?:de[rs]|vo[nm]))\s(?:the\s|la\s|l[oa]s\s)?{WORDS},\s)?"
             rf"{_NOT_IN if cyrillic else ''}(?P<name>(?:v[ao]n\s(?:de[nr]\s)?)?{WORDS})"),
        Form("“It is closed,” said [a Swiss foreign ministry official].", tuple(UNNAMED),
             rf"(?i:{behind}){SAID}\s(?P<name>{UNNAMED.get(language or '')})(?=[,.;]|$)"),
        Form("It is closed, [Polish authorities] said.", ("en",),
             rf"(?:{_START}|,\s)(?P<name>{OFFICIALS}){_ASIDES}?\s{_ADVERBS}{SAID}"),
        Form("“It is closed,” said [the mayor] in May.", (), rf"(?i:{behind}){SAID}\s(?P<name>{the_role})"),
        Form("[Илзе Брандт] такие слухи опровергает.", tuple(EAST_SLAVIC),
             rf"{_START}(?:[^\W\d_][\w’'\-]{{0,30}}\s){{0,6}}?{NAME}\s"
             rf"(?:(?!(?:не|ни|ні|ничего|нічого|{of_language(PRONOUNS, language)})\s){SMALL}\s){{1,2}}"
             rf"{SAID}(?=[.,:;]|$)"),
        Form("[Илзе Брандт] в разговоре с «Севером» сказала, что поздно.", tuple(EAST_SLAVIC),
             rf"(?<!\w){_NOT_OF}{NAME}\s(?:на|во?|у|после|після)\s(?:(?:(?!не\s){SMALL}|[«„“\"][^«»„“”\"\n]{{0,60}}[»“”\"])\s){{1,4}}{SAID}"),
        Form("[La police] a indiqué que c'est fermé.", ("fr", "es"),
             rf"(?:{_START}|,\s)(?P<name>(?i:{THE_GROUP.get(language or '')})(?:{NOUN}\s){{0,2}}?"
             rf"(?!{NO_NOUN}\s){NOUN}{BEHIND_NOUN})\s{_ADVERBS}{SAID}{mine}"
             r"(?=(?:,[^,.;:]{1,60},)?[^,.;:]{0,80}?\s(?:que(?!\w)|qu['’])|[^.;:]{0,80}:\s[«“\"])"),
        Form("[The clinical director] said it is closed.", (),
             rf"(?<!\w){_NOT_OF}(?P<name>[Tt]he (?:{NOUN}\s){{0,3}}{NOUN})\s{_ADVERBS}{SAID}"),
    )  # fmt: skip


def _mine(language: str | None) -> str:
    """Return a pattern that shows that the subject of a verb comes before it.

    In verb-second languages, a pronoun after the verb is its subject: "aus dem Baumarkt hält sie wenig".
    """
    return "" if language == "en" else rf"(?!\s(?:{of_language(PRONOUNS, language)})(?!\w))"


@lru_cache(maxsize=16)
def pronouns(language: str | None) -> re.Pattern[str]:
    """Return the pattern of a pronoun that speaks in a marked sentence: "she said", "dit-elle", "по её словам"."""
    pronoun = of_language(PRONOUNS, language)
    # In "The clerk said he was late", "he" is not the speaker.
    behind = r"(?<=[,”\"»!?—–]\s)" if language == "en" else ""
    to_whom = rf"(?!{_AFTER['es']}{CAPITAL})(?:a|ante|en|tras)\s"
    dropped = rf"|[»”\",—]\s?\x01+(?=[,.;]|\s{to_whom})" if language == "es" else ""
    if language in {"es", *EAST_SLAVIC}:
        dropped = rf"|(?P<dropped>^\W{{0,3}}(?:(?:{_ALSO}),?\s)?\x01+(?=,?\s(?:que|что|що)\s){dropped})"
    return lazy(
        rf"(?<!\w)(?:(?:{pronoun})\s{_ADVERBS}\x01+|a-t-(?:il|elle)\s(?:\w|\x01)+|{HIS_WORDS})(?!\w)"
        rf"|{behind}\x01+(?:\s|-t-|-)(?:{pronoun})(?!\w)"
        r"|\x02+\s(?:him|her|lui|elle|él|ella)(?!\w)"
        rf"|(?<=[»”\",!]\s)\w{{2,30}}-(?:t-)?(?:ils?|elles?)(?!\w){dropped}",
        re.IGNORECASE,
    )
