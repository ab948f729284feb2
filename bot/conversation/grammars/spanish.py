"""Spanish."""

from .grammar import Grammar, pattern, words

SPANISH = Grammar(
    persons=words("él ella"),
    things=words("ellos ellas ello su sus suyo suya suyos suyas"),
    possessives=words("su sus suyo suya suyos suyas"),
    pointers=words("este esta estos estas esto ese esa esos esas eso aquel aquella aquellos aquellas aquello"),
    places=words("allí ahí allá"),
    openers=words("y e pero o también entonces"),
    handing_over=pattern(r"(?:y )?(?:qué (?:hay|pasa|tal|sucede|ocurre) (?:de|con)|cómo (?:es|va) lo de|y si)\b"),
    correcting=pattern(r"(?:no\W+)?(?:yo )?(?:qu(?:er[íi]a|ise) decir|me ref(?:er[íi]a|iero) a)\b|no\b,"),
    asking=words(
        """quién quiénes qué cuál cuáles dónde adónde cuándo cómo cuánto cuánta cuántos cuántas quien que
            cual donde cuando como cuanto es son fue fueron era hay tiene puede está están"""
    ),
    who=words("quién quiénes quien"),
    degrees=words("tan cuán"),
    where=words("dónde adónde donde"),
    which=words("qué cuál cuáles"),
    defining=pattern(r"¿?(?:qué|quién|quiénes|que|quien) (?:es|son|era|fue|fueron|eran|significa)\b"),
    prepositions=words("en para de del a al con por durante desde hasta sin bajo entre sobre tras"),
    comparing=words("otro otra otros otras más mismo misma demás primero último ambos ambas también"),
    continuing=words("más detalles sigue seguro explica verdad"),
    breaking=words("y pero o cuando si porque que mientras aunque donde"),
    generic=words(
        """gracias favor hola vale bien claro dime cuéntame explica explícame muestra sabes decir dice detalles persona
            personas gente año años vez veces tiempo cosa cosas tipo tipos manera menos lejos grande pasó pasa ocurrió
            sucedió hizo hacer exactamente"""
    ),
    empty=pattern(
        r"\best(?:e|a) (?:año|mes|semana|noche|verano|invierno|siglo)\b|\b(?:por|para) eso\b|\besto es\b"
        r"|\b(?:el|del|al) este\b"
    ),
)
