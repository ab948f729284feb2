"""What pages say besides their articles, in the languages of the news: the words behind the rules of `rules.py`.

Each list is short and says one thing; a phrase that an article may well contain is only looked for where a rule limits
it to short blocks or to the beginning of a sentence.
"""

import re
from re import Pattern

_NETWORKS = r"(?:facebook|twitter|whats ?app|linkedin|xing|pinterest|reddit|tumblr|telegram|flipboard|pocket|instagram|youtube|tik ?tok|threads|mastodon|bluesky|viber|skype|messenger|вконтакте|одноклассники|vk|rss|google(?: ?\+| plus| news)?|e-?mail|mail|print|sms|snapchat|copy link)"


def _any(*alternatives: str) -> Pattern[str]:
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE)


ASKS = _any(
    # A sentence that begins by telling the reader to do something for the publisher.
    r"(?:please )?(?:donate|subscribe|sign up|sign in|log in|register(?: now| today| for| to)|become an? (?:\w+ )?(?:member|supporter|patron|subscriber|friend)|"
    r"join (?:us|our|the (?:conversation|discussion|community|mailing)|more than|over|\w+ in its)|support (?:us|our|independent|quality|this|the work)|follow (?:us|our|me|him|her|them|@|\w+ on|.{0,30}(?:coverage|updates|on (?:twitter|facebook|instagram)))|"
    r"help us|click|tap (?:here|the)|check out|stay (?:up to date|informed|tuned|connected)|keep up|don.t miss|never miss|get (?:the (?:latest|best|top|day|news)|our|breaking|unlimited|full|access|\w+ (?:delivered|in your inbox))|"
    r"download (?:our|the) app|share (?:this|your)|leave a (?:comment|reply)|email (?:us|\w+ \w+ at)|contact (?:us|the author)|send (?:us|your)|enter your|scroll (?:down|to)|start your (?:free )?trial|"
    r"try (?:it )?(?:for )?free|buy (?:now|tickets|the print)|listen to|watch (?:the video|now|more|live|here|:)|have (?:a|any) (?:tip|question|comment)|got (?:a|any) (?:tip|question|story)|want (?:more|to (?:read|get|receive|support|stay)|the latest)|"
    r"like (?:us|what you)|give us|tell us|let us know|let me know|visit our|enjoy(?:ed)? (?:this|what)|need more|yes, i (?:want|would)|i (?:agree|accept|consent)|by (?:clicking|subscribing|signing|submitting|continuing|using|entering|providing|registering))\b",
    # German
    r"(?:bitte )?(?:abonnieren|abonniere|spenden sie|jetzt (?:spenden|abonnieren|anmelden|lesen|registrieren|testen|mitglied|bestellen|kostenlos)|unterstützen sie|unterstütze (?:uns|unser)|melden sie sich|melde dich|"
    r"werden sie (?:mitglied|teil|abonnent|unterstützer)|werde mitglied|folgen sie|folge (?:uns|mir)|folgt uns|klicken sie|klicke|hier klicken|teilen sie (?:diesen|uns|ihre)|verpassen sie|registrieren sie|loggen sie|"
    r"testen sie|sichern sie sich|bleiben sie|diskutieren sie|schreiben sie (?:uns|einen)|kontaktieren sie|laden sie|hol dir|lade dir|trag dich|tragen sie sich|bestellen sie|lesen sie (?:weiter|mit|alle|den ganzen)|"
    r"sie (?:wollen|möchten|haben) .{0,40}(?:abo|newsletter|fragen|weiterlesen|lesen\?)|gefällt (?:ihnen|dir)|hat (?:ihnen|dir) (?:der|dieser)|mit (?:der|ihrer) (?:anmeldung|registrierung|nutzung))\b",
    # French
    r"(?:abonnez-vous|inscrivez-vous|connectez-vous|soutenez|faites un don|rejoignez|suivez(?:-nous| notre| l.actualité)|cliquez|partagez|recevez|découvrez (?:nos|notre|l.offre)|téléchargez|devenez (?:membre|abonné)|aidez-nous|réagissez|créez (?:un|votre) compte|"
    r"retrouvez (?:nous|tous nos|toute|nos)|ne manquez|je (?:m.abonne|m.inscris|crée|me connecte)|déjà abonné|pas encore (?:inscrit|abonné)|laissez un commentaire|en (?:cliquant|poursuivant|vous inscrivant|continuant))",
    # Spanish, Portuguese
    r"(?:suscr[ií]b(?:ete|ase|irse)|reg[ií]str(?:ate|ese)|ap[oó]y(?:a|anos|enos)|haz(?:te)? (?:una donación|socio|miembro|clic)|h[aá]gase|[uú]nete|s[ií]gue(?:nos| a)|s[ií]ganos|s[ií]guenos|dona\b|comparte|recib[ae] (?:las|nuestr|en tu)|descarga(?: la| nuestra)|no te pierdas|"
    r"inicia sesión|ingresa (?:a tu|tu)|haga clic|conviértete|deja (?:tu|un) comentario|déjanos|entérate|te puede interesar|al (?:suscribirte|hacer clic|continuar|registrarte)|puedes? (?:escribirnos|seguir|suscribirte)|si (?:te gustó|quieres (?:recibir|apoyar)))",
    r"(?:assine|inscreva-se|cadastre-se|apoie|siga(?:-nos| (?:o|a|nosso))|participe (?:do|da|de nosso)|clique|compartilhe|receba (?:as|os|nossa|notícias|em)|faça (?:parte|login|uma doação|o download)|deixe (?:suas?|seus?|um|aqui)|baixe|curta (?:nossa|a)|acesse|entre em contato|fique por dentro|não perca|junte-se)\b",
    # Italian, Dutch, Polish, Czech
    r"(?:iscriviti|abbonati|sostieni(?:ci)?|seguici|clicca|condividi|registrati|scopri (?:di più|tutte)|ricevi|scarica (?:la|l.)|dona ora|aiutaci|non perdere|lascia un commento|rimani aggiornato|accedi|unisciti)\b",
    r"(?:meld je|schrijf je|abonneer|word (?:lid|abonnee|vriend|donateur)|steun (?:ons|onze)|volg (?:ons|het)|klik (?:hier|op)|deel dit|doneer|ontvang (?:de|onze|elke)|blijf op de hoogte|log in|reageer|download de)\b",
    r"(?:zapisz się|wesprzyj|wspieraj|dołącz|subskrybuj|zaloguj się|zarejestruj|polub|obserwuj|kliknij|udostępnij|przekaż|kup (?:teraz|dostęp|prenumeratę)|śledź nas|pobierz|sprawdź (?:ofertę|nasz)|zostaw komentarz|czytaj (?:więcej|także|też|dalej)|podaj|wyraź)\b",
    r"(?:přihlaste se|odebírejte|podpořte|sledujte nás|klikněte|sdílejte|předplaťte|registrujte)",
    # Russian, Ukrainian
    r"(?:подпи(?:шитесь|сывайтесь|шись)|подпишіться|підпи(?:шіться|суйтесь|суйтеся)|поддержите|поддержи|підтрима(?:йте|ти)|присоединяйтесь|приєднуйтесь|помогите нам|допоможіть нам|пожертв(?:уйте|овать|увати)|оформите (?:подписку|пожертвование)|оформіть|"
    r"станьте (?:нашим|подписчиком|патроном|спонсором)|следите за|слідкуйте за|стежте за|нажмите|натисніть|поделитесь|поделиться|поділіться|скачайте|завантажте|войдите|увійдіть|зарегистрируйтесь|зареєструйтесь|оставьте комментарий|читайте (?:нас|также|ещё|еще|подробнее|також|нас в|далее)|хотите (?:получать|поддержать|больше)|нашли (?:ошибку|опечатку)|заметили ошибку|выделите (?:её|ее|текст)|если вы (?:нашли|заметили))",
)
"""Beginnings of sentences that speak to the reader as a customer."""

