"""Words that say how a question asks rather than what it is about: "how old", "happened", "сколько лет дали".

An answer says the same in its own words ("aged 91", "was sentenced to seven years"): that it lacks them tells little.
They are searched like others, for where an answer has them it is likelier the right one.
"""

from functools import cache

from ..language.text import stem

_LISTS = {
    "en": """old long big large high tall deep wide far fast quick often soon late early heavy hot cold bad good great
        many much young expensive cheap small age size height length weight number amount count total time times year
        years day days month week hour minute kind sort type name names way ways reason reasons place thing things
        person people man woman somebody anybody anyone someone everyone happen happens happened occur call called
        become became begin began begun start started end ended stop use used need needed want wanted like find found
        know known think thought mean see saw seen look show seem try tried ask asked help stay live lived keep kept put
        turn hold held bring brought leave left let write wrote written speak spoke work worked cost costs price pay
        paid charge earn worth buy bought able supposed allowed really exactly actually currently ever still already now
        today ago recently away back according reported article articles report talk talked believe believes spend spent
        belong belongs feel felt appear appeared consist contain contains include includes involve involved concern
        concerns guys folks stuff part parts side date dates wrong short low past apart together even yet else another
        enough lots several various certain different always sometimes usually mostly normally generally permanently
        nowadays later possible purpose point fact case question answer example difference author text story news
        information info details suddenly mins hrs ex maybe perhaps simply instead accidentally unfortunately yesterday
        tomorrow tonight something anything everything money safe safely danger dangerous ok okay idea true harmful
        harmless risky forbidden permitted advisable exist exists""",
    "de": """alt lang lange groß große großen hoch hohe weit tief breit schnell oft häufig spät früh schwer teuer gut
        schlecht jung klein alter größe höhe länge gewicht zahl anzahl menge jahr jahre jahren tag tage tagen woche
        monat stunde minute mal uhr zeit art name namen weise grund gründe ort leute menschen mensch mann frau person
        personen passieren passiert passierte geschehen geschieht geschah heißen heißt hieß nennen nennt genannt bleiben
        bleibt geben gibt gab gegeben finden findet fand bekommen bekommt bekam erhalten erhält machen macht machte tun
        tut tat getan lassen lässt ließ stehen steht stand liegen liegt lag gehen geht ging kommen kommt kam beginnen
        beginnt begann anfangen enden endet brauchen braucht wollen wollte sollte sollten möchte dürfen darf kosten
        kostet kostete preis zahlen zahlt bezahlen bezahlt verdienen verdient schreiben schrieb geschrieben sagte sagen
        halten hält womit wofür wodurch worüber wogegen worum woran worauf wovon eigentlich genau wirklich derzeit
        aktuell heute gerade laut angeblich bitte kriegen kriegt kriege kriegte nehmen nimmt stellen stellt gestellt
        setzen setzt legen meinen meint glauben denken wissen sehen bedeuten bedeutet aufhören nötig benutzen verwenden
        wohnen leben arbeiten dauern mögen mag typ ding sache sachen stück teil seite frage antwort beispiel unterschied
        thema artikel datum kurz schlimm wenig weniger genug ganz ungefähr rund immer manchmal meistens normalerweise
        inzwischen mittlerweile damals vorher danach bisher zuletzt weg raus rein rauf runter los insgesamt überhaupt
        möglich stimmt wahr jemand angaben zufolge meinung ansicht bieten bietet plötzlich übrigens leider vielleicht
        wohl einfach gestern vorgestern morgen übermorgen geld sicher gefährlich erlaubt verboten ok okay idee ratsam
        schädlich sinnvoll existiert""",
    "fr": """âge ans an année années jour jours mois semaine heure heures minute fois temps taille hauteur longueur
        poids nombre quantité sorte type nom façon manière raison raisons lieu endroit gens personne personnes homme
        femme vieux vieille grand grande long longue haut gros petit cher arriver arrive arrivé passer passe passé
        appeler appelle appelait nommer devenir devenu devient commencer commence commencé finir fini rester reste resté
        trouver trouve trouvé donner donne donné prendre prend pris faire font mettre met mis falloir faudra devoir doit
        doivent vouloir veut veulent pouvoir peuvent coûter coûte coûté prix payer paie paye payé gagner gagne gagné
        servir sert utiliser utilise écrire écrit vivre vit dire exactement vraiment actuellement maintenant aujourd'hui
        combien jai cest aller allait savoir sait penser pense croire croit voir venir signifier signifie tenir habiter
        habite travailler travaille parler parle raconter raconte exister existe concerner concerne contenir contient
        durer dure monde chose choses truc place partie côté genre cas question réponse exemple différence sujet article
        date bas juste souvent parfois toujours récemment ensuite environ presque seulement moins possible nécessaire
        normal avis soudain hier demain sûr sûre dangereux dangereuse autorisé interdit vrai vraie vérité risqué nocif
        bon bonne mauvais mauvaise ok idée""",
    "es": """año años edad día días mes meses semana hora horas minuto vez veces tiempo tamaño altura peso número
        cantidad tipo clase nombre manera forma razón motivo lugar sitio gente persona personas hombre mujer viejo vieja
        grande largo larga alto alta caro cara pequeño pasar pasó pasa pasado ocurrir ocurrió ocurre suceder sucedió
        llamar llama llamaba llaman haber hubo habrá había tener tenía tuvo tendrá tenían medir medía mide causar causó
        hacer hizo hacen dar dio dan poner puso quedar queda quedó llevar lleva llevó ir va van decir empezar empezó
        comenzar terminar terminó costar cuesta costó cuestan precio pagar pagó paga cobrar cobra cobró ganar gana ganó
        usar usa servir sirve escribir escribió vivir vive encontrar encontró exactamente realmente actualmente ahora
        hoy querer quiere saber sabe creer cree pensar piensa opinar opina parecer parece ver venir viene utilizar
        utiliza trabajar trabaja hablar habla existir existe significar significa consistir consiste tratar trata
        incluir incluye contener contiene durar dura duró mundo cosa cosas parte lado caso pregunta respuesta ejemplo
        diferencia tema artículo fecha bueno buena malo verdad posible necesario normal menos demasiado bastante varios
        recientemente siempre merece vale palabras repente quizás quizá ayer mañana dinero seguro segura peligroso
        peligrosa permitido prohibido cierto recomendable aconsejable mala ok idea""",
    "ru": """лет год года году годов годы день дня дней дни месяц месяца неделя недели час часа часов минута раз раза
        время времени возраст размер высота длина вес число количество вид тип имя способ причина причины место люди
        людей человек человека мужчина женщина старый большой долго часто далеко высоко быстро дорого произошло
        случилось происходит случиться называется называют зовут звали назвали стать стал стала стало станет начать
        начал начала начался начнётся закончить закончился остаться осталось находиться находится дать дали дал дала
        получать получает получил получила получили делать делает сделал сделали работать работает иметь имеет хотеть
        хочет хотят нужно надо можно стоить стоит стоило цена платить платят заплатил заплатили зарабатывает тратить
        использовать пойти пойдёт пускать пускают отчего почём чего че чё шо известно точно сейчас правда действительно
        сегодня теперь именно писал пишет написал является являются говорит говорят сказал сказали заявил рассказал
        считает считают думает думают полагает знает знают нашёл нашли значит означает берёт взял дают даёт идёт ходит
        живёт живут должен должна должны пришлось появился использует помогает попал оказался ждёт касается относится
        решил решили вопрос ответ пример разница тема вещь сторона случай образ маленький давно мало немного несколько
        слишком снова всегда иногда обычно недавно раньше позже сразу примерно вообще слова словам словами мнение мнению
        данным версия версии информация информации сообщает согласно внезапно наверное вчера завтра деньги денег
        безопасно безопасен опасно опасен опасна верно разрешено запрещено вредно полезно возможно плохо хорошо хорошая
        идея""",
    "uk": """років рік року роки день дня днів дні місяць місяця тиждень тижня година години годин хвилина раз рази
        разів час часу вік розмір висота довжина вага число кількість вид тип ім'я спосіб причина причини місце люди
        людей людина людини чоловік жінка старий великий довго часто далеко високо швидко дорого сталося сталось
        відбулося трапилося називається називають звати кличуть назвали стати став стала стало стане почати почав почала
        почався почнеться закінчити закінчився залишитися залишилося знаходиться дати дали дав дала отримує отримав
        отримала отримали робить зробив зробили працює працювати має мати хоче хочуть треба потрібно можна коштує
        коштувало ціна платити платять заплатив заробляє витратили пускають чого шо кого ким їм яким яка відомо точно
        зараз правда насправді сьогодні тепер саме писав пише написав почім повинен повинна повинні відбувається каже
        кажуть сказав говорить заявив розповів вважає думає знає бачить знайшов значить означає бере взяв дають іде
        ходить живе лишився лишилося лишилися довелося з'явився використовує допомагає потрапив опинився чекає
        стосується вирішив річ сторона випадок питання відповідь приклад різниця тема стаття статті році роком маленький
        давно мало кілька занадто зовсім майже знову завжди іноді зазвичай нещодавно раніше потім пізніше одразу
        приблизно близько усього справді взагалі слова словами думка думку даними версія версією інформація інформацією
        повідомляє згідно раптом вчора завтра гроші грошей безпечно небезпечно дозволено заборонено шкідливо корисно
        варто можливо вірно добре погано ідея""",
}


@cache
def light_stems(language: str | None) -> frozenset[str]:
    """Return the stems of a language's light words; none where it has no list."""
    return frozenset(stem(word, language) for word in _LISTS.get(language or "", "").split())
