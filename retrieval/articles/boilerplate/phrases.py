"""What pages tell their readers besides the article, in the languages of the news: the word lists of `rules.py`.

Each list is short and serves one purpose. Phrases that an article may well contain are only searched for where a rule
restricts them to short blocks or to the beginning of a sentence.
"""

from .patterns import Phrases, pattern_of

ASKS = pattern_of(
    # A sentence that begins by asking the reader to do something for the publisher.
    r"(?:please )?(?:donate|subscribe|sign up|sign in|log in|register(?: now| today| for| to(?! vote))|"
    r"become an? (?:\w+ )?(?:member|supporter|patron|subscriber|friend)|"
    r"join (?:us|our|the (?:conversation|discussion|community|mailing)|more than|over|\w+ in its)|support (?:us|"
    r"our|independent|quality|this|the work)|follow (?:us|our|me|him|her|them|@|\w+ on|.{0,30}(?:coverage|updates|"
    r"on (?:twitter|facebook|instagram)))|"
    r"help (?:us|(?:to )?keep (?:it|this|us|our))|click|tap (?:here|the)|check out|"
    r"stay (?:up to date|informed|tuned|connected)|keep up|don.t miss|"
    r"never miss|get (?:the (?:latest|best|top|day|news)|our|breaking|unlimited|full|access|\w+ (?:delivered|"
    r"in your inbox))|"
    r"download (?:our|the) app|share (?:this|your)|leave a (?:comment|reply)|email (?:us|\w+ \w+ at)|"
    r"contact (?:us|the author)|send (?:us|your)|enter your|scroll (?:down|to)|start your (?:free )?trial|"
    r"try (?:it )?(?:for )?free|buy (?:now|tickets|the print)|listen to|watch (?:the video|now|more|live|here|:)|"
    r"have (?:a|any) (?:tip|question|comment)|got (?:a|any) (?:tip|question|story)|want (?:more|to (?:read|get|"
    r"receive|support|stay)|the latest)|"
    r"like (?:us|what you)|give us|tell us|let us know|let me know|visit our|enjoy(?:ed)? (?:this|what)|need more|"
    r"yes, i(?:.d| would)? (?:like|want) to (?:receive|get|subscribe|join|sign|hear)|i (?:agree|accept|consent) to|"
    r"by (?:clicking|subscribing|signing up|submitting|continuing to|registering|using (?:this|our)|"
    r"entering your|providing your))\b",
    # German
    r"(?:bitte )?(?:abonnieren|abonniere|spenden sie|jetzt (?:abo|spenden|abonnieren|anmelden|lesen|registrieren|"
    r"testen|mitglied|bestellen|kostenlos)|unterstützen sie|unterstütze (?:uns|unser)|melden sie sich|melde dich|"
    r"werden sie (?:mitglied|teil|abonnent|unterstützer)|werde mitglied|folgen sie|folge (?:uns|mir)|folgt uns|"
    r"helfen sie uns|hilf uns|klicken sie|klicke|hier klicken|"
    r"teilen sie (?:diesen|uns|ihre)|verpassen sie|registrieren sie|loggen sie|"
    r"testen sie|sichern sie sich|bleiben sie|diskutieren sie|schreiben sie (?:uns|einen)|kontaktieren sie|"
    r"laden sie|hol dir|lade dir|trag dich|tragen sie sich|bestellen sie|lesen sie (?:weiter|mit|alle|den ganzen)|"
    r"sie (?:wollen|möchten|haben) .{0,40}(?:abo|newsletter|fragen|weiterlesen|lesen\?)|gefällt (?:ihnen|dir)|"
    r"hat (?:ihnen|dir) (?:der|dieser)|mit (?:der|ihrer) (?:anmeldung|registrierung|nutzung))\b",
    # French
    r"(?:abonnez-vous|inscrivez-vous|connectez-vous|soutenez|faites un don|rejoignez|suivez(?:-nous| notre|"
    r" l.actualité)|cliquez|partagez|recevez|découvrez (?:nos|notre|l.offre)|téléchargez|devenez (?:membre|"
    r"abonné)|aidez-nous|réagissez|créez (?:un|votre) compte|"
    r"retrouvez (?:nous|tous nos|toute|nos)|ne manquez|je (?:m.abonne|m.inscris|crée|me connecte)|déjà abonné|"
    r"pas encore (?:inscrit|abonné)|laissez un commentaire|en (?:cliquant|poursuivant|vous inscrivant|continuant))",
    # Spanish, Portuguese
    r"(?:suscr[ií]b(?:ete|ase|irse)|reg[ií]str(?:ate|ese)|ap[oó]y(?:a|anos|enos)|ay[uú]d(?:anos|enos|ennos)|"
    r"haz(?:te)? (?:una donación|socio|"
    r"miembro|clic)|h[aá]gase|[uú]nete|ap[uú]ntate|s[ií]gue(?:nos| a)|s[ií]ganos|s[ií]guenos|dona\b|comparte|"
    r"recib[ae] (?:las|"
    r"nuestr|en tu)|descarga(?: la| nuestra)|no te pierdas|"
    r"inicia sesión|ingresa (?:a tu|tu)|haga clic|conviértete|deja (?:tu|un) comentario|déjanos|entérate|"
    r"te puede interesar|al (?:suscribirte|hacer clic|continuar|registrarte)|puedes? (?:escribirnos|seguir|"
    r"suscribirte)|si (?:te gustó|quieres (?:recibir|apoyar))|¿?quieres (?:recibir|apoyar|añadir|seguir))",
    r"(?:assine|inscreva-se|cadastre-se|apoie|siga(?:-nos| (?:o|a|nosso))|participe (?:do|da|de nosso)|clique|"
    r"compartilhe|receba (?:as|os|nossa|notícias|em)|faça (?:parte|login|uma doação|o download)|deixe (?:suas?|"
    r"seus?|um|aqui)|baixe|curta (?:nossa|a)|acesse|entre em contato|fique por dentro|não perca|junte-se)\b",
    # Italian, Dutch, Polish, Czech
    r"(?:iscriviti|abbonati|sostieni(?:ci)?|seguici|clicca|condividi|registrati|scopri (?:di più|tutte)|ricevi|"
    r"scarica (?:la|l.)|dona ora|aiutaci|non perdere|lascia un commento|rimani aggiornato|accedi|unisciti)\b",
    r"(?:meld je|schrijf je|abonneer|word (?:lid|abonnee|vriend|donateur)|steun (?:ons|onze)|volg (?:ons|het)|"
    r"klik (?:hier|op)|deel dit|doneer|ontvang (?:de|onze|elke)|blijf op de hoogte|log in|reageer|download de)\b",
    r"(?:zapisz się|wesprzyj|wspieraj|dołącz|subskrybuj|zaloguj się|zarejestruj|polub|obserwuj|kliknij|udostępnij|"
    r"przekaż|kup (?:teraz|dostęp|prenumeratę)|śledź nas|pobierz|sprawdź (?:ofertę|nasz)|zostaw komentarz|"
    r"czytaj (?:więcej|także|też|dalej)|podaj|wyraź)\b",
    r"(?:přihlaste se|odebírejte|podpořte|sledujte nás|klikněte|sdílejte|předplaťte|registrujte)",
    # Russian, Ukrainian
    r"(?:подпи(?:шитесь|сывайтесь|шись)|подпишіться|підпи(?:шіться|суйтесь|суйтеся)|поддержите|поддержи|"
    r"підтрима(?:йте|ти)|присоединяйтесь|приєднуйтесь|помогите (?:нам|сохранить)|допоможіть (?:нам|зберегти)|"
    r"пожертв(?:уйте|овать|увати)|"
    r"оформите (?:подписку|пожертвование)|оформіть|"
    r"станьте (?:нашим|подписчиком|патроном|спонсором)|следите за|слідкуйте за|стежте за|нажмите|натисніть|"
    r"поделитесь|поделиться|поділіться|скачайте|завантажте|войдите|увійдіть|зарегистрируйтесь|зареєструйтесь|"
    r"виділіть (?:її|текст|необхідний)|оставьте комментарий|читайте (?:нас|также|ещё|еще|подробнее|також|нас в|далее)|"
    r"хотите (?:получать|"
    r"поддержать|больше)|нашли (?:ошибку|опечатку)|заметили ошибку|выделите (?:её|ее|текст)|если вы (?:нашли|"
    r"заметили))",
)
"""Beginnings of sentences that address the reader as a customer."""

