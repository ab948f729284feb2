"""Patterns for a page's interface texts: buttons, labels, counters, credits, comment forms. Words only."""

from .patterns import joined, pattern_of

_NETWORKS = (
    r"(?:facebook|twitter|whats ?app|linkedin|xing|pinterest|reddit|tumblr|telegram|flipboard|pocket|instagram|"
    r"youtube|tik ?tok|threads|mastodon|bluesky|viber|skype|messenger|вконтакте|одноклассники|vk|rss|"
    r"google(?: ?\+| plus| news)?|e-?mail|mail|print|sms|snapchat|copy link)"
)

NAVIGATION = pattern_of(
    r"(?:(?:skip|jump|go|back|return|scroll)(?: \w+)? to (?:(?:main |the )?(?:content|navigation|menu|search|main|"
    r"footer|top|homepage)|.{0,30}page)|(?:main |toggle |mobile |open |close |site )?(?:menu|navigation|"
    r"search)(?: .{0,12})?|home(?:page)?|toggle \w+|close|open|(?:sign|log) ?(?:in|out|up)|subscribe(?: now)?|"
    r"register|newsletters?|about(?: us)?|contact(?: us)?|advertis(?:e|ing|ement|ements)(?: with us)?|careers|faq|"
    r"sitemap|privacy.{0,20}|terms.{0,30}|cookie.{0,20}|all rights reserved.*|show (?:more|less|all)|load more|"
    r"view (?:all|more)|see (?:all|more)|read more|learn more|more|next|previous|prev|older posts?|newer posts?|"
    r"continue|share(?: this)?(?: article| post| story| page)?:?|shares?|tweet|pin(?: it)?|follow(?: us)?(?: on)?:?|"
    r"print(?: this)?(?: page| article)?|save(?: article)?|listen(?: to (?:this )?article)?|play|pause|download|"
    r"loading.*|archives?|categor(?:y|ies)|tags?|topics?|sections|edition|language|back|top|sponsored|ad|ads|"
    r"promoted|expand|edit|copied|copy link|link copied|text size|font size|gallery|slideshow|video|photos?|"
    r"watch(?: live| now)?|live|podcasts?|(?:(?:story|article) )?continues? (?:below|after)(?: the| this)? (?:ad|"
    r"advert\w*)|"
    r"something went wrong.{0,30}|invalid e-?mail|(?:was|is) this (?:article|page|content|information|"
    r"answer) (?:helpful|useful)|(?:table of )?contents|"
    r"in this article|"
    r"on this page|continue reading(?: the main story)?|report (?:a problem with this page|an error)|"
    r"advertisement.{0,4}scroll.{0,20}|"
    r"opens? in (?:a )?new (?:window|tab)|javascript .*|please enable.*)",
    r"(?:(?:zum|zur) (?:inhalt|hauptinhalt|navigation|suche|startseite|seitenanfang|hauptnavigation).*|"
    r"direkt zum inhalt|startseite|menü.*|suche(?:n)?|anmelden|abmelden|registrieren|impressum|datenschutz.*|"
    r"kontakt|über uns|agb|werbung|anzeige|teilen|drucken|merken|mehr|weiter|zurück|nach oben|newsletter|"
    r"abo(?:nnieren|nnement)?|schließen|alle anzeigen|mehr anzeigen|mehr erfahren|mehr laden|seite \d+.*|"
    r"inhalt(?:sverzeichnis)?|teilen mit|gefällt mir.{0,20}|empfohlener redaktioneller inhalt|externen inhalt anzeigen|"
    r"themen|schlagw(?:ort|örter)|schlagworte|kategorien?|artikel (?:teilen|drucken|"
    r"merken|anhören|vorlesen)|vorlesen|anhören|feedback|mediadaten|jobs|shop|login|konto|mein konto|"
    r"bilderstrecke|video|zur galerie|quelle|quellen|bearbeiten|nach der anzeige.{0,20}|"
    r"(?:der )?artikel wird nach der anzeige.{0,20}|weiter nach der anzeige|"
    r"(?:war|fanden sie) diese[rs]? (?:artikel|beitrag|text|seite) (?:hilfreich|für sie hilfreich))",
    r"(?:aller au (?:contenu|menu).*|passer au contenu|accueil|menu|recherch(?:e|er)|connexion|se connecter|"
    r"s.abonner|s.inscrire|mentions légales|contact|à propos|publicité|partager|imprimer|plus|suivant|précédent|"
    r"fermer|afficher plus|voir plus|lire plus|voir tout|mots[- ]clés|rubriques|catégories|sommaire|"
    r"envoyer par e-?mail|écouter (?:l.|cet )article|table des matières|dans cet article|modifier(?: le code)?|"
    r"la suite après cette publicité|cet article vous a.t.il été utile|"
    r"imprimer (?:la recette|l.article))",
    r"(?:ir al contenido|saltar al contenido|ir para o conteúdo|pular para o conteúdo|inicio|início|menú|buscar|"
    r"buscador|pesquisar|iniciar sesión|ingresar|entrar|suscr[ií]b(?:ete|irse)|assine|contacto|contato|"
    r"quiénes somos|quem somos|aviso legal|publicidad(?:e)?|compart(?:ir|e|ilhar|ilhe)(?: en| no| em)?.{0,20}|"
    r"imprimir|más|mais|cerrar|fechar|ver más|ver todos?|ver tudo|cargar más|siguiente|anterior|próxima|secciones|"
    r"categor[ií]as?|etiquetas|guardar|enviar|escuchar|archivado en:?|editar|índice|contenidos?|en este artículo|"
    r"tuitear|"
    r"contin[uú]a (?:leyendo )?(?:despu[eé]s|depois|debajo) d[eao] ?(?:la |esta |el |este |a |o )?(?:publici\w+|"
    r"anunci\w+)|"
    r"¿?(?:te ha sido|te ha resultado|te fue) útil(?: este artículo| esta información)?\??)",
    r"(?:vai al contenuto|menù|cerca|accedi|abbonati|contatti|chi siamo|pubblicità|condividi|stampa|altro|chiudi|"
    r"precedente|successivo|argomenti|indice|inhoud|spis treści|reklam|annons|annonse|paylaş|yazdır|anasayfa|"
    r"naar inhoud|zoeken|inloggen|over ons|adverteren|delen|meer|sluiten|"
    r"przejdź do (?:treści|głównej treści|menu).*|strona główna|szukaj|zaloguj(?: się)?|kontakt|o nas|reklama|"
    r"(?:dalsza część|dalszy ciąg) (?:artykułu|tekstu) (?:pod|znajduje się pod) .{0,20}|udostępnij|podziel się|drukuj|"
    r"więcej|zamknij|następny|poprzedni|tagi|kategorie|hledat|přihlásit|sdílet|"
    r"iklan|bagikan|beranda|cari|lainnya)",
    r"(?:перейти к (?:содержанию|основному содержанию|содержимому|контенту)|перейти до .*|главная|головна|меню|"
    r"поиск|пошук|войти|вход|увійти|регистрация|реєстрація|подписаться|підписатися|контакты|контакти|о нас|"
    r"про нас|реклама|поделиться.{0,20}|поділитися.{0,20}|распечатать|печать|друк|ещё|еще|закрыть|закрити|далее|"
    r"назад|вперёд|вверх|наверх|показать (?:ещё|все)|все новости|рубрики|теги|метки|категории|архив|рассылка|"
    r"скопировать ссылку|редакция|сохранить|версия для печати|содержание|оглавление|зміст|править|редагувати|"
    r"(?:реклама\W+)?продолжение (?:ниже|после рекламы)|(?:была ли|вам) (?:статья|эта статья) полезна)",
)
"""A block that consists of a button or a menu entry."""

