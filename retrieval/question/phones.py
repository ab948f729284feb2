"""How questions ask for a telephone number, and what one looks like.

English, German, French, Spanish, Russian, Ukrainian, all at once. Pure; knows text only.
"""

PHONE_CUES = (
    r"(?:tele)?phone number|telefonnummer|telefonisch|numéro de téléphone|n[uú]mero de tel[eé]fono|номер\w* телефон\w*"
    r"|what number (?:\w+ ){1,3}(?:call|ring|phone|dial)|welche[r]? nummer .*(?:ruf|erreich)\w*|quel numéro .*appel\w*"
    r"|qu[eé] número .*llam\w*|по какому (?:номеру|телефону)|за яким (?:номером|телефоном)"
)
"""Matched against a question's normal form."""
PHONE = r"\+?\d[\d\s()/-]{3,}\d"