PURPOSE = pattern_of(
    r"(?:to|if|for|in order|want|um|wenn|falls|für|pour|si|para|per|se|чтобы|если|щоб|якщо|aby|jeśli|om|"
    r"als)\b[^,]{3,80},\s*"
    r"(?:please |bitte |пожалуйста,? |будь ласка,? )?",
)
"""A first clause with a purpose or a condition, which the request follows."""

INBOX = Phrases(
    r"(?:in|to|into) your (?:inbox|e-?mail|mailbox)\b|\bwe(?:.ll| will) (?:e-?mail|send) you\b|"
    r"delivered (?:straight|directly|daily|weekly)",
    r"(?:our|weekly|daily|free|morning|evening|unser\w*|notre|nuestr\w+|nossa|nostra|nasz\w*|onze|наш\w*) (?:\w+ )?"
    r"(?:e-?mail )?newsletters?\b",
    r"\bin (?:ihre?|dein|euer)(?:e[mn])? (?:e-?mail-?)?(?:postfach|posteingang|e-?mail|mailbox)|"
    r"\bper e-?mail erhalten\b",
    r"\bdans votre (?:boîte|boite|e-?mail|messagerie)|\ben (?:tu|su) (?:correo|bandeja|e-?mail|buzón|móvil|celular)\b",
    r"(?:no|em) seu (?:e-?mail|celular)\b|\bnella tua (?:casella|e-?mail|mail|posta)|\bin je (?:mail\w*|inbox)\b",
    r"(?:our|unser\w*|notre|nuestr[oa]|noss[oa]|nostro) (?:(?:chaîne|canal|canale|grupo) (?:de |do |no )?)?"
    r"(?:whats ?app|telegram)\b|\bнаш\w* (?:канал\w*|групп\w+|телеграм\S*|telegram\S*)",
    r"\bna (?:twoją|twój|swoją|swój) (?:skrzynkę|e-?mail|mail)\b|\bна (?:вашу |твою |вашу эл\w+ |"
    r"свою )?(?:электронную )?(?:почту|пошту)\b",
)
"""Delivery of a newsletter."""

