"""French."""

import re

from retrieval.patterns import lazy

from .grammar import NAME, TOPIC, Grammar, Sayings, pattern, words

_TONGUE = "(?:français|anglais|allemand|espagnol|russe|ukrainien)"
_SAYINGS = Sayings(
    complaint="(?:(?:c['’]est|c['’]était) )?(?:faux|inexact|nul|n['’]importe quoi|inutile)|mauvaise? (?:réponse"
    "|article)|pas utile|(?:ça n['’]a|cela n['’]a) (?:pas de|aucun) sens"
    "|ce n['’]est pas (?:vrai|juste|exact|correct|ça|ma question|ce que j['’]ai demandé)|c['’]est pas (?:vrai|juste"
    "|ça|ma question|ce que j['’]ai demandé|une réponse)|ce n['’]est pas une réponse"
    "|(?:j['’]|je n['’])ai pas demandé (?:ça|cela)|(?:tu n['’]as|t['’]as|vous n['’]avez) pas répondu(?: à (?:ma"
    "|la) question)?"
    "|tu m['’]as mal compris|je (?:ne )?te crois pas"
    "|(?:ça|cela) (?:ne )?(?:répond pas à ma question|m['’]aide pas|sert à rien)"
    "|(?:tu es|t['’]es|vous êtes) (?:inutile|nul|nulle|bête|stupide)|je (?:ne )?(?:te |vous )?comprends pas"
    "|(?:t['’]as|tu n['’]as|vous n['’]avez) rien compris|tu ne me comprends pas|(?:tu es|t['’]es|vous êtes) sûre?"
    "|(?:c['’]est|est-ce) (?:vraiment )?vrai|(?:j['’]|je n['’])ai (?:pas|rien) compris|que veux[- ]tu dire"
    "|que voulez[- ]vous dire|^(?:quoi|hein)$",
    only_quotes="tradui(?:s|sez)(?: ça| cela|-le)?|traduction|résumez?(?:[- ]moi)?(?: ça| cela|-le"
    "| l['’]article(?: sur .+)?)?"
    "|(?:(?:fais|donne)(?:[- ]moi)? )?(?:un )?résumé|^en bref$",
    language=r"(?:(?:maintenant|(?:réponds|répondez|écris|écrivez)(?:[- ]moi)?"
    r"|(?:tu peux|peux[- ]tu|vous pouvez|pouvez[- ]vous) (?:répondre|écrire|parler)) )?"
    rf"en {_TONGUE}|(?:parlez?|tu peux parler) {_TONGUE}|^{_TONGUE}$|change[rz]? (?:de|la) langue"
    r"|tradui(?:s|sez)(?:(?: ça| cela|-le)? en) \w+|(?:parles-tu|parlez-vous|tu parles) \w+",
    follow="(?:préviens|prévenez|avertis|avertissez|écris|écrivez)[- ]moi (?:(?:quand|dès que?|lorsque|si) .+"
    "|s['’]il y a du nouveau)"
    "|(?:préviens|prévenez|avertis|avertissez|abonne)[- ]moi|(?:m['’])?abonner|^suivre$"
    "|(?:tiens|tenez)[- ]moi (?:au courant|informée?)(?: .+)?|(?:suis|suivez) (?:ça|cela|cette question|ce sujet)",
    about="(?:tu es|t['’]es|vous êtes) qui|qui (?:es-tu|êtes-vous|es tu|êtes vous)"
    "|comment (?:tu t['’]appelles|t['’]appelles-tu)|qui t['’]a (?:créé|fait)"
    "|(?:es-tu|êtes-vous|tu es|t['’]es|vous êtes) (?:un |une )?(?:chat ?gpt|bot|robot|ia|humain|machine)"
    "|(?:que|qu['’]est-ce que) (?:peux-tu|tu peux|sais-tu|tu sais|pouvez-vous|vous pouvez|savez-vous) faire"
    "|(?:tu peux|tu sais) faire quoi|comment (?:tu )?(?:fonctionnes-tu|fonctionnes)|aide[- ]moi|(?:à l['’])?aide"
    "|tu sers à quoi|à quoi (?:tu sers|sers-tu)"
    "|(?:qu['’]est-ce que je peux|que puis-je) (?:te )?demander|^(?:commandes)$"
    "|aidez[- ]moi",
    stop="arrêtez?(?: ça)?|annule[rz]?|ça suffit|laisse[- ]moi tranquille|tais[- ]toi|^assez$",
    greeting="bonjour|bonsoir|bjr|bsr|slt|salut|coucou|cc|wesh|allo|tu vas bien|tout va bien|(?:comment )?ça va"
    "|comment (?:allez[- ]vous|vas[- ]tu|tu vas)"
    "|(?:j['’]ai |j['’]aurais )?(?:(?:encore|une|petite|autre|dernière) )+question(?: rapide)?"
    "|je peux (?:te |vous )?poser une question",
    thanks="(?:mille )?(?:mercis?|mrc)(?: beaucoup| bcp| bien| infiniment| mille fois| à toi| à vous)?"
    "(?: pour (?:l['’]info(?:rmation)?|les infos|cette réponse))?|je te remercie|(?:très "
    "|trop )utile"
    "|bravo|bien joué|bonne réponse|formidable|trop bien|très bien|(?:c['’]est )?(?:très )?(?:parfait|génial|gentil)"
    "|pour (?:ton|votre|ta|la) (?:aide|réponse|information)",
    farewell="au revoir|bonne (?:fin de )?(?:nuit|journée|soirée)|bon week[- ]?end|à la prochaine|^rien d['’]autre$"
    "|à (?:bientôt|plus(?: tard)?|demain|tout à l['’]heure)|c['’]est tout",
    assent="^(?:nickel|impec|entendu)$|euh+|attends|attendez|bref|mdr|c['’]est bon|ça marche|d['’]accord|dac"
    "|compris|oui|ouais|^nan$|exact|non"
    "|dommage|bah|c['’]est pas grave|peu importe|je comprends|désolée?|pardon"
    "|bien sûr|tant pis|laisse tomber"
    "|je vois|de rien|je (?:t['’]|vous )en prie|(?:il n['’]y a )?pas de quoi|avec plaisir|pas de souci"
    "|bon(?: à savoir)?|(?:c['’]est )?intéressant",
    beside="à tous|tout le monde|le bot|et|mais|alors",
    latest="quoi de (?:neuf|nouveau)|(?:(?:il y a|quoi) )?du nouveau"
    "|(?:les )?(?:dernières )?(?:nouvelles|actualités|actus?|infos)(?: du jour)?|les titres"
    "|(?:montrez?[- ]moi )?(?:les )?(?:derniers|nouveaux) articles"
    "|(?:le )?dernier article|(?:l['’])?article le plus récent",
    articles="(?:quels |combien d['’])(?:articles|textes)"
    " (?:avez-vous|as-tu|tu as|vous avez|y a-t-il|il y a|connais-tu)"
    rf"(?: (?:sur|à propos de) {TOPIC})?"
    rf"|montrez?[- ]moi (?:(?:tous|les) )*articles(?: sur {TOPIC})?|(?:la )?liste des articles"
    "|(?:tous les |les )?articles|montrez? les articles|tu as quels articles|quels articles|combien d['’]articles"
    rf"|(?:quels (?:sont les )?)?sujets(?: (?:as-tu|avez-vous|il y a))?"
    rf"|(?:montre|donne|ouvre|trouve|envoie)z?(?:[- ]moi)? (?:l['’]|un )article (?:sur|à propos de) {TOPIC}"
    rf"|(?:des |les )?(?:derniers )?articles sur {TOPIC}|(?:le )?dernier article sur {TOPIC}"
    rf"|(?:as-tu|avez-vous|tu as|t['’]as|vous avez|y a-t-il|il y a) (?:quelque chose|quoi|des articles|un article)"
    rf" sur {TOPIC}"
    rf"|qu['’](?:as-tu|avez-vous|est-ce que tu as) sur {TOPIC}"
    "|quel(?:le)?s sont (?:tes|vos) (?:sources|journaux|auteurs)|quel(?:le)?s (?:sources|journaux) (?:as-tu|avez-vous)"
    rf"|qui (?:a (?:écrit|rédigé)|est l['’]auteur de) l['’]article sur {TOPIC}"
    rf"|quand l['’]article sur {TOPIC} a(?:-t-il)? été (?:publié|écrit)|de quand date l['’]article sur {TOPIC}",
    by="quels (?:articles|textes) (?:avez-vous|as-tu|tu as|vous avez|y a-t-il|il y a) (?:de |du |d['’]|par )"
    rf"{NAME}|quels (?:articles|textes) a (?:écrits? )?{NAME}(?: écrits?)?"
    rf"|(?:montrez?[- ]moi )?(?:(?:tous|les|des) )*articles (?:(?:écrits )?par|écrits de) {NAME}",
    written=rf"qu['’](?:a écrit|a publié|écrit) {NAME}|que publie {NAME}",
    writers=rf"qui (?:a écrit|écrit) (?:quelque chose )?(?:sur|à propos d[eu]) {TOPIC}",
    source="(?:et )?(?:c['’]était quand|quand (?:c['’]était|(?:cela|ça) s['’]est passé))"
    "|(?:quelle est |c['’]est quoi )?(?:(?:la|ta|votre|les|quelle) )?sources?|auteur"
    "|(?:(?:donne|envoie)(?:[- ]moi)? |tu as )?(?:le |un )?lien|(?:qui est|c['’]est qui) l['’]auteur"
    "|(?:de )?quel article"
    "|ça vient d['’]o[uù]|(?:ça date|c['’]est) de quand|de quand ça date"
    "|d['’]o[uù] (?:vient cette info(?:rmation)?|ça vient|vient (?:ça|cela)|tu (?:sors|tiens) ça)"
    "|qui a (?:écrit|rédigé) (?:ça|cela|cet article|l['’]article|ce texte)"
    "|quand (?:ça a été|cela a(?:-t-il)? été|(?:cet |l['’])article a(?:-t-il)? été) (?:publié|écrit)"
    "|de quand date (?:ça|cela|cet article|l['’]article)|de quel (?:article|journal) (?:ça|cela) vient",
    speaker="(?:et )?qui (?:(?:a dit|dit|affirme) (?:ça|cela)|le dit|l['’](?:a dit|affirme))|de qui est la citation"
    "|qui t['’]a dit ça|selon qui|d['’]après qui",
    whole="(?:(?:montre|donne)z?[- ]moi |(?:(?:puis-je|je peux|je veux) )?(?:voir|lire) )?"
    "(?:(?:l['’])?article|(?:le )?texte) (?:complet|entier|en entier|intégral)|(?:montrez?[- ]moi )?tout l['’]article"
    "|(?:(?:montre|ouvre|donne|envoie)z?(?:[- ]moi)?|(?:(?:puis-je|je peux|je veux) )?(?:voir|lire|ouvrir)) (?:l['’]"
    "|cet )article",
    more="(?:(?:montre|donne|di[st])(?:z|es)?[- ](?:moi |m['’]en ))?(?:plus|davantage|encore)"
    "|(?:et )?quoi d['’]autre|(?:il y a )?autre chose|plus (?:d['’]info(?:rmation)?s?|de détails|là-dessus)"
    "|(?:en savoir|montrez?) plus|suivante?|la suite|voir plus|une autre réponse"
    "|(?:d['’]autres|plus de) (?:passages|réponses|résultats)",
    new_topic="(?:une )?(?:autre|nouvelle) question|(?:un )?(?:autre|nouveau) sujet|chang(?:ement|eons) de sujet",
    naming=r"parlons d(?:e\b|es\b|u\b|['’])|(?:c['’]est|j['’]ai une question) (?:à propos d(?:e\b|u\b|['’])|sur\b)"
    r"|il s['’]agit d(?:e\b|u\b|['’])",
    returning="(?:(?:pour )?(?:en )?reven(?:ir|ons)|retour) (?:à|aux?)",
    aside=r"les amis(?=\s*,)|au fait|d['’]ailleurs|à propos(?=\s*[,:;.!…–—-])|(?:cher )?bot(?=\s*[,:;.!…–—-])"
    r"|(?:excuse[zs]?[- ]moi|désolée?|pardon)(?: de (?:vous|te)) déranger(?:,? mais)?|excuse[zs]?[- ]moi(?:,? mais)?"
    r"|(?:par )?simple curiosité|par curiosité|question (?:bête|idiote)(?:,? mais|(?=\s*[,:;.!…–—-]))",
    please="s['’]il (?:te|vous) plaît|svp|stp",
    request="(?:est[- ]ce que )?(?:pouvez[- ]vous|pourriez[- ]vous|peux[- ]tu|pourrais[- ]tu|tu peux|vous pouvez"
    "|quelqu['’]un (?:peut|pourrait)) (?:(?:me )?(?:dire|expliquer|donner|préciser)|m['’]indiquer)"
    "|parlez?[- ]moi (?:un peu )?d(?:es|u|e)|que (?:sais-tu|savez-vous) (?:des|du|de|sur)"
    "|(?:(?:je (?:cherche|veux|voudrais)|donnez?[- ]moi|plus|avez-vous) ){0,2}(?:des |d['’])?"
    "(?:infos?|informations?|détails?|renseignements?) (?:sur|concernant)|quelque chose sur|je cherche"
    "|(?:dis|dites)[- ]moi|(?:est[- ]ce que )?(?:sais[- ]tu|savez[- ]vous|sauriez[- ]vous|tu sais|vous savez"
    "|quelqu['’]un sa(?:it|urait)|je me demande)|(?:on sait|sait[- ]on|jsp|je (?:ne )?sais pas"
    "|aucune idée)(?= (?:qu|si\\b|où|comment|combien|pourquoi|à quel))"
    "|(?:(?:tu as|t['’]as|as[- ]tu|vous avez|avez[- ]vous|quelqu['’]un a|auriez[- ]vous) )?une idée(?: de)?"
    "|(?:j['’]aimerais|je (?:voudrais|veux|cherche à|souhaite(?:rais)?)|j['’]aurais (?:voulu|aimé)"
    "|(?:est|serait)[- ]il possible de) (?:bien )?"
    "(?:savoir|connaître)",
    meaning="je veux dire",
    thanking="merci(?! à )(?: beaucoup)?(?: (?:d['’]|par )avance)?",
    parting="(?:bien )?(?:cordialement|à (?:vous|toi))|bonne (?:fin de )?(?:journée|soirée)|cdlt|amicalement|bises",
)

