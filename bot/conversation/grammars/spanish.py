"""Spanish."""

from .grammar import NAME, TOPIC, Grammar, Sayings, pattern, words

_TONGUE = "(?:español|inglés|alemán|francés|ruso|ucraniano)"
_SAYINGS = Sayings(
    complaint="(?:eso |esto )?(?:(?:no es|no está) (?:cierto|verdad|correcto|bien|así)"
    "|(?:es|está) (?:mal|falso|incorrecto)|no (?:me )?(?:ayuda|sirve)|no responde (?:a )?mi pregunta|no (?:es|fue"
    "|era) lo que pregunté|no es una respuesta|no tiene (?:ningún )?sentido)"
    "|(?:no (?:has respondido|respondiste|contestaste|has contestado)|no me (?:has respondido"
    "|respondiste))(?: (?:a )?mi pregunta)?"
    "|no pregunté eso|artículo equivocado|mala respuesta|me (?:has entendido|entendiste) mal|no te creo|no comprendo"
    "|(?:respuesta )?(?:incorrecta|equivocada)|(?:es )?mentira|falso|(?:eso )?es (?:eso )?verdad"
    "|no (?:lo |te )?entiendo(?: nada)?|no me entiendes|(?:eso )?no es eso|qué tontería|eres (?:inútil|tont[oa]"
    "|estúpid[oa])"
    "|qué quieres decir|estás segur[oa]|^(?:qué|cómo)$",
    only_quotes="traduce(?: (?:eso|esto))?|tradúcelo|resume(?: (?:eso|esto|el artículo(?: sobre .+)?))?|resúmelo"
    "|(?:(?:hazme|dame) )?(?:un )?resumen|^en resumen$",
    language=r"(?:(?:ahora|responde(?:me)?|respóndeme|contesta|contéstame|escribe|(?:me )?puedes (?:responder"
    r"|contestar|escribir|hablar)) )?"
    rf"en {_TONGUE}|(?:habla|puedes hablar|cambia a) {_TONGUE}|^{_TONGUE}$|cambiar? (?:el |de )?idioma"
    r"|(?:traduce (?:(?:eso|esto) )?|tradúcelo )al \w+|hablas \w+",
    follow="(?:avísame|avísenme|notifícame|escríbeme)(?: (?:cuando|si|en cuanto) .+)?|sigue (?:esto|esta pregunta"
    "|este tema)"
    "|suscrib(?:irme|irse)|suscríbeme"
    "|mantenme (?:informad[oa]|al (?:tanto|corriente))(?: .+)?",
    about="quién eres|qué eres|cómo te llamas|quién te (?:hizo|creó)"
    "|eres (?:(?:un|una) )?(?:chat ?gpt|bot|robot|ia|humano|humana|persona|máquina)|qué (?:puedes|sabes) hacer"
    "|qué haces|para qué sirves|cómo te uso|^(?:comandos|menú)$|cómo funcionas|ayuda|ayúdame|(?:puedes"
    "|me puedes) ayudar(?:me)?|qué (?:te )?puedo preguntar(?:te)?",
    stop="(?:para|basta)(?: ya)?|cancelar?|detente|déjame en paz|cállate",
    greeting="hola+|^ola$|qué onda|cómo te va|buen día|buen[oa]s (?:días|tardes)|buenas|qué tal(?: estás)?|cómo estás?"
    "|(?:tengo )?(?:(?:una|otra|última|siguiente) )*(?:pregunta(?: rápida| más)?|duda)|una cosa más"
    "|puedo (?:preguntar(?:te)? algo|hacer(?:te)? una pregunta)",
    thanks="(?:muchas |muchísimas |mil )?gracias(?: por (?:la info(?:rmación)?|tu ayuda))?|te lo agradezco|muy útil"
    "|buen trabajo|buena respuesta|qué bien"
    "|fantástico|increíble|genial|perfecto|excelente|estupendo|muy amable|bien"
    "|por (?:tu|su|la) (?:ayuda|respuesta|información)",
    farewell="adiós|cha[ou]|nos vemos(?: (?:luego|pronto|mañana))?|que descanses|^nada más$|hasta (?:luego|pronto"
    "|mañana|la (?:vista|próxima))|buenas noches"
    "|que tengas? (?:un )?buen día|eso es todo",
    assent="^(?:listo|fenomenal|chévere)$|eh+|espera|un momento|en fin|(?:ja){2,}|vaya|guay|pues"
    "|está bien|de nada|por nada|oye|vale|entendido"
    "|entiendo|exacto|nop|lástima|qué pena|no importa|guau|^(?:ya|cierto|bueno)$"
    "|de acuerdo|sí|lo siento|perdón|perdona|claro"
    "|da igual"
    "|olvídalo|ya veo"
    "|(?:es |qué )?interesante",
    beside="amigo|a todos|bueno|muy|pero|y",
    latest="lo último|(?:qué hay|hay algo|algo) (?:de )?nuevo|(?:muéstrame )?(?:las )?(?:últimas )?noticias"
    "|novedades|titulares"
    "|(?:los )?(?:últimos|nuevos) artículos|(?:el )?último artículo|(?:el )?artículo más reciente",
    articles=rf"(?:qué|cuáles|cuántos) artículos (?:tienes|tiene|tienen|hay)(?: (?:sobre|acerca de) {TOPIC})?"
    "|(?:la )?lista(?: de (?:los )?artículos)?|(?:qué )?temas(?: (?:tienes|hay))?"
    "|(?:todos )?(?:los )?artículos|cuántos artículos|qué tienes"
    rf"|(?:hay|tienes) (?:(?:algún|algunos) )?artículos? (?:sobre|acerca de) {TOPIC}"
    rf"|(?:muéstrame |muestra )(?:(?:todos|los) )*artículos(?: sobre {TOPIC})?"
    rf"|(?:(?:los )?últimos )?artículos sobre {TOPIC}|(?:el )?último artículo sobre {TOPIC}"
    rf"|(?:tienes|hay) algo (?:sobre|acerca de) {TOPIC}|qué tienes (?:sobre|acerca de) {TOPIC}"
    "|cuáles son (?:tus|sus) (?:fuentes|periódicos|autores)|qué (?:fuentes|periódicos) (?:tienes|usas|lees)"
    rf"|(?:mu[eé]stra|da|[aá]bre|b[uú]sca|env[ií]a)(?:me)? (?:el|un) artículo (?:sobre|acerca de) {TOPIC}"
    rf"|quién (?:escribió el|ha escrito el|es el autor del) artículo (?:sobre|acerca de) {TOPIC}"
    rf"|cuándo se (?:publicó|escribió) el artículo (?:sobre|acerca de) {TOPIC}",
    by="(?:qué|cuáles|cuántos) artículos (?:tienes|tiene|tienen|hay) (?:de|del|por) "
    rf"{NAME}|(?:qué|cuáles) artículos (?:escribió|ha escrito) {NAME}"
    rf"|(?:muéstrame )?(?:(?:todos|los) )*artículos (?:escritos )?por {NAME}",
    written=rf"qué (?:escribe|escribió|publica|publicó|ha escrito|ha publicado) {NAME}",
    writers=rf"quién(?:es)? (?:escrib(?:e|en|ió|ieron)|han? escrito) (?:algo )?(?:sobre|acerca de) {TOPIC}",
    source="(?:y )?cuándo (?:fue|pasó|ocurrió|sucedió) (?:eso|esto)|(?:cuál es )?(?:(?:la|tu|su) )?fuentes?"
    "|(?:(?:pásame|dame|mándame|envíame|me (?:das|pasas|mandas)) )?(?:el )?(?:enlace|link)|fecha"
    "|quién es el autor"
    "|de cuándo es(?: (?:eso|esto))?|(?:de )?qué artículo es(?: (?:ese|este|eso|esto))?|de dónde (?:(?:sale|es"
    "|viene) (?:eso|esto)|(?:lo )?sacas(?:te)?(?: eso| esto)?)"
    "|quién (?:lo (?:escribió|ha escrito)|(?:escribió|ha escrito) (?:eso|esto|(?:el|ese|este) (?:artículo|texto)))"
    "|cuándo se (?:publicó|escribió) (?:eso|esto|(?:el|ese|este) (?:artículo|texto))",
    speaker="(?:y )?qui[eé]n (?:lo (?:dijo|dice|ha dicho|afirma)|(?:dijo|dice|ha dicho|afirma) (?:eso|esto))"
    "|según quién|de quién (?:es la cita|son (?:esas|estas) palabras)|quién te (?:lo )?dijo(?: eso)?",
    whole="(?:(?:muéstrame|muestra|dame|enséñame|(?:quiero|puedo) (?:ver|leer)|ver|leer) )?(?:el )?(?:artículo|texto) "
    "(?:completo|entero)|(?:muéstrame|muestra|dame|quiero leer) todo el (?:artículo|texto)"
    "|(?:muéstrame|muestra|dame|enséñame|envíame|mándame|abrir|abre|(?:quiero |puedo )?(?:ver|leer)) (?:(?:el|ese"
    "|este) )?artículo"
    "|todo el artículo|(?:quiero|puedo) leer(?:lo)? todo",
    more="(?:(?:muéstra|da|di|cuénta)me )?(?:algo )?más(?: (?:pasajes|resultados|respuestas))?"
    "(?: (?:sobre|de) (?:esto|eso))?|(?:y )?(?:qué|algo|hay) más|más (?:info(?:rmación)?|detalles)|muestra más"
    "|siguiente|sigue|continúa|ver más|otras? respuestas?",
    new_topic="(?:(?:una? )?(?:otra|nueva) pregunta|(?:un )?(?:otro|nuevo) tema|cambiando de tema|cambio de tema)",
    naming=r"(?:se trata de|es sobre|hablemos (?:de|sobre)|tengo una pregunta sobre)\b",
    returning="(?:volviendo|volvamos|de vuelta) al?",
    aside=r"(?:gente|chicos|amigos)(?=\s*,)|(?:una )?preguntita(?=\s*[,:;.!…–—-])|por cierto"
    r"|a propósito(?=\s*[,:;.!…–—-])"
    r"|(?:perd[óo]n(?:a|e|en|ad)?|disculp(?:a|e|en|ad))(?: por)? (?:la molestia|las molestias)(?:,? pero)?"
    r"|(?:disculp(?:a|e|en)|siento (?:la molestia|molestar)|pregunta tonta)(?:,? pero|(?=\s*[,:;.!…–—-]))"
    r"|por (?:pura |simple )?curiosidad",
    please="por ?favor|porfa",
    request="(?:(?:alguien )?me )?(?:puede[sn]?|pod[ée]is|podr[íi]a(?:[sn]|is)?)(?: por favor)?"
    " (?:decir|explicar|indicar|dar)(?:me)?|(?:dime|dígame)"
    "|(?:h[áa]blame|cu[ée]ntame)(?: (?:algo|más|todo))? (?:del?|sobre)(?! (?:d[óo]nde|qu[ée]|qui[ée]n|cu[áa]\\w*)\\b)"
    "|qué sabes (?:del?|sobre)"
    "|(?:(?:busco|quiero|necesito|dame|más|alguna|hay) ){0,2}(?:info(?:rmaci[óo]n)?|datos|detalles)"
    " (?:sobre|acerca del?)|algo sobre|estoy buscando"
    "|me pregunto|(?:alguien|nadie) sabe|sabe usted|sab(?:es|en|éis|eis)"
    "|(?:quisiera|quer[íi]a|quiero|necesito|me gustaría|me encantaría) (?:saber|conocer)"
    "|(?:alguien )?(?:tiene[sn]?|tenéis|alguna)(?: alguna| ni)? idea de"
    "|(?:(?:estoy )?(?:intentando|tratando de)|(?:intento|quiero|trato de)) (?:saber|averiguar)"
    "|(?:se sabe|no sé|ni idea de)(?= (?:qu[ée]|qui[ée]n|c[óo]mo|cu[áa]\\w*|d[óo]nde|por|si)\\b)",
    meaning="quiero decir",
    thanking="(?:muchas )?gracias(?! a )(?: de antemano)?",
    parting="(?:(?:un|muchos|cordiales) )*saludos?(?: cordial(?:es)?)?|(?:un )?abrazo|atentamente",
)