RIGHTS = Phrases(
    r"\bsubject to copyright\b|\b(?:(?:material|content|article|text|story|publication|site|image|photo)s?\b.{0,60}"
    r"\bmay not|no part (?:of \w+ )?may) be (?:published|reproduced|redistributed|copied|rewritten)\b|"
    r"(?:reproduc|republish|redistribut|copied|copying)\w*\b.{0,80}\bwithout (?:the )?(?:prior |express |written )*"
    r"(?:permission|consent|authori[sz]ation)\b",
    r"(?:nachdruck|vervielfältigung|weiterverwendung)\b.{0,60}\b(?:genehmigung|zustimmung|verboten|"
    r"untersagt|gestattet)\b",
    r"(?:toute )?reproduction\b.{0,40}\b(?:interdite|soumise)\b|\bprohibid[ao] (?:la|su|toda) reproducci[oó]n\b|"
    r"(?:é|está) proibida a reprodução\b|\b(?:è )?vietata la riproduzione\b|\bkopiowanie\b.{0,60}\b(?:zabronione|"
    r"zgody)\b",
    r"(?:при )?(?:использовани[ие] (?:\w+ )?(?:материал|текст|контент)\w*|перепечатк[аеи]|цитировани[ие])\b.{0,80}\b"
    r"(?:ссылк\w+|запрещен\w+|разрешени\w+)\b|"
    r"(?:передрук|(?:використання|копіювання) (?:\w+ )?(?:матеріал|текст|контент)\w*)\b.{0,80}\b"
    r"(?:посилання|заборонен\w+|дозвол\w+)\b",
)
"""Restrictions on the use of the text."""