APPEAL = _any(
    r"\b(?:donat(?:e|ion|ions)|crowdfund|fundrais|your (?:support|contribution|gift)|support (?:our|independent|quality) (?:journalism|work|reporting|mission|newsroom)|reader[- ](?:supported|funded)|tax[- ]deductible|patreon|paypal|ko-?fi|buy me a coffee)",
    r"\b(?:spende|spenden|unterstützung unserer leser|ihre unterstützung|steady)\b",
    r"\b(?:dons?|faire un don|votre soutien|financé par ses lecteurs)\b",
    r"\b(?:donaci[oó]n|donativo|tu apoyo|doaç(?:ão|ões)|seu apoio|donazion[ei]|il tuo sostegno|darowizn\w+|zapraszamy .{0,20}(?:do subskrypcji|do prenumeraty)|wsparci[ae] (?:naszych )?czytelników|zrzutk\w+)\b",
    r"\b(?:пожертвовани[еяй]|донат\w*|ваша (?:поддержка|підтримка)|ваш внесок|пожертв\w+)\b",
)
"""Money asked of the reader."""

COOKIES = _any(
    r"\bcookies?\b.{0,200}\b(?:website|site|consent|accept|experience|preferences|privacy|policy|browser|settings|use)\b",
    r"\b(?:uses?|accept|einsatz von|verwende[nt]|nutzen|utilis\w+|usa(?:mos)?|utiliza\w*|używa\w*|stosuj\w*|используе\w*|використову\w*)\b.{0,60}\bcookies?\b",
    r"\b(?:файл\w* cookies?|plik\w* cookies?|куки)\b",
    r"\b(?:privacy policy|datenschutz(?:erklärung|bestimmungen|hinweise?)|politique de confidentialité|pol[ií]tica de privaci(?:dad|dade)|política de privacidade|polityk\w+ prywatności|informativa sulla privacy|политик\w+ конфиденциальности|terms of (?:service|use)|nutzungsbedingungen|reCAPTCHA|GDPR|DSGVO|RODO|personenbezogene\w* daten|dane osobowe|danych osobowych|datos personales|données personnelles|персональных данных)\b",
)
"""Consent, privacy and terms."""