SPANISH = Grammar(
    persons=words("él ella le"),
    things=words("ellos ellas ello les su sus suyo suya suyos suyas"),
    possessives=words("su sus suyo suya suyos suyas"),
    pointers=words("este esta estos estas esto ese esa esos esas eso aquel aquella aquellos aquellas aquello"),
    places=words("allí alli ahí ahi allá alla"),
    openers=words("y e pero o también tambien entonces además ademas"),
    handing_over=pattern(r"(?:y )?(?:qué (?:hay|pasa|tal|sucede|ocurre) (?:de|con)|cómo (?:es|va) lo de|y si)\b"),
    correcting=pattern(
        r"(?:no\W+)?(?:yo )?(?:qu(?:er[íi]a|ise|iero) decir|me ref(?:er[íi]a|iero) al?|hablo del?|pregunto por"
        r"|digo(?= (?:el|la|los|las)\b))\b|(?:no )*no\b,"
        r"|perd(?:ón|ona)\b(?=\W+(?:el|la|los|las)\b)"
    ),
    asking=words("""xq pq quién quiénes qué cuál cuáles dónde adónde cuándo cómo cuánto cuánta cuántos cuántas quien
        quienes
        que cual cuales donde adonde cuando como cuanto cuanta cuantos cuantas es son fue fueron era
        estaba estaban hay hubo había tiene tienen tuvo tuvieron tenía puede está están"""),
    who=words("quién quiénes quien quienes"),
    degrees=words("tan cuán"),
    where=words("dónde adónde donde adonde"),
    which=words("qué cuál cuáles cuales"),
    defining=pattern(r"¿?(?:qué|quién|quiénes) (?:es|son|era|fue|fueron|eran|significa)\b"),
    prepositions=words("en para de del a al con por durante desde hasta sin bajo entre sobre tras"),
    comparing=words("otro otra otros otras más mas mismo misma demás primero último ultimo ambos ambas también"),
    continuing=words("más mas detalles sigue seguro explica explicar verdad"),
    breaking=words("y pero o cuando si porque que mientras aunque donde"),
    generic=words("""gracias favor hola vale bien claro dime cuéntame explica explícame explicar puedes puede muestra
        sabes decir dice
        detalles persona personas gente año años hora horas día días vez veces tiempo cosa cosas tipo tipos
        manera menos lejos grande pasó pasa ocurrió sucedió hizo hacer exactamente resto"""),
    empty=pattern(
        r"\best(?:e|a) (?:año|mes|semana|noche|verano|invierno|siglo)\b|\b(?:por|para) eso\b|\besto es\b"
        r"|\b(?:el|del|al) este\b"
        # Spanish repeats an object named after the verb: "¿qué le pasó a Juan?"
        r"|\bles?\b(?=[^.?!]* al? )"
    ),
    verbal=pattern(
        r"\b(?:(?:cuándo|dónde|adónde|cómo)(?: no)?(?: (?:les?|lo|se|me|te|nos))*"
        r"|(?:quién(?:es)?|yo|nosotros|ell[ao]s?)(?: no)?(?: (?:l[aeo]s?|se|me|te|nos))*)"
        r"(?: (?:ha|han|había|habían|(?:va|van) a|puede|pueden|debe|deben|quiere|quieren))? \w+$"
        r"|^\W*(?:y )?(?:es|son|era|eran|está|están|estaba|estaban) (?:(?:muy|tan) )?\w+$"
        r"|\bcuánt[oa]s?(?: (?:gente|personas))?(?: (?:han?|se))? \w+(?:ron|[ai]do|erto)$"
        r"|\b(?:fue|fueron|está|están|estaba|estaban|sido|queda|quedan|quedó) "
        r"\w*(?:[ai]d|íd|hech|dich|muert|biert|crit|uest|vist|pres)[ao]s?$"
    ),
    articles=words("el la los las"),
    sayings=_SAYINGS,
)