APPEAL = Phrases(
    r"(?:donat(?:e|ion|ions)|crowdfund|fundrais|your (?:support|contribution|gift)|support (?:our|independent|"
    r"quality) (?:journalism|work|reporting|mission|newsroom)|reader[- ](?:supported|funded)|tax[- ]deductible|"
    r"patreon|paypal|ko-?fi|buy me a coffee)",
    r"(?:spende|spenden|unterstützung unserer leser|ihre unterstützung|steady)\b",
    r"(?:dons?(?!['’]t)|faire un don|votre soutien|financé par ses lecteurs)\b",
    r"(?:donaci[oó]n|donativo|tu apoyo|doaç(?:ão|ões)|seu apoio|donazion[ei]|il tuo sostegno|darowizn\w+|"
    r"zapraszamy .{0,20}(?:do subskrypcji|do prenumeraty)|wsparci[ae] (?:naszych )?czytelników|zrzutk\w+)\b",
    r"(?:пожертвовани[еяй]|донат\w*|ваша (?:поддержка|підтримка)|ваш внесок|пожертв\w+)\b",
)
"""Requests for money."""

FOR_PUBLISHER = Phrases(
    APPEAL.pattern,
    INBOX.pattern,
    r"(?:subscri|abonn|abbon|suscr[ií]b|inscreva|prenumer|wesprzyj|wspieraj|подпи[сш]|підпи[сш])\w*|newsletter|"
    r"follow us\b|folg(?:en sie|t) uns|suivez-nous|s[ií]g[au](?:enos|-nos)|seguici|следите за|слідкуйте за|стежте за",
)
"""What publishers ask for; a prepared text may ask anything else of its reader."""

COOKIES = Phrases(
    r"\bcookies?\b.{0,200}\b(?:website|site|consent|accept|experience|preferences|privacy|policy|browser|settings|"
    r"use)\b",
    r"(?:uses?|accept|einsatz von|verwende[nt]|nutzen|utilis\w+|usa(?:mos)?|utiliza\w*|używa\w*|stosuj\w*|"
    r"используе\w*|використову\w*)\b.{0,60}\bcookies?\b",
    r"(?:файл\w* cookies?|plik\w* cookies?|куки)\b",
    r"(?:privacy policy|datenschutz(?:erklärung|bestimmungen|hinweise?)|politique de confidentialité|"
    r"pol[ií]tica de privaci(?:dad|dade)|política de privacidade|polityk\w+ prywatności|informativa sulla privacy|"
    r"политик\w+ конфиденциальности|terms of (?:service|use)|nutzungsbedingungen|recaptcha|gdpr|dsgvo|rodo|"
    r"personenbezogene\w* daten|dane osobowe|danych osobowych|datos personales|données personnelles|"
    r"персональных данных)\b",
    r"(?:extern(?:e[nr]?|al) (?:inhalte?|content)|contenus? externes?|contenidos? externos?|contenuti esterni|"
    r"embedded content)\b",
)
"""Consent, privacy and terms of use; an article may be about them, too."""

TO_VISITOR = Phrases(
    r"(?:we|our|us|your?|this (?:web)?site|the (?:web)?site uses)\b|^(?:accept|reject|allow|manage)\b",
    r"(?:wir|unser\w*|dein\w*|du|diese[rs]? (?:web)?(?:site|seite)|ihre (?:einwilligung|zustimmung|auswahl|anmeldung)|"
    r"(?:finden|können|möchten|stimmen|willigen|erfahren|klicken) sie)\b",
    r"(?:nous|notre|nos|vous|votre|vos|[cl]e site|accepter)\b",
    r"(?:nuestr[oa]s?|usted|tus?|(?:este|el) sitio|aceptar|utilizamos|usamos|noss[oa]s?|você|(?:este|o) site)\b",
    r"(?:nostr[oaei]|(?:questo|il) sito|utilizziamo|nasz\w*|używamy|twoj\w+|państwa|stron[aiy]|wij|onze)\b",
    r"(?:мы|наш\w*|вы|ваш\w*|сайт\w*|принять|ми|ви|прийняти)\b",
)
"""Words with which a page speaks to its visitor or of itself."""