PAYWALL = _any(
    r"\b(?:to (?:continue|keep) reading|continue reading (?:with|for|this article)|(?:this|the) (?:article|content|story|page) is (?:only |exclusively )?(?:for|available to|reserved for|restricted to) (?:paying |registered |our )?(?:subscribers|members)|subscribers? only|already (?:a subscriber|a member|subscribed|registered|have an account)|(?:free|remaining) articles? (?:left|remaining|this month)|unlock (?:this|the full)|cancel (?:at )?any ?time|cancel[ae] cuando quieras|pour accéder (?:en illimité|à l.intégralité)|accès illimité|acceso ilimitado|per month|no spam|unsubscribe)\b",
    r"\b(?:weiterlesen mit|nur für abonnenten|jetzt weiterlesen|bereits (?:abonnent|registriert|kunde)|monatlich kündbar|jederzeit (?:kündbar|abbestell\w+|widerruf\w+)|exklusiv für (?:abonnenten|mitglieder)|testphase|probeabo|im abo)\b",
    r"\b(?:réservé (?:aux|à nos) abonnés|il vous reste .{0,20} à lire|lire la suite|déjà abonné|sans engagement)\b",
    r"\b(?:exclusivo para (?:suscriptores|assinantes)|contenido exclusivo|ya (?:eres|soy) suscriptor|continuar leyendo|para seguir leyendo|continue lendo|já é assinante)\b",
    r"\b(?:dalsza część artykułu|pozostało .{0,30}(?:artykułu|tekstu)|dostęp do (?:wszystkich|pełnych|treści)|prenumerat\w+|per abbonati|riservato agli abbonati|alleen voor abonnees|lees verder|voor abonnees)\b",
    r"(?:только для подписчиков|доступно по подписке|чтобы (?:читать дальше|прочитать полностью)|материал доступен|лише для передплатників)",
    r"\bnewsletters?\b.{0,80}\b(?:sign|inbox|anmeld\w*|abonn\w*|subscribe|inscri\w*|suscr\w*|zapis\w*|daily|weekly|täglich|wöchentlich|erhalten|iscri\w+)",
)
"""The rest is for sale."""

