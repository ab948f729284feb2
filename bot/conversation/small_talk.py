"""Messages that ask the articles nothing: greetings, thanks, "who are you", "that's wrong". Knows no front end.

Small closed tables of six languages, by kind: a message counts only if it holds nothing else.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from retrieval.patterns import lazy

_MAX_CHARS = 80


class SmallTalk(StrEnum):
    """What such a message is, the telling kinds first; the value is the key of the sentence that answers it."""

    COMPLAINT = "small-talk-complaint"
    """Also that something was not understood."""
    ONLY_QUOTES = "small-talk-only-quotes"
    """A wish for what is no quote: a summary, a translation."""
    ABOUT = "small-talk-about"
    """A question for the bot itself, or for help."""
    STOP = "small-talk-stop"
    GREETING = "small-talk-greeting"
    THANKS = "small-talk-thanks"
    FAREWELL = "small-talk-farewell"
    ASSENT = "small-talk-assent"
    """Or dissent, or regret: something was said before it."""


_PHRASES = {
    SmallTalk.COMPLAINT: (
        r"(?:(?:that|this|it)(?:['’]?s| is| was) )?(?:(?:just|so|totally|completely|all) )?"
        r"(?:wrong|incorrect|not (?:right|true|correct|helpful|what i (?:asked|meant))|nonsense|rubbish|useless)"
        r"(?: answer)?|(?:you(?:['’]?re| are) )?(?:(?:so|really|a) )?(?:useless|stupid|dumb|no help)(?: bot)?"
        r"|(?:that|this|it|you) (?:do(?:es)?|did)(?:n['’]?t| not) (?:answer (?:my question|me|that)|help(?: me)?)"
        r"|i (?:still )?(?:do(?:n['’]?t| not)|can['’]?t) (?:understand|get)(?: (?:that|this|it|you))?"
        r"|what do you mean|are you (?:really )?sure"
        r"|(?:das|es) (?:ist|war) (?:(?:aber|so|doch|leider|einfach|völlig|ganz) )?(?:falsch|nutzlos|unsinn|quatsch"
        r"|nicht (?:richtig|wahr|hilfreich)|keine antwort)|(?:das )?stimmt (?:(?:so|aber|doch|gar) )*nicht|falsch"
        r"|falsche antwort|unsinn|quatsch|du bist (?:nutzlos|dumm|blöd|doof)|wie bitte"
        r"|das (?:beantwortet meine frage|hilft(?: mir)?|war meine frage) nicht(?: weiter)?|das war nicht meine frage"
        r"|(?:das )?versteh(?:e|['’])? ich nicht|ich versteh(?:e|['’])? (?:(?:das|dich) )?nicht"
        r"|was meinst du(?: damit)?|bist du (?:dir )?sicher"
        r"|(?:eso |esto )?(?:(?:no es|no está) (?:cierto|verdad|correcto|bien|así)|(?:es|está) (?:mal|falso|incorrecto)"
        r"|no (?:me )?(?:ayuda|sirve)|no responde (?:a )?mi pregunta)|(?:respuesta )?(?:incorrecta|equivocada)"
        r"|no (?:lo |te )?entiendo|eres (?:inútil|tont[oa]|estúpid[oa])|qué quieres decir|estás segur[oa]"
        r"|(?:(?:c['’]est|c['’]était) )?(?:faux|inexact|nul|n['’]importe quoi|inutile)|mauvaise réponse"
        r"|ce n['’]est pas (?:vrai|juste|exact|correct|ça|ma question)|c['’]est pas (?:vrai|juste|ça)"
        r"|(?:ça|cela) ne (?:répond pas à ma question|m['’]aide pas|sert à rien)|(?:tu es|t['’]es|vous êtes) "
        r"(?:inutile|nul|nulle|bête|stupide)|je (?:ne )?(?:te |vous )?comprends pas|(?:tu es|vous êtes) sûre?"
        r"|que veux[- ]tu dire|que voulez[- ]vous dire"
        r"|(?:это |всё это |ответ )?(?:неправда|неверно|неправильно|не ?так|не ?правда|ошибка|чушь|ерунда|бред)"
        r"|(?:неправильный|неверный) ответ|(?:ты|вы) (?:бесполезн(?:ый|ая|ое|ы)|туп(?:ой|ая)|глуп(?:ый|ая))"
        r"|(?:это )?не (?:ответ|отвечает) на мой вопрос|(?:я )?не понимаю(?: тебя| вас)?|(?:я )?не понял[аи]?"
        r"|что ты имеешь в виду|ты уверен[аы]?|вы уверены"
        r"|(?:це |усе це |відповідь )?(?:неправда|невірно|неправильно|не ?так|помилка|дурниц[яі]|нісенітниця)"
        r"|(?:неправильна|невірна) відповідь|(?:ти|ви) (?:марн(?:ий|а)|тупий|дурний|безглуздий)"
        r"|(?:це )?не (?:відповідь|відповідає) на моє (?:питання|запитання)|(?:я )?не розумію(?: тебе| вас)?"
        r"|(?:я )?не зрозумі(?:в|ла|ли)|що ти маєш на увазі|ти впевнен(?:ий|а)|ви впевнені"
        r"|^(?:what|huh|pardon|was|hä|qué|cómo|quoi|hein|что|чего|що)$"
    ),
    SmallTalk.ONLY_QUOTES: (
        r"translate (?:that|this|it)(?: (?:in)?to \w+)?|(?:can you )?summari[sz]e (?:that|this|it"
        r"|the article(?: (?:about|on) .+)?)"
        r"|tl[ ;]?dr|(?:give me )?a summary"
        r"|übersetze? (?:das|es|dies)(?: (?:auf|ins) \w+)?|fasse? (?:das|es|den artikel(?: (?:über"
        r"|zu[mr]?) .+)?) zusammen"
        r"|traduce (?:eso|esto)(?: al \w+)?|tradúcelo(?: al \w+)?|resume (?:eso|esto|el artículo(?: sobre .+)?)"
        r"|resúmelo"
        r"|tradui(?:s|sez)(?: ça| cela|-le)(?: en \w+)?|résumez?(?: ça| cela|-le| l['’]article(?: sur .+)?)"
        r"|переведи(?:те)? (?:это|его)(?: на \w+)?|(?:перескажи|кратко изложи)(?:те)? (?:это|статью(?: (?:обо?"
        r"|про) .+)?)"
        r"|переклади (?:це|його)(?: на \w+| \w+ю)?|(?:перекажи|стисло виклади) (?:це|статтю(?: про .+)?)"
    ),
    SmallTalk.ABOUT: (
        r"who (?:are|r) (?:you|u)|what are you|what(?:['’]?s| is) your name|who (?:made|built|created) you"
        r"|are you (?:(?:a|an|the|really) )*(?:chat ?gpt|(?:chat)?bot|robot|ai|human|person|machine|real)"
        r"|(?:so )?what (?:can|do) you do|what (?:can|should) i ask(?: you)?|how (?:do|can) (?:i use you|you work)"
        r"|how does (?:the|this) bot work|(?:(?:please|pls|can you|could you) )*help(?: me)?|i need help"
        r"|(?:what languages|(?:do|can) you speak \w+|can i (?:talk|speak) (?:to|with) (?:a |an )?"
        r"(?:human|person|real person|someone))|what languages do you speak"
        r"|wer bist du|was bist du|wer sind sie|wie heißt du|wer hat dich (?:gemacht|gebaut|programmiert|erschaffen)"
        r"|bist du (?:(?:ein|eine|echt) )*(?:chat ?gpt|(?:chat)?bot|roboter|ki|mensch|maschine|echt)"
        r"|was (?:kannst|machst) du|was können sie|was kann ich (?:dich )?fragen|wie funktioniert(?: der| dieser) bot"
        r"|wie funktionierst du|hilfe|hilf mir|(?:ich brauche|kannst du mir) (?:hilfe|helfen)|sprichst du \w+"
        r"|kann ich mit (?:einem|nem) menschen (?:sprechen|reden)"
        r"|quién eres|qué eres|cómo te llamas|quién te (?:hizo|creó)|eres (?:(?:un|una) )?(?:chat ?gpt|bot|robot|ia"
        r"|humano|humana|persona|máquina)|qué (?:puedes|sabes) hacer|qué haces|cómo funcionas|ayuda|ayúdame"
        r"|(?:puedes|me puedes) ayudar(?:me)?|qué (?:te )?puedo preguntar(?:te)?|hablas \w+"
        r"|(?:tu es|t['’]es|vous êtes) qui|qui (?:es-tu|êtes-vous|es tu|êtes vous)|comment (?:tu t['’]appelles"
        r"|t['’]appelles-tu)"
        r"|qui t['’]a (?:créé|fait)|(?:es-tu|êtes-vous|tu es|vous êtes) (?:un |une )?(?:chat ?gpt|bot|robot|ia|humain"
        r"|machine)"
        r"|(?:que|qu['’]est-ce que) (?:peux-tu|tu peux|sais-tu|tu sais|pouvez-vous|vous pouvez|savez-vous) faire"
        r"|(?:tu peux|tu sais) faire quoi|comment (?:tu )?(?:fonctionnes-tu|fonctionnes)|(?:à l['’])?aide|aide[- ]moi"
        r"|aidez[- ]moi|(?:parles-tu|parlez-vous|tu parles) \w+"
        r"|(?:а )?(?:ты кто|кто ты|кто вы|вы кто|что ты такое)(?: так(?:ой|ая|ие))?|как тебя зовут"
        r"|кто тебя (?:создал|сделал)|(?:ты|вы) (?:chat ?gpt|чат ?gpt|(?:чат-?)?бот|робот|человек|ии|живой)"
        r"|что (?:ты |вы )?(?:умеешь|можешь|умеете|можете)(?: делать)?|что ты делаешь|как ты работаешь"
        r"|(?:о чём|что) (?:тебя )?можно (?:тебя )?(?:спросить|спрашивать)|помощь|помоги(?:те)?(?: мне)?|помогите"
        r"|(?:ты )?говоришь по-\w+"
        r"|(?:а )?(?:ти хто|хто ти|хто ви|ви хто|що ти таке)(?: так(?:ий|а|і))?|як тебе звати"
        r"|хто тебе (?:створив|зробив)|(?:ти|ви) (?:chat ?gpt|чат ?gpt|(?:чат-?)?бот|робот|людина|ші|живий)"
        r"|що (?:ти |ви )?(?:вмієш|можеш|вмієте|можете)(?: робити)?|що ти робиш|як ти працюєш"
        r"|(?:про що|що) (?:тебе )?можна (?:тебе )?(?:запитати|питати|спитати)|допомога"
        r"|допоможи(?:ть)?(?: мені)?|(?:ти )?розмовляєш \w+"
    ),
    SmallTalk.STOP: (
        r"stop(?: it)?|unsubscribe|cancel|quit|exit|leave me alone|shut up|stopp|hör auf|abbrechen|abmelden|aufhören"
        r"|para|basta|cancelar|arrête|arrêtez|annuler|стоп|хватит|отмена|отписаться|прекрати|досить|відписатися"
        r"|припини|скасувати"
    ),
    SmallTalk.GREETING: (
        r"hi|hello|hey|hiya|howdy|greetings|yo|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?"
        r"|what['’]?s up|how do you do|nice to meet you|(?:(?:just|i|have|i['’]ve|a|one|quick|small) )*question"
        r"|(?:can|may) i ask (?:you )?(?:something|a question)"
        r"|hallo|hallöchen|moin(?: moin)?|servus|grüß (?:gott|dich)|grüezi|guten (?:tag|morgen|abend)"
        r"|wie geht['’]?s(?: dir| ihnen)?|wie geht es (?:dir|ihnen)|(?:ich (?:hätte|habe|hab) )?(?:(?:da|mal|nur) )*"
        r"(?:(?:eine|ne|kurze|schnelle) )*frage|(?:kann|darf) ich (?:dich )?(?:(?:mal|kurz) )*(?:was|etwas) fragen"
        r"|hola|buenas|buen día|buen[oa]s (?:días|tardes)|qué tal(?: estás)?|cómo estás?"
        r"|(?:tengo )?una (?:pregunta(?: rápida)?|duda)|puedo (?:preguntar(?:te)? algo|hacer(?:te)? una pregunta)"
        r"|bonjour|bonsoir|salut|coucou|(?:comment )?ça va|comment allez[- ]vous"
        r"|(?:j['’]ai |j['’]aurais )?une (?:petite )?question(?: rapide)?|je peux (?:te |vous )?poser une question"
        r"|привет(?:ик)?|здравствуй(?:те)?|хай|добрый (?:день|вечер)|доброе утро|доброго времени суток|как дела"
        r"|(?:у меня )?(?:есть )?(?:один |маленький |быстрый )?вопрос(?:ик)?|можно (?:спросить|вопрос|задать вопрос)"
        r"|привіт|вітаю|добрий (?:день|вечір|ранок)|доброго (?:дня|вечора|ранку)|добридень|як справи"
        r"|(?:(?:у мене|маю) )?(?:є )?(?:одне |маленьке |швидке )?(?:питання|запитання)"
        r"|можна (?:запитати|спитати|питання|запитання)"
    ),
    SmallTalk.THANKS: (
        r"(?:many )?thanks(?: a lot| a million)?|thank you|thx|ty|cheers|perfect|super|awesome|excellent|wonderful"
        r"|brilliant|well done|(?:great|good|nice) (?:bot|job|work)|great|cool|nice|good|(?:that|this)(?:['’]?s| is"
        r"| was) (?:very |really )?"
        r"(?:great|helpful|perfect|nice)|(?:that|this|it) helped(?: me)?|(?:for |you were )(?:your |the |all )*"
        r"(?:help|helpful|answers?|info(?:rmation)?|time)"
        r"|danke(?: schön| sehr| dir| ihnen)?|dankeschön|(?:vielen|besten|herzlichen|tausend) dank|gut|prima|toll"
        r"|klasse|(?:das )?(?:war|ist) (?:sehr )?(?:hilfreich|nett|super|toll)|für (?:deine|die|ihre|eure) "
        r"(?:hilfe|antworte?n?|auskunft|info)|das hat (?:mir )?(?:sehr )?geholfen"
        r"|(?:muchas |muchísimas |mil )?gracias|genial|perfecto|bien|por (?:tu|su|la) (?:ayuda|respuesta|información)"
        r"|merci(?: beaucoup| bien| infiniment)?|parfait|très bien|génial|pour (?:ton|votre|ta|la) "
        r"(?:aide|réponse|information)"
        r"|(?:большое |огромное )?спасибо(?: большое| огромное)?|благодарю|спс|отлично|супер|класс|круто"
        r"|за (?:помощь|ответ|информацию)|(?:ты|вы) (?:очень )?(?:мне )?помогли?"
        r"|(?:щиро |дуже )?дякую|спасибі|чудово|клас|за (?:допомогу|відповідь|інформацію)"
    ),
    SmallTalk.FAREWELL: (
        r"(?:good ?)?bye(?: bye)?|see (?:you|ya)(?: later| soon)?|good night|take care"
        r"|(?:have a |a )(?:nice|good|great|lovely) (?:day|evening|weekend|one)|that(?:['’]?s| is) (?:it"
        r"|all)(?: for now)?"
        r"|tschüss?|ciao|auf wiedersehen|bis (?:bald|dann|später|morgen)|gute nacht|mach['’]?s gut"
        r"|(?:einen )?(?:schönen|guten) (?:tag|abend)(?: noch)?|schönes wochenende|das war(?:['’]?s| alles)"
        r"|adiós|hasta (?:luego|pronto|mañana)|buenas noches|que tengas? (?:un )?buen día|eso es todo"
        r"|au revoir|bonne (?:nuit|journée|soirée)|à (?:bientôt|plus|demain)|c['’]est tout"
        r"|пока(?: пока)?|до (?:свидания|встречи)|спокойной ночи|(?:хорошего|приятного) (?:дня|вечера)|это вс[её]"
        r"|бувай|до (?:побачення|зустрічі)|на добраніч|(?:гарного|хорошого) (?:дня|вечора)|це все"
    ),
    SmallTalk.ASSENT: (
        r"ok|okay|k|all right|alright|got it|i see|understood|lol|haha|yes|yeah|yep|no|nope|sorry|my bad|oops|sure"
        r"|never ?mind|wow|hmm?|fine|of course|i (?:am|['’]m) sorry"
        r"|alles klar|verstanden|in ordnung|ach so|ja|nein|nö|doch|entschuldigung|sorry|tut mir leid|schon gut|egal"
        r"|vale|entendido|de acuerdo|sí|lo siento|perdón|perdona|claro|da igual"
        r"|d['’]accord|compris|oui|non|désolée?|pardon|bien sûr|tant pis"
        r"|ок|окей|хорошо|ладно|понятно|понял|поняла|ясно|да|нет|ага|извини(?:те)?|прости(?:те)?|конечно|неважно|ха-?ха"
        r"|добре|гаразд|зрозуміло|зрозумів|зрозуміла|так|ні|вибач(?:те)?|пробач(?:те)?|звісно|неважливо|ясно"
    ),
}
_BESIDE = (
    r"there|bot|everyone|all|very much|so much|much|very|so|then|oh|ah|and|but|dear|again|please|pls|now|you|just"
    r"|lieber?|alle|nochmal|bitte|eigentlich|denn|aber|und|so|schon|mal|amigo|bueno|muy|pero|por favor|y"
    r"|à tous|s['’]il (?:te|vous) plaît|et|mais|alors|вам|тебе|тебя|бот|боте|всем|всё|очень|пожалуйста|а|и|ну|вообще"
    r"|дуже|вам|тобі|усім|будь ласка|і|й|та|взагалі"
)
_PIECES = {
    kind: lazy(rf"(?:{phrases})(?: |$)", re.IGNORECASE) for kind, phrases in (*_PHRASES.items(), (None, _BESIDE))
}
_NO_WORD = lazy(r"[^\w'’-]+")
_ASKED = frozenset({SmallTalk.STOP, SmallTalk.THANKS, SmallTalk.FAREWELL, SmallTalk.ASSENT})
"""With a question mark these are none: "Nice?" may be the town."""
_COURTEOUS = frozenset(SmallTalk) - {SmallTalk.COMPLAINT, SmallTalk.ONLY_QUOTES, SmallTalk.STOP}
_BRIEF = (SmallTalk.GREETING, SmallTalk.ASSENT)
_CLAUSE = lazy(rf"[^,;:.!?…–—]{{1,{_MAX_CHARS}}}([,;:.!?…–—]+)\s*")


def small_talk(message: str) -> SmallTalk | None:
    """Return what a message is that asks nothing from its first word to its last; None for a question."""
    said = _NO_WORD.sub(" ", unicodedata.normalize("NFKC", message[: _MAX_CHARS + 1])).strip(" -'’")
    if len(message) > _MAX_CHARS:
        return None
    kinds = _kinds(said)
    kind = next((kind for kind in SmallTalk if kind in kinds), None)
    return None if kind in _ASKED and "?" in message else kind


def courtesy_end(text: str, at: int, follows: Callable[[int], bool]) -> int | None:
    """Return where courtesies end that a question begins with: "thanks! and on sunday?"; None where there are none.

    Args:
        follows: says of a place whether a question begins there: without a mark between, only that tells "hi, who won"
            from "hi-fi" and "ok, when" from "OK Corral".
    """
    clause = _CLAUSE.match(text, at)
    kind = small_talk(clause.group()) if clause else None
    # "Nice, France"
    if clause and kind in _COURTEOUS and (kind is not SmallTalk.THANKS or clause[1] != "," or follows(clause.end())):
        return clause.end()
    pieces = [piece.end() for kind in _BRIEF if (piece := _PIECES[kind].match(text, at))]
    return next((end for end in pieces if end > at + 2 and follows(end)), None)


def _kinds(said: str) -> set[SmallTalk | None]:
    """Return of which kinds the pieces of a text are, the longest piece at each place; none if a word is left over."""
    kinds: set[SmallTalk | None] = set()
    at = 0
    while at < len(said):
        ends = {kind: piece.end() for kind, pattern in _PIECES.items() if (piece := pattern.match(said, at))}
        if not ends:
            return set()
        longest = max(ends, key=lambda kind: ends[kind])
        at = ends[longest]
        kinds.add(longest)
    return kinds