PAYWALL = Phrases(
    r"(?:to (?:continue|keep) reading|continue reading (?:with|for|this article)|(?:this|the) (?:article|"
    r"content|story|page) is (?:only |exclusively )?(?:for|available to|reserved for|restricted to) (?:paying |"
    r"registered |our )?(?:subscribers|members)|subscribers? only|already (?:a subscriber|a member|subscribed|"
    r"have an account|registered(?=\?))|(?:free|remaining) articles? (?:left|remaining|this month)|unlock (?:this|"
    r"the full)|cancel (?:at )?any ?time|cancel[ae] cuando quieras|pour accéder (?:en illimité|à l.intégralité)|"
    r"accès illimité|acceso ilimitado|(?:subscri|access|trial)\w*\b.{0,60}\bper month|no spam|"
    r"unsubscribe (?:at any|from|whenever))\b",
    r"(?:lesen sie (?:im|in) (?:heft|der ausgabe|unserem magazin)|weiterlesen mit|nur für abonnenten|"
    r"jetzt weiterlesen|bereits (?:abonnent|(?:registriert|kunde)(?=\?))|"
    r"monatlich kündbar|jederzeit (?:kündbar|abbestell\w+|widerruf\w+)|exklusiv für (?:abonnenten|mitglieder)|"
    r"(?:kostenlose|gratis)\w* ?testphase|probeabo|nur im abo)\b",
    r"(?:réservée? (?:aux|à nos) abonnés|vous avez accès à \d+|la suite de cet article|il vous reste .{0,20} à lire|"
    r"lire la suite|déjà abonné|\d.{0,40}sans engagement)\b",
    r"(?:exclusivo para (?:suscriptores|assinantes)|contenido exclusivo|ya (?:eres|soy) suscriptor|"
    r"tu suscripción|continuar leyendo|para seguir leyendo|continue lendo|já é assinante)\b",
    r"(?:dalsza część artykułu|pozostało .{0,30}(?:artykułu|tekstu)|dostęp do (?:wszystkich|pełnych|treści)|"
    r"prenumerat\w+|per abbonati|riservato agli abbonati|alleen voor abonnees|lees verder|voor abonnees)\b",
    r"(?:только для подписчиков|доступно по подписке|чтобы (?:читать дальше|прочитать полностью)|"
    r"материал доступен|лише для передплатників)",
    r"\bnewsletters?\b.{0,80}\b(?:sign|inbox|anmeld\w*|abonn\w*|subscribe|inscri\w*|suscr\w*|zapis\w*|iscri\w+)",
)
"""Notices that the rest must be paid for."""

