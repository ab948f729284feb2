"""Spanish."""

from .grammar import NAME, TOPIC, Grammar, Sayings, pattern, words

_TONGUE = "(?:español|inglés|alemán|francés|ruso|ucraniano)"
_SAYINGS = Sayings(
    complaint="(?:eso |esto )?(?:(?:no es|no está) (?:cierto|verdad|correcto|bien|así)"
    "|(?:es|está) (?:mal|falso|incorrecto)|no (?:me )?(?:ayuda|sirve)|no responde (?:a )?mi pregunta)"
    "|(?:respuesta )?(?:incorrecta|equivocada)|no es lo que pregunté|mentira|falso|(?:eso )?es (?:eso )?verdad"
    "|no (?:lo |te )?entiendo|no me entiendes|(?:eso )?no es eso|qué tontería|eres (?:inútil|tont[oa]|estúpid[oa])"
    "|qué quieres decir|estás segur[oa]|^(?:qué|cómo)$",
    only_quotes="traduce (?:eso|esto)|tradúcelo|resume (?:eso|esto|el artículo(?: sobre .+)?)|resúmelo",
    language=r"(?:(?:ahora|responde|contesta|escribe|(?:me )?puedes (?:responder|contestar|escribir|hablar)) )?"
    rf"en {_TONGUE}|(?:habla|puedes hablar) {_TONGUE}"
    r"|(?:traduce (?:(?:eso|esto) )?|tradúcelo )al \w+|hablas \w+",
    follow="(?:avísame|avísenme|notifícame|escríbeme)(?: (?:cuando|si|en cuanto) .+)?|sigue (?:esto|esta pregunta)"
    "|mantenme (?:informad[oa]|al (?:tanto|corriente))(?: .+)?",
    about="quién eres|qué eres|cómo te llamas|quién te (?:hizo|creó)"
    "|eres (?:(?:un|una) )?(?:chat ?gpt|bot|robot|ia|humano|humana|persona|máquina)|qué (?:puedes|sabes) hacer"
    "|qué haces|cómo funcionas|ayuda|ayúdame|(?:puedes|me puedes) ayudar(?:me)?|qué (?:te )?puedo preguntar(?:te)?",
    stop="para|basta|cancelar",
    greeting="hola|buen día|buen[oa]s (?:días|tardes)|buenas|qué tal(?: estás)?|cómo estás?"
    "|(?:tengo )?(?:(?:una|otra|última|siguiente) )+(?:pregunta(?: rápida| más)?|duda)|una cosa más"
    "|puedo (?:preguntar(?:te)? algo|hacer(?:te)? una pregunta)",
    thanks="(?:muchas |muchísimas |mil )?gracias|genial|perfecto|excelente|estupendo|muy amable|bien"
    "|por (?:tu|su|la) (?:ayuda|respuesta|información)",
    farewell="adiós|cha[ou]|nos vemos|hasta (?:luego|pronto|mañana|la vista)|buenas noches"
    "|que tengas? (?:un )?buen día|eso es todo",
    assent="eh+|espera|un momento|en fin|(?:ja){2,}|vaya|guay|pues|está bien|de nada|por nada|oye|vale|entendido"
    "|de acuerdo|sí|lo siento|perdón|perdona|claro"
    "|da igual"
    "|olvídalo|ya veo"
    "|(?:es |qué )?interesante",
    beside="amigo|a todos|bueno|muy|pero|y",
    latest="(?:qué hay|hay algo|algo) (?:de )?nuevo|(?:las )?(?:últimas )?noticias|novedades|titulares"
    "|(?:los )?(?:últimos|nuevos) artículos",
    articles=rf"(?:qué|cuáles|cuántos) artículos (?:tienes|tiene|tienen|hay)(?: (?:sobre|acerca de) {TOPIC})?"
    rf"|(?:la )?lista de (?:los )?artículos|qué temas (?:tienes|hay)"
    rf"|(?:hay|tienes) (?:(?:algún|algunos) )?artículos? (?:sobre|acerca de) {TOPIC}"
    rf"|(?:muéstrame |muestra )(?:(?:todos|los) )*artículos(?: sobre {TOPIC})?|artículos sobre {TOPIC}"
    rf"|(?:mu[eé]stra|da|[aá]bre|b[uú]sca|env[ií]a)(?:me)? (?:el|un) artículo (?:sobre|acerca de) {TOPIC}"
    rf"|quién (?:escribió el|ha escrito el|es el autor del) artículo (?:sobre|acerca de) {TOPIC}"
    rf"|cuándo se (?:publicó|escribió) el artículo (?:sobre|acerca de) {TOPIC}",
    by="(?:qué|cuáles|cuántos) artículos (?:tienes|tiene|tienen|hay) (?:de|del|por) "
    rf"{NAME}|(?:qué|cuáles) artículos (?:escribió|ha escrito) {NAME}"
    rf"|(?:muéstrame )?(?:(?:todos|los) )*artículos (?:escritos )?por {NAME}",
    written=rf"qué (?:escribe|escribió|publica|publicó|ha escrito|ha publicado) {NAME}",
    writers=rf"quién(?:es)? (?:escrib(?:e|en|ió|ieron)|han? escrito) (?:algo )?(?:sobre|acerca de) {TOPIC}",
    source="(?:y )?cuándo (?:fue|pasó|ocurrió|sucedió) (?:eso|esto)|(?:cuál es )?(?:(?:la|tu|su) )?fuentes?"
    "|(?:el )?enlace|de dónde (?:(?:sale|es|viene) (?:eso|esto)|(?:lo )?sacas(?: eso| esto)?)"
    "|quién (?:escribió|ha escrito) (?:eso|esto|(?:el|ese|este) (?:artículo|texto))"
    "|cuándo se (?:publicó|escribió) (?:eso|esto|(?:el|ese|este) (?:artículo|texto))",
    speaker="(?:y )?qui[eé]n (?:lo (?:dijo|dice|ha dicho|afirma)|(?:dijo|dice|ha dicho|afirma) (?:eso|esto))"
    "|según quién",
    whole="(?:(?:muéstrame|muestra|dame|(?:quiero|puedo) (?:ver|leer)|ver|leer) )?(?:el )?(?:artículo|texto) "
    "(?:completo|entero)|(?:muéstrame|muestra|dame|quiero leer) todo el (?:artículo|texto)"
    "|(?:muéstrame|muestra|quiero (?:ver|leer)|puedo (?:ver|leer)) (?:el|ese|este) artículo",
    more="(?:(?:muéstra|da|di|cuénta)me )?(?:algo )?más(?: (?:pasajes|resultados|respuestas))?"
    "(?: (?:sobre|de) (?:esto|eso))?|(?:y )?(?:qué|algo) más|sigue|continúa|ver más|otras? respuestas?",
    new_topic="(?:(?:una? )?(?:otra|nueva) pregunta|(?:un )?(?:otro|nuevo) tema|cambiando de tema|cambio de tema)",
    naming=r"(?:se trata de|es sobre|tengo una pregunta sobre)\b",
    returning="(?:volviendo|volvamos|de vuelta) al?",
    aside=r"por cierto|a propósito(?=\s*[,:;.!…–—-])",
    please="por ?favor|porfa",
    request="(?:(?:alguien )?me )?(?:puede[sn]?|pod[ée]is|podr[íi]a(?:[sn]|is)?)(?: por favor)?"
    " (?:decir|explicar)(?:me)?|(?:dime|dígame)"
    "|alguien sabe|sabe usted|sab(?:es|en|éis|eis)|(?:quisiera|quiero|me gustaría) saber",
    meaning="quiero decir",
    thanking="(?:muchas )?gracias(?: de antemano)?",
)