READ_ALSO = _any(
    r"(?:read (?:also|more|next|the full|this)|see also|also (?:read|see|watch|on)|(?:more|related)(?: (?:stories|articles|news|posts|content|reading|coverage|videos?|topics|links))?(?: from| on| about| in)?(?=\W|$)|related\b|recommended(?: (?:for you|stories|reading|articles|by))?|you (?:may|might) (?:also )?(?:like|be interested|enjoy)|further reading|(?:don.t|do not) miss|(?:most|top) (?:read|popular|viewed|stories|shared|commented)|trending(?: now)?|up next|next (?:article|post|story)|previous (?:article|post|story)|editor.?s?.? picks?|latest (?:news|stories|articles|posts|videos)|recent (?:posts|articles|stories|comments)|popular (?:posts|articles|now|stories)|must[- ]reads?|in case you missed|watch(?: now| next| more)?(?= ?:|$)|other (?:stories|articles|posts)|explore more|what to read next|from our partners|sponsored (?:content|stories|links)|promoted|around the web|similar (?:articles|posts|stories))",
    r"(?:lesen sie (?:auch|hier|mehr|dazu|weitere)|lies auch|auch auf |auch interessant|(?:mehr|weitere[sr]?|aktuelle|ähnliche|verwandte|neueste|beliebte|passende|alle)(?: aktuelle[nr]?| interessante[nr]?| spannende[nr]?)? (?:zum thema|artikel|beiträge|themen|nachrichten|meldungen|news|lesen|aus|von|über|infos?|informationen)|zum thema|siehe auch|das könnte (?:sie|dich|ihnen|dir|euch)|meistgelesen|meist gelesen|empfehlungen|empfohlen|passend dazu|weiterführende|mehr dazu|mehr (?:zu|über)\b|top[- ]?(?:themen|news|artikel)|neueste|nächster (?:artikel|beitrag)|vorheriger (?:artikel|beitrag)|ebenfalls interessant|interessant|anzeige|lesetipps?|weiterlesen)",
    r"(?:lire aussi|à lire(?: aussi| également)?|voir aussi|sur le même (?:sujet|thème)|(?:articles?|contenus?|sujets?) (?:similaires?|liés?|connexes?|associés?|récents?|recommandés?|populaires?)|les plus (?:lus|populaires|commentés)|vous (?:aimerez|pourriez)|dans la même rubrique|pour aller plus loin|en savoir plus|article (?:suivant|précédent)|derniers? articles?|plus d.articles|à découvrir)",
    r"(?:le[ae] (?:también|tambi[eé]n|más|además|la nota|mais|também)|lee también|leia (?:mais|também)|veja (?:mais|também)|(?:te )?(?:puede|podr[ií]a) interesar(?:te|le)?|también te|noticias? relacionadas?|(?:artículos?|temas?|contenidos?|notas?|artigos?|notícias?|posts?) relacionad[oa]s?|(?:lo )?más (?:leído|visto|noticias|sobre|de|en|información|compartid)|ver (?:también|más|mais)|últimas noticias|sigue leyendo|recomendad[oa]s?|mais lidas|saiba mais|você também pode|otras noticias|además|mira también|en esta nota|veja ainda)",
    r"(?:leggi (?:anche|di più|tutto)|ti potrebbe|potrebbe interessarti|articoli (?:correlati|recenti|simili|più letti)|i più letti|vedi anche|altri articoli|per approfondire|lees (?:ook|meer|verder)|meer (?:over|nieuws|lezen|artikelen)|meest gelezen|gerelateerd|bekijk ook)",
    r"(?:czytaj (?:także|też|również|więcej|dalej)|dowiedz się więcej|zobacz (?:także|też|również|więcej)|przeczytaj(?: także| też| również)?|(?:podobne|powiązane|najnowsze|popularne|ostatnie|inne|polecane|pozostałe) (?:artykuły|wpisy|tematy|teksty|wiadomości|posty)|polecamy|najczęściej czytane|najpopularniejsze|więcej (?:na temat|o|z|w)|źródło:|čtěte (?:také|více)|související|nejčtenější|läs (?:också|mer|även)|les også|læs også|lue myös|olvassa|baca juga|artikel terkait|berita terkait|simak juga|citește și|ilgili haberler)",
    r"(?:чита(?:йте|ть) (?:также|ещё|еще|далее|подробнее|по теме|также:|також|далі|ещё:)|читайте|по теме|на эту тему|похожие (?:статьи|материалы|новости|записи)|смотрите также|см\. также|ещё (?:по теме|новости)|материалы по теме|другие (?:новости|статьи|материалы)|популярн\w+|самое (?:читаемое|интересное|важное)|главные новости|последние новости|новости партнеров|рекомендуем|вам может|интересное|подробнее|дивіться також|читайте також|схожі|останні новини)",
    r"(?:اقرأ (?:أيضا|أيضاً|المزيد)|مواضيع|مقالات|المزيد|ذات صلة|相关|延伸阅读|推荐阅读|関連|おすすめ|관련)",
)
"""Pointers to other articles: at the beginning of a block."""

