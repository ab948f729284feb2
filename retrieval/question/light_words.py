"""Light words, which belong to how a question asks rather than to its topic: "how old", "happened", "сколько лет дали";
also forms of address: "mrs".

An answer says the same in its own words ("aged 91", "was sentenced to seven years"), so their absence means little.
They are searched like other words, as an answer that has them is likelier to be the right one.
"""

from functools import cache

from ..language.text import stem

_LISTS = {
    "en": """old long big large high tall deep wide far fast quick often soon late early heavy hot cold bad good great
        many much young expensive cheap small age size height length weight number amount count total time year day
        month week hour minute kind sort type name way reason place thing person people man woman somebody anybody
        anyone someone everyone happen occur call become begin start end stop use need want like find know think mean
        see saw look show seem try ask help stay live keep put turn hold bring leave left let write speak work cost
        price pay charge earn worth buy able supposed allowed really exactly actually currently ever still already now
        today ago recently away back according reported article talk believe spend belong feel appear consist contain
        include involve concern guys folks stuff part side date wrong short low past apart together even yet else
        another enough lots several various certain different always sometimes usually mostly normally generally
        permanently nowadays later possible purpose point fact case question answer example author text story news
        information info details suddenly mins hrs ex maybe perhaps simply instead accidentally unfortunately yesterday
        tomorrow tonight something anything everything money safe danger ok okay idea true harmful harmless risky
        forbidden permitted advisable exist mr mrs
        newest headlines updates locate situate cause century duration""",
    "de": """alt lang groß hoch hohe weit tief breit schnell oft häufig spät früh schwer teuer gut schlecht jung klein
        gewicht zahl anzahl menge jahr tag woche monat stunde minute mal uhr zeit art name weise grund ort leute
        menschen mann frau person passieren geschehen geschieht geschah heißen nennen bleiben geben finden bekommen
        erhalten machen tun tut tat getan lassen stehen stand liegen gehen kommen beginnen anfangen enden brauchen
        wollen sollte möchte dürfen darf kosten preis bezahlen verdienen verdient schreiben sagte halten womit wofür
        wodurch worüber wogegen worum woran worauf wovon eigentlich genau wirklich derzeit aktuell heute gerade laut
        angeblich bitte kriegen nehmen stellen setzen legen meinen glauben denken wissen sehen bedeuten aufhören nötig
        benutzen verwenden wohnen leben arbeiten dauern mögen mag typ ding sache stück teil seite frage antwort beispiel
        unterschied thema artikel datum kurz schlimm wenig genug ganz ungefähr rund immer manchmal meistens
        normalerweise inzwischen mittlerweile damals vorher danach bisher zuletzt weg raus rein rauf runter los
        insgesamt überhaupt möglich stimmt wahr jemand angaben zufolge meinung ansicht bieten plötzlich übrigens leider
        vielleicht wohl einfach gestern vorgestern morgen übermorgen geld sicher gefährlich erlaubt verboten ok okay
        idee ratsam schädlich sinnvoll existiert herr
        nachrichten neuigkeiten meldungen neueste neuesten aktuelle höhe länge größe alter dauer jahrhundert ursache
        befinden""",
    "fr": """âge ans année jour mois semaine heure minute fois temps taille hauteur longueur poids nombre quantité sorte
        type nom façon manière raison lieu endroit gens personne homme femme vieux vieille grand long longue haut gros
        petit cher arriver passer appeler nommer devenir commencer finir rester trouver donner prendre faire font mettre
        falloir faudra devoir vouloir pouvoir coûter prix payer paye gagner servir sert utiliser écrire vivre vit dire
        exactement vraiment actuellement maintenant aujourd'hui combien jai cest aller allait savoir penser croire voir
        venir signifier signifie tenir habiter travailler parler raconter exister concerner contenir durer monde chose
        truc place partie côté genre cas question réponse exemple différence sujet article date bas juste souvent
        parfois toujours récemment ensuite environ presque seulement moins possible nécessaire normal avis soudain hier
        demain sûr dangereux autorisé interdit vérité risqué nocif bon mauvais ok idée monsieur madame mme nouvelles
        actualités situer cause siècle durée""",
    "es": """año años edad día días mes semana hora minuto vez veces tiempo tamaño altura peso número cantidad tipo
        clase nombre manera forma razón motivo lugar sitio gente persona hombre mujer viejo grande largo alto alta caro
        pequeño pasar ocurrir suceder llamar haber hubo habrá tener tendrá medir mide causar hacer dar dan poner quedar
        llevar ir decir empezar comenzar terminar costar precio pagar cobrar ganar usar usa servir escribir vivir
        encontrar exactamente realmente actualmente ahora hoy querer saber creer pensar opinar parecer ver venir
        utilizar trabajar hablar existir significar significa consistir consiste tratar incluir contener durar mundo
        cosa parte lado caso pregunta respuesta ejemplo diferencia tema artículo fecha bueno malo verdad posible
        necesario normal menos demasiado bastante varios recientemente siempre merece vale palabras repente quizás quizá
        ayer mañana dinero seguro peligroso permitido prohibido cierto recomendable aconsejable ok idea señor señora
        noticias novedades reciente longitud duración siglo situar ubicar""",
    "ru": """лет год день дня дней дни месяц неделя час минута раз время возраст размер высота длина вес число
        количество вид тип имя способ причина место люди человек мужчина женщина старый большой долго часто далеко
        высоко быстро дорого произошло случилось происходит называется называют зовут звали назвали стать стал станет
        начать начнётся закончить остаться находиться дать получать получил делать сделал работать иметь имеет хотеть
        нужно надо можно стоить цена платить заплатил зарабатывает тратить использовать пойти пускать отчего почём чего
        че шо известно точно сейчас правда действительно сегодня теперь именно писал написал является говорит сказал
        заявил рассказал считает думает полагает знает знают нашёл значит означает берёт взял дают даёт идёт ходит живёт
        должен должна пришлось появился использует помогает попал оказался ждёт касается относится решил вопрос ответ
        пример разница тема вещь сторона случай образ маленький давно мало немного несколько слишком снова всегда иногда
        обычно недавно раньше позже сразу примерно вообще слова мнение данным версия информация сообщает согласно
        внезапно наверное вчера завтра деньги денег безопасно безопасен опасно опасен верно разрешено запрещено вредно
        полезно возможно плохо хорошо идея господин госпожа
        новость новости последний свежий статья расположен век столетие продолжительность""",
    "uk": """років рік день дня днів дні місяць тиждень тижня година хвилина раз час вік розмір висота довжина вага
        число кількість вид тип ім'я спосіб причина місце люди людей людина чоловік жінка старий великий довго часто
        далеко високо швидко дорого сталося відбулося трапилося називається звати кличуть назвали стати став стане
        почати почнеться закінчити залишитися знаходиться дати отримує робить зробив працює має мати хоче треба потрібно
        можна коштує ціна платити заплатив заробляє витратили пускають чого шо кого ким їм яким яка відомо точно зараз
        правда насправді сьогодні тепер саме писав написав почім повинен повинна відбувається каже сказав говорить
        заявив розповів вважає думає знає бачить знайшов значить означає бере взяв дають іде ходить живе лишився
        довелося з'явився використовує допомагає потрапив опинився чекає стосується вирішив річ сторона випадок питання
        відповідь приклад різниця тема стаття році маленький давно мало кілька занадто зовсім майже знову завжди іноді
        зазвичай нещодавно раніше потім пізніше одразу приблизно близько усього справді взагалі слова думка даними
        версія інформація повідомляє згідно раптом вчора завтра гроші грошей безпечно небезпечно дозволено заборонено
        шкідливо корисно варто можливо вірно добре погано ідея пан пані
        новина новини останній свіжий стаття розташований століття тривалість""",
}
"""Each stands for all words with the same stem."""


@cache
def light_stems(language: str | None) -> frozenset[str]:
    """Return the stems of a language's light words; none where it has no list."""
    return frozenset(stem(word, language) for word in _LISTS.get(language or "", "").split())