SPANISH = Grammar(
    persons=words("él ella le"),
    things=words("ellos ellas ello les su sus suyo suya suyos suyas"),
    possessives=words("su sus suyo suya suyos suyas"),
    pointers=words("este esta estos estas esto ese esa esos esas eso aquel aquella aquellos aquellas aquello"),
    places=words("allí alli ahí ahi allá alla"),
    openers=words("y e pero o también tambien entonces"),
    handing_over=pattern(r"(?:y )?(?:qué (?:hay|pasa|tal|sucede|ocurre) (?:de|con)|cómo (?:es|va) lo de|y si)\b"),
    correcting=pattern(
        r"(?:no\W+)?(?:yo )?(?:qu(?:er[íi]a|ise) decir|me ref(?:er[íi]a|iero) al?|digo(?= (?:el|la|los|las)\b))\b|no\b,"
        r"|perd(?:ón|ona)\b(?=\W+(?:el|la|los|las)\b)"
    ),
    asking=words("""quién quiénes qué cuál cuáles dónde adónde cuándo cómo cuánto cuánta cuántos cuántas quien quienes
        que cual cuales donde adonde cuando como cuanto cuanta cuantos cuantas es son fue fueron era hay hubo había
        tiene puede está están"""),
    who=words("quién quiénes quien quienes"),
    degrees=words("tan cuán"),
    where=words("dónde adónde donde adonde"),
    which=words("qué cuál cuáles cuales"),
    defining=pattern(r"¿?(?:qué|quién|quiénes|que|quien) (?:es|son|era|fue|fueron|eran|significa)\b"),
    prepositions=words("en para de del a al con por durante desde hasta sin bajo entre sobre tras"),
    comparing=words("otro otra otros otras más mas mismo misma demás primero último ultimo ambos ambas también"),
    continuing=words("más mas detalles sigue seguro explica verdad"),
    breaking=words("y pero o cuando si porque que mientras aunque donde"),
    generic=words("""gracias favor hola vale bien claro dime cuéntame explica explícame muestra sabes decir dice
        detalles persona personas gente año años vez veces tiempo cosa cosas tipo tipos manera menos lejos grande pasó
        pasa ocurrió sucedió hizo hacer exactamente"""),
    empty=pattern(
        r"\best(?:e|a) (?:año|mes|semana|noche|verano|invierno|siglo)\b|\b(?:por|para) eso\b|\besto es\b"
        r"|\b(?:el|del|al) este\b"
        # Spanish repeats an object named after the verb: "¿qué le pasó a Juan?"
        r"|\bles?\b(?=[^.?!]* al? )"
    ),
    articles=words("el la los las"),
    sayings=_SAYINGS,
)