COMMENTS = _any(
    r"(?:\(?\d+\)? )?(?:comments?|replies|responses?|reviews?)(?: \(\d+\)|:? \d+| are closed| on this| closed| section| policy)?|(?:leave|post|write|add|submit|view|show|load|join|see|read|hide|all)(?: \w+){0,3} (?:comments?|reply|replies|conversation|discussion)(?: \(\d+\)| here| below)?|\d+ (?:thoughts?|comments?|replies|responses|reactions) (?:on|to)\b.*|discussion|reply|cancel reply|be the first to comment|your email address will not be published.*|log in to (?:reply|comment|post)|sort by.{0,20}|join the (?:conversation|discussion)|what do you think\??|reader comments|.{0,40}\bsays:?|notify me .*|save my name.*",
    r"(?:\d+ )?kommentare?(?: \(\d+\)|:? \d+| anzeigen| schreiben| lesen)?|(?:einen? )?(?:kommentar|antwort)(?:e)? (?:schreiben|hinterlassen|verfassen|abgeben|abbrechen)|schreibe? (?:einen|den ersten) kommentar|antworten|antwort abbrechen|diskutieren sie mit.*|deine e-?mail-adresse wird nicht veröffentlicht.*|.{0,40}\bsagt:?|ihre meinung|jetzt kommentieren|diskussion|leserkommentare",
    r"(?:\d+ )?(?:commentaires?|réactions?|réponses?)(?: \(\d+\)|:? \d+)?|laisser un commentaire|(?:ajouter|poster|voir|lire|écrire)(?: \w+){0,2} commentaires?|répondre|votre adresse (?:e-?mail|de messagerie) ne sera pas publiée.*|.{0,40}\bdit ?:?|annuler la réponse",
    r"(?:\d+ )?(?:comentarios?|respuestas?|coment[áa]rios?|respostas?)(?: \(\d+\)|:? \d+)?|(?:deja|dejar|escribe|añade|agrega|ver|deje|publicar|deixe)(?: \w+){0,2} (?:comentarios?|respuesta|comentários?|resposta)|responder|cancelar (?:la )?respuesta|tu dirección de correo electrónico no será publicada.*|o seu endereço de e-?mail não será publicado.*|.{0,40}\b(?:dice|disse|diz):?|comentar",
    r"(?:\d+ )?(?:commenti?|risposte|reacties?|komentarz[ey]?|komentarzy|komentáře?|kommentarer?|komentar)(?: \(\d+\)|:? \d+)?|lascia un commento|rispondi|annulla risposta|(?:dodaj|napisz|zostaw|pokaż)(?: \w+){0,2} (?:komentarz\w*|odpowiedź)|odpowiedz|anuluj pisanie odpowiedzi|twój adres e-?mail nie zostanie opublikowany.*|(?:plaats|geef|laat)(?: \w+){0,3} reactie(?: achter)?|reageren|tinggalkan balasan|balas|.{0,40}\b(?:mówi|pisze):",
    r"(?:\d+ )?(?:комментари(?:и|й|я|ев)|коментар(?:і|ів|ь)?|ответ(?:ить|ы)?|відповісти|обсуждение|обговорення)(?: \(\d+\)|:? \d+)?|(?:оставить|добавить|написать|показать|залишити|додати)(?: \w+){0,2} (?:комментари\w+|коментар\w*)|.{0,40}\b(?:говорит|пишет|каже):",
    r"(?:\d+ )?(?:تعليقات?|التعليقات|اترك تعليقا.*|评论|コメント|댓글)",
)
"""A whole block that opens or belongs to what readers wrote below."""