READ_ALSO = pattern_of(
    r"(?:read (?:also|more|next|the full|this)|see also|also (?:read|see|watch|on)|(?:more|related)(?: (?:stories|"
    r"articles|news|posts|content|reading|coverage|videos?|topics|links))?(?: from| on| about| in)?(?=\W|$)|"
    r"related\b|recommended(?: (?:for you|stories|reading|articles|by))?|you (?:may|might) (?:also )?(?:like|"
    r"be interested|enjoy)|further reading|(?:don.t|do not) miss|(?:most|top) (?:read|popular|viewed|stories|"
    r"shared|commented)|trending(?: now)?|up next|next (?:article|post|story)|previous (?:article|post|story)|"
    r"editor.?s?.? picks?|latest (?:news|stories|articles|posts|videos)|recent (?:posts|articles|stories|"
    r"comments)|popular (?:posts|articles|now|stories)|must[- ]reads?|"
    r"in case you missed|(?:interactive |reuters )?graphics?(?= ?:)|watch(?: now| next|"
    r" more)?(?= ?:|$)|other (?:stories|articles|posts)|explore more|what to read next|from our partners|"
    r"sponsored (?:content|stories|links)|promoted|around the web|similar (?:articles|posts|stories))",
    r"(?:lesen sie (?:auch|hier|mehr|dazu|weitere)|lies auch|auch auf |auch interessant|(?:mehr|weitere[sr]?|"
    r"aktuelle|ähnliche|verwandte|neueste|beliebte|passende|alle)(?: aktuelle[nr]?| interessante[nr]?|"
    r" spannende[nr]?)? (?:zum thema|artikel|beiträge|themen|nachrichten|meldungen|news|lesen|aus|von|über|infos?|"
    r"informationen)|zum thema|siehe auch|das könnte (?:sie|dich|ihnen|dir|euch)|meistgelesen|meist gelesen|"
    r"empfehlungen|empfohlen|passend dazu|weiterführende|mehr dazu|mehr (?:zu|über)\b|top[- ]?(?:themen|news|"
    r"artikel)|neueste|nächster (?:artikel|beitrag)|vorheriger (?:artikel|beitrag)|ebenfalls interessant|"
    r"interessant|anzeige|lesetipps?|weiterlesen)",
    r"(?:lire aussi|à lire(?: aussi| également)?|voir aussi|sur le même (?:sujet|thème)|(?:articles?|contenus?|"
    r"sujets?) (?:similaires?|liés?|connexes?|associés?|récents?|recommandés?|populaires?)|les plus (?:lus|"
    r"populaires|commentés)|vous (?:aimerez|pourriez)|dans la même rubrique|pour aller plus loin|en savoir plus|"
    r"la rédaction vous (?:conseille|recommande)|article (?:suivant|précédent)|derniers? articles?|plus d.articles|"
    r"à découvrir)",
    r"(?:le[ae] (?:también|tambi[eé]n|más|además|la nota|mais|também)|lee también|leia (?:mais|também)|"
    r"veja (?:mais|também)|(?:te )?(?:puede|podr[ií]a) interesar(?:te|le)?|también te|noticias? relacionadas?|"
    r"(?:artículos?|temas?|contenidos?|notas?|artigos?|notícias?|posts?) relacionad[oa]s?|(?:lo )?más (?:leído|"
    r"visto|noticias|sobre|de|en|información|compartid)|ver (?:también|más|mais)|últimas noticias|sigue leyendo|"
    r"recomendad[oa]s?|mais lidas|saiba mais|você também pode|otras noticias|además|mira también|en esta nota|"
    r"veja ainda)",
    r"(?:leggi (?:anche|di più|tutto)|ti potrebbe|potrebbe interessarti|articoli (?:correlati|recenti|simili|"
    r"più letti)|i più letti|vedi anche|altri articoli|per approfondire|lees (?:ook|meer|verder)|meer (?:over|"
    r"nieuws|lezen|artikelen)|meest gelezen|gerelateerd|bekijk ook)",
    r"(?:czytaj (?:także|też|również|więcej|dalej)|dowiedz się więcej|zobacz (?:także|też|również|więcej)|"
    r"przeczytaj(?: także| też| również)?|(?:podobne|powiązane|najnowsze|popularne|ostatnie|inne|polecane|"
    r"pozostałe) (?:artykuły|wpisy|tematy|teksty|wiadomości|posty)|polecamy|najczęściej czytane|najpopularniejsze|"
    r"więcej (?:na temat|o|z|w)|źródło:|čtěte (?:také|více)|související|nejčtenější|läs (?:också|mer|även)|"
    r"les også|læs også|lue myös|olvassa|baca juga|artikel terkait|berita terkait|simak juga|citește și|"
    r"ilgili haberler)",
    r"(?:чита(?:йте|ть) (?:также|ещё|еще|далее|подробнее|по теме|также:|також|далі|ещё:)|читайте|по теме|"
    r"на эту тему|похожие (?:статьи|материалы|новости|записи)|смотрите также|см\. также|ещё (?:по теме|новости)|"
    r"материалы по теме|другие (?:новости|статьи|материалы)|популярн\w+|самое (?:читаемое|интересное|важное)|"
    r"главные новости|последние новости|новости партнеров|рекомендуем|вам может|интересное|подробнее|"
    r"ранее (?:мы писали|мы сообщали|сообщалось)(?= ?:)|раніше (?:ми писали|повідомлялося)(?= ?:)|"
    r"что (?:ещё |еще )?(?:почитать|посмотреть)|дивіться також|читайте також|схожі|останні новини)",
    r"(?:اقرأ (?:أيضا|أيضاً|المزيد)|مواضيع|مقالات|المزيد|ذات صلة|相关|延伸阅读|推荐阅读|関連|おすすめ|관련)",
)
"""References to other articles, at the beginning of a block."""