FRENCH = Grammar(
    persons=words("il elle lui"),
    things=words("ils elles eux leur leurs son sa ses y"),
    possessives=words("son sa ses leur leurs"),
    pointers=words("ce cet cette ces cela ça ca ceci celui celle ceux celles ci"),
    places=words("là"),
    openers=words("et mais ou aussi alors"),
    handing_over=pattern(r"(?:et )?(?:qu['’ ]en est[- ]il (?:de|du|des|pour)|et (?:si|pour|chez)|quid de)\b"),
    correcting=pattern(
        r"(?:(?:non|nan|pardon|désolée?)\W+)?je (?:(?:voulais|veux) dire\b|parl(?:ais|e) d(?:u\b|es?\b|(?=['’])))"
        r"|(?:non )?pas (?=[^,]*, )|(?:non )*(?:non|nan)\b(?:,|(?= l(?:es?\b|a\b|['’])))|pardon\b(?=\W+l(?:es?\b|a\b"
        r"|['’]))"
    ),
    asking=words("""pk pq pkoi qui que quoi quel quelle quels quelles où quand comment pourquoi combien lequel
        laquelle est sont
        était etait étaient etaient a ont peut fait est-ce"""),
    who=words("qui"),
    where=words("où"),
    which=words("quel quelle quels quelles lequel laquelle"),
    defining=pattern(
        r"(?:qui|que|quel|quelle|quoi) (?:est|sont|était|étaient|signifie)\b|qu['’ ]est[- ]ce qu(?:e [cl]|['’]une?\b)"
        r"|c['’ ]est quoi"
    ),
    prepositions=words(
        "selon en dans pour de du des à au aux avec par pendant depuis sans sous entre sur après avant chez"
    ),
    comparing=words("autre autres même meme mêmes memes dernier premier second encore aussi plus"),
    continuing=words("plus davantage détails vraiment continue explique expliquer sûr"),
    breaking=words("et mais ou quand si parce que lorsque puisque dont où qui"),
    generic=words("""quelqu quelque oui non merci plaît bonjour salut bien bon dis dites raconte explique expliquez
        expliquer peux pouvez montre savoir sait détails personne personnes gens an ans année années heure heures jour
        jours fois temps chose choses type types façon
        moins longtemps loin grand passé passe arrivé faire exactement"""),
    empty=pattern(
        r"\bil y (?:a|avait|aura)\b|\by (?:a|avait|aura)(?:-t-il)?\b"
        r"|\b(?:faut|faudra|pleut|est|existe|reste|fait)(?:-t)?-il\b(?=[^.?!]* (?:de|que|d|pour)\b)"
        # French repeats a subject named before its verb: "le mur est-il tombé"
        r"|(?:\b(?:les?|la|une?|des|ce|cette|ces)\b|\bl['’]|(?<=\s)(?-i:[A-ZÉÈÀÎÔ]))[^.?!]*?-(?:t-)?(?:ils?|elles?)\b"
        r"|\bfaut-il\b|\bil (?:faut|pleut|existe|reste)\b|\best-ce(?= qu)|\bc['’ ]est\b|\bce (?:qui|que|qu)\b"
        r"|\bcette (?:année|semaine|nuit)|\bce (?:mois|matin|soir)|\bce sont\b"
    ),
    clitics=pattern(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)"),
    verbal=lazy(
        r"\b(?:qui|ils?|elles?|on|je|tu|nous|vous|ça|ca|cela)(?: ne)?(?: (?:l[ae]|les|lui|leur|se|y|en|me|te))*"
        r"(?: (?:l['’])?(?:a|ont|avait|avaient|aura|va|vont|veut|veulent|peut|peuvent|doit|doivent))? \w+$"
        r"|^(?:et )?(?:quand|où|combien|que|qu['’]en) \w+$|\bc['’ ]est (?:(?:très|trop|vraiment|si|aussi) )?\w+$"
        # with its accents: without, "é" is how any word ends
        r"|(?<!où )\b(?:est|sont|était|étaient|fut|furent|été) \w*(?:[éiu]|is|it|ert|mort)e?s?$",
        re.IGNORECASE,
    ),
    articles=words("le la les"),
    sayings=_SAYINGS,
)  # fmt: skip