CREDIT = _any(
    r"\(?(?:photos?|images?|pictures?|pics?|photograph(?:y|s)?|illustrations?|graphics?|video|screenshot|cover|header|main|top|featured?|file|stock|courtesy|credits?|image credits?|photo credits?|picture credits?)(?: (?:by|courtesy(?: of)?|from|via|credits?|image|photo|source))?\s?(?:[:/|©-]|by\b|courtesy\b|via\b)",
    r"\(?(?:foto|fotos|bild|bilder|grafik|quelle|bildquelle|bildnachweis|titelbild|titelfoto|symbolbild|symbolfoto|archivbild|archivfoto|fotocredit|illustration|zdjęci[ea]|fot|źródło(?: zdjęcia)?|grafika|immagine|immagini|crediti?|fonte|fuente|imagen|imágenes|fotografía|crédito|créditos|imagem|crédit|crédits|photographie|image d.illustration|image illustrative|copyright|visuel|beeld|afbeelding|snímek|foto's)(?:\s(?:von|by|de|di|door|via|oben|links|rechts|zdjęcia))?\.?\s?[:/|©]",
    r"\(?(?:фото|изображение|иллюстрация|снимок|картинка|кадр|зображення|світлина|ілюстрація)\s?(?:[:/|©-]|автора|из|с сайта|via)",
    r"©.{0,80}$",
)
"""Whose picture it is: at the beginning of a short block."""

AGENCIES = _any(
    r"\b(?:getty(?: images)?|reuters|associated press|shutterstock|istock(?:photo)?|unsplash|pixabay|pexels|adobe ?stock|alamy|depositphotos|dreamstime|imago images|picture[- ]alliance|ullstein|europa press|риа новости|flickr|wikimedia(?: commons)?|wikipedia|creative commons|cc[ -]by(?:-\w+)*|public domain|corbis|zuma press|xinhua|123rf|fotolia|photocase|lapresse|agence vu|magnum photos)\b",
    r"\b(?-i:AP(?: Photo)?|AFP|EPA|dpa|IMAGO|imago|EFE|ANSA|PAP|ТАСС|KEYSTONE|Keystone|MAGO|APA|NTB|TT|SID|CC0)\b",
)
"""Who pictures come from."""

