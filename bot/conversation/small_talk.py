"""Messages that ask nothing: greetings, thanks, "ok". Small closed tables of six languages; knows no front end."""

import re
import unicodedata
from enum import StrEnum

from retrieval.patterns import lazy

_MAX_CHARS = 60


class SmallTalk(StrEnum):
    """What such a message is; the value is the key of the sentence that answers it."""

    GREETING = "small-talk-greeting"
    THANKS = "small-talk-thanks"
    """Or assent, or a farewell: something was said before it."""


_GREETINGS = (
    r"hi|hello|hey|hiya|howdy|greetings|yo|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?"
    r"|what['’]?s up|how do you do|nice to meet you"
    r"|hallo|hallöchen|moin(?: moin)?|servus|grüß (?:gott|dich)|grüezi|guten (?:tag|morgen|abend)"
    r"|wie geht['’]?s(?: dir| ihnen)?|wie geht es (?:dir|ihnen)"
    r"|hola|buenas|buen día|buen[oa]s (?:días|tardes)|qué tal(?: estás)?|cómo estás?"
    r"|bonjour|bonsoir|salut|coucou|(?:comment )?ça va|comment allez[- ]vous"
    r"|привет(?:ик)?|здравствуй(?:те)?|хай|добрый (?:день|вечер)|доброе утро|доброго времени суток|как дела"
    r"|привіт|вітаю|добрий (?:день|вечір|ранок)|доброго (?:дня|вечора|ранку)|добридень|як справи"
)
_THANKS = (
    r"thanks(?: a lot)?|thank you|thx|ty|cheers|many thanks|ok|okay|k|all right|alright|great|cool|nice|good|perfect"
    r"|super|awesome|excellent|wonderful|brilliant|got it|i see|understood|well done|good (?:bot|night|job)|bye"
    r"|goodbye|see you(?: later)?|lol|haha"
    r"|danke(?: schön| sehr| dir| ihnen)?|dankeschön|vielen dank|besten dank|gut|prima|toll|klasse|alles klar"
    r"|verstanden|in ordnung|ach so|tschüss?|ciao|auf wiedersehen|bis bald|gute nacht"
    r"|(?:muchas |mil )?gracias|vale|genial|perfecto|bien|entendido|de acuerdo|adiós|hasta luego|buenas noches"
    r"|merci(?: beaucoup| bien)?|d['’]accord|parfait|très bien|génial|compris|au revoir|bonne nuit|à bientôt"
    r"|(?:большое )?спасибо(?: большое| огромное)?|благодарю|спс|ок|окей|хорошо|ладно|понятно|понял|поняла|ясно"
    r"|отлично|супер|класс|круто|пока|до свидания|спокойной ночи"
    r"|(?:щиро )?дякую|спасибі|добре|гаразд|зрозуміло|зрозумів|зрозуміла|чудово|клас|бувай|до побачення|на добраніч"
)
_BESIDE = (
    r"there|bot|everyone|all|very much|so much|much|very|so|then|oh|ah|dear|again"
    r"|lieber?|alle|nochmal|amigo|bueno|muy|à tous|вам|тебе|тебя|бот|боте|всем|всё|очень|дуже|вам|тобі|усім"
)
_WHOLE = lazy(rf"(?:(?:{_GREETINGS}|{_THANKS}|{_BESIDE})(?: |$))+", re.IGNORECASE)
_GREETING = lazy(rf"(?:^|(?<= ))(?:{_GREETINGS})(?: |$)", re.IGNORECASE)
_ANY = lazy(rf"(?:^|(?<= ))(?:{_GREETINGS}|{_THANKS})(?: |$)", re.IGNORECASE)
_NO_WORD = lazy(r"[^\w'’-]+")


def small_talk(message: str) -> SmallTalk | None:
    """Return what a message is that asks nothing from its first word to its last; None for a question."""
    said = _NO_WORD.sub(" ", unicodedata.normalize("NFKC", message[: _MAX_CHARS + 1])).strip(" -'’")
    if len(message) > _MAX_CHARS or not _WHOLE.fullmatch(said):
        return None
    if _GREETING.search(said):
        return SmallTalk.GREETING
    asks = "?" in message  # "Nice?" may be the town
    return SmallTalk.THANKS if _ANY.search(said) and not asks else None