SHARE = pattern_of(
    rf"(?:(?:share|post|tweet|send|pin|follow(?: us)?|like|find us|teilen|auf|per|partager|envoyer|compart(?:ir|e|"
    rf"ilhar|ilhe)|condividi|delen|udostępnij|поделиться|поділитися)\b.{{0,12}})?(?:(?:via|on|in|to|by|auf|bei|mit|"
    rf"per|sur|par|en|em|no|na|su|op|w|через|в|на)\s)?{_NETWORKS}(?:\s?[,·|/•&+-]?\s?(?:(?:teilen|share|on|via|and|"
    rf"und|by|\(opens in new window\))\s?)*{_NETWORKS})*(?:\s?(?:teilen|share|shares|\d+|icon|logo|opens.*))?",
)
"""A block that consists of buttons of social networks."""

TAGS = pattern_of(
    r"(?:tags?|tagged(?: with| in)?|filed under|posted in|categor(?:y|ies)|topics?|keywords|more on|schlagw(?:ort|"
    r"orte|örter)|themen|stichw(?:ort|orte|örter)|kategorien?|mots[- ]clés|étiquettes|thèmes|etiquetas|temas|"
    r"categor[ií]as?|archivado en|palabras clave|palavras-chave|tag|argomenti|categorie|trefwoorden|tagi|"
    r"słowa kluczowe|kategorie|теги|метки|темы|ключевые слова|рубрика|категория|мітки)\s?:",
)
"""Labels of a site's tags and categories, at the beginning of a block."""

