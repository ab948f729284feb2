"""Messages that ask about the articles themselves: "what's new", "which articles are about …", "who said that".

Small closed tables of six languages: a message counts only if it holds nothing else. Knows no front end.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from retrieval.language.text import stem, stems
from retrieval.patterns import lazy
from retrieval.question.terms import content_words
from retrieval.types import Article, ArticleSummary, Hit

from .openings import without_opening
from .small_talk import small_talk

_MAX_CHARS = 120


class Wished(StrEnum):
    """What such a message wants to see."""

    LATEST = "latest"
    ARTICLES = "articles"
    """All of them, or those about something."""
    SOURCE = "source"
    """Title, author, publisher and day of what was shown last."""
    SPEAKER = "speaker"
    """Whose words were shown last."""
    WHOLE = "whole"
    """The whole article of what was shown last."""
    LINK = "link"
    """The article at an address: the message is that address."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message wants to see of the articles."""

    wished: Wished
    about: str = ""
    """The topic, or the address."""

    @property
    def of_shown(self) -> bool:
        """Whether it is about what was shown last."""
        return self.wished in {Wished.SOURCE, Wished.SPEAKER, Wished.WHOLE}


_LATEST = (
    r"(?:(?:what(?:['’]?s| is|s)|anything) new|(?:(?:what(?:['’]?s| is|s|are| are)|show me|any|the|today['’]?s) )*"
    r"(?:(?:latest|newest|recent) )?(?:news|headlines)|(?:(?:what are|show me|the|your) )*"
    r"(?:latest|newest) (?:articles|stories))(?: today)?|(?:the )?latest"
    r"|(?:was gibt(?:['’]?s| es)|gibt(?:['’]?s| es)(?: was| etwas)?|was ist) neue?s?|neues|neuigkeiten|nachrichten|news"
    r"|schlagzeilen|(?:die )?(?:neu(?:e|n|este)n?|aktuellen?|letzten) (?:nachrichten|artikel|meldungen|neuigkeiten)"
    r"|(?:qué hay|hay algo|algo) (?:de )?nuevo|(?:las )?(?:últimas )?noticias|novedades|titulares"
    r"|(?:los )?(?:últimos|nuevos) artículos|quoi de neuf|(?:(?:il y a|quoi) )?du nouveau"
    r"|(?:les )?(?:dernières )?(?:nouvelles|actualités|infos)|(?:les )?derniers articles"
    r"|что нового|(?:какие |есть )?(?:последние |свежие |новые )?новости|(?:последние|новые|свежие) статьи"
    r"|що нового|(?:які |є )?(?:останні |свіжі |нові )?новини|(?:останні|нові|свіжі) статті"
)
_ABOUT = r"(\S.{0,80})"
_ARTICLES = (
    r"(?:what|which)(?: other)? (?:articles|stories|texts)(?: (?:do you|have you|are|can you))?"
    rf"(?: (?:have|got|know|know of|there))?(?: (?:about|on) {_ABOUT})?"
    r"|(?:do you have|have you got|are there|is there) (?:(?:any|an|some|more) )?(?:articles?|stor(?:y|ies)) (?:about"
    r"|on) "
    rf"{_ABOUT}|(?:show|list|give)(?: me)? (?:(?:all|the|your|some) )*articles(?: (?:about|on) {_ABOUT})?"
    rf"|(?:all |any )?articles about {_ABOUT}"
    r"|what (?:are your|topics do you (?:have|know)|articles)(?: articles)?(?: about)?"
    r"|welche (?:artikel|texte) (?:hast du|haben sie|habt ihr|gibt(?:['’]s| es)|kennst du)"
    rf"(?: (?:da|hier))?(?: (?:über|zum thema|zu[mr]?) {_ABOUT})?"
    r"|(?:gibt(?:['’]s| es)|hast du|haben sie) (?:(?:auch|einen|irgendwelche) )?artikel (?:über|zum thema|zu[mr]?) "
    rf"{_ABOUT}|zeige?(?: mir)? (?:(?:alle|die) )*artikel(?: (?:über|zum thema|zu[mr]?) {_ABOUT})?"
    rf"|(?:alle )?artikel (?:über|zum thema) {_ABOUT}"
    rf"|(?:qué|cuáles|cuántos) artículos (?:tienes|tiene|tienen|hay)(?: (?:sobre|acerca de) {_ABOUT})?"
    rf"|(?:hay|tienes) (?:(?:algún|algunos) )?artículos? (?:sobre|acerca de) {_ABOUT}"
    rf"|(?:muéstrame |muestra )(?:(?:todos|los) )*artículos(?: sobre {_ABOUT})?|artículos sobre {_ABOUT}"
    r"|quels (?:articles|textes) (?:avez-vous|as-tu|tu as|vous avez|y a-t-il|il y a|connais-tu)"
    rf"(?: (?:sur|à propos de) {_ABOUT})?|(?:y a-t-il|il y a|avez-vous|as-tu) (?:des articles|un article) sur {_ABOUT}"
    rf"|(?:montre|montrez)-moi (?:(?:tous|les) )*articles(?: sur {_ABOUT})?|(?:des |les )?articles sur {_ABOUT}"
    r"|какие (?:(?:у тебя|у вас|тут|здесь|есть|имеются) )*статьи(?: (?:у тебя|у вас|тут|здесь|есть|имеются))*"
    rf"(?: (?:обо?|о|про|на тему) {_ABOUT})?"
    rf"|есть(?: ли)?(?: у тебя| у вас)? стать[ия] (?:обо?|о|про|на тему) {_ABOUT}"
    rf"|(?:покажи(?:те)? (?:(?:мне|все) )*)?статьи (?:обо?|о|про|на тему) {_ABOUT}"
    r"|покажи(?:те)? (?:(?:мне|все) )*статьи"
    r"|які (?:(?:у тебе|у вас|тут|є|маєш|маєте) )*статті(?: (?:у тебе|у вас|тут|є|маєш|маєте))*"
    rf"(?: (?:про|на тему|щодо) {_ABOUT})?|(?:чи )?є(?: у тебе| у вас)? статт[ія] (?:про|на тему|щодо) {_ABOUT}"
    rf"|(?:покажи|покажіть) (?:(?:мені|всі|усі) )*статті(?: (?:про|на тему) {_ABOUT})?|статті про {_ABOUT}"
)
_THAT = r"(?:(?:that|this|the)(?: (?:article|text|story))|that|this)"
_WHEN = (
    r"(?:(?:and|und|y|et|а|і) )?(?:when (?:was|is) (?:that|this)|when did (?:that|this) happen|wann (?:war|ist) das"
    r"(?: passiert| geschehen)?|wann (?:passierte|geschah) das|cuándo (?:fue|pasó|ocurrió|sucedió) (?:eso|esto)"
    r"|c['’]était quand|quand (?:c['’]était|(?:cela|ça) s['’]est passé)"
    r"|когда это (?:было|случилось|произошло)|коли це (?:було|сталося|трапилося|відбулося))"
)
"""The day of the article tells it, or the quote itself."""
_SOURCE = (
    r"(?:(?:what(?:['’]?s| is)|give me|show me|cite) )?(?:(?:the|your|any) )?(?:sources?|link)"
    rf"|sources? (?:of|for) {_THAT}|where (?:is {_THAT} from|does {_THAT} come from|did you (?:get|read|find) {_THAT})"
    rf"|who wrote {_THAT}|who(?:['’]?s| is) the (?:author|journalist|reporter) of {_THAT}"
    rf"|when was {_THAT} (?:published|written|posted)|(?:which|what) (?:article|newspaper|paper|source) is {_THAT} from"
    r"|how old is (?:that|this|the) article|(?:what(?:['’]?s| is) the )?date of (?:that|this|the) article"
    r"|(?:(?:was ist|nenne?)(?: mir)? )?(?:(?:die|deine|ihre) )?quellen?|(?:der )?link"
    r"|woher (?:hast du|haben sie|weißt du|wissen sie|kommt|stammt) das"
    r"|wer hat (?:das|(?:den|diesen) (?:artikel|text)) (?:geschrieben|verfasst)"
    r"|von (?:wem|wann) (?:ist|stammt) (?:das|(?:der|dieser) (?:artikel|text))"
    r"|wann (?:wurde|ist|war) (?:das|(?:der|dieser) (?:artikel|text)) (?:veröffentlicht|erschienen"
    r"|geschrieben)(?: worden)?"
    r"|aus welche[rm] (?:artikel|zeitung|quelle) (?:ist|stammt|kommt) das|wie alt ist (?:der|dieser) artikel"
    r"|(?:cuál es )?(?:(?:la|tu|su) )?fuentes?|(?:el )?enlace|de dónde (?:sale|es|viene|sacas|lo sacas)(?: eso| esto)?"
    r"|quién (?:escribió|ha escrito) (?:eso|esto|(?:el|ese|este) (?:artículo|texto))"
    r"|cuándo se (?:publicó|escribió) (?:eso|esto|(?:el|ese|este) (?:artículo|texto))"
    r"|(?:quelle est )?(?:(?:la|ta|votre|les) )?sources?|(?:le )?lien|d['’]où (?:ça vient|vient (?:ça|cela)"
    r"|tu (?:sors|tiens) ça)"
    r"|qui a (?:écrit|rédigé) (?:ça|cela|cet article|l['’]article|ce texte)"
    r"|quand (?:ça a été|cela a(?:-t-il)? été|(?:cet |l['’])article a(?:-t-il)? été) (?:publié|écrit)"
    r"|de quand date (?:ça|cela|cet article|l['’]article)|de quel (?:article|journal) (?:ça|cela) vient"
    r"|(?:какой |дай )?(?:источник|ссылк[ау])|откуда (?:это|ты это (?:знаешь|взял)|информация)"
    r"|кто (?:это|эту статью|статью) написал|кто (?:написал|автор) (?:это|(?:эт[ууо][йю]? )?стать[ию])"
    r"|кто автор этой статьи|когда (?:это|эта статья|статья) (?:(?:было|была) )?(?:опубликован[оа]|написан[оа]|вышла)"
    r"|когда (?:опубликована|вышла) (?:эта )?статья|из какой (?:это )?(?:статьи|газеты)(?: это)?|где это написано"
    r"|(?:яке |дай )?(?:джерело|посилання)|звідки (?:це|ти це (?:знаєш|взяв)|інформація)"
    r"|хто (?:це|цю статтю|статтю) написав|хто (?:написав (?:це|(?:цю )?статтю)|автор (?:цієї )?статті)"
    r"|коли (?:це|ця стаття|(?:цю )?статтю) (?:(?:було|була) )?(?:опублікован[оа]|опублікували|написан[оа]|вийшла)"
    r"|з якої (?:це )?(?:статті|газети)(?: це)?|де це написано"
)
_SPEAKER = (
    r"(?:(?:and|but) )?who (?:said|says|claimed|claims|told you) (?:that|this|so)"
    r"|whose words are (?:that|this|these|those)"
    r"|according to who(?:m)?|(?:und )?wer (?:sagt|sagte|behauptet) das|(?:und )?wer hat das (?:gesagt|behauptet)"
    r"|wessen worte sind das|(?:y )?qui[eé]n (?:dijo|dice|ha dicho|afirma) (?:eso|esto)|según quién"
    r"|(?:et )?qui (?:a dit|dit|affirme) (?:ça|cela)|selon qui|d['’]après qui"
    r"|(?:а )?кто это (?:сказал|говорит|утверждает|заявил)|(?:а )?кто (?:сказал|говорит|утверждает|заявил) это"
    r"|чьи это слова|по чьим словам|(?:а )?хто це (?:сказав|каже|стверджує|заявив)"
    r"|(?:а )?хто (?:сказав|каже|стверджує|заявив) це|чиї це слова|за чиїми словами"
)
_WHOLE = (
    r"(?:(?:can|could|would|will) you )?(?:(?:show|give|send|open|read|see|(?:can|could) i (?:see|read|have|get)"
    r"|i(?:['’]d like| want) to (?:read"
    r"|see))(?: me)? )?"
    r"(?:(?:the|that|this) )?(?:whole|full|entire|complete|original) (?:article|text|story)"
    r"|(?:show|open|read)(?: me)? (?:the|that|this) article"
    r"|(?:(?:zeige?|gib|schicke?|öffne)(?: mir)? |(?:kannst du|können sie) mir |(?:kann|darf|möchte"
    r"|will) ich )?(?:(?:bitte|den|der|das) )*"
    r"(?:ganzen?|vollständigen?|kompletten?|gesamten?) (?:artikel|text)(?: (?:an)?(?:zeigen|lesen|sehen|haben))?"
    r"|(?:zeige?|öffne)(?: mir)? (?:den|diesen) artikel"
    r"|(?:(?:muéstrame|muestra|dame|(?:quiero|puedo) (?:ver|leer)|ver|leer) )?(?:el )?(?:artículo|texto) (?:completo"
    r"|entero)"
    r"|(?:(?:montre|montrez|donne|donnez)-moi |(?:(?:puis-je|je peux|je veux) )?(?:voir|lire) )?"
    r"(?:l['’]article|le texte) (?:complet|entier|en entier|intégral)"
    r"|(?:(?:покажи|дай|открой|пришли)(?:те)?(?: мне)? |(?:(?:можно|хочу) )?(?:прочитать|почитать|увидеть) )?"
    r"(?:всю|вся|полную|полная|целую|весь|полный) (?:эту )?(?:стать[юя]|текст)"
    r"|(?:покажи|открой)(?:те)?(?: мне)? (?:эту )?статью(?: целиком| полностью)?"
    r"|(?:(?:покажи|дай|відкрий|надішли|покажіть)(?: мені)? |(?:(?:можна|хочу) )?(?:прочитати|побачити) )?"
    r"(?:всю|вся|усю|повну|повна|цілу|весь|повний) (?:цю )?(?:статт[юя]|текст)"
    r"|(?:покажи|покажіть|відкрий)(?: мені)? (?:цю )?статтю(?: повністю)?"
)
_PATTERNS = {
    Wished.LATEST: lazy(_LATEST, re.IGNORECASE),
    Wished.ARTICLES: lazy(_ARTICLES, re.IGNORECASE),
    Wished.SOURCE: lazy(f"{_WHEN}|{_SOURCE}", re.IGNORECASE),
    Wished.SPEAKER: lazy(_SPEAKER, re.IGNORECASE),
    Wished.WHOLE: lazy(_WHOLE, re.IGNORECASE),
}
_ADDRESS = lazy(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EDGES = " \t\n¿?!.…"
_ARTICLE = lazy(r"(?:the|der|die|das|dem|den|el|la|los|las|le|les) |l['’]", re.IGNORECASE)


def wish(message: str) -> Wish | None:
    """Return what a message wants to see of the articles themselves; None where it asks what stands in them."""
    if len(message) > _MAX_CHARS and not _ADDRESS.match(message.strip()):
        return None
    if _ADDRESS.fullmatch(message.strip()):
        return Wish(Wished.LINK, message.strip())
    said = " ".join(without_opening(message).split()).strip(_EDGES)
    for wished, pattern in _PATTERNS.items():
        if found := pattern.fullmatch(said):
            about = next((text for text in found.groups() if text), "")
            return Wish(wished, _ARTICLE.sub("", about, count=1) if _ARTICLE.match(about) else about)
    return None


def asks_nothing(message: str) -> bool:
    """Say whether a message asks for nothing that would be searched for."""
    return small_talk(message) is not None or wish(message) is not None


def articles_on(topic: str, hits: Iterable[Hit]) -> list[Article]:
    """Return the articles that have every word of a topic in their title or in a passage found, newest first."""
    found = {hit.article.id: hit.article for hit in hits if _has(hit, topic)}
    return sorted(found.values(), key=lambda article: article.published or "", reverse=True)


def article_at(address: str, articles: Iterable[ArticleSummary]) -> ArticleSummary | None:
    """Return the article that stands at a web address, however it is written; None where none does."""
    wanted = _bare(address)
    return next((article for article in articles if article.url and _bare(article.url) == wanted), None)


def _has(hit: Hit, topic: str) -> bool:
    language = hit.article.language
    return {stem(word, language) for word in content_words(topic, language)} <= set(stems(hit.told_text, language))


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?|[#?].*$|/+$", "", address.casefold())