NAVIGATION = _any(
    r"(?:(?:skip|jump|go|back|return|scroll)(?: \w+)? to (?:(?:main |the )?(?:content|navigation|menu|search|main|footer|top|homepage)|.{0,30}page)|(?:main |toggle |mobile |open |close |site )?(?:menu|navigation|search)(?: .{0,12})?|home(?:page)?|toggle \w+|close|open|(?:sign|log) ?(?:in|out|up)|subscribe(?: now)?|register|newsletters?|about(?: us)?|contact(?: us)?|advertis(?:e|ing|ement|ements)(?: with us)?|careers|faq|sitemap|privacy.{0,20}|terms.{0,30}|cookie.{0,20}|all rights reserved.*|show (?:more|less|all)|load more|view (?:all|more)|see (?:all|more)|read more|learn more|more|next|previous|prev|older posts?|newer posts?|continue|share(?: this)?(?: article| post| story| page)?:?|shares?|tweet|follow(?: us)?(?: on)?:?|print(?: this)?(?: page| article)?|save(?: article)?|listen(?: to (?:this )?article)?|play|pause|download|loading.*|archives?|categor(?:y|ies)|tags?|topics?|sections|edition|language|back|top|sponsored|ad|ads|promoted|expand|copied|copy link|link copied|text size|font size|gallery|slideshow|video|photos?|watch(?: live| now)?|live|podcasts?|opens? in (?:a )?new (?:window|tab)|javascript .*|please enable.*)",
    r"(?:(?:zum|zur) (?:inhalt|hauptinhalt|navigation|suche|startseite|seitenanfang|hauptnavigation).*|direkt zum inhalt|startseite|menü.*|suche(?:n)?|anmelden|abmelden|registrieren|impressum|datenschutz.*|kontakt|über uns|agb|werbung|anzeige|teilen|drucken|merken|mehr|weiter|zurück|nach oben|newsletter|abo(?:nnieren|nnement)?|schließen|alle anzeigen|mehr anzeigen|mehr erfahren|mehr laden|seite \d+.*|inhalt(?:sverzeichnis)?|themen|schlagw(?:ort|örter)|schlagworte|kategorien?|artikel (?:teilen|drucken|merken|anhören|vorlesen)|vorlesen|anhören|feedback|mediadaten|jobs|shop|login|konto|mein konto|bilderstrecke|video|zur galerie|quelle|quellen)",
    r"(?:aller au (?:contenu|menu).*|passer au contenu|accueil|menu|recherch(?:e|er)|connexion|se connecter|s.abonner|s.inscrire|mentions légales|contact|à propos|publicité|partager|imprimer|plus|suivant|précédent|fermer|afficher plus|voir plus|lire plus|voir tout|mots[- ]clés|rubriques|catégories|sommaire|envoyer par e-?mail)",
    r"(?:ir al contenido|saltar al contenido|ir para o conteúdo|pular para o conteúdo|inicio|início|menú|buscar|buscador|pesquisar|iniciar sesión|ingresar|entrar|suscr[ií]b(?:ete|irse)|assine|contacto|contato|quiénes somos|quem somos|aviso legal|publicidad(?:e)?|compart(?:ir|e|ilhar|ilhe)(?: en| no| em)?.{0,20}|imprimir|más|mais|cerrar|fechar|ver más|ver todos?|ver tudo|cargar más|siguiente|anterior|próxima|secciones|categor[ií]as?|etiquetas|guardar|enviar|escuchar|archivado en:?)",
    r"(?:vai al contenuto|menù|cerca|accedi|abbonati|contatti|chi siamo|pubblicità|condividi|stampa|altro|chiudi|precedente|successivo|naar inhoud|zoeken|inloggen|over ons|adverteren|delen|meer|sluiten|przejdź do (?:treści|głównej treści|menu).*|strona główna|szukaj|zaloguj(?: się)?|kontakt|o nas|reklama|udostępnij|podziel się|drukuj|więcej|zamknij|następny|poprzedni|tagi|kategorie|hledat|přihlásit|sdílet|iklan|bagikan|beranda|cari|lainnya)",
    r"(?:перейти к (?:содержанию|основному содержанию|содержимому|контенту)|перейти до .*|главная|головна|меню|поиск|пошук|войти|вход|увійти|регистрация|реєстрація|подписаться|підписатися|контакты|контакти|о нас|про нас|реклама|поделиться.{0,20}|поділитися.{0,20}|распечатать|печать|друк|ещё|еще|закрыть|закрити|далее|назад|вперёд|вверх|наверх|показать (?:ещё|все)|все новости|рубрики|теги|метки|категории|архив|рассылка|скопировать ссылку|редакция|сохранить|версия для печати)",
)
"""A whole block that is a button or a menu entry."""

SHARE = _any(
    rf"(?:(?:share|post|tweet|send|pin|follow(?: us)?|like|find us|teilen|auf|per|partager|envoyer|compart(?:ir|e|ilhar|ilhe)|condividi|delen|udostępnij|поделиться|поділитися)\b.{{0,12}})?(?:(?:via|on|in|to|by|auf|bei|mit|per|sur|par|en|em|no|na|su|op|w|через|в|на)\s)?{_NETWORKS}(?:\s?[,·|/•&+-]?\s?(?:(?:teilen|share|on|via|and|und|by|\(opens in new window\))\s?)*{_NETWORKS})*(?:\s?(?:teilen|share|shares|\d+|icon|logo|opens.*))?",
)
"""A whole block that is buttons of social networks."""

ENDS = _any(
    r"(?:copyright|©|\(c\))\s?.{0,60}(?:19|20)\d\d|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|alle rechten voorbehouden|все права защищены|усі права захищені|powered by|proudly powered",
)
"""The foot of a page."""