ENDS = pattern_of(
    r"(?:copyright(?! (?:act|law))|©|\(c\))\s?.{0,60}(?:19|20)\d\d|all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|"
    r"wszelkie prawa zastrzeżone|alle rechten voorbehouden|все права защищены|усі права захищені|powered by|"
    r"proudly powered|riproduzione riservata",
)
"""The footer of a page."""

READING_TIME = pattern_of(
    r"\b(?:\d+[- ]?min(?:ute)?s?\.? read|read(?:ing)? time|estimated read|lesezeit|lesedauer|min\.? lesen|"
    r"temps de lecture|tiempo de lectura|tempo (?:de leitura|di lettura)|leestijd|czas czytania|время (?:чтения|"
    r"на чтение)|час читання|min(?:utes?|uti|utos)? d[ei] (?:lecture|lettura|lectura|leitura))\b|"
    r"^\d+\s?(?:min(?:ut\w+)?|мин(?:ут\w*)?|хв)\.?$",
    r"^[\d.,\s]+(?:views?|shares?|reads?|aufrufe|vues?|visitas|visualizza\w+|wyświetle\w+|просмотр\w*|перегляд\w*)$",
    r"^[\d.,\s/]{0,20}\(?\d{1,9} (?:ratings?|reviews?|votes?|stars?|bewertungen|avis|valoraciones|opiniones|votos|"
    r"avaliações|"
    r"voti|recensioni|ocen\w*|beoordelingen|отзыв\w*|оцен\w*|відгук\w*)\)?$",
)
"""Reading time, view counts and ratings."""

GALLERY = pattern_of(
    r"(?:image|photo|picture|slide|video|bild|foto|imagen|imagem|immagine|zdjęcie|фото)?\s?\d+ ?"
    r"(?:of|von|de|sur|di|z|из|/) ?\d+$"
)

