"""Whether a question asks what happened to somebody or what became of something, which is told in no words of its own.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

from functools import lru_cache

from ..alternatives import Alternatives
from .answer_type import plain

_HAPPENED = Alternatives(
    r"what (?:(?:has|had|will|would|is|are|going|to|really|actually|exactly|nearly) ){0,3}"
    r"(?:happen(?:s|e?d|ing)?|become|became|becomes)"
    r" (?:to|of|with|if|when|after|in|on|at|during|there|then|next|now)"
    r"|was (?:ist|war|wird|würde|soll) (?:.{1,60} )?(?:passier(?:t|en)|geschehen|geworden|zugesto(?:ss|ß)en)"
    r"|was (?:passiert|geschieht|geschah|(?:wird|wurde) aus)\w*"
    r"|qu['’]est[- ]ce qui (?:s['’]est passé|se passe|est arrivé|arrive)"
    r"|que (?:s['’]est[- ]il passé|se passe[- ]t[- ]il)|qu['’]est[- ](?:il|elle) (?:arrivée?|advenue?|devenue?)"
    r"|qu['’]arrive[- ]t[- ]il"
    r"|que (?:devi(?:ent|ennent|endr\w+)|sont devenue?s)|qu['’]est devenue?"
    r"|qu[eé] (?:les? )?(?:pas(?:a|ó|ará|aría)|ha pasado|ocurr(?:e|ió|irá)|suced(?:e|ió|erá)|fue del?|ha sido del?)"
    r"|что (?:\w+ ){0,2}(?:случи(?:лось|тся)|сталось|произош(?:ло|ёл)|происходит|произойд[её]т|стало с"
    r"|будет(?= с |,? если))"
    r"|що (?:\w+ ){0,2}(?:трапи(?:лося|лось|ться)|стал(?:ося|ось)|стан(?:е|еться)|відбу(?:лося|деться)"
    r"|(?:стало|буде)(?= (?:з|із|зі) )|буде(?=,? якщо))",
    r"(?!\w)",
)


@lru_cache(maxsize=256)
def asks_what_happened(question: str) -> bool:
    """Return whether the answer is what came next, which the sentence with the question's words may only lead up to."""
    return _HAPPENED.search(plain(question)) is not None