READ_ON = pattern_of(
    r"[.!?…]\s*[\[(»>]*\s?(?:(?:read |learn )?more|read on|continue reading|mehr|weiter(?:lesen)?|mehr (?:lesen|"
    r"erfahren)|"
    r"lire (?:la suite|plus)|en savoir plus|leer más|seguir leyendo|leia mais|continue lendo|leggi tutto|"
    r"continua a leggere|"
    r"lees (?:meer|verder)|czytaj (?:więcej|dalej)|читать (?:далее|дальше|полностью)|подробнее|читати далі|"
    r"детальніше)[\])]*\W*$",
)
"""Links after the last sentence of a teaser."""

DISCLOSURE = Phrases(
    r"(?:affiliate (?:commission|links?|partners?)|we may (?:earn|receive|get)(?: an?)?.{0,30}commission|"
    r"may earn (?:an affiliate )?commission|commission (?:if|when) you|affiliate-?links?|"
    r"(?:sponsored|paid) (?:post|content|partnership)|amazon associate|liens? affiliés?|enlaces? de afiliad|"
    r"comisión por (?:las )?(?:compras|ventas))\b",
    r"\ba version of this (?:article|story) (?:appears|appeared)\b|\bdieser (?:beitrag|artikel) enthält werbung\b",
    r"(?:this (?:article|story|post|piece) (?:was |has been )?(?:originally |first )?(?:published|appeared|"
    r"produced|translated)|(?:if you|when you|purchases?) .{0,60}\b(?:may|might|can|could|will) (?:get|earn|"
    r"receive|make|be paid)\b.{0,30}(?:share|commission|fee|money|compensat)|^originally (?:published|"
    r"appeared)|republished (?:with permission|under (?:an? )?(?:creative|licen)|from)|"
    r"dieser (?:artikel|beitrag|text) (?:erschien|wurde|"
    r"ist zuerst|stammt aus)|cet article (?:a été|est) (?:initialement )?(?:publié|paru)|este (?:artículo|"
    r"texto) (?:fue|"
    r"se) publicad)\b",
)
"""Disclosures of the page about itself."""

BIO = pattern_of(
    r"\b(?:is|was|works as) (?:an? |the |our )?(?:[\w'’-]+ ){0,4}(?:writer|journalist|reporter|columnist|editor|author|"
    r"correspondent|contributor|freelancer|blogger|novelist|photographer|staff writer|fellow at)\b",
    r"\b(?:writes|covers|reports|blogs|tweets)\b.{0,40}\b(?:for|about|on|at|blog|column)\b.{0,60}$|"
    r"\b(?:his|her|their) (?:column|work|writing|book)s? (?:appears?|has appeared|have appeared)",
    r"\b(?:ist|arbeitet als|war) (?:[\w-]+ ){0,4}(?:journalist(?:in)?|redakteur(?:in)?|autor(?:in)?|reporter(?:in)?|"
    r"kolumnist(?:in)?|korrespondent(?:in)?|volontär(?:in)?)\b|\bschreibt (?:für|bei|über|seit)\b",
    r"\b(?:es|trabaja como) (?:una? )?(?:periodista|redactora?|columnista|escritora?|autora?|corresponsal|jornalista|"
    r"colunista)\b",
    r"\best (?:une? )?(?:journaliste|rédact\w+|auteure?|chroniqueu\w+|correspondante?)\b",
    r"\b(?:è|jest) (?:un[a']? ?)?(?:giornalista|redattor\w+|autor\w*|dziennikark\w+|dziennikarz\w*|redaktor\w*|"
    r"publicyst\w+)\b",
    r"(?:—|–|-) (?:журналист\w*|редактор\w*|обозреватель|корреспондент\w*|журналіст\w*|оглядач\w*)\b",
)
"""Introductions of somebody as a writer, in the first sentence of a block at an article's end."""