CREDIT = pattern_of(
    r"\(?(?:photos?|images?|pictures?|pics?|photograph(?:y|s)?|illustrations?|video|screenshot|cover|courtesy|credits?|"
    r"(?:header|main|top|featured?|file|stock)(?= (?:photo|image|picture)))"
    r"(?: (?:by|courtesy(?: of)?|from|via|credits?|image|photo|picture|source))*\s?(?:[:/|©]|-\s|by\b|courtesy\b|"
    r"via\b)",
    r"\(?(?:foto|fotos|bild|bilder|grafik|quelle|bildquelle|bildnachweis|titelbild|titelfoto|symbolbild|"
    r"symbolfoto|archivbild|archivfoto|fotocredit|illustration|zdjęci[ea]|fot|źródło(?: zdjęcia)?|grafika|"
    r"immagine|immagini|crediti?|fonte|fuente|imagen|imágenes|fotografía|crédito|créditos|imagem|crédit|crédits|"
    r"photographie|image d.illustration|image illustrative|copyright|visuel|beeld|afbeelding|snímek|"
    r"foto's)(?:\s(?:von|by|de|di|door|via|oben|links|rechts|zdjęcia))?\.?\s?[:/|©]",
    r"\(?(?:sources?|источники?|джерел[оа]|kaynak|来源|出典|المصدر)\s?[:：]",
    r"\(?(?:фото|изображение|иллюстрация|снимок|картинка|кадр|зображення|світлина|ілюстрація)\s?(?:[:/|©-]|автора|"
    r"из|с сайта|via)",
    r"©.{0,80}$",
)
"""A picture's credit, at the beginning of a short block."""

AGENCY = joined(
    r"\b(?:getty(?: images)?|reuters|associated press|shutterstock|istock(?:photo)?|unsplash|pixabay|pexels|"
    r"adobe ?stock|alamy|depositphotos|dreamstime|imago images|picture[- ]alliance|ullstein|europa press|"
    r"риа новости|flickr|wikimedia(?: commons)?|wikipedia|creative commons|cc[ -]by(?:-\w+)*|public domain|corbis|"
    r"zuma press|xinhua|123rf|fotolia|photocase|lapresse|agence vu|magnum photos)\b",
    r"\b(?-i:AP(?: Photo)?|AFP|EPA|dpa|IMAGO|imago|EFE|ANSA|PAP|ТАСС|KEYSTONE|Keystone|MAGO|APA|NTB|TT|SID|CC0)\b",
)
"""Sources of pictures; the text of the pattern."""

AGENCIES = pattern_of(AGENCY)