TAGS = _any(
    r"(?:tags?|tagged(?: with| in)?|filed under|posted in|categor(?:y|ies)|topics?|keywords|more on|schlagw(?:ort|orte|örter)|themen|stichw(?:ort|orte|örter)|kategorien?|mots[- ]clés|étiquettes|thèmes|etiquetas|temas|categor[ií]as?|archivado en|palabras clave|palavras-chave|tag|argomenti|categorie|trefwoorden|tagi|słowa kluczowe|kategorie|теги|метки|темы|ключевые слова|рубрика|категория|мітки)\s?:",
)
"""Labels that a site sorts its articles by: at the beginning of a block."""

DISCLOSURE = _any(
    r"\b(?:affiliate (?:commission|links?|partners?)|we may (?:earn|receive|get)(?: an?)?.{0,30}commission|may earn (?:an affiliate )?commission|commission (?:if|when|on|from) |affiliate-?links?|provision|(?:sponsored|paid) (?:post|content|partnership)|amazon associate|liens? affiliés?|enlaces? de afiliad|comisión por|prowizj)\b",
    r"\b(?:this (?:article|story|post|piece) (?:was |has been )?(?:originally |first )?(?:published|appeared|produced|translated)|(?:if you|when you|purchases?) .{0,60}\b(?:may|might|can|could|will) (?:get|earn|receive|make|be paid)\b.{0,30}(?:share|commission|fee|money|compensat)|originally (?:published|appeared) (?:on|in|at)|republished (?:with|under|from)|dieser (?:artikel|beitrag|text) (?:erschien|wurde|ist zuerst)|cet article (?:a été|est) (?:initialement )?(?:publié|paru)|este (?:artículo|texto) (?:fue|se) publicad)\b",
)
"""What the page discloses about itself."""

READING_TIME = _any(
    r"\b(?:\d+[- ]?min(?:ute)?s?\.? read|read(?:ing)? time|estimated read|lesezeit|lesedauer|min\.? lesen|temps de lecture|tiempo de lectura|tempo (?:de leitura|di lettura)|leestijd|czas czytania|время (?:чтения|на чтение)|час читання|min(?:utes?)? de lecture)\b",
    r"^[\d.,\s]+(?:views?|shares?|reads?|aufrufe|vues?|visitas|visualizza\w+|wyświetle\w+|просмотр\w*|перегляд\w*)$",
)
"""How long it takes, how many came."""

GALLERY = _any(r"(?:image|photo|picture|slide|video|bild|foto|imagen|imagem|immagine|zdjęcie|фото)?\s?\d+ ?(?:of|von|de|sur|di|z|из|/) ?\d+$")

COMMENT_ATTRIBUTION = _any(
    r"(?:\d{4}|\d{1,2}[:.h]\d\d(?: ?[ap]m)?|uhr),? (?:says?|said|wrote|writes|sagt|schreibt|schrieb|dice|dijo|escribió|dit|a écrit|pisze|napisał\w*|disse|scrive|говорит|пишет):?$",
    r"^.{2,40}\b(?:says|sagt|dice|disse|pisze|mówi|пишет|говорит):$",
    r"^(?:reply|antworten|répondre|responder|rispondi|odpowiedz|ответить|відповісти|beantwoorden|svara)(?: (?:to|auf|à|a) .{1,40})?[ ↓]*$",
    r"\b(?:\d+|an?|einem?|un|une|hace|vor|il y a) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|tag(?:en)?|stunden?|monat(?:en)?|jahr(?:en)?|horas?|días?|meses|años?|heures?|jours?|mois|ans)(?: ago)?$",
)
"""Whose comment it is, and the button under it."""

COMMENT_FORM = _any(
    r"leave a (?:comment|reply)|post a comment|your email address|cancel reply|kommentar (?:schreiben|hinterlassen|verfassen|abgeben)|antwort (?:hinterlassen|abbrechen|schreiben)|e-?mail-adresse wird nicht|laisser un commentaire|ne sera pas publiée|deja (?:un|tu) comentario|dejar (?:un comentario|una respuesta)|no será publicada|deixe (?:um comentário|uma resposta)|não será publicado|lascia un commento|dodaj komentarz|nie zostanie opublikowany|оставить комментарий|добавить комментарий|geef een reactie",
)
"""The form under the article."""