COMMENTS = pattern_of(
    r"(?:\(?\d+\)? )?(?:comments?|replies|responses?|reviews?)(?: \(\d+\)|:? \d+| are closed| on this| closed|"
    r" section| policy)?|(?:leave|post|write|add|submit|view|show|load|join|see|read|hide|"
    r"all)(?: \w+){0,3} (?:comments?|reply|replies|conversation|discussion)(?: \(\d+\)| here| below)?|"
    r"\d+ (?:thoughts?|comments?|replies|responses|reactions) (?:on|to)\b.*|discussion|reply|cancel reply|"
    r"\d+ gedanken? zu\b.*|\d+ (?:réflexions?|commentaires?) (?:sur|au sujet)\b.*|"
    r"\d+ (?:pensamientos?|comentarios?|respuestas?) (?:en|sobre|a)\b.*|\d+ (?:pensieri|commenti) su\b.*|"
    r"\d+ (?:мысл\w+|комментари\w+) (?:на|к|о)\b.*|yorumlar(?: \(\d+\))?|be the first to comment|"
    r"you must (?:be logged|log) in.{0,40}|your email address will not be published.*|"
    r"log in to (?:reply|comment|post)|"
    r"sort by.{0,20}|join the (?:conversation|discussion)|what do you think\??|reader comments|"
    r"notify me .*|save my name.*",
    r"(?:\d+ )?kommentare?(?: \(\d+\)|:? \d+| anzeigen| schreiben| lesen)?|(?:einen? )?(?:kommentar|"
    r"antwort)(?:e)? (?:schreiben|hinterlassen|verfassen|abgeben|abbrechen)|schreibe? (?:einen|"
    r"den ersten) kommentar|antworten|antwort abbrechen|diskutieren sie mit.*|"
    r"deine e-?mail-adresse wird nicht veröffentlicht.*|ihre meinung|jetzt kommentieren|"
    r"diskussion|leserkommentare|(?:artikel|beitrag) kommentieren",
    r"(?:\d+ )?(?:commentaires?|réactions?|réponses?)(?: \(\d+\)|:? \d+)?|laisser un commentaire|(?:ajouter|"
    r"poster|voir|lire|écrire)(?: \w+){0,2} commentaires?|répondre|votre adresse (?:e-?mail|"
    r"de messagerie) ne sera pas publiée.*|annuler la réponse",
    r"(?:\d+ )?(?:comentarios?|respuestas?|coment[áa]rios?|respostas?)(?: \(\d+\)|:? \d+)?|(?:deja|dejar|escribe|"
    r"añade|agrega|ver|deje|publicar|deixe)(?: \w+){0,2} (?:comentarios?|respuesta|comentários?|resposta)|"
    r"responder|cancelar (?:la )?respuesta|tu dirección de correo electrónico no será publicada.*|"
    r"o seu endereço de e-?mail não será publicado.*|comentar",
    r"(?:\d+ )?(?:commenti?|risposte|reacties?|komentarz[ey]?|komentarzy|komentáře?|kommentarer?|"
    r"komentar)(?: \(\d+\)|:? \d+)?|lascia un commento|rispondi|annulla risposta|(?:dodaj|napisz|zostaw|"
    r"pokaż)(?: \w+){0,2} (?:komentarz\w*|odpowiedź)|odpowiedz|anuluj pisanie odpowiedzi|"
    r"twój adres e-?mail nie zostanie opublikowany.*|(?:plaats|geef|laat)(?: \w+){0,3} reactie(?: achter)?|"
    r"reageren|tinggalkan balasan|balas",
    r"(?:\d+ )?(?:комментари(?:и|й|я|ев)|коментар(?:і|ів|ь)?|ответ(?:ить|ы)?|відповісти|обсуждение|"
    r"обговорення)(?: \(\d+\)|:? \d+)?|(?:оставить|добавить|написать|показать|залишити|"
    r"додати)(?: \w+){0,2} (?:комментари\w+|коментар\w*)",
    r"(?:\d+ )?(?:تعليقات?|التعليقات|اترك تعليقا.*|评论|コメント|댓글)",
)
"""A block that opens the readers' comments, or belongs to them."""

COMMENT_ATTRIBUTION = pattern_of(
    r"..\b(?:says|sagt|dit|dice|disse|diz|pisze|mówi|пишет|говорит|каже)\s?:$",
    r"(?:\d{4}|\d{1,2}[:.h]\d\d(?: ?[ap]m)?|uhr),? (?:says?|said|wrote|writes|sagt|schreibt|schrieb|dice|dijo|"
    r"escribió|dit|a écrit|pisze|napisał\w*|disse|scrive|говорит|пишет):?$",
    r"^(?:reply|antworten|répondre|responder|rispondi|odpowiedz|ответить|відповісти|beantwoorden|svara)(?: (?:to|"
    r"auf|à|a) .{1,40})?[ ↓]*$",
    r"\b(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago$|"
    r"\b(?:vor|hace|il y a|há) (?:\d+|einem?|einer|un|une|una|um|uma) \w+$|"
    r"\b\d+ \w+ (?:atrás|fa|geleden|temu|назад|тому)$",
)
"""The author of a comment, and the button below it."""

COMMENT_FORM = pattern_of(
    r"leave a (?:comment|reply)|post a comment|your email address|cancel reply|kommentar (?:schreiben|"
    r"hinterlassen|verfassen|abgeben)|antwort (?:hinterlassen|abbrechen|schreiben)|e-?mail-adresse wird nicht|"
    r"laisser un commentaire|ne sera pas publiée|deja (?:un|tu) comentario|dejar (?:un comentario|una respuesta)|"
    r"no será publicada|deixe (?:um comentário|uma resposta)|não será publicado|lascia un commento|"
    r"dodaj komentarz|nie zostanie opublikowany|оставить комментарий|добавить комментарий|geef een reactie",
)
"""The comment form below the article."""
